"""Long tasks, one after the other in a worker thread; results come back through one queued signal.

The only module with threads. What a job raises comes up in the window's thread: a fault of the
world goes to the job's owner, a bug to the excepthook; nothing is lost.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from archivist.domain.errors import ArchivistError, CancelledError

Result = TypeVar("Result")
_SECONDS_BETWEEN_REPORTS = 0.05


class Task:
    """What a job's work reports to, and what its owner cancels."""

    def __init__(self, name: str, unit: str, tell: Callable[["Task", int, int], None]) -> None:
        self.name = name
        self.unit = unit
        self.done_units = 0
        self.total_units = 0
        self._tell = tell
        self._cancelled = threading.Event()
        self._last_report = 0.0

    def report(self, done: int, total: int) -> None:
        """Says how far the work is, in units of its own; called from the worker."""
        now = time.monotonic()
        if now - self._last_report >= _SECONDS_BETWEEN_REPORTS or done >= total:
            self._last_report = now
            self._tell(self, done, total)

    def cancel(self) -> None:
        """Asks the work to end soon; it then fails with CancelledError."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked to end; the work looks at it often."""
        return self._cancelled.is_set()


class Jobs(QObject):
    """The worker and the queue before it."""

    changed = Signal()  # a task began, got on or ended
    _posted = Signal(object)  # what the window's thread is to do next

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archivist-job")
        self._tasks: list[Task] = []
        self._is_closed = False
        self._posted.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The running task and those that wait, in order."""
        return tuple(self._tasks)

    def submit(
        self,
        name: str,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[ArchivistError], None],
        unit: str = "",
    ) -> Task:
        """Does `work` in the worker; then `done` or `failed` is called in the window's thread.

        `name` and `unit` ("page") are what the status bar says: "Reading a.pdf, page 3 of 40".
        """
        task = Task(name, unit, self._tell)
        self._tasks.append(task)

        def start() -> Result:
            if task.is_cancelled():
                raise CancelledError(f"{name} was cancelled.")
            return work(task)

        def end(future: Future[Result]) -> None:
            self._tasks.remove(task)
            try:
                result = future.result()
            except ArchivistError as fault:
                failed(fault)
            else:
                done(result)
            finally:
                self.changed.emit()

        future = self._worker.submit(start)
        future.add_done_callback(lambda ended: self._posted.emit(lambda: end(ended)))
        self.changed.emit()
        return task

    def cancel_all(self) -> None:
        """Asks every task to end soon."""
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """Cancels what is left and waits for the worker; nothing is told any more."""
        self.cancel_all()
        self._is_closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _tell(self, task: Task, done: int, total: int) -> None:
        def take() -> None:
            task.done_units, task.total_units = done, total
            self.changed.emit()

        self._posted.emit(take)

    def _take(self, action: Callable[[], None]) -> None:
        # What was posted before the end still comes in: a queued call cannot be taken back.
        if not self._is_closed:
            action()
