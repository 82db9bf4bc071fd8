"""Dates in prose and dates that people type."""

import datetime
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.material import MATERIAL, needs_material

from archivist.domain.dates import Certainty, Extent, Modifier, from_edtf, reading
from archivist.domain.errors import InvalidValueError
from archivist.finding.dates import find_dates, read_date


def found(text: str) -> list[tuple[str, str]]:
    """Gives words and EDTF of each date of a text."""
    return [(item.date.text, item.date.edtf) for item in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("On 19–20 September 2023, they", "19–20 September 2023", "2023-09-19/2023-09-20"),
        ("from 16 to 23 October 2023, and", "16 to 23 October 2023", "2023-10-16/2023-10-23"),
        ("by early September 2023 the", "early September 2023", "2023-09"),
        ("in front, September 21, 2023", "September 21, 2023", "2023-09-21"),
        ("September 19–20, 2023", "September 19–20, 2023", "2023-09-19/2023-09-20"),
        ("on the 24th of September, 2023.", "24th of September, 2023", "2023-09-24"),
        ("Sept. 5, 2021", "Sept. 5, 2021", "2021-09-05"),
        ("Mon, 5 Jan 1998 10:00", "5 Jan 1998", "1998-01-05"),
        ("in SEPTEMBER 2020", "SEPTEMBER 2020", "2020-09"),
        ("5 september 2021", "5 september 2021", "2021-09-05"),
        ("on 24\u00a0May\n2021 it", "24\u00a0May\n2021", "2021-05-24"),
        ("May–July 1915", "May–July 1915", "1915-05/1915-07"),
        ("June 28, 1914 – May 7, 1918", "June 28, 1914 – May 7, 1918", "1914-06-28/1918-05-07"),
        ("28 December–3 January 2023", "28 December–3 January 2023", "2022-12-28/2023-01-03"),
        ("28 December 2022 to 3 January", "28 December 2022 to 3 January", "2022-12-28/2023-01-03"),
        ("the war of 1914–18 was", "1914–18", "1914/1918"),
        ("1914-18", "1914-18", "1914/1918"),
        ("from 1914 to 1918", "1914 to 1918", "1914/1918"),
        ("in the 1950s.", "1950s", "195X"),
        ("in the early 1960s", "early 1960s", "196X"),
        ("the late nineteenth century", "late nineteenth century", "18XX"),
        ("the 5th century BC", "5th century BC", "-04XX"),
        ("in spring 2023", "spring 2023", "2023-21"),
        ("the winter of 1942–43", "winter of 1942–43", "1942-24"),
        ("since May 1948", "since May 1948", "1948-05/.."),
        ("before the 1980s", "before the 1980s", "198X"),
        ("until 2001 only", "until 2001", "../2001"),
        ("by 24 September 2023", "by 24 September 2023", "../2023-09-24"),
        ("before the end of 2023", "before the end of 2023", "../2023"),
        ("circa 1915", "circa 1915", "1915~"),
        ("in about 1916", "about 1916", "1916~"),
        ("on 15 March 44 BC", "15 March 44 BC", "-0043-03-15"),
        ("at 2023-09-24T12:00Z", "2023-09-24", "2023-09-24"),
        ("am 24.09.2023", "24.09.2023", "2023-09-24"),
        ("24/09/2023", "24/09/2023", "2023-09-24"),
        ("9/24/2023", "9/24/2023", "2023-09-24"),
        ("on 24 and 27 May 1915", "24 and 27 May 1915", "{1915-05-24,1915-05-27}"),
        ("on 1, 2 and 5 May 1915", "1, 2 and 5 May 1915", "{1915-05-01,1915-05-02,1915-05-05}"),
        ("on 24 or 25 May 1915", "24 or 25 May 1915", "[1915-05-24,1915-05-25]"),
        ("In 1915, the army", "1915", "1915"),
        ("a law (1916) says", "1916", "1916"),
        ("the 1948 Arab–Israeli War", "1948", "1948"),
        ("\n1915: the year", "1915", "1915"),
        ("in 1900.", "1900", "1900"),
    ],
)
def test_a_date_is_found_with_its_words_and_value(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "a 2,000-year-old city, up to 40 hours, 500,000 people, 186,000 of them",
        "1500 soldiers, of 1325 people, 2000 refugees in 2000 villages, up to 2000",
        "see p. 1914, pp. 1914–18, No. 1748, Resolution 1325, vol. 1999",
        "he may go, they march on, an august man, May is here, March on Washington",
        "30 February 2023 and 31 April 2023 and 31 June",
        "03/04/2023",
        "2001-05 and +374-1915-18 and 1.1915.2",
        "a book about 1915",
        "rose from 1500 to 1800 people",
        "24 Septembers and 12 Mayors",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "modifier", "earliest", "latest"),
    [
        ("early September 2023", Modifier.START, "2023-09-01", "2023-09-10"),
        ("mid-October 2022", Modifier.MID, "2022-10-11", "2022-10-20"),
        ("at the end of September 2023", Modifier.END, "2023-09-21", "2023-09-30"),
        ("before 12 January 2024", Modifier.BEFORE, None, "2024-01-11"),
        ("prior to May 1915", Modifier.BEFORE, None, "1915-04-30"),
        ("after 1915", Modifier.AFTER, "1916-01-01", None),
        ("around 1915", Modifier.APPROXIMATE, "1914-01-01", "1916-12-31"),
    ],
)
def test_words_narrow_or_open_a_date(
    text: str, modifier: Modifier, earliest: str | None, latest: str | None
) -> None:
    (item,) = find_dates(text)
    assert item.date.modifier is modifier
    assert (item.date.earliest, item.date.latest) == (earliest, latest)


