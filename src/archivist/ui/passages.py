"""The passage that keys and picker are about: a selection in the reader, or the chosen excerpt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archivist.archive.archive import Archive
from archivist.domain import anchor
from archivist.domain.model import Anchor, region_of
from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.ui.document_tab import DocumentTab
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a document, in code points; `excerpt_id` where it is an excerpt already.

    An empty range with one rectangle is a region of a page.
    """

    document_id: int
    start: int
    end: int
    rectangles: tuple[Rectangle, ...] = ()
    excerpt_id: int | None = None

    @property
    def region(self) -> Rectangle | None:
        """The rectangle of a region; None for a range of text."""
        return region_of(self.start, self.end, self.rectangles)


def selected(documents: Documents) -> Passage | None:
    """Gives the text or region that is selected in the document in front."""
    tab = documents.tab
    if tab is None or tab.reader is None:
        return None
    selection = tab.reader.selecting.selected()
    return None if selection is None else Passage(tab.document_id, *selection)


def chosen(hub: Hub) -> Passage | None:
    """Gives the chosen excerpt."""
    if hub.excerpt_id is None or not hub.is_open:
        return None
    return of_excerpt(hub.archive, hub.excerpt_id)


def of_excerpt(archive: Archive, excerpt_id: int) -> Passage:
    """Gives an excerpt's passage; that of an orphaned one is empty."""
    excerpt = archive.excerpts.get(excerpt_id)
    if excerpt.anchor_state is AnchorState.ORPHANED:
        return Passage(excerpt.document_id, 0, 0, (), excerpt_id)
    place = excerpt.anchor
    return Passage(excerpt.document_id, place.start, place.end, place.rectangles, excerpt_id)


def known(archive: Archive, passage: Passage) -> Passage:
    """Gives the passage with the excerpt that has exactly its place, where there is one."""
    wanted = (passage.start, passage.end, passage.region)
    for excerpt in archive.excerpts.in_document(passage.document_id):
        is_placed = excerpt.anchor_state is not AnchorState.ORPHANED
        if is_placed and wanted == (
            excerpt.anchor.start,
            excerpt.anchor.end,
            excerpt.anchor.region,
        ):
            return replace(passage, excerpt_id=excerpt.id)
    return passage


def keep(archive: Archive, passage: Passage, text: str, pages: Sequence[Page]) -> int:
    """Gives the id of the passage's excerpt, which is made where there is none yet."""
    if passage.excerpt_id is not None:
        return passage.excerpt_id
    place = anchor_of(text, pages, passage.start, passage.end, passage.rectangles)
    return archive.excerpts.create(passage.document_id, place)


def let_go(documents: Documents, passage: Passage) -> None:
    """Ends the selection of a passage that is an excerpt now, so that its own colors are seen."""
    tab = documents.tab
    if tab is None or tab.reader is None or tab.document_id != passage.document_id:
        return
    selection = tab.reader.selecting.selected()
    if selection is not None and selection[:2] == (passage.start, passage.end):
        tab.reader.selecting.let_go()


def anchor_of(
    text: str,
    pages: Sequence[Page],
    start: int,
    end: int,
    rectangles: Sequence[Rectangle] = (),
) -> Anchor:
    """Describes a range of a document's text, with the page it starts on, or a region of a page."""
    box = region_of(start, end, rectangles)
    if box is not None:
        return describe_region(pages[box.page - 1], box)
    page = next((page.number for page in pages if page.start <= start < page.end), None)
    return anchor.describe(text, start, end, page=page, rectangles=tuple(rectangles))


def text_of(tab: DocumentTab | None, archive: Archive, document_id: int) -> str:
    """Gives a document's text, from its open tab where there is one."""
    if tab is not None and tab.document_id == document_id and tab.model is not None:
        return tab.model.text
    return archive.documents.text(document_id)
