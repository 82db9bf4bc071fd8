"""Finds dates in prose and reads what a person types; a year that is not written is inferred.

Only what reads as a date is one: figures, page numbers and names that merely look alike are left.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archivist.domain.dates import Certainty, Modifier, UncertainDate, bounds, from_edtf, parse_date
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import FoundDate
from archivist.finding.date_context import stands_as_date
from archivist.finding.date_grammar import Grammar, Point, grammar
from archivist.finding.date_phrases import Draft, draft_of
from archivist.finding.vocabulary import Opening, vocabulary

# Code points from a month, year or era to the ends of the date it may belong to; the other end of
# a range has a month or year of its own.
_REACH_BACK = 56
_REACH_ON = 40
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_NEVER_BEFORE = frozenset("\"”’',;")  # signs after which no year begins a date
_LEAD = 24  # code points before a year in which the words that lead to it stand
_LONGEST_SPAN = 3  # years of a range whose own year a date without one may have
_WRITTEN_BY_RULE = re.compile(r"[\dXYESDTZ~?%/.,:+'{}\[\] -]+", re.ASCII)
_AROUND_SIGNS = re.compile(r" (?=[/,.\]}])|(?<=[/,.\[{]) ")


def find_dates(
    text: str, *, document_date: UncertainDate | None = None, language: str = ""
) -> list[FoundDate]:
    """Finds the dates of a text, in order and without overlap; offsets are code points.

    A date without a year takes it from its neighbour in a list ("24 September and 3 October 2023"),
    else from the last year named before it (after a range over the turn of a year, from the year
    that puts it within that range), else from the document's date, and is then *inferred*.
    If there is none, its EDTF says so (XXXX-09-24), it has no bounds and is *questionable*.
    The words that open a date ("before", "since") or narrow it ("early") are part of it, others
    ("on", "from") are not. A date that does not exist (30 February) is not found.
    """
    rules = grammar(vocabulary(language))
    drafts = _without_overlaps(_drafts(text, rules))
    document_year = _only_year(document_date)
    named: list[int] = []  # the years that the last date with a year lies in, the last one first
    found: list[FoundDate] = []
    before: UncertainDate | None = None
    for index, draft in enumerate(drafts):
        words = text[draft.start : draft.end]
        date: UncertainDate | None
        if draft.lacks_year:
            follower = drafts[index + 1] if index + 1 < len(drafts) else None
            joined = follower and rules.join.fullmatch(text, draft.end, follower.start)
            years = [follower.year if follower and joined else None, *named, document_year]
            within = before if len(named) > 1 and not joined else None
            date = _inferred(draft, words, [year for year in years if year is not None], within)
        else:
            date = _valued(draft, draft.points, words)
        if date is not None:
            found.append(FoundDate(draft.start, draft.end, date))
            if draft.year is not None:
                named, before = _years(draft), date
    return found


def read_date(text: str, *, language: str = "") -> UncertainDate:
    """Reads what a person types as a date: EDTF, ISO 8601, or words ("early September 2023").

    What can be EDTF is read so: "2001-05" is May 2001, but "1914-18" the years 1914 to 1918.

    Raises:
        InvalidValueError: It is no date, has no year, or does not exist.
    """
    typed = " ".join(text.split())
    refusal: InvalidValueError | None = None
    if _WRITTEN_BY_RULE.fullmatch(typed):
        try:
            return replace(parse_date(_AROUND_SIGNS.sub("", typed)), text=typed)
        except InvalidValueError as error:
            refusal = error
    rules = grammar(vocabulary(language))
    words = _capitalised(typed, rules)
    questionable = words.endswith("?")
    draft = _whole(words.rstrip("? "), rules)
    if draft is None:
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", typed):
            raise InvalidValueError(
                f"“{typed}” can be read day first or month first; write the month as a word."
            )
        raise refusal or InvalidValueError(
            f"“{typed[:80]}” is not understood as a date; write it like 19 September 2023, early"
            " 1915, 1914–1918 or before May 1915."
        )
    date = _valued(draft, draft.points, typed)
    if date is None:
        raise InvalidValueError(f"There is no “{typed}” in the calendar; correct its day or order.")
    if draft.lacks_year:
        raise InvalidValueError(f"“{typed}” has no year; add it.")
    return replace(date, certainty=Certainty.QUESTIONABLE) if questionable else date


def _drafts(text: str, rules: Grammar) -> Iterator[Draft]:
    """Gives every phrase that reads as a date; phrases may overlap."""
    for start, end in _regions(text, rules):
        for phrase, pattern in rules.phrases:
            position = start
            while match := pattern.search(text, position, end):
                draft = draft_of(match, phrase, rules)
                if draft is not None and stands_as_date(text, draft, rules):
                    yield draft
                    position = match.end()
                else:
                    position = match.start() + 1


def _regions(text: str, rules: Grammar) -> Iterator[tuple[int, int]]:
    """Gives the ranges around what every date has: a year, a month, an era or the word century.

    One quick scan finds them, so that the slow patterns see only a small part of a long text.
    """
    start, end = 0, -1
    for match in rules.seeds.finditer(text):
        if match.group().isdecimal() and not _can_be_year(text, match.start(), match.end(), rules):
            continue
        if match.start() - _REACH_BACK > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _REACH_BACK)
        end = min(match.end() + _REACH_ON, len(text))
    if end >= 0:
        yield start, end


def _can_be_year(text: str, start: int, end: int, rules: Grammar) -> bool:
    """Says whether something leads to a figure as to a year ("Page 1583" does not), or goes on.

    A year beside its month need not pass, since the month is looked at in any case.
    """
    before = text[max(0, start - _LEAD) : start]
    words = before.rstrip()
    sign = words[-1:]
    if sign.isalpha() and "\n" not in before[len(words) :]:
        word = words.rsplit(None, 1)[-1]
        if not word.isalpha() and (letters := _LAST_WORD.search(word)):
            word = letters.group()
        led = word.lower() in rules.leading_words
    else:
        # A line's start or a sign may lead to a year: "1915: …", "(1915)", "mid-1915", "ca. 1915".
        led = sign not in _NEVER_BEFORE or "\n" in before[len(words) :]
    return led or rules.led_on.match(text, end) is not None


def _without_overlaps(drafts: Iterable[Draft]) -> list[Draft]:
    """Keeps the widest reading of each place, its opening words not counted; in order."""
    kept: list[Draft] = []
    starts: list[int] = []
    for draft in sorted(drafts, key=lambda draft: draft.start + draft.lead - draft.end):
        place = bisect(starts, draft.start)
        if place and kept[place - 1].end > draft.start:
            continue
        if place < len(kept) and kept[place].start < draft.end:
            continue
        kept.insert(place, draft)
        starts.insert(place, draft.start)
    return kept


def _whole(text: str, rules: Grammar) -> Draft | None:
    """Gives what a whole text says as one date, ranges first; a word like "in" may stand before."""
    words = rules.words
    leads = ("", *words.starters, *words.prepositions, *words.day_prepositions, *words.articles)
    for lead in leads:
        if text[: len(lead)].lower() != lead:
            continue
        for phrase, pattern in rules.phrases:
            match = pattern.fullmatch(text[len(lead) :].strip())
            draft = draft_of(match, phrase, rules) if match else None
            if draft is not None:
                return draft
    return None


def _capitalised(text: str, rules: Grammar) -> str:
    """Gives a text with the capitals of its months, which a person may leave out."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        return word.capitalize() if word.lower() in rules.month_numbers else word

    return re.sub(r"[^\W\d_]+", mend, text)


