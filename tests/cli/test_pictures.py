"""Pictures inside documents, as the command line tells of them."""

import base64
from pathlib import Path

from click.testing import CliRunner
from tests.readers.images import picture

from archivist.cli.program import program


def test_a_document_says_how_many_pictures_it_has_and_a_check_finds_them_whole(
    tmp_path: Path,
) -> None:
    shown = base64.b64encode(picture()).decode()
    page = tmp_path / "page.html"
    page.write_text(f'<p>Words<img alt="The yard" src="data:image/png;base64,{shown}">', "utf-8")
    archive = tmp_path / "a.archivist"
    run = CliRunner()
    for arguments in (["new", str(archive)], ["import", str(archive), str(page)]):
        assert run.invoke(program, arguments).exit_code == 0
    facts = run.invoke(program, ["show", str(archive), "1"]).output
    assert "Pictures:    1" in facts
    assert run.invoke(program, ["show", str(archive), "1", "--text"]).output == "Words\n\nThe yard"
    assert run.invoke(program, ["search", str(archive), "yard"]).output.startswith("passage")
    assert run.invoke(program, ["check", str(archive)]).exit_code == 0
