"""What shows a block's kind under its text: grids, quotation bars, grounds of code, bullets."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from archivist.domain.model import BlockKind
from archivist.ui import theme
from archivist.ui.reader.drawn_lines import VisibleLine
from archivist.ui.reader.layout import DocumentLayout
from archivist.ui.reader.structure import bullet, is_bulleted


def paint_grounds(painter: QPainter, layout: DocumentLayout, lines: Iterable[VisibleLine]) -> None:
    """Paints what shows a block's kind: grids, quotation bars, grounds of code, bullets."""
    colors = theme.current()
    column, structure = layout.column, layout.structure
    em = column.typography.em
    for visible in lines:
        block = structure.blocks[visible.line]
        if block is None:
            continue
        top = visible.origin.y()
        row = structure.row_of(visible.line)
        bottom = layout.row_bottom(row)
        if block.kind is BlockKind.PREFORMATTED:
            ground = QRectF(column.left, top, column.width, bottom - top)
            painter.fillRect(ground, QColor(colors.neutral_soft))
        elif block.kind is BlockKind.QUOTATION:
            x = column.right - 3 if layout.right_to_left else column.left
            painter.fillRect(QRectF(x, top, 3, bottom - top), QColor(colors.line))
        elif block.kind is BlockKind.TABLE_CELL:
            left, width = column.cell(block, structure)
            head = layout.grid_top(row)
            cell = QRectF(left, head, width, bottom - head)
            if block.attributes.get("header"):
                painter.fillRect(cell, QColor(colors.neutral_soft))
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell)
        if is_bulleted(block) and visible.first == 0 and visible.unit == _unit(layout, block.start):
            _paint_bullet(painter, layout, visible, bullet(block), em)


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
