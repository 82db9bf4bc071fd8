"""Bringing files in: files and folders are chosen or dropped, a queue takes them, and is reported.

What is long (looking through folders, reading, keeping) goes on while one works.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.domain.errors import ArchivistError, CancelledError
from archivist.paths import is_folder
from archivist.ui.hub import Hub
from archivist.ui.import_queue import Entry, State
from archivist.ui.import_run import Ending, ImportRun
from archivist.ui.jobs import Jobs, Task
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

if TYPE_CHECKING:
    from archivist.importer import Imported


class Importing(QObject):
    """What the window does to import: it asks, hands over to a run, and tells what became of it."""

    finished = Signal(object)  # list[Imported]

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, settings: Settings, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages = settings, messages
        self.run = ImportRun(hub, jobs, self)
        self.run.ended.connect(self._tell)
        self.run.password_requested.connect(self._ask_password)

    # What to import

    def ask_files(self) -> None:
        """Asks which files to import."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import Files"),
            str(self._settings.folder),
            self.tr("Documents ({patterns});;All files (*)").format(patterns=_patterns()),
        )
        self.import_paths([Path(name) for name in chosen])

    def ask_folder(self) -> None:
        """Asks for a folder; everything in it and below is imported."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import Folder"), str(self._settings.folder)
        )
        if chosen:
            self.import_paths([Path(chosen)])

    def import_urls(self, urls: Iterable[QUrl]) -> None:
        """Imports what was dropped on the window; what is no local file is said to be none."""
        dropped = list(urls)
        local = [Path(url.toLocalFile()) for url in dropped if url.isLocalFile()]
        if len(local) < len(dropped):
            self._messages.show_failure(
                self.tr(
                    "Archivist fetches nothing from the network. "
                    "Save the page or file to this computer, and drop it from there."
                )
            )
        self.import_paths(local)

    def import_paths(self, chosen: Sequence[Path]) -> None:
        """Imports files, and all files in folders; more can be added while it runs."""
        if not chosen or not self._hub.is_writable:
            return
        self._settings.folder = chosen[0].parent
        archive = self._hub.archive.path
        if not any(is_folder(path) for path in chosen):
            self._add(archive, chosen, chosen)
            return
        self._jobs.submit(
            self.tr("Looking through “{folder}”").format(folder=chosen[0].name),
            lambda task: _files(chosen, archive, task),
            lambda files: self._add(archive, chosen, files),
            self._tell_fault,
        )

    def _add(self, archive: Path, chosen: Sequence[Path], files: Sequence[Path]) -> None:
        if not self._hub.is_writable or self._hub.archive.path != archive:
            return
        if not files:
            self._messages.show_failure(
                self.tr("There is no file in “{folder}” to import.").format(folder=chosen[0].name)
            )
            return
        self.run.add(files)

    def show_queue(self) -> None:
        """Shows the files of the import, how far each is, and what can be done about it."""
        from archivist.ui.import_window import ImportWindow

        open_one = self._window.findChild(ImportWindow)
        shown = open_one or ImportWindow(self._window, self.run, self._hub, self._settings)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def pause_or_resume(self) -> None:
        """Begins no more files, or goes on with them."""
        if self.run.is_paused:
            self.run.resume()
        else:
            self.run.pause()

    # What is told

    def _ask_password(self, entry: Entry, was_wrong: bool) -> None:
        from archivist.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(
            entry.path.name,
            was_wrong=was_wrong,
            others=self.run.queue.counts()[State.LOCKED] - 1,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.run.take_password(entry, dialog.value()))
        dialog.rejected.connect(lambda: self.run.refuse(entry, all_locked=dialog.leaves_all))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, ending: Ending) -> None:
        from archivist.ui.import_report import told

        results = ending.results
        said = told(ending)
        failed = any(result.status == "failed" for result in results)
        show = self._messages.show_failure if failed else self._messages.show_message
        if sum(bool(result.reason) for result in results) > 1:
            show(said, self.tr("Show which"), lambda: self._show_report(results))
        else:
            show(said)
        excerpts = [excerpt_id for result in results for excerpt_id in result.excerpts]
        if excerpts:
            archive = self._hub.archive.path
            self._messages.offer(
                self.tr("Leave the highlights out"), lambda: self._decline(archive, excerpts)
            )
        self.finished.emit(results)

    def _decline(self, archive: Path, excerpts: Sequence[int]) -> None:
        if self._hub.is_writable and self._hub.archive.path == archive:
            with self._hub.showing_failures():
                self._hub.archive.annotations.decline(excerpts)

    def _show_report(self, results: "Sequence[Imported]") -> None:
        from archivist.ui.import_report import ImportReport

        ImportReport(self._window, self._hub, self._settings, results).open()

    def _tell_fault(self, fault: ArchivistError) -> None:
        if not isinstance(fault, CancelledError):
            self._messages.show_failure(fault.sentence)


def _files(chosen: Sequence[Path], archive: Path, task: Task) -> list[Path]:
    """Gives the files in folders, as long as nobody cancels that."""
    from archivist import importer

    found = []
    for path in importer.files(chosen, besides=archive):
        if task.is_cancelled():
            raise CancelledError(f"{task.name} was cancelled.")
        found.append(path)
    return found


def _patterns() -> str:
    from archivist.readers import formats

    return " ".join(f"*{suffix}" for known in formats() for suffix in known.suffixes)
