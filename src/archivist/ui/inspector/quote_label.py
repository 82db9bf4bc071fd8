"""The passage itself, in two lines until it is opened; it keeps its own reading direction."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from archivist.ui import theme
from archivist.ui.chip_painting import reads_right_to_left
from archivist.ui.chips import claims

_LINES = 2
_INDENT = 10  # pixels from the edge to the text, past the bar that marks a quote
_BAR = 3
_MARGIN = 4


class QuoteLabel(QWidget):
    """A quote: a click or Enter shows it in the reader, Space opens and closes it here."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_quote = True
        self._rtl = False
        self._open = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setFamilies(["Noto Serif", "DejaVu Serif", "Georgia", "serif"])
        self.setFont(font)

    def set_quote(self, text: str, direction: str = "", *, stand_in: str = "") -> None:
        """Shows a quote, or what stands for one where there is none.

        Args:
            text: The quote.
            direction: Its document's: "ltr", "rtl" or "" (unknown).
            stand_in: What a region that quotes no words is called.
        """
        self._is_quote = bool(text)
        shown = " ".join((text or stand_in).split())
        if shown != self._text:
            self._open = False
        self._text = shown
        self._rtl = reads_right_to_left(shown, direction)
        self.setAccessibleName(self.tr("Passage: {text}").format(text=shown))
        self.setToolTip(self.tr("Click to show the passage; Space opens all of it here"))
        self.updateGeometry()
        self.update()

    @property
    def is_open(self) -> bool:
        """Says whether the whole passage is shown."""
        return self._open

    def lines(self, width: int) -> list[str]:
        """Gives the lines shown at a width in pixels; the last is elided while closed."""
        room = max(width - 2 * _INDENT, 40)
        layout = QTextLayout(self._quoted(), self.font())
        layout.beginLayout()
        ends: list[tuple[int, int]] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            ends.append((line.textStart(), line.textLength()))
        layout.endLayout()
        # Line ends count UTF-16 units, as Qt does.
        units = self._quoted().encode("utf-16-le", "surrogatepass")

        def part(start: int, length: int | None = None) -> str:
            end = None if length is None else (start + length) * 2
            return units[start * 2 : end].decode("utf-16-le", "surrogatepass")

        if self._open or len(ends) <= _LINES:
            return [part(*end) for end in ends]
        kept = [part(*end) for end in ends[: _LINES - 1]]
        rest = part(ends[_LINES - 1][0])
        elided = QFontMetrics(self.font()).elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return [*kept, elided]

    def hasHeightForWidth(self) -> bool:
        """Says that a narrower quote is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Gives the height in pixels at a width."""
        return len(self.lines(width)) * self.fontMetrics().lineSpacing() + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        """Gives a width that the pane decides on, and the height there."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Gives room for one line."""
        return QSize(80, self.fontMetrics().lineSpacing() + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bar, the lines, and the keyboard's frame."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRect(0 if not self._rtl else self.width() - _BAR, 3, _BAR, self.height() - 6)
        painter.fillRect(bar, QColor(now.highlight_line))
        painter.setPen(self.palette().windowText().color())
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        )
        height = self.fontMetrics().lineSpacing()
        for number, line in enumerate(self.lines(self.width())):
            box = QRect(_INDENT, _MARGIN + number * height, self.width() - 2 * _INDENT, height)
            painter.drawText(box, int(flags), line.strip())
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keeps Enter and Space from the window's shortcuts."""
        if claims(event, {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the passage in the reader; Space opens and closes it here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Shows the passage in the reader."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.activated.emit()

    def toggle(self) -> None:
        """Opens or closes the quote."""
        self._open = not self._open
        self.updateGeometry()
        self.update()

    def _quoted(self) -> str:
        return f"“{self._text}”" if self._is_quote else self._text
