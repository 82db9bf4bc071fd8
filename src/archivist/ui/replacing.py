"""Replacing a document's file by a new version: asked for, read in a job, and told in a dialog."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.domain.anchor import Candidate
from archivist.domain.errors import ArchivistError, CancelledError, PasswordNeededError
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs, Task
from archivist.ui.library import Library
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

# Readers and finders are loaded when they are needed, so that the window opens without them.
if TYPE_CHECKING:
    from archivist.finding.relocating import Relocated
    from archivist.importer import Prepared
    from archivist.replacing import Before, Replaced


class Replacing(QObject):
    """One step replaces the file; each proposal that is accepted is another."""

    password_known = Signal(str, str)  # SHA-256 of a file, and what opens it

    def __init__(
        self,
        window: QWidget,
        hub: Hub,
        jobs: Jobs,
        settings: Settings,
        messages: MessageBar,
        library: Library,
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages, self._library = settings, messages, library

    def ask(self) -> None:
        """Asks for the new version of the document chosen in the library, else of the one read."""
        row = self._library.current_row() if self._library.view.hasFocus() else None
        chosen = row.id if row is not None and row.kind == "document" else self._hub.document_id
        if not chosen:
            self._hub.message_shown.emit(self.tr("Choose a document in the library first."))
            return
        self.ask_for(chosen)

    def ask_for(self, document_id: int) -> None:
        """Asks for the new version of a document."""
        title = self._hub.archive.documents.get(document_id).title
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("New Version of “{title}”").format(title=title),
            str(self._settings.folder),
        )
        if name:
            self.replace(document_id, Path(name))

    def replace(self, document_id: int, path: Path, password: str | None = None) -> None:
        """Reads a file and puts it in the place of a document's."""
        from archivist.importer import prepare
        from archivist.replacing import before

        archive = self._hub.archive
        known = frozenset(document.sha256 for document in archive.documents.all())
        old = before(archive, document_id)

        def read(task: Task) -> "tuple[Prepared, Before, list[Relocated]]":
            prepared = prepare(
                path,
                password=password,
                is_known=known.__contains__,
                progress=task.report,
                cancelled=task.is_cancelled,
            )
            found = old.found_in(prepared, password=password, cancelled=task.is_cancelled)
            return prepared, old, found

        self._jobs.submit(
            self.tr("Reading {name}").format(name=path.name),
            read,
            lambda done: self._store(archive.path, document_id, *done, password),
            lambda fault: self._fail(archive.path, document_id, path, password, fault),
            unit=self.tr("page"),
        )

    def _is_still_open(self, archive: Path) -> bool:
        return self._hub.is_open and self._hub.archive.path == archive

    def _store(
        self,
        archive: Path,
        document_id: int,
        prepared: "Prepared",
        old: "Before",
        found: "list[Relocated]",
        password: str | None,
    ) -> None:
        from archivist.replacing import replace

        if not self._is_still_open(archive):
            return
        with self._hub.showing_failures():
            title = self._hub.archive.documents.get(document_id).title
            if password is not None:
                self.password_known.emit(prepared.sha256, password)
            replaced = replace(
                self._hub.archive, document_id, prepared, (old, found), password=password
            )
            self._hub.tell_now()
            self._tell(title, replaced)

    def _tell(self, title: str, replaced: "Replaced") -> None:
        from archivist.ui.dialogs.replacement import ReplacementDialog

        text = self._hub.archive.documents.text(replaced.document_id)
        dialog = ReplacementDialog(title, replaced, text, self._window)
        dialog.accepted_place.connect(self._accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accept(self, excerpt_id: int, place: Candidate) -> None:
        from archivist.replacing import accept

        if not self._hub.is_open:
            return
        with self._hub.showing_failures():
            accept(self._hub.archive, excerpt_id, place)

    def _fail(
        self,
        archive: Path,
        document_id: int,
        path: Path,
        password: str | None,
        fault: ArchivistError,
    ) -> None:
        if not self._is_still_open(archive) or isinstance(fault, CancelledError):
            return
        if not isinstance(fault, PasswordNeededError):
            self._messages.show_failure(fault.sentence)
            return
        from archivist.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(path.name, was_wrong=password is not None, parent=self._window)
        dialog.accepted.connect(lambda: self.replace(document_id, path, dialog.value()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
