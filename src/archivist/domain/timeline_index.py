"""The dated things of a timeline in the order of time, with what is needed to count them fast.

An excerpt stands under each of its dated events, else at its own date; counts name it once.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import accumulate

from archivist.domain.timeline import (
    Span,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
)


class ItemKind(StrEnum):
    """What stands on the axis."""

    EVENT = "event"
    CITATION = "citation"
    EXCERPT = "excerpt"


_ORDER = {ItemKind.EVENT: 0, ItemKind.EXCERPT: 1, ItemKind.CITATION: 2}  # within one day


@dataclass(frozen=True, slots=True)
class Item:
    """A dated thing with the excerpts that stand under it; `lane` is where an event's bar runs."""

    kind: ItemKind
    value: TimelineEvent | TimelineExcerpt | TimelineCitation
    span: Span
    excerpts: tuple[TimelineExcerpt, ...] = ()
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many different things there are."""

    events: int = 0
    excerpts: int = 0
    citations: int = 0

    @property
    def total(self) -> int:
        """All of them together."""
        return self.events + self.excerpts + self.citations


class TimelineIndex:
    """A model's dated things, sorted; `undated` holds the rest."""

    def __init__(self, model: TimelineModel) -> None:
        under: dict[int, list[TimelineExcerpt]] = {}
        dated_events = {event.id for event in model.events if event.span}
        alone: list[TimelineExcerpt] = []
        undated: list[TimelineExcerpt] = []
        self._homes: dict[int, tuple[int, ...]] = {}  # excerpt → its dated events
        for excerpt in model.excerpts:
            homes = excerpt.event_ids
            if not dated_events.issuperset(homes):
                homes = tuple(event for event in homes if event in dated_events)
            for home in homes:
                under.setdefault(home, []).append(excerpt)
            if homes:
                self._homes[excerpt.id] = homes
            else:
                (alone if excerpt.span else undated).append(excerpt)
        found = [
            (event.span, ItemKind.EVENT, event, tuple(under.get(event.id, ())))
            for event in model.events
            if event.span
        ]
        rest: Iterable[TimelineExcerpt | TimelineCitation] = (*alone, *model.citations)
        others = [
            (
                value.span,
                ItemKind.EXCERPT if isinstance(value, TimelineExcerpt) else ItemKind.CITATION,
                value,
                (),
            )
            for value in rest
            if value.span
        ]
        ordered = sorted(
            (*found, *others), key=lambda entry: (entry[0].first, _ORDER[entry[1]], entry[2].id)
        )
        lanes = _lanes([(span.first, span.last, kind) for span, kind, _, _ in ordered])
        self.items = [
            Item(kind, value, span, excerpts, lane)
            for (span, kind, value, excerpts), lane in zip(ordered, lanes, strict=True)
        ]
        self.days = [item.span.first for item in self.items]
        self.lanes = max(lanes, default=0) + 1
        self.undated = TimelineModel(
            tuple(event for event in model.events if not event.span),
            tuple(undated),
            tuple(citation for citation in model.citations if not citation.span),
        )
        self._places = {(item.kind, item.value.id): at for at, item in enumerate(self.items)}
        self._count()
        self._furthest = _Furthest([item.span.last for item in self.items])
        self.last = max((item.span.last for item in self.items), default=0)  # the last day there is

    @property
    def first(self) -> int:
        """The first day there is; 0 in an empty timeline."""
        return self.days[0] if self.days else 0

    def between(self, first: float, last: float) -> tuple[int, int]:
        """Gives the range of places whose rows stand in [first, last)."""
        return bisect_left(self.days, first), bisect_left(self.days, last)

    def place(self, kind: ItemKind, id_: int) -> int | None:
        """Gives the place of an event, a citation, or an excerpt (under its first event)."""
        if kind is ItemKind.EXCERPT and id_ in self._homes:
            return min(self._places[ItemKind.EVENT, home] for home in self._homes[id_])
        return self._places.get((kind, id_))

    def crossing(self, before: int, day: float, most: int) -> list[int]:
        """Gives up to `most` places before `before` of things that last until `day` or longer."""
        return [
            place
            for place in self._furthest.reaching(before, day, most)
            if self.items[place].kind is ItemKind.EVENT
        ]

    def counts(self, first: int, stop: int) -> Counts:
        """Counts the different things at the places [first, stop)."""
        entries = self._entries[stop] - self._entries[first]
        begin = bisect_left(self._repeats, (self._entries[first], -1))
        end = bisect_left(self._repeats, (self._entries[stop], -1))
        again = sum(earlier >= self._entries[first] for _, earlier in self._repeats[begin:end])
        return Counts(
            self._events[stop] - self._events[first],
            entries - again,
            self._citations[stop] - self._citations[first],
        )

    def entries(self, first: int, stop: int) -> int:
        """Counts what stands at [first, stop): items, and each excerpt under each of its events."""
        of_items = stop - first
        return of_items + self._under[stop] - self._under[first]

    def _count(self) -> None:
        """Adds up, so that the things in any stretch are counted by subtraction.

        An excerpt under several events is entered again each time; the few repeats are kept with
        the entry before, so that those within one stretch can be taken off.
        """
        kinds = [item.kind for item in self.items]
        self._events = [0, *accumulate(kind is ItemKind.EVENT for kind in kinds)]
        self._citations = [0, *accumulate(kind is ItemKind.CITATION for kind in kinds)]
        self._under = [0, *accumulate(len(item.excerpts) for item in self.items)]
        own = [len(item.excerpts) + (item.kind is ItemKind.EXCERPT) for item in self.items]
        self._entries = [0, *accumulate(own)]
        self._repeats: list[tuple[int, int]] = []
        several = {id_ for id_, homes in self._homes.items() if len(homes) > 1}
        if not several:
            return
        seen: dict[int, int] = {}
        for entry, item in zip(self._entries, self.items, strict=False):
            for offset, excerpt in enumerate(item.excerpts):
                if excerpt.id in several:
                    if excerpt.id in seen:
                        self._repeats.append((entry + offset, seen[excerpt.id]))
                    seen[excerpt.id] = entry + offset


