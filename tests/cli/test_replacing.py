"""`archivist replace` as people and scripts use it."""

import json
from pathlib import Path

import pytest
from tests.cli.running import run

OLD = (
    "The mill stood by the river.\n\nNobody had been told to leave the lower yard.\n\nEnd of it.\n"
)
NEW = "Second edition.\n\n" + OLD.replace("Nobody had been", "No one had been").replace(
    "End of it", "Finis"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.archivist"
    (tmp_path / "mill.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "mill-2.txt").write_text(NEW, encoding="utf-8")
    run("new", path)
    run("import", path, tmp_path / "mill.txt")
    for words in ("The mill stood", "Nobody had been told to leave the lower yard.", "End of"):
        start = OLD.index(words)
        run("highlight", path, "1", str(start), str(start + len(words)))
    return path


def test_it_tells_what_became_of_every_excerpt(archive: Path, tmp_path: Path) -> None:
    output = run("replace", archive, "mill", tmp_path / "mill-2.txt").output
    assert "3 excerpts (0 stays, 1 moved, 1 proposed, 1 orphaned)" in output
    assert "proposed   1:2: Nobody had been told" in output
    assert "No one had been told to leave the lower yard." in output
    assert "orphaned   1:3: End of" in output
    assert "Replace “mill” by a new version" in run("undo", archive).output
    assert run("show", archive, "1", "--text").output == OLD


def test_json_gives_a_line_an_excerpt(archive: Path, tmp_path: Path) -> None:
    output = run("replace", archive, "1", tmp_path / "mill-2.txt", "--json").stdout
    moved, proposed, orphaned = (json.loads(line) for line in output.splitlines())
    assert (moved["excerpt"], moved["fate"]) == ("1:1", "moved")
    assert NEW[moved["start"] : moved["end"]] == "The mill stood"
    best = proposed["proposals"][0]
    assert proposed["start"] is None
    assert NEW[best["start"] : best["end"]] == best["text"]
    assert (orphaned["fate"], orphaned["proposals"]) == ("orphaned", [])


def test_the_same_bytes_bring_nothing_new(archive: Path, tmp_path: Path) -> None:
    result = run("replace", archive, "1", tmp_path / "mill.txt", code=1)
    assert result.stderr.startswith("Nothing is new in “mill.txt”")
