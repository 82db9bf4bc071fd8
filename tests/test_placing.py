"""Passages that were found again have their rectangles on the pages of the new file."""

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from archivist.archive.archive import create
from archivist.archive.integrity import check
from archivist.domain.anchor import describe
from archivist.domain.errors import CancelledError
from archivist.domain.reading import Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.importer import prepare, store
from archivist.placing import with_rectangles
from archivist.replacing import before, replace
from tests.readers.pdfs import made

LEAF = ["The register of the mill", "names nobody who left."]
WORDS = "the mill\nnames nobody"


def write(folder: Path, name: str, pages: list[list[str]]) -> Path:
    path = folder / name
    path.write_bytes(made(pages))
    return path


def test_a_moved_passage_has_the_rectangles_of_its_new_page(tmp_path: Path) -> None:
    old = write(tmp_path, "old.pdf", [LEAF, ["A plan."]])
    new = write(tmp_path, "new.pdf", [["A preface."], ["1", "2", *LEAF], ["A plan."]])
    with create(tmp_path / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(old)).document_id
        assert document is not None
        text = archive.documents.text(document).replace("\r\n", "\n")
        start = text.index(WORDS)
        box = Rectangle(1, 0, 0, 5, 5)
        passage = archive.excerpts.create(
            document, describe(text, start, start + len(WORDS), page=1, rectangles=(box,))
        )
        page = archive.documents.pages(document)[1]
        region = archive.excerpts.create(document, describe_region(page, Rectangle(2, 5, 5, 9, 9)))
        replace(archive, document, prepare(new))
        anchor = archive.excerpts.get(passage).anchor
        assert (anchor.quote, anchor.page) == (WORDS, 2)
        first, second = anchor.rectangles
        assert first.page == second.page == 2
        # The first line of the text is at 780 of 842 points from below; two lines stand above.
        assert 62 < first.top < first.bottom < second.bottom < 62 + 70
        assert second.left == pytest.approx(60, abs=1)
        assert first.left > second.left
        # Another page is the second one now: what the region showed is not there.
        assert archive.excerpts.get(region).anchor_state is AnchorState.ORPHANED
        assert check(archive) == []
        archive.history.undo()
        assert archive.excerpts.get(passage).anchor.rectangles == (box,)


def test_what_has_no_pages_and_what_is_cancelled_is_left_as_it_is(tmp_path: Path) -> None:
    old = write(tmp_path, "old.pdf", [LEAF])
    plain = tmp_path / "new.txt"
    plain.write_text("\n".join(LEAF), encoding="utf-8")
    with create(tmp_path / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(old)).document_id
        assert document is not None
        text = archive.documents.text(document)
        start = text.index("mill")
        archive.excerpts.create(document, describe(text, start, start + 4, page=1))
        then = before(archive, document)
    found = then.found_in(prepare(plain))
    assert [each.anchor and each.anchor.rectangles for each in found] == [()]
    prepared = prepare(old)
    assert prepared.read is not None
    with pytest.raises(CancelledError):
        with_rectangles(then.found_in(prepared), old, prepared.read, cancelled=lambda: True)


def test_a_file_that_is_gone_costs_the_rectangles_alone(tmp_path: Path) -> None:
    old = write(tmp_path, "old.pdf", [LEAF])
    with create(tmp_path / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(old)).document_id
        assert document is not None
        text = archive.documents.text(document)
        archive.excerpts.create(document, describe(text, 0, 12, page=1))
        then = before(archive, document)
    prepared = prepare(old)
    old.unlink()
    (found,) = then.found_in(prepared)
    assert found.anchor is not None
    assert (found.anchor.quote, found.anchor.rectangles) == (text[:12], ())


def sheet(folder: Path, name: str, *squares: int, quality: int = 95) -> Path:
    """A scan of pages without a word, each with a dark square so far from its left side."""
    pictures = []
    for left in squares:
        picture = Image.new("RGB", (420, 595), (231, 226, 214))
        picture.paste((70, 60, 50), (left, 200, left + 60, 260))
        pictures.append(picture)
    path = folder / name
    pictures[0].save(
        path, save_all=True, append_images=pictures[1:], resolution=72, quality=quality
    )
    return path


def test_a_region_stays_where_its_page_looks_as_before_though_nobody_can_read_it(
    tmp_path: Path,
) -> None:
    old = sheet(tmp_path, "old.pdf", 100, 100, 100)
    # Packed otherwise, and on the second page there is something else.
    new = sheet(tmp_path, "new.pdf", 100, 140, 100, quality=40)
    with create(tmp_path / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(old)).document_id
        assert document is not None
        pages = archive.documents.pages(document)
        same, other, last = (
            archive.excerpts.create(
                document, describe_region(page, Rectangle(page.number, 90, 190, 170, 270))
            )
            for page in pages
        )
        replace(archive, document, prepare(new))
        states = {
            excerpt.id: excerpt.anchor_state for excerpt in archive.excerpts.in_document(document)
        }
        anchored, orphaned = AnchorState.ANCHORED, AnchorState.ORPHANED
        assert states == {same: anchored, other: orphaned, last: anchored}
        assert check(archive) == []


def test_a_page_that_reads_as_before_and_shows_something_else_keeps_no_region(
    tmp_path: Path,
) -> None:
    files = []
    for name, left in (("old.pdf", 100), ("new.pdf", 160)):
        canvas = Canvas(str(tmp_path / name), pagesize=(420, 595))
        canvas.drawString(50, 500, "A leaf of the album")
        canvas.rect(left, 200, 60, 60, fill=1)
        canvas.save()
        files.append(tmp_path / name)
    with create(tmp_path / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(files[0])).document_id
        assert document is not None
        page = archive.documents.pages(document)[0]
        region = archive.excerpts.create(
            document, describe_region(page, Rectangle(1, 90, 300, 200, 420))
        )
        replace(archive, document, prepare(files[1]))
        assert archive.excerpts.get(region).anchor_state is AnchorState.ORPHANED
        assert archive.excerpts.get(region).anchor.region == Rectangle(1, 90, 300, 200, 420)
