"""How fast a batch comes in while the window is open, and how long a turn of it is at most.

`pytest tests/benchmarks/test_import_in_window.py --benchmark-enable -s`; ARCHIVIST_FILES=1000 makes
a larger batch. The baseline is the same import without a window.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from tests.readers import pdfs
from tests.ui.hand import Hand

from archivist.archive.archive import create
from archivist.importer import import_paths

FILES = int(os.environ.get("ARCHIVIST_FILES", "200"))
PAGES = int(os.environ.get("ARCHIVIST_PAGES", "300"))
LINE = "Page {page}, line {line}: the witness said that the column left by the northern road."


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    for number in range(FILES):
        text = "\n".join(LINE.format(page=number, line=line) for line in range(25))
        (folder / f"letter {number:04}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    pages = [[LINE.format(page=page, line=line) for line in range(46)] for page in range(PAGES)]
    (folder / "report.pdf").write_bytes(pdfs.made(pages))
    return folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    hand = Hand(qtbot)
    hand.window.archives.start(tmp_path / "window.archivist")
    (tmp_path / "first.txt").write_text("The first one is open.", encoding="utf-8")
    hand.import_paths(tmp_path / "first.txt")
    yield hand
    hand.close()


def imported_in(hand: Hand, folder: Path) -> tuple[list[float], int]:
    """Imports a folder; gives how long each turn took (seconds), and the memory taken (bytes)."""
    process, turns, most = psutil.Process(), [], 0
    idle = process.memory_info().rss
    hand.window.bench.importing.import_paths([folder])
    while hand.window.jobs.tasks:
        began = perf_counter()
        QApplication.processEvents()
        turns.append(perf_counter() - began)
        most = max(most, process.memory_info().rss)
    return turns, most - idle


@pytest.mark.benchmark(min_rounds=1, max_time=0.1)
@pytest.mark.parametrize("what", ["letters", "report"])
def test_importing_in_the_window(
    benchmark: BenchmarkFixture,
    window: Hand,
    what: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    folder: Path = request.getfixturevalue(what)
    began = perf_counter()
    with create(tmp_path / "bare.archivist") as archive:
        results = list(import_paths(archive, [folder]))
    bare = perf_counter() - began
    measured: list[tuple[list[float], int]] = []

    def import_once() -> None:
        if not measured:  # a second time all would be duplicates
            measured.append(imported_in(window, folder))

    benchmark(import_once)
    turns, memory = measured[0]
    longest = sorted(turns)[-3:]
    benchmark.extra_info |= {
        "files_a_second": round(len(results) / sum(turns), 1),
        "time_by_that_without_a_window": round(sum(turns) / bare, 2),
        "longest_turns_ms": [round(turn * 1000) for turn in longest],
        "memory_mb": memory // 1_000_000,
    }
    print(f"\n{what}: {benchmark.extra_info}")  # noqa: T201
    assert len(window.window.hub.archive.documents.counts()) == 1 + len(results)
