"""Keeps the library in step with the archive: sections are made again when their tables change.

To-do lists are counted one by one between the turns of the event loop, so that nobody waits.
"""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from archivist.ui import library_rows
from archivist.ui.hub import Hub
from archivist.ui.library import Library
from archivist.ui.library_model import Section
from archivist.ui.settings import Settings

_SECONDS_A_TURN = 0.01  # of counting, before the window is given a turn


class LibraryFilling(QObject):
    """Rows from the archive to the library; documents and tags from the library to the others."""

    changed = Signal()  # how the library shows documents

    def __init__(self, window: QWidget, hub: Hub, library: Library, settings: Settings) -> None:
        super().__init__(window)
        self._hub, self._library, self._settings = hub, library, settings
        self._counts: dict[str, int] = {}
        self._to_count: list[str] = []
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count)
        hub.archive_changed.connect(self._show_archive)
        hub.tables_changed.connect(self._update)
        library.by_collection.setChecked(self.is_by_collection)
        library.collection_switch_requested.connect(self.switch_collection)
        hub.document_chosen.connect(library.set_open_document)
        library.installEventFilter(self)

    @property
    def is_by_collection(self) -> bool:
        """Whether documents stand where they are filed, and not in one list."""
        return self._settings.by_collection

    def switch_collection(self) -> None:
        """Shows documents where they are filed, or in one list again."""
        self._settings.by_collection = not self.is_by_collection
        self._library.by_collection.setChecked(self.is_by_collection)
        if self._hub.is_open:
            self._library.set_sections(self._sections(frozenset({"document"})))
        self.changed.emit()

    def _sections(self, changed: frozenset[str] | None = None) -> list[Section]:
        return library_rows.sections(
            self._hub.archive, changed, by_collection=self.is_by_collection
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Event colors differ between the light and the dark theme."""
        if event.type() == QEvent.Type.PaletteChange and self._hub.is_open:
            self._library.set_sections(self._sections())
        return super().eventFilter(watched, event)

    def _show_archive(self) -> None:
        self._counting.stop()
        self._counts, self._to_count = {}, []
        if self._hub.is_open:
            from archivist.archive.lists import LIST_NAMES

            self._library.set_sections([*self._sections(), library_rows.todo({})])
            self._count_soon(LIST_NAMES)

    def _update(self, tables: frozenset[str]) -> None:
        from archivist.archive.lists import lists_of

        self._library.set_sections(self._sections(tables))
        self._count_soon(lists_of(tables))

    def _count_soon(self, names: tuple[str, ...]) -> None:
        self._to_count += [name for name in names if name not in self._to_count]
        if self._to_count:
            self._counting.start()

    def _count(self) -> None:
        began = time.monotonic()
        while self._to_count and time.monotonic() - began < _SECONDS_A_TURN:
            name = self._to_count.pop(0)
            with self._hub.showing_failures():
                self._counts[name] = self._hub.archive.lists.count(name)
        if not self._to_count:
            self._counting.stop()
            self._library.set_sections([library_rows.todo(self._counts)])
