"""One open document: its reader is built when the tab is shown for the first time."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archivist.archive.archive import Archive
from archivist.domain.vocabulary import TextSource
from archivist.readers.formats import drawer_of
from archivist.readers.pages import PageLayout
from archivist.readers.recognized_text import placed_words
from archivist.ui import loading
from archivist.ui.annotations_kept import KeptAnnotations
from archivist.ui.reader import PageService, PictureService, Reader
from archivist.ui.reader.model import ReaderModel


class DocumentTab(QWidget):
    """One document; the reader comes when the tab is shown for the first time."""

    unlocked = Signal(str)  # the password that opens the document's pages

    def __init__(self, document_id: int, view: Mapping[str, Any]) -> None:
        super().__init__()
        self.document_id = document_id
        self.model: ReaderModel | None = None
        self.reader: Reader | None = None
        self.is_stale = False
        self.was_looked_through = False  # since its suggestions were drawn
        self._kept: KeptAnnotations | None = None
        self._view = view
        self._is_placed = False  # whether the reader stands where it stood
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def view(self) -> Mapping[str, Any]:
        """Where the reader stands: JSON values."""
        if self.reader is None or not self._is_placed:
            return self._view
        return self.reader.view_state()

    def forget_other_version(self, version: str) -> bool:
        """Drops a reader that shows another file or text; says whether there was one.

        The next one begins where this one stood.
        """
        if self.reader is None or self.model is None or self.model.version == version:
            return False
        self._view = dict(self.view)
        self._column.removeWidget(self.reader)
        self.reader.hide()
        self.reader.deleteLater()
        self.reader = self.model = self._kept = None
        self._is_placed = False
        return True

    def leave_place(self) -> None:
        """Takes up zoom and view at once, since the reader is sent elsewhere than to its place."""
        self._go_back()

    def load(
        self,
        archive: Archive,
        pages_folder: Path,
        passwords: Mapping[str, str],
        *,
        suggestions: bool,
    ) -> Reader:
        """Builds the reader; pages are drawn from a copy of the original in the folder."""
        self.model = loading.reader_model(archive, self.document_id)
        reader = Reader()
        reader.set_document(self.model)
        if drawer_of(self.model.format) and self.model.original_kept:
            file = pages_folder / f"{self.model.sha256}.{self.model.format}"
            if not file.exists():
                archive.originals.save(self.model.sha256, file)
            known = passwords.get(self.model.sha256)
            words = partial(_placed_words, archive, self.model)
            service = PageService(file, password=known, recognized=words, parent=reader)
            service.unlocked.connect(self.unlocked)
            reader.set_page_source(service)
            if reader.page_view is not None:
                reader.page_view.password_requested.connect(self._ask_password)
        if self.model.pictures:
            load = partial(_picture_bytes, archive)
            reader.text_view.set_picture_source(PictureService(load, parent=reader))
        reader.notice.set_writable(writable=not archive.read_only)
        self._column.addWidget(reader)
        self.setFocusProxy(reader)
        self.reader = reader
        self.refresh(archive, suggestions=suggestions)
        # A place can be gone back to once the reader has its size.
        QTimer.singleShot(0, self, self._go_back)
        return reader

    def _ask_password(self) -> None:
        from archivist.ui.dialogs.password import PasswordDialog

        pages = self.reader.page_view if self.reader is not None else None
        if pages is not None and self.model is not None:
            dialog = PasswordDialog(self.model.title, parent=self)
            dialog.accepted.connect(lambda: pages.unlock(dialog.value()))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _go_back(self) -> None:
        if self.reader is not None and not self._is_placed:
            self._is_placed = True
            self.reader.restore_view_state(dict(self._view))

    def refresh(self, archive: Archive, *, suggestions: bool) -> None:
        """Draws highlights, markers, dates and, if they are wanted, suggestions as they are now."""
        if self.reader is not None:
            if self._kept is None:
                self._kept = KeptAnnotations(archive, self.document_id)
            else:
                self._kept.update(looked_through=self.was_looked_through)
            kept = self._kept
            proposed = kept.suggestions if suggestions else ()
            self.reader.set_annotations(kept.highlights, kept.markers, kept.dates, proposed)
        self.is_stale = self.was_looked_through = False


def _picture_bytes(archive: Archive, sha256: str) -> bytes:
    """Gives the bytes of a picture; none where they are missing, which `check` tells of."""
    return b"".join(archive.originals.read(sha256)) if archive.originals.has(sha256) else b""


def _placed_words(archive: Archive, model: ReaderModel, number: int) -> PageLayout | None:
    """Gives where the words stand that were recognized on a page; None for other pages."""
    if not 1 <= number <= len(model.pages):  # a damaged archive can name any page
        return None
    page = model.pages[number - 1]
    if page.text_source is not TextSource.OCR:
        return None
    words = archive.recognized.words(model.document_id, number)
    text = model.text[page.start : page.end]
    return placed_words(number, page.width, page.height, text, words)
