"""How values stand in rows: the date columns, and JSON in text columns."""

import json
import sqlite3
from functools import lru_cache
from typing import Any

from archivist.domain.dates import Certainty, Extent, Modifier, UncertainDate

_DATE = ("date_text", "edtf", "earliest", "latest", "modifier", "certainty", "extent")


def date_values(date: UncertainDate | None) -> dict[str, object]:
    """The date columns and what to write into them; all NULL for no date."""
    return {
        "date_text": date.text if date else None,
        "edtf": date.edtf if date else None,
        "earliest": date.earliest if date else None,
        "latest": date.latest if date else None,
        "modifier": date.modifier.value if date and date.modifier else None,
        "certainty": date.certainty.value if date else None,
        "extent": date.extent.value if date else None,
    }


def date_from(row: sqlite3.Row) -> UncertainDate | None:
    """The date that a row's date columns hold, None where they hold none."""
    if row["edtf"] is None:
        return None
    return _date(*(row[column] for column in _DATE))


# A long text has tens of thousands of dates, and few different ones.
@lru_cache(maxsize=8192)
def _date(
    text: str,
    edtf: str,
    earliest: str | None,
    latest: str | None,
    modifier: str | None,
    certainty: str,
    extent: str,
) -> UncertainDate:
    return UncertainDate(
        text=text,
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        modifier=Modifier(modifier) if modifier else None,
        certainty=Certainty(certainty),
        extent=Extent(extent),
    )


def json_text(value: object) -> str:
    """A value as JSON for a text column; letters of every script stay readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """The value that a JSON text column holds."""
    return json.loads(text)
