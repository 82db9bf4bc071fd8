"""Selecting text on pages with mouse and keys; positions are code points of the document."""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from archivist.ui.reader.places import Places

_TICK = 30  # milliseconds
_EDGE = 12  # pixels within the viewport's edge where a drag begins to scroll


class Sheet(Protocol):
    """The view that is selected in."""

    def viewport(self) -> QWidget:
        """Gives what the mouse is over."""
        ...

    def verticalScrollBar(self) -> QScrollBar:
        """Gives what scrolls it."""
        ...

    def caret_at(self, point: QPointF) -> int:
        """Gives the place between characters nearest to a point of the viewport."""
        ...

    def position_at(self, point: QPointF) -> int | None:
        """Gives the character under a point of the viewport."""
        ...

    def text(self) -> str:
        """Gives the document's text."""
        ...

    def show_range(self, start: int, end: int) -> None:
        """Brings a passage into sight."""
        ...


class PageSelection(QObject):
    """An anchor and a caret in a document's text; the selection is what lies between."""

    changed = Signal()

    def __init__(self, sheet: Sheet, places: Places) -> None:
        super().__init__()
        self._sheet = sheet
        self._places = places
        self.caret = 0
        self._anchor = 0
        self._kept: tuple[int, int] | None = None  # the word or line that a drag grows from
        self._by_lines = False
        self._pointer = QPointF()
        self._clicked_at: QPoint | None = None  # where a double click may become a triple one
        self._clicks = QTimer(self)
        self._clicks.setSingleShot(True)
        self._clicks.timeout.connect(self._forget_clicks)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll)

    def range(self) -> tuple[int, int] | None:
        """Gives what is selected, or None."""
        if self.caret == self._anchor:
            return None
        return min(self.caret, self._anchor), max(self.caret, self._anchor)

    def select(self, start: int, end: int) -> None:
        """Selects from a start to an end, where the caret stands then."""
        if (self._anchor, self.caret) != (start, end):
            self._anchor, self.caret = start, end
            self.changed.emit()

    def press(self, event: QMouseEvent) -> None:
        """Begins at the pointer; takes a line at the third click."""
        point = event.position()
        if self._clicked_at is not None and self._is_near(event.position().toPoint()):
            self._grow_from(self._places.line_at(self.caret - (self.caret > 0)), by_lines=True)
            self._forget_clicks()
            return
        caret = self._sheet.caret_at(point)
        self._kept = None
        self.select(caret, caret)
        self._pointer = point

    def extend_to(self, point: QPointF) -> None:
        """Selects up to a point."""
        self.select(self._anchor, self._sheet.caret_at(point))

    def double_click(self, event: QMouseEvent) -> None:
        """Takes the word under the pointer."""
        position = self._sheet.position_at(event.position())
        if position is None:
            return
        self._grow_from(self._places.word_at(position), by_lines=False)
        self._clicked_at = event.position().toPoint()
        self._clicks.start(QApplication.doubleClickInterval())

    def move(self, point: QPointF) -> None:
        """Extends to the pointer, and scrolls when it leaves the view."""
        self._pointer = point
        height = self._sheet.viewport().height()
        if _EDGE <= point.y() <= height - _EDGE:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        self._extend()

    def release(self) -> None:
        """Ends a drag."""
        self._scrolling.stop()
        self._kept = None

    def take_key(self, event: QKeyEvent) -> bool:
        """Extends the selection with Shift and an arrow, by words with Ctrl."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        lines = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        modifiers = event.modifiers()
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return False
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        key = Qt.Key(event.key())
        if key in steps:
            words = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            caret = self._places.step(self.caret, steps[key], words=words)
        elif key in lines:
            caret = self._places.line_step(self.caret, lines[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            start, end = self._places.line_at(self.caret)
            caret = start if key == Qt.Key.Key_Home else end
        else:
            return False
        self.select(self._anchor, caret)
        self._sheet.show_range(caret, caret)
        return True

    def _grow_from(self, kept: tuple[int, int], *, by_lines: bool) -> None:
        self._kept = kept
        self._by_lines = by_lines
        self.select(*kept)

    def _extend(self) -> None:
        caret = self._sheet.caret_at(self._pointer)
        if self._kept is None:
            self.select(self._anchor, caret)
            return
        around = self._places.line_at if self._by_lines else self._places.word_at
        start, end = around(max(0, caret - 1)) if caret > self._kept[1] else around(caret)
        if caret < self._kept[0]:
            self.select(self._kept[1], start)
        else:
            self.select(self._kept[0], max(end, self._kept[1]))

    def _scroll(self) -> None:
        bar, height = self._sheet.verticalScrollBar(), self._sheet.viewport().height()
        beyond = self._pointer.y() - (0 if self._pointer.y() < _EDGE else height)
        bar.setValue(bar.value() + round(beyond / 2) + (4 if beyond > 0 else -4))
        self._extend()

    def _is_near(self, point: QPoint) -> bool:
        at = self._clicked_at or point
        return (point - at).manhattanLength() < QApplication.startDragDistance()

    def _forget_clicks(self) -> None:
        self._clicked_at = None
        self._clicks.stop()
