"""Making archives and bringing older ones up to date, with a copy of the old file kept."""

import sqlite3
from pathlib import Path

from archivist.archive.schema import APPLICATION_ID, VERSIONS, version_name


def make(path: Path) -> None:
    """Make an empty archive in a new file."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate(connection)
    finally:
        connection.close()


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the versions that the file does not have yet, each in a transaction of its own."""
    # Late, because an archive that is up to date needs none of it.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("archivist")
    for number, version in enumerate(VERSIONS, start=1):

        def apply(database: Database, number: int = number, version: object = version) -> None:
            VERSIONS[number - 1](database.conn)
            database.conn.execute(f"PRAGMA user_version={number}")

        migrations(name=version_name(number))(apply)
    migrations.apply(Database(connection, execute_plugins=False))
