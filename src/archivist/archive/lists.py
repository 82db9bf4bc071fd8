"""To-do lists: what still lacks a source, an event, an actor, a date or agreement.

A list is one query, so that its count and its items can never say different things.
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


_EXCERPT = """
SELECT 'excerpt' AS kind, excerpt.id AS id, excerpt.document_id || ':' || excerpt.number AS label,
  excerpt.quote AS detail, excerpt.document_id AS document_id, excerpt.start AS start
FROM excerpt WHERE {} ORDER BY excerpt.document_id, excerpt.start, excerpt.number
"""
_EVENT = """
SELECT 'event' AS kind, event.id AS id, event.name AS label, event.description AS detail,
  (SELECT excerpt.document_id FROM excerpt_event AS link
   JOIN excerpt ON excerpt.id = link.excerpt_id WHERE link.event_id = event.id
   ORDER BY excerpt.document_id, excerpt.start, excerpt.id LIMIT 1) AS document_id,
  (SELECT excerpt.start FROM excerpt_event AS link
   JOIN excerpt ON excerpt.id = link.excerpt_id WHERE link.event_id = event.id
   ORDER BY excerpt.document_id, excerpt.start, excerpt.id LIMIT 1) AS start
FROM event WHERE {} ORDER BY event.name_key, event.id
"""

# What backs an event: the citations that support its excerpts, and for an excerpt without such a
# citation the document itself.
_ONE_SOURCE = """
event.id IN (SELECT event_id FROM (
  SELECT link.event_id, CASE WHEN cited.citation_id IS NULL
    THEN 'document ' || excerpt.document_id ELSE 'citation ' || cited.citation_id END AS source
  FROM excerpt_event AS link JOIN excerpt ON excerpt.id = link.excerpt_id
  LEFT JOIN excerpt_citation AS cited
    ON cited.excerpt_id = excerpt.id AND cited.relation = 'supports')
GROUP BY event_id HAVING count(DISTINCT source) = 1)
"""

# A label without a citation is one thing to do however often its document uses it; a citation
# that is only a label stays one, too.
_UNRESOLVED = """
SELECT 'marker' AS kind, min(marker.id) AS id, '[' || marker.label || ']' AS label,
  document.title AS detail, marker.document_id AS document_id, min(marker.start) AS start
FROM marker JOIN document ON document.id = marker.document_id
WHERE marker.citation_id IS NULL AND marker.kind <> 'flag' AND marker.state <> 'resolved'
GROUP BY marker.document_id, marker.label
UNION ALL
SELECT 'citation', citation.id, citation.key, coalesce(document.title, ''), first.document_id,
  first.start
FROM citation
LEFT JOIN marker AS first ON first.id =
  (SELECT id FROM marker WHERE citation_id = citation.id ORDER BY document_id, start, id LIMIT 1)
LEFT JOIN document ON document.id = first.document_id
WHERE citation.state = 'stub'
ORDER BY document_id NULLS LAST, start, kind, id
"""
_FLAGS = """
SELECT 'marker' AS kind, marker.id AS id, marker.label AS label, document.title AS detail,
  marker.document_id AS document_id, marker.start AS start
FROM marker JOIN document ON document.id = marker.document_id
WHERE marker.kind = 'flag' ORDER BY marker.document_id, marker.start, marker.id
"""
_CONFLICTS = f"""
SELECT 'claim' AS kind, claim.id AS id,
  event.name || ' · ' || claim.property AS label,
  CASE WHEN claim.text <> '' THEN claim.text ELSE trim(
    CASE WHEN claim.minimum IS claim.maximum THEN printf('%.15g', claim.minimum)
    ELSE coalesce(printf('%.15g', claim.minimum), '…') || '–' ||
      coalesce(printf('%.15g', claim.maximum), '…') END || ' ' || claim.unit) END AS detail,
  excerpt.document_id AS document_id, excerpt.start AS start
FROM claim JOIN event ON event.id = claim.event_id JOIN excerpt ON excerpt.id = claim.excerpt_id
WHERE claim.id IN ({CONFLICTING})
ORDER BY event.name_key, event.id, lower(claim.property), lower(claim.unit), claim.id
"""


def _without(table: str) -> str:
    return _EXCERPT.format(f"excerpt.id NOT IN (SELECT excerpt_id FROM {table})")


_LISTS = {
    "unresolved_citations": _UNRESOLVED,
    "citation_needed": _FLAGS,
    "without_event": _without("excerpt_event"),
    "without_actor": _without("excerpt_actor"),
    "without_citation": _without("excerpt_citation"),
    "undated_events": _EVENT.format("event.earliest IS NULL AND event.latest IS NULL"),
    "one_source_events": _EVENT.format(_ONE_SOURCE),
    "conflicting_figures": _CONFLICTS,
    "orphaned": _EXCERPT.format("excerpt.anchor_state = 'orphaned'"),
}

# The names of the lists, in the order the library shows them.
LIST_NAMES = tuple(_LISTS)


class Lists:
    """Counts and gives what is to do."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def counts(self) -> dict[str, int]:
        """Counts the items of each list."""
        return {
            name: int(self._store.value(f"SELECT count(*) FROM ({query})") or 0)
            for name, query in _LISTS.items()
        }

    def items(self, list_name: str) -> list[ListItem]:
        """Gives the items of a list: documents in order and by place, events by name.

        Raises:
            NotFoundError: There is no such list.
        """
        if list_name not in _LISTS:
            raise NotFoundError(
                f"There is no list “{list_name}”; there are {', '.join(LIST_NAMES)}."
            )
        return [_item(row) for row in self._store.each(_LISTS[list_name])]


def _item(row: sqlite3.Row) -> ListItem:
    return ListItem(
        kind=row["kind"],
        id=row["id"],
        label=row["label"],
        detail=row["detail"],
        document_id=row["document_id"],
        start=row["start"],
    )
