"""Looking for anything wrong: in the file, in what was imported, in where excerpts stand."""

import hashlib
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from archivist.archive.archive import Archive
from archivist.archive.document_rows import text_sha256
from archivist.archive.opening import check_schema
from archivist.archive.store import Store
from archivist.domain.dates import Certainty, Extent, Modifier
from archivist.domain.errors import ArchiveRefusedError, StorageError
from archivist.domain.model import (
    ActorKind,
    AnchorState,
    BlockKind,
    CitationState,
    ClaimStatus,
    ExcerptState,
    LinkOrigin,
    LinkState,
    MarkerKind,
    MarkKind,
    NameType,
    Relation,
    Role,
    Stance,
    TextSource,
)

_RANGES = ("page", "block", "mark", "marker", "found_date", "excerpt")

# An orphaned excerpt keeps the place that it had in the version before.
_EXCEPT = {"excerpt": f" AND anchor_state <> '{AnchorState.ORPHANED.value}'"}

_VOCABULARIES: dict[tuple[str, str], type[StrEnum]] = {
    ("page", "text_source"): TextSource,
    ("block", "kind"): BlockKind,
    ("mark", "kind"): MarkKind,
    ("marker", "kind"): MarkerKind,
    ("marker", "state"): LinkState,
    ("excerpt", "state"): ExcerptState,
    ("excerpt", "anchor_state"): AnchorState,
    ("actor", "kind"): ActorKind,
    ("actor_name", "type"): NameType,
    ("excerpt_actor", "role"): Role,
    ("excerpt_actor", "stance"): Stance,
    ("excerpt_citation", "relation"): Relation,
    ("excerpt_citation", "origin"): LinkOrigin,
    ("citation", "state"): CitationState,
    ("claim", "status"): ClaimStatus,
} | {
    (table, column): vocabulary
    for table in ("document", "found_date", "citation", "event", "claim")
    for column, vocabulary in (
        ("modifier", Modifier),
        ("certainty", Certainty),
        ("extent", Extent),
    )
}

_JSON = {
    "document": ("metadata", "warnings"),
    "block": ("attributes",),
    "excerpt": ("rectangles",),
    "actor": ("identifiers",),
    "citation": ("item",),
}


def check(archive: Archive) -> list[str]:
    """A sentence for everything that is wrong; empty when the archive is whole."""
    store = archive.store
    problems = [*_file(store), *_connections(store)]
    if problems:
        # What stands on damaged pages would only be reported again, and less clearly.
        return problems
    return [
        *_vocabularies(store),
        *_json(store),
        *_originals(archive),
        *_texts(store),
        *_ranges(store),
        *_index(store),
    ]


def _file(store: Store) -> Iterator[str]:
    for row in store.rows("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"The file is damaged: {' '.join(str(row[0]).split())}."
    try:
        store.read_with(lambda connection: check_schema(connection, store.path))
    except ArchiveRefusedError as error:
        yield error.sentence


def _connections(store: Store) -> Iterator[str]:
    for row in store.rows("PRAGMA foreign_key_check"):
        yield f"Row {row[1]} of the table “{row[0]}” points to nothing in “{row[2]}”."


def _vocabularies(store: Store) -> Iterator[str]:
    for (table, column), vocabulary in _VOCABULARIES.items():
        known = [word.value for word in vocabulary]
        marks = ", ".join("?" * len(known))
        for row in store.rows(
            f'SELECT id, "{column}" FROM {table} WHERE "{column}" NOT IN ({marks})', known
        ):
            yield f"Row {row[0]} of the table “{table}” has an unknown {column}, “{row[1]}”."


def _json(store: Store) -> Iterator[str]:
    for table, columns in _JSON.items():
        for column in columns:
            for row in store.rows(f'SELECT id FROM {table} WHERE NOT json_valid("{column}")'):
                yield f"Row {row[0]} of the table “{table}” has a {column} that cannot be read."


def _originals(archive: Archive) -> Iterator[str]:
    used = {document.sha256: document for document in reversed(archive.documents.all())}
    for row in archive.store.rows("SELECT sha256, size FROM original WHERE complete = 1"):
        digest, size = hashlib.sha256(), 0
        for chunk in archive.originals.read(row["sha256"]):
            digest.update(chunk)
            size += len(chunk)
        document = used.pop(row["sha256"], None)
        if digest.hexdigest() != row["sha256"] or size != row["size"]:
            whose = f" of document {document.id}, “{document.title}”," if document else ""
            yield f"The original file{whose} is damaged: its SHA-256 is not {row['sha256']}."
    for document in used.values():
        yield f"The original file of document {document.id}, “{document.title}”, is missing."


def _texts(store: Store) -> Iterator[str]:
    for row in store.each("SELECT id, title, text, text_sha256, characters FROM document"):
        text = row["text"]
        name = f"document {row['id']}, “{row['title']}”,"
        if text_sha256(text) != row["text_sha256"] or len(text) != row["characters"]:
            yield f"The text of {name} is not the one that was imported."
        excerpts = store.rows(
            'SELECT number, start, "end", quote FROM excerpt'
            " WHERE document_id = ? AND anchor_state <> ? ORDER BY number",
            (row["id"], AnchorState.ORPHANED.value),
        )
        for excerpt in excerpts:
            if text[excerpt["start"] : excerpt["end"]] != excerpt["quote"]:
                yield (
                    f"Excerpt {row['id']}:{excerpt['number']} does not stand where it should: the "
                    "text at its place is not its quote."
                )
        pieces = store.rows(
            "SELECT text FROM passage WHERE document_id = ? ORDER BY start", (row["id"],)
        )
        if "".join(piece[0] for piece in pieces) != text.replace("\0", " "):
            yield f"Search does not know the whole text of {name[:-1]}."


def _ranges(store: Store) -> Iterator[str]:
    for table in _RANGES:
        for row in store.rows(
            f"""SELECT {table}.id, document_id, start, "end" FROM {table}
            JOIN document ON document.id = document_id
            WHERE (start < 0 OR "end" < start OR "end" > characters){_EXCEPT.get(table, "")}"""
        ):
            yield (
                f"Row {row[0]} of the table “{table}” reaches from {row[2]} to {row[3]}, which is "
                f"outside the text of document {row[1]}."
            )


def _index(store: Store) -> Iterator[str]:
    if store.read_only:  # FTS5 checks itself by a command that looks like writing
        return
    try:
        with store.aside():
            store.write("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")
    except (StorageError, sqlite3.DatabaseError):
        yield "The index that search looks in is damaged."
