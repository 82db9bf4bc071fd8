from archivist.domain.reading import Block, OutlineEntry, Page
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.contents import Sections, contents_of
from archivist.ui.reader.model import ReaderModel

TEXT = "One\nwords\nTwo\nwords"
HEADINGS = (Block(BlockKind.HEADING, 0, 3, 1), Block(BlockKind.HEADING, 10, 13, 2))
PAGES = (Page(1, "Cover", 0, 9), Page(2, "Two", 10, 19))


def test_a_documents_own_contents_count_before_its_headings() -> None:
    own = (OutlineEntry("The first part", 1, 0),)
    assert contents_of(ReaderModel(1, "", TEXT, blocks=HEADINGS, outline=own)) == own


def test_headings_are_contents_where_there_are_no_others() -> None:
    found = contents_of(ReaderModel(1, "", TEXT, blocks=HEADINGS, pages=PAGES))
    assert found == (OutlineEntry("One", 1, 0), OutlineEntry("Two", 2, 10))


def test_pages_with_names_are_contents_and_bare_numbers_are_none() -> None:
    found = contents_of(ReaderModel(1, "", TEXT, "epub", pages=PAGES))
    assert found == (OutlineEntry("Cover", 1, 0), OutlineEntry("Two", 1, 10))
    numbered = (Page(1, "1", 0, 9), Page(2, "2", 10, 19))
    assert contents_of(ReaderModel(1, "", TEXT, "xlsx", pages=numbered)) == ()


def test_a_place_belongs_to_the_section_that_begins_last_before_it() -> None:
    # The entries of a PDF may stand in another order than what they lead to.
    sections = Sections((OutlineEntry("B", 1, 50), OutlineEntry("A", 1, 10)))
    assert [sections.at(place) for place in (0, 10, 49, 50, 99)] == [None, 1, 1, 0, 0]
