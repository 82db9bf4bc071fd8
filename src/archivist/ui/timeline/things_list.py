"""A plain list of events, excerpts and citations: for what has no date, and for full clusters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from archivist.domain.timeline import (
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
)
from archivist.domain.timeline_index import Item, ItemKind
from archivist.ui import theme
from archivist.ui.timeline import words
from archivist.ui.timeline.drag import EXCERPT_MIME, dragged_excerpt

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Thing:
    """A line of the list; `inside` is the event it stands under."""

    kind: ItemKind
    value: TimelineEvent | TimelineExcerpt | TimelineCitation
    excerpts: int = 0
    inside: int | None = None


def things_of_model(model: TimelineModel) -> list[Thing]:
    """Gives a model's events, each with its excerpts, then the other excerpts, then citations."""
    under: dict[int, list[TimelineExcerpt]] = {}
    ids = {event.id for event in model.events}
    for excerpt in model.excerpts:
        for event_id in excerpt.event_ids:
            if event_id in ids:
                under.setdefault(event_id, []).append(excerpt)
    listed: list[Thing] = []
    for event in model.events:
        listed += _with_excerpts(event, under.get(event.id, ()))
    listed += [
        Thing(ItemKind.EXCERPT, excerpt)
        for excerpt in model.excerpts
        if ids.isdisjoint(excerpt.event_ids)
    ]
    listed += [Thing(ItemKind.CITATION, citation) for citation in model.citations]
    return listed


def things_of_items(items: Iterable[Item]) -> list[Thing]:
    """Gives dated items, each event with its excerpts."""
    listed: list[Thing] = []
    for item in items:
        if isinstance(item.value, TimelineEvent):
            listed += _with_excerpts(item.value, item.excerpts)
        else:
            listed.append(Thing(item.kind, item.value))
    return listed


def _with_excerpts(event: TimelineEvent, excerpts: Sequence[TimelineExcerpt]) -> list[Thing]:
    return [
        Thing(ItemKind.EVENT, event, len(excerpts)),
        *(Thing(ItemKind.EXCERPT, excerpt, inside=event.id) for excerpt in excerpts),
    ]


class ThingsModel(QAbstractListModel):
    """The lines as Qt reads them; excerpts can be dragged, events and citations dropped upon."""

    excerpt_dropped_on = Signal(int, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.things: list[Thing] = []

    def set_things(self, things: list[Thing]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self.things = things
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Gives the number of lines."""
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Gives a line's words, font and color."""
        thing = self.things[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(thing)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._sentence(thing)
        if role == Qt.ItemDataRole.ForegroundRole and isinstance(thing.value, TimelineEvent):
            return QColor(theme.current().event_color(thing.value.id, thing.value.color))
        if role == Qt.ItemDataRole.FontRole and thing.kind is ItemKind.EVENT:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Says which lines can be dragged and dropped upon."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags
        if self.things[index.row()].kind is ItemKind.EXCERPT:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Names what is carried: excerpts."""
        return [EXCERPT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Gives what is carried for a dragged line."""
        data = QMimeData()
        excerpt_id = self.things[indexes[0].row()].value.id
        data.setData(EXCERPT_MIME, str(excerpt_id).encode("ascii"))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Says that a drop links, and may be offered as a copy."""
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Says that a dragged line is linked, never moved."""
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Asks to link a dropped excerpt to the line it was dropped on."""
        excerpt_id = dragged_excerpt(data)
        if excerpt_id is None or not parent.isValid():
            return False
        thing = self.things[parent.row()]
        self.excerpt_dropped_on.emit(excerpt_id, thing.kind.value, thing.value.id)
        return True

    def _line(self, thing: Thing) -> str:
        if isinstance(thing.value, TimelineEvent):
            if not thing.excerpts:
                return thing.value.name
            return f"{thing.value.name} · {words.excerpts_text(0, thing.excerpts)}"
        if isinstance(thing.value, TimelineCitation):
            return f"{thing.value.label} · {thing.value.title}"
        indent = "\u2003" if thing.inside is not None else ""
        return indent + words.quoted(thing.value, 200)

    def _sentence(self, thing: Thing) -> str:
        if isinstance(thing.value, TimelineEvent):
            return words.event_sentence(thing.value, thing.excerpts)
        if isinstance(thing.value, TimelineCitation):
            return words.citation_sentence(thing.value)
        return words.excerpt_sentence(thing.value)


class ThingsList(QListView):
    """The list: a click or Space chooses a line, Enter or a double click opens it."""

    chosen = Signal(str, int)  # kind, id
    opened = Signal(str, int)
    link_requested = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ThingsModel(self)
        self.setModel(self.lines)
        self.setObjectName("thingsList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.clicked.connect(lambda index: self.chosen.emit(*self._key(index)))
        self.doubleClicked.connect(lambda index: self.opened.emit(*self._key(index)))

    def select(self, kind: ItemKind, id_: int | None) -> bool:
        """Marks a line and scrolls to it; says whether there is one."""
        for row, thing in enumerate(self.lines.things):
            if (thing.kind, thing.value.id) == (kind, id_):
                index = self.lines.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        self.clearSelection()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens with Enter, chooses with Space, links the chosen excerpt with L."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(*self._key(index))
        elif event.key() == Qt.Key.Key_Space:
            self.chosen.emit(*self._key(index))
        elif event.key() == Qt.Key.Key_L:
            self.link_requested.emit(*self._key(index))
        else:
            super().keyPressEvent(event)

    def _key(self, index: QModelIndex) -> tuple[str, int]:
        thing = self.lines.things[index.row()]
        return thing.kind.value, thing.value.id
