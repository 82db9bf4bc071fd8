"""Excel workbooks: each sheet a page with its name and its cells, notes on cells after them.

A cell reads as what the program last computed for it, numbers with a date's format as ISO dates;
nothing is computed here. Sheets are read as a stream, so that a long one costs its cells only.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import clean, direction_of
from archivist.readers.labelled import labelled_pages
from archivist.readers.tables import MOST_CELLS, Row, Span, TableWriter
from archivist.readers.text import nothing_in
from archivist.readers.xlsx_values import Style, shown, styles_of
from archivist.readers.zipped import Package, further, resolved, words

_WHAT = "an Excel workbook"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"')
_MERGES = 20_000
_COLUMNS = 16_384
_PICTURES = re.compile(r"xl/(media|charts)/.", re.I)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str  # "" for what is no sheet of cells
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a workbook share."""

    package: Package
    strings: Sequence[str]
    styles: Sequence[Style]
    since_1904: bool


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads an Excel workbook; a password is needed only where Office protected it."""
    with Package(path, _WHAT, password) as package:
        main = _main_part(package)
        workbook = package.xml(main, {})
        if workbook is None:
            raise package.without("the workbook itself")
        sheets, strings, styles = _parts(package, workbook, main)
        properties = workbook.find("workbookPr")
        since = properties.get("date1904", "") if properties is not None else ""
        book = _Book(package, strings, styles, since in {"1", "true"})
        writer = TableWriter()
        labels: list[tuple[int, str]] = []
        warnings: list[str] = []
        for number, sheet in enumerate(sheets, 1):
            if not sheet.part:
                warnings.append(f"The sheet “{sheet.name}” of {path.name} has no cells to read.")
                continue
            if sheet.is_hidden:
                warnings.append(f"The sheet “{sheet.name}” is hidden in {path.name}; it was read.")
            writer.heading(sheet.name)
            labels.append((writer.blocks[-1].start, sheet.name))
            stopped = writer.table(_rows(book, sheet), _spans(package.part(sheet.part)))
            if stopped is not None:
                warnings.append(
                    f"Only the first {stopped:,} rows of the sheet “{sheet.name}” were read, as a "
                    f"document holds at most {MOST_CELLS:,} cells; divide {path.name} to read the "
                    "rest."
                )
                break
            for note in _notes(package, sheet.part):
                writer.note(note)
            if progress is not None:
                progress(number, len(sheets))
        if any(_PICTURES.match(name) for name in package.names()):
            warnings.append(f"Pictures and charts of {path.name} were not read.")
        metadata = _metadata(package)
    text = writer.text()
    if len(text.split()) == sum(len(label.split()) for _, label in labels):
        raise nothing_in(path)
    if progress is not None:
        progress(len(sheets), len(sheets))
    return ReadDocument(
        format="xlsx",
        reader="xlsx",
        text=text,
        pages=labelled_pages(labels, len(text)),
        blocks=tuple(writer.blocks),
        outline=tuple(writer.outline()),
        metadata=Metadata(
            title=metadata.get("title", ""),
            author=metadata.get("creator", ""),
            date=metadata.get("created", ""),
            language=metadata.get("language", ""),
            direction=direction_of(text),
            further=further(
                (name, metadata.get(name, ""))
                for name in ("subject", "description", "keywords", "modified", "lastModifiedBy")
            ),
        ),
        warnings=tuple(warnings),
    )


def _main_part(package: Package) -> str:
    for kind, target in _relations(package, "_rels/.rels", "").values():
        if kind.endswith("/officeDocument"):
            return target
    return "xl/workbook.xml"


def _relations(package: Package, name: str, base: str) -> dict[str, tuple[str, str]]:
    """Gives the relations in a part by their ids: kind and target, "" for targets outside."""
    root = package.xml(name, {})
    return {
        each.get("Id", ""): (
            each.get("Type", ""),
            resolved(each.get("Target", ""), base) if each.get("TargetMode") != "External" else "",
        )
        for each in (root if root is not None else ())
    }


def _parts(
    package: Package, workbook: Element, main: str
) -> tuple[list[_Sheet], list[str], list[Style]]:
    folder, _, file = main.rpartition("/")
    relations = _relations(package, f"{folder}/_rels/{file}.rels".lstrip("/"), main)
    sheets = []
    for number, each in enumerate(workbook.iterfind("sheets/sheet"), 1):
        kind, target = relations.get(each.get("id", ""), ("", ""))
        name = " ".join(clean(each.get("name", "")).split()) or str(number)
        part = target if kind.endswith("/worksheet") else ""
        sheets.append(_Sheet(name, part, each.get("state", "visible") != "visible"))
    strings: list[str] = []
    styles: list[Style] = []
    for kind, target in relations.values():
        if kind.endswith("/sharedStrings"):
            strings = [_string(each) for each in package.each(target, "si")]
        elif kind.endswith("/styles"):
            styles = styles_of(package.xml(target, {}))
    return sheets, strings, styles


def _rows(book: _Book, sheet: _Sheet) -> Iterator[Row]:
    following = 0
    for row in book.package.each(sheet.part, "row"):
        given = row.get("r", "")
        number = (
            int(given) - 1 if given.isascii() and given.isdigit() and given != "0" else following
        )
        number = max(number, following)
        following = number + 1
        cells: list[tuple[int, str]] = []
        column = 0
        for cell in row:
            if cell.tag != "c":
                continue
            place = _place(cell.get("r", ""))
            column = max(column, place[1] if place else column)
            cells.append((column, _value(book, cell)))
            column += 1
        yield number, cells


def _value(book: _Book, cell: Element) -> str:
    children = {child.tag: child for child in cell}
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _string(children["is"]) if "is" in children else ""
    value = (children["v"].text or "") if "v" in children else ""
    if not value:
        formula = children.get("f")
        # Never computed: what is to be computed is all there is.
        return f"={formula.text}" if formula is not None and formula.text else ""
    if kind == "s":
        place = int(value) if value.isascii() and value.isdigit() else -1
        return book.strings[place] if 0 <= place < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind != "n":
        return value
    style = cell.get("s", "0")
    place = int(style) if style.isascii() and style.isdigit() else 0
    known = book.styles[place] if place < len(book.styles) else Style.PLAIN
    return shown(value, known, since_1904=book.since_1904)


def _string(item: Element) -> str:
    """Gives a string that may be of several runs, without the reading aids of Japanese."""
    parts = []
    for child in item:
        if child.tag == "t":
            parts.append(child.text or "")
        elif child.tag == "r":
            parts += [each.text or "" for each in child if each.tag == "t"]
    return "".join(parts)


def _notes(package: Package, sheet: str) -> Iterator[str]:
    """Gives the notes that stand on a sheet's cells."""
    folder, _, file = sheet.rpartition("/")
    relations = _relations(package, f"{folder}/_rels/{file}.rels", sheet)
    for kind, target in relations.values():
        if not kind.endswith("/comments"):
            continue
        root = package.xml(target, {})
        for note in root.iterfind("commentList/comment") if root is not None else ():
            text = note.find("text")
            said = clean(_string(text)).strip() if text is not None else ""
            if said:
                yield f"{note.get('ref', '')}: {said}"


def _spans(data: bytes) -> dict[tuple[int, int], Span]:
    """Gives the first cells of merged ones, with how many rows and columns they span."""
    spans = {}
    for number, match in enumerate(_MERGED.finditer(data)):
        first, last = _place(match[1].decode()), _place(match[2].decode())
        if number >= _MERGES or first is None or last is None:
            break
        spans[first] = (max(1, last[0] - first[0] + 1), max(1, last[1] - first[1] + 1))
    return spans


def _place(reference: str) -> tuple[int, int] | None:
    """Gives row and column, both from 0, of a reference like "C12"."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return (int(match[2]) - 1, column - 1) if 0 < column <= _COLUMNS else None


def _metadata(package: Package) -> Mapping[str, str]:
    """Gives what the workbook's core properties say."""
    for kind, target in _relations(package, "_rels/.rels", "").values():
        if kind.endswith("/core-properties"):
            root = package.xml(target, {})
            return {each.tag: clean(words(each)) for each in (root if root is not None else ())}
    return {}
