"""The text as Qt is given it: character for character as long, so that every offset holds.

The cells of a table row become lines of their own, which are laid out side by side, and the
paragraphs of a PDF or a scan become running text. Copying gives the document's own text.
"""

from collections.abc import Iterable
from itertools import pairwise

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.readers.formats import drawer_of
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.offsets import for_qt

_FULL = 0.7  # of the longest line: shorter lines were not broken for want of room
_OBJECT, _NO_WORDS = "\ufffc", "\xa0"  # a picture without alternative text, and what is shown
_UNSEEN = "\u200b"  # has no width: stands for the tabs of cells that are empty


def shown_text(model: ReaderModel) -> str:
    """Gives what the text view shows; as long as the document's text."""
    text = model.text
    changes = dict(_cell_ends(text, model.blocks))
    changes |= {
        picture.start: _NO_WORDS
        for picture in model.pictures
        if text[picture.start : picture.end] == _OBJECT
    }
    if drawer_of(model.format):
        changes |= _line_ends(text, model.blocks)
    parts = []
    done = 0
    for start in sorted(changes):
        parts += [text[done:start], changes[start]]
        done = start + len(changes[start])
    return for_qt("".join([*parts, text[done:]]))


def _cell_ends(text: str, blocks: Iterable[Block]) -> Iterable[tuple[int, str]]:
    """Gives what stands for the tabs around cells: one line end, nothing for empty cells."""
    cells = [block for block in blocks if block.kind is BlockKind.TABLE_CELL]
    for cell, following in pairwise(cells):
        between = text[cell.end : following.start]
        if between and not between.strip("\t"):
            yield cell.end, _UNSEEN * (len(between) - 1) + "\n"
        elif between.endswith("\t"):
            tabs = len(between) - len(between.rstrip("\t"))
            yield following.start - tabs, _UNSEEN * tabs


def _line_ends(text: str, blocks: Iterable[Block]) -> dict[int, str]:
    """Gives whole paragraphs for those that a page broke into lines of nearly its width.

    Blocks whose lines are of uneven length (tables, verse, addresses) keep their line ends.
    """
    changes = {}
    for block in blocks:
        lines = text[block.start : block.end].split("\n")
        lengths = [len(line) for line in lines]
        if block.kind is not BlockKind.PARAGRAPH or len(lines) < 2:
            continue
        if min(lengths[:-1]) >= _FULL * max(lengths):
            changes[block.start] = " ".join(lines)
    return changes
