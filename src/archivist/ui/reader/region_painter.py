"""Paints regions over a page: those that are excerpts, the chosen one, and the draft."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from archivist.domain.reading import Rectangle
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.page_stack import PageStack
from archivist.ui.reader.region_handles import handle_points
from archivist.ui.theme import Theme

_VEIL, _VEIL_CHOSEN = 110, 150  # of 255: a picture has to be seen through it
_HANDLE = 3.5


def area_of(stack: PageStack, box: Rectangle) -> QRectF:
    """Gives where a rectangle of a page stands on the stack."""
    return stack.from_page(box.page - 1, box.left, box.top, box.right, box.bottom)


def paint_region(
    painter: QPainter,
    area: QRectF,
    highlight: Highlight,
    colors: Theme,
    veil: QPainter.CompositionMode,
    *,
    chosen: bool,
) -> None:
    """Paints a region that is an excerpt, outlined in the color of its first event.

    `veil` is how its color lies over the ink.
    """
    fill = QColor(colors.highlight_chosen if chosen else colors.highlight)
    fill.setAlpha(_VEIL_CHOSEN if chosen else _VEIL)
    over = painter.compositionMode()
    painter.setCompositionMode(veil)
    painter.fillRect(area, fill)
    painter.setCompositionMode(over)
    own = colors.highlight_chosen_line if chosen else colors.highlight_line
    line = highlight.stripes[0].color if highlight.stripes and not chosen else own
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), 2.0))
    painter.drawRect(area)


def paint_draft(painter: QPainter, area: QRectF, colors: Theme) -> None:
    """Paints the rectangle that may become an excerpt."""
    fill = QColor(colors.accent)
    fill.setAlpha(36)
    painter.fillRect(area, fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.accent), 1.4, Qt.PenStyle.DashLine))
    painter.drawRect(area)


def paint_handles(painter: QPainter, area: QRectF, line: str, colors: Theme) -> None:
    """Paints what a region is sized by."""
    painter.setPen(QPen(QColor(colors.paper), 1))
    painter.setBrush(QColor(line))
    for middle in handle_points(area):
        painter.drawEllipse(middle, _HANDLE, _HANDLE)
