"""Finds figures in prose with what they count and how they are bounded, as claims to decide on.

A number that counts nothing (a page, a version, a year, a numbered thing) is none.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.finding.figure_grammar import FigureGrammar, Numeral, figure_grammar
from archivist.finding.figure_languages import figure_words
from archivist.finding.sentences import Sentences
from archivist.finding.words import lowered

_LEAD = 28  # code points before a figure in which its bound stands
_REACH = 64  # code points before and after it in which what it counts is said
_YEARS = range(1000, 2101)
_GAP = re.compile(r"(?:[ \t\u00a0\u202f\u2009]{1,2}|[ \t]?\n[ \t]{0,4})")
_DASH = re.compile(r"[ \u00a0\u2009]?[-‐‑–—−][ \u00a0\u2009]?")
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "֏": "AMD",
    "₼": "AZN",
    "₺": "TRY",
}
_CURRENCY = re.compile(r"(?:us)?\$|[€£¥₽₴֏₼₺]")
_PERCENT = re.compile(r"[ \u00a0\u202f]?[%٪]")
_DEGREE = re.compile(r"[ \u00a0]?°[ \u00a0]?[cf]?(?!\w)")
_AGE = re.compile(r"[-‐‑ ]year[s]?[-‐‑ ]old\b|[ \u00a0]years?[- ]old\b|[ \u00a0]years of age\b")
_WORD = re.compile(r"[^\W\d_][\w’'²³-]*|km/h")
_LONGEST_UNIT = 3  # words
_LABEL = re.compile(r"([^\W\d_][\w-]*)\.?[ \u00a0]?\Z|[#№§]\s?\Z")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as read so far; `start` and `end` hold the bound and the unit as well."""

    start: int
    end: int
    least: float
    most: float
    bound: str = ""
    unit: str = ""
    property: str = ""
    plain: bool = True  # digits without a sign between them, or a small word


def find_figures(
    text: str, *, exclude: Sequence[tuple[int, int]] = (), language: str = ""
) -> list[Suggestion]:
    """Finds the figures of a text, in order and without overlap; offsets are code points.

    `exclude` are ranges in which nothing is a figure: dates, markers. The `value` is the figure as
    it is written, with its bound and its unit. `details`: `minimum` and `maximum` (None where the
    figure leaves that end open), `unit` ("" when nothing is named; "%", a currency's ISO 4217 code,
    a measure, or the words of what is counted), `bound` ("about", "at least", "more than",
    "up to", "less than", "between" or "") and `property`, a guess at what it counts ("killed").
    """
    rules = figure_grammar(figure_words(language))
    small = lowered(text)
    sentences = Sentences(text)
    shut = _Shut(exclude)
    found: list[Suggestion] = []
    reached = 0
    for numeral in rules.numerals(small):
        if numeral.start < reached or shut.touch(numeral.start, numeral.end):
            continue
        figure = _read(small, text, numeral, rules, reached)
        if figure is None or shut.touch(figure.start, figure.end):
            continue
        figure = _with_property(small, figure, rules, sentences)
        reached = figure.end
        found.append(_suggestion(text, figure))
    return found


class _Shut:
    """Ranges in which nothing is looked for."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends: list[int] = []
        for _, end in ordered:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def touch(self, start: int, end: int) -> bool:
        """Says whether one of the ranges shares a code point with [start, end)."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._ends[place] > start


