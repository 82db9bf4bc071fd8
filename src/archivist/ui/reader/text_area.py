"""A document's text as it is laid out and scrolled: zoom, place, selection, and what stands where.

Qt's own read-only text editing works over our layout; positions are code points.
"""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from archivist.domain.model import Picture
from archivist.domain.reading import Mark
from archivist.domain.vocabulary import MarkKind
from archivist.ui import theme
from archivist.ui.reader import hits
from archivist.ui.reader.laying_out import laid_out
from archivist.ui.reader.layout import PaintContext
from archivist.ui.reader.margin_painter import MarginPainter
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.shown import shown_text
from archivist.ui.reader.text_painter import Drawn, TextPainter
from archivist.ui.reader.text_scroll import TextScroll
from archivist.ui.reader.typography import LEAST_ZOOM, MOST_ZOOM, Typography

_ABOVE = 0.28  # the share of the view that stays above a passage that is shown


class TextArea(QTextEdit):
    """A text that can be selected and not edited; nothing is done with it yet."""

    scrolled = Signal()
    resized = Signal()
    zoom_changed = Signal()

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
        self.dress()

    def set_document(self, model: ReaderModel) -> None:
        """Shows another text, from its beginning and with nothing annotated."""
        self._restored = None
        self._drawn = Drawn()
        self._load(model)

    def text(self) -> str:
        """Gives the document's text, as the archive has it."""
        return self._text

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

    # What stands at a point

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

    # Events

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies exactly what the document has: its own line ends and characters."""
        mime = QMimeData()
        selected = self.selection()
        if selected is not None:
            mime.setText(self._text[slice(*selected)])
        return mime

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self.zoom() * 1.1 ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

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
