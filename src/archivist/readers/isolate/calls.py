"""Calls that run in a child, one at a time, for a caller who waits, or does something meanwhile."""

import selectors
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from archivist.domain.errors import ArchivistError, CancelledError, UnreadableFileError
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
from archivist.readers.wire import Call

DEADLINE = 14.0  # seconds that any call may take in all

_SECONDS_PER_MEGABYTE = 2.0
_SECONDS_PER_STEP = 0.05  # each page read earns this much more time
_LONGEST = 4 * 3600.0
_POLL = 0.05  # seconds between looks at cancel and deadline
_BROKEN = 5  # steps that are left out before a file is given up
_CALLS = 500  # after so many calls a child is replaced, so that nothing piles up in it


class Progress(Protocol):
    """How a function tells its caller how far it is."""

    def __call__(self, done: int, total: int, /) -> None:
        """Tells what is done, of what total."""


def deadline_for(size: int) -> float:
    """Gives how many seconds a file of so many bytes may take, before pages earn it more."""
    return DEADLINE + _SECONDS_PER_MEGABYTE * size / 1e6


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
        self._memory = memory
        self._process: Process | None = None
        self._is_awaited = False

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
        self._is_awaited = False
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
    ) -> Callable[[], Any]:
        """Has the child compute `function(*args, progress=report)` while the caller goes on.

        Gives a function to call once, which waits for the answer and raises what `run` raises. One
        call runs at a time: one that nobody waited for is given up, and the child with it.

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
        if self._is_awaited:
            self.close()
        path = next((each for each in args if isinstance(each, Path)), None)
        size = _size(path)
        more = _SECONDS_PER_MEGABYTE * size / 1e6
        watch = _Watch(
            subject=subject or (path.name if path else function.__name__),
            deadline=deadline_for(size) if deadline is None else deadline,
            patience=PATIENCE + more if patience is None else patience,
            step_patience=(PATIENCE if patience is None else patience) / 2,
            progress=progress,
            cancelled=cancelled,
        )
        call = Call(function.__module__, function.__qualname__, args, watch.patience, reports=True)
        process = self._hand_over(call)
        self._is_awaited = True
        return lambda: self._finish(process, call, watch)

    def _finish(self, process: Process, call: Call, watch: "_Watch") -> Any:
        """Waits for the answer to a call that was handed over."""
        self._is_awaited = False
        broken: list[int] = []
        # What the caller did meanwhile is not the child's time.
        watch.begun = time.monotonic()
        while True:
            watch.begin_attempt(process.work_seconds())
            try:
                return self._answer(process, watch)
            except _FromChildError as error:
                raise error.error from None
            except UnreadableFileError:
                # The child is lost, perhaps by one page: another may do without that page.
                self.close()
                step = watch.step
                if step is None or step in broken or len(broken) >= _BROKEN or watch.is_late():
                    raise
                broken.append(step)
            except BaseException:
                self.close()
                raise
            process = self._hand_over(replace(call, broken=(*broken,)))

    def _hand_over(self, call: Call) -> Process:
        process = self._ready()
        process.send(call)
        return process

    def _ready(self) -> Process:
        if self._process is not None and not (self._process.alive and self._process.calls < _CALLS):
            self.close()
        if self._process is None:
            self._process = Process(self._memory)
        return self._process

    def _answer(self, process: Process, watch: "_Watch") -> Any:
        with selectors.DefaultSelector() as selector:
            selector.register(process.socket, selectors.EVENT_READ)
            while True:
                watch.look_for_cancel()
                selector.select(_POLL)
                for kind, value in messages(process, watch.subject):
                    if kind == "progress":
                        done, total = value
                        watch.note(done, total, process.work_seconds())
                    elif kind == "result":
                        return value
                    else:
                        raise _FromChildError(wire.error_named(*value))
                if process.inbox.closed:
                    raise died(process, watch.subject)
                if watch.is_late() or watch.is_stuck(process.work_seconds):
                    raise too_slow(watch.subject, watch.seconds())
                if process.takes_too_much():
                    raise too_large(watch.subject, self._memory)


@dataclass(slots=True)
class _Watch:
    """How far a call is, over all its attempts, and how long it may go on."""

    subject: str
    deadline: float
    patience: float
    step_patience: float
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    begun: float = field(default_factory=time.monotonic)
    heard: float = 0.0
    worked: float = 0.0  # seconds of the child's own work, when it was heard last
    done: int = 0  # steps, in this attempt
    total: int = 0
    told: int = 0  # steps, in any attempt

    def begin_attempt(self, worked: float) -> None:
        self.heard, self.worked = time.monotonic(), worked
        self.done = self.total = 0

    def note(self, done: int, total: int, worked: float) -> None:
        self.heard, self.worked = time.monotonic(), worked
        self.done, self.total = done, total
        if self.progress is not None and done >= self.told:
            self.progress(done, total)
        self.told = max(self.told, done)

    @property
    def step(self) -> int | None:
        """The step at work, from 1; None for a call that has not said that it has several."""
        return self.done + 1 if self.done < self.total and self.total > 1 else None

    def seconds(self) -> float:
        return time.monotonic() - self.begun

    def is_late(self) -> bool:
        return self.seconds() > min(self.deadline + self.told * _SECONDS_PER_STEP, _LONGEST)

    def is_stuck(self, work_seconds: Callable[[], float]) -> bool:
        # A step is left out when it is given up, so that a busy computer must not be its ruin.
        if self.step is not None and work_seconds() - self.worked > self.step_patience:
            return True
        # What is made of the text after its last page takes as long as there are pages.
        silence = self.patience + self.told * _SECONDS_PER_STEP
        return time.monotonic() - self.heard > silence

    def look_for_cancel(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError(f"Reading {self.subject} was cancelled.")


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
