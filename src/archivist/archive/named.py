"""What events, actors, topics and citations share: being there, being alone under a name, merging.

Every function that writes has to be called inside a step.
"""

import sqlite3
from collections.abc import Iterable

from archivist.archive.store import Store
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.names import name_key


def existing(store: Store, table: str, row_id: int) -> sqlite3.Row:
    """Gives a row by its id.

    Raises:
        NotFoundError: There is none.
    """
    row = store.row(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    if row is None:
        raise NotFoundError(
            f"There is no {table} {row_id} in this archive; it may have been deleted or merged."
        )
    return row


def refuse_second(
    store: Store, table: str, name: str, *, besides: int | None = None, among: str = "1"
) -> None:
    """Refuses a name that another row of the table has, by its key.

    Args:
        store: The archive's store.
        table: event, actor or topic.
        name: The name wanted.
        besides: The row that wants it, when it is already there.
        among: An SQL condition on which rows the name has to be alone.

    Raises:
        InvalidValueError: Another row has it; the sentence names that row as it is written.
    """
    taken = store.value(
        f"SELECT name FROM {table} WHERE name_key = ? AND id IS NOT ? AND {among}",
        (name_key(name), besides),
    )
    if taken is not None:
        article = "an" if table[0] in "aeiou" else "a"
        raise InvalidValueError(
            f"There is already {article} {table} “{taken}”; use it, or choose another name."
        )


def check_parent(store: Store, table: str, row_id: int | None, parent_id: int | None) -> None:
    """Refuses a parent that is not there, is the row itself, or stands below it.

    Raises:
        NotFoundError: There is no such parent.
        InvalidValueError: The hierarchy would turn in a circle.
    """
    if parent_id is None:
        return
    parent = existing(store, table, parent_id)
    if row_id is not None and row_id in ancestors(store, table, parent_id, itself=True):
        raise InvalidValueError(
            f"“{parent['name']}” cannot be the parent: it is the {table} itself or stands below it."
        )


def ancestors(store: Store, table: str, row_id: int, *, itself: bool = False) -> list[int]:
    """Gives the ids of a row's ancestors, from its parent up; first its own where asked."""
    found = [
        int(row["id"])
        for row in store.rows(
            # UNION, not UNION ALL: a circle in a damaged archive ends all the same.
            f"""WITH RECURSIVE line(id) AS (
                  SELECT ?
                  UNION SELECT {table}.parent_id FROM {table} JOIN line ON {table}.id = line.id
                  WHERE {table}.parent_id IS NOT NULL)
                SELECT id FROM line""",
            (row_id,),
        )
    ]
    return found if itself else found[1:]


def hand_children_up(store: Store, table: str, gone: int) -> None:
    """Gives the children of a row that is to be deleted to its own parent."""
    store.write(
        f"""UPDATE {table} SET parent_id = (SELECT parent_id FROM {table} WHERE id = ?)
            WHERE parent_id = ?""",
        (gone, gone),
    )


def merge_places(store: Store, table: str, keep: int, gone: int) -> None:
    """Moves the children of one row under another, and its place where that has none."""
    gone_parent = existing(store, table, gone)["parent_id"]
    below = gone in ancestors(store, table, keep)
    above = keep in ancestors(store, table, gone)
    if below or (existing(store, table, keep)["parent_id"] is None and not above):
        store.update(table, keep, {"parent_id": gone_parent})
    store.write(
        f"UPDATE {table} SET parent_id = ? WHERE parent_id = ? AND id <> ?", (keep, gone, keep)
    )


def move_links(store: Store, link_table: str, column: str, keep: int, gone: int) -> None:
    """Moves plain links (excerpt – event, excerpt – topic) without making any twice."""
    store.write(
        f"""UPDATE {link_table} SET {column} = :keep WHERE {column} = :gone AND excerpt_id NOT IN
            (SELECT excerpt_id FROM {link_table} WHERE {column} = :keep)""",
        {"keep": keep, "gone": gone},
    )
    store.write(f"DELETE FROM {link_table} WHERE {column} = ?", (gone,))


def refuse_itself(table: str, keep: int, gone: int) -> None:
    """Refuses to merge a thing with itself.

    Raises:
        InvalidValueError: Both are the same row.
    """
    if keep == gone:
        raise InvalidValueError(f"The {table} cannot be merged with itself; choose another one.")


def add_to_note(store: Store, excerpt_id: int, line: str) -> None:
    """Adds a line to an excerpt's note, for a fact that a merge has no other place for."""
    note = store.value("SELECT note FROM excerpt WHERE id = ?", (excerpt_id,))
    store.update("excerpt", excerpt_id, {"note": joined((note, line)), "modified_at": store.now()})


def joined(texts: Iterable[str], separator: str = "\n") -> str:
    """Joins texts, leaving out empty ones and those that say what stands there already."""
    kept: list[str] = []
    for text in texts:
        if text and text not in kept:
            kept.append(text)
    return separator.join(kept)


def check_confidence(confidence: int | None) -> None:
    """Refuses a confidence that is not 0 (none) to 4 (full).

    Raises:
        InvalidValueError: It is something else.
    """
    if confidence is not None and confidence not in range(5):
        raise InvalidValueError(f"A confidence is 0 to 4, not {confidence}.")


def refuse_unknown(fields: Iterable[str], known: Iterable[str]) -> None:
    """Raises TypeError for a field that a thing does not have: that is a caller's mistake."""
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise TypeError(f"no such field: {', '.join(unknown)}")
