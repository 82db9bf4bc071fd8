"""Where a document's file came from: what the system said of it, who brought it in, and when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file as it was when it was read; times are UTC, ISO 8601, "" where nobody knows them.

    For what came inside another file, `path` is that file's, and `member` the name it had in
    there, after the names of those around it: "forwarded.eml/list.csv".
    """

    path: str  # absolute
    size: int  # bytes
    modified: str = ""
    created: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """One import of a document: the first, or that of a new version."""

    file: FileFacts
    sha256: str
    reader: str
    at: str
    by: str
