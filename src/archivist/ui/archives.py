"""Opening, starting and closing archives: a window has one at a time, nothing is ever unsaved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.domain.errors import ArchiveLockedError, ArchivistError
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

# Loaded with the first archive, so that the window is on the screen before.
if TYPE_CHECKING:
    from archivist.archive.archive import Archive

SUFFIX = ".archivist"


class Archives(QObject):
    """The window's way to an archive and out of it."""

    opening = Signal()  # an archive is there, and about to become the window's
    closing = Signal()  # the archive is still open: the last moment to remember what is shown

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, settings: Settings, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages = settings, messages

    def ask_new(self) -> None:
        """Asks where a new archive is to be, and starts it there."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("New Archive"),
            str(self._settings.folder / self.tr("Untitled.archivist")),
            self.tr("Archives (*.archivist)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever overwritten
        )
        if chosen:
            self.start(Path(chosen))

    def ask_open(self) -> None:
        """Asks which archive to open."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open Archive"),
            str(self._settings.folder),
            self.tr("Archives (*.archivist);;All files (*)"),
        )
        if chosen:
            self.open(Path(chosen))

    def start(self, path: Path) -> None:
        """Starts a new archive; a file that is there is opened, never overwritten."""
        file = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if file.exists():
            self.open(file)
            if self._hub.is_open and self._hub.archive.path == file.resolve():
                self._hub.message_shown.emit(
                    self.tr("“{name}” was there already; it was opened as it is.").format(
                        name=file.name
                    )
                )
            return
        from archivist.archive.archive import create

        with self._hub.showing_failures():
            self.show(create(file))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Opens an archive in this window; the one before is closed only when that worked."""
        if self._hub.is_open and self._hub.archive.path == path.resolve():
            return
        from archivist.archive.archive import open_archive

        try:
            archive = open_archive(path, read_only=read_only)
        except ArchiveLockedError as fault:
            self._messages.show_failure(
                fault.sentence,
                self.tr("Open read-only"),
                lambda: self.open(path, read_only=True),
            )
        except ArchivistError as fault:
            self._messages.show_failure(fault.sentence)
        else:
            self.show(archive)

    def open_sample(self) -> None:
        """Opens the sample collection, which is made anew where it is not there yet."""
        from archivist.sample import build_sample, sample_path

        self._messages.hide()
        target = sample_path()
        if target.exists():
            self.open(target)
            return
        self._jobs.submit(
            self.tr("Preparing the sample collection"),
            lambda task: build_sample(target, progress=task.report, cancelled=task.is_cancelled),
            lambda path: self.open(target),
            lambda fault: self._messages.show_failure(fault.sentence),
        )

    def close(self) -> None:
        """Closes the archive; what is shown is remembered."""
        if self._hub.is_open:
            self._jobs.cancel_all()
            self.closing.emit()
            archive = self._hub.archive
            self._hub.set_archive(None)
            with self._hub.showing_failures():
                archive.close()

    def show(self, archive: "Archive") -> None:
        """Makes an open archive that of this window, in place of the one before."""
        self.close()
        self._messages.hide()
        self._settings.folder = archive.path.parent
        self._settings.add_recent(archive.path)
        self.opening.emit()
        self._hub.set_archive(archive)
