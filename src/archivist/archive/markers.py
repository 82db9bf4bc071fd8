"""Markers: where texts cite, what their labels mean, and which of them follow a passage.

A label means one citation in one document; another document's label is never the same by itself.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from archivist.archive.citations import Citations, move_citation_links
from archivist.archive.named import existing
from archivist.archive.rows import from_json
from archivist.archive.store import Store
from archivist.domain.errors import InvalidValueError
from archivist.domain.marker_runs import MarkersInText, Slice
from archivist.domain.model import Marker
from archivist.domain.reading import Mark
from archivist.domain.references import Written, written_entry
from archivist.domain.vocabulary import LinkOrigin, LinkState, MarkerKind, MarkKind

# How far around a passage's end a run of markers is looked for, in code points.
_REACH = 2000

_LONGEST_NOTE = 80  # code points of a note that only names a work of the bibliography

# Looking a value up here takes a fraction of calling its class, and documents have thousands.
_KINDS = {kind.value: kind for kind in MarkerKind}
_STATES = {state.value: state for state in LinkState}


@dataclass(frozen=True, slots=True)
class Meant:
    """What a label means to a passage: the citation, how that is known, and where in the source."""

    citation_id: int
    origin: LinkOrigin
    locator: str = ""


class Markers:
    """Finds markers and leads their labels to citations."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._citations = Citations(store)

    def get(self, marker_id: int) -> Marker:
        """Gives a marker.

        Raises:
            NotFoundError: There is none.
        """
        return marker_from(existing(self._store, "marker", marker_id))

    def in_document(self, document_id: int) -> list[Marker]:
        """Gives a document's markers in the order of its text, flags included."""
        rows = self._store.rows(
            "SELECT * FROM marker WHERE document_id = ? ORDER BY start, id", (document_id,)
        )
        return [marker_from(row) for row in rows]

    def labels(self, citation_ids: Iterable[int] | None = None) -> dict[int, str]:
        """Gives the label by which documents know each citation; the first where they differ.

        Args:
            citation_ids: Which citations; None is all of them.
        """
        where, parameters = "citation_id IS NOT NULL", tuple[str, ...]()
        if citation_ids is not None:
            where = "citation_id IN (SELECT value FROM json_each(?))"
            parameters = (json.dumps(list(citation_ids)),)
        rows = self._store.rows(
            f"SELECT citation_id, label, min(id) FROM marker WHERE {where} GROUP BY citation_id",
            parameters,
        )
        return {row["citation_id"]: row["label"] for row in rows}

    def labels_in(self, document_id: int) -> dict[int, str]:
        """Gives the label by which a document knows each citation; the last of several."""
        rows = self._store.rows(
            """SELECT citation_id, label FROM marker
               WHERE document_id = ? AND citation_id IS NOT NULL ORDER BY start, id""",
            (document_id,),
        )
        return {row["citation_id"]: row["label"] for row in rows}

    def unresolved_in(self, document_id: int) -> dict[str, int]:
        """Gives the labels that lead to no citation yet, each with its first marker's id."""
        rows = self._store.rows(
            """SELECT label, id, min(start) FROM marker WHERE document_id = ? AND kind <> ?
               GROUP BY label HAVING max(citation_id) IS NULL ORDER BY min(start), id""",
            (document_id, MarkerKind.FLAG.value),
        )
        return {row["label"]: row["id"] for row in rows}

    def flags(self) -> list[Marker]:
        """Gives every maintenance flag, by document and place."""
        rows = self._store.rows(
            "SELECT * FROM marker WHERE kind = ? ORDER BY document_id, start, id",
            (MarkerKind.FLAG.value,),
        )
        return [marker_from(row) for row in rows]

    def following(self, document_id: int, end: int, *, start: int = 0) -> list[Marker]:
        """Gives the citing markers that a passage ends in or is directly followed by.

        Closing quotes, punctuation and spaces may stand between; a line break ends the run. An
        empty range, which is a region of a page, is followed by none.

        Args:
            document_id: The document.
            end: Where the passage ends, in code points.
            start: Where it starts; markers before that are not its own.
        """
        if start >= end:
            return []
        low, high = max(0, end - _REACH), end + _REACH
        text = self._store.value(
            "SELECT substr(text, ?, ?) FROM document WHERE id = ?",
            (low + 1, high - low, document_id),
        )
        rows = self._store.rows(
            """SELECT * FROM marker WHERE document_id = ? AND start >= ? AND start <= ?
               ORDER BY start, id""",
            (document_id, low, high),
        )
        markers = MarkersInText(Slice(text or "", low), [marker_from(row) for row in rows])
        run = markers.at_end(start, end)
        return [marker for marker in run if marker.kind is not MarkerKind.FLAG]

    def set_citation(self, document_id: int, label: str, citation_id: int | None) -> None:
        """Says what a label means in its whole document; None takes that back.

        Links that the label's markers made before go along to the new citation.

        Raises:
            NotFoundError: There is no such citation.
            InvalidValueError: The document has no marker with that label.
        """
        store = self._store
        citation = None if citation_id is None else self._citations.get(citation_id)
        same_label = "document_id = ? AND label = ? AND kind <> ?"
        which = (document_id, label, MarkerKind.FLAG.value)
        with store.step(f"Link marker [{label}]"):
            before = store.rows(f"SELECT * FROM marker WHERE {same_label}", which)
            if not before:
                raise InvalidValueError(f"Document {document_id} has no citation marker [{label}].")
            if citation is None:
                store.write(
                    f"""UPDATE marker SET citation_id = NULL, state = CASE WHEN target IS NULL
                        THEN 'unresolved' ELSE 'resolved' END WHERE {same_label}""",
                    which,
                )
                return
            store.write(
                f"UPDATE marker SET citation_id = ?, state = ? WHERE {same_label}",
                (citation.id, LinkState.MANUAL.value, *which),
            )
            for old_id in {row["citation_id"] for row in before} - {None, citation.id}:
                if not store.value(
                    "SELECT count(*) FROM marker WHERE document_id = ? AND citation_id = ?",
                    (document_id, old_id),
                ):
                    old = self._citations.get(old_id)
                    move_citation_links(store, citation, old, document_id=document_id)

    def remove(self, document_id: int, label: str) -> None:
        """Says that what reads as a marker with this label is none, in its whole document."""
        with self._store.step(f"Remove marker [{label}]"):
            self._store.write(
                "DELETE FROM marker WHERE document_id = ? AND label = ? AND kind <> ?",
                (document_id, label, MarkerKind.FLAG.value),
            )

    def lead_to(self, document_id: int, entry: range, citation_id: int) -> None:
        """Leads the markers that point at a reference entry (its code points) to its citation."""
        with self._store.step("Link markers to a reference"):
            self._store.write(
                """UPDATE marker SET citation_id = ?, state = ? WHERE document_id = ?
                   AND target >= ? AND target < ? AND citation_id IS NULL""",
                (
                    citation_id,
                    LinkState.RESOLVED.value,
                    document_id,
                    entry.start,
                    entry.stop,
                ),
            )

    def citation_for(self, marker_id: int, *, create: bool = True) -> int | None:
        """Gives the id of the citation that a marker's label means in its document.

        Where there is none yet, a new one is made of the reference entry that the marker leads to,
        or a stub that only has the label. A note that names a work of the bibliography ("Suny 2015,
        p. 34") stands for that work. Otherwise a citation is never shared with another label or
        document: that two are one source is for a person to say, by merging them.

        Raises:
            NotFoundError: There is no such marker.
        """
        return self._citation(self.get(marker_id), create=create, follow=True)

    def _citation(self, marker: Marker, *, create: bool, follow: bool) -> int | None:
        if marker.kind is MarkerKind.FLAG:
            return None
        same_label = "document_id = ? AND label = ? AND kind <> ?"
        which = (marker.document_id, marker.label, MarkerKind.FLAG.value)
        found = marker.citation_id or self._store.value(
            f"SELECT citation_id FROM marker WHERE {same_label} AND citation_id IS NOT NULL"
            " ORDER BY start, id",
            which,
        )
        if found is not None or not create:
            return found
        with self._store.step(f"New citation for [{marker.label}]"):
            target = self._store.value(
                f"SELECT target FROM marker WHERE {same_label} AND target IS NOT NULL"
                " ORDER BY start, id",
                which,
            )
            entry = Written("") if target is None else self._entry(marker.document_id, target)
            named = None
            if follow and target is not None and len(entry.raw) <= _LONGEST_NOTE:
                named = self._named_in(marker.document_id, target)
            citation_id = (
                self._citation(named, create=True, follow=False) if named is not None else None
            )
            if citation_id is None:
                citation_id = self._citations.create(
                    raw=entry.raw,
                    item=entry.item(),
                    fallback_key=f"d{marker.document_id}-{_slug(marker.label)}",
                )
            state = LinkState.RESOLVED if entry.raw else LinkState.MANUAL
            self._store.write(
                f"UPDATE marker SET citation_id = ?, state = ? WHERE {same_label}",
                (citation_id, state.value, *which),
            )
            return citation_id

    def meant_by(self, document_id: int, label: str, start: int, end: int) -> Meant | None:
        """Gives what a label means to a passage; its citation is made if need be.

        It comes from a marker when one with that label stands in the passage [start, end) or
        directly after it, else it is by hand. None where the document has no such marker.
        """
        same = [
            marker
            for marker in self.in_document(document_id)
            if marker.label == label and marker.kind is not MarkerKind.FLAG
        ]
        if not same:
            return None
        following = {marker.id for marker in self.following(document_id, end, start=start)}
        beside = [
            marker
            for marker in same
            if marker.id in following or start <= marker.start < marker.end <= end
        ]
        citation_id = self.citation_for((beside or same)[0].id)
        if citation_id is None:
            return None
        if not beside:
            return Meant(citation_id, LinkOrigin.BY_HAND)
        return Meant(citation_id, LinkOrigin.MARKER, beside[0].locator)

    def _named_in(self, document_id: int, target: int) -> Marker | None:
        """Gives the marker that a note is itself, if it only names another entry."""
        rows = self._store.rows(
            """SELECT marker.* FROM block JOIN marker ON marker.document_id = block.document_id
               AND marker.start >= block.start AND marker."end" <= block."end"
               WHERE block.document_id = ? AND block.start <= ? AND block."end" > ?
               AND marker.kind = ? AND marker.target IS NOT NULL
               AND NOT (marker.target >= block.start AND marker.target < block."end")
               ORDER BY marker.start, marker.id LIMIT 2""",
            (document_id, target, target, MarkerKind.REFERENCE.value),
        )
        return marker_from(rows[0]) if len(rows) == 1 else None

    def _entry(self, document_id: int, target: int) -> Written:
        """Gives the reference entry at a place."""
        store = self._store
        block = store.row(
            """SELECT start, "end", attributes FROM block
               WHERE document_id = ? AND start <= ? AND "end" > ? ORDER BY start DESC""",
            (document_id, target, target),
        )
        start = target if block is None else block["start"]
        length = _REACH if block is None else block["end"] - start
        text = str(
            store.value(
                "SELECT substr(text, ?, ?) FROM document WHERE id = ?",
                (start + 1, length, document_id),
            )
        )
        if block is None:
            text = text.split("\n", 1)[0]
        marks = store.rows(
            """SELECT kind, start, "end", value FROM mark WHERE document_id = ? AND kind IN (?, ?)
               AND start >= ? AND "end" <= ? ORDER BY start, id""",
            (document_id, MarkKind.LINK.value, MarkKind.CITE.value, start, start + len(text)),
        )
        return written_entry(
            text,
            start,
            {} if block is None else from_json(block["attributes"]),
            [Mark(MarkKind(row["kind"]), row["start"], row["end"], row["value"]) for row in marks],
        )


def marker_from(row: sqlite3.Row) -> Marker:
    """Makes a marker of its row."""
    return Marker(
        id=row["id"],
        document_id=row["document_id"],
        start=row["start"],
        end=row["end"],
        label=row["label"],
        kind=_KINDS[row["kind"]],
        state=_STATES[row["state"]],
        citation_id=row["citation_id"],
        target=row["target"],
        locator=row["locator"],
    )


def _slug(label: str) -> str:
    """Gives a label as part of a key: letters and digits, joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in label).split()) or "marker"
