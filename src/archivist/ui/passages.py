"""The passage that keys and picker are about: a selection in the reader, or the chosen excerpt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archivist.archive.archive import Archive
from archivist.domain import anchor
from archivist.domain.model import Anchor, AnchorState, Page, Rectangle
from archivist.ui.document_tab import DocumentTab
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a document, in code points; `excerpt_id` where it is an excerpt already."""

    document_id: int
    start: int
    end: int
    rectangles: tuple[Rectangle, ...] = ()
    excerpt_id: int | None = None


def selected(documents: Documents) -> Passage | None:
    """Gives the text that is selected in the document in front."""
    tab = documents.tab
    if tab is None or tab.reader is None:
        return None
    selection = tab.reader.selection()
    if selection is None or selection[0] == selection[1]:
        return None
    return Passage(tab.document_id, *selection, tab.reader.selection_rectangles())


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
    """Gives the passage with the excerpt that has exactly its range, where there is one."""
    for excerpt in archive.excerpts.in_document(passage.document_id):
        is_placed = excerpt.anchor_state is not AnchorState.ORPHANED
        place = (excerpt.anchor.start, excerpt.anchor.end)
        if is_placed and place == (passage.start, passage.end):
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
    if tab.reader.selection() == (passage.start, passage.end):
        tab.reader.select(passage.end, passage.end)


def anchor_of(
    text: str,
    pages: Sequence[Page],
    start: int,
    end: int,
    rectangles: Sequence[Rectangle] = (),
) -> Anchor:
    """Describes a range of a document's text, with the page it starts on."""
    page = next((page.number for page in pages if page.start <= start < page.end), None)
    return anchor.describe(text, start, end, page=page, rectangles=tuple(rectangles))


def text_of(tab: DocumentTab | None, archive: Archive, document_id: int) -> str:
    """Gives a document's text, from its open tab where there is one."""
    if tab is not None and tab.document_id == document_id and tab.model is not None:
        return tab.model.text
    return archive.documents.text(document_id)
