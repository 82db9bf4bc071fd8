"""The centre of the window: one document, as text or as pages, with everything to select from it.

It knows no archive: it is given values and tells wishes. Offsets in its signals are code points.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archivist.domain.model import Marker
from archivist.domain.reading import FoundDate, Rectangle
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.guide import Guide
from archivist.ui.reader.header import Header
from archivist.ui.reader.menu import open_menu
from archivist.ui.reader.model import Highlight, ReaderModel, Suggested
from archivist.ui.reader.page_controls import PageControls
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.picture_notice import PictureNotice
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.searching import Searching
from archivist.ui.reader.selecting import Selecting
from archivist.ui.reader.text_view import TextView
from archivist.ui.reader.views import Views

_STEP = 1.1  # one step of zoom
_ESCAPE = QKeyCombination(Qt.Key.Key_Escape)
_HIGHLIGHT = QKeyCombination(Qt.Key.Key_H)
_TAG = QKeyCombination(Qt.Key.Key_T)
_ZOOM_RESET = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_0)


class Reader(QWidget):
    """Shows one document; see the signals for what a person can wish of it."""

    highlight_requested = Signal(int, int, object)  # start, end, rectangles
    tag_requested = Signal(int, int, object, QPoint)  # …, where the picker may open (global)
    excerpt_clicked = Signal(int)
    excerpt_resize_requested = Signal(int, int, int)
    marker_clicked = Signal(object)  # Marker
    marker_menu_requested = Signal(object)  # Marker
    date_clicked = Signal(object)  # FoundDate
    suggestion_clicked = Signal(object)  # Suggested
    link_activated = Signal(str)
    picture_activated = Signal(object)  # Picture
    recognition_requested = Signal()  # the pages' text is to be recognized
    place_left = Signal()  # a link, a note or the contents are about to lead elsewhere
    outline_resized = Signal(int)  # pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The text comes first: the order of making is the order of the Tab key.
        self._views = Views(self)
        self._header = Header(self)
        self._find_bar = FindBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._find_bar)
        self.notice = PictureNotice(self)
        self.notice.recognition_requested.connect(self.recognition_requested)
        column.addWidget(self.notice)
        self._guide = Guide(self._views, self)
        self._guide.entry_chosen.connect(self._go_to_entry)
        self._guide.contents_resized.connect(self.outline_resized)
        self._guide.left.connect(self.setFocus)
        column.addWidget(self._guide, 1)
        self._header.view_chosen.connect(self._choose_view)
        self._header.page_requested.connect(self._views.go_to_page)
        self._header.numbers.left.connect(self.setFocus)
        self.pages = PageControls(self._header, self)
        self.selecting = Selecting(self._views, self.pages, self)
        self.selecting.highlight_requested.connect(self.highlight_requested)
        self.selecting.tag_requested.connect(self.tag_requested)
        self._searching = Searching(self._find_bar, self._views, self.selecting, self)
        self._header.region_requested.connect(self.pages.begin_region)
        self._connect_view(self.text_view)
        self.text_view.picture_activated.connect(self.picture_activated)
        self._views.shown.connect(self._take_view)
        self.setFocusProxy(self.text_view)

    @property
    def text_view(self) -> TextView:
        """The view of the document's text."""
        return self._views.text_view

    @property
    def page_view(self) -> PageView | None:
        """The view of the document's pages; None where it has none."""
        return self._views.page_view

    # The document

    def set_document(self, model: ReaderModel) -> None:
        """Shows another document from its beginning, with nothing annotated."""
        self.set_page_source(None)
        self._views.set_document(model)
        self._guide.set_document(model)
        self._searching.set_text(model.text)
        self.text_view.gestures.notes = self._guide.notes
        self._header.show_document(model)
        self.setAccessibleName(model.title)
        self._update_header()

    def set_page_source(self, service: PageService | None) -> None:
        """Shows the document's pages, from where the service gets them; None takes them away."""
        if self.page_view is not None:
            self.pages.drop_view()
        made = self._views.set_page_source(service)
        if made is not None and service is not None:
            made.gestures.notes = self._guide.notes
            self._connect_view(made)
            self.selecting.watch(made)
            self.pages.set_view(made, service)
        self.notice.show_for(self._views.model.pages, has_pictures=made is not None)
        self._views.show_view(made or self.text_view)

    def switch_view(self) -> None:
        """Switches between text and pages, at the same passage and with the same selection."""
        self._views.switch()

    def set_annotations(
        self,
        highlights: Sequence[Highlight],
        markers: Sequence[Marker] | Ranges[Marker] = (),
        dates: Sequence[FoundDate] | Ranges[FoundDate] = (),
        suggestions: Sequence[Suggested] | Ranges[Suggested] = (),
    ) -> None:
        """Draws these, and keeps the chosen excerpt chosen if it is still among them."""
        self._views.set_annotations(highlights, markers, dates, suggestions)

    def choose_excerpt(self, excerpt_id: int | None, scroll: bool = True) -> None:
        """Draws an excerpt as the chosen one, and goes to it unless told not to."""
        self._views.choose(excerpt_id, scroll=scroll)

    def show_range(self, start: int, end: int) -> None:
        """Brings a passage into sight."""
        self._view.show_range(start, end)

    def mark_doubtful(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Marks words that were recognized with little confidence, in text and pages."""
        self._views.set_doubtful(ranges)

    def page(self) -> int:
        """Gives the number of the page in sight, from 1; 1 in a text without pages."""
        return self._views.page()

    def place(self) -> int:
        """Gives the code point at the top of the view."""
        return self._view.place()

    def set_place(self, position: int) -> None:
        """Brings a code point to the top of the view."""
        self._view.set_place(position)

    def follow(self, position: int) -> None:
        """Goes where a link or a marker of the document leads; Back leads to where one was."""
        self.place_left.emit()
        self._view.select(position, position)
        self.show_range(position, position)
        self._guide.show_place(position)

    def leads_to_note(self, marker: Marker) -> bool:
        """Says whether a marker's note stands in the document."""
        return marker.target is not None and self._guide.notes.is_note(marker.target)

    # Contents

    def show_outline(self, width: int) -> None:
        """Shows the contents, so many pixels wide; 0 hides them."""
        self._guide.show_contents(width)
        self._guide.show_place(self._views.reading())

    def go_to_outline(self) -> None:
        """Puts the keyboard into the contents, where they are shown."""
        self._guide.go_to_contents()

    def show_suggested(self, span: tuple[int, int] | None) -> None:
        """Frames what is being decided about, and goes there; None for nothing."""
        self._views.set_suggested(span)
        if span is not None:
            self.show_range(*span)

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range, or None."""
        return self._view.selection()

    def select(self, start: int, end: int) -> None:
        """Selects a range."""
        self._view.select(start, end)

    def passage_rectangle(
        self, start: int, end: int, rectangles: Sequence[Rectangle] = ()
    ) -> QRect | None:
        """Gives where a passage or region is on the screen (global); None where it is not seen."""
        return self._views.passage_rectangle(start, end, rectangles)

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives the rectangles of a range on its pages; none where pages are not known."""
        return self._views.rectangles(start, end)

    def show_pages(self) -> bool:
        """Shows the pages instead of the text, at the same place; says whether there are any."""
        if not self._views.are_pages:
            self.switch_view()
        return self.page_view is not None

    # Finding

    def find_words(self) -> None:
        """Opens the bar that finds words, with a short selection already in it."""
        self._searching.open()

    def find_next(self) -> None:
        """Goes to the next match, after the last one to the first."""
        if not self._searching.step(1):
            self._searching.open()

    def find_previous(self) -> None:
        """Goes to the match before, before the first one to the last."""
        if not self._searching.step(-1):
            self._searching.open()

    # Zoom

    def zoom_in(self) -> None:
        """Makes text or pages larger by a tenth."""
        self._view.set_zoom(self._view.zoom() * _STEP)

    def zoom_out(self) -> None:
        """Makes text or pages smaller by a tenth."""
        self._view.set_zoom(self._view.zoom() / _STEP)

    def zoom_reset(self) -> None:
        """Gives text or pages their own size back."""
        self._view.set_zoom(1.0)

    # State

    def view_state(self) -> dict[str, Any]:
        """Gives where the reader stands, as JSON values."""
        return self._views.view_state()

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Goes back to where a reader stood; what a state does not say stays as it is."""
        self._views.restore_view_state(state)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what single keys and standard shortcuts say, where no menu took them."""
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.find_words),
            (QKeySequence.StandardKey.FindNext, self.find_next),
            (QKeySequence.StandardKey.FindPrevious, self.find_previous),
            (QKeySequence.StandardKey.ZoomIn, self.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self.zoom_out),
        ):
            if event.matches(keys):
                slot()
                return
        pressed = event.keyCombination()
        if pressed == _ZOOM_RESET:
            self.zoom_reset()
        elif pressed == _HIGHLIGHT:
            self.selecting.request_highlight()
        elif pressed == _TAG:
            self.selecting.request_tag()
        elif pressed != _ESCAPE or not self._escape():
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Dresses the bar in another theme's colors."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.selecting.bar.dress()

    # How it works

    @property
    def _view(self) -> TextView | PageView:
        return self._views.current

    def _take_view(self) -> None:
        self.selecting.bar.hide()
        view, as_pages = self._view, self._views.are_pages
        self.pages.set_shown(shown=as_pages)
        self.setFocusProxy(view)
        self._header.show_views(has_pages=self.page_view is not None, as_pages=as_pages)
        self._searching.show_matches()
        self._update_header()

    def _open_menu(self, place: QPoint) -> None:
        point = QPointF(self._view.viewport().mapFromGlobal(place))
        position = self._view.position_at(point)
        at = [] if position is None else self._views.annotations.markers.at(position)
        further: list[tuple[str, Callable[[], None]]] = []
        if at:
            ask = partial(self.marker_menu_requested.emit, at[0])
            further.append((self.tr("What this marker cites…"), ask))
        picture = self.text_view.picture_at(point) if self._view is self.text_view else None
        if picture is not None:
            show = partial(self.picture_activated.emit, picture)
            further.append((self.tr("Show picture by itself"), show))
        marks = self.pages.begin_region if self._views.are_pages else None
        open_menu(self.selecting, place, self.find_words, further, marks)

    def _choose_view(self, name: str) -> None:
        if (name == "pages") != self._views.are_pages:
            self.switch_view()

    def _connect_view(self, view: TextView | PageView) -> None:
        view.scrolled.connect(self._update_header)
        view.resized.connect(self._update_header)
        view.zoom_changed.connect(self._update_header)
        view.menu_requested.connect(self._open_menu)
        gestures = view.gestures
        gestures.excerpt_clicked.connect(self.excerpt_clicked)
        gestures.resize_requested.connect(self.excerpt_resize_requested)
        gestures.marker_clicked.connect(self.marker_clicked)
        gestures.date_clicked.connect(self.date_clicked)
        gestures.suggestion_clicked.connect(self.suggestion_clicked)
        gestures.link_activated.connect(self._follow)

    def _update_header(self) -> None:
        self._header.show_page(self.page())
        self._header.show_zoom(self._view.zoom())
        self._header.set_indent(self._view.text_left() + self._guide.contents_width)
        if self._guide.is_shown:
            self._guide.show_place(self._views.reading())

    def _go_to_entry(self, position: int) -> None:
        self.place_left.emit()
        self._view.set_place(position)
        self._view.select(position, position)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._guide.show_place(position)

    def _escape(self) -> bool:
        """Takes back one thing: a drag, the small bar, the search, the selection."""
        if self._view.gestures.cancel():
            return True
        if self.selecting.bar.isVisible():
            self.selecting.bar.hide()
            return True
        return self._searching.close() or self.pages.drop_region() or self.selecting.let_go()

    def _follow(self, target: str) -> None:
        """Goes where a link of the document itself leads; other links are the window's matter."""
        place = self._guide.notes.place(target)
        if place is None:
            self.link_activated.emit(target)
        else:
            self.follow(place)
