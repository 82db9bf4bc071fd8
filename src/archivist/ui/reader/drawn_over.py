"""What the text view and the page view have in common: what is drawn over the document."""

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match
from archivist.ui.reader.text_painter import Drawn


class _View(Protocol):
    """What a view is to have for it."""

    _drawn: Drawn

    def viewport(self) -> QWidget:
        """Gives what is painted."""
        ...

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range in code points, or None."""
        ...

    def select(self, start: int, end: int) -> None:
        """Selects a range of code points."""
        ...

    def caret_at(self, point: QPointF) -> int:
        """Gives the caret position nearest to a point of the viewport."""
        ...


class DrawnOver:
    """Adds to a view what it shows over its document, and repaints it when that changes."""

    def annotations(self: _View) -> Annotations:
        """Gives the highlights, markers, dates and suggestions that are shown."""
        return self._drawn.annotations

    def set_matches(self: _View, matches: Ranges[Match], current: Match | None) -> None:
        """Paints what was searched for, one match stronger."""
        self._drawn.matches = matches
        self._drawn.current_match = current
        self.viewport().update()

    def set_suggested(self: _View, span: tuple[int, int] | None) -> None:
        """Frames what is being decided about."""
        self._drawn.suggested = span
        self.viewport().update()

    def set_doubtful(self: _View, doubtful: Ranges[Match]) -> None:
        """Marks words that were recognized with little confidence."""
        self._drawn.doubtful = doubtful
        self.viewport().update()

    def show_resized(self: _View, resized: tuple[int, int] | None) -> None:
        """Draws the chosen excerpt over another range while its end is dragged."""
        self._drawn.resized = resized
        self.viewport().update()

    def has_selection(self: _View) -> bool:
        """Says whether text is selected."""
        return self.selection() is not None

    def place_caret(self: _View, point: QPointF) -> None:
        """Puts the caret at a point, selecting nothing."""
        position = self.caret_at(point)
        self.select(position, position)
