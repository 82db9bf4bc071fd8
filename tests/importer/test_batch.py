"""Batches: two children read, the archive gets the files in their order, and cancelling keeps."""

import os
from pathlib import Path

import psutil
import pytest
from tests.readers import pdfs

from archivist.archive.archive import Archive
from archivist.archive.integrity import check
from archivist.domain.errors import CancelledError
from archivist.importer import Status, files, import_paths, prepare, store, storing


def test_a_long_file_does_not_change_the_order_and_is_overtaken_by_none(
    archive: Archive, folder: Path
) -> None:
    pages = [["A line of a long report." for _line in range(40)] for _page in range(120)]
    (folder / "a long.pdf").write_bytes(pdfs.made(pages))
    for number in range(40):
        (folder / f"b{number:02}.txt").write_text(f"Letter {number}.", "utf-8")
    (folder / "c broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (folder / "d.txt").write_text("The last one.", "utf-8")
    results = list(import_paths(archive, [folder]))
    assert [result.path for result in results] == list(files([folder]))
    ids = [result.document_id for result in results if result.status is Status.IMPORTED]
    assert ids == list(range(1, 43))
    assert [document.id for document in archive.documents.all()] == ids
    assert check(archive) == []


def test_two_files_are_read_at_the_same_time(archive: Archive, folder: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(name, "utf-8")
    processes: list[int] = []

    def count_processes(_path: Path, _done: int, _total: int) -> None:
        processes.append(len(psutil.Process().children()))

    before = len(psutil.Process().children())
    list(import_paths(archive, [folder], progress=count_processes))
    # Both were handed over before anybody waited for the first.
    assert processes[0] - before == 2


def test_the_same_bytes_twice_in_a_batch_are_one_document(archive: Archive, folder: Path) -> None:
    for name in ("1.txt", "2.txt", "3.txt"):
        (folder / name).write_text("The same words.", "utf-8")
    results = list(import_paths(archive, [folder]))
    assert [result.status for result in results] == ["imported", "duplicate", "duplicate"]
    assert {result.document_id for result in results} == {1}
    assert "as document 1" in results[1].reason


def test_cancelling_ends_files_that_are_being_read_and_keeps_what_is_in(
    archive: Archive, folder: Path
) -> None:
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"Letter {number}.", "utf-8")
    done: list[int | None] = []
    results = import_paths(archive, [folder], cancelled=lambda: len(done) >= 3)
    done += [next(results).document_id for _file in range(3)]
    with pytest.raises(CancelledError):
        next(results)
    assert done == [1, 2, 3]
    assert len(archive.documents.all()) == 3
    assert check(archive) == []


def test_a_long_text_is_searched_and_undone_like_any_other(archive: Archive, folder: Path) -> None:
    long = folder / "long.txt"
    long.write_text("".join(f"Line {number} of it.\n" for number in range(30_000)), "utf-8")
    (folder / "short.txt").write_text("The last line.", "utf-8")
    first, second = import_paths(archive, [long, folder / "short.txt"])
    assert (first.document_id, second.document_id) == (1, 2)
    assert [hit.document_id for hit in archive.search.find("29999", 5)] == [1]
    archive.history.undo()
    archive.history.undo()
    assert archive.search.find("29999", 5) == []
    archive.history.redo()
    assert [hit.document_id for hit in archive.search.find("29999", 5)] == [1]
    assert check(archive) == []


def test_a_long_text_whose_keeping_was_broken_off_leaves_nothing_to_be_found(
    archive: Archive, folder: Path
) -> None:
    path = folder / "long.txt"
    path.write_text("".join(f"Line {number} of it.\n" for number in range(30_000)), "utf-8")
    prepared = prepare(path)
    work = storing(archive, prepared)
    next(work)
    work.close()
    assert archive.documents.all() == []
    assert archive.search.find("Line", 5) == []
    assert check(archive) == []
    result = store(archive, prepared)
    assert result.document_id is not None
    assert {hit.document_id for hit in archive.search.find("Line", 5)} == {result.document_id}
    assert check(archive) == []


def test_where_a_file_came_from_is_kept(archive: Archive, folder: Path) -> None:
    path = folder / "Łódź.txt"
    path.write_text("A letter.", "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    (result,) = import_paths(archive, [path])
    assert result.document_id is not None
    (noted,) = archive.provenances.of(result.document_id)
    document = archive.documents.get(result.document_id)
    assert (noted.file.path, noted.file.size, noted.file.member) == (str(path), 9, "")
    assert noted.file.modified == "2001-09-09T01:46:40Z"
    assert (noted.sha256, noted.reader) == (document.sha256, document.reader)
    assert (noted.at, noted.by) == (document.imported_at, "Ani")
    archive.history.undo()
    assert archive.provenances.newest() == {}
    archive.history.redo()
    assert archive.provenances.newest_of(result.document_id) == noted


def test_what_came_inside_a_file_is_known_by_its_way_in_there(
    archive: Archive, folder: Path
) -> None:
    inner = b"Subject: Inner\nContent-Type: multipart/mixed; boundary=i\n\n" + _part(
        b"i", b"note.txt", b"text/plain", b"A note."
    )
    outer = b"Subject: Outer\nContent-Type: multipart/mixed; boundary=o\n\n" + _part(
        b"o", b"inner.eml", b"application/octet-stream", inner
    )
    path = folder / "outer.eml"
    path.write_bytes(outer)
    (result,) = import_paths(archive, [path])
    members = [archive.provenances.newest()[number].file for number in (1, 2, 3)]
    assert [file.member for file in members] == ["", "inner.eml", "inner.eml/note.txt"]
    assert {file.path for file in members} == {str(path)}
    assert [file.modified == "" for file in members] == [False, True, True]
    assert members[2].size == len(b"A note.")
    assert len(result.attachments) == 2


def _part(boundary: bytes, name: bytes, kind: bytes, content: bytes) -> bytes:
    return (
        b"--%s\nContent-Type: %s\n"
        b'Content-Disposition: attachment; filename="%s"\n\n%s\n--%s--\n'
        % (boundary, kind, name, content, boundary)
    )
