"""What the View menu does to pages, and to regions of them; it changes nothing in the archive."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.reader import Reader
from archivist.ui.reader.page_stack import Fit


class Paging(QObject):
    """Turns, fits and tones the pages in front, or says that there are none."""

    def __init__(self, window: QWidget, hub: Hub, documents: Documents) -> None:
        super().__init__(window)
        self._hub, self._documents = hub, documents

    def turn_right(self) -> None:
        """Turns the pages a quarter clockwise."""
        self._do(lambda reader: reader.pages.turn(90))

    def turn_left(self) -> None:
        """Turns the pages a quarter the other way."""
        self._do(lambda reader: reader.pages.turn(-90))

    def fit_width(self) -> None:
        """Makes pages as wide as the view."""
        self._do(lambda reader: reader.pages.fit(Fit.WIDTH))

    def fit_page(self) -> None:
        """Makes pages so large that one is in sight as a whole."""
        self._do(lambda reader: reader.pages.fit(Fit.PAGE))

    def choose_tone(self) -> None:
        """Opens the sliders of brightness and contrast."""
        self._do(lambda reader: reader.pages.open_tone())

    def ask_for_page(self) -> None:
        """Asks which page to go to."""
        self._do(lambda reader: reader.pages.ask_for_page())

    def mark_region(self) -> None:
        """Lets a region be drawn with the mouse, or placed by keys."""
        if self._do(lambda reader: reader.show_pages() and reader.pages.begin_region()):
            self._tell_keys()

    def adjust_region(self) -> None:
        """Lets the chosen region be moved and sized by keys."""
        reader = self._documents.reader
        if reader is None:
            return
        if reader.pages.adjust_region():
            self._tell_keys()
        else:
            self._hub.message_shown.emit(self.tr("Choose a region on the page first."))

    def _tell_keys(self) -> None:
        self._hub.message_shown.emit(
            self.tr(
                "Arrows move the region, Shift and arrows size it; Enter keeps it, Esc drops it."
            )
        )

    def _do(self, deed: Callable[[Reader], bool]) -> bool:
        """Asks something of the reader in front; says whether it could do it."""
        reader = self._documents.reader
        if reader is None:
            return False
        is_done = deed(reader)
        if not is_done:
            self._hub.message_shown.emit(
                self.tr("This needs the pages of a document: Ctrl+P shows them, where it has any.")
            )
        return is_done
