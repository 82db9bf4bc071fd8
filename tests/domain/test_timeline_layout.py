"""The laws of the layout: in time's order, without overlap, and nothing hidden without a count."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.timeline_values import FixedMetrics, models

from archivist.domain.axis import fitting, scaled
from archivist.domain.timeline import Span, TimelineEvent, TimelineExcerpt, TimelineModel
from archivist.domain.timeline_index import ItemKind, TimelineIndex
from archivist.domain.timeline_layout import Layout, Row


def laid_out(
    model: TimelineModel,
    factor: float = 1.0,
    viewport: float = 600,
    pinned: tuple[int, int | None] | None = None,
) -> Layout:
    index = TimelineIndex(model)
    whole = fitting(index.first, index.last, viewport)
    scale = scaled(index.first - 2, index.last + 3, whole.per_day * factor, viewport)
    return Layout(index, scale, FixedMetrics(), pinned=pinned)


def all_rows(layout: Layout) -> list[Row]:
    """Walks from row to row as the keyboard does, which reaches each cell that has something."""
    rows: list[Row] = []
    place = 0
    while place < len(layout.index.items):
        rows.append(layout.row_of(place))
        place = rows[-1].stop
    return rows


def shown_and_hidden(index: TimelineIndex, row: Row) -> tuple[int, int]:
    """Counts a row's entries that can be read in it, and those that only its counts stand for."""
    everything = index.entries(row.first, row.stop)
    shown = 0 if row.is_cluster else 1 + len(row.shown)
    return shown, everything - shown


factors = st.floats(0.01, 1.0) | st.floats(1.0, 100_000)


@settings(deadline=None, max_examples=60)
@given(models(), factors, st.floats(100, 1500))
def test_what_is_shown_and_what_is_counted_are_all_there_is(
    model: TimelineModel, factor: float, viewport: float
) -> None:
    layout = laid_out(model, factor, viewport)
    rows = all_rows(layout)
    places = [place for row in rows for place in range(row.first, row.stop)]
    assert places == list(range(len(layout.index.items)))
    counted = [shown_and_hidden(layout.index, row) for row in rows]
    everything = layout.index.entries(0, len(layout.index.items))
    assert sum(shown + hidden for shown, hidden in counted) == everything
    assert all(shown >= 0 and hidden >= 0 for shown, hidden in counted)


@settings(deadline=None, max_examples=60)
@given(models(), factors, st.floats(220, 1500), st.integers(0, 80))
def test_rows_stand_in_the_order_of_time_and_never_overlap(
    model: TimelineModel, factor: float, viewport: float, chosen: int
) -> None:
    items = TimelineIndex(model).items
    pinned = None
    if chosen < len(items):
        pinned = chosen, 0 if items[chosen].excerpts else None
    layout = laid_out(model, factor, viewport, pinned)
    rows = all_rows(layout)
    assert all(0 <= row.top <= row.top + row.height <= layout.scale.height + 1 for row in rows)
    for above, below in pairwise(rows):
        assert above.top + above.height <= below.top + 1e-3


@settings(deadline=None, max_examples=60)
@given(models(), factors, st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_time_never_runs_backwards_on_the_stretched_axis(
    model: TimelineModel, factor: float, shares: list[float]
) -> None:
    layout = laid_out(model, factor)
    pixels = sorted(share * layout.scale.height for share in shares)
    moments = [layout.day(pixel) for pixel in pixels]
    assert moments == sorted(moments)
    assert layout.y(layout.scale.first) == 0
    assert layout.y(layout.scale.last) == pytest.approx(layout.scale.height)


@settings(deadline=None, max_examples=60)
@given(models(), factors, st.floats(0.05, 0.95))
def test_a_pixel_leads_to_its_moment_and_back(
    model: TimelineModel, factor: float, share: float
) -> None:
    layout = laid_out(model, factor)
    pixel = share * layout.scale.height
    assert layout.y(layout.day(pixel)) == pytest.approx(pixel, abs=0.5)


@settings(deadline=None, max_examples=60)
@given(models(), factors, st.floats(0, 1), st.floats(50, 900))
def test_the_rows_of_a_stretch_are_those_that_touch_it(
    model: TimelineModel, factor: float, share: float, height: float
) -> None:
    layout = laid_out(model, factor)
    top = share * layout.scale.height
    touching = [
        row for row in all_rows(layout) if row.top < top + height and row.top + row.height > top
    ]
    assert list(layout.rows(top, top + height)) == touching


def days_apart(count: int, days: int, excerpts: int = 0) -> TimelineModel:
    return TimelineModel(
        tuple(TimelineEvent(at, f"Event {at}", Span(at * days, at * days)) for at in range(count)),
        tuple(
            TimelineExcerpt(event * 1000 + at, 1, "1:1", "Quote", (event,))
            for event in range(count)
            for at in range(excerpts)
        ),
    )


def test_few_events_are_all_shown_with_their_quotes() -> None:
    rows = all_rows(laid_out(days_apart(4, 30, excerpts=2)))
    assert [row.shown for row in rows] == [(0, 1)] * 4


def test_many_events_become_clusters_that_open_as_one_zooms_in() -> None:
    model = days_apart(400, 1)
    far, near, nearest = (all_rows(laid_out(model, factor)) for factor in (1, 10, 50))
    assert 5 < len(far) < 30
    assert all(row.is_cluster for row in far)
    assert len(far) < len(near) < len(nearest) == 400


def test_what_is_chosen_has_a_row_of_its_own_however_far_away_one_is() -> None:
    model = days_apart(400, 1, excerpts=3)
    layout = laid_out(model, pinned=(123, 2))
    row = layout.row_of(123)
    assert (row.first, row.stop, row.shown) == (123, 124, (2,))


def test_a_bar_stands_beside_all_the_quotes_of_its_event() -> None:
    layout = laid_out(days_apart(3, 100, excerpts=2))
    for row in all_rows(layout):
        event = layout.index.items[row.first].span
        assert layout.y(event.first) == pytest.approx(row.top)
        assert layout.y(event.last + 1) == pytest.approx(row.top + row.height)


def test_a_long_event_is_as_long_as_its_time_where_there_is_room() -> None:
    model = TimelineModel((TimelineEvent(1, "A", Span(0, 0)), TimelineEvent(2, "B", Span(50, 350))))
    layout = laid_out(model)
    row = layout.row_of(1)
    assert layout.y(351) - row.top > 400


def test_far_zoom_asks_only_for_what_is_visible() -> None:
    asked: list[int] = []

    class Watching(FixedMetrics):
        def excerpt_height(self, excerpt: TimelineExcerpt) -> float:
            asked.append(excerpt.id)
            return 50.0

    index = TimelineIndex(days_apart(5000, 3, excerpts=1))
    layout = Layout(index, scaled(-2, 15_003, 20.0, 600), Watching())
    middle = layout.scale.height / 2
    assert list(layout.rows(middle, middle + 600))
    assert len(set(asked)) < 100


def test_nothing_dated_gives_no_rows() -> None:
    layout = laid_out(TimelineModel())
    assert list(layout.rows(0, 600)) == []
    assert layout.index.counts(0, 0).total == 0
    assert layout.index.place(ItemKind.EVENT, 0) is None
