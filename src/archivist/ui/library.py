"""The left pane: everything in the archive with live counts, and a filter.

Below stands the list of what a chosen thing holds. It shows rows and tells wishes; it never touches
the archive.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.appearance import icon
from archivist.ui.excerpt_list import ExcerptList
from archivist.ui.library_delegate import LibraryDelegate
from archivist.ui.library_model import LibraryModel, Row, Section, is_thing, row_of, section_of

_LEAST, _MOST = 3, 50  # rows of a section that is shortened


class Library(QWidget):
    """Sections of documents, events, actors, topics, citations and to-do lists."""

    collection_switch_requested = Signal()
    row_opened = Signal(object)  # Row: double click or Enter
    row_chosen = Signal(object)  # Row: a click or the arrow keys
    menu_requested = Signal(object, QPoint)  # Row, where on the screen
    excerpt_dropped = Signal(int, object)  # excerpt id, Row
    documents_dropped = Signal(object, object)  # list[int], the Row of a shelf

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = LibraryModel(self)
        self.model.excerpt_dropped.connect(self.excerpt_dropped)
        self.model.documents_dropped.connect(self.documents_dropped)
        self.filter = QLineEdit(placeholderText=self.tr("Filter the library"))
        self.filter.setObjectName("libraryFilter")
        self.filter.setAccessibleName(self.tr("Filter the library"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._apply_filter)
        self.view = _LibraryView()
        self.view.setModel(self.model)
        self._delegate = LibraryDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Library"))
        self.view.clicked.connect(self._take_click)
        self.view.activated_by_key.connect(self._open)
        self.view.doubleClicked.connect(self._take_double_click)
        self.view.folding_requested.connect(self._fold)
        self.view.selectionModel().currentChanged.connect(self._take_current)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self.excerpts = ExcerptList()
        self.excerpts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.by_collection = QToolButton(autoRaise=True)
        self.by_collection.setObjectName("byCollection")
        self.by_collection.setCheckable(True)
        self.by_collection.setIcon(icon("collection"))
        self.by_collection.setAccessibleName(self.tr("Documents by collection"))
        self.by_collection.setToolTip(
            self.tr("Documents where they are filed, or in one list (Ctrl+B)")
        )
        self.by_collection.clicked.connect(self.collection_switch_requested)
        head = QHBoxLayout()
        head.setContentsMargins(10, 10, 6, 2)
        head.setSpacing(2)
        head.addWidget(self.filter)
        head.addWidget(self.by_collection)
        column.addLayout(head)
        column.addWidget(self.view, 3)
        column.addWidget(self.excerpts, 2)
        self.setFocusProxy(self.view)
        self._is_moving = False  # lines, while the choice is kept

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Shows sections as they are now; others stay as they were, and so does what is chosen."""
        with self._keeping_choice():
            for section in sections:
                self.model.set_section(section)
            self._share_room()
        for line in range(self.model.rowCount()):
            index = self.model.index(line, 0)
            section_now = section_of(index)
            if section_now is not None and section_now.hides_empty:
                self.view.setRowHidden(line, QModelIndex(), not section_now.rows)
            if section_now is not None and section_now.name not in self.view.seen:
                self.view.seen.add(section_now.name)
                self.view.expand(index)

    def changeEvent(self, event: QEvent) -> None:
        """Takes the theme's icon."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "by_collection"):
            self.by_collection.setIcon(icon("collection"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many rows of each section as there is room for."""
        super().resizeEvent(event)
        with self._keeping_choice():
            self._share_room()

    def _share_room(self) -> None:
        """Shortens long sections, so that all headings can be seen at once where possible."""
        shown = [item for item in self.model.sections if item.rows or not item.hides_empty]
        long = [len(item.rows) for item in shown if item.shows_count]
        if not long:
            return
        line = self.fontMetrics().height() + 9
        fixed = sum(len(item.rows) for item in shown if not item.shows_count)
        room = self.view.viewport().height() // line - fixed - len(shown) - 2
        short = _LEAST
        while short < _MOST and sum(min(rows, short + 2) for rows in long) <= room:
            short += 1
        self.model.set_short(short)

    def set_open_document(self, document_id: int) -> None:
        """Marks the document in front."""
        self._delegate.open_document = document_id
        self.view.viewport().update()
        chosen = self.chosen_rows()
        if [row.kind for row in chosen] == ["document"] and chosen[0].id != document_id:
            # Two lines that look chosen would leave it open which document is meant.
            self._is_moving = True
            self.view.setCurrentIndex(self.model.find("document", document_id))
            self._is_moving = False

    def chosen_rows(self) -> list[Row]:
        """Gives the things that are selected, in the order they stand."""
        indexes = sorted(self.view.selectedIndexes(), key=lambda index: index.row())
        return [row for row in map(row_of, indexes) if is_thing(row)]

    def current_row(self) -> Row | None:
        """Gives the thing that the keyboard is at."""
        row = row_of(self.view.currentIndex())
        return row if is_thing(row) else None

    def choose(self, kind: str, id_or_name: int | str) -> None:
        """Moves the keyboard's place to a thing, and shows its section in full where need be."""
        index = self.model.reveal(kind, id_or_name)
        if index.isValid():
            self.view.setCurrentIndex(index)

    @contextmanager
    def _keeping_choice(self) -> Iterator[None]:
        """Keeps the same things chosen while lines move: a place in a list is no choice.

        Where a thing is gone, the keyboard stays at its place; where it is only out of sight, at
        none, so that no key does to a neighbor what was meant for it.
        """
        chosen, current = self.chosen_rows(), self.current_row()
        self._is_moving = True
        yield
        selection = QItemSelection()
        for index in map(self.model.index_of, chosen):
            selection.select(index, index)
        model, choice = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        if current is not None and self.model.has(current):
            model.setCurrentIndex(self.model.index_of(current), choice.NoUpdate)
        elif current is not None and not selection.indexes():
            selection.select(self.view.currentIndex(), self.view.currentIndex())
        model.select(selection, choice.ClearAndSelect)
        self._is_moving = False

    def _apply_filter(self, text: str) -> None:
        with self._keeping_choice():
            self.model.set_filter(text)
        if text:
            self.view.expandAll()

    def _take_click(self, index: QModelIndex) -> None:
        row, section = row_of(index), section_of(index)
        if row is None:
            self.view.fold_or_unfold(index)
        elif row.kind == "more" and section is not None:
            self.model.open_or_shorten(section.name)
            self.view.selectionModel().clear()  # what stands there now was not clicked
        elif row.kind == "document" and len(self.chosen_rows()) == 1:
            self.row_opened.emit(row)
        elif row.kind == "shelf" and len(self.chosen_rows()) == 1:
            self._fold(index, not self.model.is_folded(row))

    def _take_double_click(self, index: QModelIndex) -> None:
        row = row_of(index)
        if row is None or row.kind != "shelf":  # the first click has folded it
            self._open(index)

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        """Folds a shelf or unfolds it; from what lies in one, folding leads to the shelf."""
        row = row_of(index)
        if row is None:
            return
        if row.kind == "shelf" and self.model.is_folded(row) != folded:
            with self._keeping_choice():
                self.model.fold(row, folded=folded)
        elif folded:
            above = self.model.above(index)
            if above.isValid():
                self.view.setCurrentIndex(above)

    def _take_current(self, index: QModelIndex) -> None:
        row = row_of(index)
        if is_thing(row) and not self._is_moving:
            self.row_chosen.emit(row)

    def _open(self, index: QModelIndex) -> None:
        row, section = row_of(index), section_of(index)
        if row is not None and row.kind == "more" and section is not None:
            self.model.open_or_shorten(section.name)
            self._take_current(self.view.currentIndex())  # the first of those that came
        elif row is not None and row.kind == "shelf":
            self._fold(index, not self.model.is_folded(row))
        elif row is not None:
            self.row_opened.emit(row)

    def _ask_for_menu(self, place: QPoint) -> None:
        row = row_of(self.view.indexAt(place))
        if is_thing(row):
            self.menu_requested.emit(row, self.view.viewport().mapToGlobal(place))


class _LibraryView(QTreeView):
    """A tree without branches: sections fold by a click or the arrow keys."""

    activated_by_key = Signal(QModelIndex)
    folding_requested = Signal(QModelIndex, bool)  # whether to fold or to unfold

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()  # sections that have been unfolded once
        self.setObjectName("library")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def fold_or_unfold(self, index: QModelIndex) -> None:
        """Folds a section, or unfolds it; an empty one stays open for what will come."""
        if self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Space folds a section."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            if row_of(index) is None:
                self.fold_or_unfold(index)
            else:
                self.activated_by_key.emit(index)
            return
        folds = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and row_of(index) is not None:
            self.folding_requested.emit(index, event.key() == folds)
            return
        super().keyPressEvent(event)
