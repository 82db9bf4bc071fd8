"""Paints pages with what is drawn over them; a page itself stays as it is, in either theme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from archivist.domain.reading import Page
from archivist.domain.vocabulary import LinkState, MarkerKind
from archivist.ui import theme
from archivist.ui.reader.annotations import STRIPE_LANES, PlacedStripe
from archivist.ui.reader.margin_painter import StripeArea, paint_stripes, stripe_area
from archivist.ui.reader.model import Highlight, Stripe
from archivist.ui.reader.page_pixels import PagePixels
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import PageStack
from archivist.ui.reader.places import Places
from archivist.ui.reader.region_draft import RegionDraft
from archivist.ui.reader.region_painter import (
    area_of,
    paint_draft,
    paint_handles,
    paint_region,
)
from archivist.ui.reader.text_painter import HANDLE_RADIUS, Drawn, wave
from archivist.ui.reader.tone import Tone
from archivist.ui.reader.typography import Typography

_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_SCREEN = QPainter.CompositionMode.CompositionMode_Screen
_SELECTED = {False: "#b4d0f5", True: "#2c4f80"}  # on paper that is dark or not
_MATCH = {False: "#cfe0f6", True: "#24384f"}
_MATCH_STRONG = {False: "#8db8ee", True: "#3d6aa5"}


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
    pixels: PagePixels
    tone: Tone
    regions: RegionDraft

    @property
    def colors(self) -> theme.Theme:
        """What lies on a page is painted for its paper, whatever the window's theme."""
        return theme.DARK if self.tone.inverted else theme.LIGHT

    @property
    def veil(self) -> QPainter.CompositionMode:
        """How colors lie over ink and paper, so that the ink stays to be read."""
        return _SCREEN if self.tone.inverted else _MULTIPLY


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
        on_page = scene.colors
        painter.fillRect(area, QColor("black" if on_page.dark else "white"))
        image = scene.pixels.image(index + 1, scene.stack.rotation, scene.tone)
        failure = scene.service.failure(index + 1)
        if image is not None:
            painter.drawImage(area, image)
            return
        painter.setPen(QColor(on_page.warning if failure else on_page.text_muted))
        painter.setFont(Typography().small)
        label = scene.pages[index].label
        words = failure or QCoreApplication.translate("PageView", "Page {0}").format(label)
        wraps = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(40, 40, -40, -40), int(wraps), words)

    def _paint_annotations(self, painter: QPainter, scene: PageScene, index: int) -> None:
        page, annotations = scene.pages[index], scene.drawn.annotations
        span = page.start, max(page.end, page.start + 1)
        chosen, colors = scene.drawn.chosen_range(), scene.colors
        painter.setCompositionMode(scene.veil)
        for highlight in annotations.highlights.overlapping(*span):
            if highlight is annotations.chosen:
                continue
            depth = annotations.depths[highlight.excerpt_id]
            ground, underline = colors.highlight_colors(highlight.color)
            for area in scene.places.of_highlight(scene.stack, index, highlight):
                painter.fillRect(area, QColor(ground))
                line = scene.places.foot(scene.stack, index, area, depth * 2.2 - 1, 1.6)
                painter.fillRect(line, QColor(underline))
        if chosen is not None:
            for area in scene.places.areas(scene.stack, index, *chosen):
                painter.fillRect(area, QColor(colors.highlight_chosen))
        for marker in annotations.markers.overlapping(*span):
            known = marker.state in {LinkState.RESOLVED, LinkState.MANUAL}
            if marker.kind is MarkerKind.FLAG:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.warning_soft))
            elif known:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.citation_soft))
            else:
                painter.setPen(QPen(QColor(colors.citation), 0.8, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            for area in scene.places.areas(scene.stack, index, marker.start, marker.end):
                painter.drawRoundedRect(area, 3, 3)
        self._paint_matches(painter, scene, index, span)
        if scene.selection is not None:
            for area in scene.places.areas(scene.stack, index, *scene.selection):
                painter.fillRect(area, QColor(_SELECTED[colors.dark]))
        painter.setCompositionMode(_OVER)
        for date in annotations.dates.overlapping(*span):
            self._underline(painter, scene, index, (date.start, date.end), colors.found)
        for each in annotations.suggestions.overlapping(*span):
            color = getattr(colors, each.role)
            self._underline(painter, scene, index, (each.start, each.end), color)
        if scene.drawn.suggested is not None:
            painter.setPen(QPen(QColor(colors.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for area in scene.places.areas(scene.stack, index, *scene.drawn.suggested):
                painter.drawRoundedRect(area.adjusted(-2, -1.5, 2, 1.5), 3, 3)
        painter.setPen(QPen(QColor(colors.warning), 1.1))
        for word in scene.drawn.doubtful.overlapping(*span):
            for area in scene.places.areas(scene.stack, index, word.start, word.end):
                foot = scene.places.foot(scene.stack, index, area)
                painter.drawPolyline(wave(foot.topLeft(), foot.bottomRight()))
        self._paint_regions(painter, scene, index)

    def _underline(
        self, painter: QPainter, scene: PageScene, index: int, span: tuple[int, int], color: str
    ) -> None:
        """Draws the dotted line of what was found."""
        painter.setPen(QPen(QColor(color), 1.2, Qt.PenStyle.DotLine))
        for area in scene.places.areas(scene.stack, index, *span):
            foot = scene.places.foot(scene.stack, index, area)
            painter.drawLine(QLineF(foot.topLeft(), foot.bottomRight()))

    def _paint_regions(self, painter: QPainter, scene: PageScene, index: int) -> None:
        annotations, adjusted = scene.drawn.annotations, scene.regions.adjusted
        for highlight in annotations.regions_on(index + 1):
            changed = adjusted is not None and adjusted[0] == highlight.excerpt_id
            box = adjusted[1] if adjusted is not None and changed else highlight.region
            if box is not None:
                area, chosen = area_of(scene.stack, box), highlight is annotations.chosen
                paint_region(painter, area, highlight, scene.colors, scene.veil, chosen=chosen)
        draft = scene.regions.draft
        if draft is not None and draft.page == index + 1:
            paint_draft(painter, area_of(scene.stack, draft), scene.colors)

    def _paint_matches(
        self, painter: QPainter, scene: PageScene, index: int, span: tuple[int, int]
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for match in scene.drawn.matches.overlapping(*span):
            strong = match == scene.drawn.current_match
            colors = _MATCH_STRONG if strong else _MATCH
            painter.setBrush(QColor(colors[scene.colors.dark]))
            for area in scene.places.areas(scene.stack, index, match.start, match.end):
                painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_chosen(self, painter: QPainter, scene: PageScene, view: QRectF) -> None:
        """Draws the outline and the ends of the chosen excerpt, and what a region is sized by."""
        self._paint_handles(painter, scene)
        chosen = scene.drawn.chosen_range()
        if chosen is None:
            return
        color = QColor(scene.colors.highlight_chosen_line)
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for index in scene.stack.between(view.top(), view.bottom()):
            for area in scene.places.areas(scene.stack, index, *chosen):
                path.addRect(area.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.drawPath(path.simplified())
        painter.setPen(QPen(QColor(scene.colors.paper), 1))
        painter.setBrush(color)
        for middle in scene.places.ends(scene.stack, *chosen) or ():
            painter.drawEllipse(middle, HANDLE_RADIUS, HANDLE_RADIUS)

    def _paint_handles(self, painter: QPainter, scene: PageScene) -> None:
        chosen, colors = scene.drawn.annotations.chosen, scene.colors
        draft, adjusted = scene.regions.draft, scene.regions.adjusted
        box = None if chosen is None else chosen.region
        if draft is not None:
            paint_handles(painter, area_of(scene.stack, draft), colors.accent, colors)
        elif adjusted is not None or box is not None:
            box = adjusted[1] if adjusted is not None else box
            line = colors.highlight_chosen_line
            if box is not None:
                paint_handles(painter, area_of(scene.stack, box), line, colors)

    def _place_stripes(self, scene: PageScene, index: int, area: QRectF) -> None:
        page = scene.pages[index]
        edge = area.right() if scene.mirrored else area.left()
        for placed in scene.drawn.annotations.stripes.overlapping(page.start, page.end):
            own = list(scene.places.of_highlight(scene.stack, index, placed.highlight))
            if own:
                top, bottom = _extent(own)
                box = stripe_area(edge, top, bottom, placed.lane, mirrored=scene.mirrored)
                self.areas.append(StripeArea(box, placed))
        for highlight in scene.drawn.annotations.regions_on(index + 1):
            if highlight.region is not None:
                own_area = area_of(scene.stack, highlight.region)
                for stripe in highlight.stripes:
                    self._place_region_stripe(highlight, stripe, own_area, edge, scene.mirrored)

    def _place_region_stripe(
        self, highlight: Highlight, stripe: Stripe, area: QRectF, edge: float, mirrored: bool
    ) -> None:
        """Puts a region's stripe into the innermost lane that is free beside it."""
        for lane in range(STRIPE_LANES):
            box = stripe_area(edge, area.top(), area.bottom(), lane, mirrored=mirrored)
            last = lane == STRIPE_LANES - 1
            if last or not any(each.area.intersects(box) for each in self.areas):
                self.areas.append(StripeArea(box, PlacedStripe(highlight, stripe, lane)))
                return


def _extent(areas: Iterable[QRectF]) -> tuple[float, float]:
    around = QRectF()
    for area in areas:
        around = around.united(area)
    return around.top(), around.bottom()
