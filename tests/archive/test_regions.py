"""Regions of pages among the excerpts: kept, listed, exported and checked like passages."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.curation import add_text, found_markers, new_archive

from archivist.archive.archive import Archive, open_archive
from archivist.archive.integrity import check
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Anchor
from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.exporter import PACKAGE_NAME, export_csv
from archivist.finding.relocating import Fate, relocate

# The second and third page are pictures: pages without text begin where the next one does.
FIRST, LAST = "[23] A register of the mill.\n", "The last page."
TEXT = FIRST + LAST
PAGES = (
    Page(1, "i", 0, len(FIRST), 420, 595),
    Page(2, "ii", len(FIRST), len(FIRST), 420, 595),
    Page(3, "1", len(FIRST), len(FIRST), 420, 595),
    Page(4, "2", len(FIRST), len(TEXT), 420, 595),
)
BOX = Rectangle(3, 72, 100, 272, 150)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path) as made:
        add_text(made, TEXT, pages=PAGES, markers=found_markers(TEXT))
        yield made


def region(archive: Archive, box: Rectangle = BOX, words: str = "") -> int:
    return archive.excerpts.create(1, describe_region(PAGES[box.page - 1], box, words))


def test_a_region_comes_back_as_it_was_made_and_can_be_undone(archive: Archive) -> None:
    excerpt = archive.excerpts.get(region(archive))
    assert excerpt.anchor.region == BOX
    assert (excerpt.anchor.page, excerpt.anchor.quote) == (3, "")
    assert check(archive) == []
    assert archive.history.undo() == "Highlight region"
    assert archive.excerpts.all() == []


def test_regions_stand_in_the_order_of_their_pages_among_the_passages(archive: Archive) -> None:
    later, earlier = region(archive), region(archive, Rectangle(2, 0, 0, 9, 9))
    text = archive.excerpts.create(1, describe(TEXT, 5, 15, page=1))
    assert [excerpt.id for excerpt in archive.excerpts.in_document(1)] == [text, earlier, later]


def test_a_region_moves_on_its_page_and_onto_another(archive: Archive) -> None:
    excerpt_id = region(archive)
    box = Rectangle(2, 10, 10, 60, 60)
    archive.excerpts.move(excerpt_id, describe_region(PAGES[1], box))
    assert archive.excerpts.get(excerpt_id).anchor.region == box
    assert archive.history.undo() == "Move excerpt"
    assert archive.excerpts.get(excerpt_id).anchor.region == BOX


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(len(FIRST), len(FIRST), "", page=3, rectangles=(Rectangle(3, 0, 0, 421, 9),)),
        Anchor(len(FIRST), len(FIRST), "", page=2, rectangles=(BOX,)),
        Anchor(len(FIRST), len(FIRST), "", page=7, rectangles=(Rectangle(7, 0, 0, 9, 9),)),
        Anchor(0, 0, "", page=3, rectangles=(BOX,)),
        Anchor(len(FIRST), len(FIRST), "", "before", page=3, rectangles=(BOX,)),
        Anchor(len(FIRST), len(FIRST), "", page=3, rectangles=(BOX, BOX)),
    ],
)
def test_what_is_no_region_of_the_document_is_refused(archive: Archive, anchor: Anchor) -> None:
    with pytest.raises(InvalidValueError):
        archive.excerpts.create(1, anchor)
    assert archive.excerpts.all() == []


def test_words_are_quoted_of_a_region_alone_and_its_rectangle_stays(archive: Archive) -> None:
    excerpt_id = region(archive)
    archive.excerpts.quote_words(excerpt_id, "Ration card")
    anchor = archive.excerpts.get(excerpt_id).anchor
    assert (anchor.quote, anchor.region) == ("Ration card", BOX)
    assert check(archive) == []
    assert archive.history.undo() == "Quote the words of a region"
    passage = archive.excerpts.create(1, describe(TEXT, 5, 15, page=1))
    with pytest.raises(InvalidValueError, match="passage of text"):
        archive.excerpts.quote_words(passage, "something else")


def test_no_marker_follows_a_region_and_no_date_is_in_it(archive: Archive) -> None:
    excerpt_id = region(archive, Rectangle(1, 0, 0, 50, 50))
    assert archive.links.cite_markers(excerpt_id) == 0
    assert archive.excerpts.own_dates([excerpt_id]) == {}
    assert [item.id for item in archive.lists.items("without_event")] == [excerpt_id]


def test_a_region_is_a_row_of_the_table_in_a_documented_form(
    archive: Archive, tmp_path: Path
) -> None:
    region(archive)
    region(archive, words="Ration\ncard")
    export_csv(archive, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert first["excerpt"] == "[region p. 3: 72,100,200,50]"
    assert second["excerpt"] == "[region p. 3: 72,100,200,50] Ration\ncard"
    assert (first["page"], first["start"], first["end"]) == ("1", str(len(FIRST)), str(len(FIRST)))
    assert {first[name] for name in ("context_before", "context_after", "markers")} == {""}
    package = json.loads((tmp_path / PACKAGE_NAME).read_text("utf-8"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert "[region p. 3: " in fields["excerpt"]["description"]


def test_a_region_that_is_not_on_its_page_is_told_by_the_check(
    archive: Archive, tmp_path: Path
) -> None:
    name = archive.excerpts.get(region(archive)).name
    path = archive.path
    archive.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE excerpt SET rectangles = '[[3, 0, 0, 5000, 10]]'")
    connection.close()
    with open_archive(path) as again:
        (problem,) = check(again)
    assert problem.startswith(f"Excerpt {name} does not stand where it should. The region")


def test_a_region_stays_where_its_page_reads_as_before_else_it_is_orphaned(
    archive: Archive,
) -> None:
    on_words, on_picture = region(archive, Rectangle(4, 5, 5, 50, 50)), region(archive)
    after = "A preface.\n" + LAST
    pages = (
        Page(1, "i", 0, 11, 420, 595),
        Page(2, "ii", 11, 11, 420, 595),
        Page(3, "1", 11, 11, 420, 595),
        Page(4, "2", 11, len(after), 420, 595),
    )
    excerpts = archive.excerpts.in_document(1)
    fates = {each.excerpt.id: each for each in relocate(excerpts, TEXT, after, pages, PAGES)}
    kept = fates[on_words]
    assert (kept.fate, kept.anchor and kept.anchor.start) == (Fate.STAYS, 11)
    assert kept.anchor is not None
    assert kept.anchor.region == Rectangle(4, 5, 5, 50, 50)
    # Nobody can tell from its text how a picture looks.
    assert fates[on_picture].fate is Fate.ORPHANED
    smaller = (*pages[:3], Page(4, "2", 11, len(after), 419, 595))
    (lost,) = relocate(archive.excerpts.some([on_words]), TEXT, after, smaller, PAGES)
    assert lost.fate is Fate.ORPHANED


def test_an_orphaned_region_can_be_anchored_anew(archive: Archive) -> None:
    excerpt_id = region(archive)
    with archive.step("Lose it"):
        archive.store.update("excerpt", excerpt_id, {"anchor_state": "orphaned"})
    archive.excerpts.anchor_anew(excerpt_id, describe_region(PAGES[1], Rectangle(2, 0, 0, 9, 9)))
    excerpt = archive.excerpts.get(excerpt_id)
    assert (excerpt.anchor_state, excerpt.anchor.page) == (AnchorState.MOVED, 2)
