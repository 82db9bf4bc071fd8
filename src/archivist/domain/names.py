"""When two names are one: the key that events, actors and topics are compared by.

The name that a person typed is kept as it is; only its key is normalised.
"""

import unicodedata
from dataclasses import dataclass

from archivist.domain.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class KnownName:
    """One of the names that an actor of the archive has, to be looked for in a text."""

    actor_id: int
    name: str


def name_key(name: str) -> str:
    """Gives the key of a name: canonical form, case folded, white space collapsed.

    Follows the canonical caseless match of the Unicode Standard (section 3.13, D145): letters are
    taken apart before they are folded, so that a composed and a decomposed name have one key.
    """
    folded = unicodedata.normalize("NFD", name).casefold()
    # Folding can bring forth marks in another order; one more round settles it.
    settled = unicodedata.normalize("NFD", folded).casefold()
    return " ".join(unicodedata.normalize("NFC", settled).split())


def clean_name(name: str, what: str = "name") -> str:
    """Gives a name as it is kept: white space collapsed, nothing else changed.

    Raises:
        InvalidValueError: The name is empty; `what` says whose name it is ("event's name").
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise InvalidValueError(f"The {what} is empty; give it at least one letter.")
    return cleaned