def test_between_is_some_time_within() -> None:
    (item,) = find_dates("signed between May and July 1915")
    assert item.date.text == "between May and July 1915"
    assert item.date.extent is Extent.BETWEEN


def test_a_year_is_taken_from_the_text_before_and_marked_inferred() -> None:
    items = find_dates("In January 2022 it began. In May 2023 it grew. On 24 June it ended.")
    assert items[2].date.edtf == "2023-06-24"
    assert items[2].date.certainty is Certainty.INFERRED
    assert items[1].date.certainty is Certainty.STATED


def test_a_year_is_else_taken_from_the_documents_date() -> None:
    (item,) = find_dates("It ended on 24 June.", document_date=from_edtf("2023-09-24"))
    assert item.date.edtf == "2023-06-24"
    assert item.date.certainty is Certainty.INFERRED


def test_a_document_of_several_years_gives_no_year() -> None:
    (item,) = find_dates("It ended on 24 June.", document_date=from_edtf("2021/2023"))
    assert item.date.edtf == "XXXX-06-24"


def test_a_date_without_any_year_is_found_but_bounds_nothing() -> None:
    (item,) = find_dates("It ended on 24 June.")
    assert (item.date.edtf, item.date.certainty) == ("XXXX-06-24", Certainty.QUESTIONABLE)
    assert (item.date.earliest, item.date.latest) == (None, None)


def test_after_a_range_over_the_turn_of_a_year_a_date_lies_within_it() -> None:
    items = find_dates("From 6 December 1917 to 22 January 1918. In mid-December; on 3 January.")
    assert [item.date.edtf for item in items[1:]] == ["1917-12", "1918-01-03"]


def test_a_neighbour_in_a_list_gives_its_year_before_the_text_does() -> None:
    items = find_dates("In 2001 it began; on 24 September and 3 October 2023 it ended.")
    assert [item.date.edtf for item in items] == ["2001", "2023-09-24", "2023-10-03"]


def test_a_winter_gives_the_year_it_is_named_by() -> None:
    items = find_dates("It was winter 1942. On 24 June it rained.")
    assert items[1].date.edtf == "1942-06-24"


def test_decades_and_centuries_give_no_year() -> None:
    (_, item) = find_dates("Since the 1950s on 24 June.")
    assert item.date.edtf == "XXXX-06-24"


def test_the_leap_day_takes_no_year_that_lacks_it() -> None:
    (_, item) = find_dates("It was 2023-05-01. On 29 February it rained.")
    assert item.date.edtf == "XXXX-02-29"


def test_a_range_without_a_year_runs_over_the_turn_of_the_year() -> None:
    (_, item) = find_dates("In May 2022 it began. From 28 December to 3 January it rained.")
    assert item.date.edtf == "2022-12-28/2023-01-03"


def test_a_month_alone_needs_a_word_that_places_it() -> None:
    assert found("In 2020, in May, and since March; May is fair.") == [
        ("2020", "2020"),
        ("May", "2020-05"),
        ("since March", "2020-03/.."),
    ]


# Days whose years have four digits and begin with 1 or 2, as the dates of prose do.
YEARS_OF_PROSE = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
PIECES = st.sampled_from(
    [
        *(
            "24",
            "September",
            "2023",
            "May",
            "–",
            "to",
            "and",
            "between",
            "early",
            "1915",
            ",",
            "c.",
        ),
        *(
            "before",
            "of",
            "the",
            "1950s",
            "th",
            ".",
            "\n",
            " ",
            "  ",
            "(",
            ")",
            "in",
            "century",
            "BC",
        ),
        *("21st", "spring", "2023-09-24", "é", "😀", "12/11/2010", "from", "[23]", "or", "31"),
    ]
)
PROSE = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)


