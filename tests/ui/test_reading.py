"""Finding one's way in a document: its contents, its notes, and back to where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QTreeWidget
from pytestqt.qtbot import QtBot
from tests.readers.packages import docx, paragraph
from tests.ui.hand import LEFT, NO_KEY, Hand

from archivist.ui.reader.outline_pane import OutlinePane

ALT = Qt.KeyboardModifier.AltModifier
SECTIONS = 12
PAGE = (
    "# The yard\n\nIt rose.[^1] What follows is told in parts; see [the seventh](#part-7).\n\n"
    + "\n\n".join(
        f"## Part {number}\n\n" + "\n\n".join("Words that fill the page. " * 30 for _ in range(3))
        for number in range(1, SECTIONS + 1)
    )
    + "\n\n[^1]: Diary of Ivo &lt;b>Brandt, 3 March 1931.\n"
)


@pytest.fixture
def yard(hand: Hand, tmp_path: Path) -> Hand:
    source = tmp_path / "yard.md"
    source.write_text(PAGE, encoding="utf-8")
    hand.window.archives.start(tmp_path / "yard.archivist")
    hand.import_paths(source)
    hand.reader.setFocus()
    hand.settle()
    return hand


def pane(hand: Hand) -> OutlinePane:
    return hand.reader.findChildren(OutlinePane)[0]


def show_contents(hand: Hand) -> OutlinePane:
    hand.press(Qt.Key.Key_F9, on=hand.window)
    assert pane(hand).isVisible()
    return pane(hand)


def current_title(hand: Hand) -> str:
    number = pane(hand).current()
    return "" if number is None else pane(hand).shown()[number]


def test_the_contents_come_with_the_keyboard_in_them_and_go_again(yard: Hand) -> None:
    contents = show_contents(yard)
    assert contents.shown() == ["The yard", *(f"Part {n}" for n in range(1, SECTIONS + 1))]
    assert isinstance(yard.focused, QLineEdit)
    assert yard.window.actions_["show_outline"].isChecked()
    yard.press(Qt.Key.Key_F9, on=yard.window)
    assert not contents.isVisible()
    assert yard.reader.text_view.hasFocus()


def test_typing_filters_the_contents_and_enter_goes_there_and_back(yard: Hand) -> None:
    contents = show_contents(yard)
    yard.type("part 9")
    assert contents.shown() == ["The yard", "Part 9"]  # what it stands under stays
    yard.press(Qt.Key.Key_Return)
    text = yard.reader.text_view.text()
    assert yard.reader.place() == text.index("Part 9")
    assert yard.reader.text_view.hasFocus()
    yard.press(Qt.Key.Key_Left, ALT, on=yard.window)
    assert yard.reader.place() == 0
    yard.press(Qt.Key.Key_Right, ALT, on=yard.window)
    assert yard.reader.place() == text.index("Part 9")


def test_words_that_no_entry_has_are_said_to_be_in_none(yard: Hand) -> None:
    contents = show_contents(yard)
    yard.type("fourteen families")
    assert contents.shown() == []
    assert "No entry" in yard.texts_of(contents)
    yard.press(Qt.Key.Key_Escape)
    assert len(contents.shown()) == SECTIONS + 1
    yard.press(Qt.Key.Key_Escape)
    assert yard.reader.text_view.hasFocus()


def test_the_section_that_is_read_is_marked_while_scrolling(yard: Hand) -> None:
    show_contents(yard)
    yard.reader.setFocus()
    text = yard.reader.text_view.text()
    for title in ("Part 4", "Part 11", "The yard"):
        yard.reader.set_place(text.index(title) + 40 if title != "The yard" else 0)
        yard.settle()
        assert current_title(yard) == title


def test_a_click_on_an_entry_goes_there(yard: Hand) -> None:
    contents = show_contents(yard)
    tree = contents.findChildren(QTreeWidget)[0]
    item = tree.topLevelItem(0)
    assert item is not None
    entry = item.child(4)
    assert entry is not None
    place = tree.visualItemRect(entry).center()
    QTest.mouseClick(tree.viewport(), LEFT, NO_KEY, place)
    yard.settle()
    assert yard.reader.place() == yard.reader.text_view.text().index("Part 5")
    assert current_title(yard) == "Part 5"


def test_the_contents_are_remembered_with_their_width(yard: Hand, qtbot: QtBot) -> None:
    show_contents(yard)
    yard.reader.outline_resized.emit(260)
    path = yard.window.hub.archive.path
    yard.window.archives.close()
    second = Hand(qtbot)
    second.window.archives.open(path)
    second.settle()
    assert pane(second).isVisible()
    assert pane(second).width() == 260
    second.close()


def test_a_note_is_gone_to_from_its_mark_and_back(yard: Hand) -> None:
    view = yard.reader.text_view
    text = view.text()
    mark = text.index("[1]")
    yard.reader.select(mark, mark)
    yard.press(Qt.Key.Key_Return, on=view)
    assert view.caret() == text.index("[1] Diary")
    assert not view.range_area(view.caret(), view.caret() + 3).isEmpty()
    yard.press(Qt.Key.Key_Return, on=view)  # the note's own mark leads back
    assert view.caret() == mark
    yard.press(Qt.Key.Key_Left, ALT, on=yard.window)
    yard.press(Qt.Key.Key_Left, ALT, on=yard.window)
    assert yard.reader.place() == 0


def test_a_notes_words_show_at_its_mark_as_they_are_written(yard: Hand) -> None:
    view = yard.reader.text_view
    mark = view.text().index("[1]")
    assert "Ivo <b>Brandt, 3 March 1931" in view.gestures.leading(mark)
    yard.reader.select(mark - 1, mark - 1)
    yard.press(Qt.Key.Key_Right, on=view)
    assert "Ivo &lt;b&gt;Brandt" in QToolTip.text()
    yard.press(Qt.Key.Key_Home, on=view)
    yard.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_link_inside_shows_where_it_leads_and_goes_there(yard: Hand) -> None:
    view = yard.reader.text_view
    link = view.text().index("the seventh")
    assert view.gestures.leading(link) == "Part 7"
    area = view.range_area(link + 1, link + 2)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, QPoint(area.center()))
    yard.qtbot.waitUntil(lambda: yard.reader.place() > 0)
    assert view.caret() == view.text().index("Part 7")


NOTES = (
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t> Brandt, I. (1931). Diary of the lower yard.</w:t></w:r></w:p></w:footnote>"
)


@pytest.fixture
def report(hand: Hand, tmp_path: Path) -> Hand:
    """A window on a Word document with a footnote."""
    source = tmp_path / "report.docx"
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    words = paragraph("The yard was cleared", mark, ". Nobody stayed.")
    source.write_bytes(
        docx(words + "".join(paragraph("More.") for _ in range(60)), footnotes=NOTES)
    )
    hand.window.archives.start(tmp_path / "report.archivist")
    hand.import_paths(source)
    return hand


def linked_to(hand: Hand) -> list[str]:
    """Gives what the first excerpt cites, as it was written."""
    tags = hand.window.hub.archive.excerpts.tags([1])
    return [citation.raw for citation, _ in tags.citations.get(1, [])]


def test_a_passage_cites_the_footnote_that_follows_it(report: Hand) -> None:
    report.select(0, len("The yard was cleared"))
    report.press(Qt.Key.Key_H)
    report.press(Qt.Key.Key_C, ALT, on=report.window)
    assert linked_to(report) == ["Brandt, I. (1931). Diary of the lower yard."]


def test_a_click_on_a_footnotes_mark_links_the_chosen_passage_and_else_leads_to_the_note(
    report: Hand,
) -> None:
    view = report.reader.text_view
    mark = view.text().index("[1]")
    point = QPoint(view.range_area(mark + 1, mark + 2).center())
    report.select(0, len("The yard was cleared"))
    report.press(Qt.Key.Key_H)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, point)
    report.qtbot.waitUntil(lambda: linked_to(report) != [])
    assert linked_to(report) == ["Brandt, I. (1931). Diary of the lower yard."]
    report.window.hub.choose_excerpt(None)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, point)
    report.qtbot.waitUntil(lambda: report.reader.place() > 0)
    assert view.caret() == view.text().index("[1] Brandt")
