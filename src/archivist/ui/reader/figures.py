"""Where the pictures inside a text stand: above the line that holds their alternative text."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF

from archivist.domain.model import Picture
from archivist.ui.reader.column import Column
from archivist.ui.reader.structure import Structure

_TALLEST = 1.6  # of the column's width: what is taller is made smaller, to be seen at once
_BELOW = 0.4  # ems between a picture and its caption


class Figures:
    """The pictures of one text, by the line of text below each."""

    def __init__(self, pictures: Iterable[Picture], structure: Structure) -> None:
        self._by_line = {structure.line_at(picture.start): picture for picture in pictures}

    def __bool__(self) -> bool:
        return bool(self._by_line)

    def lines(self) -> Iterable[int]:
        """Gives the lines that have a picture above them."""
        return self._by_line.keys()

    def at(self, line: int) -> Picture | None:
        """Gives the picture above a line."""
        return self._by_line.get(line)

    def size(self, line: int, width: float, zoom: float) -> QSizeF:
        """Gives how large a line's picture is drawn within a width; empty where there is none."""
        picture = self._by_line.get(line)
        if picture is None:
            return QSizeF(0, 0)
        scale = min(zoom, width / max(picture.width, 1), width * _TALLEST / max(picture.height, 1))
        return QSizeF(max(1.0, picture.width * scale), max(1.0, picture.height * scale))

    def room(self, line: int, column: Column, structure: Structure) -> float:
        """Gives the height that a line's picture takes, with what parts it from its caption."""
        _, width = column.place(structure.blocks[line], structure)
        height = self.size(line, width, column.typography.zoom).height()
        return height + column.typography.em * _BELOW if height else 0.0

    def area(self, line: int, top: float, column: Column, structure: Structure) -> QRectF:
        """Gives where the picture of a line is drawn whose top is there."""
        left, width = column.place(structure.blocks[line], structure)
        size = self.size(line, width, column.typography.zoom)
        x = left + width - size.width() if column.right_to_left else left
        return QRectF(x, top, size.width(), size.height())
