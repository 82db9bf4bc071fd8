"""The library: live counts, the filter, what a thing holds, and what is done to things."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from tests.ui.conftest import range_of
from tests.ui.hand import LEFT, NO_KEY, Hand

from archivist.domain.vocabulary import ActorKind
from archivist.ui.dialogs.event import EventDialog
from archivist.ui.dialogs.merge import MergeDialog
from archivist.ui.library_model import LibraryModel, Row, Section, is_thing, row_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def lines(model: LibraryModel) -> dict[str, list[str]]:
    """Gives what the library shows: headings with their lines and counts."""
    shown = {}
    for section in range(model.rowCount()):
        heading = model.index(section, 0)
        rows = [row_of(model.index(n, 0, heading)) for n in range(model.rowCount(heading))]
        shown[model.data(heading)] = [
            f"{row.label} {row.count}" if is_thing(row) else row.label
            for row in rows
            if row is not None
        ]
    return shown


@pytest.fixture
def tagged(mill: Hand) -> Hand:
    """An archive with two events, two actors and an excerpt of one event."""
    mill.select(*range_of("the river rose over the lower yard"))
    mill.press(Qt.Key.Key_T)
    for typed in ("Flood", "Inquiry", "@Ivo Brandt", "@Brandt"):
        mill.type(typed)
        mill.press(Qt.Key.Key_Return, CONTROL)
    mill.press(Qt.Key.Key_Escape)
    return mill


def test_counts_follow_what_is_done(tagged: Hand) -> None:
    shown = lines(tagged.window.bench.library.model)
    assert shown["Documents"] == ["mill 1"]
    assert shown["Events"] == ["Flood 1", "Inquiry 1"]
    assert shown["Actors"] == ["Brandt 1", "Ivo Brandt 1"]
    assert "Excerpts without a citation 1" in shown["To do"]
    tagged.press(Qt.Key.Key_Z, CONTROL)
    tagged.settle()
    assert lines(tagged.window.bench.library.model)["Actors"] == ["Ivo Brandt 1"]


def test_typing_filters_every_section(tagged: Hand) -> None:
    library = tagged.window.bench.library
    library.filter.setFocus()
    tagged.type("brandt ivo")
    shown = lines(library.model)
    assert (shown["Actors"], shown["Events"], shown["Documents"]) == (["Ivo Brandt 1"], [], [])
    library.filter.clear()
    assert len(lines(library.model)["Actors"]) == 2


def test_a_long_section_is_shortened_and_opened(hand: Hand) -> None:
    model = LibraryModel()
    rows = tuple(Row("event", number, f"Event {number}") for number in range(1, 31))
    model.set_section(Section("events", "Events", rows))
    model.set_short(5)
    assert lines(model)["Events"][-1] == "+ 25 more"
    model.open_or_shorten("events")
    assert len(lines(model)["Events"]) == 31
    model.open_or_shorten("events")
    assert len(lines(model)["Events"]) == 6


def test_a_chosen_event_lists_its_excerpts_which_lead_to_their_passages(tagged: Hand) -> None:
    tagged.window.hub.choose_excerpt(None)
    tagged.click_row("event", "Flood")
    listed = tagged.window.bench.library.excerpts
    assert [entry.label for entry in listed.entries] == ["“the river rose over the lower yard”"]
    tagged.press(Qt.Key.Key_Down, on=listed.view)
    tagged.press(Qt.Key.Key_Return, on=listed.view)
    assert tagged.window.hub.excerpt_id == 1
    tagged.press(Qt.Key.Key_Escape, on=listed.view)
    assert listed.isHidden()


def test_a_to_do_list_leads_to_the_places_where_there_is_something_to_do(mill: Hand) -> None:
    mill.click_row("list", "Citation needed")
    listed = mill.window.bench.library.excerpts
    assert len(listed.entries) == 1
    mill.press(Qt.Key.Key_Down, on=listed.view)
    mill.press(Qt.Key.Key_Return, on=listed.view)
    assert mill.reader.passage_rectangle(*range_of("[citation needed]")) is not None


def test_f2_renames_and_a_taken_name_is_refused_in_a_sentence(tagged: Hand) -> None:
    tagged.click_row("event", "Flood")
    view = tagged.window.bench.library.view
    for name, expected in (("Flood at the mill", "Flood at the mill"), ("inquiry", "Inquiry")):
        tagged.press(Qt.Key.Key_F2, on=view)
        (dialog,) = tagged.window.findChildren(QInputDialog)
        dialog.setTextValue(name)
        dialog.accept()
        tagged.wait(lambda: not tagged.window.findChildren(QInputDialog))
        assert any(expected in line for line in lines(tagged.window.bench.library.model)["Events"])
    assert "Inquiry" in tagged.window.messages.text


def test_del_deletes_without_asking_and_undo_brings_back(tagged: Hand) -> None:
    tagged.click_row("event", "Flood")
    tagged.press(Qt.Key.Key_Delete, on=tagged.window.bench.library.view)
    assert lines(tagged.window.bench.library.model)["Events"] == ["Inquiry 1"]
    assert "Flood" in tagged.window.status.message
    tagged.press(Qt.Key.Key_Z, CONTROL)
    tagged.settle()
    assert lines(tagged.window.bench.library.model)["Events"] == ["Flood 1", "Inquiry 1"]


def test_del_in_the_reader_deletes_the_chosen_excerpt(tagged: Hand) -> None:
    tagged.press(Qt.Key.Key_Delete, on=tagged.reader.text_view)
    assert "0 excerpts" in tagged.window.status.text
    assert tagged.window.bench.inspector.model is None
    tagged.press(Qt.Key.Key_Z, CONTROL, on=tagged.reader.text_view)
    tagged.wait(lambda: "1 excerpt" in tagged.window.status.text)


def test_two_actors_become_one_and_keep_both_names(tagged: Hand) -> None:
    tagged.click_row("actor", "Brandt")
    tagged.click_row("actor", "Ivo Brandt", CONTROL)
    tagged.window.actions_["merge"].trigger()
    (dialog,) = tagged.window.findChildren(MergeDialog)
    dialog.accept()
    tagged.settle()
    (actor,) = tagged.window.hub.archive.actors.all()
    assert {actor.name, *(name.name for name in actor.names)} == {"Brandt", "Ivo Brandt"}
    assert actor.kind == ActorKind.UNSTATED
    assert tagged.window.actions_["undo"].text().startswith("Undo Merge")


def test_f4_opens_the_form_and_what_was_changed_is_one_step(tagged: Hand) -> None:
    tagged.click_row("event", "Flood")
    tagged.press(Qt.Key.Key_F4, on=tagged.window.bench.library.view)
    (dialog,) = tagged.window.findChildren(EventDialog)
    dialog.place.setText("Lower yard")
    dialog.accept()
    tagged.settle()
    assert tagged.window.hub.archive.events.all()[0].place == "Lower yard"
    assert len(tagged.window.bench.timeline.axis.accessibleName()) > 0


def test_an_excerpt_dropped_on_an_actor_is_tagged(tagged: Hand) -> None:
    view = tagged.window.bench.library.view
    tagged.press(Qt.Key.Key_Z, CONTROL)  # takes back the tag and the actor Brandt
    tagged.window.hub.archive.actors.create("Clerk")
    tagged.settle()
    place = tagged.row_place("actor", "Clerk")
    tagged.drop_excerpt(1, on=view.viewport(), at=place)
    model = tagged.window.bench.inspector.model
    assert model is not None
    assert "Clerk" in {tag.actor.name for tag in model.actors}


def test_nothing_can_be_dropped_on_a_heading(tagged: Hand) -> None:
    view = tagged.window.bench.library.view
    step = tagged.window.actions_["undo"].text()
    tagged.drop_excerpt(1, on=view.viewport(), at=QPoint(30, 8))
    assert tagged.window.actions_["undo"].text() == step


def test_a_thing_that_moves_takes_its_choice_along(tagged: Hand) -> None:
    library = tagged.window.bench.library
    tagged.click_row("event", "Flood")
    tagged.window.bench.curating.rename_to(library.chosen_rows()[0], "Zenith of the flood")
    tagged.settle()
    assert lines(library.model)["Events"] == ["Inquiry 1", "Zenith of the flood 1"]
    assert [row.label for row in library.chosen_rows()] == ["Zenith of the flood"]
    tagged.press(Qt.Key.Key_Delete, on=library.view)
    assert lines(library.model)["Events"] == ["Inquiry 1"]
    assert [row.label for row in library.chosen_rows()] == ["Inquiry"]


def test_what_the_filter_hides_is_no_longer_chosen(tagged: Hand) -> None:
    library = tagged.window.bench.library
    tagged.click_row("actor", "Brandt")
    library.filter.setFocus()
    tagged.type("ivo")
    assert library.chosen_rows() == []
    assert library.current_row() is None
    library.filter.clear()
    assert lines(library.model)["Actors"] == ["Brandt 1", "Ivo Brandt 1"]


def test_delete_in_the_library_never_reaches_the_excerpt_beside_it(tagged: Hand) -> None:
    assert tagged.window.hub.excerpt_id is not None
    tagged.click_row("list", "Excerpts without a citation")
    tagged.press(Qt.Key.Key_Delete, on=tagged.window.bench.library.view)
    assert "1 excerpt" in tagged.window.status.text
    assert "Choose" in tagged.window.status.message


def test_going_to_a_thing_shows_it_even_in_a_shortened_section(mill: Hand) -> None:
    archive = mill.window.hub.archive
    made = [archive.events.create(f"Event {number:03}") for number in range(90)]
    mill.settle()
    library = mill.window.bench.library
    assert not library.model.find("event", made[-1]).isValid()
    mill.window.bench.show_thing("event", made[-1])
    assert [row.label for row in library.chosen_rows()] == ["Event 089"]


def test_showing_more_chooses_nothing_by_a_click_and_the_next_line_by_key(mill: Hand) -> None:
    archive = mill.window.hub.archive
    for number in range(90):
        archive.events.create(f"Event {number:03}")
    mill.settle()
    library = mill.window.bench.library
    events = library.model.index(1, 0)
    line = library.model.rowCount(events) - 1
    more = library.model.index(line, 0, events)
    library.view.scrollTo(more)
    QTest.mouseClick(library.view.viewport(), LEFT, NO_KEY, library.view.visualRect(more).center())
    mill.settle()
    assert library.model.rowCount(events) == 91
    assert library.chosen_rows() == []
    library.model.open_or_shorten("events")
    library.view.setCurrentIndex(library.model.index(line, 0, events))
    mill.press(Qt.Key.Key_Return, on=library.view)
    assert [row.label for row in library.chosen_rows()] == [f"Event {line:03}"]
    assert [row.label for row in library.chosen_rows()] == [library.excerpts.title]
