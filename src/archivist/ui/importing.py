"""Bringing files in: each is read in a job, stored between two turns of the window, and reported.

One file that cannot be read never stops the rest; passwords are asked for when the rest is in.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    PasswordNeededError,
    StorageError,
)
from archivist.ui.hub import Hub
from archivist.ui.import_report import ImportReport, Outcome
from archivist.ui.jobs import Jobs, Task
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

# Readers and finders are loaded with the first import, so that the window opens without them.
if TYPE_CHECKING:
    from archivist.importer import Imported, Prepared
    from archivist.readers.isolate import Child


class Importing(QObject):
    """Imports one file after the other; more can be added while it runs."""

    finished = Signal(object)  # list[Outcome]
    password_known = Signal(str, str)  # SHA-256 of a file, and what opens it

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, settings: Settings, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages = settings, messages
        self._waiting: list[Path] = []
        self._locked: list[Path] = []  # wait for a password until all others are in
        self._password: str | None = None  # that opened a file of this batch: often it opens more
        self._outcomes: list[Outcome] = []
        self._known: frozenset[str] = frozenset()  # hashes, for the worker to look at
        self._total = 0
        self._task: Task | None = None
        self._child: Child | None = None
        hub.archive_changed.connect(self._forget)

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
        from archivist import importer

        self._settings.folder = chosen[0].parent
        files = list(importer.files(chosen, besides=self._hub.archive.path))
        if not files:
            self._messages.show_failure(
                self.tr("There is no file in “{folder}” to import.").format(folder=chosen[0].name)
            )
            return
        self._waiting += files
        self._total += len(files)
        if self._task is None:
            documents = self._hub.archive.documents.all()
            self._known = frozenset(document.sha256 for document in documents)
            self._next()

    def close_child(self) -> None:
        """Ends the process that reads; to be called while no job is at work in it."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _next(self) -> None:
        # A file that was read before the worker saw the wish to cancel is kept all the same.
        is_cancelled = self._task is not None and self._task.is_cancelled()
        left = bool(self._waiting or self._locked)
        if is_cancelled or not left:
            self._finish(cancelled=is_cancelled and left)
        elif self._waiting:
            self._read(self._waiting.pop(0), None)
        elif self._password is not None:
            self._read(self._locked.pop(0), self._password)
        else:
            self._ask_password(self._locked.pop(0))

    def _read(self, path: Path, password: str | None, *, is_typed: bool = False) -> None:
        number = self._total - len(self._waiting)
        name = (
            self.tr("Importing {number} of {total} · {name}").format(
                number=number, total=self._total, name=path.name
            )
            if self._total > 1
            else self.tr("Importing {name}").format(name=path.name)
        )
        from archivist.importer import prepare
        from archivist.readers.isolate import Child

        known = self._known
        child = self._child = self._child or Child()
        self._task = self._jobs.submit(
            name,
            lambda task: prepare(
                path,
                password=password,
                is_known=known.__contains__,
                child=child,
                progress=task.report,
                cancelled=task.is_cancelled,
            ),
            lambda prepared: self._store(prepared, password),
            lambda fault: self._fail(path, password, fault, is_typed=is_typed),
            unit=self.tr("page"),
        )

    def _store(self, prepared: "Prepared", password: str | None) -> None:
        from archivist.importer import store

        if self._task is None:  # the archive was closed meanwhile
            return
        try:
            stored = store(self._hub.archive, prepared)
        except StorageError as fault:  # it would meet all the others too
            self._waiting, self._locked = [], []
            self._note(Outcome(prepared.path, "failed", fault.sentence))
        except ArchivistError as fault:
            self._note(Outcome(prepared.path, "failed", fault.sentence))
        else:
            self._known |= {prepared.sha256}
            if password is not None:
                self._password = password
                self.password_known.emit(prepared.sha256, password)
            reason = self._reason(stored)
            self._note(Outcome(prepared.path, stored.status, reason, stored.document_id))

    def _fail(
        self, path: Path, password: str | None, fault: ArchivistError, *, is_typed: bool
    ) -> None:
        if self._task is None:
            return
        if isinstance(fault, CancelledError):
            self._finish(cancelled=True)
        elif isinstance(fault, PasswordNeededError) and password is None:
            self._locked.append(path)
            self._next()
        elif isinstance(fault, PasswordNeededError):
            self._ask_password(path, was_wrong=is_typed)
        else:
            self._note(Outcome(path, "failed", fault.sentence))

    def _ask_password(self, path: Path, *, was_wrong: bool = False) -> None:
        from archivist.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(path.name, was_wrong=was_wrong, parent=self._window)
        reason = self.tr("It is encrypted, and no password was given; import it again to give one.")
        dialog.accepted.connect(lambda: self._read(path, dialog.value(), is_typed=True))
        dialog.rejected.connect(lambda: self._note(Outcome(path, "failed", reason)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._next()

    def _reason(self, stored: "Imported") -> str:
        if stored.status == "duplicate":
            return self.tr("The same file is in the archive already; it was not stored twice.")
        return " ".join(stored.warnings)

    def _finish(self, *, cancelled: bool = False) -> None:
        outcomes, total = self._outcomes, self._total
        self._forget()
        imported = [outcome for outcome in outcomes if outcome.status == "imported"]
        told = [outcome for outcome in outcomes if outcome.reason]
        text = self.tr("Imported %n document(s).", "", len(imported))
        left_out = total - len(outcomes)
        if cancelled:
            text += " " + self.tr("Cancelled: %n file(s) left out.", "", left_out)
        elif left_out:
            text += " " + self.tr("%n file(s) left out.", "", left_out)
        if left_out and not cancelled:  # the last one says why
            text += f" {told[-1].reason}"
        elif len(told) == 1:
            text += f" {told[0].path.name}: {told[0].reason}"
        elif len(outcomes) > len(imported):
            rest = len(outcomes) - len(imported)
            text += " " + self.tr("%n file(s) were not imported.", "", rest)
        failed = any(outcome.status == "failed" for outcome in outcomes)
        show = self._messages.show_failure if failed else self._messages.show_message
        if len(told) > 1:
            show(text, self.tr("Show which"), lambda: self._show_report(outcomes))
        else:
            show(text)
        self.finished.emit(outcomes)

    def _show_report(self, outcomes: Sequence[Outcome]) -> None:
        ImportReport(self._window, outcomes).open()

    def _forget(self) -> None:
        self._waiting, self._outcomes, self._total, self._task = [], [], 0, None
        self._locked, self._password = [], None
        if not self._jobs.tasks:
            self.close_child()


def _patterns() -> str:
    from archivist.readers import formats

    return " ".join(f"*{suffix}" for known in formats() for suffix in known.suffixes)
