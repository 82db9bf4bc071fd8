"""A one-line label that ends in "…" where its text does not fit; the whole text stays its text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from archivist.ui.bidi import isolated

_LEAST_LETTERS = 4  # that stay to be seen


class ElidedLabel(QLabel):
    """Shows plain text on one line, as much of it as there is room for."""

    def minimumSizeHint(self) -> QSize:
        """A long text asks for no more room than there is."""
        hint = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(hint.width(), least), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text, shortened where need be."""
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            isolated(self.text()), Qt.TextElideMode.ElideRight, area.width()
        )
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(
                area, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown
            )
