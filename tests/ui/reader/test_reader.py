import json

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.reader.views import STORY, click, highlight, markers, model, point_at, span

from archivist.domain.dates import parse_date
from archivist.domain.reading import FoundDate, Page
from archivist.ui import appearance, theme
from archivist.ui.reader import Reader
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.header import Header
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.selection_bar import SelectionBar


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(760, 700)
    made.set_document(model())
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def bar(reader: Reader) -> SelectionBar:
    found = reader.findChild(SelectionBar)
    assert isinstance(found, SelectionBar)
    return found


def find_bar(reader: Reader) -> FindBar:
    found = reader.findChild(FindBar)
    assert isinstance(found, FindBar)
    return found


def test_h_and_t_wish_for_the_selection_in_code_points(qtbot: QtBot, reader: Reader) -> None:
    reader.select(*span("had almost nothing"))
    with qtbot.waitSignal(reader.highlight_requested) as told:
        QTest.keyClick(reader.text_view, Qt.Key.Key_H)
    assert told.args == [*span("had almost nothing"), ()]
    with qtbot.waitSignal(reader.tag_requested) as told:
        QTest.keyClick(reader.text_view, Qt.Key.Key_T)
    assert told.args is not None
    start, end, _, place = told.args
    assert (start, end) == span("had almost nothing")
    assert reader.rect().contains(reader.mapFromGlobal(place))


