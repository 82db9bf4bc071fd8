"""What a document consists of: text, pages, shape, pictures, and the dates found in it."""

import sqlite3

from archivist.archive.document_rows import (
    page_from,
)
from archivist.archive.rows import date_from, from_json
from archivist.archive.store import Store
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import NotFoundError
from archivist.domain.model import Picture
from archivist.domain.reading import Block, FoundDate, Mark, OutlineEntry, Page
from archivist.domain.vocabulary import BlockKind, MarkKind


class DocumentContents:
    """Reads what belongs to one document; it only changes with the document's file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def text(self, document_id: int) -> str:
        """The text of a document.

        Raises:
            NotFoundError: there is no such document.
        """
        text = self._store.value("SELECT text FROM document WHERE id = ?", (document_id,))
        if text is None:
            raise self._missing(document_id)
        return str(text)

    def page_label(self, document_id: int, number: int) -> str:
        """The printed label of a page, "" where it has none or is not there."""
        label = self._store.value(
            "SELECT label FROM page WHERE document_id = ? AND number = ?", (document_id, number)
        )
        return str(label or "")

    def pages(self, document_id: int) -> list[Page]:
        """The pages of a document; empty for a text without pages."""
        return [page_from(row) for row in self._belonging(document_id, "page", "number")]

    def blocks(self, document_id: int) -> list[Block]:
        """The blocks of a document, in order."""
        return [
            Block(
                kind=BlockKind(row["kind"]),
                start=row["start"],
                end=row["end"],
                level=row["level"],
                attributes=from_json(row["attributes"]),
            )
            for row in self._belonging(document_id, "block")
        ]

    def marks(self, document_id: int) -> list[Mark]:
        """The inline marks of a document, in order."""
        return [
            Mark(MarkKind(row["kind"]), row["start"], row["end"], row["value"])
            for row in self._belonging(document_id, "mark")
        ]

    def outline(self, document_id: int) -> list[OutlineEntry]:
        """The document's own table of contents, in its order."""
        return [
            OutlineEntry(row["title"], row["level"], row["start"])
            for row in self._belonging(document_id, "outline", "id")
        ]

    def pictures(self, document_id: int) -> list[Picture]:
        """The pictures inside a document, in order; their bytes are among the originals."""
        return [
            Picture(
                start=row["start"],
                end=row["end"],
                media_type=row["media_type"],
                width=row["width"],
                height=row["height"],
                sha256=row["sha256"],
            )
            for row in self._belonging(document_id, "picture")
        ]

    def dates(self, document_id: int) -> list[FoundDate]:
        """The dates found in a document, in order."""
        found = []
        for row in self._belonging(document_id, "found_date"):
            date = date_from(row)
            if date is not None:
                found.append(FoundDate(row["start"], row["end"], date))
        return found

    def nearest_date(self, document_id: int, start: int, end: int) -> UncertainDate | None:
        """The date in a passage, else the one before or after it that stands nearest.

        Where two are equally far, the one before counts: texts date what follows.
        """
        row = self._store.row(
            """SELECT * FROM found_date WHERE document_id = :document AND edtf IS NOT NULL
               ORDER BY CASE WHEN start < :end AND "end" > :start THEN -1
                             WHEN "end" <= :start THEN :start - "end" ELSE start - :end END,
                        "end" > :start, start, id LIMIT 1""",
            {"document": document_id, "start": start, "end": end},
        )
        return None if row is None else date_from(row)

    def _belonging(
        self,
        document_id: int,
        table: str,
        order: str = "start, id",
    ) -> list[sqlite3.Row]:
        return self._store.rows(
            f"SELECT * FROM {table} WHERE document_id = ? ORDER BY {order}", (document_id,)
        )

    def _missing(self, document_id: int) -> NotFoundError:
        return NotFoundError(f"There is no document {document_id} in “{self._store.path.name}”.")
