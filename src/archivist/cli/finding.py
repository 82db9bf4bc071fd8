"""The command that shows what is found in a text: dates, citations, names, speakers, figures."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from archivist.archive.archive import Archive
from archivist.archive.opening import is_archive
from archivist.cli.opening import (
    FILE,
    json_option,
    reading,
    shortened,
    write_json,
    write_table,
)
from archivist.domain.errors import InvalidValueError
from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.finding.dates import read_date
from archivist.finding.everything import flat, of_date, of_markers
from archivist.readers.isolate import Child
from archivist.suggesting import Request, find_in_document, find_in_file, sought

# Kept with a document, where a person may have confirmed or corrected them.
_KEPT = frozenset({SuggestionKind.DATE, SuggestionKind.MARKER, SuggestionKind.FLAG})


@click.command()
@click.argument("source", metavar="FILE|ARCHIVE", type=FILE)
@click.argument("document", required=False)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in SuggestionKind]),
    help="Show only what is of this kind; may be given several times.",
)
@click.option("--language", default="", help="The text's language (de, uk …), if it says none.")
@click.option(
    "--date",
    metavar="DATE",
    help="The document's own date, from which dates without a year take it.",
)
@click.option(
    "--password",
    envvar="ARCHIVIST_PASSWORD",
    help="What opens an encrypted FILE; or set ARCHIVIST_PASSWORD.",
)
@json_option
def find(
    source: Path,
    document: str | None,
    kinds: tuple[str, ...],
    language: str,
    date: str | None,
    password: str | None,
    *,
    as_json: bool,
) -> None:
    """Show what is found in a text, in order: dates, citation markers and more.

    Give a FILE of any format that can be imported; no archive is needed. Or give an ARCHIVE and one
    of its DOCUMENTs: its dates and markers are then shown as they were confirmed or corrected.
    """
    wanted = frozenset(map(SuggestionKind, kinds)) or frozenset(SuggestionKind)
    request = Request(wanted, language, read_date(date, language=language) if date else None)
    if document is None and is_archive(source):
        raise InvalidValueError(
            f"“{source.name}” is an archive; say in which of its documents to find"
            " (`archivist list` names them)."
        )
    if document is None:
        found = find_in_file(source, request, password=password)
    else:
        with reading(source) as opened:
            found = _in_archive(opened, document, request)
    if as_json:
        for suggestion in found:
            write_json(flat(suggestion))
        return
    write_table(
        (
            suggestion.kind.value,
            f"{suggestion.start}–{suggestion.end}",
            shortened(suggestion.text),
            shortened(suggestion.value),
            _remark(suggestion.kind, suggestion.details),
        )
        for suggestion in found
    )


def _in_archive(archive: Archive, document: str, request: Request) -> list[Suggestion]:
    """Finds everything in a document; what is kept with it is not found anew unless asked to."""
    item = archive.documents.resolve(document)
    asked = wanted = request.kinds or frozenset(SuggestionKind)
    kept: list[Suggestion] = []
    if not request.language and request.date is None:
        text = archive.documents.text(item.id)
        kept = [of_date(date, text) for date in archive.documents.dates(item.id)]
        markers = archive.markers.in_document(item.id)
        kept += of_markers(markers, text, archive.documents.blocks(item.id))
        wanted -= _KEPT
    found = [suggestion for suggestion in kept if suggestion.kind in asked]
    if wanted:
        with Child() as child:
            others = Request(wanted, request.language, request.date)
            found += find_in_document(child, sought(archive, item.id), others)
    return sorted(found, key=lambda suggestion: (suggestion.start, suggestion.end))


def _remark(kind: SuggestionKind, details: Mapping[str, Any]) -> str:
    """Gives what a person wants to know beside the value."""
    match kind:
        case SuggestionKind.DATE:
            parts = [details["modifier"], "year inferred" if details["inferred"] else None]
        case SuggestionKind.MARKER:
            parts = [details["state"]]
        case _:
            parts = []
    return ", ".join(part for part in parts if part)
