"""Runs of capitalised words, in every script that has capitals, as the raw material of names.

Words belong to one run when nothing but a space or a small joining word stands between them.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archivist.finding.name_words import NameWords
from archivist.finding.words import lowered

_LONGEST_ACRONYM = 8  # letters
_LONGEST_GAP = 16  # code points between the words of a run
_LONGEST_RUN = 14  # words
_SMALL_WORD = re.compile(r"[ \u00a0\n]([^\W\d_]{3,20})(?![\w-])")
_ENDING = re.compile(r"(?<=[A-Za-z])[-‑][ա-ևа-я]{1,5}\Z")  # of another script: "Watch-ի"
_CUT_SHORT = (
    "St|Ste|Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Cmdr|Sen|Rep|Gov|Hon"
    "|Wm|Chas|Geo|Jas|Thos|Jos|Robt|Alex|Edw|Benj|Jno"
)
_PRONOUNS = frozenset({"i", "i'm", "i’m", "i've", "i’ve", "he", "she", "it", "we", "they", "you"})
_POSSESSIVE = re.compile(r"[’'](?:[sS])?\Z")
_APOSTROPHE = re.compile(r"[’'](?=[a-zçğıöşüə]{1,6}\Z)")  # a suffix after it is no part of a name
_ELISION = re.compile(r"(?:[LDJNSC]|Qu)[’']")


class Word(NamedTuple):
    """A capitalised word at [start, end) in code points, without its possessive ending."""

    start: int
    end: int
    text: str
    small: str

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals alone, as ICRC or U.S."""
        return self.text.isupper() and 2 <= sum(map(str.isalpha, self.text)) <= _LONGEST_ACRONYM

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter with or without its full stop."""
        return len(self.text.rstrip(".")) == 1


class Run(NamedTuple):
    """Words and what stands between them: `joints[i]` is between words i and i + 1.

    A joint is "" for a space and the small joining word otherwise. `closed` says that a word's
    possessive ending follows the run.
    """

    words: tuple[Word, ...]
    joints: tuple[str, ...]
    closed: bool = False

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end

    def part(self, first: int, last: int) -> "Run":
        """The words [first, last) as a run of their own."""
        return Run(
            self.words[first:last],
            self.joints[first : last - 1],
            self.closed and last == len(self.words),
        )


@lru_cache(maxsize=1)
def _capital_letters() -> str:
    """Gives the capitals of all scripts as the ranges of a character class."""
    codes = [
        code
        for code in range(0x41, min(sys.maxunicode, 0x1F000))
        if unicodedata.category(chr(code)) in ("Lu", "Lt")
    ]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    capital = f"[{_capital_letters()}]"
    article = r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ul|ibn|bin)[-‑])?"  # al-Assad
    return re.compile(
        rf"(?<![\w@#/._-])(?:{capital}\.(?:[ ]?{capital}\.){{1,4}}(?!\w)"
        rf"|(?:{capital}|{_CUT_SHORT})\.(?=[ \u00a0]?{capital})"
        rf"|{article}{capital}[\w\u0300-\u036f]*(?:[’'‑-]+[\w\u0300-\u036f]+){{0,4}})(?![@/]\w)"
    )


def runs(text: str, rules: NameWords, limits: frozenset[int]) -> Iterator[Run]:
    """Gives the runs of capitalised words, in order; none goes over a sentence's first word.

    Words that never are part of a name ("The", "Moreover") and the calendar's end a run.
    """
    gaps = _gaps(rules)
    current: list[Word] = []
    joints: list[str] = []
    closed = False
    end = 0
    for match in _word_pattern().finditer(text):
        start = match.start()
        joint = gaps.get(text[end:start]) if start - end <= _LONGEST_GAP else None
        of_saint = closed and bool(current) and current[0].small == "st."  # "St. Mary's Church"
        ended = (
            (closed and not of_saint)
            or joint is None
            or start in limits
            or len(current) >= _LONGEST_RUN
        )
        if of_saint and joint == "":
            owner = text[current[-1].start : end]
            current[-1] = current[-1]._replace(end=end, text=owner, small=lowered(owner))
        if current and not joint and rules.small_adjectives and current[-1].text[0].islower():
            ended = True  # "Conseil européen Charles Michel"
        if current and ended:
            yield _without_last_openers(current, joints, rules, closed=closed)
            current, joints, closed = [], [], False
        word, closed = _word(match, rules)
        end = match.end()
        opener = word.small in rules.openers and not word.is_acronym
        if opener and current and not ended and not joint and word.small not in _PRONOUNS:
            opener = False  # in capitals within a name: "Doctors Without Borders"
        if opener or word.small in rules.calendar or not word.text:
            if current:
                yield _without_last_openers(current, joints, rules)
                current, joints = [], []
            closed, end = False, -_LONGEST_GAP
            continue
        if current:
            joints.append(joint or "")
        current.append(word)
        while (tail := _tail(text, current[-1], rules)) is not None:
            joints.append("")
            current.append(tail)
            end = tail.end
    if current:
        yield _without_last_openers(current, joints, rules, closed=closed)


def _without_last_openers(
    words: list[Word], joints: list[str], rules: NameWords, *, closed: bool = False
) -> Run:
    """Gives the words as a run that ends with a word that can be part of a name."""
    last = len(words)
    while last > 1 and words[last - 1].small in rules.openers and not words[last - 1].is_acronym:
        last -= 1
    return Run(tuple(words[:last]), tuple(joints[: last - 1]), closed and last == len(words))


def _tail(text: str, word: Word, rules: NameWords) -> Word | None:
    """Gives the word in small letters that goes on with a body's name or an office, if one does.

    "Sénat français", "Европейского совета", "Министерство обороны".
    """
    if not rules.small_adjectives and not rules.capital_adjectives:
        return None
    match = _SMALL_WORD.match(text, word.end)
    if match is None or not match[1].islower():
        return None
    small = match[1]
    capital = word.text[0].isupper()
    body = rules.is_institution(word.small)
    belongs = (
        (capital and body and small.endswith(rules.small_adjectives or "-"))
        or (
            capital
            and word.small.endswith(rules.capital_adjectives or "-")
            and rules.is_institution(small)
        )
        or ((body or word.small in rules.titles or not capital) and small in rules.subjects)
    )
    return Word(match.start(1), match.end(1), small, small) if belongs else None


def _word(match: re.Match[str], rules: NameWords) -> tuple[Word, bool]:
    """Gives the word of a match without endings and elisions, and whether it is a possessive."""
    start, end, written = match.start(), match.end(), match.group()
    if (ending := _ENDING.search(written)) is not None:
        written = written[: ending.start()]
        return Word(start, start + len(written), written, lowered(written)), False
    if "’" not in written and "'" not in written:
        return Word(start, end, written, lowered(written)), False
    ending = _POSSESSIVE.search(written)
    if ending is None and rules.apostrophe_endings:
        ending = _APOSTROPHE.search(written)
    if ending is not None and lowered(written[: ending.start()]) in rules.possessors:
        ending = None
    if ending is not None:
        written = written[: ending.start()]
        end = start + len(written)
    if (elision := _ELISION.match(written)) and rules.head_first:
        start, written = start + elision.end(), written[elision.end() :]
        written = written if written[:1].isupper() else ""  # "L'utilisation": no capital of its own
    return Word(start, end, written, lowered(written)), ending is not None


@lru_cache(maxsize=16)
def _gaps(rules: NameWords) -> dict[str, str]:
    """Gives what may stand between the words of a run, with the joint that it is."""
    gaps = {" ": "", "\n": "", "\u00a0": "", "  ": "", " \n": ""}
    for word in (*rules.particles, *rules.links, *rules.inner_links, "&", "and"):
        apostrophe = word[-1] in "'’"
        for before in (" ", "\n"):
            for after in ("",) if apostrophe else (" ", "\n"):
                gaps[f"{before}{word}{after}"] = word
        if " " in word:
            first, rest = word.split(" ", 1)
            gaps[f" {first}\n{rest} "] = word
    return gaps
