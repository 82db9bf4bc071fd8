"""Looking for anything wrong: in the file, in what was imported, in where excerpts stand."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archivist.archive.archive import Archive
from archivist.archive.backup import Progress
from archivist.archive.document_rows import text_sha256
from archivist.archive.opening import check_schema
from archivist.archive.store import Store
from archivist.domain.dates import Certainty, Extent, Modifier
from archivist.domain.errors import ArchiveRefusedError, InvalidValueError, StorageError
from archivist.domain.regions import check_region
from archivist.domain.vocabulary import (
    ActorKind,
    AnchorState,
    AnnotationKind,
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

_RANGES = ("page", "block", "mark", "picture", "marker", "found_date", "excerpt")

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
    ("excerpt_origin", "kind"): AnnotationKind,
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
    "recognized_page": ("words",),
    "actor": ("identifiers",),
    "citation": ("item",),
}


@dataclass(frozen=True, slots=True)
class Examination:
    """What a look at the whole archive found.

    `problems` has a sentence for everything that is wrong, and is empty when the archive is whole;
    `files` and `size` say how many originals, of how many bytes in all, were hashed again.
    """

    problems: tuple[str, ...]
    files: int = 0
    size: int = 0


def check(archive: Archive) -> list[str]:
    """A sentence for everything that is wrong; empty when the archive is whole."""
    return list(examine(archive).problems)


def examine(archive: Archive, progress: Progress | None = None) -> Examination:
    """Look at everything: the file, each original's hash, texts, places and links.

    `progress` is told the bytes of originals that are hashed again, and of how many.
    """
    store = archive.store
    problems = [*_file(store), *_connections(store)]
    if problems:
        # What stands on damaged pages would only be reported again, and less clearly.
        return Examination(tuple(problems))
    originals = _Originals(archive, progress)
    problems = [
        *_vocabularies(store),
        *_json(store),
        *originals.problems(),
        *_texts(store),
        *_ranges(store),
        *_regions(archive),
        *_index(store),
    ]
    return Examination(tuple(problems), originals.files, originals.size)


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


class _Originals:
    """Hashes every original again, and counts what it has hashed."""

    def __init__(self, archive: Archive, progress: Progress | None) -> None:
        self.files = 0
        self.size = 0  # bytes
        self._archive = archive
        self._progress = progress

    def problems(self) -> Iterator[str]:
        """A sentence for each original that is damaged, and for each that is missing."""
        rows = self._archive.store.rows("SELECT sha256, size FROM original WHERE complete = 1")
        total = sum(row["size"] for row in rows)
        users = self._users()
        for row in rows:
            digest, size = self._hashed(row["sha256"], total)
            whose = users.pop(row["sha256"], ())
            if digest != row["sha256"] or size != row["size"]:
                of = f" of {', '.join(whose)}," if whose else ""
                yield f"The original file{of} is damaged: its SHA-256 is not {row['sha256']}."
        for whose in users.values():
            yield f"The original file of {', '.join(whose)}, is missing."

    def _hashed(self, sha256: str, total: int) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        for chunk in self._archive.originals.read(sha256):
            digest.update(chunk)
            size += len(chunk)
            self.size += len(chunk)
            if self._progress is not None:
                self._progress(self.size, total)
        self.files += 1
        return digest.hexdigest(), size

    def _users(self) -> dict[str, list[str]]:
        """By SHA-256, what documents, and earlier versions of them, were made of the file."""
        users: dict[str, list[str]] = {}
        titles = {}
        for document in self._archive.documents.all():
            titles[document.id] = f"document {document.id}, “{document.title}”"
            users.setdefault(document.sha256, []).append(titles[document.id])
        for row in self._archive.store.rows(
            "SELECT DISTINCT document_id, sha256 FROM provenance ORDER BY document_id"
        ):
            if row["sha256"] not in users:
                users[row["sha256"]] = [f"an earlier version of {titles[row['document_id']]}"]
        for row in self._archive.store.rows(
            "SELECT DISTINCT document_id, sha256 FROM picture ORDER BY document_id"
        ):
            if row["sha256"] not in users:
                users[row["sha256"]] = [f"a picture in {titles[row['document_id']]}"]
        return users


def _texts(store: Store) -> Iterator[str]:
    for row in store.each("SELECT id, title, text, text_sha256, characters FROM document"):
        text = row["text"]
        name = f"document {row['id']}, “{row['title']}”,"
        if text_sha256(text) != row["text_sha256"] or len(text) != row["characters"]:
            yield f"The text of {name} is not the one that was imported."
        excerpts = store.rows(
            """SELECT number, start, "end", quote FROM excerpt
               WHERE document_id = ? AND anchor_state <> ? AND start < "end" ORDER BY number""",
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


def _regions(archive: Archive) -> Iterator[str]:
    rows = archive.store.rows(
        'SELECT DISTINCT document_id FROM excerpt WHERE start = "end" AND anchor_state <> ?',
        (AnchorState.ORPHANED.value,),
    )
    for row in rows:
        pages = {page.number: page for page in archive.documents.pages(row[0])}
        for excerpt in archive.excerpts.in_document(row[0]):
            anchor = excerpt.anchor
            if anchor.start < anchor.end or excerpt.anchor_state is AnchorState.ORPHANED:
                continue
            try:
                check_region(anchor, pages.get(anchor.page or 0))
            except InvalidValueError as error:
                yield f"Excerpt {excerpt.name} does not stand where it should. {error.sentence}"


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
