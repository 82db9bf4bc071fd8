"""The processes that read files for an import, each used by one worker at a time."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from archivist.domain.errors import ArchivistError
from archivist.ui.jobs import PARTS_AT_A_TIME, Jobs, Task

# Readers and finders are loaded with the first import, so that the window opens without them.
if TYPE_CHECKING:
    from archivist.importer import Prepared
    from archivist.readers.isolate import Child

# So many files are handed over that no process waits for the window.
_HANDED_OVER = 2 * PARTS_AT_A_TIME


class Readers:
    """Reads files beside the window; the processes are kept from one file to the next."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._handed_over = 0

    @property
    def are_busy(self) -> bool:
        """Whether any file is being read, or waits for a worker."""
        return self._handed_over > 0

    @property
    def have_room(self) -> bool:
        """Whether another file should be handed over."""
        return self._handed_over < _HANDED_OVER

    def read(
        self,
        task: Task,
        path: Path,
        password: str | None,
        is_known: Callable[[str], bool],
        done: "Callable[[Prepared], None]",
        failed: Callable[[ArchivistError], None],
        progressed: Callable[[int, int], None],
    ) -> None:
        """Reads a file as a part of a task; the rest is called in the window's thread."""
        from archivist.importer import prepare
        from archivist.readers.isolate import Child

        idle = self._idle

        def work(part: Task) -> "Prepared":
            # There are no more workers than processes: nobody waits here.
            child = Child() if idle.empty() else idle.get()
            try:
                return prepare(
                    path,
                    password=password,
                    is_known=is_known,
                    child=child,
                    progress=part.report,
                    cancelled=part.is_cancelled,
                )
            finally:
                idle.put(child)

        def take(prepared: "Prepared") -> None:
            self._handed_over -= 1
            done(prepared)

        def take_fault(fault: ArchivistError) -> None:
            self._handed_over -= 1
            failed(fault)

        self._handed_over += 1
        self._jobs.run_part(task, work, take, take_fault, progressed)

    def close(self) -> None:
        """Ends the processes that read nothing now."""
        while not self._idle.empty():
            self._idle.get().close()
