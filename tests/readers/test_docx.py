"""Word documents: what a reader of the printed page sees, with notes that can be cited."""

from pathlib import Path

import pytest
from tests.material import MATERIAL, needs_material
from tests.readers.contract import ReaderContract, assert_sound
from tests.readers.packages import docx, paragraph, run, zipped

from archivist.domain.errors import PasswordNeededError, UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, LinkState, MarkKind
from archivist.finding.markers import find_markers
from archivist.readers import read_document

NOTES = (
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>'
    f"{run(' First, ')}{run('Book', '<w:i/>')}{run('.')}</w:p>{paragraph('More.')}</w:footnote>"
    f'<w:footnote w:id="3">{paragraph("Second.")}</w:footnote>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Mine"><w:basedOn w:val="H"/><w:name w:val="Mine"/></w:style>'
    '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def reference(kind: str, identity: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def field(code: str, shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
        f"{mark.format('separate')}{shown}{mark.format('end')}"
    )


class TestDocx(ReaderContract):
    suffix = ".docx"

    def sample(self, address: str) -> bytes:
        cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in "ab")
        table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        return docx(
            paragraph("The column", style="H")
            + paragraph(
                "It left at dawn",
                reference("footnote", 7),
                field(f'INCLUDEPICTURE "{address}/a.png"', run("shown")),
                ", it ",
                run("is", "<w:b/>"),
                " said.",
            )
            + paragraph('<w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>')
            + paragraph("d", properties=listed(5))
            + table,
            links={"x": f"{address}/b"},
            footnotes=NOTES,
            styles=STYLES,
            numbering=NUMBERING,
            core="<dc:title>Title</dc:title>",
        )


def read(folder: Path, data: bytes, name: str = "a.docx") -> ReadDocument:
    path = folder / name
    path.write_bytes(data)
    document = read_document(path)
    assert_sound(document)
    return document


def marked(document: ReadDocument) -> set[tuple[MarkKind, str, str]]:
    return {
        (mark.kind, document.text[mark.start : mark.end], mark.value) for mark in document.marks
    }


def test_notes_stand_at_the_end_and_their_marks_lead_there_and_back(tmp_path: Path) -> None:
    body = paragraph("One", reference("footnote", 3), ". Two.", reference("footnote", 7))
    document = read(tmp_path, docx(body, footnotes=NOTES))
    assert document.text == "One[1]. Two.[2]\n\n[1] Second.\n\n[2] First, Book.\nMore."
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.FOOTNOTE] * 2
    assert marked(document) >= {
        (MarkKind.SUPERSCRIPT, "[1]", ""),
        (MarkKind.LINK, "[1]", "#footnote-1"),
        (MarkKind.LINK, "[1]", "#footnote-1-mark"),
        (MarkKind.ANCHOR, "[1]", "footnote-1-mark"),
        (MarkKind.ITALIC, "Book", ""),
    }
    markers = find_markers(document.text, document.blocks, document.marks)
    assert [(each.label, each.state, each.entry) for each in markers] == [
        ("1", LinkState.RESOLVED, "Second."),
        ("2", LinkState.RESOLVED, "First, Book. More."),
    ]


def test_endnotes_beside_footnotes_have_labels_of_their_own(tmp_path: Path) -> None:
    body = paragraph("One", reference("footnote", 3), ". Two.", reference("endnote", 1))
    endnotes = f'<w:endnote w:id="1">{paragraph("End.")}</w:endnote>'
    document = read(tmp_path, docx(body, footnotes=NOTES, endnotes=endnotes))
    markers = find_markers(document.text, document.blocks, document.marks)
    assert [(each.label, each.entry) for each in markers] == [("1", "Second."), ("i", "End.")]


