"""The only place that starts child processes: what a file does to its reader stays in there.

A call runs in a child with a bound on memory and time; whatever happens to the child (a crash,
an endless loop, a kill) comes back as an `ArchivistError` that names the file.
"""

import logging
import os
import selectors
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self

from archivist.domain.errors import ArchivistError, CancelledError, UnreadableFileError
from archivist.readers import wire
from archivist.readers.child import Call, Settings

log = logging.getLogger(__name__)

GIGABYTE = 1 << 30
MEMORY = GIGABYTE  # bytes a child may take
PATIENCE = 12.0  # seconds a call may go on without reporting progress
DEADLINE = 14.0  # seconds that any call may take in all
CHILD_ARGUMENT = "--reader-child"
"""A frozen program called with this must run `readers.child.main` and nothing else."""

_SECONDS_PER_MEGABYTE = 2.0
_SECONDS_PER_STEP = 0.05  # each page read earns this much more time
_LONGEST = 4 * 3600.0
_POLL = 0.05  # seconds between looks at cancel and deadline
_CALLS = 500  # after so many calls a child is replaced, so that nothing piles up in it
_NOISE = 4000  # characters of a dead child's standard error that are kept for the log


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


class Process:
    """One running child process and the socket to it; the bare mechanics, without any waiting."""

    def __init__(self, memory: int, pixels: int | None = None, pixel_bytes: int = 0) -> None:
        self.calls = 0
        self.memory = memory
        self._noise = _scratch()
        self.socket, theirs = socket.socketpair()
        passed = [theirs.fileno()] if sys.platform != "win32" else []
        kept = [] if pixels is None else [pixels]
        self._process = subprocess.Popen(
            [*_command(), *map(str, passed)],
            stdin=subprocess.PIPE if sys.platform == "win32" else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._noise,
            pass_fds=(*passed, *kept) if sys.platform != "win32" else (),
            env={**os.environ, "PYTHONPATH": _package_folder()},
        )
        if sys.platform == "win32" and self._process.stdin is not None:
            self._process.stdin.write(theirs.share(self._process.pid))
            self._process.stdin.close()
        theirs.close()
        self.inbox = wire.Inbox(self.socket, limit=memory)
        wire.send(self.socket, Settings(tuple(sys.path), memory, pixels, pixel_bytes))
        self.socket.settimeout(0)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def send(self, call: Call) -> None:
        """Hands a call over; a child that is gone shows when its answer is looked for."""
        self.calls += 1
        self.socket.settimeout(PATIENCE)
        try:
            wire.send(self.socket, call)
        except (BrokenPipeError, ConnectionError, TimeoutError) as error:
            log.debug("the child took no call: %s", error)
        finally:
            self.socket.settimeout(0)

    def takes_too_much(self) -> bool:
        """Whether the child is above its memory bound; on Linux the kernel keeps that bound."""
        return sys.platform != "linux" and resident_bytes(self._process.pid) > self.memory

    def end(self) -> None:
        """Kills the process, if it still runs, and lets go of all that belongs to it."""
        if self.alive:
            self._process.kill()
        self._process.wait()
        self.socket.close()
        self._noise.close()

    def last_words(self) -> str:
        """Gives the end of what the child wrote to standard error."""
        self._noise.seek(0, os.SEEK_END)
        self._noise.seek(max(0, self._noise.tell() - _NOISE))
        return self._noise.read().decode("utf-8", "replace").strip()

    def died_of(self) -> int:
        """Gives the exit status of a child that has hung up (negative: a signal)."""
        try:
            return self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return 0


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


def messages(process: Process, subject: str) -> list[tuple[str, Any]]:
    """Gives what the child has said since: pairs of "progress", "result" or "error" and a value.

    Raises:
        UnreadableFileError: The child ran out of memory, or says what no honest child says.
    """
    found: list[tuple[str, Any]] = []
    try:
        for message in process.inbox.messages():
            match message:
                case ("result", value):
                    found.append(("result", value))
                case ("progress", (int(done), int(total))):
                    found.append(("progress", (done, total)))
                case ("error", (str(name), str(sentence))):
                    found.append(("error", (name, sentence)))
                case ("memory", None):
                    raise too_large(subject, process.memory)
                case _:
                    raise wire.ProtocolError("a message of an unknown kind")
    except wire.ProtocolError as error:
        raise UnreadableFileError(
            f"{subject} could not be read: it made its reader answer nonsense. "
            "Keep the file, but do not trust it."
        ) from error
    return found


def died(process: Process, subject: str) -> UnreadableFileError:
    """Gives the error for a child that ended without an answer, with its last words as a note."""
    status = process.died_of()
    what = "its reader crashed on it" if status < 0 else "its reader failed on it"
    error = UnreadableFileError(
        f"{subject} could not be read: {what}. The file may be damaged; "
        "open it in its own program and save it anew."
    )
    noise = process.last_words()
    error.add_note(f"The child ended with status {status}. {noise}")
    log.warning("%s: the child ended with status %s; %s", subject, status, noise[-200:])
    return error


def too_slow(subject: str, seconds: float) -> UnreadableFileError:
    """Gives the error for a call that was stopped after so many seconds."""
    return UnreadableFileError(
        f"{subject} could not be read: it was stopped after {seconds:.0f} seconds without an end. "
        "The file may be damaged; open it in its own program and save it anew."
    )


def too_large(subject: str, memory: int) -> UnreadableFileError:
    """Gives the error for a call that needs more memory (bytes) than it may have."""
    return UnreadableFileError(
        f"{subject} could not be read: it needs more than {memory / GIGABYTE:.1g} GB of memory. "
        "Split it into parts, and import those."
    )


def resident_bytes(pid: int) -> int:
    """Gives how much memory a process holds (bytes), 0 if it cannot be told."""
    try:
        answer = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
    except OSError:
        return 0
    return int(answer.stdout.strip() or 0) * 1024


def _scratch() -> IO[bytes]:
    descriptor, name = tempfile.mkstemp(prefix="archivist-")
    if sys.platform != "win32":
        Path(name).unlink()
    return os.fdopen(descriptor, "w+b")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    # -P: nothing that lies in the working folder is imported.
    return [sys.executable, "-P", "-m", "archivist.readers.child"]


def _package_folder() -> str:
    return str(Path(__file__).resolve().parents[2])


def _size(path: Path | None) -> int:
    try:
        return path.stat().st_size if path is not None else 0
    except OSError:
        return 0
