"""A reader that shows the pages of a short PDF."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from archivist.domain.reading import ReadDocument
from archivist.readers import read_document
from archivist.ui.reader import PageService, Reader
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_view import PageView

PAGES = 12


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "report.pdf"
    canvas = Canvas(str(file), pagesize=A5)
    for number in range(1, PAGES + 1):
        canvas.setFont("Helvetica", 11)
        for line in range(12):
            words = f"Page {number} line {line}: the road was open [{number}] until evening."
            canvas.drawString(50, 520 - 24 * line, words)
        canvas.showPage()
    canvas.save()
    return file


@pytest.fixture(scope="module")
def read(report: Path) -> ReadDocument:
    return read_document(report)


@pytest.fixture
def reader(qtbot: QtBot, report: Path, read: ReadDocument) -> Iterator[Reader]:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(760, 800)
    made.set_document(
        ReaderModel(1, "Report", read.text, "pdf", pages=read.pages, blocks=read.blocks)
    )
    service = PageService(report, parent=made)
    made.set_page_source(service)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: service.layout(1) is not None, timeout=20_000)
    qtbot.waitUntil(lambda: service.image(1) is not None, timeout=20_000)
    made.setFocus()
    yield made
    service.close()


@pytest.fixture
def view(reader: Reader) -> PageView:
    assert reader.page_view is not None
    return reader.page_view
