"""What the mouse does to excerpts, markers, dates and links, the same over text and over pages.

It watches a view's viewport and takes only the presses that are its own: an excerpt's ends, its
stripe, and the chosen excerpt itself. All else is selecting text, which is the view's.
"""

from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from archivist.domain.vocabulary import MarkerKind
from archivist.ui.bidi import tip
from archivist.ui.reader.annotations import Annotations, PlacedStripe
from archivist.ui.reader.controls import CONTROLS, name_of
from archivist.ui.reader.dragging import drag_out
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.notes import Notes

_ONE_LINE = 60  # code points of a tooltip that needs no second line


class Surface(Protocol):
    """A view that shows annotations; points are the viewport's, positions are code points."""

    def viewport(self) -> QWidget:
        """Gives what the mouse is over."""
        ...

    def annotations(self) -> Annotations:
        """Gives what is drawn over the text."""
        ...

    def text(self) -> str:
        """Gives the document's text."""
        ...

    def position_at(self, point: QPointF) -> int | None:
        """Gives the character under a point, or None beside the text."""
        ...

    def caret_at(self, point: QPointF) -> int:
        """Gives the nearest place between two characters."""
        ...

    def handle_points(self) -> tuple[QPointF, QPointF] | None:
        """Gives the knobs at the chosen excerpt's ends, if they may be in sight."""
        ...

    def stripe_at(self, point: QPointF) -> PlacedStripe | None:
        """Gives the stripe at a point."""
        ...

    def region_at(self, point: QPointF) -> Highlight | None:
        """Gives the region of a page at a point."""
        ...

    def link_at(self, position: int) -> str:
        """Gives the target of the link over a character, or ""."""
        ...

    def has_selection(self) -> bool:
        """Says whether text is selected."""
        ...

    def place_caret(self, point: QPointF) -> None:
        """Puts the caret at a point, selecting nothing."""
        ...

    def show_resized(self, resized: tuple[int, int] | None) -> None:
        """Draws the chosen excerpt over another range while its end is dragged."""
        ...


