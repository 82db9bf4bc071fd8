"""Tables of values: cells and rows as the file has them, whatever divides them."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.material import MATERIAL, needs_material
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Block, ReadDocument
from archivist.domain.text import clean
from archivist.domain.vocabulary import BlockKind
from archivist.readers import read_document
from archivist.readers.delimited import _delimiter
from archivist.readers.tables import MOST_CELLS, TableWriter, filled


class TestCsv(ReaderContract):
    suffix = ".csv"

    def sample(self, address: str) -> bytes:
        return f'name,place\r\n"Doe, John","=IMAGE(""{address}"")"\r\nx,y\r\n'.encode()


def read(path: Path, data: str | bytes) -> ReadDocument:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    document = read_document(path)
    assert_sound(document)
    return document


def cells(document: ReadDocument) -> dict[tuple[int, int], str]:
    return {place(block): document.text[block.start : block.end] for block in document.blocks}


def place(block: Block) -> tuple[int, int]:
    return block.attributes["row"], block.attributes["column"]


def test_cells_are_blocks_with_row_and_column(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", 'name,born,died\nAna,1880,\n\n,"a ""b""\nc",1915\n')
    assert document.text == 'name\tborn\tdied\nAna\t1880\n\ta "b"\nc\t1915'
    assert cells(document) == {
        (0, 0): "name",
        (0, 1): "born",
        (0, 2): "died",
        (1, 0): "Ana",
        (1, 1): "1880",
        (3, 1): 'a "b"\nc',
        (3, 2): "1915",
    }
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}
    assert [b.attributes["header"] for b in document.blocks] == [True] * 3 + [False] * 4


def test_a_first_row_of_values_names_no_columns(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", "Ana,1880\nBob,1881\n")
    assert not any(block.attributes["header"] for block in document.blocks)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2,5\n3,5;4\n", ";"),
        ("a\tb\nx, y\tz\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("sep=;\na,b;c\n", ";"),
        ("one\ntwo\n", ","),
        ('"x;y",2\n"z;w;v",3\n', ","),
    ],
)
def test_the_delimiter_is_found(tmp_path: Path, text: str, delimiter: str) -> None:
    document = read(tmp_path / "a.csv", text)
    assert document.metadata.further["delimiter"] == delimiter.replace("\t", "tab")


def test_encodings_are_found_as_in_texts(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", "имя,место\nАна,Вена\n".encode("utf-16"))
    assert cells(document)[1, 1] == "Вена"
    assert document.metadata.further["encoding"] == "UTF-16-LE"


def test_a_quotation_mark_that_is_never_closed_takes_nothing_with_it(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", 'a,b\n"x,1\ny,2\n')
    assert cells(document)[2, 1] == "2"
    assert cells(document)[1, 0] == '"x'
    assert "none closes it" in document.warnings[0]


def test_what_is_too_much_is_said_to_be_left_out(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", "1,2,3\n" * (MOST_CELLS // 3 + 2))
    assert len(document.blocks) == MOST_CELLS // 3 * 3
    assert document.warnings[0].startswith(f"Only the first {MOST_CELLS // 3:,} rows of a.csv")


def test_line_ends_of_every_kind_end_a_row_and_stay_in_a_cell(tmp_path: Path) -> None:
    document = read(tmp_path / "a.csv", 'a,b\r1,2\r\n3,"x\r\ny"\n\0,5')
    assert document.text == "a\tb\n1\t2\n3\tx\ny\n\ufffd\t5"


def test_an_empty_table_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path / "a.csv", ",,\n,,\n")


@needs_material
def test_cells_that_look_like_formulas_are_text(tmp_path: Path) -> None:
    hostile = (MATERIAL or Path()) / "corpora" / "hostile" / "c1-csv-injection-quotes.txt"
    document = read(tmp_path / "c1.csv", hostile.read_bytes())
    assert "=cmd|' /C calc'!A0" in document.text


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=2, max_size=5),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_that_was_written_is_read(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    writer = TableWriter()
    assert writer.table(filled(csv.reader(io.StringIO(file.getvalue(), newline="")))) is None
    text = writer.text()
    assert len(text) == writer.length
    found = {place(block): text[block.start : block.end] for block in writer.blocks}
    assert found == {
        (row, column): cell
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if (cell := clean(value).strip(" \t\n"))
    }


def test_rows_alike_decide_and_not_their_number() -> None:
    assert _delimiter("a,b,c\n1,2\n3;4;5,6,7\n" * 3 + "x;y\n") == ","
