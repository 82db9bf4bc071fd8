"""What a file must be before it is opened as an archive; a stranger's file is not to be trusted.

Nothing of its schema is used before it has been compared with our own.
"""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path

from archivist.archive.connection import prepare_for_writing, protect
from archivist.archive.faults import explain, primary_code
from archivist.archive.migrations import upgrade
from archivist.archive.schema import APPLICATION_ID, MIGRATIONS_TABLE, TRACKED, VERSIONS, Versions
from archivist.archive.tracking import track
from archivist.domain.errors import ArchiveRefusedError, ArchivistError, NotFoundError, StorageError

# Tables whose form is the business of SQLite (FTS5) and sqlite-utils: their names are compared, and
# that they are plain tables. SQLite keeps names that begin with "sqlite_" to itself.
_FORM_IS_NOT_OURS = ("passage_index_", MIGRATIONS_TABLE)

_DAMAGE = frozenset(
    {
        0,  # Python's own: text in the schema that is not UTF-8
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_SCHEMA,
        sqlite3.SQLITE_TOOBIG,
    }
)

Entry = tuple[str, str, str, str]


def check_file(path: Path) -> None:
    """Look at a file from outside, without opening it.

    Closing a file takes away all POSIX locks that the process has on it, those of SQLite in another
    thread included (https://www.sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        NotFoundError: there is no such file.
        ArchiveRefusedError: it cannot be an archive, or is not to be opened under this name.
        StorageError: it cannot be read.
    """
    try:
        if not path.exists():
            raise NotFoundError(f"There is no archive “{path.name}” in “{path.absolute().parent}”.")
        if not path.is_file():
            what = "a folder" if path.is_dir() else "a device or a pipe"
            raise ArchiveRefusedError(
                f"“{path.name or path}” is {what}, not an archive. Choose a file."
            )
        status = path.stat()
    except OSError as error:
        raise StorageError(
            f"“{path.name}” cannot be read ({error.strerror}). "
            "Check that the drive is connected and that you may read the file."
        ) from error
    if not status.st_size:
        raise ArchiveRefusedError(
            f"“{path.name}” is empty: nothing was ever written to it, or copying it went wrong. "
            "Copy it again, or open a backup."
        )
    if status.st_nlink > 1:
        # A second name would get a second journal, and each would spoil the other's work.
        raise ArchiveRefusedError(
            f"“{path.name}” has {status.st_nlink} names (hard links), and writing under several "
            "would damage it. Copy it to a new file and open the copy."
        )


def is_archive(path: Path) -> bool:
    """Say whether a file calls itself an archive; False where it cannot be read.

    The application id stands in the file's header, at byte 68 (SQLite's file format, 1.3).
    """
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except (OSError, ValueError):
        return False
    return head.startswith(b"SQLite format 3") and head[68:] == APPLICATION_ID.to_bytes(4, "big")


def check_for_reading(
    connection: sqlite3.Connection, path: Path, versions: Versions = VERSIONS
) -> None:
    """Check a file that is only to be read.

    Raises:
        ArchiveRefusedError: it is not to be trusted, or is of another version.
    """
    if _checked(connection, path, versions) < len(versions):
        raise ArchiveRefusedError(
            f"“{path.name}” was written by an older Archivist and has to be brought up to date "
            "first. Open it once for writing; a copy of the old file is kept."
        )


def make_ready(
    connection: sqlite3.Connection, path: Path, *, network: bool, versions: Versions = VERSIONS
) -> tuple[str, ...]:
    """Check a file, bring it up to date and make it ready for steps.

    Returns:
        Sentences that the user should read once.

    Raises:
        ArchiveRefusedError: it is not to be trusted, or newer than this program.
        StorageError: no copy can be made of an older archive.
    """
    remarks = []
    version = _checked(connection, path, versions)
    if version < len(versions):
        kept = upgrade(connection, path, version, versions)
        remarks.append(
            f"“{path.name}” was brought up to date. The file as it was is kept as “{kept.name}”."
        )
    prepare_for_writing(connection, network=network)
    if network:
        remarks.append(
            f"“{path.name}” lies on a network drive, where every step depends on the connection. "
            "Keep it on a local drive while you work, if you can."
        )
    track(connection)
    return tuple(remarks)


