"""The Tools menu: checking, backing up, giving an original back, and the history."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.archive.archive import open_archive
from archivist.domain.errors import ArchivistError, CancelledError
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs, Task
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

if TYPE_CHECKING:
    from archivist.archive.integrity import Examination

_MB = 1_000_000  # bytes


class Tools(QObject):
    """Long looks at the archive run as jobs, on connections of their own."""

    def __init__(
        self,
        window: QWidget,
        hub: Hub,
        jobs: Jobs,
        settings: Settings,
        messages: MessageBar,
        documents: Documents,
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages, self._documents = settings, messages, documents

    def check(self) -> None:
        """Checks that the archive is whole: the file, the originals' hashes, the anchors."""
        source = self._hub.archive.path
        self._jobs.submit(
            self.tr("Checking {name}").format(name=source.name),
            lambda task: _check(source, task),
            lambda found: self._show_findings(source, found),
            self._fail,
            unit=self.tr("MB"),
        )

    def ask_back_up(self) -> None:
        """Asks where a copy of the archive is to go."""
        archive = self._hub.archive
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Back Up"),
            str(self._settings.folder / f"{archive.name} {archive.store.now()[:10]}.archivist"),
            self.tr("Archives (*.archivist)"),
        )
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, target: Path) -> None:
        """Copies the archive as it is now, whole or not at all; one can work on meanwhile."""
        if not self._hub.archive.store.is_in_place:
            self._rescue_to(target)
            return
        source = self._hub.archive.path
        self._jobs.submit(
            self.tr("Backing up to {name}").format(name=target.name),
            lambda task: _back_up(source, target, task),
            lambda _done: self._messages.show_message(
                self.tr("Backed up to “{path}”.").format(path=target)
            ),
            self._fail,
        )

    def _rescue_to(self, target: Path) -> None:
        """Copies an archive whose file was moved or deleted: only this window still reaches it."""
        with self._hub.showing_failures():
            self._hub.archive.backup(target)
            self._messages.show_message(
                self.tr("Backed up to “{path}”. Open the copy to go on.").format(path=target)
            )

    def ask_save_original(self) -> None:
        """Asks where the original of the document in front is to go."""
        if self._hub.document_id is None:
            return
        document = self._hub.archive.documents.get(self._hub.document_id)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save Original"),
            str(self._settings.folder / document.original_name),
        )
        if chosen:
            self.save_original_to(document.sha256, Path(chosen))

    def save_original_to(self, sha256: str, target: Path) -> None:
        """Gives an original back byte for byte, as it came."""
        source = self._hub.archive.path
        self._jobs.submit(
            self.tr("Saving {name}").format(name=target.name),
            lambda _task: _save_original(source, sha256, target),
            lambda _done: self._messages.show_message(
                self.tr("Saved the original to “{path}”; its hash is the same.").format(path=target)
            ),
            self._fail,
        )

    def show_history(self) -> None:
        """Shows what was done, by whom and when."""
        from archivist.ui.history_view import HistoryView

        HistoryView(self._window, self._hub).open()

    def _show_findings(self, source: Path, found: "Examination") -> None:
        from archivist.ui.findings import summary_of

        def show() -> None:
            self._list_findings(source, found)

        if found.problems:
            text = self.tr("The check found %n fault(s).", "", len(found.problems))
            self._messages.show_failure(text, self.tr("Show which"), show)
        else:
            text = self.tr("Checked: the archive, its originals and its anchors are whole.")
            text += f" {summary_of(source, found)}"
            self._messages.show_message(text, self.tr("Show report"), show)

    def _list_findings(self, source: Path, found: "Examination") -> None:
        from archivist.ui.findings import Findings

        Findings(self._window, self._hub, self._settings, source, found).open()

    def _fail(self, fault: ArchivistError) -> None:
        if isinstance(fault, CancelledError):
            self._messages.show_message(fault.sentence)
        else:
            self._messages.show_failure(fault.sentence)


def _check(source: Path, task: Task) -> "Examination":
    from archivist.archive.integrity import examine

    report = _reporting(task)
    with open_archive(source, read_only=True) as archive:
        return examine(archive, lambda done, total: report(done // _MB, -(-total // _MB)))


def _back_up(source: Path, target: Path, task: Task) -> None:
    with open_archive(source, read_only=True) as archive:
        archive.backup(target, progress=_reporting(task))


def _save_original(source: Path, sha256: str, target: Path) -> None:
    with open_archive(source, read_only=True) as archive:
        archive.originals.save(sha256, target)


def _reporting(task: Task) -> Callable[[int, int], None]:
    """Gives a progress function that ends the work where somebody cancelled it."""

    def report(done: int, total: int) -> None:
        if task.is_cancelled():
            raise CancelledError(f"{task.name} was cancelled.")
        task.report(done, total)

    return report
