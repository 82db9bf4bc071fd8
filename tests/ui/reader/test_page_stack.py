"""Points of pages and of the screen lead to each other, however the pages are turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import moved, turned
from archivist.ui.reader.page_stack import LEAST_PAGE_ZOOM, Fit, PageStack

sides = st.floats(20, 2000, width=32)
quarters = st.sampled_from([0, 90, 180, 270])
shares = st.floats(0, 1, width=32)


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[Page], PageStack]:
    sizes = draw(st.lists(st.tuples(sides, sides), min_size=1, max_size=5))
    pages = [Page(number, "", 0, 0, *size) for number, size in enumerate(sizes, 1)]
    view = draw(st.tuples(st.floats(200, 3000), st.floats(200, 3000)))
    zoom = draw(st.floats(0.1, 6))
    stack = PageStack(pages, view, zoom, mirrored=draw(st.booleans()), rotation=draw(quarters))
    return pages, stack


@st.composite
def boxes(draw: st.DrawFn) -> tuple[Page, Rectangle]:
    page = Page(1, "", 0, 0, draw(sides), draw(sides))
    left, right = sorted((draw(shares) * page.width, draw(shares) * page.width))
    top, bottom = sorted((draw(shares) * page.height, draw(shares) * page.height))
    return page, Rectangle(1, left, top, right, bottom)


@given(stacks(), shares, shares, st.integers(0, 4))
def test_a_point_of_a_page_comes_back_from_the_stack(
    made: tuple[list[Page], PageStack], across: float, down: float, choice: int
) -> None:
    pages, stack = made
    index = choice % len(pages)
    x, y = across * pages[index].width, down * pages[index].height
    there = stack.point(index, x, y)
    assert list(stack.to_page(there, index)) == pytest.approx([x, y], abs=1e-3)
    assert stack.area(index).adjusted(-0.01, -0.01, 0.01, 0.01).contains(there)


@given(stacks(), st.integers(0, 4))
def test_a_whole_page_fills_its_area(made: tuple[list[Page], PageStack], choice: int) -> None:
    pages, stack = made
    index = choice % len(pages)
    page, area = pages[index], stack.area(index)
    filled = stack.from_page(index, 0, 0, page.width, page.height)
    assert filled.left() == pytest.approx(area.left(), abs=0.01)
    assert filled.top() == pytest.approx(area.top(), abs=0.01)
    assert filled.right() == pytest.approx(area.right(), abs=0.01)
    assert filled.bottom() == pytest.approx(area.bottom(), abs=0.01)


@given(boxes(), quarters)
def test_turning_back_gives_the_rectangle_again(made: tuple[Page, Rectangle], degrees: int) -> None:
    page, box = made
    seen_page, seen = turned(page, box, degrees)
    back_page, back = turned(seen_page, seen, -degrees)
    assert back_page == page
    for side in ("left", "top", "right", "bottom"):
        assert getattr(back, side) == pytest.approx(getattr(box, side), abs=1e-3)
    assert moved(seen_page, seen, 0, 0).left == pytest.approx(seen.left, abs=1e-3)


@given(boxes(), quarters)
def test_a_turned_rectangle_is_where_the_stack_shows_it(
    made: tuple[Page, Rectangle], degrees: int
) -> None:
    page, box = made
    stack = PageStack([page], (800, 600), 1.0, mirrored=False, rotation=degrees)
    _, seen = turned(page, box, degrees)
    area = stack.from_page(0, box.left, box.top, box.right, box.bottom)
    corner = area.topLeft() - stack.area(0).topLeft()
    assert corner.x() == pytest.approx(seen.left * stack.scale, abs=0.01)
    assert corner.y() == pytest.approx(seen.top * stack.scale, abs=0.01)


@given(sides, sides, quarters)
def test_a_fitted_page_is_in_sight_as_a_whole(width: float, height: float, degrees: int) -> None:
    pages, view = [Page(1, "", 0, 0, width, height)], (1200.0, 900.0)
    plain = PageStack(pages, view, 1.0, mirrored=False, rotation=degrees)
    zoom = plain.fitting_zoom(Fit.PAGE, 0)
    area = PageStack(pages, view, zoom, mirrored=False, rotation=degrees).area(0)
    assert (area.right() <= 1200 and area.bottom() <= 900) or zoom == LEAST_PAGE_ZOOM
    assert area.width() > 1000 or area.height() > 800 or zoom == LEAST_PAGE_ZOOM


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_foot_of_a_line_turns_with_it(degrees: int) -> None:
    page = Page(1, "", 0, 0, 300, 400)
    stack = PageStack([page], (800, 600), 0.75, mirrored=False, rotation=degrees)
    strip = stack.foot(stack.from_page(0, 100, 100, 140, 120), 0, 10)
    below = stack.from_page(0, 100, 120, 140, 130)
    assert strip.center().x() == pytest.approx(below.center().x())
    assert strip.center().y() == pytest.approx(below.center().y())
    assert stack.to_page(strip.center(), 0)[1] == pytest.approx(125)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_foot_of_a_line_that_runs_up_its_page_is_at_the_right_there(degrees: int) -> None:
    page = Page(1, "", 0, 0, 300, 400)
    stack = PageStack([page], (800, 600), 0.75, mirrored=False, rotation=degrees)
    strip = stack.foot(stack.from_page(0, 100, 100, 120, 140), 0, 10, turn=270)
    assert stack.to_page(strip.center(), 0) == pytest.approx((125, 120))
