"""Whether the table of contents is shown beside the documents, and how wide; for all of them."""

from PySide6.QtCore import QObject, Signal

from archivist.ui.documents import Documents
from archivist.ui.reader import Reader
from archivist.ui.settings import Settings


class Outlines(QObject):
    """Shows and hides the pane of contents in every open document."""

    changed = Signal()

    def __init__(self, parent: QObject, settings: Settings, documents: Documents) -> None:
        super().__init__(parent)
        self._settings, self._documents = settings, documents
        documents.reader_added.connect(self._connect_reader)

    @property
    def is_shown(self) -> bool:
        """Whether the pane is shown."""
        return self._settings.outline_shown

    def switch(self) -> None:
        """Shows the pane and goes to it, or hides it and goes to the text."""
        self._settings.outline_shown = shown = not self.is_shown
        for reader in self._documents.readers():
            self._apply(reader)
        front = self._documents.reader
        if front is not None:
            front.go_to_outline() if shown else front.setFocus()
        self.changed.emit()

    def _connect_reader(self, reader: Reader) -> None:
        self._apply(reader)
        reader.outline_resized.connect(self._keep_width)

    def _apply(self, reader: Reader) -> None:
        reader.show_outline(self._settings.outline_width if self.is_shown else 0)

    def _keep_width(self, width: int) -> None:
        self._settings.outline_width = width
