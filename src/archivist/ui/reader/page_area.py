"""A scrolling stack of pages: zoom, fit, place, and asking for the pages in sight."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import LEAST_PAGE_ZOOM, Fit, PageStack
from archivist.ui.reader.typography import MOST_ZOOM

_LINE = 48  # pixels that an arrow key scrolls
_PAUSE = 60  # milliseconds a scroll rests before pages are asked for


class PageArea(QAbstractScrollArea):
    """Pages below each other, of which those in sight are asked for; it paints nothing."""

    scrolled = Signal()
    resized = Signal()
    zoom_changed = Signal()

    def __init__(
        self, model: ReaderModel, service: PageService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._model = model
        self._service = service
        self._mirrored = model.direction == "rtl"
        self._fit = Fit.WIDTH
        self._rotation = 0  # degrees clockwise
        self._stack = PageStack(model.pages, (0.0, 0.0), 1.0, mirrored=self._mirrored)
        # Where to stand once the view has its size: it may be told before it is ever laid out.
        self._restored: tuple[int, float] | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)

    def stack(self) -> PageStack:
        """Gives where the pages stand."""
        return self._stack

    def zoom(self) -> float:
        """Gives the zoom; at 1.0 an inch of paper is 96 pixels."""
        return self._stack.zoom

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Makes pages larger or smaller; what is at a point of the viewport, or its middle, stays.

        Args:
            zoom: At 1.0 an inch of paper is 96 pixels.
            about: The point that stays.
        """
        self._fit = Fit.NONE
        self._keep_in_place(lambda: self._restack(zoom), about)

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the view's size; following nothing, pages have their own size."""
        self._fit = fit
        own = fit is Fit.NONE
        zoom = 1.0 if own else self._stack.fitting_zoom(fit, self.page_index())
        self._keep_in_place(lambda: self._restack(zoom))

    def rotation(self) -> int:
        """Gives by how many degrees the pages are turned clockwise; the file stays as it is."""
        return self._rotation

    def set_rotation(self, degrees: int) -> None:
        """Turns the pages to so many degrees clockwise: 0, 90, 180 or 270."""
        index = self.page_index()
        self._rotation = degrees % 360

        def turn() -> None:
            self._restack(self._stack.zoom)
            if self._fit is not Fit.NONE:
                self._restack(self._stack.fitting_zoom(self._fit, index))

        self._keep_in_place(turn)

    def page_index(self) -> int:
        """Gives the page (from 0) that fills the upper half of the view."""
        view = self._view()
        return self._stack.index_at(view.top() + view.height() * 0.4)

    def go_to_page(self, index: int) -> None:
        """Brings the top of a page (from 0) into sight."""
        index = min(max(index, 0), len(self._model.pages) - 1)
        self.verticalScrollBar().setValue(round(self._stack.area(index).top()) - 8)

    def text_left(self) -> float:
        """Gives how far the page in sight is from the window's leading side."""
        area = self._stack.area(self.page_index())
        return self._stack.width - area.right() if self.isRightToLeft() else area.left()

    def _go_back(self, index: int, share: float) -> None:
        """Goes back to where a view was."""
        self._restored = None if self.isVisible() else (index, share)
        area = self._stack.area(min(max(index, 0), len(self._model.pages) - 1))
        self.verticalScrollBar().setValue(round(area.top() + share * area.height()))

    def view_state(self) -> dict[str, Any]:
        """Gives where the view stands: page (from 0), how much of it is above, zoom and fit."""
        page, share = self._position()
        return {
            "page": page,
            "page_share": share,
            "page_zoom": self.zoom(),
            "fit": self._fit.value,
            "rotation": self._rotation,
        }

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Goes back to where a view stood."""
        self.set_rotation(int(state.get("rotation", 0)) // 90 * 90)
        fit = Fit(state.get("fit", Fit.WIDTH))
        if fit is Fit.NONE:
            self.set_zoom(float(state.get("page_zoom", 1.0)))
        else:
            self.set_fit(fit)
        self._go_back(int(state.get("page", 0)), float(state.get("page_share", 0.0)))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets the zoom follow, the page staying where it is."""
        super().resizeEvent(event)
        before = self._restored or self._position()
        self._restack(self._stack.zoom)
        if self._fit is not Fit.NONE:
            self._restack(self._stack.fitting_zoom(self._fit, before[0]))
        self._go_back(*before)
        self._restored = None if self.isVisible() else before
        self._ask()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaints, and asks for the pages that came into sight."""
        self.viewport().update()
        if not self._asking.isActive():
            jumped = abs(dy) > self.viewport().height()
            self._asking.start(0 if jumped else _PAUSE)
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
            self.set_zoom(self.zoom() * 1.1 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    # How it works

    def _position(self) -> tuple[int, float]:
        """Gives the page at the top of the view (from 0) and how much of it is above."""
        top = self._view().top()
        index = self._stack.index_at(top)
        area = self._stack.area(index)
        return index, (top - area.top()) / area.height()

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

    def _view(self) -> QRectF:
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        size = self.viewport().size()
        return QRectF(corner, QPointF(corner.x() + size.width(), corner.y() + size.height()))

    def _keep_in_place(self, change: Callable[[], None], about: QPointF | None = None) -> None:
        """Stacks the pages anew; what is at a point of the viewport, or its middle, stays there."""
        view = self._view()
        about = view.center() - view.topLeft() if about is None else about
        pinned = view.topLeft() + about
        index = self._stack.index_at(pinned.y())
        place = self._stack.to_page(pinned, index) if self._model.pages else (0.0, 0.0)
        change()
        if self._model.pages:
            kept = self._stack.point(index, *place) - about
            self.horizontalScrollBar().setValue(round(kept.x()))
            self.verticalScrollBar().setValue(round(kept.y()))
        self._ask()
        self.viewport().update()
        self.zoom_changed.emit()

    def _restack(self, zoom: float) -> None:
        zoom = min(max(zoom, LEAST_PAGE_ZOOM), MOST_ZOOM)
        size = self.viewport().size()
        view = float(size.width()), float(size.height())
        self._stack = PageStack(
            self._model.pages, view, zoom, mirrored=self._mirrored, rotation=self._rotation
        )
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
