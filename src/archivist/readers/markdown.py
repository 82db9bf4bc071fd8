"""Markdown (CommonMark with tables, strikethrough and footnotes): the text as it is meant to look.

Parsed by markdown-it-py; its elements are those of a web page, and get the same shapes. HTML inside
is read like a web page, never run; nothing is fetched. A footnote's mark `[^1]` reads `[1]` and
leads to its note.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import clean, direction_of
from archivist.domain.vocabulary import MarkKind
from archivist.readers import charset
from archivist.readers.build import Builder, OpenMark, Shape, outline_of
from archivist.readers.embedded import data_bytes
from archivist.readers.formats import all_bytes
from archivist.readers.html import target_of, write_fragment
from archivist.readers.html_shapes import MARKS, Attributes, Context, Shaper
from archivist.readers.text import doubts, nothing_in, said
from archivist.readers.versions import version

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([\w-]+):[ \t]*(.*)$", re.M)
_DEFINITION = re.compile(r"\[\^([^\]\s]{1,100})\]:")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_NO_ATTRIBUTES: Attributes = {}


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a Markdown text; a password is never needed."""
    decoded = charset.decode(all_bytes(path), path.name)
    source = clean(decoded.text)
    metadata, source = _front_matter(source)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.before(
        "reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]}
    )
    builder = Builder()
    _Writer(builder, parser.parse(source)).write()
    text, blocks, marks = builder.finish()
    if not text:
        raise nothing_in(path)
    if progress is not None:
        progress(1, 1)
    outline = outline_of(text, blocks)
    return ReadDocument(
        format="markdown",
        reader=f"markdown (markdown-it-py {version('markdown-it-py')})",
        text=text,
        blocks=blocks,
        marks=marks,
        outline=outline,
        pictures=tuple(builder.pictures),
        metadata=replace(
            metadata,
            title=metadata.title or next((each.title for each in outline if each.level == 1), ""),
            direction=direction_of(text),
            further={**metadata.further, "encoding": said(decoded.encoding)},
        ),
        warnings=doubts(path, decoded),
    )


