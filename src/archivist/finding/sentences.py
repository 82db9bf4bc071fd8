"""Where sentences begin: after what ends one, at a blank line, and at each block of a document."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from archivist.domain.reading import Block

# Sentence signs of the Latin, Armenian, Greek, Urdu and Arabic scripts, closing signs, markers.
_END = re.compile(
    r"""[.!?…։؟۔]["”»’'“)\]]{0,3}(?:\[[^\[\]\n]{1,20}\]){0,12}(?=\s|\[|\Z)"""
    r"|\n(?:[ \t]{0,20}\n){1,1000}|(?<=[ա-և]):(?=\s)"  # a colon is typed for the Armenian full stop
)
# What stands before the first word of a sentence: markers, signs, white space.
_OPENING = re.compile(r"(?:\[[^\[\]\n]{1,20}\]|[^\w\[]|\[){0,200}")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\w.’'-]{0,11})\Z")
_ABBREVIATIONS = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "gen", "col", "lt", "sgt", "capt"),
        *("wm", "chas", "geo", "jas", "thos", "jos", "robt", "edw", "benj", "jno", "messrs"),
        *("cmdr", "adm", "maj", "sen", "rep", "gov", "pres", "jr", "sr"),
        *("vs", "etc", "cf", "ca", "approx", "al", "ed", "eds", "inc", "ltd", "co"),
        *("m", "mm", "mme", "mlle", "me", "bzw", "ca", "usw", "hrsg", "geb", "sr", "sra", "dra"),
        *("г", "гг", "им", "т", "д", "п", "тыс", "млн", "млрд", "ул", "см", "акад", "проф", "ст"),
        *(
            "u.s",
            "u.k",
            "u.n",
            "e.g",
            "i.e",
            "a.d",
            "b.c",
            "z.b",
            "d.h",
            "u.a",
            "bd",
            "dept",
            "corp",
        ),
        *(
            "jan",
            "feb",
            "apr",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec",
            "gest",
            "т.е",
            "т.д",
            "т.к",
            "н.э",
        ),
        *("в", "вв", "стр", "рис", "руб", "изд", "ред", "ін", "пр", "грн", "bkz", "bk", "vd"),
        *("р", "рр", "ім", "тис", "вул", "див", "հ", "թ", "թթ", "yy", "vb", "vs", "doç"),
    }
)


# Words that are cut short before a number only.
_BEFORE_NUMBERS = frozenset({"no", "nos", "vol", "vols", "p", "pp", "fig", "art", "s", "nr", "núm"})


class Sentences:
    """The sentences of a text, as ranges of code points in order."""

    def __init__(self, text: str, blocks: Sequence[Block] = ()) -> None:
        self._text = text
        self._limits = _limits(text, blocks)
        self._first_words = [
            opening.end() if (opening := _OPENING.match(text, limit)) else limit
            for limit in self._limits
        ]

    @property
    def first_words(self) -> frozenset[int]:
        """Where the first word of each sentence begins."""
        return frozenset(self._first_words)

    def around(self, position: int) -> tuple[int, int]:
        """Gives the sentence that holds a position, white space at both ends left out."""
        place = max(0, bisect_right(self._limits, position) - 1)
        last = place + 1 >= len(self._limits)
        return self._trimmed(
            self._limits[place], len(self._text) if last else self._limits[place + 1]
        )

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _limits(text: str, blocks: Sequence[Block]) -> list[int]:
    """Gives where sentences begin, the white space before them included."""
    limits = {0, *(block.start for block in blocks), *(block.end for block in blocks)}
    limits.discard(len(text))
    for match in _END.finditer(text):
        if match.group()[0] != "." or ends_sentence(text, match.start(), match.end()):
            limits.add(match.end())
    return sorted(limits | {0})


def ends_sentence(text: str, at: int, end: int) -> bool:
    """Says whether a full stop ends a sentence: not after an abbreviation, before small letters."""
    following = text[end : end + 40].lstrip()
    if following[:1].islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, at - 13), at)
    if before is None:
        return True
    word = before.group()
    if "\n" in text[end : end + 2]:
        return True
    if len(word) == 1 and word.isupper():
        return False
    if following[:1].isdecimal() and word.lower() in _BEFORE_NUMBERS:
        return False
    return word.lower() not in _ABBREVIATIONS
