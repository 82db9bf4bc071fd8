"""Where the pages of a document stand below each other, at one zoom, turn and width of the view."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from archivist.domain.reading import Page

PIXELS_PER_POINT = 96 / 72  # at 100 %, device-independent
LEAST_PAGE_ZOOM = 0.1
_GAP = 14.0  # between pages
_EDGE = 14.0  # above the first, below the last, and on the trailing side
_LABEL_MARGIN, _STRIPE_MARGIN = 92.0, 46.0
_NARROW = 640.0


class Fit(StrEnum):
    """What the zoom follows when the view changes its size."""

    NONE = ""
    WIDTH = "width"
    PAGE = "page"


class PageStack:
    """Pages below each other, centred; all in device-independent pixels of the whole stack."""

    def __init__(
        self,
        pages: Sequence[Page],
        view: tuple[float, float],
        zoom: float,
        *,
        mirrored: bool,
        rotation: int = 0,
    ) -> None:
        self.rotation = rotation  # degrees clockwise by which the pages are shown: quarters
        self._own_sizes = [page.seen_size for page in pages]
        across = rotation % 180 == 0
        self._sizes = [(w, h) if across else (h, w) for w, h in self._own_sizes]
        self._view_width, self._view_height = view
        self._mirrored = mirrored
        self.zoom = zoom
        self.scale = zoom * PIXELS_PER_POINT
        heights = (height * self.scale + _GAP for _, height in self._sizes)
        self._tops = list(accumulate(heights, initial=_EDGE))
        widest = max((width for width, _ in self._sizes), default=0.0)
        self.width = max(self._view_width, widest * self.scale + self.margin + _EDGE)
        self.height = self._tops[-1] - _GAP + _EDGE

    @property
    def margin(self) -> float:
        """The least width beside a page for stripes and labels."""
        return _LABEL_MARGIN if self._view_width >= _NARROW else _STRIPE_MARGIN

    def fitting_zoom(self, fit: Fit, index: int) -> float:
        """Gives the zoom at which a page fills the view's width, or is in sight as a whole."""
        width, height = self._sizes[index] if self._sizes else (1.0, 1.0)
        across = (self._view_width - self.margin - _EDGE) / (width * PIXELS_PER_POINT)
        down = (self._view_height - 2 * _EDGE) / (height * PIXELS_PER_POINT)
        return max(LEAST_PAGE_ZOOM, across if fit is Fit.WIDTH else min(across, down))

    def area(self, index: int) -> QRectF:
        """Gives the rectangle of a page (from 0)."""
        width, height = self._sizes[index]
        width, height = width * self.scale, height * self.scale
        spare = self.width - width
        lead = max(self.margin, spare / 2) if spare >= self.margin + _EDGE else self.margin
        lead = min(lead, spare - _EDGE)
        x = self.width - lead - width if self._mirrored else lead
        return QRectF(x, self._tops[index], width, height)

    def index_at(self, y: float) -> int:
        """Gives the page at a y; the gap below a page belongs to it."""
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self._sizes) - 1, 0))

    def between(self, top: float, bottom: float) -> range:
        """Gives the pages (from 0) that stand between two heights."""
        if not self._sizes:
            return range(0)
        return range(self.index_at(top), self.index_at(bottom) + 1)

    def to_page(self, point: QPointF, index: int) -> tuple[float, float]:
        """Gives a point of the stack in points of a page, which is not turned."""
        there, _ = self._placing(index).inverted()
        inside = there.map(point)
        return inside.x(), inside.y()

    def point(self, index: int, x: float, y: float) -> QPointF:
        """Gives a point of a page, in points, as one of the stack."""
        return self._placing(index).map(QPointF(x, y))

    def from_page(self, index: int, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Gives a box in points of a page as a rectangle of the stack."""
        return self._placing(index).mapRect(QRectF(left, top, right - left, bottom - top))

    def foot(self, area: QRectF, below: float, thickness: float, turn: int = 0) -> QRectF:
        """Gives the strip along the foot of a line of text, so many pixels below that foot.

        `turn` says how far the line is turned on its page (degrees, clockwise).
        """
        match (self.rotation + turn) % 360:
            case 90:
                x = area.left() - below - thickness
                return QRectF(x, area.top(), thickness, area.height())
            case 180:
                y = area.top() - below - thickness
                return QRectF(area.left(), y, area.width(), thickness)
            case 270:
                return QRectF(area.right() + below, area.top(), thickness, area.height())
            case _:
                return QRectF(area.left(), area.bottom() + below, area.width(), thickness)

    def _placing(self, index: int) -> QTransform:
        """Gives what takes points of a page to pixels of the stack."""
        width, height = self._own_sizes[index]
        corner, scale = self.area(index).topLeft(), self.scale
        x, y = corner.x(), corner.y()
        match self.rotation:
            case 90:
                return QTransform(0, scale, -scale, 0, x + height * scale, y)
            case 180:
                return QTransform(-scale, 0, 0, -scale, x + width * scale, y + height * scale)
            case 270:
                return QTransform(0, -scale, scale, 0, x, y + width * scale)
            case _:
                return QTransform(scale, 0, 0, scale, x, y)
