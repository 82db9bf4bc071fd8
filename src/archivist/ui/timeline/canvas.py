"""The axis made visible: what is where on screen, what is chosen, and where the keyboard is."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from archivist.domain.timeline_index import ItemKind, TimelineIndex
from archivist.ui import theme
from archivist.ui.timeline.frame import Frame, Placed, Target, make_frame, targets_of
from archivist.ui.timeline.painting import Marks, paint_frame
from archivist.ui.timeline.scrolled import ScrolledAxis


class AxisCanvas(ScrolledAxis):
    """Shows a timeline's dated things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text = ""
        self._drop: tuple[Target, tuple[str, int]] | None = None
        self._place: tuple[int, int | None] | None = None  # where the keyboard is

    def set_index(self, index: TimelineIndex) -> None:
        """Shows other things at the zoom and the moment that are on screen now."""
        key = self._key_at(self._place)
        had_items = bool(self.index.items)
        moment = self.layout_now().day(self._top)
        self.index = index
        self._place = self._place_of(*key) if key else None
        self._forget_measures()
        if not had_items:
            self._per_day = 0.0
        self._scroll_to(self.layout_now().y(moment) if self._per_day else 0.0)

    def set_empty_text(self, text: str) -> None:
        """Sets what is said where there is nothing to show."""
        self._empty_text = text
        self.viewport().update()

    def choose(self, kind: ItemKind, id_: int | None) -> None:
        """Marks a thing as chosen and brings it into view, in a row of its own."""
        before = self._offset_of_chosen((kind, id_) if id_ is not None else None)
        self._chosen = None if id_ is None else (kind, id_)
        self._forget_layout()
        place = self._place_of(kind, id_) if id_ is not None else None
        if place is not None:
            self._place = place
            row = self.layout_now().row_of(place[0])
            if before is not None:
                self._scroll_to(row.top - before)
            self.show_place(place)
        self.viewport().update()

    def stands(self, kind: ItemKind, id_: int | None) -> bool:
        """Says whether a thing has a date, and so a place on the axis."""
        return id_ is not None and self.index.place(kind, id_) is not None

    @property
    def chosen(self) -> tuple[ItemKind, int] | None:
        """What is chosen, as kind and id."""
        return self._chosen

    def show_place(self, place: tuple[int, int | None]) -> None:
        """Scrolls no further than is needed to see a thing."""
        rect = self._rect_of(place)
        height = self.viewport().height()
        if rect is not None and not 0 <= rect[0] <= rect[1] <= height:
            above = rect[0] < 0 or rect[1] - rect[0] > height
            self.scroll_by(rect[0] - 10 if above else rect[1] - height + 10)
        self.viewport().update()

    def frame_now(self) -> Frame:
        """Gives what is on screen."""
        if self._frame is None:
            self._frame = make_frame(
                self.layout_now(),
                self.composer(),
                self.geometry_now(),
                self._top,
                self.viewport().height(),
            )
        return self._frame

    def placed_at(self, point: QPoint) -> tuple[Placed | None, tuple[str, int] | None]:
        """Gives the block at a point of the viewport, and the thing its word or chip stands for."""
        spot = self.geometry_now().unmirrored(point)
        for placed in self.frame_now().placed:
            if placed.rect.adjusted(-6, -2, 6, 3).contains(spot):
                inner = spot - placed.rect.topLeft()
                for piece in placed.block.pieces:
                    if piece.target and piece.rect.contains(inner):
                        return placed, piece.target
                return placed, (placed.target.kind, placed.target.id)
        for bar in reversed(self.frame_now().bars):
            if bar.rect.adjusted(-3, 0, 3, 0).contains(spot.toPointF()):
                same = (one for one in self.frame_now().placed if one.target == bar.target)
                return next(same, None), (bar.target.kind, bar.target.id)
        return None, None

    def focus_target(self) -> Target | None:
        """Gives what the keyboard is at: the thing itself, or the cluster it is hidden in."""
        if self._place is None or self._place[0] >= len(self.index.items):
            return None
        row = self.layout_now().row_of(self._place[0])
        targets = targets_of(self.layout_now(), row)
        same = (one for one in targets if one.position == self._place[1])
        return next(same, targets[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what is on screen."""
        painter = QPainter(self.viewport())
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paints what is on screen with any painter, in the viewport's size."""
        colors = theme.current()
        area = self.viewport().rect()
        painter.fillRect(area, QColor(colors.pane))
        if not self.index.items:
            painter.setPen(QColor(colors.text_muted))
            painter.setFont(self.font())
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 12, -24, -12), wrapped, self._empty_text)
            return
        marks = Marks(
            (self._chosen[0].value, self._chosen[1]) if self._chosen else None,
            self.focus_target() if self.hasFocus() else None,
            self._drop,
        )
        paint_frame(painter, self.frame_now(), self.geometry_now(), self.composer(), marks)

    def _key_at(self, place: tuple[int, int | None] | None) -> tuple[ItemKind, int] | None:
        if place is None or place[0] >= len(self.index.items):
            return None
        item = self.index.items[place[0]]
        if place[1] is None or place[1] >= len(item.excerpts):
            return item.kind, item.value.id
        return ItemKind.EXCERPT, item.excerpts[place[1]].id

    def _offset_of_chosen(self, key: tuple[ItemKind, int | None] | None) -> float | None:
        """Gives where the row of what is to be chosen is on screen, None where it is not."""
        if key is None or key[1] is None:
            return None
        place = self._place_of(key[0], key[1])
        if place is None:
            return None
        row = self.layout_now().row_of(place[0])
        offset = row.top - self._top
        return offset if -row.height < offset < self.viewport().height() else None

    def _rect_of(self, place: tuple[int, int | None]) -> tuple[float, float] | None:
        """Gives the upper and lower pixel of a thing in the viewport."""
        layout, composer = self.layout_now(), self.composer()
        row = layout.row_of(place[0])
        top = row.top - self._top
        if row.is_cluster or place[1] is None:
            return top, top + composer.line_height
        item = self.index.items[row.first]
        top += composer.item_height(item, opened=bool(row.shown))
        for position in row.shown:
            height = composer.excerpt_height(item.excerpts[position])
            if position == place[1]:
                return top, top + height
            top += height
        return row.top - self._top, row.top - self._top + composer.line_height
