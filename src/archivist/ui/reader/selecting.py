"""What is selected in a document, and what can be done with it: highlight, tag, copy, let go."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from archivist.domain.reading import Rectangle
from archivist.ui.reader.page_controls import PageControls
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.selection_bar import SelectionBar
from archivist.ui.reader.text_view import TextView
from archivist.ui.reader.views import Views


class Selecting(QObject):
    """The selection of both views or the region that is drawn, with the small bar beside it."""

    highlight_requested = Signal(int, int, object)  # start, end, rectangles
    tag_requested = Signal(int, int, object, QPoint)  # …, where the picker may open (global)

    def __init__(self, views: Views, pages: PageControls, parent: QWidget) -> None:
        super().__init__(parent)
        self._views, self._pages = views, pages
        self.bar = SelectionBar(views)
        self.bar.highlight_requested.connect(self.request_highlight)
        self.bar.tag_requested.connect(self.request_tag)
        self.bar.copy_requested.connect(self.copy)
        pages.region_wanted.connect(self.request_highlight)
        self.watch(views.text_view)

    def watch(self, view: TextView | PageView) -> None:
        """Follows what is selected in a view."""
        view.selection_changed.connect(self._take_selection)
        view.scrolled.connect(self._take_scroll)

    def range(self) -> tuple[int, int] | None:
        """Gives the range of text that is selected, or None."""
        return self._views.current.selection()

    def selected(self) -> tuple[int, int, tuple[Rectangle, ...]] | None:
        """Gives what is selected with its rectangles: a range of text, or a region drawn anew."""
        box = self._pages.region()
        if box is not None:
            start = self._views.model.pages[box.page - 1].start
            return start, start, (box,)
        selected = self.range()
        return None if selected is None else (*selected, self._views.rectangles(*selected))

    def words(self) -> str:
        """Gives the selected text, exactly as the document has it; "" where none is selected."""
        selected = self.range()
        return "" if selected is None else self._views.model.text[slice(*selected)]

    def can_tag(self) -> bool:
        """Says whether there is a selection or a chosen excerpt."""
        return self.selected() is not None or self._views.annotations.chosen is not None

    def request_highlight(self) -> None:
        """Wishes the selection to be highlighted."""
        selected = self.selected()
        if selected is not None:
            self.put_bar_away()
            self.highlight_requested.emit(*selected)

    def request_tag(self) -> None:
        """Wishes the selection, or else the chosen excerpt, to be tagged."""
        views, chosen = self._views, self._views.annotations.chosen
        passage = self.selected()
        if passage is None and chosen is not None:
            ends = chosen.start, chosen.end
            passage = *ends, chosen.rectangles if chosen.region else views.rectangles(*ends)
        if passage is None:
            return
        self.put_bar_away()
        area = views.passage_rectangle(*passage)
        place = views.mapToGlobal(views.rect().center()) if area is None else area.bottomLeft()
        self.tag_requested.emit(*passage, place)

    def copy(self) -> None:
        """Puts the selected text on the clipboard, and of a region its picture."""
        box, words = self._pages.region(), self.words()
        picture = None if box is None else self._pages.picture_of(box)
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture)
        if words:
            QGuiApplication.clipboard().setText(words)

    def select_all(self) -> None:
        """Selects the whole text, or the page in sight."""
        self._views.current.select_all()

    def let_go(self) -> bool:
        """Ends the selection, or gives up the region that is drawn; says whether there was any."""
        if self._pages.region() is not None:
            return self._pages.drop_region()
        selected = self.range()
        if selected is not None:
            self._views.current.select(selected[1], selected[1])
        return selected is not None

    def put_bar_away(self) -> None:
        """Takes the small bar off the text; the selection stays."""
        self.bar.follow(None)

    def _take_selection(self) -> None:
        selected = self.range()
        has_any = selected is not None or self._pages.region() is not None
        self.bar.follow(self._views.current if has_any else None)
        if selected is not None and self._views.page_view is not None:
            self._views.page_view.want_places(*selected)

    def _take_scroll(self) -> None:
        if self.bar.isVisible():
            self.bar.follow(self._views.current)
