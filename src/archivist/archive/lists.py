"""To-do lists: what still lacks a source, an event, an actor, a date or agreement.

A list's count and its items stand on the same rows, so that they never say different things.
"""

import sqlite3
from dataclasses import dataclass

from archivist.archive.claims import CONFLICTING
from archivist.archive.store import Store
from archivist.domain.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class ListItem:
    """One thing to do: what it is, what it reads like, and where in a document it stands.

    `kind` is marker, citation, excerpt, event or claim. `document_id` and `start` (code points)
    are None for what stands in no document.
    """

    kind: str
    id: int
    label: str
    detail: str
    document_id: int | None
    start: int | None


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a list: which they are, and what is shown of each; counting needs only the first."""

    rows: str
    shown: str


_EXCERPT = """
  'excerpt' AS kind, excerpt.id AS id, excerpt.document_id || ':' || excerpt.number AS label,
  excerpt.quote AS detail, excerpt.document_id AS document_id, excerpt.start AS start
"""
_EVENT = """
  'event' AS kind, event.id AS id, event.name AS label, event.description AS detail,
  (SELECT excerpt.document_id FROM excerpt_event AS link
   JOIN excerpt ON excerpt.id = link.excerpt_id WHERE link.event_id = event.id
   ORDER BY excerpt.document_id, excerpt.start, excerpt.id LIMIT 1) AS document_id,
  (SELECT excerpt.start FROM excerpt_event AS link
   JOIN excerpt ON excerpt.id = link.excerpt_id WHERE link.event_id = event.id
   ORDER BY excerpt.document_id, excerpt.start, excerpt.id LIMIT 1) AS start
"""

# What backs an event: the citations that support its excerpts, and for an excerpt without such a
# citation the document itself (its id is negated, to tell it from a citation's).
_SOURCES = """
  SELECT coalesce(cited.citation_id,
    -(SELECT document_id FROM excerpt WHERE excerpt.id = link.excerpt_id)) AS source
  FROM excerpt_event AS link LEFT JOIN excerpt_citation AS cited
    ON cited.excerpt_id = link.excerpt_id AND cited.relation = 'supports'
  WHERE link.event_id = event.id
"""
# The search for a second source ends at the first one found, which is soon in a large archive.
_ONE_SOURCE = f"""
FROM event WHERE EXISTS ({_SOURCES})
  AND NOT EXISTS ({_SOURCES} AND source <> ({_SOURCES} LIMIT 1))
"""

# A label without a citation is one thing to do however often its document uses it.
_UNRESOLVED = _Part(
    """FROM marker WHERE marker.citation_id IS NULL AND marker.kind <> 'flag'
       AND marker.state <> 'resolved' GROUP BY marker.document_id, marker.label""",
    """'marker' AS kind, min(marker.id) AS id, '[' || marker.label || ']' AS label,
       (SELECT title FROM document WHERE document.id = marker.document_id) AS detail,
       marker.document_id AS document_id, min(marker.start) AS start""",
)
# A citation that is only a label stays something to do, too.
_FIRST_USE = """SELECT {} FROM marker WHERE marker.citation_id = citation.id
                ORDER BY marker.document_id, marker.start, marker.id LIMIT 1"""
_STUBS = _Part(
    "FROM citation WHERE citation.state = 'stub'",
    f"""'citation' AS kind, citation.id AS id, citation.key AS label,
       coalesce((SELECT title FROM document
         WHERE document.id = ({_FIRST_USE.format("marker.document_id")})), '') AS detail,
       ({_FIRST_USE.format("marker.document_id")}) AS document_id,
       ({_FIRST_USE.format("marker.start")}) AS start""",
)
_FLAGS = _Part(
    "FROM marker JOIN document ON document.id = marker.document_id WHERE marker.kind = 'flag'",
    """'marker' AS kind, marker.id AS id, marker.label AS label, document.title AS detail,
       marker.document_id AS document_id, marker.start AS start""",
)
_CONFLICTS = _Part(
    f"""FROM claim JOIN event ON event.id = claim.event_id
        JOIN excerpt ON excerpt.id = claim.excerpt_id WHERE claim.id IN ({CONFLICTING})""",
    """'claim' AS kind, claim.id AS id, event.name || ' · ' || claim.property AS label,
       CASE WHEN claim.text <> '' THEN claim.text ELSE trim(
         CASE WHEN claim.minimum IS claim.maximum THEN printf('%.15g', claim.minimum)
         ELSE coalesce(printf('%.15g', claim.minimum), '…') || '–' ||
           coalesce(printf('%.15g', claim.maximum), '…') END || ' ' || claim.unit) END AS detail,
       excerpt.document_id AS document_id, excerpt.start AS start""",
)


def _excerpts(condition: str) -> _Part:
    return _Part(f"FROM excerpt WHERE {condition}", _EXCERPT)


def _without(table: str) -> _Part:
    return _excerpts(f"excerpt.id NOT IN (SELECT excerpt_id FROM {table})")


_BY_PLACE = "document_id NULLS LAST, start, kind, id"
_BY_NAME = "label COLLATE NOCASE, id"


@dataclass(frozen=True, slots=True)
class _List:
    """A list's parts, the order of its items, and the tables that decide what is on it."""

    parts: tuple[_Part, ...]
    order: str
    tables: frozenset[str]


