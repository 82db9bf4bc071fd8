"""Web pages: the text a browser shows, with its shape, its links and what they lead to.

Parsed by selectolax (lexbor), walked without recursion. Nothing is fetched, no script runs; what a
browser does not show (scripts, styles, templates, hidden elements) is left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archivist.domain.counting import count
from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import direction_of
from archivist.domain.vocabulary import MarkKind
from archivist.readers import charset
from archivist.readers.build import Builder, OpenMark, Shape, outline_of
from archivist.readers.embedded import data_bytes
from archivist.readers.formats import all_bytes
from archivist.readers.html_about import about
from archivist.readers.html_shapes import MARKS, Attributes, Context, Shaper, is_hidden, source_said
from archivist.readers.text import doubts, nothing_in, said
from archivist.readers.versions import version

_UNSEEN = (
    {"script", "style", "noscript", "template", "head", "title", "meta", "link", "base"}
    | {"iframe", "audio", "video", "source", "track", "canvas", "noembed", "param", "datalist"}
    | {"annotation", "annotation-xml", "desc"}  # of formulas and drawings
)
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding=["']([\w.:-]+)["']""")
_PROLOGUE = 8192  # bytes in which a page declares its encoding
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_SCHEMES = frozenset(("http", "https", "mailto", "ftp"))  # what a reader may later choose to open
_NO_ATTRIBUTES: Attributes = {}
_PICTURES = frozenset(("img", "image"))  # the latter in drawings, as covers of books are

Media = Callable[[str], bytes]
"""Gives what an address of a picture leads to inside a document, b"" for what is not in it."""


class Linking(Protocol):
    """What tells which marks an element makes, and where its links lead."""

    def marks(self, tag: str, attributes: Attributes) -> list[tuple[MarkKind, str]]:
        """Gives the marks that an element makes of its text."""
        ...


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a web page; a password is never needed."""
    data = all_bytes(path)
    decoded = charset.decode(data, path.name, declared_encoding(data))
    tree = LexborHTMLParser(decoded.text)
    metadata = about(tree)
    builder = Builder()
    hidden = _walk(tree, builder, _Links(tree, metadata), Context(Shape()), data_bytes)
    text, blocks, marks = builder.finish()
    if not text:
        raise nothing_in(path)
    if progress is not None:
        progress(1, 1)
    warnings = [*doubts(path, decoded)]
    if hidden:
        passages = count(hidden, "passage")
        warnings.append(f"What the page hides was left out of {path.name} ({passages}).")
    return ReadDocument(
        format="html",
        reader=f"html (selectolax {version('selectolax')})",
        text=text,
        blocks=blocks,
        marks=marks,
        outline=outline_of(text, blocks),
        pictures=tuple(builder.pictures),
        metadata=replace(
            metadata,
            direction=metadata.direction or direction_of(text),
            further={**metadata.further, "encoding": said(decoded.encoding)},
        ),
        warnings=tuple(warnings),
    )


def write_fragment(
    markup: str, builder: Builder, context: Context, media: Media = data_bytes
) -> None:
    """Hands the text of HTML that stands inside another format to its builder.

    `media` gives what an address of a picture leads to inside that format, b"" for nothing.
    """
    tree = LexborHTMLParser(markup)
    _walk(tree, builder, _Links(tree, Metadata()), context, media)


def write_page(markup: str, builder: Builder, linking: Linking, media: Media) -> int:
    """Hands a page of a book to its builder; gives how many hidden elements were left out."""
    return _walk(LexborHTMLParser(markup), builder, linking, Context(Shape()), media)


def declared_encoding(data: bytes) -> str:
    """Gives the encoding that a page says it is written in, "" if it does not say."""
    declared = _XML.match(data) or _CHARSET.search(data[:_PROLOGUE])
    return declared[1].decode() if declared else ""


def target_of(href: str, base: str = "") -> str:
    """Gives where a link leads, "" for what a link must not lead to (scripts, local files)."""
    href = "".join(each for each in href.strip() if each.isprintable())
    scheme = _SCHEME.match(href)
    if scheme:
        return href if scheme[1].lower() in _SCHEMES else ""
    if href.startswith("#") or not base:
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


@dataclass(slots=True)
class _Element:
    tag: str
    outside: Context
    inside: Context
    marks: list[OpenMark]


def _walk(
    tree: LexborHTMLParser, builder: Builder, links: Linking, context: Context, media: Media
) -> int:
    """Hands a page's text to the builder; gives how many hidden elements were left out."""
    node: LexborNode | None = tree.body or tree.root
    shaper = Shaper(builder, _layout_tables(tree))
    around: list[_Element] = []
    hidden = 0
    while node is not None:
        following = None
        tag = node.tag or ""
        if tag == "-text":
            write = builder.write_as_is if context.as_is else builder.write
            write(node.text_content or "", context.shape)
        elif tag == "br":
            builder.break_line()
        elif tag in _PICTURES:
            _write_picture(node.attributes or _NO_ATTRIBUTES, builder, context.shape, media)
        elif node.is_element_node and tag not in _UNSEEN:
            attributes = node.attributes or _NO_ATTRIBUTES
            if is_hidden(attributes):
                hidden += bool(node.text(strip=True))
            else:
                inside = shaper.enter(tag, attributes, node.mem_id, context)
                marks = [builder.open_mark(*mark) for mark in links.marks(tag, attributes)]
                around.append(_Element(tag, context, inside, marks))
                context = inside
                following = node.child
                if following is None:
                    context = _leave(around.pop(), builder, shaper)
        while following is None and around:
            following = node.next
            if following is None:
                context = _leave(around.pop(), builder, shaper)
                parent = node.parent
                if parent is None or not around:
                    return hidden
                node = parent
        node = following
    return hidden


