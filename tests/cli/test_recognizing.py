"""`archivist recognize` as people and scripts use it."""

import json
from pathlib import Path

import pytest
from tests.cli.running import run
from tests.readers import pictures
from tests.tesseract import needs_tesseract

from archivist.readers import tesseract


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path, scan = tmp_path / "a.archivist", tmp_path / "card.tif"
    sheets = [pictures.slip(), pictures.slip(["Second sheet."]), pictures.slip(["Third one."])]
    scan.write_bytes(pictures.tiff(sheets, dpi=(100, 100)))
    run("new", path)
    run("import", path, scan)
    return path


@needs_tesseract
def test_pages_are_recognized_and_undo_takes_their_text_away(archive: Path) -> None:
    output = run("recognize", archive, "card", "--language", "eng", "--pages", "2-3").output
    assert "Recognized “card”: 2 pages, 4 words (0 doubtful), in eng by Tesseract" in output
    assert run("show", archive, "1", "--text").output == "\nSecond sheet.\nThird one."
    assert "Undone: Recognize text" in run("undo", archive).output
    assert run("show", archive, "1", "--text").output == "\n\n"
    assert "is whole" in run("check", archive).output


@needs_tesseract
def test_json_tells_what_was_done(archive: Path) -> None:
    record = json.loads(run("recognize", archive, "1", "--pages", "3", "--json").stdout)
    assert (record["document"], record["pages"], record["words"]) == (1, [3], 2)
    assert record["failures"] == []
    assert record["left_out"] == 0


@pytest.mark.parametrize("pages", ["x", "3-1", "0", "1-", "1-2-3", "9999999"])
def test_what_names_no_pages_is_refused(archive: Path, pages: str) -> None:
    assert "--pages" in run("recognize", archive, "1", "--pages", pages, code=2).output


def test_without_tesseract_it_says_how_to_install_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tesseract, "_PLACES", ())
    assert "is not installed" in run("recognize", archive, "1", code=1).output