class _Writer:
    """Hands the parser's tokens to a builder."""

    def __init__(self, builder: Builder, tokens: Sequence[Token]) -> None:
        self._builder = builder
        self._tokens = tokens
        self._shaper = Shaper(builder, frozenset())
        self._context = Context(Shape())
        self._referred: set[str] = set()  # labels of notes
        self._label = ""  # of the note whose text comes next
        self._around: list[tuple[str, Context, list[OpenMark]]] = []
        self._notes = {str(token.meta["label"]) for token in tokens if "label" in token.meta}
        inline = [each for token in tokens for each in token.children or ()]
        links = [str(each.attrs.get("href", "")) for each in inline]
        self._led_to = {link[1:] for link in links if link.startswith("#")}

    def write(self) -> None:
        """Writes every token."""
        for index, token in enumerate(self._tokens):
            if token.hidden:
                continue
            if token.nesting == 1:
                self._open(token, self._anchors(index))
            elif token.nesting == -1:
                self._close()
            elif token.type == "inline":
                self._inline(token.children or ())
            elif token.type in {"fence", "code_block"}:
                inside = self._shaper.enter("pre", _NO_ATTRIBUTES, 0, self._context)
                self._builder.write_as_is(token.content, inside.shape)
                self._shaper.leave("pre", self._context, inside)
            elif token.type == "html_block":
                write_fragment(token.content, self._builder, self._context)
            else:
                self._builder.break_block("\n\n")

    def _open(self, token: Token, names: list[str]) -> None:
        attributes = {name: str(value) for name, value in token.attrs.items()}
        inside = self._shaper.enter(token.tag, attributes, 0, self._context)
        marks = [self._builder.open_mark(MarkKind.ANCHOR, name) for name in names]
        self._around.append((token.tag, self._context, marks))
        self._context = inside
        if "label" in token.meta:
            self._label = str(token.meta["label"])

    def _close(self) -> None:
        tag, outside, marks = self._around.pop()
        for mark in reversed(marks):
            self._builder.close_mark(mark)
        self._shaper.leave(tag, outside, self._context)
        self._context = outside

    def _anchors(self, index: int) -> list[str]:
        """Gives the names by which links lead to a token: a note's, or a heading's."""
        token = self._tokens[index]
        if "label" in token.meta:
            return [_note_name(str(token.meta["label"]))]
        if token.type == "heading_open":
            name = _heading_name(self._tokens[index + 1].content)
            return [name] if name in self._led_to else []
        return []

    def _inline(self, tokens: Sequence[Token]) -> None:
        shape = self._context.shape
        if self._label:
            self._write_label(shape)
        marks: list[tuple[str, OpenMark]] = []

        def close(tag: str) -> None:
            # A tag of HTML may be closed out of order; what stands inside ends with it.
            if any(each == tag for each, _ in marks):
                while True:
                    name, mark = marks.pop()
                    self._builder.close_mark(mark)
                    if name == tag:
                        return

        for token in tokens:
            match token.type:
                case "text":
                    self._text(token.content, shape)
                case "code_inline":
                    mark = self._builder.open_mark(MarkKind.CODE)
                    self._builder.write(token.content, shape)
                    self._builder.close_mark(mark)
                case "softbreak":
                    self._builder.write(" ", shape)
                case "hardbreak":
                    self._builder.break_line()
                case "image":
                    content = data_bytes(str(token.attrs.get("src", "")))
                    if not self._builder.picture(content, token.content, shape):
                        self._inline(token.children or ())
                case "html_inline":
                    tag = _TAG.match(token.content)
                    if tag and tag[2].lower() == "br":
                        self._builder.break_line()
                    elif tag and tag[1]:
                        close(tag[2].lower())
                    elif tag and tag[2].lower() in MARKS:
                        name = tag[2].lower()
                        marks.append((name, self._builder.open_mark(MARKS[name])))
                case "link_open":
                    target = target_of(str(token.attrs.get("href", "")))
                    kind = MarkKind.LINK if target else MarkKind.ANCHOR
                    marks.append(("a", self._builder.open_mark(kind, target)))
                case _ if token.nesting == 1 and token.tag in MARKS:
                    marks.append((token.tag, self._builder.open_mark(MARKS[token.tag])))
                case _ if token.nesting == -1:
                    close(token.tag)
        while marks:
            self._builder.close_mark(marks.pop()[1])

    def _write_label(self, shape: Shape) -> None:
        """Writes a note's label, which leads back to where the text refers to it."""
        label, self._label = self._label, ""
        mark = self._builder.open_mark(MarkKind.LINK, f"#{_mark_name(label)}")
        self._builder.write(f"[{label}]", shape)
        self._builder.close_mark(mark)
        self._builder.write(" ", shape)

    def _text(self, text: str, shape: Shape) -> None:
        done = 0
        for match in _REFERENCE.finditer(text):
            label = match[1]
            if label in self._notes:
                self._builder.write(text[done : match.start()], shape)
                place = None
                if label not in self._referred:  # the note leads back to the first
                    self._referred.add(label)
                    place = self._builder.open_mark(MarkKind.ANCHOR, _mark_name(label))
                raised = self._builder.open_mark(MarkKind.SUPERSCRIPT)
                link = self._builder.open_mark(MarkKind.LINK, f"#{_note_name(label)}")
                self._builder.write(f"[{label}]", shape)
                self._builder.close_mark(link)
                self._builder.close_mark(raised)
                if place is not None:
                    self._builder.close_mark(place)
                done = match.end()
        self._builder.write(text[done:], shape)


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule for markdown-it: `[^label]: text`, with what is indented below it."""
    begin = state.bMarks[start] + state.tShift[start]
    match = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    opening = state.push("footnote_open", "aside", 1)
    opening.attrs = {"role": "doc-footnote"}
    opening.meta = {"label": match[1]}
    kept = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    text = match.end()
    while text < state.eMarks[start] and state.src[text] in " \t":
        text += 1
    # The text after the label stands as if it were indented like the lines that follow.
    state.bMarks[start] = match.end()
    state.tShift[start] = text - match.end()
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    state.push("footnote_close", "aside", -1)
    return True


def _front_matter(source: str) -> tuple[Metadata, str]:
    """Takes the fields between `---` lines at the beginning off a text."""
    match = _FRONT.match(source)
    fields = {
        name.lower(): value.strip().strip("\"'")
        for name, value in _FIELD.findall(match[1] if match else "")
    }
    if match is None or not fields:
        return Metadata(), source
    metadata = Metadata(
        title=fields.pop("title", ""),
        author=fields.pop("author", ""),
        date=fields.pop("date", ""),
        language=fields.pop("lang", "") or fields.pop("language", ""),
        further={name: value for name, value in fields.items() if value},
    )
    return metadata, source[match.end() :]


def _note_name(label: str) -> str:
    return f"fn-{label}"


def _mark_name(label: str) -> str:
    return f"fn-{label}-mark"


def _heading_name(source: str) -> str:
    """Gives the name that GitHub and Pandoc give to a heading."""
    kept = re.sub(r"[^\w\- ]", "", source.strip().lower())
    return kept.replace(" ", "-")
