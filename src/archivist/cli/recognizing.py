"""The command that recognizes the text of pages that are pictures."""

import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from archivist.cli.opening import (
    archive_argument,
    document_argument,
    json_option,
    printable,
    write_json,
    writing,
)
from archivist.domain.counting import count
from archivist.recognizing import Kept, Recognized, keep
from archivist.recognizing import recognize as recognize_text

_RANGE = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?")
_MOST = 100_000  # pages; no document has more


class _Pages(click.ParamType[list[int]]):
    """Numbers and ranges of pages: "1-3,7"."""

    name = "pages"

    def convert(
        self, value: str | list[int], param: click.Parameter | None, ctx: click.Context | None
    ) -> list[int]:
        if not isinstance(value, str):
            return value
        numbers: list[int] = []
        for part in value.split(","):
            found = _RANGE.fullmatch(part.strip())
            if found is None:
                self.fail(f"“{value}” names no pages; write them like 1-3,7.", param, ctx)
            first, last = int(found[1]), int(found[2] or found[1])
            if not 1 <= first <= last <= _MOST:
                self.fail(f"There are no pages {found[0]}.", param, ctx)
            numbers.extend(range(first, last + 1))
        return numbers


@click.command()
@archive_argument
@document_argument
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help="Tesseract's name of a language, as eng or hye; several can be given. The document's"
    " own if none is.",
)
@click.option(
    "--pages",
    type=_Pages(),
    metavar="PAGES",
    help="Numbers of pages, as 1-3,7; also such that have a text, which the new one replaces. All"
    " pages without text if none are given.",
)
@click.option(
    "--password",
    envvar="ARCHIVIST_PASSWORD",
    help="What opens an encrypted file; or set ARCHIVIST_PASSWORD.",
)
@json_option
@click.pass_context
def recognize(
    ctx: click.Context,
    archive: Path,
    document: str,
    languages: tuple[str, ...],
    pages: list[int] | None,
    password: str | None,
    *,
    as_json: bool,
) -> None:
    """Recognize the text of pages that are pictures, by Tesseract.

    The file stays as it is, and so do excerpts; undo takes the text away again. Interrupted
    (Ctrl+C), it keeps the pages that are done. The exit code is 1 if a page failed.
    """
    codes = [code for each in languages for code in each.split("+") if code]
    with writing(archive) as opened, _interruptible() as is_interrupted:
        item = opened.documents.resolve(document)
        recognized = recognize_text(
            opened,
            item.id,
            languages=codes,
            pages=pages,
            password=password,
            progress=_show_page if sys.stderr.isatty() else None,
            cancelled=is_interrupted,
        )
        kept = keep(opened, recognized)
    for failure in recognized.failures:
        click.echo(printable(failure), err=True)
    if as_json:
        write_json(_record(recognized, kept))
    else:
        click.echo(printable(f"Recognized “{item.title}”: {_summary(recognized, kept)}."))
    if recognized.failures:
        ctx.exit(1)


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Gives what says whether Ctrl+C was pressed; pressed again, it ends the program as ever."""
    pressed: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


def _show_page(done: int, total: int, /) -> None:
    end = " " * 10 + "\r" if done == total else ""
    click.echo(f"\rpage {done:,} of {total:,}{end}", nl=False, err=True)


def _summary(recognized: Recognized, kept: Kept) -> str:
    parts = [
        count(kept.pages, "page"),
        f"{count(kept.words, 'word')} ({kept.doubtful:,} doubtful)",
        f"in {recognized.recognition.languages} by {recognized.recognition.engine}",
    ]
    if recognized.left_out:
        parts.append(f"{count(recognized.left_out, 'page')} left out")
    if kept.excerpts:
        parts.append(f"{count(len(kept.excerpts), 'excerpt')} without a place now")
    return ", ".join(parts)


def _record(recognized: Recognized, kept: Kept) -> dict[str, object]:
    return {
        "document": kept.document_id,
        "pages": [page.number for page in recognized.recognition.pages],
        "words": kept.words,
        "doubtful": kept.doubtful,
        "languages": recognized.recognition.languages.split("+"),
        "engine": recognized.recognition.engine,
        "failures": list(recognized.failures),
        "left_out": recognized.left_out,
        "excerpts_without_place": [each.excerpt.name for each in kept.excerpts],
    }
