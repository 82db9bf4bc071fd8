"""Rich Text Format, as word processors have exchanged it since 1987: text, notes, lists, tables.

Tracked changes read as accepted; pictures, embedded objects and codes of fields are no text.
"""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.vocabulary import BlockKind
from archivist.readers.build import Shape
from archivist.readers.formats import all_bytes
from archivist.readers.numerals import roman
from archivist.readers.omitted import omissions
from archivist.readers.prose import Pen, item, one_line
from archivist.readers.rtf_parse import Parser
from archivist.readers.rtf_story import Mark, Paragraph, Story

_LABEL = re.compile(r"(?:[\d.]*\.)?(?:(\d{1,6})|([A-Za-z]))[.)]?|\(?(?:(\d{1,6})|([A-Za-z]))\)")


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads an RTF document; a password is never needed."""
    parser = Parser(all_bytes(path))
    parser.parse()
    writer = _Writer(parser)
    document = writer.write(path)
    if progress is not None:
        progress(1, 1)
    return document


class _Writer:
    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._pen = Pen()
        self._targets: set[str] = set()
        self._labels: dict[int, str] = {}

    def write(self, path: Path) -> ReadDocument:
        """Writes headers, the body, footers, then notes and remarks."""
        parser = self._parser
        self._look()
        for story in self._margins("header"):
            self._story(story)
        self._story(parser.body)
        for story in self._margins("footer"):
            self._story(story)
        for is_endnote in (False, True):
            for number, story in enumerate(parser.stories):
                if story.kind == "note" and story.is_endnote is is_endnote:
                    self._pen.begin_note(f"note-{number}", self._labels[number])
                    self._story(story, is_joined=True)
                    self._pen.end_note()
        for number, story in enumerate(parser.stories):
            if story.kind == "remark":
                self._pen.begin_remark(f"comment-{number}", one_line(story.author))
                self._story(story, is_joined=True)
        info = {name: one_line(value) for name, value in parser.info.items() if value}
        about = Metadata(
            title=info.pop("title", ""),
            author=info.pop("author", ""),
            date=info.pop("date", ""),
            further=info,
        )
        return self._pen.finish(
            path, about, key="rtf", reader="rtf 1", warnings=self._warnings(path)
        )

    def _look(self) -> None:
        """Labels the notes, and finds the bookmarks that links lead to."""
        stories = self._parser.stories
        notes = [story for story in stories if story.kind == "note"]
        both = len({story.is_endnote for story in notes}) > 1
        counts = {False: 0, True: 0}
        for number, story in enumerate(stories):
            if story.kind == "note":
                counts[story.is_endnote] += 1
                count = counts[story.is_endnote]
                is_roman = both and story.is_endnote and count < 4000
                self._labels[number] = roman(count) if is_roman else str(count)
        for story in (self._parser.body, *stories):
            for paragraph in story.paragraphs:
                for piece in paragraph.pieces:
                    if not isinstance(piece, Mark):
                        self._targets.add(piece[1].link.removeprefix("#"))

    def _margins(self, kind: str) -> list[Story]:
        """Gives the headers or footers that say something, each once."""
        found: dict[str, Story] = {}
        for story in self._parser.stories:
            said = _said(story.paragraphs) if story.kind == kind else ""
            if any(sign.isalpha() for sign in said):
                found.setdefault(said, story)
        return [*found.values()]

    def _story(self, story: Story, *, is_joined: bool = False) -> None:
        for is_table, group in groupby(story.paragraphs, lambda each: each.is_in_table):
            if is_table:
                self._table([*group])
                is_joined = False
                continue
            for paragraph in group:
                if not is_joined:
                    self._pen.paragraph(_shape(paragraph))
                is_joined = False
                self._pieces(paragraph)

    def _table(self, paragraphs: list[Paragraph]) -> None:
        rows: list[list[list[Paragraph]]] = [[[]]]
        for paragraph in paragraphs:
            if paragraph.ends == "row":
                rows.append([[]])
                continue
            rows[-1][-1].append(paragraph)
            if paragraph.ends == "cell":
                rows[-1].append([])
        self._pen.enter("table")
        for row in rows:
            if not _said(paragraph for cell in row for paragraph in cell):
                continue
            self._pen.enter("tr")
            for cell in row if row[-1] else row[:-1]:
                self._pen.enter("td")
                for paragraph in cell:
                    self._pen.paragraph()
                    self._pieces(paragraph)
                self._pen.leave()
            self._pen.leave()
        self._pen.leave()

    def _pieces(self, paragraph: Paragraph) -> None:
        for piece in paragraph.pieces:
            if not isinstance(piece, Mark):
                self._pen.text(*piece)
            elif piece.kind == "line":
                self._pen.line()
            elif piece.kind == "note":
                self._pen.reference(f"note-{piece.value}", self._labels[int(piece.value)])
            elif piece.kind == "remark":
                self._pen.place(f"comment-{piece.value}-mark")
            elif piece.kind == "place" and piece.value in self._targets:
                self._pen.place(piece.value)

    def _warnings(self, path: Path) -> list[str]:
        parser = self._parser
        left_out = {"pictures": parser.pictures} if parser.pictures else {}
        return omissions(path.name, deleted=parser.deleted, hidden=parser.hidden, left_out=left_out)


def _said(paragraphs: Iterable[Paragraph]) -> str:
    texts = (
        piece[0] for each in paragraphs for piece in each.pieces if not isinstance(piece, Mark)
    )
    return " ".join("".join(texts).split())


def _shape(paragraph: Paragraph) -> Shape:
    if not _said([paragraph]):
        return Shape()
    if paragraph.heading:
        return Shape(BlockKind.HEADING, min(paragraph.heading, 6))
    if not paragraph.is_item:
        return Shape()
    match = _LABEL.fullmatch(paragraph.label.strip())
    if match is None:
        return item(paragraph.level, None)
    digits, sign = match[1] or match[3], match[2] or match[4]
    return item(paragraph.level, int(digits) if digits else ord(sign.lower()) - ord("a") + 1)
