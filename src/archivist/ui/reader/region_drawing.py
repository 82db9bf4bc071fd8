"""Drawing a region on a page, moving it and sizing it, with the mouse and by keys alone.

A region that is not yet an excerpt is a draft: it is to pages what a selection is to text. Points
are pixels of the viewport; rectangles are points of their page, which may be shown turned.
"""

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from archivist.domain.model import Page, Rectangle
from archivist.domain.regions import is_large_enough, spanned
from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.page_stack import PageStack
from archivist.ui.reader.region_handles import Grip, grip_at, pulled, way_seen

_STEP, _FINE = 6.0, 1.0  # points that an arrow key moves by; with Ctrl
_FIRST = 0.34  # the share of what is in sight of a page that a draft made by a key covers
_EDGE, _SCROLL = 12, 12  # pixels: within the edge, a drag scrolls by so many
_TICK = 30  # milliseconds


class Sheet(Protocol):
    """The view whose pages are drawn on."""

    def viewport(self) -> QWidget:
        """Gives what the mouse is over."""
        ...

    def verticalScrollBar(self) -> QScrollBar:
        """Gives what scrolls it."""
        ...

    def stack(self) -> PageStack:
        """Gives where the pages stand."""
        ...

    def in_sight(self) -> QRectF:
        """Gives the part of the stack that is in sight."""
        ...

    def page(self, number: int) -> Page:
        """Gives a page, by its number from 1."""
        ...

    def page_index(self) -> int:
        """Gives the page in sight (from 0)."""
        ...

    def annotations(self) -> Annotations:
        """Gives what is drawn over the pages."""
        ...

    def extend_selection(self, point: QPointF) -> None:
        """Selects text up to a point."""
        ...

    def is_wordless(self, point: QPointF) -> bool:
        """Says whether there is a page at a point, and no text on it that could be selected."""
        ...

    def region_at(self, point: QPointF) -> Highlight | None:
        """Gives the region of a page at a point."""
        ...

    def show_region(self, box: Rectangle) -> None:
        """Brings a rectangle into sight."""
        ...


@dataclass
class _Drag:
    """What the mouse is doing: `grip` is None while a new rectangle is drawn out."""

    page: Page
    start: tuple[float, float]  # points of the page
    pressed_at: QPointF
    grip: Grip | None = None
    before: Rectangle | None = None
    is_moving: bool = False


class RegionDrawing(QObject):
    """The draft of one view, and the chosen region while it is dragged or adjusted."""

    changed = Signal()  # what is drawn looks different
    drafted = Signal()  # there is another draft, or none any more
    wanted = Signal()  # the draft is to become an excerpt
    change_requested = Signal(int, object)  # excerpt, Rectangle
    clicked = Signal(QPointF)  # where a press that could have drawn did not move

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._box: Rectangle | None = None
        self._adjusted: int | None = None  # the excerpt whose region is being changed
        self._drag: _Drag | None = None
        self.is_drawing = False  # whether the mouse draws without Shift
        self._pointer = QPointF()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll)
        sheet.viewport().installEventFilter(self)

    @property
    def draft(self) -> Rectangle | None:
        """The rectangle that may become an excerpt."""
        return self._box if self._adjusted is None else None

    @property
    def adjusted(self) -> tuple[int, Rectangle] | None:
        """The excerpt whose region is being changed, and how it would be."""
        if self._adjusted is None or self._box is None:
            return None
        return self._adjusted, self._box

    def begin(self) -> None:
        """Lets the mouse draw, and puts a draft into sight for the keys; a second time ends it."""
        if self.is_drawing:
            self.drop()
            return
        stack, index = self._sheet.stack(), self._sheet.page_index()
        seen = stack.area(index).intersected(self._sheet.in_sight())
        middle, width, height = seen.center(), seen.width() * _FIRST, seen.height() * _FIRST
        area = QRectF(0, 0, width, height)
        area.moveCenter(middle)
        corners = (stack.to_page(each, index) for each in (area.topLeft(), area.bottomRight()))
        self.is_drawing = True
        self._take(spanned(self._sheet.page(index + 1), *corners))

    def adjust(self) -> bool:
        """Lets keys and mouse change the chosen region until Enter; says whether there is one."""
        chosen = self._sheet.annotations().chosen
        if chosen is None or chosen.region is None:
            return False
        self._adjusted = chosen.excerpt_id
        self.is_drawing = False
        self._take(chosen.region)
        self._sheet.show_region(chosen.region)
        return True

    def drop(self) -> bool:
        """Gives up a drag, else what is drawn or adjusted; says whether there was anything."""
        self._scrolling.stop()
        drag, self._drag = self._drag, None
        if drag is not None and drag.before is not None and self._adjusted is None:
            self._take(drag.before)
            return True
        had = self.is_drawing or self._box is not None or drag is not None
        self.is_drawing = False
        self._adjusted = None
        if had:
            self._take(None)
        return had

    def take_key(self, event: QKeyEvent) -> bool:
        """Moves with arrows, sizes with Shift and arrows, finely with Ctrl; Enter is the end."""
        box = self._box
        if box is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
            return True
        way = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if way is None:
            return False
        fine = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        step = _FINE if fine else _STEP
        sizes = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        grip = Grip(abs(way[0]), abs(way[1])) if sizes else Grip()
        self._take(self._pulled(box, grip, (way[0] * step, way[1] * step)))
        self._sheet.show_region(self._box or box)
        return True

    def stepped(self, box: Rectangle, across: int, down: int) -> Rectangle:
        """Gives a rectangle moved by steps of an arrow key, as its page is seen."""
        return self._pulled(box, Grip(), (across * _STEP, down * _STEP))

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

    # The mouse

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

    def _pulled(self, box: Rectangle, grip: Grip, way: tuple[float, float]) -> Rectangle:
        return pulled(self._sheet.page(box.page), box, grip, way, self._sheet.stack().rotation)

    def _finish(self, *, stays: bool = False) -> None:
        """Wishes what is drawn to be kept."""
        adjusted = self.adjusted
        if adjusted is None:
            self.wanted.emit()
            return
        self._adjusted = None
        self._take(None)
        if not stays:
            self.change_requested.emit(*adjusted)

    def _take(self, box: Rectangle | None) -> None:
        self._box = box
        self.changed.emit()
        self.drafted.emit()

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
