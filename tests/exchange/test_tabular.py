import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.errors import StorageError
from archivist.exchange.tabular import (
    SEPARATOR,
    Column,
    CsvWriter,
    Written,
    defuse,
    described,
    joined,
    joined_columns,
)

COLUMNS = (Column("one", "string", "The first."), Column("two", "string", "The second."))
WRITTEN = Written(rows=1, size=2, sha256="ab")
# SQLite, and so an archive, holds no lone surrogates.
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "\r=1",
        "\ufeff=1",
        '"',
        ",",
        "\r\n",
        "\n",
        "'",
        "a\x00b",
        "՝",
    ]
)


def written(rows: list[list[str]], *, raw: bool = False) -> tuple[bytes, Written]:
    stream = io.BytesIO()
    writer = CsvWriter(stream, COLUMNS, raw=raw)
    writer.write(rows)
    return stream.getvalue(), writer.finish()


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=5))
def test_raw_cells_come_back_as_they_were(rows: list[list[str]]) -> None:
    data, facts = written(rows, raw=True)
    assert read(data) == [["one", "two"], *rows]
    assert (facts.rows, facts.size) == (len(rows), len(data))


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=5))
def test_defused_cells_differ_by_one_apostrophe_at_most_and_are_never_formulas(
    rows: list[list[str]],
) -> None:
    back = read(written(rows)[0])[1:]
    for row, given_row in zip(back, rows, strict=True):
        for cell, given_cell in zip(row, given_row, strict=True):
            assert cell in {given_cell, f"'{given_cell}"}
            assert not cell.lstrip("\ufeff").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_file_begins_with_a_byte_order_mark_and_its_lines_end_as_the_rfc_says() -> None:
    data, _ = written([["a", "b c"], ["d,e", 'f"g']])
    assert data == b'\xef\xbb\xbfone,two\r\na,b c\r\n"d,e","f""g"\r\n'


def test_what_only_looks_like_a_formula_further_in_is_left() -> None:
    for cell in ("", "a=b", " =1", "'=1", "\ufeffa", "5-3"):
        assert defuse(cell) == cell
    assert defuse("\ufeff=1") == "'\ufeff=1"


@given(st.lists(st.text("ab |", max_size=6), min_size=1, max_size=4))
def test_joined_values_can_be_parted_again(values: list[str]) -> None:
    cell = joined(values)
    assert [part.replace("\\|", "|") for part in cell.split(SEPARATOR)] == values


def test_parallel_columns_keep_one_order_and_their_gaps() -> None:
    assert list(joined_columns([("a", ""), ("b", "2")], 2)) == ["a | b", " | 2"]
    assert list(joined_columns([("a", "")], 2)) == ["a", ""]
    assert list(joined_columns([], 3)) == ["", "", ""]


def test_a_package_describes_each_column_and_the_files_bytes() -> None:
    package = json.loads(described(None, "My Excerpts.csv", COLUMNS, WRITTEN))
    [resource] = package["resources"]
    assert (resource["name"], resource["path"]) == ("my-excerpts", "My Excerpts.csv")
    assert (resource["bytes"], resource["hash"]) == (2, "sha256:ab")
    assert resource["dialect"]["lineTerminator"] == "\r\n"
    assert resource["schema"]["fields"] == [
        {"name": "one", "type": "string", "description": "The first."},
        {"name": "two", "type": "string", "description": "The second."},
    ]


def test_what_a_package_says_of_other_files_stays() -> None:
    mine = {
        "title": "Field work",
        "resources": [{"path": "z.csv", "name": "z"}, {"path": "a.csv", "name": "old"}],
    }
    package = json.loads(described(json.dumps(mine).encode(), "a.csv", COLUMNS, WRITTEN))
    assert package["title"] == "Field work"
    assert [(entry["path"], entry["name"]) for entry in package["resources"]] == [
        ("a.csv", "a"),
        ("z.csv", "z"),
    ]


@pytest.mark.parametrize("existing", [b"", b"my notes", b"[]", b'{"resources": 1}', b"\xff"])
def test_a_file_that_is_no_package_is_not_written_over(existing: bytes) -> None:
    with pytest.raises(StorageError, match="not touched"):
        described(existing, "a.csv", COLUMNS, WRITTEN)
