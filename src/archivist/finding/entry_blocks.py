"""Gives each entry of a list that is only written as one (not marked up) a block of its own."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.finding.written_lists import listed_entries

_DIVISIBLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED})


def with_entries(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Gives a document's blocks with each entry of its written lists as a block of its own.

    A reader of plain text or of pages sees one paragraph where a list stands. What has a shape of
    its own already (a heading, a cell, an entry) stays as it is.
    """
    fixed = _Spans(block for block in blocks if block.kind not in _DIVISIBLE)
    attributes = {block.start: block.attributes for block in blocks if block.kind in _DIVISIBLE}
    entries: list[Block] = []
    for _, entry in sorted(listed_entries(text, blocks), key=lambda pair: pair[1].start):
        end = entry.start + len(text[entry.start : entry.end].rstrip())
        is_free = not entries or entries[-1].end <= entry.start
        if is_free and not fixed.touch(entry.start, end):
            kept = dict(attributes.get(entry.start, {}))
            if entry.apart:
                kept["apart"] = [list(part) for part in entry.apart]
            entries.append(Block(BlockKind.REFERENCE_ENTRY, entry.start, end, attributes=kept))
    if not entries:
        return tuple(blocks)
    divided = list(entries)
    spans = _Spans(entries)
    for block in blocks:
        if block.kind not in _DIVISIBLE or not spans.touch(block.start, block.end):
            divided.append(block)
            continue
        for start, end in spans.gaps(block.start, block.end):
            rest = text[start:end]
            if rest.strip():
                first = start + len(rest) - len(rest.lstrip())
                divided.append(replace(block, start=first, end=first + len(rest.strip())))
    return tuple(sorted(divided, key=lambda block: block.start))


class _Spans:
    """The ranges of some blocks, which do not overlap, asked about other ranges."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._ranges = sorted((block.start, block.end) for block in blocks)
        self._starts = [start for start, _ in self._ranges]

    def touch(self, start: int, end: int) -> bool:
        """Says whether one of them has anything of [start, end)."""
        place = bisect_left(self._starts, end) - 1
        return place >= 0 and self._ranges[place][1] > start

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Gives the parts of [start, end) that none of them has."""
        place = max(0, bisect_right(self._starts, start) - 1)
        for first, last in self._ranges[place:]:
            if first >= end:
                break
            if first > start:
                yield start, first
            start = max(start, last)
        if start < end:
            yield start, end