def _only_year(date: UncertainDate | None) -> int | None:
    """Gives the year of a date that lies within one year."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest[:-6], date.latest[:-6]
    return int(first) if first == last else None


def _years(draft: Draft) -> list[int]:
    """Gives the years that a date names, the last first, with those between the ends of a range."""
    years = [point.year for point in draft.points if not point.hidden and point.year is not None]
    first, last = min(years), max(years)
    return list(range(last, first - 1, -1)) if last - first <= _LONGEST_SPAN else [last]


def _inferred(
    draft: Draft, text: str, years: Sequence[int], span: UncertainDate | None
) -> UncertainDate | None:
    """Makes a date of the first year that puts it within a span, else that it can lie in.

    Without such a year the date has no bounds; None for a day that no year has (31 April).
    """
    possible = []
    for year in years:
        points = tuple(point.in_year(year) for point in draft.points)
        if draft.form == "/" and (points[0].month or 0) > (points[-1].month or 0):
            points = (points[0], points[-1].in_year(year + 1))
        date = _valued(draft, points, text, Certainty.INFERRED)
        if date is not None:
            possible.append(date)
    for date in possible if span else ():
        if _lies_within(date, span):
            return date
    if possible:
        return possible[0]
    return _valued(draft, draft.points, text, Certainty.QUESTIONABLE)


def _lies_within(date: UncertainDate, span: UncertainDate | None) -> bool:
    if span is None:
        return False
    (first, last), (earliest, latest) = bounds(date), bounds(span)
    if first is None or last is None or earliest is None or latest is None:
        return False
    return earliest <= first and last <= latest


def _valued(
    draft: Draft, points: tuple[Point, ...], text: str, certainty: Certainty | None = None
) -> UncertainDate | None:
    """Makes the date of some points; None for one that does not exist."""
    values = [point.edtf for point in points]
    modifier = draft.modifier
    if draft.form in {"{", "["}:
        edtf = draft.form + ",".join(values) + {"{": "}", "[": "]"}[draft.form]
    elif draft.form == "/":
        edtf = "/".join(values)
    else:
        edtf = values[0] + ("~" if draft.approximate else "")
        match draft.opening:
            case Opening.BEFORE:
                modifier = Modifier.BEFORE
            case Opening.AFTER:
                modifier = Modifier.AFTER
            case Opening.SINCE:
                edtf = f"{edtf}/.."
            case Opening.UNTIL | Opening.BY:
                edtf = f"../{edtf}"
            case None if draft.approximate:
                modifier = Modifier.APPROXIMATE
    try:
        return from_edtf(
            edtf, text=text, modifier=modifier, certainty=certainty, extent=draft.extent
        )
    except InvalidValueError:
        return None
