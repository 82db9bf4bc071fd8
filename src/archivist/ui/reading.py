"""What the menus ask of the reader in front: words to be found, zoom, and its pages or its text."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.ui.documents import Documents
from archivist.ui.reader import Reader


class Reading(QObject):
    """Does nothing where no document is open."""

    def __init__(self, window: QWidget, documents: Documents) -> None:
        super().__init__(window)
        self._documents = documents

    def find_words(self) -> None:
        """Opens the bar that finds words in the document."""
        self._ask(Reader.find_words)

    def find_next(self) -> None:
        """Goes to the next match."""
        self._ask(Reader.find_next)

    def find_previous(self) -> None:
        """Goes to the match before."""
        self._ask(Reader.find_previous)

    def zoom_in(self) -> None:
        """Makes text or pages larger."""
        self._ask(Reader.zoom_in)

    def zoom_out(self) -> None:
        """Makes text or pages smaller."""
        self._ask(Reader.zoom_out)

    def zoom_reset(self) -> None:
        """Gives text or pages their own size back."""
        self._ask(Reader.zoom_reset)

    def switch_view(self) -> None:
        """Switches between a document's pages and its text."""
        self._ask(Reader.switch_view)

    def _ask(self, deed: Callable[[Reader], None]) -> None:
        reader = self._documents.reader
        if reader is not None:
            deed(reader)
