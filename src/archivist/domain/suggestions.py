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
