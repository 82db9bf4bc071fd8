from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.vocabulary import LinkOrigin, Relation, Role, Stance


def test_tagging_twice_is_tagging_once_and_named_in_the_undo_menu(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event, topic = archive.events.create("Blockade"), archive.topics.create("Food")
        assert archive.links.tag_event(excerpt, event) == archive.links.tag_event(excerpt, event)
        assert archive.history.undoable == "Tag excerpt with event “Blockade”"
        archive.links.tag_topic(excerpt, topic)
        assert archive.history.undoable == "Tag excerpt with topic “Food”"
        tags = archive.excerpts.tags([excerpt])
        assert [e.id for e in tags.events[excerpt]] == [event]
        archive.links.untag_event(excerpt, event)
        archive.links.untag_topic(excerpt, topic)
        assert archive.excerpts.tags([excerpt]).events[excerpt] == []
        assert archive.history.undo() == "Remove topic “Food” from excerpt"
        assert [t.id for t in archive.excerpts.tags([excerpt]).topics[excerpt]] == [topic]
        with pytest.raises(NotFoundError, match="Blockade"):
            archive.links.untag_event(excerpt, event)


def test_an_actor_has_a_stance_only_as_a_source(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        actor = archive.actors.create("Minister")
        with pytest.raises(InvalidValueError, match="Only a source"):
            archive.links.tag_actor(excerpt, actor, Role.VICTIM, Stance.DENIES)
        link = archive.links.tag_actor(excerpt, actor)
        with pytest.raises(InvalidValueError, match="Only a source"):
            archive.links.set_role(link, Role.WITNESS, Stance.DENIES)
        archive.links.set_role(link, Role.SOURCE, Stance.DENIES)
        [(_, found)] = archive.excerpts.tags([excerpt]).actors[excerpt]
        assert (found.role, found.stance) == (Role.SOURCE, Stance.DENIES)
        archive.links.set_role(link, Role.WITNESS)
        [(_, found)] = archive.excerpts.tags([excerpt]).actors[excerpt]
        assert (found.role, found.stance) == (Role.WITNESS, None)


def test_an_actor_can_have_several_roles_in_one_excerpt_but_each_once(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        actor = archive.actors.create("Minister")
        source = archive.links.tag_actor(excerpt, actor, Role.SOURCE)
        assert archive.links.tag_actor(excerpt, actor, Role.SOURCE, Stance.ASSERTS) == source
        witness = archive.links.tag_actor(excerpt, actor, Role.WITNESS)
        with pytest.raises(InvalidValueError, match="already source"):
            archive.links.set_role(witness, Role.SOURCE)
        facts = [(ln.role, ln.stance) for _, ln in archive.excerpts.tags([excerpt]).actors[excerpt]]
        assert facts == [(Role.SOURCE, Stance.ASSERTS), (Role.WITNESS, None)]
        archive.links.untag_actor(source)
        assert archive.history.undoable == "Remove actor “Minister” from excerpt"
        assert archive.actors.counts() == {actor: 1}


def test_a_link_to_a_citation_keeps_its_facts(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        citation = archive.citations.create(key="report")
        link = archive.links.cite(excerpt, citation, locator=" p. 2 ", confidence=0)
        assert archive.links.cite(excerpt, citation) == link
        archive.links.update_citation_link(link, relation=Relation.CONTRADICTS, confidence=4)
        found = archive.links.citation_link(link)
        assert (found.locator, found.relation, found.confidence, found.origin) == (
            "p. 2",
            Relation.CONTRADICTS,
            4,
            LinkOrigin.BY_HAND,
        )
        for confidence in (-1, 5):
            with pytest.raises(InvalidValueError, match="0 to 4"):
                archive.links.update_citation_link(link, confidence=confidence)
        archive.links.uncite(link)
        assert archive.history.undo() == "Unlink citation “report”"
        assert archive.links.citation_link(link) == found


def test_linking_what_is_not_there_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event = archive.events.create("Blockade")
        with pytest.raises(NotFoundError, match="excerpt 99"):
            archive.links.tag_event(99, event)
        with pytest.raises(NotFoundError, match="event 99"):
            archive.links.tag_event(excerpt, 99)
        with pytest.raises(NotFoundError):
            archive.links.cite(excerpt, 99)
        assert archive.history.undoable == "New event “Blockade”"


def test_the_markers_at_its_end_become_an_excerpts_citations_in_one_step(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        excerpt = highlight(archive, document, "of up to forty hours")
        assert archive.links.cite_markers(excerpt) == 2
        assert archive.links.cite_markers(excerpt) == 0
        tags = archive.excerpts.tags([excerpt])
        found = [(citation.key, link.origin) for citation, link in tags.citations[excerpt]]
        assert found == [
            (f"d{document}-90", LinkOrigin.MARKER),
            (f"d{document}-91", LinkOrigin.MARKER),
        ]
        assert archive.history.undo() == "Link excerpt to its markers"
        assert archive.citations.all() == []
        assert {marker.citation_id for marker in archive.markers.in_document(document)} == {None}


def test_an_excerpt_that_no_marker_follows_is_left_as_it_is(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "shops")
        assert archive.links.cite_markers(excerpt) == 0
        assert archive.history.undoable == "Highlight passage"
