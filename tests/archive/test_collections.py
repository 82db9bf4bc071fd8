"""Many documents edited or filed at once: one step, all or none."""

import pytest
from tests.archive.shelf import add_document

from archivist.archive.archive import Archive
from archivist.domain.collection import place_of
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Shelfmark


@pytest.fixture
def three(archive: Archive) -> list[int]:
    return [add_document(archive, f"Text {number}.", f"{number}.txt") for number in range(3)]


def marks(archive: Archive) -> list[str]:
    return [str(document.shelfmark) for document in archive.documents.all()]


def test_what_is_changed_is_the_same_in_all_and_the_rest_stays(
    archive: Archive, three: list[int]
) -> None:
    archive.documents.update(three[0], rights="public domain", shelfmark=Shelfmark("R", box="1"))
    archive.collections.edit(three, {"author": "Ani", "language": "hy"}, {"fonds": "F 12"})
    documents = archive.documents.all()
    assert {(each.author, each.language) for each in documents} == {("Ani", "hy")}
    assert [each.rights for each in documents] == ["public domain", "", ""]
    assert marks(archive) == ["R / F 12 / 1", "F 12", "F 12"]
    assert archive.history.undo() == "Edit 3 documents"
    assert marks(archive) == ["R / 1", "", ""]


def test_a_fault_changes_none_of_them(archive: Archive, three: list[int]) -> None:
    with pytest.raises(InvalidValueError):
        archive.collections.edit(three, {"author": "Ani", "direction": "up"}, {})
    with pytest.raises(NotFoundError):
        archive.collections.file([*three, 99], Shelfmark("R"))
    assert {each.author for each in archive.documents.all()} == {""}
    assert marks(archive) == ["", "", ""]


def test_filing_is_one_step_and_takes_along_what_came_inside(
    archive: Archive, three: list[int]
) -> None:
    message, note, photograph = three
    archive.documents.attach(note, message, "note.txt")
    archive.documents.attach(photograph, message, "photograph.txt")
    archive.collections.file([message, note], Shelfmark(box="1"))
    archive.collections.file([photograph], Shelfmark(box="7"))
    archive.collections.file([message], Shelfmark("R", box="2"))
    assert marks(archive) == ["R / 2", "R / 2", "7"]
    assert archive.history.undo() == "File 1 document"
    assert marks(archive) == ["1", "1", "7"]


def test_a_place_is_renamed_for_all_that_is_in_it(archive: Archive, three: list[int]) -> None:
    archive.collections.file(three[:2], Shelfmark("R", "F 1", box="1"))
    archive.collections.file(three[2:], Shelfmark("Other", "F 1"))
    place = place_of(Shelfmark("R", "F 1"))
    archive.collections.rename(place, " F 01 ")
    assert marks(archive) == ["R / F 01 / 1", "R / F 01 / 1", "Other / F 1"]
    with pytest.raises(InvalidValueError):
        archive.collections.rename(place, " ")
    assert archive.history.undo() == "Rename fonds"
