"""What finding proposes and a person decides: one value for every kind, so that all are alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class SuggestionKind(StrEnum):
    """What is proposed; `SOURCE` is somebody who is said to say something."""

    DATE = "date"
    MARKER = "marker"
    FLAG = "flag"
    REFERENCE = "reference"
    NAME = "name"
    SOURCE = "source"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place in a text and what it is taken for.

    `text` is exactly the slice [start, end), in code points. `value` is what is proposed, as one
    readable string: a date's EDTF, a marker's label, a name, a speaker, a figure. `details` holds
    what only this kind knows, as JSON values.
    """

    kind: SuggestionKind
    start: int
    end: int
    text: str
    value: str
    details: Mapping[str, Any] = field(default_factory=dict)


class DecisionState(StrEnum):
    """What a person said to a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion as a person decides it: one thing, at one or several places of a document.

    All mentions of a name are one proposal, and all markers with one label. `place` is what it is
    known by in its document, also after a new version; `start`, `end` and `text` are those of the
    first of its places, in code points, and `count` says how many there are.
    """

    document_id: int
    kind: SuggestionKind
    place: str
    start: int
    end: int
    text: str
    value: str
    count: int = 1
