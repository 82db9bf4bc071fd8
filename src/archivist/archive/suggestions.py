"""What finding proposes for documents, and what was decided; nothing that was decided comes back.

Suggestions are written aside, without history: they can be found again. Decisions are rows that the
history keeps, so that undoing a step opens again what it decided.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from archivist.archive.rows import from_json, json_text
from archivist.archive.store import Store
from archivist.archive.suggestion_places import placed
from archivist.domain.dates import Certainty
from archivist.domain.suggestions import DecisionState, Proposal, Suggestion, SuggestionKind
from archivist.domain.vocabulary import LinkState

_UNSURE_DATES = frozenset({Certainty.INFERRED.value, Certainty.QUESTIONABLE.value})
_UNSURE_LINKS = frozenset({LinkState.UNRESOLVED.value, LinkState.AMBIGUOUS.value})

# In the order in which a person goes through them: what others build on comes first.
KINDS = (
    SuggestionKind.DATE,
    SuggestionKind.NAME,
    SuggestionKind.SOURCE,
    SuggestionKind.FIGURE,
    SuggestionKind.MARKER,
    SuggestionKind.REFERENCE,
)
_ORDER = " ".join(f"WHEN '{kind.value}' THEN {place}" for place, kind in enumerate(KINDS))

# What was decided is closed, and what a person did in another way: said what a label means, or made
# a citation of an entry. What was found in an older text is not shown any more.
_OPEN = """
FROM suggestion AS each JOIN finding ON finding.document_id = each.document_id
JOIN document ON document.id = each.document_id AND document.text_sha256 = finding.text_sha256
WHERE NOT EXISTS (SELECT 1 FROM decision WHERE decision.kind = each.kind
    AND decision.place = each.place
    AND (decision.document_id = each.document_id OR decision.document_id IS NULL))
  AND NOT (each.kind = 'marker' AND (each.document_id, each.value) IN
    (SELECT document_id, label FROM marker WHERE citation_id IS NOT NULL))
  AND NOT (each.kind = 'reference' AND (each.document_id, each.start) IN
    (SELECT document_id, target FROM marker WHERE citation_id IS NOT NULL))
