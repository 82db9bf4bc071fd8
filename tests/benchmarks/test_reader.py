"""Opening and scrolling large, heavily annotated texts, beside what a bare QTextEdit needs."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader import Reader
from archivist.ui.reader.model import Highlight, ReaderModel, Stripe

_WORDS = ("the", "road", "was", "open", "and", "people", "said", "that", "convoys", "would", "come")
_SIZE = 760, 900  # pixels


def document(characters: int) -> ReaderModel:
    """Gives paragraphs of 200 to 900 characters."""
    chance = random.Random(7)
    lines: list[str] = []
    blocks = []
    start = 0
    while start < characters:
        line = " ".join(chance.choices(_WORDS, k=chance.randint(40, 180)))
        lines.append(line)
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    return ReaderModel(1, "Large", "\n".join(lines), "text", blocks=tuple(blocks))


def highlights(count: int, characters: int) -> list[Highlight]:
    """Gives excerpts all over a text, many of them overlapping."""
    chance = random.Random(11)
    found = []
    for number in range(count):
        start = chance.randrange(characters - 500)
        stripe = Stripe("#0f766e", f"Event {number % 9}")
        found.append(Highlight(number, start, start + chance.randint(20, 450), stripes=(stripe,)))
    return found


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(*_SIZE)
    made.show()
    return made


@pytest.mark.benchmark(group="reopen 1 MB")
def test_bare_text_edit_shows_1_mb(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    text = document(1_000_000).text
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(*_SIZE)
    edit.show()

    def show() -> None:
        edit.setPlainText(text)
        edit.grab()

    benchmark(show)


@pytest.mark.benchmark(group="reopen 1 MB")
def test_reader_reopens_1_mb_with_2000_highlights(
    benchmark: BenchmarkFixture, reader: Reader
) -> None:
    model = document(1_000_000)
    excerpts = highlights(2000, len(model.text))

    def show() -> None:
        reader.set_document(model)
        reader.set_annotations(excerpts)
        reader.grab()

    benchmark(show)


@pytest.mark.benchmark(group="scroll a frame of 5 MB")
def test_bare_text_edit_scrolls_5_mb(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(*_SIZE)
    edit.show()
    edit.setPlainText(document(5_000_000).text)
    benchmark(_scroller(edit))


@pytest.mark.benchmark(group="scroll a frame of 5 MB")
def test_reader_scrolls_5_mb_with_20000_highlights(
    benchmark: BenchmarkFixture, reader: Reader
) -> None:
    model = document(5_000_000)
    reader.set_document(model)
    reader.set_annotations(highlights(20_000, len(model.text)))
    benchmark(_scroller(reader.text_view))


def _scroller(view: QTextEdit) -> Callable[[], None]:
    """Gives what scrolls by a step of the wheel, now and then by a page, and paints a frame."""
    frame = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    bar = view.verticalScrollBar()
    steps = 0

    def scroll() -> None:
        nonlocal steps
        steps += 1
        bar.setValue(bar.value() + (bar.pageStep() if steps % 5 == 0 else 60))
        view.viewport().render(frame)

    return scroll
