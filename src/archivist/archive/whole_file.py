"""Files that appear whole or not at all: written beside their place, made durable, then moved."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archivist.domain.errors import StorageError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `target` when the block ends without an exception.

    Raises:
        StorageError: the folder is missing or write-protected, or the disk is full; a file that
            stood at `target` is untouched.
    """
    scratch: Path | None = None
    try:
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


def make_durable(path: Path) -> None:
    """Have the drive hold what was written to a file or folder."""
    if sys.platform == "win32" and path.is_dir():  # folders cannot be opened there
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


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
