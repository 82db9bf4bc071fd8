"""The world's faults become sentences; bugs stay what they are."""

import sqlite3
from pathlib import Path

import pytest

from archivist.archive.faults import explain
from archivist.domain.errors import ReadOnlyError, StorageError

PATH = Path("folder/letters.archivist")


def fault(code: int, message: str = "message") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "drive"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "damaged"),
        (sqlite3.SQLITE_NOMEM, "memory"),
    ],
)
def test_a_fault_of_the_world_says_what_happened_to_which_archive(code: int, words: str) -> None:
    error = explain(fault(code), PATH)
    assert isinstance(error, StorageError)
    assert words in error.sentence
    assert "letters.archivist" in error.sentence


def test_a_protected_file_and_an_unfinished_one_are_told_apart() -> None:
    protected = explain(fault(sqlite3.SQLITE_READONLY), PATH)
    unfinished = explain(fault(sqlite3.SQLITE_READONLY_ROLLBACK), PATH)
    assert isinstance(protected, ReadOnlyError)
    assert isinstance(unfinished, ReadOnlyError)
    assert "write-protected" in protected.sentence
    assert "Open it once for writing" in unfinished.sentence


def test_text_that_cannot_be_decoded_is_damage() -> None:
    error = explain(sqlite3.OperationalError("Could not decode to UTF-8 column 'a'"), PATH)
    assert error is not None
    assert "damaged" in error.sentence


@pytest.mark.parametrize(
    "error",
    [
        fault(sqlite3.SQLITE_ERROR, "no such column: nonsense"),
        fault(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
    ],
)
def test_a_bug_has_no_sentence(error: sqlite3.Error) -> None:
    assert explain(error, PATH) is None
