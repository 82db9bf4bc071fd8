"""The reader: a document's text and pages with excerpts, markers and dates drawn over them."""

from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.picture_service import PictureService
from archivist.ui.reader.reader import Reader

__all__ = ["PageService", "PictureService", "Reader"]
