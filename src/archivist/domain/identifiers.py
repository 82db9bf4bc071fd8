"""Identifiers of people and bodies in public registers: how they are written, and which can be."""

import re

from archivist.domain.errors import InvalidValueError

_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", re.I)
_VIAF = re.compile(r"(?:https?://(?:www\.)?viaf\.org/viaf/)?([1-9]\d{1,21})/?")
_ISNI = re.compile(r"(?:https?://(?:www\.)?isni\.org/(?:isni/)?|ISNI[: ]*)?([\dX \-]+)/?", re.I)


def wikidata(text: str) -> str:
    """Gives a Wikidata item as "Q42", from that or from its address.

    Raises:
        InvalidValueError: It is none.
    """
    match = _WIKIDATA.fullmatch(text.strip())
    if match is None:
        raise InvalidValueError(f"“{text}” is no Wikidata item; one looks like Q42.")
    return match[1].upper()


def viaf(text: str) -> str:
    """Gives a VIAF number, from that or from its address.

    Raises:
        InvalidValueError: It is none.
    """
    match = _VIAF.fullmatch(text.strip())
    if match is None:
        raise InvalidValueError(f"“{text}” is no VIAF number; one looks like 113230702.")
    return match[1]


def isni(text: str) -> str:
    """Gives an ISNI as sixteen characters in fours, from that or from its address.

    The last character checks the others by ISO 7064 MOD 11-2 (ISO 27729).

    Raises:
        InvalidValueError: It has another length, or its last character does not fit.
    """
    match = _ISNI.fullmatch(text.strip())
    digits = re.sub(r"[ \-]", "", match[1]).upper() if match else ""
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        raise InvalidValueError(f"“{text}” is no ISNI; one has 16 digits (the last may be X).")
    if digits[-1] != isni_check(digits[:15]):
        raise InvalidValueError(
            f"“{text}” is no ISNI: its last digit does not fit the others; one was mistyped."
        )
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


def isni_check(digits: str) -> str:
    """Gives the character that checks fifteen digits, by ISO 7064 MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
