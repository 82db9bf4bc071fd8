"""Copies of an open archive: one file, consistent, whole or not at all."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from archivist.archive.faults import explain
from archivist.archive.whole_file import spare_archive, whole_file

# Pages of 4 KiB copied between two reports, about 16 MiB.
_PAGES_AT_ONCE = 4096

Progress = Callable[[int, int], None]


def copy(source: sqlite3.Connection, target: Path, progress: Progress | None = None) -> None:
    """Copy an archive while it is open; what is not finished yet is not in the copy.

    Args:
        source: the connection to copy from.
        target: the new file; one that is there is replaced when the copy is complete.
        progress: called with the pages done and the pages in all; may raise to cancel.

    Raises:
        InvalidValueError: the target is the archive itself or a part of it.
        StorageError: the target's folder cannot be written, or its disk is full.
    """
    spare_archive(target, Path(source.execute("PRAGMA database_list").fetchone()[2]))

    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with whole_file(target) as scratch:
        connection = sqlite3.connect(scratch, isolation_level=None)
        try:
            source.backup(connection, pages=_PAGES_AT_ONCE, progress=report)
            # The copy has the original's journal mode; alone, it is to be one file.
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error as error:
            fault = explain(error, target)
            if fault is None:
                raise
            raise fault from error
        finally:
            connection.close()
