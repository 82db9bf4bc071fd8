"""Looks through documents for suggestions, quietly: one after the other, in a child process.

It has a worker of its own, so that no import, export or backup waits for it, and begins when the
window has been left in peace for a moment. What it finds is no step of the history.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from archivist.domain.errors import ArchivistError, CancelledError
from archivist.finding.version import FINDER_VERSION
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs

# Finders are loaded when they are first needed, so that the window opens without them.
if TYPE_CHECKING:
    from archivist.domain.suggestions import Suggestion
    from archivist.readers.isolate import Child
    from archivist.suggesting import Sought

log = logging.getLogger(__name__)

_PEACE = 400  # milliseconds without a new document


class Suggesting(QObject):
    """Keeps suggestions of every document; one that breaks the finder is left out."""

    found = Signal(int)  # the document whose suggestions were kept
    progressed = Signal(str)  # the title of what is being looked through, "" when all is done

    def __init__(self, window: QWidget, hub: Hub) -> None:
        super().__init__(window)
        self._hub = hub
        self._jobs = Jobs(self)
        self._child: Child | None = None
        self._left_out: set[int] = set()
        self._is_stopped = False
        self._wait = QTimer(self, singleShot=True, interval=_PEACE)
        self._wait.timeout.connect(self._next)
        hub.archive_changed.connect(self._forget)
        hub.tables_changed.connect(self._take_tables)

    @property
    def is_busy(self) -> bool:
        """Whether documents are being looked through, or are about to be."""
        return bool(self._jobs.tasks) or self._wait.isActive()

    def look_again(self) -> None:
        """Looks through all documents once more; what was decided stays decided."""
        self._left_out.clear()
        self._is_stopped = False
        with self._hub.showing_failures():
            self._hub.archive.suggestions.look_again()
            self._wait.stop()
            self._next()

    def stop(self) -> None:
        """Ends the work until it is asked for, or the archive is opened the next time."""
        self._is_stopped = True
        self._jobs.cancel_all()

    def close(self) -> None:
        """Ends the work for good; waits for the worker."""
        self._wait.stop()
        self._jobs.close()
        if self._child is not None:
            self._child.close()

    def _take_tables(self, tables: frozenset[str]) -> None:
        if "document" in tables and self._hub.is_writable:
            self._wait.start()

    def _forget(self) -> None:
        self._jobs.cancel_all()
        self._left_out.clear()
        self._is_stopped = False
        self._wait.stop()
        self.progressed.emit("")
        if self._hub.is_writable:
            self._wait.start()

    def _next(self) -> None:
        """Begins with the next document: the one in front, if it is among those that wait."""
        if self._jobs.tasks or self._is_stopped or not self._hub.is_writable:
            return
        archive = self._hub.archive
        stale = archive.suggestions.stale(FINDER_VERSION)
        waiting = [each for each in stale if each not in self._left_out]
        if not waiting:
            self.progressed.emit("")
            return
        from archivist.readers.isolate import Child
        from archivist.suggesting import find_in_document, sought

        front = self._hub.document_id
        document = sought(archive, front if front in waiting else waiting[0])
        child = self._child = self._child or Child()
        self._jobs.submit(
            document.title,
            lambda task: find_in_document(child, document, cancelled=task.is_cancelled),
            lambda found: self._keep(document, found, archive),
            lambda fault: self._fail(document, fault),
        )
        self.progressed.emit(document.title)

    def _keep(self, document: "Sought", found: "list[Suggestion]", archive: object) -> None:
        from archivist.suggesting import keep

        if self._hub.is_writable and self._hub.archive is archive:
            with self._hub.showing_failures():
                # A text that is another now is looked through in its turn.
                if keep(self._hub.archive, document, found):
                    self.found.emit(document.document_id)
        self._go_on()

    def _fail(self, document: "Sought", fault: ArchivistError) -> None:
        if not isinstance(fault, CancelledError):
            log.warning("no suggestions for document %s: %s", document.document_id, fault)
            self._left_out.add(document.document_id)
        self._go_on()

    def _go_on(self) -> None:
        # In the next turn, so that the window comes in between.
        QTimer.singleShot(0, self, self._next)
        if self._is_stopped:
            self.progressed.emit("")
