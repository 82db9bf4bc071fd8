"""Commands for excerpts: highlight and tag a passage, and export what is tagged."""

import re
from pathlib import Path
from typing import TypeVar

import click

from archivist.archive.archive import Archive
from archivist.archive.markers import Meant
from archivist.cli import records
from archivist.cli.opening import (
    FILE,
    archive_argument,
    document_argument,
    json_option,
    printable,
    reading,
    shortened,
    write_json,
    writing,
)
from archivist.domain.anchor import describe
from archivist.domain.counting import count
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Actor, Anchor, Document, Event
from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import describe_region, quoted
from archivist.domain.vocabulary import LinkOrigin, Role, Stance
from archivist.exporter import Rows, Selection, export_csv

Named = TypeVar("Named", Event, Actor)

_REGION = re.compile(r"(\d{1,9}):" + ",".join([r"(-?\d{1,9}(?:\.\d{1,9})?)"] * 4))


@click.command()
@archive_argument
@document_argument
@click.argument("start", type=int, required=False)
@click.argument("end", type=int, required=False)
@click.option(
    "--region",
    metavar="PAGE:LEFT,TOP,RIGHT,BOTTOM",
    help="A rectangle of a page in place of START and END: the page, counted from 1, then points"
    " from its top left corner.",
)
@click.option("--event", "events", multiple=True, metavar="NAME", help="Tag with an event.")
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="NAME[:ROLE[:STANCE]]",
    help="Tag with an actor; a stance is for the role “source” alone.",
)
@click.option("--topic", "topics", multiple=True, metavar="NAME", help="Tag with a topic.")
@click.option(
    "--cite",
    "cited",
    multiple=True,
    metavar="LABEL|KEY",
    help="Link to what a marker of the document means (23), or to a citation by its key.",
)
@click.option("--note", default="", help="A note on the excerpt.")
@json_option
def highlight(
    archive: Path,
    document: str,
    start: int | None,
    end: int | None,
    region: str | None,
    events: tuple[str, ...],
    actors: tuple[str, ...],
    topics: tuple[str, ...],
    cited: tuple[str, ...],
    note: str,
    *,
    as_json: bool,
) -> None:
    """Highlight the characters START to END (END is not part of it) and tag them, in one step.

    With --region, highlight a rectangle of a page, where there is no text to select.

    Events, actors and topics that are not there yet are made.
    """
    wanted = [_actor(text) for text in actors]
    with writing(archive) as opened:
        item = opened.documents.resolve(document)
        anchor = _anchor(opened, item, start, end, region)
        with opened.step("Highlight passage"):
            excerpt_id = opened.excerpts.create(item.id, anchor, note=note)
            for name in events:
                opened.links.tag_event(excerpt_id, opened.events.ensure(name))
            for name, role, stance in wanted:
                opened.links.tag_actor(excerpt_id, opened.actors.ensure(name), role, stance)
            for name in topics:
                opened.links.tag_topic(excerpt_id, opened.topics.ensure(name))
            for text in cited:
                meant = _cited(opened, item, anchor, text)
                opened.links.cite(
                    excerpt_id, meant.citation_id, locator=meant.locator, origin=meant.origin
                )
        excerpt = opened.excerpts.get(excerpt_id)
        tags = opened.excerpts.tags([excerpt_id])
    if as_json:
        write_json(records.excerpt(excerpt, item.title, tags))
    else:
        click.echo(f"Excerpt {excerpt.name}: {printable(shortened(quoted(excerpt.anchor)))}")


