"""Small documents and whole-table dumps for the tests of the archive."""

import hashlib

from archivist.archive.archive import Archive
from archivist.archive.schema import TRACKED
from archivist.domain.reading import Block, Mark, OutlineEntry, Page, ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind

Dump = dict[str, list[tuple[tuple[str, object], ...]]]

TEXT = "Report on Łódź.\n\nOn 24 September the café closed [1].\n\nNobody was hurt. 😀\n"


def read_document(text: str = TEXT) -> ReadDocument:
    end = text.index("\n") if "\n" in text else len(text)
    return ReadDocument(
        format="text",
        reader="test 1",
        text=text,
        pages=(Page(1, "i", 0, len(text), 595.0, 842.0),),
        blocks=(
            Block(BlockKind.HEADING, 0, end, level=1),
            Block(BlockKind.LIST_ITEM, end, len(text), attributes={"ordered": True, "number": 2}),
        ),
        marks=(Mark(MarkKind.LINK, 0, end, "#note"),),
        outline=(OutlineEntry("Report", 1, 0),),
    )


def put_original(archive: Archive, content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    archive.originals.put(sha256, len(content), [content])
    return sha256


def add_document(archive: Archive, text: str = TEXT, name: str = "report.txt") -> int:
    sha256 = put_original(archive, text.encode())
    return archive.documents.add(read_document(text), original_name=name, sha256=sha256)


def dump(archive: Archive) -> Dump:
    """Every tracked row, each value with its type: 1 and 1.0 are not the same here."""
    return {
        table: [
            tuple((type(value).__name__, value) for value in tuple(row))
            for row in archive.store.rows(f"SELECT * FROM {table} ORDER BY id")
        ]
        for table in TRACKED
    }
