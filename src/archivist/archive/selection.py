"""Which excerpts are meant, by what they are linked to; kinds combine, ids of a kind add up."""

import json
from collections.abc import Collection
from dataclasses import dataclass

_LINKS = {
    "events": ("excerpt_event", "event_id"),
    "actors": ("excerpt_actor", "actor_id"),
    "topics": ("excerpt_topic", "topic_id"),
    "citations": ("excerpt_citation", "citation_id"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Excerpts that are linked to at least one of each kind given; a kind left empty asks nothing.

    `excerpt_ids` None stands for all excerpts, an empty collection for none.
    """

    excerpt_ids: Collection[int] | None = None
    events: Collection[int] = ()
    actors: Collection[int] = ()
    documents: Collection[int] = ()
    citations: Collection[int] = ()
    topics: Collection[int] = ()

    def condition(self) -> tuple[str, tuple[str, ...]]:
        """Gives the SQL condition on table excerpt, with its parameters."""
        conditions, parameters = ["1"], []
        # The ids go in as one JSON array each: a list of placeholders has an upper bound.
        if self.excerpt_ids is not None:
            conditions.append("excerpt.id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(sorted(self.excerpt_ids)))
        if self.documents:
            conditions.append("excerpt.document_id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(sorted(self.documents)))
        for kind, (table, column) in _LINKS.items():
            ids: Collection[int] = getattr(self, kind)
            if ids:
                conditions.append(
                    f"excerpt.id IN (SELECT excerpt_id FROM {table} WHERE {column} IN"
                    " (SELECT value FROM json_each(?)))"
                )
                parameters.append(json.dumps(sorted(ids)))
        return " AND ".join(conditions), tuple(parameters)


ALL = Selection()