class Gestures(QObject):
    """Turns mouse events of one view into wishes about excerpts."""

    excerpt_clicked = Signal(int)
    resize_requested = Signal(int, int, int)
    marker_clicked = Signal(object)
    date_clicked = Signal(object)
    suggestion_clicked = Signal(object)
    link_activated = Signal(str)

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self.notes = Notes("")
        self._pressed_at: QPointF | None = None
        self._end: int | None = None  # the dragged end: 0 is the start, 1 the end
        self._range: tuple[int, int] | None = None
        self._carried: int | None = None  # the excerpt that a move will drag out
        self._carried_by_stripe = False
        surface.viewport().setMouseTracking(True)
        surface.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the presses, moves and releases that belong to excerpts."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(cast(QMouseEvent, event))
            case QEvent.Type.MouseMove:
                return self._move(cast(QMouseEvent, event))
            case QEvent.Type.MouseButtonRelease:
                return self._release(cast(QMouseEvent, event))
            case QEvent.Type.ToolTip:
                return self._tell(cast(QHelpEvent, event))
        return False

    def activate(self, position: int) -> bool:
        """Does what a click on a character does; says whether there was something to click."""
        annotations = self._surface.annotations()
        markers = annotations.markers.at(position)
        if markers:
            self.marker_clicked.emit(markers[0])
            return True
        link = self._surface.link_at(position)
        if link:
            self.link_activated.emit(link)
            return True
        # A date within an excerpt is both: the excerpt is chosen, and the date offered.
        highlight = annotations.highlight_at(position)
        if highlight is not None:
            self.excerpt_clicked.emit(highlight.excerpt_id)
        dates = annotations.dates.at(position)
        if dates:
            self.date_clicked.emit(dates[0])
        if highlight is not None or dates:
            return True
        suggestions = annotations.suggestions.at(position)
        if suggestions:
            self.suggestion_clicked.emit(suggestions[-1])
        return bool(suggestions)

    def cancel(self) -> bool:
        """Gives up a drag of an excerpt's end; says whether there was one."""
        running = self._end is not None
        self._end = self._range = self._carried = self._pressed_at = None
        self._surface.show_resized(None)
        return running

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        point = event.position()
        self._pressed_at = point
        self._carried = None
        self._end = self._handle_at(point)
        chosen = self._surface.annotations().chosen
        if self._end is not None and chosen is not None:
            self._range = (chosen.start, chosen.end)
            return True
        stripe = self._surface.stripe_at(point)
        self._carried_by_stripe = stripe is not None
        if stripe is not None:
            self._carried = stripe.highlight.excerpt_id
            return True
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and chosen is not None and self._is_over(chosen, point):
            self._carried = chosen.excerpt_id
            return True
        return False

    def _move(self, event: QMouseEvent) -> bool:
        point = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(point)
            return False
        if self._end is not None and self._range is not None:
            self._drag_end(point)
            return True
        if self._carried is None:
            return False
        if self._has_moved(point):
            carried, self._carried, self._pressed_at = self._carried, None, None
            drag_out(self._surface, carried)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return False
        point, pressed_at = event.position(), self._pressed_at
        self._pressed_at = None
        chosen = self._surface.annotations().chosen
        if self._end is not None:
            self._end = None
            resized, self._range = self._range, None
            self._surface.show_resized(None)
            if chosen and resized and resized != (chosen.start, chosen.end):
                self.resize_requested.emit(chosen.excerpt_id, *resized)
            return True
        if self._carried is not None:
            carried, self._carried = self._carried, None
            if self._carried_by_stripe:
                self.excerpt_clicked.emit(carried)
                return True
            self._surface.place_caret(point)
        moved = (point - pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not moved and not self._surface.has_selection():
            # The view's own release comes first: what is clicked may open a window.
            QTimer.singleShot(0, self, lambda: self.click(point))
        return False

    def click(self, point: QPointF) -> None:
        """Does what stands in the text at a point, else chooses the region there."""
        position = self._surface.position_at(point)
        if position is not None and self.activate(position):
            return
        region = self._surface.region_at(point)
        if region is not None:
            self.excerpt_clicked.emit(region.excerpt_id)

    def _tell(self, event: QHelpEvent) -> bool:
        text = self._tooltip(QPointF(event.pos()))
        if text:
            shown = tip(text, wraps=len(text) > _ONE_LINE)
            QToolTip.showText(event.globalPos(), shown, self._surface.viewport())
        else:
            QToolTip.hideText()
        return True

    def _tooltip(self, point: QPointF) -> str:
        stripe = self._surface.stripe_at(point)
        if stripe is not None:
            return stripe.stripe.label
        region = self._surface.region_at(point)
        told = "" if region is None else region.tooltip
        position = self._surface.position_at(point)
        if position is None:
            return told
        annotations = self._surface.annotations()
        around = self._surface.text()[max(0, position - 1) : position + 1]
        hidden = [name_of(found.group()) for found in CONTROLS.finditer(around)]
        if hidden:
            return self.tr("Invisible character that reorders text: {0}").format(", ".join(hidden))
        led = self.leading(position)
        if led:
            return led
        highlight = annotations.highlight_at(position)
        return highlight.tooltip if highlight is not None else told

    def leading(self, position: int) -> str:
        """Gives what the marker or link at a character leads to: the note's words, an address."""
        markers = self._surface.annotations().markers.at(position)
        if markers:
            lines = [self._marker_words(markers[0].kind, [marker.label for marker in markers])]
            targets = dict.fromkeys(marker.target for marker in markers)
            lines += [self.notes.text_at(place) for place in targets if place is not None]
            return "\n".join(lines)
        link = self._surface.link_at(position)
        place = self.notes.place(link)
        return link if place is None else self.notes.text_at(place)

    def _marker_words(self, kind: MarkerKind, labels: list[str]) -> str:
        joined = ", ".join(labels)
        if kind is MarkerKind.FLAG:
            return self.tr("Flag: {0}").format(joined)
        return self.tr("Cites {0}").format(joined)

    def _show_cursor(self, point: QPointF) -> None:
        shape = Qt.CursorShape.IBeamCursor
        position = self._surface.position_at(point)
        annotations = self._surface.annotations()
        if self._handle_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self._surface.stripe_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif position is None:
            over = self._surface.region_at(point) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        elif (
            annotations.markers.at(position)
            or annotations.dates.at(position)
            or annotations.suggestions.at(position)
            or self._surface.link_at(position)
            or annotations.highlight_at(position) is not None
        ):
            shape = Qt.CursorShape.PointingHandCursor
        self._surface.viewport().setCursor(shape)

    def _handle_at(self, point: QPointF) -> int | None:
        ends = self._surface.handle_points()
        if ends is None:
            return None
        near = [(point - end).manhattanLength() for end in ends]
        nearest = near.index(min(near))
        return nearest if near[nearest] <= 9 else None

    def _is_over(self, highlight: Highlight, point: QPointF) -> bool:
        if highlight.region is not None:
            return self._surface.region_at(point) is highlight
        position = self._surface.position_at(point)
        return position is not None and highlight.start <= position < highlight.end

    def _has_moved(self, point: QPointF) -> bool:
        pressed = self._pressed_at or point
        return (point - pressed).manhattanLength() >= QApplication.startDragDistance()

    def _drag_end(self, point: QPointF) -> None:
        """Moves the dragged end; pulled beyond the other end, it becomes that other end."""
        chosen = self._surface.annotations().chosen
        if chosen is None or self._end is None:
            return
        fixed = chosen.end if self._end == 0 else chosen.start
        moved = self._surface.caret_at(point)
        if moved != fixed:
            self._range = (min(fixed, moved), max(fixed, moved))
            self._surface.show_resized(self._range)
