"""A backup is the archive as it was, in one file, or it is not there."""

from pathlib import Path

import pytest
from tests.archive.shelf import add_document, dump, put_original

from archivist.archive.archive import Archive, open_archive
from archivist.archive.integrity import check
from archivist.domain.errors import CancelledError, InvalidValueError, StorageError


def test_a_backup_is_the_archive_as_it_was(archive: Archive, tmp_path: Path) -> None:
    add_document(archive)
    archive.events.create("Flood")
    before = dump(archive)
    target = tmp_path / "copies" / "copy.archivist"
    target.parent.mkdir()
    archive.backup(target)
    archive.events.create("Later")
    assert list(target.parent.iterdir()) == [target]
    with open_archive(target) as copy:
        assert dump(copy) == before
        assert check(copy) == []
        assert copy.history.undoable == archive.history.steps()[1].name


def test_a_reader_can_back_up_while_the_writer_works(archive: Archive, tmp_path: Path) -> None:
    archive.events.create("Flood")
    with open_archive(archive.path, read_only=True) as reader:
        reader.backup(tmp_path / "copy.archivist")
    with open_archive(tmp_path / "copy.archivist") as copy:
        assert [event.name for event in copy.events.all()] == ["Flood"]


def test_a_cancelled_backup_leaves_the_older_one(archive: Archive, tmp_path: Path) -> None:
    put_original(archive, bytes(40_000_000))
    target = tmp_path / "copy.archivist"
    target.write_text("older")
    seen: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        seen.append((done, total))
        raise CancelledError

    with pytest.raises(CancelledError):
        archive.backup(target, cancel)
    assert 0 < seen[0][0] < seen[0][1]
    assert target.read_text() == "older"
    assert not list(tmp_path.glob(".copy*"))
    archive.events.create("The archive goes on")


def test_an_archive_is_not_copied_onto_itself(archive: Archive) -> None:
    with pytest.raises(InvalidValueError, match="itself"):
        archive.backup(archive.path)


def test_a_backup_into_a_missing_folder_is_one_sentence(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no folder"):
        archive.backup(tmp_path / "missing" / "copy.archivist")
