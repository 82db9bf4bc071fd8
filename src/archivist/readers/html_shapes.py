"""What each HTML element means for the shape of a text: headings, lists, tables, notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from archivist.domain.coins import CITE_CLASS
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers.build import Builder, Shape
from archivist.readers.numerals import numeral

Attributes = Mapping[str, str | None]

MARKS = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "cite": MarkKind.ITALIC,
    "dfn": MarkKind.ITALIC,
    "var": MarkKind.ITALIC,
    "u": MarkKind.UNDERLINE,
    "ins": MarkKind.UNDERLINE,
    "s": MarkKind.STRIKETHROUGH,
    "strike": MarkKind.STRIKETHROUGH,
    "del": MarkKind.STRIKETHROUGH,
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
}
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_PARAGRAPHS = (
    _LISTS
    | {"address", "article", "aside", "blockquote", "body", "center", "div", "fieldset", "form"}
    | {"figcaption", "figure", "footer", "frameset", "header", "hgroup", "main", "nav", "noframes"}
    | {"details", "dialog", "summary", "legend", "search", "section", "p", "hr", "table"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "listing", "plaintext", "pre", "textarea", "xmp"}
)
_LINES = frozenset(
    ("li", "dd", "dt", "tr", "caption", "option", "optgroup", "tbody", "thead", "tfoot")
)
_PRE = frozenset(("pre", "listing", "xmp", "plaintext", "textarea"))
_NOTE_CLASSES = {
    "references": BlockKind.REFERENCE_ENTRY,
    "reflist": BlockKind.REFERENCE_ENTRY,
    "mw-references": BlockKind.REFERENCE_ENTRY,
    "bibliography": BlockKind.REFERENCE_ENTRY,
    "endnotes": BlockKind.REFERENCE_ENTRY,
    "footnotes": BlockKind.FOOTNOTE,
}
_NOTE_ROLES = {
    "doc-bibliography": BlockKind.REFERENCE_ENTRY,
    "doc-endnotes": BlockKind.REFERENCE_ENTRY,
}
# EPUB's words for the roles of notes.
_BOOK_ROLES = {
    "footnote": "doc-footnote",
    "endnote": "doc-endnote",
    "rearnote": "doc-endnote",
    "endnotes": "doc-endnotes",
    "rearnotes": "doc-endnotes",
    "biblioentry": "doc-biblioentry",
    "bibliography": "doc-bibliography",
}
_ENTRY_ROLES = {
    "doc-biblioentry": BlockKind.REFERENCE_ENTRY,
    "doc-endnote": BlockKind.REFERENCE_ENTRY,
    "doc-footnote": BlockKind.FOOTNOTE,
}
_ENTRY_IDS = ("cite_note", "cite-note")  # MediaWiki
_LONGEST_CONTEXT = 8_000  # code points of a ContextObject
_SPAN = 1000  # the HTML standard's bound on colspan


@dataclass(slots=True)
class Table:
    """Counts a table's rows and columns, with cells that span several."""

    number: int
    row: int = -1
    column: int = 0
    header: bool = False
    spans: dict[int, int] = field(default_factory=dict)  # column: rows it is still taken for

    def begin_row(self) -> None:
        """Goes to the next row."""
        self.row += 1
        self.column = 0
        self.spans = {column: rows - 1 for column, rows in self.spans.items() if rows > 1}

    def cell(self, tag: str, attributes: Attributes) -> Shape:
        """Gives the shape of the row's next cell."""
        if self.row < 0:
            self.begin_row()
        while self.column in self.spans:
            self.column += 1
        column = self.column
        rows = _count(attributes.get("rowspan"))
        columns = _count(attributes.get("colspan"))
        self.column += columns
        if rows > 1:
            self.spans.update(dict.fromkeys(range(column, self.column), rows))
        values = {
            "table": self.number,
            "row": self.row,
            "column": column,
            "row_span": rows,
            "column_span": columns,
            "header": tag == "th" or self.header,
        }
        return Shape(BlockKind.TABLE_CELL, attributes=values)


@dataclass(slots=True)
class Numbers:
    """Counts a list's items as a browser numbers them."""

    ordered: bool
    following: int = 1
    step: int = 1
    sign: str = "1"  # how the numbers are written

    def number(self, attributes: Attributes) -> dict[str, object]:
        """Gives the attributes of the next item."""
        if not self.ordered:
            return {"ordered": False}
        value = _integer(attributes.get("value"), self.following)
        self.following = value + self.step
        label = numeral(value, attributes.get("type") or self.sign)
        written = {} if label == str(value) else {"label": f"{label}."}
        return {"ordered": True, "number": value, **written}


@dataclass(frozen=True, slots=True)
class Context:
    """What is in force inside an element."""

    shape: Shape
    as_is: bool = False  # white space counts
    lists: int = 0  # how many lists are around
    quotations: int = 0
    numbers: Numbers | None = None
    table: Table | None = None  # None in tables that only lay out a page, too
    notes: BlockKind | None = None  # what the items of lists are here


