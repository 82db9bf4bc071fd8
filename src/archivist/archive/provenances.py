"""Where the files of documents came from: one row for each import, the newest last."""

import sqlite3

from archivist.archive.store import Store
from archivist.domain.provenance import FileFacts, Provenance


class Provenances:
    """What was noted when files were imported; older archives noted less."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, document_id: int) -> list[Provenance]:
        """Gives the imports of a document, one for each version of its file, the newest last."""
        rows = self._store.rows(
            "SELECT * FROM provenance WHERE document_id = ? ORDER BY id", (document_id,)
        )
        return [_provenance(row) for row in rows]

    def newest_of(self, document_id: int) -> Provenance | None:
        """Gives the import of the file that a document has now, if that was noted."""
        noted = self.of(document_id)
        return noted[-1] if noted else None

    def newest(self) -> dict[int, Provenance]:
        """Gives the newest import of each document that has one noted."""
        rows = self._store.rows("SELECT * FROM provenance ORDER BY id")
        return {row["document_id"]: _provenance(row) for row in rows}


def note_import(
    store: Store, document_id: int, file: FileFacts, *, sha256: str, reader: str
) -> None:
    """Notes in the step that is open where the file of a document came from."""
    store.insert(
        "provenance",
        {
            "document_id": document_id,
            "path": file.path,
            "member": file.member,
            "size": file.size,
            "modified": file.modified,
            "created": file.created,
            "sha256": sha256,
            "reader": reader,
            "imported_at": store.now(),
            "imported_by": store.user,
        },
    )


def _provenance(row: sqlite3.Row) -> Provenance:
    return Provenance(
        FileFacts(row["path"], row["size"], row["modified"], row["created"], row["member"]),
        row["sha256"],
        row["reader"],
        row["imported_at"],
        row["imported_by"],
    )
