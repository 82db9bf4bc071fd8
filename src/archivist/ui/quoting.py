"""How an excerpt reads in a line: its words in quotation marks, or which region of a page it is."""

from PySide6.QtCore import QCoreApplication

from archivist.archive.archive import Archive
from archivist.domain.model import Excerpt

translate = QCoreApplication.translate


def excerpt_words(archive: Archive, excerpt: Excerpt) -> str:
    """Gives an excerpt's quote; a region that quotes nothing is told by its page and its note."""
    quote = excerpt.anchor.quote
    return f"“{quote}”" if quote else region_words(archive, excerpt)


def region_words(archive: Archive, excerpt: Excerpt) -> str:
    """Gives what stands for a region that quotes no words, "" for what quotes its own."""
    page = excerpt.anchor.page
    if excerpt.anchor.quote or page is None:
        return ""
    label = archive.documents.page_label(excerpt.document_id, page) or str(page)
    name = translate("Quoting", "[region, p. {page}]").format(page=label)
    return f"{name} {excerpt.note}" if excerpt.note else name
