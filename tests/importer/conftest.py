"""An archive, and a folder for files to import."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.archive.archive import Archive, create


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create(tmp_path / "test.archivist", user="Ani") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made
