"""The grid of a table: spanning cells go on below, and every place has its lines."""

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.structure import Structure
from archivist.ui.reader.table_grid import GridCell, grid_of

# a spans two rows, b two columns; below them the middle is empty, and only d stands at the side.
TEXT = "before\na\nb\nd\ne"


def cell(words: str, row: int, column: int, **more: object) -> Block:
    start = TEXT.index(words, len("before"))
    place = {"table": 3, "row": row, "column": column, **more}
    return Block(BlockKind.TABLE_CELL, start, start + len(words), attributes=place)


CELLS = (
    cell("a", 0, 0, row_span=2, header=True),
    cell("b", 0, 1, column_span=2),
    cell("d", 1, 2),
    cell("e", 2, 0),
)


def test_cells_that_span_rows_go_on_and_empty_ones_are_there() -> None:
    structure = Structure(TEXT, CELLS)
    assert grid_of(structure, 0) is None
    first, second, third = (grid_of(structure, row) for row in (1, 2, 3))
    assert first == (
        3,
        [
            GridCell(0, 1, begins=True, ends=False, is_header=True),
            GridCell(1, 2, begins=True, ends=True),
        ],
    )
    assert second == (
        3,
        [
            GridCell(2, 1, begins=True, ends=True),
            GridCell(0, 1, begins=False, ends=True, is_header=True),
            GridCell(1, 1, begins=True, ends=True),
        ],
    )
    assert third is not None
    assert [each.column for each in third[1]] == [0, 1, 2]


def test_a_span_ends_with_its_table() -> None:
    structure = Structure(TEXT, [cell("a", 0, 0, row_span=90), cell("b", 0, 1)])
    found = grid_of(structure, 1)
    assert found is not None
    assert all(each.ends for each in found[1])
