"""Pulling a region at its handles, however its page is turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import check_region, describe_region, turned
from archivist.ui.reader.region_handles import Grip, grip_at, handle_points, pulled, way_seen

PAGE = Page(1, "1", 0, 0, 400, 600)
BOX = Rectangle(1, 100, 200, 180, 260)
ways = st.tuples(st.floats(-900, 900, width=32), st.floats(-900, 900, width=32))
sides = st.integers(-1, 1)
quarters = st.sampled_from([0, 90, 180, 270])


@given(st.builds(Grip, sides, sides), ways, quarters)
def test_a_pulled_region_stays_on_its_page(
    grip: Grip, way: tuple[float, float], degrees: int
) -> None:
    box = pulled(PAGE, BOX, grip, way, degrees)
    check_region(describe_region(PAGE, box), PAGE)


@given(quarters, st.floats(-50, 50), st.floats(-50, 50))
def test_what_moves_right_on_the_screen_moves_right_on_the_screen(
    degrees: int, dx: float, dy: float
) -> None:
    before = turned(PAGE, BOX, degrees)[1]
    after = turned(PAGE, pulled(PAGE, BOX, Grip(), (dx, dy), degrees), degrees)[1]
    assert after.left - before.left == pytest.approx(dx, abs=1e-6)
    assert after.top - before.top == pytest.approx(dy, abs=1e-6)
    points = (BOX.left, BOX.top), (BOX.left + 3, BOX.top + 7)
    there = way_seen(PAGE, *points, degrees)
    assert sorted(map(abs, there)) == pytest.approx([3, 7])


def test_each_handle_pulls_its_own_sides() -> None:
    area = QRectF(100, 200, 80, 60)
    for point in handle_points(area):
        grip = grip_at(area, point, inside=False)
        assert grip is not None
        assert not grip.moves
        box = pulled(PAGE, BOX, grip, (10, 10), 0)
        assert (box.left == 110) == (grip.across < 0)
        assert (box.right == 190) == (grip.across > 0)
        assert (box.top == 210) == (grip.down < 0)
        assert (box.bottom == 270) == (grip.down > 0)


def test_the_outline_moves_and_the_inside_only_where_it_may() -> None:
    area = QRectF(100, 200, 80, 60)
    assert grip_at(area, QPointF(120, 201), inside=False) == Grip()
    assert grip_at(area, QPointF(125, 240), inside=False) is None
    assert grip_at(area, QPointF(125, 240), inside=True) == Grip()
    assert grip_at(area, QPointF(300, 240), inside=True) is None
