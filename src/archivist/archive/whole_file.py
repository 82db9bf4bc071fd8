"""Files that appear whole or not at all: written beside their place, made durable, then moved.

Nothing else is destroyed by it: no archive, no device, no link to somewhere else.
"""

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archivist.archive.schema import APPLICATION_ID
from archivist.domain.errors import InvalidValueError, StorageError
from archivist.paths import is_ordinary_file, is_there

# SQLite takes a file of such a name for a part of the database that it stands beside.
_LOGS = ("-wal", "-journal")
_PARTS = ("", *_LOGS, "-shm", ".lock")
# Where a database says whose it is: https://www.sqlite.org/fileformat.html, 1.3.
_MAGIC = b"SQLite format 3\0"
_APPLICATION = slice(68, 72)


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `target` when the block ends without an exception.

    Where `target` is a symbolic link, the file that it leads to is replaced.

    Raises:
        StorageError: the folder is missing or write-protected, the disk is full, or what stands at
            `target` is no ordinary file or a database in use; it is untouched.
    """
    scratch: Path | None = None
    try:
        target = _replaceable(target)
        number, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        os.close(number)
        scratch = Path(name)
        yield scratch
        _keep_mode(scratch, target)
        make_durable(scratch)
        scratch.replace(target)
        scratch = None
        make_durable(target.parent)
    except OSError as error:
        raise _storage_error(error, target) from error
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)


def spare_archive(target: Path, archive: Path) -> None:
    """Refuse to write over `archive` or a part of it.

    Raises:
        InvalidValueError: the target is one of them.
    """
    parts = [Path(f"{archive}{ending}") for ending in _PARTS]
    same = (is_there(path) and is_there(target) and target.samefile(path) for path in parts)
    if target.resolve() in [path.resolve() for path in parts] or any(same):
        raise InvalidValueError(
            f"“{target.name}” is the archive itself and was not touched; choose another name."
        )


def spare_archives(target: Path, archive: Path) -> None:
    """Refuse to write over `archive`, a part of it, or another archive.

    Raises:
        InvalidValueError: the target is one of them.
    """
    spare_archive(target, archive)
    if _is_archive(target):
        raise InvalidValueError(
            f"“{target.name}” is an archive and was not touched; choose another name."
        )


def make_durable(path: Path) -> None:
    """Have the drive hold what was written to a file or folder."""
    if sys.platform == "win32" and path.is_dir():  # folders cannot be opened there
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _replaceable(target: Path) -> Path:
    """The file that would be replaced, links followed."""
    real = target.resolve()
    if real.exists() and not stat.S_ISREG(real.stat().st_mode):
        what = "a folder" if real.is_dir() else "no ordinary file but a device or a pipe"
        raise StorageError(f"“{target.name}” is {what} and was not touched; choose another name.")
    # The log would be played back into the new file, and spoil it.
    if any(real.with_name(real.name + ending).exists() for ending in _LOGS):
        raise StorageError(
            f"“{target.name}” is in use, or was not closed in the ordinary way, and was not "
            "touched. Close it in the program that has it open, or choose another name."
        )
    return real


def _is_archive(path: Path) -> bool:
    if not is_ordinary_file(path) or any(is_there(Path(f"{path}{log}")) for log in _LOGS):
        return (
            False  # a database in use is refused as such, and is not to be opened and closed here
        )
    try:
        with path.open("rb") as file:
            head = file.read(_APPLICATION.stop)
    except OSError:
        return False  # writing will tell what is wrong with it
    application = int.from_bytes(head[_APPLICATION], "big")
    return head.startswith(_MAGIC) and application == APPLICATION_ID


def _keep_mode(scratch: Path, target: Path) -> None:
    """Give the new file the permissions of the old one, else those that new files have here."""
    if target.exists():
        scratch.chmod(target.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    scratch.chmod(0o666 & ~mask)


def _storage_error(error: OSError, target: Path) -> StorageError:
    folder = target.absolute().parent
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        what = "The disk is full. Free some space and try again"
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        what = f"You may not write to “{folder}”. Choose another folder"
    elif error.errno in {errno.ENOENT, errno.ENOTDIR} and not folder.is_dir():
        what = f"There is no folder “{folder}”. Choose another one"
    elif error.errno == errno.EISDIR:
        what = "A folder of this name is there already. Choose another name"
    else:
        what = f"The drive does not take it ({error.strerror}). Choose another folder"
    return StorageError(f"“{target.name}” was not written. {what}.")
