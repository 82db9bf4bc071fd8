"""The dates that were found in texts, as a person confirmed, corrected or refused them."""

from archivist.archive.rows import date_values
from archivist.archive.store import Store
from archivist.domain.dates import UncertainDate


class FoundDates:
    """Changes single dates; those of a document are read by `Documents.dates`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, document_id: int, start: int, end: int, date: UncertainDate) -> None:
        """Says what the words [start, end) of a document mean; they need not be known as a date."""
        store = self._store
        with store.step(f"Date “{date.text}”"):
            known = self._at(document_id, start, end)
            if known is None:
                place = {"document_id": document_id, "start": start, "end": end}
                store.insert("found_date", {**place, **date_values(date)})
            else:
                store.update("found_date", known, date_values(date))

    def remove(self, document_id: int, start: int, end: int) -> None:
        """Says that the words [start, end) are no date; nothing happens where they were none."""
        known = self._at(document_id, start, end)
        if known is not None:
            with self._store.step("Remove found date"):
                self._store.delete("found_date", known)

    def _at(self, document_id: int, start: int, end: int) -> int | None:
        found: int | None = self._store.value(
            'SELECT id FROM found_date WHERE document_id = ? AND start = ? AND "end" = ?',
            (document_id, start, end),
        )
        return found
