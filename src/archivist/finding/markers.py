"""Finds where a text cites: numbered markers, notes, links to references, and maintenance tags.

What the document's own structure says counts before what its words look like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from archivist.domain.model import (
    Block,
    BlockKind,
    FoundMarker,
    LinkState,
    Mark,
    MarkerKind,
    MarkKind,
)
from archivist.finding.marker_words import FLAGS, NOTE_WORDS
from archivist.finding.reference_lists import Entries, Entry, find_entries, link_label

_BRACKETED = re.compile(r"[\[［【]([^\[\]［］【】]{1,60})[\]］】]")
_NUMBERS = re.compile(r"\d{1,4}(?:\s{0,2}[,;–—‑-]\s{0,2}\d{1,4}){0,20}")
_NOTE = re.compile(rf"(?:{'|'.join(NOTE_WORDS)})\.?\s?(?:\d{{1,3}}|[a-z])", re.IGNORECASE)
# A group of its own ("[A 3]"), single letters, small Roman numbers and note signs.
_ATTACHED = re.compile(r"[A-Za-z]{1,2}\s?\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶]{1,3}")
_FLAG_TAIL = re.compile(r"\s?(?:[–—-]\s?discuss|[;,]?\s[^\W\d_]{3,9}\s\d{4})$")
_LONGEST_RANGE = 50  # "[1–400]" is rather something else
_LONGEST_LABEL = 40  # of a link; what is longer is prose that happens to lead to an entry

_RAISED = re.compile(r"[¹²³⁰⁴-⁹]{1,3}(?:[,⁻–][¹²³⁰⁴-⁹]{1,3}){0,5}")
_ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_ENDS_OF_STATEMENTS = frozenset('.,;:!?…”’»"')


class _Ranges:
    """Ranges that do not overlap, asked whether one of them holds a place."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _ in self._ranges]

    def hold(self, position: int) -> bool:
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ranges[place][1]


def find_markers(
    text: str, blocks: Sequence[Block] = (), marks: Sequence[Mark] = ()
) -> list[FoundMarker]:
    """Finds the markers of a text, in order; offsets are code points, the brackets included.

    `[3, 5–7]` gives a marker for each of its labels 3, 5, 6 and 7, all with its range. Maintenance
    tags (`[citation needed]`) are flags. A marker is *resolved* when its link leads to a reference
    entry, or exactly one entry has its label; *ambiguous* when several have it. An entry's own
    label is no marker, nor is anything in code.
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
    found = [marker for marker in _bracketed(text, entries, links) if not code.hold(marker.start)]
    bracketed = _Ranges({(marker.start, marker.end) for marker in found})
    for link in links:
        if not bracketed.hold(link.start):
            found += _linked(text, link, entries)
    if not links:
        raised = _raised(text, marks, entries)
        found += (marker for marker in raised if not bracketed.hold(marker.start))
    return sorted(found, key=lambda marker: (marker.start, marker.end))


def _bracketed(text: str, entries: Entries, links: Sequence[Mark]) -> Iterator[FoundMarker]:
    """Gives the markers in brackets: numbers, notes, letters, flags, and links in brackets."""
    starts = [link.start for link in links]
    for match in _BRACKETED.finditer(text):
        start, end = match.span()
        if entries.is_own_label(start):
            continue
        words = " ".join(match[1].split())
        inner = links[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        if _is_flag(words):
            yield FoundMarker(start, end, words, MarkerKind.FLAG)
            continue
        labels, kind = _labels(words, entries, is_attached=_is_attached(text, start, end))
        by_label = {link_label(text, link): entries.target(link.value) for link in inner}
        for label in labels or list(by_label):
            yield _marker(start, end, label, kind, entries, by_label.get(label))


def _is_flag(words: str) -> bool:
    folded = words.casefold()
    return folded in FLAGS or _FLAG_TAIL.sub("", folded) in FLAGS


def _labels(words: str, entries: Entries, *, is_attached: bool) -> tuple[list[str], MarkerKind]:
    """Gives the labels that the words in brackets hold; none where they are no marker."""
    if _NUMBERS.fullmatch(words):
        return _numbers(words, entries), MarkerKind.REFERENCE
    # Markdown's "[^1]"; its entries have the label without the sign.
    label = words.removeprefix("^")
    if _NOTE.fullmatch(label) or label != words:
        return [label], MarkerKind.NOTE
    # "[s]he" and "the [a] man" are an editor's; a label hangs on what it belongs to.
    if _ATTACHED.fullmatch(words) and is_attached:
        return [words], MarkerKind.NOTE
    return [], MarkerKind.NOTE


def _numbers(words: str, entries: Entries) -> list[str]:
    """Gives the numbers of "3, 5–7"; none where one is a year, zero or a range that is too long."""
    numbers: list[str] = []
    for part in re.split(r"\s?[,;]\s?", words):
        first, *rest = re.split(r"\s?[–—‑-]\s?", part)
        if not rest:
            numbers.append(first)
        elif len(rest) == 1 and 0 < int(rest[0]) - int(first) <= _LONGEST_RANGE:
            numbers += [str(number) for number in range(int(first), int(rest[0]) + 1)]
        else:
            return []
    plausible = all(
        (len(number) <= 3 and int(number) > 0) or entries.labelled(number) for number in numbers
    )
    return numbers if plausible else []


def _is_attached(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _marker(
    start: int,
    end: int,
    label: str,
    kind: MarkerKind,
    entries: Entries,
    target: Entry | None = None,
) -> FoundMarker:
    candidates = [target] if target is not None else entries.labelled(label)
    if len(candidates) != 1:
        state = LinkState.AMBIGUOUS if candidates else LinkState.UNRESOLVED
        return FoundMarker(start, end, label, kind, state)
    entry = candidates[0]
    return FoundMarker(start, end, label, kind, LinkState.RESOLVED, entry.start, entry.text)


def _linked(text: str, link: Mark, entries: Entries) -> Iterator[FoundMarker]:
    """Gives the marker that a link to an entry is, where it has no brackets: "1", "Suny 2015"."""
    label = link_label(text, link)
    if 0 < len(label) <= _LONGEST_LABEL:
        is_note = len(label) <= 2 and not label.isdecimal()
        kind = MarkerKind.NOTE if is_note else MarkerKind.REFERENCE
        target = entries.target(link.value)
        yield _marker(link.start, link.end, label, kind, entries, target)


def _raised(text: str, marks: Sequence[Mark], entries: Entries) -> Iterator[FoundMarker]:
    """Gives raised numbers that cite, in marks or as signs of their own; powers are left alone.

    After the end of a statement a raised number cites; after a word only if it has an entry.
    """
    places = [
        (mark.start, mark.end, text[mark.start : mark.end].strip("()[] "))
        for mark in marks
        if mark.kind is MarkKind.SUPERSCRIPT
    ]
    places += [
        (match.start(), match.end(), match.group().translate(_ON_THE_LINE))
        for match in _RAISED.finditer(text)
    ]
    for start, end, words in places:
        if not _NUMBERS.fullmatch(words) or entries.is_own_label(start):
            continue
        before = text[max(0, start - 3) : start]
        cites = before[-1:] in _ENDS_OF_STATEMENTS and not before[-2:-1].isdigit()
        named = len(before) == 3 and (before.isalpha() or before[-1] == ")")
        for label in _numbers(words, entries):
            if cites or (named and entries.labelled(label)):
                yield _marker(start, end, label, MarkerKind.REFERENCE, entries)
