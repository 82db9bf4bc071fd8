"""A region of a page while it is made or changed, and what keys do to it.

A region that is not yet an excerpt is a draft: it is to pages what a selection is to text.
Rectangles are points of their page, which may be shown turned.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import spanned
from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.page_stack import PageStack
from archivist.ui.reader.region_handles import Grip, pulled

_STEP, _FINE = 6.0, 1.0  # points that an arrow key moves by; with Ctrl
_FIRST = 0.34  # the share of what is in sight of a page that a draft made by a key covers


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


class RegionDraft(QObject):
    """The draft of one view, and the chosen region while it is adjusted."""

    changed = Signal()  # what is drawn looks different
    drafted = Signal()  # there is another draft, or none any more
    wanted = Signal()  # the draft is to become an excerpt
    change_requested = Signal(int, object)  # excerpt, Rectangle

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._box: Rectangle | None = None
        self._adjusted: int | None = None  # the excerpt whose region is being changed
        self.is_drawing = False  # whether the mouse draws without Shift

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
        """Gives up what is drawn or adjusted; says whether there was anything."""
        had = self.is_drawing or self._box is not None
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
