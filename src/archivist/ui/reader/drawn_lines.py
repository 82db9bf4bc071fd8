"""What a laid-out line of text is made of: the drawn lines it was broken into, and their shape.

Positions are UTF-16 units within the line, as Qt's text layouts count.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_MIXED = re.compile(f"[{_RIGHT_TO_LEFT}\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# The first letter that has a direction: the group tells whether it is a right-to-left one.
_STRONG = re.compile(f"([{_RIGHT_TO_LEFT}])|[^\\W\\d_]")
# Qt looks for the end of a word at each drawn line: a word of 1 MB takes it more than a minute.
_ENDLESS_WORD = re.compile(r"\S{2000}")


class DrawnLine(NamedTuple):
    """A drawn line with its measures, asked for once a frame: each asking crosses into Qt."""

    line: QTextLine
    start: int  # UTF-16 units within the line of text, [start, end)
    end: int
    left: float  # of the text itself, without the spaces that hang over its end
    right: float
    baseline: float  # from the first drawn line's top
    depth: float  # below the baseline; scripts that stack letters reach further down


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line of the text (a Qt block) with those of its drawn lines that are in sight."""

    line: int
    start: int  # code points in sight, [start, end)
    end: int
    unit: int  # UTF-16 position of the line's first character in the document
    layout: QTextLayout
    origin: QPointF
    first: int  # of the drawn lines in sight
    drawn: tuple[DrawnLine, ...]
    mixed: bool  # whether it may hold text of both directions


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


def measured(drawn: QTextLine) -> DrawnLine:
    """Gives a drawn line's measures."""
    start = drawn.textStart()
    text = drawn.naturalTextRect()
    end, baseline = start + drawn.textLength(), drawn.y() + drawn.ascent()
    return DrawnLine(drawn, start, end, text.left(), text.right(), baseline, drawn.descent())


def caret_x(drawn: QTextLine, unit: int) -> float:
    """Gives where the caret stands before a character."""
    x, _ = cast(tuple[float, int], drawn.cursorToX(unit))
    return x


def spans(drawn: DrawnLine, first: int, last: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Gives the left and right ends of a range within a drawn line, overhanging spaces left out.

    Where both directions meet, a range of the text can stand in several places; its glyphs tell.
    """
    first, last = max(first, drawn.start), min(last, drawn.end)
    if first >= last:
        return []
    if first == drawn.start and last == drawn.end:
        found = [(drawn.left, drawn.right)]
    elif mixed:
        found = _directed_spans(drawn.line, first, last)
    else:
        found = [(caret_x(drawn.line, first), caret_x(drawn.line, last))]
    cut = ((max(left, drawn.left), min(right, drawn.right)) for left, right in found)
    return [(left, right) for left, right in cut if left < right]


def _directed_spans(drawn: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    runs = [run.boundingRect() for run in drawn.glyphRuns(first, last - first)]
    for area in sorted(runs, key=lambda area: area.left()):
        if found and area.left() <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], area.right()))
        else:
            found.append((area.left(), area.right()))
    return found
