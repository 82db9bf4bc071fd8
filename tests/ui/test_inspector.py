"""The inspector, driven by real keys and clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.panel_values import (
    ANAHIT,
    BLOCKADE,
    EVACUATION,
    HUNGER,
    NEAREST,
    inspector_model,
)

from archivist.domain.dates import Certainty
from archivist.domain.vocabulary import (
    AnchorState,
    ClaimStatus,
    ExcerptState,
    Relation,
    Role,
    Stance,
)
from archivist.ui.chips import Chip
from archivist.ui.inspector import Inspector
from archivist.ui.naming import claim_text, locator_text


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    inspector = Inspector()
    inspector.resize(420, 520)
    inspector.set_model(inspector_model())
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.activateWindow()
    return inspector


def words(chips: list[Chip]) -> list[str]:
    return [chip.text() for chip in chips]


def open_menu(chip: Chip) -> list[QAction]:
    """Opens a chip's menu with the keyboard and gives what it offers."""
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    return next(menu for menu in chip.findChildren(QMenu) if menu.isVisible()).actions()


def choose(chip: Chip, text: str) -> None:
    next(action for action in open_menu(chip) if action.text() == text).trigger()
    for menu in chip.findChildren(QMenu):
        menu.close()


def test_it_shows_everything_linked_to_the_excerpt(inspector: Inspector) -> None:
    assert words(inspector.events.chips) == ["Evacuation to Syunik", "+ tag"]
    assert words(inspector.actors.chips) == ["Anahit Avanesian · source, asserts", "+ tag"]
    assert words(inspector.topics.chips) == ["Hunger", "+ tag"]
    assert words(inspector.dates.chips) == ["since 24 September 2023"]
    assert words(inspector.citations.chips) == [
        "[90] Health ministry briefing, p. 2",
        "supports · 3 of 4",
        "+ link",
    ]
    assert words(inspector.claims.chips) == [
        "up to 40 hours · travel time · says Anahit Avanesian",
        "+ claim",
    ]
    assert inspector.note.text() == "Compare with the Red Cross count."


def test_with_no_excerpt_it_says_what_to_do(qtbot: QtBot) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show()
    assert "press H" in " ".join(
        label.text() for label in inspector.findChildren(QLabel) if label.isVisible()
    )


def test_delete_on_a_chip_removes_the_tag(qtbot: QtBot, inspector: Inspector) -> None:
    wishes = (
        (inspector.events, inspector.event_untag_requested, [14, EVACUATION.id]),
        (inspector.actors, inspector.actor_untag_requested, [101]),
        (inspector.topics, inspector.topic_untag_requested, [14, HUNGER.id]),
        (inspector.citations, inspector.uncite_requested, [201]),
        (inspector.claims, inspector.claim_deletion_requested, [301]),
    )
    for row, signal, expected in wishes:
        row.chips[0].setFocus()
        with qtbot.waitSignal(signal) as wished:
            QTest.keyClick(row.chips[0], Qt.Key.Key_Delete)
        assert wished.args == expected


def test_the_cross_removes_and_the_text_opens(qtbot: QtBot, inspector: Inspector) -> None:
    chip = inspector.events.chips[0]
    cross = chip.rect().center()
    cross.setX(chip.width() - 8)
    with qtbot.waitSignal(inspector.event_untag_requested):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    with qtbot.assertNotEmitted(inspector.event_untag_requested):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    menu = chip.findChild(QMenu)
    assert menu is not None
    menu.close()


def test_a_chips_menu_changes_role_and_stance(qtbot: QtBot, inspector: Inspector) -> None:
    chip = inspector.actors.chips[0]
    with qtbot.waitSignal(inspector.role_change_requested) as wished:
        choose(chip, "witness")
    assert wished.args == [101, Role.WITNESS, None]
    with qtbot.waitSignal(inspector.role_change_requested) as wished:
        choose(chip, "denies")
    assert wished.args == [101, Role.SOURCE, Stance.DENIES]
    checked = [action.text() for action in open_menu(chip) if action.isChecked()]
    assert checked == ["source", "asserts"]
    for menu in chip.findChildren(QMenu):
        menu.close()