def test_nothing_is_wished_for_without_a_selection(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.assertNotEmitted(reader.highlight_requested):
        QTest.keyClick(reader.text_view, Qt.Key.Key_H)


def test_t_tags_the_chosen_excerpt_when_nothing_is_selected(qtbot: QtBot, reader: Reader) -> None:
    reader.set_annotations([highlight(9, "The minister")])
    reader.choose_excerpt(9)
    with qtbot.waitSignal(reader.tag_requested) as told:
        reader.selecting.request_tag()
    assert told.args is not None
    assert tuple(told.args[:2]) == span("The minister")


def test_the_small_bar_comes_beside_a_selection_and_escape_hides_it(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.select(*span("reached the post"))
    qtbot.waitUntil(lambda: bar(reader).isVisible())
    view = reader.text_view
    area = view.selection_area()
    corner = view.viewport().mapTo(reader, QPoint(0, 0))
    placed = QRect(bar(reader).mapTo(reader, QPoint(0, 0)), bar(reader).size())
    assert not placed.intersects(area.translated(corner))
    assert reader.rect().contains(placed)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not bar(reader).isVisible()
    assert reader.selection() is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert reader.selection() is None


def test_the_small_bars_buttons_do_what_they_say(qtbot: QtBot, reader: Reader) -> None:
    reader.select(*span("👩\u200d👧 reached"))
    qtbot.waitUntil(lambda: bar(reader).isVisible())
    buttons = {button.text(): button for button in bar(reader).findChildren(QToolButton)}
    QTest.mouseClick(buttons["Copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "👩\u200d👧 reached"
    with qtbot.waitSignal(reader.highlight_requested):
        QTest.mouseClick(buttons["Highlight"], Qt.MouseButton.LeftButton)


def test_a_date_within_an_excerpt_tells_both(qtbot: QtBot, reader: Reader) -> None:
    date = FoundDate(*span("24 September"), parse_date("2023-09-24"))
    reader.set_annotations([highlight(3, "The first cars")], markers(), [date])
    view = reader.text_view
    with qtbot.waitSignal(reader.date_clicked) as told:
        click(view, point_at(view, date.start + 3))
    assert told.args == [date]


def test_the_chosen_excerpt_stays_chosen_when_annotations_change(reader: Reader) -> None:
    reader.set_annotations([highlight(3, "The first cars")])
    reader.choose_excerpt(3)
    reader.set_annotations([highlight(3, "The first"), highlight(4, "The end")])
    chosen = reader.text_view.annotations().chosen
    assert chosen is not None
    assert (chosen.start, chosen.end) == span("The first")
    reader.set_annotations([highlight(4, "The end")])
    assert reader.text_view.annotations().chosen is None


def test_choosing_an_excerpt_scrolls_to_it_unless_told_not_to(qtbot: QtBot) -> None:
    text = STORY + "\n" + "filler\n" * 300 + "far away"
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.set_document(model(text))
    reader.show()
    reader.set_annotations([highlight(8, "far away", text)])
    reader.choose_excerpt(8, scroll=False)
    assert reader.passage_rectangle(*span("far away", text)) is None
    reader.choose_excerpt(8)
    assert reader.passage_rectangle(*span("far away", text)) is not None


def test_finding_counts_steps_around_and_goes_to_each_match(qtbot: QtBot, reader: Reader) -> None:
    view = reader.text_view
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    found = find_bar(reader)
    field = found.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "the ")
    qtbot.waitUntil(lambda: found.count_text() != "")
    total = STORY.lower().count("the")
    assert found.count_text() == f"1 of {total}"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert found.count_text() == f"2 of {total}"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert found.count_text() == f"{total} of {total}"
    reader.find_next()
    assert found.count_text() == f"1 of {total}"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert reader.selection() == span("The")
    assert view.hasFocus()


def test_what_is_not_there_is_said_to_be_not_found(qtbot: QtBot, reader: Reader) -> None:
    reader.find_words()
    field = find_bar(reader).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "xyzzy")
    qtbot.waitUntil(lambda: find_bar(reader).count_text() == "Not found")


def test_a_short_selection_is_what_finding_begins_with(reader: Reader) -> None:
    reader.select(*span("Kornidzor"))
    reader.find_words()
    assert find_bar(reader).count_text() == "1 of 1"


def test_zoom_by_keys_and_wheel(reader: Reader) -> None:
    view = reader.text_view
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.zoom() == pytest.approx(1.1)
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view.zoom() == 1.0
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    assert view.zoom() < 1.0
    middle = view.viewport().rect().center().toPointF()
    turned = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        control,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom() == pytest.approx(1.0, abs=0.01)


def test_a_view_comes_back_from_what_was_remembered_as_json(qtbot: QtBot) -> None:
    text = "\n".join(f"Paragraph {number} " + "word " * 50 for number in range(300))
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(700, 500)
    reader.set_document(model(text))
    reader.show()
    reader.zoom_in()
    reader.text_view.set_place(text.index("Paragraph 200 "))
    state = json.loads(json.dumps(reader.view_state()))
    reader.set_document(model(text))
    reader.zoom_reset()
    reader.restore_view_state(state)
    assert reader.view_state() == state
    assert reader.text_view.place() == text.index("Paragraph 200 ")


def test_a_place_told_before_the_view_has_its_size_is_kept(qtbot: QtBot) -> None:
    text = "\n".join(f"Paragraph {number} " + "word " * 50 for number in range(300))
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader()
    QVBoxLayout(window).addWidget(reader)
    reader.set_document(model(text))
    reader.restore_view_state({"place": text.index("Paragraph 200 "), "zoom": 1.21})
    window.resize(900, 640)
    window.show()
    qtbot.waitExposed(window)
    assert reader.text_view.place() == text.index("Paragraph 200 ")


def test_the_line_above_says_where_the_document_comes_from(qtbot: QtBot) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    pages = (Page(1, "1", 0, 5), Page(2, "2", 6, 11))
    reader.set_document(
        ReaderModel(
            1,
            "A story",
            "first\nother",
            "html",
            pages=pages,
            published="January 2024",
            imported_at="2026-11-22T12:00:00Z",
            sha256="8d85" + "0" * 56 + "9b4f",
        )
    )
    header = reader.findChild(Header)
    assert isinstance(header, Header)
    assert header.line() == (
        "HTML · 1 of 2 · published January 2024 · imported 22 Nov 2026 · "
        "SHA-256 8d85…9b4f ✓ original kept"
    )


def test_both_themes_paint_the_same_text_in_their_own_colors(
    reader: Reader, qapp: QApplication
) -> None:
    reader.set_annotations([], markers())
    light = reader.grab().toImage().pixelColor(400, 600)
    try:
        appearance.apply(qapp, appearance.ThemeChoice.DARK)
        dark = reader.grab().toImage().pixelColor(400, 600)
    finally:
        appearance.apply(qapp, appearance.ThemeChoice.LIGHT)
    assert light.name() == theme.LIGHT.paper
    assert dark.name() == theme.DARK.paper
    assert reader.grab().toImage().pixelColor(400, 600) == light
