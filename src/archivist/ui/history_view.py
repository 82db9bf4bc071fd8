"""What was done in the archive, by whom and when; steps that were taken back are told as such."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.hub import Hub

_LIMIT = 1000  # steps shown; the archive keeps them all


class HistoryView(QDialog):
    """The newest step stands first; the list follows what is done while it is open."""

    def __init__(self, parent: QWidget, hub: Hub) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History"))
        self.resize(720, 520)
        self._hub = hub
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setHeaderLabels([self.tr("Step"), self.tr("When"), self.tr("By"), ""])
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        hub.tables_changed.connect(self._update_tables)
        self._fill()

    def _update_tables(self, _tables: frozenset[str]) -> None:
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        locale = QLocale()
        for step in self._hub.archive.history.steps(limit=_LIMIT):
            moment = QDateTime.fromString(step.at, Qt.DateFormat.ISODate).toLocalTime()
            when = locale.toString(moment, QLocale.FormatType.ShortFormat)
            state = self.tr("undone") if step.undone else ""
            self.list.addTopLevelItem(QTreeWidgetItem([step.name, when, step.by, state]))