class Shaper:
    """Follows the elements of a page and tells the builder where blocks end."""

    def __init__(self, builder: Builder, layout_tables: frozenset[int]) -> None:
        self._builder = builder
        self._layout_tables = layout_tables
        self._tables = 0

    def enter(self, tag: str, attributes: Attributes, identity: int, context: Context) -> Context:
        """Gives the context inside an element; what separates it from the text before is set."""
        self._separate(tag, context)
        if attributes:
            context = _with_notes(attributes, context)
            entry = _entry_kind(tag, attributes)
            if entry is not None and not context.shape.whole:
                return self._entry(entry, attributes, context)
        if context.shape.whole or context.as_is:  # within <pre> all is as it is
            return context
        if context.shape.kind is BlockKind.TABLE_CELL:
            # Lists and quotations of a cell are lines of it: on their own they would end its row.
            return replace(context, as_is=True) if tag in _PRE else context
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return replace(context, shape=Shape(BlockKind.HEADING, int(tag[1])))
            case "blockquote":
                shape = Shape(BlockKind.QUOTATION, context.quotations)
                return replace(context, shape=shape, quotations=context.quotations + 1)
            case "ul" | "ol" | "menu" | "dir" | "dl":
                return replace(context, lists=context.lists + 1, numbers=_numbers(tag, attributes))
            case "li" if context.notes is not None:
                return self._entry(context.notes, attributes, context)
            case "li" | "dd":
                numbers = context.numbers or Numbers(ordered=False)
                shape = Shape(
                    BlockKind.LIST_ITEM, max(0, context.lists - 1), numbers.number(attributes)
                )
                return replace(context, shape=shape)
            case "dt":
                return replace(context, shape=Shape())
            case "table":
                return replace(context, table=self._table(attributes, identity))
            case "thead" | "tbody" | "tfoot" if context.table is not None:
                context.table.header = tag == "thead"
            case "tr" if context.table is not None:
                context.table.begin_row()
            case "td" | "th" if context.table is not None:
                return replace(context, shape=context.table.cell(tag, attributes), table=None)
        if tag in _PRE:
            return replace(context, shape=Shape(BlockKind.PREFORMATTED), as_is=True)
        return context

    def leave(self, tag: str, context: Context, inside: Context) -> None:
        """Sets what separates an element from the text after it."""
        if inside.shape.whole and not context.shape.whole:
            self._builder.end_block()
            self._builder.break_block("\n")
        elif tag in {"td", "th"} and context.table is not None and not context.shape.whole:
            self._builder.separate("\t", fixed=False)
        else:
            self._separate(tag, context)

    def _separate(self, tag: str, context: Context) -> None:
        if tag in {"td", "th"}:
            if context.table is None:
                self._builder.break_block("\n")
            elif not context.shape.whole and (context.table.column or context.table.row > 0):
                self._builder.separate("\t" if context.table.column else "\n", fixed=True)
        elif tag in _LINES or (tag in _LISTS and context.lists):
            self._builder.break_block("\n")
        elif tag in _PARAGRAPHS:
            in_cell = context.shape.kind is BlockKind.TABLE_CELL
            self._builder.break_block("\n" if in_cell else "\n\n")

    def _entry(self, kind: BlockKind, attributes: Attributes, context: Context) -> Context:
        values = context.numbers.number(attributes) if context.numbers is not None else {}
        self._builder.break_block("\n")
        return replace(context, shape=Shape(kind, attributes=values, whole=True), table=None)

    def _table(self, attributes: Attributes, identity: int) -> Table | None:
        if identity in self._layout_tables or attributes.get("role") in {"presentation", "none"}:
            return None
        self._tables += 1
        return Table(self._tables - 1)


def is_hidden(attributes: Attributes) -> bool:
    """Whether a browser without scripts does not show an element."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()


def source_said(tag: str, attributes: Attributes) -> str:
    """Gives what an element says about the source that a text cites, "" for most elements.

    That is the ContextObject of COinS, or the class of a citation in MediaWiki's form.
    """
    names = (attributes.get("class") or "").split()
    if tag == "span" and "Z3988" in names:
        return (attributes.get("title") or "")[:_LONGEST_CONTEXT]
    if tag == "cite" and "citation" in names:
        return urlencode({CITE_CLASS: " ".join(names)})
    return ""


def _with_notes(attributes: Attributes, context: Context) -> Context:
    kind = _NOTE_ROLES.get(_role(attributes))
    if kind is None:
        names = (attributes.get("class") or "").lower().split()
        kind = next((_NOTE_CLASSES[name] for name in names if name in _NOTE_CLASSES), None)
        if kind is None or (kind is BlockKind.FOOTNOTE and context.notes is not None):
            return context
    return replace(context, notes=kind)


def _role(attributes: Attributes) -> str:
    return attributes.get("role") or _BOOK_ROLES.get(attributes.get("epub:type") or "", "")


def _entry_kind(tag: str, attributes: Attributes) -> BlockKind | None:
    role = _ENTRY_ROLES.get(_role(attributes))
    if role is not None:
        return role
    if tag == "li" and (attributes.get("id") or "").startswith(_ENTRY_IDS):
        return BlockKind.REFERENCE_ENTRY
    return None


def _numbers(tag: str, attributes: Attributes) -> Numbers:
    if tag != "ol":
        return Numbers(ordered=False)
    step = -1 if "reversed" in attributes else 1
    return Numbers(
        ordered=True,
        following=_integer(attributes.get("start"), 1),
        step=step,
        sign=attributes.get("type") or "1",
    )


def _count(value: str | None) -> int:
    return min(max(_integer(value, 1), 1), _SPAN)


def _integer(value: str | None, otherwise: int) -> int:
    text = (value or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise
