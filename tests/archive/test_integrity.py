"""Whatever is wrong with an archive is said, and named."""

import hashlib
import sqlite3
from pathlib import Path

import pytest
from tests.archive.shelf import TEXT, add_document

from archivist.archive.archive import create, open_archive
from archivist.archive.integrity import check, examine
from archivist.archive.provenances import note_import
from archivist.domain.anchor import describe
from archivist.domain.provenance import FileFacts


@pytest.fixture
def closed(path: Path) -> Path:
    with create(path) as archive:
        document = add_document(archive)
        archive.excerpts.create(document, describe(TEXT, 0, 6))
        archive.events.create("Flood")
        archive.actors.create("Somebody")
        archive.citations.create(item={"title": "Book"})
    return path


def problems(path: Path, *statements: str) -> list[str]:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with open_archive(path) as archive:
        return check(archive)


def test_a_whole_archive_has_no_problems(closed: Path) -> None:
    assert problems(closed) == []
    with open_archive(closed, read_only=True) as archive:
        assert check(archive) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE original_chunk SET content = x'00'", "document 1, “report”, is damaged"),
        ("UPDATE document SET text = 'Repart' || substr(text, 7)", "text of document 1"),
        ("UPDATE document SET characters = 3", "text of document 1"),
        ("UPDATE excerpt SET quote = 'Other'", "Excerpt 1:1"),
        ("UPDATE excerpt SET start = 2", "Excerpt 1:1"),
        ('UPDATE page SET "end" = 999999', "outside the text of document 1"),
        ("UPDATE block SET start = -1", "outside the text of document 1"),
        ("UPDATE actor SET kind = 'ghost'", "unknown kind, “ghost”"),
        ("UPDATE event SET certainty = 'maybe'", "unknown certainty"),
        ("UPDATE citation SET item = '{'", "citation"),
        ("DELETE FROM passage", "Search does not know"),
        ("UPDATE excerpt SET document_id = 77", "points to nothing in “document”"),
        ("UPDATE original SET complete = 0", "is missing"),
        ("DELETE FROM passage_index_data WHERE id > 10", "index that search looks in"),
    ],
)
def test_what_is_wrong_is_named(closed: Path, statement: str, words: str) -> None:
    found = problems(closed, statement)
    assert any(words in sentence for sentence in found), found


def test_an_orphaned_excerpt_may_stand_anywhere(closed: Path) -> None:
    assert problems(closed, "UPDATE excerpt SET quote = 'x', anchor_state = 'orphaned'") == []


def test_every_original_is_hashed_again_and_counted(closed: Path) -> None:
    told: list[tuple[int, int]] = []
    with open_archive(closed) as archive:
        archive.originals.put(hashlib.sha256(b"more").hexdigest(), 4, [b"more"])
        found = examine(archive, lambda done, total: told.append((done, total)))
    size = len(TEXT.encode()) + 4
    assert (found.problems, found.files, found.size) == ((), 2, size)
    assert told[-1] == (size, size)


def test_a_missing_file_of_an_earlier_version_is_named(path: Path) -> None:
    with create(path) as archive:
        document = add_document(archive)
        with archive.step("Note"):
            note_import(
                archive.store, document, FileFacts("/x/a.txt", 1), sha256="0" * 64, reader="r"
            )
        (problem,) = check(archive)
    assert "an earlier version of document 1, “report”, is missing" in problem
