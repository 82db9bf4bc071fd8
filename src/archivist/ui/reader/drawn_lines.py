"""What a laid-out line of text is made of: the drawn lines it was broken into, and their shape.

Positions are UTF-16 units within the line, as Qt's text layouts count.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_MIXED = re.compile(f"[{_RIGHT_TO_LEFT}\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# The first letter that has a direction: the group tells whether it is a right-to-left one.
_STRONG = re.compile(f"([{_RIGHT_TO_LEFT}])|[^\\W\\d_]")
# Qt looks for the end of a word at each drawn line: a word of 1 MB takes it more than a minute.
_ENDLESS_WORD = re.compile(r"\S{2000}")


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line of the text (a Qt block) with those of its drawn lines that are in sight."""

    line: int
    start: int  # code points in sight, [start, end)
    end: int
    unit: int  # UTF-16 position of the line's first character in the document
    layout: QTextLayout
    origin: QPointF
    first: int
    last: int
    text: str
    mixed: bool  # whether it may hold text of both directions

    def drawn_lines(self) -> Iterator[QTextLine]:
        """Gives the drawn lines in sight."""
        return (self.layout.lineAt(index) for index in range(self.first, self.last))


def is_mixed(text: str) -> bool:
    """Says whether a text may be drawn in both directions."""
    return not text.isascii() and _MIXED.search(text) is not None


def runs_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Says whether a paragraph's first letter is of a right-to-left script."""
    found = _STRONG.search(text)
    return otherwise if found is None else found.group(1) is not None


def has_endless_word(text: str) -> bool:
    """Says whether a text has a word too long to be broken at its end."""
    return len(text) >= 2000 and _ENDLESS_WORD.search(text) is not None


def height(layout: QTextLayout) -> float:
    """Gives the height from the first to the last drawn line."""
    count = layout.lineCount()
    if not count:
        return 0.0
    last = layout.lineAt(count - 1)
    return last.y() + last.height()


def lines_above(layout: QTextLayout, y: float) -> int:
    """Gives how many drawn lines begin above a y."""
    return bisect_left(range(layout.lineCount()), y, key=lambda index: layout.lineAt(index).y())


def line_near(layout: QTextLayout, y: float) -> QTextLine:
    """Gives the drawn line at a y, or the nearest one."""
    return layout.lineAt(max(0, lines_above(layout, y) - 1))


def caret_x(drawn: QTextLine, unit: int) -> float:
    """Gives where the caret stands before a character."""
    x, _ = cast(tuple[float, int], drawn.cursorToX(unit))
    return x


def spans(drawn: QTextLine, first: int, last: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Gives the left and right ends of a range within a drawn line.

    Where both directions meet, a range of the text can stand in several places; its glyphs tell.
    """
    if not mixed:
        left, right = caret_x(drawn, first), caret_x(drawn, last)
        return [(min(left, right), max(left, right))]
    found: list[tuple[float, float]] = []
    runs = [run.boundingRect() for run in drawn.glyphRuns(first, last - first)]
    for area in sorted(runs, key=lambda area: area.left()):
        if found and area.left() <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], area.right()))
        else:
            found.append((area.left(), area.right()))
    return found
