"""The only place that starts child processes: what a file does to its reader stays in there.

A call runs in a child with a bound on memory and time; whatever happens to the child (a crash,
an endless loop, a kill) comes back as an `ArchivistError` that names the file.
"""

from archivist.readers.isolate.calls import (
    Child,
    Pending,
    deadline_for,
    run,
    wait_for_any,
)
from archivist.readers.isolate.process import CHILD_ARGUMENT, MEMORY, resident_bytes
from archivist.readers.isolate.watch import Progress
from archivist.readers.isolate.worker import Answer, Worker

__all__ = [
    "CHILD_ARGUMENT",
    "MEMORY",
    "Answer",
    "Child",
    "Pending",
    "Progress",
    "Worker",
    "deadline_for",
    "resident_bytes",
    "run",
    "wait_for_any",
]
