"""Takes an RTF file apart into stories of paragraphs; groups may be nested to any depth.

Follows the specification's rule that an unknown destination marked with an asterisk is skipped.
"""

import re
from dataclasses import dataclass, replace

from archivist.domain.vocabulary import MarkKind
from archivist.readers import rtf_words as words
from archivist.readers.docx_fields import led_by
from archivist.readers.prose import PLAIN, Style
from archivist.readers.rtf_story import Mark, Paragraph, Story, joined, whole

_HEADING = re.compile(r"heading ([1-9])", re.I)


@dataclass(slots=True)
class _Field:
    code: str = ""


@dataclass(slots=True)
class _Group:
    """What is in force in a group; a group inside begins with a copy."""

    destination: str = "text"
    kinds: frozenset[MarkKind] = PLAIN
    font: int = 0
    skip: int = 1  # how many characters follow a \\u for programs without Unicode
    is_hidden: bool = False
    is_deleted: bool = False
    link: str = ""
    field: _Field | None = None
    opens: str = ""  # the destination that began with this very group
    is_new: bool = False  # nothing has stood in it yet
    instead: str = ""  # the destination of what \\upr gives twice


@dataclass(slots=True)
class _Look:
    """What holds for the paragraphs until it is reset."""

    is_in_table: bool = False
    is_item: bool = False
    level: int = 0
    heading: int = 0


