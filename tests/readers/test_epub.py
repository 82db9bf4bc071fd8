"""E-books: chapters as pages in the book's order, and links that lead from one to another."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound
from tests.readers.packages import zipped

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, LinkState, MarkKind
from archivist.finding.markers import find_markers
from archivist.readers import read_document

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="../../etc/passwd"/><rootfile full-path="OPS/book.opf"/></rootfiles>'
    "</container>"
)
_OPF = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAV = (
    '<html><body><nav epub:type="toc"><ol><li><a href="text/a.xhtml">First</a><ol>'
    '<li><a href="text/a.xhtml#s">Section</a></li></ol></li>'
    '<li><a href="text/b.xhtml">Second</a></li></ol></nav></body></html>'
)
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>First'
    '</text></navLabel><content src="text/a.xhtml"/><navPoint><navLabel><text>Section</text>'
    '</navLabel><content src="text/a.xhtml#s"/></navPoint></navPoint><navPoint><navLabel><text>'
    'Second</text></navLabel><content src="text/b.xhtml"/></navPoint></navMap></ncx>'
)


def chapter(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head>'
        f"<body>{body}</body></html>"
    )


def epub(
    chapters: Mapping[str, str], *, nav: str = "", ncx: str = "", about: str = "", **parts: str
) -> bytes:
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="x"/>' if nav else ""
    items += '<item id="n" href="t.ncx" media-type="application/x-dtbncx+xml"/>' if ncx else ""
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OPS/book.opf": f"<package {_OPF}><metadata>{about}</metadata><manifest>{items}"
            f"</manifest><spine>{spine}</spine></package>",
            **({"OPS/nav.xhtml": nav} if nav else {}),
            **({"OPS/t.ncx": ncx} if ncx else {}),
            **{f"OPS/text/{name}.xhtml": chapter(body) for name, body in chapters.items() if body},
            **{f"META-INF/{name}.xml": part for name, part in parts.items()},
        }
    )


class TestEpub(ReaderContract):
    suffix = ".epub"

    def sample(self, address: str) -> bytes:
        return epub(
            {
                "a": '<h1>The column</h1><p>It left<a href="b.xhtml#n">1</a>.'
                f'<img src="{address}/a"/>'
                f'<a href="{address}/b">out</a></p><table><tr><td>a</td></tr></table>',
                "b": '<h2 id="s">Notes</h2><aside epub:type="footnote" id="n">1 Book.</aside>'
                f'<iframe src="{address}/c"/><p>end</p>',
            },
            nav=NAV,
            about="<dc:title>Title</dc:title>",
        )


def read(folder: Path, data: bytes) -> ReadDocument:
    path = folder / "a.epub"
    path.write_bytes(data)
    document = read_document(path)
    assert_sound(document)
    return document


def marked(document: ReadDocument) -> set[tuple[MarkKind, str, str]]:
    return {
        (mark.kind, document.text[mark.start : mark.end], mark.value) for mark in document.marks
    }


@pytest.mark.parametrize("contents", [{"nav": NAV}, {"ncx": NCX}])
def test_chapters_are_pages_and_the_contents_are_the_outline(
    tmp_path: Path, contents: dict[str, str]
) -> None:
    chapters = {"cover": "<img/>", "a": '<p>One</p><h2 id="s">Two</h2>', "b": "<p>Three</p>"}
    document = read(tmp_path, epub(chapters, **contents))
    assert document.text == "One\n\nTwo\nThree"
    pages = [(page.label, document.text[page.start : page.end]) for page in document.pages]
    assert pages == [("First", "One\n\nTwo"), ("Second", "Three")]
    assert [(each.title, each.level, each.start) for each in document.outline] == [
        ("First", 1, 0),
        ("Section", 2, 5),
        ("Second", 1, 9),
    ]


def test_links_lead_to_places_in_other_chapters(tmp_path: Path) -> None:
    chapters = {
        "a": '<p><a href="b.xhtml#x">there</a> <a href="b.xhtml">begin</a> '
        '<a href="https://x.example/">out</a> <a href="../../../etc/passwd">no</a></p>',
        "b": '<p id="y">b <b id="x">here</b> <a href="#y">up</a></p>',
    }
    assert marked(read(tmp_path, epub(chapters))) >= {
        (MarkKind.LINK, "there", "#chapter-2-x"),
        (MarkKind.LINK, "begin", "#chapter-2"),
        (MarkKind.LINK, "out", "https://x.example/"),
        (MarkKind.LINK, "up", "#chapter-2-y"),
        (MarkKind.ANCHOR, "here", "chapter-2-x"),
        (MarkKind.ANCHOR, "", "chapter-2"),
    }
    assert "no" not in {text for _, text, _ in marked(read(tmp_path, epub(chapters)))}


def test_the_notes_of_another_chapter_can_be_cited(tmp_path: Path) -> None:
    chapters = {
        "a": '<p>Said<sup><a epub:type="noteref" href="b.xhtml#n">1</a></sup>.</p>',
        "b": '<aside epub:type="footnote" id="n"><p>A book.</p></aside>',
    }
    document = read(tmp_path, epub(chapters))
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE
    (marker,) = find_markers(document.text, document.blocks, document.marks)
    assert (marker.label, marker.state, marker.entry) == ("1", LinkState.RESOLVED, "A book.")


def test_tables_of_several_chapters_are_told_apart(tmp_path: Path) -> None:
    table = "<table><tr><td>x</td></tr></table>"
    document = read(tmp_path, epub({"a": table + table, "b": table}))
    assert [block.attributes["table"] for block in document.blocks] == [0, 1, 2]


def test_a_chapter_that_is_not_there_is_missed_and_said(tmp_path: Path) -> None:
    document = read(tmp_path, epub({"a": "<p>One</p>", "b": ""}))
    assert document.text == "One"
    assert "are not in it (1)" in document.warnings[0]


def test_metadata_are_those_of_the_book(tmp_path: Path) -> None:
    about = (
        "<dc:title>T</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator>"
        "<dc:date>1949</dc:date><dc:language>en</dc:language><dc:rights>R</dc:rights>"
    )
    found = read(tmp_path, epub({"a": "<p>x</p>"}, about=about)).metadata
    assert (found.title, found.author, found.date) == ("T", "A; B", "1949")
    assert (found.language, found.rights) == ("en", "R")


def test_a_locked_book_is_called_that(tmp_path: Path) -> None:
    locked = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        '<e:CipherReference URI="OPS/text/{}.xhtml"/></encryption>'
    )
    with pytest.raises(UnreadableFileError, match="locked by whoever sold it"):
        read(tmp_path, epub({"a": "<p>x</p>"}, encryption=locked.format("a")))
    assert read(tmp_path, epub({"a": "<p>x</p>"}, encryption=locked.format("font"))).text == "x"


def test_a_book_without_parts_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="table of parts is missing"):
        read(tmp_path, zipped({"META-INF/container.xml": "<container/>"}))
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path, epub({"a": "<img/>"}))