def _leave(element: _Element, builder: Builder, shaper: Shaper) -> Context:
    for mark in reversed(element.marks):
        builder.close_mark(mark)
    shaper.leave(element.tag, element.outside, element.inside)
    return element.outside


def _write_picture(attributes: Attributes, builder: Builder, shape: Shape, media: Media) -> None:
    """Writes what a picture of a formula says; others are pictures, if the document holds them."""
    names = (attributes.get("class") or "").lower()
    alternative = attributes.get("alt") or attributes.get("title") or ""
    if "math" in names or "tex" in names.split():
        builder.write(attributes.get("alt") or "", shape)
        return
    addresses = (attributes.get(name) for name in ("src", "href", "xlink:href"))
    content = media(next((each for each in addresses if each), ""))
    if content and not is_hidden(attributes):
        builder.picture(content, alternative, shape)


class _Links:
    """Where a page's links lead: to places of its own, or to addresses."""

    def __init__(self, tree: LexborHTMLParser, metadata: Metadata) -> None:
        base = tree.css_first("base[href]")
        address = (base.attributes.get("href") if base is not None else None) or metadata.source
        self._base = address if address.startswith(("http://", "https://")) else ""
        self._own = {each.split("#")[0] for each in (metadata.source, self._base) if each}
        names = {node.attributes.get("id") for node in tree.css("[id]")}
        names |= {node.attributes.get("name") for node in tree.css("a[name]")}
        self._names = names - {None, ""}
        led_to = (self._place(node.attributes.get("href") or "") for node in tree.css("a[href]"))
        self._led_to = {place for place in led_to if place}

    def marks(self, tag: str, attributes: Attributes) -> list[tuple[MarkKind, str]]:
        """Gives the marks that an element makes of its text."""
        if not attributes and tag not in MARKS:
            return []
        names = {attributes.get("id"), attributes.get("name") if tag == "a" else None}
        found = [(MarkKind.ANCHOR, name) for name in names if name and name in self._led_to]
        href = attributes.get("href") if tag in {"a", "area"} else None
        if href:
            target = self._target(href)
            if target:
                found.append((MarkKind.LINK, target))
        kind = MARKS.get(tag)
        if kind is not None:
            found.append((kind, ""))
        said = source_said(tag, attributes)
        if said:
            found.append((MarkKind.CITE, said))
        return found

    def _place(self, href: str) -> str:
        """Gives the name in this page that a link leads to, "" if it leads elsewhere."""
        address, mark, name = href.strip().partition("#")
        if not mark or (address and address not in self._own):
            return ""
        return next((each for each in (name, unquote(name)) if each in self._names), "")

    def _target(self, href: str) -> str:
        place = self._place(href)
        if place:
            return f"#{place}"
        return target_of(href, self._base)


def _layout_tables(tree: LexborHTMLParser) -> frozenset[int]:
    """Gives the tables that lay out a page: those with headings or tables inside."""
    found: set[int] = set()
    seen: set[int] = set()
    for inner in tree.css("table table, table h1, table h2, table h3, table h4, table h5"):
        node = inner.parent
        while node is not None and node.mem_id not in seen:
            seen.add(node.mem_id)
            if node.tag == "table":
                found.add(node.mem_id)
                break
            node = node.parent
    return frozenset(found)
