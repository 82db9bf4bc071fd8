"""The main job, with no display."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archivist.demo import run_demo
from archivist.domain.errors import StorageError


def test_the_demo_makes_an_archive_a_table_and_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "demo"
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "archivist", "demo", str(folder)]
    result = subprocess.run(
        command, env=variables, capture_output=True, text=True, check=False, timeout=100
    )
    assert result.returncode == 0, result.stderr
    for name in ("sample.archivist", "excerpts.csv", "window.png"):
        assert str(folder / name) in result.stdout
        assert (folder / name).stat().st_size > 1000
    with (folder / "excerpts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} rows" in result.stdout
    assert all(row["events"] for row in rows)
    assert any(row["citations"] for row in rows)
    assert (folder / "window.png").read_bytes().startswith(b"\x89PNG")


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="give another folder"):
        list(run_demo(tmp_path / "file" / "demo"))