def _read(
    small: str, text: str, numeral: Numeral, rules: FigureGrammar, reached: int
) -> _Figure | None:
    """Reads what stands around a numeral; None where it counts nothing."""
    least, most = numeral.least, numeral.most
    figure = _Figure(numeral.start, numeral.end, least, least, plain=numeral.plain)
    start, bound = _bound_before(small, numeral.start, rules, reached)
    money = ""
    if bound or start == numeral.start:
        currency = _currency_before(small, start if not bound else numeral.start, reached)
        if currency is not None:
            begin, money = currency
            start, bound = _bound_before(small, begin, rules, reached)
    if not money and _is_label(small, text, numeral, start, bool(bound), rules):
        return None
    figure = replace(figure, start=start, bound=bound)
    other = _other_end(small, figure.end, bound, rules)
    if other is not None:
        scale = other.scale if numeral.scale == 1 else 1
        if least * scale <= other.least:
            least, most = least * scale, other.least
            figure = replace(figure, end=other.end, bound="between", plain=False)
        else:
            other = None
    if other is None and bound == "between":
        bound = ""
        figure = replace(figure, start=numeral.start, bound="")
    unit_end, unit, age = _unit_after(small, text, figure.end, rules)
    if age or (not unit and _age_before(small, figure.start, rules)):
        figure = replace(figure, property="age")
        unit = unit or "years"
    if money:
        unit = money
        unit_end = figure.end
    figure = replace(figure, end=unit_end, unit=unit)
    trailing = rules.trailing.match(small, figure.end) if not figure.bound else None
    if trailing is not None:
        bound = rules.words.trailing[" ".join(trailing.group(1).split())]
        figure = replace(figure, end=trailing.end(), bound=bound)
        if not unit:
            unit_end, unit, _ = _unit_after(small, text, figure.end, rules)
            figure = replace(figure, end=unit_end, unit=unit)
    if not _counts(figure, numeral, rules):
        return None
    if other is None:
        least, most = _ends_of(figure.bound, numeral)
    return replace(figure, least=least, most=most)


def _ends_of(bound: str, numeral: Numeral) -> tuple[float, float]:
    """Gives the two ends that a bound leaves; infinity and its negative for open ones."""
    if bound in ("at least", "more than"):
        return numeral.least, float("inf")
    if bound in ("up to", "less than"):
        return float("-inf"), numeral.least
    return numeral.least, numeral.most


def _bound_before(small: str, start: int, rules: FigureGrammar, reached: int) -> tuple[int, str]:
    """Gives where a figure begins with the words that bound it, and the bound."""
    lead = small[max(reached, start - _LEAD) : start]
    match = rules.bound.search(lead)
    if match is None:
        return start, ""
    return start - len(lead) + match.start(1), rules.words.bounds[" ".join(match.group(1).split())]


def _currency_before(small: str, start: int, reached: int) -> tuple[int, str] | None:
    lead = small[max(reached, start - 4) : start]
    match = re.search(rf"({_CURRENCY.pattern})[ \u00a0]?\Z", lead)
    return (start - len(lead) + match.start(), _CURRENCIES[match.group(1)]) if match else None


def _is_label(
    small: str, text: str, numeral: Numeral, start: int, bounded: bool, rules: FigureGrammar
) -> bool:
    """Says whether a number names a thing ("page 5", "Windows 10", "No. 3") and counts nothing."""
    if bounded or not numeral.digits:
        return False
    at = max(0, start - 24)
    before = _LABEL.search(small, at, start)
    if before is None:
        return False
    word = before.group(1)
    if word is None or word in rules.words.labels:
        return True
    if not numeral.plain or word in rules.words.not_units:
        return False
    first = before.start(1)
    lead = text[max(0, first - 8) : first].rstrip(' \t“"«(')
    begins_sentence = not lead or lead[-1] in ".!?:\n…"
    return text[first].isupper() and not begins_sentence


def _other_end(small: str, end: int, bound: str, rules: FigureGrammar) -> Numeral | None:
    """Gives the numeral that ends a range, if one stands here."""
    match = _DASH.match(small, end) or rules.to.match(small, end)
    if match is None and bound == "between":
        match = rules.join.match(small, end)
    if match is None:
        return None
    after = match.end()
    currency = _CURRENCY.match(small, after)
    return rules.numeral_at(small, currency.end() if currency else after)


