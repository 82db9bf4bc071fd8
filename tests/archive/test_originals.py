"""Originals come back byte for byte, or not at all."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.shelf import TEXT, add_document, put_original

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.originals import CHUNK_BYTES
from archivist.domain.errors import NotFoundError, StorageError, UnreadableFileError


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1])
def test_a_file_comes_back_as_it_was(archive: Archive, tmp_path: Path, size: int) -> None:
    content = bytes(range(251)) * (size // 251 + 1)
    sha256 = put_original(archive, content[:size])
    assert archive.originals.has(sha256)
    assert b"".join(archive.originals.read(sha256)) == content[:size]
    target = tmp_path / "out.bin"
    archive.originals.save(sha256, target)
    assert target.read_bytes() == content[:size]


def test_pieces_do_not_depend_on_how_the_bytes_arrive(archive: Archive) -> None:
    content = bytes(1000) + b"x" * 2000
    sha256 = hashlib.sha256(content).hexdigest()
    parts = [content[at : at + 7] for at in range(0, len(content), 7)]
    archive.originals.put(sha256, len(content), parts)
    assert list(archive.originals.read(sha256)) == [content]


def test_a_file_is_stored_once(archive: Archive) -> None:
    sha256 = put_original(archive, b"same")

    def unread() -> Iterator[bytes]:
        raise AssertionError
        yield b""

    archive.originals.put(sha256, 4, unread())
    assert archive.store.value("SELECT count(*) FROM original") == 1


def test_a_file_that_changed_while_it_was_read_is_not_kept(archive: Archive) -> None:
    sha256 = hashlib.sha256(b"before").hexdigest()
    with pytest.raises(UnreadableFileError, match="Import it again"):
        archive.originals.put(sha256, 6, [b"after!"])
    assert archive.store.value("SELECT count(*) FROM original") == 0
    assert archive.store.value("SELECT count(*) FROM original_chunk") == 0


def test_a_cancelled_import_leaves_nothing(archive: Archive) -> None:
    def cancelled() -> Iterator[bytes]:
        yield bytes(2 * CHUNK_BYTES)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.originals.put("0" * 64, 3 * CHUNK_BYTES, cancelled())
    assert archive.store.value("SELECT count(*) FROM original_chunk") == 0


def test_what_a_crash_left_half_written_is_removed_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.archivist"
    with create(path) as archive, archive.store.aside():
        archive.store.insert("original", {"sha256": "0" * 64, "size": 9})
        archive.store.write("INSERT INTO original_chunk VALUES (1, 0, x'00')")
    with open_archive(path) as archive:
        assert archive.store.value("SELECT count(*) FROM original") == 0
        assert archive.store.value("SELECT count(*) FROM original_chunk") == 0


def test_inside_a_step_an_original_is_part_of_it(archive: Archive) -> None:
    def import_and_fail() -> None:
        with archive.step("Import"):
            put_original(archive, b"content")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        import_and_fail()
    assert archive.store.value("SELECT count(*) FROM original") == 0


def test_a_damaged_original_is_not_given_out(archive: Archive, tmp_path: Path) -> None:
    sha256 = put_original(archive, b"content")
    with archive.store.aside():
        archive.store.write("UPDATE original_chunk SET content = x'00'")
    target = tmp_path / "out.bin"
    target.write_bytes(b"older")
    with pytest.raises(StorageError, match="damaged"):
        archive.originals.save(sha256, target)
    assert target.read_bytes() == b"older"
    assert not list(tmp_path.glob(".out*"))


def test_an_unknown_original_is_not_found(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        archive.originals.save("0" * 64, tmp_path / "out.bin")
    assert not list(tmp_path.glob("*out*"))


def test_a_file_is_not_written_into_a_missing_folder(archive: Archive, tmp_path: Path) -> None:
    sha256 = put_original(archive, b"content")
    with pytest.raises(StorageError, match="no folder"):
        archive.originals.save(sha256, tmp_path / "missing" / "out.bin")
    (tmp_path / "taken").mkdir()
    with pytest.raises(StorageError, match="is a folder"):
        archive.originals.save(sha256, tmp_path / "taken")


def test_importing_again_makes_an_incomplete_original_of_a_document_whole(path: Path) -> None:
    with create(path) as archive:
        add_document(archive)
        with archive.store.aside():
            archive.store.write("UPDATE original SET complete = 0")
            archive.store.write("DELETE FROM original_chunk")
    with open_archive(path) as archive:
        sha256 = put_original(archive, TEXT.encode())
        assert b"".join(archive.originals.read(sha256)) == TEXT.encode()
