"""Documents keep what their reader made of them, and what people say about them."""

import pytest
from tests.archive.shelf import TEXT, add_document, put_original, read_document

from archivist.archive.archive import Archive
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Shelfmark
from archivist.domain.reading import FoundDate, FoundMarker, Metadata, ReadDocument
from archivist.domain.vocabulary import LinkState, MarkerKind

DAY = UncertainDate("24 September", "2023-09-24", "2023-09-24", "2023-09-24")


def test_a_document_is_given_back_as_it_was_read(archive: Archive) -> None:
    document_id = add_document(archive)
    read = read_document()
    documents = archive.documents
    assert documents.text(document_id) == TEXT
    assert tuple(documents.pages(document_id)) == read.pages
    assert tuple(documents.blocks(document_id)) == read.blocks
    assert tuple(documents.marks(document_id)) == read.marks
    assert tuple(documents.outline(document_id)) == read.outline
    document = documents.get(document_id)
    assert document.title == "report"
    assert document.characters == len(TEXT)
    assert document.imported_by == "tester"
    assert documents.all() == [document]
    assert documents.by_sha256(document.sha256) == document
    assert documents.by_sha256("0" * 64) is None


def test_what_the_file_says_about_itself_is_kept(archive: Archive) -> None:
    read = ReadDocument(
        format="html",
        reader="test 1",
        text="x",
        metadata=Metadata(
            title=" Title ",
            author="A. Author",
            date="2023-09-24",
            language="hy",
            direction="ltr",
            source="https://example.org/a",
            rights="free",
            further={"generator": "Ա"},
        ),
        warnings=("Page 3 could not be read.",),
    )
    document_id = archive.documents.add(
        read, original_name="a.html", sha256=put_original(archive, b"a")
    )
    document = archive.documents.get(document_id)
    assert (document.title, document.author, document.language) == ("Title", "A. Author", "hy")
    assert document.source == "https://example.org/a"
    assert document.metadata == {"generator": "Ա", "date": "2023-09-24"}
    assert document.warnings == ("Page 3 could not be read.",)
    assert document.date is not None
    assert document.date.earliest == "2023-09-24"


def test_a_date_that_nobody_understands_is_kept_as_words(archive: Archive) -> None:
    read = ReadDocument("text", "test 1", "x", metadata=Metadata(date="the day the river rose"))
    document_id = archive.documents.add(
        read, original_name="a.txt", sha256=put_original(archive, b"a")
    )
    document = archive.documents.get(document_id)
    assert document.date is None
    assert document.metadata == {"date": "the day the river rose"}


def test_markers_and_dates_are_kept_with_the_document(archive: Archive) -> None:
    document_id = archive.documents.add(
        read_document(),
        original_name="a.txt",
        sha256=put_original(archive, b"a"),
        source="https://example.org",
        markers=[FoundMarker(52, 55, "1", MarkerKind.REFERENCE, LinkState.RESOLVED, 17)],
        dates=[FoundDate(20, 32, DAY)],
    )
    (marker,) = archive.markers.in_document(document_id)
    assert (marker.start, marker.end, marker.label, marker.state, marker.target) == (
        52,
        55,
        "1",
        LinkState.RESOLVED,
        17,
    )
    assert archive.documents.dates(document_id) == [FoundDate(20, 32, DAY)]
    assert archive.documents.get(document_id).source == "https://example.org"
    assert [step.name for step in archive.history.steps()] == ["Import “a.txt”"]


def test_people_change_what_is_said_about_a_document(archive: Archive) -> None:
    document_id = add_document(archive)
    shelfmark = Shelfmark("National Archives", "fonds 3", "", "box 12", "folder 4")
    archive.documents.update(document_id, title=" New title ")
    archive.documents.update(document_id, date=DAY)
    archive.documents.update(document_id, shelfmark=shelfmark)
    archive.documents.update(document_id, author="A", note="n", direction="rtl")
    document = archive.documents.get(document_id)
    assert (document.title, document.date, document.shelfmark) == ("New title", DAY, shelfmark)
    assert (document.author, document.note, document.direction) == ("A", "n", "rtl")
    assert [step.name for step in archive.history.steps()][:4] == [
        "Edit document",
        "Change shelfmark",
        "Change document date",
        "Rename document",
    ]
    archive.documents.update(document_id, date=None)
    assert archive.documents.get(document_id).date is None


