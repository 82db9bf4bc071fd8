from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.domain.dates import from_edtf
from archivist.domain.errors import InvalidValueError, NotFoundError


def test_an_event_keeps_what_a_person_says_of_it(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        war = archive.events.create("War")
        date = from_edtf("2023-09-19/2023-09-20", text="19–20 September 2023")
        made = archive.events.create(
            "  September \n offensive ",
            date=date,
            description="two days",
            parent_id=war,
            place=" Stepanakert ",
            color="#0A7F6F",
        )
        event = archive.events.get(made)
        assert (event.name, event.date, event.parent_id) == ("September offensive", date, war)
        assert (event.place, event.color, event.description) == (
            "Stepanakert",
            "#0a7f6f",
            "two days",
        )


def test_a_second_event_of_one_name_is_refused_with_the_first_ones_name(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        archive.events.create("Évacuation")
        with pytest.raises(InvalidValueError, match="already an event “Évacuation”"):
            archive.events.create(" e\u0301VACUATION ")
        other = archive.events.create("Blockade")
        with pytest.raises(InvalidValueError, match="Évacuation"):
            archive.events.update(other, name="évacuation")
        archive.events.update(other, name="BLOCKADE")
        assert archive.events.get(other).name == "BLOCKADE"


@pytest.mark.parametrize(("name", "color"), [(" \n", ""), ("Blockade", "teal")])
def test_an_empty_name_or_no_color_is_refused(tmp_path: Path, name: str, color: str) -> None:
    with new_archive(tmp_path) as archive:
        with pytest.raises(InvalidValueError):
            archive.events.create(name, color=color)
        event = archive.events.create("Blockade")
        with pytest.raises(InvalidValueError):
            archive.events.update(event, name=name, color=color)


def test_ensuring_an_event_makes_it_once(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        assert archive.events.ensure("Blockade") == archive.events.ensure("blockade ")
        found = archive.events.by_name("BLOCKADE")
        assert found is not None
        assert found.name == "Blockade"
        assert archive.events.by_name("Siege") is None


def test_a_hierarchy_never_turns_in_a_circle(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        war = archive.events.create("War")
        siege = archive.events.create("Siege", parent_id=war)
        hunger = archive.events.create("Hunger", parent_id=siege)
        for parent in (war, siege, hunger):
            with pytest.raises(InvalidValueError, match="cannot be the parent"):
                archive.events.update(war, parent_id=parent)
        with pytest.raises(NotFoundError):
            archive.events.update(war, parent_id=99)
        archive.events.update(hunger, parent_id=None)
        archive.events.update(war, parent_id=hunger)
        assert archive.events.get(war).parent_id == hunger


def test_the_parts_of_a_deleted_event_go_to_its_parent(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        war = archive.events.create("War")
        siege = archive.events.create("Siege", parent_id=war)
        hunger = archive.events.create("Hunger", parent_id=siege)
        excerpt = highlight(archive, add_text(archive), "bread")
        archive.links.tag_event(excerpt, siege)
        archive.events.delete(siege)
        assert archive.events.get(hunger).parent_id == war
        assert archive.excerpts.tags([excerpt]).events[excerpt] == []
        assert archive.history.undo() == "Delete event “Siege”"
        assert archive.events.get(hunger).parent_id == siege
        assert [event.id for event in archive.excerpts.tags().events[excerpt]] == [siege]


def test_a_field_that_events_do_not_have_is_a_callers_mistake(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        event = archive.events.create("War")
        with pytest.raises(TypeError, match="colour"):
            archive.events.update(event, colour="#000000")


def test_merging_events_moves_links_once_and_loses_nothing(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread, rain = highlight(archive, document, "bread"), highlight(archive, document, "rain")
        keep = archive.events.create("Evacuation", description="first", place="Syunik")
        gone = archive.events.create(
            "Exodus",
            description="second",
            place="Goris",
            color="#112233",
            date=from_edtf("2023-09-24"),
        )
        part = archive.events.create("Bus convoy", parent_id=gone)
        archive.links.tag_event(bread, keep)
        archive.links.tag_event(bread, gone)
        archive.links.tag_event(rain, gone)
        claim = archive.claims.create(rain, property="people", minimum=9, event_id=gone)
        before = (archive.events.all(), archive.excerpts.tags())

        archive.events.merge(keep, gone)

        merged = archive.events.get(keep)
        assert merged.description.split("\n") == ["first", "second", "name: Exodus", "place: Goris"]
        assert (merged.place, merged.color, merged.date) == (
            "Syunik",
            "#112233",
            from_edtf("2023-09-24"),
        )
        assert archive.events.counts() == {keep: 2, part: 0}
        assert archive.events.get(part).parent_id == keep
        assert archive.claims.get(claim).event_id == keep
        assert archive.history.undo() == "Merge event “Exodus” into “Evacuation”"
        assert (archive.events.all(), archive.excerpts.tags()) == before


def test_a_date_that_differs_is_kept_in_words_when_events_merge(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        keep = archive.events.create("Fire", date=from_edtf("1917-12-06"))
        gone = archive.events.create("Blaze", date=from_edtf("1917-12", text="early that winter"))
        archive.events.merge(keep, gone)
        merged = archive.events.get(keep)
        assert merged.date == from_edtf("1917-12-06")
        assert "date: early that winter = 1917-12" in merged.description


def test_an_event_merged_with_one_above_or_below_it_leaves_no_circle(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        top = archive.events.create("Top")
        middle = archive.events.create("Middle", parent_id=top)
        low = archive.events.create("Low", parent_id=middle)
        aside = archive.events.create("Aside", parent_id=top)
        archive.events.merge(low, top)
        parents = {event.id: event.parent_id for event in archive.events.all()}
        assert parents == {low: None, middle: low, aside: low}
        archive.events.merge(low, middle)
        assert {event.id: event.parent_id for event in archive.events.all()} == {
            low: None,
            aside: low,
        }


def test_an_event_cannot_be_merged_with_itself(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        event = archive.events.create("War")
        with pytest.raises(InvalidValueError):
            archive.events.merge(event, event)
        with pytest.raises(NotFoundError):
            archive.events.merge(event, 99)
        assert archive.events.all() == [archive.events.get(event)]
