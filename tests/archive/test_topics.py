from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.domain.errors import InvalidValueError


def test_a_name_is_taken_only_below_the_same_parent(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        siege, flight = archive.topics.create("Siege"), archive.topics.create("Flight")
        one = archive.topics.create("Civilians", siege)
        two = archive.topics.create("civilians", flight)
        assert one != two
        with pytest.raises(InvalidValueError, match="already a topic “Civilians”"):
            archive.topics.create("CIVILIANS", siege)
        with pytest.raises(InvalidValueError, match="Civilians"):
            archive.topics.update(two, parent_id=siege)
        assert archive.topics.ensure("civilians", siege) == one
        assert archive.topics.ensure("Civilians") not in {one, two}


def test_topics_never_turn_in_a_circle(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        food = archive.topics.create("Food")
        bread = archive.topics.create("Bread", food)
        with pytest.raises(InvalidValueError):
            archive.topics.update(food, parent_id=bread)
        archive.topics.update(bread, name="Loaves", parent_id=None)
        assert archive.topics.get(bread).name == "Loaves"
        assert archive.topics.get(bread).parent_id is None


def test_what_stands_below_a_deleted_topic_goes_up_unless_its_name_is_taken(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        food = archive.topics.create("Food")
        staple = archive.topics.create("Staple", food)
        bread = archive.topics.create("Bread", staple)
        archive.topics.create("bread", food)
        with pytest.raises(InvalidValueError, match="“Bread”"):
            archive.topics.delete(staple)
        archive.topics.update(bread, name="White bread")
        archive.topics.delete(staple)
        assert archive.topics.get(bread).parent_id == food


def test_merging_topics_merges_what_stands_below_both(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        keep, gone = archive.topics.create("Food"), archive.topics.create("Supplies")
        one = archive.topics.create("Bread", keep)
        two = archive.topics.create("bread", gone)
        milk = archive.topics.create("Milk", gone)
        for topic in (keep, gone, two):
            archive.links.tag_topic(excerpt, topic)
        before = (archive.topics.all(), archive.excerpts.tags())
        archive.topics.merge(keep, gone)
        assert archive.topics.counts() == {keep: 1, one: 1, milk: 0}
        assert archive.topics.get(milk).parent_id == keep
        assert archive.history.undo() == "Merge topic “Supplies” into “Food”"
        assert (archive.topics.all(), archive.excerpts.tags()) == before


def test_a_merge_that_would_make_twins_is_refused_whole(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        war = archive.topics.create("War")
        archive.topics.create("Hunger", war)
        keep = archive.topics.create("Hunger")
        gone = archive.topics.create("Famine", war)
        before = archive.topics.all()
        with pytest.raises(InvalidValueError, match="Hunger"):
            archive.topics.merge(keep, gone)
        assert archive.topics.all() == before
