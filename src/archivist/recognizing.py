"""Recognizing the text of pages that are pictures: by Tesseract in children, kept in one step."""

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from archivist.archive.archive import Archive
from archivist.archive.replacing import Place, Version
from archivist.domain.anchor import describe
from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    InvalidValueError,
    PasswordNeededError,
)
from archivist.domain.model import (
    AnchorState,
    Document,
    Excerpt,
    FoundDate,
    FoundMarker,
    Metadata,
    ReadDocument,
    TextSource,
)
from archivist.domain.recognition import (
    DOUBTFUL,
    Moves,
    Recognition,
    RecognizedPage,
    with_recognized,
)
from archivist.domain.regions import describe_region
from archivist.finding.relocating import Fate, Relocated, relocate
from archivist.importer import find_in
from archivist.readers.formats import drawer_of
from archivist.readers.isolate import Child, Progress
from archivist.readers.pages import Source
from archivist.readers.recognize import recognize_page
from archivist.readers.tesseract import Engine, needed
from archivist.readers.tesseract_languages import codes_for, tag_of
from archivist.replacing import places

_CHILDREN = 2  # that recognize pages at the same time, where there are so many processors
_PATIENCE = 300.0  # seconds until a page is given up; Tesseract itself is stopped before
_FALLBACK = "eng"


@dataclass(frozen=True, slots=True)
class Recognized:
    """What was recognized of a document, ready to be kept.

    `read` is the whole document with it, made from a text with the SHA-256 `before` in the file
    with the SHA-256 `file`; `failures` are sentences about pages that could not be recognized.
    """

    document_id: int
    file: str
    before: str
    recognition: Recognition
    read: ReadDocument
    moves: Moves
    markers: tuple[FoundMarker, ...]
    dates: tuple[FoundDate, ...]
    failures: tuple[str, ...] = ()
    left_out: int = 0  # pages that were not come to before it was cancelled


@dataclass(frozen=True, slots=True)
class Kept:
    """What recognizing gave: pages, words, those of little confidence, and lost excerpts."""

    document_id: int
    pages: int
    words: int
    doubtful: int
    excerpts: tuple[Relocated, ...] = ()  # of pages that had another text before


def pages_without_text(archive: Archive, document_id: int) -> list[int]:
    """Gives the numbers of a document's pages that are pictures; none if none can be drawn.

    Raises:
        NotFoundError: There is no such document.
    """
    if not drawer_of(archive.documents.get(document_id).format):
        return []
    pages = archive.documents.pages(document_id)
    return [page.number for page in pages if page.text_source is TextSource.NONE]


def usual_languages(archive: Archive, document_id: int, engine: Engine) -> list[str]:
    """Gives the languages to try first: those used last here, else that of the document."""
    last = [code for code in archive.recognized.languages(document_id) if code in engine.languages]
    own = codes_for(archive.documents.get(document_id).language, engine.languages)[:1]
    fallback = [code for code in (_FALLBACK, *engine.languages) if code in engine.languages][:1]
    return last or own or fallback


def recognize(
    archive: Archive,
    document_id: int,
    *,
    languages: Sequence[str] = (),
    pages: Sequence[int] | None = None,
    password: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Recognized:
    """Recognizes the text of a document's pages; writes nothing.

    Cancelled, it gives what was recognized until then; one page that fails costs only itself.

    Args:
        archive: Where the document is; it may be open only to be read.
        document_id: The document.
        languages: Tesseract's names of languages; the usual ones if none are given.
        pages: The pages' numbers; all without text if None.
        password: What opens its file, if it is encrypted.
        progress: Told how many pages are done, and of how many.
        cancelled: Asked again and again whether to stop.

    Raises:
        NotFoundError: There is no such document.
        InvalidValueError: There is nothing to recognize, or no such page or language.
        RecognizerMissingError: Tesseract is not installed.
        PasswordNeededError: The file is encrypted, and the password is missing or wrong.
        UnreadableFileError: No page could be recognized.
        CancelledError: It was cancelled before anything was recognized.
    """
    document = archive.documents.get(document_id)
    numbers = _wanted(archive, document, pages)
    engine = needed()
    chosen = list(dict.fromkeys(languages)) or usual_languages(archive, document_id, engine)
    engine.check(chosen)
    found: list[RecognizedPage] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="archivist-recognize-") as folder:
        name = Path(document.original_name.replace("\\", "/")).name
        source = Source(Path(folder) / (name or document.sha256), password)
        archive.originals.save(document.sha256, source.path)
        try:
            for outcome in _outcomes(source, numbers, engine, "+".join(chosen), cancelled):
                if isinstance(outcome, RecognizedPage):
                    found.append(outcome)
                else:
                    failures.append(outcome)
                if progress is not None:
                    progress(len(found) + len(failures), len(numbers))
        except CancelledError:
            if not found:
                raise
    if not found:
        raise InvalidValueError(failures[0])
    recognition = Recognition(tuple(found), engine.name, "+".join(chosen))
    left_out = len(numbers) - len(found) - len(failures)
    with Child() as child:
        return replace(
            _composed(archive, document, recognition, child),
            failures=tuple(failures),
            left_out=left_out,
        )


