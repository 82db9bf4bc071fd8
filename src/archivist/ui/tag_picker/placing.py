"""Where the tag picker stands: beside the passage, never over it, and always in sight."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_GAP = 6  # pixels between the passage and the popup
_MARGIN = 4  # pixels to the edge of the window or screen


def room(parent: QWidget | None, point: QPoint) -> QRect:
    """Gives where a popup may stand, in global pixels: on the point's screen, in its window."""
    screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
    bounds = screen.availableGeometry()
    if parent is not None:
        window = QRect(parent.mapToGlobal(QPoint(0, 0)), parent.size())
        bounds = window.intersected(bounds) if window.intersects(bounds) else window
    return bounds.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)


def beside(passage: QRect, point: QPoint, size: QSize, bounds: QRect, *, rtl: bool) -> QRect:
    """Gives the place under a passage, or over it where there is no room; from the leading side."""
    left = point.x() - (size.width() if rtl else 0)
    left = max(bounds.left(), min(left, bounds.right() - size.width() + 1))
    top = passage.bottom() + _GAP
    above = passage.top() - _GAP - size.height()
    if top + size.height() > bounds.bottom() and above >= bounds.top():
        top = above
    top = max(bounds.top(), min(top, bounds.bottom() - size.height() + 1))
    return QRect(QPoint(left, top), size)
