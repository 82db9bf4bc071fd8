"""What the commands share: their arguments, opening an archive for them, and writing lines."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from archivist.archive.archive import Archive, open_archive

# Control characters, and the marks that turn a line round (Unicode Standard Annex 9, 2.1 to 2.4).
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Function = TypeVar("Function", bound=Callable[..., Any])


# Whether it can be read is told by whoever opens it: one file of many must not stop the others.
class _File(click.Path):
    """The name of a file or folder; an empty one is not taken for the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not os.fspath(value):
            self.fail("The name is empty.", param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))


FILE = _File(path_type=Path, readable=False)

archive_argument = click.argument("archive", type=FILE)
document_argument = click.argument("document")
json_option = click.option("as_json", "--json", is_flag=True, help="Write one JSON object a line.")


@contextmanager
def reading(path: Path) -> Iterator[Archive]:
    """Opens an archive to be read, which works while somebody else writes to it."""
    with open_archive(path, read_only=True) as archive:
        yield archive


@contextmanager
def writing(path: Path) -> Iterator[Archive]:
    """Opens an archive to be changed; somebody else who holds it is named."""
    with open_archive(path) as archive:
        yield archive


def write_json(values: Mapping[str, Any]) -> None:
    """Writes one object on a line of its own."""
    click.echo(json.dumps(values, ensure_ascii=False))


def write_table(rows: Iterable[Sequence[object]]) -> None:
    """Writes rows in columns for a person; line ends within a cell become spaces."""
    cells = [[printable(" ".join(str(cell).split())) for cell in row] for row in rows]
    if not cells:
        return
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def printable(text: str) -> str:
    """Gives a text without power over the terminal: what steers it or turns its lines is named.

    Tabs and line ends stay. The names are Python's escapes.
    """
    return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def shortened(text: str, length: int = 60) -> str:
    """Gives the start of a text, with a sign that there is more."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
