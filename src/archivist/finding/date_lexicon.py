"""What each word of a language can be in a date: look-up tables made from the language's own.

The names of the months and their common short forms come from Unicode CLDR, through Babel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick
from babel import Locale

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Part, Role, Unit
from archivist.finding.date_table import Language, expand

_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LAST_CENTURY = 21
_OPENINGS = {
    Opening.BEFORE: Role.BEFORE,
    Opening.AFTER: Role.AFTER,
    Opening.SINCE: Role.SINCE,
    Opening.UNTIL: Role.UNTIL,
    Opening.BY: Role.BY,
}
_UNITS = {
    Unit.DAY: Role.UNIT,
    Unit.WEEK: Role.UNIT,
    Unit.MONTH: Role.MONTH_WORD,
    Unit.YEAR: Role.YEARS,
}
_ENDINGS: Mapping[Ending, tuple[Part, ...]] = {
    Ending.PLAIN: (),
    Ending.PLACED: ((Role.PLACED, None),),
    Ending.FROM: ((Role.ABLATIVE, None),),
}


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """What the words of a language can be in a date; see `lexicon`."""

    table: Language
    words: Mapping[str, tuple[Part, ...]]  # "г." with its full stop, where it needs one
    # Phrases by their first word as it is written: the further words and the parts, longest first.
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Part, ...]], ...]]
    known: frozenset[str]  # every word that says something or begins a phrase or an era
    seeds: AhoCorasick  # finds the words of which every date without a year in figures has one
    endings: Mapping[str, Ending]  # of figures
    decade_endings: frozenset[str]
    eras: re.Pattern[str]
    era_starts: frozenset[str]  # the first letters of the eras, up to a sign or space
    before_era: frozenset[str]
    year_seeds: re.Pattern[str]
    followers: frozenset[str]  # words that may stand after a year
    plurals: frozenset[str]


def _cases(word: str, language: str, *, capital: bool = False) -> set[str]:
    """Gives the ways a word is written; one that needs its capital is not looked for without."""
    if language in {"tr", "az"}:
        upper, first = word.replace("i", "İ").upper(), word[:1].replace("i", "İ").upper()
    else:
        upper, first = word.upper(), word[:1].upper()
    forms = {first + word[1:], upper}
    return forms if capital else forms | {word, word.lower()}


# One of these, or a year in figures, stands in every date.
_SEEDING = frozenset(
    {
        *(Role.MONTH, Role.SHORT_MONTH, Role.SEASON, Role.CENTURY, Role.DECADE, Role.DECADE_WORD),
        *(Role.YEAR_WORD, Role.YEARS, Role.YEAR_AHEAD, Role.DECADE_YEARS, Role.DEICTIC),
        *(Role.UNIT, Role.UNITS, Role.MONTH_WORD),
    }
)


@lru_cache(maxsize=16)
def lexicon(table: Language) -> Lexicon:
    """Makes the look-up tables of a language (tens of milliseconds; kept)."""
    words: dict[str, tuple[Part, ...]] = {}
    phrases: dict[str, dict[tuple[str, ...], tuple[Part, ...]]] = {}
    seeds: set[str] = set()
    for form, parts, capital in _entries(table):
        is_seed = any(role in _SEEDING for role, _ in parts)
        first, *rest = re.split("[ -]", re.sub("['’]", " " if table.elides else "’", form))
        for spelled in _cases(first, table.code, capital=capital):
            if is_seed:
                seeds.add(spelled.rstrip("."))
            if rest:
                further = tuple(word.rstrip(".").lower() for word in rest)
                phrases.setdefault(spelled, {}).setdefault(further, parts)
                continue
            words.setdefault(spelled, parts)
    seeds |= {prefix + seed for prefix in table.prefixes for seed in seeds}
    endings = {
        form.lower(): ending
        # What comes first in the table stands, where two endings are written alike.
        for ending, forms in reversed(list(table.number_endings.items()))
        for form in expand(forms)
    }
    eras = _eras(table)
    era_starts = frozenset(
        re.split(r"[ .\-]", form)[0]
        for form in (*expand(table.before_era), *expand(table.after_era))
    )
    return Lexicon(
        table=table,
        words=words,
        phrases={
            first: tuple(sorted(found.items(), key=lambda item: -len(item[0])))
            for first, found in phrases.items()
        },
        known=frozenset({*words, *phrases, *era_starts}),
        seeds=AhoCorasick(sorted(filter(None, seeds))),
        endings=endings,
        decade_endings=frozenset(expand(table.number_endings.get(Ending.DECADE, ""))),
        eras=re.compile(eras),
        era_starts=era_starts,
        before_era=frozenset(
            spelled
            for form in expand(table.before_era)
            for spelled in (form, form.replace(" ", ""))
        ),
        year_seeds=re.compile(
            rf"(?<!\d)(?:[12١٢۱۲]\d\d\d(?!\d)|\d{{1,3}}\s(?:{eras})"
            rf"|\d0[-‐‑'’]?(?:{_decades(table)})(?!\w)"
            rf"{_lone_days(table)})"
        ),
        followers=frozenset(table.frequent.split()),
        plurals=frozenset(expand(table.plurals)),
    )


def _lone_days(table: Language) -> str:
    """Makes the part of a pattern for days that name no month in words: the 28th, 24.09."""
    pattern = ""
    if table.lone_ordinals:
        pattern += rf"|(?<= )\d{{1,2}}(?:{table.number_endings[Ending.ORDINAL]})(?!\w)"
    if table.dotted_days:
        pattern += r"|\d{1,2}\.[ ]?\d{1,2}\.(?!\d)"
    return pattern


def _decades(table: Language) -> str:
    forms = sorted(expand(table.number_endings.get(Ending.DECADE, "")), key=len, reverse=True)
    return "|".join(map(re.escape, forms)) or r"(?!)"


def _eras(table: Language) -> str:
    """Makes a pattern of the eras; the spaces between their letters may be left out."""
    forms = sorted({*expand(table.before_era), *expand(table.after_era)}, key=len, reverse=True)
    written = "|".join(
        re.escape(form).replace(r"\ ", r"[ \u00a0]?").replace(r"\.", "[.․]") for form in forms
    )
    return rf"(?:{written or '(?!)'})(?!\w)"


def _entries(table: Language) -> Iterator[tuple[str, tuple[Part, ...], bool]]:
    """Gives every form of a table, the parts it plays, and whether it needs its capital.

    What comes first stands where two roles share a form.
    """
    yield from _month_entries(table)
    for season, forms in table.seasons.items():
        yield from _with_endings(expand(forms), (Role.SEASON, season), table.season_endings)
    valued: tuple[tuple[str, Mapping[int, str] | Mapping[Modifier, str]], ...] = (
        (Role.NARROWING, table.modifiers),
        (Role.NARROWING_AFTER, table.modifiers_after),
        (Role.HALF, table.halves),
        (Role.HALF_AFTER, table.halves_after),
        (Role.RELATIVE, table.relatives),
        (Role.RELATIVE_AFTER, table.relatives_after),
        (Role.RELATIVE_NOW, table.relatives_now),
        (Role.LATER, table.later),
        (Role.DEICTIC, table.deictic),
        (Role.DECADE, table.decades),
        (Role.ORDINAL_WORD, table.ordinals),
        (Role.NUMBER_WORD, table.numbers),
    )
    for role, cells in valued:
        for value, forms in cells.items():
            for form in expand(forms):
                yield form, ((role, value),), False
    for opening, forms in table.openings.items():
        for form in expand(forms):
            yield form, ((_OPENINGS[opening], opening),), False
    for opening, forms in table.openings_after.items():
        for form in expand(forms):
            yield form, ((Role.OPENING_AFTER, opening),), False
    for role, forms in table.words.items():
        for form in expand(forms):
            # "թվականին+j" and "ildən+F": endings that say "in" and "from".
            written, plus, mark = form.partition("+")
            yield written, ((role, _unit_of(role)), *(((mark, None),) if plus else ())), False
    for unit, cells in ((Unit.DAY, table.next_days), (Unit.YEAR, table.next_years)):
        for count, forms in cells.items():
            for form in expand(forms):
                yield form, ((Role.RELATIVE, count), (_UNITS[unit], unit)), False
    for unit, forms in table.pairs.items():
        for form in expand(forms):
            yield form, ((Role.NUMBER_WORD, 2), (_UNITS[unit], unit)), False
    for unit, forms in table.plural_units.items():
        for form in expand(forms):
            yield form, ((Role.UNITS, unit),), False
    for unit, forms in table.units.items():
        for form in expand(forms):
            yield form, ((_UNITS[unit], unit),), False
    for number in range(1, _LAST_CENTURY + 1):
        for form in _romans(number):
            yield form, ((Role.ROMAN, number),), True


def _unit_of(role: Role) -> Unit | None:
    if role in {Role.YEAR_WORD, Role.YEAR_AHEAD, Role.YEARS, Role.DECADE_YEARS}:
        return Unit.YEAR
    return Unit.MONTH if role is Role.MONTH_WORD else None


def _romans(number: int) -> Iterator[str]:
    text = ""
    rest = number
    for value, sign in _NUMERALS:
        while rest >= value:
            text, rest = text + sign, rest - value
    yield text
    # As Cyrillic keyboards write them.
    yield text.translate(str.maketrans("XI", "ХІ"))
    yield from (text + ending for ending in ("e", "ᵉ", "ème"))


def _month_entries(table: Language) -> Iterator[tuple[str, tuple[Part, ...], bool]]:
    needing = set(table.capital_months.split())
    for number in range(1, 13):
        long: list[str] = list(expand(table.months.get(number, "")))
        short: list[str] = list(expand(table.short_months.get(number, "")))
        for region in (table.code, *table.month_regions):
            names = Locale.parse(region).months
            for context in ("format", "stand-alone"):
                long.append(names[context]["wide"][number])
                short.append(names[context]["abbreviated"][number])
        part: Part = (Role.MONTH, number)
        for name in dict.fromkeys(long):
            for form, parts, _ in _with_endings([name], part, table.month_endings):
                yield form, parts, name in needing
        for name in dict.fromkeys(form.rstrip(".") for form in short):
            if name not in long:
                yield name, ((Role.SHORT_MONTH, number),), bool(needing)
                yield name + ".", ((Role.SHORT_MONTH, number),), bool(needing)


def _with_endings(
    forms: Iterable[str], part: Part, endings: Mapping[Ending, str]
) -> Iterator[tuple[str, tuple[Part, ...], bool]]:
    for form in forms:
        written, plus, mark = form.partition("+")
        yield written, (part, *(((mark, None),) if plus else ())), False
        for ending, cells in endings.items():
            for written in expand(cells):
                yield form + written, (part, *_ENDINGS[ending]), False
