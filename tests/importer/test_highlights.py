"""What other programs marked in a PDF comes into the archive with it, as a step of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.readers.marked_pdfs import LINES, SECOND, highlight, marked

from archivist.archive.archive import Archive, create
from archivist.importer import prepare, store


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create(tmp_path / "test.archivist", user="Ani") as opened:
        yield opened


def test_highlights_become_excerpts_of_the_document(archive: Archive, tmp_path: Path) -> None:
    path = marked(tmp_path / "marked.pdf", highlight(SECOND, T="B. Reader", Contents="Who?"))
    imported = store(archive, prepare(path))
    (excerpt,) = archive.excerpts.in_document(imported.document_id or 0)
    assert imported.excerpts == (excerpt.id,)
    assert (excerpt.anchor.quote, excerpt.note, excerpt.created_by) == (
        LINES[1],
        "Who?",
        "B. Reader",
    )


def test_undo_takes_the_highlights_back_and_leaves_the_document(
    archive: Archive, tmp_path: Path
) -> None:
    store(archive, prepare(marked(tmp_path / "marked.pdf", highlight(SECOND))))
    assert archive.history.undo() == "Take over highlights and notes"
    assert archive.excerpts.all() == []
    assert len(archive.documents.all()) == 1
    assert archive.history.undo() == "Import “marked.pdf”"


def test_a_pdf_without_marks_is_one_step(archive: Archive, tmp_path: Path) -> None:
    assert store(archive, prepare(marked(tmp_path / "plain.pdf"))).excerpts == ()
    assert archive.history.undo() == "Import “plain.pdf”"
