"""Where the rows of a timeline stand at a scale: nothing overlaps, nothing is left out uncounted.

The axis is cut into cells by halving, so that a cell is about a screen high at any zoom and only
the visible ones are laid out. Cells keep their place on the linear axis; within a cell the axis
stretches where words need room. What would stretch it too far becomes a cluster with a count.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise, zip_longest
from math import ceil, log2
from typing import Protocol

from archivist.domain.axis import Scale
from archivist.domain.timeline import TimelineExcerpt
from archivist.domain.timeline_index import Item, ItemKind, TimelineIndex

_UNDIVIDED = 1200.0  # pixels of an axis that is one cell, so that all of its room is shared
_TALLEST_CELL = 800.0  # pixels; a cell of a longer axis has at least half of it
_MOST_TRIED = 200  # excerpts of an event; no cell has room for more
_AIR = 12.0  # pixels above the first row of all
_FULL = 0.94  # of a cell's height is for rows, the rest keeps some of time's own proportions


class Metrics(Protocol):
    """How many pixels things take, the gap below them included."""

    cluster_height: float

    def item_height(self, item: Item, *, opened: bool) -> float:
        """Gives the height of an event's heading (folded, or above excerpts) or of another item."""
        ...

    def excerpt_height(self, excerpt: TimelineExcerpt) -> float:
        """Gives the height of a quote under its event."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at the places [first, stop): one item with some of its excerpts, or a cluster.

    `top` counts from the beginning of the axis; `shown` are positions in the item's excerpts.
    """

    first: int
    stop: int
    top: float
    height: float
    shown: tuple[int, ...] = ()

    @property
    def is_cluster(self) -> bool:
        """Says whether several items stand behind this row."""
        return self.stop - self.first > 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A piece of the axis: its rows, and the moments whose pixels are known, both ends included."""

    rows: tuple[Row, ...]
    days: tuple[float, ...]
    pixels: tuple[float, ...]


@dataclass(slots=True)
class _Group:
    """Places that share a row while a cell is laid out; `target` is where time would have it."""

    first: int
    stop: int
    target: float
    height: float
    shown: tuple[int, ...] = ()


class Layout:
    """The rows at one scale, made when asked for.

    `slack` is how many pixels a row may be pushed from its time; `pinned` is a place (and maybe
    the position of one of its excerpts) that gets a row of its own before all others.
    """

    def __init__(
        self,
        index: TimelineIndex,
        scale: Scale,
        metrics: Metrics,
        *,
        slack: float = 150.0,
        pinned: tuple[int, int | None] | None = None,
    ) -> None:
        self.index = index
        self.scale = scale
        self._metrics = metrics
        self._slack = slack
        self._pinned = pinned
        halvings = ceil(log2(scale.height / _TALLEST_CELL)) if scale.height > _UNDIVIDED else 0
        self._count = 1 << halvings
        self._cell_days = (scale.last - scale.first) / self._count
        self._cell_height = scale.height / self._count
        self._room = self._cell_height * _FULL - _AIR
        self._cells: dict[int, _Cell] = {}

    def y(self, day: float) -> float:
        """Gives the pixel of a moment on the stretched axis."""
        cell = self._cell(self._cell_of_day(day))
        return _between(day, cell.days, cell.pixels)

    def day(self, y: float) -> float:
        """Gives the moment at a pixel of the stretched axis."""
        cell = self._cell(min(max(int(y // self._cell_height), 0), self._count - 1))
        return _between(y, cell.pixels, cell.days)

    def rows(self, top: float, bottom: float) -> Iterator[Row]:
        """Gives the rows that touch the pixels [top, bottom), in the order of time."""
        low = max(int(top // self._cell_height), 0)
        high = min(int(bottom // self._cell_height), self._count - 1)
        for number in range(low, high + 1):
            for row in self._cell(number).rows:
                if row.top < bottom and row.top + row.height > top:
                    yield row

    def row_of(self, place: int) -> Row:
        """Gives the row behind which a place stands."""
        rows = self._cell(self._cell_of_day(self.index.days[place])).rows
        return next(row for row in rows if row.first <= place < row.stop)

    def _cell_of_day(self, day: float) -> int:
        number = int((day - self.scale.first) // self._cell_days)
        return min(max(number, 0), self._count - 1)

    def _cell(self, number: int) -> _Cell:
        if number not in self._cells:
            self._cells[number] = self._laid_out(number)
        return self._cells[number]

    def _laid_out(self, number: int) -> _Cell:
        first_day = self.scale.first + number * self._cell_days
        last_day = first_day + self._cell_days
        top = number * self._cell_height
        # Asked of the same rule as row_of, so that rounding cannot lose an item between two cells.
        first, stop = self._places(number)
        groups = self._groups(first, stop) if first < stop else []
        self._add_excerpts(groups)
        above = _AIR if number == 0 else 0.0
        wished = [(group.target - top - above, group.height) for group in groups]
        tops = _apart(wished, self._cell_height - above)
        rows = tuple(
            Row(group.first, group.stop, top + above + offset, group.height, group.shown)
            for group, offset in zip(groups, tops, strict=True)
        )
        days, pixels = [first_day], [top]
        # Nearer to the end, the axis would be too steep to be read back from a pixel.
        steep = last_day - self._cell_days * 1e-6
        for row, below in zip_longest(rows, rows[1:]):
            until = (last_day, top + self._cell_height)
            if below is not None:
                until = (float(self.index.days[below.first]), below.top)
            for day, pixel in self._known(row, until):
                if days[-1] < day < steep and pixel >= pixels[-1]:
                    days.append(day)
                    pixels.append(pixel)
        days.append(last_day)
        pixels.append(max(top + self._cell_height, pixels[-1]))
        return _Cell(rows, tuple(days), tuple(pixels))

    def _known(self, row: Row, until: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """Gives the moments whose pixels a row decides; `until` is day and pixel of the next.

        An event that is over by then takes the room of its quotes at least, so that its bar
        stands beside all of them.
        """
        day, bottom = float(self.index.days[row.first]), row.top + row.height
        yield day, row.top
        if row.is_cluster:
            yield float(self.index.days[row.stop - 1]), bottom
        elif self.index.items[row.first].kind is ItemKind.EVENT:
            over = self.index.items[row.first].span.last + 1.0
            if over < until[0]:
                share = (over - day) / (until[0] - day)
                if row.top + share * (until[1] - row.top) < bottom:
                    yield over, bottom

    def _places(self, number: int) -> tuple[int, int]:
        days = self.index.days

        def first_in(cell: int) -> int:
            if cell <= 0:
                return 0
            if cell >= self._count:
                return len(days)
            return bisect_left(days, cell, key=self._cell_of_day)

        return first_in(number), first_in(number + 1)

    def _group(self, first: int, stop: int) -> _Group:
        """Makes a row's beginnings; a cluster stands in the middle of its time."""
        days = self.index.days
        target = self.scale.y((days[first] + days[stop - 1]) / 2)
        if stop - first > 1:
            return _Group(first, stop, target, self._metrics.cluster_height)
        if self._pinned and self._pinned[0] == first and self._pinned[1] is not None:
            position = self._pinned[1]
            height = self._height(first, opened=True)
            height += self._metrics.excerpt_height(self.index.items[first].excerpts[position])
            return _Group(first, stop, target, height, (position,))
        return _Group(first, stop, target, self._height(first))

    def _height(self, place: int, *, opened: bool = False) -> float:
        return self._metrics.item_height(self.index.items[place], opened=opened)

    def _groups(self, first: int, stop: int) -> list[_Group]:
        """Halves the cell's items, the most numerous group first, as long as there is room."""
        days = self.index.days
        cuts = [first, stop]
        pinned = self._pinned[0] if self._pinned else -1
        if first <= pinned < stop:
            cuts = sorted({first, pinned, pinned + 1, stop})
        groups = [self._group(*ends) for ends in pairwise(cuts)]
        room = self._room - sum(group.height for group in groups)
        waiting = [(group.first - group.stop, group.first) for group in groups]
        heapify(waiting)
        while waiting:
            _, start = heappop(waiting)
            at = bisect_left(groups, start, key=lambda group: group.first)
            end = groups[at].stop
            if end - start < 2:
                continue
            middle = (start + end) // 2
            if days[start] < days[end - 1]:
                middle = bisect_left(days, (days[start] + days[end - 1] + 1) / 2, start, end)
            halves = [self._group(start, middle), self._group(middle, end)]
            whole = groups[at]
            added = halves[0].height + halves[1].height - whole.height
            if added > room:
                continue
            groups[at : at + 1] = halves
            if self._fits(groups):
                room -= added
                for half in halves:
                    heappush(waiting, (half.first - half.stop, half.first))
            else:
                groups[at : at + 2] = [whole]
        return groups

    def _add_excerpts(self, groups: list[_Group]) -> None:
        """Shows each event's excerpts, one each in turn, as long as there is room."""
        open_to: list[tuple[_Group, list[int]]] = []
        for group in groups:
            excerpts = self.index.items[group.first].excerpts
            if group.stop - group.first > 1 or not excerpts:
                continue
            most = range(min(len(excerpts), _MOST_TRIED))
            open_to.append((group, [at for at in most if at not in group.shown]))
        while open_to:
            remaining = []
            for group, order in open_to:
                if not order:
                    continue
                excerpt = self.index.items[group.first].excerpts[order[0]]
                before = group.height
                if not group.shown:
                    group.height = self._height(group.first, opened=True)
                group.height += self._metrics.excerpt_height(excerpt)
                if self._fits(groups):
                    group.shown = tuple(sorted((*group.shown, order.pop(0))))
                    remaining.append((group, order))
                else:
                    group.height = before
            open_to = remaining

    def _fits(self, groups: list[_Group]) -> bool:
        """Says whether the rows find room in the cell without any being pushed too far."""
        total = pushed = before = 0.0
        for group in groups:
            # How far down the rows above push this one, were they to stand where time has them.
            pushed -= group.target - before
            if pushed < 0.0:
                pushed = 0.0
            elif pushed > self._slack:
                return False
            before = group.target
            pushed += group.height
            total += group.height
        return total <= self._room


