"""PDF: text and page sizes by PDFium, what the file says about itself by pypdf.

Each engine opens some files that the other refuses, so that pypdf reads the text where PDFium
does not open the file. A page that breaks its reader is left out in the next attempt
(`shared.broken_steps`): it costs only itself.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Annotation, Block, OutlineEntry, Page, ReadDocument
from archivist.domain.recognition import NO_TEXT
from archivist.domain.text import clean, direction_of
from archivist.domain.vocabulary import TextSource
from archivist.readers import shared
from archivist.readers.formats import locked, unopened
from archivist.readers.pdf_annotations import annotations, has_annotations
from archivist.readers.pdf_blocks import page_blocks
from archivist.readers.pdf_facts import FAULTS, Facts, facts, open_with_pypdf
from archivist.readers.pdf_links import PageLink, link_marks, page_links
from archivist.readers.pdf_text import page_text
from archivist.readers.versions import version

_PAGES = 100_000  # more than any real document has; a file can claim thousands of millions
_NAMED = 12  # so many bad pages are named


@dataclass(frozen=True, slots=True)
class _Leaf:
    text: str
    width: float = 0.0
    height: float = 0.0
    bad: bool = False
    marked: bool = False  # somebody annotated it
    links: tuple[PageLink, ...] = ()


_BAD = _Leaf("", bad=True)


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a PDF; a password is needed only where the file asks for one to be opened."""
    opened = _open(path, password)
    if isinstance(opened, pypdfium2.PdfDocument):
        count, leaf, engine = len(opened), _pdfium_leaf(opened, path, password), "PDFium"
    else:
        count, leaf, engine = len(opened.pages), _pypdf_leaf(opened), "pypdf"
    if not count:
        raise UnreadableFileError(f"{path.name} has no page that could be read.")
    if count > _PAGES:
        raise UnreadableFileError(
            f"{path.name} claims to have {count} pages, which no real document has. "
            "Open it in its own program and save it anew."
        )
    steps = count + 1
    broken = shared.broken_steps()
    if progress is not None:
        progress(0, steps)
    leaves = []
    for index in range(count):
        leaves.append(_BAD if index + 1 in broken else leaf(index))
        if progress is not None:
            progress(index + 1, steps)
    if all(each.bad for each in leaves):
        raise UnreadableFileError(
            f"No page of {path.name} could be read. The file may be damaged; "
            "open it in its own program and save it anew."
        )
    about = (
        Facts()
        if steps in broken
        else facts(
            path, password, count, opened if isinstance(opened, pypdfium2.PdfDocument) else None
        )
    )
    read_pages = _document(path, leaves, about, engine)
    if isinstance(opened, pypdfium2.PdfDocument) and steps not in broken:
        bad = frozenset(index for index, each in enumerate(leaves) if each.bad)
        starts = [page.start for page in read_pages.pages]
        marks = link_marks(opened, [each.links for each in leaves], starts, bad)
        read_pages = replace(read_pages, marks=tuple(marks))
        read_pages = _annotated(read_pages, path, password, opened, leaves)
    if progress is not None:
        progress(steps, steps)
    return read_pages


def _annotated(
    document: ReadDocument,
    path: Path,
    password: str | None,
    opened: pypdfium2.PdfDocument,
    leaves: list[_Leaf],
) -> ReadDocument:
    """Adds what other programs marked; what cannot be read of it is said."""
    marked = [index for index, leaf in enumerate(leaves) if leaf.marked]
    if not marked:
        return document
    found: list[Annotation] = []
    warnings = document.warnings
    try:
        found = annotations(path, password, opened, document.pages, marked)
    except FAULTS:
        warnings = (*warnings, f"The highlights and notes in {path.name} could not be read.")
    return replace(document, annotations=tuple(found), warnings=warnings)


def _open(path: Path, password: str | None) -> pypdfium2.PdfDocument | pypdf.PdfReader:
    try:
        return pypdfium2.PdfDocument(path, password=password)
    except OSError as error:
        raise unopened(path, error) from error
    except pypdfium2.PdfiumError as error:
        refusal = error.err_code
        if refusal == pdfium.FPDF_ERR_PASSWORD:
            raise locked(path, password) from error
    try:
        return open_with_pypdf(path, password)
    except pypdf.errors.FileNotDecryptedError as error:
        raise locked(path, password) from error
    except FAULTS as error:
        if refusal == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableFileError(
                f"{path.name} is protected in a way that Archivist does not know. "
                "Remove the protection in its own program, and import that copy."
            ) from error
        raise UnreadableFileError(
            f"{path.name} is damaged: it begins like a PDF, but cannot be opened. "
            "Open it in its own program and save it anew, or ask for another copy."
        ) from error