def _checked(connection: sqlite3.Connection, path: Path, versions: Versions) -> int:
    check_application(connection, path)
    version = check_schema(connection, path, versions)
    check_pages(connection, path)
    return version


def check_application(connection: sqlite3.Connection, path: Path) -> None:
    """Look whether a file says that it is an archive.

    Raises:
        ArchiveRefusedError: it is something else.
    """
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if primary_code(error) != sqlite3.SQLITE_NOTADB:
            raise
        application = None
    if application != APPLICATION_ID:
        raise ArchiveRefusedError(
            f"“{path.name}” is not an archive of this program. Choose a file that Archivist made; "
            "to take this one into an archive, import it."
        )


def check_schema(connection: sqlite3.Connection, path: Path, versions: Versions = VERSIONS) -> int:
    """Compare a file's tables with our own; returns the version of its schema.

    Raises:
        ArchiveRefusedError: the file is newer than this program, or holds what no archive holds.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(versions):
        raise ArchiveRefusedError(
            f"“{path.name}” was written by a newer Archivist (version {version} of the tables; "
            f"this one knows {len(versions)}). Install the newer program to open it."
        )
    if version < 1:
        raise _damaged(path, "it has no tables")
    found, expected = _entries(connection), expected_entries(versions[:version])
    strange = sorted(f"{entry[0]} “{entry[1]}”" for entry in found - expected)
    missing = sorted(f"{entry[0]} “{entry[1]}”" for entry in expected - found)
    if strange:
        raise ArchiveRefusedError(
            f"“{path.name}” holds what no archive of this program holds ({strange[0]}) and was "
            "not opened. If it came from somebody else, ask for an unchanged copy."
        )
    if missing:
        raise _damaged(path, f"{missing[0]} is missing")
    return version


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Have SQLite look through the tables that hold what users made and read.

    The originals, the old values of the history and the passages of search are many times larger;
    `integrity.check` looks through them, and damage in them is noticed when they are read.

    Raises:
        ArchiveRefusedError: a part of it is damaged.
    """
    # An older file lacks the tables that came later.
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    there = {str(row[0]) for row in rows}
    for table in (*TRACKED, "step", "original", "excerpt_counter"):
        if table not in there:
            continue
        problem = connection.execute(f"PRAGMA quick_check({table})").fetchone()[0]
        if problem != "ok":
            raise _damaged(path, " ".join(str(problem).split()))


def refusal(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> ArchivistError | None:
    """The error to show when a file could not be opened; None when the error is a bug of ours."""
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes a damaged schema in its message
        return _damaged(path, "its tables cannot be read")
    code = primary_code(error)
    if code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK):
        return _damaged(path, "its header forbids writing")
    if code in _DAMAGE:
        return _damaged(path, str(error))
    return explain(error, path)


@lru_cache(maxsize=8)
def expected_entries(versions: Versions) -> frozenset[Entry]:
    """What stands in `sqlite_schema` of an archive with these versions of the tables."""
    connection = sqlite3.connect(":memory:")
    try:
        protect(connection)
        for version in versions:
            version(connection)
        return _entries(connection) | {("table", MIGRATIONS_TABLE, MIGRATIONS_TABLE, "")}
    finally:
        connection.close()


def _entries(connection: sqlite3.Connection) -> frozenset[Entry]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    entries = set()
    for kind, name, table, sql in rows:
        form = " ".join((sql or "").split())
        plain = kind == "table" and form.upper().startswith("CREATE TABLE")
        if plain and name.startswith("sqlite_"):
            continue
        if kind == "index" and table == MIGRATIONS_TABLE:
            continue
        if plain and name.startswith(_FORM_IS_NOT_OURS):
            form = ""
        entries.add((kind, name, table, form))
    return frozenset(entries)


def _damaged(path: Path, what: str) -> ArchiveRefusedError:
    return ArchiveRefusedError(
        f"“{path.name}” is damaged and was not opened: {what}. Keep the file, and open a backup."
    )
