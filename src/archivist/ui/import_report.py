"""What became of the files of a batch: a sentence, a table, and the file it can be saved to."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from archivist.importer import Imported, Status, save_report
from archivist.ui.hub import Hub
from archivist.ui.import_run import Ending
from archivist.ui.settings import Settings
from archivist.ui.table_dialog import TableDialog


class ImportReport(TableDialog):
    """The files of which there is something to say; saving writes all of them."""

    def __init__(
        self, parent: QWidget, hub: Hub, settings: Settings, results: Sequence[Imported]
    ) -> None:
        translate = QCoreApplication.translate
        columns = (
            translate("ImportReport", "File"),
            translate("ImportReport", "Status"),
            translate("ImportReport", "Reason"),
        )
        words = status_words()
        failed = sum(result.status is Status.FAILED for result in results)
        summary = translate(
            "ImportReport", "{failed} of {total} files failed; the others are in the archive."
        ).format(failed=failed, total=len(results))
        title = translate("ImportReport", "What Became of the Files")
        super().__init__(parent, title, columns, stretched=(0, 2), summary=summary)
        some = [result for result in results if result.reason]
        self.set_rows([(item.path.name, words[item.status], item.reason) for item in some])
        save = self.buttons.addButton(
            translate("ImportReport", "&Save Report…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        save.clicked.connect(lambda: ask_to_save(self, hub, settings, results))


def status_words() -> dict[Status, str]:
    """Gives what became of a file as a person reads it."""
    translate = QCoreApplication.translate
    return {
        Status.FAILED: translate("ImportReport", "failed"),
        Status.DUPLICATE: translate("ImportReport", "duplicate"),
        Status.IMPORTED: translate("ImportReport", "imported"),
    }


def ask_to_save(parent: QWidget, hub: Hub, settings: Settings, results: Sequence[Imported]) -> None:
    """Asks where the report of an import is to go, and writes it there."""
    translate = QCoreApplication.translate
    table, text = (
        translate("ImportReport", "Table (*.csv)"),
        translate("ImportReport", "Text (*.txt)"),
    )
    chosen, kind = QFileDialog.getSaveFileName(
        parent,
        translate("ImportReport", "Save Report"),
        str(settings.folder / translate("ImportReport", "import report.csv")),
        f"{table};;{text}",
    )
    if not chosen or not hub.is_open:
        return
    target = Path(chosen)
    if not target.suffix:
        target = target.with_suffix(".txt" if kind == text else ".csv")
    with hub.showing_failures():
        save_report(results, target, archive=hub.archive.path)
        hub.message_shown.emit(
            translate("ImportReport", "Saved the report to “{path}”.").format(path=target)
        )


def told(ending: Ending) -> str:
    """Says in a sentence or two how an import ended."""

    def tr(words: str, number: int) -> str:
        return QCoreApplication.translate("ImportReport", words, "", number)

    results = ending.results
    imported = [result for result in results if result.status is Status.IMPORTED]
    remarks = [result for result in results if result.reason]
    text = tr("Imported %n document(s).", len(imported))
    marked = sum(len(result.excerpts) for result in results)
    if marked:
        text += " " + tr("%n highlight(s) and note(s) of other programs became excerpts.", marked)
    if ending.because:
        text += " " + tr("%n file(s) left out.", ending.left_out)
        text += f" {ending.because}"
    elif ending.left_out:
        text += " " + tr("Cancelled: %n file(s) left out.", ending.left_out)
    elif len(remarks) == 1:
        name, reason = remarks[0].path.name, remarks[0].reason
        text += f" {reason}" if name in reason else f" {name}: {reason}"
    else:
        counts = Counter(result.status for result in results)
        if counts[Status.DUPLICATE]:
            text += " " + tr("%n file(s) in the archive already.", counts[Status.DUPLICATE])
        if counts[Status.FAILED]:
            text += " " + tr("%n file(s) failed.", counts[Status.FAILED])
    return text
