"""The page view: real pages below each other, with text to select and excerpts drawn over them."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from archivist.domain.reading import Rectangle
from archivist.ui import theme
from archivist.ui.reader.annotations import Annotations, PlacedStripe
from archivist.ui.reader.drawn_over import DrawnOver
from archivist.ui.reader.gestures import Gestures
from archivist.ui.reader.locked_pages import LockedPages
from archivist.ui.reader.model import Highlight, ReaderModel
from archivist.ui.reader.page_painter import PagePainter, PageScene
from archivist.ui.reader.page_selection import PageSelection
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.places import Places
from archivist.ui.reader.region_drawing import RegionDrawing
from archivist.ui.reader.region_painter import area_of
from archivist.ui.reader.shown_pages import ABOVE, ShownPages
from archivist.ui.reader.text_painter import Drawn

_MOST_PAGES = 24  # of one selection whose layout is asked for


class PageView(DrawnOver, ShownPages):
    """A document's pages; pixels and places of characters come from a PageService."""

    selection_changed = Signal()
    menu_requested = Signal(object)  # QPoint, global
    password_requested = Signal()

    def __init__(
        self, model: ReaderModel, service: PageService, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, service, parent)
        self.setAccessibleName(self.tr("Pages of the document"))
        self.setAccessibleDescription(self.tr("The text view has the same text for screen readers"))
        self._places = Places(model.text, model.pages, service)
        self._drawn = Drawn()
        self._painter = PagePainter()
        self._pending: tuple[int, int] | None = None  # a passage to show once its page is known
        self.gestures = Gestures(self, self)
        # It comes after, so that it is asked before: a region's handles lie over everything.
        self.regions = RegionDrawing(self, self)
        self.regions.changed.connect(self.viewport().update)
        self.regions.drafted.connect(self._take_draft)
        self.regions.clicked.connect(self.gestures.click)
        self._selecting = PageSelection(self, self._places)
        self._selecting.changed.connect(self._take_selection)
        service.page_ready.connect(self.viewport().update)
        service.page_failed.connect(self.viewport().update)
        service.layout_ready.connect(self._take_layout)
        self.locked = LockedPages(self.viewport())
        self.locked.password_requested.connect(self.password_requested)
        service.locked.connect(self._take_lock)
        service.unlocked.connect(self._take_key)

    # The document

    def unlock(self, password: str) -> None:
        """Tries a password; the pages are drawn if it is right, and else it is said to be wrong."""
        self._service.unlock(password)
        self._ask()

    def set_annotations(self, annotations: Annotations) -> None:
        """Shows other highlights, markers, dates and suggestions over the same pages."""
        self._drawn.annotations = annotations
        self.viewport().update()

    def show_range(self, start: int, end: int) -> None:
        """Brings a passage into sight; exactly so as soon as its page's layout is known."""
        index = self._places.page_of(start)
        areas = self._places.areas(self._stack, index, start, max(end, start + 1))
        known = self._service.layout(index + 1) is not None
        self._pending = None if known else (start, end)
        if not known:
            self._service.want_text(index + 1)
        top = areas[0] if areas else self._stack.area(index)
        view = self._view()
        height = min(top.height(), view.height() / 2)
        if not (view.top() + 8 <= top.top() and top.top() + height <= view.bottom() - 8):
            above = self.viewport().height() * ABOVE if areas else 8
            self.verticalScrollBar().setValue(round(top.top() - above))
        if areas and not (view.left() <= top.left() <= view.right()):
            self.horizontalScrollBar().setValue(round(top.left() - view.width() * ABOVE))
        self.viewport().update()

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range in code points, or None."""
        return self._selecting.range()

    def select(self, start: int, end: int) -> None:
        """Selects a range of code points; an empty one only places the caret."""
        self.want_places(start, end)
        self._selecting.select(start, end)

    def select_all(self) -> None:
        """Selects all of the page that is in sight."""
        page = self._model.pages[self.page_index()]
        self.select(page.start, page.end)

    def selection_area(self) -> QRect:
        """Gives the viewport's rectangle of what is selected and in sight, or an empty one."""
        if self.regions.draft is not None:
            return self.region_area(self.regions.draft)
        selected = self.selection()
        return QRect() if selected is None else self.range_area(*selected)

    def range_area(self, start: int, end: int) -> QRect:
        """Gives the viewport's rectangle of a range, of what is in sight, or an empty one."""
        view = self._view()
        around = QRectF()
        for index in self._stack.between(view.top(), view.bottom()):
            for area in self._places.areas(self._stack, index, start, end):
                around = around.united(area)
        return around.intersected(view).translated(-view.topLeft()).toRect()

    def words_in(self, box: Rectangle) -> str:
        """Gives the words that stand in a region; "" where there are none or none known yet."""
        return self._places.words_in(box)

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives a range's rectangles in points of its pages; none where they are not known yet."""
        return self._places.rectangles(start, end)

    def want_places(self, start: int, end: int) -> None:
        """Asks for the layout of the pages of a range, as it may become an excerpt."""
        for index in self._places.pages_of(start, end)[:_MOST_PAGES]:
            self._service.want_text(index + 1)

    def place(self) -> int:
        """Gives the first code point of the page in sight."""
        return self._model.pages[self.page_index()].start

    def set_place(self, position: int) -> None:
        """Brings the page of a code point into sight, if it is not."""
        if self._places.page_of(position) != self.page_index():
            self.go_to_page(self._places.page_of(position))

    # What gestures ask

    def text(self) -> str:
        """Gives the document's text."""
        return self._model.text

    def position_at(self, point: QPointF) -> int | None:
        """Gives the character under a point of the viewport, or None."""
        return self._places.position_at(self._stack, point + self._view().topLeft())

    def caret_at(self, point: QPointF) -> int:
        """Gives the place between characters nearest to a point of the viewport."""
        found = self._places.caret_at(self._stack, point + self._view().topLeft())
        return self._selecting.caret if found is None else found

    def handle_points(self) -> tuple[QPointF, QPointF] | None:
        """Gives the knobs at the chosen excerpt's ends, where their pages are known."""
        chosen = self._drawn.annotations.chosen
        ends = None
        if chosen is not None and chosen.region is None:
            ends = self._places.ends(self._stack, chosen.start, chosen.end)
        corner = self._view().topLeft()
        return None if ends is None else (ends[0] - corner, ends[1] - corner)

    def extend_selection(self, point: QPointF) -> None:
        """Selects text up to a point."""
        self._selecting.extend_to(point)

    def is_wordless(self, point: QPointF) -> bool:
        """Says whether there is a page at a point, and no text on it that could be selected."""
        at = point + self._view().topLeft()
        index = self._stack.index_at(at.y())
        page = self._model.pages[index]
        words = self._model.text[page.start : page.end]
        return not words.strip() and self._stack.area(index).contains(at)

    def region_at(self, point: QPointF) -> Highlight | None:
        """Gives the smallest region at a point of the viewport."""
        at = point + self._view().topLeft()
        found = [
            (area.width() * area.height(), highlight.excerpt_id, highlight)
            for highlight in self.annotations().regions_on(self._stack.index_at(at.y()) + 1)
            if highlight.region is not None
            and (area := area_of(self._stack, highlight.region)).contains(at)
        ]
        return min(found)[2] if found else None

    def stripe_at(self, point: QPointF) -> PlacedStripe | None:
        """Gives the stripe beside a page at a point of the viewport."""
        return self._painter.stripe_at(point + self._view().topLeft())

    def link_at(self, position: int) -> str:
        """Gives no link: those of a page's own are not followed."""
        return ""

    # Events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on to the way in, where the pages are locked."""
        super().focusInEvent(event)
        if self.locked.isVisible():
            self.locked.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.current().window))
        view = self._view()
        painter.translate(-view.topLeft())
        scene = PageScene(
            self._model.pages,
            self._stack,
            self._service,
            self._places,
            self._drawn,
            self.selection(),
            self._mirrored,
            self._pixels,
            self._tone,
            self.regions,
        )
        self._painter.paint(painter, scene, view)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting.press(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects a word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extends the selection."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._selecting.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting.release()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks the reader for its menu."""
        self.menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, selects, copies and changes a region by keys."""
        if self.regions.take_key(event):
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.setAccepted(self.gestures.activate(self._selecting.caret))
        elif not self._selecting.take_key(event) and not self._scroll_by_key(event):
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Repaints in another theme's colors."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    # How it works

    def _copy(self) -> None:
        selected = self.selection()
        if selected is not None:
            QGuiApplication.clipboard().setText(self._model.text[slice(*selected)])

    def _take_lock(self, was_wrong: bool) -> None:
        had_keys = self.hasFocus()
        self.locked.tell(self._model.title, was_wrong=was_wrong)
        if had_keys:
            self.locked.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_key(self) -> None:
        had_keys = self.locked.button.hasFocus()
        self.locked.hide()
        if had_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_layout(self, page: int) -> None:
        if self._pending is not None and self._places.page_of(self._pending[0]) == page - 1:
            self.show_range(*self._pending)
        self.viewport().update()

    def _take_draft(self) -> None:
        if self.regions.draft is not None and self.selection() is not None:
            self._selecting.select(self._selecting.caret, self._selecting.caret)
        self.selection_changed.emit()

    def _take_selection(self) -> None:
        if self.selection() is not None and self.regions.draft is not None:
            self.regions.drop()
        self.viewport().update()
        self.selection_changed.emit()
