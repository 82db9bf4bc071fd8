"""The reference entries of a document, by what leads to them: labels, links, authors and years.

An entry is a block that links of the document lead to, or what stands in a list that is only
written as one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from archivist.domain.reading import Block, Mark
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.finding.author_year import work_of_note
from archivist.finding.list_labels import label_at
from archivist.finding.list_lines import Entry, cut
from archivist.finding.marker_words import BACK_LINKS, JUMPS
from archivist.finding.works import Works
from archivist.finding.written_lists import list_sections, listed_entries

_ENTRY_KINDS = frozenset({BlockKind.REFERENCE_ENTRY, BlockKind.FOOTNOTE})
_OTHER_KINDS = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.TABLE_CELL})
_ANCHOR_SLACK = 4  # code points between an anchor and the block that it names
# What anchors of entries are called by those who make pages and books.
_ANCHOR_NAME = re.compile(
    r"_?(?:cite|ref|bib|fn|ftn|edn|en|note|endnote|footnote|source|[brn]\d|cr\d)", re.IGNORECASE
)
_LEADING = re.compile(
    rf"(?:[\s{re.escape(''.join(BACK_LINKS))},]|{'|'.join(map(re.escape, JUMPS))}){{1,40}}",
    re.IGNORECASE,
)


class Entries:
    """A document's entries: by label, by link target, and by place."""

    def __init__(self, targets: Mapping[str, Entry], labelled: Iterable[tuple[str, Entry]]) -> None:
        """`targets` are names of anchors; a label may belong to several entries, or be ""."""
        self._targets = targets
        self._by_key: dict[str, dict[int, Entry]] = {}
        places = {entry.start: entry for entry in targets.values()}
        for label, entry in labelled:
            # What links lead to counts before what only looks like an entry.
            known = places.setdefault(entry.start, entry)
            if label:
                self._by_key.setdefault(label_key(label), {})[known.start] = known
        self._starts = sorted(places)
        self._places = places
        # A note that names a work is not that work.
        self._works = Works(entry for entry in places.values() if work_of_note(entry.text) is None)
        self.are_numbered = any(key.isdecimal() for key in self._by_key)

    def labelled(self, label: str) -> list[Entry]:
        """Gives the entries that have a label, two at most; several where chapters count anew."""
        return list(islice(self._by_key.get(label_key(label), {}).values(), 2))

    def by_author(self, names: Sequence[str], year: str) -> list[Entry]:
        """Gives the entries that authors and a year ("2015a") can mean."""
        return self._works.find(names, year)

    def target(self, link: str) -> Entry | None:
        """Gives the entry that a link ("#cite_note-23") leads to."""
        return self._targets.get(link[1:]) if link.startswith("#") else None

    def is_own_label(self, position: int) -> bool:
        """Says whether a place belongs to an entry's own label or its links back to the text."""
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._places[self._starts[place]].body

    def hold(self, position: int) -> bool:
        """Says whether a place is in an entry."""
        return self.at(position) is not None

    def at(self, position: int) -> Entry | None:
        """Gives the entry that a place is in."""
        place = bisect_right(self._starts, position) - 1
        entry = self._places[self._starts[place]] if place >= 0 else None
        return entry if entry is not None and position < entry.end else None

    def __iter__(self) -> Iterator[Entry]:
        return (self._places[start] for start in self._starts)


def label_key(label: str) -> str:
    """Gives what labels are compared by: small letters, no spaces, decimal digits as ASCII."""
    folded = "".join(label.casefold().split())
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in folded)


def link_label(text: str, link: Mark) -> str:
    """Gives the label that a link reads as: its words without brackets."""
    return " ".join(text[link.start : link.end].strip("[]()【】［］ \t\n\u00a0").split())


