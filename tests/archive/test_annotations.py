"""Highlights and notes that came inside a document become excerpts, and can be declined again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.curation import add_text, new_archive

from archivist.archive.archive import Archive, open_archive
from archivist.archive.integrity import check
from archivist.domain.model import Origin
from archivist.domain.reading import Annotation, Page, Rectangle
from archivist.domain.vocabulary import AnnotationKind

TEXT = "The northern road was open. Nobody had told the families."
PAGE = Page(1, "1", 0, len(TEXT), 420, 595)
BOX = Rectangle(1, 72, 100, 272, 150)
ROAD = Annotation(
    AnnotationKind.HIGHLIGHT,
    page=1,
    start=4,
    end=17,
    rectangles=(BOX,),
    note="Which one?",
    author="A. Reader",
    color="#00ff00",
    made_at="2024-03-07T10:15:00+04:00",
)
NOTE = Annotation(AnnotationKind.NOTE, page=1, start=0, end=0, rectangles=(BOX,), note="Ask.")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path) as made:
        add_text(made, TEXT, pages=(PAGE,))
        yield made


def test_a_highlight_becomes_an_excerpt_made_by_its_author_at_its_time(archive: Archive) -> None:
    (excerpt_id,) = archive.annotations.take_over(1, [ROAD])
    excerpt = archive.excerpts.get(excerpt_id)
    assert (excerpt.anchor.quote, excerpt.note) == ("northern road", "Which one?")
    assert (excerpt.created_by, excerpt.created_at) == ("A. Reader", "2024-03-07T06:15:00Z")
    assert (excerpt.color, excerpt.anchor.rectangles) == ("#00ff00", (BOX,))
    assert archive.annotations.origin(excerpt_id) == Origin(
        AnnotationKind.HIGHLIGHT, "A. Reader", "2024-03-07T10:15:00+04:00"
    )
    assert check(archive) == []


def test_a_note_without_words_becomes_a_region(archive: Archive) -> None:
    (excerpt_id,) = archive.annotations.take_over(1, [NOTE])
    excerpt = archive.excerpts.get(excerpt_id)
    assert (excerpt.anchor.region, excerpt.note) == (BOX, "Ask.")
    assert excerpt.created_by == archive.store.user
    assert check(archive) == []


def test_a_note_that_is_a_mere_point_can_be_seen_and_clicked(archive: Archive) -> None:
    point = Annotation(AnnotationKind.NOTE, 1, 0, 0, (Rectangle(1, 72, 100, 72, 100),))
    (excerpt_id,) = archive.annotations.take_over(1, [point])
    assert archive.excerpts.get(excerpt_id).anchor.region == Rectangle(1, 72, 100, 88, 116)


def test_all_of_them_are_one_step_that_undo_takes_back(archive: Archive) -> None:
    archive.annotations.take_over(1, [ROAD, NOTE])
    assert archive.history.undo() == "Take over highlights and notes"
    assert archive.excerpts.all() == []
    assert archive.history.redo() == "Take over highlights and notes"
    assert [excerpt.note for excerpt in archive.excerpts.all()] == ["Ask.", "Which one?"]


def test_what_was_declined_is_gone_in_one_step_and_comes_back_by_undo(archive: Archive) -> None:
    made = archive.annotations.take_over(1, [ROAD, NOTE])
    archive.annotations.decline(made)
    assert archive.excerpts.all() == []
    assert archive.history.undo() == "Decline highlights and notes"
    assert len(archive.excerpts.all()) == 2


def test_what_somebody_has_worked_on_is_not_declined(archive: Archive) -> None:
    tagged, noted, idle = archive.annotations.take_over(1, [ROAD, NOTE, ROAD])
    archive.links.tag_event(tagged, archive.events.create("Departure"))
    archive.excerpts.set_note(noted, "Asked.")
    archive.annotations.decline([tagged, noted, idle])
    assert {excerpt.id for excerpt in archive.excerpts.all()} == {tagged, noted}


def test_what_lies_on_no_page_is_left_out(archive: Archive) -> None:
    beside = Annotation(AnnotationKind.AREA, 1, 0, 0, (Rectangle(1, 500, 0, 600, 20),))
    elsewhere = Annotation(AnnotationKind.AREA, 7, 0, 0, (Rectangle(7, 0, 0, 9, 9),))
    assert archive.annotations.take_over(1, [beside, elsewhere]) == []


def test_an_excerpt_that_was_made_here_has_no_origin(archive: Archive) -> None:
    (excerpt_id,) = archive.annotations.take_over(1, [ROAD])
    archive.excerpts.delete(excerpt_id)
    assert archive.annotations.origin(excerpt_id) is None


def test_a_deleted_excerpt_comes_back_with_its_color_and_origin(archive: Archive) -> None:
    (excerpt_id,) = archive.annotations.take_over(1, [ROAD])
    path = archive.path
    archive.excerpts.delete(excerpt_id)
    archive.close()
    with open_archive(path) as again:
        again.history.undo()
        assert again.excerpts.get(excerpt_id).color == "#00ff00"
        assert again.annotations.origin(excerpt_id) is not None
