"""The words that a language writes dates with, as data: a new language is one more table.

In a table, forms are separated by "|", and "{…}" gives endings: "сентябр{ь,я,е}". "+j" and "+F"
after a word stand for an ending that says "in" or "from" (see `Role`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Part, Role, Unit


# Tables are compared and hashed as the objects they are: what is made of them is kept by them.
@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Language:
    """A language's date words. They are found as they stand, capitalised and in capitals."""

    code: str  # BCP 47
    frequent: str  # words that tell the language and that may follow a year
    letters: str = ""  # letters that none of the others of its script has
    months: Mapping[int, str] = field(default_factory=dict)  # forms that CLDR does not have
    short_months: Mapping[int, str] = field(default_factory=dict)
    month_endings: Mapping[Ending, str] = field(default_factory=dict)
    month_regions: tuple[str, ...] = ()  # locales with month names of their own
    prefixes: Mapping[str, Part] = field(default_factory=dict)  # written onto months and figures
    # Month names that are other words when they have no capital ("may").
    capital_months: str = ""
    seasons: Mapping[int, str] = field(default_factory=dict)  # EDTF's season numbers, 21–24
    season_endings: Mapping[Ending, str] = field(default_factory=dict)
    ordinals: Mapping[int, str] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    decades: Mapping[int, str] = field(default_factory=dict)  # in words, by their tens
    units: Mapping[Unit, str] = field(default_factory=dict)
    plural_units: Mapping[Unit, str] = field(default_factory=dict)
    pairs: Mapping[Unit, str] = field(default_factory=dict)  # words for two of a unit
    modifiers: Mapping[Modifier, str] = field(default_factory=dict)
    modifiers_after: Mapping[Modifier, str] = field(default_factory=dict)
    halves: Mapping[int, str] = field(default_factory=dict)
    halves_after: Mapping[int, str] = field(default_factory=dict)
    openings: Mapping[Opening, str] = field(default_factory=dict)
    openings_after: Mapping[Opening, str] = field(default_factory=dict)
    relatives: Mapping[int, str] = field(default_factory=dict)  # by how far on they lead
    relatives_after: Mapping[int, str] = field(default_factory=dict)
    relatives_now: Mapping[int, str] = field(default_factory=dict)  # from the document's date
    later: Mapping[int, str] = field(default_factory=dict)  # 1 later, -1 earlier
    next_days: Mapping[int, str] = field(default_factory=dict)  # words for the next or last day
    next_years: Mapping[int, str] = field(default_factory=dict)
    deictic: Mapping[int, str] = field(default_factory=dict)  # days from the document's date
    words: Mapping[Role, str] = field(default_factory=dict)  # words whose role is all they say
    before_era: str = ""
    after_era: str = ""
    number_endings: Mapping[Ending, str] = field(default_factory=dict)
    elides: bool = False  # an apostrophe parts two words ("l’été")
    month_first: bool = False  # September 19
    year_first: bool = False  # 2023 September 19
    day_first: bool | None = True  # in figures; None where nobody can tell
    after_shifts: bool = False  # "nach zwei Wochen": two weeks after the date before
    dotted_days: bool = False  # "am 24.09." is a day without its year
    lone_ordinals: bool = False  # "on the 28th" is a day of the month before
    by_ranges: bool = False  # what says "by" also joins the ends of a range ("з 5 до 7 травня")
    bare_years: bool = False  # a year needs no word before it ("1915 begann …")
    plurals: str = ""
    plural_endings: tuple[str, ...] = ()


def expand(forms: str) -> Iterator[str]:
    """Gives the forms of a table's cell: "год{,а}|лет" is "год", "года" and "лет"."""
    for form in filter(None, forms.split("|")):
        parts = re.split(r"[{}]", form)
        choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
        for chosen in product(*choices):
            yield "".join(chosen)