def find_entries(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Entries:
    """Finds the entries of a document's reference lists, by its structure and by its words."""
    links = [mark for mark in marks if mark.kind is MarkKind.LINK and mark.value.startswith("#")]
    targets = _linked_entries(text, blocks, marks, links)
    labelled = [
        (link_label(text, link), targets[link.value[1:]])
        for link in links
        if link.value[1:] in targets
    ]
    listed = listed_entries(text, blocks)
    return Entries(targets, [*labelled, *listed, *_marked_entries(text, blocks)])


def _marked_entries(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Entry]]:
    """Gives the entries that a document's structure says are some, with their own labels."""
    for block in blocks:
        if block.kind in _ENTRY_KINDS and not block.attributes.get("continued"):
            label = label_at(text, block.start, block.end)
            number = str(block.attributes.get("number", ""))
            yield label[0] if label else number, _entry(text, block, ())


def _linked_entries(
    text: str, blocks: Sequence[Block], marks: Sequence[Mark], links: Sequence[Mark]
) -> dict[str, Entry]:
    """Gives the entries that links lead to, by the names of their anchors."""
    starts = [block.start for block in blocks]
    wanted = {link.value[1:] for link in links}
    places: dict[str, int] = {}  # the index of the block that an anchor names or is in
    named_at_start = set()
    for anchor in marks:
        if anchor.kind is MarkKind.ANCHOR and anchor.value in wanted:
            index = _block_at(anchor.start, blocks, starts)
            if index is not None:
                places.setdefault(anchor.value, index)
                if abs(anchor.start - blocks[index].start) <= _ANCHOR_SLACK:
                    named_at_start.add(index)
    back_links: dict[int, list[Mark]] = {}
    forward = set()
    for link in links:
        index = bisect_right(starts, link.start) - 1
        can_be_entry = index in named_at_start or (
            index >= 0 and blocks[index].kind in _ENTRY_KINDS
        )
        if can_be_entry and _leads_back(text, link):
            back_links.setdefault(index, []).append(link)
        else:
            forward.add(link.value[1:])
    sections = list_sections(text, blocks) if forward else []
    ends = {section.start: section.end for section in sections}
    begins = sorted(ends)
    entries: dict[int, Entry] = {}
    found: dict[str, Entry] = {}
    for name, index in places.items():
        block = blocks[index]
        within = bisect_right(begins, block.start) - 1
        is_entry = block.kind in _ENTRY_KINDS or (
            block.kind in _OTHER_KINDS
            and index in named_at_start
            and (
                index in back_links
                or (
                    within >= 0
                    and block.start < ends[begins[within]]
                    and _ANCHOR_NAME.match(name) is not None
                )
            )
        )
        if name in forward and is_entry:
            if index not in entries:
                entries[index] = _entry(text, block, back_links.get(index, ()))
            found[name] = entries[index]
    return found


def _block_at(position: int, blocks: Sequence[Block], starts: Sequence[int]) -> int | None:
    """Gives the block that a place is in, or directly before; None where there is none."""
    index = bisect_right(starts, position) - 1
    if index >= 0 and position < blocks[index].end:
        return index
    following = index + 1
    if following < len(blocks) and blocks[following].start - position <= _ANCHOR_SLACK:
        return following
    return None


def _leads_back(text: str, link: Mark) -> bool:
    """Says whether a link reads like one from an entry back to the text ("^", "a", "Jump up")."""
    words = text[link.start : link.end].strip().casefold()
    return (
        not words
        or words[0] in BACK_LINKS
        or words in JUMPS
        or (len(words) <= 2 and words.isalpha())
    )


def _entry(text: str, block: Block, back: Sequence[Mark]) -> Entry:
    """Gives a block's entry; its text goes without the label, and the links back at either end."""
    body, end = block.start, block.end
    back_ends = {link.start: link.end for link in back}
    while True:
        leading = _LEADING.match(text, body, end)
        after = leading.end() if leading else body
        after = back_ends.get(after, after)
        if after == body:
            break
        body = after
    for link in sorted(back, key=lambda link: -link.end):
        if link.start > body and not text[link.end : end].strip(
            " \t\n\ufe0e\ufe0f" + "".join(BACK_LINKS)
        ):
            end = link.start
    label = label_at(text, body, end)
    if label:
        body = label[1]
    return Entry(block.start, body, block.end, cut(text[body:end]))
