"""What an excerpt is while it is dragged out of the reader: its number, and its quote to see."""

from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from archivist.ui import theme
from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.model import Highlight

EXCERPT_MIME = "application/x-archivist-excerpt"
_QUOTE_LENGTH = 60


class Source(Protocol):
    """The view that an excerpt is dragged from."""

    def viewport(self) -> QWidget:
        """Gives what the mouse is over."""
        ...

    def annotations(self) -> Annotations:
        """Gives what is drawn over the text."""
        ...

    def text(self) -> str:
        """Gives the document's text."""
        ...


def excerpt_mime(excerpt_id: int) -> QMimeData:
    """Gives what an excerpt is when it is dragged: its id in decimals."""
    mime = QMimeData()
    mime.setData(EXCERPT_MIME, str(excerpt_id).encode("ascii"))
    return mime


def drag_out(surface: Source, excerpt_id: int) -> None:
    """Lets an excerpt be dragged out of the reader, its quote hanging at the pointer."""
    drag = QDrag(surface.viewport())
    drag.setMimeData(excerpt_mime(excerpt_id))
    carried = surface.annotations().of(excerpt_id)
    if carried is not None:
        drag.setPixmap(_quote_picture(surface, carried))
        drag.setHotSpot(QPoint(-12, -8))
    drag.exec(Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)


def _quote_picture(surface: Source, highlight: Highlight) -> QPixmap:
    """Draws the beginning of the quote as it hangs at the pointer."""
    words = highlight.words or surface.text()[highlight.start : highlight.end]
    quote = " ".join(words[:200].split())
    shown = quote if len(quote) <= _QUOTE_LENGTH else quote[:_QUOTE_LENGTH].rstrip() + "…"
    metrics = QFontMetrics(QApplication.font())
    area = metrics.boundingRect(shown).adjusted(-8, -4, 8, 4)
    ratio = surface.viewport().devicePixelRatioF()
    picture = QPixmap(area.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    colors = theme.current()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colors.highlight_chosen))
    painter.setPen(QColor(colors.highlight_chosen_line))
    box = QRectF(0.5, 0.5, area.width() - 1, area.height() - 1)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(colors.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.end()
    return picture
