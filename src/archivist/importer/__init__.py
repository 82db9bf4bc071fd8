"""From files to documents: hash, read and find in a child process, keep in one step.

One file's fault is that file's result; it never stops the others.
"""

from archivist.importer.batch import READERS, FileProgress, failed, import_paths
from archivist.importer.files import file_name, files
from archivist.importer.keeping import (
    Imported,
    Status,
    add_attachments,
    keep_pictures,
    keep_small_original,
    keeping_large_originals,
    store,
    storing,
)
from archivist.importer.preparing import Prepared, document_date, find_in, prepare, read_and_find
from archivist.importer.report import TEXT_SUFFIX, counted, save_report

__all__ = [
    "READERS",
    "TEXT_SUFFIX",
    "FileProgress",
    "Imported",
    "Prepared",
    "Status",
    "add_attachments",
    "counted",
    "document_date",
    "failed",
    "file_name",
    "files",
    "find_in",
    "import_paths",
    "keep_pictures",
    "keep_small_original",
    "keeping_large_originals",
    "prepare",
    "read_and_find",
    "save_report",
    "store",
    "storing",
]
