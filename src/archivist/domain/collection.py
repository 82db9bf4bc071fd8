"""The collection as a tree: repository, fonds, series, box, folder, and the documents in them.

A level that a shelfmark leaves out has no node. What came inside a document stands below it, unless
it was filed somewhere else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archivist.domain.model import Document, Shelfmark

# From the outermost in, as in ISAD(G) 3.1.4 and the boxes that hold what it describes.
LEVELS = ("repository", "fonds", "series", "box", "folder")

Place = tuple[tuple[str, str], ...]
"""Where something is filed: pairs of a level and its name, from the outermost in."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tree: a node (`document` is None) or a document, so many levels deep.

    `count` is how many documents a node holds, those below it among them; for a document, how many
    stand below it.
    """

    depth: int
    place: Place
    document: Document | None = None
    count: int = 0


@dataclass(slots=True)
class _Node:
    place: Place
    nodes: "dict[tuple[str, str], _Node]" = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)


def place_of(shelfmark: Shelfmark) -> Place:
    """Gives where a shelfmark says that something is; () for nowhere."""
    parts = ((level, getattr(shelfmark, level)) for level in LEVELS)
    return tuple((level, name) for level, name in parts if name)


def shelfmark_at(place: Place) -> Shelfmark:
    """Gives the shelfmark of what is filed at a place."""
    return Shelfmark(**dict(place))


def shelved(documents: Sequence[Document]) -> Iterator[Line]:
    """Gives the tree line by line, names in their natural order, what is filed nowhere last.

    What is filed nowhere stands below a node with an empty place, if there is any.
    """
    inside, outside = _parted(documents)
    root = _Node(())
    for document in outside:
        node = root
        for step in place_of(document.shelfmark):
            node = node.nodes.setdefault(step, _Node((*node.place, step)))
        node.documents.append(document)
    unfiled = _Node((), documents=root.documents)
    for node in _in_order(root):
        yield from _lines(node, 0, inside)
    if unfiled.documents:
        yield from _lines(unfiled, 0, inside)


def places_of(documents: Sequence[Document]) -> list[Place]:
    """Gives the places where something is filed, and those around them, in the tree's order."""
    return [line.place for line in shelved(documents) if line.document is None and line.place]


def ids_at(documents: Sequence[Document], place: Place) -> list[int]:
    """Gives the documents at a place and below it, with what stands below them."""
    inside, outside = _parted(documents)
    found: list[int] = []
    for document in outside:
        here = place_of(document.shelfmark)
        if here[: len(place)] == place if place else not here:
            found += (each.id for each, _depth in _with_inside(document, 0, inside))
    return found


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Gives what to sort a name by: "Box 9" comes before "Box 10"."""
    parts = _DIGITS.split(name.casefold())
    return tuple(
        (0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts if part
    )


def _parted(documents: Sequence[Document]) -> tuple[dict[int, list[Document]], list[Document]]:
    """Gives by document what stands below it, and those that stand below none."""
    by_id = {document.id: document for document in documents}
    inside: dict[int, list[Document]] = {}
    outside = []
    for document in documents:
        parent = by_id.get(document.parent_id or 0)
        if parent is not None and document.shelfmark in {Shelfmark(), parent.shelfmark}:
            inside.setdefault(parent.id, []).append(document)
        else:
            outside.append(document)
    reached = {
        each.id for document in outside for each, _depth in _with_inside(document, 0, inside)
    }
    for document in documents:
        if document.id not in reached:  # documents that hold each other
            inside[document.parent_id or 0].remove(document)
            outside.append(document)
            reached |= {each.id for each, _depth in _with_inside(document, 0, inside)}
    return inside, outside


def _lines(node: _Node, depth: int, inside: dict[int, list[Document]]) -> Iterator[Line]:
    below = [line for child in _in_order(node) for line in _lines(child, depth + 1, inside)]
    own = [
        Line(deep, node.place, document, len(inside.get(document.id, ())))
        for outer in node.documents
        for document, deep in _with_inside(outer, depth + 1, inside)
    ]
    count = sum(line.document is not None for line in (*below, *own))
    yield Line(depth, node.place, count=count)
    yield from below
    yield from own


def _with_inside(
    document: Document, depth: int, inside: dict[int, list[Document]], above: tuple[int, ...] = ()
) -> Iterator[tuple[Document, int]]:
    yield document, depth
    above = (*above, document.id)
    for each in inside.get(document.id, ()):
        if each.id not in above:
            yield from _with_inside(each, depth + 1, inside, above)


def _in_order(node: _Node) -> Iterable[_Node]:
    def key(child: _Node) -> tuple[int, tuple[tuple[int, int, str], ...]]:
        level, name = child.place[-1]
        return LEVELS.index(level), natural_key(name)

    return sorted(node.nodes.values(), key=key)
