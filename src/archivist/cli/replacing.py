"""The command that replaces a document's file by a new version and tells what excerpts became."""

from pathlib import Path

import click

from archivist.cli.opening import (
    FILE,
    archive_argument,
    document_argument,
    json_option,
    printable,
    write_json,
    writing,
)
from archivist.domain.counting import count
from archivist.domain.regions import quoted
from archivist.finding.relocating import Fate, Relocated
from archivist.importer import prepare
from archivist.replacing import Replaced
from archivist.replacing import replace as replace_version

_TOLD = 60  # code points of a quote on a line


@click.command()
@archive_argument
@document_argument
@click.argument("file", type=FILE)
@click.option(
    "--password",
    envvar="ARCHIVIST_PASSWORD",
    help="What opens an encrypted file; or set ARCHIVIST_PASSWORD.",
)
@json_option
def replace(
    archive: Path, document: str, file: Path, password: str | None, *, as_json: bool
) -> None:
    """Replace a document's FILE by a new version; its excerpts are found again in it.

    An excerpt stays, or has moved with its exact words. Where only similar words are there, they
    are proposed and not taken: such an excerpt is orphaned, as is one that nothing reads like. It
    keeps its quote, tags and links. The old file stays in the archive, and undo brings all back.
    """
    with writing(archive) as opened:
        item = opened.documents.resolve(document)
        prepared = prepare(
            file,
            password=password,
            is_known=lambda sha256: opened.documents.by_sha256(sha256) is not None,
        )
        replaced = replace_version(opened, item.id, prepared, password=password)
        text = opened.documents.text(item.id)
    if as_json:
        for each in replaced.excerpts:
            write_json(_record(each, text))
        return
    click.echo(printable(f"Replaced “{item.title}” by {file}: {_summary(replaced)}."))
    for each in replaced.excerpts:
        if each.fate in {Fate.PROPOSED, Fate.ORPHANED}:
            _tell(each, text)
    for warning in replaced.warnings:
        click.echo(printable(warning), err=True)


def _summary(replaced: Replaced) -> str:
    total = count(len(replaced.excerpts), "excerpt")
    fates = ", ".join(f"{replaced.count(fate):,} {fate.value}" for fate in Fate)
    return f"{total} ({fates})"


def _tell(each: Relocated, text: str) -> None:
    quote = _short(quoted(each.excerpt.anchor))
    click.echo(printable(f"{each.fate.value:<9}  {each.excerpt.name}: {quote}"))
    for place in each.proposals:
        words = _short(text[place.start : place.end])
        click.echo(printable(f"           {place.start}–{place.end}, {place.score:.0%}: {words}"))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _TOLD else f"{line[: _TOLD - 1]}…"


def _record(each: Relocated, text: str) -> dict[str, object]:
    return {
        "excerpt": each.excerpt.name,
        "fate": each.fate.value,
        "quote": each.excerpt.anchor.quote,
        "start": each.anchor.start if each.anchor else None,
        "end": each.anchor.end if each.anchor else None,
        "proposals": [
            {
                "start": place.start,
                "end": place.end,
                "score": place.score,
                "text": text[place.start : place.end],
            }
            for place in each.proposals
        ],
    }
