"""Lays a document out line by line, only where somebody looks, under Qt's own text editing.

QTextEdit keeps caret, keys, selection, input methods and the screen reader's interface; this layout
gives it the geometry. Rows nobody has seen have an estimated height, so opening costs no layout.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
)

from archivist.domain.model import Marker
from archivist.domain.reading import Mark
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader import drawn_lines
from archivist.ui.reader.column import Column
from archivist.ui.reader.drawn_lines import VisibleLine
from archivist.ui.reader.estimates import estimated_heights
from archivist.ui.reader.figures import Figures
from archivist.ui.reader.formats import line_formats
from archivist.ui.reader.heights import Heights
from archivist.ui.reader.line_breaking import break_line
from archivist.ui.reader.offsets import Offsets
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.structure import Structure, columns_of
from archivist.ui.reader.typography import Typography

PaintContext = QAbstractTextDocumentLayout.PaintContext

_TOP, _BOTTOM = 26.0, 80.0
_RISE, _DEPTH, _DEEPEST = 1.05, 0.37, 0.8  # ems of a mark above and below the baseline
_FRAME = 4.0  # pixels of a mark that are seen around a picture


class DocumentLayout(QAbstractTextDocumentLayout):
    """The geometry of one document's text in one column, in device-independent pixels."""

    grown = Signal()  # a row that was asked for turned out higher or lower than estimated

    def __init__(
        self,
        document: QTextDocument,
        structure: Structure,
        offsets: Offsets,
        marks: Ranges[Mark],
        figures: Figures,
        *,
        right_to_left: bool,
        paint: Callable[[QPainter, PaintContext], None],
    ) -> None:
        super().__init__(document)
        # Never asked for by document(): the binding takes what that gives for the layout's child,
        # and what is parent and child of each other is destroyed twice.
        self.text_document = document
        self.structure = structure
        self.offsets = offsets
        self.right_to_left = right_to_left
        self.figures = figures
        self._marks = marks
        self._markers: Ranges[Marker] = Ranges()
        self._paint = paint
        self._column = Column(0.0, Typography(), right_to_left)
        self._heights = Heights(())
        self._laid = bytearray()
        self._cell_tops: dict[int, float] = {}
        self._mixed: set[int] = set()  # lines, laid out, that may run in both directions
        self._announced = 0.0

    # What Qt asks of a layout

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Takes a new width; the text itself never changes."""
        width = self.text_document.pageSize().width()
        if width > 0 and width != self._column.page_width:
            self._reshape(Column(width, self._column.typography, self.right_to_left))

    def pageCount(self) -> int:
        """Says that the text is one page."""
        return 1

    def documentSize(self) -> QSizeF:
        """Gives the size of everything, estimated where nobody looked yet."""
        return QSizeF(self._column.page_width, _TOP + self._heights.total + _BOTTOM)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Gives everything, as there is one frame."""
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Gives where a line of the text stands, laying it out if need be."""
        if not block.isValid() or not self._laid:
            return QRectF()
        line = block.blockNumber()
        self._lay_out(self.structure.row_of(line))
        height = drawn_lines.height(block.layout())
        return QRectF(0, self.line_top(line), self._column.page_width, height)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Gives the caret position nearest to a point, or -1 where an exact hit is wanted."""
        if not self._laid:
            return 0
        at = cast(QPointF, point)
        line = self.line_near(at)
        block = self.text_document.findBlockByNumber(line)
        inside = at - QPointF(0, self.line_top(line))
        drawn = drawn_lines.line_near(block.layout(), inside.y())
        if accuracy == Qt.HitTestAccuracy.ExactHit and not drawn.naturalTextRect().contains(inside):
            return -1
        return block.position() + drawn.xToCursor(inside.x())

    def draw(self, painter: QPainter, context: PaintContext) -> None:
        """Has the text and what lies under and beside it painted."""
        if self._laid:
            self._paint(painter, context)

    # What the view asks

    @property
    def column(self) -> Column:
        """The column that the text stands in."""
        return self._column

    def set_typography(self, typography: Typography) -> None:
        """Takes another zoom."""
        self._reshape(Column(self._column.page_width, typography, self.right_to_left))

    def set_markers(self, markers: Ranges[Marker]) -> None:
        """Takes the markers whose lettering is smaller than the text's."""
        if markers is not self._markers and markers.items != self._markers.items:
            self._markers = markers
            self._reshape(self._column)

    def restyle(self) -> None:
        """Makes all formats anew, as the theme's colors are in them."""
        self._reshape(self._column)

    def line_top(self, line: int) -> float:
        """Gives the y of a line's text."""
        row = self.structure.row_of(line)
        return self.row_top(row) + self._cell_tops.get(line, self._gap(line))

    def row_at(self, y: float) -> int:
        """Gives the row at a y."""
        return self._heights.row_at(y - _TOP)

    def row_top(self, row: int) -> float:
        """Gives the y of a row, the distance above its text included."""
        return _TOP + self._heights.top(row)

    def row_bottom(self, row: int) -> float:
        """Gives the y below a row."""
        return self.row_top(row) + self._heights[row]

    def grid_top(self, row: int) -> float:
        """Gives the y where the cells of a table row begin, below the distance to what is above."""
        return self.row_top(row) + self._table_gap(self.structure.lines_of(row)[0])

    def first_laid_out_row(self, top: float, bottom: float) -> int:
        """Gives the first row between two heights whose own height is known, else the first row."""
        first = self.row_at(top)
        last = self.row_at(bottom)
        return next((row for row in range(first, last + 1) if self._laid[row]), first)

    def lay_out_between(self, top: float, bottom: float) -> None:
        """Lays out every row that stands between two heights."""
        row = self.row_at(top)
        y = self.row_top(row)
        while row < self.structure.rows and y < bottom:
            self._lay_out(row)
            y += self._heights[row]
            row += 1

    def line_near(self, point: QPointF) -> int:
        """Gives the line at a point, or the nearest one of the row at its height."""
        row = self.row_at(point.y())
        self._lay_out(row)
        lines = self.structure.lines_of(row)
        return min(lines, key=lambda line: self._distance(line, point))

    def visible_lines(self, top: float, bottom: float) -> list[VisibleLine]:
        """Lays out what stands between two heights, and gives the lines in sight there."""
        if not self._laid:
            return []
        self.lay_out_between(top, bottom)
        found: list[VisibleLine] = []
        for row in range(self.row_at(top), self.row_at(bottom) + 1):
            for line in self.structure.lines_of(row):
                visible = self._visible_line(line, top, bottom)
                if visible is not None:
                    found.append(visible)
        return found

    def announce_size(self) -> None:
        """Tells the view the size, if it changed; never while it draws."""
        height = self._heights.total
        if height != self._announced:
            self._announced = height
            self.documentSizeChanged.emit(self.documentSize())

    def rectangles(self, visible: VisibleLine, start: int, end: int) -> list[QRectF]:
        """Gives the rectangles of the parts in sight of a range of code points.

        A picture whose words are all in the range is framed by one.
        """
        first = self.offsets.to_units(max(start, visible.start)) - visible.unit
        last = self.offsets.to_units(min(end, visible.end)) - visible.unit
        em = self._column.typography.em
        x, y = visible.origin.x(), visible.origin.y() - em * _RISE
        areas = [
            QRectF(
                x + left,
                y + drawn.baseline,
                right - left,
                em * _RISE + max(em * _DEPTH, min(drawn.depth, em * _DEEPEST)),
            )
            for drawn in visible.drawn
            if drawn.start < last and drawn.end > first
            for left, right in drawn_lines.spans(drawn, first, last, mixed=visible.mixed)
        ]
        picture = self.figures.at(visible.line)
        if picture is not None and start <= picture.start and picture.end <= end:
            areas.insert(0, self.figure_area(visible).adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))
        return areas

    def figure_area(self, visible: VisibleLine) -> QRectF:
        """Gives where the picture above a line is drawn, in the document's pixels."""
        return self.figures.area(visible.line, visible.origin.y(), self._column, self.structure)

    def caret_rectangle(self, position: int) -> QRectF:
        """Gives where the caret stands before a code point, laying its line out if need be."""
        block = self.text_document.findBlockByNumber(self.structure.line_at(position))
        area = self.blockBoundingRect(block)
        unit = self.offsets.to_units(position) - block.position()
        drawn = block.layout().lineForTextPosition(unit)
        if not drawn.isValid():
            return area
        return QRectF(drawn_lines.caret_x(drawn, unit), area.top() + drawn.y(), 1.0, drawn.height())

    # How rows are laid out

    def _reshape(self, column: Column) -> None:
        """Forgets all geometry; rows get estimated heights until somebody looks at them."""
        self._column = column
        if not column.page_width:
            return
        self._heights = estimated_heights(self.structure, column, self.figures)
        self._laid = bytearray(self.structure.rows)
        self._cell_tops.clear()
        self.announce_size()

    def _gap(self, line: int) -> float:
        return self.structure.gaps[line] * self._column.typography.em

    def _lay_out(self, row: int) -> None:
        if self._laid[row]:
            return
        self._laid[row] = 1
        lines = self.structure.lines_of(row)
        block = self.structure.blocks[lines[0]]
        if block is not None and block.kind is BlockKind.TABLE_CELL:
            height = self._lay_out_cells(lines)
        else:
            height = self._gap(lines[0]) + self._lay_out_line(lines[0])
        if self._heights.replace(row, height):
            self.grown.emit()

    def _lay_out_cells(self, lines: range) -> float:
        """Stands the cells of a row side by side, and the lines of one cell below each other."""
        padding = self._column.typography.em * 0.3
        top = self._table_gap(lines[0])
        bottoms: dict[int, float] = {}
        for line in lines:
            cell = self.structure.blocks[line]
            column = 0 if cell is None else columns_of(cell)[0]
            self._cell_tops[line] = bottoms.get(column, top + padding)
            bottoms[column] = self._cell_tops[line] + self._lay_out_line(line)
        return max(bottoms.values()) + padding

    def _table_gap(self, line: int) -> float:
        """Gives the distance above a row's cells: none between the rows of one table."""
        above = self.structure.blocks[line - 1] if line else None
        follows = above is not None and above.kind is BlockKind.TABLE_CELL
        return 0.0 if follows else self._gap(line)

    def _lay_out_line(self, line: int) -> float:
        """Breaks one line of the text into drawn lines; returns their height together."""
        structure, typography = self.structure, self._column.typography
        block = self.text_document.findBlockByNumber(line)
        if drawn_lines.is_mixed(block.text()):
            self._mixed.add(line)
        return break_line(
            block,
            line_formats(line, structure, self.offsets, self._marks, self._markers, typography),
            self._column.place(structure.blocks[line], structure),
            typography.line * structure.scales[line],
            typography.character,
            right_to_left=self.right_to_left,
            fixed=structure.is_gap(line),
            above=self.figures.room(line, self._column, structure),
        )

    def _visible_line(self, line: int, top: float, bottom: float) -> VisibleLine | None:
        block = self.text_document.findBlockByNumber(line)
        layout = block.layout()
        origin = QPointF(0, self.line_top(line))
        first = max(0, drawn_lines.lines_above(layout, top - origin.y()) - 1)
        last = drawn_lines.lines_above(layout, bottom - origin.y())
        if self.figures.at(line) is not None and origin.y() < bottom:
            last = max(last, 1)  # its picture may be in sight without it
        if first >= last:
            return None
        drawn = tuple(drawn_lines.measured(layout.lineAt(index)) for index in range(first, last))
        unit = block.position()
        return VisibleLine(
            line=line,
            start=self.offsets.to_points(unit + drawn[0].start),
            end=self.offsets.to_points(unit + drawn[-1].end),
            unit=unit,
            layout=layout,
            origin=origin,
            first=first,
            drawn=drawn,
            mixed=line in self._mixed,
        )

    def _distance(self, line: int, point: QPointF) -> float:
        """Says how far a point is from a line of a table row."""
        left, width = self._column.place(self.structure.blocks[line], self.structure)
        top = self.line_top(line)
        block = self.text_document.findBlockByNumber(line)
        bottom = top + drawn_lines.height(block.layout())
        across = max(left - point.x(), point.x() - left - width, 0.0)
        return across * 10 + max(top - point.y(), point.y() - bottom, 0.0)
