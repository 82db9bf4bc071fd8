"""Files become documents, each for itself: read, found in, and kept with their bytes."""

import hashlib
import os
from base64 import encodebytes
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from tests.material import MATERIAL, needs_material
from tests.readers import pictures

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.integrity import check
from archivist.domain.dates import Certainty
from archivist.domain.errors import CancelledError, UnreadableFileError
from archivist.domain.vocabulary import BlockKind, LinkState, MarkerKind, TextSource
from archivist.importer import (
    Status,
    document_date,
    files,
    import_paths,
    prepare,
    store,
)

TEXT = """In May 2021 it began.[1] On 24 June it ended.[citation needed]

References

[1] Ani. A Book.
"""
PAGE = """<html lang="en"><head><title>A page</title><meta name="author" content="Ani">
<meta name="date" content="Mon, 25 Sep 2023 10:00:00 +0000"></head>
<body><p>On 3 May it rained<sup id="r1"><a href="#n1">[1]</a></sup>.</p>
<ol class="references"><li id="n1"><a href="#r1">^</a> Ani, A Book.</li></ol></body></html>"""


def written(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_text_is_kept_with_what_was_found_in_it(archive: Archive, folder: Path) -> None:
    path = written(folder, "notes.txt")
    (result,) = import_paths(archive, [path])
    assert (result.status, result.error) == (Status.IMPORTED, "")
    assert result.characters == len(TEXT)
    assert result.document_id is not None
    document = archive.documents.get(result.document_id)
    assert (document.title, document.original_name) == ("notes", "notes.txt")
    dates = [item.date for item in archive.documents.dates(document.id)]
    assert [date.edtf for date in dates] == ["2021-05", "2021-06-24"]
    assert dates[1].certainty is Certainty.INFERRED
    markers = archive.markers.in_document(document.id)
    assert [(marker.label, marker.kind) for marker in markers] == [
        ("1", MarkerKind.REFERENCE),
        ("citation needed", MarkerKind.FLAG),
    ]
    assert markers[0].state is LinkState.RESOLVED
    assert archive.documents.blocks(document.id)[-1].kind is BlockKind.REFERENCE_ENTRY


def test_the_file_can_be_had_back_byte_for_byte(archive: Archive, folder: Path) -> None:
    path = folder / "notes.txt"
    path.write_bytes(b"One.\r\nTwo.\r\n" * 1000)
    (result,) = import_paths(archive, [path])
    assert result.document_id is not None
    sha256 = archive.documents.get(result.document_id).sha256
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert b"".join(archive.originals.read(sha256)) == path.read_bytes()


def test_an_import_is_one_step_of_the_history(archive: Archive, folder: Path) -> None:
    list(import_paths(archive, [written(folder, "page.html", PAGE)]))
    assert [step.name for step in archive.history.steps()] == ["Import “page.html”"]
    archive.history.undo()
    assert archive.documents.all() == []


def test_a_page_brings_its_own_date_which_gives_years(archive: Archive, folder: Path) -> None:
    (result,) = import_paths(archive, [written(folder, "page.html", PAGE)])
    assert result.document_id is not None
    document = archive.documents.get(result.document_id)
    assert document.title == "A page"
    assert document.date is not None
    assert document.date.edtf == "2023-09-25"
    (found,) = archive.documents.dates(document.id)
    assert (found.date.edtf, found.date.certainty) == ("2023-05-03", Certainty.INFERRED)
    (marker,) = archive.markers.in_document(document.id)
    assert marker.state is LinkState.RESOLVED


def test_the_same_bytes_are_a_duplicate_whatever_their_name(archive: Archive, folder: Path) -> None:
    paths = [written(folder, "one.txt"), written(folder, "two.txt")]
    one, two = import_paths(archive, paths)
    assert (two.status, two.document_id) == (Status.DUPLICATE, one.document_id)
    assert len(archive.documents.all()) == 1


def test_a_duplicate_is_not_read_again(archive: Archive, folder: Path) -> None:
    path = written(folder, "one.txt")
    list(import_paths(archive, [path]))
    prepared = prepare(path, is_known=lambda sha256: True)
    assert prepared.read is None
    assert store(archive, prepared).status is Status.DUPLICATE


def test_what_cannot_be_read_is_a_result_and_the_rest_goes_on(
    archive: Archive, folder: Path
) -> None:
    broken = folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\n" + b"\0" * 100)
    empty = written(folder, "empty.txt", "")
    good = written(folder, "good.txt")
    results = list(import_paths(archive, [broken, empty, folder / "missing.txt", good]))
    assert [result.status for result in results] == [Status.FAILED] * 3 + [Status.IMPORTED]
    for result, name in zip(results, ("broken.pdf", "empty.txt", "missing.txt"), strict=False):
        assert name in result.error
        assert result.document_id is None
    assert len(archive.documents.all()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_and_not_waited_for(archive: Archive, folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    (result,) = import_paths(archive, [pipe])
    assert (result.status, result.document_id) == (Status.FAILED, None)
    assert "is no file" in result.error


def test_a_file_that_changes_after_it_was_read_is_not_kept(archive: Archive, folder: Path) -> None:
    path = written(folder, "one.txt")
    prepared = prepare(path)
    path.write_text("Something else.", "utf-8")
    with pytest.raises(UnreadableFileError, match="changed"):
        store(archive, prepared)
    assert archive.documents.all() == []
    assert not archive.originals.has(prepared.sha256)


def test_cancelling_stops_before_the_next_file(archive: Archive, folder: Path) -> None:
    paths = [written(folder, f"{number}.txt", f"Text {number}.") for number in range(3)]
    done: list[Path] = []
    results = import_paths(archive, paths, cancelled=lambda: len(done) == 1)
    done.append(next(results).path)
    with pytest.raises(CancelledError):
        next(results)
    assert done == paths[:1]
    assert len(archive.documents.all()) == 1


def test_folders_are_gone_through_in_the_order_of_names(folder: Path) -> None:
    inner = folder / "b"
    inner.mkdir()
    expected = [written(folder, "a.txt"), written(inner, "x.txt"), written(folder, "c.txt")]
    written(folder, ".hidden")
    written(folder, "Thumbs.db")
    hidden = folder / ".git"
    hidden.mkdir()
    written(hidden, "config")
    assert list(files([folder])) == expected


def test_a_hidden_file_that_is_named_is_meant(folder: Path) -> None:
    path = written(folder, ".hidden")
    assert list(files([path])) == [path]


def test_links_in_a_circle_are_gone_through_once(folder: Path) -> None:
    path = written(folder, "a.txt")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert list(files([folder])) == [path]


def test_an_archive_does_not_import_itself(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt")
    with create(tmp_path / "test.archivist") as archive:
        results = list(import_paths(archive, [tmp_path]))
    assert [(result.path, result.status) for result in results] == [(path, Status.IMPORTED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-09-24T10:00:00Z", "2023-09-24"),
        ("D:20230924101500+04'00'", "2023-09-24"),
        ("September 24, 2023", "2023-09-24"),
        ("Sun, 24 Sep 2023 10:00:00 GMT", "2023-09-24"),
        ("", None),
        ("recently", None),
        ("24 September", None),
        ("between 2021-01-01 and then 2023-05-05 or so", None),
    ],
)
def test_a_documents_date_is_read_where_it_is_sure(text: str, edtf: str | None) -> None:
    date = document_date(text)
    assert (date.edtf if date else None) == edtf


@needs_material
@pytest.mark.parametrize(
    ("name", "markers", "flags"), [("wikipedia-1", 76, 2), ("wikipedia-2", 6, 1)]
)
def test_every_marker_of_an_encyclopedia_leads_to_its_entry(
    tmp_path: Path, name: str, markers: int, flags: int
) -> None:
    assert MATERIAL is not None
    with create(tmp_path / "test.archivist") as archive:
        (result,) = import_paths(archive, [MATERIAL / "corpora" / "html" / f"{name}.html"])
        assert result.document_id is not None
        found = archive.markers.in_document(result.document_id)
    citing = [marker for marker in found if marker.kind is MarkerKind.REFERENCE]
    assert len(citing) == markers
    assert {marker.state for marker in citing} == {LinkState.RESOLVED}
    assert len(found) - len(citing) == flags


@needs_material
def test_a_batch_of_strangers_ends_file_by_file(tmp_path: Path) -> None:
    assert MATERIAL is not None
    folder = MATERIAL / "corpora" / "html"
    with create(tmp_path / "test.archivist") as archive:
        results = list(import_paths(archive, [folder]))
        assert {result.status for result in results} == {Status.IMPORTED}
        assert [result.path for result in results] == sorted(folder.iterdir())
    with open_archive(tmp_path / "test.archivist", read_only=True) as archive:
        assert len(archive.documents.all()) == len(results)


def letter(*inside: tuple[str, bytes], subject: str = "List") -> bytes:
    parts = b"".join(
        b"--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
        b'Content-Disposition: attachment; filename="'
        + name.encode()
        + b'"\n\n'
        + encodebytes(data)
        for name, data in inside
    )
    head = f"Message-ID: <1@x>\nSubject: {subject}\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head.encode() + b"--b\n\nSee what is attached.\n" + parts + b"--b--\n"


def test_what_came_inside_a_message_is_a_document_that_knows_its_parent(
    archive: Archive, folder: Path
) -> None:
    path = folder / "letter.eml"
    path.write_bytes(letter(("../../list.csv", b"name,born\nAna,1880"), ("note.txt", b"A note.")))
    (result,) = import_paths(archive, [path])
    assert result.document_id is not None
    attached = archive.documents.attachments(result.document_id)
    assert [each.original_name for each in attached] == ["list.csv", "note.txt"]
    assert [each.format for each in attached] == ["csv", "text"]
    assert [each.title for each in attached] == ["list", "note"]
    assert tuple(each.id for each in attached) == result.attachments
    assert {each.parent_id for each in attached} == {result.document_id}
    assert archive.documents.get(result.document_id).parent_id is None
    assert b"".join(archive.originals.read(attached[1].sha256)) == b"A note."
    assert [each.name for each in archive.history.steps()] == ["Import “letter.eml”"]
    archive.history.undo()
    assert archive.documents.all() == []


def test_a_file_inside_two_messages_is_one_document_with_two_parents(
    archive: Archive, folder: Path
) -> None:
    (folder / "1.eml").write_bytes(letter(("note.txt", b"A note."), ("again.txt", b"A note.")))
    (folder / "2.eml").write_bytes(letter(("other name.txt", b"A note."), subject="Second"))
    first, second = import_paths(archive, [folder])
    assert first.document_id is not None
    assert second.document_id is not None
    (note,) = archive.documents.attachments(first.document_id)
    assert archive.documents.attachments(second.document_id) == [note]
    parents = archive.documents.parents(note.id)
    assert [parent.id for parent in parents] == [first.document_id, second.document_id]
    assert (len(first.attachments), len(second.attachments)) == (1, 0)


def test_messages_inside_messages_are_read_to_some_depth(archive: Archive, folder: Path) -> None:
    data = b"innermost"
    for number in range(8):
        data = letter((f"{number}.eml", data), subject=f"Letter {number}")
    path = folder / "nested.eml"
    path.write_bytes(data)
    (result,) = import_paths(archive, [path])
    titles = [document.title for document in archive.documents.all()]
    assert titles == [f"Letter {number}" for number in (7, 6, 5, 4, 3, 2)]
    assert result.warnings == ("Something attached was left out: 2.eml, inside too many others.",)


def test_what_cannot_be_read_is_left_inside_and_told(archive: Archive, folder: Path) -> None:
    path = folder / "letter.eml"
    path.write_bytes(letter(("program.bin", b"\x7fELF\0\1"), ("note.txt", b"A note.")))
    (result,) = import_paths(archive, [path])
    assert result.status is Status.IMPORTED
    assert result.document_id is not None
    (warning,) = result.warnings
    assert warning.startswith("Something attached was left out: program.bin is a program;")
    assert archive.documents.get(result.document_id).warnings == result.warnings
    (note,) = archive.documents.attachments(result.document_id)
    assert note.original_name == "note.txt"


def test_a_large_attachment_is_kept_whole(archive: Archive, folder: Path) -> None:
    data = b"One line of many.\n" * 300_000
    path = folder / "letter.eml"
    path.write_bytes(letter(("large.txt", data)))
    prepared = prepare(path)
    (inside,) = prepared.attachments
    assert inside.content == data
    result = store(archive, prepared)
    assert result.document_id is not None
    (large,) = archive.documents.attachments(result.document_id)
    assert b"".join(archive.originals.read(large.sha256)) == data


def test_an_attached_picture_is_a_document_of_its_own(archive: Archive, folder: Path) -> None:
    path = folder / "letter.eml"
    picture = pictures.saved(pictures.square(), "JPEG")
    path.write_bytes(letter(("bridge.jpg", picture)))
    (result,) = import_paths(archive, [path])
    assert result.warnings == ()
    assert result.document_id is not None
    (photograph,) = archive.documents.attachments(result.document_id)
    assert (photograph.format, photograph.title, photograph.pages) == ("jpeg", "bridge", 1)
    assert b"".join(archive.originals.read(photograph.sha256)) == picture
    assert check(archive) == []


def test_the_date_of_a_photograph_is_the_day_on_which_it_was_taken(
    archive: Archive, folder: Path
) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2023:09:24 10:11:12"
    path = folder / "bridge.jpg"
    path.write_bytes(pictures.saved(pictures.square(), "JPEG", exif=exif))
    (result,) = import_paths(archive, [path])
    assert result.document_id is not None
    document = archive.documents.get(result.document_id)
    assert document.date is not None
    assert document.date.edtf == "2023-09-24"
    assert archive.documents.pages(document.id)[0].text_source is TextSource.NONE
