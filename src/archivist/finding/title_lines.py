"""Tells the lines of a text in which capitals say little: headings, menus, titles, and shouting."""

import re
from collections.abc import Iterator, Sequence

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind

_LONGEST_HEADING = 120  # code points
_LONGEST_TITLE = 14  # words
_INNER_END = re.compile(r"[.!?։]\s")
_ENDS = '.,;:!?…"”»)'
_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_CAPITALISED = 0.6  # of the longer words of a line: it is written as a title
_FEWEST = 3  # longer words without which a share says nothing


def title_lines(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Gives the headings of a text and the lines that are written like one, in order.

    A document's own shape says what a heading is; besides, a short block or a line that stands
    alone is one where it is no sentence, and any line whose words mostly have capitals.
    """
    found = []
    for start, end, kind, alone in _lines(text, blocks):
        words = text[start:end].strip()
        if not words:
            continue
        if kind is BlockKind.HEADING or _is_title(words) or (alone and _is_short(words)):
            found.append((start, end))
    return found


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, BlockKind | None, bool]]:
    """Gives the blocks or lines of a text, and whether each stands alone."""
    if blocks:
        for block in blocks:
            yield block.start, block.end, block.kind, True
        return
    start = 0
    before_is_blank = True
    for line in text.split("\n"):
        end = start + len(line)
        yield start, end, None, before_is_blank and text.startswith("\n", end)
        before_is_blank = not line.strip()
        start = end + 1


def _is_short(words: str) -> bool:
    return (
        len(words) <= _LONGEST_HEADING
        and words.count(" ") < _LONGEST_TITLE
        and words[-1] not in _ENDS
        and not words[0].islower()
        and not _INNER_END.search(words)
    )


def _is_title(words: str) -> bool:
    """Says whether most of the longer words of a line have capitals, as in English titles."""
    if len(words) > 2 * _LONGEST_HEADING:
        return False
    longer: list[str] = _WORD.findall(words)
    if len(longer) < _FEWEST or words[-1] in ".!?;:" or words[0].islower():
        return False
    capitalised = sum(word[0].isupper() for word in longer)
    return capitalised >= _CAPITALISED * len(longer)
