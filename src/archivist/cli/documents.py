"""Commands for documents: import files, show one, give back its original."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath

import click

from archivist.archive.archive import Archive
from archivist.archive.whole_file import spare_archives
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
from archivist.domain.counting import count
from archivist.domain.dates import reading as date_reading
from archivist.domain.model import Document
from archivist.importer import Imported, Status, counted, import_paths, save_report
from archivist.paths import is_folder


@click.command("import")
@archive_argument
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=FILE)
@click.option(
    "--password",
    envvar="ARCHIVIST_PASSWORD",
    help="What opens encrypted files; or set ARCHIVIST_PASSWORD.",
)
@click.option(
    "--report",
    type=FILE,
    help="Write what became of each file to this file: CSV, or a text if its name ends in .txt.",
)
@click.option(
    "--without-highlights",
    is_flag=True,
    help="Make no excerpts of what other programs highlighted and noted in PDFs.",
)
@json_option
@click.pass_context
def import_files(
    ctx: click.Context,
    archive: Path,
    paths: tuple[Path, ...],
    password: str | None,
    report: Path | None,
    *,
    without_highlights: bool,
    as_json: bool,
) -> None:
    """Import files, and folders with all that is in them.

    Each file ends as imported, duplicate (the archive holds the same bytes already) or failed;
    the exit code is 1 if any failed. Two files are read at a time; the lines are in the order of
    the files. What was imported stays, also when the rest is interrupted.
    """
    results: list[Imported] = []
    with writing(archive) as opened, _reporting(results, report, archive):
        for imported in import_paths(
            opened, paths, password=password, progress=_show_pages if _is_watched() else None
        ):
            result = _unmarked(opened, imported) if without_highlights else imported
            results.append(result)
            if as_json:
                write_json(
                    {
                        "path": str(result.path),
                        "status": result.status.value,
                        "document": result.document_id,
                        "characters": result.characters,
                        "pages": result.pages,
                        "seconds": round(result.seconds, 3),
                        "error": result.error or None,
                        "warnings": list(result.warnings),
                        "attachments": list(result.attachments),
                        "excerpts": list(result.excerpts),
                    }
                )
            else:
                _report(result)
    if not as_json and len(results) > 1:
        click.echo(f"{count(len(results), 'file')}: {counted(results)}.", err=True)
    if any(result.status is Status.FAILED for result in results):
        ctx.exit(1)


@contextmanager
def _reporting(results: list[Imported], report: Path | None, archive: Path) -> Iterator[None]:
    """Writes the report of what was done until the end, also where that is an interruption."""
    if report is not None:
        spare_archives(report, archive)  # said before the work, and not after it
    try:
        yield
    finally:
        if report is not None:
            save_report(results, report, archive=archive)


def _unmarked(archive: Archive, result: Imported) -> Imported:
    """Declines what other programs had marked in a file."""
    if result.excerpts:
        archive.annotations.decline(result.excerpts)
    return replace(result, excerpts=())


def _report(result: Imported) -> None:
    if result.status is Status.FAILED:
        click.echo(printable(f"failed     {result.path}: {result.error}"), err=True)
        return
    pages = f", {count(result.pages, 'page')}" if result.pages else ""
    attached = f", {count(len(result.attachments), 'attachment')}" if result.attachments else ""
    marked = f", {count(len(result.excerpts), 'excerpt')} marked in it" if result.excerpts else ""
    path = printable(str(result.path))
    click.echo(
        f"{result.status.value:<9}  {path}: document {result.document_id},"
        f" {count(result.characters, 'character')}{pages}{attached}{marked}"
    )
    for warning in result.warnings:
        click.echo(printable(f"           {warning}"), err=True)


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _show_pages(path: Path, done: int, total: int, /) -> None:
    if total > 1:
        line = f"\r{printable(shortened(path.name, 40))}, page {done:,} of {total:,}"
        click.echo(
            line + " " * 10 + ("\r" + " " * (len(line) + 10) + "\r" if done == total else ""),
            nl=False,
            err=True,
        )


@click.command()
@archive_argument
@document_argument
@click.option("--text", "text_only", is_flag=True, help="Write the document's text, and only that.")
@json_option
def show(archive: Path, document: str, *, text_only: bool, as_json: bool) -> None:
    """Show what is known about a document, or its text."""
    with reading(archive) as opened:
        item = opened.documents.resolve(document)
        if text_only:
            click.echo(opened.documents.text(item.id), nl=False)
        elif as_json:
            write_json(records.document(item, opened.provenances.newest_of(item.id)))
        else:
            for name, value in _facts(opened, item):
                click.echo(printable(f"{name + ':':<12} {value}"))


def _facts(archive: Archive, item: Document) -> list[tuple[str, str]]:
    pictures = len(archive.documents.pictures(item.id))
    facts = [
        ("Document", str(item.id)),
        ("Title", item.title),
        ("Author", item.author),
        ("Date", date_reading(item.date) if item.date else ""),
        ("Language", item.language),
        ("Text", count(item.characters, "character")),
        ("Pages", f"{item.pages:,}" if item.pages else ""),
        ("Pictures", f"{pictures:,}" if pictures else ""),
        ("Excerpts", f"{len(archive.excerpts.in_document(item.id)):,}"),
        ("File", item.original_name),
        *(("Came inside", _named(parent)) for parent in archive.documents.parents(item.id)),
        *(("Attached", _named(each)) for each in archive.documents.attachments(item.id)),
        ("SHA-256", item.sha256),
        *_came_from(archive, item),
        ("Read by", item.reader),
        ("Imported", f"{item.imported_at} by {item.imported_by}"),
        ("Source", item.source),
        ("Accessed", item.accessed),
        ("Rights", item.rights),
        ("Shelfmark", str(item.shelfmark)),
        ("Note", item.note),
        *(("Warning", warning) for warning in item.warnings),
    ]
    return [(name, value) for name, value in facts if value]


def _came_from(archive: Archive, item: Document) -> Iterator[tuple[str, str]]:
    """Gives what was noted of the document's file, and of the files before it."""
    noted = archive.provenances.of(item.id)
    for now in noted[-1:]:
        yield "Came from", f"{now.file.path} › {now.file.member}".removesuffix(" › ")
        yield "Size", f"{now.file.size:,} bytes"
        yield "Created", now.file.created
        yield "Modified", now.file.modified
    for before in noted[:-1]:
        what = f"{before.file.path}, imported {before.at} by {before.by}"
        yield "Before", f"{what}, SHA-256 {before.sha256}"


def _named(item: Document) -> str:
    return f"document {item.id}, {item.title}"


@click.command()
@archive_argument
@document_argument
@click.argument("out", type=FILE)
def original(archive: Path, document: str, out: Path) -> None:
    """Write the file that a document was made from, byte for byte, to OUT (a file or folder)."""
    with reading(archive) as opened:
        item = opened.documents.resolve(document)
        # Only the last part of the kept name: an archive from a stranger may say "../../x".
        name = PurePath(item.original_name.replace("\\", "/")).name or f"document-{item.id}"
        target = out / name if is_folder(out) else out
        opened.originals.save(item.sha256, target)
    click.echo(f"Wrote {target}.")
