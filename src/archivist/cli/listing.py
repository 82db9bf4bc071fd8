"""Commands that look things up: what an archive holds, and where words are."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from archivist.archive.archive import Archive
from archivist.cli import records
from archivist.cli.opening import (
    archive_argument,
    json_option,
    reading,
    shortened,
    write_json,
    write_table,
)
from archivist.domain.dates import UncertainDate
from archivist.domain.dates import reading as date_reading
from archivist.domain.regions import quoted

Lines = Iterator[tuple[dict[str, Any], tuple[object, ...]]]
"""What is listed: each thing as its JSON object, and as the cells of a line for people."""


@click.command("list")
@archive_argument
@click.argument(
    "what",
    type=click.Choice(
        ["documents", "excerpts", "events", "actors", "topics", "citations", "markers"]
    ),
    default="documents",
)
@json_option
def list_things(archive: Path, what: str, *, as_json: bool) -> None:
    """List what an archive holds; documents, if nothing else is asked for."""
    with reading(archive) as opened:
        _write(_LISTS[what](opened), as_json=as_json)


@click.command()
@archive_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, help="How many hits. [50]")
@json_option
def search(archive: Path, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Search passages, names, citations, titles and notes for WORDS."""
    with reading(archive) as opened:
        hits = opened.search.find(" ".join(words), limit)
    if as_json:
        for hit in hits:
            write_json(
                {
                    "kind": hit.kind,
                    "id": hit.id,
                    "document_id": hit.document_id,
                    "start": hit.start,
                    "end": hit.end,
                    "snippet": hit.snippet,
                    "ranges": [list(part) for part in hit.ranges],
                }
            )
        return
    write_table((hit.kind, hit.id, hit.snippet) for hit in hits)


def _write(lines: Lines, *, as_json: bool) -> None:
    if as_json:
        for record, _ in lines:
            write_json(record)
    else:
        write_table(cells for _, cells in lines)


def _said(date: UncertainDate | None) -> str:
    return date_reading(date) if date else ""


def _documents(archive: Archive) -> Lines:
    provenances = archive.provenances.newest()
    for item in archive.documents.all():
        name, title = shortened(item.original_name), shortened(item.title)
        cells = (item.id, title, item.format, f"{item.characters:,}", name)
        yield records.document(item, provenances.get(item.id)), cells


def _excerpts(archive: Archive) -> Lines:
    titles = {item.id: item.title for item in archive.documents.all()}
    tags = archive.excerpts.tags()
    for item in archive.excerpts.all():
        record = records.excerpt(item, titles[item.document_id], tags)
        tagged = [*record["events"], *(actor["name"] for actor in record["actors"])]
        yield record, (item.name, shortened(quoted(item.anchor)), " | ".join(tagged))


def _events(archive: Archive) -> Lines:
    counts = archive.events.counts()
    for item in archive.events.all():
        number = counts.get(item.id, 0)
        yield records.event(item, number), (item.id, item.name, _said(item.date), number)


def _actors(archive: Archive) -> Lines:
    counts = archive.actors.counts()
    for item in archive.actors.all():
        number = counts.get(item.id, 0)
        yield records.actor(item, number), (item.id, item.name, item.kind.value, number)


def _topics(archive: Archive) -> Lines:
    counts = archive.topics.counts()
    for item in archive.topics.all():
        number = counts.get(item.id, 0)
        yield records.topic(item, number), (item.id, item.name, number)


def _citations(archive: Archive) -> Lines:
    counts = archive.citations.counts()
    for item in archive.citations.all():
        number = counts.get(item.id, 0)
        cells = (item.id, item.key, shortened(item.title), _said(item.date), number)
        yield records.citation(item, number), cells


def _markers(archive: Archive) -> Lines:
    keys = {item.id: item.key for item in archive.citations.all()}
    for document in archive.documents.all():
        for item in archive.markers.in_document(document.id):
            record = records.marker(item, keys)
            place = f"{item.start}–{item.end}"
            cells = (document.id, place, item.label, item.kind.value, item.state.value)
            yield record, (*cells, record["citation_key"] or "")


_LISTS: dict[str, Callable[[Archive], Lines]] = {
    "documents": _documents,
    "excerpts": _excerpts,
    "events": _events,
    "actors": _actors,
    "topics": _topics,
    "citations": _citations,
    "markers": _markers,
}
