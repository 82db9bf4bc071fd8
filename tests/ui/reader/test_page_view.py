from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A5
from tests.ui.reader.conftest import PAGES
from tests.ui.reader.views import click, drag, highlight, markers, point_at, span

from archivist.domain.reading import Page, ReadDocument, Rectangle
from archivist.ui.reader import PageService, Reader
from archivist.ui.reader.header import Header
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_numbers import PageNumbers
from archivist.ui.reader.page_view import PageView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def selected_rectangles(reader: Reader) -> tuple[Rectangle, ...]:
    selected = reader.selecting.selected()
    return () if selected is None else selected[2]


def test_a_page_stands_there_as_the_file_draws_it(reader: Reader, view: PageView) -> None:
    picture = view.grab().toImage()
    area = view.stack().area(0)
    inked = {
        picture.pixelColor(x, y).lightness() < 100
        for x in range(round(area.left()) + 60, round(area.right()) - 60)
        for y in range(round(area.top()) + 90, round(area.top()) + 140)
    }
    assert inked == {True, False}


def test_dragging_over_words_selects_them_with_their_rectangles(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, end = span("the road was open", read.text)
    drag(view, [point_at(view, start), point_at(view, end - 1, after=True)])
    assert reader.selection() == (start, end)
    with qtbot.waitSignal(reader.highlight_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_H)
    assert told.args is not None
    assert told.args[:2] == [start, end]
    (rectangle,) = told.args[2]
    assert rectangle.page == 1
    assert 50 < rectangle.left < rectangle.right < A5[0]
    # reportlab counts from the page's bottom: the baseline is at 520 of 595 points.
    assert rectangle.top < A5[1] - 520 < rectangle.bottom + 1


def test_a_selection_over_lines_has_a_rectangle_for_each(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, _ = span("line 2", read.text)
    _, end = span("line 4", read.text)
    drag(view, [point_at(view, start), point_at(view, end - 1, after=True)])
    rectangles = selected_rectangles(reader)
    assert len(rectangles) == 3
    assert [each.top for each in rectangles] == sorted(each.top for each in rectangles)


def test_double_click_selects_a_word_and_a_third_click_the_line(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    point = point_at(view, span("evening", read.text)[0] + 2)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point)
    assert reader.selection() == span("evening", read.text)
    QTest.mousePress(view.viewport(), LEFT, NONE, point)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)
    assert reader.selection() == span(read.text.split("\n")[0], read.text)


def test_keys_extend_the_selection_and_copy_the_documents_text(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, _ = span("road", read.text)
    reader.select(start, start)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert reader.selection() == (start, start + 1)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert reader.selection() == (start, start + 4)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "road"
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    selected = reader.selection()
    assert selected is not None
    assert "line 1" in read.text[slice(*selected)]
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    page = read.pages[0]
    assert reader.selection() == (page.start, page.end)


def test_markers_and_excerpts_on_a_page_can_be_clicked_and_resized(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    found = markers(read.text)
    excerpt = highlight(5, "the road was", read.text, "Evacuation")
    reader.set_annotations([excerpt], found)
    with qtbot.waitSignal(reader.marker_clicked) as told:
        click(view, point_at(view, found[0].start + 1))
    assert told.args == [found[0]]
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, point_at(view, excerpt.start + 1))
    assert told.args == [5]
    reader.choose_excerpt(5)
    handles = view.handle_points()
    assert handles is not None
    further = span("the road was open", read.text)[1]
    with qtbot.waitSignal(reader.excerpt_resize_requested) as told:
        drag(view, [handles[1].toPoint(), point_at(view, further - 1, after=True)])
    assert told.args == [5, excerpt.start, further]


def test_going_to_a_page_shows_it_and_says_so(qtbot: QtBot, reader: Reader, view: PageView) -> None:
    header = reader.findChild(Header)
    assert isinstance(header, Header)
    header.page_requested.emit(9)
    assert view.page_index() == 8
    assert header.line().startswith(f"PDF · 9 of {PAGES}")


def test_a_passage_far_away_is_shown_as_soon_as_its_page_is_known(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    words = span("Page 11 line 7", read.text)
    reader.show_range(*words)
    qtbot.waitUntil(lambda: not view.range_area(*words).isEmpty(), timeout=10_000)


def test_finding_goes_through_the_pages(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    reader.find_words()
    field = reader.findChild(QLineEdit, "findField")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Page 7 line 3")
    words = span("Page 7 line 3", read.text)
    qtbot.waitUntil(lambda: not view.range_area(*words).isEmpty(), timeout=10_000)
    assert view.page_index() in {5, 6}


def test_zoom_and_fit_change_how_large_pages_are(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    header = reader.findChild(Header)
    assert isinstance(header, Header)
    header.fit_chosen.emit("page")
    assert view.stack().area(0).height() <= view.viewport().height()
    fitted = view.zoom()
    reader.zoom_in()
    assert view.zoom() == pytest.approx(fitted * 1.1)
    header.fit_chosen.emit("width")
    assert view.stack().area(0).right() <= view.viewport().width()
    reader.resize(1100, 800)
    qtbot.waitUntil(lambda: view.stack().area(0).width() > 900)
    header.fit_chosen.emit("")
    assert view.zoom() == 1.0


def test_the_selection_survives_the_switch_between_pages_and_text(
    qtbot: QtBot, reader: Reader, view: PageView, read: ReadDocument
) -> None:
    words = span("Page 3 line 5", read.text)
    reader.select(*words)
    reader.switch_view()
    assert reader.text_view.isVisible()
    assert reader.selection() == words
    assert reader.passage_rectangle(*words) is not None
    qtbot.waitUntil(lambda: selected_rectangles(reader) != (), timeout=10_000)
    reader.switch_view()
    assert view.isVisible()
    assert reader.selection() == words


def test_the_place_among_pages_comes_back(reader: Reader, view: PageView) -> None:
    view.go_to_page(6)
    reader.zoom_in()
    state = reader.view_state()
    view.go_to_page(0)
    reader.zoom_reset()
    reader.restore_view_state(state)
    assert reader.view_state()["page"] == state["page"]
    assert view.zoom() == state["page_zoom"]


def test_a_place_told_before_the_view_has_its_size_is_kept(
    qtbot: QtBot, report: Path, read: ReadDocument
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader()
    QVBoxLayout(window).addWidget(reader)
    reader.set_document(ReaderModel(1, "", read.text, "pdf", pages=read.pages))
    service = PageService(report, parent=reader)
    reader.set_page_source(service)
    reader.restore_view_state({"page": 5, "page_share": 0.25, "fit": "width"})
    window.resize(900, 640)
    window.show()
    qtbot.waitExposed(window)
    state = reader.view_state()
    assert state["page"] == 5
    assert state["page_share"] == pytest.approx(0.25, abs=0.01)
    service.close()


def test_a_page_whose_text_is_not_the_archives_cannot_be_selected_by_it(
    qtbot: QtBot, report: Path, read: ReadDocument
) -> None:
    other = ReaderModel(1, "", "another text", "pdf", pages=(Page(1, "1", 0, 12, *A5),))
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(700, 700)
    reader.set_document(other)
    service = PageService(report, parent=reader)
    reader.set_page_source(service)
    reader.show()
    qtbot.waitUntil(lambda: service.layout(1) is not None, timeout=20_000)
    view = reader.page_view
    assert view is not None
    # The page's text is not the archive's: nothing may be selected by it.
    click(view, QPoint(200, 200))
    view.select_all()
    assert selected_rectangles(reader) == ()
    service.close()


def test_a_page_that_cannot_be_drawn_says_so_and_harms_no_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and nothing more")
    pages = (Page(1, "1", 0, 5, *A5), Page(2, "2", 6, 11, *A5))
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(700, 700)
    reader.set_document(ReaderModel(1, "", "first\nother", "pdf", pages=pages))
    service = PageService(broken, parent=reader)
    reader.set_page_source(service)
    reader.show()
    qtbot.waitUntil(lambda: service.failure(1) != "", timeout=20_000)
    assert "broken.pdf" in service.failure(1)
    reader.grab()
    reader.switch_view()
    reader.select(0, 5)
    assert reader.selection() == (0, 5)
    service.close()


def test_pixels_of_pages_that_nobody_sees_are_let_go(qtbot: QtBot, report: Path) -> None:
    service = PageService(report)
    try:
        scale = 6.0  # some 35 MB a page
        for page in range(1, 9):
            with qtbot.waitSignal(service.page_ready, timeout=20_000):
                service.want([page], [], scale)
        kept = [page for page in range(1, 9) if service.image(page) is not None]
        assert kept[-1] == 8
        assert len(kept) < 8
    finally:
        service.close()


@pytest.mark.parametrize("degrees", [0, 90])
def test_ctrl_and_the_wheel_zoom_about_the_pointer(
    reader: Reader, view: PageView, degrees: int
) -> None:
    view.set_rotation(degrees)
    view.go_to_page(4)
    point = QPointF(view.viewport().width() * 0.3, view.viewport().height() * 0.6)

    def under_the_pointer() -> tuple[int, list[float]]:
        at = view.in_sight().topLeft() + point
        index = view.stack().index_at(at.y())
        return index, list(view.stack().to_page(at, index))

    index, place = under_the_pointer()
    zoom = view.zoom()
    for _notch in range(4):
        wheel = QWheelEvent(
            point,
            view.viewport().mapToGlobal(point),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003
        )
        QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom() == pytest.approx(zoom * 1.1**4)
    now, there = under_the_pointer()
    assert now == index
    assert there == pytest.approx(place, abs=3)


def test_a_selection_and_its_rectangles_are_right_on_turned_pages(
    reader: Reader, view: PageView, read: ReadDocument
) -> None:
    start, end = span("the road was open", read.text)
    upright = view.rectangles(start, end)
    reader.pages.turn(90)
    area = view.range_area(start, end)
    assert area.height() > area.width()
    # The text runs down the screen: from the top of its area to the bottom.
    middle = area.center().x()
    drag(view, [QPoint(middle, area.top() + 1), QPoint(middle, area.bottom())])
    assert reader.selection() == (start, end)
    assert selected_rectangles(reader) == upright


def test_a_page_is_named_by_its_printed_label_before_its_number(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    numbers = PageNumbers(window)
    labels = ("i", "ii", "1", "2", "A-3")
    pages = [Page(number, label, 0, 0) for number, label in enumerate(labels, 1)]
    numbers.set_pages(pages)
    assert [numbers.page_named(text) for text in ("ii", "II ", "1", "a-3")] == [2, 2, 3, 5]
    assert numbers.page_named("5") == 5
    assert [numbers.page_named(text) for text in ("", "0", "6", "x")] == [None] * 4
    numbers.show_page(3)
    assert numbers.field.text() == "1"
    assert "(3 of 5)" in [label.text() for label in numbers.findChildren(QLabel)]
