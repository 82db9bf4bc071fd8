"""Calls that run in a child, one at a time, for a caller who waits."""

import selectors
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from archivist.domain.errors import ArchivistError, CancelledError
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
        if self._process is not None:
            self._process.end()
            self._process = None

    def run(
        self,
        function: Callable[..., Any],
        *args: object,
        subject: str = "",
        deadline: float | None = None,
        patience: float = PATIENCE,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Any:
        """Gives `function(*args, progress=report)` as the child computes it.

        The function stands at the top level of an importable module, takes a keyword `progress`
        (called with what is done and the total), and returns plain values or those of the domain.

        Args:
            function: What to run.
            args: What to run it with.
            subject: What sentences call the file; the name of the first path among `args`.
            deadline: Seconds in all; by the size of the first path among `args` when not given.
                Each step of progress adds a little.
            patience: Seconds without progress.
            progress: Told what the child reports.
            cancelled: Asked several times a second.

        Raises:
            ArchivistError: What the function raised.
            UnreadableFileError: The child crashed, or went beyond its time or memory.
            CancelledError: `cancelled` said so.
        """
        path = next((each for each in args if isinstance(each, Path)), None)
        subject = subject or (path.name if path else function.__name__)
        if deadline is None:
            deadline = deadline_for(_size(path))
        process = self._ready()
        process.send(Call(function.__module__, function.__qualname__, args, patience, reports=True))
        try:
            return self._answer(process, subject, deadline, patience, progress, cancelled)
        except ArchivistError as error:
            if not isinstance(error, _FromChildError):
                self.close()
                raise
            raise error.error from None
        except BaseException:
            self.close()
            raise

    def _ready(self) -> Process:
        if self._process is not None and not (self._process.alive and self._process.calls < _CALLS):
            self.close()
        if self._process is None:
            self._process = Process(self._memory)
        return self._process

    def _answer(
        self,
        process: Process,
        subject: str,
        deadline: float,
        patience: float,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> Any:
        begun = heard = time.monotonic()
        steps = 0
        with selectors.DefaultSelector() as selector:
            selector.register(process.socket, selectors.EVENT_READ)
            while True:
                if cancelled is not None and cancelled():
                    raise CancelledError(f"Reading {subject} was cancelled.")
                selector.select(_POLL)
                for kind, value in messages(process, subject):
                    if kind == "progress":
                        heard = time.monotonic()
                        steps = max(steps, value[0])
                        if progress is not None:
                            progress(*value)
                    elif kind == "result":
                        return value
                    else:
                        raise _FromChildError(wire.error_named(*value))
                if process.inbox.closed:
                    raise died(process, subject)
                now = time.monotonic()
                allowed = min(deadline + steps * _SECONDS_PER_STEP, _LONGEST)
                if now - begun > allowed or now - heard > patience:
                    raise too_slow(subject, now - begun)
                if process.takes_too_much():
                    raise too_large(subject, self._memory)


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
