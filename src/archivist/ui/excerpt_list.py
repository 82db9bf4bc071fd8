"""A list of passages with a title: what a chosen thing holds, or what a to-do list asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui import theme
from archivist.ui.bidi import isolated, tip
from archivist.ui.elided_label import ElidedLabel
from archivist.ui.library_model import EXCERPT_MIME, Index

_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_MARGIN = 14
_LINES = 2  # of a quote that are shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `kind` is "excerpt", "marker", "event", "citation" …; start in code points."""

    kind: str
    id: int
    label: str
    detail: str = ""
    document_id: int | None = None
    start: int | None = None


class ExcerptList(QFrame):
    """Shows entries; a click, the arrow keys and Enter lead to their passages."""

    entry_opened = Signal(object)  # Entry
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("excerptList")
        self._title = ElidedLabel()
        self._title.setObjectName("paneTitle")
        self._count = QLabel()
        self._count.setObjectName("mutedText")
        self._close = QToolButton(autoRaise=True)
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close list"))
        self._close.setToolTip(self.tr("Close list (Esc)"))
        self._close.clicked.connect(self.close_list)
        self._model = _EntryModel(self)
        self.view = _EntryView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_EntryDelegate(self.view))
        self.view.opened.connect(self._open)
        self.view.left.connect(self.close_list)
        self.view.clicked.connect(self._open)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 6, 6, 2)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._model.entries

    @property
    def title(self) -> str:
        """What the list is of."""
        return self._title.text()

    def show_entries(self, title: str, entries: Sequence[Entry]) -> None:
        """Shows a list under its title."""
        self._title.setText(title)
        self._title.setToolTip(tip(f"{title} · {len(entries):n}"))
        self._count.setText(f"{len(entries):n}")
        self.view.setAccessibleName(title)
        self._model.set_entries(entries)
        self.show()

    def close_list(self) -> None:
        """Takes the list away."""
        self.hide()
        self.closed.emit()

    def _open(self, index: QModelIndex) -> None:
        self.entry_opened.emit(self._model.entries[index.row()])


class _EntryModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        if list(entries) != list(self.entries):
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{entry.label}\n{entry.detail}" if entry.detail else entry.label
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.entries[index.row()].kind == "excerpt":
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [EXCERPT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(EXCERPT_MIME, str(self.entries[indexes[0].row()].id).encode())
        return data


class _EntryView(QListView):
    opened = Signal(QModelIndex)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, option.fontMetrics.lineSpacing() * (_LINES + 1) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY_ROLE)
        colors = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colors.neutral_soft))
        area = option.rect.adjusted(_MARGIN, 5, -_MARGIN, -5)
        painter.setFont(option.font)
        painter.setPen(QColor(colors.text))
        used = _paint_lines(painter, option, area, " ".join(entry.label.split()))
        painter.setPen(QColor(colors.text_muted))
        detail = QRect(area.left(), area.top() + used, area.width(), area.height() - used)
        text = option.fontMetrics.elidedText(
            isolated(entry.detail), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(detail, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, text)
        painter.restore()


def _paint_lines(painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str) -> int:
    """Paints up to two lines, the last one elided; gives their height in pixels."""
    layout = QTextLayout(text, option.font)
    choice = QTextOption(Qt.AlignmentFlag.AlignLeading)
    choice.setTextDirection(option.direction)
    layout.setTextOption(choice)
    layout.beginLayout()
    spacing, line_start = option.fontMetrics.lineSpacing(), 0
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        box = QRect(area.left(), area.top() + number * spacing, area.width(), spacing)
        shown = text[line_start : line_start + line.textLength()]
        if number == _LINES - 1:
            shown = option.fontMetrics.elidedText(
                text[line_start:], Qt.TextElideMode.ElideRight, area.width()
            )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, shown)
        line_start += line.textLength()
    layout.endLayout()
    return spacing * (number + (1 if line.isValid() else 0))
