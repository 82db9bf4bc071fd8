"""A field for a text of several lines, which gives back every character that was typed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit


class TextField(QPlainTextEdit):
    """A text of several lines; Tab leaves it."""

    def __init__(self, text: str, *, lines: int) -> None:
        super().__init__(text)
        self._lines = lines
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Gives room for its number of lines; more scroll, or the form is made taller."""
        around = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        height = self.fontMetrics().lineSpacing() * self._lines + around + 2
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Gives the same height, so that the form scrolls rather than squeezes."""
        return QSize(80, self.sizeHint().height())


def plain_text(field: QPlainTextEdit) -> str:
    """Gives what was typed with its hard spaces, which Qt's own way turns into soft ones."""
    raw = field.document().toRawText()
    return raw.replace("\u2029", "\n").replace("\u2028", "\n").strip()
