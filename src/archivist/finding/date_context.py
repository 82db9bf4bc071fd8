"""Whether a phrase that looks like a date is one where it stands: not an amount, page or name.

Years and months alone need a reason in the words around them.
"""

import re
from collections.abc import Sequence

from archivist.finding.date_drafts import Draft
from archivist.finding.date_grammar import Grammar
from archivist.finding.date_roles import Role, Token

_WORD_AFTER = re.compile(r"[\s\u00a0]{1,2}([^\W\d_]+)")
_LONGEST_RANGE = 200  # years; what is longer is rather two amounts
_LONGEST_LIST = 12  # years of a list, looked back over
_LATEST_YEAR = 2100
# What stands before a month or year alone.
_PLACING = frozenset("iIvf<>$^Bb~qltsh+HC*xZ")
_INDENT = 3  # code points at a line's start that a mark of a list may take
_MONTHS = 12
_BEFORE_DAYS = frozenset("If^$<>-")
_LISTING = frozenset("&|,")
_PLACING_SEASONS = frozenset("iIf^Bb&|t")
_OPENING_YEARS = frozenset("if<>$^Bb~qlts+HxI")
# Words after which a round figure is an amount rather than a year ("of 1500", "up to 2000").
_BEFORE_AMOUNTS = frozenset("lBtf~qb^<>")


def stands_as_date(text: str, draft: Draft, parts: Sequence[Token], rules: Grammar) -> bool:
    """Says whether the words around a phrase let it be a date."""
    if any(point.year is not None and point.year > _LATEST_YEAR for point in draft.points):
        return False
    before = parts[draft.first - 1] if draft.first > 0 else None
    role_before = before.role if before is not None else ""
    if draft.shift is not None:
        return draft.last - draft.first > 1 or not _is_before_noun(text, draft.end, rules)
    if parts[draft.first].role == Role.WEAK_ABOUT and role_before not in {"i", "f", "l", "$"}:
        return False
    if role_before == Role.WEAK_ABOUT and draft.is_bare:
        return False  # "a book about 1915"
    if draft.form == "":
        for place in range(draft.first, draft.last):
            if parts[place].role == Role.PARTIAL:
                return _day_stands(text, parts, place)
    if not draft.is_bare:
        return role_before != Role.COUNTING or draft.points[0].month is not None
    opened = bool(draft.opening or draft.modifier or draft.half or draft.approximate)
    if (draft.points[0].month or 0) > 12:
        return _season_stands(text, draft, parts, rules, opened=opened)
    if draft.points[0].month is not None:
        return opened or draft.is_marked or role_before in _PLACING
    return _years_stand(text, draft, role_before, parts, rules, opened=opened)


def _season_stands(
    text: str, draft: Draft, parts: Sequence[Token], rules: Grammar, *, opened: bool
) -> bool:
    """Says whether a season without a year is one that passed, rather than any."""
    if any(part.role == Role.PLACED for part in parts[draft.first : draft.last]):
        return True
    place = draft.first - 1
    while place >= 0 and parts[place].role == Role.ARTICLE:
        place -= 1
    if not opened and (place < 0 or parts[place].role not in _PLACING_SEASONS):
        return False
    if draft.last < len(parts) and parts[draft.last].role == Role.LINK:
        return False  # "since the fall of the city"
    return opened or not _is_before_noun(text, draft.end, rules)


def _day_stands(text: str, parts: Sequence[Token], place: int) -> bool:
    """Says whether "27.06." is a day: "2.3." at a line's start is rather a section's number."""
    role_before = parts[place - 1].role if place else ""
    if role_before in _BEFORE_DAYS:
        return True
    day, _, month = str(parts[place].value).replace(" ", "").partition(".")
    is_padded = month.startswith("0") or (int(day) > _MONTHS and len(month) > 1)
    return is_padded and (
        role_before in {Role.IN, Role.BY} or _begins_line(text, parts[place].start)
    )


def _begins_line(text: str, start: int) -> bool:
    return not text[max(0, start - _INDENT) : start].rpartition("\n")[2].strip("-–—•*| \t") and (
        start <= _INDENT or "\n" in text[start - _INDENT : start]
    )


def _is_before_noun(text: str, end: int, rules: Grammar) -> bool:
    """Says whether a word in small letters follows that is none of the frequent ones."""
    match = _WORD_AFTER.match(text, end)
    return match is not None and match[1].islower() and match[1] not in rules.lexicon.followers


def _follows_year(parts: Sequence[Token], place: int) -> bool:
    """Says whether a list of years goes on: "in 1914, 1915"; "rooms 1914, 1915" is none."""
    least = place - 2 * _LONGEST_LIST
    while (
        place > max(1, least)
        and parts[place].role == Role.YEAR
        and parts[place - 1].role in _LISTING
    ):
        place -= 2
    return place > 0 and parts[place].role == Role.YEAR and parts[place - 1].role in _OPENING_YEARS


def _years_stand(
    text: str,
    draft: Draft,
    role_before: str,
    parts: Sequence[Token],
    rules: Grammar,
    *,
    opened: bool,
) -> bool:
    years = [point.year for point in draft.points if point.year is not None]
    # Era years ("44 BCE") may be small.
    if years[-1] > _LATEST_YEAR or years != sorted(set(years)):
        return False
    if years[-1] - years[0] > _LONGEST_RANGE:
        return False
    if role_before == Role.COUNTING:
        return False
    if any(part.role in "eE" for part in parts[draft.first : draft.last]) or draft.is_marked:
        return True
    before = text[max(0, draft.start - 1) : draft.start]
    after = text[draft.end : draft.end + 1]
    if before == "(" and after in {")", ",", ";"}:
        return True
    table = rules.lexicon.table
    is_round = years[-1] % 100 == 0
    lead = parts[draft.first].role if draft.lead else role_before
    if is_round and not draft.form and lead in _BEFORE_AMOUNTS:
        return False
    match = _WORD_AFTER.match(text, draft.end)
    word_after = match.group(1) if match else ""
    if word_after in rules.lexicon.plurals:
        return False
    is_small = bool(word_after) and not word_after[0].isupper()
    if is_small and word_after not in rules.lexicon.followers:
        counted = bool(table.plural_endings) and word_after.endswith(table.plural_endings)
        if counted or (is_round and not (draft.form and role_before == Role.ARTICLE)):
            return False
    if opened or role_before in _OPENING_YEARS or draft.form:
        return True
    if role_before in _LISTING and _follows_year(parts, draft.first - 2):
        return True
    if role_before == Role.ARTICLE and not is_round and word_after:
        return True
    if table.year_first and not is_round and word_after[:1].isupper():
        return True  # "1948 Arap–İsrail Savaşı"
    if table.bare_years and not is_round and (not word_after or word_after.islower()):
        return before != "" and after not in {"-", "–", "/"}
    rest = text[draft.end : draft.end + 40].partition("\n")[0].strip(" \t.:—–")
    lead_in = text[max(0, draft.start - _INDENT) : draft.start].rpartition("\n")[2]
    at_line_start = _begins_line(text, draft.start)
    if at_line_start and not rest:
        return True  # a heading
    if at_line_start and lead_in and text[draft.end : draft.end + 2] == ". ":
        return True
    return at_line_start and text[draft.end : draft.end + 2].lstrip()[:1] in {":", "–", "—"}
