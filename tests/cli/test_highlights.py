"""On the command line, highlights of other programs come in, or are left out."""

import json
from pathlib import Path

from tests.cli.running import run
from tests.readers.marked_pdfs import FIRST, LINES, SECOND, highlight, marked


def test_highlights_are_told_and_listed_as_excerpts(tmp_path: Path) -> None:
    archive = tmp_path / "a.archivist"
    run("new", archive)
    path = marked(tmp_path / "marked.pdf", highlight(FIRST), highlight(SECOND))
    told = json.loads(run("import", archive, path, "--json").output)
    assert len(told["excerpts"]) == 2
    listed = run("list", archive, "excerpts", "--json").output.splitlines()
    assert [json.loads(line)["quote"] for line in listed] == LINES[:2]


def test_highlights_can_be_left_out(tmp_path: Path) -> None:
    archive = tmp_path / "a.archivist"
    run("new", archive)
    path = marked(tmp_path / "marked.pdf", highlight(FIRST))
    told = run("import", archive, path, "--without-highlights").output
    assert "marked in it" not in told
    assert run("list", archive, "excerpts").output == ""
