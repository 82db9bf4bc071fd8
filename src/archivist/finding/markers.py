"""Finds where a text cites: numbered markers, notes, authors with years, links, maintenance tags.

What the document's own structure says counts before what its words look like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from archivist.domain.reading import Block, FoundMarker, Mark
from archivist.domain.vocabulary import BlockKind, MarkerKind, MarkKind
from archivist.finding.author_year import read_work
from archivist.finding.labels import is_flag, labels_in
from archivist.finding.locators import locator_after, page_after
from archivist.finding.raised import raised_markers
from archivist.finding.reference_lists import Entries, find_entries, link_label
from archivist.finding.resolving import marker_of
from archivist.finding.short_notes import short_note_markers, with_pages_of_notes
from archivist.finding.work_markers import work_markers

_BRACKETED = re.compile(r"[\[［【]([^\[\]［］【】]{1,60})[\]］】]")
_LONGEST_LABEL = 40  # of a link; what is longer is prose that happens to lead to an entry


class _Ranges:
    """Ranges that do not overlap, asked whether one of them holds a place."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _ in self._ranges]

    def hold(self, position: int) -> bool:
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ranges[place][1]

    def touch(self, start: int, end: int) -> bool:
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._ranges[place][1] > start


def find_markers(
    text: str, blocks: Sequence[Block] = (), marks: Sequence[Mark] = ()
) -> list[FoundMarker]:
    """Finds the markers of a text, in order; offsets are code points, the brackets included.

    `[3, 5–7]` gives a marker for each of its labels 3, 5, 6 and 7, all with its range, as does
    `(Suny 2015: 34; Balakian 2003)`. A locator behind a marker (`[23]:4`) belongs to its range.
    Maintenance tags (`[citation needed]`) are flags. A marker is *resolved* when its link leads to
    a reference entry, or exactly one entry has its label or its author and year; *ambiguous* when
    several have it. An entry's own label is no marker, nor is anything in code.
    """
    entries = find_entries(text, blocks, marks)
    links = sorted(
        (
            mark
            for mark in marks
            if mark.kind is MarkKind.LINK
            and entries.target(mark.value) is not None
            and not entries.is_own_label(mark.start)
        ),
        key=lambda link: link.start,
    )
    code = _Ranges(
        [(block.start, block.end) for block in blocks if block.kind is BlockKind.PREFORMATTED]
        + [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.CODE]
    )
    raised = _Ranges(
        {(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.SUPERSCRIPT}
    )
    found = [
        marker for marker in _bracketed(text, entries, links, raised) if not code.hold(marker.start)
    ]
    bracketed = _Ranges({(marker.start, marker.end) for marker in found})
    for link in links:
        if not bracketed.hold(link.start):
            found += _linked(text, link, entries)
    taken = _Ranges({(marker.start, marker.end) for marker in found})
    found += (
        marker
        for marker in (
            *raised_markers(text, marks, entries, has_links=bool(links)),
            *work_markers(text, entries),
            *short_note_markers(text, entries),
        )
        if not taken.touch(marker.start, marker.end) and not code.hold(marker.start)
    )
    found.sort(key=lambda marker: (marker.start, marker.end))
    return list(with_pages_of_notes(found, entries))


def _bracketed(
    text: str, entries: Entries, links: Sequence[Mark], raised: _Ranges
) -> Iterator[FoundMarker]:
    """Gives the markers in brackets: numbers, notes, letters, flags, and links in brackets."""
    starts = [link.start for link in links]
    for match in _BRACKETED.finditer(text):
        start, end = match.span()
        if entries.is_own_label(start):
            continue
        words = " ".join(match[1].split())
        inner = links[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        if is_flag(words):
            yield FoundMarker(start, end, words, MarkerKind.FLAG)
            continue
        labels, kind = labels_in(words, entries, is_attached=_is_attached(text, start, end))
        by_label = {link_label(text, link): entries.target(link.value) for link in inner}
        if not labels and any(read_work(label) for label in by_label):
            continue  # "[Suny 2015, p. 34]": what it links to says more
        labels = labels or [(label, "") for label in by_label]
        if not labels:
            continue
        after = locator_after(text, end, is_raised=raised.hold(start))
        if after is not None:
            labels[-1] = (labels[-1][0], after[0])
            end = after[1]
        for label, locator in labels:
            target = by_label.get(label)
            yield marker_of(
                start, end, label, kind, [target] if target else entries.labelled(label), locator
            )


def _is_attached(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _linked(text: str, link: Mark, entries: Entries) -> Iterator[FoundMarker]:
    """Gives the marker that a link to an entry is, where it has no brackets: "1", "Suny 2015"."""
    label = link_label(text, link)
    target = entries.target(link.value)
    if target is None or not 0 < len(label) <= _LONGEST_LABEL:
        return
    end, locator = link.end, ""
    work = read_work(label)
    if work is not None:
        label, locator = work.label, work.locator
        after = page_after(text, end) if not locator else None
        if after is not None:
            locator, end = after
    is_note = len(label) <= 2 and not label.isdecimal()
    kind = MarkerKind.NOTE if is_note else MarkerKind.REFERENCE
    yield marker_of(link.start, end, label, kind, [target], locator)
