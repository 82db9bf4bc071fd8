"""The program `archivist`: its commands put together, and what holds for all of them."""

import errno
import io
import logging
import os
import sys
from pathlib import Path
from typing import Any, TextIO

import click

from archivist import __version__
from archivist.cli import (
    archives,
    documents,
    excerpts,
    finding,
    listing,
    recognizing,
    replacing,
    window,
)
from archivist.cli.opening import printable
from archivist.domain.errors import ArchivistError
from archivist.paths import is_there
from archivist.readers.isolate import CHILD_ARGUMENT


class Program(click.Group):
    """The commands; without one, the window opens (on an archive, if the name of one is given)."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments; a file in place of a command is an archive to open."""
        names_file = bool(args) and args[0] not in self.commands and not args[0].startswith("-")
        if not args or (names_file and is_there(Path(args[0]))):
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a fault of the world becomes its sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except ArchivistError as error:
            click.echo(printable(error.sentence), err=True)
            ctx.exit(1)
        except OSError as error:
            # Those that concern a file name it. A reader that goes away is click's to deal with.
            if error.filename is not None or error.errno in {None, errno.EPIPE}:
                raise
            click.echo(
                f"What was to be written to the output could not be ({error.strerror}); what was"
                " done in the archive stays. Send the output somewhere else.",
                err=True,
            )
            _give_up(sys.stdout)
            ctx.exit(1)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="archivist")
def program() -> None:
    """Highlight passages, tag them by event and actor, tie them to citations, export the evidence.

    An ARCHIVE is one file, NAME.archivist; it holds the documents as they came, and all work on
    them. A DOCUMENT is named by its id, its title or its file's name. Positions in a text count
    characters (code points) from 0.

    Without a command, the window opens.
    """


for command in (
    window.open_window,
    window.make_demo,
    archives.new,
    archives.check,
    archives.backup,
    archives.history,
    archives.undo,
    archives.redo,
    documents.import_files,
    documents.show,
    documents.original,
    replacing.replace,
    recognizing.recognize,
    listing.list_things,
    finding.find,
    listing.search,
    excerpts.highlight,
    excerpts.export,
):
    program.add_command(command)


def main() -> None:
    """Runs the program on the arguments of the process."""
    if sys.argv[1:2] == [CHILD_ARGUMENT]:
        # A bundled program has no interpreter beside it: it is its own reader process.
        from archivist.readers.child import main as read_for_parent

        read_for_parent()
        return
    for stream in (sys.stdout, sys.stderr):
        _write_utf8(stream)
    # Without a handler, Python writes remarks for the log among the sentences on standard error.
    logging.getLogger("archivist").addHandler(logging.NullHandler())
    program(prog_name="archivist")


def _give_up(stream: TextIO | Any) -> None:
    """Lets what a stream still holds go nowhere: Python would try again at its end, and fail."""
    try:
        place = stream.fileno()
    except io.UnsupportedOperation:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, place)
    os.close(nowhere)


def _write_utf8(stream: TextIO | Any) -> None:
    """Makes a stream UTF-8 whatever the locale; a name that is no text is written with escapes."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
