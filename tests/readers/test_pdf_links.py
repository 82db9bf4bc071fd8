"""Links of PDF pages, and the citations that they are."""

import io
import time
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen import canvas

from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import LinkState, MarkKind
from archivist.finding.entry_blocks import with_entries
from archivist.finding.markers import find_markers
from archivist.readers import pdf

LINE = "They left the town [2] and then [1] came back, says Suny 2015 here."
FIRST = "Suny, R. (2015). They can live. Press."
SECOND = "Balakian, P. (2003). The burning Tigris. Press."


def linked(path: Path, *, fit: str = "XYZ", links: int = 1) -> ReadDocument:
    """A page that cites, and one with two entries that its links lead to."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A5, invariant=1)

    def box(words: str) -> tuple[float, float, float, float]:
        left = 50 + sheet.stringWidth(LINE[: LINE.index(words)], "Times-Roman", 10)
        return left, 497, left + sheet.stringWidth(words, "Times-Roman", 10), 509

    sheet.setFont("Times-Roman", 10)
    sheet.drawString(50, 500, LINE)
    for _ in range(links):
        for words, place in (("[2]", "second"), ("[1]", "first"), ("Suny 2015", "first")):
            sheet.linkAbsolute("", place, Rect=box(words))
    sheet.linkURL("https://example.org/town", box("the town"))
    sheet.linkURL("file:///etc/passwd", box("back"))
    sheet.showPage()
    sheet.setFont("Times-Roman", 10)
    sheet.drawString(50, 560, "References")
    for height, entry, place in ((520, FIRST, "first"), (490, SECOND, "second")):
        sheet.drawString(50, height, entry)
        sheet.bookmarkPage(place, fit=fit, left=50, top=height + 11)
    sheet.showPage()
    sheet.save()
    path.write_bytes(buffer.getvalue())
    return pdf.read(path)


@pytest.mark.parametrize("fit", ["XYZ", "FitH"])
def test_a_link_leads_to_the_words_at_its_place(tmp_path: Path, fit: str) -> None:
    document = linked(tmp_path / "a.pdf", fit=fit)
    text = document.text
    anchors = {mark.value: mark.start for mark in document.marks if mark.kind is MarkKind.ANCHOR}
    links = [mark for mark in document.marks if mark.kind is MarkKind.LINK]
    assert [
        (text[link.start : link.end], anchors.get(link.value[1:], link.value)) for link in links
    ] == [
        ("the town", "https://example.org/town"),
        ("[2]", text.index(SECOND)),
        ("[1]", text.index(FIRST)),
        ("Suny 2015", text.index(FIRST)),
    ]
    assert list(document.marks) == sorted(document.marks, key=lambda mark: (mark.start, -mark.end))


def test_links_say_what_markers_cite_before_words_do(tmp_path: Path) -> None:
    document = linked(tmp_path / "a.pdf")
    # Blocks as the importer makes them: the list has no numbers that a label could find.
    blocks = with_entries(document.text, document.blocks)
    markers = find_markers(document.text, blocks, document.marks)
    assert [(marker.label, marker.state, marker.entry) for marker in markers] == [
        ("2", LinkState.RESOLVED, SECOND),
        ("1", LinkState.RESOLVED, FIRST),
        ("Suny 2015", LinkState.RESOLVED, FIRST),
    ]


def test_thousands_of_links_are_read_in_their_share_of_time(tmp_path: Path) -> None:
    begun = time.process_time()
    few = linked(tmp_path / "few.pdf", links=100)
    middle = time.process_time()
    many = linked(tmp_path / "many.pdf", links=600)
    assert time.process_time() - middle < max(middle - begun, 0.05) * 24
    assert len(few.marks) < len(many.marks) <= 2_000 + 2
