"""Markers that name an author and a year: "(Suny 2015: 34; Balakian 2003)", "Suny (2015)".

The same form can be a place and a year; without a list of references only what is unlike that
counts: a page, several authors or works, a word that leads to a source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivist.finding.author_words import AND, CUES, OTHERS, SAYS, is_no_author
from archivist.finding.entry_shapes import CAPITAL, PARTICLES
from archivist.finding.locators import read_locator

_GROUP = re.compile(r"\((?P<round>[^()\n]{4,240})\)|\[(?P<square>[^\[\]\n]{4,240})\]")
_YEAR = r"(?:1[4-9]|20)\d\d(?![\d.])(?:[a-zа-е](?![^\W\d_]))?(?:[/–-](?:\d{4}|\d\d)(?!\d))?"
_UNDATED = r"n\.\s?d\.|o\.\s?J\.|s\.\s?[adf]\.|б\.\s?[гд]\.|t\.\s?y\.|in press|forthcoming"
_DATED = re.compile(
    rf"(?P<names>[^\d;]{{2,120}}?)(?P<comma>[,،]?)\s?(?:\[|\()?(?P<year>{_YEAR}|{_UNDATED})(?:\]|\))?"
    rf"(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_FURTHER = re.compile(rf"\s?[,;&]\s?(?P<year>{_YEAR}|[a-zа-е](?![^\W\d_]))")
_NARRATIVE = re.compile(rf"\((?P<year>{_YEAR})(?P<rest>[^()\n]{{0,60}})\)")
_REACH = 90  # code points before a bracket in which the authors stand
_NAME = rf"(?:(?:{'|'.join(PARTICLES)})\s|[dD]['’]|[aAeE]l-)?{CAPITAL}[\w'’‐-]*"
_AND = "|".join(AND)
_OTHERS = "|".join(OTHERS)
_NAMES_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(«“\"„]))(?P<names>(?:{_NAME}\s?(?:,\s|,?\s(?:{_AND})\s|\s))*"
    rf"{_NAME}(?:,?\s(?:{_OTHERS}))?)(?:['’][^\W\d_]{{1,6}})?$"
)
_NAME_WORD = re.compile(rf"{CAPITAL}[\w'’‐-]*|{CAPITAL}\.|[dD]['’][\w'’‐-]+|[aAeE]l-[\w'’‐-]+")
_PIECE = re.compile(rf",?\s(?:{_AND})\s|,\s|\s&\s|\s?/\s?")
_END_OTHERS = re.compile(rf"[,\s]*\b(?:{_OTHERS})\.?\s*$")
_SUFFIX = re.compile(r"['’][a-zçğıöşüə]{1,6}$")
_CUE = re.compile(rf"^(?:{'|'.join(CUES)})[.,:]?\s", re.IGNORECASE)
_CUED_BEFORE = re.compile(rf"(?:^|\s)(?:{'|'.join(CUES)})[.,:]?\s$", re.IGNORECASE)
_SAYS = re.compile(rf"\s(?:(?:[^\W\d_]+ly|has|have|also|hat|a|ha)\s)?(?:{'|'.join(SAYS)})\b")
_LONGEST_NAME = 6  # words
_LONGEST_NOTE = 80  # code points of a note that only names a work
_SINCE = 1950  # a place with a year before this is rather a place and a year


@dataclass(frozen=True, slots=True)
class Work:
    """What a marker names: families, year ("2015a"), locator, and whether it is surely a work."""

    start: int
    end: int
    names: tuple[str, ...]
    has_others: bool
    year: str
    locator: str
    is_sure: bool
    is_likely: bool

    @property
    def label(self) -> str:
        """The label that is the same however the marker is written: "Suny & Naimark 2011"."""
        return label_of(self.names, self.year, has_others=self.has_others)


def label_of(names: tuple[str, ...], year: str, *, has_others: bool) -> str:
    """Gives the label of authors and a year: "Suny & Naimark 2011", "Suny et al. 2011"."""
    return f"{' & '.join(names)}{' et al.' if has_others else ''} {year}"


def works_in_brackets(text: str) -> Iterator[list[Work]]:
    """Gives the works of each pair of brackets that holds nothing but works."""
    for match in _GROUP.finditer(text):
        words = match["round"] or match["square"]
        if not any(map(str.isdigit, words)) and "." not in words:
            continue
        works = _works(match.start(), match.end(), words)
        if works:
            yield works


def _works(start: int, end: int, words: str) -> list[Work]:
    works: list[Work] = []
    parts = [part for part in re.split(r"[;؛]", words) if part.strip()]
    for part in parts:
        cued = _CUE.match(part.strip())
        found = _part(part.strip(), works[-1].names if works else ())
        if not found:
            found = _comma_parts(part)
        if not found:
            return []
        for names, has_others, year, locator in found:
            sure = bool(locator or has_others or cued or year[-1:].isalpha() or _joins(part))
            works.append(
                Work(start, end, names, has_others, year, locator, sure, _is_likely(names, year))
            )
    return works


def _joins(part: str) -> bool:
    return re.search(rf"\s(?:{_AND})\s", part) is not None


Found = tuple[tuple[str, ...], bool, str, str]


def _part(part: str, names_before: tuple[str, ...]) -> list[Found]:
    """Reads "see Suny and Naimark, 2015a, b, p. 34"; none where that is not all."""
    while cue := _CUE.match(part):
        part = part[cue.end() :].strip()
    match = _DATED.fullmatch(part)
    if match is None:
        bare = re.fullmatch(rf"(?P<year>{_YEAR})(?P<rest>.*)", part, re.DOTALL)
        if bare is None or not names_before:
            return []
        names, has_others, year, rest = names_before, False, bare["year"], bare["rest"]
    else:
        read = _names(match["names"])
        if read is None:
            return []
        (names, has_others), year, rest = read, match["year"], match["rest"]
    return _dated(names, has_others=has_others, year=year, rest=rest)


def _dated(names: tuple[str, ...], *, has_others: bool, year: str, rest: str) -> list[Found]:
    years = [year]
    while further := _FURTHER.match(rest):
        word = further["year"]
        if len(word) == 1 and years[-1][-1:].isdecimal():
            break  # ", p" of a page
        years.append(years[-1][:4] + word if len(word) == 1 else word)
        rest = rest[further.end() :]
    locator = ""
    if rest.strip(" .,"):
        words = rest.strip(" ,:،")
        read = read_locator(words) or read_locator(words.rstrip(" ."))
        if read is None or rest.lstrip()[0] not in ",:،":
            return []
        locator = read
    return [(names, has_others, one, locator if one == years[-1] else "") for one in years]


def _comma_parts(part: str) -> list[Found]:
    """Reads "Suny 2015, Balakian 2003"."""
    found: list[Found] = []
    for piece in re.split(r",\s(?=[^\d]{3,80}\d{4})", part):
        read = _part(piece.strip(), ())
        if not read:
            return []
        found += read
    return found


def _names(words: str) -> tuple[tuple[str, ...], bool] | None:
    """Gives the families that words name, and whether there are others; None for other words."""
    words = words.strip(" ,،")
    others = _END_OTHERS.search(words)
    if others:
        words = words[: others.start()].strip(" ,،")
    names = [_SUFFIX.sub("", name.strip()) for name in _PIECE.split(words) if name.strip()]
    names = [name for name in names if not _is_initials(name)]
    if not names or len(names) > 8 or not all(map(_is_name, names)):
        return None
    return tuple(" ".join(name.split()) for name in names), others is not None


def _is_initials(name: str) -> bool:
    return re.fullmatch(r"(?:[^\W\d_]\.[\s-]?){1,4}", name) is not None


def _is_name(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= _LONGEST_NAME or words[-1] in PARTICLES:
        return False
    return all(word in PARTICLES or _NAME_WORD.fullmatch(word) for word in words)


def _is_likely(names: tuple[str, ...], year: str) -> bool:
    """Says whether author and year alone are rather a work than a place and a year."""
    return _is_recent(year) and len(names[0].split()) <= 3 and not any(map(is_no_author, names))


@dataclass(frozen=True, slots=True)
class Telling:
    """A year in brackets after words that can be its authors: "as Ronald Suny (2015: 34) shows".

    `words` are the capitalized words before the bracket with their starts, the last first named.
    """

    end: int
    names: tuple[tuple[int, tuple[str, ...]], ...]  # longest first
    has_others: bool
    year: str
    locator: str
    is_sure: bool
    is_recent: bool  # rather a work's year than one of what is told


def work_of_note(words: str) -> Work | None:
    """Reads a note or entry that only names a work of a bibliography: "Suny 2015, p. 34."."""
    return read_work(words.rstrip(" .")) if len(words) <= _LONGEST_NOTE else None


def _is_recent(year: str) -> bool:
    # "1915/2015" is a reprint.
    digits = re.findall(r"\d{4}", year)
    return not digits or int(digits[-1]) >= _SINCE


def read_work(words: str) -> Work | None:
    """Reads words that name one work, as links to it do: "Suny 2015, p. 34"."""
    works = _works(0, len(words), words.strip())
    return works[0] if len(works) == 1 else None


def works_in_sentences(text: str) -> Iterator[Telling]:
    """Gives each year in brackets whose authors stand in the sentence before it."""
    for match in _NARRATIVE.finditer(text):
        offset = max(0, match.start() - _REACH)
        before = text[offset : match.start()].rstrip(" \u00a0")
        line = before.rfind("\n") + 1
        names = _NAMES_BEFORE.search(before[line:])
        if names is None:
            continue
        found = _dated(("",), has_others=False, year=match["year"], rest=match["rest"])
        if len(found) != 1:
            continue
        _, _, year, locator = found[0]
        start = offset + line + names.start("names")
        options = _options(names["names"], start)
        if not options:
            continue
        has_others = _END_OTHERS.search(names["names"]) is not None
        cued = _CUED_BEFORE.search(text[max(0, start - 24) : start]) is not None
        says = _SAYS.match(text[match.end() : match.end() + 60]) is not None
        sure = bool(locator or has_others or cued or says or year[-1:].isalpha())
        yield Telling(match.end(), options, has_others, year, locator, sure, _is_recent(year))


def _options(words: str, start: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Gives the ways to read words as families, each with where it begins, the longest first."""
    options = []
    before = ""
    for word in re.finditer(r"\S+", words):
        place, is_inside = word.start(), before in PARTICLES
        before = word[0]
        read = None if is_inside else _names(words[place:])
        if read is not None:
            options.append((start + place, read[0]))
    return tuple(options)
