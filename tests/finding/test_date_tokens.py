"""Where dates are looked for: not beside figures that a word like "page" counts."""

from archivist.finding.date_grammar import grammar
from archivist.finding.date_languages import ENGLISH
from archivist.finding.date_tokens import regions
from archivist.finding.dates import find_dates

LINES = "Page 1917, line 3: nobody came.\n" * 50


def test_figures_that_a_word_makes_no_years_are_not_looked_at() -> None:
    assert list(regions(LINES, 0, len(LINES), grammar(ENGLISH).lexicon)) == []


def test_a_year_among_such_figures_is_found() -> None:
    text = LINES + "On page 1917 it says: in May 1915 they left.\n" + LINES
    assert [found.date.edtf for found in find_dates(text, language="en")] == ["1915-05"]