def test_values_that_cannot_be_kept_are_refused(archive: Archive) -> None:
    document_id = add_document(archive)
    with pytest.raises(InvalidValueError, match="title"):
        archive.documents.update(document_id, title="  ")
    with pytest.raises(InvalidValueError, match="upwards"):
        archive.documents.update(document_id, direction="upwards")
    assert archive.documents.get(document_id).title == "report"


def test_a_missing_document_is_not_found(archive: Archive) -> None:
    documents = archive.documents
    for call in (documents.get, documents.text, documents.delete, documents.update):
        with pytest.raises(NotFoundError, match="no document 7"):
            call(7)


def test_a_document_is_meant_by_id_title_or_file_name(archive: Archive) -> None:
    first = add_document(archive, "one", "report.txt")
    second = add_document(archive, "two", "second.txt")
    third = add_document(archive, "three", "1.txt")
    resolve = archive.documents.resolve
    assert resolve(str(first)).id == first
    assert resolve("second").id == second
    assert resolve("SECOND.txt").id == second
    assert resolve("1.txt").id == third
    with pytest.raises(NotFoundError, match="nothing"):
        resolve("nothing")
    with pytest.raises(NotFoundError):
        resolve("٣")
    with pytest.raises(NotFoundError):
        resolve("9" * 30)


def test_several_documents_of_one_name_are_told_apart_by_id(archive: Archive) -> None:
    add_document(archive, "one", "report.txt")
    add_document(archive, "two", "report.txt")
    with pytest.raises(InvalidValueError, match="1, 2"):
        archive.documents.resolve("report")


def test_deleting_leaves_the_original(archive: Archive) -> None:
    document_id = add_document(archive)
    sha256 = archive.documents.get(document_id).sha256
    archive.documents.delete(document_id)
    assert archive.documents.all() == []
    assert archive.originals.has(sha256)


def test_what_came_inside_a_document_knows_its_parent(archive: Archive) -> None:
    documents = archive.documents
    letter = add_document(archive)
    read = ReadDocument(format="text", reader="test 1", text="inside")
    inside = documents.add(
        read,
        original_name="list.txt",
        sha256=put_original(archive, b"inside"),
        parent_id=letter,
    )
    assert documents.get(inside).parent_id == letter
    assert documents.attachments(letter) == [documents.get(inside)]
    assert documents.parents(inside) == [documents.get(letter)]
    assert documents.parents(letter) == documents.attachments(inside) == []


def test_a_document_stays_when_its_parent_is_deleted_and_finds_it_again(archive: Archive) -> None:
    documents = archive.documents
    letter = add_document(archive)
    read = ReadDocument(format="text", reader="test 1", text="inside")
    inside = documents.add(
        read, original_name="a.txt", sha256=put_original(archive, b"inside"), parent_id=letter
    )
    documents.delete(letter)
    assert documents.get(inside).parent_id is None
    archive.history.undo()
    assert documents.get(inside).parent_id == letter


def test_attaching_twice_is_attaching_once(archive: Archive) -> None:
    documents = archive.documents
    letter = add_document(archive)
    read = ReadDocument(format="text", reader="test 1", text="inside")
    inside = documents.add(read, original_name="a.txt", sha256=put_original(archive, b"inside"))
    before = len(archive.history.steps())
    documents.attach(inside, letter, "a.txt")
    documents.attach(inside, letter, "b.txt")
    assert len(documents.attachments(letter)) == 1
    assert len(archive.history.steps()) == before + 1
    with pytest.raises(InvalidValueError, match="itself"):
        documents.attach(letter, letter, "a.eml")
    with pytest.raises(NotFoundError):
        documents.attach(inside, 999, "a.txt")
