"""The centre: open documents as tabs, each with a reader that is built when it is first shown."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.errors import NotFoundError
from archivist.ui.document_tab import DocumentTab
from archivist.ui.document_tabs import DocumentTabs
from archivist.ui.hub import Hub
from archivist.ui.loading import version_of
from archivist.ui.reader import Reader
from archivist.ui.reader.shown_pages import LOOK

_DRAWN = frozenset(
    {"excerpt", "excerpt_event", "excerpt_actor", "excerpt_topic", "excerpt_citation"}
    | {"event", "actor", "topic", "citation", "marker", "found_date", "decision"}
)


class Documents(QStackedWidget):
    """The tabs, or what to do next where none is open."""

    reader_added = Signal(object)  # Reader
    doubtful_changed = Signal()  # doubtful words are marked now, or no longer
    view_changed = Signal()  # tabs were opened, closed or moved
    place_left = Signal()  # the reader in front is about to be sent, or to give way, elsewhere

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._pages_folder = tempfile.TemporaryDirectory(prefix="archivist-pages-")
        self._looks: dict[str, dict[str, Any]] = {}  # by document, of tabs that were closed
        self.shows_suggestions = True  # quietly, in the text
        self.shows_doubtful = False
        self._passwords: dict[str, str] = {}  # by SHA-256; kept nowhere else, gone with the window
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setObjectName("hint")
        self._hint.setMargin(40)
        empty = QWidget()
        empty.setObjectName("emptyPane")
        empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(empty)
        column.addWidget(self._hint)
        self.tabs = DocumentTabs()
        self.tabs.close_requested.connect(self._close)
        self.tabs.tabBar().tabMoved.connect(lambda _from, _to: self.view_changed.emit())
        self.tabs.currentChanged.connect(self._show_current)
        self.addWidget(empty)
        self.addWidget(self.tabs)
        hub.tables_changed.connect(self._update_tables)
        hub.excerpt_chosen.connect(self._show_excerpt)
        self.update_hint()

    @property
    def tab(self) -> DocumentTab | None:
        """The tab in front."""
        return self.tabs.current

    @property
    def reader(self) -> Reader | None:
        """The reader in front."""
        return self.tab.reader if self.tab else None

    @property
    def hint(self) -> str:
        """What stands where no document is open."""
        return self._hint.text()

    def open(self, document_id: int, view: Mapping[str, Any] | None = None) -> Reader | None:
        """Brings a document to the front, in a tab of its own; None where it cannot be shown."""
        tab = self.tabs.of(document_id)
        if tab is None:
            tab = self._add(document_id, view or {})
        self.tabs.setCurrentWidget(tab)
        self.setCurrentIndex(1)
        self.view_changed.emit()
        return tab.reader

    def password(self, sha256: str) -> str | None:
        """Gives what opens a file, if it was told."""
        return self._passwords.get(sha256)

    def show_doubtful(self, *, shown: bool) -> None:
        """Marks the words that were recognized with little confidence, in every tab, or none."""
        self.shows_doubtful = shown
        for tab in self.tabs.opened():
            self._mark_doubtful(tab)
        self.doubtful_changed.emit()

    def keep_password(self, sha256: str, password: str) -> None:
        """Keeps what opens a file, for drawing its pages as long as the window is open."""
        self._passwords[sha256] = password

    def readers(self) -> Iterator[Reader]:
        """Gives the readers of the tabs that have been shown."""
        return (tab.reader for tab in self.tabs.opened() if tab.reader is not None)

    def show_place(self, document_id: int, position: int) -> None:
        """Goes to where one was reading, which comes to the top of the view."""
        reader = self.open(document_id)
        if reader is not None and self.tab is not None:
            self.tab.leave_place()
            reader.set_place(position)

    def show_range(self, document_id: int, start: int, end: int) -> None:
        """Goes to a passage, in code points."""
        self.place_left.emit()
        reader = self.open(document_id)
        if reader is not None and self.tab is not None:
            self.tab.leave_place()
            reader.show_range(start, end)

    def show_suggestions(self, *, shown: bool) -> None:
        """Draws a dotted line under what is proposed, or leaves the text without."""
        self.shows_suggestions = shown
        if self._hub.is_open:
            self._refresh()

    def take_suggestions(self, document_id: int) -> None:
        """Draws a document anew that was looked through."""
        tab = self.tabs.of(document_id)
        if tab is not None:
            tab.is_stale = tab.was_looked_through = True
            if tab is self.tab:
                tab.refresh(self._hub.archive, suggestions=self.shows_suggestions)
                self._show_excerpt(self._hub.excerpt_id)

    def show_excerpt(self, excerpt_id: int) -> None:
        """Goes to an excerpt and chooses it."""
        self.place_left.emit()
        with self._hub.showing_failures():
            excerpt = self._hub.archive.excerpts.get(excerpt_id)
            reader = self.open(excerpt.document_id)
            self._hub.choose_excerpt(excerpt_id)
            if reader is not None and self.tab is not None:
                self.tab.leave_place()
                reader.choose_excerpt(excerpt_id)

    def close_current(self) -> None:
        """Closes the tab in front."""
        if self.tab is not None:
            self._close(self.tab)

    def close_all(self) -> None:
        """Closes every tab."""
        with QSignalBlocker(self.tabs):
            for tab in list(self.tabs.opened()):
                self._drop(tab)
        self._show_current()

    def view(self) -> dict[str, Any]:
        """Gives which documents are open and where each stands: JSON values."""
        return {
            "tabs": [
                {"document": tab.document_id, "view": dict(tab.view)} for tab in self.tabs.opened()
            ],
            "current": self.tabs.currentIndex(),
            "looks": self._looks,
        }

    def restore(self, view: Mapping[str, Any]) -> None:
        """Opens what was open; documents that are gone are left out."""
        there = self._hub.archive.documents.counts()
        looks = view.get("looks", {})
        self._looks = {id_: look for id_, look in looks.items() if int(id_) in there}
        with QSignalBlocker(self.tabs):
            for entry in view.get("tabs", []):
                if entry["document"] in there:
                    self._add(entry["document"], entry["view"])
            last = self.tabs.count() - 1
            self.tabs.setCurrentIndex(min(int(view.get("current", 0)), last))
        self._show_current()

    def update_hint(self) -> None:
        """Says what to do next, where no document is open."""
        if not self._hub.is_open or self._hub.archive.documents.counts():
            text = self.tr("Choose a document in the library to read it here.")
        else:
            text = self.tr(
                "This archive is empty.\n\n"
                "Drop files or folders here, or press Ctrl+I to import them.\n"
                "Texts, office documents, e-books, web pages, PDFs, scans and photographs, "
                "e-mails, tables and transcripts can be read; the originals are kept."
            )
        self._hint.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Stripes take the event colors of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._hub.is_open:
            self._refresh()

    def clean_up(self) -> None:
        """Removes the page files that readers drew from."""
        self.close_all()
        self._pages_folder.cleanup()

    def _add(self, document_id: int, view: Mapping[str, Any]) -> DocumentTab:
        title = self._hub.archive.documents.get(document_id).title
        tab = DocumentTab(document_id, {**self._looks.pop(str(document_id), {}), **view})
        tab.unlocked.connect(lambda password: self._keep_key(tab, password))
        self.tabs.add(tab, title)
        return tab

    def _show_current(self) -> None:
        tab = self.tab
        self.setCurrentIndex(1 if tab else 0)
        if tab is None:
            self.update_hint()
            self._hub.choose_document(0)
            return
        with self._hub.showing_failures():
            if tab.reader is None:
                self.reader_added.emit(self._load(tab))
            elif tab.is_stale:
                tab.refresh(self._hub.archive, suggestions=self.shows_suggestions)
        self._show_excerpt(self._hub.excerpt_id)
        self._hub.choose_document(tab.document_id)

    def _load(self, tab: DocumentTab) -> Reader:
        reader = tab.load(
            self._hub.archive,
            Path(self._pages_folder.name),
            self._passwords,
            suggestions=self.shows_suggestions,
        )
        self._mark_doubtful(tab)
        return reader

    def _mark_doubtful(self, tab: DocumentTab) -> None:
        if tab.reader is not None:
            recognized, shown = self._hub.archive.recognized, self.shows_doubtful
            tab.reader.mark_doubtful(recognized.doubtful(tab.document_id) if shown else ())

    def _keep_key(self, tab: DocumentTab, password: str) -> None:
        if tab.model is not None:
            self.keep_password(tab.model.sha256, password)

    def _show_excerpt(self, excerpt_id: int | None) -> None:
        if self.reader is not None:
            self.reader.choose_excerpt(excerpt_id, scroll=False)

    def _update_tables(self, tables: frozenset[str]) -> None:
        if "document" in tables:
            self._update_documents()
        if tables & _DRAWN:
            self._refresh()

    def _refresh(self) -> None:
        """Draws the document in front anew; the others when they come to the front."""
        for tab in self.tabs.opened():
            tab.is_stale = True
        if self.tab is not None:
            self.tab.refresh(self._hub.archive, suggestions=self.shows_suggestions)
            self._show_excerpt(self._hub.excerpt_id)

    def _update_documents(self) -> None:
        for tab in list(self.tabs.opened()):
            try:
                document = self._hub.archive.documents.get(tab.document_id)
            except NotFoundError:
                self._drop(tab)
            else:
                self.tabs.name(tab, document.title)
                version = version_of(self._hub.archive, document)
                if tab.forget_other_version(version) and tab is self.tab:
                    self._show_current()
        self.update_hint()

    def _close(self, tab: DocumentTab) -> None:
        self._drop(tab)
        self.view_changed.emit()

    def _drop(self, tab: DocumentTab) -> None:
        self.tabs.removeTab(self.tabs.indexOf(tab))
        look = {name: tab.view[name] for name in LOOK if tab.view.get(name)}
        if look:
            self._looks[str(tab.document_id)] = look
        tab.deleteLater()
