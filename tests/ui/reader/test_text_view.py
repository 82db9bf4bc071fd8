import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.reader.views import STORY, click, drag, highlight, markers, model, point_at, span

from archivist.domain.reading import Mark
from archivist.domain.vocabulary import MarkKind
from archivist.ui.reader import Reader
from archivist.ui.reader.dragging import EXCERPT_MIME, excerpt_mime
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.text_view import TextView

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(760, 700)
    made.set_document(model())
    made.show()
    qtbot.waitExposed(made)
    made.text_view.setFocus()
    return made


@pytest.fixture
def view(reader: Reader) -> TextView:
    return reader.text_view


def selected(reader: Reader) -> str:
    found = reader.selection()
    return "" if found is None else STORY[slice(*found)]


@pytest.mark.parametrize(
    "words",
    ["had almost nothing", "😀 had", "👩\u200d👧 reached", "և e\u0301tude 𝔄", "The road"],
)
def test_dragging_over_words_selects_just_them(reader: Reader, view: TextView, words: str) -> None:
    start, end = span(words)
    drag(
        view,
        [
            point_at(view, start),
            point_at(view, (start + end) // 2),
            point_at(view, end - 1, after=True),
        ],
    )
    assert selected(reader) == words


def test_double_click_selects_a_word_and_a_third_click_the_paragraph(
    reader: Reader, view: TextView
) -> None:
    point = point_at(view, span("nothing left")[0])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(view.viewport(), left, none, point)
    assert selected(reader) == "nothing"
    QTest.mouseClick(view.viewport(), left, none, point)
    assert selected(reader).strip() == STORY.split("\n")[1]


def test_keys_select_by_letters_words_lines_and_all(reader: Reader, view: TextView) -> None:
    start, _ = span("the shops 😀 had")
    reader.select(start, start)
    for _ in range(11):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert selected(reader) == "the shops 😀"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert selected(reader).startswith("the shops 😀 ")
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert len(selected(reader)) > 40
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert selected(reader) == STORY


def test_a_joined_emoji_is_one_step(reader: Reader, view: TextView) -> None:
    start, end = span("👩\u200d👧")
    reader.select(start, start)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert reader.selection() == (start, end)


def test_home_end_and_pages_move_the_caret(reader: Reader, view: TextView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End, CONTROL)
    assert view.caret() == len(STORY)
    QTest.keyClick(view, Qt.Key.Key_Home, CONTROL)
    assert view.caret() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.caret() == STORY.index("\n")


def test_copying_gives_the_documents_own_characters_and_line_ends(
    reader: Reader, view: TextView
) -> None:
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == STORY


def test_clicks_tell_which_marker_date_or_excerpt_was_meant(
    qtbot: QtBot, reader: Reader, view: TextView
) -> None:
    found = markers()
    reader.set_annotations([highlight(4, "The minister said"), highlight(5, "minister")], found)
    with qtbot.waitSignal(reader.marker_clicked) as told:
        click(view, point_at(view, found[2].start + 1))
    assert told.args == [found[2]]
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, point_at(view, span("The minister")[0]))
    assert told.args == [4]
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, point_at(view, span("minister said")[0] + 2))
    assert told.args == [5]  # the shorter of two lies above


def test_enter_does_what_a_click_does(qtbot: QtBot, reader: Reader, view: TextView) -> None:
    reader.set_annotations([highlight(4, "The minister said")])
    start, _ = span("minister")
    reader.select(start, start)
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [4]


def test_dragging_an_end_of_the_chosen_excerpt_asks_for_another_range(
    qtbot: QtBot, reader: Reader, view: TextView
) -> None:
    reader.set_annotations([highlight(7, "had almost nothing")])
    reader.choose_excerpt(7)
    start, end = span("had almost nothing")
    handles = view.handle_points()
    assert handles is not None
    further = span("left to sell")[1]
    with qtbot.waitSignal(reader.excerpt_resize_requested) as told:
        drag(
            view,
            [
                handles[1].toPoint(),
                point_at(view, further - 3),
                point_at(view, further - 1, after=True),
            ],
        )
    assert told.args == [7, start, further]
    with qtbot.waitSignal(reader.excerpt_resize_requested) as told:
        drag(view, [handles[0].toPoint(), point_at(view, start + 6), point_at(view, start + 4)])
    assert told.args == [7, start + 4, end]
    assert reader.selection() is None


def test_escape_gives_up_dragging_an_end(qtbot: QtBot, reader: Reader, view: TextView) -> None:
    reader.set_annotations([highlight(7, "had almost nothing")])
    reader.choose_excerpt(7)
    handles = view.handle_points()
    assert handles is not None
    with qtbot.assertNotEmitted(reader.excerpt_resize_requested):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(view.viewport(), left, none, handles[1].toPoint())
        QTest.mouseMove(view.viewport(), handles[1].toPoint() + QPoint(60, 0))
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), left, none, handles[1].toPoint() + QPoint(60, 0))