def _apart(wished: list[tuple[float, float]], room: float) -> list[float]:
    """Gives tops as near as possible (least squares) to those wished for, without overlaps.

    Each wish is (top, height). Pooling of adjacent violators: rows that collide move as one block
    around the middle of what they wished for.
    """
    blocks: list[tuple[float, int]] = []  # mean of (top - heights above), and number of rows
    above = 0.0
    for top, height in wished:
        mean, count = top - above, 1
        while blocks and blocks[-1][0] > mean:
            earlier, number = blocks.pop()
            mean = (earlier * number + mean * count) / (number + count)
            count += number
        blocks.append((mean, count))
        above += height
    free = max(room - above, 0.0)
    tops: list[float] = []
    used = 0.0
    means = [min(max(mean, 0.0), free) for mean, count in blocks for _ in range(count)]
    for mean, (_, height) in zip(means, wished, strict=True):
        tops.append(mean + used)
        used += height
    return tops


def _between(value: float, known: tuple[float, ...], wanted: tuple[float, ...]) -> float:
    """Reads a value off a line through known points."""
    at = min(max(bisect_right(known, value), 1), len(known) - 1)
    low, high = known[at - 1], known[at]
    if high <= low:
        return wanted[at]
    share = (value - low) / (high - low)
    return wanted[at - 1] + share * (wanted[at] - wanted[at - 1])
