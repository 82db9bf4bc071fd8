"""Packages: nothing in them is a path, and what would unpack to too much is not read."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.packages import docx, paragraph, zipped

from archivist.domain.errors import UnreadableFileError
from archivist.readers import read_document
from archivist.readers.zipped import Package, resolved


def package(folder: Path, data: bytes) -> Package:
    path = folder / "a.docx"
    path.write_bytes(data)
    return Package(path, "a Word document")


@pytest.mark.parametrize(
    ("target", "base", "name"),
    [
        ("styles.xml", "word/document.xml", "word/styles.xml"),
        ("/word/a.xml", "word/document.xml", "word/a.xml"),
        ("../a%20b.xml", "word/document.xml", "a b.xml"),
        ("../../../etc/passwd", "word/document.xml", ""),
        ("..\\..\\x", "word/document.xml", ""),
        ("file:///etc/passwd", "word/document.xml", ""),
        ("http://x.example/a", "a.opf", ""),
        ("c.xhtml", "a.opf", "c.xhtml"),
    ],
)
def test_a_reference_leads_to_an_entry_or_nowhere(target: str, base: str, name: str) -> None:
    assert resolved(target, base) == name


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_reference_leaves_the_package(target: str, base: str) -> None:
    found = resolved(target, base)
    assert not found.startswith("/")
    assert ".." not in found.split("/")


def test_a_part_that_unpacks_to_far_more_is_not_read(tmp_path: Path) -> None:
    with (
        package(tmp_path, zipped({"a": "", "word/document.xml": b"\0" * (8 << 20)})) as opened,
        pytest.raises(UnreadableFileError, match="far more than a document holds"),
    ):
        opened.part("word/document.xml")


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", b"x" * 1000)
        archive.writestr("b", b"y" * 1000)
        archive.getinfo("b").header_offset = 10
    with pytest.raises(UnreadableFileError, match="far more than a document holds"):
        package(tmp_path, buffer.getvalue())


def test_other_methods_of_packing_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", b"x")
    with (
        package(tmp_path, buffer.getvalue()) as opened,
        pytest.raises(UnreadableFileError, match="damaged"),
    ):
        opened.part("a")


def test_names_of_entries_are_never_paths(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    whole = docx(paragraph("x"))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (folder / "a.docx").write_bytes(
        zipped({**parts, "../../evil": b"x", "/evil": b"x", "..\\evil": b"x"})
    )
    assert read_document(folder / "a.docx").text == "x"
    assert [path.name for path in tmp_path.rglob("*")] == ["deep", "er", "a.docx"]


def test_names_are_found_whatever_their_case(tmp_path: Path) -> None:
    with package(tmp_path, zipped({"Word/Document.xml": "<a/>"})) as opened:
        assert opened.find("word/document.xml") == "Word/Document.xml"
        assert opened.part("word/document.xml") == b"<a/>"
        assert opened.part("missing") == b""
