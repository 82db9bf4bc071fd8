"""The centre: open documents as tabs, each with a reader that is built when it is first shown."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.errors import NotFoundError
from archivist.ui.bidi import isolated, tip
from archivist.ui.document_tab import DocumentTab
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
        self.tabs = QTabWidget(movable=True, documentMode=True)
        self.tabs.setObjectName("documents")
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        bar = self.tabs.tabBar()
        bar.setObjectName("documentTabs")
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setAccessibleName(self.tr("Open documents"))
        bar.installEventFilter(self)
        bar.tabMoved.connect(lambda _from, _to: self.view_changed.emit())
        self.tabs.currentChanged.connect(self._show_current)
        self.addWidget(empty)
        self.addWidget(self.tabs)
        hub.tables_changed.connect(self._update_tables)
        hub.excerpt_chosen.connect(self._show_excerpt)
        self.update_hint()

    @property
    def tab(self) -> DocumentTab | None:
        """The tab in front."""
        tab = self.tabs.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

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
        tab = self._tab_of(document_id)
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
        for reader, document_id in self._readers():
            self._mark_doubtful(reader, document_id)
        self.doubtful_changed.emit()

    def keep_password(self, sha256: str, password: str) -> None:
        """Keeps what opens a file, for drawing its pages as long as the window is open."""
        self._passwords[sha256] = password

    def readers(self) -> Iterator[Reader]:
        """Gives the readers of the tabs that have been shown."""
        for position in range(self.tabs.count()):
            tab = self.tabs.widget(position)
            if isinstance(tab, DocumentTab) and tab.reader is not None:
                yield tab.reader

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
        tab = self._tab_of(document_id)
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
        if self.tabs.count():
            self._close(self.tabs.currentIndex())

    def close_all(self) -> None:
        """Closes every tab."""
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self._drop(0)
        self._show_current()

    def view(self) -> dict[str, Any]:
        """Gives which documents are open and where each stands: JSON values."""
        tabs = [self.tabs.widget(position) for position in range(self.tabs.count())]
        opened = [tab for tab in tabs if isinstance(tab, DocumentTab)]
        return {
            "tabs": [{"document": tab.document_id, "view": dict(tab.view)} for tab in opened],
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

    # What the menus ask of the reader in front

    def find_words(self) -> None:
        """Opens the bar that finds words in the document."""
        if self.reader is not None:
            self.reader.find_words()

    def find_next(self) -> None:
        """Goes to the next match."""
        if self.reader is not None:
            self.reader.find_next()

    def find_previous(self) -> None:
        """Goes to the match before."""
        if self.reader is not None:
            self.reader.find_previous()

    def zoom_in(self) -> None:
        """Makes text or pages larger."""
        if self.reader is not None:
            self.reader.zoom_in()

    def zoom_out(self) -> None:
        """Makes text or pages smaller."""
        if self.reader is not None:
            self.reader.zoom_out()

    def zoom_reset(self) -> None:
        """Gives text or pages their own size back."""
        if self.reader is not None:
            self.reader.zoom_reset()

    def switch_view(self) -> None:
        """Switches between a document's pages and its text."""
        if self.reader is not None:
            self.reader.switch_view()

    def changeEvent(self, event: QEvent) -> None:
        """Stripes take the event colors of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._hub.is_open:
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle button closes a tab."""
        bar = self.tabs.tabBar()
        if (
            watched is bar
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.MiddleButton
        ):
            position = bar.tabAt(event.position().toPoint())
            if position >= 0:
                self._close(position)
                return True
        return super().eventFilter(watched, event)

    def clean_up(self) -> None:
        """Removes the page files that readers drew from."""
        self.close_all()
        self._pages_folder.cleanup()

    def _add(self, document_id: int, view: Mapping[str, Any]) -> DocumentTab:
        title = self._hub.archive.documents.get(document_id).title
        tab = DocumentTab(document_id, {**self._looks.pop(str(document_id), {}), **view})
        tab.unlocked.connect(lambda password: self._keep_key(tab, password))
        position = self.tabs.addTab(tab, isolated(title.replace("&", "&&")))
        self.tabs.setTabToolTip(position, tip(title))
        close = QToolButton(autoRaise=True)
        close.setText("×")
        close.setObjectName("closeTab")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(self.tr("Close {title}").format(title=title))
        close.setToolTip(self.tr("Close (Ctrl+W)"))
        close.clicked.connect(lambda: self._close(self.tabs.indexOf(tab)))
        self.tabs.tabBar().setTabButton(position, QTabBar.ButtonPosition.RightSide, close)
        return tab

    def _tab_of(self, document_id: int) -> DocumentTab | None:
        for position in range(self.tabs.count()):
            tab = self.tabs.widget(position)
            if isinstance(tab, DocumentTab) and tab.document_id == document_id:
                return tab
        return None

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
        self._mark_doubtful(reader, tab.document_id)
        return reader

    def _readers(self) -> Iterator[tuple[Reader, int]]:
        for position in range(self.tabs.count()):
            tab = self.tabs.widget(position)
            if isinstance(tab, DocumentTab) and tab.reader is not None:
                yield tab.reader, tab.document_id

    def _mark_doubtful(self, reader: Reader, document_id: int) -> None:
        recognized = self._hub.archive.recognized
        reader.mark_doubtful(recognized.doubtful(document_id) if self.shows_doubtful else ())

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
        for position in range(self.tabs.count()):
            tab = self.tabs.widget(position)
            if isinstance(tab, DocumentTab):
                tab.is_stale = True
        if self.tab is not None:
            self.tab.refresh(self._hub.archive, suggestions=self.shows_suggestions)
            self._show_excerpt(self._hub.excerpt_id)

    def _update_documents(self) -> None:
        for position in reversed(range(self.tabs.count())):
            tab = self.tabs.widget(position)
            if not isinstance(tab, DocumentTab):
                continue
            try:
                document = self._hub.archive.documents.get(tab.document_id)
            except NotFoundError:
                self._drop(position)
            else:
                self.tabs.setTabText(position, isolated(document.title.replace("&", "&&")))
                self.tabs.setTabToolTip(position, tip(document.title))
                version = version_of(self._hub.archive, document)
                if tab.forget_other_version(version) and tab is self.tab:
                    self._show_current()
        self.update_hint()

    def _close(self, position: int) -> None:
        self._drop(position)
        self.view_changed.emit()

    def _drop(self, position: int) -> None:
        tab = self.tabs.widget(position)
        self.tabs.removeTab(position)
        if isinstance(tab, DocumentTab):
            look = {name: tab.view[name] for name in LOOK if tab.view.get(name)}
            if look:
                self._looks[str(tab.document_id)] = look
        if tab is not None:
            tab.deleteLater()
