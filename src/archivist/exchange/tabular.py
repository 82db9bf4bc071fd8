"""Tables as CSV (RFC 4180, UTF-8 with BOM), described beside it (Frictionless Data Package 1).

Many-valued cells hold their values between " | "; cells that a spreadsheet would run as a formula
are defused. The same rows give the same bytes.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from archivist.domain.errors import StorageError

SEPARATOR = " | "
# How a spreadsheet knows a formula (OWASP, "CSV injection"); it may look past a byte order mark.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SUSPECT = frozenset((*_FORMULA, "\ufeff"))
# A bar that could be taken for a separator, or for part of one beside it.
_BAR = re.compile(r"(?<![^ ])\||\|(?![^ ])")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (Table Schema: string, integer, datetime) and its meaning."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many rows and bytes, and the SHA-256 of the bytes."""

    rows: int
    size: int
    sha256: str


class CsvWriter:
    """Writes rows to a binary stream, header first, counting and hashing what it writes."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column], *, raw: bool = False) -> None:
        self._stream = stream
        self._raw = raw
        self._text = io.StringIO(newline="")
        self._csv = csv.writer(self._text, lineterminator="\r\n")
        self._hash = hashlib.sha256()
        self._rows = 0
        self._size = 0
        self._text.write("\ufeff")
        self._csv.writerow([column.name for column in columns])

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        """Writes rows; call it with some hundred at a time."""
        for row in rows:
            # Most cells are harmless: the check stands here too, to spare a call for each of them.
            self._csv.writerow(
                row
                if self._raw
                else [defuse(cell) if cell[:1] in _SUSPECT else cell for cell in row]
            )
            self._rows += 1
        self._flush()

    def finish(self) -> Written:
        """Writes what is left and says what was written."""
        self._flush()
        return Written(self._rows, self._size, self._hash.hexdigest())

    def _flush(self) -> None:
        data = self._text.getvalue().encode()
        self._text.seek(0)
        self._text.truncate()
        self._hash.update(data)
        self._size += len(data)
        self._stream.write(data)


def defuse(cell: str) -> str:
    """Gives a cell that no spreadsheet runs: an apostrophe stands before a formula."""
    if cell[:1] in _SUSPECT and cell.lstrip("\ufeff").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def escaped(value: str) -> str:
    """Gives a value as a part of a cell: a bar that could part it gets a backslash before it."""
    return _BAR.sub(r"\\|", value) if "|" in value else value


def joined(values: Sequence[str]) -> str:
    """Gives values as one cell."""
    return SEPARATOR.join(map(escaped, values)) if values else ""


def joined_columns(rows: Sequence[Sequence[str]], width: int) -> Sequence[str]:
    """Gives cells of parallel columns, of rows with one value a column; values are escaped."""
    if len(rows) == 1:
        return rows[0]
    return [SEPARATOR.join(column) for column in zip(*rows, strict=True)] if rows else [""] * width


def described(
    existing: bytes | None, file_name: str, columns: Sequence[Column], written: Written
) -> bytes:
    """Gives the data package that describes a CSV file, as bytes of JSON.

    What the package in that folder says of other files, and of the whole, stays.

    Raises:
        StorageError: There is a file of that name which is no data package.
    """
    package = _package(existing)
    resource = {
        "name": _resource_name(file_name),
        "path": file_name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "dialect": {
            "delimiter": ",",
            "doubleQuote": True,
            "header": True,
            "lineTerminator": "\r\n",
            "quoteChar": '"',
        },
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.description}
                for column in columns
            ],
            "missingValues": [""],
        },
    }
    others = [other for other in package["resources"] if other.get("path") != file_name]
    package["resources"] = sorted(
        [*others, resource], key=lambda entry: str(entry.get("path") or entry.get("name"))
    )
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _package(existing: bytes | None) -> dict[str, Any]:
    """Gives the package that is there already, or a new one."""
    if existing is None:
        return {"profile": "tabular-data-package", "name": "archivist-export", "resources": []}
    try:
        package = json.loads(existing)
    except (UnicodeDecodeError, json.JSONDecodeError):
        package = None
    if isinstance(package, dict):
        resources = package.get("resources")
        if isinstance(resources, list) and all(isinstance(entry, dict) for entry in resources):
            return package
    raise StorageError(
        "The folder has a file “datapackage.json” that describes no data, and it was not touched."
        " Move it, or export to another folder."
    )


def _resource_name(file_name: str) -> str:
    """Gives a name as data packages ask for: lower case, digits, hyphens, dots, underscores."""
    stem = file_name.removesuffix(".csv").lower()
    return re.sub(r"[^a-z0-9._-]+", "-", stem).strip("-.") or "excerpts"