def keep(archive: Archive, recognized: Recognized) -> Kept:
    """Gives a document the text that was recognized, in one step.

    Excerpts on other pages, and regions of any, stay where they are. Those in a text that gives
    way to another are found again in it as in a new version.

    Raises:
        NotFoundError: There is no such document any more.
        InvalidValueError: It has another file by now.
        ReadOnlyError: The archive was opened only to be read.
        StorageError: The disk is full or the drive gone.
    """
    document = archive.documents.get(recognized.document_id)
    if document.sha256 != recognized.file:
        raise InvalidValueError(
            f"“{document.title}” has a new version since its text was recognized; nothing was"
            " changed. Recognize its text again."
        )
    if document.text_sha256 != recognized.before:
        recognized = _composed(archive, document, recognized.recognition, None)
    before = archive.documents.text(document.id)
    stays, lost = _places(archive.excerpts.in_document(document.id), recognized)
    moved = relocate(lost, before, recognized.read.text, recognized.read.pages)
    version = Version(
        recognized.read,
        document.original_name,
        document.sha256,
        recognized.markers,
        recognized.dates,
        labels={marker.label: marker.label for marker in recognized.markers},
    )
    archive.recognized.take(document, recognized.recognition, version, {**stays, **places(moved)})
    words = [word for page in recognized.recognition.pages for word in page.words]
    return Kept(
        document.id,
        len(recognized.recognition.pages),
        len(words),
        sum(word.confidence < DOUBTFUL for word in words),
        tuple(each for each in moved if each.fate in {Fate.PROPOSED, Fate.ORPHANED}),
    )


def _wanted(archive: Archive, document: Document, pages: Sequence[int] | None) -> list[int]:
    if not drawer_of(document.format):
        raise InvalidValueError(
            f"“{document.title}” has no pages that are pictures: all of it is text."
        )
    there = {page.number for page in archive.documents.pages(document.id)}
    numbers = pages_without_text(archive, document.id) if pages is None else sorted(set(pages))
    if not numbers:
        raise InvalidValueError(
            f"Every page of “{document.title}” has its text. Name the pages that are to be"
            " recognized all the same."
        )
    missing = [number for number in numbers if number not in there]
    if missing:
        raise InvalidValueError(f"“{document.title}” has no page {missing[0]}.")
    return numbers


def _outcomes(
    source: Source,
    numbers: Sequence[int],
    engine: Engine,
    languages: str,
    cancelled: Callable[[], bool] | None,
) -> Iterator[RecognizedPage | str]:
    """Gives each page as it was recognized, or the sentence that says why it was not."""
    left = deque(numbers)
    at_work: deque[tuple[Child, Callable[[], Any]]] = deque()

    def begin(child: Child) -> None:
        if left:
            number = left.popleft()
            answer = child.begin(
                recognize_page,
                source,
                number,
                engine,
                languages,
                subject=f"Page {number} of {source.path.name}",
                deadline=_PATIENCE,
                patience=_PATIENCE,
                cancelled=cancelled,
            )
            at_work.append((child, answer))

    with ExitStack() as stack:
        for _ in range(min(_CHILDREN, os.cpu_count() or 1, len(numbers))):
            begin(stack.enter_context(Child()))
        while at_work:
            child, answer = at_work.popleft()
            try:
                outcome = answer()
            except (CancelledError, PasswordNeededError):
                raise
            except ArchivistError as error:
                outcome = error.sentence
            begin(child)
            yield outcome


def _composed(
    archive: Archive, document: Document, recognition: Recognition, child: Child | None
) -> Recognized:
    """Gives a document as it is now with what was recognized, and what is found in that text."""
    composed, moves = with_recognized(_as_read(archive, document), recognition)
    if not composed.metadata.language and "+" not in recognition.languages:
        language = tag_of(recognition.languages)
        composed = replace(composed, metadata=replace(composed.metadata, language=language))
    date = document.date
    read, markers, dates = (
        find_in(composed, date)
        if child is None
        else child.run(find_in, composed, date, subject=document.title)
    )
    return Recognized(
        document.id,
        document.sha256,
        document.text_sha256,
        recognition,
        read,
        moves,
        tuple(markers),
        tuple(dates),
    )


def _as_read(archive: Archive, document: Document) -> ReadDocument:
    documents = archive.documents
    return ReadDocument(
        format=document.format,
        reader=document.reader,
        text=documents.text(document.id),
        pages=tuple(documents.pages(document.id)),
        blocks=tuple(documents.blocks(document.id)),
        marks=tuple(documents.marks(document.id)),
        outline=tuple(documents.outline(document.id)),
        metadata=Metadata(language=document.language, direction=document.direction),
        warnings=document.warnings,
    )


def _places(
    excerpts: Sequence[Excerpt], recognized: Recognized
) -> tuple[dict[int, Place], list[Excerpt]]:
    """Gives the places of excerpts that stay where they are, and the others."""
    text = recognized.read.text
    pages = {page.number: page for page in recognized.read.pages}
    stays: dict[int, Place] = {}
    lost: list[Excerpt] = []
    for excerpt in excerpts:
        anchor = excerpt.anchor
        is_orphaned = excerpt.anchor_state is AnchorState.ORPHANED
        if anchor.region is not None and not is_orphaned:
            # It is on its page, whatever that reads.
            region = describe_region(pages[anchor.region.page], anchor.region, anchor.quote)
            stays[excerpt.id] = Place(region, excerpt.anchor_state)
            continue
        place = None if is_orphaned else recognized.moves.moved(anchor.start, anchor.end)
        if place is None:
            lost.append(excerpt)
            continue
        described = describe(text, *place, page=anchor.page, rectangles=anchor.rectangles)
        stays[excerpt.id] = Place(described, excerpt.anchor_state)
    return stays, lost
