"""SQLite connections to an archive: how they are opened, made safe and folded up again."""

import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

_NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "fuse.sshfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
    }
)
_BUSY_SECONDS = 5.0


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Connect to a file that is there; nothing that stands in it can run code.

    Transactions are left to the caller (`isolation_level=None`).
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=_BUSY_SECONDS,
        cached_statements=512,
    )
    protect(connection)
    return connection


def protect(connection: sqlite3.Connection) -> None:
    """Trust nothing that a file's schema asks for, and find damaged pages when they are read."""
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA mmap_size=0")
    connection.execute("PRAGMA foreign_keys=ON")


def prepare_for_writing(connection: sqlite3.Connection, *, network: bool) -> None:
    """Choose the journal under which no finished step is lost in a power cut.

    A network drive cannot share the memory that a write-ahead log needs.
    """
    mode = "TRUNCATE" if network else "WAL"
    connection.execute(f"PRAGMA journal_mode={mode}")
    connection.execute("PRAGMA synchronous=FULL")


def fold(connection: sqlite3.Connection) -> None:
    """Bring the log back into the file, so that the archive is one file again."""
    connection.execute("PRAGMA query_only=OFF")
    connection.execute("PRAGMA busy_timeout=0")
    # A reader may hold on to the log, or the disk be full. The log is part of the archive until
    # the next closing then, and nothing is lost.
    with suppress(sqlite3.DatabaseError):
        connection.execute("PRAGMA journal_mode=DELETE")


def is_on_network(path: Path) -> bool:
    """Whether the file lies on a drive of another machine."""
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE, winbase.h
        anchor = path.absolute().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == remote
    return file_system(path, Path("/proc/mounts")) in _NETWORK_FILE_SYSTEMS


def file_system(path: Path, mounts: Path) -> str:
    """The type of a path's file system by a mount table as of fstab(5); "" where it has none."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return ""
    target = path.resolve()
    best, found = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Blanks, tabs, line ends and backslashes of a mount point stand there in octal (fstab(5)).
        point = Path(
            fields[1]
            .replace("\\040", " ")
            .replace("\\011", "\t")
            .replace("\\012", "\n")
            .replace("\\134", "\\")
        )
        if target.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), fields[2]
    return found
