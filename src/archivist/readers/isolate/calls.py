"""Calls that run in a child, one at a time, for a caller who waits, or does something meanwhile."""

import selectors
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from archivist.domain.errors import ArchivistError, UnreadableFileError
from archivist.readers import wire
from archivist.readers.isolate.process import (
    MEMORY,
    PATIENCE,
    Process,
    died,
    messages,
    too_large,
    too_slow,
)
from archivist.readers.isolate.watch import DEADLINE, SECONDS_PER_MEGABYTE, Progress, Watch
from archivist.readers.wire import Call

_POLL = 0.05  # seconds between looks at cancel and deadline
_BROKEN = 5  # steps that are left out before a file is given up
_CALLS = 500  # after so many calls a child is replaced, so that nothing piles up in it


def deadline_for(size: int) -> float:
    """Gives how many seconds a file of so many bytes may take, before pages earn it more."""
    return DEADLINE + SECONDS_PER_MEGABYTE * size / 1e6


def run(
    function: Callable[..., Any],
    *args: object,
    deadline: float | None = None,
    memory: int = MEMORY,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Any:
    """Runs one call in a child of its own; see `Child.run`."""
    with Child(memory=memory) as child:
        return child.run(function, *args, deadline=deadline, progress=progress, cancelled=cancelled)


class Child:
    """A child that is kept for many calls, and replaced when one of them has broken it."""

    def __init__(self, memory: int = MEMORY) -> None:
        self.memory = memory  # bytes of data
        self._process: Process | None = None
        self._call: Pending | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; the next call would start another."""
        self._call = None
        if self._process is not None:
            self._process.end()
            self._process = None

    def run(
        self,
        function: Callable[..., Any],
        *args: object,
        subject: str = "",
        deadline: float | None = None,
        patience: float | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Any:
        """Gives `function(*args, progress=report)` as the child computes it; see `begin`.

        Raises:
            ArchivistError: What the function raised.
            UnreadableFileError: The child crashed, or went beyond its time or memory.
            CancelledError: `cancelled` said so.
        """
        answer = self.begin(
            function,
            *args,
            subject=subject,
            deadline=deadline,
            patience=patience,
            progress=progress,
            cancelled=cancelled,
        )
        return answer()

    def begin(
        self,
        function: Callable[..., Any],
        *args: object,
        subject: str = "",
        deadline: float | None = None,
        patience: float | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> "Pending":
        """Has the child compute `function(*args, progress=report)` while the caller goes on.

        Gives what to call for the answer: it waits, and raises what `run` raises. One call runs at
        a time: one that nobody waited for is given up, and the child with it.

        The function stands at the top level of an importable module, takes a keyword `progress`
        (called with what is done and the total), and returns plain values or those of the domain.

        If the child is lost at a step of several, another runs the same call and is told to leave
        that step out (`shared.broken_steps`).

        Args:
            function: What to run.
            args: What to run it with.
            subject: What sentences call the file; the name of the first path among `args`.
            deadline: Seconds in all; by the size of the first path among `args` when not given.
                Each step of progress adds a little.
            patience: Seconds without progress; one step of several has half as many of its own
                work. More for a large file when not given.
            progress: Told what the child reports.
            cancelled: Asked several times a second.
        """
        if self._call is not None and not self._call.is_over:
            self.close()
        path = next((each for each in args if isinstance(each, Path)), None)
        size = _size(path)
        more = SECONDS_PER_MEGABYTE * size / 1e6
        watch = Watch(
            subject=subject or (path.name if path else function.__name__),
            deadline=deadline_for(size) if deadline is None else deadline,
            patience=PATIENCE + more if patience is None else patience,
            step_patience=(PATIENCE if patience is None else patience) / 2,
            progress=progress,
            cancelled=cancelled,
        )
        call = Call(function.__module__, function.__qualname__, args, watch.patience, reports=True)
        self._call = Pending(self, call, watch)
        return self._call

    def hand_over(self, call: Call) -> Process:
        """Gives a call to a process that is ready for it."""
        if self._process is not None and not (self._process.alive and self._process.calls < _CALLS):
            self._process.end()
            self._process = None
        if self._process is None:
            self._process = Process(self.memory)
        self._process.send(call)
        return self._process


class Pending:
    """A call at work in a child: one can look whether it is over, or wait for its answer."""

    def __init__(self, child: Child, call: Call, watch: Watch) -> None:
        self._child, self._call, self.watch = child, call, watch
        self._broken: list[int] = []  # steps that broke the child
        self._value: Any = None
        self._error: ArchivistError | None = None
        self.is_over = False
        self._begin()

    def __call__(self) -> Any:
        """Waits for the answer; raises what `Child.run` raises."""
        while not self.is_ready():
            wait_for_any([self])
        if self._error is not None:
            raise self._error
        return self._value

    def is_ready(self) -> bool:
        """Looks what the child has said; never waits.

        Once it is ready, calling gives the answer or the error at once.
        """
        if not self.is_over:
            try:
                self._look()
            except _FromChildError as error:
                self._end(error.error)
            except UnreadableFileError as error:
                self._child.close()
                self._try_again(error)
            except ArchivistError as error:
                self._child.close()
                self._end(error)
            except BaseException:
                self._child.close()
                raise
        return self.is_over

    @property
    def socket(self) -> socket.socket:
        """What becomes readable when the child says something; another after a new attempt."""
        return self._process.socket

    def _begin(self) -> None:
        self._process = self._child.hand_over(replace(self._call, broken=(*self._broken,)))
        self.watch.begin_attempt(self._process.work_seconds())

    def _end(self, error: ArchivistError | None, value: Any = None) -> None:
        self._error, self._value, self.is_over = error, value, True

    def _try_again(self, error: UnreadableFileError) -> None:
        """Has another child do without the one step that may have lost this one."""
        step = self.watch.step
        if (
            step is None
            or step in self._broken
            or len(self._broken) >= _BROKEN
            or self.watch.is_late()
        ):
            self._end(error)
        else:
            self._broken.append(step)
            self._begin()

    def _look(self) -> None:
        process, watch = self._process, self.watch
        watch.look_for_cancel()
        for kind, value in messages(process, watch.subject):
            if kind == "progress":
                done, total = value
                watch.note(done, total, process.work_seconds())
            elif kind == "result":
                self._end(None, value)
                return
            else:
                raise _FromChildError(wire.error_named(*value))
        if process.inbox.closed:
            raise died(process, watch.subject)
        watch.leave_out_absence()
        if watch.is_late() or watch.is_stuck(process.work_seconds):
            raise too_slow(watch.subject, watch.seconds())
        if process.takes_too_much():
            raise too_large(watch.subject, self._child.memory)


def wait_for_any(calls: Sequence[Pending]) -> None:
    """Waits until a child has said something, or it is time to look at the clock."""
    with selectors.DefaultSelector() as selector:
        for call in calls:
            selector.register(call.socket, selectors.EVENT_READ)
        selector.select(_POLL)
    for call in calls:
        call.watch.wait_is_over()


class _FromChildError(ArchivistError):
    """An error that the function raised; the child is none the worse for it."""

    def __init__(self, error: ArchivistError) -> None:
        super().__init__(error.sentence)
        self.error = error


def _size(path: Path | None) -> int:
    try:
        return path.stat().st_size if path is not None else 0
    except OSError:
        return 0
