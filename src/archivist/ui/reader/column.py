"""The column of text within the page: its margins, and where each kind of block stands in it."""

from dataclasses import dataclass

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.structure import Structure, columns_of, depth_of, style_of
from archivist.ui.reader.typography import Typography

_LABEL_MARGIN, _STRIPE_MARGIN, _TRAILING_MARGIN = 110.0, 44.0, 28.0
_NARROW = 620.0  # below this width the labels in the margin give way to the text
_LEAST = 60.0
_CELL_PADDING = 0.4  # ems on each side


@dataclass(frozen=True, slots=True)
class Column:
    """One column of text, in pixels; the leading margin, where the stripes stand, is the wider."""

    page_width: float
    typography: Typography
    right_to_left: bool

    @property
    def _least_margin(self) -> float:
        return _LABEL_MARGIN if self.page_width >= _NARROW else _STRIPE_MARGIN

    @property
    def width(self) -> float:
        """The width of the text."""
        free = self.page_width - self._least_margin - _TRAILING_MARGIN
        return max(_LEAST, min(self.typography.widest, free))

    @property
    def leading_margin(self) -> float:
        """The width beside the text for stripes and labels."""
        free = self.page_width - self.width
        return max(self._least_margin, min(free / 2, free - _TRAILING_MARGIN))

    @property
    def left(self) -> float:
        """Where the text begins, from the left."""
        if self.right_to_left:
            return max(0.0, self.page_width - self.leading_margin - self.width)
        return self.leading_margin

    @property
    def right(self) -> float:
        """Where the text ends, from the left."""
        return self.left + self.width

    def place(self, block: Block | None, structure: Structure) -> tuple[float, float]:
        """Gives the left side and the width of the text of a block."""
        if block is None:
            return self.left, self.width
        em = self.typography.em
        if block.kind is BlockKind.TABLE_CELL:
            left, width = self.cell(block, structure)
            return left + em * _CELL_PADDING, max(em, width - 2 * em * _CELL_PADDING)
        indent = min(style_of(block).indent * depth_of(block) * em, self.width * 0.6)
        return (self.left if self.right_to_left else self.left + indent), self.width - indent

    def cell(self, block: Block, structure: Structure) -> tuple[float, float]:
        """Gives the left side and the width of a table cell, its padding included."""
        return self.columns(int(block.attributes.get("table", 0)), *columns_of(block), structure)

    def columns(
        self, table: int, first: int, span: int, structure: Structure
    ) -> tuple[float, float]:
        """Gives the left side and the width of some columns of a table."""
        character = self.typography.character
        shares = structure.columns(table, self.width / character)
        offset = shares[first][0] * character
        width = sum(share for _, share in shares[first : first + span]) * character
        return (self.right - offset - width if self.right_to_left else self.left + offset), width
