"""Makes the sample collection's PDF report again: python packaging/sample_report.py OUT.

Its words stand beside this file. It runs in the test environment, which has reportlab; the same
words give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

TITLE = "Counting the dead of Halifax"
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=16, spaceAfter=9)
HEADING = ParagraphStyle(
    "heading", fontName="Times-Bold", fontSize=15, leading=20, spaceBefore=10, spaceAfter=8
)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9.5, leading=13, spaceAfter=5)

# Paragraphs stand between empty lines: "# …" is a heading, "- …" small print, TABLE the figures,
# and --- ends the page.
WORDS = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
FIGURES = (
    ("What is counted", "Figure", "Source"),
    ("Deaths, as given in books", "1,963", "[1]"),
    ("Dead who can be named", "1,782", "[2]"),
    ("Injured", "about 9,000", "[4]"),
    ("Without adequate shelter", "about 25,000", "[4]"),
)


class Report(BaseDocTemplate):
    """Keeps an outline of its headings."""

    def afterFlowable(self, flowable: Flowable) -> None:
        """Adds a heading to the outline when it has been placed."""
        if isinstance(flowable, Paragraph) and flowable.style.name == "heading":
            title = flowable.getPlainText()
            self.canv.bookmarkPage(title)
            self.canv.addOutlineEntry(title, title, level=0)


def _foot(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(A4[0] / 2, 1.4 * cm, f"{TITLE} · {canvas.getPageNumber()}")


def _table() -> Table:
    table = Table(FIGURES, colWidths=(7 * cm, 4 * cm, 3 * cm), spaceAfter=14)
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Times-Roman", 11),
                ("FONT", (0, 0), (-1, 0), "Times-Bold", 11),
                ("LINEBELOW", (0, 0), (-1, 0), 0.6, "#444444"),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return table


def _flowable(paragraph: str) -> Flowable:
    words = " ".join(paragraph.split())
    if words == "---":
        return PageBreak()
    if words == "TABLE":
        return _table()
    if words.startswith("# "):
        return Paragraph(words[2:], HEADING)
    if words.startswith("- "):
        return Paragraph(words[2:], SMALL)
    return Paragraph(words, BODY)


def main(target: Path) -> None:
    """Writes the report to `target`."""
    report = Report(
        str(target),
        pagesize=A4,
        title=TITLE,
        author="Archivist sample collection",
        subject="The figures that are given for the Halifax Explosion",
        invariant=1,
    )
    frame = Frame(2.6 * cm, 2.4 * cm, A4[0] - 5.2 * cm, A4[1] - 5 * cm)
    report.addPageTemplates([PageTemplate(frames=[frame], onPage=_foot)])
    title = ParagraphStyle("title", parent=HEADING, fontSize=22, leading=28, spaceAfter=18)
    report.build([Paragraph(TITLE, title), Spacer(1, 6), *(_flowable(words) for words in WORDS)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
