"""A run of an import: two files are read at a time in jobs, and kept between turns of the window.

One file that cannot be read never stops the rest; passwords are asked for when the rest is in.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    PasswordNeededError,
    StorageError,
)
from archivist.ui.hub import Hub
from archivist.ui.import_queue import Entry, ImportQueue, State
from archivist.ui.import_readers import Readers
from archivist.ui.jobs import Jobs, Task

if TYPE_CHECKING:
    from archivist.importer import Imported, Prepared


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: what became of files, how many were left out, and why, if it was a fault."""

    results: "Sequence[Imported]"
    left_out: int
    because: str = ""


class ImportRun(QObject):
    """Imports the files of a queue; more can be added while it runs."""

    changed = Signal()  # something about the queue
    ended = Signal(object)  # Ending
    password_known = Signal(str, str)  # SHA-256 of a file, and what opens it
    password_requested = Signal(object, bool)  # Entry, whether the one before did not open it

    def __init__(self, hub: Hub, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._hub, self._jobs = hub, jobs
        self.queue = ImportQueue()
        self.is_paused = False
        self._password: str | None = None  # that opened a file of this import: often it opens more
        self._known: frozenset[str] = frozenset()  # hashes, for the workers to look at
        self._task: Task | None = None
        self._asked: Entry | None = None  # whose password somebody is being asked for
        self._keeping: tuple[Entry, Generator[None, None, Imported]] | None = None
        self._readers = Readers(jobs)
        self._shown = ("", 0, 0)  # what the task says: its name, pages done, of how many
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        hub.archive_changed.connect(self._forget)
        jobs.cancelled.connect(self._look_for_cancel)

    @property
    def is_running(self) -> bool:
        """Whether an import is at work, or paused in the middle of it."""
        return self._task is not None

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read, or read and about to be kept."""
        return self._readers.are_busy or self._keeping is not None or self._turn.isActive()

    def add(self, files: Sequence[Path]) -> None:
        """Puts files at the end of the queue, and sees to it that they are imported."""
        if not self.is_running and self._asked is None:
            self.queue.forget_finished()
        self.queue.add(files)
        self._start()

    def pause(self) -> None:
        """Keeps and begins no more files; those that are being read are read to their end."""
        self.is_paused = self.is_running
        self._show_progress()

    def resume(self) -> None:
        """Goes on after a pause."""
        self.is_paused = False
        self._start()

    def cancel(self) -> None:
        """Ends the import; what was imported stays."""
        if self._task is not None:
            self._task.cancel()
            self._look_for_cancel()

    def remove(self, entries: Sequence[Entry]) -> None:
        """Takes files that wait out of the queue."""
        self.queue.remove([entry for entry in entries if entry is not self._asked])
        self._turn.start()
        self.changed.emit()

    def retry(self, entries: Sequence[Entry]) -> None:
        """Tries files again that failed or were left out."""
        if self._hub.is_writable:
            self.queue.retry(entries)
            self._start()

    def close_children(self) -> None:
        """Ends the processes that read; to be called while no job is at work in them."""
        self._readers.close()

    # How it goes on

    def _start(self) -> None:
        if self._task is None and self.queue.current() is not None:
            documents = self._hub.archive.documents.all()
            self._known = frozenset(document.sha256 for document in documents)
            self._begin()
        self._show_progress()
        self._turn.start()

    def _begin(self) -> None:
        self._shown = ("", 0, 0)
        self._task = self._jobs.begin(self.tr("Importing"), self.tr("page"))

    def _go_on(self) -> None:
        """Does what is to be done next, for some milliseconds at most."""
        if self._task is None:
            return
        task = self._task
        is_held = self.is_paused or task.is_cancelled()
        if self._keeping is not None:
            self._keep_more(*self._keeping)
        elif not is_held and (entry := self.queue.next_to_keep()) is not None:
            self._begin_to_keep(entry)
        if self._task is None:
            return
        if not is_held:
            self._hand_over()
        self._show_progress()
        if self._keeping is not None:
            self._turn.start()
        elif task.is_cancelled():
            if not self._readers.are_busy:
                self._finish()
        elif self.queue.next_to_keep() is not None:
            if not self.is_paused:
                self._turn.start()
        elif self.queue.current() is None and not self._readers.are_busy:
            self._end()

    def _hand_over(self) -> None:
        """Gives files to the readers, as many as keep them busy."""
        while self._readers.have_room:
            entry = self.queue.next_to_read()
            if entry is None:
                return
            self._read(entry, entry.password)

    def _end(self) -> None:
        """Ends an import, or asks for the password that it lacks for the rest."""
        locked = self.queue.first(State.LOCKED)
        if self._asked is not None:
            self._stop()
        elif locked is None:
            self._finish()
        elif self._password is not None and locked.password != self._password:
            locked.password = self._password
            self.queue.set_state(locked, State.WAITING)
            self._turn.start()
        else:
            self._stop()
            self._ask_password(locked)

    def _read(self, entry: Entry, password: str | None, *, is_typed: bool = False) -> None:
        task = self._task
        if task is None:
            return
        self.queue.set_state(entry, State.READING)
        self._readers.read(
            task,
            entry.path,
            password,
            self._known.__contains__,
            lambda prepared: self._take(task, entry, prepared, password),
            lambda fault: self._fail(task, entry, fault, is_typed=is_typed),
            lambda done, total: self._take_progress(entry, done, total),
        )

    def _take_progress(self, entry: Entry, done: int, total: int) -> None:
        entry.done, entry.total = done, total
        self._show_progress()

    def _take(self, task: Task, entry: Entry, prepared: "Prepared", password: str | None) -> None:
        if self._is_mine(task):
            entry.prepared, entry.password = prepared, password
            self.queue.set_state(entry, State.READ)
            self._go_on()

    def _fail(
        self,
        task: Task,
        entry: Entry,
        fault: ArchivistError,
        *,
        is_typed: bool,
    ) -> None:
        if not self._is_mine(task):
            return
        if isinstance(fault, CancelledError):
            self.queue.set_state(entry, State.LEFT_OUT)
        elif isinstance(fault, PasswordNeededError):
            self.queue.set_state(entry, State.LOCKED)
            if is_typed:
                self._ask_password(entry, was_wrong=True)
        else:
            self._note_failure(entry, fault.sentence)
        self._go_on()

    def _is_mine(self, task: Task) -> bool:
        """Says whether what a reader gives is still wanted; the last for nobody ends them."""
        if self._task is not task and not self._readers.are_busy:
            self.close_children()
        return self._task is task

    def _begin_to_keep(self, entry: Entry) -> None:
        from archivist.importer import storing

        if entry.prepared is not None:
            self._keep_more(entry, storing(self._hub.archive, entry.prepared))

    def _keep_more(self, entry: Entry, work: "Generator[None, None, Imported]") -> None:
        """Keeps a part of what was read of a file."""
        self._keeping = None
        try:
            with self._hub.without_hurry():
                next(work)
        except StopIteration as end:
            self._note(entry, end.value)
        except StorageError as fault:  # it would meet all the others too
            self._note_failure(entry, fault.sentence)
            self._finish(fault.sentence)
        except ArchivistError as fault:
            self._note_failure(entry, fault.sentence)
        else:
            self._keeping = (entry, work)

    def _note(self, entry: Entry, result: "Imported") -> None:
        if entry.prepared is not None:
            self._known |= {entry.prepared.sha256}
            if entry.password is not None:
                self._password = entry.password
                self.password_known.emit(entry.prepared.sha256, entry.password)
        entry.prepared, entry.result = None, result
        self.queue.set_state(entry, State(result.status.value))

    def _note_failure(self, entry: Entry, sentence: str) -> None:
        from archivist.importer import Imported, Status

        entry.prepared = None
        entry.result = Imported(entry.path, Status.FAILED, error=sentence)
        self.queue.set_state(entry, State.FAILED)

    def _ask_password(self, entry: Entry, *, was_wrong: bool = False) -> None:
        self._asked = entry
        self.password_requested.emit(entry, was_wrong)

    def take_password(self, entry: Entry, password: str) -> None:
        """Goes on with a file whose password was asked for."""
        if self._asked is entry:  # else the archive was closed meanwhile
            self._go_on_after_asking()
            self._read(entry, password, is_typed=True)
            self._show_progress()

    def refuse(self, entry: Entry, *, all_locked: bool) -> None:
        """Goes on without a file whose password was asked for, or without all that need one."""
        if self._asked is not entry:
            return
        locked = [each for each in self.queue.entries if each.state is State.LOCKED]
        for each in locked if all_locked else [entry]:
            self._note_failure(
                each,
                self.tr("It is encrypted, and no password was given; import it again to give one."),
            )
        self._go_on_after_asking()
        self._show_progress()

    def _go_on_after_asking(self) -> None:
        self._asked = None
        if self._task is None:
            self._begin()
        self._turn.start()

    # How it ends

    def _look_for_cancel(self) -> None:
        if self._task is not None and self._task.is_cancelled():
            self._turn.start()

    def _stop(self) -> None:
        """Takes the task away, for good or until somebody has given a password."""
        self._hub.tell_now()
        if self._task is not None:
            task, self._task = self._task, None
            self.is_paused = False
            self._jobs.finish(task)
        self.changed.emit()

    def _finish(self, because: str = "") -> None:
        self.queue.leave_out_the_rest()
        if self._task is not None and self._readers.are_busy:
            self._task.cancel()
        self._password = None
        self._stop()
        if not self._readers.are_busy:
            self.close_children()
        left_out = self.queue.counts()[State.LEFT_OUT]
        self.ended.emit(Ending(self.queue.results(), left_out, because))

    def _show_progress(self) -> None:
        entry = self.queue.current()
        if self._task is not None and entry is not None:
            said = (self._said(entry), entry.done, entry.total)
            if said != self._shown:
                self._shown = said
                self._jobs.show(self._task, *said, self.queue.share())
        self.changed.emit()

    def _said(self, entry: Entry) -> str:
        count = len(self.queue.entries)
        if self.is_paused:
            text = self.tr("Paused before {number} of {total} · {name}")
        elif count > 1:
            text = self.tr("Importing {number} of {total} · {name}")
        else:
            text = self.tr("Importing {name}")
        number = self.queue.number_of(entry)
        return text.format(number=number, total=count, name=entry.path.name)

    def _forget(self) -> None:
        if self._keeping is not None:
            self._keeping[1].close()  # while its archive is still open
            self._keeping = None
        if self._task is not None:
            self._task.cancel()
        self._stop()
        self._password, self._asked = None, None
        self.queue = ImportQueue()
        if not self._readers.are_busy:
            self.close_children()
        self.changed.emit()
