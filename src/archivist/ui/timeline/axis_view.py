"""The timeline's axis under the hand: wheel, drag, pinch, and excerpts dropped to be linked."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget

from archivist.domain.timeline import TimelineEvent
from archivist.ui.bidi import tip
from archivist.ui.timeline.drag import drag_excerpt, dragged_excerpt
from archivist.ui.timeline.frame import Target
from archivist.ui.timeline.walking import KEY_STEP, WalkedAxis

_STEP = 1.25  # of zoom, for a notch of the wheel
_NOTCH = 120  # eighths of a degree that a wheel's notch reports
_PIXELS_A_NOTCH = 72
_EDGE = 28  # pixels from an edge at which a dragged excerpt scrolls


class AxisView(WalkedAxis):
    """The axis that can be moved, zoomed, clicked and dropped upon."""

    excerpt_dropped_on = Signal(int, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._pressed: QPoint | None = None
        self._pressed_on: Target | None = None
        self._last: QPoint | None = None
        self._panning = False

    # Mouse, wheel, touch

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls, or zooms about the pointer while Ctrl is held."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (turned / _NOTCH), event.position().y())
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self.scroll_by(-turned / _NOTCH * _PIXELS_A_NOTCH)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Takes pinches, of touch screens and of touch pads."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                center = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self.zoom(pinch.scaleFactor(), center.y())
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Takes touch pad gestures and shows tooltips."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position().y())
                return True
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.tooltip_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a click or drag begins."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            point = event.position().toPoint()
            placed, _ = self.placed_at(point)
            self._pressed = self._last = point
            left = event.button() == Qt.MouseButton.LeftButton
            self._pressed_on = placed.target if placed and left else None
            self._panning = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags an excerpt, or else pans."""
        point = event.position().toPoint()
        if self._pressed is None or self._last is None:
            _, target = self.placed_at(point)
            shape = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not (far or self._panning):
            return
        if self._pressed_on and self._pressed_on.kind == "excerpt":
            excerpt_id, self._pressed = self._pressed_on.id, None
            drag_excerpt(self.viewport(), excerpt_id)
            return
        self._panning = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.scroll_by(self._last.y() - point.y())
        self._last = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chooses what was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._panning:
            self._panning = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        placed, named = self.placed_at(event.position().toPoint())
        if placed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._go_to(placed.target)
        if named is not None and named[0] == "citation" and placed.target.kind != "citation":
            self.citation_chosen.emit(named[1])
        else:
            self._open(placed.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zooms into a cluster or an event, and nearer where there is nothing."""
        placed, _ = self.placed_at(event.position().toPoint())
        if placed is None:
            self.zoom(KEY_STEP, event.position().y())
        elif placed.target.kind in {"cluster", "event"}:
            self._zoom_into(placed.target)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes excerpts."""
        if dragged_excerpt(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where a drop would link, and scrolls near the edges."""
        point = event.position().toPoint()
        if point.y() < _EDGE or point.y() > self.viewport().height() - _EDGE:
            self.scroll_by(-12 if point.y() < _EDGE else 12)
        self._drop = self._drop_at(point)
        self.viewport().update()
        event.setAccepted(self._drop is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Takes the frame of the drop away."""
        self._drop = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks to link the excerpt to what it was dropped on."""
        excerpt_id = dragged_excerpt(event.mimeData())
        target = self._drop_at(event.position().toPoint())
        self._drop = None
        self.viewport().update()
        if excerpt_id is not None and target is not None:
            event.acceptProposedAction()
            self.excerpt_dropped_on.emit(excerpt_id, *target[1])

    def tooltip_at(self, point: QPoint) -> str:
        """Gives what a tooltip says there: the whole of what is shortened on screen."""
        placed, _ = self.placed_at(point)
        if placed is None:
            return ""
        inner = self.geometry_now().unmirrored(point) - placed.rect.topLeft()
        for piece in placed.block.pieces:
            if piece.full and piece.rect.contains(inner):
                return piece.full
        return self._sentence(placed.target)

    def _drop_at(self, point: QPoint) -> tuple[Target, tuple[str, int]] | None:
        """Gives the block, and the event or citation, that a drop at a point would link to.

        A quote stands for the event it is under.
        """
        placed, named = self.placed_at(point)
        if placed is None or named is None or placed.target.kind == "cluster":
            return None
        if named[0] in {"event", "citation"}:
            return placed.target, named
        item = self.index.items[placed.target.place]
        if not isinstance(item.value, TimelineEvent):
            return None
        return Target("event", item.value.id, placed.target.place), ("event", item.value.id)
