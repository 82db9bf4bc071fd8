"""Plain text: any encoding in, clean text and paragraphs out."""

from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind
from archivist.readers import read_document

RUSSIAN = "Свидетели видели колонну на северной дороге; её вели солдаты, и никто не вернулся.\n"
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy; šťastná žena šla dál a nic neříkala nikomu.\n"


class TestText(ReaderContract):
    suffix = ".txt"

    def sample(self, address: str) -> bytes:
        return f"First line\r\nsecond line\0.\r\n\r\n  Next, from {address}  \r\n".encode()


def read(path: Path, data: bytes) -> ReadDocument:
    path.write_bytes(data)
    return read_document(path)


def test_paragraphs_stand_between_blank_lines_without_the_space_around_them(
    tmp_path: Path,
) -> None:
    document = read(tmp_path / "a.txt", b"\n  One\ntwo  \n \t\n\n\tThree\n")
    assert document.text == "\n  One\ntwo  \n \t\n\n\tThree\n"
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "One\ntwo",
        "Three",
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16-LE"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-32", "UTF-32-LE"),
        ("utf-32-be", "UTF-32-BE"),
        ("cp1251", "Windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("cp866", "CP866"),
    ],
)
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str, said: str) -> None:
    text = RUSSIAN * 12
    document = read(tmp_path / "a.txt", text.encode(encoding))
    assert document.text == text
    assert document.metadata.further["encoding"] == said


@pytest.mark.parametrize("encoding", ["iso8859-2", "cp1250"])
def test_encodings_of_central_europe_are_told_apart(tmp_path: Path, encoding: str) -> None:
    document = read(tmp_path / "a.txt", (CZECH * 12).encode(encoding))
    assert document.text == CZECH * 12


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", RUSSIAN.encode()).warnings == ()
    (warning,) = read(tmp_path / "a.txt", (RUSSIAN * 9).encode("cp1251")).warnings
    assert warning == (
        "a.txt does not say in which encoding it is written; it was read as Windows-1251."
    )


def test_utf_8_with_a_cut_end_is_read_and_said_to_be_broken(tmp_path: Path) -> None:
    document = read(tmp_path / "a.txt", RUSSIAN.encode()[:-3])
    assert document.text == RUSSIAN[:-3] + "\ufffd"
    assert document.warnings == ("a.txt is no UTF-8 in 1 place; \ufffd stands there.",)


def test_an_encoding_that_an_xml_file_declares_is_believed(tmp_path: Path) -> None:
    data = '<?xml version="1.0" encoding="windows-1253"?><a>Θήβα</a>'.encode("cp1253")
    assert "Θήβα" in read(tmp_path / "a.xml", data).text


def test_decomposed_letters_and_bidirectional_controls_stay_as_they_are(tmp_path: Path) -> None:
    text = "Cafe\u0301 \u202efdp.exe\u202c \u2066x\u2069"
    assert read(tmp_path / "a.txt", text.encode()).text == text


def test_the_end_of_file_mark_of_dos_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", b"Words.\r\n\x1a").text == "Words.\n"


@pytest.mark.parametrize(
    "data", [b"\0\1\2\3" * 400, bytes(range(256)) * 8, b"\xff\xfe\xfd" * 99 + b"\0" * 99]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="is not a text"):
        read(tmp_path / "a.txt", data)


def test_white_space_alone_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path / "a.txt", b" \n\t\n")


def test_a_word_of_a_million_letters_is_one_paragraph(tmp_path: Path) -> None:
    document = read(tmp_path / "a.txt", b"x" * 1_000_000)
    assert [(block.start, block.end) for block in document.blocks] == [(0, 1_000_000)]


def test_the_direction_is_told_by_the_letters(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", "שלום, World".encode()).metadata.direction == "ltr"
    assert read(tmp_path / "a.txt", "שלום עולם 1948".encode()).metadata.direction == "rtl"
