"""What the words of a marker in brackets say: its labels with their locators, or a flag."""

import re

from archivist.domain.vocabulary import MarkerKind
from archivist.finding.locators import read_locator
from archivist.finding.marker_words import FLAGS, NOTE_WORDS
from archivist.finding.reference_lists import Entries

NUMBERS = re.compile(r"\d{1,4}(?:\s{0,2}[,;–—‑-]\s{0,2}\d{1,4}){0,20}")
_NOTE_WORD = "|".join(NOTE_WORDS)
_NOTE = re.compile(rf"(?:{_NOTE_WORD})\.?\s?\d{{1,3}}|(?:note|fn|nb|n)\.?\s?[a-z]", re.IGNORECASE)
# A group of its own ("[A 3]", "[К 1]"), single letters, small Roman numbers and note signs.
_ATTACHED = re.compile(r"[^\W\d_]{1,2}\s?\d{1,3}|[a-zа-яա-ֆ]{1,2}|[ivx]{1,5}|[*†‡§¶]{1,3}")
# "[23, p. 45]", "[23: 45]": what stands behind a number is no further one.
_LOCATED = re.compile(r"(?P<number>\d{1,4})(?:,\s?(?=[^\W\d_])|:\s?)(?P<locator>.{1,40})")
_FLAG_TAIL = re.compile(r"\s?(?:[–—-]\s?discuss|[;,]?\s[^\W\d_]{3,9}\s\d{4})$")
_LONGEST_RANGE = 50  # "[1–400]" is rather something else

Labels = list[tuple[str, str]]


def is_flag(words: str) -> bool:
    """Says whether the words in brackets are a maintenance tag."""
    folded = words.casefold()
    return folded in FLAGS or _FLAG_TAIL.sub("", folded) in FLAGS


def labels_in(words: str, entries: Entries, *, is_attached: bool) -> tuple[Labels, MarkerKind]:
    """Gives the labels that the words in brackets hold, each with its locator or "".

    None where they are no marker. "[s]he" and "the [a] man" are an editor's: letters and signs
    are labels only where they are attached to what they belong to.
    """
    if NUMBERS.fullmatch(words):
        return [(number, "") for number in numbers_in(words, entries)], MarkerKind.REFERENCE
    located = _located(words, entries)
    if located:
        return located, MarkerKind.REFERENCE
    # Markdown's "[^1]"; its entries have the label without the sign.
    label = words.removeprefix("^")
    if _NOTE.fullmatch(label) or (label and label != words):
        return [(label, "")], MarkerKind.NOTE
    if _ATTACHED.fullmatch(words) and is_attached:
        return [(words, "")], MarkerKind.NOTE
    return [], MarkerKind.NOTE


def numbers_in(words: str, entries: Entries) -> list[str]:
    """Gives the numbers of "3, 5–7"; none where one is a year, zero or a range that is too long."""
    numbers: list[str] = []
    for part in re.split(r"\s?[,;]\s?", words):
        first, *rest = re.split(r"\s?[–—‑-]\s?", part)
        if not rest:
            numbers.append(first)
        elif len(rest) == 1 and 0 < int(rest[0]) - int(first) <= _LONGEST_RANGE:
            numbers += [str(number) for number in range(int(first), int(rest[0]) + 1)]
        else:
            return []
    plausible = all(
        (len(number) <= 3 and int(number) > 0) or entries.labelled(number) for number in numbers
    )
    return numbers if plausible else []


def _located(words: str, entries: Entries) -> Labels:
    """Gives the labels of "23, p. 45; 24, S. 3"; none where that is not all."""
    labels: Labels = []
    for part in re.split(r"\s?;\s?", words):
        match = _LOCATED.fullmatch(part)
        locator = read_locator(match["locator"]) if match else ""
        number = match["number"] if match else part
        if locator is None or not number.isdecimal() or not numbers_in(number, entries):
            return []
        labels.append((number, locator))
    return labels
