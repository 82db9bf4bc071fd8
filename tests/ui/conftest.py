"""A window to work with, on an archive with one short text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.hand import Hand

TEXT = (
    "The night at the mill\n\n"
    "On 3 March 1931 the river rose over the lower yard. The foreman, Ivo Brandt, said that nobody "
    "had been told to leave.[1] Two days later the company denied it.[2][3]\n\n"
    "By 5 March the yard had been cleared. A clerk counted 14 families in the school hall."
    "[citation needed]\n"
)


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    """A window with no archive."""
    worker = Hand(qtbot)
    yield worker
    worker.close()


@pytest.fixture
def empty(hand: Hand, tmp_path: Path) -> Hand:
    """A window on an archive with nothing in it."""
    hand.window.archives.start(tmp_path / "empty.archivist")
    hand.settle()
    return hand


@pytest.fixture
def mill(hand: Hand, tmp_path: Path) -> Hand:
    """A window on an archive with one text, which is open."""
    source = tmp_path / "mill.txt"
    source.write_text(TEXT, encoding="utf-8")
    hand.window.archives.start(tmp_path / "mill.archivist")
    hand.import_paths(source)
    return hand


def range_of(words: str) -> tuple[int, int]:
    """Gives where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)
