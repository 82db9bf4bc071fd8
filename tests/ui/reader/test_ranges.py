from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from archivist.ui.reader.heights import Heights
from archivist.ui.reader.ranges import Ranges


@dataclass(frozen=True)
class Span:
    start: int
    end: int


spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)
)


@given(st.lists(spans, max_size=40), st.integers(0, 80), st.integers(1, 30))
def test_overlapping_gives_just_the_ranges_that_share_a_character(
    items: list[Span], start: int, length: int
) -> None:
    found = Ranges(items).overlapping(start, start + length)
    expected = [item for item in items if item.start < start + length and item.end > start]
    assert sorted(found, key=lambda span: (span.start, -span.end)) == found
    assert sorted(found, key=id) == sorted(expected, key=id)


@given(
    st.lists(st.integers(1, 50), min_size=1, max_size=1500),
    st.lists(st.tuples(st.integers(0, 1499), st.integers(1, 90)), max_size=5),
    st.integers(0, 4000),
)
def test_rows_are_found_at_their_heights_after_any_changes(
    rows: list[int], changes: list[tuple[int, int]], y: int
) -> None:
    heights = Heights(rows)
    for row, height in changes:
        heights.replace(row % len(rows), height)
        rows[row % len(rows)] = height
    assert heights.total == sum(rows)
    row = heights.row_at(y)
    assert heights.top(row) == sum(rows[:row])
    assert heights.top(row) <= y or row == 0
    assert y < heights.top(row) + rows[row] or row == len(rows) - 1
