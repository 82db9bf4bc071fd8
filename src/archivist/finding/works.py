"""Reference entries by author and year, for markers that name these: "(Suny 2015: 34)"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivist.finding.entry_shapes import PARTICLES, YEAR
from archivist.finding.list_lines import Entry

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’‐-][^\W\d_]+)*")
_IN_BRACKETS = re.compile(r"[(\[](?P<year>(?:1[4-9]|20)\d\d[a-zа-е]?)[)\],;/–-]")
_AFTER_NAMES = re.compile(r"[.,،]\s(?P<year>(?:1[4-9]|20)\d\d[a-zа-е]?)[.,،:]")
_SEVERAL = re.compile(r"[&;؛]|\s(?:and|und|et|y|e|и|й|та|і|և|ու|və|ve|و)\s")
_HEAD = 160  # code points in which the authors stand
_YEARS = 6  # of an entry that are looked at
_LONGEST_ENDING = 3  # letters that a declined name has more
_SHORTEST = 4  # letters that are left of it
_MOST = 24  # entries of one author and year that are looked at


@dataclass(frozen=True, slots=True)
class _Work:
    entry: Entry
    words: frozenset[str]
    first: str
    year: str
    has_several: bool


class Works:
    """A document's entries, asked for the work of an author and a year."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._works: dict[tuple[str, str], list[_Work]] = {}
        for entry in entries:
            years = [match[0] for match in YEAR.finditer(entry.text)][:_YEARS]
            if not years:
                continue
            main = _main_year(entry.text, years)
            head = entry.text[: min(_HEAD, max(entry.text.find(main), 12))]
            words = [word for word in _words(head) if word not in PARTICLES]
            if not words:
                continue
            work = _Work(entry, frozenset(words), words[0], main, _SEVERAL.search(head) is not None)
            for key in {(word, year) for word in words for year in years}:
                known = self._works.setdefault(key, [])
                if len(known) < _MOST:
                    known.append(work)

    def find(self, names: Sequence[str], year: str) -> list[Entry]:
        """Gives the entries that authors and a year ("2015a") can mean; the best, if one is.

        An entry that begins with the first author counts before one that names it later, one that
        is of that year before one that mentions it.
        """
        words = [word for name in names for word in _words(name) if word not in PARTICLES]
        if not words:
            return []
        found = self._of(words, year)
        for cut in range(1, _LONGEST_ENDING + 1):
            # "Иванову", "Ավագյանի": a family in a sentence has its endings.
            if found or not _is_inflected(words):
                break
            uninflected = [word[:-cut] if len(word) - cut >= _SHORTEST else word for word in words]
            found = self._of(uninflected, year)
            words = uninflected if found else words
        found = [work for work in found if work.first == words[0]] or found
        found = [work for work in found if work.year[:4] == year[:4]] or found
        found = [work for work in found if work.has_several == (len(names) > 1)] or found
        return [work.entry for work in found]

    def _of(self, words: Sequence[str], year: str) -> list[_Work]:
        def of_year(year: str) -> list[_Work]:
            works = self._works.get((words[0], year), ())
            return [work for work in works if work.words.issuperset(words)]

        found = of_year(year)
        if not found and len(year) == 4:
            # "2015" for the only one of 2015a and 2015b that there is.
            found = [work for letter in "abcdeабв" for work in of_year(year + letter)]
        return found


def _is_inflected(words: Sequence[str]) -> bool:
    """Says whether words are of a script whose languages decline names: Cyrillic, Armenian."""
    return any("\u0400" <= word[-1] <= "\u058f" for word in words)


def _words(text: str) -> list[str]:
    return [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]


def _main_year(text: str, years: Sequence[str]) -> str:
    """Gives the year in which an entry's work came out, as far as its place tells."""
    for shape in (_IN_BRACKETS, _AFTER_NAMES):
        match = shape.search(text[:250])
        if match:
            return match["year"]
    return years[-1] if len(years) > 1 and text.find(years[0]) > _HEAD else years[0]
