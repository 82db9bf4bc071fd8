"""What became of the files of a batch: why some were not imported, and what others lack."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from archivist.ui.table_dialog import TableDialog


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: "imported", "duplicate" or "failed", and what to say of it."""

    path: Path
    status: str
    reason: str = ""
    document_id: int | None = None


class ImportReport(TableDialog):
    """The files of which there is something to say."""

    def __init__(self, parent: QWidget, outcomes: Sequence[Outcome]) -> None:
        translate = QCoreApplication.translate
        columns = (
            translate("ImportReport", "File"),
            translate("ImportReport", "Status"),
            translate("ImportReport", "Reason"),
        )
        words = {
            "failed": translate("ImportReport", "failed"),
            "duplicate": translate("ImportReport", "duplicate"),
            "imported": translate("ImportReport", "imported"),
        }
        others = sum(outcome.status != "imported" for outcome in outcomes)
        summary = translate(
            "ImportReport",
            "{others} of {total} files were not imported; the others are in the archive.",
        ).format(others=others, total=len(outcomes))
        title = translate("ImportReport", "What Became of the Files")
        super().__init__(parent, title, columns, stretched=(0, 2), summary=summary)
        told = [outcome for outcome in outcomes if outcome.reason]
        self.set_rows([(item.path.name, words[item.status], item.reason) for item in told])