@settings(deadline=None)  # the first use of a language makes its patterns
@given(PROSE | st.text(max_size=60))
@example("September 2023\n\n24 September")
def test_dates_stand_in_order_and_read_as_the_text_does(text: str) -> None:
    last = 0
    for item in find_dates(text):
        assert last <= item.start < item.end
        assert text[item.start : item.end] == item.date.text
        again = from_edtf(item.date.edtf, modifier=item.date.modifier)
        assert (again.earliest, again.latest) == (item.date.earliest, item.date.latest)
        last = item.end


@given(YEARS_OF_PROSE, st.sampled_from([4, 7, 10]), st.data())
def test_a_date_that_is_read_out_is_read_back(
    day: datetime.date, length: int, data: st.DataObject
) -> None:
    modifiers = list(Modifier) if length < 10 else [Modifier.BEFORE, Modifier.AFTER]
    modifier = data.draw(st.sampled_from([None, *modifiers]))
    date = from_edtf(day.isoformat()[:length], modifier=modifier)
    again = read_date(reading(date))
    assert again.modifier is modifier
    assert (again.earliest, again.latest) == (date.earliest, date.latest)


@given(YEARS_OF_PROSE, YEARS_OF_PROSE)
def test_a_range_that_is_read_out_is_read_back(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    if first != last:
        date = from_edtf(f"{first}/{last}")
        assert read_date(reading(date)).edtf == date.edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2001-05", "2001-05"),
        ("1914-18", "1914/1918"),
        ("1914 - 1918", "1914/1918"),
        ("../2023", "../2023"),
        ("in may 1915", "1915-05"),
        ("from 16 to 23 October 2023", "2023-10-16/2023-10-23"),
        ("sept 5 2021", "2021-09-05"),
        ("24.9.2023", "2023-09-24"),
        ("About 1915", "1915~"),
        ("44 BCE", "-0043"),
        ("September 2023?", "2023-09"),
        ("the 1950s", "195X"),
        ("19th century", "18XX"),
    ],
)
def test_what_a_person_types_is_read(typed: str, edtf: str) -> None:
    date = read_date(typed)
    assert (date.edtf, date.text) == (edtf, typed)


def test_a_question_mark_makes_a_date_questionable() -> None:
    assert read_date("September 2023?").certainty is Certainty.QUESTIONABLE
    assert read_date("2023?").certainty is Certainty.QUESTIONABLE


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("24 September", "has no year"),
        ("30 February 2023", "“30 February 2023” in the calendar"),
        ("2023-02-30", "“2023-02-30” in the calendar"),
        ("2023/2022", "ends before it starts"),
        ("3/4/2023", "write the month as a word"),
        ("yesterday", "is not understood as a date"),
        ("", "is not understood as a date"),
    ],
)
def test_what_cannot_be_a_date_is_refused_with_a_reason(typed: str, sentence: str) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        read_date(typed)


@needs_material
def test_all_dates_of_the_article_are_found_and_nothing_else() -> None:
    assert MATERIAL is not None
    text = (MATERIAL / "flight-extract.txt").read_text("utf-8")
    expected = json.loads((MATERIAL / "flight-extract.expected.json").read_text("utf-8"))
    keys = ("start", "end", "text", "edtf", "modifier", "year_inherited")
    assert [
        (
            item.start,
            item.end,
            item.date.text,
            item.date.edtf,
            item.date.modifier,
            item.date.certainty is Certainty.INFERRED,
        )
        for item in find_dates(text)
    ] == [tuple(date[key] for key in keys) for date in expected["dates"]]


@pytest.mark.parametrize(
    "text",
    [
        "“In 1915 nobody came.”",
        "It ended—after 1915—in silence.",
        "the war (1915)",
        "They left mid-1915.",
        "the 1915 edition",
        "from May 3, 1915 to June 1916",
        "the 1920s",
        "1915–18",
        "1915 to 1918",
        "1915: the first winter",
    ],
)
def test_a_year_is_found_by_what_leads_to_it_or_goes_on_from_it(text: str) -> None:
    assert find_dates(text)


def test_figures_that_look_like_years_cost_next_to_nothing() -> None:
    lines = [f"Page {number}: line {1000 + number % 1400} of the list" for number in range(5000)]
    assert not find_dates("\n".join(lines))
