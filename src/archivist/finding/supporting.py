"""The passage that a marker most likely supports: the sentence or clause that it closes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from archivist.domain.model import Marker
from archivist.domain.reading import Block, FoundMarker
from archivist.domain.vocabulary import BlockKind
from archivist.finding.author_words import AND
from archivist.finding.sentence_ends import REACH, opening_of, sentence_end, sentence_start

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MARKED = re.compile(
    r"\[(?:\d{1,4}(?:[,;–—-]\s?\d{1,4})*|[a-z]{1,2}|note \d{1,3})\](?::\d+)?|[¹²³⁰⁴-⁹]+",
    re.IGNORECASE,
)
_BETWEEN = ' \t\u00a0.,;:!?…·’”"»›)]}、。，։՝،؛'
# What a clause does not begin with.
_LEADING = " \t\n\u00a0.,;:!?…)]}”»՝،؛–—"
_FEWEST = 2  # letters and digits that a clause has at least
_LONGEST_RUN = 200  # neighbours that are looked at
_WIDEST = 20  # code points between two neighbours


def supported_passage(
    text: str,
    marker: Marker | FoundMarker,
    blocks: Sequence[Block] = (),
    markers: Sequence[Marker | FoundMarker] = (),
) -> tuple[int, int] | None:
    """Gives the range of the words that a marker most likely supports; None where there are none.

    That is the sentence before it, or what of it stands after the marker before, as neighbours
    support the same; a whole quotation that closes there; all of the sentence around an author
    who is named in it. A marker that begins a paragraph belongs to the end of the one before.

    Args:
        text: The document's text.
        marker: One of its markers.
        blocks: Its blocks, in order; without them blank lines part its paragraphs.
        markers: All of its markers, in order; the usual ones are seen in the text, too.
    """
    start, end = _paragraph(text, marker.start, blocks)
    places = _Places(text, markers or _seen(text, marker))
    if _is_told(text, marker):
        begin = max(sentence_start(text, marker.end, start), places.end_before(marker.start))
        return _trimmed(text, begin, sentence_end(text, marker.end, end))
    first = max(start, places.run_start(marker.start))
    if _says(text, start, first):
        return _closing(text, start, first, places)
    before = _paragraph_before(text, start, blocks)
    if before is not None:
        last = max(before[0], places.run_start(before[1]))
        if _says(text, before[0], last):
            return _closing(text, before[0], last, places)
    begin = min(end, places.run_end(marker.end))
    return _trimmed(text, begin, sentence_end(text, begin, end))


def _closing(text: str, start: int, position: int, places: "_Places") -> tuple[int, int] | None:
    """Gives the sentence or clause of [start, position) that closes at its end."""
    start = max(start, position - REACH)
    end = start + len(text[start:position].rstrip(" \t\n\u00a0(["))
    opening = opening_of(text, end, start)
    inside = end if opening is None else opening + 1
    before = places.end_before(inside)
    clause = _trimmed(text, sentence_start(text, inside, max(start, before)), end)
    if clause is None or _says_little(text[clause[0] : clause[1]]):
        return _trimmed(text, places.run_end(sentence_start(text, inside, start)), end)
    return clause


def _says_little(words: str) -> bool:
    """Says whether a clause is a letter or a conjunction: what it joins belongs to it."""
    return sum(map(str.isalnum, words)) < _FEWEST or words.casefold() in AND


def _says(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[max(start, end - REACH) : end]))


class _Placed(Protocol):
    """What has a place in a text: a marker of any kind."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def _seen(text: str, marker: _Placed) -> list[_Span]:
    """Gives the markers around one that can be told by their look alone, that one included."""
    low, high = max(0, marker.start - REACH), marker.end + REACH
    found = [_Span(*match.span()) for match in _MARKED.finditer(text, low, high)]
    others = [span for span in found if span.end <= marker.start or span.start >= marker.end]
    return sorted([*others, _Span(marker.start, marker.end)], key=lambda span: span.start)


class _Places:
    """A text's markers in order, asked for runs of neighbours."""

    def __init__(self, text: str, markers: Sequence[_Placed]) -> None:
        self._text, self._markers = text, markers

    def run_start(self, position: int) -> int:
        """Gives where the run of neighbours begins that ends at a place, or a marker there."""
        index = bisect_left(self._markers, position, key=lambda each: each.start) - 1
        for each in self._markers[max(0, index - _LONGEST_RUN + 1) : index + 1][::-1]:
            if each.end > position:
                continue
            if self._parted(each.end, position):
                break
            position = each.start
        return position

    def run_end(self, position: int) -> int:
        """Gives where the run of neighbours ends that begins at a place."""
        index = bisect_left(self._markers, position, key=lambda each: each.start)
        for each in self._markers[index : index + _LONGEST_RUN]:
            if each.start < position:
                continue
            if self._parted(position, each.start):
                break
            position = each.end
        return position

    def end_before(self, position: int) -> int:
        """Gives the end of the last marker before a place, 0 where there is none."""
        index = bisect_right(self._markers, position, key=lambda each: each.end) - 1
        return self._markers[index].end if index >= 0 else 0

    def _parted(self, end: int, start: int) -> bool:
        return start - end > _WIDEST or bool(self._text[end:start].strip(_BETWEEN))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _is_told(text: str, marker: Marker | FoundMarker) -> bool:
    """Says whether a marker is an author named in the sentence itself: "Suny (2015)"."""
    words = text[marker.start : marker.end]
    return words[:1].isalpha() and words.endswith(")")


def _paragraph(text: str, position: int, blocks: Sequence[Block]) -> tuple[int, int]:
    index = bisect_right(blocks, position, key=lambda block: block.start) - 1
    if index >= 0 and position < blocks[index].end:
        return blocks[index].start, blocks[index].end
    low, high = max(0, position - REACH), position + REACH
    breaks = [match.end() for match in _PARAGRAPH_END.finditer(text, low, position)]
    following = _PARAGRAPH_END.search(text, position, high)
    end = following.start() if following else min(len(text), high)
    return breaks[-1] if breaks else low, end


def _paragraph_before(text: str, start: int, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Gives the paragraph before the one that begins at a place; never a heading."""
    index = bisect_left(blocks, start, key=lambda block: block.start) - 1
    if index >= 0:
        block = blocks[index]
        return None if block.kind is BlockKind.HEADING else (block.start, block.end)
    low = max(0, start - REACH)
    end = low + len(text[low:start].rstrip())
    return (_paragraph(text, end - 1, ())[0], end) if end > low else None