class Parser:
    """Reads one file; afterwards its parts stand in the attributes."""

    def __init__(self, data: bytes) -> None:
        self.body = Story("body")
        self.stories: list[Story] = []  # all others, in order
        self.info: dict[str, str] = {}
        self.hidden = 0
        self.deleted = 0
        self.pictures = 0
        self._data = data.rstrip(b"\0\x1a \t\r\n")
        self._story = self.body
        self._around: list[Story] = []
        self._group = _Group()
        self._groups: list[_Group] = []
        self._look = _Look()
        self._looks: list[_Look] = []
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = -1  # of the font table's entry in hand
        self._styles: dict[int, int] = {}  # the levels of headings
        self._style = 0  # of the style sheet's entry in hand
        self._style_level = 0
        self._value: list[str] = []
        self._author = ""
        self._bytes = bytearray()
        self._to_skip = 0
        self._is_starred = False
        self._date: dict[str, int] = {}

    def parse(self) -> None:
        """Reads all of the file."""
        position = 0
        match = words.TOKEN.match(self._data)
        while match is not None:
            position = match.end()
            word, number, code, symbol, brace, text = match.groups()
            if text is not None or code is not None:
                self._take(text if text is not None else bytes((int(code, 16),)))
            elif word is not None:
                name = word.decode("ascii")
                if name == "bin":
                    position += max(0, int(number or 0))
                    match = words.TOKEN.match(self._data, position)
                    continue
                self._flush()
                self._word(name, int(number) if number is not None else None)
            elif symbol is not None:
                self._flush()
                self._symbol(symbol.decode("latin-1"))
            elif brace is not None:
                self._flush()
                self._to_skip = 0
                (self._open if brace == b"{" else self._close)()
            match = words.TOKEN.match(self._data, position)
        self._flush()
        while self._around:
            self._end_story()
        self._end_paragraph("par")

    def _open(self) -> None:
        self._groups.append(self._group)
        self._group = replace(self._group, opens="", is_new=True)
        self._is_starred = False

    def _close(self) -> None:
        if not self._groups:
            return
        if self._group.opens:
            self._end_destination(self._group)
        elif self._group.destination == "stylesheet":
            self._end_style()
        self._group = self._groups.pop()
        self._is_starred = False

    def _take(self, data: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        self._bytes += data
        self._group.is_new = False

    def _flush(self) -> None:
        if self._bytes:
            codec = self._fonts.get(self._group.font) or self._codec
            if self._group.destination in {"stylesheet", "info", "fldinst"}:
                codec = self._codec
            data = bytes(self._bytes)
            self._bytes.clear()
            self._text(words.decoded(data, codec))

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_starred = self._group.is_new
        elif symbol in words.ENDS:
            self._word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif symbol in words.SIGNS:
            self._text(words.SIGNS[symbol])

    def _word(self, name: str, number: int | None) -> None:
        group = self._group
        starred, self._is_starred = self._is_starred, False
        group.is_new = False
        if name == "u":
            self._text(chr((number or 0) % 0x10000))
            self._to_skip = group.skip
            return
        if self._to_skip and not starred:
            self._to_skip -= 1
            return
        if self._begins_destination(name, starred=starred):
            return
        match name:
            case "uc":
                group.skip = min(max(number or 0, 0), 16)
            case "f":
                group.font = self._font = number or 0
            case "fcharset" if group.destination == "fonttbl":
                self._fonts[self._font] = words.codec_of_charset(number or 0)
            case "cpg" if group.destination == "fonttbl":
                self._fonts[self._font] = words.codec_of_page(number or 0)
            case "ansicpg":
                self._codec = words.codec_of_page(number or 0)
            case "mac" | "pc" | "pca":
                self._codec = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
            case "s" if group.destination == "stylesheet":
                self._style = number or 0
            case "yr" | "mo" | "dy" if group.destination == "creatim":
                self._date[name] = number or 0
            case _ if group.destination == "stylesheet":
                if name == "outlinelevel":
                    self._style_level = (number or 0) + 1
            case _ if group.destination == "text":
                self._text_word(name, number)
            case _ if name in words.SIGNS:
                self._text(words.SIGNS[name])

    def _text_word(self, name: str, number: int | None) -> None:
        group, look = self._group, self._look
        is_on = number != 0
        match name:
            case "v":
                group.is_hidden = is_on
            case "deleted":
                group.is_deleted = is_on
            case "pard":
                self._look = _Look()
            case "intbl":
                look.is_in_table = True
            case "ls":
                look.is_item = bool(number)
            case "ilvl":
                look.level = min(max(number or 0, 0), 8)
            case "outlinelevel":
                look.heading = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
            case "s":
                look.heading = self._styles.get(number or 0, 0)
            case "cell" | "row":
                self._end_paragraph(name)
            case "line":
                self._story.current.pieces.append(Mark("line"))
            case "ftnalt":
                self._story.is_endnote = True
            case _ if name in words.ENDS:
                self._end_paragraph("par")
            case _ if name in words.LOOKS:
                change = {words.LOOKS[name]}
                group.kinds = group.kinds | change if is_on else group.kinds - change
            case _ if name in words.NO_LOOKS:
                group.kinds -= words.NO_LOOKS[name]
                group.is_hidden = group.is_hidden and name != "plain"
            case _ if name in words.SIGNS:
                self._text(words.SIGNS[name])

    def _begins_destination(self, name: str, *, starred: bool) -> bool:
        """Begins a destination, if the word is one; tells whether it was."""
        group = self._group
        before = group.destination
        is_text = before == "text"
        if name in words.STORIES and is_text:
            self._begin_story(words.STORIES[name])
            group.kinds, group.link, group.field = PLAIN, "", None
        elif name in words.REOPENED and before == "skip":
            group.destination = group.instead or "text"
        elif name in words.VALUES and (is_text or name == "generator"):
            group.destination = name
            self._value = []
        elif name in words.INFO and before == "info":
            group.destination = f"info {name}"
            self._value = []
        elif name in {"creatim", "info", "fonttbl", "stylesheet"} and not (
            name == "creatim" and before != "info"
        ):
            group.destination = name
        elif name == "field" and is_text:
            group.field = _Field()
            return True
        elif name == "fldrslt" and is_text:
            code = group.field.code if group.field is not None else ""
            group.link = led_by(code, Style(link=group.link)).link
            return True
        elif name in words.SKIPPED:
            self.pictures += name == "pict" and is_text
            group.instead = before if name == "upr" else ""
            group.destination = "skip"
        elif starred and before != "stylesheet":
            group.destination = before if before == "fonttbl" and name == "f" else "skip"
        else:
            return False
        group.opens = name
        return True

    def _end_destination(self, group: _Group) -> None:
        name = group.opens
        value = "".join(self._value).strip()
        if name in words.STORIES and self._around and group.destination == "text":
            self._end_story()
        elif name == "fldinst" and group.field is not None:
            group.field.code += value
        elif name == "bkmkstart" and value:
            self._story.current.pieces.append(Mark("place", value))
        elif name == "atnauthor":
            self._author = value
        elif name in {"listtext", "pntext"} and group.destination == name:
            self._story.current.label = value
        elif name == "generator":
            self.info.setdefault("producer", value.rstrip(";"))
        elif name in words.INFO and group.destination.startswith("info"):
            self.info[words.INFO[name]] = whole(value)
        elif name == "creatim" and self._date.get("yr"):
            parts = (self._date.get(each, 0) for each in ("yr", "mo", "dy"))
            self.info["date"] = "-".join(f"{each:02}" for each in parts if each)

    def _end_style(self) -> None:
        called = "".join(self._value).strip().rstrip(";").lower()
        match = _HEADING.fullmatch(called)
        level = int(match[1]) if match else 1 if called == "title" else self._style_level
        if 0 < level <= 9:
            self._styles[self._style] = level
        self._value = []
        self._style = self._style_level = 0

    def _begin_story(self, kind: str) -> None:
        story = Story(kind, author=self._author if kind == "remark" else "")
        self._story.current.pieces.append(Mark(kind, str(len(self.stories))))
        self.stories.append(story)
        self._around.append(self._story)
        self._story = story
        self._looks.append(self._look)
        self._look = _Look()

    def _end_story(self) -> None:
        self._end_paragraph("par")
        self._story = self._around.pop()
        self._look = self._looks.pop()

    def _end_paragraph(self, ends: str) -> None:
        paragraph, look = self._story.current, self._look
        paragraph.is_in_table = look.is_in_table or ends in {"cell", "row"}
        paragraph.is_item = look.is_item or bool(paragraph.label)
        paragraph.level, paragraph.heading = look.level, look.heading
        paragraph.ends = ends
        paragraph.pieces = joined(paragraph.pieces)
        self._story.paragraphs.append(paragraph)
        self._story.current = Paragraph()

    def _text(self, text: str) -> None:
        group = self._group
        if group.destination == "text":
            if group.is_deleted or group.is_hidden:
                self.deleted += group.is_deleted
                self.hidden += group.is_hidden and not group.is_deleted
            elif self._groups or text.strip():
                self._story.current.pieces.append((text, Style(group.kinds, group.link)))
        elif group.destination != "skip":
            self._value.append(text)
