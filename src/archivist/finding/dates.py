"""Finds dates in prose and reads what a person types; a year that is not written is inferred.

Only what reads as a date is one: figures, page numbers and names that merely look alike are left.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archivist.domain.dates import Certainty, UncertainDate, parse_date
from archivist.domain.errors import InvalidValueError
from archivist.domain.reading import FoundDate
from archivist.finding.date_context import stands_as_date
from archivist.finding.date_drafts import Draft
from archivist.finding.date_grammar import NEEDED, Grammar, grammar
from archivist.finding.date_inference import Thread, dated, valued
from archivist.finding.date_languages import ENGLISH, TABLES
from archivist.finding.date_phrases import draft_of
from archivist.finding.date_roles import Role
from archivist.finding.date_table import Language
from archivist.finding.date_tokens import regions, tokens
from archivist.finding.languages import passages

_WRITTEN_BY_RULE = re.compile(r"[\dXYESDTZ~?%/.,:+'{}\[\] -]+", re.ASCII)
_AROUND_SIGNS = re.compile(r" (?=[/,.\]}])|(?<=[/,.\[{]) ")
_JOIN = re.compile(r"\s?[,،/]?\s{0,3}(\w{1,5})?\s{0,3}")


def find_dates(
    text: str, *, document_date: UncertainDate | None = None, language: str = ""
) -> list[FoundDate]:
    """Finds the dates of a text, in order and without overlap; offsets are code points.

    A date without a year takes it from its neighbour in a list ("24 September and 3 October 2023"),
    else from the last year named before it (after a range over the turn of a year, from the year
    that puts it within that range), else from the document's date, and is then *inferred*.
    If there is none, its EDTF says so (XXXX-09-24), it has no bounds and is *questionable*.
    Relative dates ("the next day") are counted from the date before them and inferred too.
    The words that open a date ("before", "since") or narrow it ("early") are part of it, others
    ("on", "from") are not. A date that does not exist (30 February) is not found.

    Args:
        text: The text, in one language or several.
        document_date: The document's own date.
        language: The text's language (BCP 47); guessed, for each paragraph, where it is not given.
    """
    thread = Thread(document_date)
    found: list[FoundDate] = []
    for start, end, table in passages(text, language):
        rules = grammar(_regional(table, language))
        drafts = _without_overlaps(_drafts(text, start, end, rules))
        laters = _years_after(drafts)
        for index, draft in enumerate(drafts):
            follower = drafts[index + 1] if index + 1 < len(drafts) else None
            year = follower.year if follower and _joined(text, draft, follower, rules) else None
            made = dated(draft, text[draft.start : draft.end], thread, year, laters[index])
            if made is not None:
                date, points = made
                found.append(FoundDate(draft.start, draft.end, date))
                thread.follow(draft, points, date)
    return found


def read_date(text: str, *, language: str = "") -> UncertainDate:
    """Reads what a person types as a date: EDTF, ISO 8601, or words ("early September 2023").

    What can be EDTF is read so: "2001-05" is May 2001, but "1914-18" the years 1914 to 1918.
    Words are read in the language given (BCP 47), else in English or any other that knows them.

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
    questionable = typed.endswith("?")
    draft = _typed(typed.rstrip("? "), language)
    if draft is None:
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", typed):
            raise InvalidValueError(
                f"“{typed}” can be read day first or month first; write the month as a word."
            )
        raise refusal or InvalidValueError(
            f"“{typed[:80]}” is not understood as a date; write it like 19 September 2023, early"
            " 1915, 1914–1918 or before May 1915."
        )
    date = valued(draft, draft.points, typed)
    if date is None:
        raise InvalidValueError(f"There is no “{typed}” in the calendar; correct its day or order.")
    if draft.lacks_year:
        raise InvalidValueError(f"“{typed}” has no year; add it.")
    return replace(date, certainty=Certainty.QUESTIONABLE) if questionable else date


def _regional(table: Language, language: str) -> Language:
    """Gives a table with the day order of a country, where it says one: en-US, en-GB."""
    region = language.partition("-")[2].upper()
    if table is not ENGLISH or not region:
        return table
    return _ENGLISH_MONTH_FIRST if region in {"US", "PH"} else _ENGLISH_DAY_FIRST


_ENGLISH_MONTH_FIRST = replace(ENGLISH, day_first=False)
_ENGLISH_DAY_FIRST = replace(ENGLISH, day_first=True)


def _drafts(text: str, start: int, end: int, rules: Grammar) -> Iterator[Draft]:
    """Gives every phrase that reads as a date; phrases may overlap."""
    for first, last in regions(text, start, end, rules.lexicon):
        parts = tokens(text, first, last, rules.lexicon)
        roles = "".join(part.role for part in parts)
        for phrase, pattern in rules.phrases:
            if not NEEDED[phrase].search(roles):
                continue
            position = 0
            while match := pattern.search(roles, position):
                draft = draft_of(match, phrase, parts, rules)
                if draft is not None and stands_as_date(text, draft, parts, rules):
                    yield draft
                    position = match.end()
                else:
                    position = match.start() + 1


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


def _years_after(drafts: Sequence[Draft]) -> list[int | None]:
    """Gives for each of some drafts the next year that is named after it."""
    years: list[int | None] = []
    later: int | None = None
    for draft in reversed(drafts):
        years.append(later)
        later = draft.year if draft.year is not None else later
    return years[::-1]


def _joined(text: str, draft: Draft, follower: Draft, rules: Grammar) -> bool:
    """Says whether two dates stand in a list: only a comma or a word like "and" between them."""
    match = _JOIN.fullmatch(text, draft.end, follower.start)
    if match is None:
        return False
    if match[1] is None:
        return True
    parts = rules.lexicon.words.get(match[1], ())
    return bool(parts) and parts[0][0] in {Role.AND, Role.OR}


def _typed(text: str, language: str) -> Draft | None:
    """Gives what a whole text says as one date, in the language given or any that knows it."""
    given = TABLES.get(language.partition("-")[0].casefold(), ENGLISH)
    for table in (given, *(other for other in TABLES.values() if other is not given)):
        draft = _whole(text, grammar(_regional(table, language)))
        if draft is not None:
            return draft
        if language or not any(sign.isalpha() for sign in text):
            break
    return None


def _whole(text: str, rules: Grammar) -> Draft | None:
    """Gives what a whole text says as one date, ranges first; a word like "in" may stand before."""
    for written in (text, _capitalised(text, rules)):
        parts = tokens(written, 0, len(written), rules.lexicon)
        roles = "".join(part.role for part in parts)
        first = len(roles) - len(roles.lstrip("iIfh"))
        for start in dict.fromkeys((0, first)):
            for phrase, pattern in rules.phrases:
                match = pattern.fullmatch(roles, start)
                draft = draft_of(match, phrase, parts, rules) if match else None
                if draft is not None and draft.points:
                    return draft
    return None


def _capitalised(text: str, rules: Grammar) -> str:
    """Gives a text with the capitals of its months, which a person may leave out."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        parts = rules.lexicon.words.get(word.capitalize(), ())
        is_month = bool(parts) and parts[0][0] in {Role.MONTH, Role.SHORT_MONTH}
        return word.capitalize() if is_month else word

    return re.sub(r"[^\W\d_]+", mend, text)
