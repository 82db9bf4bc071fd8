"""The index counts each thing once, finds it again, and knows what lasts until when."""

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.timeline_values import models

from archivist.domain.timeline import Span, TimelineEvent, TimelineExcerpt, TimelineModel
from archivist.domain.timeline_index import Counts, ItemKind, TimelineIndex


@given(models(), st.data())
def test_counts_of_any_stretch_are_those_of_counting_by_hand(
    model: TimelineModel, data: st.DataObject
) -> None:
    index = TimelineIndex(model)
    first = data.draw(st.integers(0, len(index.items)))
    stop = data.draw(st.integers(first, len(index.items)))
    items = index.items[first:stop]
    excerpts = {excerpt.id for item in items for excerpt in item.excerpts}
    excerpts |= {item.value.id for item in items if item.kind is ItemKind.EXCERPT}
    assert index.counts(first, stop) == Counts(
        sum(item.kind is ItemKind.EVENT for item in items),
        len(excerpts),
        sum(item.kind is ItemKind.CITATION for item in items),
    )


@given(models())
def test_everything_is_either_dated_or_undated(model: TimelineModel) -> None:
    index = TimelineIndex(model)
    dated, undated = index.counts(0, len(index.items)), index.undated
    assert dated.events + len(undated.events) == len(model.events)
    assert dated.excerpts + len(undated.excerpts) == len(model.excerpts)
    assert dated.citations + len(undated.citations) == len(model.citations)


@given(models())
def test_places_are_in_the_order_of_time_and_can_be_found_again(model: TimelineModel) -> None:
    index = TimelineIndex(model)
    assert index.days == sorted(index.days)
    for place, item in enumerate(index.items):
        assert index.place(item.kind, item.value.id) == place
        for excerpt in item.excerpts:
            home = index.place(ItemKind.EXCERPT, excerpt.id)
            assert home is not None
            assert excerpt in index.items[home].excerpts


@given(models(), st.integers(-3000, 3000), st.data())
def test_what_reaches_a_day_is_found_without_a_scan(
    model: TimelineModel, day: int, data: st.DataObject
) -> None:
    index = TimelineIndex(model)
    before = data.draw(st.integers(0, len(index.items)))
    assert index.crossing(before, day, 1000) == [
        place
        for place, item in enumerate(index.items[:before])
        if item.kind is ItemKind.EVENT and item.span.last >= day
    ]


@given(models())
def test_events_of_the_same_time_run_in_lanes_of_their_own(model: TimelineModel) -> None:
    events = [item for item in TimelineIndex(model).items if item.kind is ItemKind.EVENT]
    for at, one in enumerate(events):
        for other in events[at + 1 :]:
            if one.lane == other.lane:
                assert one.span.last < other.span.first


def test_an_excerpt_of_two_events_stands_under_both_and_counts_once() -> None:
    model = TimelineModel(
        (TimelineEvent(1, "A", Span(1, 1)), TimelineEvent(2, "B", Span(5, 5))),
        (TimelineExcerpt(9, 1, "1:9", "Both.", (1, 2), span=Span(700, 700)),),
    )
    index = TimelineIndex(model)
    assert [len(item.excerpts) for item in index.items] == [1, 1]
    assert index.entries(0, 2) == 4
    assert index.counts(0, 2) == Counts(events=2, excerpts=1)
    assert index.counts(1, 2) == Counts(events=1, excerpts=1)
    assert index.counts(0, 2).total == 3


def test_an_excerpt_without_a_dated_event_stands_at_its_own_date() -> None:
    model = TimelineModel(
        (TimelineEvent(1, "Undated"),),
        (
            TimelineExcerpt(1, 1, "1:1", "Dated itself.", (1,), span=Span(7, 7)),
            TimelineExcerpt(2, 1, "1:2", "Not dated.", (1,)),
        ),
    )
    index = TimelineIndex(model)
    assert [(item.kind, item.value.id) for item in index.items] == [(ItemKind.EXCERPT, 1)]
    assert [excerpt.id for excerpt in index.undated.excerpts] == [2]


def test_an_empty_timeline_has_nothing_anywhere() -> None:
    index = TimelineIndex(TimelineModel())
    assert (index.items, index.first, index.last, index.lanes) == ([], 0, 0, 1)
    assert index.crossing(0, 0, 10) == []
    assert index.place(ItemKind.EVENT, 1) is None
    assert index.between(-10, 10) == (0, 0)
