"""Excerpts: highlighted passages that stay where they were made, under numbers never used twice."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from archivist.archive.document_rows import page_from
from archivist.archive.named import existing
from archivist.archive.rows import date_from
from archivist.archive.selection import ALL, Selection
from archivist.archive.store import Store
from archivist.archive.tags import ExcerptTags, TagReader
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Anchor, Excerpt
from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import check_region
from archivist.domain.vocabulary import AnchorState, ExcerptState

# Pages without text begin at one and the same place.
_ORDER = 'ORDER BY document_id, start, "end", page, number'
# Looking a value up here takes a fraction of calling its class, and exports do it by the 100,000.
_STATES = {state.value: state for state in ExcerptState}
_ANCHOR_STATES = {state.value: state for state in AnchorState}
_NAME = re.compile(r"\s*(\d{1,18}):(\d{1,18})\s*")


class Excerpts:
    """Makes, moves and finds excerpts, and gives what is linked to them in bulk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: tuple[str, str] | None = None  # a text by its hash: the one read last

    def create(self, document_id: int, anchor: Anchor, *, note: str = "") -> int:
        """Highlights a passage, or a region of a page, and gives the excerpt's id.

        Raises:
            NotFoundError: There is no such document.
            InvalidValueError: The anchor does not fit the document's text or pages.
        """
        store = self._store
        with store.step("Highlight region" if anchor.region else "Highlight passage"):
            self._check_anchor(document_id, anchor)
            # The counter is not in the history: a number stays used when its excerpt is undone,
            # because somebody may have written it down.
            store.write(
                """INSERT INTO excerpt_counter (document_id, last) VALUES (?, 1)
                   ON CONFLICT (document_id) DO UPDATE SET last = last + 1""",
                (document_id,),
            )
            number = store.value(
                "SELECT last FROM excerpt_counter WHERE document_id = ?", (document_id,)
            )
            now = store.now()
            return store.insert(
                "excerpt",
                {
                    "uid": store.new_uid(),
                    "document_id": document_id,
                    "number": number,
                    **anchor_values(anchor),
                    "note": note,
                    "state": ExcerptState.DRAFT.value,
                    "anchor_state": AnchorState.ANCHORED.value,
                    "created_at": now,
                    "created_by": store.user,
                    "modified_at": now,
                },
            )

    def get(self, excerpt_id: int) -> Excerpt:
        """Gives an excerpt.

        Raises:
            NotFoundError: There is none.
        """
        return excerpt_from(existing(self._store, "excerpt", excerpt_id))

    def in_document(self, document_id: int) -> list[Excerpt]:
        """Gives a document's excerpts in the order of its text."""
        rows = self._store.rows(
            f"SELECT * FROM excerpt WHERE document_id = ? {_ORDER}", (document_id,)
        )
        return [excerpt_from(row) for row in rows]

    def all(self) -> list[Excerpt]:
        """Gives every excerpt, by document and place."""
        return [excerpt_from(row) for row in self._store.each(f"SELECT * FROM excerpt {_ORDER}")]

    def some(self, excerpt_ids: Iterable[int]) -> list[Excerpt]:
        """Gives those of the excerpts that are there, by document and place."""
        rows = self._store.rows(
            f"SELECT * FROM excerpt WHERE id IN (SELECT value FROM json_each(?)) {_ORDER}",
            (json.dumps(list(excerpt_ids)),),
        )
        return [excerpt_from(row) for row in rows]

    def own_dates(self, excerpt_ids: Iterable[int] | None = None) -> dict[int, UncertainDate]:
        """Gives the first date in the words of each excerpt; those without are left out.

        Args:
            excerpt_ids: Which excerpts; None is all of them.
        """
        where, parameters = "", tuple[str, ...]()
        if excerpt_ids is not None:
            where = "WHERE excerpt.id IN (SELECT value FROM json_each(?))"
            parameters = (json.dumps(list(excerpt_ids)),)
        # Where an orphaned excerpt was, other words stand now.
        lost = f"{'AND' if where else 'WHERE'} excerpt.anchor_state <> 'orphaned'"
        rows = self._store.rows(
            f"""SELECT found.excerpt_id, found_date.* FROM (
                  SELECT excerpt.id AS excerpt_id, excerpt."end" AS excerpt_end,
                    (SELECT first.id FROM found_date AS first
                     WHERE first.document_id = excerpt.document_id AND first.start >= excerpt.start
                       AND first.edtf IS NOT NULL
                     ORDER BY first.start, first.id LIMIT 1) AS date_id
                  FROM excerpt {where} {lost}) AS found
                JOIN found_date ON found_date.id = found.date_id
                WHERE found_date."end" <= found.excerpt_end""",
            parameters,
        )
        dates = ((row["excerpt_id"], date_from(row)) for row in rows)
        return {excerpt_id: date for excerpt_id, date in dates if date is not None}

    def by_name(self, name: str) -> Excerpt:
        """Gives the excerpt that people call "3:14".

        Raises:
            InvalidValueError: That is no excerpt's name.
            NotFoundError: There is no such excerpt.
        """
        match = _NAME.fullmatch(name)
        if match is None:
            raise InvalidValueError(
                f"“{name}” is no excerpt's name; one reads like 3:14, excerpt 14 of document 3."
            )
        row = self._store.row(
            "SELECT * FROM excerpt WHERE document_id = ? AND number = ?",
            (int(match[1]), int(match[2])),
        )
        if row is None:
            raise NotFoundError(f"There is no excerpt {name.strip()} in this archive.")
        return excerpt_from(row)

    def move(self, excerpt_id: int, anchor: Anchor) -> None:
        """Places an excerpt anew in its document: a person extends, shrinks or moves it.

        Raises:
            NotFoundError: There is no such excerpt.
            InvalidValueError: The anchor does not fit the document's text.
        """
        with self._store.step("Move excerpt"):
            document_id = self.get(excerpt_id).document_id
            self._check_anchor(document_id, anchor)
            self._change(
                excerpt_id,
                **anchor_values(anchor),
                anchor_state=AnchorState.ANCHORED.value,
            )

    def anchor_anew(self, excerpt_id: int, anchor: Anchor) -> None:
        """Places an excerpt where a person says that its passage stands in a new version.

        Raises:
            NotFoundError: There is no such excerpt.
            InvalidValueError: The anchor does not fit the document's text.
        """
        excerpt = self.get(excerpt_id)
        with self._store.step(f"Anchor excerpt {excerpt.name}"):
            self._check_anchor(excerpt.document_id, anchor)
            self._change(excerpt_id, **anchor_values(anchor), anchor_state=AnchorState.MOVED.value)

    def quote_words(self, excerpt_id: int, words: str) -> None:
        """Takes words that stand in a region as its quote, or none; its rectangle stays.

        Raises:
            NotFoundError: There is no such excerpt.
            InvalidValueError: The excerpt is no region; what it quotes is its text.
        """
        excerpt = self.get(excerpt_id)
        if excerpt.anchor.region is None:
            raise InvalidValueError(
                f"Excerpt {excerpt.name} is a passage of text: it quotes what it covers."
            )
        with self._store.step("Quote the words of a region"):
            if excerpt.anchor.quote != words:
                self._change(excerpt_id, quote=words)

    def set_note(self, excerpt_id: int, note: str) -> None:
        """Writes an excerpt's note."""
        with self._store.step("Edit note"):
            if self.get(excerpt_id).note != note:
                self._change(excerpt_id, note=note)

    def set_state(self, excerpt_id: int, state: ExcerptState) -> None:
        """Says how far the work on an excerpt has come."""
        name = "Mark as reviewed" if state is ExcerptState.REVIEWED else "Mark as draft"
        with self._store.step(name):
            if self.get(excerpt_id).state is not state:
                self._change(excerpt_id, state=state.value)

    def delete(self, excerpt_id: int) -> None:
        """Deletes an excerpt with its links and claims.

        Raises:
            NotFoundError: There is no such excerpt.
        """
        name = self.get(excerpt_id).name
        with self._store.step(f"Delete excerpt {name}"):
            self._store.delete("excerpt", excerpt_id)

    def tags(self, excerpt_ids: Sequence[int] | None = None) -> ExcerptTags:
        """Gives everything linked to the excerpts, or to all of them, in one query a table."""
        return TagReader(self._store).read(excerpt_ids)

    def count(self, selection: Selection = ALL) -> int:
        """Counts the excerpts of a selection."""
        where, parameters = selection.condition()
        return int(
            self._store.value(f"SELECT count(*) FROM excerpt WHERE {where}", parameters) or 0
        )

    def tagged(
        self, selection: Selection = ALL, *, chunk: int = 400
    ) -> Iterator[tuple[list[Excerpt], ExcerptTags]]:
        """Gives the excerpts of a selection with their tags, by document and place, in chunks.

        Memory stays flat however many there are. The open cursor holds one state of the archive:
        what another connection writes meanwhile is not seen.
        """
        where, parameters = selection.condition()
        reader = TagReader(self._store)
        excerpts: list[Excerpt] = []
        for row in self._store.each(f"SELECT * FROM excerpt WHERE {where} {_ORDER}", parameters):
            excerpts.append(excerpt_from(row))
            if len(excerpts) == chunk:
                yield excerpts, reader.read([excerpt.id for excerpt in excerpts])
                excerpts = []
        if excerpts:
            yield excerpts, reader.read([excerpt.id for excerpt in excerpts])

    def _change(self, excerpt_id: int, **values: object) -> None:
        self._store.update("excerpt", excerpt_id, {**values, "modified_at": self._store.now()})

    def _check_anchor(self, document_id: int, anchor: Anchor) -> None:
        """Refuses an anchor that does not say what stands in the text.

        The slice is compared with the text around the passage, so that no excerpt can be found
        again at a place it was never made at. A region has to be on its page.
        """
        before = anchor.start - len(anchor.prefix)
        wanted = anchor.prefix + anchor.quote + anchor.suffix
        row = self._store.row(
            "SELECT characters, text_sha256 FROM document WHERE id = ?", (document_id,)
        )
        if row is None:
            raise NotFoundError(f"There is no document {document_id} in this archive.")
        if anchor.region is not None:
            check_region(anchor, self._page(document_id, anchor.region.page))
            return
        if not 0 <= anchor.start < anchor.end <= row["characters"]:
            raise InvalidValueError(
                f"There is no passage from {anchor.start} to {anchor.end} in document"
                f" {document_id}, which has {row['characters']} characters."
            )
        there = self._text(document_id, row["text_sha256"])[before : before + len(wanted)]
        if len(anchor.quote) != anchor.end - anchor.start or before < 0 or there != wanted:
            raise InvalidValueError(
                f"The passage from {anchor.start} to {anchor.end} of document {document_id} does"
                " not read as quoted; select it again."
            )

    def _text(self, document_id: int, sha256: str) -> str:
        """Gives a text, kept for the next passage of it: reading a slice reads all before it."""
        if self._read is None or self._read[0] != sha256:
            text = self._store.value("SELECT text FROM document WHERE id = ?", (document_id,))
            self._read = (sha256, str(text))
        return self._read[1]

    def _page(self, document_id: int, number: int) -> Page | None:
        row = self._store.row(
            "SELECT * FROM page WHERE document_id = ? AND number = ?", (document_id, number)
        )
        return None if row is None else page_from(row)


def excerpt_from(row: sqlite3.Row) -> Excerpt:
    """Makes an excerpt of its row."""
    rectangles: tuple[Rectangle, ...] = ()
    if row["rectangles"] != "[]":
        rectangles = tuple(Rectangle(*values) for values in json.loads(row["rectangles"]))
    return Excerpt(
        id=row["id"],
        uid=row["uid"],
        document_id=row["document_id"],
        number=row["number"],
        anchor=Anchor(
            start=row["start"],
            end=row["end"],
            quote=row["quote"],
            prefix=row["prefix"],
            suffix=row["suffix"],
            page=row["page"],
            rectangles=rectangles,
        ),
        note=row["note"],
        state=_STATES[row["state"]],
        anchor_state=_ANCHOR_STATES[row["anchor_state"]],
        created_at=row["created_at"],
        created_by=row["created_by"],
        modified_at=row["modified_at"],
        color=row["color"],
    )


def anchor_values(anchor: Anchor) -> dict[str, object]:
    """Gives the columns of an anchor and what to write into them."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "page": anchor.page,
        "rectangles": json.dumps(
            [[box.page, box.left, box.top, box.right, box.bottom] for box in anchor.rectangles]
        ),
    }
