"""What a check of the archive found: how much it looked at, and what is wrong."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from archivist.archive.integrity import Examination
from archivist.archive.whole_file import spare_archives, whole_file
from archivist.ui.hub import Hub
from archivist.ui.settings import Settings
from archivist.ui.table_dialog import TableDialog


class Findings(TableDialog):
    """Nothing is to be decided in it; the archive is as it was."""

    def __init__(
        self, parent: QWidget, hub: Hub, settings: Settings, archive: Path, found: Examination
    ) -> None:
        translate = QCoreApplication.translate
        title = translate("Findings", "What the Check Found")
        summary = summary_of(archive, found)
        columns = (translate("Findings", "Finding"),)
        super().__init__(parent, title, columns, summary=summary)
        self._hub, self._settings, self._archive, self._found = hub, settings, archive, found
        nothing = translate("Findings", "Nothing is wrong.")
        self.set_rows([(problem,) for problem in found.problems or (nothing,)])
        save = self.buttons.addButton(
            translate("Findings", "&Save Report…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        save.clicked.connect(self._ask_to_save)

    def _ask_to_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            QCoreApplication.translate("Findings", "Save Report"),
            str(self._settings.folder / f"{self._archive.stem} check.txt"),
            QCoreApplication.translate("Findings", "Text (*.txt)"),
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Writes what was found as a text, whole or not at all."""
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        nothing = QCoreApplication.translate("Findings", "Nothing is wrong.")
        lines = [f"{self._archive}, {now}", summary_of(self._archive, self._found)]
        lines += self._found.problems or (nothing,)
        with self._hub.showing_failures():
            spare_archives(target, self._archive)
            with whole_file(target) as scratch:
                scratch.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
            self._hub.message_shown.emit(
                QCoreApplication.translate("Findings", "Saved the report to “{path}”.").format(
                    path=target
                )
            )


def summary_of(archive: Path, found: Examination) -> str:
    """Says how much was hashed again, and how many faults there are."""

    def tr(words: str, number: int) -> str:
        return QCoreApplication.translate("Findings", words, "", number)

    hashed = tr("%n original(s) of {size} hashed again", found.files).format(
        size=QLocale().formattedDataSize(found.size)
    )
    faults = tr("%n fault(s)", len(found.problems))
    return f"{archive.stem}: {hashed}, {faults}."
