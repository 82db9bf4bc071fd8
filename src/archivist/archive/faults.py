"""The one place that tells the world's faults, which a user can mend, from our bugs."""

import sqlite3
from pathlib import Path

from archivist.domain.errors import ArchivistError, ReadOnlyError, StorageError

_SENTENCES = {
    sqlite3.SQLITE_FULL: (
        "The disk is full: “{name}” was not changed. Free some space and do the last step again."
    ),
    sqlite3.SQLITE_IOERR: (
        "The drive that holds “{name}” cannot be read or written: the last step was not kept. "
        "Check that the drive is connected, then open the archive again."
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is using “{name}”: the last step was not kept. "
        "Close the other program, or wait, and do the step again."
    ),
    sqlite3.SQLITE_LOCKED: (
        "Another program is using “{name}”: the last step was not kept. "
        "Close the other program, or wait, and do the step again."
    ),
    sqlite3.SQLITE_PROTOCOL: (
        "The file locks of the drive that holds “{name}” do not work: the last step was not kept. "
        "Copy the archive to a local drive and open it there."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "“{name}” or its folder cannot be opened. "
        "Check that the drive is connected and that you may write to the folder."
    ),
    sqlite3.SQLITE_PERM: (
        "You have no permission to use “{name}”. Change the permissions of the file or its folder."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "“{name}” is damaged: a part of it cannot be read. "
        "Close it, keep the file, and go on with a backup."
    ),
    sqlite3.SQLITE_NOTADB: (
        "“{name}” is damaged: it is no longer a database. "
        "Close it, keep the file, and go on with a backup."
    ),
    sqlite3.SQLITE_NOMEM: (
        "There is not enough memory to work with “{name}”: the last step was not kept. "
        "Close other programs and do the step again."
    ),
    sqlite3.SQLITE_TOOBIG: (
        "What was to be kept in “{name}” is larger than an archive can hold in one piece (1 GB). "
        "Split it and import the parts."
    ),
}

# A journal or log beside the file has to be worked in first.
_UNFINISHED = frozenset(
    {
        sqlite3.SQLITE_READONLY_CANTINIT,
        sqlite3.SQLITE_READONLY_RECOVERY,
        sqlite3.SQLITE_READONLY_ROLLBACK,
    }
)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where Python's own wrapper raised the error."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def explain(error: sqlite3.Error, path: Path) -> ArchivistError | None:
    """The error to show when the world is at fault; None when the error is a bug of ours."""
    if getattr(error, "sqlite_errorcode", 0) in _UNFINISHED:
        return ReadOnlyError(
            f"“{path.name}” was not closed in the ordinary way and cannot be read where nothing "
            "can be written. Open it once for writing; that puts it in order."
        )
    code = primary_code(error)
    if not code and str(error).startswith("Could not decode"):  # a damaged text, found by Python
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyError(
            f"“{path.name}” is write-protected and was not changed. "
            "Change the permissions of the file and its folder, then open it again."
        )
    sentence = _SENTENCES.get(code)
    return StorageError(sentence.format(name=path.name)) if sentence else None
