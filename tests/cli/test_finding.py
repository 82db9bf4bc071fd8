"""`archivist find`: what a file or a document gives to propose, for people and for scripts."""

from pathlib import Path

import pytest
from tests.cli.running import lines, run

from archivist.archive.archive import open_archive

TEXT = """On 24 September it began.[1] Ani said that it was cold.[citation needed]

References

[1] Smith, John. A Book of Things. London: Press, 1999.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_file_needs_no_archive(text: Path) -> None:
    found = lines(run("find", text, "--json"))
    for record in found:
        assert TEXT[record["start"] : record["end"]] == record["text"]
    values = [(record["kind"], record["value"]) for record in found]
    assert ("date", "XXXX-09-24") in values
    assert ("marker", "1") in values
    assert ("flag", "citation needed") in values
    (reference,) = [record for record in found if record["kind"] == "reference"]
    assert reference["fields"]["title"] == "A Book of Things"


def test_kind_narrows_and_date_anchors(text: Path) -> None:
    found = run("find", text, "--json", "--kind", "date", "--kind", "flag", "--date", "May 2023")
    date, flag = lines(found)
    assert (date["value"], date["inferred"], date["certainty"]) == ("2023-09-24", True, "inferred")
    assert flag["kind"] == "flag"


def test_what_is_no_date_is_said_in_a_sentence(text: Path) -> None:
    assert "not understood as a date" in run("find", text, "--date", "someday", code=1).stderr


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert "gone.txt" in run("find", tmp_path / "gone.txt", code=1).stderr


def test_an_archive_wants_one_of_its_documents(tmp_path: Path) -> None:
    run("new", tmp_path / "a.archivist")
    said = run("find", tmp_path / "a.archivist", code=1).stderr
    assert said.startswith("“a.archivist” is an archive; say in which of its documents")


def test_people_see_a_table_with_short_values(text: Path) -> None:
    said = run("find", text, "--date", "2023").stdout
    assert "2023-09-24" in said
    assert "year inferred" in said
    assert max(map(len, said.splitlines())) < 200


def test_a_document_shows_its_dates_as_they_were_confirmed(text: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.archivist"
    run("new", archive)
    run("import", archive, text)
    with open_archive(archive) as opened, opened.step("Date it"):
        opened.store.write("UPDATE found_date SET edtf = '2023-09-24', certainty = 'stated'")
    (kept,) = lines(run("find", archive, "notes", "--json", "--kind", "date"))
    assert (kept["value"], kept["inferred"]) == ("2023-09-24", False)
    (anew,) = lines(run("find", archive, "notes", "--json", "--kind", "date", "--date", "1999"))
    assert (anew["value"], anew["inferred"]) == ("1999-09-24", True)
    references = lines(run("find", archive, "notes", "--json", "--kind", "reference"))
    assert [record["value"] for record in references] == [
        "Smith, John. A Book of Things. London: Press, 1999."
    ]
