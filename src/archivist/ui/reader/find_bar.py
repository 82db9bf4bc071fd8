"""The bar that finds words in the open document."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from archivist.ui.reader.strip import Strip

_PAUSE = 120  # milliseconds after the last key; finding in 5 MB must not hold up typing


class FindBar(Strip):
    """Asks for words, shows how many matches there are, and steps through them."""

    sought = Signal(str, bool, bool)  # the words, whether case counts, whether only whole words
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._field = QLineEdit(self)
        self._field.setObjectName("findField")
        self._field.setPlaceholderText(self.tr("Find in this document"))
        self._field.setAccessibleName(self.tr("Find in this document"))
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(320)
        self._field.installEventFilter(self)
        self._count = QLabel(self)
        self._case = QCheckBox(self.tr("Match case"), self)
        self._whole = QCheckBox(self.tr("Whole words"), self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._seek)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self._field, 1)
        row.addWidget(self._button("‹", self.tr("Previous match (Shift+F3)"), self._previous))
        row.addWidget(self._button("›", self.tr("Next match (F3)"), self._next))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._case)
        row.addWidget(self._whole)
        row.addWidget(self._button("✕", self.tr("Close (Esc)"), self.close_bar))
        self._field.textChanged.connect(self._pause.start)
        self._case.toggled.connect(self._seek)
        self._whole.toggled.connect(self._seek)
        self.hide()

    def open_with(self, words: str) -> None:
        """Shows the bar, with words to find or the last ones, and puts the caret in it."""
        if words:
            self._field.setText(words)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._seek()

    def show_count(self, index: int, total: int) -> None:
        """Says which match is shown (from 0) of how many."""
        if not self._field.text().strip():
            self._count.clear()
        elif total == 0:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(self.tr("{0} of {1}").format(index + 1, total))

    def count_text(self) -> str:
        """Gives what is said about the matches, as "3 of 17"."""
        return self._count.text()

    def close_bar(self) -> None:
        """Hides the bar and the matches."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steps with Enter and Shift+Enter, closes with Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self._previous if shifted else self._next)()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _button(self, sign: str, tip: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(clicked)
        return button

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self._field.text(), self._case.isChecked(), self._whole.isChecked())

    def _next(self) -> None:
        if self._pause.isActive():
            self._seek()
        else:
            self.next_requested.emit()

    def _previous(self) -> None:
        if self._pause.isActive():
            self._seek()
        else:
            self.previous_requested.emit()
