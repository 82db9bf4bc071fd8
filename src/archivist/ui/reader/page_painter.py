"""Paints pages with what is drawn over them; a page itself stays as it is, in either theme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from archivist.domain.model import LinkState, MarkerKind, Page
from archivist.ui import theme
from archivist.ui.reader.annotations import PlacedStripe
from archivist.ui.reader.margin_painter import StripeArea, paint_stripes, stripe_area
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import PageStack
from archivist.ui.reader.places import Places
from archivist.ui.reader.text_painter import HANDLE_RADIUS, Drawn
from archivist.ui.reader.typography import Typography

_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
# What lies on a page is painted for white paper, whatever the theme.
_ON_PAPER = theme.LIGHT


@dataclass(frozen=True, slots=True)
class PageScene:
    """What one painting is about."""

    pages: Sequence[Page]
    stack: PageStack
    service: PageService
    places: Places
    drawn: Drawn
    selection: tuple[int, int] | None
    mirrored: bool


class PagePainter:
    """Paints the visible pages; remembers the stripes' rectangles for the mouse."""

    def __init__(self) -> None:
        self.areas: list[StripeArea] = []

    def stripe_at(self, point: QPointF) -> PlacedStripe | None:
        """Gives the stripe at a point of the stack."""
        for each in self.areas:
            if each.area.adjusted(-3, 0, 3, 0).contains(point):
                return each.placed
        return None

    def paint(self, painter: QPainter, scene: PageScene, view: QRectF) -> None:
        """Paints what is in view (stack's pixels); the painter is already moved there."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.areas = []
        for index in scene.stack.between(view.top(), view.bottom()):
            area = scene.stack.area(index)
            self._paint_page(painter, scene, index, area)
            if scene.service.failure(index + 1):
                continue
            painter.save()
            painter.setClipRect(area)
            self._paint_annotations(painter, scene, index)
            painter.restore()
            self._place_stripes(scene, index, area)
        self._paint_chosen(painter, scene, view)
        painter.setFont(Typography().small)
        margin = scene.stack.width if scene.mirrored else view.left()
        paint_stripes(painter, self.areas, margin, mirrored=scene.mirrored)

    def _paint_page(self, painter: QPainter, scene: PageScene, index: int, area: QRectF) -> None:
        colors = theme.current()
        shadow = QColor(0, 0, 0, 60 if colors.dark else 22)
        painter.fillRect(area.translated(0, 2).adjusted(-1, 0, 1, 1), shadow)
        painter.fillRect(area, Qt.GlobalColor.white)
        image = scene.service.image(index + 1)
        failure = scene.service.failure(index + 1)
        if image is not None:
            painter.drawImage(area, image)
            return
        painter.setPen(QColor(_ON_PAPER.warning if failure else _ON_PAPER.text_muted))
        painter.setFont(Typography().small)
        label = scene.pages[index].label
        words = failure or QCoreApplication.translate("PageView", "Page {0}").format(label)
        wraps = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(40, 40, -40, -40), int(wraps), words)

    def _paint_annotations(self, painter: QPainter, scene: PageScene, index: int) -> None:
        page, annotations = scene.pages[index], scene.drawn.annotations
        span = page.start, max(page.end, page.start + 1)
        chosen = scene.drawn.chosen_range()
        painter.setCompositionMode(_MULTIPLY)
        for highlight in annotations.highlights.overlapping(*span):
            if highlight is annotations.chosen:
                continue
            depth = annotations.depths[highlight.excerpt_id]
            for area in scene.places.of_highlight(scene.stack, index, highlight):
                painter.fillRect(area, QColor(_ON_PAPER.highlight))
                line = QRectF(area.left(), area.bottom() - 1 + depth * 2.2, area.width(), 1.6)
                painter.fillRect(line, QColor(_ON_PAPER.highlight_line))
        if chosen is not None:
            for area in scene.places.areas(scene.stack, index, *chosen):
                painter.fillRect(area, QColor(_ON_PAPER.highlight_chosen))
        for marker in annotations.markers.overlapping(*span):
            known = marker.state in {LinkState.RESOLVED, LinkState.MANUAL}
            if marker.kind is MarkerKind.FLAG:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(_ON_PAPER.warning_soft))
            elif known:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(_ON_PAPER.citation_soft))
            else:
                painter.setPen(QPen(QColor(_ON_PAPER.citation), 0.8, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            for area in scene.places.areas(scene.stack, index, marker.start, marker.end):
                painter.drawRoundedRect(area, 3, 3)
        self._paint_matches(painter, scene, index, span)
        if scene.selection is not None:
            for area in scene.places.areas(scene.stack, index, *scene.selection):
                painter.fillRect(area, QColor(180, 208, 245))
        painter.setCompositionMode(_OVER)
        painter.setPen(QPen(QColor(_ON_PAPER.found), 1.2, Qt.PenStyle.DotLine))
        for date in annotations.dates.overlapping(*span):
            for area in scene.places.areas(scene.stack, index, date.start, date.end):
                painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))

    def _paint_matches(
        self, painter: QPainter, scene: PageScene, index: int, span: tuple[int, int]
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for match in scene.drawn.matches.overlapping(*span):
            strong = match == scene.drawn.current_match
            painter.setBrush(QColor("#8db8ee" if strong else "#cfe0f6"))
            for area in scene.places.areas(scene.stack, index, match.start, match.end):
                painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_chosen(self, painter: QPainter, scene: PageScene, view: QRectF) -> None:
        """Draws the outline and the ends of the chosen excerpt."""
        chosen = scene.drawn.chosen_range()
        if chosen is None:
            return
        color = QColor(_ON_PAPER.highlight_chosen_line)
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for index in scene.stack.between(view.top(), view.bottom()):
            for area in scene.places.areas(scene.stack, index, *chosen):
                path.addRect(area.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.drawPath(path.simplified())
        painter.setPen(QPen(QColor(_ON_PAPER.paper), 1))
        painter.setBrush(color)
        for middle in scene.places.ends(scene.stack, *chosen) or ():
            painter.drawEllipse(middle, HANDLE_RADIUS, HANDLE_RADIUS)

    def _place_stripes(self, scene: PageScene, index: int, area: QRectF) -> None:
        page = scene.pages[index]
        edge = area.right() if scene.mirrored else area.left()
        for placed in scene.drawn.annotations.stripes.overlapping(page.start, page.end):
            own = list(scene.places.of_highlight(scene.stack, index, placed.highlight))
            if own:
                top, bottom = _extent(own)
                box = stripe_area(edge, top, bottom, placed.lane, mirrored=scene.mirrored)
                self.areas.append(StripeArea(box, placed))


def _extent(areas: Iterable[QRectF]) -> tuple[float, float]:
    around = QRectF()
    for area in areas:
        around = around.united(area)
    return around.top(), around.bottom()
