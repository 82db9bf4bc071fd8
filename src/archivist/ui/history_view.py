"""What was done in the archive, by whom and when; steps that were taken back are told as such."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QWidget

from archivist.ui.hub import Hub
from archivist.ui.table_dialog import TableDialog

_LIMIT = 1000  # steps shown; the archive keeps them all


class HistoryView(TableDialog):
    """The newest step stands first; the list follows what is done while it is open."""

    def __init__(self, parent: QWidget, hub: Hub) -> None:
        translate = QCoreApplication.translate
        columns = (
            translate("HistoryView", "Step"),
            translate("HistoryView", "When"),
            translate("HistoryView", "By"),
            translate("HistoryView", "State"),
        )
        super().__init__(parent, translate("HistoryView", "History"), columns)
        self._hub = hub
        hub.tables_changed.connect(self._update)
        hub.archive_changed.connect(self.close)
        self._update(frozenset())

    def _update(self, _tables: frozenset[str]) -> None:
        locale = QLocale()
        rows = []
        for step in self._hub.archive.history.steps(limit=_LIMIT):
            moment = QDateTime.fromString(step.at, Qt.DateFormat.ISODate).toLocalTime()
            when = locale.toString(moment, QLocale.FormatType.ShortFormat)
            state = self.tr("undone") if step.undone else ""
            rows.append((step.name, when, step.by, state))
        self.set_rows(rows)
