"""What shows a block's kind under its text: grids, quotation bars, grounds of code, bullets."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui import theme
from archivist.ui.reader.drawn_lines import VisibleLine
from archivist.ui.reader.layout import DocumentLayout
from archivist.ui.reader.structure import bullet, is_bulleted, style_of
from archivist.ui.reader.table_grid import grid_of

_BAR = 3.0  # pixels


def paint_grounds(painter: QPainter, layout: DocumentLayout, lines: Iterable[VisibleLine]) -> None:
    """Paints what shows a block's kind: grids, quotation bars, grounds of code, bullets."""
    colors = theme.current()
    column, structure = layout.column, layout.structure
    row_before = -1
    for visible in lines:
        block = structure.blocks[visible.line]
        if block is None:
            continue
        row = structure.row_of(visible.line)
        top, bottom = visible.origin.y(), layout.row_bottom(row)
        if block.kind is BlockKind.PREFORMATTED:
            ground = QRectF(column.left, top, column.width, bottom - top)
            painter.fillRect(ground, QColor(colors.neutral_soft))
        elif block.kind is BlockKind.QUOTATION:
            _paint_bars(painter, layout, visible, block)
        elif block.kind is BlockKind.TABLE_CELL and row != row_before:
            _paint_grid(painter, layout, row)
        row_before = row
        if is_bulleted(block) and visible.first == 0 and visible.unit == _unit(layout, block.start):
            _paint_bullet(painter, layout, visible, bullet(block), column.typography.em)


def _paint_grid(painter: QPainter, layout: DocumentLayout, row: int) -> None:
    """Paints one row of a table: the ground of heading cells, and the lines around all cells."""
    found = grid_of(layout.structure, row)
    if found is None:
        return
    table, cells = found
    colors = theme.current()
    top, bottom = layout.grid_top(row), layout.row_bottom(row)
    painter.setPen(QPen(QColor(colors.line), 1))
    for cell in sorted(cells, key=lambda each: not each.is_header):  # lines stand over grounds
        left, width = layout.column.columns(table, cell.column, cell.columns, layout.structure)
        right = left + width
        if cell.is_header:
            painter.fillRect(QRectF(left, top, width, bottom - top), QColor(colors.neutral_soft))
        painter.drawLine(QLineF(left, top, left, bottom))
        painter.drawLine(QLineF(right, top, right, bottom))
        if cell.begins:
            painter.drawLine(QLineF(left, top, right, top))
        if cell.ends:
            painter.drawLine(QLineF(left, bottom, right, bottom))


def _paint_bars(
    painter: QPainter, layout: DocumentLayout, visible: VisibleLine, block: Block
) -> None:
    """Paints a bar for each quotation around a line, whole between the paragraphs of one."""
    structure, column = layout.structure, layout.column
    above = visible.line - 1
    while above > 0 and structure.is_gap(above):
        above -= 1
    before = structure.blocks[above] if above >= 0 else None
    quoted = before.level if before is not None and before.kind is BlockKind.QUOTATION else -1
    bottom = layout.row_bottom(structure.row_of(visible.line))
    for level in range(block.level + 1):
        reach = layout.row_bottom(structure.row_of(above)) if level <= quoted else None
        top = visible.origin.y() if reach is None else reach
        indent = style_of(block).indent * level * column.typography.em
        x = column.right - _BAR - indent if layout.right_to_left else column.left + indent
        painter.fillRect(QRectF(x, top, _BAR, bottom - top), QColor(theme.current().line))


def _unit(layout: DocumentLayout, position: int) -> int:
    return layout.offsets.to_units(layout.structure.starts[layout.structure.line_at(position)])


def _paint_bullet(
    painter: QPainter, layout: DocumentLayout, visible: VisibleLine, text: str, em: float
) -> None:
    first = visible.layout.lineAt(0)
    rest = visible.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
    width = em * 3
    x = first.x() + first.width() + em * 0.45 if rest else first.x() - width - em * 0.45
    area = QRectF(x, first.y(), width, first.height()).translated(visible.origin)
    painter.setFont(layout.column.typography.font)
    painter.setPen(QColor(theme.current().text_muted))
    # The number belongs to the text: in a mirrored window "1." must not read ".1".
    around = painter.layoutDirection()
    painter.setLayoutDirection(visible.layout.textOption().textDirection())
    side = Qt.AlignmentFlag.AlignLeft if rest else Qt.AlignmentFlag.AlignRight
    painter.drawText(
        area, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), text
    )
    painter.setLayoutDirection(around)
