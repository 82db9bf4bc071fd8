"""The child process: runs one call after the other for its parent, within bounds, and answers.

It knows nothing of formats: a call names a function by module and name. An exception that is no
`ArchivistError` is not caught here: it ends the child, and the parent reads the traceback.
"""

import os
import pickle
import signal
import socket
import sys
from importlib import import_module
from typing import Any

from archivist.domain.errors import ArchivistError
from archivist.readers import shared, wire
from archivist.readers.wire import Call, Settings

_GRACE = 10  # seconds beyond the parent's deadline after which an orphan ends itself


def main() -> None:
    """Serves the parent until it hangs up."""
    connection = _connection()
    first = wire.receive(connection)
    if first is None:
        return
    settings: Settings = pickle.loads(first)
    sys.path[:] = settings.path
    _limit(settings)
    while (frame := wire.receive(connection)) is not None:
        call: Call = pickle.loads(frame)
        try:
            _alarm(call.patience)
            try:
                answer: tuple[str, Any] = ("result", _call(call, connection))
            except ArchivistError as error:
                answer = ("error", (type(error).__name__, error.sentence))
            _alarm(None)
            wire.send(connection, answer)
        except MemoryError:
            wire.send(connection, ("memory", None))
            return
        except BrokenPipeError:
            return


def _call(call: Call, connection: socket.socket) -> object:
    shared.set_broken_steps(call.broken)
    function: Any = getattr(import_module(call.module), call.name)
    if not call.reports:
        return function(*call.args)

    def progress(done: int, total: int) -> None:
        # As the parent does: what is made of a text takes as long as it has pages.
        _alarm(call.patience + done * wire.SECONDS_PER_STEP)
        wire.send(connection, ("progress", (done, total)))

    return function(*call.args, progress=progress)


def _connection() -> socket.socket:
    """Takes the socket over, and gives standard input and output to nobody."""
    if sys.platform == "win32":
        connection = socket.fromshare(sys.stdin.buffer.read())
    else:
        connection = socket.socket(fileno=int(sys.argv[-1]))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return connection


def _limit(settings: Settings) -> None:
    if settings.shared is not None:
        shared.attach(settings.shared, settings.shared_bytes)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            # Not RLIMIT_AS: engines reserve address space that they never use.
            resource.setrlimit(resource.RLIMIT_DATA, (settings.memory, settings.memory))


def _alarm(patience: float | None) -> None:
    # The parent keeps the deadline; this is for a child whose parent was killed in mid-call.
    if sys.platform != "win32":
        signal.alarm(0 if patience is None else int(patience) + _GRACE)


if __name__ == "__main__":
    main()
