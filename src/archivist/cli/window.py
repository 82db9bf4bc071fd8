"""Commands that need the window: open it, and do the main job on the sample collection."""

import os
import sys
from pathlib import Path

import click

from archivist.cli.opening import FILE
from archivist.domain.errors import ArchivistError


class NoDisplayError(ArchivistError):
    """There is no screen to show a window on."""


@click.command("open")
@click.argument("archive", type=FILE, required=False)
@click.option("--sample", is_flag=True, help="Open the sample collection.")
@click.pass_context
def open_window(ctx: click.Context, archive: Path | None, *, sample: bool) -> None:
    """Open the window, on ARCHIVE if one is given."""
    if sample and archive is not None:
        raise click.UsageError("Give either an archive or --sample.")
    if not _has_display():
        # Qt would end the whole process with a message about its plugins.
        raise NoDisplayError(
            "There is no display to open a window on; start Archivist from a desktop, or run"
            " `archivist demo` or `archivist --help` to work without one."
        )
    if sample:
        from archivist.sample import build_sample, sample_path

        archive = sample_path()
        if not archive.exists():
            build_sample(archive)
    from archivist.ui.app import run

    ctx.exit(run(archive))


@click.command("demo")
@click.argument("folder", metavar="[DIR]", type=FILE, default=Path("archivist-demo"))
def make_demo(folder: Path) -> None:
    """Do the main job on the sample collection, with no display.

    Imports and annotates the sample into a new archive in DIR (archivist-demo), exports the
    excerpts to CSV, and saves a picture of the window.
    """
    from archivist.demo import run_demo

    for line in run_demo(folder):
        click.echo(line)


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
