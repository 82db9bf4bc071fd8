"""Puts a text together from marked-up pieces, with blocks and marks whose offsets are right.

White space is collapsed as a browser does it. What separates two blocks is decided when the second
begins, so that nothing stands at the end of a text, a block or a mark that does not belong to it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archivist.domain.reading import Block, FoundPicture, Mark, OutlineEntry
from archivist.domain.text import clean
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers.embedded import Album, Embedded

_OBJECT = "\ufffc"  # Unicode's object replacement character
_LONGEST_ALTERNATIVE = 1_000  # code points
_WHITE = re.compile(r"[ \t\n]+")


@dataclass(slots=True)
class Shape:
    """What the blocks are that begin while it is in force; later ones of it are `continued`."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attributes: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False  # one block, however many blocks the markup has inside
    used: bool = False


@dataclass(slots=True)
class OpenMark:
    """A mark whose end has not come yet; `start` is None until some text has."""

    kind: MarkKind
    value: str = ""
    start: int | None = None


class Builder:
    """Collects text, blocks and marks in the order in which a document has them."""

    def __init__(self, album: Album | None = None) -> None:
        """`album` sets the bounds for pictures where several builders make one document."""
        self.album = album or Album()
        self.blocks: list[Block] = []
        self.pictures: list[FoundPicture] = []
        self._waiting: list[tuple[Embedded, str]] = []  # pictures, until the open block ends
        self._marks: list[Mark] = []
        self._parts: list[str] = []
        self._length = 0
        self._shape: Shape | None = None  # of the open block
        self._start = 0  # of the open block
        self._separator = ""  # before the next block
        self._fixed = False  # whether that is not to be changed
        self._space = False  # before the next text of the open block
        self._lines = 0  # line breaks before the next text of the open block
        self._unstarted: list[OpenMark] = []
        self._places: list[OpenMark] = []  # anchors on nothing, waiting for what follows

    def write(self, text: str, shape: Shape) -> None:
        """Adds text whose white space is collapsed."""
        text = _WHITE.sub(" ", clean(text))
        words = text.strip(" ")
        if not words:
            self._space = self._space or bool(text)
            return
        self._space = self._space or text[0] == " "
        self._add(words, shape)
        self._space = text[-1] == " "

    def write_as_is(self, text: str, shape: Shape) -> None:
        """Adds text whose white space counts, but for line ends at its end."""
        text = clean(text)
        body = text.rstrip("\n")
        if body:
            while self._shape is None and body.startswith("\n"):
                body = body[1:]
            self._add(body, shape)
        if self._shape is not None:
            self._lines += len(text) - len(text.rstrip("\n"))

    def picture(self, content: bytes, alternative: str, shape: Shape) -> bool:
        """Puts a picture on a line of its own; says whether it is one that can be shown.

        In a table's cell or a note it is a line of that, else a block after the one that is open,
        so that a picture within a paragraph does not tear it apart.
        """
        embedded = self.album.take(content)
        if embedded is None:
            return False
        words = " ".join(clean(alternative).split())[:_LONGEST_ALTERNATIVE].rstrip() or _OBJECT
        if shape.whole or shape.kind is BlockKind.TABLE_CELL:
            if self._shape is not None:
                self._lines = max(self._lines, 1)
            self._put(embedded, words, shape)
            self._lines = 1
        else:
            self._waiting.append((embedded, words))
            if self._shape is None:
                self._put_waiting()
        return True

    def break_line(self) -> None:
        """Begins a new line; two in succession begin a new block, as writers of HTML mean them."""
        if self._shape is None:
            return
        self._lines += 1
        if self._lines > 1 and not self._shape.whole:
            self.break_block("\n\n")

    def break_block(self, separator: str) -> None:
        """Ends the open block; the longest separator asked for will stand before the next one."""
        if self._shape is not None:
            if self._shape.whole:
                self._lines = max(self._lines, 1)
                return
            self._close()
        if not self._fixed and (separator > self._separator or self._separator == "\t"):
            self._separator = separator

    def end_block(self) -> None:
        """Ends the open block even if it is a whole one."""
        self._close()

    def separate(self, separator: str, *, fixed: bool) -> None:
        """Ends the open block; this separator, if `fixed` exactly this, will stand before the next.

        What is fixed stays so until text comes or this is called again.
        """
        self._close()
        self._separator = separator
        self._fixed = fixed

    def open_mark(self, kind: MarkKind, value: str = "") -> OpenMark:
        """Begins a mark with the next text."""
        mark = OpenMark(kind, value)
        self._unstarted.append(mark)
        return mark

    def close_mark(self, mark: OpenMark) -> None:
        """Ends a mark; marks close in the reverse order of opening."""
        if mark.start is not None:
            self._marks.append(Mark(mark.kind, mark.start, self._length, mark.value))
            return
        self._unstarted.pop()
        if mark.kind is MarkKind.ANCHOR:
            self._places.append(mark)
        elif mark.kind is MarkKind.CITE:  # of the text before it
            self._marks.append(Mark(mark.kind, self._length, self._length, mark.value))

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Mark, ...]]:
        """Gives the text, its blocks, and its marks in order."""
        self._close()
        self._settle(self._length)
        marks = sorted(self._marks, key=lambda mark: (mark.start, -mark.end))
        return "".join(self._parts), tuple(self.blocks), tuple(marks)

    def _add(self, text: str, shape: Shape) -> None:
        if self._shape is not shape and self._shape is not None:
            self._close()
            self._separator = self._separator or "\n"
        if self._shape is None:
            self._push(self._separator if self._length else "")
            self._separator = ""
            self._fixed = False
            self._shape = shape
            self._start = self._length
        elif self._lines:
            self._push("\n" * self._lines)
        elif self._space:
            self._push(" ")
        self._space = False
        self._lines = 0
        self._settle(self._length)
        for mark in self._unstarted:
            mark.start = self._length
        self._unstarted.clear()
        self._push(text)

    def _put(self, embedded: Embedded, words: str, shape: Shape) -> None:
        self._add(words, shape)
        start = self._length - len(words)
        self.pictures.append(embedded.at(start, self._length))

    def _put_waiting(self) -> None:
        """Writes the pictures that waited for a block's end; marks begun since are not theirs."""
        waiting, self._waiting = self._waiting, []
        unstarted, self._unstarted = self._unstarted, []
        for embedded, words in waiting:
            if not self._fixed:
                self._separator = "\n\n"
            self._put(embedded, words, Shape(BlockKind.PICTURE))
            self._close()
            self._separator = "\n\n"
        self._unstarted = unstarted

    def _push(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _settle(self, place: int) -> None:
        for mark in self._places:
            self._marks.append(Mark(mark.kind, place, place, mark.value))
        self._places.clear()

    def _close(self) -> None:
        shape = self._shape
        if shape is None:
            return
        attributes = {**shape.attributes, "continued": True} if shape.used else shape.attributes
        if not shape.attributes:
            attributes = {}
        self.blocks.append(Block(shape.kind, self._start, self._length, shape.level, attributes))
        shape.used = True
        self._shape = None
        self._space = False
        self._lines = 0
        if self._waiting:
            self._put_waiting()


def outline_of(text: str, blocks: tuple[Block, ...]) -> tuple[OutlineEntry, ...]:
    """Gives the headings as a table of contents."""
    return tuple(
        OutlineEntry(" ".join(text[block.start : block.end].split()), block.level, block.start)
        for block in blocks
        if block.kind is BlockKind.HEADING
    )
