"""Finding words in one document: what the find bar asks for, shown match by match."""

from PySide6.QtCore import QObject, Qt

from archivist.ui.reader import search
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match
from archivist.ui.reader.selecting import Selecting
from archivist.ui.reader.views import Views

_MOST_SELECTED = 80  # code points of a selection that is taken for the words to find


class Searching(QObject):
    """The matches of one search, and which of them is shown."""

    def __init__(self, bar: FindBar, views: Views, selecting: Selecting, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._views, self._selecting = bar, views, selecting
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

    def open(self) -> None:
        """Opens the bar, with a short selection already in it."""
        words = self._selecting.words()
        is_short = "\n" not in words and len(words) < _MOST_SELECTED
        self._bar.open_with(words if is_short else "")

    def close(self) -> bool:
        """Closes the bar; says whether it was open."""
        was_open = self._bar.isVisible()
        if was_open:
            self._bar.close_bar()
        return was_open

    def show_matches(self) -> None:
        """Paints the matches in the view that is in sight."""
        self._views.current.set_matches(self.matches, self.current)

    def step(self, by: int) -> bool:
        """Goes on by a match, around the end; says whether there is any."""
        if self._found:
            self._index = (self._index + by) % len(self._found)
            self._show()
        return bool(self._found)

    def _seek(self, words: str, case: bool, whole: bool) -> None:
        self._found = search.find(self._text, words, case=case, whole=whole)
        selected = self._selecting.range()
        here = self._views.current.place() if selected is None else selected[0]
        following = (index for index, match in enumerate(self._found) if match.start >= here)
        self._index = next(following, 0)
        self._show()

    def _show(self) -> None:
        self._bar.show_count(self._index, len(self._found))
        self.show_matches()
        current = self.current
        if current is not None:
            self._views.current.show_range(current.start, current.end)

    def _end(self) -> None:
        current = self.current
        self._found, self._index = [], 0
        view = self._views.current
        self.show_matches()
        if current is not None:
            view.select(current.start, current.end)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
