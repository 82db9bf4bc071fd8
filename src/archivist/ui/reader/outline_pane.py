"""The table of contents beside a text: where one is in the document, and how to get elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.reading import OutlineEntry
from archivist.ui.bidi import isolated, tip
from archivist.ui.reader.contents import Sections

LEAST_WIDTH = 130  # pixels
_OPENED = 400  # entries of a list that is short enough to be unfolded at once
_NUMBER = Qt.ItemDataRole.UserRole


class OutlinePane(QWidget):
    """Lists a document's contents; type to filter, click or Enter to go there."""

    entry_chosen = Signal(int)  # where it begins, in code points
    left = Signal()  # by Escape: the keyboard goes back to the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST_WIDTH)
        self._entries: Sequence[OutlineEntry] = ()
        self._sections = Sections(())
        self._items: list[QTreeWidgetItem] = []
        self._filter = QLineEdit(clearButtonEnabled=True)
        self._filter.setObjectName("outlineFilter")
        self._filter.setPlaceholderText(self.tr("Filter contents"))
        self._filter.setAccessibleName(self.tr("Filter contents"))
        self._filter.textChanged.connect(self._show_matches)
        self._filter.installEventFilter(self)
        self._tree = QTreeWidget()
        self._tree.setObjectName("outline")
        self._tree.setHeaderHidden(True)
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setUniformRowHeights(True)
        self._tree.setIndentation(12)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setAccessibleName(self.tr("Contents"))
        self._tree.itemClicked.connect(self._choose)
        self._tree.installEventFilter(self)
        self._hint = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("hint")
        self._hint.setMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(6)
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        column.addWidget(self._hint, 1)
        self.setFocusProxy(self._filter)
        self.set_entries(())

    def set_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Lists other contents."""
        self._entries = entries
        self._sections = Sections(entries)
        with QSignalBlocker(self._filter):
            self._filter.clear()
        self._tree.clear()
        self._items = []
        around: list[tuple[int, QTreeWidgetItem]] = []
        for number, entry in enumerate(entries):
            while around and around[-1][0] >= entry.level:
                around.pop()
            item = QTreeWidgetItem([isolated(entry.title)])
            item.setData(0, _NUMBER, number)
            item.setToolTip(0, tip(entry.title))
            if around:
                around[-1][1].addChild(item)
            else:
                self._tree.addTopLevelItem(item)
            around.append((entry.level, item))
            self._items.append(item)
        if len(entries) <= _OPENED:
            self._tree.expandAll()
        self._filter.setEnabled(bool(entries))
        self._show_matches()

    def show_place(self, position: int) -> None:
        """Marks the section that a place belongs to, and brings its entry into sight."""
        number = self._sections.at(position)
        self.show_entry(number)

    def show_entry(self, number: int | None) -> None:
        """Marks an entry as the one that is being read; None for none."""
        if self._tree.hasFocus():
            return  # somebody is walking through the list
        if number is None:
            self._tree.setCurrentIndex(QModelIndex())
        elif number != self.current():
            item = self._items[number]
            self._tree.setCurrentItem(item)
            if not item.isHidden():
                self._tree.scrollToItem(item)

    def current(self) -> int | None:
        """Gives the number of the entry that is marked."""
        item = self._tree.currentItem()
        return None if item is None else int(item.data(0, _NUMBER))

    def shown(self) -> list[str]:
        """Gives the titles that the filter lets through, in order."""
        return [
            entry.title
            for entry, item in zip(self._entries, self._items, strict=True)
            if not item.isHidden()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to an entry, Down leads from the filter to the list, Escape to the text."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                item = self._tree.currentItem() if watched is self._tree else self._first_match()
                if item is not None:
                    self._choose(item)
                return True
            case Qt.Key.Key_Down if watched is self._filter:
                current, first = self._tree.currentItem(), self._first_match()
                if first is not None and (current is None or current.isHidden()):
                    self._tree.setCurrentItem(first)
                self._tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            case Qt.Key.Key_Escape:
                if self._filter.text():
                    self._filter.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.entry_chosen.emit(self._entries[int(item.data(0, _NUMBER))].start)

    def _first_match(self) -> QTreeWidgetItem | None:
        words = self._words()
        numbered = zip(self._entries, self._items, strict=True)
        return next((item for entry, item in numbered if _has(entry, words)), None)

    def _words(self) -> list[str]:
        return self._filter.text().casefold().split()

    def _show_matches(self) -> None:
        """Hides what does not have the words, but for what stands above what has them."""
        words = self._words()
        for item in self._items:
            item.setHidden(bool(words))
        found = False
        if words:
            for entry, item in zip(self._entries, self._items, strict=True):
                if _has(entry, words):
                    found = True
                    above: QTreeWidgetItem | None = item
                    while above is not None and above.isHidden():
                        above.setHidden(False)
                        above.setExpanded(True)
                        above = above.parent()
        self._tree.setVisible(found or (not words and bool(self._entries)))
        self._hint.setVisible(self._tree.isHidden())
        self._hint.setText(
            self.tr("No entry has these words.")
            if self._entries
            else self.tr("This document has no table of contents, and no headings.")
        )


def _has(entry: OutlineEntry, words: Sequence[str]) -> bool:
    title = entry.title.casefold()
    return all(word in title for word in words)
