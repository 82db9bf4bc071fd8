"""Making archives and bringing older ones up to date, with a copy of the old file kept."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.archive.backup import copy
from archivist.archive.faults import explain
from archivist.archive.schema import APPLICATION_ID, VERSIONS, Versions
from archivist.archive.whole_file import whole_file
from archivist.domain.errors import ArchiveRefusedError

if TYPE_CHECKING:
    from sqlite_utils import Database


def make(path: Path, versions: Versions = VERSIONS) -> None:
    """Make an empty archive in a new file, whole or not at all.

    Raises:
        StorageError: the folder cannot be written, or the disk is full.
    """
    with whole_file(path) as scratch:
        connection = sqlite3.connect(scratch, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(connection, versions)
        except sqlite3.Error as error:
            fault = explain(error, path)
            if fault is None:
                raise
            raise fault from error
        finally:
            connection.close()


def upgrade(
    connection: sqlite3.Connection, path: Path, version: int, versions: Versions = VERSIONS
) -> Path:
    """Bring an older archive up to date; returns where the copy of the old file is kept.

    Raises:
        StorageError: the copy cannot be written; the archive is untouched.
        ArchiveRefusedError: what stands in the archive does not fit the new tables.
    """
    kept = _free_name(path, version)
    copy(connection, kept)
    connection.execute("PRAGMA foreign_keys=OFF")  # tables may be made anew on the way
    migrate(connection, versions)
    connection.execute("PRAGMA foreign_keys=ON")
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ArchiveRefusedError(
            f"“{path.name}” could not be brought up to date: a row of its table “{broken[0]}” "
            f"points to nothing. The file as it was is kept as “{kept.name}”."
        )
    return kept


def migrate(connection: sqlite3.Connection, versions: Versions = VERSIONS) -> None:
    """Apply the versions that the file does not have yet, each in a transaction of its own."""
    # Late, because an archive that is up to date needs none of it.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("archivist")
    for number, version in enumerate(versions, start=1):
        migrations(name=f"version {number}")(_numbered(number, version))
    # No plugins: other people's code has no business in an archive.
    migrations.apply(Database(connection, execute_plugins=False))


def _numbered(
    number: int, version: Callable[[sqlite3.Connection], None]
) -> Callable[["Database"], None]:
    def apply(database: "Database") -> None:
        version(database.conn)
        database.conn.execute(f"PRAGMA user_version={number}")

    return apply


def _free_name(path: Path, version: int) -> Path:
    """`NAME.backup-vN.archivist`, with a further number if that name is taken."""
    stem = f"{path.stem}.backup-v{version}"
    kept, number = path.with_name(f"{stem}{path.suffix}"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}{path.suffix}")
    return kept
