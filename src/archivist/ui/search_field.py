"""The field in the toolbar that searches everything, with its key shown inside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

_WIDTH = 420  # pixels, where there is room


class SearchField(QLineEdit):
    """The field in the toolbar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText(self.tr("Search passages, events, actors, citations…"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setMinimumWidth(180)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint = QLabel("Ctrl+K", self)
        self._hint.setObjectName("keyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(lambda _text: self._place_hint())

    def sizeHint(self) -> QSize:
        """As wide as its hint needs; it gives way in a narrow window."""
        return QSize(_WIDTH, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the hint at the far end."""
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        far = 7 if rtl else self.width() - self._hint.width() - 7
        self._hint.move(far, (self.height() - self._hint.height()) // 2)
        shown = not self.text() and self.width() > 300
        self._hint.setVisible(shown)
        room = self._hint.width() + 4 if shown else 0
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)
