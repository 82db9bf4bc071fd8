"""The centre of the window: one document, as text or as pages, with everything to select from it.

It knows no archive: it is given values and tells wishes. Offsets in its signals are code points.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archivist.domain.model import FoundDate, Marker, Rectangle, region_of
from archivist.ui.reader.annotations import Annotations
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
from archivist.ui.reader.search import Match
from archivist.ui.reader.searching import Searching
from archivist.ui.reader.selection_bar import SelectionBar
from archivist.ui.reader.text_view import TextView

_STEP = 1.1  # one step of zoom
_EYE = 0.2  # of the view's height: a heading above it begins what is being read
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
    selection_changed = Signal()
    recognition_requested = Signal()  # the pages' text is to be recognized
    place_left = Signal()  # a link, a note or the contents are about to lead elsewhere
    outline_resized = Signal(int)  # pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReaderModel(0, "", "")
        self._annotations = Annotations()
        self._suggested: tuple[int, int] | None = None
        # The text comes first: the order of making is the order of the Tab key.
        self._stack = QStackedWidget(self)
        self.text_view = TextView(self._stack)
        self.page_view: PageView | None = None
        self._header = Header(self)
        self._find_bar = FindBar(self)
        self._stack.addWidget(self.text_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._find_bar)
        self.notice = PictureNotice(self)
        self.notice.recognition_requested.connect(self.recognition_requested)
        column.addWidget(self.notice)
        self._guide = Guide(self._stack, self)
        self._guide.entry_chosen.connect(self._go_to_entry)
        self._guide.contents_resized.connect(self.outline_resized)
        self._guide.left.connect(self.setFocus)
        column.addWidget(self._guide, 1)
        self._bar = SelectionBar(self._stack)
        self._bar.highlight_requested.connect(self.request_highlight)
        self._bar.tag_requested.connect(self.request_tag)
        self._bar.copy_requested.connect(self.copy)
        self._searching = Searching(self._find_bar, self._here, self)
        self._searching.changed.connect(self._show_match)
        self._searching.ended.connect(self._end_search)
        self._header.view_chosen.connect(self._choose_view)
        self._header.page_requested.connect(self._go_to_page)
        self._header.numbers.left.connect(self.setFocus)
        self.pages = PageControls(self._header, self)
        self.pages.region_wanted.connect(self.request_highlight)
        self._header.region_requested.connect(self.pages.begin_region)
        self._connect_view(self.text_view)
        self.text_view.picture_activated.connect(self.picture_activated)
        self.setFocusProxy(self.text_view)

    # The document

    def set_document(self, model: ReaderModel) -> None:
        """Shows another document from its beginning, with nothing annotated."""
        self.set_page_source(None)
        self.show_suggested(None)
        self._model = model
        self._annotations = Annotations()
        self._guide.set_document(model)
        self._searching.set_text(model.text)
        self.text_view.set_document(model)
        self.text_view.gestures.notes = self._guide.notes
        self._header.show_document(model)
        self.setAccessibleName(model.title)
        self._update_header()

    def set_page_source(self, service: PageService | None) -> None:
        """Shows the document's pages, from where the service gets them; None takes them away."""
        if self.page_view is not None:
            self.pages.drop_view()
            self._stack.removeWidget(self.page_view)
            self.page_view.deleteLater()
            self.page_view = None
        if service is not None and self._model.pages:
            self.page_view = PageView(self._model, service, self._stack)
            self.page_view.set_annotations(self._annotations)
            self.page_view.set_suggested(self._suggested)
            self._stack.addWidget(self.page_view)
            self.page_view.gestures.notes = self._guide.notes
            self._connect_view(self.page_view)
            self.pages.set_view(self.page_view, service)
        self.notice.show_for(self._model.pages, has_pictures=self.page_view is not None)
        self._show_view(self.page_view or self.text_view)

    def switch_view(self) -> None:
        """Switches between text and pages, at the same passage and with the same selection."""
        if self.page_view is None:
            return
        before = self._view
        place, selected = before.place(), before.selection()
        after = self.page_view if before is self.text_view else self.text_view
        before.select(place, place)
        self._show_view(after)
        after.set_place(place)
        if selected is not None:
            after.select(*selected)
            after.show_range(*selected)
        elif self._annotations.chosen is not None:
            self._show_highlight(self._annotations.chosen)
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_annotations(
        self,
        highlights: Sequence[Highlight],
        markers: Sequence[Marker] | Ranges[Marker] = (),
        dates: Sequence[FoundDate] | Ranges[FoundDate] = (),
        suggestions: Sequence[Suggested] | Ranges[Suggested] = (),
    ) -> None:
        """Draws these, and keeps the chosen excerpt chosen if it is still among them."""
        chosen = self._annotations.chosen
        last = len(self._model.pages)
        drawn = [each for each in highlights if each.start < each.end or each.is_on_page(last)]
        self._annotations = Annotations(drawn, markers, dates, suggestions)
        if chosen is not None:
            self._annotations.choose(chosen.excerpt_id)
        self.text_view.set_annotations(self._annotations)
        if self.page_view is not None:
            self.page_view.set_annotations(self._annotations)

    def choose_excerpt(self, excerpt_id: int | None, scroll: bool = True) -> None:
        """Draws an excerpt as the chosen one, and goes to it unless told not to."""
        chosen = self._annotations.choose(excerpt_id)
        self._view.viewport().update()
        if chosen is not None and scroll:
            if chosen.region is not None and self.page_view is not None:
                self._show_view(self.page_view)
            self._show_highlight(chosen)

    def show_range(self, start: int, end: int) -> None:
        """Brings a passage into sight."""
        self._view.show_range(start, end)

    def mark_doubtful(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Marks words that were recognized with little confidence, in text and pages."""
        doubtful = Ranges(Match(start, end) for start, end in ranges)
        self.text_view.set_doubtful(doubtful)
        if self.page_view is not None:
            self.page_view.set_doubtful(doubtful)

    def page(self) -> int:
        """Gives the number of the page in sight, from 1; 1 in a text without pages."""
        starts = [page.start for page in self._model.pages]
        return max(1, bisect_right(starts, self._view.place()))

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
        self._guide.show_place(self._reading())

    def go_to_outline(self) -> None:
        """Puts the keyboard into the contents, where they are shown."""
        self._guide.go_to_contents()

    def show_suggested(self, span: tuple[int, int] | None) -> None:
        """Frames what is being decided about, and goes there; None for nothing."""
        self._suggested = span
        self.text_view.set_suggested(span)
        if self.page_view is not None:
            self.page_view.set_suggested(span)
        if span is not None:
            self.show_range(*span)

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range, or None."""
        return self._view.selection()

    def select(self, start: int, end: int) -> None:
        """Selects a range."""
        self._view.select(start, end)

    def selection_rectangles(self) -> tuple[Rectangle, ...]:
        """Gives the rectangles of what is selected on its pages; none where pages are not known."""
        selected = self.selection()
        return () if selected is None else self.rectangles(*selected)

    def passage_rectangle(
        self, start: int, end: int, rectangles: Sequence[Rectangle] = ()
    ) -> QRect | None:
        """Gives where a passage or region is on the screen (global); None where it is not seen."""
        box, pages = region_of(start, end, rectangles), self.page_view
        if box is not None and self._view is not pages:
            return None
        if box is not None and pages is not None:
            area = pages.region_area(box)
        else:
            area = self._view.range_area(start, end)
        if area.isEmpty():
            return None
        return QRect(self._view.viewport().mapToGlobal(area.topLeft()), area.size())

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives the rectangles of a range on its pages; none where pages are not known."""
        return () if self.page_view is None else self.page_view.rectangles(start, end)

    def selected(self) -> tuple[int, int, tuple[Rectangle, ...]] | None:
        """Gives what is selected with its rectangles: a range of text, or a region drawn anew."""
        box = self.pages.region()
        if box is not None:
            start = self._model.pages[box.page - 1].start
            return start, start, (box,)
        selected = self.selection()
        return None if selected is None else (*selected, self.rectangles(*selected))

    def show_pages(self) -> bool:
        """Shows the pages instead of the text, at the same place; says whether there are any."""
        if self._view is not self.page_view:
            self.switch_view()
        return self.page_view is not None

    def let_go(self) -> None:
        """Ends the selection, or gives up the region that is drawn."""
        selected = self.selection()
        if self.pages.region() is not None:
            self.pages.drop_region()
        elif selected is not None:
            self._view.select(selected[1], selected[1])

    def request_highlight(self) -> None:
        """Wishes the selection to be highlighted."""
        selected = self.selected()
        if selected is not None:
            self.put_bar_away()
            self.highlight_requested.emit(*selected)

    def request_tag(self) -> None:
        """Wishes the selection, or else the chosen excerpt, to be tagged."""
        chosen = self._annotations.chosen
        passage = self.selected()
        if passage is None and chosen is not None:
            kept = chosen.rectangles if chosen.region else self.rectangles(chosen.start, chosen.end)
            passage = chosen.start, chosen.end, kept
        if passage is None:
            return
        self.put_bar_away()
        area = self.passage_rectangle(*passage)
        place = self.mapToGlobal(self.rect().center()) if area is None else area.bottomLeft()
        self.tag_requested.emit(*passage, place)

    def put_bar_away(self) -> None:
        """Takes the small bar off the text; the selection stays."""
        self._bar.follow(None)

    def select_all(self) -> None:
        """Selects the whole text, or the page in sight."""
        self._view.select_all()

    def can_tag(self) -> bool:
        """Says whether there is a selection or a chosen excerpt."""
        return self.selected() is not None or self._annotations.chosen is not None

    def copy(self) -> None:
        """Puts the selected text, exactly as the document has it, on the clipboard.

        Of a region its picture is copied.
        """
        box, selected = self.pages.region(), self.selection()
        picture = None if box is None else self.pages.picture_of(box)
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture)
        if selected is not None:
            QGuiApplication.clipboard().setText(self._model.text[slice(*selected)])

    # Finding

    def find_words(self) -> None:
        """Opens the bar that finds words, with a short selection already in it."""
        selected = self.selection()
        words = "" if selected is None else self._model.text[slice(*selected)]
        self._find_bar.open_with(words if "\n" not in words and len(words) < 80 else "")

    def find_next(self) -> None:
        """Goes to the next match, after the last one to the first."""
        if not self._searching.step(1):
            self.find_words()

    def find_previous(self) -> None:
        """Goes to the match before, before the first one to the last."""
        if not self._searching.step(-1):
            self.find_words()

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
        state: dict[str, Any] = {"place": self.text_view.place(), "zoom": self.text_view.zoom()}
        if self.page_view is not None:
            shown = "pages" if self._view is self.page_view else "text"
            state |= {"view": shown, **self.page_view.view_state()}
        return state

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Goes back to where a reader stood; what a state does not say stays as it is."""
        self.text_view.set_zoom(float(state.get("zoom", 1.0)))
        self.text_view.set_place(int(state.get("place", 0)))
        if self.page_view is not None:
            self.page_view.restore_view_state(state)
            if state.get("view") == "text":
                self._show_view(self.text_view)

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
            self.request_highlight()
        elif pressed == _TAG:
            self.request_tag()
        elif pressed != _ESCAPE or not self._escape():
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Dresses the bar in another theme's colors."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._bar.dress()

    # How it works

    @property
    def _view(self) -> TextView | PageView:
        pages = self.page_view
        return pages if pages and self._stack.currentWidget() is pages else self.text_view

    def _show_view(self, view: TextView | PageView) -> None:
        self._bar.hide()
        self._stack.setCurrentWidget(view)
        self.pages.set_shown(shown=view is self.page_view)
        self.setFocusProxy(view)
        has_pages = self.page_view is not None
        self._header.show_views(has_pages=has_pages, as_pages=view is self.page_view)
        view.set_matches(self._searching.matches, self._searching.current)
        self._update_header()

    def _open_menu(self, place: QPoint) -> None:
        point = QPointF(self._view.viewport().mapFromGlobal(place))
        position = self._view.position_at(point)
        at = [] if position is None else self._annotations.markers.at(position)
        further: list[tuple[str, Callable[[], None]]] = []
        if at:
            ask = partial(self.marker_menu_requested.emit, at[0])
            further.append((self.tr("What this marker cites…"), ask))
        picture = self.text_view.picture_at(point) if self._view is self.text_view else None
        if picture is not None:
            show = partial(self.picture_activated.emit, picture)
            further.append((self.tr("Show picture by itself"), show))
        over_pages = self._view is self.page_view
        open_menu(self, place, further, self.pages.begin_region if over_pages else None)

    def _choose_view(self, name: str) -> None:
        if (name == "pages") != (self._view is self.page_view):
            self.switch_view()

    def _go_to_page(self, page: int) -> None:
        if self.page_view is not None and self._view is self.page_view:
            self.page_view.go_to_page(page - 1)
        else:
            start = self._model.pages[page - 1].start
            self.show_range(start, start)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_view(self, view: TextView | PageView) -> None:
        view.selection_changed.connect(self._take_selection)
        view.scrolled.connect(self._take_scroll)
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
        place = self._view.place()
        starts = [page.start for page in self._model.pages]
        self._header.show_page(max(1, bisect_right(starts, place)))
        self._header.show_zoom(self._view.zoom())
        self._header.set_indent(self._view.text_left() + self._guide.contents_width)
        if self._guide.is_shown:
            self._guide.show_place(self._reading())

    def _reading(self) -> int:
        """Gives the place that is being read: what stands a little below the view's top."""
        if self._view is self.page_view or self._view.place() == 0:
            return self._view.place()
        area = self._view.viewport().rect()
        return self._view.caret_at(QPointF(self._view.text_left() + 1, area.height() * _EYE))

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
        if self._bar.isVisible():
            self._bar.hide()
            return True
        if self._find_bar.isVisible():
            self._find_bar.close_bar()
            return True
        if self.pages.drop_region():
            return True
        selected = self.selection()
        self.let_go()
        return selected is not None

    def _show_highlight(self, highlight: Highlight) -> None:
        if highlight.region is not None and self._view is self.page_view:
            self.page_view.show_region(highlight.region)
        else:
            self.show_range(highlight.start, highlight.end)

    def _take_selection(self) -> None:
        selected = self.selection()
        has_any = selected is not None or self.pages.region() is not None
        self._bar.follow(self._view if has_any else None)
        if selected is not None and self.page_view is not None:
            self.page_view.want_places(*selected)
        self.selection_changed.emit()

    def _take_scroll(self) -> None:
        if self._bar.isVisible():
            self._bar.follow(self._view)
        self._update_header()

    def _follow(self, target: str) -> None:
        """Goes where a link of the document itself leads; other links are the window's matter."""
        place = self._guide.notes.place(target)
        if place is None:
            self.link_activated.emit(target)
        else:
            self.follow(place)

    def _here(self) -> int:
        selected = self.selection()
        return selected[0] if selected is not None else self._view.place()

    def _show_match(self) -> None:
        current = self._searching.current
        self._view.set_matches(self._searching.matches, current)
        if current is not None:
            self.show_range(current.start, current.end)

    def _end_search(self, last: Match | None) -> None:
        self._view.set_matches(Ranges(), None)
        if last is not None:
            self._view.select(last.start, last.end)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
