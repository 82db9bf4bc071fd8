"""The character formats of one line: its block's size, its marks, and its marker chips' lettering.

They are made when a line is laid out, so a document opens without formatting what nobody sees.
"""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from archivist.domain.model import Marker
from archivist.domain.reading import Mark
from archivist.domain.vocabulary import BlockKind, MarkerKind, MarkKind
from archivist.ui import theme
from archivist.ui.reader.offsets import Offsets
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.structure import Structure, style_of
from archivist.ui.reader.typography import MONOSPACED, Typography

_CHIP_SCALE = 0.74


def line_formats(
    line: int,
    structure: Structure,
    offsets: Offsets,
    marks: Ranges[Mark],
    markers: Ranges[Marker],
    typography: Typography,
) -> list[QTextLayout.FormatRange]:
    """Gives the formats of a line; later ones win where they overlap. Positions are UTF-16."""
    start, end = structure.line_range(line)
    origin = offsets.to_units(start)
    formats = []

    def add(first: int, last: int, made: QTextCharFormat) -> None:
        span = QTextLayout.FormatRange()
        span.start = offsets.to_units(max(first, start)) - origin
        span.length = offsets.to_units(min(last, end)) - origin - span.start
        span.format = made
        formats.append(span)

    block = structure.blocks[line]
    style = style_of(block)
    scale = structure.scales[line]
    is_header = (
        block is not None
        and block.kind is BlockKind.TABLE_CELL
        and bool(block.attributes.get("header"))
    )
    if style.scale != 1 or style.bold or style.monospaced or is_header:
        whole = QTextCharFormat()
        whole.setFontPointSize(typography.points(scale))
        if style.bold or is_header:
            whole.setFontWeight(QFont.Weight.Bold)
        if block is not None and block.kind is BlockKind.PICTURE:
            whole.setForeground(QColor(theme.current().text_muted))
        if style.monospaced:
            whole.setFontFamilies(list(MONOSPACED))
        add(start, end, whole)
    for mark in marks.overlapping(start, end):
        add(mark.start, mark.end, _mark_format(mark, typography, scale))
    for marker in markers.overlapping(start, end):
        add(marker.start, marker.end, _marker_format(marker, typography, scale))
    return formats


def _mark_format(mark: Mark, typography: Typography, scale: float) -> QTextCharFormat:
    made = QTextCharFormat()
    match mark.kind:
        case MarkKind.BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        case MarkKind.ITALIC:
            made.setFontItalic(True)
        case MarkKind.UNDERLINE:
            made.setFontUnderline(True)
        case MarkKind.STRIKETHROUGH:
            made.setFontStrikeOut(True)
        case MarkKind.SUPERSCRIPT:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        case MarkKind.SUBSCRIPT:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        case MarkKind.CODE:
            made.setFontFamilies(list(MONOSPACED))
            made.setFontPointSize(typography.points(scale * 0.9))
        case MarkKind.LINK:
            made.setForeground(QColor(theme.current().accent))
        case MarkKind.ANCHOR | MarkKind.CITE:
            pass  # what links lead to, and what markup says of a source: it is not seen
    return made


def _marker_format(marker: Marker, typography: Typography, scale: float) -> QTextCharFormat:
    colors = theme.current()
    made = QTextCharFormat()
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    made.setFontFamilies(typography.interface_families)
    made.setFontPointSize(typography.points(scale * _CHIP_SCALE))
    made.setFontUnderline(False)
    made.setForeground(
        QColor(colors.warning if marker.kind is MarkerKind.FLAG else colors.citation)
    )
    return made
