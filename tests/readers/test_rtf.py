"""RTF: what a reader of the printed page sees, whatever code page it was written in."""

from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, LinkState, MarkKind
from archivist.finding.markers import find_markers
from archivist.readers import read_document


class TestRtf(ReaderContract):
    suffix = ".rtf"

    def sample(self, address: str) -> bytes:
        return (
            rb"{\rtf1\ansi\ansicpg1252{\info{\title T}}{\stylesheet{\s1 heading 1;}}\pard\s1 The "
            rb"column\par\pard It left{\super\chftn{\footnote\chftn  Book.}}, {\b it is} said.\par"
            rb"{\field{\*\fldinst INCLUDEPICTURE " + f'"{address}/a.png"'.encode() + rb"}"
            rb"{\fldrslt shown}}\par\trowd\intbl a\cell b\cell\row\pard end\par}"
        )


def read(folder: Path, body: bytes, head: bytes = b"") -> ReadDocument:
    path = folder / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252 " + head + body + b"}")
    document = read_document(path)
    assert_sound(document)
    return document


def marked(document: ReadDocument) -> set[tuple[MarkKind, str, str]]:
    return {
        (mark.kind, document.text[mark.start : mark.end], mark.value) for mark in document.marks
    }


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"caf\'e9 \'80", "café €"),
        (rb"\u8364?x\u8364\'80y", "€x€y"),
        (rb"{\uc2\u24180\'94\'4e}{\uc0\u24180}n", "年年n"),
        (rb"\u-10179?\u-8704?!", "😀!"),
        (rb"\u55357? lone", "� lone"),
        (rb"a\~b\_c\-d\emdash e\{\}\\", "a\u00a0b\u2011c\u00add—e{}\\"),
        (rb"{\f1\'bd\'d3}{\f2\'e5}{\f3\'b7}", "接е•"),
        (b"one\\\ntwo\\par three\\line four", "one\n\ntwo\n\nthree\nfour"),
        (rb"a{\pict\bin5 }}}}}}c{\*\unknown d{e}}f", "acf"),
        (rb"{\i0\b0\*\cs7 kept}", "kept"),
        (rb"{\upr{ascii}{\*\ud{uni\u233?}}}", "unié"),
    ],
)
def test_text_is_what_its_codes_stand_for(tmp_path: Path, body: bytes, text: str) -> None:
    fonts = (
        rb"{\fonttbl{\f1\fcharset134 A;}{\f2\fcharset204 B;}{\f3\fcharset2 C;}{\f0\fcharset0 D;}}"
    )
    assert read(tmp_path, body, fonts).text == text


def test_notes_stand_at_the_end_and_can_be_cited(tmp_path: Path) -> None:
    body = (
        rb"One{\super\chftn{\footnote\pard{\super\chftn} First, {\i Book}.}}. "
        rb"Two{\chftn{\footnote\ftnalt\chftn End.}}.\par More.\par"
    )
    document = read(tmp_path, body)
    assert document.text == "One[1]. Two[i].\n\nMore.\n\n[1] First, Book.\n\n[i] End."
    assert [block.kind for block in document.blocks[2:]] == [BlockKind.FOOTNOTE] * 2
    markers = find_markers(document.text, document.blocks, document.marks)
    assert [(each.label, each.state, each.entry) for each in markers] == [
        ("1", LinkState.RESOLVED, "First, Book."),
        ("i", LinkState.RESOLVED, "End."),
    ]


def test_looks_end_with_their_group(tmp_path: Path) -> None:
    document = read(tmp_path, rb"a {\b b {\i c}} {\ul d\ulnone e}\strike f\strike0 g\plain h")
    assert marked(document) == {
        (MarkKind.BOLD, "b c", ""),
        (MarkKind.ITALIC, "c", ""),
        (MarkKind.UNDERLINE, "d", ""),
        (MarkKind.STRIKETHROUGH, "f", ""),
    }


def test_links_lead_to_addresses_and_bookmarks(tmp_path: Path) -> None:
    body = (
        rb'{\field{\*\fldinst{HYPERLINK "https://x.example/"}}{\fldrslt{\ul out}}} '
        rb'{\field{\*\fldinst HYPERLINK \\l "p"}{\fldrslt in}}\par'
        rb"{\*\bkmkstart p}here{\*\bkmkend p}{\*\bkmkstart q}"
    )
    found = marked(read(tmp_path, body))
    assert {each for each in found if each[0] is not MarkKind.UNDERLINE} == {
        (MarkKind.LINK, "out", "https://x.example/"),
        (MarkKind.LINK, "in", "#p"),
        (MarkKind.ANCHOR, "", "p"),
    }


def test_headings_lists_and_tables_keep_their_shape(tmp_path: Path) -> None:
    styles = rb"{\stylesheet{\s3 heading 2;}{\s4\outlinelevel0 Mine;}}"
    body = (
        rb"\pard\s4 Top\par\pard\s3 Head\par{\listtext 2.\tab}\pard\ls1\ilvl0 b\par"
        rb"{\listtext\'b7\tab}\pard\ls1\ilvl1 c\par"
        rb"\trowd\pard\intbl x\cell y\par z\cell\row\trowd\intbl v\cell\row\pard after\par"
    )
    document = read(tmp_path, body, styles)
    assert document.text == "Top\n\nHead\n\nb\nc\n\nx\ty\nz\nv\n\nafter"
    kinds = [(b.kind, b.level, b.attributes.get("number")) for b in document.blocks[:4]]
    assert kinds == [
        (BlockKind.HEADING, 1, None),
        (BlockKind.HEADING, 2, None),
        (BlockKind.LIST_ITEM, 0, 2),
        (BlockKind.LIST_ITEM, 1, None),
    ]
    cells = [(b.attributes["row"], b.attributes["column"]) for b in document.blocks[4:-1]]
    assert cells == [(0, 0), (0, 1), (0, 1), (1, 0)]


def test_what_is_hidden_or_deleted_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, rb"a{\v secret}{\deleted old}{\revised new}{\pict 0102}\par")
    assert document.text == "anew"
    assert len(document.warnings) == 3


def test_comments_stand_at_the_end_and_headers_at_the_beginning(tmp_path: Path) -> None:
    body = (
        rb"{\header Letterhead\par}{\footer 1\par}Said{\*\atnid 1}{\*\atnauthor A. B.}\chatn"
        rb"{\*\annotation\pard Really?}.\par"
    )
    assert read(tmp_path, body).text == "Letterhead\n\nSaid.\n\n[A. B.] Really?"


def test_metadata_are_those_of_the_file(tmp_path: Path) -> None:
    info = (
        rb"{\info{\title A\'e9}{\upr{\author ?}{\*\ud{\author B\u353?}}}"
        rb"{\creatim\yr1999\mo1\dy2}{\subject S}}"
    )
    about = read(tmp_path, b"x", info).metadata
    assert (about.title, about.author, about.date) == ("Aé", "Bš", "1999-01-02")
    assert about.further == {"subject": "S"}


def test_groups_may_be_nested_to_any_depth(tmp_path: Path) -> None:
    assert read(tmp_path, b"{" * 100_000 + b"deep" + b"}" * 100_000).text == "deep"


def test_a_file_without_text_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path, rb"{\pict 00}")
