"""Claims: the figures that excerpts give, side by side; no figure is overwritten by another.

A claim holds from `minimum` to `maximum`: an exact figure has both alike, "at least 50" has no
maximum. Two claims conflict when they speak of the same property and unit of one event and cannot
both be right.
"""

import math
import sqlite3
from collections import defaultdict
from typing import Any

from archivist.archive.named import check_confidence, existing, refuse_unknown
from archivist.archive.rows import date_from, date_values
from archivist.archive.store import Store
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Claim
from archivist.domain.names import clean_name
from archivist.domain.vocabulary import ClaimStatus

_FIELDS = (
    "property", "minimum", "maximum", "unit", "text", "event_id", "as_of", "speaker_id",
    "confidence", "status",
)  # fmt: skip

# The claims that cannot be right beside another one. A figure without bounds says nothing to
# compare, and two figures that hold as of different dates can both be right. ISO days compare as
# texts from year 0 on; where one is before that, the claims are left as conflicting.
CONFLICTING = """
SELECT one.id FROM claim AS one WHERE one.event_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM claim AS other WHERE other.event_id = one.event_id
  AND other.property = one.property COLLATE NOCASE AND other.unit = one.unit COLLATE NOCASE
  AND (other.minimum > one.maximum OR other.maximum < one.minimum)
  AND NOT (
    coalesce(other.earliest > one.latest OR other.latest < one.earliest, 0)
    AND one.earliest NOT LIKE '-%' AND other.earliest NOT LIKE '-%'
  )
)
"""


class Claims:
    """Makes and changes claims, and finds those that conflict."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(
        self,
        excerpt_id: int,
        *,
        property: str,  # noqa: A002
        minimum: float | None = None,
        maximum: float | None = None,
        unit: str = "",
        text: str = "",
        event_id: int | None = None,
        as_of: UncertainDate | None = None,
        speaker_id: int | None = None,
        confidence: int | None = None,
        status: ClaimStatus = ClaimStatus.ACCEPTED,
    ) -> int:
        """Notes a figure that an excerpt gives, and gives the claim's id.

        Raises:
            NotFoundError: The excerpt, the event or the speaker is not there.
            InvalidValueError: The property is empty, the range is none, or the confidence is not
                0 to 4.
        """
        with self._store.step("New claim"):
            existing(self._store, "excerpt", excerpt_id)
            values = self._values(
                {
                    "property": property,
                    "minimum": minimum,
                    "maximum": maximum,
                    "unit": unit,
                    "text": text,
                    "event_id": event_id,
                    "as_of": as_of,
                    "speaker_id": speaker_id,
                    "confidence": confidence,
                    "status": status,
                }
            )
            return self._store.insert(
                "claim",
                {"uid": self._store.new_uid(), "excerpt_id": excerpt_id, **values},
            )

    def get(self, claim_id: int) -> Claim:
        """Gives a claim.

        Raises:
            NotFoundError: There is none.
        """
        return claim_from(existing(self._store, "claim", claim_id))

    def update(self, claim_id: int, **fields: Any) -> None:
        """Changes fields of a claim: those of `create`.

        Raises:
            NotFoundError: The claim, the event or the speaker is not there.
            InvalidValueError: As `create`.
        """
        refuse_unknown(fields, _FIELDS)
        claim = self.get(claim_id)
        before: dict[str, Any] = {name: getattr(claim, name) for name in _FIELDS}
        with self._store.step(f"Edit claim “{claim.property}”"):
            self._store.update("claim", claim_id, self._values(before | fields))

    def delete(self, claim_id: int) -> None:
        """Deletes a claim.

        Raises:
            NotFoundError: There is none.
        """
        name = self.get(claim_id).property
        with self._store.step(f"Delete claim “{name}”"):
            self._store.delete("claim", claim_id)

    def conflicts(self) -> list[list[Claim]]:
        """Gives the claims that cannot all be right, grouped by event, property and unit."""
        groups: dict[tuple[int | None, str, str], list[Claim]] = defaultdict(list)
        rows = self._store.rows(
            f"SELECT * FROM claim WHERE id IN ({CONFLICTING}) ORDER BY event_id, property, id"
        )
        for claim in map(claim_from, rows):
            groups[claim.event_id, claim.property.lower(), claim.unit.lower()].append(claim)
        return list(groups.values())

    def _values(self, fields: dict[str, Any]) -> dict[str, object]:
        minimum, maximum = fields["minimum"], fields["maximum"]
        figures = [figure for figure in (minimum, maximum) if figure is not None]
        if not all(map(math.isfinite, figures)):
            raise InvalidValueError("A figure has to be a number that can be counted to.")
        if len(figures) == 2 and minimum > maximum:
            raise InvalidValueError(
                f"The figures run from {minimum:g} to {maximum:g}; the lower one comes first."
            )
        check_confidence(fields["confidence"])
        if fields["event_id"] is not None:
            existing(self._store, "event", fields["event_id"])
        if fields["speaker_id"] is not None:
            existing(self._store, "actor", fields["speaker_id"])
        return {
            "property": clean_name(fields["property"], "claim's property"),
            "minimum": minimum,
            "maximum": maximum,
            "unit": " ".join(fields["unit"].split()),
            "text": fields["text"],
            "event_id": fields["event_id"],
            **date_values(fields["as_of"]),
            "speaker_id": fields["speaker_id"],
            "confidence": fields["confidence"],
            "status": ClaimStatus(fields["status"]).value,
        }


def claim_from(row: sqlite3.Row) -> Claim:
    """Makes a claim of its row."""
    return Claim(
        id=row["id"],
        uid=row["uid"],
        excerpt_id=row["excerpt_id"],
        event_id=row["event_id"],
        property=row["property"],
        minimum=row["minimum"],
        maximum=row["maximum"],
        unit=row["unit"],
        text=row["text"],
        as_of=date_from(row),
        speaker_id=row["speaker_id"],
        confidence=row["confidence"],
        status=ClaimStatus(row["status"]),
    )
