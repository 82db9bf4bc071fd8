"""Drawing a region on a page, moving it and sizing it with the mouse; points are the viewport's."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import is_large_enough, spanned
from archivist.ui.reader.region_draft import RegionDraft, Sheet
from archivist.ui.reader.region_handles import Grip, grip_at, way_seen

_EDGE, _SCROLL = 12, 12  # pixels: within the edge, a drag scrolls by so many
_TICK = 30  # milliseconds


@dataclass
class _Drag:
    """What the mouse is doing: `grip` is None while a new rectangle is drawn out."""

    page: Page
    start: tuple[float, float]  # points of the page
    pressed_at: QPointF
    grip: Grip | None = None
    before: Rectangle | None = None
    is_moving: bool = False


class RegionDrawing(RegionDraft):
    """Takes the presses and moves over a view that draw, move or size a region."""

    clicked = Signal(QPointF)  # where a press that could have drawn did not move

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(sheet, parent)
        self._drag: _Drag | None = None
        self._pointer = QPointF()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll)
        sheet.viewport().installEventFilter(self)

    def drop(self) -> bool:
        """Gives up a drag, else what is drawn or adjusted; says whether there was anything."""
        self._scrolling.stop()
        drag, self._drag = self._drag, None
        if drag is not None and drag.before is not None and self._adjusted is None:
            self._take(drag.before)
            return True
        return super().drop() or drag is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the presses and moves that draw, move or size a region."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(cast(QMouseEvent, event))
            case QEvent.Type.MouseMove:
                return self._move(cast(QMouseEvent, event))
            case QEvent.Type.MouseButtonRelease:
                return self._release(cast(QMouseEvent, event))
        return False

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        point = event.position()
        grip = self._grip_at(point)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if grip is not None:
            self._begin_drag(point, grip)
            return True
        if self.is_drawing or shift:
            self._begin_drag(point, None)
            return True
        if self._box is not None:
            self.drop()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and self._draws_plainly(point):
            self._begin_drag(point, None)
            return True
        return False

    def _draws_plainly(self, point: QPointF) -> bool:
        """Says whether a drag draws without Shift: no text is there, nor what is carried away."""
        chosen = self._sheet.annotations().chosen
        carries = chosen is not None and self._sheet.region_at(point) is chosen
        return self._sheet.is_wordless(point) and not carries

    def _begin_drag(self, point: QPointF, grip: Grip | None) -> None:
        chosen = self._sheet.annotations().chosen
        stack = self._sheet.stack()
        at = point + self._sheet.in_sight().topLeft()
        if grip is None:
            index, before = stack.index_at(at.y()), None
        else:
            if self._box is None and chosen is not None:
                self._box, self._adjusted = chosen.region, chosen.excerpt_id
            before = self._box
            index = before.page - 1 if before else 0
        page = self._sheet.page(index + 1)
        self._drag = _Drag(page, stack.to_page(at, index), point, grip, before)

    def _move(self, event: QMouseEvent) -> bool:
        point, drag = event.position(), self._drag
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return self._show_cursor(point)
        if drag is None:
            return False
        if not drag.is_moving:
            way = (point - drag.pressed_at).manhattanLength()
            drag.is_moving = way >= QApplication.startDragDistance()
        if drag.is_moving:
            self._pointer = point
            self._follow(drag, point)
            height = self._sheet.viewport().height()
            if _EDGE <= point.y() <= height - _EDGE:
                self._scrolling.stop()
            elif not self._scrolling.isActive():
                self._scrolling.start()
        return True

    def _follow(self, drag: _Drag, point: QPointF) -> None:
        stack = self._sheet.stack()
        at = stack.to_page(point + self._sheet.in_sight().topLeft(), drag.page.number - 1)
        if drag.grip is None or drag.before is None:
            self._adjusted = None
            self._box = spanned(drag.page, drag.start, at)
        else:
            way = way_seen(drag.page, drag.start, at, stack.rotation)
            self._box = self._pulled(drag.before, drag.grip, way)
        self.changed.emit()

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._drag is None:
            return False
        self._scrolling.stop()
        drag, self._drag = self._drag, None
        box = self._box
        if drag.grip is None:
            self.is_drawing = False
            if not drag.is_moving:
                self._take(None)
                if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                    self._sheet.extend_selection(event.position())
                else:
                    self.clicked.emit(event.position())
            else:
                self._take(box if box is not None and is_large_enough(box) else None)
        elif self._adjusted is not None:
            self._finish(stays=box == drag.before)
        else:
            self._take(box)
        return True

    def _scroll(self) -> None:
        """Scrolls while the pointer is at the view's edge, and goes on drawing."""
        bar, by = (
            self._sheet.verticalScrollBar(),
            _SCROLL if self._pointer.y() > _EDGE else -_SCROLL,
        )
        bar.setValue(bar.value() + by)
        if self._drag is not None:
            self._follow(self._drag, self._pointer)

    def _grip_at(self, point: QPointF) -> Grip | None:
        """Gives what is taken hold of: of the draft, else of the chosen region."""
        chosen = self._sheet.annotations().chosen
        box = self._box or (None if chosen is None else chosen.region)
        if box is None:
            return None
        stack = self._sheet.stack()
        area = stack.from_page(box.page - 1, box.left, box.top, box.right, box.bottom)
        at = point + self._sheet.in_sight().topLeft()
        return grip_at(area, at, inside=self._box is not None)

    def _show_cursor(self, point: QPointF) -> bool:
        grip = self._grip_at(point)
        if grip is None and not self.is_drawing:
            return False
        shape = Qt.CursorShape.CrossCursor if grip is None else grip.cursor
        self._sheet.viewport().setCursor(shape)
        return True
