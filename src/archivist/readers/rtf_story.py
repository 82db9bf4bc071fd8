"""The stories of an RTF file, as its parser finds them: paragraphs of runs and marks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archivist.readers.prose import Style


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a paragraph: of a note, a remark or a bookmark; `line` for a new line."""

    kind: str
    value: str = ""


Piece = tuple[str, Style] | Mark


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its runs and marks, and what its control words said of it."""

    pieces: list[Piece] = field(default_factory=list)
    label: str = ""  # what stands before a list's item
    level: int = 0
    heading: int = 0
    is_item: bool = False
    is_in_table: bool = False
    ends: str = "par"  # "par", "cell" or "row"


@dataclass(slots=True)
class Story:
    """A text with paragraphs of its own: the body, a note, a remark, a header."""

    kind: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    current: Paragraph = field(default_factory=Paragraph)
    is_endnote: bool = False
    author: str = ""


def whole(text: str) -> str:
    """Gives a text whose halves of surrogate pairs are put together; lone ones become U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Gives the runs of a paragraph with those that look alike made one."""
    found: list[Piece] = []
    texts: list[str] = []
    style: Style | None = None

    def end() -> None:
        if style is not None:
            found.append((whole("".join(texts)), style))
            texts.clear()

    for each in pieces:
        if isinstance(each, Mark):
            end()
            style = None
            found.append(each)
        else:
            if each[1] != style:
                end()
                style = each[1]
            texts.append(each[0])
    end()
    return found
