"""What is on screen of a timeline: blocks, bars, labels and ticks with their places in pixels.

Places are those of a left-to-right pane; `Geometry.mirrored` turns them for the other direction.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFontMetrics

from archivist.domain.axis import ticks
from archivist.domain.calendar import civil
from archivist.domain.timeline import Span, TimelineEvent
from archivist.domain.timeline_index import Item, ItemKind
from archivist.domain.timeline_layout import Layout, Row
from archivist.ui import theme
from archivist.ui.timeline import words
from archivist.ui.timeline.blocks import Block, Composer, Fonts, Kind

MARGIN = 10
MOST_LANES = 4  # bars side by side; further ones share the last lane
_MOST_CROSSING = 60
_SHORTEST_BAR = 16
_FADE = 26  # pixels that a bar reaches beyond a known day where its end is open
_A_MONTH = 31  # days; a longer cluster is not told by its days
_TWENTIETH = 19_620  # 20 September 2023; ten days from it make as wide a label as one month can
_TICKS_APART = 52
_LABELS_APART = 17


@dataclass(frozen=True, slots=True)
class Geometry:
    """The columns of the pane: labels, axis with its lanes, text."""

    width: int
    label_width: int
    lanes: int
    right_to_left: bool

    @classmethod
    def of(cls, fonts: Fonts, width: int, lanes: int, *, right_to_left: bool) -> "Geometry":
        """Gives the columns for a pane's width."""
        metrics = QFontMetrics(fonts.muted)
        widest = metrics.horizontalAdvance(words.span_label(_TWENTIETH, _TWENTIETH + 10))
        return cls(width, widest + 2, min(lanes, MOST_LANES), right_to_left)

    @property
    def axis(self) -> int:
        """Where the first lane begins."""
        return MARGIN + self.label_width + 6

    @property
    def bar_width(self) -> int:
        """How wide a bar is; bars side by side are thinner."""
        return 10 if self.lanes == 1 else 6

    @property
    def text(self) -> int:
        """Where the text column begins."""
        return self.axis + self.lanes_width + 11

    @property
    def text_width(self) -> int:
        """How wide the text column is."""
        return max(self.width - self.text - MARGIN, 40)

    @property
    def lanes_width(self) -> int:
        """How wide all lanes are together."""
        return self.lanes * (self.bar_width + 2) - 2

    def lane(self, lane: int) -> int:
        """Where a lane begins."""
        return self.axis + min(lane, self.lanes - 1) * (self.bar_width + 2)

    def mirrored(self, rect: QRect) -> QRect:
        """Gives the place of a rectangle on screen."""
        if not self.right_to_left:
            return rect
        return QRect(self.width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())

    def unmirrored(self, point: QPoint) -> QPoint:
        """Gives the point of a left-to-right pane for one on screen."""
        return QPoint(self.width - 1 - point.x(), point.y()) if self.right_to_left else point


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pointed at; `position` is an excerpt's under the item at `place`."""

    kind: Kind
    id: int
    place: int
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on screen; `color` is that of its name."""

    target: Target
    rect: QRect
    block: Block
    color: str


@dataclass(frozen=True, slots=True)
class Bar:
    """An event's, citation's, excerpt's or cluster's mark on the axis."""

    rect: QRectF
    target: Target
    colors: tuple[str, ...]
    fades_above: bool = False
    fades_below: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A date beside the axis; a tick's also has a line."""

    y: int
    text: str
    is_tick: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """All that is on screen."""

    placed: tuple[Placed, ...] = ()
    bars: tuple[Bar, ...] = ()
    labels: tuple[Label, ...] = ()


def make_frame(
    layout: Layout, composer: Composer, geometry: Geometry, top: float, height: int
) -> Frame:
    """Gives what is on screen when pixel `top` of the axis is at the top of the viewport."""
    rows = list(layout.rows(top, top + height))
    placed: list[Placed] = []
    bars = list(_crossing_bars(layout, geometry, top, height, rows))
    for row in rows:
        placed += _placed(layout, composer, geometry, row, top)
        bars += _bars(layout, composer, geometry, row, top, height)
    labels = list(_row_labels(layout, composer, rows, top))
    labels += _ticks(layout, labels, top, height)
    return Frame(tuple(placed), tuple(bars), tuple(labels))


def targets_of(layout: Layout, row: Row) -> list[Target]:
    """Gives what can be pointed at in a row, from top to bottom."""
    item = layout.index.items[row.first]
    if row.is_cluster:
        return [Target("cluster", row.first, row.first)]
    targets = [Target(item.kind.value, item.value.id, row.first)]
    targets += [
        Target("excerpt", item.excerpts[position].id, row.first, position) for position in row.shown
    ]
    return targets


def _placed(
    layout: Layout, composer: Composer, geometry: Geometry, row: Row, top: float
) -> Iterator[Placed]:
    item = layout.index.items[row.first]
    y = round(row.top - top)
    for target in targets_of(layout, row):
        if target.kind == "cluster":
            block = composer.cluster(layout.index.counts(row.first, row.stop))
            advance = composer.cluster_height
        elif target.position is None:
            block = composer.item(item, len(row.shown))
            # The heading keeps the room it was laid out with, so that quotes do not jump.
            advance = composer.item_height(item, opened=bool(row.shown))
        else:
            block = composer.excerpt(item.excerpts[target.position])
            advance = composer.excerpt_height(item.excerpts[target.position])
        rect = QRect(geometry.text, y, geometry.text_width, block.height)
        color = theme.current().text if target.kind == "cluster" else _color(item)
        yield Placed(target, rect, block, color)
        y += round(advance)


