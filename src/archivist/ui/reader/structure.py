"""A text's lines and what each of them is: heading, list item, table cell, … in rows to stack.

A line is what stands between two line ends, as Qt cuts its blocks. A row is one line, or all the
lines of one table row, which stand side by side. Pure; offsets are code points.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from archivist.domain.model import Picture
from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind

_LINE_END = re.compile("[\n\u2029]")
_WIDEST_COLUMN = 60  # characters a column may ask for
_LONGEST_WORD = 20  # characters a column is never squeezed below, where there is room
_WIDE_LETTERS = 1.2  # how much wider than the average a word's letters may be
_PIXELS = 8  # of a picture that ask for as much room as a character
_BOLD = 1.2  # how much wider the words of a heading cell are
_CELL_PADDING = 2  # characters
_MOST_COLUMNS = 200  # what stands further right shares the last one


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of block stands: sizes and distances in ems of the reading font."""

    scale: float = 1.0
    before: float = 0.8
    after: float = 0.8
    indent: float = 0.0
    bold: bool = False
    monospaced: bool = False


_PLAIN = Style(before=0, after=0)
_STYLES = {
    BlockKind.PARAGRAPH: Style(),
    BlockKind.LIST_ITEM: Style(before=0.25, after=0.25, indent=1.7),
    BlockKind.QUOTATION: Style(indent=1.6),
    BlockKind.TABLE_CELL: Style(scale=0.92, before=0.3, after=0.3),
    BlockKind.FOOTNOTE: Style(scale=0.88, before=0.35, after=0.35, indent=1.7),
    BlockKind.REFERENCE_ENTRY: Style(scale=0.88, before=0.35, after=0.35, indent=2.2),
    BlockKind.PICTURE: Style(scale=0.82, before=1.0, after=1.0),
    BlockKind.PREFORMATTED: Style(scale=0.86, indent=0.7, monospaced=True),
}
_HEADING_SCALES = (1.5, 1.28, 1.14, 1.05, 1.0, 0.95)
_EMPTY_LINE = 0.5  # of a line between paragraphs, where a text keeps them apart by an empty line


def style_of(block: Block | None) -> Style:
    """Gives how a block stands; text that is in no block stands as it came."""
    if block is None:
        return _PLAIN
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), len(_HEADING_SCALES))
        return Style(_HEADING_SCALES[level - 1], 1.25, 0.55, bold=True)
    return _STYLES[block.kind]


def depth_of(block: Block | None) -> int:
    """Gives how many indents deep a block stands; the outermost list is indented once."""
    if block is None or block.kind is BlockKind.HEADING:
        return 0
    return 1 + block.level


class Structure:
    """The lines of one text, the block each belongs to, and the rows they are stacked in.

    `gaps` holds the distance above each line in ems, `scales` its height as a share of an ordinary
    line's.
    """

    def __init__(
        self, text: str, blocks: Sequence[Block], pictures: Sequence[Picture] = ()
    ) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self.length = len(text)
        self.blocks = _blocks_of_lines(self.starts, blocks, self.length)
        lines = range(len(self.starts))
        self.gaps = array("f", [self._gap_before(line) for line in lines])
        self.scales = array("f", [self._scale(line) for line in lines])
        cells = any(block.kind is BlockKind.TABLE_CELL for block in blocks)
        self._first_lines = _row_starts(self.blocks) if cells else None
        self._tables = _tables(text, blocks, pictures) if cells else {}
        self._tallest: dict[int, int] = {}
        for block in blocks if cells else ():
            reach = block.attributes.get("row_span", 1)
            table = block.attributes.get("table", 0)
            if reach > self._tallest.get(table, 1):
                self._tallest[table] = reach

    @property
    def rows(self) -> int:
        """How many rows there are; at least one, as an empty text has one empty line."""
        return len(self.starts) if self._first_lines is None else len(self._first_lines)

    def line_range(self, line: int) -> tuple[int, int]:
        """Gives the code points of a line, without its line end."""
        if line + 1 < len(self.starts):
            return self.starts[line], self.starts[line + 1] - 1
        return self.starts[line], self.length

    def line_at(self, position: int) -> int:
        """Gives the line that holds a position; a line end belongs to the line it ends."""
        return bisect_right(self.starts, position) - 1

    def row_of(self, line: int) -> int:
        """Gives the row that a line stands in."""
        return line if self._first_lines is None else bisect_right(self._first_lines, line) - 1

    def lines_of(self, row: int) -> range:
        """Gives the lines of a row."""
        if self._first_lines is None:
            return range(row, row + 1)
        following = row + 1
        last = self._first_lines[following] if following < self.rows else len(self.starts)
        return range(self._first_lines[row], last)

    def is_gap(self, line: int) -> bool:
        """Says whether a line is an empty one between blocks, which only keeps them apart."""
        start, end = self.line_range(line)
        return start == end and self.blocks[line] is None

    def columns(self, table: int, width: float) -> list[tuple[float, float]]:
        """Gives each column's offset and width in characters, within the width that there is."""
        return list(_shared_out(self._tables[table], width))

    def column_count(self, table: int) -> int:
        """Gives how many columns a table has."""
        return len(self._tables[table])

    def tallest(self, table: int) -> int:
        """Gives how many rows the cell of a table spans that spans most of them."""
        return self._tallest.get(table, 1)

    def _gap_before(self, line: int) -> float:
        """Gives nothing within a block, above the first line, or beside an empty line."""
        if line == 0:
            return 0.0
        here, above = self.blocks[line], self.blocks[line - 1]
        if here is above or self.is_gap(line) or self.is_gap(line - 1):
            return 0.0
        return max(style_of(here).before, style_of(above).after)

    def _scale(self, line: int) -> float:
        return _EMPTY_LINE if self.is_gap(line) else style_of(self.blocks[line]).scale


