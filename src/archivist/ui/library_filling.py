"""Keeps the library in step with the archive: sections are made again when their tables change.

To-do lists are counted one by one between the turns of the event loop, so that nobody waits.
"""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from archivist.ui import library_rows
from archivist.ui.hub import Hub
from archivist.ui.library import Library

_SECONDS_A_TURN = 0.01  # of counting, before the window is given a turn


class LibraryFilling(QObject):
    """Rows from the archive to the library; documents and tags from the library to the others."""

    def __init__(self, window: QWidget, hub: Hub, library: Library) -> None:
        super().__init__(window)
        self._hub, self._library = hub, library
        self._counts: dict[str, int] = {}
        self._to_count: list[str] = []
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count)
        hub.archive_changed.connect(self._show_archive)
        hub.tables_changed.connect(self._update)
        hub.document_chosen.connect(library.set_open_document)
        library.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Event colors differ between the light and the dark theme."""
        if event.type() == QEvent.Type.PaletteChange and self._hub.is_open:
            self._library.set_sections(library_rows.sections(self._hub.archive))
        return super().eventFilter(watched, event)

    def _show_archive(self) -> None:
        self._counting.stop()
        self._counts, self._to_count = {}, []
        if self._hub.is_open:
            from archivist.archive.lists import LIST_NAMES

            sections = library_rows.sections(self._hub.archive)
            self._library.set_sections([*sections, library_rows.todo({})])
            self._count_soon(LIST_NAMES)

    def _update(self, tables: frozenset[str]) -> None:
        from archivist.archive.lists import lists_of

        self._library.set_sections(library_rows.sections(self._hub.archive, tables))
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
