"""The axis under mouse and keys, as a person works with it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.timeline.conftest import Shown
from tests.ui.timeline.timeline_values import (
    BLOCKADE,
    OFFENSIVE,
    SMALL,
    VISIT,
    crowded_day,
    large,
)

from archivist.domain.timeline import TimelineModel
from archivist.domain.timeline_index import ItemKind
from archivist.ui.timeline import EXCERPT_MIME, Timeline
from archivist.ui.timeline.axis_view import AxisView
from archivist.ui.timeline.things_list import ThingsList


def point_of(axis: AxisView, kind: str, id_: int) -> QPoint:
    """Gives a point within a thing's block, on screen."""
    placed = next(
        one for one in axis.frame_now().placed if (one.target.kind, one.target.id) == (kind, id_)
    )
    return axis.geometry_now().mirrored(placed.rect).topLeft() + QPoint(14, 9)


def piece_point(axis: AxisView, inside: tuple[str, int], target: tuple[str, int]) -> QPoint:
    """Gives the middle of a chip within a block."""
    placed = next(
        one for one in axis.frame_now().placed if (one.target.kind, one.target.id) == inside
    )
    piece = next(one for one in placed.block.pieces if one.target == target)
    rect = piece.rect.translated(placed.rect.topLeft())
    return axis.geometry_now().mirrored(rect).center()


