"""Ranking of names against a few typed letters, blind to case and to diacritics."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

# Scattered letters can be found in any long text, and then mean nothing.
_LONGEST_SCATTERED = 80
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Gives text as it is compared: no case, no combining marks, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


class Rank(NamedTuple):
    """How well a name matches; smaller is better."""

    kind: int  # 0 whole, 1 prefix, 2 prefixes of words, 3 inside, 4 scattered letters
    spread: int  # characters before or across the match, where it does not begin a word
    length: int


@lru_cache(maxsize=65536)
def spaced(name: str) -> str:
    """Gives the words of a folded name, each after a space, so that one search finds beginnings."""
    return " " + " ".join(_WORD.findall(name))


def rank(query: str, name: str, words: str | None = None) -> Rank | None:
    """Ranks a folded name against a folded query, or gives None where it does not match.

    `words` is what `spaced` gives for the name; whoever ranks often keeps it.
    """
    length = len(name)
    if name.startswith(query):
        return Rank(0 if length == len(query) else 1, 0, length)
    if _begin_words(query, spaced(name) if words is None else words):
        return Rank(2, 0, length)
    inside = name.find(query)
    if inside >= 0:
        return Rank(3, inside, length)
    if length > _LONGEST_SCATTERED:
        return None
    spread = _scattered(query.replace(" ", ""), name)
    return None if spread is None else Rank(4, spread, length)


def best(query: str, names: Sequence[str], words: Sequence[str]) -> tuple[Rank, int] | None:
    """Gives the best rank among a thing's folded names, and the index of the name that has it."""
    if not query:
        return Rank(0, 0, 0), 0
    found: tuple[Rank, int] | None = None
    for i, name in enumerate(names):
        ranked = rank(query, name, words[i])
        if ranked is not None and (found is None or ranked < found[0]):
            found = ranked, i
    return found


def _begin_words(query: str, words: str) -> bool:
    """Says whether the parts of a query begin words, in any order, each word used once."""
    parts = query.split()
    if not all(f" {part}" in words for part in parts):
        return False
    if len(parts) == 1:
        return True
    left = words.split()
    for part in sorted(parts, key=len, reverse=True):
        found = next((word for word in left if word.startswith(part)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _scattered(letters: str, name: str) -> int | None:
    """Gives the stretch from first to last letter found in order, or None; one letter is none."""
    if len(letters) < 2:
        return None
    first = position = name.find(letters[0])
    for letter in letters[1:]:
        if position < 0:
            return None
        position = name.find(letter, position + 1)
    return None if position < 0 else position - first + 1
