"""Search over everything: texts by the full-text index, names, titles and notes by their letters.

Case and diacritics make no difference. What a person types is never read as query syntax.
"""

import secrets
import sqlite3
from collections.abc import Iterator

from archivist.archive.store import Store
from archivist.archive.words import Ranges, Words, folded, snippet, words
from archivist.domain.model import Hit
from archivist.domain.vocabulary import HitKind

# Passages of documents that are deleted stay in the index; the join leaves them out. CROSS JOIN
# keeps SQLite from another order than that of the index, which comes ranked.
_RANKED = """
SELECT passage.document_id, passage.start, highlight(passage_index, 0, :open, :close) AS text
FROM passage_index
CROSS JOIN passage ON passage.id = passage_index.rowid
CROSS JOIN document ON document.id = passage.document_id
WHERE passage_index MATCH :match ORDER BY rank LIMIT :limit
"""

_LETTER_BY_LETTER = """
SELECT passage.document_id, passage.start, passage.text
FROM passage JOIN document ON document.id = passage.document_id
WHERE {conditions} ORDER BY passage.id LIMIT ?
"""

# What is looked through besides texts. `text` is shown, `further` is only compared.
_SOURCES = {
    HitKind.EVENT: """
        SELECT id, NULL AS document_id, NULL AS start, NULL AS "end", name AS text,
          place || ' ' || description AS further FROM event""",
    HitKind.ACTOR: """
        SELECT id, NULL AS document_id, NULL AS start, NULL AS "end", name AS text,
          coalesce((SELECT group_concat(actor_name.name, ' ') FROM actor_name
            WHERE actor_id = actor.id), '') || ' ' || description AS further FROM actor""",
    HitKind.CITATION: """
        SELECT id, NULL AS document_id, NULL AS start, NULL AS "end",
          coalesce(nullif(item ->> '$.title', ''), nullif(raw, ''), key) AS text,
          key || ' ' || raw || ' ' || note || ' ' || coalesce(item ->> '$.author', '') || ' '
          || coalesce(item ->> '$."container-title"', '') AS further FROM citation""",
    HitKind.DOCUMENT: """
        SELECT id, id AS document_id, NULL AS start, NULL AS "end", title AS text,
          original_name || ' ' || author || ' ' || note || ' ' || source AS further
        FROM document""",
    HitKind.NOTE: """
        SELECT id, document_id, start, "end", note AS text, '' AS further
        FROM excerpt WHERE note <> ''""",
}

# What an excerpt says, with the names of all that it is tagged with.
_EXCERPTS = """
SELECT id, quote || ' ' || note
  || coalesce((SELECT group_concat(' ' || name, '') FROM excerpt_event
    JOIN event ON event.id = event_id WHERE excerpt_id = excerpt.id), '')
  || coalesce((SELECT group_concat(' ' || name, '') FROM excerpt_actor
    JOIN actor ON actor.id = actor_id WHERE excerpt_id = excerpt.id), '')
  || coalesce((SELECT group_concat(' ' || name, '') FROM excerpt_topic
    JOIN topic ON topic.id = topic_id WHERE excerpt_id = excerpt.id), '')
  || coalesce((SELECT group_concat(' ' || key || ' ' || coalesce(item ->> '$.title', raw), '')
    FROM excerpt_citation JOIN citation ON citation.id = citation_id
    WHERE excerpt_id = excerpt.id), '') AS letters
FROM excerpt
"""


class Search:
    """Looks for words in the whole archive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """What holds all of these words, the last of which may be unfinished.

        Words in quotes stand together. First come names and titles (at most a tenth of `limit` for
        each kind), then notes, then passages, best first.
        """
        wanted = words(text)
        if not wanted.parts:
            return []
        hits: list[Hit] = []
        for kind, sql in _SOURCES.items():
            hits += sorted(self._named(kind, sql, wanted), key=_closeness)[: max(limit // 10, 1)]
        return [*hits, *self._passages(wanted, limit - len(hits))][:limit]

    def excerpts(self, text: str) -> frozenset[int]:
        """The excerpts that hold all of these words: in quote, note and names of their tags."""
        parts = [folded(part) for part in words(text).parts]
        if not parts:
            return frozenset()
        each = ((row["id"], folded(row["letters"])) for row in self._store.each(_EXCERPTS))
        return frozenset(id_ for id_, letters in each if all(part in letters for part in parts))

    def _named(self, kind: HitKind, sql: str, wanted: Words) -> Iterator[Hit]:
        parts = [folded(part) for part in wanted.parts]
        for row in self._store.each(sql):
            letters = folded(f"{row['text']} {row['further']}")
            if not all(part in letters for part in parts):
                continue
            line, ranges = snippet(row["text"], wanted.ranges_in(row["text"]) or ())
            yield Hit(
                kind=kind,
                id=row["id"],
                document_id=row["document_id"],
                start=row["start"],
                end=row["end"],
                snippet=line,
                ranges=ranges,
            )

    def _passages(self, wanted: Words, limit: int) -> Iterator[Hit]:
        found = self._by_letters if wanted.without_spaces else self._by_words
        for row, text, ranges in found(wanted, limit):
            line, shown = snippet(text, ranges)
            yield Hit(
                kind=HitKind.PASSAGE,
                id=row["document_id"],
                document_id=row["document_id"],
                start=row["start"] + ranges[0][0],
                end=row["start"] + ranges[0][1],
                snippet=line,
                ranges=shown,
            )

    def _by_words(self, wanted: Words, limit: int) -> Iterator[tuple[sqlite3.Row, str, Ranges]]:
        # Marks that stand in no document, so that what it says cannot be taken for them.
        token = secrets.token_hex(8)
        opening, closing = f"\x02{token}", f"\x03{token}"
        parameters = {
            "open": opening,
            "close": closing,
            "match": wanted.match,
            "limit": limit,
        }
        for row in self._store.rows(_RANKED, parameters):
            text, ranges = _unmarked(row["text"], opening, closing)
            if ranges:
                yield row, text, ranges

    def _by_letters(self, wanted: Words, limit: int) -> Iterator[tuple[sqlite3.Row, str, Ranges]]:
        conditions = " AND ".join("instr(passage.text, ?)" for _ in wanted.parts)
        sql = _LETTER_BY_LETTER.format(conditions=conditions)
        for row in self._store.rows(sql, (*wanted.parts, limit)):
            ranges = wanted.ranges_in(row["text"])
            if ranges:
                yield row, row["text"], ranges


def _closeness(hit: Hit) -> tuple[bool, int, int]:
    """Names that hold the words come before things that only mention them, short ones first."""
    return (not hit.ranges, len(hit.snippet), hit.id)


def _unmarked(marked: str, opening: str, closing: str) -> tuple[str, Ranges]:
    """A text without its marks, and the ranges that stood between them."""
    head, *others = marked.split(opening)
    text, ranges = [head], []
    length = len(head)
    for part in others:
        inside, _, after = part.partition(closing)
        ranges.append((length, length + len(inside)))
        text += [inside, after]
        length += len(inside) + len(after)
    return "".join(text), tuple(ranges)
