"""Finds the words of a table in a text in one pass, however many the table has."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick


def lowered(text: str) -> str:
    """Gives a text in small letters, code point for code point at the same offsets."""
    # The dotted capital I alone becomes two code points; its small letter is a plain i.
    return text.replace("İ", "i").lower()


class WordFinder:
    """Looks for whole words and phrases in a text that `lowered` gave."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({lowered(word) for word in words if word})
        self._automaton = AhoCorasick(self._words)

    def find(self, small: str) -> Iterator[tuple[int, int, str]]:
        """Gives start, end and word of each place, in order, the longest phrase of a place."""
        whole = [
            (start, -end, self._words[index])
            for index, start, end in self._automaton.find_matches_as_indexes(
                small, overlapping=True
            )
            if stands_alone(small, start, end)
        ]
        whole.sort()
        reached = 0
        for start, negative_end, word in whole:
            if start >= reached:
                reached = -negative_end
                yield start, reached, word


def stands_alone(text: str, start: int, end: int) -> bool:
    """Says whether no letter or digit goes on at either side of a range."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        (before.isalnum() and text[start : start + 1].isalnum())
        or (after.isalnum() and text[end - 1 : end].isalnum())
    )
