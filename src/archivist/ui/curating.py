"""What is done to things of the library: rename, merge, delete, and tagging by dropping on them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from archivist.domain.collection import ids_at, places_of, shelfmark_at
from archivist.domain.model import Shelfmark
from archivist.ui.documents import Documents
from archivist.ui.editing import Editing
from archivist.ui.forms import open_form
from archivist.ui.hub import Hub
from archivist.ui.library import Library
from archivist.ui.library_model import Row
from archivist.ui.library_rows import shelf_place

_MERGED = ("event", "actor", "topic", "citation")
_EDITED = ("document", "event", "actor", "topic", "citation")


class Curating(QObject):
    """Every change is one step and asks nothing: Undo brings back what was there."""

    replacement_requested = Signal(int)  # document
    recognition_requested = Signal(object)  # list[int] of documents
    timeline_requested = Signal(object, str)  # frozenset[int] of documents, what they are called

    def __init__(
        self, window: QWidget, hub: Hub, library: Library, documents: Documents, editing: Editing
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._library = window, hub, library
        self._documents, self._editing = documents, editing
        library.row_opened.connect(self._open)
        library.menu_requested.connect(self._show_menu)
        library.excerpt_dropped.connect(self._tag_dropped)
        library.documents_dropped.connect(self._file_dropped)

    def rename(self) -> None:
        """Asks for another name of what is chosen in the library."""
        row = self._library.current_row()
        if row is None or not (row.kind in _EDITED or (row.kind == "shelf" and shelf_place(row))):
            self._ask_to_choose()
            return
        name = self._name_of(row)
        dialog = QInputDialog(self._window)
        dialog.setObjectName("renameDialog")
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Key:") if row.kind == "citation" else self.tr("Name:"))
        dialog.setTextValue(name)
        dialog.resize(420, dialog.sizeHint().height())
        dialog.accepted.connect(lambda: self.rename_to(row, dialog.textValue()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def rename_to(self, row: Row, name: str) -> None:
        """Gives a thing another name."""
        archive = self._hub.archive
        renamers: dict[str, Callable[[], None]] = {
            "document": lambda: archive.documents.update(row.id, title=name),
            "event": lambda: archive.events.update(row.id, name=name),
            "actor": lambda: archive.actors.update(row.id, name=name),
            "topic": lambda: archive.topics.update(row.id, name=name),
            "citation": lambda: archive.citations.update(row.id, key=name),
            "shelf": lambda: archive.collections.rename(shelf_place(row), name),
        }
        with self._hub.showing_failures():
            renamers[row.kind]()

    def edit(self) -> None:
        """Opens the form of what is chosen in the library, else of the document in front.

        Several documents, and shelves with all that is in them, are edited in one form.
        """
        row = self._library.current_row()
        documents = self._chosen_documents()
        if len(documents) > 1 or (documents and row is not None and row.kind == "shelf"):
            self._editing.edit_documents(documents)
        elif row is not None and row.kind in _EDITED:
            self._editing.edit(row.kind, row.id)
        elif self._hub.document_id is not None:
            self._editing.edit("document", self._hub.document_id)
        else:
            self._ask_to_choose()

    def file_under(self) -> None:
        """Asks where in the collection the chosen documents are to be filed."""
        documents = self._chosen_documents()
        if not documents and self._hub.document_id is not None:
            documents = [self._hub.document_id]
        if not documents:
            self._ask_to_choose()
            return
        from archivist.ui.dialogs.filing import FilingDialog

        places = places_of(self._hub.archive.documents.all())
        dialog = FilingDialog(len(documents), places, self._window)

        open_form(self._hub, dialog, lambda shelfmark: self.file(documents, shelfmark))

    def show_on_timeline(self) -> None:
        """Lets the timeline show only what the chosen documents tell of, or those of a shelf."""
        documents = self._chosen_documents()
        if not documents:
            self._ask_to_choose()
            return
        rows = self._library.chosen_rows()
        name = rows[0].label if len(rows) == 1 else self.tr("%n document(s)", "", len(documents))
        self.timeline_requested.emit(frozenset(documents), name)

    def file(self, document_ids: list[int], shelfmark: Shelfmark) -> None:
        """Files documents in one step.

        Raises:
            ArchivistError: They cannot be filed.
        """
        self._hub.archive.collections.file(document_ids, shelfmark)
        count = self.tr("%n document(s)", "", len(document_ids))
        where = str(shelfmark)
        said = (
            self.tr("Filed {count} under {where}. Ctrl+Z takes it back.")
            if where
            else self.tr("Took {count} off the shelves. Ctrl+Z takes it back.")
        )
        self._hub.message_shown.emit(said.format(count=count, where=where))

    def _file_dropped(self, document_ids: list[int], row: Row) -> None:
        if self._hub.is_writable and document_ids:
            with self._hub.showing_failures():
                self.file(document_ids, shelfmark_at(shelf_place(row)))

    def _chosen_documents(self) -> list[int]:
        """Gives the documents that are chosen in the library, and those on chosen shelves."""
        found: list[int] = []
        everything = None
        for row in self._library.chosen_rows():
            if row.kind == "document":
                found.append(row.id)
            elif row.kind == "shelf":
                everything = everything or self._hub.archive.documents.all()
                found += ids_at(everything, shelf_place(row))
        return list(dict.fromkeys(found))

    def merge(self) -> None:
        """Makes one of two things of a kind: those chosen in the library, or one and another."""
        rows = self._library.chosen_rows()
        kinds = {row.kind for row in rows}
        if len(kinds) == 1 and kinds <= set(_MERGED) and len(rows) <= 2:
            self._editing.merge(rows[0].kind, rows[0].id, rows[1].id if len(rows) == 2 else None)
        else:
            self._hub.message_shown.emit(
                self.tr("Choose one or two events, actors, topics or citations in the library.")
            )

    def delete(self) -> None:
        """Deletes what is chosen: in the library when one works there, else the excerpt."""
        if self._library.view.hasFocus():
            rows = [row for row in self._library.chosen_rows() if row.kind in _EDITED]
            if rows:
                self.delete_rows(rows)
            else:
                self._ask_to_choose()
        elif self._hub.excerpt_id is not None:
            self._delete_excerpt(self._hub.excerpt_id)

    def delete_rows(self, rows: list[Row]) -> None:
        """Deletes things in one step."""
        archive = self._hub.archive
        deleters: dict[str, Callable[[int], None]] = {
            "document": archive.documents.delete,
            "event": archive.events.delete,
            "actor": archive.actors.delete,
            "topic": archive.topics.delete,
            "citation": archive.citations.delete,
        }
        with self._hub.showing_failures():
            if len(rows) == 1:
                deleters[rows[0].kind](rows[0].id)
                what = f"“{rows[0].label}”"
            else:
                what = self._several(rows)
                with archive.step(self.tr("Delete {what}").format(what=what)):
                    for row in rows:
                        deleters[row.kind](row.id)
            self._hub.message_shown.emit(
                self.tr("Deleted {what}. Ctrl+Z brings back what was deleted.").format(what=what)
            )

    def _several(self, rows: list[Row]) -> str:
        """Says how many things there are, of what kind if all are of one."""
        words = {
            "document": self.tr("%n document(s)", "", len(rows)),
            "event": self.tr("%n event(s)", "", len(rows)),
            "actor": self.tr("%n actor(s)", "", len(rows)),
            "topic": self.tr("%n topic(s)", "", len(rows)),
            "citation": self.tr("%n citation(s)", "", len(rows)),
        }
        kinds = {row.kind for row in rows}
        return words[kinds.pop()] if len(kinds) == 1 else self.tr("%n thing(s)", "", len(rows))

    def _delete_excerpt(self, excerpt_id: int) -> None:
        with self._hub.showing_failures():
            name = self._hub.archive.excerpts.get(excerpt_id).name
            self._hub.archive.excerpts.delete(excerpt_id)
            self._hub.message_shown.emit(
                self.tr("Deleted excerpt {name}. Ctrl+Z brings it back.").format(name=name)
            )

    def _open(self, row: Row) -> None:
        if row.kind == "document":
            self._documents.open(row.id)
        elif row.kind in _EDITED:
            self._editing.edit(row.kind, row.id)

    def _tag_dropped(self, excerpt_id: int, row: Row) -> None:
        if not self._hub.is_writable:
            return
        links = self._hub.archive.links
        with self._hub.showing_failures():
            if row.kind == "event":
                links.tag_event(excerpt_id, row.id)
            elif row.kind == "actor":
                links.tag_actor(excerpt_id, row.id)
            elif row.kind == "topic":
                links.tag_topic(excerpt_id, row.id)
            elif row.kind == "citation":
                links.cite(excerpt_id, row.id)
            self._hub.choose_excerpt(excerpt_id)

    def _show_menu(self, row: Row, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.kind == "document":
            menu.addAction(self.tr("Open"), lambda: self._documents.open(row.id))
        if row.kind in _EDITED and self._hub.is_writable:
            rows = self._library.chosen_rows()
            several = len(self._chosen_documents()) > 1
            words = self.tr("Edit Details…") if several else self.tr("Edit…")
            self._add(menu, words, self.edit, "F4")
            self._add(menu, self.tr("Rename…"), self.rename, "F2")
            if row.kind == "document":
                self._add(menu, self.tr("File Under…"), self.file_under, "Ctrl+M")
                self._add(menu, self.tr("Recognize Text…"), self._recognize)
                self._add(
                    menu,
                    self.tr("Replace by a New Version…"),
                    lambda: self.replacement_requested.emit(row.id),
                )
            if row.kind in _MERGED:
                self._add(menu, self.tr("Merge…"), self.merge)
            menu.addSeparator()
            self._add(menu, self.tr("Delete"), lambda: self.delete_rows(rows), "Del")
        elif row.kind == "shelf" and self._hub.is_writable:
            self._add(menu, self.tr("Show on Timeline Only"), self.show_on_timeline, "Ctrl+Shift+T")
            self._add(menu, self.tr("Edit Details…"), self.edit, "F4")
            self._add(menu, self.tr("Recognize Text…"), self._recognize)
            if shelf_place(row):
                self._add(menu, self.tr("Rename…"), self.rename, "F2")
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)

    def _recognize(self) -> None:
        self.recognition_requested.emit(self._chosen_documents())

    @staticmethod
    def _add(menu: QMenu, text: str, slot: Callable[[], None], keys: str = "") -> None:
        action = menu.addAction(text, slot)
        if keys:
            action.setShortcut(keys)

    def _name_of(self, row: Row) -> str:
        if row.kind == "shelf":
            return shelf_place(row)[-1][1]
        return self._hub.archive.citations.get(row.id).key if row.kind == "citation" else row.label

    def _ask_to_choose(self) -> None:
        self._hub.message_shown.emit(
            self.tr("Choose a document, event, actor, topic or citation in the library first.")
        )
