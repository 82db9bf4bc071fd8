"""The files of an import: found in folders, opened with care, and hashed."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from archivist.domain.errors import CancelledError, UnreadableFileError
from archivist.domain.provenance import FileFacts
from archivist.paths import is_folder

_PIECE = 1 << 20  # bytes read at a time
# What systems leave in folders, and nobody means to import.
_LITTER = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db"})


def files(paths: Iterable[Path], *, besides: Path | None = None) -> Iterator[Path]:
    """Gives the files among some paths and in folders and below, in the order of names.

    In folders, hidden files, litter of the system, and an archive (`besides`) with what stands
    beside it are left out. A folder that links lead to again is gone through once.
    """
    for path in paths:
        if is_folder(path):
            yield from _in_folder(path, set(), besides)
        else:
            yield path


def _in_folder(folder: Path, seen: set[tuple[int, int]], besides: Path | None) -> Iterator[Path]:
    try:
        identity = folder.stat()
        if (identity.st_dev, identity.st_ino) in seen:
            return
        seen.add((identity.st_dev, identity.st_ino))
        entries = sorted(folder.iterdir())
    except OSError:
        # Comes out as a result of its own: a folder cannot be opened as a file either.
        yield folder
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name.lower() in _LITTER:
            continue
        if is_folder(entry):
            yield from _in_folder(entry, seen, besides)
        elif besides is None or not _stands_beside(entry, besides):
            yield entry


def _stands_beside(entry: Path, archive: Path) -> bool:
    """Says whether a file is the archive, its log, its lock, or an older copy of it."""
    return (
        entry.name.startswith(archive.name) and entry.parent.resolve() == archive.parent.resolve()
    )


def file_name(path: Path) -> str:
    """Gives a file's name as text; bytes that are none become U+FFFD."""
    return readable(Path(path.name))


def readable(path: Path) -> str:
    """Gives a path as text; bytes that are none become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def fingerprint(path: Path, cancelled: Callable[[], bool] | None) -> tuple[str, FileFacts]:
    """Gives the SHA-256 of a file, and what the system says of it; the size is what was read.

    Raises:
        UnreadableFileError: It cannot be read.
        CancelledError: `cancelled` said so.
    """
    digest, size = hashlib.sha256(), 0
    with opened(path) as file:
        status = os.fstat(file.fileno())
        for piece in pieces(file):
            if cancelled is not None and cancelled():
                raise CancelledError(f"Importing {path.name} was cancelled.")
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), FileFacts(
        readable(path), size, _moment(status.st_mtime), _moment(_birth(status))
    )


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Opens an ordinary file; whatever the system says against it names the file.

    Raises:
        UnreadableFileError: It is missing, no file, or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(
                f"The folder “{path}” cannot be opened; check its permissions."
            )
        if not stat.S_ISREG(mode):
            raise UnreadableFileError(f"“{path}” is no file (it is a device or a pipe).")
        file = path.open("rb")
    except (OSError, ValueError) as error:  # a name with a NUL byte is a ValueError
        raise _unreadable(path, error) from error
    with file:
        try:
            yield file
        except OSError as error:
            raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableFileError:
    if isinstance(error, FileNotFoundError):
        return UnreadableFileError(f"There is no file “{path}”; check its name.")
    if isinstance(error, PermissionError):
        return UnreadableFileError(f"“{path}” may not be read; check its permissions.")
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
    return UnreadableFileError(f"“{path}” cannot be read: {reason}.")


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """Gives the bytes of an open file, piece by piece."""
    while piece := file.read(_PIECE):
        yield piece


def _birth(status: os.stat_result) -> float | None:
    """Gives when a file was made (seconds since 1970), where the system keeps that."""
    if sys.platform == "win32":
        return status.st_ctime
    birth: float | None = getattr(status, "st_birthtime", None)
    return birth


def _moment(seconds: float | None) -> str:
    """Writes a time in UTC as archives do; "" for none, and for what no calendar holds."""
    try:
        known = None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        known = None
    return known.strftime("%Y-%m-%dT%H:%M:%SZ") if known else ""
