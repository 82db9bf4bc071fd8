"""Commands for whole archives: make, check and copy one, go back and forth in its history."""

from pathlib import Path

import click

from archivist.archive.archive import Archive, create
from archivist.archive.integrity import examine
from archivist.cli.opening import (
    FILE,
    archive_argument,
    json_option,
    printable,
    reading,
    write_json,
    write_table,
    writing,
)
from archivist.domain.counting import count
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.paths import is_ordinary_file


@click.command()
@archive_argument
def new(archive: Path) -> None:
    """Make an empty archive."""
    create(archive).close()
    click.echo(f"Made {archive}.")


@click.command()
@archive_argument
@click.pass_context
def check(ctx: click.Context, archive: Path) -> None:
    """Look for anything wrong: in the file, the originals, the texts, where excerpts stand.

    Every original is hashed again and compared with the SHA-256 under which it was kept.

    Writes a line for each problem and ends with exit code 1 if there is one.
    """
    with reading(archive) as opened:
        found = examine(opened)
        documents, excerpts = len(opened.documents.all()), opened.excerpts.count()
    for problem in found.problems:
        click.echo(printable(problem))
    if found.problems:
        ctx.exit(1)
    click.echo(
        f"{archive.name} is whole: {count(documents, 'document')}, {count(excerpts, 'excerpt')};"
        f" {count(found.files, 'original')} of {count(found.size, 'byte')} hashed again."
    )


@click.command()
@archive_argument
@click.argument("target", type=FILE)
@click.option("--replace", is_flag=True, help="Replace an archive that is there already.")
def backup(archive: Path, target: Path, *, replace: bool) -> None:
    """Copy an archive to TARGET, even while somebody works on it."""
    if is_ordinary_file(target) and not replace:
        raise InvalidValueError(
            f"“{target}” is there already and was not touched; choose another name, or say"
            " --replace."
        )
    with reading(archive) as opened:
        opened.backup(target)
    click.echo(f"Copied {archive} to {target}.")


@click.command()
@archive_argument
@click.option("--limit", type=click.IntRange(1), default=200, help="How many steps. [200]")
@json_option
def history(archive: Path, limit: int, *, as_json: bool) -> None:
    """List what was done, the newest first."""
    with reading(archive) as opened:
        steps = opened.history.steps(limit)
    if as_json:
        for step in steps:
            write_json(
                {
                    "id": step.id,
                    "uid": step.uid,
                    "name": step.name,
                    "at": step.at,
                    "by": step.by,
                    "undone": step.undone,
                }
            )
        return
    write_table(
        (step.id, step.at, step.by, step.name, "undone" if step.undone else "") for step in steps
    )


@click.command()
@archive_argument
def undo(archive: Path) -> None:
    """Take the newest step back."""
    with writing(archive) as opened:
        _report("Undone", opened.history.undo(), opened, "undo")


@click.command()
@archive_argument
def redo(archive: Path) -> None:
    """Do again what was undone last."""
    with writing(archive) as opened:
        _report("Redone", opened.history.redo(), opened, "redo")


def _report(done: str, name: str | None, archive: Archive, verb: str) -> None:
    if name is None:
        raise NotFoundError(f"There is nothing to {verb} in {archive.path.name}.")
    click.echo(f"{done}: {name}")
