"""Heights of stacked rows with their running sums: cheap to change one, to find the row at a y."""

from array import array
from collections.abc import Iterable

_CHUNK = 512


class Heights:
    """Row heights in pixels; sums are kept for every 512 rows, so that nothing walks them all."""

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = array("d", heights)
        starts = range(0, len(self._heights), _CHUNK)
        self._sums = [sum(self._heights[start : start + _CHUNK]) for start in starts]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> float:
        return self._heights[row]

    @property
    def total(self) -> float:
        """The height of all rows together."""
        return sum(self._sums)

    def replace(self, row: int, height: float) -> float:
        """Gives a row another height; returns by how much it grew."""
        grown = height - self._heights[row]
        self._heights[row] = height
        self._sums[row // _CHUNK] += grown
        return grown

    def top(self, row: int) -> float:
        """Gives the y where a row begins."""
        chunk = row // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : row])

    def row_at(self, y: float) -> int:
        """Gives the row at a y; the first or last one beyond the ends."""
        above = 0.0
        for chunk, height in enumerate(self._sums):
            if above + height > y:
                first = chunk * _CHUNK
                rows = self._heights[first : first + _CHUNK]
                for offset, row_height in enumerate(rows):
                    above += row_height
                    if above > y:
                        return first + offset
                return first + len(rows) - 1
            above += height
        return max(len(self._heights) - 1, 0)