def test_a_note_with_a_sign_of_its_own_keeps_it(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    document = read(tmp_path, docx(paragraph("One", own), footnotes=NOTES))
    assert document.text == "One[*]\n\n[*] Second."


def test_tracked_changes_read_as_accepted_and_that_is_said(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('new ')}</w:ins>"
    moved = f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
    joined = paragraph("joined ", properties="<w:rPr><w:del/></w:rPr>")
    document = read(tmp_path, docx(joined + paragraph(deleted, inserted, moved)))
    assert document.text == "joined new here"
    assert "tracked changes" in document.warnings[0]


def test_codes_of_fields_and_hidden_text_are_not_shown(tmp_path: Path) -> None:
    inner = field("PAGE", run("4"))
    body = paragraph(
        field('HYPERLINK "https://x.example/" \\l "p"', run("shown")),
        run("hidden", "<w:vanish/>"),
        field(f"IF </w:instrText></w:r>{inner}<w:r><w:instrText> = 4", run(" if")),
    )
    document = read(tmp_path, docx(body))
    assert document.text == "shown if"
    assert marked(document) == {(MarkKind.LINK, "shown", "https://x.example/#p")}
    assert "Hidden text" in document.warnings[0]


def test_lists_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    body = (
        paragraph("a", style="L")
        + paragraph("b", properties=listed(5, 1))
        + paragraph("c", style="L")
        + paragraph("d", properties=listed(8))
        + paragraph("e", properties=listed(6))
        + paragraph("no", properties=listed(0))
        + paragraph("Head", style="Mine", properties=listed(5))
    )
    document = read(tmp_path, docx(body, styles=STYLES, numbering=NUMBERING))
    assert document.text == "a\nb\nc\nd\ne\n\nno\n\n2. Head"
    shapes = [(b.kind, b.level, b.attributes.get("number")) for b in document.blocks]
    assert shapes == [
        (BlockKind.LIST_ITEM, 0, 4),
        (BlockKind.LIST_ITEM, 1, 1),
        (BlockKind.LIST_ITEM, 0, 5),
        (BlockKind.LIST_ITEM, 0, 1),
        (BlockKind.LIST_ITEM, 0, None),
        (BlockKind.PARAGRAPH, 0, None),
        (BlockKind.HEADING, 2, None),
    ]
    assert [entry.title for entry in document.outline] == ["2. Head"]
    labels = [block.attributes.get("label") for block in document.blocks]
    assert labels == [None, "4.a", None, None, None, None, None]


def test_cells_know_their_rows_columns_and_spans(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        f"{cell('a', start)}{cell('b', wide)}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('c')}{cell('d')}</w:tr></w:tbl>"
    )
    document = read(tmp_path, docx(body + paragraph("after")))
    assert document.text == "a\tb\nc\td\n\nafter"
    names = ("row", "column", "row_span", "column_span", "header")
    assert [tuple(b.attributes[name] for name in names) for b in document.blocks[:-1]] == [
        (0, 0, 2, 1, True),
        (0, 1, 1, 2, True),
        (1, 1, 1, 1, False),
        (1, 2, 1, 1, False),
    ]


def test_comments_stand_at_the_end_with_who_wrote_them(tmp_path: Path) -> None:
    body = paragraph(
        "Said ", '<w:commentRangeStart w:id="0"/>', "once", '<w:commentRangeEnd w:id="0"/>', "."
    )
    comments = (
        f'<w:comment w:id="0" w:author="A. B." w:date="2020-01-02T03:04:05Z">'
        f"{paragraph('Really?')}</w:comment>"
    )
    document = read(tmp_path, docx(body, comments=comments))
    assert document.text == "Said once.\n\n[A. B., 2020-01-02] Really?"
    assert (MarkKind.LINK, "once", "#comment-0") in marked(document)
    assert not find_markers(document.text, document.blocks, document.marks)


def test_runs_that_look_alike_are_one_mark(tmp_path: Path) -> None:
    body = paragraph(run("a", "<w:b/>"), run("b", '<w:rStyle w:val="Strong"/>'), "c")
    document = read(tmp_path, docx(body, styles=STYLES))
    assert marked(document) == {(MarkKind.BOLD, "ab", "")}


def test_styles_make_headings_and_quotations(tmp_path: Path) -> None:
    body = paragraph("h", style="Mine") + paragraph("q", style="Q") + paragraph("p", style="Loop")
    document = read(tmp_path, docx(body, styles=STYLES))
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.QUOTATION, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_core_properties_are_metadata(tmp_path: Path) -> None:
    core = "<dc:title>A  title</dc:title><dc:creator>B</dc:creator><dcterms:created>1999-01-02"
    document = read(tmp_path, docx(paragraph("x"), core=f"{core}</dcterms:created>", styles=STYLES))
    about = document.metadata
    assert (about.title, about.author, about.date) == ("A title", "B", "1999-01-02")
    assert about.language == "en-GB"


def test_entities_and_missing_parts_are_clear_errors(tmp_path: Path) -> None:
    hostile = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(UnreadableFileError, match="entities of its own"):
        read(tmp_path, zipped({"word/document.xml": hostile.encode("utf-16")}))
    with pytest.raises(UnreadableFileError, match="its text is missing"):
        read(tmp_path, zipped({"word/other.xml": "<a/>"}))
    deep = docx("<w:sdt>" * 300 + "</w:sdt>" * 300)
    with pytest.raises(UnreadableFileError, match="nested too deep"):
        read(tmp_path, deep)


@needs_material
@pytest.mark.parametrize("name", ["footnotes", "endnotes", "tika-footnotes", "footnote-hyperlink"])
def test_the_notes_of_real_documents_can_be_cited(name: str) -> None:
    document = read_document((MATERIAL or Path()) / "corpora" / "office" / f"{name}.docx")
    markers = find_markers(document.text, document.blocks, document.marks)
    assert markers
    assert all(each.state is LinkState.RESOLVED and each.entry for each in markers)


@needs_material
@pytest.mark.parametrize("name", ["protected_normal_case", "testWORD_protected_passtika"])
def test_a_document_with_a_password_is_called_that(name: str) -> None:
    with pytest.raises(PasswordNeededError, match="give its password"):
        read_document((MATERIAL or Path()) / "corpora" / "office" / f"tika-{name}.docx")
