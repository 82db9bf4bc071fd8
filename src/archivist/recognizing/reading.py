"""Recognizing a document's pages, some at the same time, each in a child; it writes nothing."""

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from archivist.archive.archive import Archive
from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    InvalidValueError,
    PasswordNeededError,
)
from archivist.domain.model import Document
from archivist.domain.recognition import (
    Recognition,
    RecognizedPage,
)
from archivist.domain.vocabulary import TextSource
from archivist.readers.formats import drawer_of
from archivist.readers.isolate import Child, Progress
from archivist.readers.pages import Source
from archivist.readers.recognize import recognize_page
from archivist.readers.tesseract import Engine, needed
from archivist.readers.tesseract_languages import codes_for
from archivist.recognizing.composing import Recognized, composed

_CHILDREN = 2  # that recognize pages at the same time, where there are so many processors
_PATIENCE = 300.0  # seconds until a page is given up; Tesseract itself is stopped before
_FALLBACK = "eng"


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
            composed(archive, document, recognition, child),
            failures=tuple(failures),
            left_out=left_out,
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
