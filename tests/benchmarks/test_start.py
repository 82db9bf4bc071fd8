"""How soon the window is on the screen, beside a bare PySide6 main window, each in a new process.

Run with `pytest tests/benchmarks/test_start.py --benchmark-enable`; the bar is 3 × the bare window.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from archivist.sample import build_sample

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.processEvents()
"""
START = """
from archivist.ui import app
from archivist.ui.main_window import MainWindow
application = app.prepare()
window = MainWindow()
window.show()
application.processEvents()
"""
OPEN = (
    START
    + """
import sys
from pathlib import Path
window.archives.open(Path(sys.argv[1]))
application.processEvents()
assert window.hub.is_open
window.close()
"""
)


def run(program: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True)


@pytest.mark.benchmark(group="window on screen", min_rounds=5)
def test_a_bare_window(benchmark: BenchmarkFixture) -> None:
    benchmark(run, BARE)


@pytest.mark.benchmark(group="window on screen", min_rounds=5)
def test_the_first_page(benchmark: BenchmarkFixture) -> None:
    benchmark(run, START)


@pytest.mark.benchmark(group="window on screen", min_rounds=5)
def test_an_archive_in_the_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    archive = build_sample(tmp_path / "sample.archivist")
    benchmark(run, OPEN, str(archive))
