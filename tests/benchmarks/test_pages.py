"""Pages on the screen after a jump, beside what PDFium needs to draw them in one process."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from archivist.readers import read_document
from archivist.readers.pages import Source
from archivist.readers.pdf_pages import render
from archivist.ui.reader import PageService, Reader
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.tone import PLAIN, Tone

_PAGES = 240
_JUMP = 37  # pages, so that neither page nor neighbours were seen before
_PATIENCE = 20_000  # milliseconds


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of many close-set pages with rules and boxes."""
    file = tmp_path_factory.mktemp("register") / "register.pdf"
    chance = random.Random(5)
    canvas = Canvas(str(file), pagesize=A4)
    for number in range(1, _PAGES + 1):
        canvas.setFont("Times-Roman", 9)
        for line in range(60):
            words = " ".join(f"{chance.randrange(10**6):06d}" for _ in range(11))
            canvas.drawString(50, 790 - 12 * line, f"{number}/{line} {words}")
            canvas.line(50, 787 - 12 * line, 545, 787 - 12 * line)
        canvas.showPage()
    canvas.save()
    return file


@pytest.fixture
def reader(qtbot: QtBot, register: Path) -> Iterator[Reader]:
    read = read_document(register)
    made = Reader()
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.set_document(ReaderModel(1, "Register", read.text, "pdf", pages=read.pages))
    service = PageService(register, parent=made)
    made.set_page_source(service)
    made.show()
    qtbot.waitUntil(lambda: service.image(1) is not None, timeout=_PATIENCE)
    yield made
    service.close()


@pytest.mark.benchmark(group="page after a jump")
def test_pdfium_draws_a_page_in_one_process(benchmark: BenchmarkFixture, register: Path) -> None:
    source, jumps = Source(register), iter(range(_PAGES * _PAGES))
    benchmark(lambda: render(source, next(jumps) * _JUMP % _PAGES + 1, 1.4, 0))


@pytest.mark.benchmark(group="page after a jump")
@pytest.mark.parametrize(
    ("neighbours", "degrees", "tone"),
    [(False, 0, PLAIN), (True, 0, PLAIN), (False, 90, Tone(-40, 60, inverted=True))],
    ids=["the page", "neighbours too", "turned and toned"],
)
def test_a_page_is_on_the_screen_after_a_jump(
    benchmark: BenchmarkFixture,
    qtbot: QtBot,
    reader: Reader,
    neighbours: bool,
    degrees: int,
    tone: Tone,
) -> None:
    view = reader.page_view
    assert view is not None
    view.set_rotation(degrees)
    view.set_tone(tone)
    service = reader.findChildren(PageService)[0]
    jumps = iter(range(1, _PAGES * _PAGES))

    def jump() -> None:
        index = next(jumps) * _JUMP % (_PAGES - 2) + 1
        view.go_to_page(index)
        wanted = (index + 1, index, index + 2) if neighbours else (index + 1,)
        qtbot.waitUntil(
            lambda: all(service.image(page) is not None for page in wanted), timeout=_PATIENCE
        )
        view.viewport().grab()

    benchmark(jump)
