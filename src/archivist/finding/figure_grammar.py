"""Reads numerals, in digits of any script and in words, by the rules of a language."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from archivist.finding.figure_words import FigureWords
from archivist.finding.words import WordFinder

_SPACE = r"(?:[ \t\u00a0\u202f\u2009]{1,2}|[ \t]?\n[ \t]{0,4})"
_OPEN = float("inf")
_LONGEST_WORDS = 12  # of one numeral
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BETWEEN_WORDS = re.compile(r"[ \t\u00a0]{1,2}|[ \t]?\n[ \t]{0,4}|-")
_LARGEST = 10**18
_AFTER = re.compile(r"[.,/:]?\d|[\w@]|[:/]\w")  # what shows that digits were no whole number


class Numeral(NamedTuple):
    """A number as it is written, at [start, end) in code points.

    `most` is infinite for an indefinite count ("hundreds"). `scale` is the word that multiplied it
    ("million"), 1 without one. `plain` says that nothing but its digits, or a small word, shows
    that it is a count; `whole_digits` is how many digits stand before the decimal sign.
    """

    start: int
    end: int
    least: float
    most: float
    scale: float = 1
    digits: bool = False
    plain: bool = True
    whole_digits: int = 0


class FigureGrammar:
    """A language's patterns for figures; see `figure_grammar`."""

    def __init__(self, words: FigureWords) -> None:
        self.words = words
        groups = re.escape(words.groups)
        point = re.escape(words.point)
        self._digits = re.compile(
            rf"(?<![\w.,/:@#-])(?:(?P<grouped>\d{{1,3}}(?P<sign>[{groups}])\d{{3}}(?:(?P=sign)\d{{3}}){{0,4}}"
            rf"(?!\d))|(?P<bare>\d{{1,15}}))(?P<fraction>{point}\d{{1,6}}(?![\d{point}]))?"
        )
        self._start = re.compile(r"(?<![\w.,/:@#-])[\d]")
        self._scale = re.compile(rf"[ \u00a0\u202f]?({_any(words.scales)})(?!\w)\.?")
        self.number_words = frozenset({*words.numerals, *words.scales})
        phrases = {*words.numerals, *words.vague, *words.fractions, *words.scales}
        self._finder = WordFinder(phrases) if phrases else None
        self.bound = re.compile(rf"(?:^|(?<=\W))({_any(words.bounds)})(?:{_SPACE}|(?<=~))?\Z")
        self.trailing = re.compile(rf"(?:{_SPACE})?({_any(words.trailing)})(?!\w)")
        self.to = re.compile(rf"{_SPACE}(?:{_any(words.to)}){_SPACE}")
        self.join = re.compile(rf"{_SPACE}(?:{_any((*words.joins, *words.to))}){_SPACE}")
        self._joined = re.compile(rf"(?:{_any(words.joins)}){_SPACE}")
        self.of = re.compile(rf"{_SPACE}(?:{_any(words.of)}){_SPACE}")
        self.age = re.compile(rf"(?:^|(?<=\W))(?:{_any(words.age_before)}){_SPACE}\Z")
        self._property = re.compile(rf"(?<!\w)(?:{_any(words.properties)})")

    def numerals(self, small: str) -> Iterator[Numeral]:
        """Gives the numerals of a text in small letters, in order."""
        words = self._finder.find(small) if self._finder else iter(())
        starts = [match.start() for match in self._start.finditer(small)]
        starts.extend(start for start, _, _ in words)
        starts.sort()
        reached = 0
        for start in starts:
            if start < reached:
                continue
            numeral = self.numeral_at(small, start)
            if numeral is not None:
                reached = numeral.end
                yield numeral

    def numeral_at(self, small: str, start: int) -> Numeral | None:
        """Reads the numeral that begins here; None where none does."""
        if small[start : start + 1].isdecimal():
            return self._in_digits(small, start)
        return self._in_words(small, start)

    def property_of(self, words: str, *, last: bool = False) -> str:
        """Gives what words say that a figure counts, by the first or last of them, or ""."""
        found = [match.group() for match in self._property.finditer(words)]
        if not found:
            return ""
        return self.words.properties[found[-1 if last else 0]]

    def ends_unit(self, word: str) -> bool:
        """Says whether a word is surely what is counted."""
        words = self.words
        return (
            word in words.people
            or word in words.measures
            or (
                bool(words.plural_endings) and word.endswith(words.plural_endings) and len(word) > 3
            )
        )

    def counts_people(self, unit: str) -> bool:
        """Says whether the last word of a unit in small letters stands for people."""
        last = unit.rsplit(" ", 1)[-1]
        endings = self.words.people_endings
        if last in self.words.people:
            return True
        return bool(endings) and last.endswith(endings) and last not in self.words.not_people

    def takes_any_noun(self, word: str) -> bool:
        """Says whether a word that nothing is known of is taken for what is counted."""
        return not self.words.plural_endings and len(word) > 2

    def _in_digits(self, small: str, start: int) -> Numeral | None:
        match = self._digits.match(small, start)
        if match is None:
            return None
        end = match.end()
        whole = match["grouped"] or match["bare"]
        digits = _decimals(whole)
        value = float(int(digits))
        if fraction := match["fraction"]:
            value += float("0." + _decimals(fraction))
        scale = 1.0
        if scaled := self._scale.match(small, end):
            scale = self.words.scales[scaled.group(1)]
            end = scaled.end() if scaled.group(1) in self.words.dotted else scaled.end(1)
        elif _AFTER.match(small, end) or (
            match["bare"] and len(digits) > 1 and int(digits[0]) == 0
        ):
            return None
        value *= scale
        plain = match["grouped"] is None and scale == 1
        return Numeral(
            start, end, value, value, scale, digits=True, plain=plain, whole_digits=len(digits)
        )

    def _in_words(self, small: str, start: int) -> Numeral | None:
        for table, most in ((self.words.vague, _OPEN), (self.words.fractions, 0.0)):
            for length in (3, 2, 1):
                phrase = _words_at(small, start, length)
                if phrase is not None and (value := table.get(phrase[0])) is not None:
                    return Numeral(start, phrase[1], value, most or value, plain=False)
        total = current = 0.0
        scale = 1.0
        end = position = start
        count = 0
        for _ in range(_LONGEST_WORDS):
            word = _WORD.match(small, position)
            if word is None:
                break
            values = self._values(word.group())
            if not values:
                break
            for number, multiplies in values:
                if multiplies:
                    current = max(current, 1) * number
                    scale = max(scale, number)
                    if number >= 1_000:
                        total, current = total + current, 0.0
                else:
                    current += number
            end, count = word.end(), count + 1
            gap = _BETWEEN_WORDS.match(small, end)
            if gap is None:
                break
            position = gap.end()
            joined = self._joined.match(small, position) if scale > 1 else None
            if joined:
                position = joined.end()
        value = total + current
        if not count or not 0 < value < _LARGEST:
            return None
        return Numeral(start, end, value, value, plain=value < 100)

    def _values(self, word: str) -> list[tuple[float, bool]]:
        """Gives the values of a word or of the parts of a compound, and whether each multiplies.

        Nothing where a part is no numeral.
        """
        if word in self.words.numerals:
            return [(self.words.numerals[word], False)]
        values = []
        for part in word.split("-"):
            if part in self.words.numerals:
                values.append((self.words.numerals[part], False))
            elif part in self.words.scales:
                values.append((self.words.scales[part], True))
            else:
                return []
        return values


def _words_at(small: str, start: int, count: int) -> tuple[str, int] | None:
    """Gives so many words from here on, with single spaces between them, and where they end."""
    words = []
    position = start
    for index in range(count):
        if index:
            gap = _BETWEEN_WORDS.match(small, position)
            if gap is None or gap.group() == "-":
                return None
            position = gap.end()
        word = _WORD.match(small, position)
        if word is None:
            return None
        words.append(word.group())
        position = word.end()
    return " ".join(words), position


def _any(words: Iterable[str]) -> str:
    """Makes a pattern of some words, the longest first; one that matches nothing without any."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", _SPACE) for word in ordered) or "(?!)"


@lru_cache(maxsize=16)
def figure_grammar(words: FigureWords) -> FigureGrammar:
    """Makes the patterns of a language's table (some milliseconds; kept)."""
    return FigureGrammar(words)


def _decimals(written: str) -> str:
    """Gives the digits of a figure without what groups them; Python reads those of any script."""
    return written if written.isdecimal() else "".join(filter(str.isdecimal, written))


def _begins_with_zero(digits: str) -> bool:
    return len(digits) > 1 and int(digits[0]) == 0
