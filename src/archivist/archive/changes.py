"""What the steps since some moment have touched, read from the history that every step leaves.

A cache that remembers the moment it was made at asks here what to read again. Undo, redo, merges
and cascades are changes of rows like any other, so none of them can be forgotten.
"""

from dataclasses import dataclass

from archivist.archive.store import Store

_THINGS = ("event", "actor", "topic", "citation")
_LINKS = tuple(f"excerpt_{thing}" for thing in _THINGS)

# The rows of one table that changed; those that are gone have left their values in the history.
_ROWS = "SELECT row_id FROM change WHERE id > :since AND table_name = '{table}'"
_LEFT = """SELECT old FROM change JOIN change_value ON change_id = change.id
           WHERE change.id > :since AND table_name = '{table}' AND column_name = '{column}'"""


def _pointed_at(table: str, column: str) -> str:
    """Gives the query for what a table's changed rows point at, now or before."""
    rows = _ROWS.format(table=table)
    return (
        f"SELECT {column} FROM {table} WHERE id IN ({rows})"
        f" UNION {_LEFT.format(table=table, column=column)}"
    )


_CITED_BY_MARKERS = _pointed_at("marker", "citation_id")

# By the table that changed: which excerpts read otherwise now.
_TOUCHED = {
    "excerpt": _ROWS.format(table="excerpt"),
    **{table: _pointed_at(table, "excerpt_id") for table in (*_LINKS, "claim")},
    **{
        thing: f"SELECT excerpt_id FROM excerpt_{thing}"
        f" WHERE {thing}_id IN ({_ROWS.format(table=thing)})"
        for thing in _THINGS
    },
    "marker": f"SELECT excerpt_id FROM excerpt_citation WHERE citation_id IN ({_CITED_BY_MARKERS})",
    "found_date": "SELECT id FROM excerpt WHERE document_id IN"
    f" ({_pointed_at('found_date', 'document_id')})",
}


@dataclass(frozen=True, slots=True)
class Touched:
    """The tables that changed, and the excerpts that read otherwise, deleted ones included."""

    tables: frozenset[str] = frozenset()
    excerpts: frozenset[int] = frozenset()


class Changes:
    """Says what to read again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def moment(self) -> int:
        """The number of the last change; 0 in an archive that nothing was done in."""
        return int(self._store.value("SELECT max(id) FROM change") or 0)

    def since(self, moment: int) -> Touched:
        """What was touched after a moment."""
        store, since = self._store, {"since": moment}
        found = store.rows("SELECT DISTINCT table_name FROM change WHERE id > :since", since)
        tables = frozenset(row[0] for row in found)
        queries = [query for table, query in _TOUCHED.items() if table in tables]
        excerpts = {row[0] for query in queries for row in store.rows(query, since)}
        return Touched(tables, frozenset(excerpts - {None}))
