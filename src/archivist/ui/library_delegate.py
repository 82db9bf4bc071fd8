"""Paints the library's lines: quiet headings, a mark by kind, the label, and the count."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.domain.vocabulary import ActorKind
from archivist.ui import theme
from archivist.ui.bidi import isolated
from archivist.ui.library_model import Index, Row, Section, row_of, section_of

_MARGIN = 14  # pixels from the pane's edge to a heading
_INDENT = 8  # further to a line
_DEEPER = 11  # to a line below another, where there is room
_LEAST_DEEPER = 5  # and in a narrow pane, which is for names
_DEEPEST_SHARE = 24  # of a line's width, that one level may take
_BESIDE_MARK = 9  # further, where other lines have a mark
_DEEPEST = 6  # levels that are told apart by where they begin
_MARK = 7  # a mark's size
_ACCENT = 3  # width of the bar beside the chosen line


class LibraryDelegate(QStyledItemDelegate):
    """One look for all sections; colors by role, and a shape for each kind of actor."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open_document = 0  # whose line is marked as the one in front

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line is as high as its text with some air; a heading stands off from what is above."""
        height = option.fontMetrics.height()
        if row_of(index) is not None:
            return QSize(120, height + 9)
        return QSize(120, height + (12 if index.row() == 0 else 15))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a heading or a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, section = row_of(index), section_of(index)
        if row is None and section is not None:
            self._paint_heading(painter, option, section, index.row())
        elif row is not None:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, section: Section, position: int
    ) -> None:
        colors = theme.current()
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(True)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
        painter.setFont(font)
        _paint_background(painter, option, chosen=False)
        painter.setPen(QColor(colors.text_muted))
        area = option.rect.adjusted(_MARGIN, 9 if position else 3, -_MARGIN, 0)
        number = len(section.rows) if section.count is None else section.count
        count = f"{number:n}" if section.shows_count else ""
        title = section.title.upper()
        if section.rows and not option.state & QStyle.StateFlag.State_Open:
            title += " …"  # folded: there is more than is seen
        _paint_text_and_count(painter, option, area, title, count)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colors = theme.current()
        chosen = row.kind == "document" and row.id == self.open_document
        _paint_background(painter, option, chosen=chosen)
        area = option.rect.adjusted(_MARGIN + _INDENT, 0, -_MARGIN, 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        level = min(_DEEPER, max(_LEAST_DEEPER, area.width() // _DEEPEST_SHARE))
        deeper = min(row.depth, _DEEPEST) * level
        if row.depth and not row.mark:
            deeper += _BESIDE_MARK
        area = area.adjusted(0, 0, -deeper, 0) if rtl else area.adjusted(deeper, 0, 0, 0)
        if row.mark:
            left = area.right() - _MARK if rtl else area.left()
            box = QRectF(left, area.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
            _paint_mark(painter, box, row, rtl=rtl)
            area = area.adjusted(0, 0, -15, 0) if rtl else area.adjusted(15, 0, 0, 0)
        painter.setFont(option.font)
        muted = row.kind == "more"
        painter.setPen(
            QColor(
                colors.warning if row.is_warning else colors.text_muted if muted else colors.text
            )
        )
        count = "" if muted else f"{row.count:n}"
        # Of "Excerpts without an event" the end tells it from its neighbors, of a title the start.
        elide = Qt.TextElideMode.ElideMiddle if row.kind == "list" else Qt.TextElideMode.ElideRight
        _paint_text_and_count(painter, option, area, row.label, count, elide)


def _paint_text_and_count(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    count: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    metrics = painter.fontMetrics()
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    leading = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    trailing = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
    absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    width = metrics.horizontalAdvance(count) + 10 if count else 0
    room = area.adjusted(width, 0, 0, 0) if rtl else area.adjusted(0, 0, -width, 0)
    shown = metrics.elidedText(isolated(text), elide, room.width())
    painter.drawText(room, leading | absolute, shown)
    painter.setPen(QColor(theme.current().text_muted))
    painter.drawText(area, trailing | absolute, count)


def _paint_background(painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
    colors = theme.current()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if chosen or selected:
        painter.fillRect(option.rect, QColor(colors.accent_soft))
    elif hovered:
        painter.fillRect(option.rect, QColor(colors.neutral_soft))
    if chosen:
        bar = QRect(option.rect)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.setLeft(bar.right() - _ACCENT + 1)
        else:
            bar.setWidth(_ACCENT)
        painter.fillRect(bar, QColor(colors.accent))
    if option.state & QStyle.StateFlag.State_HasFocus and selected:
        painter.setPen(QPen(QColor(colors.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_mark(painter: QPainter, box: QRectF, row: Row, *, rtl: bool) -> None:
    if row.kind == "event":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(row.mark))
        painter.drawEllipse(box)
        return
    painter.setPen(QPen(QColor(theme.current().text), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if row.kind == "shelf":
        painter.drawPolyline(_fold_mark(box, folded=row.mark == "folded", rtl=rtl))
        return
    painter.drawPath(_actor_shape(ActorKind[row.mark], box))


def _fold_mark(box: QRectF, *, folded: bool, rtl: bool) -> QPolygonF:
    """Gives an angle that points down at what is shown, and to the side at what is folded."""
    middle, quarter = box.center(), box.width() / 4
    if not folded:
        top = box.top() + quarter
        tip = QPointF(middle.x(), middle.y() + quarter)
        return QPolygonF([QPointF(box.left(), top), tip, QPointF(box.right(), top)])
    side = -quarter if rtl else quarter
    above, below = QPointF(middle.x() - side, box.top()), QPointF(middle.x() - side, box.bottom())
    return QPolygonF([above, QPointF(middle.x() + side, middle.y()), below])


def _actor_shape(kind: ActorKind, box: QRectF) -> QPainterPath:
    """Gives a shape for each kind, so that none is told by color alone."""
    shape = QPainterPath()
    middle = box.center()
    if kind == ActorKind.PERSON:
        shape.addEllipse(box)
    elif kind == ActorKind.ORGANIZATION:
        shape.addRect(box)
    elif kind == ActorKind.STATE:
        corners = [box.bottomLeft(), box.topLeft(), QPointF(box.right(), middle.y() - 1)]
        shape.addPolygon(QPolygonF([*corners, QPointF(box.left(), middle.y() + 1.5)]))
    elif kind == ActorKind.BODY:
        top, bottom = QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())
        left, right = QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())
        shape.addPolygon(QPolygonF([top, right, bottom, left, top]))
    elif kind == ActorKind.FAMILY:
        top = QPointF(middle.x(), box.top())
        shape.addPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft(), top]))
    elif kind == ActorKind.UNSTATED:  # a stroke: nothing is said yet
        shape.moveTo(box.left(), middle.y())
        shape.lineTo(box.right(), middle.y())
    else:  # a group: two who overlap
        shape.addEllipse(QRectF(box.left() - 1, box.top() + 1, box.width() - 2, box.height() - 2))
        shape.addEllipse(QRectF(box.left() + 3, box.top() + 1, box.width() - 2, box.height() - 2))
    return shape
