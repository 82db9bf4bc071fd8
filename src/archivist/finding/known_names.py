"""Finds every mention of actors by the names they have, whatever their case and endings.

Names are one when they have one key (see `archivist.domain.names`). A name's capitals must be
capitals in the text, so that the actor "May" is not found in "she may".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from archivist.domain.names import KnownName, name_key
from archivist.finding.inflection import forms
from archivist.finding.words import stands_alone

# Signs that one name is written with in several ways, each of one code point.
_ALIKE = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}
_SPACES = "\t\n\u00a0\u202f\u2009"
# What becomes shorter in a key: letters with marks of their own, and several spaces.
_COMPOSED = re.compile(
    r" {2,64}|[^\W\d_][\u0300-\u036f\u0483-\u0487\u0653-\u0655\u0328]{1,8}", re.DOTALL
)
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A place [start, end), in code points, where actors are named; several may have one name."""

    start: int
    end: int
    actors: tuple[int, ...]


def find_known(text: str, known: Sequence[KnownName], language: str = "") -> list[Mention]:
    """Finds the mentions of actors, in order and without overlap, the longest name of each place.

    A possessive ending after an apostrophe is left out; other endings are part of the mention.
    """
    if not known:
        return []
    patterns, table, automaton = _automaton(tuple(known), language)
    folded = _Folded(text)
    found = [
        (start, -end, patterns[index])
        for index, start, end in automaton.find_matches_as_indexes(folded.text, overlapping=True)
        if stands_alone(folded.text, start, end)
    ]
    found.sort()
    mentions: list[Mention] = []
    reached = 0
    for start, negative_end, pattern in found:
        if start < reached:
            continue
        first, last = folded.start_of(start), folded.end_of(-negative_end)
        written = text[first:last]
        actors = tuple(
            dict.fromkeys(
                name.actor_id for name in table[pattern] if _capitals_agree(name.name, written)
            )
        )
        if actors:
            mentions.append(Mention(first, last, actors))
            reached = -negative_end
    return mentions


@lru_cache(maxsize=2)
def _automaton(
    known: tuple[KnownName, ...], language: str
) -> tuple[list[str], dict[str, list[KnownName]], AhoCorasick]:
    """Gives the forms of all names, whose they are, and what looks for them all at once.

    Kept, since many documents are looked through for the same names.
    """
    table: dict[str, list[KnownName]] = {}
    for name in known:
        for form in forms(_alike(name_key(name.name)), language):
            if form:
                table.setdefault(form, []).append(name)
    patterns = list(table)
    return patterns, table, AhoCorasick(patterns)


def _alike(text: str) -> str:
    for sign, plain in _ALIKE.items():
        text = text.replace(sign, plain)
    return text


def _capitals_agree(name: str, written: str) -> bool:
    """Says whether a text has capitals where a name has them."""
    parts, places = name.split(), written.split()
    if len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= _LONGEST_ACRONYM:
        return written[: len(parts[0])].isupper()
    if len(parts) != len(places):
        return True
    return all(
        not part[:1].isupper() or place[:1].isupper()
        for part, place in zip(parts, places, strict=True)
    )


class _Folded:
    """A text as keys are compared, and where each of its code points stood."""

    def __init__(self, text: str) -> None:
        for sign in _SPACES:
            text = text.replace(sign, " ")
        text = _alike(text)
        pieces: list[str] = []
        self._starts: list[int] = []  # of each piece in the folded text
        self._places: list[tuple[int, int, bool]] = []  # where it stood, and whether as long
        self._length = 0
        for start, end in _pieces(text):
            folded = _fold(text[start:end])
            if len(folded) == end - start:
                pieces.append(folded)
                self._add(len(folded), start, end, as_long=True)
                continue
            for at, run_end in _clusters(text, start, end):
                folded = _fold(text[at:run_end])
                pieces.append(folded)
                self._add(len(folded), at, run_end, as_long=len(folded) == run_end - at)
        self.text = "".join(pieces)

    def _add(self, length: int, start: int, end: int, *, as_long: bool) -> None:
        self._starts.append(self._length)
        self._places.append((start, end, as_long))
        self._length += length

    def start_of(self, position: int) -> int:
        """Gives where the folded code point at a position began in the text."""
        place = bisect_right(self._starts, position) - 1
        start, _, as_long = self._places[place]
        return start + position - self._starts[place] if as_long else start

    def end_of(self, position: int) -> int:
        """Gives where the folded code point before a position ended in the text."""
        place = bisect_right(self._starts, position - 1) - 1
        start, end, as_long = self._places[place]
        return start + position - self._starts[place] if as_long else end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Gives the ranges between what a key makes shorter, and those themselves."""
    reached = 0
    for match in _COMPOSED.finditer(text):
        if match.start() > reached:
            yield reached, match.start()
        yield match.span()
        reached = match.end()
    if reached < len(text):
        yield reached, len(text)


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Gives a range at once when it is composed or white space, else code point for code point."""
    if _COMPOSED.fullmatch(text, start, end):
        yield start, end
        return
    for position in range(start, end):
        yield position, position + 1


def _fold(piece: str) -> str:
    """Gives the key of a piece of text, with one space for all white space in it."""
    if piece.isspace():
        return " "
    # What `name_key` does, but for white space at the ends, which a piece needs.
    return name_key(f"|{piece.replace(' ', '|')}|")[1:-1].replace("|", " ")
