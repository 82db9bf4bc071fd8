import dataclasses
from pathlib import Path

import pytest
from tests.curation import PROSE, add_text, highlight, new_archive

from archivist.archive.selection import Selection
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Anchor
from archivist.domain.reading import Rectangle
from archivist.domain.vocabulary import AnchorState, ExcerptState, Role


def test_a_highlighted_passage_comes_back_as_it_was_made(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        box = Rectangle(page=1, left=1.5, top=2.0, right=3.25, bottom=4.0)
        anchor = describe(PROSE, 3, 18, page=1, rectangles=(box,))
        excerpt = archive.excerpts.get(archive.excerpts.create(document, anchor, note="see p. 4"))
        assert excerpt.anchor == anchor
        assert (excerpt.note, excerpt.created_by) == ("see p. 4", "Ani")
        assert (excerpt.state, excerpt.anchor_state) == (ExcerptState.DRAFT, AnchorState.ANCHORED)


def test_offsets_count_an_emoji_as_one(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, "🕊🕊 Հայերեն text")
        excerpt = archive.excerpts.get(highlight(archive, document, "Հայերեն"))
        assert (excerpt.anchor.start, excerpt.anchor.end) == (3, 10)


def test_numbers_are_never_used_twice_even_after_undo(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        first = highlight(archive, document, "the shops")
        highlight(archive, document, "bread")
        assert archive.history.undo() == "Highlight passage"
        third = highlight(archive, document, "Medicine")
        archive.excerpts.delete(third)
        fourth = highlight(archive, document, "rain")
        names = [archive.excerpts.get(excerpt).name for excerpt in (first, fourth)]
        assert names == [f"{document}:1", f"{document}:4"]


def test_redo_gives_an_excerpt_its_number_back(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt_id = highlight(archive, add_text(archive), "bread")
        before = archive.excerpts.get(excerpt_id)
        archive.history.undo()
        archive.history.redo()
        assert archive.excerpts.get(excerpt_id) == before


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "something"},
        {"start": -1},
        {"start": 18},
        {"end": 17},
        {"end": 10_000},
        {"prefix": "never said before "},
        {"suffix": "nor this"},
        {"start": 18, "end": 18, "quote": ""},
    ],
)
def test_an_anchor_that_does_not_fit_the_text_is_refused(
    tmp_path: Path, change: dict[str, int | str]
) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        good = describe(PROSE, 3, 18)
        values = {field.name: getattr(good, field.name) for field in dataclasses.fields(good)}
        with pytest.raises(InvalidValueError):
            archive.excerpts.create(document, Anchor(**values | change))
        assert archive.excerpts.all() == []


def test_a_passage_of_a_document_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive, pytest.raises(NotFoundError):
        archive.excerpts.create(7, describe("some text", 0, 4))


def test_excerpts_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        first, second = add_text(archive), add_text(archive, name="second.txt")
        quotes = ("rain", "bread", "bread was rationed", "Medicine")
        for quote in quotes:
            highlight(archive, first, quote)
        highlight(archive, second, "shops")
        found = [excerpt.anchor.quote for excerpt in archive.excerpts.in_document(first)]
        assert found == ["bread", "bread was rationed", "Medicine", "rain"]
        assert [excerpt.anchor.quote for excerpt in archive.excerpts.all()] == [*found, "shops"]


