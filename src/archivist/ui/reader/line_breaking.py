"""Breaks one line of the text into drawn lines of a width."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextLayout, QTextOption

from archivist.ui.reader import drawn_lines

_LONG_LINE = 20_000  # units; longer ones keep their glyphs, as shaping them again is felt
_TAB = 8  # characters


def break_line(
    block: QTextBlock,
    formats: list[QTextLayout.FormatRange],
    place: tuple[float, float],
    line_height: float,
    character: float,
    *,
    right_to_left: bool,
    fixed: bool,
    above: float = 0.0,
) -> float:
    """Breaks a line; returns the height of its drawn lines together, in pixels.

    Args:
        block: The line, as Qt has it.
        formats: Its character formats.
        place: The left side and the width of its text.
        line_height: The least height of a drawn line; the only one if `fixed`.
        character: The average advance of a character.
        right_to_left: The direction of a line that has no letters of its own to tell it.
        fixed: Whether taller letters are given no more room (a line that only keeps apart).
        above: What stands above its first drawn line and counts as its height: a picture.
    """
    left, width = place
    layout, text = block.layout(), block.text()
    layout.setFormats(formats)
    layout.setTextOption(_option(text, character, right_to_left=right_to_left))
    layout.setCacheEnabled(block.length() > _LONG_LINE)
    y = above
    layout.beginLayout()
    drawn = layout.createLine()
    while drawn.isValid():
        drawn.setLineWidth(width)
        height = line_height if fixed else max(line_height, drawn.height())
        drawn.setPosition(QPointF(left, y + (height - drawn.height()) / 2))
        y += height
        drawn = layout.createLine()
    layout.endLayout()
    return max(y, above + line_height)


def _option(text: str, character: float, *, right_to_left: bool) -> QTextOption:
    """Gives how a paragraph is wrapped and aligned: at the side where its own script begins."""
    option = QTextOption()
    wrap = QTextOption.WrapMode
    endless = drawn_lines.has_endless_word(text)
    option.setWrapMode(wrap.WrapAnywhere if endless else wrap.WrapAtWordBoundaryOrAnywhere)
    leftward = drawn_lines.runs_right_to_left(text, otherwise=right_to_left)
    directions, sides = Qt.LayoutDirection, Qt.AlignmentFlag
    option.setTextDirection(directions.RightToLeft if leftward else directions.LeftToRight)
    option.setAlignment(sides.AlignRight if leftward else sides.AlignLeft)
    option.setTabStopDistance(character * _TAB)
    return option
