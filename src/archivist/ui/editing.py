"""Forms for things: each is shown as it is, and what was changed in it becomes one step.

The forms are imported when they are first needed, so that the window opens without them.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.domain.dates import UncertainDate
from archivist.domain.model import Actor, Citation, Claim, Event, Topic
from archivist.domain.vocabulary import ActorKind, CitationState
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.forms import open_form
from archivist.ui.hub import Hub
from archivist.ui.naming import citation_name

_FIELDS = {
    "document": (
        *("title", "language", "direction", "author", "date", "source", "accessed", "rights"),
        *("shelfmark", "note"),
    ),
    "event": ("name", "description", "parent_id", "place", "color", "date"),
    "actor": ("name", "kind", "description", "identifiers", "names"),
    "topic": ("name", "parent_id"),
    "citation": ("key", "item", "raw", "state", "note"),
    "claim": (
        *("property", "minimum", "maximum", "unit", "text", "event_id", "as_of", "speaker_id"),
        *("confidence", "status"),
    ),
}


class Editing(QObject):
    """Opens forms; a fault leaves the form open with what was filled in."""

    def __init__(self, window: QWidget, hub: Hub) -> None:
        super().__init__(window)
        self._window, self._hub = window, hub

    def edit(self, kind: str, thing_id: int) -> None:
        """Opens the form of a document, event, actor, topic, citation or claim."""
        if not self._hub.is_writable:
            return
        archive = self._hub.archive
        updates: dict[str, Callable[..., None]] = {
            "document": archive.documents.update,
            "event": archive.events.update,
            "actor": archive.actors.update,
            "topic": archive.topics.update,
            "citation": archive.citations.update,
            "claim": archive.claims.update,
        }
        with self._hub.showing_failures():
            before, dialog = self._form(kind, thing_id)

            def keep(after: object) -> None:
                fields = changed_fields(before, after, _FIELDS[kind])
                if fields:
                    updates[kind](thing_id, **fields)

            open_form(self._hub, dialog, keep)

    def edit_documents(self, document_ids: Sequence[int]) -> None:
        """Opens one form for several documents; what is changed in it is one step."""
        if not self._hub.is_writable:
            return
        from archivist.ui.dialogs.documents import Changes, DocumentsDialog

        archive = self._hub.archive

        def keep(changes: Changes) -> None:
            if changes.fields or changes.shelfmark:
                archive.collections.edit(document_ids, changes.fields, changes.shelfmark)

        with self._hub.showing_failures():
            documents = [archive.documents.get(document_id) for document_id in document_ids]
            open_form(self._hub, DocumentsDialog(documents, self._window), keep)

    def new_event(self, date: UncertainDate | None = None, excerpt_id: int | None = None) -> None:
        """Opens an empty form of an event; the excerpt, if one is given, is tagged with it."""
        from archivist.ui.dialogs.event import EventDialog

        archive = self._hub.archive
        empty = Event(0, "", "", date=date)

        def keep(event: Event) -> None:
            with archive.step(self.tr("New event “{name}”").format(name=event.name)):
                fields = {name: getattr(event, name) for name in _FIELDS["event"]}
                event_id = archive.events.create(**fields)
                if excerpt_id is not None:
                    archive.links.tag_event(excerpt_id, event_id)

        open_form(self._hub, EventDialog(empty, archive.events.all(), self._window), keep)

    def new_actor(self) -> None:
        """Opens an empty form of an actor."""
        from archivist.ui.dialogs.actor import ActorDialog

        archive = self._hub.archive
        empty = Actor(0, "", "", ActorKind.UNSTATED)

        def keep(actor: Actor) -> None:
            archive.actors.create(**{name: getattr(actor, name) for name in _FIELDS["actor"]})

        open_form(self._hub, ActorDialog(empty, archive.actors.all(), self._window), keep)

    def new_citation(self) -> None:
        """Opens an empty form of a citation."""
        from archivist.ui.dialogs.citation import CitationDialog

        archive = self._hub.archive
        empty = Citation(0, "", "", {}, "", CitationState.PARSED)

        def keep(citation: Citation) -> None:
            fields = {name: getattr(citation, name) for name in _FIELDS["citation"]}
            archive.citations.create(**fields | {"key": citation.key or None})

        open_form(self._hub, CitationDialog(empty, self._keys(), self._window), keep)

    def new_claim(self, excerpt_id: int) -> None:
        """Opens an empty form of a figure that an excerpt gives."""
        archive = self._hub.archive
        tags = archive.excerpts.tags([excerpt_id])
        events = tags.events.get(excerpt_id, [])
        empty = Claim(0, "", excerpt_id, events[0].id if events else None, "", None, None)

        def keep(claim: Claim) -> None:
            fields = {name: getattr(claim, name) for name in _FIELDS["claim"]}
            archive.claims.create(excerpt_id, **fields)

        open_form(self._hub, self._claim_form(empty), keep)

    def merge(self, kind: str, thing_id: int, other_id: int | None = None) -> None:
        """Asks what to merge a thing with and which of the two stays, and makes one of them."""
        from archivist.ui.dialogs.merge import Mergeable, MergeDialog

        archive = self._hub.archive
        managers: dict[str, Any] = {
            "event": archive.events,
            "actor": archive.actors,
            "topic": archive.topics,
            "citation": archive.citations,
        }
        manager = managers[kind]
        counts = manager.counts()
        things = {
            thing.id: Mergeable(thing.id, _name_of(thing), counts.get(thing.id, 0))
            for thing in manager.all()
            if other_id is None or thing.id in {thing_id, other_id}
        }
        dialog = MergeDialog(
            things[thing_id],
            list(things.values()),
            keeps_name=kind == "actor",
            parent=self._window,
        )
        open_form(self._hub, dialog, lambda ids: manager.merge(*ids))

    def _form(self, kind: str, thing_id: int) -> tuple[object, FormDialog]:
        archive, window = self._hub.archive, self._window
        if kind == "event":
            from archivist.ui.dialogs.event import EventDialog

            event = archive.events.get(thing_id)
            return event, EventDialog(event, archive.events.all(), window)
        if kind == "actor":
            from archivist.ui.dialogs.actor import ActorDialog

            actor = archive.actors.get(thing_id)
            return actor, ActorDialog(actor, archive.actors.all(), window)
        if kind == "topic":
            from archivist.ui.dialogs.topic import TopicDialog

            topic = archive.topics.get(thing_id)
            return topic, TopicDialog(topic, archive.topics.all(), window)
        if kind == "citation":
            from archivist.ui.dialogs.citation import CitationDialog

            citation = archive.citations.get(thing_id)
            return citation, CitationDialog(citation, self._keys(), window)
        if kind == "claim":
            claim = archive.claims.get(thing_id)
            return claim, self._claim_form(claim)
        from archivist.ui.dialogs.document import DocumentDialog

        document = archive.documents.get(thing_id)
        return document, DocumentDialog(
            document,
            parent=window,
            imports=archive.provenances.of(thing_id),
            parents=archive.documents.parents(thing_id),
        )

    def _claim_form(self, claim: Claim) -> FormDialog:
        from archivist.ui.dialogs.claim import ClaimDialog

        archive = self._hub.archive
        events, actors = archive.events.all(), archive.actors.all()
        return ClaimDialog(claim, events, actors, parent=self._window)

    def _keys(self) -> list[str]:
        return [citation.key for citation in self._hub.archive.citations.all()]


def _name_of(thing: Event | Actor | Topic | Citation) -> str:
    return citation_name(thing) if isinstance(thing, Citation) else thing.name


def changed_fields(before: object, after: object, names: Sequence[str]) -> dict[str, object]:
    """Gives the fields that differ, with their new values."""
    return {
        name: getattr(after, name)
        for name in names
        if getattr(after, name) != getattr(before, name)
    }
