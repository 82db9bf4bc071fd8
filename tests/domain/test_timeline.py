"""What a timeline's filter lets through, and how dates become spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.calendar import day_number
from archivist.domain.dates import Certainty, Extent, Modifier, UncertainDate
from archivist.domain.timeline import (
    ActorMention,
    CitationMention,
    Span,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineFilter,
    TimelineModel,
    filtered,
    span_of,
)

RED_CROSS, WITNESS = ActorMention(1, "Red Cross"), ActorMention(2, "A witness")
MODEL = TimelineModel(
    events=(
        TimelineEvent(1, "Blockade", Span(10, 20)),
        TimelineEvent(2, "Shelling of the market", Span(12, 12), parent_id=1),
        TimelineEvent(3, "Trial", Span(900, 950)),
    ),
    excerpts=(
        TimelineExcerpt(1, 7, "7:1", "No bread.", (1,), (RED_CROSS,), (CitationMention(5, "[5]"),)),
        TimelineExcerpt(2, 7, "7:2", "Two shells.", (2,), (WITNESS,), topic_ids=(4,)),
        TimelineExcerpt(3, 8, "8:1", "The court sat.", (3,), (WITNESS,)),
        TimelineExcerpt(4, 8, "8:2", "Nobody was told."),
    ),
    citations=(
        TimelineCitation(5, "[5]", "Supplies report", Span(30, 30)),
        TimelineCitation(6, "[6]", "Judgment", Span(960, 960)),
    ),
)


def ids(model: TimelineModel) -> tuple[list[int], list[int], list[int]]:
    return (
        [event.id for event in model.events],
        [excerpt.id for excerpt in model.excerpts],
        [citation.id for citation in model.citations],
    )


def test_no_filter_lets_everything_through() -> None:
    assert filtered(MODEL, TimelineFilter()) == MODEL


def test_an_event_brings_its_parts_and_what_they_cite() -> None:
    shown = filtered(MODEL, TimelineFilter(events=frozenset({1})))
    assert ids(shown) == ([1, 2], [1, 2], [5])


def test_an_event_without_excerpts_is_shown_when_asked_for_by_name() -> None:
    model = TimelineModel(events=MODEL.events)
    assert ids(filtered(model, TimelineFilter(events=frozenset({3})))) == ([3], [], [])


def test_an_actor_leaves_only_the_events_that_they_appear_in() -> None:
    assert ids(filtered(MODEL, TimelineFilter(actors=frozenset({2})))) == ([2, 3], [2, 3], [])


def test_axes_combine_with_and_and_values_of_an_axis_with_or() -> None:
    both = TimelineFilter(actors=frozenset({1, 2}), document_id=7)
    assert ids(filtered(MODEL, both)) == ([1, 2], [1, 2], [5])
    none = TimelineFilter(actors=frozenset({1}), document_id=8)
    assert ids(filtered(MODEL, none)) == ([], [], [])


def test_a_citation_asked_for_is_shown_even_where_nothing_cites_it() -> None:
    assert ids(filtered(MODEL, TimelineFilter(citations=frozenset({6})))) == ([], [], [6])


def test_a_topic_leaves_its_excerpts() -> None:
    assert ids(filtered(MODEL, TimelineFilter(topics=frozenset({4})))) == ([2], [2], [])


def test_an_empty_search_result_shows_nothing() -> None:
    assert ids(filtered(MODEL, TimelineFilter(excerpt_ids=frozenset()))) == ([], [], [])


def test_hidden_citations_hide_nothing_else() -> None:
    shown = filtered(MODEL, TimelineFilter(citations_shown=False))
    assert ids(shown) == ([1, 2, 3], [1, 2, 3, 4], [])


@given(
    st.frozensets(st.integers(1, 3)),
    st.frozensets(st.integers(1, 2)),
    st.sampled_from([None, 7, 8]),
    st.none() | st.frozensets(st.integers(1, 4)),
)
def test_a_filter_applied_again_changes_nothing(
    events: frozenset[int],
    actors: frozenset[int],
    document_id: int | None,
    excerpt_ids: frozenset[int] | None,
) -> None:
    wanted = TimelineFilter(events, actors, document_id=document_id, excerpt_ids=excerpt_ids)
    once = filtered(MODEL, wanted)
    assert set(once.excerpts) <= set(MODEL.excerpts)
    assert filtered(once, wanted) == once


def test_a_circle_of_parents_does_not_hang_the_filter() -> None:
    model = TimelineModel(
        events=(TimelineEvent(1, "A", parent_id=2), TimelineEvent(2, "B", parent_id=1))
    )
    assert ids(filtered(model, TimelineFilter(events=frozenset({1})))) == ([1, 2], [], [])


def test_a_stated_day_is_a_sure_span() -> None:
    date = UncertainDate("on 24 September 2023", "2023-09-24", "2023-09-24", "2023-09-24")
    day = day_number("2023-09-24")
    assert span_of(date, "24 September 2023") == Span(day, day, "24 September 2023")


@pytest.mark.parametrize(
    ("date", "approximate", "inferred", "between"),
    [
        (
            UncertainDate("early September", "2023-09", "2023-09-01", "2023-09-10", Modifier.START),
            True,
            False,
            False,
        ),
        (
            UncertainDate(
                "24 September", "2023-09-24", "2023-09-24", "2023-09-24", None, Certainty.INFERRED
            ),
            False,
            True,
            False,
        ),
        (
            UncertainDate(
                "between 1 and 5 May",
                "2020-05-01/2020-05-05",
                "2020-05-01",
                "2020-05-05",
                extent=Extent.BETWEEN,
            ),
            False,
            False,
            True,
        ),
    ],
)
def test_what_is_not_sure_of_a_date_is_kept(
    date: UncertainDate, approximate: bool, inferred: bool, between: bool
) -> None:
    span = span_of(date)
    assert span is not None
    assert (span.approximate, span.inferred, span.between) == (approximate, inferred, between)
    assert span.reading == date.text


def test_before_and_after_leave_an_end_open() -> None:
    day = day_number("2023-09-10")
    before = UncertainDate("before", "2023-09-10", "2023-09-10", "2023-09-10", Modifier.BEFORE)
    after = UncertainDate("after", "2023-09-10", "2023-09-10", "2023-09-10", Modifier.AFTER)
    assert span_of(before) == Span(None, day, "before")
    assert span_of(after) == Span(day, None, "after")
    assert Span(None, day).first == Span(day, None).last == day


def test_a_date_that_says_nothing_is_no_span() -> None:
    assert span_of(None) is None
    assert span_of(UncertainDate("unknown", "", None, None)) is None


def test_a_span_needs_an_end() -> None:
    with pytest.raises(ValueError, match="two open ends"):
        _ = Span(None, None).first
