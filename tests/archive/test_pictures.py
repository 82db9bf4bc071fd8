"""Pictures inside documents: kept once, brought back by undo, and looked over by `check`."""

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.shelf import TEXT, read_document

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.integrity import check
from archivist.archive.replacing import Version
from archivist.domain.model import Picture
from archivist.domain.provenance import FileFacts
from archivist.domain.reading import FoundPicture, ReadDocument
from archivist.importer import Prepared, Status, store

CONTENT = b"the bytes of a picture"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PLACE = (TEXT.index("Nobody"), TEXT.index("Nobody") + len("Nobody was hurt. 😀"))
KEPT = Picture(*PLACE, "image/png", 640, 480, SHA256)


DAMAGE = (
    "UPDATE original_chunk SET content = x'00'"
    f" WHERE original_id = (SELECT id FROM original WHERE sha256 = '{SHA256}')"
)


def illustrated() -> ReadDocument:
    found = FoundPicture(*PLACE, "image/png", 640, 480, SHA256, CONTENT)
    return replace(read_document(), pictures=(found, found))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return create(tmp_path / "a.archivist")


def keep(archive: Archive, folder: Path, name: str) -> int:
    file = folder / name
    file.write_text(name, encoding="utf-8")
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    result = store(archive, Prepared(file, sha256, FileFacts(str(file), len(name)), illustrated()))
    assert result.status is Status.IMPORTED
    assert result.document_id is not None
    return result.document_id


def test_the_same_picture_is_kept_once_and_given_back(archive: Archive, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        assert archive.documents.pictures(keep(archive, tmp_path, name)) == [KEPT, KEPT]
    assert archive.store.value("SELECT count(*) FROM original WHERE sha256 = ?", (SHA256,)) == 1
    assert b"".join(archive.originals.read(SHA256)) == CONTENT
    assert check(archive) == []


def test_an_import_with_its_pictures_is_one_step_that_can_be_undone(
    archive: Archive, tmp_path: Path
) -> None:
    document_id = keep(archive, tmp_path, "one.txt")
    archive.history.undo()
    assert archive.documents.pictures(document_id) == []
    archive.history.redo()
    assert archive.documents.pictures(document_id) == [KEPT, KEPT]
    assert check(archive) == []


def test_a_new_version_has_its_own_pictures_and_undo_brings_the_old_ones_back(
    archive: Archive, tmp_path: Path
) -> None:
    document_id = keep(archive, tmp_path, "one.txt")
    content = b"another file"
    sha256 = hashlib.sha256(content).hexdigest()
    archive.originals.put(sha256, len(content), [content])
    archive.documents.replace(document_id, Version(read_document(), "two.txt", sha256), {})
    assert archive.documents.pictures(document_id) == []
    archive.history.undo()
    assert archive.documents.pictures(document_id) == [KEPT, KEPT]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ('UPDATE picture SET "end" = 100000', "“picture” reaches from"),
        (f"UPDATE original SET complete = 0 WHERE sha256 = '{SHA256}'", "a picture in document 1"),
        (
            DAMAGE,
            f"is not {SHA256}",
        ),
    ],
)
def test_a_check_tells_of_a_picture_that_is_damaged_or_missing(
    archive: Archive, tmp_path: Path, statement: str, words: str
) -> None:
    keep(archive, tmp_path, "one.txt")
    archive.close()
    connection = sqlite3.connect(archive.path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with open_archive(archive.path) as again:
        assert any(words in sentence for sentence in check(again))