def test_relation_and_confidence_are_chosen_from_a_menu(qtbot: QtBot, inspector: Inspector) -> None:
    chip = inspector.citations.chips[1]
    with qtbot.waitSignal(inspector.citation_link_change_requested) as wished:
        choose(chip, "contradicts")
    assert wished.args == [201, {"relation": Relation.CONTRADICTS}]
    with qtbot.waitSignal(inspector.citation_link_change_requested) as wished:
        choose(chip, "not judged")
    assert wished.args == [201, {"confidence": None}]


def test_a_locator_is_typed_in_its_place(qtbot: QtBot, inspector: Inspector) -> None:
    choose(inspector.citations.chips[0], "Page or place in it…")
    field = inspector.citations.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(field.isVisible)
    field.selectAll()
    QTest.keyClicks(field, "ch. 4")
    with qtbot.waitSignal(inspector.citation_link_change_requested) as wished:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert wished.args == [201, {"locator": "ch. 4"}]


def test_escape_leaves_a_locator_as_it_was(qtbot: QtBot, inspector: Inspector) -> None:
    choose(inspector.citations.chips[0], "Page or place in it…")
    field = inspector.citations.findChild(QLineEdit)
    assert field is not None
    with qtbot.assertNotEmitted(inspector.citation_link_change_requested, wait=50):
        QTest.keyClicks(field, "99")
        QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: inspector.citations.findChild(QLineEdit) is None)


def test_plus_asks_for_a_tag_of_the_rows_kind(qtbot: QtBot, inspector: Inspector) -> None:
    for row, sign in ((inspector.events, "#"), (inspector.actors, "@"), (inspector.topics, "/")):
        with qtbot.waitSignal(inspector.tag_requested) as wished:
            QTest.keyClick(row.chips[-1], Qt.Key.Key_Return)
        assert wished.args == [14, sign]
    with qtbot.waitSignal(inspector.link_requested):
        QTest.keyClick(inspector.citations.chips[-1], Qt.Key.Key_Space)
    with qtbot.waitSignal(inspector.claim_creation_requested):
        QTest.mouseClick(inspector.claims.chips[-1], Qt.MouseButton.LeftButton)


