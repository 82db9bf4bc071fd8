"""Paints what is on screen of a timeline, in the theme's colors; nothing is told by color alone."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from archivist.ui import theme
from archivist.ui.chip_painting import paint_chip
from archivist.ui.timeline import words
from archivist.ui.timeline.blocks import QUOTE_INDENT, Composer, Piece, reads_right_to_left
from archivist.ui.timeline.frame import MARGIN, Bar, Frame, Geometry, Label, Placed, Target

_QUOTE_BAR = 3


@dataclass(frozen=True, slots=True)
class Marks:
    """What is chosen, where the keyboard is, and where a drop would link."""

    chosen: tuple[str, int] | None = None
    focus: Target | None = None
    drop: tuple[Target, tuple[str, int]] | None = None  # the block, and what it would link to

    @property
    def dropped_key(self) -> tuple[str, int] | None:
        """What a drop would link to."""
        return self.drop[1] if self.drop else None


def paint_frame(
    painter: QPainter, frame: Frame, geometry: Geometry, composer: Composer, marks: Marks
) -> None:
    """Paints a frame onto the paper that the caller has laid."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axis(painter, geometry, painter.window().height())
    for label in frame.labels:
        _paint_label(painter, label, geometry, composer)
    for bar in frame.bars:
        _paint_bar(painter, bar, geometry)
    for placed in frame.placed:
        _paint_block(painter, placed, geometry, composer, marks)


def _paint_axis(painter: QPainter, geometry: Geometry, height: int) -> None:
    middle = geometry.axis + geometry.bar_width // 2
    line = geometry.mirrored(QRect(middle, 0, 1, height))
    painter.fillRect(line, QColor(theme.current().line))


def _paint_label(painter: QPainter, label: Label, geometry: Geometry, composer: Composer) -> None:
    colors = theme.current()
    color = QColor(colors.text_muted)
    if label.is_tick:
        color.setAlphaF(0.72)
        tick = QRect(geometry.axis - 4, label.y, 4 + geometry.bar_width // 2, 1)
        painter.fillRect(geometry.mirrored(tick), QColor(colors.line))
    painter.setPen(color)
    painter.setFont(composer.fonts.muted)
    metrics = painter.fontMetrics()
    lines = [label.text]
    if metrics.horizontalAdvance(label.text) > geometry.label_width + MARGIN - 3:
        lines = label.text.rsplit(" ", 1)
    for number, line in enumerate(lines):
        y = label.y - 20 + number * metrics.height()
        rect = QRect(0, y, MARGIN + geometry.label_width, 40)
        _draw_words(painter, geometry.mirrored(rect), line, to_the_right=not geometry.right_to_left)


def _paint_bar(painter: QPainter, bar: Bar, geometry: Geometry) -> None:
    rect = QRectF(bar.rect)
    if geometry.right_to_left:
        rect.moveLeft(geometry.width - rect.x() - rect.width())
    painter.setPen(Qt.PenStyle.NoPen)
    color = QColor(bar.colors[0])
    radius = rect.width() / 2
    paper = QColor(theme.current().pane)
    if bar.target.kind == "cluster":
        _paint_stack(painter, rect, bar.colors)
    elif bar.target.kind == "citation":
        painter.setPen(QPen(color, 2))
        painter.setBrush(paper)
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif bar.target.kind == "excerpt":
        center = rect.center()
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(center.x(), rect.top()),
                    QPointF(rect.right(), center.y()),
                    QPointF(center.x(), rect.bottom()),
                    QPointF(rect.left(), center.y()),
                ]
            )
        )
    else:
        painter.setBrush(paper)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(_fill(bar, rect, color))
        if bar.hatched:
            painter.setPen(QPen(color, 1.2))
            rect = rect.adjusted(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(rect, radius, radius)


def _fill(bar: Bar, rect: QRectF, color: QColor) -> QBrush:
    """Gives hatching for *some time within*, and a fade at an end that is open or approximate."""
    if bar.hatched:
        return QBrush(color, Qt.BrushStyle.BDiagPattern)
    if not (bar.fades_above or bar.fades_below):
        return QBrush(color)
    clear = QColor(color)
    clear.setAlphaF(0.04)
    share = min(0.42, 30 / max(rect.height(), 1))
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, clear if bar.fades_above else color)
    gradient.setColorAt(share, color)
    gradient.setColorAt(1 - share, color)
    gradient.setColorAt(1, clear if bar.fades_below else color)
    return QBrush(gradient)


