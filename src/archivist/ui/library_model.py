"""The library as a tree of plain rows: sections of things, shortened and filtered here."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from archivist.domain.names import name_key
from archivist.ui.bidi import tip

EXCERPT_MIME = "application/x-archivist-excerpt"  # an excerpt's id, in decimal
DOCUMENTS_MIME = "application/x-archivist-documents"  # their ids, as JSON
_LARGE = 25  # documents of a shelf that is folded at first
ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # a Row, on lines
SECTION_ROLE = Qt.ItemDataRole.UserRole + 2  # a Section, on headings
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the library; `mark` is an event's color or the name of an actor's kind."""

    kind: str  # "document", "shelf", "event", "actor", "topic", "citation", "list" or "more"
    id: int
    label: str
    count: int = 0
    mark: str = ""
    name: str = ""  # of a to-do list, or of a shelf: where that is in the collection
    detail: str = ""  # what the tooltip adds
    other_names: tuple[str, ...] = ()  # the filter finds them too
    is_warning: bool = False
    depth: int = 0  # below other rows of its section


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows; excerpts can be dropped on the rows of some."""

    name: str
    title: str
    rows: tuple[Row, ...] = ()
    shows_count: bool = True
    hides_empty: bool = False
    count: int | None = None  # where it is not that of the rows
    is_tree: bool = False  # rows stand below others, and fold


_TAGS = ("event", "actor", "topic", "citation")


class LibraryModel(QStandardItemModel):
    """Sections at the top, their rows below; sections that did not change are left alone."""

    excerpt_dropped = Signal(int, object)  # excerpt id, Row
    documents_dropped = Signal(object, object)  # list[int], Row

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded: dict[str, bool] = {}  # shelves that a person folded, or unfolded
        self._sections: dict[str, Section] = {}
        self._headings: dict[str, QStandardItem] = {}
        self._opened: set[str] = set()  # sections shown in full
        self._short = 8
        self._filter: tuple[str, ...] = ()

    def set_section(self, section: Section) -> None:
        """Shows a section as it is now; a new one comes below the others."""
        if self._sections.get(section.name) == section:
            return
        self._sections[section.name] = section
        if section.name not in self._headings:
            heading = QStandardItem()
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._headings[section.name] = heading
            self.appendRow(heading)
        self._show(section)

    def set_filter(self, text: str) -> None:
        """Shows only rows in whose names every word occurs; "" shows all."""
        self._filter = tuple(name_key(text).split())
        for section in self._sections.values():
            self._show(section)

    def set_short(self, rows: int) -> None:
        """Sets how many rows a section shows before "+ n more"."""
        if rows != self._short:
            self._short = rows
            for section in self._sections.values():
                self._show(section)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in full."""
        return tuple(self._sections.values())

    def open_or_shorten(self, section_name: str) -> None:
        """Shows a section in full, or shortens it again."""
        self._opened ^= {section_name}
        self._show(self._sections[section_name])

    def is_folded(self, shelf: Row) -> bool:
        """Says whether a shelf hides what it holds; a large one does until it is unfolded."""
        return self._folded.get(shelf.name, shelf.count > _LARGE)

    def fold(self, shelf: Row, *, folded: bool) -> None:
        """Hides what a shelf holds, or shows it."""
        self._folded[shelf.name] = folded
        for section in self._sections.values():
            if section.is_tree:
                self._show(section)

    def above(self, index: Index) -> QModelIndex:
        """Gives what a line stands below: a shelf, a document, or the heading of its section."""
        row, heading = row_of(index), index.parent()
        for line in range(index.row() - 1, -1, -1):
            other = row_of(self.index(line, 0, heading))
            if row is not None and other is not None and other.depth < row.depth:
                return self.index(line, 0, heading)
        return heading

    def find(self, kind: str, id_or_name: int | str) -> QModelIndex:
        """Gives the index of a thing that is shown, else an invalid one."""
        for heading in self._headings.values():
            for line in range(heading.rowCount()):
                row = row_of(heading.child(line).index())
                if is_thing(row) and row.kind == kind and id_or_name in {row.id, row.name}:
                    return heading.child(line).index()
        return QModelIndex()

    def reveal(self, kind: str, id_or_name: int | str) -> QModelIndex:
        """Gives the index of a thing as `find` does; a shortened section is shown in full for it.

        What the filter hides stays hidden.
        """
        index = self.find(kind, id_or_name)
        if index.isValid() or self._filter:
            return index
        for section in self._sections.values():
            for place, row in enumerate(section.rows):
                if row.kind == kind and id_or_name in {row.id, row.name}:
                    if section.is_tree:
                        for above in _above(section.rows, place):
                            self.fold(above, folded=False)
                    else:
                        self.open_or_shorten(section.name)
                    return self.find(kind, id_or_name)
        return index

    def index_of(self, thing: Row) -> QModelIndex:
        """Gives where a thing stands now, whatever else has become of it; invalid if unseen."""
        return self.find(thing.kind, thing.name or thing.id)

    def has(self, thing: Row) -> bool:
        """Says whether a thing is still there, be it shown or not."""
        return any(
            (row.kind, row.id, row.name) == (thing.kind, thing.id, thing.name)
            for section in self._sections.values()
            for row in section.rows
        )

    def mimeTypes(self) -> list[str]:
        """Excerpts can be dropped on things to tag them, documents on shelves to file them."""
        return [EXCERPT_MIME, DOCUMENTS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Documents can be dragged."""
        rows = [row for row in map(row_of, indexes) if row is not None and row.kind == "document"]
        data = QMimeData()
        data.setData(DOCUMENTS_MIME, json.dumps([row.id for row in rows]).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """What is filed stands somewhere else afterwards."""
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        """Excerpts are offered to be linked; where they stand, they stay."""
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Only a thing that can be a tag takes an excerpt, and only a shelf documents."""
        target = row_of(parent)
        if target is None:
            return False
        if data.hasFormat(DOCUMENTS_MIME):
            return target.kind == "shelf"
        return data.hasFormat(EXCERPT_MIME) and target.kind in _TAGS

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tells which excerpt was dropped on which thing; the archive makes the change."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(DOCUMENTS_MIME):
            ids = json.loads(bytes(data.data(DOCUMENTS_MIME).data()))
            self.documents_dropped.emit(ids, row_of(parent))
        else:
            self.excerpt_dropped.emit(int(data.data(EXCERPT_MIME).data()), row_of(parent))
        return False  # nothing is to be moved or inserted by the view

    def _show(self, section: Section) -> None:
        heading = self._headings[section.name]
        heading.setText(section.title)
        heading.setData(section, SECTION_ROLE)
        rows = self._rows_to_show(section)
        shared = min(len(rows), heading.rowCount())
        for line in range(shared):
            if row_of(heading.child(line).index()) != rows[line]:
                _fill(heading.child(line), rows[line])
        if heading.rowCount() > shared:
            heading.removeRows(shared, heading.rowCount() - shared)
        heading.appendRows([_fill(QStandardItem(), row) for row in rows[shared:]])

    def _rows_to_show(self, section: Section) -> Sequence[Row]:
        if self._filter:
            return _matching(section.rows, self._filter)
        if section.is_tree:
            return self._unfolded(section.rows)
        if len(section.rows) <= self._short + 1 or not section.shows_count:
            return section.rows
        if section.name in self._opened:
            return [*section.rows, Row("more", 0, self.tr("Show fewer"))]
        hidden = len(section.rows) - self._short
        more = Row("more", 0, self.tr("+ %n more", "", hidden))
        return [*section.rows[: self._short], more]

    def _unfolded(self, rows: Sequence[Row]) -> list[Row]:
        shown, hidden_below = [], None
        for row in rows:
            if hidden_below is not None and row.depth > hidden_below:
                continue
            is_folded = row.kind == "shelf" and self.is_folded(row)
            hidden_below = row.depth if is_folded else None
            shown.append(replace(row, mark="folded") if is_folded else row)
        return shown


def row_of(index: Index) -> Row | None:
    """Gives the row at an index, None for a heading."""
    row = index.data(ROW_ROLE) if index.isValid() else None
    return row if isinstance(row, Row) else None


def section_of(index: Index) -> Section | None:
    """Gives the section of a heading or a line."""
    top = index.parent() if index.parent().isValid() else index
    section = top.data(SECTION_ROLE) if top.isValid() else None
    return section if isinstance(section, Section) else None


def is_thing(row: Row | None) -> TypeGuard[Row]:
    """Says whether a row stands for something of the archive."""
    return row is not None and row.kind != "more"


def _fill(item: QStandardItem, row: Row) -> QStandardItem:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if row.kind in _TAGS or row.kind == "shelf":
        flags |= Qt.ItemFlag.ItemIsDropEnabled
    if row.kind == "document":
        flags |= Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags)
    item.setText(row.label)
    item.setData(row, ROW_ROLE)
    item.setToolTip(tip(f"{row.label}\n{row.detail}" if row.detail else row.label))
    item.setData(f"{row.label}, {row.count}", Qt.ItemDataRole.AccessibleTextRole)
    return item


def _above(rows: Sequence[Row], place: int) -> Iterator[Row]:
    """Gives the shelves that a row stands below."""
    depth = rows[place].depth
    for row in reversed(rows[:place]):
        if row.depth < depth:
            depth = row.depth
            if row.kind == "shelf":
                yield row


def _matching(rows: Sequence[Row], words: Sequence[str]) -> list[Row]:
    """Gives the rows that match, and those that they stand below."""
    found: list[Row] = []
    wanted = -1  # the depth above which a row is shown for what stands below it
    for row in reversed(rows):
        if _matches(row, words) or row.depth < wanted:
            found.append(row)
            wanted = row.depth
    return found[::-1]


def _matches(row: Row, words: Sequence[str]) -> bool:
    names = [name_key(name) for name in (row.label, *row.other_names)]
    return any(all(word in name for word in words) for name in names)