def _pdfium_leaf(
    document: pypdfium2.PdfDocument, path: Path, password: str | None
) -> Callable[[int], _Leaf]:
    other: list[Callable[[int], _Leaf]] = []

    def by_pypdf(index: int) -> _Leaf:
        if not other:
            try:
                reader = open_with_pypdf(path, password)
                # The engines must agree which page is which.
                same = len(reader.pages) == len(document)
                other.append(_pypdf_leaf(reader) if same else lambda _: _BAD)
            except FAULTS:
                other.append(lambda _: _BAD)
        return other[0](index)

    def leaf(index: int) -> _Leaf:
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            return by_pypdf(index)
        try:
            width, height = page.get_size()
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            return by_pypdf(index)
        else:
            text = page_text(text_page)
            links = page_links(document, page, text_page)
            text_page.close()
            return _Leaf(text, width, height, marked=has_annotations(page), links=links)
        finally:
            page.close()

    return leaf


def _pypdf_leaf(reader: pypdf.PdfReader) -> Callable[[int], _Leaf]:
    def leaf(index: int) -> _Leaf:
        try:
            page = reader.pages[index]
            width, height = float(page.cropbox.width), float(page.cropbox.height)
            if page.rotation % 180:
                width, height = height, width
            return _Leaf(clean(page.extract_text()), width, height)
        except FAULTS:
            return _BAD

    return leaf


def _document(path: Path, leaves: list[_Leaf], about: Facts, engine: str) -> ReadDocument:
    pages: list[Page] = []
    blocks: list[Block] = []
    start = 0
    for index, leaf in enumerate(leaves):
        end = start + len(leaf.text)
        seen = leaf.text and not leaf.text.isspace()
        pages.append(
            Page(
                number=index + 1,
                label=about.labels[index] if about.labels else str(index + 1),
                start=start,
                end=end,
                width=leaf.width,
                height=leaf.height,
                text_source=TextSource.EMBEDDED if seen else TextSource.NONE,
            )
        )
        blocks.extend(page_blocks(leaf.text, start))
        start = end + 1
    text = "\n".join(leaf.text for leaf in leaves)
    metadata = about.metadata
    if not metadata.direction:
        metadata = replace(metadata, direction=direction_of(text))
    return ReadDocument(
        format="pdf",
        reader=f"pdf ({engine}; pypdfium2 {version('pypdfium2')}, pypdf {version('pypdf')})",
        text=text,
        pages=tuple(pages),
        blocks=tuple(blocks),
        outline=tuple(_outline(about, pages, text)),
        metadata=metadata,
        warnings=tuple(_warnings(path, leaves, pages, about)),
    )


def _outline(about: Facts, pages: list[Page], text: str) -> Iterable[OutlineEntry]:
    for title, level, index in about.outline:
        if 0 <= index < len(pages):
            yield OutlineEntry(title, level, _place(title, pages[index], text))


def _place(title: str, page: Page, text: str) -> int:
    """Gives where a title's words stand on its page, else where the page begins."""
    place = text.find(title, page.start, page.end)
    if place >= 0:
        return place
    words = r"\s+".join(map(re.escape, title.split()))
    found = re.compile(words, re.IGNORECASE).search(text, page.start, page.end)
    return found.start() if found else page.start


def _warnings(path: Path, leaves: list[_Leaf], pages: list[Page], about: Facts) -> Iterable[str]:
    bad = [page.label for leaf, page in zip(leaves, pages, strict=True) if leaf.bad]
    if bad:
        names = ", ".join(bad[:_NAMED]) + (" and others" if len(bad) > _NAMED else "")
        yield f"{len(bad)} of {len(pages)} pages of {path.name} could not be read: {names}."
    if all(page.text_source is TextSource.NONE for page in pages):
        yield f"{path.name} {NO_TEXT}"
    yield from about.warnings
