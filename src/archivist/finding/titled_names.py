"""Names in scripts without capitals: the words after a title ("الرئيس إلهام علييف")."""

import re
from functools import lru_cache

from archivist.domain.vocabulary import ActorKind
from archivist.finding.name_words import NameWords
from archivist.finding.words import WordFinder, lowered

_WORD = re.compile(r"[ \u00a0\n]([\u0621-\u064a\u066e-\u06d3]{2,20})")
_JOINING = frozenset({"بن", "ابن", "أبو", "ابو", "عبد", "آل", "ال", "بنت", "أم"})
_USUAL = 2  # words of a name after a title
_LONGEST = 5


def titled_names(text: str, rules: NameWords) -> list[tuple[int, int, int, ActorKind]]:
    """Gives title's start, name's start and end, and kind of each person after an Arabic title."""
    finder = _finder(rules.titles)
    if finder is None:
        return []
    found = []
    for start, end, _ in finder.find(lowered(text)):
        position, count, wanted = end, 0, _USUAL
        while count < min(wanted, _LONGEST):
            word = _WORD.match(text, position)
            if word is None or word[1] in rules.openers or word[1].startswith(("ال", "لل", "وال")):
                break
            wanted += word[1] in _JOINING
            count += 1
            position = word.end()
        if count >= _USUAL:
            found.append((start, end + 1, position, ActorKind.PERSON))
    return found


@lru_cache(maxsize=16)
def _finder(titles: frozenset[str]) -> WordFinder | None:
    arabic = [title for title in titles if "\u0621" <= title[0] <= "\u06d3"]
    return WordFinder(arabic) if arabic else None
