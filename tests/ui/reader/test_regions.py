"""Regions on pages: drawn with the mouse or by keys alone, moved, sized, found by a click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A5
from tests.ui.reader.views import click, drag, highlight, move, point_at, span

from archivist.domain.reading import Page, ReadDocument, Rectangle
from archivist.ui.reader import PageService, Reader
from archivist.ui.reader.model import Highlight, ReaderModel, Stripe
from archivist.ui.reader.page_stack import Fit
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.region_painter import area_of
from archivist.ui.reader.tone import Tone

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
BOX = Rectangle(1, 60, 300, 260, 400)
WORDS = Rectangle(1, 45, 60, 150, 105)


def region(number: int, box: Rectangle = BOX, *events: str) -> Highlight:
    stripes = tuple(Stripe("#0f766e", event) for event in events)
    return Highlight(number, 0, 0, (box,), stripes, tooltip=f"1:{number}", words="[region, p. 1]")


def seen(view: PageView, x: float, y: float, page: int = 1) -> QPoint:
    """Gives the viewport's point of a point (in points) of a page."""
    corner = view.in_sight().topLeft()
    return (view.stack().point(page - 1, x, y) - corner).toPoint()


def corners(view: PageView, box: Rectangle) -> tuple[QPoint, QPoint]:
    return seen(view, box.left, box.top, box.page), seen(view, box.right, box.bottom, box.page)


def is_near(box: Rectangle | None, other: Rectangle) -> bool:
    """Says whether two rectangles are the same but for a pixel."""
    sides = ("left", "top", "right", "bottom")
    return box is not None and all(
        getattr(box, side) == pytest.approx(getattr(other, side), abs=1.2) for side in sides
    )


def drag_out(view: PageView, box: Rectangle) -> None:
    drag(view, list(corners(view, box)), SHIFT)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_dragging_with_shift_draws_a_region_that_h_wishes_to_highlight(
    qtbot: QtBot, reader: Reader, view: PageView, degrees: int
) -> None:
    view.set_fit(Fit.PAGE)
    view.set_rotation(degrees)
    drag_out(view, BOX)
    assert is_near(reader.pages.region(), BOX)
    assert reader.selection() is None
    with qtbot.waitSignal(reader.highlight_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_H)
    assert told.args == [0, 0, (reader.pages.region(),)]


def test_a_press_with_shift_that_does_not_move_still_extends_the_selection(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, end = span("the road was open", read.text)
    click(view, point_at(view, start))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, point_at(view, end - 1, after=True))
    assert reader.selection() == (start, end)
    assert reader.pages.region() is None


def test_a_region_is_made_by_keys_alone(qtbot: QtBot, reader: Reader, view: PageView) -> None:
    assert reader.pages.begin_region()
    first = reader.pages.region()
    assert first is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    wanted = Rectangle(1, first.left + 6, first.top + 1, first.right + 12, first.bottom - 5)
    assert is_near(reader.pages.region(), wanted)
    with qtbot.waitSignal(reader.highlight_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args is not None
    assert is_near(told.args[2][0], wanted)


def test_arrows_move_a_region_as_its_page_is_seen(reader: Reader, view: PageView) -> None:
    view.set_rotation(90)
    reader.pages.begin_region()
    before = reader.pages.region()
    assert before is not None
    QTest.keyClick(view, Qt.Key.Key_Right)  # what is right on the screen is up on the page
    now = reader.pages.region()
    assert now is not None
    assert now.top == pytest.approx(before.top - 6)
    assert now.left == pytest.approx(before.left)


def test_escape_takes_back_one_thing_at_a_time(reader: Reader, view: PageView) -> None:
    reader.pages.begin_region()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert reader.pages.region() is None
    drag_out(view, BOX)
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, seen(view, 160, 350))
    QTest.mouseMove(viewport, seen(view, 200, 350))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert is_near(reader.pages.region(), BOX)
    QTest.mouseRelease(viewport, LEFT, NONE, seen(view, 200, 350))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert reader.pages.region() is None


