"""CSV and its relatives as a table: the delimiter is the one that divides the rows most alike.

Read by Python's csv module, which knows quoted cells with line ends inside. Nothing is taken for a
formula or a number: a cell is the text that stands in the file.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import direction_of
from archivist.readers import charset
from archivist.readers.formats import all_bytes
from archivist.readers.tables import MOST_CELLS, TableWriter, filled
from archivist.readers.text import doubts, nothing_in, said
from archivist.readers.versions import version

_DELIMITERS = (",", ";", "\t", "|")  # the first of those that divide alike
_SAMPLE = 65_536  # characters that are looked at
_ROWS = 200  # of them
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LONGEST_CELL = 50_000_000  # characters


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a table of delimited values; a password is never needed."""
    decoded = charset.decode(all_bytes(path), path.name)
    content = decoded.text.lstrip("\ufeff")
    stated, content = _stated(content)
    delimiter = stated or _delimiter(content)
    quoting = _quoting(content, delimiter)
    writer = TableWriter()
    try:
        stopped = writer.table(filled(_rows(content, delimiter, quoting)))
    except csv.Error as error:
        raise UnreadableFileError(
            f"{path.name} cannot be read as a table ({error}); "
            "give it the suffix .txt to import it as plain text."
        ) from error
    text = writer.text()
    if not text:
        raise nothing_in(path)
    if progress is not None:
        progress(1, 1)
    warnings = [*doubts(path, decoded)]
    if quoting == csv.QUOTE_NONE:
        warnings.append(
            f"A quotation mark in {path.name} opens a cell and none closes it; "
            "all of them stand as they are."
        )
    if stopped is not None:
        warnings.append(
            f"Only the first {stopped:,} rows of {path.name} were read, "
            f"as a document holds at most {MOST_CELLS:,} cells; divide the table to read the rest."
        )
    return ReadDocument(
        format="csv",
        reader=f"csv (charset-normalizer {version('charset-normalizer')})",
        text=text,
        blocks=tuple(writer.blocks),
        metadata=Metadata(
            direction=direction_of(text),
            further={
                "encoding": said(decoded.encoding),
                "delimiter": {"\t": "tab", " ": "space"}.get(delimiter, delimiter),
            },
        ),
        warnings=tuple(warnings),
    )


def _stated(content: str) -> tuple[str, str]:
    """Takes off a first line by which a spreadsheet states the delimiter: `sep=;`."""
    line, end, rest = content[:20].partition("\n")
    line = line.rstrip("\r")
    if end and len(line) == 5 and line.lower().startswith("sep="):
        return line[4], content[len(content[:20]) - len(rest) :]
    return "", content


def _delimiter(content: str) -> str:
    """Gives the delimiter by which most rows have the same number of cells, more than one."""
    sample = content[:_SAMPLE]
    if len(content) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Gives the share of rows with the commonest number of cells, and that number."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(_rows(sample, delimiter)):
            if number >= _ROWS:
                break
            if row:
                widths[len(row)] += 1
    except csv.Error:
        return 0.0, 0
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    if width < 2:
        return 0.0, 0
    return round(count / widths.total(), 1), width


def _quoting(content: str, delimiter: str) -> Literal[0, 3]:
    """Tells whether quotation marks enclose cells; one that is never closed would take the rest."""
    try:
        for _ in _rows(content, delimiter, strict=True):
            pass
    except csv.Error as error:
        return csv.QUOTE_NONE if "end of data" in str(error) else csv.QUOTE_MINIMAL
    return csv.QUOTE_MINIMAL


def _rows(
    content: str,
    delimiter: str,
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL,
    *,
    strict: bool = False,
) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    # Not io.StringIO: it takes four bytes for each letter of a file that may be large.
    lines = (match[0] for match in _LINE.finditer(content))
    return csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=strict)
