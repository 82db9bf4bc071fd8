"""How dates, ranges and counts are written on a timeline."""

import pytest
from tests.ui.timeline.timeline_values import span

from archivist.domain.axis import Tick, TickUnit
from archivist.domain.calendar import day_number
from archivist.domain.timeline_index import Counts
from archivist.ui.timeline import words


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2023-09-24", "2023-09-24", "24 Sep 2023"),
        ("2023-09-19", "2023-09-20", "19–20 Sep 2023"),
        ("2023-09-01", "2023-09-30", "Sep 2023"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("2023-09-24", "2023-10-01", "24 Sep 2023"),
        ("1919-05-01", "1920-03-22", "May 1919"),
        ("-0043-03-15", "-0043-03-15", "15 Mar 44 BCE"),
    ],
)
def test_a_label_says_as_much_as_is_known(first: str, last: str, label: str) -> None:
    assert words.span_label(day_number(first), day_number(last)) == label


def test_a_label_leaves_out_a_year_that_stands_above() -> None:
    days = day_number("2023-09-19"), day_number("2023-09-20")
    assert words.span_label(*days, with_year=False) == "19–20 Sep"


def test_a_rough_date_is_not_told_by_its_day() -> None:
    days = day_number("2023-09-01"), day_number("2023-09-10")
    assert words.span_label(*days, rough=True) == "Sep 2023"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2023-09-24", "2023-10-02", "24 Sep – 1 Oct 2023"),
        ("2023-09-19", "2023-09-21", "19–20 Sep 2023"),
        ("2022-12-30", "2023-01-03", "30 Dec 2022 – 2 Jan 2023"),
        ("2023-09-01", "2024-01-12", "Sep 2023 – Jan 2024"),
        ("1890-01-01", "2024-01-12", "1890 – 2024"),
    ],
)
def test_a_range_is_as_fine_as_it_is_short(first: str, last: str, text: str) -> None:
    assert words.range_text(day_number(first), day_number(last)) == text


@pytest.mark.parametrize(
    ("day", "unit", "label"),
    [
        ("2023-09-24", TickUnit.DAY, "24 Sep"),
        ("2023-09-01", TickUnit.DAY, "Sep 2023"),
        ("2023-09-01", TickUnit.MONTH, "Sep 2023"),
        ("1900-01-01", TickUnit.YEAR, "1900"),
        ("-0099-01-01", TickUnit.YEAR, "100 BCE"),
    ],
)
def test_a_tick_names_what_it_begins(day: str, unit: TickUnit, label: str) -> None:
    assert words.tick_label(Tick(day_number(day), unit)) == label


def test_counts_name_only_what_there_is() -> None:
    assert words.counts_text(Counts(12, 48)) == "12 events, 48 excerpts"
    assert words.counts_text(Counts(1, 1, 1)) == "1 event, 1 excerpt, 1 citation"
    assert words.counts_text(Counts(citations=2)) == "2 citations"


def test_excerpts_that_are_folded_are_counted() -> None:
    assert words.excerpts_text(2, 16) == "2 of 16 excerpts"
    assert words.excerpts_text(0, 16) == words.excerpts_text(16, 16) == "16 excerpts"
    assert words.excerpts_text(1, 1) == "1 excerpt"


def test_a_date_beside_the_axis_need_not_be_read_twice() -> None:
    assert words.tells_all(span("2023-09-19", "2023-09-20"))
    assert not words.tells_all(span("2023-09-24", "2023-10-01"))
