"""The two views of a document, its text and its pages, of which one is in sight.

Both show the same annotations, and going from one to the other stays at the same passage.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from archivist.domain.model import Marker, region_of
from archivist.domain.reading import FoundDate, Rectangle
from archivist.ui.reader.annotations import Annotations
from archivist.ui.reader.model import Highlight, ReaderModel, Suggested
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match
from archivist.ui.reader.text_view import TextView

_EYE = 0.2  # of the view's height: a heading above it begins what is being read


class Views(QStackedWidget):
    """The text and, where there are any, the pages of one document."""

    shown = Signal()  # a view has come into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReaderModel(0, "", "")
        self.annotations = Annotations()
        self._suggested: tuple[int, int] | None = None
        self.text_view = TextView(self)
        self.page_view: PageView | None = None
        self.addWidget(self.text_view)

    @property
    def current(self) -> TextView | PageView:
        """The view that is in sight."""
        pages = self.page_view
        return pages if pages and self.currentWidget() is pages else self.text_view

    @property
    def are_pages(self) -> bool:
        """Whether it is the pages that are in sight."""
        return self.current is self.page_view

    # What is shown

    def set_document(self, model: ReaderModel) -> None:
        """Shows another document's text from its beginning, with nothing annotated."""
        self.set_page_source(None)
        self.set_suggested(None)
        self.model = model
        self.annotations = Annotations()
        self.text_view.set_document(model)

    def set_page_source(self, service: PageService | None) -> PageView | None:
        """Makes the view of the document's pages, drawn by a service; None takes it away."""
        if self.page_view is not None:
            self.removeWidget(self.page_view)
            self.page_view.deleteLater()
            self.page_view = None
        if service is not None and self.model.pages:
            self.page_view = PageView(self.model, service, self)
            self.page_view.set_annotations(self.annotations)
            self.page_view.set_suggested(self._suggested)
            self.addWidget(self.page_view)
        return self.page_view

    def show_view(self, view: TextView | PageView) -> None:
        """Brings a view into sight, where it stands."""
        self.setCurrentWidget(view)
        self.setFocusProxy(view)
        self.shown.emit()

    def switch(self) -> None:
        """Switches between text and pages, at the same passage and with the same selection."""
        if self.page_view is None:
            return
        before = self.current
        place, selected = before.place(), before.selection()
        after = self.text_view if self.are_pages else self.page_view
        before.select(place, place)
        self.show_view(after)
        after.set_place(place)
        if selected is not None:
            after.select(*selected)
            after.show_range(*selected)
        elif self.annotations.chosen is not None:
            self._show_highlight(self.annotations.chosen)
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_annotations(
        self,
        highlights: Sequence[Highlight],
        markers: Sequence[Marker] | Ranges[Marker],
        dates: Sequence[FoundDate] | Ranges[FoundDate],
        suggestions: Sequence[Suggested] | Ranges[Suggested],
    ) -> None:
        """Draws these, and keeps the chosen excerpt chosen if it is still among them."""
        chosen = self.annotations.chosen
        last = len(self.model.pages)
        drawn = [each for each in highlights if each.start < each.end or each.is_on_page(last)]
        self.annotations = Annotations(drawn, markers, dates, suggestions)
        if chosen is not None:
            self.annotations.choose(chosen.excerpt_id)
        for view in self._all():
            view.set_annotations(self.annotations)

    def choose(self, excerpt_id: int | None, *, scroll: bool) -> None:
        """Draws an excerpt as the chosen one; goes to it, a region on its page, if `scroll`."""
        chosen = self.annotations.choose(excerpt_id)
        self.current.viewport().update()
        if chosen is not None and scroll:
            if chosen.region is not None and self.page_view is not None:
                self.show_view(self.page_view)
            self._show_highlight(chosen)

    def set_suggested(self, span: tuple[int, int] | None) -> None:
        """Frames what is being decided about; None for nothing."""
        self._suggested = span
        for view in self._all():
            view.set_suggested(span)

    def set_doubtful(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Marks words that were recognized with little confidence."""
        doubtful = Ranges(Match(start, end) for start, end in ranges)
        for view in self._all():
            view.set_doubtful(doubtful)

    # Where it stands

    def page(self) -> int:
        """Gives the number of the page in sight, from 1; 1 in a text without pages."""
        starts = [page.start for page in self.model.pages]
        return max(1, bisect_right(starts, self.current.place()))

    def go_to_page(self, page: int) -> None:
        """Goes to the beginning of a page, by its number from 1."""
        if self.page_view is not None and self.are_pages:
            self.page_view.go_to_page(page - 1)
        else:
            start = self.model.pages[page - 1].start
            self.current.show_range(start, start)
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def reading(self) -> int:
        """Gives the code point that is being read: what stands a little below the view's top."""
        view = self.current
        if self.are_pages or view.place() == 0:
            return view.place()
        return view.caret_at(QPointF(view.text_left() + 1, view.viewport().height() * _EYE))

    def passage_rectangle(
        self, start: int, end: int, rectangles: Sequence[Rectangle]
    ) -> QRect | None:
        """Gives where a passage or region is on the screen (global); None where it is not seen."""
        box, pages, view = region_of(start, end, rectangles), self.page_view, self.current
        if box is not None and not self.are_pages:
            return None
        if box is not None and pages is not None:
            area = pages.region_area(box)
        else:
            area = view.range_area(start, end)
        if area.isEmpty():
            return None
        return QRect(view.viewport().mapToGlobal(area.topLeft()), area.size())

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives the rectangles of a range on its pages; none where pages are not known."""
        return () if self.page_view is None else self.page_view.rectangles(start, end)

    def view_state(self) -> dict[str, Any]:
        """Gives where both views stand, as JSON values."""
        state: dict[str, Any] = {"place": self.text_view.place(), "zoom": self.text_view.zoom()}
        if self.page_view is not None:
            shown = "pages" if self.are_pages else "text"
            state |= {"view": shown, **self.page_view.view_state()}
        return state

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Goes back to where both stood; what a state does not say stays as it is."""
        self.text_view.set_zoom(float(state.get("zoom", 1.0)))
        self.text_view.set_place(int(state.get("place", 0)))
        if self.page_view is not None:
            self.page_view.restore_view_state(state)
            if state.get("view") == "text":
                self.show_view(self.text_view)

    def _all(self) -> list[TextView | PageView]:
        return [self.text_view] if self.page_view is None else [self.text_view, self.page_view]

    def _show_highlight(self, highlight: Highlight) -> None:
        if highlight.region is not None and self.page_view is not None and self.are_pages:
            self.page_view.show_region(highlight.region)
        else:
            self.current.show_range(highlight.start, highlight.end)
