"""Makes the layout of a document's text, with Qt's own text under it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QTextDocument

from archivist.domain.reading import Mark
from archivist.ui.reader.drawn_lines import runs_right_to_left
from archivist.ui.reader.figures import Figures
from archivist.ui.reader.layout import DocumentLayout, PaintContext
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.offsets import Offsets
from archivist.ui.reader.ranges import Ranges
from archivist.ui.reader.structure import Structure
from archivist.ui.reader.typography import Typography

_SAMPLE = 4000  # code points that tell a document's direction


def laid_out(
    model: ReaderModel,
    shown: str,
    marks: Ranges[Mark],
    typography: Typography,
    parent: QObject,
    *,
    mirrored: bool,
    paint: Callable[[QPainter, PaintContext], None],
) -> DocumentLayout:
    """Gives the layout of a document, whose Qt text is `text_document` of it.

    Args:
        model: The document.
        shown: Its text as Qt is given it.
        marks: Its inline marks that are seen.
        typography: The fonts and distances.
        parent: Who owns Qt's text.
        mirrored: Which way a text runs that has no letters to tell it.
        paint: What paints the text and what lies under it.
    """
    structure = Structure(shown, model.blocks, model.pictures)
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(typography.font)
    document.setPlainText(shown)
    toward_left = (
        model.direction == "rtl"
        if model.direction
        else runs_right_to_left(shown[:_SAMPLE], otherwise=mirrored)
    )
    layout = DocumentLayout(
        document,
        structure,
        Offsets(shown),
        marks,
        Figures(model.pictures, structure),
        right_to_left=toward_left,
        paint=paint,
    )
    layout.set_typography(typography)
    return layout
