"""One writer for each archive: a lock beside the file that names its holder.

The operating system holds the lock and lets go of it when its process ends, however that happens;
the words in the lock file are only for people.
"""

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from archivist.domain.errors import ArchiveLockedError, StorageError

_PROGRAM = "Archivist"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to an archive, from where, and since when (UTC, ISO 8601)."""

    program: str
    user: str
    host: str
    pid: int
    since: str


class Lock:
    """The right to write to one archive; held until `release` or the end of the process."""

    def __init__(self, archive: Path, *, user: str, network: bool) -> None:
        """Take the lock.

        Raises:
            ArchiveLockedError: somebody else holds it.
            StorageError: no lock can be made beside the archive.
        """
        real = archive.resolve()  # however many symbolic links lead to it
        self._path = real.with_name(real.name + ".lock")
        self._number = _open(self._path, archive)
        try:
            before = _holder(self._number)
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            host = socket.gethostname()
            # File locks do not always reach another machine; what is written there does.
            if before is not None and before.host != host and network:
                raise ArchiveLockedError(_locked(archive, before) + _remove(self._path, before))
            _write(self._number, Holder(_PROGRAM, user, host, os.getpid(), now))
        except OSError as error:
            self.release()
            raise StorageError(
                f"“{archive.name}” cannot be opened for writing: its drive takes nothing more "
                f"({error.strerror}). Free some space and open it again, or open it read-only."
            ) from error
        except BaseException:
            os.close(self._number)
            raise

    def release(self) -> None:
        """Let others write; the lock file goes away."""
        if sys.platform == "win32":  # where an open file cannot be removed, ours or the next one's
            os.close(self._number)
            with suppress(OSError):
                self._path.unlink()
            return
        with suppress(OSError):  # the drive may be gone; the next opening takes the file over
            # Somebody may have deleted our file by hand, and another window have made its own.
            if os.path.samestat(self._path.stat(), os.fstat(self._number)):
                self._path.unlink()
        os.close(self._number)


def _open(path: Path, archive: Path) -> int:
    """The locked file's number; again if its last holder removed it in the meantime."""
    while True:
        try:
            number = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError as error:
            raise StorageError(
                f"“{archive.name}” cannot be opened for writing: no file can be made in "
                f"“{archive.absolute().parent}” ({error.strerror}). "
                "Open it read-only, or copy it to a folder of your own."
            ) from error
        try:
            _lock(number)
        except BlockingIOError as error:
            holder = _holder(number)
            os.close(number)
            raise ArchiveLockedError(_locked(archive, holder)) from error
        except OSError as error:
            os.close(number)
            raise StorageError(
                f"“{archive.name}” cannot be opened for writing: its drive has no file locks "
                f"({error.strerror}). Open it read-only, or copy it to a local drive."
            ) from error
        try:
            if os.path.samestat(path.stat(), os.fstat(number)):
                return number
        except FileNotFoundError:
            pass
        os.close(number)


def _lock(number: int) -> None:
    """Lock an open file; raises BlockingIOError if another one has it."""
    if sys.platform == "win32":
        import msvcrt

        # One byte far behind the words, which others have to be able to read.
        os.lseek(number, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EDEADLK}:
                raise BlockingIOError(error.errno, error.strerror) from error
            raise
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(number: int) -> Holder | None:
    """Who stands in a lock file; None where nothing that can be read stands there."""
    os.lseek(number, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(number, 1 << 16)))
    except (ValueError, TypeError):
        return None


def _write(number: int, holder: Holder) -> None:
    os.ftruncate(number, 0)
    os.lseek(number, 0, os.SEEK_SET)
    os.write(number, json.dumps(asdict(holder), ensure_ascii=False).encode())


def _locked(archive: Path, holder: Holder | None) -> str:
    if holder is None:
        who = "Another window or program"
        since = ""
    else:
        who = f"{holder.program} (user {holder.user}, computer {holder.host}, process {holder.pid})"
        since = f" since {_in_words(holder.since)}"
    return (
        f"{who} has “{archive.name}” open for writing{since}. "
        "Close it there, or open the archive read-only here."
    )


def _in_words(time: str) -> str:
    """Gives a time in UTC as a person reads it here; what is no time stays as it is."""
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return time


def _remove(path: Path, holder: Holder) -> str:
    return f" If {holder.host} no longer has it open, delete “{path.name}” and try again."
