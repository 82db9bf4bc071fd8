"""The grid of a table, row by row: cells that span rows go on, and empty cells have their place."""

from collections.abc import Iterator
from dataclasses import dataclass

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.structure import Structure, columns_of

_LONGEST_SPAN = 200  # rows that are looked through above a row


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell in one row: its first column and how many it spans; where it begins and ends."""

    column: int
    columns: int
    begins: bool  # in this row; else it goes on from above
    ends: bool  # in this row; else it goes on below
    is_header: bool = False


def grid_of(structure: Structure, row: int) -> tuple[int, list[GridCell]] | None:
    """Gives the table that a row of the structure belongs to and its grid; None for other rows."""
    own = list(cells_of(structure, row))
    if not own:
        return None
    table, number = _place(own[0])
    last = row + 1 >= structure.rows or not _is_of(structure, row + 1, table)
    found: list[GridCell] = []
    for above in range(row, max(-1, row - min(structure.tallest(table), _LONGEST_SPAN)), -1):
        if not _is_of(structure, above, table):
            break
        for cell in cells_of(structure, above):
            distance = number - _place(cell)[1]
            reach = max(1, int(cell.attributes.get("row_span", 1)))
            if distance < reach:
                first, span = columns_of(cell)
                found.append(
                    GridCell(
                        first,
                        span,
                        begins=distance == 0,
                        ends=last or distance == reach - 1,
                        is_header=bool(cell.attributes.get("header")),
                    )
                )
    taken = {index for cell in found for index in range(cell.column, cell.column + cell.columns)}
    found += (
        GridCell(column, 1, begins=True, ends=True)
        for column in range(structure.column_count(table))
        if column not in taken
    )
    return table, found


def cells_of(structure: Structure, row: int) -> Iterator[Block]:
    """Gives the cells whose lines stand in a row, each once."""
    before: Block | None = None
    for line in structure.lines_of(row):
        block = structure.blocks[line]
        if block is not None and block.kind is BlockKind.TABLE_CELL and block is not before:
            yield block
        before = block


def _place(cell: Block) -> tuple[int, int]:
    return int(cell.attributes.get("table", 0)), int(cell.attributes.get("row", 0))


def _is_of(structure: Structure, row: int, table: int) -> bool:
    cell = next(cells_of(structure, row), None)
    return cell is not None and _place(cell)[0] == table
