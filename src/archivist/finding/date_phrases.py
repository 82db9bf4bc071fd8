"""Turns a match of a pattern into what it says: a draft of a date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from archivist.domain.dates import Modifier
from archivist.finding import date_several
from archivist.finding.date_drafts import Draft, extent_of, form_of, is_between, slice_of, span
from archivist.finding.date_grammar import Grammar, Phrase
from archivist.finding.date_roles import Opening, Role, Token
from archivist.finding.date_values import Point, point_of, shift_of

_NARROWING = frozenset({Modifier.START, Modifier.MID, Modifier.END})


def draft_of(
    match: re.Match[str], phrase: Phrase, parts: Sequence[Token], rules: Grammar
) -> Draft | None:
    """Gives what a match says; None where its parts contradict each other or name nothing."""
    reader = _READERS[phrase]
    draft = reader(match, parts, rules)
    if draft is None:
        return None
    first, last = draft.first or match.start(), draft.last or match.end()
    return replace(draft, first=first, last=last)


def _range(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    first = point_of(slice_of(match, parts, "a"), rules)
    last = point_of(slice_of(match, parts, "z"), rules)
    between = is_between(match)
    if first is None or last is None or form_of(match, between=between) != "/":
        return None
    if match["z"].endswith(Role.BEFORE_ERA) and len(match["a"]) == 1 and first.year is not None:
        first = replace(first, year=1 - first.year, is_short=False)  # 300–200 BC
    if last.hidden == 1 and not first.hidden and first.month is None and first.year:
        first = replace(first, hidden=1) if first.year % 10 == 0 else first  # 1920–1930-е
    if first.hidden != last.hidden or (first.month is None) != (last.month is None):
        return None
    if first.hidden and first.year == last.year:
        return None
    first, last = _with_both_years(first, last)
    start, end = span(match, parts, None if match["between"] else match.start("core"))
    roles = match.group()
    return Draft(
        start,
        end,
        (first, last),
        "/",
        extent=extent_of(match, between=between),
        is_marked=any(role in roles for role in "wWgzG"),
    )


def _with_both_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Gives the ends of a range, where one has its year from the other."""
    turns = (last.month or 0, last.day or 31) < (first.month or 0, first.day or 1)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - turns, is_short=last.is_short)
    elif first.year is not None and last.year is None:
        last = replace(last, year=first.year + turns, is_short=first.is_short)
    return first, last


def _relative(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    tokens = parts[match.start() : match.end()]
    shift = shift_of(tokens)
    if shift is None:
        return None
    if any(part.role == Role.YEAR_WORD and part.end - part.start < 3 for part in tokens):
        return None  # "за р. Марну": a river
    modifier = next(
        (
            Modifier(str(p.value))
            for p in tokens
            if p.role in {Role.NARROWING, Role.NARROWING_AFTER}
        ),
        None,
    )
    half = next((int(part.value or 0) for part in tokens if part.role == Role.HALF), 0)
    start, end = span(match, parts)
    return Draft(start, end, modifier=modifier, half=half, shift=shift)


def _single(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    tokens = slice_of(match, parts, "point")
    point = point_of(tokens, rules)
    if point is None:
        return None
    first = match.start()
    opening: Opening | None = None
    modifier: Modifier | None = None
    half = 0
    approximate = match["about"] is not None
    if match["open"]:
        opening = Opening(str(parts[match.start("open")].value))
    if match["narrow"]:
        part = parts[match.start("narrow")]
        if part.role == Role.HALF:
            half = int(part.value or 0)
        else:
            modifier = Modifier(str(part.value))
    for part in slice_of(match, parts, "after"):
        if part.role == Role.OPENING_AFTER:
            opening = Opening(str(part.value))
        elif part.role == Role.LATER:
            opening = Opening.AFTER if part.value == 1 else Opening.BEFORE
        elif part.role == Role.NARROWING_AFTER:
            modifier = Modifier(str(part.value))
        elif part.role == Role.ABOUT_AFTER:
            approximate = True
        elif part.role == Role.HALF_AFTER:
            half = int(part.value or 0)
    if modifier in _NARROWING or half:
        if point.day is not None or (half and point.month is not None):
            return None
        if opening is Opening.BY:
            opening = None
        if opening is None and match["narrow"]:
            first = match.start("narrow")
    if opening is not None and (modifier is not None or half):
        # Both cannot be said in one value; the open end of the whole month or year holds in
        # any case.
        at_or_before = opening in {Opening.BEFORE, Opening.UNTIL}
        opening, modifier, half = (Opening.UNTIL if at_or_before else Opening.SINCE), None, 0
    if not (match["open"] and opening) and not match["narrow"]:
        first = match.start("about") if match["about"] else match.start("point")
    start, end = span(match, parts, first)
    if opening is None and modifier is None and not half and not match["after"].strip("F"):
        end = parts[match.end("point") - 1].end
    return Draft(
        start,
        end,
        (point,),
        modifier=modifier,
        half=half,
        approximate=approximate,
        opening=opening,
        lead=parts[match.start("point")].start - start,
        is_marked=any(part.role in "wWgzGdDcjF" for part in tokens),
        first=first,
        last=match.end(),
    )


_READERS = {
    Phrase.DOUBLE: date_several.read_double,
    Phrase.DAYS: date_several.read_days,
    Phrase.SHORT_YEARS: date_several.read_short_years,
    Phrase.LIST: date_several.read_list,
    Phrase.PARTIAL: date_several.read_partial,
    Phrase.CENTURIES: date_several.read_centuries,
    Phrase.RANGE: _range,
    Phrase.RELATIVE: _relative,
    Phrase.SINGLE: _single,
}