_LISTS = {
    "unresolved_citations": _List(
        (_UNRESOLVED, _STUBS), _BY_PLACE, frozenset({"marker", "citation"})
    ),
    "citation_needed": _List((_FLAGS,), _BY_PLACE, frozenset({"marker"})),
    **{
        f"without_{thing}": _List(
            (_without(f"excerpt_{thing}"),), _BY_PLACE, frozenset({"excerpt", f"excerpt_{thing}"})
        )
        for thing in ("event", "actor", "citation")
    },
    "undated_events": _List(
        (_Part("FROM event WHERE event.earliest IS NULL AND event.latest IS NULL", _EVENT),),
        _BY_NAME,
        frozenset({"event"}),
    ),
    "one_source_events": _List(
        (_Part(_ONE_SOURCE, _EVENT),), _BY_NAME, frozenset({"excerpt_event", "excerpt_citation"})
    ),
    "conflicting_figures": _List((_CONFLICTS,), _BY_NAME, frozenset({"claim"})),
    "orphaned": _List(
        (_excerpts("excerpt.anchor_state = 'orphaned'"),), _BY_PLACE, frozenset({"excerpt"})
    ),
}

# The names of the lists, in the order the library shows them.
LIST_NAMES = tuple(_LISTS)


class Lists:
    """Counts and gives what is to do."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def counts(self) -> dict[str, int]:
        """Counts the items of each list."""
        return {name: self.count(name) for name in _LISTS}

    def count(self, list_name: str) -> int:
        """Counts the items of a list.

        Raises:
            NotFoundError: There is no such list.
        """
        return sum(
            int(self._store.value(f"SELECT count(*) FROM (SELECT 1 {part.rows})") or 0)
            for part in _known(list_name).parts
        )

    def items(self, list_name: str) -> list[ListItem]:
        """Gives the items of a list: documents in order and by place, events by name.

        Raises:
            NotFoundError: There is no such list.
        """
        wanted = _known(list_name)
        query = " UNION ALL ".join(f"SELECT {part.shown} {part.rows}" for part in wanted.parts)
        rows = self._store.each(f"SELECT * FROM ({query}) ORDER BY {wanted.order}")
        return [_item(row) for row in rows]


def lists_of(tables: frozenset[str]) -> tuple[str, ...]:
    """Gives the names of the lists that a change of these tables can make longer or shorter."""
    return tuple(name for name, listed in _LISTS.items() if listed.tables & tables)


def _known(list_name: str) -> _List:
    if list_name not in _LISTS:
        raise NotFoundError(f"There is no list “{list_name}”; there are {', '.join(LIST_NAMES)}.")
    return _LISTS[list_name]


def _item(row: sqlite3.Row) -> ListItem:
    return ListItem(
        kind=row["kind"],
        id=row["id"],
        label=row["label"],
        detail=row["detail"],
        document_id=row["document_id"],
        start=row["start"],
    )
