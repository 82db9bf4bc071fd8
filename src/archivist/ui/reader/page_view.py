"""The page view: real pages below each other, with text to select and excerpts drawn over them."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archivist.domain.model import Rectangle
from archivist.ui import theme
from archivist.ui.reader.annotations import Annotations, PlacedStripe
from archivist.ui.reader.gestures import Gestures
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_painter import PagePainter, PageScene
from archivist.ui.reader.page_selection import PageSelection
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import LEAST_PAGE_ZOOM, Fit, PageStack
from archivist.ui.reader.places import Places
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match
from archivist.ui.reader.text_painter import Drawn
from archivist.ui.reader.typography import MOST_ZOOM

_ABOVE = 0.28  # the share of the view that stays above a passage that is shown
_LINE = 48  # pixels that an arrow key scrolls
_PAUSE = 60  # milliseconds a scroll rests before pages are asked for


class PageView(QAbstractScrollArea):
    """A document's pages; pixels and places of characters come from a PageService."""

    selection_changed = Signal()
    scrolled = Signal()
    resized = Signal()
    zoom_changed = Signal()
    menu_requested = Signal(object)  # QPoint, global

    def __init__(
        self, model: ReaderModel, service: PageService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the document"))
        self.setAccessibleDescription(self.tr("The text view has the same text for screen readers"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._model = model
        self._service = service
        self._mirrored = model.direction == "rtl"
        self._places = Places(model.text, model.pages, service)
        self._drawn = Drawn()
        self._fit = Fit.WIDTH
        self._stack = PageStack(model.pages, (0.0, 0.0), 1.0, mirrored=self._mirrored)
        self._painter = PagePainter()
        self._pending: tuple[int, int] | None = None  # a passage to show once its page is known
        # Where to stand once the view has its size: it may be told before it is ever laid out.
        self._restored: tuple[int, float] | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_PAUSE)
        self._asking.timeout.connect(self._ask)
        self.gestures = Gestures(self, self)
        self._selecting = PageSelection(self, self._places)
        self._selecting.changed.connect(self._take_selection)
        service.page_ready.connect(self.viewport().update)
        service.page_failed.connect(self.viewport().update)
        service.layout_ready.connect(self._take_layout)

    # The document

    def set_annotations(self, annotations: Annotations) -> None:
        """Shows other highlights, markers and dates over the same pages."""
        self._drawn.annotations = annotations
        self.viewport().update()

    def set_matches(self, matches: Ranges[Match], current: Match | None) -> None:
        """Paints what was searched for, one match stronger."""
        self._drawn.matches = matches
        self._drawn.current_match = current
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
            above = self.viewport().height() * _ABOVE if areas else 8
            self.verticalScrollBar().setValue(round(top.top() - above))
        if areas and not (view.left() <= top.left() <= view.right()):
            self.horizontalScrollBar().setValue(round(top.left() - view.width() * _ABOVE))
        self.viewport().update()

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range in code points, or None."""
        return self._selecting.range()

    def select(self, start: int, end: int) -> None:
        """Selects a range of code points; an empty one only places the caret."""
        for index in self._places.pages_of(start, end):
            self._service.want_text(index + 1)
        self._selecting.select(start, end)

    def select_all(self) -> None:
        """Selects all of the page that is in sight."""
        page = self._model.pages[self.page_index()]
        self.select(page.start, page.end)

    def selection_area(self) -> QRect:
        """Gives the viewport's rectangle of what is selected and in sight, or an empty one."""
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

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives a range's rectangles in points of its pages; none where they are not known yet."""
        return self._places.rectangles(start, end)

    def want_places(self, start: int, end: int) -> None:
        """Asks for the layout of the pages of a range, as it may become an excerpt."""
        for index in self._places.pages_of(start, end):
            self._service.want_text(index + 1)

    # Zoom and place

    def zoom(self) -> float:
        """Gives the zoom; at 1.0 an inch of paper is 96 pixels."""
        return self._stack.zoom

    def set_zoom(self, zoom: float) -> None:
        """Makes pages larger or smaller, what is at the view's middle staying there."""
        self._fit = Fit.NONE
        self._rescale(zoom)

    def fit(self) -> Fit:
        """Gives what the zoom follows."""
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the view's size."""
        self._fit = fit
        self._rescale(self._stack.fitting_zoom(fit, self.page_index()))

    def page_index(self) -> int:
        """Gives the page (from 0) that fills the upper half of the view."""
        view = self._view()
        return self._stack.index_at(view.top() + view.height() * 0.4)

    def go_to_page(self, index: int) -> None:
        """Brings the top of a page (from 0) into sight."""
        index = min(max(index, 0), len(self._model.pages) - 1)
        self.verticalScrollBar().setValue(round(self._stack.area(index).top()) - 8)

    def place(self) -> int:
        """Gives the first code point of the page in sight."""
        return self._model.pages[self.page_index()].start

    def set_place(self, position: int) -> None:
        """Brings the page of a code point into sight, if it is not."""
        if self._places.page_of(position) != self.page_index():
            self.go_to_page(self._places.page_of(position))

    def text_left(self) -> float:
        """Gives where pages begin, from the view's leading side."""
        return self._stack.margin

    def view_position(self) -> tuple[int, float]:
        """Gives the page at the top of the view (from 0) and how much of it is above."""
        top = self._view().top()
        index = self._stack.index_at(top)
        area = self._stack.area(index)
        return index, (top - area.top()) / area.height()

    def set_view_position(self, index: int, share: float) -> None:
        """Goes back to where a view was."""
        self._restored = None if self.isVisible() else (index, share)
        area = self._stack.area(min(max(index, 0), len(self._model.pages) - 1))
        self.verticalScrollBar().setValue(round(area.top() + share * area.height()))

    # What gestures ask

    def annotations(self) -> Annotations:
        """Gives what is drawn over the pages."""
        return self._drawn.annotations

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
        if chosen is not None:
            ends = self._places.ends(self._stack, chosen.start, chosen.end)
        corner = self._view().topLeft()
        return None if ends is None else (ends[0] - corner, ends[1] - corner)

    def stripe_at(self, point: QPointF) -> PlacedStripe | None:
        """Gives the stripe beside a page at a point of the viewport."""
        return self._painter.stripe_at(point + self._view().topLeft())

    def link_at(self, position: int) -> str:
        """Gives no link: those of a page's own are not followed."""
        return ""

    def has_selection(self) -> bool:
        """Says whether text is selected."""
        return self.selection() is not None

    def place_caret(self, point: QPointF) -> None:
        """Puts the caret at a point, selecting nothing."""
        position = self.caret_at(point)
        self.select(position, position)

    def show_resized(self, resized: tuple[int, int] | None) -> None:
        """Draws the chosen excerpt over another range while its end is dragged."""
        self._drawn.resized = resized
        self.viewport().update()

    # Events

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
        )
        self._painter.paint(painter, scene, view)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets the zoom follow, the page staying where it is."""
        super().resizeEvent(event)
        before = self._restored or self.view_position()
        self._restack(self._stack.zoom)
        if self._fit is not Fit.NONE:
            self._restack(self._stack.fitting_zoom(self._fit, before[0]))
        self.set_view_position(*before)
        self._restored = None if self.isVisible() else before
        self._ask()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaints, and asks for the pages that came into sight."""
        self.viewport().update()
        if not self._asking.isActive():
            self._asking.start()
        self.scrolled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the pages in sight."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Asks for nothing while nobody looks."""
        super().hideEvent(event)
        self._asking.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * 1.1 ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection, or with Shift extends it."""
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
        """Scrolls, selects and copies by keys."""
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

    def stack(self) -> PageStack:
        """Gives where the pages stand."""
        return self._stack

    def _scroll_by_key(self, event: QKeyEvent) -> bool:
        vertical, page = self.verticalScrollBar(), self.viewport().height() - _LINE
        bars = {
            Qt.Key.Key_Down: (vertical, _LINE),
            Qt.Key.Key_Up: (vertical, -_LINE),
            Qt.Key.Key_Right: (self.horizontalScrollBar(), _LINE),
            Qt.Key.Key_Left: (self.horizontalScrollBar(), -_LINE),
            Qt.Key.Key_PageDown: (vertical, page),
            Qt.Key.Key_PageUp: (vertical, -page),
            Qt.Key.Key_Space: (vertical, page),
            Qt.Key.Key_Home: (vertical, -vertical.maximum()),
            Qt.Key.Key_End: (vertical, vertical.maximum()),
        }
        if event.key() not in bars:
            return False
        bar, by = bars[Qt.Key(event.key())]
        bar.setValue(bar.value() + by)
        return True

    def _copy(self) -> None:
        selected = self.selection()
        if selected is not None:
            QGuiApplication.clipboard().setText(self._model.text[slice(*selected)])

    def _view(self) -> QRectF:
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        size = self.viewport().size()
        return QRectF(corner, QPointF(corner.x() + size.width(), corner.y() + size.height()))

    def _rescale(self, zoom: float) -> None:
        zoom = min(max(zoom, LEAST_PAGE_ZOOM), MOST_ZOOM)
        middle = self._view().center()
        index = self._stack.index_at(middle.y())
        x, y = self._stack.to_page(middle, index)
        self._restack(zoom)
        kept = self._stack.from_page(index, x, y, x, y).topLeft()
        self.horizontalScrollBar().setValue(round(kept.x() - self.viewport().width() / 2))
        self.verticalScrollBar().setValue(round(kept.y() - self.viewport().height() / 2))
        self._ask()
        self.viewport().update()
        self.zoom_changed.emit()

    def _restack(self, zoom: float) -> None:
        size = self.viewport().size()
        view = float(size.width()), float(size.height())
        self._stack = PageStack(self._model.pages, view, zoom, mirrored=self._mirrored)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._stack.width) - size.width()))
        across.setPageStep(size.width())
        down.setRange(0, max(0, round(self._stack.height) - size.height()))
        down.setPageStep(size.height())
        down.setSingleStep(_LINE)
        across.setSingleStep(_LINE)

    def _ask(self) -> None:
        """Asks for what is in sight, then for the pages beside it."""
        if not self.isVisible():
            return
        view = self._view()
        seen = self._stack.between(view.top(), view.bottom())
        total = len(self._model.pages)
        near = [page for page in (seen.stop, seen.start - 1, seen.stop + 1) if 0 <= page < total]
        scale = self._stack.scale * self.devicePixelRatioF()
        self._service.want([page + 1 for page in seen], [page + 1 for page in near], scale)

    def _take_layout(self, page: int) -> None:
        if self._pending is not None and self._places.page_of(self._pending[0]) == page - 1:
            self.show_range(*self._pending)
        self.viewport().update()

    def _take_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()
