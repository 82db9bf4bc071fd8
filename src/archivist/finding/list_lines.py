"""The lines of a written list and the entries they make up, without the headers of pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archivist.domain.references import without
from archivist.finding.page_headers import PageHeaders

_LONGEST_ENTRY = 4_000  # code points


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: where it starts and ends, where its text begins, and that text.

    `apart` are ranges inside it that do not belong to it: headers and footers of pages.
    """

    start: int
    body: int  # after its own label and its links back
    end: int
    text: str
    apart: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `gap` is what stands before it: "", "blank" or "page"."""

    start: int
    end: int
    words: str
    gap: str


def cut(text: str) -> str:
    """Gives an entry's text on one line, of bounded length."""
    return " ".join(text[:_LONGEST_ENTRY].split())


def lines_of(
    text: str, start: int, end: int, headers: PageHeaders, again: frozenset[int] = frozenset()
) -> Iterator[Line]:
    """Gives the lines of [start, end) but the headers of pages and those that begin at `again`."""
    gap = ""
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        words = text[start:line_end].strip()
        if start in again or "\f" in text[start:line_end] or (words and headers.hold(words)):
            gap = "page"
        elif words:
            yield Line(start, line_end, words, gap)
            gap = ""
        else:
            gap = gap or "blank"
        start = line_end + 1


def made(text: str, body: int, lines: Sequence[Line]) -> Entry:
    """Makes an entry of its lines; what stands between them and is none of them is apart."""
    apart = tuple(
        (before.end, line.start)
        for before, line in pairwise(lines)
        if text[before.end : line.start].strip()
    )
    end = lines[-1].end
    body = min(body, end)
    return Entry(lines[0].start, body, end, cut(without(text, body, end, apart)), apart)