def turn(axis: AxisView, notches: int, *, y: int = 100, ctrl: bool = False) -> None:
    at, inverted = QPointF(50, y), False
    event = QWheelEvent(
        at,
        axis.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    QApplication.sendEvent(axis.viewport(), event)


def focused(axis: AxisView) -> tuple[str, int]:
    target = axis.focus_target()
    assert target is not None
    return target.kind, target.id


def drop(axis: AxisView, excerpt_id: int, point: QPoint) -> QDropEvent:
    data = QMimeData()
    data.setData(EXCERPT_MIME, str(excerpt_id).encode())
    action, left, no = (
        Qt.DropAction.LinkAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (
        QDragEnterEvent(point, action, data, left, no),
        QDragMoveEvent(point, action, data, left, no),
    ):
        QApplication.sendEvent(axis.viewport(), event)
    dropped = QDropEvent(QPointF(point), action, data, left, no)
    QApplication.sendEvent(axis.viewport(), dropped)
    return dropped


def test_a_click_on_a_quote_chooses_it_and_asks_for_the_passage(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    with (
        qtbot.waitSignal(timeline.excerpt_chosen) as chosen,
        qtbot.waitSignal(timeline.passage_requested) as passage,
    ):
        QTest.mouseClick(
            timeline.axis.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(timeline.axis, "excerpt", 12),
        )
    assert chosen.args == passage.args == [12]


@pytest.mark.parametrize(("kind", "id_"), [("event", OFFENSIVE), ("citation", 70)])
def test_a_click_on_an_event_or_a_citation_chooses_it(
    qtbot: QtBot, shown: Shown, kind: str, id_: int
) -> None:
    timeline = shown(SMALL)
    signal = timeline.event_chosen if kind == "event" else timeline.citation_chosen
    with qtbot.waitSignal(signal) as chosen:
        QTest.mouseClick(
            timeline.axis.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(timeline.axis, kind, id_),
        )
    assert chosen.args == [id_]


def test_a_click_on_a_citation_chip_of_a_quote_chooses_the_citation(
    qtbot: QtBot, shown: Shown
) -> None:
    timeline = shown(SMALL)
    point = piece_point(timeline.axis, ("excerpt", 12), ("citation", 70))
    with qtbot.waitSignal(timeline.citation_chosen) as chosen:
        QTest.mouseClick(timeline.axis.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == [70]


def test_ctrl_and_wheel_zoom_about_the_pointer(shown: Shown) -> None:
    axis = shown(large(3000)).axis
    for _ in range(4):
        moment = axis.layout_now().day(axis._top + 200)
        before = axis.per_day
        turn(axis, 1, y=200, ctrl=True)
        assert axis.per_day == pytest.approx(before * 1.25)
        assert axis.layout_now().y(moment) - axis._top == pytest.approx(200, abs=1)
    turn(axis, -4, y=200, ctrl=True)
    assert axis.per_day == pytest.approx(before * 1.25 / 1.25**4)


def test_a_pinch_zooms_about_its_middle(shown: Shown) -> None:
    axis = shown(large(3000)).axis
    moment, before = axis.layout_now().day(200), axis.per_day
    at = QPointF(50, 200)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        axis.viewport().mapToGlobal(at),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(axis.viewport(), pinch)
    assert axis.per_day == pytest.approx(before * 1.5)
    assert axis.layout_now().y(moment) - axis._top == pytest.approx(200, abs=1)


def test_the_wheel_and_the_scrollbar_move_through_time(shown: Shown) -> None:
    axis = shown(large(3000)).axis
    axis.zoom(30, 0)
    first, _ = axis.visible_days()
    turn(axis, -3)
    assert axis.visible_days()[0] > first
    bar = axis.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert axis.visible_days()[1] == pytest.approx(axis.layout_now().scale.last)
    turn(axis, -3)
    assert bar.value() == bar.maximum()


def test_zoom_stops_at_three_days_and_at_four_thousand_years(shown: Shown) -> None:
    axis = shown(SMALL).axis
    height = axis.viewport().height()
    for _ in range(60):
        turn(axis, 1, ctrl=True)
    assert height / axis.per_day == pytest.approx(3)
    for _ in range(120):
        turn(axis, -1, ctrl=True)
    assert height / axis.per_day == pytest.approx(4000 * 365.2425)


def test_dragging_empty_ground_pans(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(large(3000)).axis
    axis.zoom(30, 300)
    top = axis._top
    viewport = axis.viewport()
    start = QPoint(3, 300)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start - QPoint(0, step * 20))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 100))
    assert axis._top == pytest.approx(top + 100)


def test_a_double_click_on_a_cluster_opens_it(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(large(3000)).axis
    cluster = axis.frame_now().placed[2]
    assert cluster.target.kind == "cluster"
    inside = axis.layout_now().row_of(cluster.target.place)
    QTest.mouseDClick(
        axis.viewport(), Qt.MouseButton.LeftButton, pos=cluster.rect.topLeft() + QPoint(9, 9)
    )
    after = axis.layout_now().row_of(inside.first)
    assert after.stop < inside.stop
    first, last = axis.visible_days()
    assert first < inside.first
    assert last > inside.stop - 1


def test_a_cluster_of_one_day_opens_as_a_list(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(crowded_day(500))
    axis = timeline.axis
    axis.setFocus()
    for _ in range(40):
        turn(axis, 1, ctrl=True, y=axis.viewport().height() // 2)
    cluster = next(one for one in axis.frame_now().placed if one.target.kind == "cluster")
    row = axis.layout_now().row_of(cluster.target.place)
    QTest.mouseDClick(
        axis.viewport(), Qt.MouseButton.LeftButton, pos=cluster.rect.topLeft() + QPoint(9, 9)
    )
    popup = QApplication.activePopupWidget()
    assert popup is not None
    listed = popup.findChild(ThingsList)
    assert listed is not None
    assert len(listed.lines.things) == row.stop - row.first
    with qtbot.waitSignal(timeline.event_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Space)
    assert chosen.args == [row.first]
    popup.close()


def test_up_and_down_walk_through_everything_in_the_order_of_time(
    qtbot: QtBot, shown: Shown
) -> None:
    axis = shown(SMALL).axis
    axis.setFocus()
    walked = [focused(axis)]
    for _ in range(6):
        QTest.keyClick(axis, Qt.Key.Key_Down)
        walked.append(focused(axis))
    assert walked == [
        ("event", BLOCKADE),
        ("excerpt", 11),
        ("event", OFFENSIVE),
        ("excerpt", 12),
        ("citation", 70),
        ("event", VISIT),
        ("excerpt", 13),
    ]
    QTest.keyClick(axis, Qt.Key.Key_Down)
    assert focused(axis) == ("excerpt", 13)
    QTest.keyClick(axis, Qt.Key.Key_Home)
    assert focused(axis) == ("event", BLOCKADE)
    QTest.keyClick(axis, Qt.Key.Key_End)
    QTest.keyClick(axis, Qt.Key.Key_Up)
    assert focused(axis) == ("event", VISIT)


def test_walking_down_a_long_timeline_scrolls_along(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(large(3000)).axis
    axis.zoom(400, 0)
    axis.setFocus()
    for _ in range(40):
        QTest.keyClick(axis, Qt.Key.Key_Down)
        target = axis.focus_target()
        assert any(placed.target == target for placed in axis.frame_now().placed)
    assert target is not None
    assert target.place > 10


def test_enter_on_a_quote_asks_for_the_passage(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.axis.setFocus()
    QTest.keyClick(timeline.axis, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.passage_requested) as passage:
        QTest.keyClick(timeline.axis, Qt.Key.Key_Return)
    assert passage.args == [11]


def test_right_opens_a_cluster_and_left_closes_it(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(large(3000)).axis
    axis.setFocus()
    before = axis.layout_now().row_of(0)
    QTest.keyClick(axis, Qt.Key.Key_Right)
    assert axis.layout_now().row_of(0).stop < before.stop
    near = axis.per_day
    QTest.keyClick(axis, Qt.Key.Key_Left)
    assert axis.per_day < near


def test_plus_minus_and_nought_zoom(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(SMALL).axis
    axis.setFocus()
    fitting = axis.per_day
    QTest.keyClick(axis, Qt.Key.Key_Plus)
    assert axis.per_day == pytest.approx(fitting * 1.6)
    QTest.keyClick(axis, Qt.Key.Key_Minus)
    QTest.keyClick(axis, Qt.Key.Key_Minus)
    assert axis.per_day == pytest.approx(fitting / 1.6)
    QTest.keyClick(axis, Qt.Key.Key_0)
    assert axis.per_day == pytest.approx(fitting)


def test_l_links_the_chosen_excerpt_to_the_focused_citation(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.choose("excerpt", 12)
    timeline.axis.setFocus()
    QTest.keyClick(timeline.axis, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.link_requested) as linked:
        QTest.keyClick(timeline.axis, Qt.Key.Key_L)
    assert linked.args == [12, "citation", 70]


def test_l_without_a_chosen_excerpt_says_what_to_do(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.axis.setFocus()
    with qtbot.assertNotEmitted(timeline.link_requested):
        QTest.keyClick(timeline.axis, Qt.Key.Key_L)
    assert "Choose an excerpt first" in timeline.axis.accessibleName()


@pytest.mark.parametrize(
    ("onto", "linked"),
    [
        (("event", VISIT), ("event", VISIT)),
        (("citation", 70), ("citation", 70)),
        (("excerpt", 13), ("event", VISIT)),
    ],
)
def test_an_excerpt_is_linked_to_what_it_is_dropped_on(
    qtbot: QtBot, shown: Shown, onto: tuple[str, int], linked: tuple[str, int]
) -> None:
    timeline = shown(SMALL)
    with qtbot.waitSignal(timeline.excerpt_dropped_on) as dropped:
        event = drop(timeline.axis, 11, point_of(timeline.axis, *onto))
    assert event.isAccepted()
    assert dropped.args == [11, *linked]


def test_an_excerpt_dropped_on_a_chip_is_linked_to_its_citation(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    point = piece_point(timeline.axis, ("excerpt", 12), ("citation", 70))
    with qtbot.waitSignal(timeline.excerpt_dropped_on) as dropped:
        drop(timeline.axis, 11, point)
    assert dropped.args == [11, "citation", 70]


def test_a_drop_beside_everything_links_nothing(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    with qtbot.assertNotEmitted(timeline.excerpt_dropped_on):
        drop(timeline.axis, 11, QPoint(4, 4))


def test_the_keyboards_place_is_told_to_screen_readers(qtbot: QtBot, shown: Shown) -> None:
    axis = shown(SMALL).axis
    axis.setFocus()
    QTest.keyClick(axis, Qt.Key.Key_Down)
    QTest.keyClick(axis, Qt.Key.Key_Down)
    assert "Event Offensive, 19–20 September 2023, 1 excerpt, figures conflict" in (
        axis.accessibleName()
    )
    QTest.keyClick(axis, Qt.Key.Key_Down)
    assert "Excerpt 1:12: “Shelling began.”, Red Cross · reports, cites 70" in axis.accessibleName()


def test_a_shortened_name_is_whole_in_its_tooltip(qtbot: QtBot, shown: Shown) -> None:
    long_name = "The very long name of an event " * 6
    events = (SMALL.events[1].__class__(1, long_name, SMALL.events[1].span),)
    axis = shown(TimelineModel(events)).axis
    assert axis.tooltip_at(point_of(axis, "event", 1)) == long_name


def test_everything_mirrors_from_right_to_left(qtbot: QtBot, shown: Shown) -> None:
    timeline: Timeline = shown(SMALL)
    timeline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    axis = timeline.axis
    point = point_of(axis, "event", OFFENSIVE)
    mirrored = axis.geometry_now().mirrored(axis.frame_now().placed[0].rect)
    assert mirrored.right() < axis.viewport().width() * 0.85
    placed, named = axis.placed_at(QPoint(mirrored.right() - 5, mirrored.y() + 5))
    assert placed is not None
    assert named == ("event", BLOCKADE)
    assert axis.placed_at(point)[1] == ("event", OFFENSIVE)
    axis.setFocus()
    before = axis.per_day
    QTest.keyClick(axis, Qt.Key.Key_Right)
    assert axis.per_day < before


@pytest.mark.parametrize("width", [300, 420])
@pytest.mark.parametrize("points", [9, 14])
def test_nothing_is_clipped_at_any_width_and_size(shown: Shown, width: int, points: int) -> None:
    timeline = shown(SMALL)
    font = timeline.font()
    font.setPointSize(points)
    timeline.setFont(font)
    timeline.resize(width, 720)
    axis = timeline.axis
    assert axis.viewport().width() == width
    for placed in axis.frame_now().placed:
        assert placed.rect.right() < width
        for piece in placed.block.pieces:
            assert piece.rect.right() <= placed.rect.width()
            assert piece.rect.bottom() <= placed.rect.height()


def test_choosing_brings_a_thing_into_view_in_a_row_of_its_own(shown: Shown) -> None:
    timeline = shown(large(3000))
    axis = timeline.axis
    axis.zoom(40, 0)
    timeline.choose("excerpt", 2 * 2500 + 1)
    target = axis.focus_target()
    assert target is not None
    assert (target.kind, target.id) == ("excerpt", 5001)
    placed = next(one for one in axis.frame_now().placed if one.target == target)
    assert 0 <= placed.rect.top() <= placed.rect.bottom() <= axis.viewport().height()
    assert axis.chosen == (ItemKind.EXCERPT, 5001)
