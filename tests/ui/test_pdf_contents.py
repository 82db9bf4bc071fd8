"""The contents of a PDF lead to its pages, and follow them."""

from pathlib import Path

from PySide6.QtCore import Qt
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas
from tests.ui.hand import Hand

from archivist.ui.reader.outline_pane import OutlinePane


def test_the_contents_of_a_pdf_lead_to_its_pages_and_follow_them(
    hand: Hand, tmp_path: Path
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), pagesize=A5)
    for number in range(1, 7):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Chapter {number}", f"p{number}", level=number % 2 == 0)
        canvas.drawString(60, 500, f"Chapter {number} begins here and goes on.")
        canvas.showPage()
    canvas.save()
    hand.window.archives.start(tmp_path / "report.archivist")
    hand.import_paths(tmp_path / "report.pdf")
    hand.press(Qt.Key.Key_F9, on=hand.window)
    (contents,) = hand.reader.findChildren(OutlinePane)
    assert contents.shown() == [f"Chapter {number}" for number in range(1, 7)]
    hand.type("chapter 5")
    hand.press(Qt.Key.Key_Return)
    pages = hand.reader.page_view
    assert pages is not None
    assert pages.page_index() == 4
    assert contents.current() == 4
    pages.go_to_page(1)
    hand.settle()
    assert contents.current() == 1
