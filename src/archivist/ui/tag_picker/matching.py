"""Ranking of names against a few typed letters, blind to case and to diacritics."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Gives text as it is compared: no case, no combining marks, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """How well a name matches; smaller is better."""

    kind: int  # 0 whole, 1 prefix, 2 prefixes of words, 3 inside, 4 scattered letters
    spread: int  # characters the match stretches over, for scattered letters
    length: int


def rank(query: str, name: str) -> Rank | None:
    """Ranks a folded name against a folded query, or gives None where it does not match."""
    length = len(name)
    if query == name:
        return Rank(0, 0, length)
    if name.startswith(query):
        return Rank(1, 0, length)
    if _words_start(query.split(), name):
        return Rank(2, 0, length)
    inside = name.find(query)
    if inside >= 0:
        return Rank(3, inside, length)
    spread = _scattered(query.replace(" ", ""), name)
    return None if spread is None else Rank(4, spread, length)


def best(query: str, names: Sequence[str]) -> tuple[Rank, int] | None:
    """Gives the best rank among a thing's folded names, and the index of the name that has it."""
    if not query:
        return Rank(0, 0, 0), 0
    ranked = ((found, i) for i, name in enumerate(names) if (found := rank(query, name)))
    return min(ranked, default=None)


def _words_start(parts: list[str], name: str) -> bool:
    """Says whether the parts begin words of the name, in any order, each word used once."""
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    for part in parts:
        found = next((word for word in words if word.startswith(part)), None)
        if found is None:
            return False
        words.remove(found)
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
