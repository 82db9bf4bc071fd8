"""The tag picker's picks as steps in the archive; a passage becomes an excerpt with its first tag.

Making a thing and tagging with it is one step, so that one Undo takes back both.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from archivist.archive.archive import Archive
from archivist.domain.dates import UncertainDate
from archivist.domain.model import Marker
from archivist.domain.reading import Rectangle
from archivist.domain.vocabulary import ActorKind, Role, Stance
from archivist.ui import loading, passages
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.passages import Passage
from archivist.ui.reader import Reader
from archivist.ui.tag_picker import PickerModel, TagPicker

_RECENT = 30  # things kept as used lately


class Tagging(QObject):
    """Opens the picker and carries out what is picked."""

    def __init__(self, window: QWidget, hub: Hub, documents: Documents, picker: TagPicker) -> None:
        super().__init__(window)
        self._hub, self._documents, self._picker = hub, documents, picker
        self._passage: Passage | None = None
        self._marker: Marker | None = None  # whose label is being given a citation
        self._recent: list[tuple[str, int]] = []
        documents.reader_added.connect(self._connect_reader)
        picker.event_picked.connect(self.tag_event)
        picker.actor_picked.connect(self.tag_actor)
        picker.topic_picked.connect(self.tag_topic)
        picker.citation_picked.connect(self.cite)
        picker.label_picked.connect(self.cite_label)
        picker.event_creation_requested.connect(self.make_event)
        picker.actor_creation_requested.connect(self.make_actor)
        picker.topic_creation_requested.connect(self.make_topic)
        picker.citation_creation_requested.connect(self.make_citation)
        picker.markers_link_requested.connect(self.link_markers)
        hub.archive_changed.connect(self._forget)

    def open_picker(
        self,
        passage: Passage,
        *,
        citations: bool = False,
        text: str = "",
        place: QPoint | None = None,
    ) -> None:
        """Opens the picker beside a passage."""
        if not self._hub.is_writable:
            return
        reader = self._documents.reader
        if reader is None or self._hub.document_id != passage.document_id:
            reader = self._documents.open(passage.document_id)
        self._passage, self._marker = passage, None
        box = None
        if reader is not None:
            reader.selecting.put_bar_away()
            box = reader.passage_rectangle(passage.start, passage.end, passage.rectangles)
        window = self._picker.parentWidget() or self._picker
        point = place or (box.bottomLeft() if box else window.mapToGlobal(window.rect().center()))
        self._picker.open_at(
            point, self._model(passage), passage=box, citations=citations, text=text
        )

    def ask(self, passage: Passage, citations: bool) -> None:
        """Opens the picker for what a key or menu asked to tag or to link."""
        self.open_picker(passage, citations=citations)

    def tag_excerpt(self, excerpt_id: int, sign: str) -> None:
        """Opens the picker for an excerpt, with the sign of a kind already typed."""
        with self._hub.showing_failures():
            self.open_picker(passages.of_excerpt(self._hub.archive, excerpt_id), text=sign)

    def link_excerpt(self, excerpt_id: int) -> None:
        """Opens the picker for an excerpt, with citations only."""
        with self._hub.showing_failures():
            self.open_picker(passages.of_excerpt(self._hub.archive, excerpt_id), citations=True)

    def choose_citation_of(self, marker: Marker) -> None:
        """Opens the picker for what a marker's label means in its whole document."""
        self.open_picker(Passage(marker.document_id, marker.start, marker.end), citations=True)
        self._marker = marker

    def tag_event(self, event_id: int) -> None:
        """Tags with an event."""

        def tag(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            archive.links.tag_event(excerpt_id, event_id)
            return "event", event_id

        self._carry_out(tag)

    def tag_actor(self, actor_id: int, role: Role, stance: Stance | None) -> None:
        """Tags with an actor in a role."""

        def tag(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            archive.links.tag_actor(excerpt_id, actor_id, role, stance)
            return "actor", actor_id

        self._carry_out(tag)

    def tag_topic(self, topic_id: int) -> None:
        """Tags with a topic."""

        def tag(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            archive.links.tag_topic(excerpt_id, topic_id)
            return "topic", topic_id

        self._carry_out(tag)

    def cite(self, citation_id: int) -> None:
        """Links to a citation, or makes it what a marker's label means."""
        if self._marker is not None:
            self._give_meaning(self._marker, citation_id)
            return

        def link(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            archive.links.cite(excerpt_id, citation_id)
            return "citation", citation_id

        self._carry_out(link)

    def cite_label(self, marker_id: int) -> None:
        """Links to what a label of the document means, which becomes a citation with that."""
        archive = self._hub.archive
        if self._marker is not None:
            with self._hub.showing_failures(), archive.step(self.tr("Link marker")):
                citation_id = archive.markers.citation_for(marker_id)
                if citation_id is not None:
                    self._give_meaning(self._marker, citation_id)
            return

        def link(archive: Archive, excerpt_id: int) -> tuple[str, int] | None:
            citation_id = archive.markers.citation_for(marker_id)
            if citation_id is None:
                return None
            archive.links.cite(excerpt_id, citation_id)
            return "citation", citation_id

        label = archive.markers.get(marker_id).label
        self._carry_out(link, self.tr("Link to [{label}]").format(label=label))

    def make_event(self, name: str, date: UncertainDate | None) -> None:
        """Makes an event, dated from the nearest date in the text, and tags with it."""

        def make(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            event_id = archive.events.create(name, date=date)
            archive.links.tag_event(excerpt_id, event_id)
            return "event", event_id

        self._carry_out(make, self.tr("New event “{name}”").format(name=name))

    def make_actor(self, name: str, kind: ActorKind, role: Role, stance: Stance | None) -> None:
        """Makes an actor and tags with it."""

        def make(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            actor_id = archive.actors.create(name, kind=kind)
            archive.links.tag_actor(excerpt_id, actor_id, role, stance)
            return "actor", actor_id

        self._carry_out(make, self.tr("New actor “{name}”").format(name=name))

    def make_topic(self, name: str) -> None:
        """Makes a topic and tags with it."""

        def make(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            topic_id = archive.topics.create(name)
            archive.links.tag_topic(excerpt_id, topic_id)
            return "topic", topic_id

        self._carry_out(make, self.tr("New topic “{name}”").format(name=name))

    def make_citation(self, raw: str) -> None:
        """Makes a citation of a typed reference and links to it."""
        if self._marker is not None:
            with self._hub.showing_failures():
                self._give_meaning(self._marker, self._hub.archive.citations.create(raw=raw))
            return

        def make(archive: Archive, excerpt_id: int) -> tuple[str, int]:
            citation_id = archive.citations.create(raw=raw)
            archive.links.cite(excerpt_id, citation_id)
            return "citation", citation_id

        self._carry_out(make, self.tr("New citation “{name}”").format(name=raw))

    def link_markers(self, passage: Passage | None = None) -> None:
        """Links to the markers that follow, and says how many there were."""
        if passage is not None:
            self._passage = passage
        linked = 0

        def link(archive: Archive, excerpt_id: int) -> None:
            nonlocal linked
            linked = archive.links.cite_markers(excerpt_id)

        if self._carry_out(link, needs_markers=True):
            self._hub.message_shown.emit(
                self.tr("Linked to %n citation(s).", "", linked)
                if linked
                else self.tr("The markers that follow are linked already.")
            )

    def _give_meaning(self, marker: Marker, citation_id: int) -> None:
        with self._hub.showing_failures():
            self._hub.archive.markers.set_citation(marker.document_id, marker.label, citation_id)
            self._picker.hide()
            self._hub.message_shown.emit(
                self.tr("[{label}] leads to its citation in the whole document now.").format(
                    label=marker.label
                )
            )

    def _carry_out(
        self,
        deed: Callable[[Archive, int], tuple[str, int] | None],
        step: str = "",
        *,
        needs_markers: bool = False,
    ) -> bool:
        """Does one step on the passage's excerpt, which is made in it where there is none."""
        passage = self._passage
        if passage is None or not self._hub.is_writable:
            return False
        archive = self._hub.archive
        if needs_markers and not archive.markers.following(
            passage.document_id, passage.end, start=passage.start
        ):
            self._hub.message_shown.emit(self.tr("No marker follows this passage."))
            return False
        with self._hub.showing_failures():
            if passage.excerpt_id is None or step:
                with archive.step(step or self.tr("Highlight and tag")):
                    excerpt_id = self._keep(archive, passage)
                    used = deed(archive, excerpt_id)
            else:
                excerpt_id = passage.excerpt_id
                used = deed(archive, excerpt_id)
            self._remember(used)
            self._passage = replace(passage, excerpt_id=excerpt_id)
            passages.let_go(self._documents, passage)
            self._hub.tell_now()
            self._hub.choose_excerpt(excerpt_id)
            if self._picker.isVisible():
                self._picker.set_model(self._model(self._passage))
            return True
        return False

    def _keep(self, archive: Archive, passage: Passage) -> int:
        return passages.keep(
            archive,
            passage,
            passages.text_of(self._documents.tab, archive, passage.document_id),
            archive.documents.pages(passage.document_id),
        )

    def _model(self, passage: Passage) -> PickerModel:
        archive = self._hub.archive
        model = loading.picker_model(
            archive,
            passage.document_id,
            passage.start,
            passage.end,
            passage.excerpt_id,
            self._recent,
        )
        unresolved = archive.markers.unresolved_in(passage.document_id)
        return replace(model, unresolved=tuple(unresolved.items()))

    def _remember(self, used: tuple[str, int] | None) -> None:
        if used is not None:
            others = [thing for thing in self._recent if thing != used]
            self._recent = [used, *others][:_RECENT]

    def _connect_reader(self, reader: Reader) -> None:
        reader.tag_requested.connect(self._tag_range)

    def _tag_range(
        self, start: int, end: int, rectangles: Sequence[Rectangle], place: QPoint
    ) -> None:
        document_id = self._hub.document_id
        if document_id is not None and self._hub.is_writable:
            passage = Passage(document_id, start, end, tuple(rectangles))
            self.open_picker(passages.known(self._hub.archive, passage), place=place)

    def _forget(self) -> None:
        self._passage = None
        self._recent.clear()
