"""What other programs marked in a PDF comes with its words, its author, its color and its notes."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Rectangle, Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from tests.readers import pdfs
from tests.readers.contract import assert_sound
from tests.readers.marked_pdfs import FIRST, LINES, SECOND, THIRD, highlight, marked

from archivist.domain.reading import Annotation, ReadDocument
from archivist.domain.vocabulary import AnnotationKind
from archivist.readers import read_document
from archivist.readers.isolate import Child


def annotated(folder: Path, *annotations: DictionaryObject, turned: int = 0) -> ReadDocument:
    path = marked(folder / "marked.pdf", *annotations, turned=turned)
    with Child() as child:
        document: ReadDocument = child.run(read_document, path)
    assert_sound(document)
    return document


def words(document: ReadDocument) -> list[str]:
    return [document.text[each.start : each.end] for each in document.annotations]


def only(document: ReadDocument) -> Annotation:
    (annotation,) = document.annotations
    return annotation


def test_a_highlight_has_its_words_author_color_note_and_time(tmp_path: Path) -> None:
    mark = highlight(SECOND, T="A. Reader", Contents="Who?", M="D:20240307101500+04'00'")
    document = annotated(tmp_path, mark)
    found = only(document)
    assert words(document) == [LINES[1]]
    assert found.kind is AnnotationKind.HIGHLIGHT
    assert (found.author, found.note, found.color) == ("A. Reader", "Who?", "#00ff00")
    assert found.made_at == "2024-03-07T10:15:00+04:00"
    assert (round(found.rectangles[0].left), round(found.rectangles[0].top)) == (60, 66)


def test_a_mark_over_several_lines_is_one_range(tmp_path: Path) -> None:
    document = annotated(tmp_path, highlight(SECOND, THIRD, kind="/Underline"))
    assert words(document) == ["\n".join(LINES[1:])]
    assert len(only(document).rectangles) == 2


def test_marks_of_words_that_do_not_follow_each_other_are_apart_and_noted_once(
    tmp_path: Path,
) -> None:
    document = annotated(tmp_path, highlight(FIRST, THIRD, Contents="Compare."))
    assert words(document) == [LINES[0], LINES[2]]
    assert [each.note for each in document.annotations] == ["Compare.", ""]
    assert [len(each.rectangles) for each in document.annotations] == [1, 1]


def test_part_of_a_line_gives_only_its_own_words(tmp_path: Path) -> None:
    left, bottom, _right, top = FIRST
    document = annotated(tmp_path, highlight((left, bottom, left + 75, top)))
    assert words(document)[0].startswith("The northern")
    assert len(words(document)[0]) < len(LINES[0])


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_marked_at_the_same_words(tmp_path: Path, turned: int) -> None:
    document = annotated(tmp_path, highlight(SECOND), turned=turned)
    assert words(document) == [LINES[1]]
    page, box = document.pages[0], only(document).rectangles[0]
    assert 0 <= box.left < box.right <= page.width
    assert 0 <= box.top < box.bottom <= page.height


def test_notes_and_drawn_areas_have_a_place_and_no_words(tmp_path: Path) -> None:
    document = annotated(
        tmp_path,
        Text(rect=(300, 600, 320, 620), text="Ask the archive."),
        FreeText(text="Stamp?", rect=(50, 500, 150, 520)),
        Rectangle(rect=(50, 300, 150, 350)),
    )
    assert words(document) == ["", "", ""]
    kinds = {each.note: each.kind for each in document.annotations}
    assert kinds["Ask the archive."] is AnnotationKind.NOTE
    assert kinds["Stamp?"] is AnnotationKind.NOTE
    assert kinds[""] is AnnotationKind.AREA
    assert all(len(each.rectangles) == 1 for each in document.annotations)


def test_replies_stand_in_the_note_they_answer(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs.made([LINES]))))
    asked = writer.add_annotation(0, highlight(FIRST, T="A", Contents="Which road?"))
    reply = Text(rect=(60, 776, 70, 789), text="The upper one.")
    reply[NameObject("/T")] = TextStringObject("B")
    answer = writer.add_annotation(0, reply)
    answer[NameObject("/IRT")] = asked.indirect_reference
    writer.write(tmp_path / "marked.pdf")
    document = read_document(tmp_path / "marked.pdf")
    assert only(document).note == "Which road?\n\nB: The upper one."


def test_links_and_hidden_marks_are_no_annotations(tmp_path: Path) -> None:
    hidden = highlight(FIRST)
    hidden[NameObject("/F")] = NumberObject(2)
    document = annotated(tmp_path, hidden, Link(rect=FIRST, url="http://127.0.0.1:9"))
    assert document.annotations == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/QuadPoints", ArrayObject([FloatObject(1), TextStringObject("x")])),
        ("/Rect", ArrayObject([])),
        ("/C", TextStringObject("green")),
        ("/F", TextStringObject("many")),
        ("/Contents", ArrayObject([NumberObject(1)])),
    ],
)
def test_a_broken_annotation_costs_only_itself(tmp_path: Path, key: str, value: object) -> None:
    broken = highlight(FIRST)
    broken[NameObject(key)] = value
    document = annotated(tmp_path, broken, highlight(SECOND))
    assert LINES[1] in words(document)
