"""OpenDocument texts: what a reader of the printed page sees, with notes that can be cited."""

from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound
from tests.readers.packages import zipped

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, LinkState, MarkKind
from archivist.finding.markers import find_markers
from archivist.readers import read_document

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("meta", "meta"),
        ("manifest", "manifest"),
        ("fo", "xsl-fo-compatible"),
    )
)
_NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = (
    '<style:style style:family="text" style:name="B">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:family="text" style:name="BI" style:parent-style-name="B">'
    '<style:text-properties fo:font-style="italic" style:text-position="super 58%"/></style:style>'
    '<style:style style:family="text" style:name="Hid">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/>'
    '<style:style style:family="paragraph" style:name="Quotations"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" text:start-value="3"/><text:list-level-style-bullet text:level="2"/>'
    "</text:list-style>"
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>{label}</text:note-citation>'
    "<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
)


def odt(
    body: str, *, kind: str = "text", meta: str = "", manifest: str = "", styles: str = ""
) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest:manifest {_NAMES}>{manifest}</manifest:manifest>",
            "meta.xml": f"<office:document-meta {_NAMES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            "content.xml": f"<office:document-content {_NAMES}><office:automatic-styles>{STYLES}"
            f"{styles}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
        }
    )


class TestOdt(ReaderContract):
    suffix = ".odt"

    def sample(self, address: str) -> bytes:
        return odt(
            '<text:h text:outline-level="1">The column</text:h><text:p>It left at '
            f"dawn{NOTE.format(label=1, text='Book.')}, "
            '<text:span text:style-name="B">it is</text:span> said.<draw:frame><draw:image '
            f'xlink:href="{address}/a.png"/></draw:frame></text:p>'
            f'<text:p><text:a xlink:href="{address}/b">link</text:a></text:p>'
            '<text:list text:style-name="L"><text:list-item><text:p>d</text:p></text:list-item>'
            "</text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
            "</table:table-cell></table:table-row></table:table>",
            meta="<dc:title>Title</dc:title>",
        )


def read(folder: Path, data: bytes) -> ReadDocument:
    path = folder / "a.odt"
    path.write_bytes(data)
    document = read_document(path)
    assert_sound(document)
    return document


def marked(document: ReadDocument) -> set[tuple[MarkKind, str, str]]:
    return {
        (mark.kind, document.text[mark.start : mark.end], mark.value) for mark in document.marks
    }


def test_notes_stand_at_the_end_and_can_be_cited(tmp_path: Path) -> None:
    notes = [NOTE.format(label=label, text=text) for label, text in (("1", "First."), ("*", "B."))]
    document = read(tmp_path, odt(f"<text:p>One.{notes[0]} Two.{notes[1]}</text:p>"))
    assert document.text == "One.[1] Two.[*]\n\n[1] First.\n\n[*] B."
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.FOOTNOTE] * 2
    markers = find_markers(document.text, document.blocks, document.marks)
    assert [(each.label, each.state) for each in markers] == [
        ("1", LinkState.RESOLVED),
        ("*", LinkState.RESOLVED),
    ]


def test_lists_have_levels_and_numbers(tmp_path: Path) -> None:
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:p>more</text:p>'
        "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>c</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        "<text:p>d</text:p></text:list-item></text:list>"
    )
    document = read(tmp_path, odt(body))
    assert document.text == "a\nmore\nb\nc\nd"
    found = [
        (b.level, b.attributes.get("number"), "continued" in b.attributes) for b in document.blocks
    ]
    assert found == [
        (0, 3, False),
        (0, 3, True),
        (1, None, False),
        (0, 4, False),
        (0, 5, False),
    ]


def test_numbers_are_written_as_the_list_writes_them(tmp_path: Path) -> None:
    rule = (
        '<text:list-style style:name="A"><text:list-level-style-number text:level="1" '
        'style:num-format="i" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = f'<text:list text:style-name="A">{item.format("a")}{item.format("b")}</text:list>'
    document = read(tmp_path, odt(body, styles=rule))
    assert [block.attributes["label"] for block in document.blocks] == ["(i)", "(ii)"]


def test_styles_make_marks_and_quotations(tmp_path: Path) -> None:
    body = (
        '<text:p text:style-name="P1">a<text:span text:style-name="BI">b</text:span>'
        '<text:span text:style-name="Hid">secret</text:span></text:p>'
    )
    document = read(tmp_path, odt(body))
    assert document.text == "ab"
    assert document.blocks[0].kind is BlockKind.QUOTATION
    assert {kind for kind, _, _ in marked(document)} == {
        MarkKind.BOLD,
        MarkKind.ITALIC,
        MarkKind.SUPERSCRIPT,
    }
    assert "Hidden text" in document.warnings[0]


def test_what_was_deleted_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>new</text:p>"
    )
    document = read(tmp_path, odt(body))
    assert document.text == "new"
    assert "tracked changes" in document.warnings[0]


def test_comments_stand_at_the_end_with_who_wrote_them(tmp_path: Path) -> None:
    body = (
        '<text:p>Said <office:annotation office:name="x"><dc:creator>A. B.</dc:creator>'
        "<dc:date>2020-01-02T03:04:05</dc:date><text:p>Really?</text:p></office:annotation>once"
        '<office:annotation-end office:name="x"/>.</text:p>'
    )
    document = read(tmp_path, odt(body))
    assert document.text == "Said once.\n\n[A. B., 2020-01-02] Really?"
    assert (MarkKind.LINK, "once", "#comment-1") in marked(document)


def test_cells_know_their_rows_columns_and_spans(tmp_path: Path) -> None:
    def cell(text: str, spans: str = "") -> str:
        return f"<table:table-cell {spans}><text:p>{text}</text:p></table:table-cell>"

    wide = cell("a", 'table:number-columns-spanned="2"')
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{wide}"
        "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('b')}{cell('c')}</table:table-row></table:table>"
    )
    document = read(tmp_path, odt(body))
    assert document.text == "a\nb\tc"
    names = ("row", "column", "column_span", "header")
    assert [tuple(b.attributes[name] for name in names) for b in document.blocks] == [
        (0, 0, 2, True),
        (1, 0, 1, False),
        (1, 1, 1, False),
    ]


def test_links_lead_to_bookmarks_and_addresses_but_not_to_files(tmp_path: Path) -> None:
    body = (
        '<text:p><text:a xlink:href="#p">in</text:a> <text:a xlink:href="https://x.example/">out'
        '</text:a> <text:a xlink:href="file:///etc/passwd">no</text:a></text:p>'
        '<text:p><text:bookmark text:name="p"/>here</text:p>'
    )
    assert marked(read(tmp_path, odt(body))) == {
        (MarkKind.LINK, "in", "#p"),
        (MarkKind.LINK, "out", "https://x.example/"),
        (MarkKind.ANCHOR, "", "p"),
    }


def test_metadata_are_those_of_the_file(tmp_path: Path) -> None:
    meta = (
        "<dc:title>T</dc:title><meta:initial-creator>A</meta:initial-creator>"
        "<meta:creation-date>1999-01-02</meta:creation-date><dc:language>fr-FR</dc:language>"
    )
    about = read(tmp_path, odt("<text:p>x</text:p>", meta=meta)).metadata
    assert (about.title, about.author, about.date, about.language) == (
        "T",
        "A",
        "1999-01-02",
        "fr-FR",
    )


def test_another_kind_of_document_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="is a spreadsheet"):
        read(tmp_path, odt("", kind="spreadsheet"))
