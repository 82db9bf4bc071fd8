"""The files as they came, in pieces of 4 MiB, stored once for each SHA-256.

They are no part of the history: a deleted document can be brought back, its file with it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from archivist.archive.store import Store
from archivist.archive.whole_file import spare_archives, whole_file
from archivist.domain.errors import NotFoundError, StorageError, UnreadableFileError

CHUNK_BYTES = 4 * 1024 * 1024


class Originals:
    """The imported files of an archive, byte for byte."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has(self, sha256: str) -> bool:
        """Whether the whole file with this hash is here."""
        return bool(
            self._store.value("SELECT 1 FROM original WHERE sha256 = ? AND complete = 1", (sha256,))
        )

    def put(self, sha256: str, size: int, chunks: Iterable[bytes]) -> None:
        """Keep a file; does nothing if it is here already.

        Each piece is a small transaction, so that a large file never fills the log; inside a step,
        all are part of that step.

        Raises:
            UnreadableFileError: the bytes do not have this hash and size (in bytes).
            StorageError: the disk is full or the drive gone; the half-written file is removed.
        """
        for _piece in self.putting(sha256, size, chunks):
            pass

    def putting(self, sha256: str, size: int, chunks: Iterable[bytes]) -> Iterator[None]:
        """Keep a file as `put` does, for a caller who has other things to do after each piece."""
        if self.has(sha256):
            return
        self.clean(sha256)
        try:
            yield from self._putting(sha256, size, chunks)
        except BaseException:
            # What cannot be removed now, on a full disk, is removed when the archive is opened.
            with suppress(StorageError, RuntimeError):
                self.clean(sha256)
            raise

    def read(self, sha256: str) -> Iterator[bytes]:
        """The file in pieces.

        Raises:
            NotFoundError: the file is not here.
        """
        row = self._store.row(
            "SELECT id FROM original WHERE sha256 = ? AND complete = 1", (sha256,)
        )
        if row is None:
            raise NotFoundError(f"The archive does not hold the file with SHA-256 {sha256}.")
        number = 0
        while True:
            chunk = self._store.value(
                "SELECT content FROM original_chunk WHERE original_id = ? AND number = ?",
                (row["id"], number),
            )
            if chunk is None:
                return
            yield chunk
            number += 1

    def save(self, sha256: str, target: Path) -> None:
        """Write the file as it came, whole or not at all.

        Raises:
            NotFoundError: the file is not here.
            InvalidValueError: the target is an archive.
            StorageError: the folder cannot be written, or the archive no longer holds the bytes
                that were imported.
        """
        spare_archives(target, self._store.path)
        digest = hashlib.sha256()
        with whole_file(target) as scratch:
            with scratch.open("wb") as file:
                for chunk in self.read(sha256):
                    digest.update(chunk)
                    file.write(chunk)
            if digest.hexdigest() != sha256:
                raise StorageError(
                    f"“{target.name}” was not written: the file kept in "
                    f"“{self._store.path.name}” is damaged. Take it from a backup."
                )

    def clean(self, sha256: str | None = None) -> None:
        """Remove what an import that was cut short left behind: of one file, or of all."""
        # One that a document stands on stays as it is: importing the file again makes it whole.
        where = (
            "complete = 0 AND sha256 = coalesce(?, sha256)"
            " AND sha256 NOT IN (SELECT sha256 FROM document)"
            " AND sha256 NOT IN (SELECT sha256 FROM picture)"
        )
        if self._store.value(f"SELECT 1 FROM original WHERE {where}", (sha256,)):
            with self._store.aside():
                self._store.write(f"DELETE FROM original WHERE {where}", (sha256,))

    def _putting(self, sha256: str, size: int, chunks: Iterable[bytes]) -> Iterator[None]:
        digest, length, number = hashlib.sha256(), 0, 0
        pieces = _pieces(chunks)
        following = next(pieces, b"")
        while True:
            piece, following = following, next(pieces, b"")
            digest.update(piece)
            length += len(piece)
            with self._store.aside():
                if number == 0:
                    original = self._begin(sha256, size)
                self._store.write(
                    "INSERT INTO original_chunk (original_id, number, content) VALUES (?, ?, ?)",
                    (original, number, piece),
                )
                if not following:
                    if digest.hexdigest() != sha256 or length != size:
                        raise UnreadableFileError(
                            "The file was changed while it was imported and was not kept. "
                            "Import it again."
                        )
                    self._store.update("original", original, {"complete": 1})
            if not following:
                return
            number += 1
            yield

    def _begin(self, sha256: str, size: int) -> int:
        self._store.write(
            "INSERT INTO original (sha256, size) VALUES (?, ?)"
            " ON CONFLICT (sha256) DO UPDATE SET size = excluded.size",
            (sha256, size),
        )
        original = int(self._store.value("SELECT id FROM original WHERE sha256 = ?", (sha256,)))
        self._store.write("DELETE FROM original_chunk WHERE original_id = ?", (original,))
        return original


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of `CHUNK_BYTES`, the last one shorter."""
    buffer = bytearray()
    for chunk in chunks:
        buffer += chunk
        while len(buffer) >= CHUNK_BYTES:
            yield bytes(buffer[:CHUNK_BYTES])
            del buffer[:CHUNK_BYTES]
    if buffer:
        yield bytes(buffer)
