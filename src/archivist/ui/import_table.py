"""The files of an import as the lines of a table: which, how far, and why."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from archivist.ui import theme
from archivist.ui.bidi import isolated, tip
from archivist.ui.import_queue import Entry, State
from archivist.ui.import_run import ImportRun

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_WARNED = frozenset({State.FAILED, State.LEFT_OUT})


class ImportTable(QAbstractTableModel):
    """Shows the queue of a run, and follows it."""

    def __init__(self, run: ImportRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._entries: list[Entry] = []
        self._titles = (self.tr("File"), self.tr("State"), self.tr("Folder or Reason"))
        self._words = {
            State.WAITING: self.tr("waiting"),
            State.READING: self.tr("reading"),
            State.READ: self.tr("read"),
            State.LOCKED: self.tr("needs a password"),
            State.IMPORTED: self.tr("imported"),
            State.DUPLICATE: self.tr("duplicate"),
            State.FAILED: self.tr("failed"),
            State.LEFT_OUT: self.tr("left out"),
        }
        self.follow()

    def follow(self) -> None:
        """Shows the queue as it is now."""
        entries = self._run.queue.entries
        same = len(self._entries) <= len(entries) and all(
            mine is theirs for mine, theirs in zip(self._entries, entries, strict=False)
        )
        if not same:
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
            return
        if len(entries) > len(self._entries):
            self.beginInsertRows(QModelIndex(), len(self._entries), len(entries) - 1)
            self._entries = list(entries)
            self.endInsertRows()
        if entries:
            last = self.index(len(entries) - 1, len(self._titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A line for each file."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """File, state and reason."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell; its tooltip has the whole path and reason."""
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(self._cell(entry, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._cell(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            reason = entry.result.reason if entry.result else ""
            return tip(f"{entry.path}\n{reason}".strip())
        if role == Qt.ItemDataRole.ForegroundRole and entry.state in _WARNED:
            return QColor(theme.current().warning)
        return entry if role == ENTRY_ROLE else None

    def _cell(self, entry: Entry, column: int) -> str:
        if column == 0:
            return entry.path.name
        if column == 1:
            word = self._words[entry.state]
            if entry.state is State.READING and entry.total > 1:
                return self.tr("{state}, page {done} of {total}").format(
                    state=word, done=f"{entry.done:n}", total=f"{entry.total:n}"
                )
            return word
        reason = entry.result.reason if entry.result else ""
        return reason or str(entry.path.parent)


class ShownFiles(QSortFilterProxyModel):
    """Those files of a table that are in some states and have some words in their paths."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: frozenset[State] = frozenset(State)
        self._words: list[str] = []

    def show_only(self, states: frozenset[State], words: str) -> None:
        """Shows only files in these states, in whose path every word occurs."""
        self._states, self._words = states, words.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Says whether a file is shown."""
        entry = self.sourceModel().index(row, 0, parent).data(ENTRY_ROLE)
        if not isinstance(entry, Entry) or entry.state not in self._states:
            return False
        path = str(entry.path).casefold()
        return all(word in path for word in self._words)
