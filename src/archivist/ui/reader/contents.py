"""A document's table of contents: its own, else its headings, else the names of its pages.

Pure; places are code points.
"""

from bisect import bisect_right
from collections.abc import Sequence

from archivist.domain.reading import OutlineEntry
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.model import ReaderModel

_LONGEST_TITLE = 200  # code points; a heading can be a whole page that somebody made one


def contents_of(model: ReaderModel) -> tuple[OutlineEntry, ...]:
    """Gives the entries of a document's contents, in the document's own order; perhaps none."""
    if model.outline:
        return model.outline
    headings = tuple(
        OutlineEntry(
            " ".join(model.text[block.start : block.end].split())[:_LONGEST_TITLE],
            block.level,
            block.start,
        )
        for block in model.blocks
        if block.kind is BlockKind.HEADING
    )
    if headings:
        return headings
    named = any(page.label != str(page.number) for page in model.pages)
    if model.format == "pdf" or not named:  # a row of bare numbers guides nobody
        return ()
    return tuple(OutlineEntry(page.label, 1, page.start) for page in model.pages)


class Sections:
    """Tells which entry of the contents a place belongs to."""

    def __init__(self, entries: Sequence[OutlineEntry]) -> None:
        # A PDF's entries may stand in another order than the text.
        ordered = sorted((entry.start, number) for number, entry in enumerate(entries))
        self._starts = [start for start, _ in ordered]
        self._numbers = [number for _, number in ordered]

    def at(self, position: int) -> int | None:
        """Gives the number of the last entry that begins at or before a place."""
        found = bisect_right(self._starts, position) - 1
        return self._numbers[found] if found >= 0 else None
