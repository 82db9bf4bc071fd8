"""A region stays on its page and keeps its shape, whatever is asked of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Anchor
from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import (
    LEAST,
    check_region,
    describe_region,
    moved,
    quoted,
    sized,
    spanned,
    written,
)

PAGE = Page(3, "iii", 120, 120, 420.0, 595.0)

lengths = st.floats(-900, 900, allow_nan=False, width=32)
points = st.tuples(lengths, lengths)


@st.composite
def boxes(draw: st.DrawFn) -> Rectangle:
    left, top = draw(st.floats(0, 416, width=32)), draw(st.floats(0, 591, width=32))
    right = draw(st.floats(left + LEAST, 420))
    return Rectangle(3, left, top, right, draw(st.floats(top + LEAST, 595)))


def test_a_region_is_told_from_a_passage_by_its_empty_range() -> None:
    box = Rectangle(3, 72, 100.5, 272, 150.5)
    anchor = describe_region(PAGE, box)
    assert (anchor.start, anchor.end, anchor.quote, anchor.page) == (120, 120, "", 3)
    assert anchor.region == box
    assert Anchor(120, 124, "text", page=3, rectangles=(box,)).region is None
    assert Anchor(0, 0, "").region is None


def test_a_region_is_written_with_its_page_and_measures() -> None:
    anchor = describe_region(PAGE, Rectangle(3, 72, 100.5, 272, 150.504))
    assert written(anchor) == quoted(anchor) == "[region p. 3: 72,100.5,200,50]"
    with_words = describe_region(PAGE, Rectangle(3, 72, 100.5, 272, 150.5), "Ration card")
    assert quoted(with_words) == "[region p. 3: 72,100.5,200,50] Ration card"
    assert quoted(Anchor(0, 4, "text")) == "text"


@pytest.mark.parametrize(
    "box",
    [
        Rectangle(4, 0, 0, 10, 10),
        Rectangle(3, -1, 0, 10, 10),
        Rectangle(3, 0, 0, 421, 10),
        Rectangle(3, 0, 0, 10, 596),
        Rectangle(3, 10, 0, 10, 10),
        Rectangle(3, 0, 20, 10, 10),
    ],
)
def test_what_is_not_on_the_page_is_no_region_of_it(box: Rectangle) -> None:
    with pytest.raises(InvalidValueError, match="page"):
        describe_region(PAGE, box)


def test_a_region_of_a_page_that_is_not_there_is_refused() -> None:
    anchor = describe_region(PAGE, Rectangle(3, 0, 0, 10, 10))
    with pytest.raises(InvalidValueError, match="no page 3"):
        check_region(anchor, None)


@given(points, points)
def test_what_is_dragged_out_lies_on_the_page(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    box = spanned(PAGE, one, other)
    assert 0 <= box.left <= box.right <= PAGE.width
    assert 0 <= box.top <= box.bottom <= PAGE.height
    assert box == spanned(PAGE, other, one)


@given(boxes(), lengths, lengths)
def test_a_moved_region_keeps_its_size_and_its_page(box: Rectangle, dx: float, dy: float) -> None:
    there = moved(PAGE, box, dx, dy)
    check_region(describe_region(PAGE, there), PAGE)
    assert there.right - there.left == pytest.approx(box.right - box.left, abs=1e-3)
    assert there.bottom - there.top == pytest.approx(box.bottom - box.top, abs=1e-3)


@given(boxes(), lengths, lengths, lengths, lengths)
def test_a_sized_region_never_turns_over_nor_leaves_its_page(
    box: Rectangle, left: float, top: float, right: float, bottom: float
) -> None:
    one = sized(PAGE, box, left=left, top=top)
    other = sized(PAGE, box, right=right, bottom=bottom)
    for each in (one, other):
        check_region(describe_region(PAGE, each), PAGE)
        assert min(each.right - each.left, each.bottom - each.top) > LEAST - 1e-3
    assert (one.right, one.bottom) == (box.right, box.bottom)
    assert (other.left, other.top) == (box.left, box.top)


@given(boxes())
def test_what_is_written_says_where_the_region_is(box: Rectangle) -> None:
    match = re.fullmatch(r"\[region p\. (\d+): ([\d.,e-]+)\]", written(describe_region(PAGE, box)))
    assert match is not None
    left, top, width, height = map(float, match[2].split(","))
    assert (left, top) == pytest.approx((box.left, box.top), abs=0.006)
    assert (width, height) == pytest.approx((box.right - box.left, box.bottom - box.top), abs=0.006)
