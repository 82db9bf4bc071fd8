"""The note's field: what is typed is handed over when typing pauses and when the field is left."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_PAUSE = 900  # milliseconds without a key after which a note is kept
_FEWEST, _MOST = 2, 10  # lines


class NoteField(QPlainTextEdit):
    """A field as tall as its text. Each text belongs to an owner and is handed over with it.

    Changing the owner hands over first what was typed for the one before: a note is never lost
    and never lands on another excerpt.
    """

    committed = Signal(int, str)  # owner, text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.commit)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Write a note…"))
        self.setAccessibleName(self.tr("Note"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )

    def set_note(self, owner: int | None, text: str) -> None:
        """Shows an owner's note; what is being typed for the same owner stays."""
        if owner == self._owner:
            if self.document().isModified() or text == self.text():
                return
        else:
            self.commit()
        self._owner = owner
        self.setPlainText(text)
        self.document().setModified(False)
        self.updateGeometry()

    def text(self) -> str:
        """Gives the note with every character that was typed; Qt's own way loses hard spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def commit(self) -> None:
        """Hands the note over if it was changed."""
        self._timer.stop()
        if self._owner is not None and self.document().isModified():
            self.document().setModified(False)
            self.committed.emit(self._owner, self.text())

    def sizeHint(self) -> QSize:
        """Gives the height of the text, between two lines and ten."""
        line = self.fontMetrics().lineSpacing()
        lines = max(_FEWEST, min(_MOST, round(self.document().size().height())))
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), lines * line + frame + 2)

    def minimumSizeHint(self) -> QSize:
        """Gives the same height, so that a note is never squeezed."""
        return QSize(80, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hands the note over when the field is left."""
        super().focusOutEvent(event)
        self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hands the note over when the pane goes, with the window for instance."""
        self.commit()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes Esc and Ctrl+Enter for "done": the note is kept and the field left."""
        done = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if done or event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps Ctrl+Enter from the window's shortcuts while typing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()
                return True
        return super().event(event)

    def _changed(self) -> None:
        if self._owner is not None and self.document().isModified():
            self._timer.start()
