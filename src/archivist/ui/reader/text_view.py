"""The text view: Qt's own read-only text editing over our layout, with excerpts in code points."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from archivist.domain.model import Mark, MarkKind, Picture
from archivist.ui import theme
from archivist.ui.bidi import tip
from archivist.ui.reader import hits
from archivist.ui.reader.annotations import Annotations, PlacedStripe
from archivist.ui.reader.gestures import Gestures
from archivist.ui.reader.laying_out import laid_out
from archivist.ui.reader.layout import PaintContext
from archivist.ui.reader.margin_painter import MarginPainter
from archivist.ui.reader.model import Highlight, ReaderModel
from archivist.ui.reader.picture_service import PictureService
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.search import Match
from archivist.ui.reader.shown import shown_text
from archivist.ui.reader.text_painter import Drawn, TextPainter
from archivist.ui.reader.text_scroll import TextScroll
from archivist.ui.reader.typography import LEAST_ZOOM, MOST_ZOOM, Typography

_ABOVE = 0.28  # the share of the view that stays above a passage that is shown


class TextView(QTextEdit):
    """A document's text with its structure and annotations; it cannot be edited."""

    selection_changed = Signal()
    scrolled = Signal()
    resized = Signal()
    zoom_changed = Signal()
    menu_requested = Signal(object)  # QPoint, global
    picture_activated = Signal(object)  # Picture

    _document: QTextDocument | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that a text that grows while it is looked at keeps its width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Document text"))
        self._typography = Typography()
        self._drawn = Drawn()
        # Where to stand once the view has its size: it may be told before it is ever laid out.
        self._restored: int | None = None
        self._dressed_in = theme.current()
        self._load(ReaderModel(0, "", ""))
        self.gestures = Gestures(self, self)
        self.selectionChanged.connect(self.selection_changed)
        self.dress()

    # The document

    def set_document(self, model: ReaderModel) -> None:
        """Shows another text, from its beginning and with nothing annotated."""
        self._restored = None
        self._drawn = Drawn()
        self._load(model)

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

    def set_matches(self, matches: Ranges[Match], current: Match | None) -> None:
        """Paints what was searched for, one match stronger."""
        self._drawn.matches = matches
        self._drawn.current_match = current
        self.viewport().update()

    def set_suggested(self, span: tuple[int, int] | None) -> None:
        """Frames what is being decided about."""
        self._drawn.suggested = span
        self.viewport().update()

    def set_doubtful(self, doubtful: Ranges[Match]) -> None:
        """Marks words that were recognized with little confidence."""
        self._drawn.doubtful = doubtful
        self.viewport().update()

    def show_range(self, start: int, end: int) -> None:
        """Scrolls, if need be, so that a passage's beginning is in sight."""
        first = self._layout.caret_rectangle(start)
        last = self._layout.caret_rectangle(min(end, start + 600))
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        fits = (
            top + 8 <= first.top() and min(last.bottom(), first.top() + height / 2) <= top + height
        )
        if not fits:
            self.verticalScrollBar().setValue(round(first.top() - height * _ABOVE))
        self._scroll.settle()
        self.viewport().update()

    def selection(self) -> tuple[int, int] | None:
        """Gives the selected range in code points, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        offsets = self._layout.offsets
        return offsets.to_points(cursor.selectionStart()), offsets.to_points(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Selects a range of code points; an empty one only places the caret."""
        cursor = self.textCursor()
        cursor.setPosition(self._layout.offsets.to_units(start))
        cursor.setPosition(self._layout.offsets.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Gives the caret's position in code points."""
        return self._layout.offsets.to_points(self.textCursor().position())

    def selection_area(self) -> QRect:
        """Gives the viewport's rectangle of what is selected and in sight, or an empty one."""
        selected = self.selection()
        return QRect() if selected is None else self.range_area(*selected)

    def range_area(self, start: int, end: int) -> QRect:
        """Gives the viewport's rectangle of a range, of what is in sight, or an empty one."""
        view = self._view()
        area = hits.area_of(self._layout, view, start, end)
        return area.translated(-view.topLeft()).toRect()

    def select_all(self) -> None:
        """Selects the whole text."""
        self.select(0, self._layout.offsets.length)

    def text_left(self) -> float:
        """Gives how far the column of text is from the window's leading side."""
        column = self._layout.column
        return column.page_width - column.right if self.isRightToLeft() else column.left

    # Zoom and place

    def zoom(self) -> float:
        """Gives the zoom; 1.0 is 100 %."""
        return self._typography.zoom

    def set_zoom(self, zoom: float) -> None:
        """Makes the text larger or smaller, the passage at the top staying there."""
        zoom = min(max(round(zoom, 2), LEAST_ZOOM), MOST_ZOOM)
        if zoom == self._typography.zoom:
            return
        top = self._scroll.top()
        self._typography = Typography(zoom)
        self.document().setDefaultFont(self._typography.font)
        self._layout.set_typography(self._typography)
        self._scroll.restore(top)
        self.viewport().update()
        self.zoom_changed.emit()

    def place(self) -> int:
        """Gives the code point at the top of the view."""
        return self._scroll.top()

    def set_place(self, position: int) -> None:
        """Brings a code point to the top of the view."""
        place = min(max(position, 0), self._layout.offsets.length)
        self._restored = None if self.isVisible() else place
        self._scroll.restore(place)

    # What gestures ask

    def annotations(self) -> Annotations:
        """Gives what is drawn over the text."""
        return self._drawn.annotations

    def text(self) -> str:
        """Gives the document's text, as the archive has it."""
        return self._text

    def position_at(self, point: QPointF) -> int | None:
        """Gives the character under a point of the viewport, or None beside the text."""
        return hits.character_at(self._layout, point + self._view().topLeft())

    def picture_at(self, point: QPointF) -> Picture | None:
        """Gives the picture at a point of the viewport."""
        return hits.picture_at(self._layout, point + self._view().topLeft())

    def caret_at(self, point: QPointF) -> int:
        """Gives the caret position nearest to a point of the viewport."""
        inside = point + self._view().topLeft()
        unit = self._layout.hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return self._layout.offsets.to_points(unit)

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

    def has_selection(self) -> bool:
        """Says whether text is selected."""
        return self.textCursor().hasSelection()

    def place_caret(self, point: QPointF) -> None:
        """Puts the caret at a point, selecting nothing."""
        position = self.caret_at(point)
        self.select(position, position)

    def show_resized(self, resized: tuple[int, int] | None) -> None:
        """Draws the chosen excerpt over another range while its end is dragged."""
        self._drawn.resized = resized
        self.viewport().update()

    # Events

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies exactly what the document has: its own line ends and characters."""
        mime = QMimeData()
        selected = self.selection()
        if selected is not None:
            mime.setText(self._text[slice(*selected)])
        return mime

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self.zoom() * 1.1 ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks the reader for its menu."""
        self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the passage at the top where it is."""
        top = self._scroll.top() if self._restored is None else self._restored
        super().resizeEvent(event)
        self._scroll.restore(top)
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Stands where it was told to; Qt goes to the caret when it shows a text at first."""
        super().showEvent(event)
        if self._restored is not None:
            self._scroll.restore(self._restored)
            self._restored = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lays out what comes into sight before it is painted."""
        super().scrollContentsBy(dx, dy)
        self._scroll.settle()
        self.scrolled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Takes the colors of another theme; keeps the reading font."""
        super().changeEvent(event)
        if self._document is None:
            return  # Qt tells of changes while the view is being made
        if event.type() == QEvent.Type.FontChange:
            self._document.setDefaultFont(self._typography.font)
        changes = {QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange}
        if event.type() in changes and theme.current() is not self._dressed_in:
            self.dress()

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

    def _load(self, model: ReaderModel) -> None:
        self._text = model.text
        shown = shown_text(model)
        self._marks: Ranges[Mark] = Ranges(
            mark for mark in model.marks if mark.kind not in {MarkKind.ANCHOR, MarkKind.CITE}
        )
        self._layout = laid_out(
            model,
            shown,
            self._marks,
            self._typography,
            self,
            mirrored=self.isRightToLeft(),
            paint=self._paint,
        )
        document = self._layout.text_document
        self._scroll = TextScroll(self._layout, self.verticalScrollBar(), self.viewport())
        self._margin = MarginPainter(self._layout, model.pages)
        self._painter = TextPainter(shown, self._layout, self._drawn, self._margin)
        document.setDocumentLayout(self._layout)
        before, self._document = self._document, document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        self.verticalScrollBar().setValue(0)

    def _paint(self, painter: QPainter, context: PaintContext) -> None:
        # Qt gives a viewport its former palette back when a stylesheet is replaced, before or after
        # it was told of the new one, in no fixed order: the paper is laid by us.
        view = self._view()
        painter.fillRect(view, QColor(self._dressed_in.paper))
        self._painter.paint(painter, context, view)

    def dress(self) -> None:
        """Puts the theme's paper under the text, and its colors into it."""
        colors = self._dressed_in = theme.current()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(colors.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(colors.text))
        self.setPalette(palette)
        held = self._scroll.held()
        self._layout.restyle()
        self._scroll.restore(*held)

    def _view(self) -> QRectF:
        """Gives the part of the document that is in sight."""
        size = self.viewport().size()
        return QRectF(0, self.verticalScrollBar().value(), size.width(), size.height())
