"""Excel workbooks: sheets as pages, cells as they read, nothing computed and nothing fetched."""

from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound
from tests.readers.workbooks import relations, workbook

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind
from archivist.readers import read_document
from archivist.readers.tables import MOST_CELLS
from archivist.readers.xlsx_values import Style, shown

PEOPLE = (
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Ana</t></is></c><c r="B3" s="1"><v>5593</v></c>'
    '<c r="D3"><f>1+1</f><v>0.30000000000000004</v></c></row>'
    '<row r="4"><c t="b"><v>1</v></c><c t="str"><f>A3</f><v>Ana &amp; co</v></c>'
    '<c t="e"><v>#REF!</v></c><c><f>NOW()</f></c></row></sheetData>'
    '<mergeCells><mergeCell ref="A4:B5"/></mergeCells>'
)
STRINGS = (
    "<t>name</t>",
    "<r><t>bo</t></r><r><rPr/><t>rn</t></r><rPh sb='0' eb='1'><t>x</t></rPh>",
)
ONE = '<sheetData><row><c t="str"><v>one</v></c></row></sheetData>'


class TestXlsx(ReaderContract):
    suffix = ".xlsx"

    def sample(self, address: str) -> bytes:
        link = relations({"l1": ("hyperlink", address), "l2": ("x/comments", address)})
        return workbook(
            {"People": PEOPLE, "Other": ONE},
            strings=STRINGS,
            formats=["yyyy\\-mm\\-dd"],
            more={"xl/worksheets/_rels/sheet1.xml.rels": link},
        )


def read(path: Path, data: bytes) -> ReadDocument:
    path.write_bytes(data)
    document = read_document(path)
    assert_sound(document)
    return document


def test_cells_read_as_the_program_showed_them(tmp_path: Path) -> None:
    data = workbook({"People": PEOPLE, "Other": ONE}, strings=STRINGS, formats=["d. mmm yyyy"])
    document = read(tmp_path / "a.xlsx", data)
    assert document.text == (
        "People\nname\tborn\nAna\t1915-04-24\t\t0.3\nTRUE\tAna & co\t#REF!\t=NOW()\n\nOther\none"
    )
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    places = [[cell.attributes[key] for key in ("table", "row", "column")] for cell in cells]
    assert places == [
        *([0, 0, 0], [0, 0, 1]),
        *([0, 2, 0], [0, 2, 1], [0, 2, 3]),
        *([0, 3, 0], [0, 3, 1], [0, 3, 2], [0, 3, 3]),
        [1, 0, 0],
    ]
    assert [cell.attributes["header"] for cell in cells[:3]] == [True, True, False]
    assert (cells[5].attributes["row_span"], cells[5].attributes["column_span"]) == (2, 2)


def test_a_sheet_is_a_page_with_its_name(tmp_path: Path) -> None:
    document = read(tmp_path / "a.xlsx", workbook({"A &amp; B": ONE, "C": ONE}))
    assert [page.label for page in document.pages] == ["A & B", "C"]
    assert [entry.title for entry in document.outline] == ["A & B", "C"]
    second = document.pages[1]
    assert document.text[second.start : second.end] == "C\none"


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(tmp_path: Path) -> None:
    data = workbook({'Secret" state="hidden': ONE})
    document = read(tmp_path / "a.xlsx", data)
    assert document.text == "Secret\none"
    assert document.warnings == ("The sheet “Secret” is hidden in a.xlsx; it was read.",)


def test_notes_on_cells_stand_after_the_table(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.xlsx",
        workbook(
            {"S": ONE},
            more={
                "xl/worksheets/_rels/sheet1.xml.rels": relations(
                    {"c": ("x/comments", "../comments1.xml")}
                ),
                "xl/comments1.xml": "<comments><commentList><comment ref='A1'><text>"
                "<r><t>doubtful</t></r></text></comment></commentList></comments>",
            },
        ),
    )
    assert document.text == "S\none\nA1: doubtful"
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE


def test_what_the_workbook_says_of_itself_is_metadata(tmp_path: Path) -> None:
    core = "<title>List</title><creator>Ana</creator><created>1999-01-02T00:00:00Z</created>"
    document = read(tmp_path / "a.xlsx", workbook({"S": ONE}, core=core))
    metadata = document.metadata
    assert (metadata.title, metadata.author, metadata.date) == (
        "List",
        "Ana",
        "1999-01-02T00:00:00Z",
    )


def test_pictures_that_are_not_read_are_named(tmp_path: Path) -> None:
    data = workbook({"S": ONE}, more={"xl/media/image1.png": "x"})
    document = read(tmp_path / "a.xlsx", data)
    assert document.warnings == ("Pictures and charts of a.xlsx were not read.",)


def test_what_is_too_much_is_said_to_be_left_out(tmp_path: Path) -> None:
    row = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    data = workbook({"S": f"<sheetData>{row * (MOST_CELLS // 2 + 1)}</sheetData>"})
    document = read(tmp_path / "a.xlsx", data)
    assert len(document.blocks) == MOST_CELLS + 1
    assert document.warnings[0].startswith(f"Only the first {MOST_CELLS // 2:,} rows of the sheet")


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities"),
        ("xl/sharedStrings.xml", "<sst>" + "<x>" * 300 + "</x>" * 300 + "</sst>", "too deep"),
        ("xl/workbook.xml", "<workbook><sheets>", "damaged"),
        ("xl/worksheets/sheet1.xml", " " * 30_000_000, "far more than a document holds"),
    ],
)
def test_hostile_parts_are_clear_errors(
    tmp_path: Path, part: str, text: str, sentence: str
) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read(tmp_path / "a.xlsx", workbook({"S": ONE}, more={part: text}))


def test_a_workbook_without_cells_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path / "a.xlsx", workbook({"S": "<sheetData/>"}))


@pytest.mark.parametrize(
    ("value", "style", "since_1904", "text"),
    [
        ("1", Style.DATE, False, "1900-01-01"),
        ("59", Style.DATE, False, "1900-02-28"),
        ("61", Style.DATE, False, "1900-03-01"),
        ("0", Style.DATE, True, "1904-01-01"),
        ("45194.4375", Style.MOMENT, False, "2023-09-25 10:30:00"),
        ("45194", Style.MOMENT, False, "2023-09-25"),
        ("0.5", Style.TIME, False, "12:00:00"),
        ("1.5", Style.LENGTH, False, "36:00:00"),
        ("0.125", Style.SHARE, False, "12.5%"),
        ("-5", Style.DATE, False, "-5"),
        ("1E300", Style.DATE, False, "1E300"),
        ("99999999", Style.DATE, False, "99999999"),
        ("nan", Style.PLAIN, False, "nan"),
        ("123456789012345", Style.PLAIN, False, "123456789012345"),
        ("1.0", Style.PLAIN, False, "1"),
        ("no number", Style.SHARE, False, "no number"),
    ],
)
def test_numbers_read_by_their_format(
    value: str, style: Style, since_1904: bool, text: str
) -> None:
    assert shown(value, style, since_1904=since_1904) == text
