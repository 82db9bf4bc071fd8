"""Searches everything while one types; the results stand below the field, Enter goes there."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.model import Hit
from archivist.domain.vocabulary import HitKind
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.search_field import SearchField
from archivist.ui.search_results import HitDelegate, HitModel

_MILLISECONDS = 120  # of quiet after a key before it is searched
_MOST_ROWS = 9


class Searching(QObject):
    """Searches while one types, and goes where a result leads."""

    thing_requested = Signal(str, int)  # kind, id: an event, actor or citation
    timeline_requested = Signal(object)  # ids of the excerpts that hold what is sought

    def __init__(self, window: QWidget, hub: Hub, field: SearchField, documents: Documents) -> None:
        super().__init__(window)
        self._hub, self._field, self._documents = hub, field, documents
        self._before: QWidget | None = None
        self._model = HitModel(self)
        self.results = QFrame(window)
        self.results.setObjectName("searchResults")
        self.results.hide()
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Results"))
        self.view.clicked.connect(self._open)
        self._in_time = QToolButton()
        self._in_time.setText(self.tr("Show the excerpts found in the timeline (Ctrl+Enter)"))
        self._in_time.setAutoRaise(True)
        self._in_time.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._in_time.clicked.connect(self.show_in_time)
        self._nothing = QLabel(self.tr("Nothing found."))
        self._nothing.setObjectName("hint")
        self._nothing.setMargin(10)
        column = QVBoxLayout(self.results)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self._nothing)
        column.addWidget(self.view)
        column.addWidget(self._in_time)
        self._quiet = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._quiet.timeout.connect(self.search_now)
        field.textEdited.connect(lambda _text: self._quiet.start())
        field.installEventFilter(self)
        hub.archive_changed.connect(self._reset)

    @property
    def hits(self) -> Sequence[Hit]:
        """What is found, best first."""
        return self._model.hits

    @property
    def current(self) -> Hit | None:
        """The result that Enter goes to."""
        row = self.view.currentIndex().row()
        return self._model.hits[row] if row >= 0 else None

    def start(self) -> None:
        """Goes to the field; what had the keyboard gets it back by Escape."""
        window = self._field.window()
        if window.focusWidget() is not self._field:
            self._before = window.focusWidget()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search_now(self) -> None:
        """Shows what is found for the text that stands in the field."""
        self._quiet.stop()
        text = self._field.text().strip()
        if not text or not self._hub.is_open:
            self.results.hide()
            return
        with self._hub.showing_failures():
            hits = self._hub.archive.search.find(text, limit=50)
            self._model.set_hits(hits)
            self._nothing.setVisible(not hits)
            self.view.setVisible(bool(hits))
            self._in_time.setVisible(bool(hits))
            if hits:
                self.view.setCurrentIndex(self._model.index(0))
            self._place(len(hits))

    def show_in_time(self) -> None:
        """Lets the timeline show only the excerpts that hold what is sought."""
        text = self._field.text().strip()
        if not text or not self._hub.is_open:
            return
        with self._hub.showing_failures():
            found = self._hub.archive.search.excerpts(text)
            if found:
                self.results.hide()
                self.timeline_requested.emit(found)
            else:
                told = self.tr("No excerpt has “{words}” in its quote, note or tags.")
                self._hub.message_shown.emit(told.format(words=text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the results; Enter goes, Escape leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self.results.hide()
        elif event.type() == QEvent.Type.FocusIn and self._field.text():
            self._quiet.start()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.results.hide()
            self._field.clear()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.show_in_time()
                return True
            if self._quiet.isActive() or self.results.isHidden():
                self.search_now()
            if self.view.currentIndex().isValid() and not self.results.isHidden():
                self._open(self.view.currentIndex())
            return True
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._model.rowCount():
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.view.currentIndex().row() + step) % self._model.rowCount()
            self.view.setCurrentIndex(self._model.index(row))
            return True
        return False

    def _open(self, index: QModelIndex) -> None:
        hit = self._model.hits[index.row()]
        self.results.hide()
        if hit.kind is HitKind.NOTE:
            self._documents.show_excerpt(hit.id)
        elif hit.document_id is not None and hit.start is not None and hit.end is not None:
            self._documents.show_range(hit.document_id, hit.start, hit.end)
        elif hit.document_id is not None:
            self._documents.open(hit.document_id)
        else:
            self.thing_requested.emit(hit.kind, hit.id)
        reader = self._documents.reader
        if reader is not None and hit.document_id is not None:
            reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, count: int) -> None:
        window = self._field.window()
        width = max(self._field.width(), min(560, window.width() - 20))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 3))
        left = corner.x() + (self._field.width() - width) // 2
        height = self.view.sizeHintForRow(0) * min(count, _MOST_ROWS) + 14 if count else 52
        if count:
            height += self._in_time.sizeHint().height() + 6
        left = max(8, min(left, window.width() - width - 8))
        self.results.setGeometry(left, corner.y(), width, height)
        self.results.show()
        self.results.raise_()

    def _reset(self) -> None:
        self._quiet.stop()
        self.results.hide()
        self._field.clear()
        self._before = None
        self._field.setEnabled(self._hub.is_open)
