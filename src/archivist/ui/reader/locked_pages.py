"""What stands in place of pages whose file is encrypted: why they are not drawn, and the way in."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class LockedPages(QWidget):
    """Lies over the pages, as large as they; the text can be read without the password."""

    password_requested = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("emptyPane")
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._words.setObjectName("hint")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self.tr("Enter password…"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.password_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def tell(self, title: str, *, was_wrong: bool) -> None:
        """Says why no page of this document is drawn."""
        said = (
            self.tr("That password does not open “{title}”. Try another one.")
            if was_wrong
            else self.tr(
                "“{title}” is encrypted, and its password is not kept. "
                "With the password its pages are drawn; its text can be read without."
            )
        )
        self._words.setText(said.format(title=title))
        self.button.setAccessibleDescription(self._words.text())
        self._fill()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as what it lies over."""
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
