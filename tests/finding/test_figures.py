"""Figures with their bound and unit; numbers that count nothing are none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.material import MATERIAL, needs_material

from archivist.domain.suggestions import Suggestion
from archivist.finding.figures import find_figures


def only(text: str, language: str = "en") -> Suggestion:
    (figure,) = find_figures(text, language=language)
    return figure


def values(text: str, language: str = "en") -> list[str]:
    return [figure.value for figure in find_figures(text, language=language)]


@pytest.mark.parametrize(
    ("text", "value", "minimum", "maximum", "unit", "bound"),
    [
        ("At least 500 people fled.", "At least 500 people", 500, None, "people", "at least"),
        ("It cost nearly 40 lives.", "nearly 40 lives", 40, 40, "lives", "about"),
        ("up to 12 hours away", "up to 12 hours", None, 12, "hours", "up to"),
        (
            "more than half of the barns",
            "more than half of the barns",
            0.5,
            None,
            "barns",
            "more than",
        ),
        ("fewer than 30 ships", "fewer than 30 ships", None, 30, "ships", "less than"),
        ("some 120,000 left", "some 120,000", 120000, 120000, "", "about"),
        ("between 300 and 500 men", "between 300 and 500 men", 300, 500, "men", "between"),
        ("300,000–500,000 people", "300,000–500,000 people", 300000, 500000, "people", "between"),
        ("from 5 to 7 boats sank", "5 to 7 boats", 5, 7, "boats", "between"),
        ("1.5 million residents", "1.5 million residents", 1500000, 1500000, "residents", ""),
        ("2 to 3 million people", "2 to 3 million people", 2000000, 3000000, "people", "between"),
        ("30 or more houses", "30 or more houses", 30, None, "houses", "at least"),
        ("tens of thousands of people", "tens of thousands of people", 20000, None, "people", ""),
        ("two hundred and six men", "two hundred and six men", 206, 206, "men", ""),
        ("twenty-three women", "twenty-three women", 23, 23, "women", ""),
        ("about 12.5% were lost", "about 12.5%", 12.5, 12.5, "%", "about"),
        ("a loan of $5 million", "$5 million", 5000000, 5000000, "USD", ""),
        ("over €300 was paid", "over €300", 300, None, "EUR", "more than"),
        ("a 2,000-year-old wall", "2,000-year-old", 2000, 2000, "years", ""),
    ],
)
def test_a_figure_has_its_ends_its_unit_and_its_bound(
    text: str, value: str, minimum: float, maximum: float | None, unit: str, bound: str
) -> None:
    figure = only(text)
    assert figure.value == value
    assert figure.details["minimum"] == minimum
    assert figure.details["maximum"] == maximum
    assert figure.details["unit"] == unit
    assert figure.details["bound"] == bound


@pytest.mark.parametrize(
    ("text", "language", "minimum", "maximum", "unit", "bound"),
    [
        ("Environ 1 234 567 personnes ont fui.", "fr", 1234567, 1234567, "personnes", "about"),
        ("Mehr als 2,5 Millionen Einwohner.", "de", 2500000, None, "Einwohner", "more than"),
        ("Más de 3.000 personas huyeron.", "es", 3000, None, "personas", "more than"),
        ("Погибло не менее 120 тыс. человек.", "ru", 120000, None, "человек", "at least"),
        ("Загинуло понад 5 тисяч осіб.", "uk", 5000, None, "осіб", "more than"),
        ("Զոհվել է մոտ 100 հազար մարդ։", "hy", 100000, 100000, "մարդ", "about"),
        ("Təxminən 5 min nəfər köçüb.", "az", 5000, 5000, "nəfər", "about"),
        ("Yaklaşık 1.200 kişi öldü.", "tr", 1200, 1200, "kişi", "about"),
        ("نزح أكثر من ٥٠٠ شخص", "ar", 500, None, "شخص", "more than"),
    ],
)
def test_each_language_has_its_numbers_and_words(
    text: str, language: str, minimum: float, maximum: float | None, unit: str, bound: str
) -> None:
    figure = only(text, language)
    assert figure.details["minimum"] == minimum
    assert figure.details["maximum"] == maximum
    assert figure.details["unit"] == unit
    assert figure.details["bound"] == bound


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The flood left 60 dead.", "killed"),
        ("In the fire 12 miners were killed.", "killed"),
        ("It wounded 30 soldiers.", "injured"),
        ("It led to the displacement of about 9,000 farmers.", "displaced"),
        ("The police arrested 44 strikers.", "detained"),
        ("A man aged 34 led them.", "age"),
        ("The ship carried 80 passengers.", "people"),
        ("The march took 9 hours.", ""),
    ],
)
def test_what_a_figure_counts_is_guessed_from_the_words_around_it(text: str, counted: str) -> None:
    assert only(text).details["property"] == counted


@pytest.mark.parametrize(
    "text",
    [
        "See page 34, Chapter 3 and Article 12.",
        "No. 5 of version 2.0.1 runs on Windows 10.",
        "He was born in 1915 and left in 1923.",
        "Call 555-0199 or 10.0.0.1, at 12:45.",
        "One of them, and then two came.",
        "Room B12, box A4",
        "2 Values\n3.7 Components",
        "the 2014 elections",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert values(text) == []


def test_the_next_cell_of_a_table_is_no_unit() -> None:
    assert values("killed\t1,963\tbooks\nkilled\t1,782\tRegister") == ["1,963", "1,782"]


def test_a_capitalised_word_behind_a_figure_is_whom_it_counts() -> None:
    assert only("More than 9,000 Orri fled.").value == "More than 9,000 Orri"


def test_the_language_of_a_text_is_guessed_where_nobody_says_it() -> None:
    assert (
        only("Погибло не менее 120 тыс. человек, и все это видели.", "").details["unit"]
        == "человек"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [("25 піхотної дивізії", "uk"), ("до 7 вересня", "uk"), ("5 мая", "ru"), ("le 3 mai", "fr")],
)
def test_an_ordinal_or_a_day_of_a_month_is_no_figure(text: str, language: str) -> None:
    assert values(text, language) == []


def test_adjectives_before_what_is_counted_are_part_of_the_unit() -> None:
    assert only("10 піхотних дивізій", "uk").details["unit"] == "піхотних дивізій"


def test_nothing_is_found_in_what_is_excluded() -> None:
    text = "On 19 days [23] some 40 people left."
    assert [figure.value for figure in find_figures(text, exclude=[(3, 10), (11, 15)])] == [
        "some 40 people"
    ]


def test_a_comma_groups_thousands_in_english_and_is_the_decimal_sign_in_german() -> None:
    assert only("about 1,234 men").details["minimum"] == 1234
    assert only("etwa 1,234 Meter", "de").details["minimum"] == 1.234


@given(
    st.text(alphabet=st.sampled_from("12 ,.-–%$at lestmovrpuinh\n٣二Ⅷßİ\u0301[]"), max_size=60),
    st.sampled_from(["en", "fr", "de", "ru", "tr", "ar", ""]),
)
def test_a_figure_is_the_slice_at_its_offsets(text: str, language: str) -> None:
    end = 0
    for figure in find_figures(text, language=language):
        assert figure.start >= end
        end = figure.end
        assert text[figure.start : figure.end] == figure.text


@needs_material
def test_the_article_that_the_project_began_with_has_its_figures() -> None:
    assert MATERIAL is not None
    text = (MATERIAL / "flight-extract.txt").read_text(encoding="utf-8")
    expected = json.loads((MATERIAL / "flight-extract.expected.json").read_text(encoding="utf-8"))
    exclude = [
        (one["start"], one["end"]) for kind in ("dates", "markers") for one in expected[kind]
    ]
    assert [figure.value for figure in find_figures(text, exclude=exclude)] == [
        "approximately 500,000 Azerbaijanis",
        "186,000",
        "between 300,000 and 500,000 Armenians",
        "up to 40 hours",
        "2,000-year-old",
    ]