"""


class Suggestions:
    """Keeps what was found, counts what is open, and remembers decisions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Keeping

    def keep(self, document_id: int, found: Sequence[Suggestion], version: int) -> None:
        """Keeps what a version of the finder proposes for a document, in place of what was kept.

        Only what asks for a decision is kept: dates that are inferred or new, citing markers that
        lead nowhere yet, and all of the other kinds. Flags have a to-do list of their own.
        """
        store = self._store
        row = store.row("SELECT text_sha256, text FROM document WHERE id = ?", (document_id,))
        if row is None:  # deleted while it was looked through
            return
        dated = _Spans(
            (row["start"], row["end"])
            for row in store.rows(
                'SELECT start, "end" FROM found_date WHERE document_id = ?', (document_id,)
            )
        )
        asking = [each for each in found if each.kind in KINDS and _asks(each, dated)]
        decisions = store.rows(
            "SELECT * FROM decision WHERE document_id = ? OR document_id IS NULL", (document_id,)
        )
        known = placed(asking, row["text"], row["text_sha256"], decisions)
        with store.aside():
            store.write("DELETE FROM suggestion WHERE document_id = ?", (document_id,))
            store.insert_many(
                "suggestion",
                (
                    "document_id",
                    "kind",
                    "place",
                    "start",
                    "end",
                    "text",
                    "value",
                    "rank",
                    "details",
                ),
                (
                    (
                        document_id,
                        each.kind.value,
                        place,
                        each.start,
                        each.end,
                        each.text,
                        each.value,
                        float(each.details.get("rank") or 0),
                        json_text(dict(each.details)),
                    )
                    for place, each in known
                ),
            )
            store.write(
                "INSERT OR REPLACE INTO finding (document_id, version, text_sha256)"
                " VALUES (?, ?, ?)",
                (document_id, version, row["text_sha256"]),
            )

    def stale(self, version: int) -> list[int]:
        """Gives the documents that this version of the finder has not looked through yet."""
        rows = self._store.rows(
            """SELECT document.id FROM document LEFT JOIN finding
               ON finding.document_id = document.id AND finding.version = ?
               AND finding.text_sha256 = document.text_sha256
               WHERE finding.document_id IS NULL ORDER BY document.id""",
            (version,),
        )
        return [row["id"] for row in rows]

    def look_again(self) -> None:
        """Has all documents looked through again; what was found stays until then."""
        with self._store.aside():
            self._store.write("UPDATE finding SET version = 0")

    # Finding what is open

    def counts(self, document_id: int | None = None) -> dict[SuggestionKind, int]:
        """Counts the open proposals of each kind, in a document or in all; zero is left out."""
        rows = self._store.rows(
            f"""SELECT kind, count(*) AS open FROM (SELECT DISTINCT each.document_id, each.kind,
                each.place {_OPEN} {_within(document_id)}) GROUP BY kind""",
        )
        found = {SuggestionKind(row["kind"]): int(row["open"]) for row in rows}
        return {kind: found[kind] for kind in KINDS if kind in found}

    def open(
        self, document_id: int | None = None, kind: SuggestionKind | None = None
    ) -> list[Proposal]:
        """Gives the open proposals by document and kind; names by rank, the others by place."""
        among = _within(document_id) + (f" AND each.kind = '{kind.value}'" if kind else "")
        rows = self._store.rows(
            # The other columns come from the row of the smallest start, as SQLite promises.
            f"""SELECT each.document_id, each.kind, each.place, min(each.start) AS start,
                each."end", each.text, each.value, count(*) AS places
                {_OPEN} {among} GROUP BY each.document_id, each.kind, each.place
                ORDER BY each.document_id, CASE each.kind {_ORDER} END,
                CASE each.kind WHEN 'name' THEN each.rank ELSE 0 END, min(each.start)"""
        )
        return [_proposal(row) for row in rows]

    def places(self, proposal: Proposal) -> list[Suggestion]:
        """Gives all places of a proposal with what is known of each, in the order of the text."""
        rows = self._store.rows(
            """SELECT * FROM suggestion WHERE document_id = ? AND kind = ? AND place = ?
               ORDER BY start, id""",
            (proposal.document_id, proposal.kind.value, proposal.place),
        )
        return [_suggestion(row) for row in rows]

    def marked(self, document_id: int) -> list[tuple[SuggestionKind, str, int, int]]:
        """Gives what to mark in a text: kind, place, start and end of all that is open.

        Of a statement it is only who makes it: a whole sentence would not be quiet.
        """
        rows = self._store.rows(
            f"""SELECT each.kind, each.place,
                coalesce(json_extract(each.details, '$.speaker_start'), each.start) AS start,
                coalesce(json_extract(each.details, '$.speaker_end'), each."end") AS "end"
                {_OPEN} {_within(document_id)} ORDER BY start"""
        )
        return [
            (SuggestionKind(row["kind"]), row["place"], row["start"], row["end"]) for row in rows
        ]

    def alike(self, proposal: Proposal) -> list[Proposal]:
        """Gives the open proposals of the same name in all documents; for others, only itself."""
        if proposal.kind is not SuggestionKind.NAME:
            return [proposal]
        everywhere = self.open(kind=SuggestionKind.NAME)
        return [each for each in everywhere if each.place == proposal.place]

    # Deciding

    def decide(self, proposal: Proposal, state: DecisionState, *, everywhere: bool = False) -> None:
        """Remembers what a person said; for the whole archive if so wished. Twice is once.

        Raises:
            RuntimeError: No step is open.
        """
        store = self._store
        document_id = None if everywhere else proposal.document_id
        known = store.row(
            "SELECT id, state FROM decision WHERE kind = ? AND place = ? AND document_id IS ?",
            (proposal.kind.value, proposal.place, document_id),
        )
        if known is not None:
            if known["state"] != state.value:
                store.update("decision", known["id"], {"state": state.value})
            return
        text_sha256 = store.value(
            "SELECT text_sha256 FROM document WHERE id = ?", (proposal.document_id,)
        )
        store.insert(
            "decision",
            {
                "uid": store.new_uid(),
                "document_id": document_id,
                "kind": proposal.kind.value,
                "place": proposal.place,
                "state": state.value,
                "start": None if everywhere else proposal.start,
                "end": None if everywhere else proposal.end,
                "text_sha256": "" if everywhere else text_sha256,
                "text": proposal.text,
                "value": proposal.value,
                "decided_at": store.now(),
                "decided_by": store.user,
            },
        )


class _Spans:
    """Ranges that do not overlap, asked whether one of them has anything of another range."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)

    def touch(self, start: int, end: int) -> bool:
        place = bisect_left(self._ranges, (end,)) - 1
        return place >= 0 and self._ranges[place][1] > start


def _asks(each: Suggestion, dated: _Spans) -> bool:
    """Says whether a person has to say something: not to a date that is stated and known."""
    if each.kind is SuggestionKind.DATE:
        is_sure = each.details["certainty"] not in _UNSURE_DATES
        return not (is_sure and dated.touch(each.start, each.end))
    if each.kind is SuggestionKind.MARKER:
        return each.details["state"] in _UNSURE_LINKS
    return True


def _within(document_id: int | None) -> str:
    return "" if document_id is None else f"AND each.document_id = {document_id:d}"


def _proposal(row: sqlite3.Row) -> Proposal:
    return Proposal(
        row["document_id"],
        SuggestionKind(row["kind"]),
        row["place"],
        row["start"],
        row["end"],
        row["text"],
        row["value"],
        row["places"],
    )


def _suggestion(row: sqlite3.Row) -> Suggestion:
    return Suggestion(
        SuggestionKind(row["kind"]),
        row["start"],
        row["end"],
        row["text"],
        row["value"],
        from_json(row["details"]),
    )
