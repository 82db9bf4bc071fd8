"""From what was typed to the lines of the tag picker, best first."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from archivist.domain.dates import reading
from archivist.domain.model import Actor, Citation, Event, Topic
from archivist.domain.vocabulary import ActorKind, Role, Stance
from archivist.ui import theme
from archivist.ui.naming import actor_name, citation_name, issued_year, topic_path
from archivist.ui.tag_picker.matching import Rank, best, folded, spaced
from archivist.ui.tag_picker.model import Choice, Deed, PickerModel
from archivist.ui.tag_picker.query import Kind, Query, read, with_role
from archivist.ui.words import word

_MOST = 60  # lines; more letters find the rest
_KINDS: tuple[Kind, ...] = ("event", "actor", "topic", "citation")  # as tags are given most
_Word = TypeVar("_Word", bound=StrEnum)
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Entry:
    """A thing that can be tagged, with its names folded once for all key presses."""

    kind: Kind
    thing: Event | Actor | Topic | Citation
    names: tuple[str, ...]
    folded: tuple[str, ...]
    words: tuple[str, ...]
    recency: int
    tagged: bool


@dataclass(frozen=True, slots=True)
class _Found:
    entry: _Entry
    rank: Rank
    name: int  # index of the name that matched


class Offer:
    """The lines for each text that may be typed, over one model."""

    def __init__(self, model: PickerModel, *, citations: bool = False) -> None:
        """Prepares the names; with `citations`, words without a sign mean citations."""
        self._model = model
        self._citations = citations
        recency = {key: i for i, key in enumerate(model.recent)}
        self._entries = [
            _Entry(
                kind,
                thing,
                names,
                whole := tuple(folded(name) for name in names),
                tuple(spaced(name) for name in whole),
                recency.get((kind, thing.id), len(recency)),
                (kind, thing.id) in model.tagged,
            )
            for kind, thing, names in _named(model)
        ]

    def query(self, typed: str) -> Query:
        """Reads what was typed; a colon that belongs to a name is left in it."""
        query = read(typed, citations=self._citations)
        if ":" not in query.text or query.kind not in {None, "actor"}:
            return query
        whole = folded(query.text)
        in_a_name = any(name.startswith(whole) for entry in self._entries for name in entry.folded)
        parted = with_role(query)
        known = query.kind == "actor" or bool(self._found(replace(parted, role=None)))
        return parted if known and not in_a_name else query

    def lines(self, typed: str) -> list[Choice]:
        """Gives the lines for what was typed."""
        query = self.query(typed)
        found = self._found(query)
        if query.has_role:
            lines = _with_roles(query, found)
            if found:  # a role is being given to somebody who is known
                return lines
        else:
            lines = [_choice(each, self._model) for each in found]
        return [*lines, *self._labels(query), *self._new(query), *self._markers(query)]

    def _found(self, query: Query) -> list[_Found]:
        wanted = folded(query.text)
        found = (
            _Found(entry, *ranked)
            for entry in self._entries
            if query.kind in {None, entry.kind}
            and (ranked := best(wanted, entry.folded, entry.words))
        )
        # With nothing typed all ranks are one, and what was used last comes first.
        return heapq.nsmallest(
            _MOST,
            found,
            key=lambda each: (
                each.rank.kind,
                each.rank.spread,
                each.entry.recency,
                _KINDS.index(each.entry.kind),
                each.rank.length,
                each.entry.folded[0],
            ),
        )

    def _new(self, query: Query) -> Iterable[Choice]:
        if not query.text:
            return
        kind = query.kind or "event"
        wanted = folded(query.text)
        if any(entry.kind == kind and wanted in entry.folded for entry in self._entries):
            return
        if kind == "actor":
            yield from _new_actors(query)
        elif kind == "event":
            date = self._model.nearest_date
            text = translate("TagPicker", "New event “{name}”").format(name=query.text)
            if date is not None:
                text = translate("TagPicker", "New event “{name}” on {date}").format(
                    name=query.text, date=reading(date)
                )
            yield _making(Deed.MAKE_EVENT, text, query)
        elif kind == "topic":
            yield _making(
                Deed.MAKE_TOPIC,
                translate("TagPicker", "New topic “{name}”").format(name=query.text),
                query,
            )
        else:
            yield _making(
                Deed.MAKE_CITATION,
                translate("TagPicker", "New citation “{name}”").format(name=query.text),
                query,
            )

    def _labels(self, query: Query) -> Iterable[Choice]:
        """Gives the labels of the document that begin as typed and lead to no citation yet."""
        if query.kind != "citation":
            return
        wanted = folded(query.text)
        found = [each for each in self._model.unresolved if folded(each[0]).startswith(wanted)]
        for label, marker_id in sorted(found, key=lambda each: folded(each[0]) != wanted)[:_MOST]:
            yield Choice(
                Deed.CITE_LABEL,
                translate("TagPicker", "[{label}] as this document cites it").format(label=label),
                hint=translate("TagPicker", "marker"),
                chosen_hint=translate("TagPicker", "↵ cite"),
                completion=f"[{label}]",
                id=marker_id,
            )

    def _markers(self, query: Query) -> Iterable[Choice]:
        labels = self._model.following
        if not labels or query.kind not in {None, "citation"}:
            return
        listed = ", ".join(f"[{label}]" for label in labels)
        if len(labels) == 1:
            text = translate("TagPicker", "Cites {labels}, the marker that follows").format(
                labels=listed
            )
        else:
            text = translate("TagPicker", "Cites {labels}, the markers that follow").format(
                labels=listed
            )
        yield Choice(Deed.LINK_MARKERS, text, hint="Alt+C", chosen_hint="Alt+C")


def _named(
    model: PickerModel,
) -> Iterable[tuple[Kind, Event | Actor | Topic | Citation, tuple[str, ...]]]:
    for event in model.events:
        yield "event", event, (event.name,)
    for actor in model.actors:
        yield "actor", actor, (actor.name, *(further.name for further in actor.names))
    topics = {topic.id: topic for topic in model.topics}
    for topic in model.topics:
        yield "topic", topic, (topic.name, topic_path(topic, topics))
    for citation in model.citations:
        label = model.labels.get(citation.id, citation.key)
        names = (label, citation.key, citation.title, *_authors(citation), citation.raw)
        yield "citation", citation, tuple(name for name in names if name)


def _authors(citation: Citation) -> Iterable[str]:
    for author in citation.item.get("author") or ():
        name = author.get("literal") or " ".join(
            part for part in (author.get("given"), author.get("family")) if part
        )
        if name:
            yield str(name)


def _choice(found: _Found, model: PickerModel) -> Choice:
    entry = found.entry
    thing = entry.thing
    detail = ""
    match thing:
        case Event():
            color = theme.current().event_color(thing.id, thing.color)
            line = Choice(
                Deed.TAG_EVENT,
                thing.name,
                "event",
                color,
                detail=reading(thing.date) if thing.date else "",
                completion=f"#{thing.name}",
            )
            kind, chosen = translate("TagPicker", "event"), translate("TagPicker", "↵ tag event")
        case Actor():
            if found.name:
                detail = translate("TagPicker", "also “{name}”").format(
                    name=entry.names[found.name]
                )
            line = Choice(
                Deed.TAG_ACTOR, thing.name, "actor", detail=detail, completion=f"@{thing.name}"
            )
            kind, chosen = translate("TagPicker", "actor"), translate("TagPicker", "↵ tag actor")
        case Topic():
            topics = {topic.id: topic for topic in model.topics}
            path = topic_path(thing, topics)
            line = Choice(Deed.TAG_TOPIC, path, "topic", completion=f"/{thing.name}")
            kind, chosen = translate("TagPicker", "topic"), translate("TagPicker", "↵ tag topic")
        case Citation():
            label = model.labels.get(thing.id, "")
            line = Choice(
                Deed.CITE,
                citation_name(thing, label),
                "citation",
                detail=issued_year(thing),
                completion=f"[{label or thing.key}]",
            )
            kind, chosen = translate("TagPicker", "citation"), translate("TagPicker", "↵ cite")
    if entry.tagged:
        kind = f"{kind} ✓"
    return replace(line, id=thing.id, hint=kind, chosen_hint=chosen, tagged=entry.tagged)


def _with_roles(query: Query, found: Sequence[_Found]) -> list[Choice]:
    """Gives actors with the roles (then stances) that begin as typed; the best actor first."""
    actors = [each.entry.thing for each in found if isinstance(each.entry.thing, Actor)]
    pairs = _parts_played(query)
    kept = actors if len(pairs) == 1 else actors[:1]
    return [_actor_line(actor, role, stance) for actor in kept for role, stance in pairs]


def _parts_played(query: Query) -> list[tuple[Role, Stance | None]]:
    """Gives the roles that begin as typed, or the stances: only a source takes one."""
    typed = query.role or ""
    roles = _beginning(Role, typed)
    if query.stance is not None and roles:
        if Role.SOURCE not in roles:
            return []
        return [(Role.SOURCE, stance) for stance in _beginning(Stance, query.stance)]
    return [(role, None) for role in roles] or [
        (Role.SOURCE, stance) for stance in _beginning(Stance, typed)
    ]


def _actor_line(actor: Actor, role: Role, stance: Stance | None) -> Choice:
    completion = f"@{actor.name}:{word(role)}"
    return Choice(
        Deed.TAG_ACTOR,
        actor_name(actor, role, stance),
        "actor",
        hint=translate("TagPicker", "actor"),
        chosen_hint=translate("TagPicker", "↵ tag actor"),
        completion=completion if stance is None else f"{completion}:{word(stance)}",
        id=actor.id,
        role=role,
        stance=stance,
    )


def _new_actors(query: Query) -> Iterable[Choice]:
    parts = _parts_played(query) if query.role else []
    role, stance = parts[0] if parts else (Role.MENTIONED, None)
    if query.role and not parts:  # a colon that belongs to the name
        query = replace(query, text=f"{query.text}: {query.role}", role=None)
    sentences: dict[ActorKind, str] = {
        ActorKind.UNSTATED: translate("TagPicker", "New actor “{name}”"),
        ActorKind.PERSON: translate("TagPicker", "New person “{name}”"),
        ActorKind.ORGANIZATION: translate("TagPicker", "New organization “{name}”"),
        ActorKind.GROUP: translate("TagPicker", "New group “{name}”"),
        ActorKind.STATE: translate("TagPicker", "New state “{name}”"),
        ActorKind.BODY: translate("TagPicker", "New body “{name}”"),
        ActorKind.FAMILY: translate("TagPicker", "New family “{name}”"),
    }
    doing = f" · {word(role)}{f', {word(stance)}' if stance else ''}" if query.role else ""
    for number, (kind, sentence) in enumerate(sentences.items()):
        line = _making(Deed.MAKE_ACTOR, sentence.format(name=query.text) + doing, query)
        hint = line.hint if number == 0 else ""
        yield replace(line, hint=hint, role=role, stance=stance, actor_kind=kind)


def _making(deed: Deed, text: str, query: Query) -> Choice:
    return Choice(deed, text, hint="Ctrl+↵", chosen_hint="↵", name=query.text)


def _beginning(kind: type[_Word], typed: str) -> list[_Word]:
    """Gives the words of a vocabulary that begin as typed; an exact one stands alone."""
    wanted = folded(typed)

    def spelled(each: _Word) -> tuple[str, str]:
        return folded(word(each)), each.value

    exact = [each for each in kind if wanted in spelled(each)]
    return exact or [
        each for each in kind if any(name.startswith(wanted) for name in spelled(each))
    ]
