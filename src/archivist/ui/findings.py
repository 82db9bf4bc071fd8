"""What a check of the archive found wrong, one finding a line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from archivist.ui.table_dialog import TableDialog


class Findings(TableDialog):
    """Nothing is to be decided in it; the archive is as it was."""

    def __init__(self, parent: QWidget, findings: Sequence[str]) -> None:
        translate = QCoreApplication.translate
        title = translate("Findings", "What the Check Found")
        super().__init__(parent, title, (translate("Findings", "Finding"),))
        self.set_rows([(finding,) for finding in findings])
