"""A document's passages while suggestions become excerpts of it."""

from bisect import bisect_right
from collections import defaultdict

from archivist.archive.archive import Archive
from archivist.domain.anchor import describe
from archivist.domain.reading import Block
from archivist.domain.vocabulary import AnchorState, BlockKind
from archivist.finding.sentences import Sentences

_REACH = 2_000  # code points around a place, where no block says where its sentence can end
_STRETCH = 4_096  # code points in which excerpts are looked for together
_CLOSING = '"”»'  # quotation marks that markers follow
_LONGEST = 1_200  # code points of a sentence; what is longer is a list or a form


class Passages:
    """A document's text and excerpts while suggestions become excerpts."""

    def __init__(self, archive: Archive, document_id: int) -> None:
        self._archive, self._document_id = archive, document_id
        self._text = archive.documents.text(document_id)
        self._pages = archive.documents.pages(document_id)
        self._blocks = archive.documents.blocks(document_id)
        self._starts = [block.start for block in self._blocks]
        markers = archive.markers.in_document(document_id)
        self._marker_ends = {marker.start: marker.end for marker in markers}
        self._marker_starts = {marker.end: marker.start for marker in markers}
        self.made: set[int] = set()  # the excerpts that are new
        self._exact: dict[tuple[int, int], int] = {}
        self._near: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for excerpt in archive.excerpts.in_document(document_id):
            if excerpt.anchor_state is not AnchorState.ORPHANED:
                self._add(excerpt.anchor.start, excerpt.anchor.end, excerpt.id)

    def around(self, start: int, end: int) -> int:
        """Gives the shortest excerpt that holds [start, end), else a new one of its sentence."""
        known = self.holding(start, end)
        return self.exactly(*self.sentence(start, end)) if known is None else known

    def holding(self, start: int, end: int) -> int | None:
        """Gives the shortest excerpt that holds [start, end)."""
        near = self._near.get(start // _STRETCH, ())
        holding = [each for each in near if each[0] <= start and end <= each[1]]
        return min(holding, key=lambda each: each[1] - each[0])[2] if holding else None

    def exactly(self, start: int, end: int) -> int:
        """Gives the excerpt of [start, end), a new one where there is none."""
        known = self._exact.get((start, end))
        if known is not None:
            return known
        page = next((page.number for page in self._pages if page.start <= start < page.end), None)
        anchor = describe(self._text, start, end, page=page)
        excerpt_id = self._archive.excerpts.create(self._document_id, anchor)
        self._add(start, end, excerpt_id)
        self.made.add(excerpt_id)
        return excerpt_id

    def is_in_reference(self, start: int) -> bool:
        """Says whether a place is in an entry of a reference list, which tells of nobody."""
        block = self._block_at(start)
        return block is not None and block.kind is BlockKind.REFERENCE_ENTRY

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Gives the range of the sentence, or sentences, that hold [start, end) within its block.

        Where none can be told (in a list, a form), it is the range itself.
        """
        block = self._block_at(start)
        low = block.start if block else max(0, start - _REACH)
        high = max(end, block.end if block else min(len(self._text), end + _REACH))
        sentences = Sentences(self._text[low:high])
        first = low + sentences.around(start - low)[0]
        last = low + sentences.around(end - 1 - low)[1]
        if last - first > max(_LONGEST, end - start):
            return start, end
        return self.without_markers(first, last, kept=(start, end))

    def without_markers(
        self, start: int, end: int, kept: tuple[int, int] | None = None
    ) -> tuple[int, int]:
        """Gives a range without the markers and the white space at its ends.

        The markers before a sentence belong to the one before it, as does the closing quotation
        mark that they follow; those behind it are found again from its end. What is `kept` stays
        in the range.
        """
        least, most = kept or (end, start)
        while start < least:
            marker_end = self._marker_ends.get(start)
            quoted = self._text[start] in _CLOSING and start + 1 in self._marker_ends
            if self._text[start].isspace() or quoted:
                start += 1
            elif marker_end is not None and marker_end <= least:
                start = marker_end
            else:
                break
        while end > max(start, most):
            marker_start = self._marker_starts.get(end)
            if self._text[end - 1].isspace():
                end -= 1
            elif marker_start is not None and marker_start >= max(start, most):
                end = marker_start
            else:
                break
        return start, end

    def _add(self, start: int, end: int, excerpt_id: int) -> None:
        self._exact.setdefault((start, end), excerpt_id)
        for stretch in range(start // _STRETCH, max(start, end - 1) // _STRETCH + 1):
            self._near[stretch].append((start, end, excerpt_id))

    def _block_at(self, start: int) -> Block | None:
        place = bisect_right(self._starts, start) - 1
        block = self._blocks[place] if place >= 0 else None
        return block if block is not None and start < block.end else None
