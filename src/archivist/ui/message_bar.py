"""The calm bar above the work that shows one sentence, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from archivist.ui.appearance import icon

_MILLISECONDS_SHOWN = 12_000  # of good news; a failure stays until it is closed


class MessageBar(QFrame):
    """Shows the last message; a new one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._symbol = QLabel()
        self._symbol.setObjectName("messageSymbol")
        self._label = QLabel(wordWrap=True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # names and addresses are in it
        self._label.setObjectName("messageText")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.clicked.connect(self.hide)
        self._action: Callable[[], None] | None = None
        self.button.clicked.connect(lambda: self._act(self._action))
        self.other_button = QPushButton()
        self._other_action: Callable[[], None] | None = None
        self.other_button.clicked.connect(lambda: self._act(self._other_action))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        for widget in (self._symbol, self._label, self.other_button, self.button, self._close):
            row.addWidget(widget)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, or "" when the bar is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_message(
        self, text: str, button: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Shows good news for a while, with a button for what one may want next."""
        self._show(text, "information", button, action)
        self._timer.start(_MILLISECONDS_SHOWN)

    def show_failure(
        self, text: str, button: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Shows what could not be done until it is closed."""
        self._show(text, "warning", button, action)
        self._timer.stop()

    def offer(self, button: str, action: Callable[[], None]) -> None:
        """Puts another button beside the message that is shown."""
        self._other_action = action
        self.other_button.setText(button)
        self.other_button.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar, Enter takes the button that has the keyboard."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            button, QAbstractButton
        ):
            button.click()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str, kind: str, button: str, action: Callable[[], None] | None) -> None:
        self.setProperty("kind", kind)
        self.style().polish(self)
        self._symbol.setPixmap(icon(kind).pixmap(QSize(16, 16)))
        self._symbol.setAccessibleName(
            self.tr("Failure") if kind == "warning" else self.tr("Message")
        )
        self._label.setText(text)
        self.setAccessibleName(text)
        self._action = action
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.other_button.hide()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _act(self, action: Callable[[], None] | None) -> None:
        self.hide()
        if action is not None:
            action()
