"""What the parts of a window tell each other: the archive, what changed in it, what is chosen.

Parts never call each other; a change is told once per event-loop turn, a choice only when new.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.domain.errors import ArchivistError

# Loaded with the first archive, so that the window is on the screen before.
if TYPE_CHECKING:
    from archivist.archive.archive import Archive
    from archivist.domain.model import Notice


_MILLISECONDS_WITHOUT_HURRY = 250
_SHARE_OF_TELLING = 12  # at most this part of the time goes into telling without hurry


class Hub(QObject):
    """The meeting place of a window's parts."""

    archive_changed = Signal()
    tables_changed = Signal(object)  # frozenset[str], of all steps since the last turn
    document_chosen = Signal(int)
    excerpt_chosen = Signal(object)  # int | None
    message_shown = Signal(str)
    failure_shown = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive: Archive | None = None
        self._stop_listening = _do_nothing
        self._excerpt_id: int | None = None
        self._document_id: int | None = None
        self._changed: set[str] = set()
        self._is_in_hurry = True
        self._milliseconds = _MILLISECONDS_WITHOUT_HURRY
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._tell_changes)

    @property
    def archive(self) -> "Archive":
        """The archive of this window; asking while none is open is a bug."""
        if self._archive is None:
            raise RuntimeError("no archive is open")
        return self._archive

    @property
    def is_open(self) -> bool:
        """Whether there is an archive."""
        return self._archive is not None

    @property
    def is_writable(self) -> bool:
        """Whether there is an archive that may be changed."""
        return self._archive is not None and not self._archive.read_only

    @property
    def excerpt_id(self) -> int | None:
        """The chosen excerpt."""
        return self._excerpt_id

    @property
    def document_id(self) -> int | None:
        """The document in front."""
        return self._document_id

    def set_archive(self, archive: "Archive | None") -> None:
        """Makes this the window's archive; closing the one before is up to the caller."""
        self._stop_listening()
        self._turn.stop()
        self._changed.clear()
        self._archive = archive
        self._stop_listening = archive.store.subscribe(self._listen) if archive else _do_nothing
        self.choose_document(0)  # ids mean nothing in another archive
        self.choose_excerpt(None)
        self.archive_changed.emit()

    def choose_excerpt(self, excerpt_id: int | None) -> None:
        """Chooses an excerpt everywhere, or none."""
        if excerpt_id != self._excerpt_id:
            self._excerpt_id = excerpt_id
            self.excerpt_chosen.emit(excerpt_id)

    def choose_document(self, document_id: int) -> None:
        """Says which document stands in front; 0 is none."""
        chosen = document_id or None
        if chosen != self._document_id:
            self._document_id = chosen
            self.document_chosen.emit(document_id)

    @contextmanager
    def showing_failures(self) -> Iterator[None]:
        """Shows the sentence of a fault of the world, and goes on; a bug passes through."""
        try:
            yield
        except ArchivistError as fault:
            self.failure_shown.emit(fault.sentence)

    @contextmanager
    def without_hurry(self) -> Iterator[None]:
        """What is changed in this is told a little later: of a batch, many changes together."""
        self._is_in_hurry = False
        try:
            yield
        finally:
            self._is_in_hurry = True

    def tell_now(self) -> None:
        """Tells changes that wait for the next turn at once."""
        if self._turn.isActive():
            self._turn.stop()
            self._tell_changes()

    def _listen(self, notice: "Notice") -> None:
        self._changed |= notice.tables
        if self._is_in_hurry:
            self._turn.start(0)
        elif not self._turn.isActive():
            self._turn.start(self._milliseconds)

    def _tell_changes(self) -> None:
        changed = frozenset(self._changed)
        self._changed.clear()
        began = time.monotonic()
        self.tables_changed.emit(changed)
        took = round((time.monotonic() - began) * 1000)
        self._milliseconds = max(_MILLISECONDS_WITHOUT_HURRY, took * _SHARE_OF_TELLING)


def _do_nothing() -> None:
    """Stands for unsubscribing while nothing is subscribed."""
