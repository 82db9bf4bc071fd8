"""Excerpts carried by the mouse: what a drag holds, and how one begins."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

EXCERPT_MIME = "application/x-archivist-excerpt"  # its data is the excerpt's id in decimal digits


def dragged_excerpt(data: QMimeData) -> int | None:
    """Gives the excerpt that is dragged, or None."""
    if not data.hasFormat(EXCERPT_MIME):
        return None
    digits = bytes(data.data(EXCERPT_MIME).data()).decode("ascii", "replace")
    return int(digits) if digits.isascii() and digits.isdigit() else None


def drag_excerpt(source: QWidget, excerpt_id: int) -> None:
    """Begins to drag an excerpt, so that it can be dropped on what it is to be linked to."""
    data = QMimeData()
    data.setData(EXCERPT_MIME, str(excerpt_id).encode("ascii"))
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
