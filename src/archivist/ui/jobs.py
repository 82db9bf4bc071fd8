"""Long tasks in worker threads; results come back through one queued signal.

The only module with threads. Ordinary tasks run one after the other; the parts of a task that reads
many files run two at a time, beside them. What a job raises comes up in the window's thread: a
fault of the world goes to the job's owner, a bug to the excepthook; nothing is lost.
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
PARTS_AT_A_TIME = 2  # as many as an import has reading processes


class Task:
    """What a job's work reports to, and what its owner cancels.

    `share` is how much of a task of many parts is done, 0 to 1; None where units tell it.
    """

    def __init__(
        self,
        name: str,
        unit: str,
        tell: Callable[["Task", int, int], None],
        whole: "Task | None" = None,
    ) -> None:
        self.name = name
        self.unit = unit
        self.done_units = 0
        self.total_units = 0
        self.share: float | None = None
        self._tell = tell
        self._whole = whole
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
        return self._cancelled.is_set() or (self._whole is not None and self._whole.is_cancelled())


class Jobs(QObject):
    """The workers and the queues before them."""

    changed = Signal()  # a task began, got on or ended
    cancelled = Signal()  # somebody asked all tasks to end
    _posted = Signal(object)  # what the window's thread is to do next

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archivist-job")
        self._readers = ThreadPoolExecutor(
            max_workers=PARTS_AT_A_TIME, thread_name_prefix="archivist-reading"
        )
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
        task = self.begin(name, unit)
        self._hand_over(self._worker, task, work, done, failed, lambda: self._tasks.remove(task))
        return task

    def begin(self, name: str, unit: str = "") -> Task:
        """Shows a task whose parts its owner hands over one by one, until `finish`."""
        task = Task(name, unit, self._tell)
        self._tasks.append(task)
        self.changed.emit()
        return task

    def run_part(
        self,
        whole: Task,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[ArchivistError], None],
        progressed: Callable[[int, int], None],
    ) -> None:
        """Does a part of a task in one of the readers; cancelling the task cancels it.

        `done`, `failed` and `progressed` (units done, of how many) are called in the window's
        thread.
        """

        def tell(_part: Task, done_units: int, total_units: int) -> None:
            self._posted.emit(lambda: progressed(done_units, total_units))

        part = Task(whole.name, whole.unit, tell, whole)
        self._hand_over(self._readers, part, work, done, failed, lambda: None)

    def show(self, task: Task, name: str, done: int, total: int, share: float) -> None:
        """Says anew what a task of many parts is at."""
        task.name, task.done_units, task.total_units, task.share = name, done, total, share
        self.changed.emit()

    def finish(self, task: Task) -> None:
        """Takes away a task of many parts."""
        self._tasks.remove(task)
        self.changed.emit()

    def cancel_all(self) -> None:
        """Asks every task to end soon."""
        for task in self._tasks:
            task.cancel()
        self.cancelled.emit()

    def close(self) -> None:
        """Cancels what is left and waits for the workers; nothing is told any more."""
        self.cancel_all()
        self._is_closed = True
        for worker in (self._worker, self._readers):
            worker.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _hand_over(
        self,
        worker: ThreadPoolExecutor,
        task: Task,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[ArchivistError], None],
        ended: Callable[[], None],
    ) -> None:
        def start() -> Result:
            if task.is_cancelled():
                raise CancelledError(f"{task.name} was cancelled.")
            return work(task)

        def end(future: Future[Result]) -> None:
            ended()
            try:
                result = future.result()
            except ArchivistError as fault:
                failed(fault)
            else:
                done(result)
            finally:
                self.changed.emit()

        future = worker.submit(start)
        future.add_done_callback(lambda over: self._posted.emit(lambda: end(over)))

    def _tell(self, task: Task, done: int, total: int) -> None:
        def take() -> None:
            task.done_units, task.total_units = done, total
            self.changed.emit()

        self._posted.emit(take)

    def _take(self, action: Callable[[], None]) -> None:
        # What was posted before the end still comes in: a queued call cannot be taken back.
        if not self._is_closed:
            action()