def is_bulleted(block: Block | None) -> bool:
    """Says whether something is drawn before the block: a bullet or a number.

    Further paragraphs of an item go on below its first.
    """
    return (
        block is not None
        and not block.attributes.get("continued")
        and (
            block.kind is BlockKind.LIST_ITEM
            or (
                block.kind in {BlockKind.FOOTNOTE, BlockKind.REFERENCE_ENTRY}
                and "number" in block.attributes
            )
        )
    )


def bullet(block: Block) -> str:
    """Gives what is drawn before a list item: its label or number, or a bullet by its depth."""
    label = block.attributes.get("label")
    if label:
        return str(label)
    if "number" in block.attributes:
        return f"{block.attributes['number']}."
    return "•◦▪"[block.level % 3]


def _blocks_of_lines(
    starts: Sequence[int], blocks: Sequence[Block], length: int
) -> list[Block | None]:
    """Gives each line the block that it begins in, or that begins in it."""
    found: list[Block | None] = [None] * len(starts)
    for block in blocks:
        first = bisect_right(starts, block.start) - 1
        line = first
        while line < len(starts) and (starts[line] < block.end or line == first):
            if found[line] is None and 0 <= block.start <= length:
                found[line] = block
            line += 1
    return found


def columns_of(cell: Block) -> tuple[int, int]:
    """Gives a cell's first column and how many it spans."""
    column = min(max(int(cell.attributes.get("column", 0)), 0), _MOST_COLUMNS - 1)
    span = max(1, int(cell.attributes.get("column_span", 1)))
    return column, min(span, _MOST_COLUMNS - column)


def _row_key(block: Block | None, line: int) -> tuple[int, int]:
    if block is not None and block.kind is BlockKind.TABLE_CELL:
        return int(block.attributes.get("table", 0)), int(block.attributes.get("row", 0))
    return -1, line


def _row_starts(blocks: Sequence[Block | None]) -> list[int]:
    numbered = enumerate(blocks)
    groups = groupby(numbered, key=lambda pair: _row_key(pair[1], pair[0]))
    return [next(lines)[0] for _, lines in groups]


def _tables(
    text: str, blocks: Iterable[Block], pictures: Sequence[Picture]
) -> dict[int, list[tuple[int, int]]]:
    """Measures the columns of each table in characters: the longest word, and the longest cell."""
    starts = [picture.start for picture in pictures]
    demands: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for block in blocks:
        if block.kind is not BlockKind.TABLE_CELL:
            continue
        columns = demands[int(block.attributes.get("table", 0))]
        column, span = columns_of(block)
        cell = text[block.start : block.end]
        word = max(map(len, cell.split()), default=0) * _WIDE_LETTERS
        if block.attributes.get("header"):
            word *= _BOLD
        needed = ceil(min(word, _LONGEST_WORD) / span)
        held = pictures[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        longest = max(*map(len, cell.split("\n")), *(each.width // _PIXELS for each in held), 0)
        liked = min(longest, _WIDEST_COLUMN) // span
        for index in range(column, column + span):
            least, most = columns.get(index, (1, 1))
            columns[index] = (max(least, needed), max(most, liked, needed))
    return {
        table: [columns.get(index, (1, 1)) for index in range(max(columns) + 1)]
        for table, columns in demands.items()
    }


def _shared_out(demands: Sequence[tuple[int, int]], width: float) -> Iterable[tuple[float, float]]:
    """Gives offsets and widths: what each column would like, squeezed towards what it needs."""
    needed = [least + _CELL_PADDING for least, _ in demands]
    liked = [most + _CELL_PADDING for _, most in demands]
    if sum(liked) <= width:
        widths = [float(each) for each in liked]
    elif sum(needed) >= width:
        widths = [each * width / sum(needed) for each in needed]
    else:
        share = (width - sum(needed)) / (sum(liked) - sum(needed))
        pairs = zip(needed, liked, strict=True)
        widths = [least + (most - least) * share for least, most in pairs]
    offset = 0.0
    for each in widths:
        yield offset, each
        offset += each