def test_people_find_an_excerpt_by_its_name(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        excerpt_id = highlight(archive, document, "rain")
        assert archive.excerpts.by_name(f" {document}:1 ").id == excerpt_id
        with pytest.raises(NotFoundError, match="1:9"):
            archive.excerpts.by_name("1:9")
        with pytest.raises(InvalidValueError, match="3:14"):
            archive.excerpts.by_name("first")


def test_a_moved_excerpt_is_anchored_at_its_new_place(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt_id = highlight(archive, add_text(archive), "bread")
        with archive.step("Lose it"):
            archive.store.update("excerpt", excerpt_id, {"anchor_state": "orphaned"})
        start = PROSE.index("bread")
        archive.excerpts.move(excerpt_id, describe(PROSE, start, start + 18))
        moved = archive.excerpts.get(excerpt_id)
        assert (moved.anchor.quote, moved.anchor_state) == (
            "bread was rationed",
            AnchorState.ANCHORED,
        )
        archive.history.undo()
        assert archive.excerpts.get(excerpt_id).anchor.quote == "bread"


def test_note_and_state_are_kept_and_can_be_undone(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt_id = highlight(archive, add_text(archive), "bread")
        archive.excerpts.set_note(excerpt_id, "Compare with the other count")
        archive.excerpts.set_state(excerpt_id, ExcerptState.REVIEWED)
        assert archive.excerpts.get(excerpt_id).state is ExcerptState.REVIEWED
        assert archive.history.undo() == "Mark as reviewed"
        assert archive.history.undo() == "Edit note"
        assert archive.excerpts.get(excerpt_id).note == ""


def test_writing_what_is_there_already_leaves_no_step(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt_id = highlight(archive, add_text(archive), "bread")
        archive.excerpts.set_note(excerpt_id, "")
        archive.excerpts.set_state(excerpt_id, ExcerptState.DRAFT)
        assert archive.history.undoable == "Highlight passage"


def test_a_deleted_excerpt_comes_back_with_everything_linked_to_it(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt_id = highlight(archive, add_text(archive), "bread")
        archive.links.tag_event(excerpt_id, archive.events.create("Blockade"))
        archive.claims.create(excerpt_id, property="loaves", minimum=1, maximum=1)
        before = archive.excerpts.tags([excerpt_id])
        archive.excerpts.delete(excerpt_id)
        with pytest.raises(NotFoundError):
            archive.excerpts.get(excerpt_id)
        archive.history.undo()
        assert archive.excerpts.tags([excerpt_id]) == before


def test_tags_of_many_excerpts_take_a_fixed_number_of_queries(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        excerpts = [highlight(archive, document, word) for word in PROSE.split()[:12]]
        for number, excerpt in enumerate(excerpts):
            archive.links.tag_event(excerpt, archive.events.ensure(f"Event {number % 3}"))
            archive.links.tag_actor(excerpt, archive.actors.ensure("Ani"), Role.SOURCE)
            archive.links.tag_topic(excerpt, archive.topics.ensure("Food"))
            archive.links.cite(excerpt, archive.citations.create(raw=f"Report {number}"))
        statements: list[str] = []
        archive.store._connection.set_trace_callback(statements.append)
        archive.excerpts.tags(excerpts[:2])
        few = len(statements)
        statements.clear()
        tags = archive.excerpts.tags()
        archive.store._connection.set_trace_callback(None)
        assert len(statements) == few < 15
        assert {len(tags.events[excerpt]) for excerpt in excerpts} == {1}
        assert {len(tags.citations[excerpt]) for excerpt in excerpts} == {1}


def test_the_stream_of_tagged_excerpts_is_the_same_in_chunks_of_any_size(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        excerpts = [highlight(archive, document, word) for word in PROSE.split()[:7]]
        for excerpt in excerpts[::2]:
            archive.links.tag_event(excerpt, archive.events.ensure("Blockade"))
        whole = [
            (excerpt, list(tags.events[excerpt.id]))
            for chunk, tags in archive.excerpts.tagged()
            for excerpt in chunk
        ]
        assert [excerpt for excerpt, _ in whole] == archive.excerpts.all()
        for size in (1, 3, 7):
            assert whole == [
                (excerpt, list(tags.events[excerpt.id]))
                for chunk, tags in archive.excerpts.tagged(chunk=size)
                for excerpt in chunk
            ]


def test_a_selection_combines_kinds_and_adds_up_ids_of_one_kind(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document, other = add_text(archive), add_text(archive, name="other.txt")
        one, two, three = (highlight(archive, document, word) for word in ("bread", "rain", "some"))
        highlight(archive, other, "bread")
        siege, flight = archive.events.create("Siege"), archive.events.create("Flight")
        witness = archive.actors.create("Witness")
        archive.links.tag_event(one, siege)
        archive.links.tag_event(two, flight)
        archive.links.tag_actor(two, witness)
        count = archive.excerpts.count
        assert count() == 4
        assert count(Selection(excerpt_ids=[])) == 0
        assert count(Selection(excerpt_ids={one, three})) == 2
        assert count(Selection(events=[siege, flight])) == 2
        assert count(Selection(events=[siege, flight], actors=[witness])) == 1
        assert count(Selection(documents=[other])) == 1
        assert count(Selection(documents=[other], events=[siege])) == 0


def test_each_passage_is_compared_with_the_text_of_its_own_document(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        texts = ("The mill burned.", "The mill stood.")
        documents = [add_text(archive, text, name=f"{text}.txt") for text in texts]
        for which in (0, 1, 0):
            made = archive.excerpts.create(documents[which], describe(texts[which], 4, 8))
            assert archive.excerpts.get(made).anchor.quote == "mill"
            with pytest.raises(InvalidValueError, match="does not read as quoted"):
                archive.excerpts.create(documents[which], describe(texts[1 - which], 4, 14))