def _unit_after(small: str, text: str, end: int, rules: FigureGrammar) -> tuple[int, str, bool]:
    """Gives where a figure's unit ends, the unit, and whether it is an age."""
    if match := _PERCENT.match(small, end):
        return match.end(), "%", False
    if match := _AGE.match(small, end):
        return match.end(), "years", True
    if match := _DEGREE.match(small, end):
        return match.end(), "°" + match.group().strip()[1:].strip().upper(), False
    if match := _CURRENCY.match(
        small, end + len(small[end : end + 1]) - len(small[end : end + 1].lstrip(" \u00a0"))
    ):
        return match.end(), _CURRENCIES[match.group()], False
    first = last = end
    begun = False
    words = rules.words
    for _ in range(_LONGEST_UNIT):
        gap = _GAP.match(small, last) or (rules.of.match(small, last) if not begun else None)
        if of := (rules.of.match(small, last) if not begun else None):
            gap = of
        word = _WORD.match(small, gap.end()) if gap else None
        if gap is None or word is None or word.group() in words.not_units:
            break
        if word.group() in rules.number_words:
            break
        if not begun:
            first, begun = word.start(), True
        last = word.end()
        if rules.ends_unit(word.group()):
            return last, _tidy(text[first:last]), False
    if not begun:
        return end, "", False
    # Nothing reads as what is counted: one word is as good a guess as none in many languages.
    word = _WORD.match(small, first)
    if word is not None and rules.may_be_unit(word.group()):
        return word.end(), _tidy(text[first : word.end()]), False
    return end, "", False


def _age_before(small: str, start: int, rules: FigureGrammar) -> bool:
    return rules.age.search(small, max(0, start - 20), start) is not None


def _counts(figure: _Figure, numeral: Numeral, rules: FigureGrammar) -> bool:
    """Says whether something shows that a number is a figure: a unit, a bound or its size."""
    unit = figure.unit.lower()
    if figure.property == "age":
        return True
    if not numeral.digits and figure.plain:  # a small number as a word
        last = unit.rsplit(" ", 1)[-1]
        known = last in rules.words.people or last in rules.words.measures
        return bool(unit) and (known or rules.property_of(unit) != "" or figure.bound != "")
    if figure.plain and int(numeral.least) in _YEARS and not unit and numeral.whole_digits == 4:
        return False
    if not figure.plain or figure.bound:
        return bool(unit) or numeral.least >= 10 or figure.bound not in ("", "between")
    return bool(unit)


def _with_property(
    small: str, figure: _Figure, rules: FigureGrammar, sentences: Sentences
) -> _Figure:
    """Adds the guess at what a figure counts: by its unit, what follows, then what came before."""
    if figure.property or figure.unit == "%" or figure.unit in _CURRENCIES.values():
        return figure
    unit = figure.unit.lower()
    guess = rules.property_of(unit)
    if not guess and unit.rsplit(" ", 1)[-1] not in rules.words.measures:
        start, end = sentences.around(figure.start)
        after = small[figure.end : min(end, figure.end + _REACH)]
        before = small[max(start, figure.start - _REACH) : figure.start]
        clause = re.split(r"[,;:()–]", after, maxsplit=1)[0]
        guess = rules.property_of(clause) or rules.property_of(before, last=True)
    if not guess and unit.rsplit(" ", 1)[-1] in rules.words.people:
        guess = "people"
    return replace(figure, property=guess)


def _suggestion(text: str, figure: _Figure) -> Suggestion:
    words = text[figure.start : figure.end]
    return Suggestion(
        SuggestionKind.FIGURE,
        figure.start,
        figure.end,
        words,
        _tidy(words),
        {
            "minimum": _number(figure.least),
            "maximum": _number(figure.most),
            "unit": figure.unit,
            "bound": figure.bound,
            "property": figure.property,
        },
    )


def _number(value: float) -> int | float | None:
    """Gives a whole number as one, and an open end as None."""
    if value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else round(value, 6)


def _tidy(words: str) -> str:
    return " ".join(words.split())
