"""An open archive on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.archive.archive import Archive, create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "collection.archivist"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with create(path, user="tester") as opened:
        yield opened
