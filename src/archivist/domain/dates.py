"""Uncertain dates: EDTF with bounds, modifier and certainty, and how they read to a person."""

from dataclasses import dataclass
from enum import StrEnum


class Modifier(StrEnum):
    """How a date's words narrow or widen its EDTF value."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"
    MID = "mid"
    END = "end"
    APPROXIMATE = "approximate"


class Certainty(StrEnum):
    """How a date is known."""

    STATED = "stated"
    APPROXIMATE = "approximate"
    INFERRED = "inferred"
    QUESTIONABLE = "questionable"


class Extent(StrEnum):
    """Whether something lasted from–to, or happened some time within."""

    SPAN = "span"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as somebody wrote it, and what it can mean.

    `earliest` and `latest` are ISO days ("2023-09-19", BCE as "-0043-03-15"), None where open.
    """

    text: str
    edtf: str
    earliest: str | None
    latest: str | None
    modifier: Modifier | None = None
    certainty: Certainty = Certainty.STATED
    extent: Extent = Extent.SPAN
