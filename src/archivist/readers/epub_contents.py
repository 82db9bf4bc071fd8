"""The table of contents of an e-book, and the names of places in its chapters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archivist.domain.reading import OutlineEntry
from archivist.readers.prose import one_line
from archivist.readers.zipped import resolved, words


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its number in the book, from 1, and its markup as HTML."""

    number: int
    markup: str = field(repr=False)

    def anchor(self, name: str) -> str:
        """Gives what a place of the chapter is called in the whole book."""
        return f"chapter-{self.number}-{name}" if name else f"chapter-{self.number}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents: the part that it leads to, and the place in it."""

    title: str
    level: int
    chapter: str
    name: str


Contents = list[Entry]


def contents_of(part: str, tree: LexborHTMLParser) -> Contents:
    """Gives the table of contents of EPUB 3: nested lists of links."""
    tables = [
        node
        for node in tree.css("nav")
        if (node.attributes.get("epub:type") or node.attributes.get("type")) == "toc"
        or node.attributes.get("role") == "doc-toc"
    ]
    found = []
    for node in (tables or tree.css("nav"))[:1]:
        for link in node.css("a[href]"):
            address, _, name = (link.attributes.get("href") or "").partition("#")
            title = one_line(link.text())
            if title:
                chapter = resolved(address, part) if address else part
                found.append(Entry(title, _depth(link), chapter, name))
    return found


def points(root: Element, part: str) -> Contents:
    """Gives the table of contents of EPUB 2 (NCX): points inside each other."""
    found: Contents = []
    level = [(each, 1) for each in root.findall("navMap/navPoint")]
    while level:
        point, depth = level.pop(0)
        content = point.find("content")
        source = content.get("src", "") if content is not None else ""
        address, _, place = source.partition("#")
        title = one_line(words(point.find("navLabel/text")))
        if title and address:
            found.append(Entry(title, depth, resolved(address, part), place))
        level[:0] = [(each, depth + 1) for each in point.findall("navPoint")]
    return found


def outline(contents: Contents, places: Mapping[tuple[str, str], int]) -> tuple[OutlineEntry, ...]:
    """Gives the lines that lead to a place of the text."""
    return tuple(_lines(contents, places))


def _lines(contents: Contents, places: Mapping[tuple[str, str], int]) -> Iterator[OutlineEntry]:
    for entry in contents:
        start = places.get((entry.chapter, entry.name))
        if start is not None:
            yield OutlineEntry(entry.title, entry.level, start)


def _depth(link: LexborNode) -> int:
    depth = 0
    node = link.parent
    while node is not None and node.tag != "nav":
        depth += node.tag in {"ol", "ul"}
        node = node.parent
    return max(depth, 1)
