"""Triggers that note every change of a tracked table under the current step.

They are made from the schema itself, so that no table or column can be forgotten, and live in the
connection (TEMP): the file holds no trigger, and one that is found in it is a stranger's.
"""

import sqlite3

from archivist.archive.schema import TRACKED

# What a step made cannot be lost by noting no values for an insert: the row itself holds them, and
# undoing the insert is a deletion, which notes them all.
_INSERT = """
CREATE TEMP TRIGGER note_insert_{table} AFTER INSERT ON main.{table} BEGIN
  {change};
END
"""

_UPDATE = """
CREATE TEMP TRIGGER note_update_{table} AFTER UPDATE ON main.{table} WHEN {differs} BEGIN
  SELECT RAISE(ABORT, 'an id never changes') WHERE OLD.id <> NEW.id;
  {change};
  INSERT INTO change_value (change_id, column_name, old, new) {values};
END
"""

_DELETE = """
CREATE TEMP TRIGGER note_delete_{table} AFTER DELETE ON main.{table} BEGIN
  {change};
  INSERT INTO change_value (change_id, column_name, old, new) {values};
END
"""

_CHANGE = """INSERT INTO change (step_id, table_name, row_id, kind)
  VALUES ((SELECT max(id) FROM step), '{table}', {row}, '{kind}')"""

# Excerpts, dates and markers stand at offsets of this text: it only comes with another file, or
# with what was recognized on its pages.
_TEXT_STAYS = """
CREATE TEMP TRIGGER text_stays BEFORE UPDATE OF text ON main.document WHEN OLD.text IS NOT NEW.text
  AND (OLD.text_sha256 IS NEW.text_sha256 OR (OLD.sha256 IS NEW.sha256
    AND NOT EXISTS (SELECT 1 FROM main.recognized_page WHERE document_id = NEW.id)))
BEGIN
  SELECT RAISE(ABORT, 'the text of a document never changes without its file');
END
"""


def track(connection: sqlite3.Connection) -> None:
    """Make the triggers for all tracked tables, in this connection."""
    connection.execute("PRAGMA temp_store=MEMORY")
    # With it, the deletion hidden in INSERT OR REPLACE is noted too.
    connection.execute("PRAGMA recursive_triggers=ON")
    for table in TRACKED:
        columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        for statement in _triggers(table, columns):
            connection.execute(statement)
    connection.execute(_TEXT_STAYS)


def _triggers(table: str, columns: list[str]) -> tuple[str, str, str]:
    differs = [f'OLD."{column}" IS NOT NEW."{column}"' for column in columns]
    # Not last_insert_rowid(): each noted value moves that on, and the next one would be lost.
    changed = " UNION ALL ".join(
        f'SELECT (SELECT max(id) FROM change), \'{column}\', OLD."{column}", NEW."{column}"'
        f" WHERE {differ}"
        for column, differ in zip(columns, differs, strict=True)
    )
    deleted = ", ".join(
        f"((SELECT max(id) FROM change), '{column}', OLD.\"{column}\", NULL)" for column in columns
    )

    def change(row: str, kind: str) -> str:
        return _CHANGE.format(table=table, row=row, kind=kind)

    return (
        _INSERT.format(table=table, change=change("NEW.id", "insert")),
        _UPDATE.format(
            table=table,
            differs=" OR ".join(differs),
            change=change("NEW.id", "update"),
            values=changed,
        ),
        _DELETE.format(table=table, change=change("OLD.id", "delete"), values=f"VALUES {deleted}"),
    )