class _Furthest:
    """A tree of maxima: finds the things of a prefix that last until some day, without a scan."""

    def __init__(self, lasts: list[int]) -> None:
        self._size = max(len(lasts), 1)
        self._tree: list[float] = [float("-inf")] * self._size + [*lasts]
        self._tree += [float("-inf")] * (2 * self._size - len(self._tree))
        for node in range(self._size - 1, 0, -1):
            self._tree[node] = max(self._tree[2 * node], self._tree[2 * node + 1])

    def reaching(self, before: int, day: float, most: int) -> list[int]:
        found: list[int] = []
        low, high = self._size, self._size + before
        nodes: list[int] = []
        while low < high:
            if low & 1:
                nodes.append(low)
                low += 1
            if high & 1:
                high -= 1
                nodes.append(high)
            low >>= 1
            high >>= 1
        while nodes and len(found) < most:
            node = nodes.pop()
            if self._tree[node] < day:
                continue
            if node >= self._size:
                found.append(node - self._size)
            else:
                nodes += (2 * node, 2 * node + 1)
        return sorted(found)


def _lanes(spans: list[tuple[int, int, ItemKind]]) -> list[int]:
    """Gives each event the lowest lane in which no other event runs at the same time."""
    free: list[int] = []
    running: list[tuple[int, int]] = []
    lanes: list[int] = []
    opened = 0
    for first, last, kind in spans:
        if kind is not ItemKind.EVENT:
            lanes.append(0)
            continue
        while running and running[0][0] < first:
            heappush(free, heappop(running)[1])
        if free:
            lane = heappop(free)
        else:
            lane, opened = opened, opened + 1
        heappush(running, (last, lane))
        lanes.append(lane)
    return lanes
