"""A small table whose rows are typed in: further names, authors."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class _Table(QTableWidget):
    row_removal_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Asks to remove the row at Delete; F2 or typing edits a cell, as everywhere."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.row_removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Gives room for a handful of rows; more scroll."""
        rows = max(2, min(self.rowCount(), 5))
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return QSize(
            super().sizeHint().width(), height + rows * self.verticalHeader().defaultSectionSize()
        )


class RowsField(QWidget):
    """Rows of cells; a column with choices shows one of them, given as (value, words)."""

    changed = Signal()

    def __init__(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        choices: dict[int, Sequence[tuple[str, str]]] | None = None,
        add: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Shows rows under titles; `add` is the words of the button that adds one."""
        super().__init__(parent)
        self._choices = choices or {}
        self.table = _Table(0, len(titles))
        self.table.setHorizontalHeaderLabels(list(titles))
        self.table.verticalHeader().setVisible(False)
        metrics = self.fontMetrics()
        self.table.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + 12)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.itemChanged.connect(self.changed)
        self.table.row_removal_requested.connect(self._remove)
        self.add_button = QPushButton(add or self.tr("Add"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self.remove_button = QPushButton(self.tr("Remove"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        self.setFocusProxy(self.table)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replaces the rows."""
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        self._show_removable()
        self.table.updateGeometry()

    def rows(self) -> list[tuple[str, ...]]:
        """Gives the rows that hold something beside their choices."""
        found: list[tuple[str, ...]] = []
        for row in range(self.table.rowCount()):
            cells = tuple(self._cell(row, column) for column in range(self.table.columnCount()))
            if any(cell for column, cell in enumerate(cells) if column not in self._choices):
                found.append(cells)
        return found

    def _cell(self, row: int, column: int) -> str:
        if column in self._choices:
            combo = self.table.cellWidget(row, column)
            return str(combo.currentData()) if isinstance(combo, QComboBox) else ""
        item = self.table.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""

    def _append(self, cells: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, cell in enumerate(cells):
            if column in self._choices:
                combo = QComboBox()
                for value, words in self._choices[column]:
                    combo.addItem(words, value)
                combo.setCurrentIndex(max(0, combo.findData(cell)))
                header = self.table.horizontalHeaderItem(column)
                combo.setAccessibleName(header.text() if header is not None else "")
                combo.activated.connect(self.changed)
                self.table.setCellWidget(row, column, combo)
            else:
                self.table.setItem(row, column, QTableWidgetItem(cell))

    def _add(self) -> None:
        first = {column: offered[0][0] for column, offered in self._choices.items()}
        columns = range(self.table.columnCount())
        self._append([first.get(column, "") for column in columns])
        row = self.table.rowCount() - 1
        self._show_removable()
        self.table.updateGeometry()
        self.table.setFocus()
        self.table.setCurrentCell(row, 0)
        item = self.table.item(row, 0)
        if item is not None:
            self.table.editItem(item)
        self.changed.emit()

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row < 0:
            row = self.table.rowCount() - 1
        if row >= 0:
            self.table.removeRow(row)
            self._show_removable()
            self.table.updateGeometry()
            self.changed.emit()

    def _show_removable(self) -> None:
        self.remove_button.setEnabled(self.table.rowCount() > 0)
