"""Which format a file is: by its content first, by its name second."""

import zipfile
from pathlib import Path

import pytest

from archivist.domain.errors import UnreadableFileError
from archivist.readers import formats, read_document
from archivist.readers.formats import format_of


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.txt", b"%PDF-1.4 ...", "pdf"),
        ("a.pdf", b"\n\nnoise %PDF-1.4", "pdf"),
        ("a.txt", b"<!DOCTYPE html><p>x", "html"),
        ("a", b"\n<!-- saved -->\n<HTML lang=en>", "html"),
        ("a.xhtml", b'<?xml version="1.0"?><!DOCTYPE html>', "html"),
        ("a.htm", b"<p>no head", "html"),
        ("a.md", b"# Title", "markdown"),
        ("a.txt", b"# Title", "text"),
        ("a.pdf", b"only called so", "pdf"),
        ("a.log", b"anything else is text", "text"),
        ("a", b"Received: from x\nSubject: y\n\nz", "eml"),
        ("a.txt", b"Subject: y\n folded\nMessage-ID: <1@x>\n\nz", "eml"),
        ("a.txt", b"Subject: a note\nFrom: me\n\nwith heads that anybody writes", "text"),
        ("a.eml", b"Subject: a note\nFrom: me\n\nz", "eml"),
        ("a", b"From x@y Fri Apr 06 16:46:09 2001\nReceived: from x\n\nz", "mbox"),
        ("a.eml", b"From x@y Fri Apr 06 16:46:09 2001\nReceived: from x\n\nz", "eml"),
        ("a.txt", b"From here on: nothing\nof the kind", "text"),
        ("a.txt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nx", "srt"),
        ("a.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nx", "vtt"),
        ("a.txt", b"a,b\n1,2\n", "text"),
        ("a.csv", b"a,b\n1,2\n", "csv"),
        ("a.csv", b"<html><p>saved from the web", "html"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "png"),
        ("a.txt", b"\xff\xd8\xff\xe0", "jpeg"),
        ("a", b"MM\0*\0\0\0\x08", "tiff"),
        ("a", b"II+\0\x08\0\0\0", "tiff"),
        ("a", b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
    ],
)
def test_content_decides_before_the_name(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    assert format_of(written(tmp_path / name, data)).key == key


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Microsoft Office document"),
        ("a.png", b"GIF89a", "a GIF picture"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "an HEIC or AVIF photograph"),
        ("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0", "a film or a recording"),
        ("a.webp", b"RIFF\x24\0\0\0WAVEfmt ", "a sound recording or a film"),
        ("a.archivist", b"SQLite format 3\0", "an SQLite database"),
        ("a.zip", b"PK\x03\x04 broken", "a damaged ZIP archive"),
    ],
)
def test_a_format_that_cannot_be_read_yet_is_called_by_its_name(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_document(written(tmp_path / name, data))
    assert caught.value.sentence.startswith(f"{name} is {what}; Archivist cannot read this format")


def test_of_a_picture_that_cannot_be_read_one_is_told_to_make_one_that_can(tmp_path: Path) -> None:
    photograph = written(tmp_path / "a.heic", b"\0\0\0\x18ftypheic\0\0\0\0")
    with pytest.raises(UnreadableFileError, match="Save it as JPEG, and import that"):
        read_document(photograph)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("notes.txt", "a ZIP archive"),
    ],
)
def test_what_is_in_a_zip_archive_tells_what_it_is(tmp_path: Path, inside: str, what: str) -> None:
    path = tmp_path / "a.bin"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, "x")
    with pytest.raises(UnreadableFileError, match=what):
        read_document(path)


def test_a_folder_and_a_missing_file_are_clear_errors(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(UnreadableFileError, match="is not there"):
        read_document(tmp_path / "gone.txt")


def test_every_format_has_a_reader_and_suffixes_of_its_own() -> None:
    suffixes = [suffix for each in formats() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert len({each.key for each in formats()}) == len(formats())
    assert all(callable(each.reader()) for each in formats())
