"""Keeps the library in step with the archive: sections are made again when their tables change."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from archivist.ui import library_rows
from archivist.ui.hub import Hub
from archivist.ui.library import Library


class LibraryFilling(QObject):
    """Rows from the archive to the library; documents and tags from the library to the others."""

    def __init__(self, window: QWidget, hub: Hub, library: Library) -> None:
        super().__init__(window)
        self._hub, self._library = hub, library
        hub.archive_changed.connect(self._fill)
        hub.tables_changed.connect(self._update)
        hub.document_chosen.connect(library.set_open_document)
        library.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Event colors differ between the light and the dark theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        if self._hub.is_open:
            self._library.set_sections(library_rows.sections(self._hub.archive))

    def _update(self, tables: frozenset[str]) -> None:
        self._library.set_sections(library_rows.sections(self._hub.archive, tables))
