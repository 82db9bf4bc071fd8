"""Finds words in a text as people read them, at the positions that the text has.

Case, composed or decomposed letters, ligatures, curly quotes and line ends make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MOST_MATCHES = 50_000
# Sequences that texts write with one character, by Unicode's compatibility and case mappings.
_LIGATURES = {
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ss": "ßẞ",
    "եւ": "և",
    "մն": "ﬓ",
}
_APART = {
    character: spelled for spelled, characters in _LIGATURES.items() for character in characters
}
_SAME = ("'’ʼ‘", '"“”„«»', "-‐‑")


@dataclass(frozen=True, slots=True)
class Match:
    """A found range of code points."""

    start: int
    end: int


def find(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[Match]:
    """Gives every match in order, at most 50,000; positions are those of the text as it is."""
    pattern = _pattern(words.strip(), whole=whole)
    if not pattern:
        return []
    compiled = re.compile(pattern, 0 if case else re.IGNORECASE)
    found = []
    for match in compiled.finditer(text):
        found.append(Match(match.start(), match.end()))
        if len(found) == _MOST_MATCHES:
            break
    return found


def _pattern(words: str, *, whole: bool) -> str:
    composed = unicodedata.normalize("NFC", words)
    pattern = "".join(_alternatives(composed))
    if composed != words:
        # Unicode never composes some letters again, which a text may have in one character.
        pattern = f"(?:{pattern}|{re.escape(words)})"
    # A match must not begin or end within a letter's combining marks.
    if whole and pattern:
        return rf"(?<!\w)(?:{pattern})(?!\w)"
    return pattern


def _alternatives(composed: str) -> Iterator[str]:
    """Gives, piece by piece, all ways in which a text may write the words."""
    index = 0
    while index < len(composed):
        character = composed[index]
        if character.isspace():
            while index < len(composed) and composed[index].isspace():
                index += 1
            yield r"\s+"
            continue
        spelled = next(
            (each for each in _LIGATURES if composed[index : index + len(each)].lower() == each), ""
        )
        if spelled:
            apart = "".join(map(_character, composed[index : index + len(spelled)]))
            yield f"(?:{apart}|[{_LIGATURES[spelled]}])"
            index += len(spelled)
            continue
        yield _character(character)
        index += 1


def _character(character: str) -> str:
    for alike in _SAME:
        if character in alike:
            return f"[{re.escape(alike)}]"
    ways = {character, unicodedata.normalize("NFD", character), _APART.get(character, character)}
    if len(ways) == 1:
        return re.escape(character)
    return f"(?:{'|'.join(sorted(map(re.escape, ways), key=len, reverse=True))})"
