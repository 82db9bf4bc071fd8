"""A document's passages while suggestions become excerpts of it."""

from bisect import bisect_right

from archivist.archive.archive import Archive
from archivist.domain.anchor import describe
from archivist.domain.model import AnchorState, Block, BlockKind
from archivist.domain.sentences import sentence_at


class Passages:
    """A document's text and excerpts while suggestions become excerpts."""

    def __init__(self, archive: Archive, document_id: int) -> None:
        self._archive, self._document_id = archive, document_id
        self._text = archive.documents.text(document_id)
        self._pages = archive.documents.pages(document_id)
        self._blocks = archive.documents.blocks(document_id)
        self._starts = [block.start for block in self._blocks]
        self._ranges = [
            (excerpt.anchor.start, excerpt.anchor.end, excerpt.id)
            for excerpt in archive.excerpts.in_document(document_id)
            if excerpt.anchor_state is not AnchorState.ORPHANED
        ]

    def around(self, start: int, end: int) -> int:
        """Gives the shortest excerpt that holds [start, end), else a new one of its sentence."""
        known = self.holding(start, end)
        return self.exactly(*self.sentence(start, end)) if known is None else known

    def holding(self, start: int, end: int) -> int | None:
        """Gives the shortest excerpt that holds [start, end)."""
        holding = [each for each in self._ranges if each[0] <= start and end <= each[1]]
        return min(holding, key=lambda each: each[1] - each[0])[2] if holding else None

    def exactly(self, start: int, end: int) -> int:
        """Gives the excerpt of [start, end), a new one where there is none."""
        for known in self._ranges:
            if known[:2] == (start, end):
                return known[2]
        page = next((page.number for page in self._pages if page.start <= start < page.end), None)
        anchor = describe(self._text, start, end, page=page)
        excerpt_id = self._archive.excerpts.create(self._document_id, anchor)
        self._ranges.append((start, end, excerpt_id))
        return excerpt_id

    def is_in_reference(self, start: int) -> bool:
        """Says whether a place is in an entry of a reference list, which tells of nobody."""
        block = self._block_at(start)
        return block is not None and block.kind is BlockKind.REFERENCE_ENTRY

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Gives the range of the sentence that holds [start, end), within its block."""
        block = self._block_at(start)
        low, high = (block.start, block.end) if block else (0, len(self._text))
        return sentence_at(self._text, start, end, low, high)

    def _block_at(self, start: int) -> Block | None:
        place = bisect_right(self._starts, start) - 1
        block = self._blocks[place] if place >= 0 else None
        return block if block is not None and start < block.end else None
