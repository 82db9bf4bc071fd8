"""Lists of references that are only written as such: where they stand and what their entries are.

A list stands under a heading such as "References", or is the most list-like run of lines. Its
entries are numbered, or begin with an author; page headers may stand between their lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.finding import entry_shapes
from archivist.finding.author_lists import entries_by_author
from archivist.finding.list_labels import begins_anew, labels_of
from archivist.finding.list_lines import Entry, Line, lines_of, made
from archivist.finding.list_words import CLOSING_HEADINGS, LIST_HEADINGS, heading_key
from archivist.finding.note_lines import notes_in_text
from archivist.finding.page_headers import PageHeaders

_NUMBERED_KINDS = frozenset({BlockKind.REFERENCE_ENTRY, BlockKind.FOOTNOTE, BlockKind.LIST_ITEM})
_HEADING_LINE = re.compile(
    r"^[#=*_\t ]{0,12}(?:\d{1,2}\.?[ ]|[IVXivx]{1,5}\.[ ])?(?P<words>[^\W\d_][^\n#=:.*]{1,60}+)"
    r"[:.#=*_\t ]{0,12}$",
    re.MULTILINE,
)
_CANDIDATE = re.compile(
    r"^[ \t]{0,12}(?:\[(?P<bracket>\d{1,4})\]|(?P<plain>\d{1,4})[.)․]|\((?P<round>\d{1,3})\))"
    r"[ \t\u00a0]{0,8}(?=\S)",
    re.MULTILINE,
)
_BY_AUTHOR = re.compile(
    rf"^[ \t]{{0,12}}(?={entry_shapes.CAPITAL}|[—–])(?P<line>[^\n]{{12,}}+)$", re.MULTILINE
)
_RUNNING_HEAD = 6_000  # code points between two headers of pages, at most
_LOOK_AHEAD = 6  # lines in which a list goes on after a page's end
_FEWEST = 3  # entries of a list without a heading
_ALIKE = 0.6  # of the entries of a list without a heading that have to name a source
_REACH = 1_500  # code points from one entry of a list without a heading to the next


@dataclass(frozen=True, slots=True)
class Section:
    """The range under a heading of a list, and where in it the heading stands again."""

    start: int
    end: int
    again: frozenset[int]


def listed_entries(text: str, blocks: Sequence[Block]) -> list[tuple[str, Entry]]:
    """Gives label and entry of what is only written as a list; "" where an entry has no label."""
    found = list(notes_in_text(text))
    numbers = {
        block.start: str(block.attributes["number"])
        for block in blocks
        if block.kind in _NUMBERED_KINDS and "number" in block.attributes
    }
    starts = frozenset(block.start for block in blocks)
    sections = list_sections(text, blocks) or _headless(text)
    headers = PageHeaders(text if sections else "")
    for section in sections:
        lines = list(lines_of(text, section.start, section.end, headers, section.again))
        numbered = list(_numbered(text, lines, numbers))
        found += numbered or (("", entry) for entry in entries_by_author(text, lines, starts))
    return found


def list_sections(text: str, blocks: Sequence[Block]) -> list[Section]:
    """Gives the ranges under headings of lists.

    Each ends at the next heading as high, at another list's heading, or at the text's end. A line
    alone counts as a heading when its words are one's, whatever else it is. A heading that stands
    again within a page or so, and is not followed by a 1, is the header of a page.
    """
    levels = {block.start: block.level for block in blocks if block.kind is BlockKind.HEADING}
    by_level: dict[int, list[int]] = {}
    for start, level in levels.items():
        by_level.setdefault(level, []).append(start)
    headings: list[tuple[int, int, str]] = []
    closing: list[int] = []
    for match in _HEADING_LINE.finditer(text):
        key = heading_key(match["words"])
        if key in LIST_HEADINGS:
            headings.append((match.start(), match.end(), key))
        elif key in CLOSING_HEADINGS:
            closing.append(match.start())
    sections: list[Section] = []
    index = 0
    while index < len(headings):
        last, end_of_heading, key = headings[index]
        level = levels.get(last, 0)
        again: set[int] = set()
        index += 1
        while index < len(headings) and _is_header(text, headings[index], key, last, levels):
            last = headings[index][0]
            again.add(last)
            index += 1
        bounds = [[headings[index][0]] if index < len(headings) else [], closing]
        bounds += (starts for other, starts in by_level.items() if not level or other <= level)
        places = ((starts, bisect_right(starts, last)) for starts in bounds)
        ends = (starts[place] for starts, place in places if place < len(starts))
        end = min(ends, default=len(text))
        sections.append(Section(end_of_heading, end, frozenset(again)))
    return sections


def _is_header(
    text: str, heading: tuple[int, int, str], key: str, last: int, levels: Mapping[int, int]
) -> bool:
    start, end, own = heading
    return (
        own == key
        and start - last < _RUNNING_HEAD
        and start not in levels
        and not begins_anew(text, end)
    )


def _numbered(
    text: str, lines: Sequence[Line], numbers: Mapping[int, str]
) -> Iterator[tuple[str, Entry]]:
    """Gives the entries of a numbered list; a blank line ends one, a page's end does not."""
    labels = list(labels_of(text, lines, numbers))
    coming = [_LOOK_AHEAD + 1] * (len(labels) + 1)  # how many lines on the next label stands
    for index in range(len(labels) - 1, -1, -1):
        coming[index] = 0 if labels[index] is not None else coming[index + 1] + 1
    label, body, taken = "", 0, list[Line]()
    for index, line in enumerate(lines):
        begun = labels[index]
        if begun is None and taken and _goes_on(taken, line, coming[index]):
            taken.append(line)
            continue
        if taken:
            yield label, made(text, body, taken)
            taken = []
        if begun is not None:
            (label, body), taken = begun, [line]
    if taken:
        yield label, made(text, body, taken)


