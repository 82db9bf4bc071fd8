"""Paints one document's text with what lies under it; only what is in sight costs anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from archivist.domain.model import Marker
from archivist.domain.vocabulary import LinkState, MarkerKind
from archivist.ui import theme
from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.controls import CONTROLS
from archivist.ui.reader.drawn_lines import VisibleLine, caret_x
from archivist.ui.reader.figure_painter import paint_figures
from archivist.ui.reader.grounds import paint_grounds
from archivist.ui.reader.layout import DocumentLayout, PaintContext
from archivist.ui.reader.margin_painter import MarginPainter
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.picture_service import PictureService
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match

_TRANSLUCENT = 0.62  # how much of a highlight covers: where two overlap, both can be told
HANDLE_RADIUS = 4.5
_WAVE = 2.5  # pixels


@dataclass
class Drawn:
    """What is drawn over a text at the moment: excerpts, suggestions, matches, a drag."""

    annotations: Annotations = field(default_factory=Annotations)
    matches: Ranges[Match] = field(default_factory=Ranges)
    current_match: Match | None = None
    pictures: PictureService | None = None  # what draws the pictures inside the text
    suggested: tuple[int, int] | None = None  # what is being decided about
    doubtful: Ranges[Match] = field(default_factory=Ranges)
    resized: tuple[int, int] | None = None  # the chosen excerpt's range while an end is dragged

    def chosen_range(self) -> tuple[int, int] | None:
        """Gives the range of the chosen excerpt, as it is being dragged; None for a region."""
        chosen = self.annotations.chosen
        if chosen is None or chosen.region is not None:
            return None
        return self.resized or (chosen.start, chosen.end)


def wave(start: QPointF, end: QPointF) -> list[QPointF]:
    """Gives the points of a zigzag between two places, as spelling checkers draw it."""
    way = QLineF(start, end)
    steps = max(2, round(way.length() / _WAVE))
    up = way.normalVector().unitVector()
    lift = QPointF(up.dx(), up.dy()) * (_WAVE * 0.8)
    return [way.pointAt(step / steps) + lift * (step % 2) for step in range(steps + 1)]


def veil(color: str, paper: str) -> QColor:
    """Gives a translucent color that looks like `color` where it lies on paper alone."""
    wanted, under = QColor(color), QColor(paper)
    channels = [
        (over - (1 - _TRANSLUCENT) * below) / _TRANSLUCENT
        for over, below in zip(
            (wanted.red(), wanted.green(), wanted.blue()),
            (under.red(), under.green(), under.blue()),
            strict=True,
        )
    ]
    red, green, blue = (min(255, max(0, round(channel))) for channel in channels)
    return QColor(red, green, blue, round(255 * _TRANSLUCENT))


class TextPainter:
    """Paints a layout's visible lines, back to front."""

    def __init__(
        self, text: str, layout: DocumentLayout, drawn: Drawn, margin: MarginPainter
    ) -> None:
        self._text = text
        self._layout = layout
        self._drawn = drawn
        self._margin = margin

    def paint(self, painter: QPainter, context: PaintContext, view: QRectF) -> None:
        """Paints what stands in the view, given in the document's pixels."""
        lines = self._layout.visible_lines(view.top(), view.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_grounds(painter, self._layout, lines)
        outline = self._chosen_outline(lines)
        self._paint_chosen(painter, outline, fill=True)
        self._paint_highlights(painter, lines)
        self._paint_chosen(painter, outline, fill=False)
        self._paint_suggested(painter, lines)
        self._paint_matches(painter, lines)
        self._paint_selection(painter, lines, context)
        self._paint_chips(painter, lines)
        paint_figures(painter, self._layout, lines, self._drawn.pictures)
        painter.setPen(QColor(theme.current().text))
        for line in lines:
            line.layout.draw(painter, line.origin, [], context.clip)
        self._paint_found(painter, lines)
        self._paint_doubtful(painter, lines)
        self._paint_controls(painter, lines)
        self._paint_handles(painter, lines)
        self._margin.paint(painter, lines, view)
        self._paint_caret(painter, lines, context)

    def handles(self) -> tuple[QPointF, QPointF] | None:
        """Gives the middles of the knobs at the chosen excerpt's ends, in the document's pixels."""
        chosen = self._drawn.chosen_range()
        if chosen is None:
            return None
        first = self._layout.caret_rectangle(chosen[0])
        last = self._end_rectangle(chosen[1])
        return first.topLeft(), last.bottomLeft()

    def _end_rectangle(self, end: int) -> QRectF:
        """Gives the caret after the last character, on that character's own drawn line."""
        lines = self._layout.visible_lines(*self._heights_of(end - 1))
        for line in lines:
            areas = self._layout.rectangles(line, end - 1, end)
            if areas:
                side = areas[-1].left() if self._layout.right_to_left else areas[-1].right()
                return QRectF(side, areas[-1].top(), 1, areas[-1].height())
        return self._layout.caret_rectangle(end)

    def _heights_of(self, position: int) -> tuple[float, float]:
        area = self._layout.caret_rectangle(position)
        return area.top(), area.bottom()

    def _paint_highlights(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        colors = theme.current()
        annotations = self._drawn.annotations
        for visible in lines:
            for highlight in annotations.highlights.overlapping(visible.start, visible.end):
                if highlight is annotations.chosen:
                    continue
                ground, line = colors.highlight_colors(highlight.color)
                fill = veil(ground, colors.paper)
                areas = self._layout.rectangles(visible, highlight.start, highlight.end)
                for area in areas:
                    painter.fillRect(area, fill)
                self._underline(painter, areas, highlight, QColor(line))

    def _underline(
        self, painter: QPainter, areas: Iterable[QRectF], highlight: Highlight, color: QColor
    ) -> None:
        """Draws an excerpt's lower line: heavier when reviewed, lower where another is above."""
        thickness = 2.6 if highlight.reviewed else 1.6
        depth = self._drawn.annotations.depths[highlight.excerpt_id]
        for area in areas:
            y = area.bottom() - 0.8 + depth * 2.6
            painter.fillRect(QRectF(area.left(), y, area.width(), thickness), color)

    def _chosen_outline(self, lines: Iterable[VisibleLine]) -> QPainterPath:
        """Gives the outline of the chosen excerpt, of what is in sight."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        chosen = self._drawn.chosen_range()
        if chosen is not None:
            for visible in lines:
                if visible.start < chosen[1] and visible.end > chosen[0]:
                    for area in self._layout.rectangles(visible, *chosen):
                        path.addRect(area.adjusted(-1.5, -1.0, 1.5, self._spare))
        return path.simplified()

    def _paint_chosen(self, painter: QPainter, outline: QPainterPath, *, fill: bool) -> None:
        """Paints the chosen excerpt: its ground below the others, its outline above them."""
        colors = theme.current()
        pen = QPen(QColor(colors.highlight_chosen_line), 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(Qt.PenStyle.NoPen if fill else pen)
        painter.setBrush(QColor(colors.highlight_chosen) if fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    @property
    def _spare(self) -> float:
        """How far a chosen line reaches down, so that the lines of one excerpt hold together."""
        typography = self._layout.column.typography
        return typography.line - typography.em * 1.42 - 0.5

    def _paint_matches(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        colors = theme.current()
        soft, strong = QColor(colors.accent), QColor(colors.accent)
        soft.setAlphaF(0.22)
        strong.setAlphaF(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        for visible in lines:
            for match in self._drawn.matches.overlapping(visible.start, visible.end):
                painter.setBrush(strong if match == self._drawn.current_match else soft)
                for area in self._layout.rectangles(visible, match.start, match.end):
                    painter.drawRoundedRect(area, 3, 3)

    def _paint_selection(
        self, painter: QPainter, lines: Iterable[VisibleLine], context: PaintContext
    ) -> None:
        offsets = self._layout.offsets
        color = QColor(theme.current().accent)
        color.setAlphaF(0.28)
        for selection in context.selections:
            start = offsets.to_points(selection.cursor.selectionStart())
            end = offsets.to_points(selection.cursor.selectionEnd())
            for visible in lines:
                if visible.start < end and visible.end > start:
                    for area in self._layout.rectangles(visible, start, end):
                        painter.fillRect(area, color)

    def _paint_chips(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        for visible in lines:
            markers = self._drawn.annotations.markers.overlapping(visible.start, visible.end)
            drawn: set[tuple[int, int]] = set()
            for marker in markers:
                if (marker.start, marker.end) in drawn:
                    continue  # "[26–28]" is three markers over one text
                drawn.add((marker.start, marker.end))
                areas = self._layout.rectangles(visible, marker.start, marker.end)
                self._paint_chip(painter, areas, marker)

    def _paint_chip(self, painter: QPainter, areas: Iterable[QRectF], marker: Marker) -> None:
        """Draws the ground of a marker: filled where it leads to a citation, else two dashed lines.

        Lines at its sides would stand on its own brackets and on those of its neighbours.
        """
        colors = theme.current()
        em = self._layout.column.typography.em
        if marker.kind is MarkerKind.FLAG:
            pen, brush = QPen(Qt.PenStyle.NoPen), QBrush(QColor(colors.warning_soft))
        elif marker.state in {LinkState.RESOLVED, LinkState.MANUAL}:
            pen, brush = QPen(Qt.PenStyle.NoPen), QBrush(QColor(colors.citation_soft))
        else:
            outline = QColor(colors.citation)
            outline.setAlphaF(0.55)
            pen, brush = QPen(outline, 1, Qt.PenStyle.DashLine), QBrush(QColor(colors.paper))
        painter.setPen(pen)
        painter.setBrush(brush)
        for area in areas:
            ground = area.adjusted(0.5, em * 0.18, -0.5, -em * 0.14)
            if pen.style() == Qt.PenStyle.NoPen:
                painter.drawRoundedRect(ground, 3.5, 3.5)
            else:
                painter.fillRect(ground, brush)
                painter.drawLine(ground.topLeft(), ground.topRight())
                painter.drawLine(ground.bottomLeft(), ground.bottomRight())

    def _paint_suggested(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        """Frames what is being decided about."""
        suggested = self._drawn.suggested
        if suggested is None:
            return
        colors = theme.current()
        painter.setPen(QPen(QColor(colors.accent), 1.2))
        painter.setBrush(QColor(colors.accent_soft))
        for visible in lines:
            if visible.start < suggested[1] and visible.end > suggested[0]:
                for area in self._layout.rectangles(visible, *suggested):
                    painter.drawRoundedRect(area.adjusted(-1.5, -0.5, 1.5, 0.5), 3, 3)

    def _paint_found(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        """Draws a dotted line under dates and what else is proposed, in the colors of each."""
        colors = theme.current()
        rise = self._layout.column.typography.em * 0.16
        annotations = self._drawn.annotations
        for visible in lines:
            span = visible.start, visible.end
            found = [
                (date.start, date.end, "found") for date in annotations.dates.overlapping(*span)
            ]
            found += [
                (each.start, each.end, each.role)
                for each in annotations.suggestions.overlapping(*span)
            ]
            for start, end, role in found:
                painter.setPen(QPen(QColor(getattr(colors, role)), 1.2, Qt.PenStyle.DotLine))
                for area in self._layout.rectangles(visible, start, end):
                    y = area.bottom() - rise
                    painter.drawLine(QLineF(area.left(), y, area.right(), y))

    def _paint_doubtful(self, painter: QPainter, lines: Iterable[VisibleLine]) -> None:
        """Draws a wave below words that may be read wrongly."""
        painter.setPen(QPen(QColor(theme.current().warning), 1.1))
        for visible in lines:
            for word in self._drawn.doubtful.overlapping(visible.start, visible.end):
                for area in self._layout.rectangles(visible, word.start, word.end):
                    painter.drawPolyline(wave(area.bottomLeft(), area.bottomRight()))

    def _paint_controls(self, painter: QPainter, lines: Sequence[VisibleLine]) -> None:
        """Marks invisible characters that reorder text, so that no passage can read falsely."""
        painter.setPen(QPen(QColor(theme.current().warning), 1.2))
        painter.setBrush(QColor(theme.current().warning))
        for visible in (line for line in lines if line.mixed):
            for found in CONTROLS.finditer(self._text, visible.start, visible.end):
                unit = self._layout.offsets.to_units(found.start()) - visible.unit
                drawn = visible.layout.lineForTextPosition(unit)
                x = visible.origin.x() + caret_x(drawn, unit)
                top = visible.origin.y() + drawn.y()
                painter.drawLine(QLineF(x, top, x, top + drawn.height()))
                painter.drawEllipse(QPointF(x, top), 2.2, 2.2)

    def _paint_handles(self, painter: QPainter, lines: Sequence[VisibleLine]) -> None:
        chosen = self._drawn.chosen_range()
        if chosen is None or not lines:
            return
        in_sight = lines[0].start <= chosen[1] and chosen[0] <= lines[-1].end
        ends = self.handles() if in_sight else None
        if ends is None:
            return
        color = QColor(theme.current().highlight_chosen_line)
        painter.setPen(QPen(QColor(theme.current().paper), 1))
        painter.setBrush(color)
        for middle in ends:
            painter.drawEllipse(middle, HANDLE_RADIUS, HANDLE_RADIUS)

    def _paint_caret(
        self, painter: QPainter, lines: Iterable[VisibleLine], context: PaintContext
    ) -> None:
        if context.cursorPosition < 0:
            return
        block = self._layout.text_document.findBlock(context.cursorPosition)
        painter.setPen(QColor(theme.current().text))
        for visible in lines:
            if visible.unit == block.position():
                inside = context.cursorPosition - visible.unit
                visible.layout.drawCursor(painter, visible.origin, inside, 2)
