"""What the full-text index holds: each document's text in pieces of about a paragraph.

Passages are added with their document and stay as long as its text does: its id is never given to
another, so deleting it needs no work here, and searching passes over passages of documents that are
gone. Only another version of a text, or going back to the one before, makes them anew.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from archivist.archive.store import Store
from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind

# In code points. Short blocks (lines of a list, table cells) are put together up to the first;
# longer texts are cut before the second.
_ENOUGH = 300
_TOO_LONG = 1200

_AT_A_TIME = 256  # passages: some milliseconds of work

_LINE_END = re.compile(r"\n+")
_TO_LAST_LINE_END = re.compile(r".*\n", re.DOTALL)
_TO_LAST_SPACE = re.compile(r".*\s", re.DOTALL)


def add_passages(store: Store, document_id: int, text: str, blocks: Iterable[Block]) -> None:
    """Index the text of a new document."""
    _add(store, document_id, text, pieces(text, blocks))


def adding_passages(
    store: Store, document_id: int, text: str, blocks: Iterable[Block]
) -> Iterator[None]:
    """Index the text of a document that is to come, some passages at a time."""
    ranges = pieces(text, blocks)
    while some := list(islice(ranges, _AT_A_TIME)):
        with store.aside():
            _add(store, document_id, text, some)
        yield


def _add(store: Store, document_id: int, text: str, ranges: Iterable[tuple[int, int]]) -> None:
    first = int(store.value("SELECT coalesce(max(id), 0) FROM passage")) + 1
    rows = [
        # SQLite's text functions end at a NUL; a blank in its place keeps all offsets.
        (number, document_id, start, text[start:end].replace("\0", " "))
        for number, (start, end) in enumerate(ranges, start=first)
    ]
    store.write_many("INSERT INTO passage (id, document_id, start, text) VALUES (?, ?, ?, ?)", rows)
    store.write_many(
        "INSERT INTO passage_index (rowid, text) VALUES (?, ?)",
        ((number, piece) for number, _, _, piece in rows),
    )


def renew_passages(store: Store, document_id: int) -> None:
    """Index a document's text as it is now in place of the one before."""
    row = store.row("SELECT text FROM document WHERE id = ?", (document_id,))
    if row is None:
        return
    # The index holds no texts of its own: it has to be told what it is to forget.
    store.write(
        """INSERT INTO passage_index (passage_index, rowid, text)
           SELECT 'delete', id, text FROM passage WHERE document_id = ?""",
        (document_id,),
    )
    store.write("DELETE FROM passage WHERE document_id = ?", (document_id,))
    blocks = [
        Block(BlockKind(block["kind"]), block["start"], block["end"])
        for block in store.rows(
            'SELECT kind, start, "end" FROM block WHERE document_id = ?', (document_id,)
        )
    ]
    add_passages(store, document_id, str(row["text"]), blocks)


def pieces(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Ranges that cover the text, in order and without overlap, and end where blocks do."""
    ends = sorted({block.end for block in blocks if 0 < block.end < len(text)})
    if not ends:
        ends = [match.end() for match in _LINE_END.finditer(text)]
    start = 0
    for end in [*ends, len(text)]:
        while end - start > _TOO_LONG:
            cut = _cut(text, start)
            yield start, cut
            start = cut
        if end - start >= _ENOUGH or (end == len(text) and end > start):
            yield start, end
            start = end


def _cut(text: str, start: int) -> int:
    """Where to cut a piece that is too long: after a line, else after a word, else anywhere."""
    window = text[start + _ENOUGH : start + _TOO_LONG]
    for pattern in (_TO_LAST_LINE_END, _TO_LAST_SPACE):
        found = pattern.match(window)
        if found:
            return start + _ENOUGH + found.end()
    return start + _TOO_LONG
