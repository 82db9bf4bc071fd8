"""What is linked to excerpts, read in bulk: one query a table, never one an excerpt.

Lists stand in a fixed order: events by date, actors by role, then everything by name or key.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from archivist.archive.actors import actors_from
from archivist.archive.citations import citation_from, natural
from archivist.archive.claims import claim_from
from archivist.archive.events import event_from
from archivist.archive.store import Store
from archivist.archive.topics import topic_from
from archivist.domain.dates import bounds
from archivist.domain.model import Actor, ActorLink, Citation, CitationLink, Claim, Event, Topic
from archivist.domain.names import name_key
from archivist.domain.vocabulary import LinkOrigin, Relation, Role, Stance

Thing = TypeVar("Thing", Event, Actor, Topic, Citation)
Place = tuple[object, ...]

_ROLE_PLACES = {role.value: place for place, role in enumerate(Role)}
# Looking a value up here takes a fraction of calling its class, and exports do it by the 100,000.
_ROLES = {role.value: role for role in Role}
_STANCES: dict[str | None, Stance | None] = {None: None} | {st.value: st for st in Stance}
_RELATIONS = {relation.value: relation for relation in Relation}
_ORIGINS = {origin.value: origin for origin in LinkOrigin}


@dataclass(frozen=True, slots=True)
class ExcerptTags:
    """Everything linked, by excerpt id; an excerpt without such links gives an empty list."""

    events: dict[int, list[Event]] = field(default_factory=lambda: defaultdict(list))
    actors: dict[int, list[tuple[Actor, ActorLink]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    topics: dict[int, list[Topic]] = field(default_factory=lambda: defaultdict(list))
    citations: dict[int, list[tuple[Citation, CitationLink]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    claims: dict[int, list[Claim]] = field(default_factory=lambda: defaultdict(list))


class TagReader:
    """Reads tags, chunk after chunk; what is linked often is read once and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._events: _Known[Event] = _Known("event", _each(event_from), event_place)
        self._actors: _Known[Actor] = _Known(
            "actor", lambda rows: actors_from(store, rows), _name_place
        )
        self._topics: _Known[Topic] = _Known("topic", _each(topic_from), _name_place)
        self._citations: _Known[Citation] = _Known(
            "citation", _each(citation_from), lambda cited: (natural(cited.key), cited.id)
        )

    def read(self, excerpt_ids: Sequence[int] | None) -> ExcerptTags:
        """Gives what is linked to the excerpts, or to all excerpts."""
        tags = ExcerptTags()
        events = self._events
        for excerpt_id, event_id in self._links(events, "", excerpt_ids):
            tags.events[excerpt_id].append(events.things[event_id])
        topics = self._topics
        for excerpt_id, topic_id in self._links(topics, "", excerpt_ids):
            tags.topics[excerpt_id].append(topics.things[topic_id])
        actors = self._actors
        for excerpt_id, actor_id, link_id, role, stance in self._links(
            actors, ", id, role, stance", excerpt_ids, lambda row: _ROLE_PLACES[row[3]]
        ):
            link = ActorLink(link_id, excerpt_id, actor_id, _ROLES[role], _STANCES[stance])
            tags.actors[excerpt_id].append((actors.things[actor_id], link))
        citations = self._citations
        for row in self._links(
            citations, ", id, locator, relation, origin, confidence", excerpt_ids
        ):
            cited = citation_link_from(row)
            tags.citations[cited.excerpt_id].append((citations.things[cited.citation_id], cited))
        for row in self._rows("claim", "*", excerpt_ids):
            tags.claims[row["excerpt_id"]].append(claim_from(row))
        return tags

    def _links(
        self,
        known: "_Known[Thing]",
        facts: str,
        excerpt_ids: Sequence[int] | None,
        first: Callable[[sqlite3.Row], int] = lambda row: 0,
    ) -> list[sqlite3.Row]:
        """Gives links in the order of what they lead to: excerpt, thing, then the facts asked."""
        columns = f"excerpt_id, {known.table}_id{facts}"
        rows = self._rows(f"excerpt_{known.table}", columns, excerpt_ids)
        known.fetch(self._store, {row[1] for row in rows})
        if len({row[0] for row in rows}) < len(rows):
            places = known.places
            rows.sort(key=lambda row: (first(row), places[row[1]]))
        return rows

    def _rows(
        self, table: str, columns: str, excerpt_ids: Sequence[int] | None
    ) -> list[sqlite3.Row]:
        if excerpt_ids is None:
            return self._store.rows(f"SELECT {columns} FROM {table} ORDER BY id")
        return self._store.rows(
            f"""SELECT {columns} FROM {table}
                WHERE excerpt_id IN (SELECT value FROM json_each(?)) ORDER BY id""",
            (json.dumps(list(excerpt_ids)),),
        )


class _Known(Generic[Thing]):
    """Things of one kind that were read already, and where each stands in the order."""

    def __init__(
        self,
        table: str,
        make: Callable[[list[sqlite3.Row]], list[Thing]],
        place: Callable[[Thing], Place],
    ) -> None:
        self.table = table
        self.things: dict[int, Thing] = {}
        self.places: dict[int, Place] = {}
        self._make: Callable[[list[sqlite3.Row]], list[Thing]] = make
        self._place: Callable[[Thing], Place] = place

    def fetch(self, store: Store, ids: set[int]) -> None:
        """Reads those that are not known yet, in one query."""
        missing = ids - self.things.keys()
        if not missing:
            return
        rows = store.rows(
            f"SELECT * FROM {self.table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(missing)),),
        )
        for thing in self._make(rows):
            self.things[thing.id] = thing
            self.places[thing.id] = self._place(thing)


def event_place(event: Event) -> Place:
    """Gives where an event stands among others: by its first day, then name; undated ones last."""
    first, last = (None, None) if event.date is None else bounds(event.date)
    day = last if first is None else first
    return (day is None, day or 0, name_key(event.name), event.id)


def _name_place(thing: Actor | Topic) -> Place:
    return (name_key(thing.name), thing.id)


def citation_link_from(row: sqlite3.Row) -> CitationLink:
    """Makes a link of its row."""
    return CitationLink(
        id=row["id"],
        excerpt_id=row["excerpt_id"],
        citation_id=row["citation_id"],
        locator=row["locator"],
        relation=_RELATIONS[row["relation"]],
        origin=_ORIGINS[row["origin"]],
        confidence=row["confidence"],
    )


def _each(make: Callable[[sqlite3.Row], Thing]) -> Callable[[list[sqlite3.Row]], list[Thing]]:
    return lambda rows: [make(row) for row in rows]
