"""The lists of references and notes at the end of a document, and what each entry says.

An entry is a block that links of the document lead to, or a numbered line under a heading such as
"References".
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archivist.domain.model import Block, BlockKind, Mark, MarkKind
from archivist.finding.marker_words import BACK_LINKS, JUMPS, LIST_HEADINGS, NOTE_WORDS

_ENTRY_KINDS = frozenset({BlockKind.REFERENCE_ENTRY, BlockKind.FOOTNOTE})
_OTHER_KINDS = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.TABLE_CELL})
_ANCHOR_SLACK = 4  # code points between an anchor and the block that it names
_LONGEST_ENTRY = 4_000  # code points

_NOTE = "|".join(NOTE_WORDS)
_NUMBERED = re.compile(
    rf"[ \t]{{0,12}}(?:\[\^?(?P<bracket>\d{{1,4}}|[a-z]{{1,2}}|(?:{_NOTE}) ?\d{{1,3}})\][:.]?"
    rf"|\^?(?P<plain>\d{{1,4}})[.)]|(?P<letter>[a-z])[.)]|(?P<note>(?:{_NOTE}) ?\d{{1,3}})[.:)])"
    r"[ \t\u00a0]{1,8}(?=\S)",
    re.IGNORECASE,
)
_HEADING_LINE = re.compile(
    r"^[#=\t ]{0,12}(?:\d{1,2}\.?[ ]|[IVX]{1,5}\.[ ])?(?P<words>[^\W\d_][^\n#=:.]{2,30})"
    r"[:.#=\t ]{0,12}$",
    re.MULTILINE,
)
# How Markdown writes a note, wherever it stands.
_FOOTNOTE_LINE = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\]\s]{1,20})\]:[ \t]{0,8}(?P<body>\S.*)$", re.MULTILINE
)
_LEADING = re.compile(
    rf"(?:[\s{re.escape(''.join(BACK_LINKS))},]|{'|'.join(map(re.escape, JUMPS))}){{1,40}}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: where it starts and ends, where its text begins, and that text."""

    start: int
    body: int  # after its own label and its links back
    end: int
    text: str


class Entries:
    """A document's entries: by label, by link target, and by place."""

    def __init__(self, targets: Mapping[str, Entry], labelled: Iterable[tuple[str, Entry]]) -> None:
        """`targets` are names of anchors; a label may belong to several entries."""
        self._targets = targets
        self._by_key: dict[str, dict[int, Entry]] = {}
        places = {entry.start: entry for entry in targets.values()}
        for label, entry in labelled:
            # What links lead to counts before what only looks like an entry.
            known = places.setdefault(entry.start, entry)
            self._by_key.setdefault(label_key(label), {})[known.start] = known
        self._starts = sorted(places)
        self._places = places

    def labelled(self, label: str) -> list[Entry]:
        """Gives the entries that have a label; several where chapters count anew."""
        return list(self._by_key.get(label_key(label), {}).values())

    def target(self, link: str) -> Entry | None:
        """Gives the entry that a link ("#cite_note-23") leads to."""
        return self._targets.get(link[1:]) if link.startswith("#") else None

    def is_own_label(self, position: int) -> bool:
        """Says whether a place belongs to an entry's own label or its links back to the text."""
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._places[self._starts[place]].body


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
    return Entries(targets, [*labelled, *listed_entries(text, blocks)])


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
    return {
        name: _entry(text, blocks[index], back_links.get(index, ()))
        for name, index in places.items()
        if name in forward
        and (
            blocks[index].kind in _ENTRY_KINDS
            or (
                blocks[index].kind in _OTHER_KINDS
                and index in named_at_start
                and index in back_links
            )
        )
    }


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
    own_label = _NUMBERED.match(text, body, end)
    if own_label:
        body = own_label.end()
    return Entry(block.start, body, block.end, _cut(text[body:end]))


def _cut(text: str) -> str:
    return " ".join(text[:_LONGEST_ENTRY].split())


def listed_entries(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Entry]]:
    """Gives label and entry of each numbered line under a heading such as "References"."""
    numbers = {
        block.start: str(block.attributes["number"])
        for block in blocks
        if block.kind in _ENTRY_KINDS | {BlockKind.LIST_ITEM} and "number" in block.attributes
    }
    for note in _FOOTNOTE_LINE.finditer(text) if "[^" in text else ():
        entry = Entry(note.start(), note.start("body"), note.end(), _cut(note["body"]))
        yield note["label"], entry
    for start, end in _sections(text, blocks):
        label, entry_start, body = "", -1, -1
        for line_start, line_end in _lines(text, start, end):
            match = _NUMBERED.match(text, line_start, line_end)
            is_blank = not text[line_start:line_end].strip()
            if not (match or is_blank or line_start in numbers):
                continue
            if entry_start >= 0:
                yield label, Entry(entry_start, body, line_start, _cut(text[body:line_start]))
                entry_start = -1
            if match:
                label = match["bracket"] or match["plain"] or match["letter"] or match["note"]
                entry_start, body = line_start, match.end()
            elif not is_blank:
                label, entry_start, body = numbers[line_start], line_start, line_start
        if entry_start >= 0:
            yield label, Entry(entry_start, body, end, _cut(text[body:end]))


def _sections(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Gives the ranges under headings of lists; each ends at the next heading as high, or the end.

    A line alone counts as a heading when its words are one's, whatever else it is.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    levels = {block.start: block.level for block in headings}
    for match in _HEADING_LINE.finditer(text):
        if " ".join(match["words"].casefold().split()) not in LIST_HEADINGS:
            continue
        level = levels.get(match.start(), 0)
        following = (
            block.start
            for block in headings
            if block.start > match.start() and (level == 0 or block.level <= level)
        )
        yield match.end(), next(following, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Gives the lines of a range, the first beginning after its first line end."""
    position = text.find("\n", start, end)
    while 0 <= position < end:
        line_end = text.find("\n", position + 1, end)
        line_end = end if line_end < 0 else line_end
        yield position + 1, line_end
        position = line_end
