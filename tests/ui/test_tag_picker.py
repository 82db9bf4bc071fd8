"""The tag picker, driven by real keys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.ui.panel_values import (
    ANAHIT,
    BLOCKADE,
    BRIEFING,
    COMMITTEE,
    EVACUATION,
    HUNGER,
    NEAREST,
    RED_CROSS,
    picker_model,
)

from archivist.domain.model import Actor
from archivist.domain.vocabulary import ActorKind, Role, Stance
from archivist.ui.tag_picker import PickerModel, TagPicker
from archivist.ui.tag_picker.choice_list import fitted, spoken
from archivist.ui.tag_picker.choices import Offer
from archivist.ui.tag_picker.matching import folded, rank
from archivist.ui.tag_picker.model import Deed


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(1000, 700)
    editor = QPlainTextEdit()
    window.setCentralWidget(editor)
    qtbot.addWidget(window)
    window.show()
    editor.setFocus()
    return window


@pytest.fixture
def picker(window: QMainWindow) -> TagPicker:
    picker = TagPicker(window)
    picker.open_at(window.mapToGlobal(QPoint(300, 100)), picker_model())
    return picker


def texts(picker: TagPicker) -> list[str]:
    return [choice.text for choice in picker.choices()]


def test_a_few_letters_and_enter_tag_an_event(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "evac")
    with qtbot.waitSignal(picker.event_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [EVACUATION.id]


def test_names_are_ranked_by_prefix_then_word_then_scattered_letters() -> None:
    lines = Offer(picker_model()).lines("com")
    assert [line.text for line in lines[:3]] == [
        "Red Cross",  # used before, and an alias is "Comité international"
        "Commissioner's visit",
        "Evacuation Committee",
    ]
    assert rank("blk", "blockade") is not None
    assert rank("xyz", "blockade") is None


def test_accents_case_and_scripts_do_not_stand_in_the_way() -> None:
    offer = Offer(picker_model())
    assert offer.lines("COMITE INT")[0].id == RED_CROSS.id
    assert offer.lines("ավանես")[0].id == ANAHIT.id
    assert offer.lines("ավանես")[0].detail == "also “Անահիտ Ավանեսյան”"


@given(st.text(max_size=40))
def test_every_name_is_found_by_itself_and_by_each_of_its_beginnings(name: str) -> None:
    whole = folded(name)
    for end in range(len(whole) + 1):
        beginning = whole[:end].strip()
        if beginning:
            found = rank(beginning, whole)
            assert found is not None
            assert found.kind <= 1


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    lines = Offer(picker_model()).lines(typed)
    assert all(line.text for line in lines)


def test_signs_limit_the_list_to_one_kind() -> None:
    offer = Offer(picker_model())
    assert {line.chip for line in offer.lines("@") if line.chip} == {"actor"}
    assert {line.chip for line in offer.lines("#") if line.chip} == {"event"}
    assert {line.chip for line in offer.lines("/") if line.chip} == {"topic"}
    assert {line.chip for line in offer.lines("[") if line.chip} == {"citation"}


def test_a_citation_is_found_by_the_marker_that_the_document_uses(
    qtbot: QtBot, picker: TagPicker
) -> None:
    QTest.keyClicks(picker.field, "[90]")
    with qtbot.waitSignal(picker.citation_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [BRIEFING.id]


def test_citation_mode_needs_no_sign(qtbot: QtBot, window: QMainWindow, picker: TagPicker) -> None:
    picker.open_at(window.mapToGlobal(QPoint(1, 1)), picker_model(), citations=True)
    assert {choice.chip for choice in picker.choices() if choice.chip} == {"citation"}
    QTest.keyClicks(picker.field, "123")
    with qtbot.waitSignal(picker.citation_creation_requested) as made:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert made.args == ["123"]


def test_role_and_stance_follow_the_actor(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "@anahit:")
    assert len(picker.choices()) == len(Role)
    QTest.keyClicks(picker.field, "so")
    QTest.keyClick(picker.field, Qt.Key.Key_Tab)
    assert picker.field.text() == "@Anahit Avanesian:source"
    QTest.keyClicks(picker.field, ":den")
    with qtbot.waitSignal(picker.actor_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [ANAHIT.id, Role.SOURCE, Stance.DENIES]


def test_a_role_needs_no_sign_where_the_name_is_an_actors(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "anahit:wit")
    with qtbot.waitSignal(picker.actor_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [ANAHIT.id, Role.WITNESS, None]


def test_a_colon_in_a_name_is_part_of_the_name() -> None:
    event = replace(EVACUATION, name="Report: the road")
    offer = Offer(PickerModel(events=(event,)))
    assert offer.lines("Report: the r")[0].id == event.id


def test_control_enter_makes_an_event_of_the_nearest_date(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "evac")
    assert "New event “evac” on 24 September 2023 (year inferred)" in texts(picker)
    with qtbot.waitSignal(picker.event_creation_requested) as made:
        QTest.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.args == ["evac", NEAREST]


def test_an_unknown_actor_is_made_with_the_kind_that_is_chosen(
    qtbot: QtBot, picker: TagPicker
) -> None:
    QTest.keyClicks(picker.field, "@Bread Union:witness")
    assert texts(picker)[0] == "New actor “Bread Union” · witness"
    assert texts(picker)[1] == "New person “Bread Union” · witness"
    for _step in range(2):
        QTest.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.actor_creation_requested) as made:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert made.args == ["Bread Union", ActorKind.ORGANIZATION, Role.WITNESS, None]


def test_a_name_that_is_there_already_is_not_offered_as_new() -> None:
    lines = Offer(picker_model()).lines("@icrc")
    assert [line.deed for line in lines] == [Deed.TAG_ACTOR]


def test_topics_are_shown_with_those_above_and_made_where_missing(
    qtbot: QtBot, picker: TagPicker
) -> None:
    QTest.keyClicks(picker.field, "/hung")
    assert texts(picker)[0] == "Health / Hunger"
    with qtbot.waitSignal(picker.topic_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [HUNGER.id]
    QTest.keyClicks(picker.field, "/roads")
    with qtbot.waitSignal(picker.topic_creation_requested) as made:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert made.args == ["roads"]


def test_alt_c_links_the_markers_that_follow_though_the_window_has_that_key(
    qtbot: QtBot, window: QMainWindow, picker: TagPicker
) -> None:
    stolen: list[bool] = []
    shortcut = QShortcut(QKeySequence("Alt+C"), window)
    shortcut.activated.connect(lambda: stolen.append(True))
    QTest.keyClicks(picker.field, "ev")
    assert texts(picker)[-1] == "Cites [90], the marker that follows"
    with qtbot.waitSignal(picker.markers_link_requested):
        QTest.keyClick(picker.field, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert not stolen


def test_several_tags_go_in_one_visit_and_enter_in_the_empty_field_ends_it(
    qtbot: QtBot, window: QMainWindow, picker: TagPicker
) -> None:
    picked: list[int] = []
    picker.event_picked.connect(picked.append)
    for typed in ("evac", "block"):
        QTest.keyClicks(picker.field, typed)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
        assert picker.isVisible()
        assert picker.field.text() == ""
    assert picked == [EVACUATION.id, BLOCKADE.id]
    with qtbot.waitSignal(picker.closed):
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert not picker.isVisible()
    assert window.focusWidget() is window.centralWidget()


def test_what_was_tagged_is_named_in_full_from_the_first_time_on(picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "evac")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    said = [label.text() for label in picker.findChildren(QLabel) if "✓" in label.text()]
    assert said == [f"✓ {EVACUATION.name}  ·  Esc closes"]


def test_what_was_used_last_stands_first_in_the_empty_field(picker: TagPicker) -> None:
    assert texts(picker)[:2] == ["Blockade of the corridor", "Red Cross"]
    assert picker.current_choice() is None


def test_arrows_choose_in_the_empty_field_too(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.actor_picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [RED_CROSS.id, Role.MENTIONED, None]


def test_escape_closes_and_gives_the_keyboard_back(
    qtbot: QtBot, window: QMainWindow, picker: TagPicker
) -> None:
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert window.focusWidget() is window.centralWidget()


def test_a_click_takes_a_line_and_a_click_elsewhere_closes(
    qtbot: QtBot, window: QMainWindow, picker: TagPicker
) -> None:
    QTest.keyClicks(picker.field, "evac")
    line = picker.list.visualRect(picker.list.model().index(1, 0))
    with qtbot.waitSignal(picker.actor_picked) as picked:
        QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert picked.args == [COMMITTEE.id, Role.MENTIONED, None]
    editor = window.centralWidget()
    assert isinstance(editor, QPlainTextEdit)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 600))
    assert not picker.isVisible()


@pytest.mark.parametrize("corner", [(2, 2), (995, 5), (5, 695), (995, 695), (500, 350)])
def test_it_stands_in_its_window_and_never_over_the_passage(
    window: QMainWindow, picker: TagPicker, corner: tuple[int, int]
) -> None:
    at = window.mapToGlobal(QPoint(*corner))
    passage = QRect(at - QPoint(40, 18), at)
    picker.open_at(at, picker_model(), passage=passage)
    box = QRect(picker.mapToGlobal(QPoint(0, 0)), picker.size())
    assert QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).contains(box)
    assert not box.intersects(passage)


def test_a_screen_reader_hears_the_whole_line(qtbot: QtBot, picker: TagPicker) -> None:
    QTest.keyClicks(picker.field, "evac")
    heard = picker.field.accessibleDescription()
    assert heard == "Evacuation to Syunik, since 24 September 2023, event"
    index = picker.list.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken(picker.choices()[2])
    assert spoken(picker.choices()[2]).endswith("Ctrl+Enter")


def test_what_is_tagged_already_says_so(picker: TagPicker) -> None:
    picker.set_model(replace(picker_model(), tagged=frozenset({("event", EVACUATION.id)})))
    picker.field.setText("#")
    hints = {choice.text: choice.hint for choice in picker.choices()}
    assert hints["Evacuation to Syunik"] == "event ✓"
    assert hints["Blockade of the corridor"] == "event"


def test_ten_thousand_names_leave_a_short_list() -> None:
    crowd = tuple(
        Actor(number, f"u{number}", f"Person {number}", ActorKind.PERSON)
        for number in range(10_000)
    )
    lines = Offer(PickerModel(actors=crowd)).lines("person 99")
    assert lines[0].text == "Person 99"
    assert len(lines) < 100


def test_a_stance_alone_means_a_source() -> None:
    (line,) = Offer(picker_model()).lines("@anahit:asser")
    assert (line.id, line.role, line.stance) == (ANAHIT.id, Role.SOURCE, Stance.ASSERTS)
    new = Offer(PickerModel()).lines("@Ivo Brandt:asserts")[0]
    assert (new.name, new.role, new.stance) == ("Ivo Brandt", Role.SOURCE, Stance.ASSERTS)


def test_what_is_no_role_stays_in_a_new_name() -> None:
    new = Offer(PickerModel()).lines("@Committee: the North")[0]
    assert (new.name, new.role) == ("Committee: the North", Role.MENTIONED)


def test_a_label_of_the_document_comes_before_a_new_citation() -> None:
    offer = Offer(PickerModel(unresolved=(("55", 7), ("5", 8), ("60", 9))), citations=True)
    assert [(line.deed, line.id) for line in offer.lines("5")] == [
        (Deed.CITE_LABEL, 8),
        (Deed.CITE_LABEL, 7),
        (Deed.MAKE_CITATION, 0),
    ]
    assert next(iter(offer.lines("[60]"))).id == 9
    assert not [line for line in offer.lines("#5") if line.deed is Deed.CITE_LABEL]


def test_a_long_name_makes_way_for_the_date(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    name = "The long walk of everybody who lived in the upper town " * 3
    text = f"New event “{name}” on 24 September 2023"
    shown = fitted(metrics, text, name, metrics.horizontalAdvance("x" * 60))
    assert shown.startswith("New event “The long walk")
    assert shown.endswith("…” on 24 September 2023")