def test_a_region_and_a_selection_are_not_there_at_the_same_time(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, end = span("the road was open", read.text)
    reader.select(start, end)
    drag_out(view, BOX)
    assert reader.selection() is None
    drag(view, [point_at(view, start), point_at(view, end - 1, after=True)])
    assert reader.selection() == (start, end)
    assert reader.pages.region() is None


def test_what_is_drawn_stays_on_its_page(reader: Reader, view: PageView) -> None:
    drag(view, [seen(view, 300, 300), seen(view, 900, 360)], SHIFT)
    box = reader.pages.region()
    assert box is not None
    assert box.page == 1
    assert box.right == pytest.approx(A5[0])


def test_a_click_chooses_a_region_and_its_handles_size_it(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    reader.set_annotations([region(3), region(4, Rectangle(1, 100, 320, 140, 350))])
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, seen(view, 120, 330))
    assert told.args == [4]  # the smaller of the two
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, seen(view, 230, 380))
    assert told.args == [3]
    reader.choose_excerpt(3)
    with qtbot.waitSignal(reader.pages.region_change_requested) as told:
        drag(view, [seen(view, BOX.right, BOX.bottom), seen(view, 300, 440)])
    assert told.args is not None
    assert told.args[0] == 3
    assert is_near(told.args[1], Rectangle(1, 60, 300, 300, 440))


def test_the_outline_moves_a_chosen_region(qtbot: QtBot, reader: Reader, view: PageView) -> None:
    reader.set_annotations([region(3)])
    reader.choose_excerpt(3)
    start = seen(view, 90, BOX.top)
    with qtbot.waitSignal(reader.pages.region_change_requested) as told:
        drag(view, [start, start + QPoint(0, 30)])
    assert told.args is not None
    by = 30 / view.stack().scale
    wanted = Rectangle(1, BOX.left, BOX.top + by, BOX.right, BOX.bottom + by)
    assert is_near(told.args[1], wanted)


