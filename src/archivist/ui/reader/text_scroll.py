"""Keeps what is read where it is on the screen while rows around it get their true heights.

Rows that nobody saw have estimated heights. When one comes into sight, or Qt asks for one out of
sight, everything below moves: the scroll bar then gives way, not the text.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from archivist.ui.reader.layout import DocumentLayout


class TextScroll(QObject):
    """The scroll position of a text view over one layout."""

    def __init__(self, layout: DocumentLayout, bar: QScrollBar, viewport: QWidget) -> None:
        super().__init__(layout)
        self._layout = layout
        self._bar = bar
        self._viewport = viewport
        self._settling = False
        self._held = (0, 0.0)  # a row, and how far its top is below the view's
        # Qt asks for the caret's row wherever that is; what it moves is put right afterwards.
        layout.grown.connect(self._hold, Qt.ConnectionType.QueuedConnection)

    def top(self) -> int:
        """Gives the code point at the top of the view."""
        y = self._bar.value()
        if y <= 0:
            return 0
        lines = self._layout.visible_lines(y, y + self._viewport.height())
        return next((line.start for line in lines if line.end > line.start), 0)

    def held(self) -> tuple[int, float]:
        """Gives the code point at the top of the view, and how far its line is scrolled beyond."""
        position = self.top()
        return position, self._bar.value() - self._layout.caret_rectangle(position).top()

    def restore(self, position: int, beyond: float | None = None) -> None:
        """Brings a code point to the top of the view.

        Args:
            position: the code point.
            beyond: pixels of its line that are above the view; None shows the line in full, and
                the first one with the margin over it.
        """
        if position or beyond is not None:
            area = self._layout.caret_rectangle(position)
            self._layout.announce_size()
            self._bar.setValue(round(area.top() + (beyond or 0)))
        else:
            self._bar.setValue(0)
        self.settle()

    def settle(self) -> None:
        """Lays out what is in sight, before it is painted."""
        if self._settling or not self._layout.column.page_width:
            return
        self._settling = True
        bar, height = self._bar, self._viewport.height()
        at_end = bar.value() > 0 and bar.value() == bar.maximum()
        for _ in range(4):
            top = bar.value()
            # What was laid out already was seen: it is what has to stay.
            anchor = self._layout.first_laid_out_row(top, top + height)
            before = self._layout.row_top(anchor)
            self._layout.lay_out_between(top, top + height)
            moved = round(self._layout.row_top(anchor) - before)
            self._layout.announce_size()
            bar.setValue(bar.maximum() if at_end else top + moved)
            if bar.value() == top:
                break
        self._settling = False
        row = self._layout.row_at(bar.value())
        self._held = row, self._layout.row_top(row) - bar.value()

    def _hold(self) -> None:
        row, offset = self._held
        value = round(self._layout.row_top(row) - offset)
        self._layout.announce_size()
        if value != self._bar.value():
            self._bar.setValue(value)