def test_a_note_is_kept_when_typing_pauses(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.note.setFocus()
    with qtbot.waitSignal(inspector.note_change_requested) as wished:
        QTest.keyClicks(inspector.note, "Ask. ")
    assert wished.args == [14, "Ask. Compare with the Red Cross count."]


def test_a_note_goes_to_its_own_excerpt_when_another_is_chosen(
    qtbot: QtBot, inspector: Inspector
) -> None:
    QTest.keyClicks(inspector.note, "Mine. ")
    with qtbot.waitSignal(inspector.note_change_requested) as wished:
        inspector.set_model(inspector_model(15, note="Another"))
    assert wished.args == [14, "Mine. Compare with the Red Cross count."]
    assert inspector.note.text() == "Another"


@pytest.mark.parametrize("leave", ["none", "focus", "hide", "escape"])
def test_a_note_is_kept_however_it_is_left(qtbot: QtBot, inspector: Inspector, leave: str) -> None:
    inspector.note.setFocus()
    qtbot.waitUntil(inspector.note.hasFocus)
    QTest.keyClicks(inspector.note, "Mine. ")
    with qtbot.waitSignal(inspector.note_change_requested, timeout=500) as wished:
        if leave == "none":
            inspector.set_model(None)
        elif leave == "focus":
            inspector.reviewed.setFocus()
        elif leave == "hide":
            inspector.hide()
        else:
            QTest.keyClick(inspector.note, Qt.Key.Key_Escape)
    assert wished.args == [14, "Mine. Compare with the Red Cross count."]


def test_a_note_being_typed_survives_other_changes_of_its_excerpt(inspector: Inspector) -> None:
    QTest.keyClicks(inspector.note, "Half a sen")
    inspector.set_model(replace(inspector_model(), topics=()))
    QTest.keyClicks(inspector.note, "tence. ")
    assert inspector.note.text().startswith("Half a sentence. ")


def test_a_note_keeps_hard_spaces_and_letters_beyond_the_basic_plane(
    qtbot: QtBot, inspector: Inspector
) -> None:
    text = "p.\u00a02 \U0001f9fe\nsecond line"
    inspector.set_model(inspector_model(16, note=text))
    assert inspector.note.text() == text


def test_a_note_that_was_undone_elsewhere_is_shown_as_it_is_now(inspector: Inspector) -> None:
    inspector.set_model(inspector_model(note="Before"))
    assert inspector.note.text() == "Before"


def test_reviewed_is_a_tick(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.reviewed.setFocus()
    with qtbot.waitSignal(inspector.state_change_requested) as wished:
        QTest.keyClick(inspector.reviewed, Qt.Key.Key_Space)
    assert wished.args == [14, ExcerptState.REVIEWED]


def test_an_inferred_date_shows_its_words_and_is_confirmed_by_one_key(
    qtbot: QtBot, inspector: Inspector
) -> None:
    inspector.set_model(replace(inspector_model(), events=(replace(EVACUATION, date=NEAREST),)))
    assert words(inspector.dates.chips) == [
        "24 September 2023 (year inferred)",
        "inferred from “On 24 September”",
        "✓ confirm",
    ]
    with qtbot.waitSignal(inspector.event_date_requested) as wished:
        QTest.keyClick(inspector.dates.chips[2], Qt.Key.Key_Return)
    assert wished.args == [EVACUATION.id, replace(NEAREST, certainty=Certainty.STATED)]


def test_the_nearest_date_is_offered_to_an_undated_event_and_to_a_new_one(
    qtbot: QtBot, inspector: Inspector
) -> None:
    inspector.set_model(replace(inspector_model(), events=(replace(BLOCKADE, date=None),)))
    with qtbot.waitSignal(inspector.event_date_requested) as wished:
        QTest.keyClick(inspector.dates.chips[0], Qt.Key.Key_Return)
    assert wished.args == [BLOCKADE.id, NEAREST]
    inspector.set_model(replace(inspector_model(), events=()))
    with qtbot.waitSignal(inspector.event_creation_requested) as wished:
        QTest.keyClick(inspector.dates.chips[-1], Qt.Key.Key_Return)
    assert wished.args == [14, NEAREST]


def test_figures_that_conflict_are_said_to_in_words(inspector: Inspector) -> None:
    model = inspector_model()
    line = model.claims[0]
    doubtful = replace(line, claim=replace(line.claim, status=ClaimStatus.WORK_NEEDED))
    inspector.set_model(replace(model, claims=(replace(line, conflicts=True), doubtful)))
    shown = words(inspector.claims.chips)
    assert "figures conflict" in shown
    assert "work needed" in shown


def test_a_chip_that_goes_hands_its_focus_to_its_neighbour(inspector: Inspector) -> None:
    both = replace(inspector_model(), events=(BLOCKADE, EVACUATION))
    inspector.set_model(both)
    inspector.events.chips[0].setFocus()
    inspector.set_model(replace(both, events=(EVACUATION,)))
    assert inspector.events.chips[0].hasFocus()
    assert inspector.events.chips[0].text() == EVACUATION.name


def test_a_chip_keeps_its_focus_when_its_role_changes(inspector: Inspector) -> None:
    model = inspector_model()
    inspector.actors.chips[0].setFocus()
    tag = model.actors[0]
    changed = replace(tag, link=replace(tag.link, role=Role.WITNESS, stance=None))
    inspector.set_model(replace(model, actors=(changed,)))
    assert inspector.actors.chips[0].hasFocus()
    assert inspector.actors.chips[0].text() == f"{ANAHIT.name} · witness"


def test_tab_goes_through_the_rows_as_they_are_read(inspector: Inspector) -> None:
    inspector.set_model(replace(inspector_model(), topics=()))
    inspector.quote.setFocus()
    seen: list[str] = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.text() if isinstance(widget, Chip) else widget.accessibleName())
        if widget is inspector.delete_button:
            break
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen[1] == "Evacuation to Syunik"
    assert seen.index("+ link") < seen.index("+ claim") < seen.index("Note")


def test_no_chip_is_clipped_in_a_narrow_pane(inspector: Inspector) -> None:
    long = replace(EVACUATION, name="A name of an event that is longer than any pane " * 3)
    inspector.set_model(replace(inspector_model(), events=(long, BLOCKADE)))
    inspector.resize(230, 500)
    QApplication.processEvents()
    for row in (inspector.events, inspector.actors, inspector.citations, inspector.claims):
        for chip in row.chips:
            assert row.rect().contains(chip.geometry())
            assert chip.height() >= chip.sizeHint().height()


def test_right_to_left_rows_begin_at_the_right(inspector: Inspector) -> None:
    inspector.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    first, second = inspector.events.chips
    assert first.x() > second.x()
    assert first.geometry().right() == inspector.events.rect().right()


def test_the_quote_opens_and_leads_to_the_passage(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.quote.setFocus()
    closed = inspector.quote.lines(300)
    assert len(closed) == 2
    assert closed[-1].endswith("…")
    QTest.keyClick(inspector.quote, Qt.Key.Key_Space)
    assert "forty hours" in "".join(inspector.quote.lines(300))
    with qtbot.waitSignal(inspector.passage_show_requested) as wished:
        QTest.keyClick(inspector.quote, Qt.Key.Key_Return)
    assert wished.args == [14]


def test_what_may_not_be_changed_offers_no_change(inspector: Inspector) -> None:
    inspector.set_model(replace(inspector_model(), read_only=True))
    assert words(inspector.events.chips) == ["Evacuation to Syunik"]
    assert inspector.note.isReadOnly()
    assert not inspector.delete_button.isEnabled()


def test_every_part_has_a_name_for_a_screen_reader(inspector: Inspector) -> None:
    chip = inspector.events.chips[0]
    assert chip.accessibleName() == "Event Evacuation to Syunik, press Delete to remove"
    for widget in inspector.findChildren(QWidget):
        if isinstance(widget, Chip):
            assert widget.accessibleName()


def test_an_orphaned_excerpt_says_so(inspector: Inspector) -> None:
    model = inspector_model()
    inspector.set_model(
        replace(model, excerpt=replace(model.excerpt, anchor_state=AnchorState.ORPHANED))
    )
    assert any("orphaned" in label.text() for label in inspector.findChildren(QLabel))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, 40.0, "up to 40 people"),
        (12.0, None, "at least 12 people"),
        (12.0, 12.0, "12 people"),
        (12.0, 40.5, "12–40.5 people"),
        (0.0, 3.0, "0–3 people"),
    ],
)
def test_figures_read_as_sentences(low: float | None, high: float | None, words: str) -> None:
    claim = replace(
        inspector_model().claims[0].claim, minimum=low, maximum=high, unit="people", property=""
    )
    assert claim_text(replace(claim, text="")) == words


@pytest.mark.parametrize(
    ("low", "high", "written", "words"),
    [
        (
            5000.0,
            5000.0,
            "approximately 5,000 people",
            "5,000 people (“approximately 5,000 people”)",
        ),
        (None, 100.0, "less than 100", "up to 100 people (“less than 100”)"),
        (None, 40.0, "up to 40 people", "up to 40 people"),
        (12.0, 12.0, "12", "12 people"),
        (3.0, 5.0, "between 3 and 5 people", "3–5 people"),
    ],
)
def test_what_a_number_leaves_out_of_its_words_stands_beside_it(
    low: float | None, high: float | None, written: str, words: str
) -> None:
    claim = replace(
        inspector_model().claims[0].claim,
        minimum=low,
        maximum=high,
        unit="people",
        property="",
        text=written,
    )
    assert claim_text(claim) == words


def test_a_bare_number_is_a_page() -> None:
    assert [locator_text(text) for text in ("2", "12–14", "ch. 4", "xii")] == [
        "p. 2",
        "p. 12–14",
        "ch. 4",
        "xii",
    ]
