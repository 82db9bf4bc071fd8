"""Steps through the matches of what the find bar asks for, in one document."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from archivist.ui.reader import search
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match


class Searching(QObject):
    """The matches of one search, and which of them is shown."""

    changed = Signal()  # other matches, or another of them is the current one
    ended = Signal(object)  # the match that was current, or None

    def __init__(self, bar: FindBar, here: Callable[[], int], parent: QObject) -> None:
        """Makes a search; `here` gives the code point that a new one goes on from."""
        super().__init__(parent)
        self._bar = bar
        self._here = here
        self._text = ""
        self._found: list[Match] = []
        self._index = 0
        bar.sought.connect(self._seek)
        bar.next_requested.connect(lambda: self.step(1))
        bar.previous_requested.connect(lambda: self.step(-1))
        bar.closed.connect(self._end)

    @property
    def matches(self) -> Ranges[Match]:
        """All matches."""
        return Ranges(self._found)

    @property
    def current(self) -> Match | None:
        """The match that is shown."""
        return self._found[self._index] if self._found else None

    def set_text(self, text: str) -> None:
        """Takes another document, in which nothing is sought yet."""
        self._text = text
        self._found, self._index = [], 0
        self._bar.hide()

    def step(self, by: int) -> bool:
        """Goes on by a match, around the end; says whether there is any."""
        if self._found:
            self._index = (self._index + by) % len(self._found)
            self._show()
        return bool(self._found)

    def _seek(self, words: str, case: bool, whole: bool) -> None:
        self._found = search.find(self._text, words, case=case, whole=whole)
        here = self._here()
        following = (index for index, match in enumerate(self._found) if match.start >= here)
        self._index = next(following, 0)
        self._show()

    def _show(self) -> None:
        self._bar.show_count(self._index, len(self._found))
        self.changed.emit()

    def _end(self) -> None:
        current = self.current
        self._found, self._index = [], 0
        self.ended.emit(current)
