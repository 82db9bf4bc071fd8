"""What stands where a document's own links and markers lead: the notes a reader wants to glance at.

Pure; places are code points.
"""

from bisect import bisect_right
from collections.abc import Sequence

from archivist.domain.reading import Block, Mark
from archivist.domain.vocabulary import BlockKind, MarkKind

_LONGEST = 700  # code points that are shown of a note


class Notes:
    """The places of one document that links lead to, and the text that stands there."""

    def __init__(self, text: str, blocks: Sequence[Block] = (), marks: Sequence[Mark] = ()) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._anchors = {mark.value: mark.start for mark in marks if mark.kind is MarkKind.ANCHOR}

    def place(self, target: str) -> int | None:
        """Gives where a link of the document itself leads; None for one that leads elsewhere."""
        return self._anchors.get(target[1:]) if target.startswith("#") else None

    def text_at(self, place: int) -> str:
        """Gives what stands at a place: its note, paragraph or heading, cut if it is long."""
        block = self._block_at(place)
        if block is None:
            end = self._text.find("\n", place)
            words = self._text[place : end if end >= 0 else len(self._text)]
        else:
            words = self._text[block.start : block.end]
        words = " ".join(words.split())
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"

    def is_note(self, place: int) -> bool:
        """Says whether a foot- or endnote stands at a place."""
        block = self._block_at(place)
        return block is not None and block.kind is BlockKind.FOOTNOTE

    def _block_at(self, place: int) -> Block | None:
        found = bisect_right(self._starts, place) - 1
        if found < 0 or place >= self._blocks[found].end:
            return None
        return self._blocks[found]
