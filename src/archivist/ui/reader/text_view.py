"""The text view: the text with what is drawn over it, and what clicks and keys do to that."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from archivist.domain.vocabulary import MarkKind
from archivist.ui.bidi import tip
from archivist.ui.reader.annotations import Annotations, PlacedStripe
from archivist.ui.reader.drawn_over import DrawnOver
from archivist.ui.reader.gestures import Gestures
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.picture_service import PictureService
from archivist.ui.reader.text_area import TextArea


class TextView(DrawnOver, TextArea):
    """A document's text with its structure and annotations; it cannot be edited."""

    selection_changed = Signal()
    menu_requested = Signal(object)  # QPoint, global
    picture_activated = Signal(object)  # Picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gestures = Gestures(self, self)
        self.selectionChanged.connect(self.selection_changed)

    def set_annotations(self, annotations: Annotations) -> None:
        """Shows other highlights, markers, dates and suggestions over the same text."""
        self._drawn.annotations = annotations
        self._margin.stripes = annotations.stripes
        held = self._scroll.held()
        self._layout.set_markers(annotations.markers)
        self._scroll.restore(*held)
        self.viewport().update()

    def set_picture_source(self, service: PictureService) -> None:
        """Shows the pictures inside the text, as the service gets them."""
        self._drawn.pictures = service
        service.picture_ready.connect(self.viewport().update)
        self.viewport().update()

    @property
    def picture_source(self) -> PictureService | None:
        """What draws the pictures inside the text; None where it has none."""
        return self._drawn.pictures

    def selection_area(self) -> QRect:
        """Gives the viewport's rectangle of what is selected and in sight, or an empty one."""
        selected = self.selection()
        return QRect() if selected is None else self.range_area(*selected)

    # What gestures ask

    def handle_points(self) -> tuple[QPointF, QPointF] | None:
        """Gives the knobs at the chosen excerpt's ends, if any of it may be in sight."""
        chosen = self._drawn.annotations.chosen
        view = self._view()
        lines = self._layout.visible_lines(view.top(), view.bottom())
        if chosen is None or not lines:
            return None
        if chosen.end < lines[0].start or chosen.start > lines[-1].end:
            return None
        ends = self._painter.handles()
        return None if ends is None else (ends[0] - view.topLeft(), ends[1] - view.topLeft())

    def region_at(self, point: QPointF) -> Highlight | None:
        """Gives no region: those are rectangles of pages."""
        return None

    def stripe_at(self, point: QPointF) -> PlacedStripe | None:
        """Gives the margin's stripe at a point of the viewport."""
        inside = point + self._view().topLeft()
        return self._margin.at(inside.x(), inside.y())

    def link_at(self, position: int) -> str:
        """Gives the target of the link over a character, or ""."""
        marks = self._marks.at(position)
        return next((mark.value for mark in marks if mark.kind is MarkKind.LINK), "")

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets Enter do what a click does where the caret is."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.has_selection()
        if not (enters and (self.gestures.activate(self.caret()) or self._open_picture())):
            before = self.caret()
            super().keyPressEvent(event)
            if self.caret() != before:
                self._show_note()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Shows a picture by itself; elsewhere it selects a word."""
        picture = self.picture_at(event.position())
        if picture is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.picture_activated.emit(picture)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks the reader for its menu."""
        self.menu_requested.emit(event.globalPos())

    # How it works

    def _open_picture(self) -> bool:
        """Shows the picture above the caret's line by itself; says whether there is one."""
        picture = self._layout.figures.at(self._layout.structure.line_at(self.caret()))
        if picture is not None:
            self.picture_activated.emit(picture)
        return picture is not None

    def _show_note(self) -> None:
        """Shows the note whose mark the caret has come to, as the pointer does over it."""
        place = self.caret()
        words = "" if self.has_selection() else self.gestures.leading(place)
        area = self.range_area(place, place + 1)
        if words and not area.isEmpty():
            shown = tip(words, wraps=True)
            QToolTip.showText(self.viewport().mapToGlobal(area.bottomLeft()), shown, self)
        else:
            QToolTip.hideText()
