"""What is linked to excerpts, read in bulk: one query a table, never one an excerpt.

Lists stand in a fixed order: events by date, actors by role, then everything by name or key.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from archivist.archive.actors import actors_from
from archivist.archive.citations import citation_from, natural
from archivist.archive.claims import claim_from
from archivist.archive.events import event_from
from archivist.archive.store import Store
from archivist.archive.topics import topic_from
from archivist.domain.dates import bounds
from archivist.domain.model import (
    Actor,
    ActorLink,
    Citation,
    CitationLink,
    Claim,
    Event,
    LinkOrigin,
    Relation,
    Role,
    Stance,
    Topic,
)
from archivist.domain.names import name_key

Thing = TypeVar("Thing", Event, Actor, Topic, Citation)
_ROLES = {role: position for position, role in enumerate(Role)}


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
        self._events: dict[int, Event] = {}
        self._actors: dict[int, Actor] = {}
        self._topics: dict[int, Topic] = {}
        self._citations: dict[int, Citation] = {}
        self._places: dict[tuple[str, int], tuple[object, ...]] = {}

    def read(self, excerpt_ids: Sequence[int] | None) -> ExcerptTags:
        """Gives what is linked to the excerpts, or to all excerpts."""
        tags = ExcerptTags()
        self._read_events(tags, excerpt_ids)
        self._read_actors(tags, excerpt_ids)
        self._read_topics(tags, excerpt_ids)
        self._read_citations(tags, excerpt_ids)
        for row in self._links("claim", excerpt_ids):
            tags.claims[row["excerpt_id"]].append(claim_from(row))
        return tags

    def _read_events(self, tags: ExcerptTags, excerpt_ids: Sequence[int] | None) -> None:
        rows = self._links("excerpt_event", excerpt_ids)
        self._fetch("event", "event_id", rows, self._events, _each(event_from), event_place)
        for row in rows:
            tags.events[row["excerpt_id"]].append(self._events[row["event_id"]])
        for events in tags.events.values():
            if len(events) > 1:
                events.sort(key=lambda event: self._places["event", event.id])

    def _read_actors(self, tags: ExcerptTags, excerpt_ids: Sequence[int] | None) -> None:
        rows = self._links("excerpt_actor", excerpt_ids)
        self._fetch(
            "actor",
            "actor_id",
            rows,
            self._actors,
            lambda found: actors_from(self._store, found),
            lambda actor: (name_key(actor.name), actor.id),
        )
        for row in rows:
            link = ActorLink(
                id=row["id"],
                excerpt_id=row["excerpt_id"],
                actor_id=row["actor_id"],
                role=Role(row["role"]),
                stance=None if row["stance"] is None else Stance(row["stance"]),
            )
            tags.actors[link.excerpt_id].append((self._actors[link.actor_id], link))
        for actors in tags.actors.values():
            if len(actors) > 1:
                actors.sort(
                    key=lambda pair: (_ROLES[pair[1].role], self._places["actor", pair[0].id])
                )

    def _read_topics(self, tags: ExcerptTags, excerpt_ids: Sequence[int] | None) -> None:
        rows = self._links("excerpt_topic", excerpt_ids)
        self._fetch(
            "topic",
            "topic_id",
            rows,
            self._topics,
            _each(topic_from),
            lambda topic: (name_key(topic.name), topic.id),
        )
        for row in rows:
            tags.topics[row["excerpt_id"]].append(self._topics[row["topic_id"]])
        for topics in tags.topics.values():
            if len(topics) > 1:
                topics.sort(key=lambda topic: self._places["topic", topic.id])

    def _read_citations(self, tags: ExcerptTags, excerpt_ids: Sequence[int] | None) -> None:
        rows = self._links("excerpt_citation", excerpt_ids)
        self._fetch(
            "citation",
            "citation_id",
            rows,
            self._citations,
            _each(citation_from),
            lambda citation: (natural(citation.key), citation.id),
        )
        for row in rows:
            link = citation_link_from(row)
            tags.citations[link.excerpt_id].append((self._citations[link.citation_id], link))
        for citations in tags.citations.values():
            if len(citations) > 1:
                citations.sort(key=lambda pair: self._places["citation", pair[0].id])

    def _links(self, table: str, excerpt_ids: Sequence[int] | None) -> list[sqlite3.Row]:
        if excerpt_ids is None:
            return self._store.rows(f"SELECT * FROM {table} ORDER BY id")
        return self._store.rows(
            f"""SELECT * FROM {table} WHERE excerpt_id IN (SELECT value FROM json_each(?))
                ORDER BY id""",
            (json.dumps(list(excerpt_ids)),),
        )

    def _fetch(
        self,
        table: str,
        column: str,
        links: Iterable[sqlite3.Row],
        known: dict[int, Thing],
        make: Callable[[list[sqlite3.Row]], list[Thing]],
        place: Callable[[Thing], tuple[object, ...]],
    ) -> None:
        """Reads the linked things that are not known yet, and where each stands in the order."""
        missing = {row[column] for row in links} - known.keys()
        if not missing:
            return
        rows = self._store.rows(
            f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(missing)),),
        )
        for thing in make(rows):
            known[thing.id] = thing
            self._places[table, thing.id] = place(thing)


def event_place(event: Event) -> tuple[object, ...]:
    """Gives where an event stands among others: by its first day, then name; undated ones last."""
    first, last = (None, None) if event.date is None else bounds(event.date)
    day = last if first is None else first
    return (day is None, day or 0, name_key(event.name), event.id)


def citation_link_from(row: sqlite3.Row) -> CitationLink:
    """Makes a link of its row."""
    return CitationLink(
        id=row["id"],
        excerpt_id=row["excerpt_id"],
        citation_id=row["citation_id"],
        locator=row["locator"],
        relation=Relation(row["relation"]),
        origin=LinkOrigin(row["origin"]),
        confidence=row["confidence"],
    )


def _each(make: Callable[[sqlite3.Row], Thing]) -> Callable[[list[sqlite3.Row]], list[Thing]]:
    return lambda rows: [make(row) for row in rows]
