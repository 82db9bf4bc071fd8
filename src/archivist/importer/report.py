"""What became of the files of an import, as a table (CSV) or a text for people.

A report is written whole or not at all; a cell that a spreadsheet would run is defused.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from archivist.archive.whole_file import spare_archives, whole_file
from archivist.exchange.tabular import Column, CsvWriter
from archivist.importer.files import readable
from archivist.importer.keeping import Imported, Status

TEXT_SUFFIX = ".txt"

_COLUMNS = (
    Column("path", "string", "The file, as it was named."),
    Column("status", "string", "imported, duplicate or failed."),
    Column("document", "integer", "The id of its document."),
    Column("characters", "integer", "The length of its text in code points."),
    Column("pages", "integer", "How many pages it has; 0 for a text without pages."),
    Column("attachments", "integer", "How many documents were made of what came inside it."),
    Column("seconds", "number", "How long reading and keeping it took."),
    Column("reason", "string", "Why it failed, or what is to be said about it."),
)
_HEADINGS = {
    Status.FAILED: "Failed",
    Status.DUPLICATE: "Duplicates",
    Status.IMPORTED: "Imported",
}


def save_report(results: Sequence[Imported], target: Path, *, archive: Path) -> None:
    """Writes a report: a text where the file's name ends in ".txt", else CSV.

    Raises:
        InvalidValueError: The target is an archive.
        StorageError: The folder is missing or write-protected, or the disk is full.
    """
    spare_archives(target, archive)
    with whole_file(target) as scratch:
        if target.suffix.lower() == TEXT_SUFFIX:
            scratch.write_text(_text(results, archive), encoding="utf-8", newline="\n")
            return
        with scratch.open("wb") as stream:
            writer = CsvWriter(stream, _COLUMNS)
            writer.write(map(_row, results))
            writer.finish()


def counted(results: Sequence[Imported]) -> str:
    """Gives "12 imported, 1 duplicate, 2 failed"."""
    counts = Counter(result.status for result in results)
    return ", ".join(f"{counts[status]:,} {status.value}" for status in Status)


def _row(result: Imported) -> tuple[str, ...]:
    return (
        readable(result.path),
        result.status.value,
        "" if result.document_id is None else str(result.document_id),
        str(result.characters),
        str(result.pages),
        str(len(result.attachments)),
        f"{result.seconds:.3f}",
        result.reason,
    )


def _text(results: Sequence[Imported], archive: Path) -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    lines = [f"Import into {readable(archive)}, {now}", counted(results)]
    for status, heading in _HEADINGS.items():
        some = [result for result in results if result.status is status]
        if some:
            lines += ["", f"{heading} ({len(some):,})"]
            for result in some:
                lines += _told(result)
    return "\n".join(lines) + "\n"


def _told(result: Imported) -> Iterator[str]:
    number = "" if result.document_id is None else f"  (document {result.document_id})"
    yield f"  {readable(result.path)}{number}"
    if result.reason:
        yield f"      {result.reason}"
