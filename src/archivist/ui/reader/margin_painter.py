"""Paints the margins beside the text: event stripes with their names, and where pages begin."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen

from archivist.domain.reading import Page
from archivist.ui import theme
from archivist.ui.reader.annotations import PlacedStripe
from archivist.ui.reader.drawn_lines import VisibleLine
from archivist.ui.reader.layout import DocumentLayout
from archivist.ui.reader.ranges import Ranges

STRIPE_WIDTH = 4.0
_LANE_WIDTH = 6.0
_GAP = 13.0  # between the text and the innermost stripe
_EDGE = 8.0  # kept free beside the window's edge
_SHORTEST_LABEL = 26.0
_TELLING = 4  # characters, the ellipsis among them, that are worth the room
_NUMBER = re.compile(r"[ivxlcdm]{1,8}|.?|[^\d\s]{0,2}\d[^\s]{0,5}", re.I)  # other labels are names
# The document's side, which a mirrored window must not turn about.
_IN_PLACE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True, slots=True)
class StripeArea:
    """A stripe where it was drawn, in the document's pixels."""

    area: QRectF
    placed: PlacedStripe


def stripe_area(edge: float, top: float, bottom: float, lane: int, *, mirrored: bool) -> QRectF:
    """Gives a stripe's rectangle beside a text or page whose leading side is at `edge`."""
    away = _GAP + lane * _LANE_WIDTH
    x = edge + away - STRIPE_WIDTH if mirrored else edge - away
    return QRectF(x, top, STRIPE_WIDTH, bottom - top)


def paint_stripes(
    painter: QPainter, areas: Sequence[StripeArea], margin: float, *, mirrored: bool
) -> None:
    """Paints stripes and, where there is room, the name of each beside it; names never overlap.

    `margin` is the x where the margin ends at the window's side.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    for each in areas:
        painter.setBrush(QColor(each.placed.stripe.color))
        painter.drawRoundedRect(each.area, 2, 2)
    metrics = QFontMetricsF(painter.font())
    taken = float("-inf")
    said = ""
    order = sorted(areas, key=lambda each: (each.area.center().y(), -each.placed.lane))
    for each in order:
        label = each.placed.stripe.label
        outermost = _outermost(areas, each.area, mirrored=mirrored)
        room = abs(outermost - margin) - _EDGE - 5
        top = max(each.area.center().y() - metrics.height() / 2, taken)
        is_said = label == said and top - taken < metrics.height()
        if room < _SHORTEST_LABEL or top > each.area.bottom() or is_said:
            continue
        x = outermost + 5 if mirrored else outermost - 5 - room
        box = QRectF(x, top, room, metrics.height())
        painter.setPen(QColor(each.placed.stripe.color))
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        elided = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(side | _IN_PLACE), elided)
        taken, said = box.bottom() + 1, label


def _outermost(areas: Iterable[StripeArea], near: QRectF, *, mirrored: bool) -> float:
    """Gives the far side of the stripes that stand beside a name's place."""
    middle = near.center().y()
    beside = [
        each.area for each in areas if each.area.top() - 12 <= middle <= each.area.bottom() + 12
    ]
    if mirrored:
        return max(area.right() for area in beside)
    return min(area.left() for area in beside)


class MarginPainter:
    """Paints what stands beside the text of a layout, and remembers where for the mouse."""

    def __init__(self, layout: DocumentLayout, pages: Sequence[Page]) -> None:
        self._layout = layout
        self._pages = pages if len(pages) > 1 else ()
        self._page_starts = [page.start for page in self._pages]
        self.stripes: Ranges[PlacedStripe] = Ranges()
        self.areas: list[StripeArea] = []

    def paint(self, painter: QPainter, lines: Sequence[VisibleLine], view: QRectF) -> None:
        """Paints the margins of the lines in sight."""
        mirrored = self._layout.right_to_left
        column = self._layout.column
        painter.setFont(column.typography.small)
        self.areas = self._placed(lines)
        margin = column.page_width if mirrored else 0.0
        paint_stripes(painter, self.areas, margin, mirrored=mirrored)
        self._paint_pages(painter, lines, view)

    def at(self, x: float, y: float) -> PlacedStripe | None:
        """Gives the stripe under the pointer, with some pixels of room around it."""
        for each in self.areas:
            if each.area.adjusted(-3, 0, 3, 0).contains(x, y):
                return each.placed
        return None

    def _placed(self, lines: Iterable[VisibleLine]) -> list[StripeArea]:
        """Gives each stripe's rectangle, from its first drawn line in sight to its last."""
        extents: dict[PlacedStripe, tuple[float, float]] = {}
        for visible in lines:
            for placed in self.stripes.overlapping(visible.start, visible.end):
                top, bottom = self._extent(visible, placed.start, placed.end)
                before = extents.get(placed)
                extents[placed] = (
                    (top, bottom)
                    if before is None
                    else (min(top, before[0]), max(bottom, before[1]))
                )
        column, mirrored = self._layout.column, self._layout.right_to_left
        edge = column.right if mirrored else column.left
        return [
            StripeArea(stripe_area(edge, top, bottom, placed.lane, mirrored=mirrored), placed)
            for placed, (top, bottom) in extents.items()
        ]

    def _extent(self, visible: VisibleLine, start: int, end: int) -> tuple[float, float]:
        """Gives the heights between which a range stands on a line, of what is in sight."""
        offsets = self._layout.offsets
        first = offsets.to_units(max(start, visible.start)) - visible.unit
        last = offsets.to_units(min(end, visible.end) - 1) - visible.unit
        above = visible.layout.lineForTextPosition(first)
        below = visible.layout.lineForTextPosition(max(first, last))
        top = visible.origin.y() + above.y()
        return top + 1, visible.origin.y() + below.y() + below.height() + 3

    def _paint_pages(self, painter: QPainter, lines: Iterable[VisibleLine], view: QRectF) -> None:
        """Writes a page's label in the trailing margin, beside the line where it begins."""
        colors, column = theme.current(), self._layout.column
        for visible in lines:
            index = bisect_left(self._page_starts, visible.start)
            while index < len(self._pages) and self._pages[index].start < max(
                visible.end, visible.start + 1
            ):
                page = self._pages[index]
                y = self._layout.caret_rectangle(page.start).top()
                mirrored = self._layout.right_to_left
                inner = column.left - 10 if mirrored else column.right + 10
                outer = view.left() + 4 if mirrored else view.right() - 4
                left, right = min(inner, outer), max(inner, outer)
                painter.setPen(QPen(QColor(colors.line), 1))
                painter.drawLine(QLineF(left, y, right, y))
                painter.setPen(QColor(colors.text_muted))
                side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
                box = QRectF(left, y + 2, right - left, 40)
                words = page_words(page.label, painter.fontMetrics(), int(box.width()))
                painter.drawText(
                    box,
                    int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute),
                    words,
                )
                index += 1


def page_words(label: str, metrics: QFontMetrics, width: int) -> str:
    """Gives what a margin (pixels wide) has room for: “p. 12”, else “12”, else a part of it.

    A chapter's title is not said to be a page's number, and a letter or two of it say nothing.
    """
    words = QCoreApplication.translate("Margin", "p. {0}").format(label)
    if _NUMBER.fullmatch(label) and metrics.horizontalAdvance(words) <= width:
        return words
    shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, width)
    return shown if shown == label or len(shown) > _TELLING else ""
