"""The list of the tag picker: chips at the leading edge, keys or kinds at the other."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.ui import theme
from archivist.ui.chip_painting import chip_size, paint_chip, paint_text
from archivist.ui.tag_picker.model import Choice

_CHOICE = Qt.ItemDataRole.UserRole
_MARGIN = 8  # pixels
_Index = QModelIndex | QPersistentModelIndex


class ChoiceModel(QAbstractListModel):
    """The lines on offer; a screen reader hears each in full."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replaces the lines."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def choice(self, index: _Index) -> Choice | None:
        """Gives the line at an index."""
        return self._choices[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Gives how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Gives a line's text, its full text for a screen reader, or the choice itself."""
        choice = self.choice(index)
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return " – ".join(part for part in (choice.text, choice.detail) if part)
        return choice if role == _CHOICE else None


def spoken(choice: Choice) -> str:
    """Gives a line as a screen reader says it."""
    hint = choice.hint.replace("↵", "Enter").replace("✓", "").strip()
    return ", ".join(part for part in (choice.text, choice.detail, hint) if part)


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a line; what does not fit is elided, the hint last of all."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Gives a line's height; its width is the list's."""
        metrics = QFontMetrics(option.font)
        return QSize(0, chip_size(metrics, "").height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints a line."""
        choice = index.data(_CHOICE)
        now = theme.current()
        rect: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft))
            painter.drawRoundedRect(rect, 5, 5)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(font)
        hint = choice.chosen_hint if current else choice.hint
        taken = _paint_keys(painter, inner, direction, hint) if hint else 0
        room = QRect(inner.left(), inner.top(), inner.width() - taken, inner.height())
        _paint_text(painter, inner, room.width(), direction, choice)
        painter.restore()


def _paint_keys(painter: QPainter, inner: QRect, direction: Qt.LayoutDirection, hint: str) -> int:
    """Paints a hint as a key cap at the far edge; gives the pixels it took."""
    now = theme.current()
    font = QFont(painter.font())
    painter.save()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(hint) + 12
    height = metrics.height() + 4
    box = QRect(
        inner.right() - width + 1, inner.top() + (inner.height() - height) // 2, width, height
    )
    box = QStyle.visualRect(direction, inner, box)
    painter.setPen(QPen(QColor(now.line), 1))
    painter.setBrush(QColor(now.paper))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(now.text_muted))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), hint)
    painter.restore()
    return width + _MARGIN


def _paint_text(
    painter: QPainter, inner: QRect, room: int, direction: Qt.LayoutDirection, choice: Choice
) -> None:
    now = theme.current()
    metrics = QFontMetrics(painter.font())
    position = inner.left()
    leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    if choice.chip is not None:
        size = chip_size(metrics, choice.text)
        width = min(size.width(), room)
        top = inner.top() + (inner.height() - size.height()) // 2
        box = QRect(position, top, width, size.height())
        chip = QStyle.visualRect(direction, inner, box)
        paint_chip(painter, chip, choice.text, choice.chip, color=choice.color)
        position += width + 6
        text = choice.detail
    else:
        text = choice.text
    left = inner.left() + room - position
    if text and left > metrics.averageCharWidth() * 4:
        painter.setPen(QColor(now.text_muted))
        box = QStyle.visualRect(
            direction, inner, QRect(position, inner.top(), left, inner.height())
        )
        paint_text(painter, box, fitted(metrics, text, choice.name, left), leading)


def fitted(metrics: QFontMetrics, text: str, name: str, room: int) -> str:
    """Shortens the name in "New event “…” on 1 May 1931", where the date says more than its end."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    around = metrics.horizontalAdvance(text.replace(name, "", 1)) if name else room
    if name not in text or room - around < metrics.averageCharWidth() * 6:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    shortened = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room - around)
    return text.replace(name, shortened, 1)
