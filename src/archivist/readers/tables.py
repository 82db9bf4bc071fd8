"""Tables put down as text: cells stand between tabs, rows between line ends, each cell a block."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from archivist.domain.reading import Block, OutlineEntry
from archivist.domain.text import clean
from archivist.domain.vocabulary import BlockKind
from archivist.readers.build import outline_of

MOST_CELLS = 100_000
"""How many cells of a file are read: more are no text that anybody reads."""

_WIDEST_GAP = 100  # tabs between two cells, however many empty ones there are

Row = tuple[int, Sequence[tuple[int, str]]]
"""A row's number and the cells that are not empty, each with its column; both count from 0."""


Span = tuple[int, int]
"""How many rows and columns a cell takes."""

_NO_SPANS: Mapping[tuple[int, int], Span] = {}
_ONE: Span = (1, 1)


class TableWriter:
    """Collects the text and blocks of a file's tables."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.length = 0
        self._cells = 0
        self._parts: list[str] = []
        self._tables = 0

    def heading(self, name: str) -> None:
        """Begins a part of the text with a name of its own."""
        if self.length:
            self._push("\n\n")
        self.blocks.append(Block(BlockKind.HEADING, self.length, self.length + len(name), 1))
        self._push(name)

    def note(self, text: str) -> None:
        """Adds a note on what stands in the table before."""
        self._push("\n")
        self.blocks.append(Block(BlockKind.FOOTNOTE, self.length, self.length + len(text)))
        self._push(text)

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Gives the headings as a table of contents."""
        return outline_of(self.text(), tuple(self.blocks))

    def table(
        self, rows: Iterable[Row], spans: Mapping[tuple[int, int], Span] = _NO_SPANS
    ) -> int | None:
        """Adds a table; gives how many rows were read if there were too many cells for all.

        Args:
            rows: The rows.
            spans: How many rows and columns the cells at some rows and columns take.
        """
        first = len(self.blocks)
        names: list[str] = []  # of the first row
        count = 0
        for number, cells in rows:
            if self._cells + len(cells) > MOST_CELLS:
                self._end_table(first, names, count)
                return count
            written = [(column, value) for column, text in cells if (value := _cell(text))]
            if not written:
                continue
            if self.length:
                self._push("\n")
            done = 0
            for column, value in written:
                self._push("\t" * min(column - done, _WIDEST_GAP))
                done = column
                row_span, column_span = spans.get((number, column), _ONE)
                attributes = {
                    "table": self._tables,
                    "row": number,
                    "column": column,
                    "row_span": row_span,
                    "column_span": column_span,
                    "header": False,
                }
                end = self.length + len(value)
                self.blocks.append(
                    Block(BlockKind.TABLE_CELL, self.length, end, attributes=attributes)
                )
                self._push(value)
            if not count:
                names = [value for _, value in written]
            self._cells += len(written)
            count += 1
        self._end_table(first, names, count)
        return None

    def text(self) -> str:
        """Gives the text of all tables."""
        return "".join(self._parts)

    def _end_table(self, first: int, names: Sequence[str], rows: int) -> None:
        """Marks the first row as the columns' names, if it can be nothing else."""
        self._tables += 1
        if rows > 1 and len(set(names)) == len(names) > 1 and all(map(_is_name, names)):
            for index in range(first, first + len(names)):
                block = self.blocks[index]
                self.blocks[index] = replace(block, attributes={**block.attributes, "header": True})

    def _push(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def filled(rows: Iterable[Sequence[str]]) -> Iterator[Row]:
    """Gives rows of values as rows of the cells that are not empty."""
    for number, row in enumerate(rows):
        yield number, [(column, value) for column, value in enumerate(row) if value]


def _cell(text: str) -> str:
    return clean(text).strip(" \t\n")


def _is_name(text: str) -> bool:
    """Says whether a cell can name a column: it begins with a letter and has one line."""
    return text[0].isalpha() and "\n" not in text
