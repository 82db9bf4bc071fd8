"""Documents: added and replaced with all that was found in them, described, found, deleted."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any, TypedDict, Unpack

from archivist.archive.document_contents import DocumentContents
from archivist.archive.document_rows import (
    COLUMNS,
    belonging_rows,
    document_from,
    document_values,
    shelfmark_values,
)
from archivist.archive.passages import add_passages, adding_passages
from archivist.archive.provenances import note_import
from archivist.archive.replacing import Place, Version, replace_version
from archivist.archive.rows import date_values
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Document, Shelfmark
from archivist.domain.provenance import FileFacts
from archivist.domain.reading import Block, FoundDate, FoundMarker, ReadDocument

_STEP_NAMES = {
    "title": "Rename document",
    "date": "Change document date",
    "shelfmark": "Change shelfmark",
    "note": "Edit document note",
}


class DocumentFields(TypedDict, total=False):
    """What a person can change of a document."""

    title: str
    language: str
    direction: str
    author: str
    date: UncertainDate | None
    source: str
    accessed: str
    rights: str
    shelfmark: Shelfmark
    note: str


class Documents(DocumentContents):
    """The documents of an archive."""

    # Changing

    def add(
        self,
        read: ReadDocument,
        *,
        original_name: str,
        sha256: str,
        source: str = "",
        markers: Sequence[FoundMarker] = (),
        dates: Sequence[FoundDate] = (),
        parent_id: int | None = None,
        date: UncertainDate | None = None,
        file: FileFacts | None = None,
        indexed_as: int | None = None,
    ) -> int:
        """Keep what a reader made of a file, in one step; returns the new document's id.

        The file itself, with this SHA-256, has to be among the originals. If it came inside
        another document, that is its parent. `date` is the document's own where the caller read
        it, `file` says where it came from, and `indexed_as` is what `indexing_ahead` gave for it.
        """
        with self._store.step(f"Import “{original_name}”"):
            store = self._store
            values = document_values(read, original_name, source)
            values |= {
                "uid": store.new_uid(),
                "sha256": sha256,
                "imported_at": store.now(),
                "imported_by": store.user,
            }
            if date is not None:
                values |= date_values(date)
            if indexed_as is not None:
                values["id"] = indexed_as
            document_id = store.insert("document", values)
            if file is not None:
                note_import(store, document_id, file, sha256=sha256, reader=read.reader)
            for table, columns, rows in belonging_rows(document_id, read, markers, dates):
                store.insert_many(table, columns, rows)
            if indexed_as is None:
                add_passages(self._store, document_id, read.text, read.blocks)
            if parent_id is not None:
                self.attach(document_id, parent_id, original_name)
        return document_id

    def indexing_ahead(self, text: str, blocks: Iterable[Block]) -> Generator[None, None, int]:
        """Tell search of a long text before its document comes, some passages at a time.

        Returns the id that the document is to be given, and no other will be: where it never
        comes, searching passes over its passages.
        """
        with self._store.aside():
            # What AUTOINCREMENT counts by; it has no row before the first document.
            last = self._store.value("SELECT seq FROM sqlite_sequence WHERE name = 'document'")
            document_id = int(last or 0) + 1
            self._store.write("DELETE FROM sqlite_sequence WHERE name = 'document'")
            self._store.write(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('document', ?)", (document_id,)
            )
        yield from adding_passages(self._store, document_id, text, blocks)
        return document_id

    def attach(self, document_id: int, parent_id: int, name: str) -> None:
        """Note that a document came inside another, under a name; once is enough.

        Raises:
            NotFoundError: there is no such document.
            InvalidValueError: a document cannot be attached to itself.
        """
        self._require(document_id)
        self._require(parent_id)
        if document_id == parent_id:
            raise InvalidValueError(f"Document {document_id} cannot be attached to itself.")
        values = {"document_id": document_id, "parent_id": parent_id, "name": name}
        with self._store.step("Attach document"):
            if not self._store.value(
                "SELECT 1 FROM attachment WHERE document_id = ? AND parent_id = ?",
                (document_id, parent_id),
            ):
                self._store.insert("attachment", values)

    def replace(self, document_id: int, version: Version, places: Mapping[int, Place]) -> None:
        """Give a document another file, in one step; see `replacing`.

        Raises:
            NotFoundError: there is no such document.
            InvalidValueError: a place does not fit the text.
        """
        replace_version(self._store, document_id, version, places)

    def update(self, document_id: int, **fields: Unpack[DocumentFields]) -> None:
        """Change what is said about a document.

        Raises:
            NotFoundError: there is no such document.
            InvalidValueError: the title is empty, or the direction is not "ltr", "rtl" or "".
        """
        self._require(document_id)
        values: dict[str, Any] = dict(fields)
        if "title" in values:
            values["title"] = values["title"].strip()
            if not values["title"]:
                raise InvalidValueError("A document needs a title. Type one, or cancel.")
        if values.get("direction", "") not in {"", "ltr", "rtl"}:
            raise InvalidValueError(
                f"A text runs “ltr” or “rtl”, not “{values['direction']}”. Choose one of them."
            )
        if "date" in values:
            values |= date_values(values.pop("date"))
        if "shelfmark" in values:
            values |= shelfmark_values(values.pop("shelfmark"))
        only = next(iter(fields)) if len(fields) == 1 else ""
        with self._store.step(_STEP_NAMES.get(only, "Edit document")):
            self._store.update("document", document_id, values)

    def delete(self, document_id: int) -> None:
        """Delete a document with its excerpts and their links; undo brings all of it back.

        Raises:
            NotFoundError: there is no such document.
        """
        self._require(document_id)
        with self._store.step("Delete document"):
            self._store.delete("document", document_id)

    # Finding

    def all(self) -> list[Document]:
        """All documents, in the order they were imported."""
        rows = self._store.rows(f"SELECT {COLUMNS} FROM document ORDER BY id")
        return [document_from(row) for row in rows]

    def counts(self) -> dict[int, int]:
        """Gives how many excerpts each document has, documents without any among them."""
        rows = self._store.rows(
            """SELECT document.id, count(excerpt.id) AS excerpts FROM document
               LEFT JOIN excerpt ON excerpt.document_id = document.id GROUP BY document.id"""
        )
        return {row["id"]: row["excerpts"] for row in rows}

    def get(self, document_id: int) -> Document:
        """The document with this id.

        Raises:
            NotFoundError: there is no such document.
        """
        row = self._store.row(f"SELECT {COLUMNS} FROM document WHERE id = ?", (document_id,))
        if row is None:
            raise self._missing(document_id)
        return document_from(row)

    def by_sha256(self, sha256: str) -> Document | None:
        """The document made from the file with this hash, None if it was not imported."""
        row = self._store.row(
            f"SELECT {COLUMNS} FROM document WHERE sha256 = ? ORDER BY id", (sha256,)
        )
        return document_from(row) if row else None

    def attachments(self, document_id: int) -> list[Document]:
        """The documents that came inside this one, in the order in which they did."""
        rows = self._store.rows(
            f"""SELECT {COLUMNS} FROM document
                WHERE id IN (SELECT document_id FROM attachment WHERE parent_id = :parent)
                ORDER BY (SELECT id FROM attachment
                          WHERE document_id = document.id AND parent_id = :parent)""",
            {"parent": document_id},
        )
        return [document_from(row) for row in rows]

    def parents(self, document_id: int) -> list[Document]:
        """The documents inside which this one came; none for most."""
        rows = self._store.rows(
            f"""SELECT {COLUMNS} FROM document
                WHERE id IN (SELECT parent_id FROM attachment WHERE document_id = ?)
                ORDER BY id""",
            (document_id,),
        )
        return [document_from(row) for row in rows]

    def resolve(self, text: str) -> Document:
        """The document that a person means by an id, a title or the file's name.

        Raises:
            NotFoundError: there is none.
            InvalidValueError: there are several.
        """
        if text.isdecimal() and self._store.value("SELECT 1 FROM document WHERE id = ?", (text,)):
            return self.get(int(text))
        wanted = text.casefold()
        found = [
            document
            for document in self.all()
            if wanted in {document.title.casefold(), document.original_name.casefold()}
        ]
        exact = [item for item in found if text in {item.title, item.original_name}]
        found = exact or found
        if not found:
            raise NotFoundError(
                f"There is no document “{text}” in “{self._store.path.name}”. "
                "Give its id, its title or the name of its file."
            )
        if len(found) > 1:
            ids = ", ".join(str(document.id) for document in found)
            raise InvalidValueError(f"“{text}” can be the documents {ids}. Give the id.")
        return found[0]

    # Inside

    def _require(self, document_id: int) -> None:
        if not self._store.value("SELECT 1 FROM document WHERE id = ?", (document_id,)):
            raise self._missing(document_id)
