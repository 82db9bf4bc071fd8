"""Puts down what word processors write: paragraphs of runs, with notes and comments at the end.

A note's mark reads `[1]`, is raised and leads to the note; the note's own `[1]` leads back.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import clean, direction_of
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers.build import Builder, OpenMark, Shape, outline_of
from archivist.readers.embedded import Album
from archivist.readers.html import target_of, write_fragment
from archivist.readers.html_shapes import Context, Shaper
from archivist.readers.text import nothing_in

PLAIN: frozenset[MarkKind] = frozenset()
_ORDER = (MarkKind.LINK, *(kind for kind in MarkKind if kind is not MarkKind.LINK))


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks, and where it leads."""

    kinds: frozenset[MarkKind] = PLAIN
    link: str = ""

    def marks(self) -> list[tuple[MarkKind, str]]:
        """Gives the marks it makes, the outermost first."""
        return [
            (kind, self.link if kind is MarkKind.LINK else "")
            for kind in _ORDER
            if kind in self.kinds or (kind is MarkKind.LINK and self.link)
        ]


class Pen:
    """Writes paragraphs, lists and tables to a builder; runs that look alike are one mark."""

    def __init__(self) -> None:
        self._builder = Builder(Album(with_ornaments=True))
        self._shaper = Shaper(self._builder, frozenset())
        self._context = Context(Shape())
        self._shape = self._context.shape
        self._around: list[tuple[str, Context]] = []
        self._open: list[tuple[MarkKind, str, OpenMark]] = []
        self._was_item = False

    def paragraph(self, shape: Shape | None = None) -> None:
        """Begins a paragraph; in cells and notes it only begins a new line of them."""
        self._end_marks()
        outer = self._context.shape
        if outer.whole or outer.kind is BlockKind.TABLE_CELL:
            self._builder.break_block("\n")
            self._shape = outer
            return
        self._shape = shape or Shape()
        is_item = self._shape.kind is BlockKind.LIST_ITEM
        self._builder.break_block("\n" if is_item and self._was_item else "\n\n")
        self._was_item = is_item

    def enter(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        """Goes into an element of a table ("table", "tr", "td", "th")."""
        self._end_marks()
        self._around.append((tag, self._context))
        self._context = self._shaper.enter(tag, attributes or {}, 0, self._context)
        self._shape = self._context.shape
        self._was_item = False

    def leave(self) -> None:
        """Comes out of the element entered last."""
        self._end_marks()
        tag, outside = self._around.pop()
        self._shaper.leave(tag, outside, self._context)
        self._context = outside
        self._shape = outside.shape

    def text(self, text: str, style: Style) -> None:
        """Writes a run."""
        if text:
            self._marks(style)
            self._builder.write(text, self._shape)

    def picture(self, content: bytes, alternative: str) -> bool:
        """Puts down a picture; says whether it is one that can be shown."""
        self._end_marks()
        return self._builder.picture(content, alternative, self._shape)

    def line(self) -> None:
        """Begins a new line of the paragraph."""
        self._builder.break_line()

    def place(self, name: str) -> None:
        """Names the place where the next text stands."""
        self._end_marks()
        self._builder.close_mark(self._builder.open_mark(MarkKind.ANCHOR, name))

    def reference(self, name: str, label: str) -> None:
        """Writes the mark of a note."""
        self._end_marks()
        anchor = self._builder.open_mark(MarkKind.ANCHOR, f"{name}-mark")
        self.text(f"[{label}]", Style(frozenset((MarkKind.SUPERSCRIPT,)), f"#{name}"))
        self._end_marks()
        self._builder.close_mark(anchor)

    def begin_note(self, name: str, label: str) -> None:
        """Begins a note, of however many paragraphs."""
        self._end_marks()
        self._around.append(("note", self._context))
        self._builder.break_block("\n\n")
        self._context = Context(Shape(BlockKind.FOOTNOTE, whole=True))
        self._shape = self._context.shape
        self.place(name)
        self.text(f"[{label}]", Style(link=f"#{name}-mark"))
        self.text(" ", Style())

    def end_note(self) -> None:
        """Ends the note."""
        self._end_marks()
        self._builder.end_block()
        _, self._context = self._around.pop()
        self._shape = self._context.shape
        self._builder.break_block("\n")

    def fragment(self, markup: str) -> None:
        """Writes a web page that stands inside the document."""
        self._end_marks()
        self._builder.break_block("\n\n")
        write_fragment(markup, self._builder, Context(Shape()))
        self._builder.break_block("\n\n")

    def begin_remark(self, name: str, who: str) -> None:
        """Begins a comment, which ends with the next paragraph, with who wrote it."""
        self.paragraph()
        self.place(name)
        self.text(f"[{who or '–'}]", Style(link=f"#{name}-mark"))
        self.text(" ", Style())

    def finish(
        self, path: Path, about: Metadata, *, key: str, reader: str, warnings: Iterable[str] = ()
    ) -> ReadDocument:
        """Gives the document; raises UnreadableFileError if nothing was written."""
        self._end_marks()
        text, blocks, marks = self._builder.finish()
        if not text:
            raise nothing_in(path)
        direction = about.direction or direction_of(text)
        return ReadDocument(
            format=key,
            reader=reader,
            text=text,
            blocks=blocks,
            marks=marks,
            outline=outline_of(text, blocks),
            pictures=tuple(self._builder.pictures),
            metadata=replace(about, direction=direction),
            warnings=tuple(clean(" ".join(each.split())) for each in warnings),
        )

    def _marks(self, style: Style) -> None:
        wanted = style.marks()
        same = 0
        while same < min(len(wanted), len(self._open)) and wanted[same] == self._open[same][:2]:
            same += 1
        self._end_marks(same)
        for kind, value in wanted[same:]:
            self._open.append((kind, value, self._builder.open_mark(kind, value)))

    def _end_marks(self, keep: int = 0) -> None:
        while len(self._open) > keep:
            self._builder.close_mark(self._open.pop()[2])


def link_style(style: Style, address: str) -> Style:
    """Gives a style that leads to an address, if it is one that links may lead to."""
    return replace(style, link=target_of(address))


def item(level: int, number: int | None, label: str = "") -> Shape:
    """Gives the shape of a list's item; `number` is None for one without.

    The label is how the document writes the number, where that is another way: "b)", "2.1".
    """
    values: dict[str, object] = {"ordered": number is not None}
    if number is not None:
        values["number"] = number
        if label not in {"", f"{number}."}:
            values["label"] = label
    return Shape(BlockKind.LIST_ITEM, max(0, level), values)


def one_line(value: str) -> str:
    """Gives a value of metadata without line ends and control characters."""
    return " ".join(clean(value).split())


def language_tag(value: str) -> str:
    """Gives a language as BCP 47 has it, "" for what is none."""
    value = value.strip().replace("_", "-")
    return value if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value) else ""
