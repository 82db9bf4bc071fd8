"""Excerpts → a CSV file and the data package that describes it: both written whole, or none.

The window and the command line call the same function and give the same bytes.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

from archivist.archive.archive import Archive
from archivist.archive.selection import ALL, Selection
from archivist.archive.tags import ExcerptTags
from archivist.archive.whole_file import make_durable, spare_archives, whole_file
from archivist.domain.errors import CancelledError, InvalidValueError, StorageError
from archivist.domain.model import Excerpt, Topic
from archivist.exchange.excerpt_columns import COLUMNS
from archivist.exchange.excerpt_rows import DocumentCells, Names, RowMaker, Tags
from archivist.exchange.formatted import ReferenceFormatter
from archivist.exchange.tabular import CsvWriter, described
from archivist.paths import is_folder, is_ordinary_file, is_there

__all__ = ["ALL", "PACKAGE_NAME", "Rows", "Selection", "export_csv"]

Rows = Literal["excerpt", "link"]
PACKAGE_NAME = "datapackage.json"


def export_csv(
    archive: Archive,
    target: Path,
    *,
    selection: Selection = ALL,
    rows: Rows = "excerpt",
    raw: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Writes excerpts to a CSV file with `datapackage.json` beside it; gives the number of rows.

    Args:
        archive: Where the excerpts are.
        target: The CSV file; one that is there is replaced when all is written.
        selection: Which excerpts; untagged ones are among them unless a tag is asked for.
        rows: One row an excerpt, with all its tags; or one a link, excerpt × event × actor ×
            citation, of those that were selected, so that a count by actor counts no other.
        raw: Leave cells as they are that a spreadsheet would run as formulas.
        progress: Called with the excerpts done and all of them.
        cancelled: Asked now and then whether to stop.

    Raises:
        StorageError: The files cannot be written there; what stood there is untouched.
        CancelledError: The user stopped it; what stood there is untouched.
        InvalidValueError: The target is an archive or has the data package's own name.
    """
    _refuse(archive, target)
    package = target.with_name(PACKAGE_NAME)
    total = archive.excerpts.count(selection)
    table = _Table(archive, rows, selection)
    done = 0
    with _put_back_on_failure(package), whole_file(target) as scratch:
        with scratch.open("wb") as stream:
            writer = CsvWriter(stream, COLUMNS, raw=raw)
            for excerpts, tags in archive.excerpts.tagged(selection):
                if cancelled is not None and cancelled():
                    raise CancelledError(f"The export to “{target.name}” was cancelled.")
                writer.write(table.rows(excerpts, tags))
                done += len(excerpts)
                if progress is not None:
                    progress(done, total)
            written = writer.finish()
        make_durable(scratch)
        existing = package.read_bytes() if is_there(package) else None
        description = described(existing, target.name, COLUMNS, written)
        with whole_file(package) as package_scratch:
            package_scratch.write_bytes(description)
    return written.rows


class _Table:
    """Turns excerpts of an archive into rows, holding one document's text at a time."""

    def __init__(self, archive: Archive, rows: Rows, selection: Selection) -> None:
        self._archive = archive
        self._rows = rows
        self._selection = selection
        self._maker: RowMaker | None = None
        self._topics: dict[int, str] = {}
        self._document_id: int | None = None
        self._document: DocumentCells | None = None

    def rows(self, excerpts: list[Excerpt], tags: ExcerptTags) -> Iterator[list[str]]:
        """Gives the rows of some excerpts."""
        maker = self._prepared()
        for excerpt in excerpts:
            document = self._cells(excerpt.document_id)
            linked = Tags(
                events=tags.events.get(excerpt.id, ()),
                actors=tags.actors.get(excerpt.id, ()),
                topics=sorted(self._topics[topic.id] for topic in tags.topics.get(excerpt.id, ())),
                citations=tags.citations.get(excerpt.id, ()),
                claims=tags.claims.get(excerpt.id, ()),
            )
            if self._rows == "link":
                yield from maker.link_rows(excerpt, document, self._selected(linked))
            else:
                yield maker.excerpt_row(excerpt, document, linked)

    def _selected(self, tags: Tags) -> Tags:
        wanted = self._selection
        return replace(
            tags,
            events=[event for event in tags.events if _is_in(event.id, wanted.events)],
            actors=[linked for linked in tags.actors if _is_in(linked[0].id, wanted.actors)],
            citations=[
                linked for linked in tags.citations if _is_in(linked[0].id, wanted.citations)
            ],
        )

    def _prepared(self) -> RowMaker:
        # Read with the first rows: from then on the open cursor holds one state of the archive.
        if self._maker is None:
            archive = self._archive
            self._topics = _paths(archive.topics.all())
            names = Names(
                events={event.id: event.name for event in archive.events.all()},
                actors={actor.id: actor.name for actor in archive.actors.all()},
            )
            self._maker = RowMaker(names, ReferenceFormatter(archive.markers.labels()))
        return self._maker

    def _cells(self, document_id: int) -> DocumentCells:
        if self._document is None or document_id != self._document_id:
            documents = self._archive.documents
            self._document_id = document_id
            self._document = DocumentCells(
                documents.get(document_id),
                documents.text(document_id),
                documents.pages(document_id),
                self._archive.markers.in_document(document_id),
            )
        return self._document


def _is_in(number: int, wanted: Collection[int]) -> bool:
    """Says whether an id is wanted; where none is named, each is."""
    return not wanted or number in wanted


def _paths(topics: list[Topic]) -> dict[int, str]:
    """Gives each topic with those above it: "Food / Bread"."""
    by_id = {topic.id: topic for topic in topics}
    paths = {}
    for topic in topics:
        names, above = [topic.name], topic.parent_id
        while above is not None and len(names) <= len(topics):
            names.append(by_id[above].name)
            above = by_id[above].parent_id
        paths[topic.id] = " / ".join(reversed(names))
    return paths


def _refuse(archive: Archive, target: Path) -> None:
    """Refuses a target whose replacement would destroy something else."""
    if target.name == PACKAGE_NAME:
        raise InvalidValueError(
            f"“{PACKAGE_NAME}” is the name of the description beside the table; choose another one."
        )
    if is_folder(target):
        raise StorageError(f"“{target}” is a folder; choose a name for the file in it.")
    spare_archives(target, archive.path)


@contextmanager
def _put_back_on_failure(path: Path) -> Iterator[None]:
    """Keeps a small file as it is when what is done meanwhile fails."""
    try:
        if is_there(path) and not is_ordinary_file(path):
            raise StorageError(
                f"“{path}” is no ordinary file, and the description of the table would replace it;"
                " choose another folder."
            )
        before = path.read_bytes() if is_there(path) else None
    except OSError as error:
        raise StorageError(
            f"“{path}” cannot be read ({error.strerror}); choose another folder."
        ) from error
    try:
        yield
    except BaseException:
        if before is None:
            if is_there(path):  # a folder that takes no file does not let one be removed either
                path.unlink()
        elif path.read_bytes() != before:
            with whole_file(path) as scratch:
                scratch.write_bytes(before)
        raise
