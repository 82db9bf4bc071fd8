"""What the strips above a document are made of: paper with a line, and text that gives way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from archivist.ui import theme
from archivist.ui.bidi import isolated


class ElidedLabel(QLabel):
    """A line of text that ends in "…" where it has no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Says that it can be squeezed to nothing."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.contentsRect()
        metrics = self.fontMetrics()
        shown = metrics.elidedText(isolated(self.text()), Qt.TextElideMode.ElideRight, area.width())
        # A painter turns left into right by itself where the window is mirrored.
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(side), shown)


class Strip(QFrame):
    """A strip of paper above the document, with a line below it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints paper and line."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.paper))
        painter.setPen(QColor(colors.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
