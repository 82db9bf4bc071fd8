"""Going through suggestions by keys, in the real window: each decision is one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QScrollArea
from pytestqt.qtbot import QtBot
from tests.suggested import STORY, everything
from tests.ui.hand import LEFT, NO_KEY, Hand

from archivist.domain.dates import from_edtf
from archivist.domain.model import ActorName
from archivist.domain.suggestions import Proposal, SuggestionKind
from archivist.finding.version import FINDER_VERSION
from archivist.ui import theme
from archivist.ui.dialogs.suggested import DateDialog, MeaningDialog, NameDialog, SourceDialog
from archivist.ui.review import ReviewPane
from archivist.ui.review.model import Detail

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def pane_of(hand: Hand) -> ReviewPane:
    return hand.window.bench.workspace.review


def kinds(hand: Hand) -> list[str]:
    return [each.kind.value for each in pane_of(hand).model.proposals]


def looked_through(hand: Hand) -> None:
    """Waits until the finder has seen every document."""
    archive = hand.window.hub.archive
    hand.wait(lambda: archive.suggestions.stale(FINDER_VERSION) == [])


def choose(hand: Hand, kind: str, which: int = 0) -> Proposal:
    """Goes to a suggestion of a kind with the key for the next one."""
    pane = pane_of(hand)
    of_kind = [row for row, each in enumerate(kinds(hand)) if each == kind]
    while pane.view.currentIndex().row() != of_kind[which]:
        hand.press(KEY.Key_S)
    assert pane.proposal is not None
    return pane.proposal


def form(hand: Hand) -> QDialog:
    """Gives the form that is open."""
    return next(each for each in hand.window.findChildren(QDialog) if each.isVisible())


@pytest.fixture
def story(hand: Hand, tmp_path: Path) -> Hand:
    """A window on the story, with one suggestion of each kind and two names; the pane is open."""
    return open_story(hand, tmp_path)


def open_story(hand: Hand, tmp_path: Path) -> Hand:
    source = tmp_path / "story.txt"
    source.write_text(STORY, encoding="utf-8")
    hand.window.archives.start(tmp_path / "story.archivist")
    hand.window.bench.suggesting.stop()  # what is found is given here
    hand.import_paths(source)
    archive = hand.window.hub.archive
    start = STORY.index("24 September")
    date = from_edtf("1931-09-24", text="24 September")
    archive.found_dates.put(1, start, start + len("24 September"), date)
    archive.suggestions.keep(1, everything(), FINDER_VERSION)
    hand.window.bench.suggesting.found.emit(1)
    hand.press(KEY.Key_U, CONTROL)
    return hand


def button_text(hand: Hand) -> str:
    return hand.window.review_button.text()


def test_what_is_found_after_import_is_counted_on_the_toolbar(mill: Hand) -> None:
    looked_through(mill)
    count = sum(mill.window.hub.archive.suggestions.counts().values())
    assert count > 0
    assert button_text(mill) == f"Review {count} suggestions"
    assert mill.window.hub.archive.history.undoable == "Import “mill.txt”", "finding is no step"


def test_the_review_opens_by_key_and_lists_what_is_open_in_the_document(story: Hand) -> None:
    assert kinds(story) == ["date", "name", "name", "source", "figure", "marker", "reference"]
    assert story.focused is pane_of(story).view
    assert "24 September" in pane_of(story).card.text
    assert button_text(story) == "Review 7 suggestions"


def test_one_key_accepts_and_goes_on_and_undo_brings_the_suggestion_back(story: Hand) -> None:
    name = choose(story, "name")
    story.press(KEY.Key_A)
    assert button_text(story) == "Review 6 suggestions"
    pane = pane_of(story)
    assert pane.proposal is not None
    assert pane.proposal.value == "Red Cross", "the next one"
    assert "Accepted: Ivo Brandt" in story.window.status.message
    actors = story.window.hub.archive.actors.all()
    assert [actor.name for actor in actors] == ["Ivo Brandt"]
    story.press(KEY.Key_Z, CONTROL)
    assert pane.proposal == name, "what came back is chosen"
    assert story.window.hub.archive.actors.all() == []
    assert story.focused is pane.view


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_Delete])
def test_one_key_rejects_for_good(story: Hand, key: Qt.Key) -> None:
    choose(story, "figure")
    story.press(key)
    assert "figure" not in kinds(story)
    assert button_text(story) == "Review 6 suggestions"
    assert len(story.window.hub.archive.excerpts.all()) == 0


def test_enter_accepts_and_the_reader_shows_what_became_of_it(story: Hand) -> None:
    choose(story, "source")
    story.press(KEY.Key_Return)
    (excerpt,) = story.window.hub.archive.excerpts.all()
    assert excerpt.anchor.quote == "some 500 people had left"
    assert "source" not in kinds(story)


def test_keys_of_the_menus_belong_to_the_list_while_it_has_the_keyboard(story: Hand) -> None:
    pane = pane_of(story)
    story.press(KEY.Key_N)
    assert pane.view.currentIndex().row() == 1
    story.press(KEY.Key_P)
    assert pane.view.currentIndex().row() == 0
    story.press(KEY.Key_P)
    assert pane.view.currentIndex().row() == len(kinds(story)) - 1, "after the first, the last"


def test_the_chosen_suggestion_is_framed_in_the_text_until_the_pane_is_closed(story: Hand) -> None:
    view = story.reader.text_view
    found = choose(story, "marker")
    before = view.viewport().grab(view.range_area(found.start, found.end)).toImage()
    story.press(KEY.Key_Escape)
    assert story.focused is view
    story.press(KEY.Key_U, CONTROL, on=view)
    assert pane_of(story).isHidden()
    after = view.viewport().grab(view.range_area(found.start, found.end)).toImage()
    assert before != after


def test_suggestions_are_marked_in_the_text_and_can_be_left_out(story: Hand) -> None:
    view = story.reader.text_view
    story.press(KEY.Key_U, CONTROL)
    place = STORY.index("Ivo Brandt slept")
    area = view.range_area(place, place + 10)
    with_mark = view.viewport().grab(area).toImage()
    story.window.actions_["show_suggestions"].trigger()
    story.settle()
    assert view.viewport().grab(area).toImage() != with_mark
    assert not story.window.actions_["show_suggestions"].isChecked()


def test_a_click_on_a_mark_goes_to_its_suggestion(story: Hand) -> None:
    pane, view = pane_of(story), story.reader.text_view
    pane.kind.setCurrentIndex(1)
    story.press(KEY.Key_U, CONTROL)
    place = STORY.index("Red Cross came")
    story.reader.show_range(place, place + 9)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, view.range_area(place, place + 9).center())
    story.settle()
    assert not pane.isHidden()
    assert pane.proposal is not None
    assert pane.proposal.value == "Red Cross"
    assert story.focused is pane.view


def test_all_of_a_kind_are_accepted_in_one_step(story: Hand) -> None:
    choose(story, "name", 1)
    after = kinds(story)[max(row for row, kind in enumerate(kinds(story)) if kind == "name") + 1]
    story.press(KEY.Key_A, SHIFT)
    assert "name" not in kinds(story)
    chosen = pane_of(story).proposal
    assert chosen is not None
    assert chosen.kind.value == after, "nothing is gone past"
    assert story.window.hub.archive.history.undoable == "Accept 2 suggestions"
    assert "Accepted 2 suggestions" in story.window.status.message
    story.press(KEY.Key_Z, CONTROL)
    assert kinds(story).count("name") == 2


def test_a_name_is_accepted_and_rejected_in_the_whole_archive(story: Hand, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(STORY + " The end.", encoding="utf-8")
    story.import_paths(other)
    archive = story.window.hub.archive
    archive.suggestions.keep(2, everything(STORY + " The end."), FINDER_VERSION)
    story.window.bench.suggesting.found.emit(2)
    pane = pane_of(story)
    pane.setFocus()
    story.settle()
    choose(story, "name")
    assert "Accept the name in all 2 documents" in pane.card.accept_everywhere.text()
    story.press(KEY.Key_W)
    (actor,) = archive.actors.all()
    assert archive.actors.counts() == {actor.id: 6}
    choose(story, "name")
    story.press(KEY.Key_X, SHIFT)
    pane.scope.setCurrentIndex(1)
    assert "name" not in kinds(story)
    assert {each.document_id for each in pane.model.proposals} == {1, 2}


def test_filters_narrow_the_list_and_say_how_many_there_are(story: Hand) -> None:
    pane = pane_of(story)
    offered = [pane.kind.itemText(row) for row in range(pane.kind.count())]
    assert offered[:3] == ["All kinds · 7", "Dates · 1", "Names · 2"]
    pane.kind.setCurrentIndex(2)
    assert kinds(story) == ["name", "name"]
    pane.view.setFocus()
    story.press(KEY.Key_A)
    assert kinds(story) == ["name"]
    assert pane.kind.currentText() == "Names · 1"
    story.press(KEY.Key_A)
    assert kinds(story) == []
    assert pane.hint == "Nothing of this kind is left. Choose “All kinds” above for 5 more."


def test_a_date_is_corrected_before_it_is_accepted(story: Hand) -> None:
    choose(story, "date")
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, DateDialog)
    dialog.date.line.setText("24 September 1932")
    dialog.accept()
    story.settle()
    (found,) = story.window.hub.archive.documents.dates(1)
    assert (found.date.edtf, found.date.certainty) == ("1932-09-24", "stated")
    assert story.window.focusWidget() is pane_of(story).view


def test_an_event_is_made_of_a_date(story: Hand) -> None:
    choose(story, "date")
    story.press(KEY.Key_V)
    story.type("Closure")
    form(story).accept()
    story.settle()
    (event,) = story.window.hub.archive.events.all()
    assert event.date is not None
    assert (event.name, event.date.edtf) == ("Closure", "1931-09-24")
    assert "date" not in kinds(story)


def test_a_date_is_given_to_the_event_that_is_chosen_in_the_library(story: Hand) -> None:
    story.window.hub.archive.events.create("Closure")
    story.settle()
    story.click_row("event", "Closure")
    pane = pane_of(story)
    pane.setFocus()
    story.settle()
    choose(story, "name")
    choose(story, "date")
    assert pane.card.date_event.text() == "Date “Closure” by it"
    pane.card.date_event.trigger()
    story.settle()
    (event,) = story.window.hub.archive.events.all()
    assert event.date is not None
    assert event.date.certainty == "stated"


def test_a_name_is_said_to_be_an_actor_that_is_there(story: Hand) -> None:
    archive = story.window.hub.archive
    icrc = archive.actors.create("International Committee of the Red Cross")
    choose(story, "name", 1)
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, NameDialog)
    assert dialog.kind.currentText() == "organization"
    dialog.name.setEditText("International Committee of the Red Cross")
    assert not dialog.kind.isEnabled(), "the kind of an actor is edited with the actor"
    dialog.accept()
    story.settle()
    assert [each.name for each in archive.actors.get(icrc).names] == ["Red Cross"]
    assert archive.actors.counts() == {icrc: 2}


def test_a_speaker_gets_another_stance(story: Hand) -> None:
    choose(story, "source")
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, SourceDialog)
    assert dialog.stance.currentText() == "asserts"
    dialog.stance.setCurrentIndex(dialog.stance.findText("denies"))
    dialog.accept()
    story.settle()
    archive = story.window.hub.archive
    (excerpt,) = archive.excerpts.all()
    ((actor, link),) = archive.excerpts.tags([excerpt.id]).actors[excerpt.id]
    assert (actor.name, link.role, link.stance) == ("Ivo Brandt", "source", "denies")


def test_a_figure_is_filled_in(story: Hand) -> None:
    from archivist.ui.dialogs.claim import ClaimDialog

    choose(story, "figure")
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, ClaimDialog)
    assert (dialog.counted.currentText(), dialog.minimum.text()) == ("left", "450")
    dialog.counted.setEditText("workers gone")
    dialog.accept()
    story.settle()
    archive = story.window.hub.archive
    (excerpt,) = archive.excerpts.all()
    (claim,) = archive.excerpts.tags([excerpt.id]).claims[excerpt.id]
    assert claim.property == "workers gone"


def test_a_label_is_said_to_mean_an_entry_of_the_list(story: Hand) -> None:
    choose(story, "marker")
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, MeaningDialog)
    dialog.meant.setCurrentIndex(1)
    dialog.accept()
    story.settle()
    archive = story.window.hub.archive
    (citation,) = archive.citations.all()
    assert citation.title == "The Mill"
    assert archive.markers.labels_in(1)[citation.id] == "2"
    assert not {"marker", "reference"} & set(kinds(story))


def test_a_reference_is_corrected_before_a_citation_is_made_of_it(story: Hand) -> None:
    from archivist.ui.dialogs.citation import CitationDialog

    choose(story, "reference")
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, CitationDialog)
    dialog.accept()
    story.settle()
    (citation,) = story.window.hub.archive.citations.all()
    assert (citation.title, citation.raw) == (
        "The Mill",
        "Lind, Ada. The Mill. London: Press, 1932.",
    )


def test_cancelling_a_form_decides_nothing(story: Hand) -> None:
    choose(story, "name")
    story.press(KEY.Key_E)
    form(story).reject()
    story.settle()
    assert len(kinds(story)) == 7
    assert story.window.focusWidget() is pane_of(story).view


def test_an_empty_review_says_what_to_do(hand: Hand, tmp_path: Path) -> None:
    hand.window.archives.start(tmp_path / "empty.archivist")
    hand.settle()
    hand.press(KEY.Key_U, CONTROL)
    assert pane_of(hand).hint == "Import documents (Ctrl+I); what is found in them comes up here."
    assert button_text(hand) == "Review"


def test_decisions_outlive_the_window_and_another_search(qtbot: QtBot, tmp_path: Path) -> None:
    story = open_story(Hand(qtbot), tmp_path)
    path = story.window.hub.archive.path
    choose(story, "figure")
    story.press(KEY.Key_X)
    story.close()
    again = Hand(qtbot)
    again.window.archives.open(path)
    again.settle()
    assert button_text(again) == "Review 6 suggestions"
    again.window.hub.archive.suggestions.keep(1, everything(), FINDER_VERSION)
    again.press(KEY.Key_U, CONTROL)
    assert "figure" not in kinds(again)
    again.close()


def test_documents_are_looked_through_again_on_request(story: Hand) -> None:
    choose(story, "reference")
    story.press(KEY.Key_X)
    story.window.actions_["look_again"].trigger()
    looked_through(story)
    assert "reference" not in kinds(story), "what was rejected"
    assert "date" in kinds(story), "what the finder itself finds"


def test_a_read_only_archive_shows_what_is_open_and_decides_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    story = open_story(Hand(qtbot), tmp_path)
    path = story.window.hub.archive.path
    story.close()
    reading = Hand(qtbot)
    reading.window.archives.open(path, read_only=True)
    reading.settle()
    reading.press(KEY.Key_U, CONTROL)
    assert len(kinds(reading)) == 7
    assert not pane_of(reading).card.accept.isEnabled()
    reading.press(KEY.Key_A)
    assert len(kinds(reading)) == 7
    reading.close()


def test_the_list_says_aloud_what_accepting_makes(story: Hand) -> None:
    choose(story, "source")
    said = pane_of(story).view.accessibleDescription()
    assert said.endswith("with “Ivo Brandt” as its source, asserts.")


def test_what_stands_in_the_way_of_accepting_is_said(story: Hand) -> None:
    archive = story.window.hub.archive
    for name in ("One", "Two"):
        actor = archive.actors.create(name)
        archive.actors.update(actor, names=[ActorName("Red Cross")])
    choose(story, "name", 1)
    assert "is a name of several actors: “One”, “Two”" in pane_of(story).card.text
    story.press(KEY.Key_A)
    assert len(kinds(story)) == 7
    assert "is a name of several actors" in story.window.messages.text
    story.press(KEY.Key_E)
    dialog = form(story)
    assert isinstance(dialog, NameDialog)
    dialog.name.setEditText("Two")
    dialog.accept()
    story.settle()
    assert archive.actors.counts() == {1: 0, 2: 2}


def test_the_card_takes_another_theme_s_colors(story: Hand) -> None:
    card = pane_of(story).card
    for use, colors in (
        (story.window.themes.use_dark_theme, theme.DARK),
        (story.window.themes.use_light_theme, theme.LIGHT),
    ):
        use()
        story.settle()
        assert f"<b style='color:{colors.found}'>24 September</b>" in story.texts_of(card)


def test_the_card_cuts_the_context_and_no_line_where_it_is_small(story: Hand) -> None:
    card = pane_of(story).card
    choose(story, "name")
    (area,) = card.findChildren(QScrollArea)
    words = area.widget()
    assert words is not None
    window = story.window
    for width, height in ((1400, 880), (1024, 700), (900, 600)):
        window.resize(width, height)
        story.settle()
        assert words.height() <= area.viewport().height(), f"cut at {width} × {height}"
        assert "Ivo Brandt</b>" in story.texts_of(card)


def test_a_long_name_makes_the_card_no_wider(story: Hand) -> None:
    card = pane_of(story).card
    (area,) = card.findChildren(QScrollArea)
    words = area.widget()
    assert words is not None
    card.show_detail(
        Detail("Name · " + "The Committee of the Mill at the River " * 4, "", "The", "", "Accept."),
        SuggestionKind.NAME,
        1,
        writable=True,
    )
    story.settle()
    assert words.width() <= area.viewport().width()
