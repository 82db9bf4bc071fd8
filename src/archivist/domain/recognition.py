"""Text that was recognized on pages, and how a document's text takes it in.

Only the pages that were recognized get another text; everything on the others keeps its place
within its page.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archivist.domain.reading import Block, Page, ReadDocument
from archivist.domain.text import direction_of
from archivist.domain.vocabulary import BlockKind, TextSource

NO_TEXT = "holds no text: its pages are pictures."
"""How the warning ends that a file without text has; it is true no more once there is some."""
DOUBTFUL = 60
"""The confidence below which a word is shown as doubtful."""
_TEXT_BY = "; text by "


@dataclass(frozen=True, slots=True)
class RecognizedWord:
    """A word: its range in its page's text, its box in points of the page, confidence 0–100."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: int


@dataclass(frozen=True, slots=True)
class RecognizedPage:
    """What was recognized on a page (from 1); paragraphs are ranges of its text."""

    number: int
    text: str
    words: tuple[RecognizedWord, ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """Recognized pages, by which program with its version, in which languages ("eng+hye")."""

    pages: tuple[RecognizedPage, ...]
    engine: str
    languages: str


class Moves:
    """Where ranges of a text stand after some of its pages were given another text."""

    def __init__(
        self, before: Sequence[Page], after: Sequence[Page], renewed: Sequence[int]
    ) -> None:
        """Takes the pages before and after, and the numbers of those that have another text."""
        self._starts = [page.start for page in before]
        self._shifts = [new.start - old.start for old, new in zip(before, after, strict=True)]
        self._is_renewed = [page.number in set(renewed) for page in before]

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """Gives where a range is now; None for one that touches a page with another text."""
        first, last = self._page_at(start), self._page_at(max(start, end - 1))
        if any(self._is_renewed[first : last + 1]):
            return None
        shift = self._shifts[first]
        return start + shift, end + shift

    def _page_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)


def with_recognized(read: ReadDocument, recognition: Recognition) -> tuple[ReadDocument, Moves]:
    """Gives a document with the text of some pages replaced by what was recognized on them."""
    found = {page.number: page for page in recognition.pages}
    text, pages = _joined(read, found)
    moves = Moves(read.pages, pages, tuple(found))
    has_text = any(page.end > page.start for page in pages)
    warnings = tuple(each for each in read.warnings if not (has_text and each.endswith(NO_TEXT)))
    metadata = replace(read.metadata, direction=read.metadata.direction or direction_of(text))
    composed = replace(
        read,
        reader=f"{read.reader.partition(_TEXT_BY)[0]}{_TEXT_BY}{recognition.engine}",
        text=text,
        pages=tuple(pages),
        blocks=tuple(sorted(_blocks(read, pages, found, moves), key=lambda block: block.start)),
        marks=tuple(
            replace(mark, start=place[0], end=place[1])
            for mark in read.marks
            if (place := moves.moved(mark.start, mark.end)) is not None
        ),
        outline=tuple(
            replace(entry, start=_start(entry.start, read.pages, pages, moves))
            for entry in read.outline
        ),
        metadata=metadata,
        warnings=warnings,
    )
    return composed, moves


def _joined(read: ReadDocument, found: Mapping[int, RecognizedPage]) -> tuple[str, list[Page]]:
    parts: list[str] = []
    pages: list[Page] = []
    length = done = 0
    for page in read.pages:
        between = read.text[done : page.start]
        recognized = found.get(page.number)
        own = read.text[page.start : page.end] if recognized is None else recognized.text
        parts += [between, own]
        start = length + len(between)
        length, done = start + len(own), page.end
        source = page.text_source if recognized is None else TextSource.OCR
        pages.append(replace(page, start=start, end=length, text_source=source))
    return "".join([*parts, read.text[done:]]), pages


def _blocks(
    read: ReadDocument,
    pages: Sequence[Page],
    found: Mapping[int, RecognizedPage],
    moves: Moves,
) -> Iterator[Block]:
    for block in read.blocks:
        place = moves.moved(block.start, block.end)
        if place is not None:
            yield replace(block, start=place[0], end=place[1])
    for page in pages:
        recognized = found.get(page.number)
        for start, end in () if recognized is None else recognized.paragraphs:
            yield Block(BlockKind.PARAGRAPH, page.start + start, page.start + end)


def _start(position: int, before: Sequence[Page], after: Sequence[Page], moves: Moves) -> int:
    """Gives where something is that began at a place; on a page with another text, that page."""
    place = moves.moved(position, position)
    if place is not None:
        return place[0]
    index = max(0, bisect_right([page.start for page in before], position) - 1)
    return after[index].start
