"""A chip: a tag that is read, opened, and removed, by mouse and by keyboard alike."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QWidget

from archivist.ui import theme
from archivist.ui.bidi import tip
from archivist.ui.chip_painting import ChipRole, chip_colors, chip_size, paint_chip, paint_text

_KEYS = {
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
}
_NARROWEST = 7  # average characters a chip keeps when it has to be narrowed


def claims(event: QEvent, keys: Collection[int]) -> bool:
    """Says whether an event asks if one of these keys, alone, is the widget's or a shortcut."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() in keys
        and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )


class Chip(QAbstractButton):
    """A chip with an optional × (Delete key) and an optional menu (click, Space, Enter)."""

    removal_requested = Signal()

    def __init__(
        self,
        text: str,
        role: ChipRole,
        *,
        name: str = "",
        color: str = "",
        removable: bool = False,
        menu: Callable[[QMenu], None] | None = None,
        flat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a chip; `name` is what a screen reader says, `menu` fills a menu when it opens."""
        super().__init__(parent)
        self._role: ChipRole = role
        self._color = color
        self._removable = removable
        self._fill_menu = menu
        self._flat = flat
        self.setText(text)
        self.setToolTip(tip(name or text))
        spoken = name or text
        if removable:
            spoken = self.tr("{tag}, press Delete to remove").format(tag=spoken)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        if menu is not None:
            self.clicked.connect(self._open_menu)

    def sizeHint(self) -> QSize:
        """Gives the size at which the whole text and the signs are seen."""
        size = chip_size(self._metrics(), self.text() + self._sign())
        return size - self._flat_savings() if self._flat else size

    def minimumSizeHint(self) -> QSize:
        """Gives the size below which an elided text would say nothing."""
        hint = self.sizeHint()
        narrowest = self._metrics().averageCharWidth() * _NARROWEST + hint.height()
        return QSize(min(hint.width(), narrowest), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the chip, its signs, and the frame that shows the keyboard's place."""
        painter = QPainter(self)
        painter.setFont(self.font())
        ink = chip_colors(self._role, self._color)[0]
        hovered = self.underMouse() and self.isEnabled()
        if self._flat:
            ink = self.palette().windowText().color() if self._role == "neutral" else ink
            font = painter.font()
            font.setUnderline(hovered)
            painter.setFont(font)
        else:
            paint_chip(painter, self.rect(), "", self._role, chosen=hovered, color=self._color)
        painter.setPen(ink)
        self._paint_label(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            radius = 3 if self._flat else self.height() / 2 - 1
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Removes with Delete or Backspace; opens with Enter as with Space."""
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Removes when the × was pressed and released."""
        on_cross = self._cross().contains(event.position().toPoint())
        if self.isDown() and on_cross and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removal_requested.emit()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the menu, at the menu key too."""
        if self._fill_menu is None and not self._removable:
            super().contextMenuEvent(event)
        else:
            self._open_menu()

    def event(self, event: QEvent) -> bool:
        """Repaints as the pointer comes and goes; keeps its keys from the window's shortcuts.

        Without that, Delete on a chip would delete the whole excerpt.
        """
        if claims(event, _KEYS):
            event.accept()
            return True
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.PaletteChange}:
            self.update()
        return super().event(event)

    def _flat_savings(self) -> QSize:
        """Gives the room at the ends that a chip without a ground does not need."""
        return QSize(chip_size(self._metrics(), "").width() - 2, 0)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _sign(self) -> str:
        """Gives the sign after the text: × removes, ▾ opens."""
        if self._removable:
            return " ×"
        return " ▾" if self._fill_menu is not None else ""

    def _paint_label(self, painter: QPainter) -> None:
        """Paints text and sign apart: a × that is elided or mirrored away could not be clicked."""
        metrics, sign = self._metrics(), self._sign()
        around = 0 if self._flat else (chip_size(metrics, "").width() - 1) // 2
        inner = self.rect().adjusted(around, 0, -around, 0)
        width = metrics.horizontalAdvance(sign)
        text = QRect(inner.left(), 0, inner.width() - width, inner.height())
        end = QRect(inner.left() + text.width(), 0, width, inner.height())
        direction = self.layoutDirection()
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        paint_text(painter, QStyle.visualRect(direction, inner, text), self.text(), side)
        paint_text(
            painter,
            QStyle.visualRect(direction, inner, end),
            sign.strip(),
            QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight),
        )

    def _cross(self) -> QRect:
        if not self._removable:
            return QRect()
        side = self.height() + 2
        box = QRect(self.width() - side, 0, side, self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        if self._fill_menu is not None:
            self._fill_menu(menu)
        if self._removable:
            menu.addSeparator()
            remove = menu.addAction(self.tr("Remove"))
            remove.triggered.connect(self.removal_requested)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