def _bars(
    layout: Layout, composer: Composer, geometry: Geometry, row: Row, top: float, height: int
) -> Iterator[Bar]:
    target = targets_of(layout, row)[0]
    item = layout.index.items[row.first]
    y = row.top - top
    middle = y + composer.line_height / 2
    if row.is_cluster:
        members = layout.index.items[row.first : min(row.stop, row.first + 12)]
        colors = list(dict.fromkeys(_color(one) for one in members))[:5]
        rect = QRectF(geometry.axis - 1, y + 3, geometry.lanes_width + 2, row.height - 8)
        yield Bar(rect, target, tuple(colors))
    elif item.kind is ItemKind.EVENT:
        yield _event_bar(layout, geometry, item, target, (y, y + row.height), top, height)
    else:
        side = 9.0
        center = geometry.axis + geometry.bar_width / 2
        rect = QRectF(center - side / 2, middle - side / 2, side, side)
        yield Bar(rect, target, (_color(item),))


def _event_bar(
    layout: Layout,
    geometry: Geometry,
    item: Item,
    target: Target,
    row: tuple[float, float],
    top: float,
    height: int,
) -> Bar:
    span = item.span
    start, end = row[0] + 3, _y(layout, span.last + 1, top, height)
    end = max(end, start + _SHORTEST_BAR)
    if span.earliest is None:
        start -= _FADE / 2
    if span.latest is None:
        end = max(end, row[1] - 4)
    if span.approximate or None in {span.earliest, span.latest}:
        # A fading end needs some length in order to be seen as one.
        end = max(end, start + _FADE, min(row[1] - 4, start + 3 * _FADE))
    if item.lane >= MOST_LANES:
        # There is no lane of its own for it, and a longer bar would lie over others.
        end = min(end, row[1] - 4)
    rect = QRectF(geometry.lane(item.lane), start, geometry.bar_width, end - start)
    return Bar(
        rect,
        target,
        (_color(item),),
        fades_above=span.earliest is None or span.approximate,
        fades_below=span.latest is None or span.approximate,
        hatched=span.between,
    )


def _crossing_bars(
    layout: Layout, geometry: Geometry, top: float, height: int, rows: list[Row]
) -> Iterator[Bar]:
    """Gives the bars of events that began above the viewport and last into it."""
    index = layout.index
    day = layout.day(top)
    before = rows[0].first if rows else index.between(day, day)[0]
    taken: set[int] = set()
    for place in index.crossing(before, day, _MOST_CROSSING):
        item = index.items[place]
        if item.lane >= MOST_LANES or item.lane in taken:
            continue
        taken.add(item.lane)
        row = layout.row_of(place)
        if row.is_cluster:
            continue
        target = Target("event", item.value.id, place)
        ends = (row.top - top, row.top + row.height - top)
        yield _event_bar(layout, geometry, item, target, ends, top, height)


def _y(layout: Layout, day: float, top: float, height: int) -> float:
    """Gives a moment's pixel in the viewport; far below it, just somewhere below.

    Asking for the exact pixel would lay out parts of the axis that nobody sees.
    """
    beyond = layout.day(top + height)
    return layout.y(day) - top if day <= beyond else height + 100.0


def _color(item: Item) -> str:
    colors = theme.current()
    if isinstance(item.value, TimelineEvent):
        return colors.event_color(item.value.id, item.value.color)
    return colors.citation if item.kind is ItemKind.CITATION else colors.highlight_line


def _row_labels(layout: Layout, composer: Composer, rows: list[Row], top: float) -> Iterator[Label]:
    index = layout.index
    year: int | None = None
    last = ""
    for row in rows:
        first_day, last_day = index.days[row.first], index.days[row.stop - 1]
        span = index.items[row.first].span
        if row.is_cluster:
            members = index.items[row.first : min(row.stop, row.first + 12)]
            last_day = max(last_day, *(one.span.last for one in members))
            rough = last_day - first_day > _A_MONTH
        else:
            last_day = max(span.last, first_day)
            rough = _is_rough(span)
        label = words.span_label(
            first_day, last_day, with_year=civil(first_day)[0] != year, rough=rough
        )
        y = round(row.top - top + composer.line_height / 2)
        if label != last and y > 0:
            yield Label(y, label)
            year, last = civil(first_day)[0], label


def _is_rough(span: Span) -> bool:
    return span.approximate or span.between or None in {span.earliest, span.latest}


def _ticks(layout: Layout, labels: list[Label], top: float, height: int) -> list[Label]:
    """Gives the ticks that find room between the labels of rows."""
    taken = [label.y for label in labels]
    found: list[Label] = []
    first, last = layout.day(top), layout.day(top + height)
    for tick in ticks(first, last, layout.scale.per_day, _TICKS_APART):
        y = round(layout.y(tick.day) - top)
        if all(abs(y - other) >= _LABELS_APART for other in taken) and 6 < y < height - 6:
            found.append(Label(y, words.tick_label(tick), is_tick=True))
            taken.append(y)
    return found
