"""E-books (EPUB 2 and 3): each chapter is a page, read as web pages are, in the book's own order.

Links between chapters lead to their places in the text. Nothing outside the book is looked at, no
script runs, and a chapter that the book names but does not hold is only missed.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from archivist.domain.counting import count
from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Block, FoundPicture, Mark, Metadata, ReadDocument
from archivist.domain.text import direction_of
from archivist.domain.vocabulary import MarkKind
from archivist.readers import charset
from archivist.readers.build import Builder, outline_of
from archivist.readers.embedded import Album, data_bytes
from archivist.readers.epub_contents import Chapter, Contents, contents_of, outline, points
from archivist.readers.html import declared_encoding, target_of, write_page
from archivist.readers.html_shapes import MARKS, Attributes
from archivist.readers.labelled import labelled_pages
from archivist.readers.prose import language_tag, one_line
from archivist.readers.text import nothing_in
from archivist.readers.versions import version
from archivist.readers.zipped import Package, further, resolved, words

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_PAGES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"} | {
    "source",
    "track",
    "wbr",
}
_EMPTY = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)/>")


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads an e-book; one that a bookshop has locked is refused."""
    with Package(path, "an EPUB book") as package:
        return _read(path, package, progress)


def _read(
    path: Path, package: Package, progress: Callable[[int, int], None] | None
) -> ReadDocument:
    name, book = _book(package)
    spine, missing = _spine(package, name, book)
    contents = _contents(package, name, book)
    locked = _locked(package)
    if locked & set(spine):
        raise UnreadableFileError(
            f"{path.name} is locked by whoever sold it (DRM) and cannot be unlocked here. "
            "Ask the seller for a copy without the lock, and import that."
        )
    chapters = {
        each: Chapter(number, _markup(path, package.part(each)))
        for number, each in enumerate(spine, 1)
    }
    led_to = {(entry.chapter, entry.name) for entry in contents}
    for each, chapter in chapters.items():
        led_to |= _led_to(each, chapter)
    writer = _Writer(package, chapters, led_to)
    for done, each in enumerate(spine, 1):
        writer.add(each)
        if progress is not None:
            progress(done, len(spine))
    return writer.finish(path, _about(book), contents, missing)


def _book(package: Package) -> tuple[str, Element]:
    """Gives the package document: the first that the container names and the book holds."""
    container = package.xml("META-INF/container.xml", _PREFIXES)
    for each in container.iter("rootfile") if container is not None else ():
        name = package.find(resolved(each.get("full-path", ""), ""))
        root = package.xml(name, _PREFIXES) if name else None
        if root is not None:
            return name, root
    raise package.without("its table of parts")


def _spine(package: Package, name: str, book: Element) -> tuple[list[str], int]:
    """Gives the chapters in order, each once, and how many are not in the book."""
    items = {each.get("id", ""): each for each in book.iterfind("manifest/item")}
    found: dict[str, None] = {}
    missing = 0
    for each in book.iterfind("spine/itemref"):
        item = items.get(each.get("idref", ""))
        if item is None or item.get("media-type", "") not in _PAGES:
            missing += item is None
            continue
        part = package.find(resolved(item.get("href", ""), name))
        if part:
            found[part] = None
        else:
            missing += 1
    return [*found], missing


def _contents(package: Package, name: str, book: Element) -> Contents:
    items = [*book.iterfind("manifest/item")]
    for each in items:
        if "nav" in each.get("properties", "").split():
            part = package.find(resolved(each.get("href", ""), name))
            if part:
                return contents_of(
                    part, LexborHTMLParser(_html(package.part(part).decode("utf-8", "replace")))
                )
    for each in items:
        if each.get("media-type") == "application/x-dtbncx+xml":
            part = package.find(resolved(each.get("href", ""), name))
            root = package.xml(part, _PREFIXES) if part else None
            if root is not None:
                return points(root, part)
    return []


def _locked(package: Package) -> set[str]:
    """Gives the parts that are encrypted; fonts often are, chapters only by a bookshop."""
    root = package.xml("META-INF/encryption.xml", _PREFIXES)
    if root is None:
        return set()
    return {
        package.find(resolved(each.get("URI", ""), "")) for each in root.iter("enc|CipherReference")
    }


def _markup(path: Path, data: bytes) -> str:
    declared = declared_encoding(data) or "utf-8"
    return _html(charset.decode(data, path.name, declared).text)


def _html(markup: str) -> str:
    """Writes empty elements as HTML has them: to it `<title/>` is only a beginning."""
    return _EMPTY.sub(
        lambda match: (
            match[0] if match[1].lower() in _VOID else f"<{match[1]}{match[2]}></{match[1]}>"
        ),
        markup,
    )


def _led_to(name: str, chapter: Chapter) -> set[tuple[str, str]]:
    tree = LexborHTMLParser(chapter.markup)
    return {_place(node.attributes.get("href") or "", name) for node in tree.css("a[href]")}


def _place(href: str, name: str) -> tuple[str, str]:
    """Gives the part that a link in a chapter leads to, and the place in it."""
    address, _, place = href.strip().partition("#")
    return (resolved(address, name) if address else name), place


