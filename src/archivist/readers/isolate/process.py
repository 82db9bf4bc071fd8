"""One child process and the socket to it, and the sentences for how it can end."""

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import psutil

from archivist.domain.errors import UnreadableFileError
from archivist.readers import wire
from archivist.readers.wire import Call, Settings

log = logging.getLogger(__name__)

MEMORY = 800_000_000  # bytes of data a child may take; with code and libraries it stays below 1 GB
PATIENCE = 12.0  # seconds a call may go on without reporting progress
CHILD_ARGUMENT = "--reader-child"
"""A frozen program called with this must run `readers.child.main` and nothing else."""

_NOISE = 4000  # characters of a dead child's standard error that are kept for the log


class Process:
    """One running child process and the socket to it; the bare mechanics, without any waiting."""

    def __init__(self, memory: int, shared: int | None = None, shared_bytes: int = 0) -> None:
        self.calls = 0
        self.memory = memory
        self._noise = scratch("noise")
        self.socket, theirs = socket.socketpair()
        passed = [theirs.fileno()] if sys.platform != "win32" else []
        kept = [] if shared is None else [shared]
        self._process = subprocess.Popen(
            [*_command(), *map(str, passed)],
            stdin=subprocess.PIPE if sys.platform == "win32" else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._noise,
            pass_fds=(*passed, *kept) if sys.platform != "win32" else (),
            env={**os.environ, "PYTHONPATH": _package_folder()},
            # A group of its own: what the child starts ends with it.
            process_group=0 if sys.platform != "win32" else None,
        )
        if sys.platform == "win32" and self._process.stdin is not None:
            self._process.stdin.write(theirs.share(self._process.pid))
            self._process.stdin.close()
        theirs.close()
        self.inbox = wire.Inbox(self.socket, limit=memory)
        wire.send(self.socket, Settings(tuple(sys.path), memory, shared, shared_bytes))
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

    def work_seconds(self) -> float:
        """Gives a clock that runs while the child works: on a busy computer, slower than time."""
        try:
            spent = psutil.Process(self._process.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(spent.user + spent.system)

    def takes_too_much(self) -> bool:
        """Whether the child is above its memory bound; on Linux the kernel keeps that bound."""
        return sys.platform != "linux" and resident_bytes(self._process.pid) > self.memory

    def end(self) -> None:
        """Kills the process, if it still runs, and lets go of all that belongs to it."""
        if self.alive:
            self._kill()
        self._process.wait()
        self.socket.close()
        self._noise.close()

    def _kill(self) -> None:
        """Kills the process, and what it has started."""
        if sys.platform != "win32":
            # It may end by itself at this moment; macOS then says that it may not be killed.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            return
        try:
            started = psutil.Process(self._process.pid).children(recursive=True)
        except psutil.Error:
            started = []
        self._process.kill()
        for each in started:
            with suppress(psutil.Error):
                each.kill()

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
        f"{subject} could not be read: it needs more than {memory // 1_000_000:,} MB of memory. "
        "Split it into parts, and import those."
    )


def resident_bytes(pid: int) -> int:
    """Gives how much memory a process holds (bytes), 0 if it cannot be told."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def scratch(name: str) -> IO[bytes]:
    """Opens a file that has no place in any folder, in memory where the system can."""
    if sys.platform == "linux":
        descriptor = os.memfd_create(f"archivist-{name}")
    else:
        descriptor, path = tempfile.mkstemp(prefix=f"archivist-{name}-")
        if sys.platform != "win32":
            Path(path).unlink()
    return os.fdopen(descriptor, "w+b")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    # -P: nothing that lies in the working folder is imported.
    return [sys.executable, "-P", "-m", "archivist.readers.child"]


def _package_folder() -> str:
    return str(Path(__file__).resolve().parents[3])
