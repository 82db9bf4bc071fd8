"""What a date can mean, and how it reads."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.dates import (
    Certainty,
    Extent,
    Modifier,
    UncertainDate,
    bounds,
    from_edtf,
    parse_date,
    reading,
)
from archivist.domain.errors import InvalidValueError


@pytest.mark.parametrize(
    ("edtf", "modifier", "earliest", "latest"),
    [
        ("2023-09-24", None, "2023-09-24", "2023-09-24"),
        ("2023-09", None, "2023-09-01", "2023-09-30"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2023", None, "2023-01-01", "2023-12-31"),
        ("195X", None, "1950-01-01", "1959-12-31"),
        ("18XX", None, "1800-01-01", "1899-12-31"),
        ("1XXX", None, "1000-01-01", "1999-12-31"),
        ("-004X", None, "-0049-01-01", "-0040-12-31"),
        ("2023-09-XX", None, "2023-09-01", "2023-09-30"),
        ("2023-XX", None, "2023-01-01", "2023-12-31"),
        ("2023-21", None, "2023-03-01", "2023-05-31"),
        ("2023-24", None, "2023-12-01", "2024-02-29"),
        ("-0043-03-15", None, "-0043-03-15", "-0043-03-15"),
        ("Y-17000", None, "-17000-01-01", "-17000-12-31"),
        ("2023-09-19/2023-09-20", None, "2023-09-19", "2023-09-20"),
        ("2023-09/..", None, "2023-09-01", None),
        ("../2023-09", None, None, "2023-09-30"),
        ("/2023", None, None, "2023-12-31"),
        ("[1915,1917]", None, "1915-01-01", "1917-12-31"),
        ("[1915..1917]", None, "1915-01-01", "1917-12-31"),
        ("[..1917]", None, None, "1917-12-31"),
        ("{2023-09-24,2023-09-27}", None, "2023-09-24", "2023-09-27"),
        ("XXXX-09-24", None, None, None),
        ("2023-33", None, "2023-01-01", "2023-03-31"),
        ("195X-05", None, "1950-05-01", "1959-05-31"),
        ("2004-06-~01", None, "2004-05-31", "2004-06-02"),
        ("2023-09", "start", "2023-09-01", "2023-09-10"),
        ("2023-09", "mid", "2023-09-11", "2023-09-20"),
        ("2023-09", "end", "2023-09-21", "2023-09-30"),
        ("2023", "start", "2023-01-01", "2023-04-30"),
        ("2023", "mid", "2023-05-01", "2023-08-31"),
        ("2023", "end", "2023-09-01", "2023-12-31"),
        ("2023-22", "end", "2023-08-01", "2023-08-31"),
        ("195X", "start", "1950-01-01", "1953-12-31"),
        ("19XX", "mid", "1934-01-01", "1966-12-31"),
        ("2023-09-01/2023-09-09", "mid", "2023-09-04", "2023-09-06"),
        ("2023-09-24", "start", "2023-09-24", "2023-09-24"),
        ("1915", "before", None, "1914-12-31"),
        ("1915", "after", "1916-01-01", None),
        ("1915", "approximate", "1914-01-01", "1916-12-31"),
        ("1915~", "approximate", "1914-01-01", "1916-12-31"),
        ("1915~", None, "1914-01-01", "1916-12-31"),
        ("1915?", None, "1915-01-01", "1915-12-31"),
        ("1915%", None, "1914-01-01", "1916-12-31"),
        ("2023-09-24~", None, "2023-09-21", "2023-09-27"),
        ("2023-03~", None, "2023-02-01", "2023-04-30"),
        ("195X~", None, "1948-01-01", "1961-12-31"),
    ],
)
def test_bounds_follow_the_value_and_its_modifier(
    edtf: str, modifier: str | None, earliest: str | None, latest: str | None
) -> None:
    date = from_edtf(edtf, modifier=Modifier(modifier) if modifier else None)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        *("2023-02-30", "1900-02-29", "2023-13", "2023-00", "2023-09-31", "1900-02-29/1901"),
        *("", " ", "..", "../..", "/", "[]", "{}", "[1915", "yesterday", "20230924", "2023-99"),
        *("2023-09-XX-1", "[1915,nonsense]", "XXXX-13", "Y3388E2S3Q", "2" * 1000),
    ],
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(InvalidValueError, match="is no date"):
        from_edtf(edtf)


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="ends before it starts"):
        from_edtf("2020/2019")


@given(st.text(string.digits + "XYSE~?%/.,-[]{}", max_size=20))
def test_any_string_is_a_date_in_order_or_is_refused(edtf: str) -> None:
    try:
        first, last = bounds(from_edtf(edtf))
    except InvalidValueError:
        return
    assert first is None or last is None or first <= last


@given(st.dates(), st.dates())
def test_an_interval_is_bounded_by_its_ends(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    date = from_edtf(f"{first}/{last}")
    assert (date.earliest, date.latest) == (first.isoformat(), last.isoformat())


@given(st.dates(datetime.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_thirds_lie_in_order_and_fill_the_whole(day: datetime.date, length: int) -> None:
    edtf = day.isoformat()[:length]
    whole = from_edtf(edtf)
    parts = [
        from_edtf(edtf, modifier=modifier)
        for modifier in (Modifier.START, Modifier.MID, Modifier.END)
    ]
    assert parts[0].earliest == whole.earliest
    assert parts[2].latest == whole.latest


def test_certainty_and_extent_come_from_the_value_unless_given() -> None:
    assert from_edtf("1915?").certainty is Certainty.QUESTIONABLE
    assert from_edtf("1915~").certainty is Certainty.APPROXIMATE
    assert from_edtf("1915", modifier=Modifier.APPROXIMATE).certainty is Certainty.APPROXIMATE
    assert from_edtf("1915", certainty=Certainty.INFERRED).certainty is Certainty.INFERRED
    assert from_edtf("[1915,1916]").extent is Extent.BETWEEN
    assert from_edtf("1915/1916").extent is Extent.SPAN
    assert from_edtf("1915/1916", extent=Extent.BETWEEN).extent is Extent.BETWEEN


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (from_edtf("2023-09", modifier=Modifier.START), "early September 2023"),
        (from_edtf("2023-09", modifier=Modifier.MID), "mid-September 2023"),
        (
            from_edtf("2023-09-24", certainty=Certainty.INFERRED),
            "24 September 2023 (year inferred)",
        ),
        (
            from_edtf("1915-05-04", text="the next day", certainty=Certainty.INFERRED),
            "4 May 1915 (inferred)",
        ),
        (from_edtf("2023-09-19/2023-09-20"), "19–20 September 2023"),
        (from_edtf("2023-08-30/2023-09-20"), "30 August – 20 September 2023"),
        (from_edtf("2022-12-30/2023-01-02"), "30 December 2022 – 2 January 2023"),
        (from_edtf("1915-05/1915-07", extent=Extent.BETWEEN), "between May and July 1915"),
        (from_edtf("1914/1918"), "1914–1918"),
        (from_edtf("1915", modifier=Modifier.BEFORE), "before 1915"),
        (from_edtf("1915~"), "about 1915"),
        (from_edtf("1915?"), "1915 (questionable)"),
        (from_edtf("1915/.."), "since 1915"),
        (from_edtf("../2023-09"), "until September 2023"),
        (from_edtf("195X"), "1950s"),
        (from_edtf("18XX", modifier=Modifier.END), "late 19th century"),
        (from_edtf("-04XX"), "5th century BCE"),
        (from_edtf("20XX"), "21st century"),
        (from_edtf("2023-21"), "spring 2023"),
        (from_edtf("-0043-03-15"), "15 March 44 BCE"),
        (from_edtf("{2023-09-24,2023-09-27}"), "24 and 27 September 2023"),
        (from_edtf("[2023-09-24,2023-09-25]"), "24 or 25 September 2023"),
        (from_edtf("XXXX-09-24", certainty=Certainty.QUESTIONABLE), "24 September (year unknown)"),
        (from_edtf("2004-06-~01", text="perhaps 1 June"), "perhaps 1 June"),
        (from_edtf("Y3388E2S3"), "Y3388E2S3"),
        (from_edtf("[..1917]"), "[..1917]"),
    ],
)
def test_a_date_reads_as_people_say_it(date: UncertainDate, words: str) -> None:
    assert reading(date) == words


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2023-09-24", "2023-09-24"),
        ("2023-09-24T10:00:00Z", "2023-09-24"),
        ("2023-09-24 10:00", "2023-09-24"),
        ("D:20230924120000+02'00'", "2023-09-24"),
        ("D:20230924", "2023-09-24"),
        ("20230924T101500", "2023-09-24"),
        (" 2023 ", "2023"),
    ],
)
def test_dates_that_programs_write_are_read(written: str, edtf: str) -> None:
    date = parse_date(written)
    assert (date.edtf, date.text) == (edtf, written.strip())


@pytest.mark.parametrize("written", ["D:20231399", "2023-02-30T10:00", "Sunday", "12345678901"])
def test_what_programs_write_wrongly_is_refused(written: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_date(written)
