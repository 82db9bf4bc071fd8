"""The line that says where a document comes from, in words."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from archivist.domain.vocabulary import TextSource
from archivist.ui.came_from import facts_of_file
from archivist.ui.reader.model import ReaderModel

_FORMATS = {"text": "TXT", "markdown": "Markdown", "html": "HTML", "pdf": "PDF"}


def provenance(model: ReaderModel, page: int) -> str:
    """Gives the line: format, page (from 1) of how many, dates, the original's hash.

    As in "HTML · 1 of 1 · published 2024-01 · imported 22 Nov 2026 · SHA-256 8d85…9b4f ✓ original
    kept".
    """

    def tr(words: str) -> str:
        return QCoreApplication.translate("Provenance", words)

    parts = [_FORMATS.get(model.format, model.format.upper())]
    if model.pages:
        parts.append(tr("{0} of {1}").format(page, len(model.pages)))
        if model.pages[page - 1].text_source is TextSource.OCR:
            parts.append(tr("text recognized"))
    if model.parents:
        parts.append(tr("came inside “{0}”").format("”, “".join(model.parents)))
    if model.published:
        parts.append(tr("published {0}").format(model.published))
    moment = QDateTime.fromString(model.imported_at, Qt.DateFormat.ISODate)
    if moment.isValid():
        day = QLocale().toString(moment.toLocalTime().date(), "d MMM yyyy")
        parts.append(tr("imported {0}").format(day))
    if model.sha256:
        kept = tr("✓ original kept") if model.original_kept else tr("original not kept")
        parts.append(f"SHA-256 {model.sha256[:4]}…{model.sha256[-4:]} {kept}")
    return " · ".join(parts)


def provenance_details(model: ReaderModel) -> str:
    """Gives what the line has no room for: the file it came from, the whole hash, the address."""
    lines = [model.title]
    if model.source:
        lines.append(model.source)
    if model.provenance is not None:
        lines += [f"{label} {text}" for label, text in facts_of_file(model.provenance)]
    if model.sha256:
        lines.append(f"SHA-256 {model.sha256}")
    return "\n".join(lines)
