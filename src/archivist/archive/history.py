"""Undo, redo and the list of all steps; they stand in the archive, so a restart loses none.

To undo a step is to write its changes back in reverse order, as a step of its own; to redo it is
to undo that one. Rows come back under their old ids.
"""

import sqlite3
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from archivist.archive.passages import renew_passages
from archivist.archive.store import Store
from archivist.domain.errors import StorageError
from archivist.domain.model import Step
from archivist.domain.vocabulary import StepKind

# The newest step that stands. One that was undone is left out, and so is the undoing.
_UNDOABLE = """
SELECT id, name FROM step WHERE kind <> 'undo' AND undone_by IS NULL ORDER BY id DESC LIMIT 1
"""

# The newest undoing that was not redone, unless something new was done since.
_REDOABLE = """
SELECT id, name FROM step
WHERE kind = 'undo' AND undone_by IS NULL
  AND id > (SELECT coalesce(max(id), 0) FROM step WHERE kind = 'do')
ORDER BY id DESC LIMIT 1
"""

_CHANGES = """
SELECT change.id, table_name, row_id, kind, column_name, old
FROM change LEFT JOIN change_value ON change_id = change.id
WHERE step_id = ? ORDER BY change.id DESC
"""


# Documents whose text a step changed.
_OTHER_TEXTS = """
SELECT DISTINCT row_id FROM change JOIN change_value ON change_id = change.id
WHERE step_id = ? AND table_name = 'document' AND kind = 'update' AND column_name = 'text'
"""


class _Statement(NamedTuple):
    sql: str
    parameters: tuple[object, ...]


class History:
    """The steps of an archive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def undoable(self) -> str | None:
        """The name of the step that `undo` would take back."""
        row = self._store.row(_UNDOABLE)
        return str(row["name"]) if row else None

    @property
    def redoable(self) -> str | None:
        """The name of the step that `redo` would do again."""
        row = self._store.row(_REDOABLE)
        return str(row["name"]) if row else None

    def undo(self) -> str | None:
        """Take back the last step that stands; returns its name, None if there is none.

        Raises:
            StorageError: the disk is full, or another program has changed what would be undone.
        """
        return self._reverse(_UNDOABLE, StepKind.UNDO)

    def redo(self) -> str | None:
        """Do the step again that was undone last; returns its name, None if there is none.

        Raises:
            StorageError: as for `undo`.
        """
        return self._reverse(_REDOABLE, StepKind.REDO)

    def steps(self, limit: int = 200) -> list[Step]:
        """The newest steps, newest first; undoing and redoing are steps of their own kind."""
        rows = self._store.rows("SELECT * FROM step ORDER BY id DESC LIMIT ?", (limit,))
        return [
            Step(
                id=row["id"],
                uid=row["uid"],
                name=row["name"],
                at=row["at"],
                by=row["by"],
                undone=row["undone_by"] is not None,
                kind=StepKind(row["kind"]),
            )
            for row in rows
        ]

    def _reverse(self, which: str, kind: StepKind) -> str | None:
        row = self._store.row(which)
        if row is None:
            return None
        name = str(row["name"])
        with self._store.step(name, kind=kind):
            # Written back in reverse, a row can stand for a moment without the one it points to.
            self._store.write("PRAGMA defer_foreign_keys=ON")
            try:
                self._write_back(row["id"])
            except sqlite3.IntegrityError as error:
                raise self._changed_outside(name) from error
            for changed in self._store.rows(_OTHER_TEXTS, (row["id"],)):
                renew_passages(self._store, changed["row_id"])
            self._store.write(
                "UPDATE step SET undone_by = (SELECT max(id) FROM step) WHERE id = ?", (row["id"],)
            )
        return name

    def _write_back(self, step_id: int) -> None:
        statements = _reversed_changes(self._store.rows(_CHANGES, (step_id,)))
        for sql, run in groupby(statements, key=lambda statement: statement.sql):
            parameters = [statement.parameters for statement in run]
            if self._store.write_many(sql, parameters) != len(parameters):
                raise sqlite3.IntegrityError("a row that the history knows is not there")

    def _changed_outside(self, name: str) -> StorageError:
        return StorageError(
            f"“{name}” cannot be undone or redone: another program has changed "
            f"“{self._store.path.name}” since. Nothing was changed."
        )


def _reversed_changes(rows: list[sqlite3.Row]) -> list[_Statement]:
    statements = []
    for _, group in groupby(rows, key=itemgetter("id")):
        changed = list(group)
        table, row_id, kind = changed[0]["table_name"], changed[0]["row_id"], changed[0]["kind"]
        if kind == "insert":
            statements.append(_Statement(f'DELETE FROM "{table}" WHERE id = ?', (row_id,)))
            continue
        values = {row["column_name"]: row["old"] for row in changed}
        if kind == "update":
            columns = ", ".join(f'"{column}" = ?' for column in values)
            sql = f'UPDATE "{table}" SET {columns} WHERE id = ?'
            statements.append(_Statement(sql, (*values.values(), row_id)))
        else:
            columns = ", ".join(f'"{column}"' for column in values)
            marks = ", ".join("?" * len(values))
            sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
            statements.append(_Statement(sql, tuple(values.values())))
    return statements