def test_a_stripe_in_the_margin_chooses_its_excerpt(
    qtbot: QtBot, reader: Reader, view: TextView
) -> None:
    reader.set_annotations([highlight(3, "The first cars", STORY, "Evacuation")])
    view.grab()
    line = view.range_area(*span("The first cars"))
    places = (QPoint(x, line.center().y()) for x in range(line.left()))
    place = next(place for place in places if view.stripe_at(QPointF(place)) is not None)
    with qtbot.waitSignal(reader.excerpt_clicked) as told:
        click(view, place)
    assert told.args == [3]


def test_an_excerpt_is_dragged_out_as_its_number() -> None:
    assert bytes(excerpt_mime(42).data(EXCERPT_MIME).data()) == b"42"


def test_an_english_passage_within_hebrew_is_covered_where_it_stands(view: TextView) -> None:
    before, english, after = (view.range_area(*span(word)) for word in ("הדרך", "English", "ואז"))
    assert before.left() > english.right() > english.left() > after.right()


def test_a_hebrew_paragraph_begins_at_the_right_and_an_english_one_at_the_left(
    view: TextView,
) -> None:
    english = view.range_area(*span("The end"))
    hebrew = view.range_area(*span("כך"))
    assert hebrew.left() > view.width() / 2 > english.left()


def test_zoom_keeps_the_passage_at_the_top(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    text = "\n".join(f"Paragraph {number} " + "word " * 60 for number in range(400))
    view.set_document(model(text))
    view.resize(600, 500)
    view.show()
    view.set_place(text.index("Paragraph 250 "))
    small = view.range_area(*span("Paragraph 250 ", text)).height()
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    view.set_zoom(1.7)
    assert view.range_area(*span("Paragraph 250 ", text)).height() > small
    assert view.place() == text.index("Paragraph 250 ")
    view.resize(400, 500)
    qtbot.wait(1)
    assert view.place() == text.index("Paragraph 250 ")


def test_scrolling_up_through_unseen_text_never_jumps(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    lines = [f"{number}: " + "ij " * (7 * number % 400) for number in range(3000)]
    text = "\n".join(lines)
    view.set_document(model(text))
    view.resize(500, 400)
    view.show()
    view.set_place(text.index("2000: "))
    bar = view.verticalScrollBar()
    for _ in range(120):
        place = view.caret_at(QPointF(view.width() / 2, 120))
        above = view.range_area(place, place + 1)
        bar.setValue(bar.value() - 37)
        after = view.range_area(place, place + 1)
        assert above.isEmpty() or abs(after.top() - above.top() - 37) <= 1


def test_show_range_brings_a_far_passage_into_sight(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    text = "\n".join(f"Paragraph {number} " + "word " * (number % 90) for number in range(5000))
    view.set_document(model(text))
    view.resize(500, 400)
    view.show()
    for number in (4990, 17, 2500, 0):
        view.show_range(*span(f"Paragraph {number} ", text))
        assert not view.range_area(*span(f"Paragraph {number} ", text)).isEmpty()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "\n\n\n",
        "x" * 1_000_000,
        "\u202e" * 5000 + "a",
        "\x00\ud800\ufffc\r\n\ufdd0b",
    ],
    ids=["empty", "one line", "line ends", "one endless word", "overrides", "hostile"],
)
def test_any_text_can_be_shown_and_walked_through(qtbot: QtBot, text: str) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.set_document(ReaderModel(1, "", text))
    view.show()
    view.grab()
    view.moveCursor(QTextCursor.MoveOperation.End)
    assert view.caret() == len(text)
    view.select_all()
    assert view.selection() == ((0, len(text)) if text else None)
    view.grab()


def test_an_invisible_override_is_marked_where_it_stands(qtbot: QtBot) -> None:
    pictures = []
    for hidden in ("\u202e", "\u200b"):
        view = TextView()
        qtbot.addWidget(view)
        view.resize(400, 200)
        view.set_document(ReaderModel(1, "", f"paid {hidden}"))
        view.show()
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_link_within_the_document_is_followed_and_others_are_told(
    qtbot: QtBot, reader: Reader, view: TextView
) -> None:
    text = STORY + "\n" + "filler\n" * 200 + "Reference 55"
    marks = (
        Mark(MarkKind.LINK, *span("Kornidzor", text), "#note-55"),
        Mark(MarkKind.LINK, *span("Medicine", text), "https://example.org/"),
        Mark(MarkKind.ANCHOR, *span("Reference 55", text), "note-55"),
    )
    reader.set_document(ReaderModel(1, "", text, marks=marks))
    with qtbot.waitSignal(reader.link_activated) as told:
        click(view, point_at(view, span("Medicine", text)[0]))
    assert told.args == ["https://example.org/"]
    click(view, point_at(view, span("Kornidzor", text)[0]))
    assert not view.range_area(*span("Reference 55", text)).isEmpty()
