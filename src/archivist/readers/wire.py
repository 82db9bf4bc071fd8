"""How parent and child talk: frames over a socket; what the child says is read as untrusted.

A document may have taken over the child, so that its answers are unpickled with a closed list of
classes: the values of the domain and of this package, which do nothing when they are made.
"""

import dataclasses
import enum
import io
import pickle
import socket
import struct
import sys
from functools import lru_cache
from importlib import import_module
from typing import Any

from archivist.domain.errors import ArchivistError

_LENGTH = struct.Struct("!Q")
_CHUNK = 1 << 20
SECONDS_PER_STEP = 0.05  # each step that a call has told of earns it this much more time
_MODULES = (
    "archivist.domain.model",
    "archivist.domain.reading",
    "archivist.domain.vocabulary",
    "archivist.domain.dates",
    "archivist.domain.recognition",
    "archivist.domain.suggestions",
    "archivist.readers.pages",
)


class ProtocolError(Exception):
    """The child said something that no honest child says."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """What the parent tells the child first: import path, and bytes of memory it may take."""

    path: tuple[str, ...]
    memory: int
    shared: int | None = None  # the file descriptor of the memory it shares with its parent
    shared_bytes: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """One call: `patience` is how many seconds it may go on without reporting progress.

    `broken` are the steps at which it broke a child before.
    """

    module: str
    name: str
    args: tuple[Any, ...]
    patience: float
    reports: bool
    broken: tuple[int, ...] = ()


def send(connection: socket.socket, message: object) -> None:
    """Sends one message and returns when it is handed over."""
    body = dumps(message)
    connection.sendall(_LENGTH.pack(len(body)))
    connection.sendall(body)


def receive(connection: socket.socket) -> bytes | None:
    """Waits for one frame's body; None when the other side has gone. For the child."""
    head = _exactly(connection, _LENGTH.size)
    return None if head is None else _exactly(connection, _LENGTH.unpack(head)[0])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        chunk = connection.recv(min(size - len(data), _CHUNK))
        if not chunk:
            return None
        data += chunk
    return bytes(data)


class Inbox:
    """Collects what has arrived on a non-blocking socket into whole messages. For the parent."""

    def __init__(self, connection: socket.socket, limit: int) -> None:
        self._connection = connection
        self._limit = limit  # bytes of one message
        self._data = bytearray()
        self.closed = False

    def messages(self) -> list[Any]:
        """Gives the messages that have arrived in full; never waits.

        Raises:
            ProtocolError: A frame is larger than the limit, or holds what must not be in it.
        """
        while not self.closed:
            try:
                chunk = self._connection.recv(_CHUNK)
            except BlockingIOError:
                break
            except OSError:
                chunk = b""
            self.closed = not chunk
            self._data += chunk
        found = []
        while len(self._data) >= _LENGTH.size:
            (size,) = _LENGTH.unpack_from(self._data)
            if size > self._limit:
                raise ProtocolError(f"a message of {size} bytes")
            end = _LENGTH.size + size
            if len(self._data) < end:
                break
            found.append(loads(bytes(self._data[_LENGTH.size : end])))
            del self._data[:end]
        return found


def dumps(message: object) -> bytes:
    """Writes a message as `loads` reads it, the same in every release of Python."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _by_value(tuple(name for name in _MODULES if name in sys.modules))
    pickler.dump(message)
    return buffer.getvalue()


@lru_cache(maxsize=8)
def _by_value(loaded: tuple[str, ...]) -> dict[type, Any]:
    """How members of enumerations are written: Python 3.11.0–3.11.3 would write a getattr()."""
    return {
        kind: lambda member: (type(member), (member.value,))
        for name in loaded
        for kind in vars(sys.modules[name]).values()
        if isinstance(kind, type) and issubclass(kind, enum.Enum) and _is_value(kind)
    }


def loads(data: bytes) -> Any:
    """Reads a message of the child's; raises ProtocolError for anything but plain values."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except (
        pickle.UnpicklingError,
        ArithmeticError,
        AttributeError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise ProtocolError(str(error)) from error


class _Reader(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name in _MODULES and global_name.isidentifier():
            found = getattr(import_module(module_name), global_name, None)
            if _is_value(found):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not a value")


def _is_value(found: object) -> bool:
    return (
        isinstance(found, type)
        and found.__module__ in _MODULES
        and (dataclasses.is_dataclass(found) or issubclass(found, enum.Enum))
    )


def error_named(name: str, sentence: str) -> ArchivistError:
    """Gives the error that a child raised back as the class it was."""
    classes = {kind.__name__: kind for kind in _subclasses(ArchivistError)}
    return classes.get(name, ArchivistError)(sentence)


def _subclasses(kind: type[ArchivistError]) -> list[type[ArchivistError]]:
    found = [kind]
    for each in found:
        found.extend(each.__subclasses__())
    return found
