"""Citations: sources as CSL-JSON items under keys that people type, with the raw text beside."""

import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from archivist.archive.named import add_to_note, existing, joined, refuse_itself, refuse_unknown
from archivist.archive.rows import date_from, date_values, from_json, json_text
from archivist.archive.store import Store
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Citation
from archivist.domain.names import clean_name
from archivist.domain.references import guess_item, is_known, issued_date, suggest_key
from archivist.domain.vocabulary import CitationState, LinkOrigin, Relation

_FIELDS = ("key", "item", "raw", "state", "note")
_STATES = (CitationState.STUB, CitationState.PARSED, CitationState.VERIFIED)


class Citations:
    """Makes, finds, changes and merges citations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(
        self,
        *,
        key: str | None = None,
        item: Mapping[str, Any] | None = None,
        raw: str = "",
        state: CitationState | None = None,
        note: str = "",
        fallback_key: str = "",
    ) -> int:
        """Makes a citation and gives its id.

        Args:
            key: What people type; of author and year where it is not given.
            item: The CSL-JSON item; guessed from the raw text where it is not given.
            raw: The reference as a text has it.
            state: Parsed where the item tells what the source is, a stub otherwise, unless given.
            note: A person's note.
            fallback_key: The key where the item has neither author nor title with a year.

        Raises:
            InvalidValueError: Another citation has that key, or there is nothing to keep.
        """
        raw = raw.strip()
        item = dict(guess_item(raw) if item is None else item)
        if not (key or item or raw or fallback_key):
            raise InvalidValueError(
                "The citation is empty; give it a title, a reference or at least a key."
            )
        if state is None:
            state = CitationState.PARSED if is_known(item) else CitationState.STUB
        with self._store.step("New citation"):
            if key is None:
                key = self._free_key(suggest_key(item) or fallback_key)
            else:
                key = clean_name(key, "citation's key")
                self._refuse_second(key)
            return self._store.insert(
                "citation",
                {
                    "uid": self._store.new_uid(),
                    "key": key,
                    "item": json_text(item),
                    "raw": raw,
                    "state": state.value,
                    "note": note,
                    **date_values(issued_date(item)),
                },
            )

    def get(self, citation_id: int) -> Citation:
        """Gives a citation.

        Raises:
            NotFoundError: There is none.
        """
        return citation_from(existing(self._store, "citation", citation_id))

    def all(self) -> list[Citation]:
        """Gives every citation, by key; numbers in keys count as numbers."""
        found = [citation_from(row) for row in self._store.rows("SELECT * FROM citation")]
        return sorted(found, key=lambda citation: (natural(citation.key), citation.id))

    def by_key(self, key: str) -> Citation | None:
        """Gives the citation of that key, in whatever case it is written."""
        row = self._store.row(
            "SELECT * FROM citation WHERE key = ? COLLATE NOCASE ORDER BY id", (key.strip(),)
        )
        return None if row is None else citation_from(row)

    def update(self, citation_id: int, **fields: Any) -> None:
        """Changes fields of a citation: key, item, raw, state, note.

        The date follows the item; a stub whose item now tells what the source is, is one no more.

        Raises:
            NotFoundError: There is none.
            InvalidValueError: The key is empty or another citation's.
        """
        refuse_unknown(fields, _FIELDS)
        before = self.get(citation_id)
        values: dict[str, object] = {
            name: fields[name] for name in ("raw", "note") if name in fields
        }
        if "key" in fields:
            values["key"] = clean_name(fields["key"], "citation's key")
        if "item" in fields:
            item = dict(fields["item"])
            values |= {"item": json_text(item), **date_values(issued_date(item))}
            if before.state is CitationState.STUB and is_known(item):
                values["state"] = CitationState.PARSED.value
        if "state" in fields:
            values["state"] = CitationState(fields["state"]).value
        with self._store.step(f"Edit citation “{before.key}”"):
            if "key" in fields:
                self._refuse_second(str(values["key"]), besides=citation_id)
            self._store.update("citation", citation_id, values)

    def delete(self, citation_id: int) -> None:
        """Deletes a citation with its links; markers that led to it are unresolved again.

        Raises:
            NotFoundError: There is none.
        """
        key = self.get(citation_id).key
        with self._store.step(f"Delete citation “{key}”"):
            self._store.write(
                """UPDATE marker SET citation_id = NULL,
                   state = CASE WHEN target IS NULL THEN 'unresolved' ELSE 'resolved' END
                   WHERE citation_id = ?""",
                (citation_id,),
            )
            self._store.delete("citation", citation_id)

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Makes two citations one: links and markers move, fields the kept one lacks are filled.

        What both say differently is kept as lines of the note.

        Raises:
            NotFoundError: One of them is not there.
            InvalidValueError: Both are the same citation.
        """
        refuse_itself("citation", keep_id, gone_id)
        keep, gone = self.get(keep_id), self.get(gone_id)
        item = {**gone.item, **keep.item}
        differing = [f"key: {gone.key}"]
        differing += [
            f"{name}: {value if isinstance(value, str) else json_text(value)}"
            for name, value in gone.item.items()
            if name not in {"id", "type"} and keep.item.get(name, value) != value
        ]
        with self._store.step(f"Merge citation “{gone.key}” into “{keep.key}”"):
            move_citation_links(self._store, keep, gone)
            self._store.write(
                "UPDATE marker SET citation_id = ? WHERE citation_id = ?", (keep_id, gone_id)
            )
            self._store.update(
                "citation",
                keep_id,
                {
                    "item": json_text(item),
                    "raw": joined((keep.raw, gone.raw)),
                    "state": max(keep.state, gone.state, key=_STATES.index).value,
                    "note": joined((keep.note, gone.note, *differing)),
                    **date_values(issued_date(item)),
                },
            )
            self._store.delete("citation", gone_id)

    def counts(self) -> dict[int, int]:
        """Counts the excerpts of each citation, also where there are none."""
        rows = self._store.rows(
            """SELECT citation.id, count(link.id) FROM citation
               LEFT JOIN excerpt_citation AS link ON link.citation_id = citation.id
               GROUP BY citation.id"""
        )
        return {row[0]: row[1] for row in rows}

    def _refuse_second(self, key: str, *, besides: int | None = None) -> None:
        taken = self.by_key(key)
        if taken is not None and taken.id != besides:
            raise InvalidValueError(
                f"There is already a citation “{taken.key}”; use it, or choose another key."
            )

    def _free_key(self, wanted: str) -> str:
        """Gives the key wanted, with a letter or number behind it where it is taken."""
        wanted = wanted or "source"
        candidates = [wanted, *(wanted + letter for letter in "abcdefghijklmnopqrstuvwxyz")]
        if "-" in wanted or not wanted[-1].isdigit():
            candidates = [wanted]
        for candidate in candidates:
            if self.by_key(candidate) is None:
                return candidate
        number = 2
        while self.by_key(f"{wanted}-{number}") is not None:
            number += 1
        return f"{wanted}-{number}"


