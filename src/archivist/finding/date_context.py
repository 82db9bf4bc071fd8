"""Whether a phrase that looks like a date is one where it stands: not an amount, page or name.

Years and months alone need a reason in the words around them.
"""

import re

from archivist.finding.date_grammar import Grammar
from archivist.finding.date_phrases import Draft

_BEFORE = 40  # code points of context
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[.:]?\s{0,2}$")
_WORD_AFTER = re.compile(r"[\s\u00a0]{1,2}([^\W\d_]+)")
_LONGEST_RANGE = 200  # years; what is longer is rather two amounts
_LATEST_YEAR = 2100


def stands_as_date(text: str, draft: Draft, rules: Grammar) -> bool:
    """Says whether the words around a phrase let it be a date."""
    before = text[max(0, draft.start - _BEFORE) : draft.start]
    if rules.weak.match(text, draft.start) and not rules.before_alone.search(before):
        return False
    if not draft.is_bare:
        return True
    opened = bool(draft.opening or draft.modifier or draft.approximate)
    placed = opened or rules.before_alone.search(before) is not None
    if draft.points[0].month is not None:
        return placed
    return _years_stand(text, draft, before, rules, opened=opened, placed=placed)


def _years_stand(
    text: str, draft: Draft, before: str, rules: Grammar, *, opened: bool, placed: bool
) -> bool:
    words = rules.words
    years = [point.year for point in draft.points if point.year is not None]
    # Era years ("44 BCE") may be small.
    if years[-1] > _LATEST_YEAR or years != sorted(set(years)):
        return False
    if years[-1] - years[0] > _LONGEST_RANGE:
        return False
    match = _WORD_BEFORE.search(before)
    word_before = match.group(1).lower() if match else ""
    if word_before in words.number_words:
        return False
    if _has_era(text[draft.start : draft.end], rules):
        return True
    if before.endswith("(") and text[draft.end : draft.end + 1] in {")", ",", ";"}:
        return True
    is_round = years[-1] % 100 == 0
    opening_words = text[draft.start : draft.start + draft.lead].lower().split()
    lead = opening_words[-1].rstrip(".") if opening_words else word_before
    if is_round and not draft.form and lead in words.counting_words:
        return False
    match = _WORD_AFTER.match(text, draft.end)
    word_after = match.group(1) if match else ""
    if word_after.islower() and word_after not in words.function_words:
        counted = word_after in words.plurals or word_after.endswith(words.plural_endings)
        if is_round or counted:
            return False
    if placed or draft.form:
        return True
    if word_before in words.articles and not is_round and word_after:
        return True
    at_line_start = draft.start == 0 or text[draft.start - 1] == "\n"
    return at_line_start and text[draft.end : draft.end + 2].lstrip()[:1] in {":", "–", "—"}


def _has_era(phrase: str, rules: Grammar) -> bool:
    return phrase.endswith((*rules.words.before_era, *rules.words.after_era))
