"""The paragraphs of a PDF page, told by its lines: how long they are, how they end and begin."""

import re

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind

_LINE = re.compile(r"[^\n]+")
_ENDS = tuple('.!?…:;”»’)"')
_BEGINS = re.compile(r"([•◦▪●■–—*-]|\(?\d{1,3}[.)]|\(?[a-z]\)|\[\d{1,4}\])\s")
_SHORT_END = 0.8  # of the usual length of a line: a sentence that ends there ends a paragraph
_SHORT_LINE = 0.6  # of the usual length: what does not end a sentence there is a line by itself


def page_blocks(text: str, start: int) -> list[Block]:
    """Gives the paragraphs of a page's text, which stands at `start` in the document."""
    lines = [
        (match.start(), match.start() + len(line.rstrip()), line.strip())
        for match in _LINE.finditer(text)
        if (line := match[0]).strip()
    ]
    if not lines:
        return []
    lengths = sorted(len(line) for _, _, line in lines)
    usual = lengths[len(lengths) * 9 // 10]
    blocks = []
    first, last, before = lines[0]
    for begin, end, line in lines[1:]:
        if text.count("\n", last, begin) > 1 or _parted(before, line, usual):
            blocks.append(_block(text, start, first, last))
            first = begin
        last, before = end, line
    blocks.append(_block(text, start, first, last))
    return blocks


def _parted(before: str, line: str, usual: int) -> bool:
    if _BEGINS.match(line):
        return True
    if before.endswith(_ENDS):
        return len(before) < usual * _SHORT_END
    return len(before) < usual * _SHORT_LINE and not line[0].islower()


def _block(text: str, start: int, first: int, last: int) -> Block:
    while text[first].isspace():
        first += 1
    return Block(BlockKind.PARAGRAPH, start + first, start + last)
