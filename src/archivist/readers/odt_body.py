"""Walks an OpenDocument text and hands its paragraphs, lists and tables to a pen."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from archivist.domain.vocabulary import BlockKind
from archivist.readers.build import Shape
from archivist.readers.numerals import numeral
from archivist.readers.odt_styles import Styles
from archivist.readers.prose import Pen, Style, item, link_style, one_line
from archivist.readers.zipped import resolved, words

_UNSEEN = (
    {"office|forms", "text|tracked-changes", "text|sequence-decls", "text|variable-decls"}
    | {"text|user-field-decls", "text|dde-connection-decls", "text|alphabetical-index-source"}
    | {"text|table-of-content-source", "text|bibliography-source", "text|illustration-index-source"}
    | {"text|table-index-source", "text|object-index-source", "text|user-index-source"}
    | {"office|event-listeners", "text|ruby-text", "text|hidden-text", "text|script"}
    | {"dc|creator", "dc|date"}  # of a comment
)
_ANCHORS = frozenset(
    ("text|bookmark", "text|bookmark-start", "text|reference-mark", "text|reference-mark-start")
)
_CROSS = frozenset(("text|bookmark-ref", "text|reference-ref"))
_LEFT_OUT = {
    "draw|image": "pictures",
    "draw|object": "embedded files",
    "draw|object-ole": "embedded files",
}
_REPEATED = 50  # copies of a cell or a row with text that are put down


@dataclass(slots=True)
class _List:
    style: str
    counts: dict[int, int] = field(default_factory=dict)  # by level


class Body:
    """Writes one document: call `write` for each story in turn, then `write_notes`."""

    def __init__(self, pen: Pen, styles: Styles, media: Callable[[str], bytes]) -> None:
        """`media` gives a picture's bytes by its name in the document."""
        self._pen = pen
        self._media = media
        self._styles = styles
        self._targets: set[str] = set()
        self._notes: list[tuple[str, str, Element]] = []
        self._remarks: list[Element] = []
        self._ends: set[str] = set()  # comments that are on a range
        self._open: dict[str, str] = {}  # of these, those around, and where their text leads
        self._lists: dict[str, _List] = {}  # by identity, for lists that go on
        self._last: dict[str, _List] = {}  # by style
        self._boxes: list[Element] = []
        self._is_joined = False
        self.deleted = 0
        self.hidden = 0
        self.left_out: Counter[str] = Counter()

    def look_for_targets(self, roots: Iterable[Element]) -> None:
        """Notes the places that links lead to, and how much was deleted."""
        for root in roots:
            for each in root.iter():
                if each.tag == "text|a":
                    self._targets.add(_place(each.get("xlink|href", "")))
                elif each.tag in _CROSS:
                    self._targets.add(each.get("text|ref-name", ""))
                elif each.tag == "office|annotation-end":
                    self._ends.add(each.get("office|name", ""))
                elif each.tag == "text|deletion":
                    self.deleted += 1

    def write(self, story: Element, *, is_joined: bool = False) -> None:
        """Writes a story's paragraphs and tables; the first may go on with the line begun."""
        self._is_joined = is_joined
        self._blocks(story)
        self._is_joined = False

    def write_notes(self) -> None:
        """Writes the notes, then the comments."""
        for name, label, body in self._notes:
            self._pen.begin_note(name, label)
            self.write(body, is_joined=True)
            self._pen.end_note()
        for number, remark in enumerate(self._remarks, 1):
            who = one_line(words(remark.find("dc|creator")))
            when = one_line(words(remark.find("dc|date")))[:10]
            said = ", ".join(each for each in (who, when) if each)
            self._pen.begin_remark(f"comment-{number}", said)
            self.write(remark, is_joined=True)

    def _blocks(self, parent: Element, shape: Shape | None = None) -> None:
        for each in parent:
            match each.tag:
                case "text|p" | "text|h":
                    self._paragraph(each, shape)
                case "text|list":
                    self._list(each, None, 0)
                case "text|numbered-paragraph":
                    level = _count(each.get("text|level"), 1) - 1
                    self._blocks(each, item(level, None))
                case "table|table":
                    self._table(each)
                case "draw|frame" | "draw|g" | "draw|custom-shape":
                    self._box(each)
                case "text|section" if each.get("text|display") in {"none", "condition"}:
                    self.hidden += 1
                case tag if tag not in _UNSEEN:
                    self._blocks(each, shape)

    def _paragraph(self, paragraph: Element, shape: Shape | None = None) -> None:
        style = paragraph.get("text|style-name", "")
        if paragraph.tag == "text|h":
            level = _count(paragraph.get("text|outline-level"), 1)
        else:
            level = self._styles.heading(style)
        if level:
            shape = Shape(BlockKind.HEADING, max(1, min(level, 6)))
        if self._is_joined:
            self._is_joined = False
        else:
            self._pen.paragraph(shape or Shape(self._styles.kind(style)))
        around, self._boxes = self._boxes, []
        self._inlines(paragraph, Style())
        boxes, self._boxes = self._boxes, around
        for box in boxes:
            self._box(box)

    def _list(self, element: Element, around: _List | None, level: int) -> None:
        style = element.get("text|style-name", "") or (around.style if around else "")
        if not style:
            paragraph = next(element.iter("text|p"), None)
            if paragraph is not None:
                style = self._styles.list_of(paragraph.get("text|style-name", ""))
        counted = around if around is not None and around.style == style else _List(style)
        before = self._lists.get(element.get("text|continue-list", ""))
        if around is None and before is not None:
            counted = before
        elif around is None and element.get("text|continue-numbering") == "true":
            counted = self._last.get(style, counted)
        elif around is not None:
            counted.counts.pop(level, None)
        self._lists[element.get("xml|id", "")] = counted
        self._last[style] = counted
        for each in element:
            if each.tag not in {"text|list-item", "text|list-header"}:
                continue
            shape = self._item(each, counted, level)
            for inside in each:
                if inside.tag == "text|list":
                    self._list(inside, counted, level + 1)
                elif inside.tag in {"text|p", "text|h"}:
                    self._paragraph(inside, shape)

    def _item(self, element: Element, counted: _List, level: int) -> Shape:
        rule = self._styles.list_level(counted.style, level)
        if element.tag == "text|list-header" or not rule.is_ordered:
            return item(level, None)
        if next(iter(element), None) is None or element[0].tag == "text|list":
            return item(level, None)  # it only holds a deeper list
        start = element.get("text|start-value")
        number = counted.counts.get(level, rule.start - 1) + 1
        counted.counts[level] = number = _count(start, number)
        before, after = rule.around
        return item(level, number, f"{before}{numeral(number, rule.sign)}{after or '.'}")

    def _table(self, table: Element) -> None:
        self._is_joined = False
        self._pen.enter("table")
        self._rows(table, is_header=False)
        self._pen.leave()

    def _rows(self, parent: Element, *, is_header: bool) -> None:
        for each in parent:
            match each.tag:
                case "table|table-row":
                    copies = _count(each.get("table|number-rows-repeated"), 1)
                    for _ in range(min(copies, _REPEATED) if words(each) else 1):
                        self._row(each, is_header=is_header)
                case "table|table-header-rows":
                    self._rows(each, is_header=True)
                case "table|table-rows" | "table|table-row-group":
                    self._rows(each, is_header=is_header)

    def _row(self, row: Element, *, is_header: bool) -> None:
        self._pen.enter("tr")
        for cell in row:
            if cell.tag != "table|table-cell":
                continue  # covered by one that spans
            copies = _count(cell.get("table|number-columns-repeated"), 1)
            spans = {
                "colspan": cell.get("table|number-columns-spanned", "1"),
                "rowspan": cell.get("table|number-rows-spanned", "1"),
            }
            for _ in range(min(copies, _REPEATED)):
                self._pen.enter("th" if is_header else "td", spans)
                self._blocks(cell)
                self._pen.leave()
        self._pen.leave()

    def _inlines(self, parent: Element, style: Style) -> None:
        self._text(parent.text or "", style)
        for each in parent:
            self._inline(each, style)
            self._text(each.tail or "", style)

    def _text(self, text: str, style: Style) -> None:
        if self._open and not style.link:
            style = replace(style, link=[*self._open.values()][-1])
        self._pen.text(text, style)

    def _inline(self, each: Element, style: Style) -> None:
        match each.tag:
            case "text|span":
                name = each.get("text|style-name", "")
                if self._styles.is_hidden(name):
                    self.hidden += 1
                else:
                    kinds = style.kinds | self._styles.kinds(name)
                    self._inlines(each, replace(style, kinds=kinds))
            case "text|a":
                self._inlines(each, self._led(each.get("xlink|href", ""), style))
            case "text|s" | "text|tab":
                self._text(" ", style)  # how many there are does not show in a text
            case "text|line-break":
                self._pen.line()
            case "text|note":
                self._note(each)
            case "office|annotation":
                self._remarks.append(each)
                self._pen.place(f"comment-{len(self._remarks)}-mark")
                if each.get("office|name", "") in self._ends:
                    self._open[each.get("office|name", "")] = f"#comment-{len(self._remarks)}"
            case "office|annotation-end":
                self._open.pop(each.get("office|name", ""), None)
            case "draw|frame" | "draw|g" | "draw|custom-shape" | "draw|a":
                self._boxes.append(each)
            case tag if tag in _ANCHORS:
                if each.get("text|name", "") in self._targets:
                    self._pen.place(each.get("text|name", ""))
            case tag if tag in _CROSS:
                self._inlines(each, replace(style, link=f"#{each.get('text|ref-name', '')}"))
            case "text|hidden-paragraph":
                self.hidden += 1
            case tag if tag not in _UNSEEN:
                self._inlines(each, style)

    def _led(self, address: str, style: Style) -> Style:
        if address.startswith("#"):
            return replace(style, link=f"#{_place(address)}")
        return link_style(style, address)

    def _note(self, note: Element) -> None:
        citation, body = note.find("text|note-citation"), note.find("text|note-body")
        if body is None:
            return
        own = one_line(words(citation))
        label = own or str(len(self._notes) + 1)
        self._notes.append((f"note-{len(self._notes) + 1}", label, body))
        self._pen.reference(self._notes[-1][0], label)

    def _box(self, frame: Element) -> None:
        # An object has a picture beside it, for programs that do not know it; pictures in several
        # formats stand beside each other, the best one first.
        images = [each for each in frame if each.tag == "draw|image"]
        if not any(self._picture(frame, image) for image in images):
            kind = next((_LEFT_OUT[each.tag] for each in frame if each.tag in _LEFT_OUT), "")
            if kind:
                self.left_out[kind] += 1
        self._blocks(frame)

    def _picture(self, frame: Element, image: Element) -> bool:
        content = self._media(resolved(image.get("xlink|href", ""), ""))
        said = (words(frame.find(name)) for name in ("desc", "title"))
        return bool(content) and self._pen.picture(content, next(filter(None, said), ""))


def _place(address: str) -> str:
    """Gives the name that a link in the document leads to ("#Introduction|outline" has two)."""
    return address[1:].partition("|")[0] if address.startswith("#") else ""


def _count(text: str | None, otherwise: int) -> int:
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