class _Links:
    """Where a chapter's links lead, and which of its places others lead to."""

    def __init__(
        self, name: str, chapters: dict[str, Chapter], led_to: set[tuple[str, str]]
    ) -> None:
        self._name = name
        self._chapters = chapters
        self._led_to = led_to

    def marks(self, tag: str, attributes: Attributes) -> list[tuple[MarkKind, str]]:
        """Gives the marks that an element makes of its text."""
        names = {attributes.get("id"), attributes.get("name") if tag == "a" else None}
        found = [
            (MarkKind.ANCHOR, self._chapters[self._name].anchor(name))
            for name in names
            if name and (self._name, name) in self._led_to
        ]
        href = attributes.get("href") if tag in {"a", "area"} else None
        if href:
            chapter, place = _place(href, self._name)
            if chapter in self._chapters:
                found.append((MarkKind.LINK, f"#{self._chapters[chapter].anchor(place)}"))
            elif target_of(href).partition(":")[1]:
                found.append((MarkKind.LINK, target_of(href)))
        if tag in MARKS:
            found.append((MARKS[tag], ""))
        return found


class _Writer:
    """Puts chapters one after the other, each a page of its own."""

    def __init__(
        self, package: Package, chapters: dict[str, Chapter], led_to: set[tuple[str, str]]
    ) -> None:
        self._package = package
        self._album = Album()
        self._pictures: list[FoundPicture] = []
        self._chapters = chapters
        self._led_to = led_to
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._starts: dict[str, int] = {}  # of the chapters that have text
        self._tables = 0
        self._hidden = 0

    def add(self, name: str) -> None:
        """Reads a chapter."""
        builder = Builder(self._album)
        if (name, "") in self._led_to:
            anchor = self._chapters[name].anchor("")
            builder.close_mark(builder.open_mark(MarkKind.ANCHOR, anchor))
        links = _Links(name, self._chapters, self._led_to)
        media = partial(self._media, name)
        self._hidden += write_page(self._chapters[name].markup, builder, links, media)
        text, blocks, marks = builder.finish()
        if not text:
            return  # a page with nothing that can be shown
        start = self._length + bool(self._parts)
        self._starts[name] = start
        self._parts.append(text)
        self._length = start + len(text)
        tables = [block.attributes["table"] for block in blocks if "table" in block.attributes]
        for block in blocks:
            values = dict(block.attributes)
            if "table" in values:
                values["table"] += self._tables
            self._blocks.append(
                replace(block, start=block.start + start, end=block.end + start, attributes=values)
            )
        self._tables += max(tables, default=-1) + 1
        self._marks += (
            replace(mark, start=mark.start + start, end=mark.end + start) for mark in marks
        )
        self._pictures += (
            replace(picture, start=picture.start + start, end=picture.end + start)
            for picture in builder.pictures
        )

    def _media(self, chapter: str, address: str) -> bytes:
        """Gives a picture that the book holds."""
        name = resolved(address.partition("#")[0], chapter)
        part = self._package.find(name) if name else ""
        return self._package.picture(part) if part else data_bytes(address)

    def finish(self, path: Path, about: Metadata, contents: Contents, missing: int) -> ReadDocument:
        """Gives the book."""
        text = "\n".join(self._parts)
        if not text:
            raise nothing_in(path)
        blocks = tuple(self._blocks)
        anchors = {mark.value: mark.start for mark in self._marks if mark.kind is MarkKind.ANCHOR}
        places = {(name, ""): start for name, start in self._starts.items()}
        titles: dict[str, str] = {}
        for entry in contents:
            titles.setdefault(entry.chapter, entry.title)
            if entry.chapter in self._starts and entry.name:
                anchor = self._chapters[entry.chapter].anchor(entry.name)
                start = self._starts[entry.chapter]
                places[entry.chapter, entry.name] = anchors.get(anchor, start)
        headings = outline_of(text, blocks)
        labels = []
        for number, (name, start) in enumerate(self._starts.items(), 1):
            labels.append((start, titles.get(name) or str(number)))
        warnings = []
        if missing:
            warnings.append(f"Chapters that {path.name} names are not in it ({missing}).")
        if self._hidden:
            passages = count(self._hidden, "passage")
            warnings.append(f"What the book hides was left out of {path.name} ({passages}).")
        if self._album.left_out:
            warnings.append(
                f"Pictures that cannot be shown were left out of {path.name}; its original has "
                f"them ({self._album.left_out})."
            )
        return ReadDocument(
            format="epub",
            reader=f"epub (selectolax {version('selectolax')})",
            text=text,
            pages=labelled_pages(labels, len(text)),
            blocks=blocks,
            marks=tuple(self._marks),
            pictures=tuple(self._pictures),
            outline=outline(contents, places) or headings,
            metadata=replace(about, direction=direction_of(text)),
            warnings=tuple(warnings),
        )


def _about(book: Element) -> Metadata:
    metadata = book.find("metadata")

    def said(name: str) -> str:
        elements = metadata.iter(f"dc|{name}") if metadata is not None else ()
        return one_line("; ".join(filter(None, (words(each) for each in elements))))

    def first(name: str) -> str:
        return said(name).partition("; ")[0]

    return Metadata(
        title=first("title"),
        author=said("creator"),
        date=first("date"),
        language=language_tag(first("language")),
        rights=said("rights"),
        further=further(
            (name, said(name))
            for name in ("publisher", "identifier", "subject", "description", "contributor")
        ),
    )
