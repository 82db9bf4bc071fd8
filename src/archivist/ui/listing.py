"""What a chosen event, actor, topic, citation or to-do list holds, as a list that leads to it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.archive.archive import Archive
from archivist.archive.lists import ListItem
from archivist.archive.selection import Selection
from archivist.domain.errors import NotFoundError
from archivist.domain.model import Excerpt
from archivist.ui.documents import Documents
from archivist.ui.excerpt_list import Entry
from archivist.ui.hub import Hub
from archivist.ui.library import Library
from archivist.ui.library_model import Row
from archivist.ui.library_rows import todo_title
from archivist.ui.quoting import excerpt_words

_KINDS = ("event", "actor", "topic", "citation")


class Listing(QObject):
    """Fills the list below the library, and goes where its lines lead."""

    thing_shown = Signal(str, int)  # kind, id: for the timeline
    edit_requested = Signal(str, int)  # kind, id

    def __init__(self, window: QWidget, hub: Hub, library: Library, documents: Documents) -> None:
        super().__init__(window)
        self._hub, self._library, self._documents = hub, library, documents
        self._listed: tuple[str, int | str] | None = None
        library.row_chosen.connect(self._take_row)
        library.excerpts.entry_opened.connect(self._open)
        library.excerpts.closed.connect(self._forget)
        hub.tables_changed.connect(lambda _tables: self._update())
        hub.archive_changed.connect(library.excerpts.close_list)

    def show(self, kind: str, thing_id: int) -> None:
        """Lists the excerpts of a thing."""
        self._listed = (kind, thing_id)
        self._update()

    def _take_row(self, row: Row) -> None:
        if row.kind in _KINDS:
            self.show(row.kind, row.id)
            self.thing_shown.emit(row.kind, row.id)
        elif row.kind == "list":
            self._listed = ("list", row.name)
            self._update()

    def _update(self) -> None:
        if self._listed is None or not self._hub.is_open:
            return
        kind, key = self._listed
        archive = self._hub.archive
        try:
            title, entries = _entries(archive, kind, key)
        except NotFoundError:
            self._library.excerpts.close_list()
            return
        self._library.excerpts.show_entries(title, entries)

    def _open(self, entry: Entry) -> None:
        if entry.kind == "excerpt":
            self._documents.show_excerpt(entry.id)
        elif entry.kind in {"event", "citation"} and entry.document_id is None:
            self.edit_requested.emit(entry.kind, entry.id)
        elif entry.document_id is not None and entry.start is not None:
            self._documents.show_range(entry.document_id, entry.start, entry.start)

    def _forget(self) -> None:
        self._listed = None


def _entries(archive: Archive, kind: str, key: int | str) -> tuple[str, list[Entry]]:
    if isinstance(key, str):
        return todo_title(key), [_todo(archive, item) for item in archive.lists.items(key)]
    names: dict[str, Callable[[int], str]] = {
        "event": lambda id_: archive.events.get(id_).name,
        "actor": lambda id_: archive.actors.get(id_).name,
        "topic": lambda id_: archive.topics.get(id_).name,
        "citation": lambda id_: archive.citations.get(id_).title,
    }
    selections: dict[str, Callable[[int], Selection]] = {
        "event": lambda id_: Selection(events=(id_,)),
        "actor": lambda id_: Selection(actors=(id_,)),
        "topic": lambda id_: Selection(topics=(id_,)),
        "citation": lambda id_: Selection(citations=(id_,)),
    }
    titles = {document.id: document.title for document in archive.documents.all()}
    entries = [
        _entry(archive, excerpt, titles[excerpt.document_id])
        for chunk, _tags in archive.excerpts.tagged(selections[kind](key))
        for excerpt in chunk
    ]
    return names[kind](key), entries


def _todo(archive: Archive, item: ListItem) -> Entry:
    """Gives a line of a to-do list; an excerpt is known by its words before its name."""
    label, detail = item.label, item.detail
    if item.kind == "excerpt":
        quote = f"“{item.detail}”" if item.detail else ""
        label = quote or excerpt_words(archive, archive.excerpts.get(item.id))
        detail = item.label
    return Entry(item.kind, item.id, label, detail, item.document_id, item.start)


def _entry(archive: Archive, excerpt: Excerpt, title: str) -> Entry:
    return Entry(
        "excerpt",
        excerpt.id,
        excerpt_words(archive, excerpt),
        f"{excerpt.name} · {title}",
        excerpt.document_id,
        excerpt.anchor.start,
    )