@click.command()
@archive_argument
@click.argument("out", metavar="OUT.csv", type=FILE)
@click.option("--event", "events", multiple=True, metavar="NAME", help="Only of this event.")
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only with this actor.")
@click.option(
    "--rows",
    type=click.Choice(["excerpt", "link"]),
    default="excerpt",
    help="One row an excerpt, or one for each excerpt × event × actor × citation. [excerpt]",
)
@click.option("--raw", is_flag=True, help="Leave cells that a spreadsheet would run as they are.")
def export(
    archive: Path,
    out: Path,
    events: tuple[str, ...],
    actors: tuple[str, ...],
    rows: Rows,
    *,
    raw: bool,
) -> None:
    """Write excerpts with all their tags to OUT.csv, and datapackage.json beside it.

    Several events (or actors) add up; an event and an actor together narrow.
    """
    with reading(archive) as opened:
        selection = Selection(
            events=[_known(opened.events.by_name(name), "event", name).id for name in events],
            actors=[_known(opened.actors.by_name(name), "actor", name).id for name in actors],
        )
        written = export_csv(opened, out, selection=selection, rows=rows, raw=raw)
    click.echo(f"Wrote {count(written, 'row')} to {out}.")


def _known(thing: Named | None, kind: str, name: str) -> Named:
    if thing is None:
        raise NotFoundError(
            f"There is no {kind} “{name}” in this archive; `archivist list ARCHIVE {kind}s` shows"
            " which there are."
        )
    return thing


def _actor(text: str) -> tuple[str, Role, Stance | None]:
    """Reads NAME[:ROLE[:STANCE]]; a name that holds a colon needs its role."""
    name, *rest = text.split(":")
    if not rest:
        return name, Role.MENTIONED, None
    first, _, last = text.rpartition(":")
    before, colon, role_text = first.rpartition(":")
    if colon and role_text.casefold() in set(Role) and last.casefold() in set(Stance):
        return before, Role(role_text.casefold()), Stance(last.casefold())
    if last.casefold() in set(Role):
        return first, Role(last.casefold()), None
    if colon and role_text.casefold() in set(Role):
        raise InvalidValueError(f"“{last}” is no stance; choose one of {', '.join(Stance)}.")
    raise InvalidValueError(f"“{last}” is no role; choose one of {', '.join(Role)}.")


def _anchor(
    archive: Archive, document: Document, start: int | None, end: int | None, region: str | None
) -> Anchor:
    """Describes what is to be highlighted: characters, or a region of a page."""
    pages = archive.documents.pages(document.id)
    if region is not None and start is None:
        box = _rectangle(region)
        page = next((page for page in pages if page.number == box.page), None)
        if page is None:
            raise InvalidValueError(
                f"“{document.title}” has no page {box.page} that a region could be on; it has"
                f" {count(len(pages), 'page')}."
            )
        return describe_region(page, box)
    if region is not None or start is None or end is None:
        raise InvalidValueError("Give either START and END or --region PAGE:LEFT,TOP,RIGHT,BOTTOM.")
    return describe(archive.documents.text(document.id), start, end, page=_page(pages, start))


def _rectangle(text: str) -> Rectangle:
    """Reads PAGE:LEFT,TOP,RIGHT,BOTTOM."""
    match = _REGION.fullmatch(text)
    if match is None:
        raise InvalidValueError(
            f"“{text}” is no region; one reads like 3:72,100.5,272,150.5: the page, then left, top,"
            " right and bottom in points."
        )
    left, top, right, bottom = (float(each) for each in match.groups()[1:])
    return Rectangle(int(match[1]), left, top, right, bottom)


def _page(pages: list[Page], position: int) -> int | None:
    """Gives the number of the page that a position is on."""
    return next((page.number for page in pages if page.start <= position < page.end), None)


def _cited(archive: Archive, document: Document, anchor: Anchor, text: str) -> Meant:
    """Gives the citation that a label of the document, or else a key, stands for."""
    meant = archive.markers.meant_by(document.id, text, anchor.start, anchor.end)
    if meant is not None:
        return meant
    citation = archive.citations.by_key(text)
    if citation is None:
        raise NotFoundError(
            f"“{text}” is neither a marker of “{document.title}” nor the key of a citation."
        )
    return Meant(citation.id, LinkOrigin.BY_HAND)
