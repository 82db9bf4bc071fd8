"""Shows the paragraphs of a page as running text: their line ends become spaces, one for one.

Only what is shown changes; its length stays, so every offset holds, and copying gives the text as
it is. Blocks whose lines are of uneven length (tables, verse, addresses) keep their line ends.
"""

from archivist.domain.model import Block, BlockKind
from archivist.ui.reader.model import ReaderModel

_FULL = 0.7  # of the longest line: shorter lines were not broken for want of room


def reflowed(model: ReaderModel) -> str:
    """Gives a document's text with the paragraphs that were broken into lines made whole."""
    text = model.text
    parts = []
    done = 0
    for block in model.blocks:
        if block.kind is BlockKind.PARAGRAPH and _is_broken_by_width(text, block):
            parts += [text[done : block.start], text[block.start : block.end].replace("\n", " ")]
            done = block.end
    return "".join([*parts, text[done:]])


def _is_broken_by_width(text: str, block: Block) -> bool:
    lengths = [len(line) for line in text[block.start : block.end].split("\n")]
    return len(lengths) > 1 and min(lengths[:-1]) >= _FULL * max(lengths)