def _goes_on(taken: Sequence[Line], line: Line, coming: int) -> bool:
    """Says whether a line without a label belongs to the entry before it."""
    is_unfinished = not entry_shapes.is_finished(taken[-1].words)
    if not line.gap:
        return True
    if line.gap == "page":
        return is_unfinished or coming <= _LOOK_AHEAD
    # A blank line within an entry: what a page's end looks like where it has no header.
    return is_unfinished and coming <= _LOOK_AHEAD and not line.words[0].isupper()


@lru_cache(maxsize=1)  # the blocks are made from it, and then the markers
def _headless(text: str) -> list[Section]:
    """Gives the most list-like run of lines of a text that has no heading of a list."""
    runs = [run for run in (*_counted_runs(text), *_alphabetical_runs(text)) if _names(text, run)]
    if not runs:
        return []
    best = max(runs, key=len)
    gap = text.find("\n\n", best[-1])
    end = min(len(text) if gap < 0 else gap, best[-1] + _REACH)
    return [Section(best[0], end, frozenset())]


def _counted_runs(text: str) -> Iterator[list[int]]:
    """Gives where the lines of each run begin that counts 1, 2, 3."""
    run: list[int] = []
    for match in _CANDIDATE.finditer(text):
        number = int(match[match.lastgroup or 0])
        if run and number == len(run) + 1 and match.start() - run[-1] <= _REACH:
            run.append(match.start())
        elif number == 1:
            yield run
            run = [match.start()]
    yield run


def _alphabetical_runs(text: str) -> Iterator[list[int]]:
    """Gives where the lines of each run begin that name an author, in the order of the alphabet."""
    run: list[int] = []
    last = ""
    for match in _BY_AUTHOR.finditer(text):
        words = match["line"]
        if not entry_shapes.begins_undoubtedly(words):
            continue
        key = words[:12].casefold()
        if run and (match.start() - run[-1] > _REACH or (key < last and words[0].isalpha())):
            yield run
            run = []
        run.append(match.start())
        last = key if words[0].isalpha() else last
    yield run


def _names(text: str, run: Sequence[int]) -> bool:
    """Says whether most lines of a run name a source each."""
    if len(run) < _FEWEST:
        return False
    ends = (*run[1:], run[-1] + _REACH)
    sources = sum(
        entry_shapes.names_source(" ".join(text[start:end].split()))
        for start, end in zip(run, ends, strict=True)
    )
    return sources >= _ALIKE * len(run)