def _paint_stack(painter: QPainter, rect: QRectF, colors: tuple[str, ...]) -> None:
    """Paints a cluster as short slices, one for each of its first colors."""
    slices = max(len(colors), 2)
    height = (rect.height() - 2 * (slices - 1)) / slices
    for number in range(slices):
        top = rect.top() + number * (height + 2)
        slice_ = QRectF(rect.left(), top, rect.width(), height)
        painter.fillRect(slice_, QColor(colors[number % len(colors)]))


def _paint_block(
    painter: QPainter, placed: Placed, geometry: Geometry, composer: Composer, marks: Marks
) -> None:
    colors = theme.current()
    target, block = placed.target, placed.block
    own = (target.kind, target.id)
    ground = placed.rect.adjusted(-4, -2, 4, 2)
    if target.kind == "excerpt":
        ground = placed.rect.adjusted(0, -2, 4, 2)
    if own == marks.chosen:
        soft = QColor(colors.highlight if target.kind == "excerpt" else colors.accent_soft)
        if target.kind == "excerpt" and not colors.dark:
            soft.setAlphaF(0.62)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(geometry.mirrored(ground), 3, 3)
    if target.kind == "excerpt":
        bar = QRect(placed.rect.x(), ground.y(), _QUOTE_BAR, ground.height())
        painter.fillRect(geometry.mirrored(bar), QColor(colors.highlight_line))
    if block.quote is not None:
        inner = placed.rect.adjusted(QUOTE_INDENT, 0, 0, 0)
        painter.setPen(QColor(colors.text))
        block.quote.draw(painter, QPointF(geometry.mirrored(inner).topLeft()))
    for piece in block.pieces:
        _paint_piece(painter, piece, placed, geometry, marks)
    if marks.drop is not None and marks.drop[0] == target:
        _paint_drop(painter, placed, geometry, composer, marks.drop[1])
    if target == marks.focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.drawRoundedRect(geometry.mirrored(ground.adjusted(-1, 0, 0, 0)), 4, 4)


def _paint_piece(
    painter: QPainter, piece: Piece, placed: Placed, geometry: Geometry, marks: Marks
) -> None:
    colors = theme.current()
    rect = geometry.mirrored(piece.rect.translated(placed.rect.topLeft()))
    painter.setFont(piece.font)
    if piece.role is not None:
        _follow_direction(painter, piece.text)
        wanted = piece.target is not None and piece.target in {marks.dropped_key, marks.chosen}
        paint_chip(painter, rect, piece.text, piece.role, chosen=wanted)
        return
    if piece.muted:
        painter.setPen(QColor(colors.text_muted))
    else:
        painter.setPen(QColor(placed.color))
    _draw_words(painter, rect, piece.text, to_the_right=geometry.right_to_left)


def _draw_words(painter: QPainter, rect: QRect, text: str, *, to_the_right: bool) -> None:
    """Draws words in their own direction, on the side that the pane's direction asks for."""
    _follow_direction(painter, text)
    metrics = painter.fontMetrics()
    x = rect.right() + 1 - metrics.horizontalAdvance(text) if to_the_right else rect.x()
    # Drawn from a base line, which is half the work of laying it out in a rectangle.
    base = rect.y() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
    painter.drawText(x, base, text)


def _follow_direction(painter: QPainter, text: str) -> None:
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft
        if reads_right_to_left(text)
        else Qt.LayoutDirection.LeftToRight
    )


def _paint_drop(
    painter: QPainter,
    placed: Placed,
    geometry: Geometry,
    composer: Composer,
    drop: tuple[str, int],
) -> None:
    """Frames the event or citation under a dragged excerpt and says what a drop does."""
    own = (placed.target.kind, placed.target.id)
    pieces = [piece.rect for piece in placed.block.pieces if piece.target == drop]
    colors = theme.current()
    if own == drop:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(geometry.mirrored(placed.rect.adjusted(-4, -2, 4, 2)), 4, 4)
    said = words.translate("Timeline", "drop here to link")
    arrow = "→ " if geometry.right_to_left else "← "
    painter.setFont(composer.fonts.chip)
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(arrow + said) + 14
    after = max((piece.rect.right() for piece in placed.block.pieces), default=0)
    if pieces and own != drop:
        after = pieces[0].right()
    line = pieces[0].y() if pieces else 0
    y = placed.rect.y() + line
    x = min(placed.rect.x() + after + 6, placed.rect.right() - width)
    if x < placed.rect.x() + after:
        y += composer.line_height
    rect = QRect(x, y, width, composer.line_height)
    hint = geometry.mirrored(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent_soft))
    painter.drawRoundedRect(hint, 4, 4)
    painter.setPen(QColor(colors.accent))
    painter.drawText(hint, Qt.AlignmentFlag.AlignCenter, arrow + said)
