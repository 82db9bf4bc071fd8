"""What became of the files of a batch: why some were not imported, and what others lack."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.importing import Outcome


class ImportReport(QDialog):
    """A list that can be read in peace; nothing is to be decided in it."""

    def __init__(self, parent: QWidget, outcomes: Sequence[Outcome]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What Became of the Files"))
        self.resize(720, 420)
        words = {
            "failed": self.tr("failed"),
            "duplicate": self.tr("duplicate"),
            "imported": self.tr("imported"),
        }
        others = [outcome for outcome in outcomes if outcome.status != "imported"]
        summary = QLabel(
            self.tr(
                "{others} of {total} files were not imported; the others are in the archive."
            ).format(others=len(others), total=len(outcomes))
        )
        summary.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setHeaderLabels([self.tr("File"), self.tr("Status"), self.tr("Reason")])
        for outcome in (item for item in outcomes if item.reason):
            item = QTreeWidgetItem([outcome.path.name, words[outcome.status], outcome.reason])
            item.setToolTip(0, str(outcome.path))
            item.setToolTip(2, outcome.reason)
            self.list.addTopLevelItem(item)
        self.list.resizeColumnToContents(0)
        self.list.setColumnWidth(0, min(self.list.columnWidth(0), 260))
        self.list.resizeColumnToContents(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(summary)
        column.addWidget(self.list)
        column.addWidget(buttons)
