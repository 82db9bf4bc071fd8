"""Walks the stories of a Word document and hands their paragraphs and tables to a pen."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element

from archivist.domain.vocabulary import BlockKind
from archivist.readers.build import Shape
from archivist.readers.docx_elements import (
    PART,
    PICTURES,
    WRAPPERS,
    alternative,
    cells,
    is_deleted,
    merged,
    outermost,
    own_label,
    own_mark,
    symbol,
    unwrapped,
)
from archivist.readers.docx_fields import Fields, led_by, targets
from archivist.readers.docx_notes import Note, Notes
from archivist.readers.docx_styles import Numbering, Styles, is_on, kinds_of, value
from archivist.readers.prose import Pen, Style, item, link_style, one_line

_DELETED = frozenset(("w|del", "w|moveFrom"))
_SIGNS = {"w|noBreakHyphen": "\u2011", "w|softHyphen": "\u00ad", "w|tab": "\t", "w|ptab": "\t"}
_FIELD_MARKS = frozenset(("w|fldChar", "w|instrText"))
# Elements of drawings that are no text, and what people call them.
_LEFT_OUT = {
    "blip": "pictures",
    "imagedata": "pictures",
    "chart": "charts",
    "relIds": "diagrams",
    "OLEObject": "embedded files",
}
_SHAPES = {
    "quote": BlockKind.QUOTATION,
    "intense quote": BlockKind.QUOTATION,
    "block text": BlockKind.QUOTATION,
    "bibliography": BlockKind.REFERENCE_ENTRY,
}


class Body:
    """Writes one document: call `write` for each story in turn, then `write_notes`."""

    def __init__(self, pen: Pen, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._pen = pen
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._links: dict[str, str] = {}
        self._targets: set[str] = set()
        self._fields = Fields()
        self._remarks: list[str] = []  # comments whose range is open
        self._known_remarks = {identity for identity, _, _ in notes.remarks()}
        self._boxes: list[Element] = []  # text boxes of the paragraph in hand
        self._is_joined = False  # the mark of the paragraph before was deleted
        self._languages: Counter[str] = Counter()
        self.chunks: dict[str, str] = {}  # web pages inside, by their names in the document
        self.media: Callable[[str], bytes] = lambda _part: b""  # pictures, by their parts
        self.deleted = 0
        self.hidden = 0
        self.left_out: Counter[str] = Counter()

    @property
    def language(self) -> str:
        """The language that most of the text says it is in."""
        return self._languages.most_common(1)[0][0] if self._languages else ""

    def look_for_targets(self, roots: Iterable[Element]) -> None:
        """Notes the bookmarks that links lead to; others are not worth a mark."""
        for root in roots:
            self._targets.update(targets(root))

    def write(self, story: Element, links: dict[str, str], *, is_joined: bool = False) -> None:
        """Writes a story's paragraphs and tables; the first may go on with the line begun."""
        self._links = links
        self._fields = Fields()
        self._is_joined = is_joined
        self._blocks(story)

    def write_notes(self) -> None:
        """Writes the notes that the text refers to, then all comments."""
        for note in self._notes.in_order():
            self._pen.begin_note(note.name, note.label)
            self.write(note.element, note.links, is_joined=True)
            self._pen.end_note()
        for identity, remark, links in self._notes.remarks():
            who = one_line(remark.get("w|author", ""))
            said = ", ".join(each for each in (who, remark.get("w|date", "")[:10]) if each)
            self._pen.begin_remark(f"comment-{identity}", said)
            self.write(remark, links, is_joined=True)

    def _blocks(self, parent: Element) -> None:
        for each in parent:
            match each.tag:
                case "w|p":
                    self._paragraph(each)
                case "w|tbl":
                    self._table(each)
                case "w|bookmarkStart":
                    self._bookmark(each)
                case "w|altChunk":
                    self._chunk(each.get("r|id", ""))
                case "mc|AlternateContent":
                    self._blocks(alternative(each))
                case "w|commentRangeStart" | "w|commentRangeEnd":
                    self._inline(each, Style())
                case tag if tag in WRAPPERS:
                    self._blocks(each)
                case tag if tag in _DELETED:
                    self.deleted += 1

    def _chunk(self, identity: str) -> None:
        """Writes a web page in the document's place for one; other kinds are left out."""
        if identity in self.chunks:
            self._pen.fragment(self.chunks.pop(identity))
        else:
            self.left_out["embedded files"] += 1

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("w|pPr")
        style = value(properties, "w|pStyle")
        shape, label = self._shape(style, properties, paragraph)
        if not self._is_joined:
            self._pen.paragraph(shape)
        if label:
            self._pen.text(f"{label} ", Style())
        mark = properties.find("w|rPr") if properties is not None else None
        self._is_joined = mark is not None and mark.find("w|del") is not None
        around, self._boxes = self._boxes, []
        self._inlines(paragraph, Style())
        boxes, self._boxes = self._boxes, around
        for box in boxes:
            joined, self._is_joined = self._is_joined, False
            self._blocks(box)
            self._is_joined = joined

    def _shape(
        self, style: str, properties: Element | None, paragraph: Element
    ) -> tuple[Shape, str]:
        """Gives a paragraph's shape, and the number that stands before a heading."""
        level = self._styles.heading(style, properties)
        if paragraph.find(".//w|t") is None:
            return Shape(), ""
        name, depth = self._styles.numbering(style, properties)
        numbered = self._numbering.next(name, depth) if name else None
        if level:
            label = numbered[1] if numbered is not None else ""
            return Shape(BlockKind.HEADING, min(level, 6)), label
        if numbered is not None:
            return item(depth, *numbered), ""
        return Shape(_SHAPES.get(self._styles.name(style), BlockKind.PARAGRAPH)), ""

    def _table(self, table: Element) -> None:
        self._is_joined = False
        self._pen.enter("table")
        rows = [row for row in unwrapped(table, "w|tr") if not is_deleted(row)]
        self.deleted += sum(is_deleted(row) for row in unwrapped(table, "w|tr"))
        grid = [cells(row) for row in rows]
        for number, row in enumerate(rows):
            self._pen.enter("tr")
            properties = row.find("w|trPr")
            is_header = properties is not None and is_on(properties.find("w|tblHeader"))
            for column, (cell, width) in grid[number].items():
                if merged(cell) == "continue":
                    continue
                height = 1
                if merged(cell) == "restart":
                    for below in grid[number + 1 :]:
                        if column not in below or merged(below[column][0]) != "continue":
                            break
                        height += 1
                spans = {"colspan": str(width), "rowspan": str(height)}
                self._pen.enter("th" if is_header else "td", spans)
                self._blocks(cell)
                self._pen.leave()
                self._is_joined = False
            self._pen.leave()
        self._pen.leave()

    def _inlines(self, parent: Element, style: Style) -> None:
        for each in parent:
            self._inline(each, style)

    def _inline(self, each: Element, style: Style) -> None:
        match each.tag:
            case "w|r":
                self._run(each, style)
            case "w|hyperlink":
                self._inlines(each, self._led(each, style))
            case "w|fldSimple":
                self._inlines(each, led_by(each.get("w|instr", ""), style))
            case "w|bookmarkStart":
                self._bookmark(each)
            case "w|commentRangeStart":
                self._begin_remark(each.get("w|id", ""))
            case "w|commentRangeEnd":
                self._end_remark(each.get("w|id", ""))
            case "m|oMath":
                said = "".join(text.text or "" for text in each.iter("m|t"))
                self._pen.text(said, self._styled(style))
            case "mc|AlternateContent":
                self._inlines(alternative(each), style)
            case tag if tag in WRAPPERS:
                self._inlines(each, style)
            case tag if tag in _DELETED:
                self.deleted += 1

    def _run(self, run: Element, around: Style) -> None:
        properties = run.find("w|rPr")
        if properties is not None and is_on(properties.find("w|vanish")):
            self.hidden += run.find("w|t") is not None
            # A field's marks count even where they are hidden.
            for each in run:
                if each.tag in _FIELD_MARKS:
                    self._fields.follow(each)
            return
        kinds = kinds_of(properties, self._styles.kinds(value(properties, "w|rStyle")))
        style = replace(around, kinds=kinds)
        language = value(properties, "w|lang") or self._styles.language
        self._pieces(run, style, language)

    def _pieces(self, run: Element, style: Style, language: str) -> None:
        is_label = own_mark(run) is not None
        for each in run:
            match each.tag:
                case "w|t" if not is_label:
                    text = each.text or ""
                    if not self._fields.is_code:
                        self._languages[language] += len(text) if language else 0
                        self._pen.text(text, self._styled(style))
                case "w|br" | "w|cr" if not self._fields.is_code:
                    self._pen.line()
                case "w|sym":
                    self._pen.text(symbol(each), self._styled(style))
                case "w|fldChar" | "w|instrText":
                    self._fields.follow(each)
                case "w|footnoteReference" | "w|endnoteReference":
                    self._reference(each, run)
                case "w|commentReference":
                    self._end_remark(each.get("w|id", ""))
                case "w|drawing" | "w|pict" | "w|object":
                    self._drawing(each)
                case "mc|AlternateContent":
                    self._pieces(alternative(each), style, language)
                case "w|ruby":
                    self._inlines(each, style)
                case tag if tag in _SIGNS and not self._fields.is_code:
                    self._pen.text(_SIGNS[tag], self._styled(style))

    def _styled(self, style: Style) -> Style:
        """Gives a style with the link of the field or the comment around."""
        style = self._fields.style(style)
        if not style.link and self._remarks:
            style = replace(style, link=f"#comment-{self._remarks[-1]}")
        return style

    def _led(self, link: Element, style: Style) -> Style:
        address = self._links.get(link.get("r|id", ""), "")
        anchor = link.get("w|anchor", "")
        if address:
            return link_style(style, f"{address}#{anchor}" if anchor else address)
        return replace(style, link=f"#{anchor}") if anchor else style

    def _bookmark(self, mark: Element) -> None:
        name = mark.get("w|name", "")
        if name and name in self._targets:
            self._pen.place(name)

    def _begin_remark(self, identity: str) -> None:
        if identity not in self._known_remarks:
            return
        self._known_remarks.remove(identity)
        self._remarks.append(identity)
        self._pen.place(f"comment-{identity}-mark")

    def _end_remark(self, identity: str) -> None:
        self._begin_remark(identity)  # one on a place, which had no beginning
        if identity in self._remarks:
            self._remarks.remove(identity)

    def _reference(self, mark: Element, run: Element) -> None:
        kind = "footnote" if mark.tag == "w|footnoteReference" else "endnote"
        own = own_label(run) if mark is own_mark(run) else ""
        note: Note | None = self._notes.refer(kind, mark.get("w|id", ""), own)
        if note is not None:
            self._pen.reference(note.name, note.label)

    def _drawing(self, drawing: Element) -> None:
        self._boxes += outermost(drawing, "w|txbxContent")
        said = next((each for each in drawing.iter("docPr")), None)
        alternative = said.get("descr") or said.get("title") or "" if said is not None else ""
        for each in drawing.iter():
            content = self.media(each.get(PART, "")) if each.tag in PICTURES else b""
            words = alternative or each.get("title") or ""
            if content and self._pen.picture(content, words):
                continue
            if each.tag in _LEFT_OUT:
                self.left_out[_LEFT_OUT[each.tag]] += 1