def citation_from(row: sqlite3.Row) -> Citation:
    """Makes a citation of its row."""
    return Citation(
        id=row["id"],
        uid=row["uid"],
        key=row["key"],
        item=from_json(row["item"]),
        raw=row["raw"],
        state=CitationState(row["state"]),
        note=row["note"],
        date=date_from(row),
    )


def natural(key: str) -> tuple[object, ...]:
    """Gives what keys are sorted by: "d3-9" stands before "d3-10"."""
    parts = re.split(r"(\d+)", key.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def move_citation_links(
    store: Store, keep: Citation, gone: Citation, *, document_id: int | None = None
) -> None:
    """Moves excerpts' links from one citation to another, inside a step.

    Where an excerpt has both, one link is left with what either knew; what they contradict each
    other in becomes a line of the excerpt's note. With a document, only links that its markers
    made are moved.
    """
    among = "1"
    if document_id is not None:
        among = f"""other.origin = '{LinkOrigin.MARKER.value}' AND other.excerpt_id IN
                    (SELECT id FROM excerpt WHERE document_id = {document_id:d})"""
    both = store.rows(
        f"""SELECT other.*, kept.id AS kept_id, kept.locator AS kept_locator,
              kept.relation AS kept_relation, kept.origin AS kept_origin,
              kept.confidence AS kept_confidence
            FROM excerpt_citation AS other JOIN excerpt_citation AS kept
            ON kept.excerpt_id = other.excerpt_id AND kept.citation_id = ?
            WHERE other.citation_id = ? AND {among}""",
        (keep.id, gone.id),
    )
    for row in both:
        relation, confidence = row["kept_relation"], row["kept_confidence"]
        differing = []
        if relation == Relation.MENTIONS:
            relation = row["relation"]
        elif row["relation"] not in {Relation.MENTIONS, relation}:
            differing.append(str(row["relation"]))
        if confidence is None:
            confidence = row["confidence"]
        elif row["confidence"] not in {None, confidence}:
            differing.append(f"confidence {row['confidence']}")
        if differing:
            add_to_note(store, row["excerpt_id"], f"{gone.key}: {', '.join(differing)}")
        by_hand = LinkOrigin.BY_HAND in {row["origin"], row["kept_origin"]}
        store.update(
            "excerpt_citation",
            row["kept_id"],
            {
                "locator": joined((row["kept_locator"], row["locator"]), "; "),
                "relation": relation,
                "origin": (LinkOrigin.BY_HAND if by_hand else LinkOrigin.MARKER).value,
                "confidence": confidence,
            },
        )
        store.delete("excerpt_citation", row["id"])
    store.write(
        f"UPDATE excerpt_citation AS other SET citation_id = ? WHERE citation_id = ? AND {among}",
        (keep.id, gone.id),
    )