def test_the_chosen_region_is_adjusted_by_keys_until_enter(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    reader.set_annotations([region(3)])
    assert not reader.pages.adjust_region()
    reader.choose_excerpt(3)
    assert reader.pages.adjust_region()
    assert reader.pages.region() is None  # nothing new is being made
    QTest.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(reader.pages.region_change_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [3, Rectangle(1, 54, 300, 254, 400)]
    reader.pages.adjust_region()
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(reader.pages.region_change_requested):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_text_in_front_of_a_region_is_clicked_first(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    passage = highlight(5, "the road was", read.text)
    reader.set_annotations([region(3, Rectangle(1, 40, 50, 400, 300)), passage])
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, point_at(view, passage.start + 1))
    assert told.args == [5]
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, point_at(view, span("Page 1 line 3", read.text)[0]))
    assert told.args == [3]


def test_a_region_has_its_stripe_beside_those_of_the_text(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    passage = highlight(5, "the road was", read.text, "Evacuation")
    beside = region(3, Rectangle(1, 40, 50, 400, 300), "Evacuation", "Blockade")
    reader.set_annotations([beside, passage])
    view.viewport().grab()
    left = view.stack().area(0).left() - view.in_sight().left()
    y = view.range_area(passage.start, passage.end).center().y()
    found = {
        (stripe.highlight.excerpt_id, stripe.stripe.label)
        for x in range(round(left) - 60, round(left))
        if (stripe := view.stripe_at(QPoint(x, y).toPointF())) is not None
    }
    assert found == {(5, "Evacuation"), (3, "Evacuation"), (3, "Blockade")}


def test_a_region_is_painted_where_it_is(reader: Reader, view: PageView) -> None:
    before = view.viewport().grab().toImage()
    reader.set_annotations([region(3)])
    after = view.viewport().grab().toImage()
    inside, outside = seen(view, 160, 350), seen(view, 160, 420)
    assert before.pixelColor(inside) != after.pixelColor(inside)
    assert before.pixelColor(outside) == after.pixelColor(outside)


def test_the_chosen_region_is_gone_to_on_its_page_and_from_the_text(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    far = Rectangle(9, 60, 300, 260, 400)
    reader.set_annotations([Highlight(3, 0, 0, (far,))])
    reader.choose_excerpt(3)
    assert view.page_index() == 8
    assert not view.region_area(far).isEmpty()
    reader.switch_view()
    reader.choose_excerpt(3)
    assert view.isVisible()


def test_words_of_a_region_are_those_whose_middle_is_in_it(reader: Reader, view: PageView) -> None:
    assert view.words_in(WORDS) == "Page 1 line 0: the road\nPage 1 line 1: the road"
    assert view.words_in(Rectangle(1, 60, 400, 260, 500)) == ""


def test_the_picture_of_a_region_is_what_is_seen_in_it(reader: Reader, view: PageView) -> None:
    picture = view.picture_of(WORDS)
    assert picture is not None
    size = area_of(view.stack(), WORDS).size()
    assert picture.width() == pytest.approx(size.width(), abs=2)
    view.set_rotation(90)
    turned = view.picture_of(WORDS)
    assert turned is not None
    assert abs(turned.width() - picture.height()) <= 2
    assert turned.pixelColor(1, 1).lightness() > 245
    view.set_tone(Tone(inverted=True))
    inverted = view.picture_of(WORDS)
    assert inverted is not None
    assert inverted.pixelColor(1, 1).lightness() < 10


def test_a_drawn_region_is_copied_as_a_picture(reader: Reader, view: PageView) -> None:
    drag_out(view, WORDS)
    reader.selecting.copy()
    assert QGuiApplication.clipboard().image().width() > 50


def test_without_pages_there_is_no_region(reader: Reader) -> None:
    reader.set_page_source(None)
    assert not reader.pages.begin_region()
    assert not reader.pages.adjust_region()
    assert reader.pages.region() is None


@pytest.fixture
def scan(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """A reader on a scan, whose page has no text."""
    file = tmp_path / "scan.png"
    Image.new("L", (420, 595), 220).save(file, dpi=(72, 72))
    made = Reader()
    qtbot.addWidget(made)
    made.resize(760, 800)
    made.set_document(ReaderModel(1, "Scan", "", "png", pages=(Page(1, "1", 0, 0, 420, 595),)))
    service = PageService(file, parent=made)
    made.set_page_source(service)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    yield made
    service.close()


def test_where_there_is_no_text_a_plain_drag_draws_and_a_click_chooses(
    qtbot: QtBot, scan: Reader
) -> None:
    view = scan.page_view
    assert view is not None
    drag(view, list(corners(view, BOX)))
    assert is_near(scan.pages.region(), BOX)
    click(view, seen(view, 30, 30))
    assert scan.pages.region() is None
    scan.set_annotations([region(3)])
    with qtbot.waitSignal(scan.excerpt_clicked) as told:
        click(view, seen(view, 160, 350))
    assert told.args == [3]


def test_a_drag_that_rests_at_the_edge_goes_on_scrolling(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    reader.resize(760, 300)
    viewport, bar = view.viewport(), view.verticalScrollBar()
    start = QPoint(viewport.width() // 2, viewport.height() // 2)
    edge = QPoint(start.x() + 60, viewport.height() - 2)
    QTest.mousePress(viewport, LEFT, SHIFT, start)
    move(viewport, edge)
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before + 40)
    QTest.mouseRelease(viewport, LEFT, SHIFT, edge)
    box = reader.pages.region()
    assert box is not None
    assert (box.bottom - box.top) * view.stack().scale > edge.y() - start.y() + 40
    rested = bar.value()
    QTest.qWait(80)
    assert bar.value() == rested
