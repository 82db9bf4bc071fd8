"""Files in, ReadDocument out; every reader runs in the child process."""

from collections.abc import Callable
from pathlib import Path

from archivist.domain.reading import ReadDocument
from archivist.readers.formats import Format, format_of, formats

__all__ = ["Format", "formats", "read_document"]


def read_document(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a file of any known format, in this process: call it in a child (`isolate`).

    Raises:
        UnreadableFileError: The file is no document that can be read; the sentence says why.
        PasswordNeededError: It is encrypted, and the password is missing or wrong.
    """
    return format_of(path).reader()(path, password=password, progress=progress)
