"""The command line as people and scripts use it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.running import lines, run
from tests.material import MATERIAL, needs_material
from tests.readers.pdfs import made

from archivist import __version__
from archivist.archive.archive import open_archive
from archivist.cli.program import program

TEXT = """On 19–20 September 2023 it began.[1] On 24 September it ended.[2][citation needed]

Ani said that it was cold. 😀 Bedros denied it.[2]

References

[1] Smith, John. A Book of Things. London: Press, 1999.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "test.archivist"
    run("new", path)
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a folder with an archive and the text it holds, made once: a child has to start."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "notes.txt").write_text(TEXT, "utf-8")
    run("new", folder / "test.archivist")
    run("import", folder / "test.archivist", folder / "notes.txt")
    return folder


@pytest.fixture
def filled(imported: Path, tmp_path: Path) -> Path:
    """Gives a copy of that archive, to do with as one likes."""
    return Path(shutil.copy(imported / "test.archivist", tmp_path))


def test_a_new_archive_is_empty_and_whole(archive: Path) -> None:
    assert lines(run("list", archive, "--json")) == []
    assert "is whole: 0 documents, 0 excerpts" in run("check", archive).stdout


def test_an_archive_is_never_made_over_another(archive: Path) -> None:
    before = archive.read_bytes()
    result = run("new", archive, code=1)
    assert "is there already" in result.stderr
    assert archive.read_bytes() == before


def test_import_writes_a_line_for_each_file(archive: Path, text: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    result = run("import", archive, text, text, missing, "--json", code=1)
    imported, duplicate, failed = lines(result)
    assert set(imported) >= {
        *("path", "status", "document", "characters", "pages", "seconds", "error")
    }
    assert (imported["path"], imported["status"]) == (str(text), "imported")
    assert (imported["document"], imported["characters"]) == (1, len(TEXT))
    assert imported["error"] is None
    assert (duplicate["status"], duplicate["document"]) == ("duplicate", 1)
    assert (failed["status"], failed["document"]) == ("failed", None)
    assert "missing.txt" in failed["error"]


def test_import_tells_people_what_became_of_each_file(
    archive: Path, text: Path, tmp_path: Path
) -> None:
    result = run("import", archive, text, tmp_path / "missing.txt", code=1)
    assert f"imported   {text}: document 1, {len(TEXT)} characters" in result.stdout
    assert "There is no file" in result.stderr


def test_a_report_says_what_became_of_each_file(archive: Path, text: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    run("import", archive, text, tmp_path / "missing.txt", "--report", report, code=1)
    first, second, third = report.read_text("utf-8-sig").splitlines()
    assert first.startswith("path,status,document")
    assert second.startswith(f"{text},imported,1,{len(TEXT)},")
    assert "missing.txt,failed,," in third


def test_a_report_that_cannot_be_written_is_told_before_the_import(
    archive: Path, text: Path
) -> None:
    result = run("import", archive, text, "--report", archive, code=1)
    assert "is the archive itself" in result.stderr
    assert run("list", archive).stdout == ""


def test_where_a_document_came_from_is_shown(filled: Path, text: Path) -> None:
    (record,) = lines(run("list", filled, "documents", "--json"))
    assert Path(record["path"]).name == "notes.txt"
    assert Path(record["path"]).is_absolute()
    assert (record["size"], record["member"]) == (len(TEXT.encode()), None)
    assert record["file_modified"].endswith("Z")
    said = run("show", filled, "1").stdout
    assert record["path"] in said
    assert record["file_modified"] in said
    assert f"Size:        {record['size']} bytes" in said


def test_check_tells_how_much_it_has_hashed(filled: Path) -> None:
    assert f"1 original of {len(TEXT.encode())} bytes hashed" in run("check", filled).stdout


def test_a_folder_is_imported_with_all_that_is_in_it(archive: Path, text: Path) -> None:
    (record,) = lines(run("import", archive, text.parent, "--json"))
    assert record["path"] == str(text)


def test_documents_are_listed_with_the_names_of_the_data_model(filled: Path) -> None:
    (record,) = lines(run("list", filled, "documents", "--json"))
    assert (record["id"], record["title"], record["original_name"]) == (1, "notes", "notes.txt")
    assert len(record["sha256"]) == 64
    assert "notes.txt" in run("list", filled).stdout


def test_a_title_without_end_leaves_the_list_readable(archive: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>{'Minutes of the board ' * 80}</title><p>Words.", encoding="utf-8")
    run("import", archive, page)
    (line,) = run("list", archive).stdout.splitlines()
    assert len(line) < 120
    (record,) = lines(run("list", archive, "--json"))
    assert len(record["title"]) > 1000, "only what a person reads is cut"


def test_what_was_found_in_a_text_is_shown_in_order(filled: Path) -> None:
    found = lines(run("find", filled, "notes", "--json"))
    for record in found:
        assert TEXT[record["start"] : record["end"]] == record["text"]
    kept = [record for record in found if record["kind"] in {"date", "marker", "flag"}]
    assert [(record["kind"], record["value"]) for record in kept[:6]] == [
        ("date", "2023-09-19/2023-09-20"),
        ("marker", "1"),
        ("date", "2023-09-24"),
        ("marker", "2"),
        ("flag", "citation needed"),
        ("marker", "2"),
    ]
    assert (kept[0]["modifier"], kept[0]["inferred"]) == (None, False)
    assert kept[2]["inferred"] is True
    assert (kept[1]["state"], kept[3]["state"]) == ("resolved", "unresolved")
    assert "year inferred" in run("find", filled, "1").stdout


def test_a_passage_is_highlighted_tagged_and_linked_in_one_step(filled: Path) -> None:
    start, end = TEXT.index("Bedros denied"), TEXT.index("denied it.") + 10
    arguments = ["--event", "The cold", "--actor", "Bedros:source:denies", "--actor", "Ani"]
    arguments += ["--topic", "Weather", "--cite", "2", "--note", "Compare.", "--json"]
    (record,) = lines(run("highlight", filled, "notes.txt", str(start), str(end), *arguments))
    assert record["quote"] == "Bedros denied it."
    assert (record["name"], record["note"]) == ("1:1", "Compare.")
    assert (record["events"], record["topics"]) == (["The cold"], ["Weather"])
    assert {(actor["name"], actor["role"], actor["stance"]) for actor in record["actors"]} == {
        ("Bedros", "source", "denies"),
        ("Ani", "mentioned", None),
    }
    assert [citation["origin"] for citation in record["citations"]] == ["marker"]
    assert lines(run("list", filled, "excerpts", "--json")) == [record]
    steps = lines(run("history", filled, "--json"))
    assert [step["name"] for step in steps] == ["Highlight passage", "Import “notes.txt”"]
    assert "Undone: Highlight passage" in run("undo", filled).stdout
    for what in ("excerpts", "events", "actors", "topics", "citations"):
        assert lines(run("list", filled, what, "--json")) == []
    assert "Redone: Highlight passage" in run("redo", filled).stdout
    assert lines(run("list", filled, "excerpts", "--json")) == [record]


def test_a_label_means_its_reference_entry_and_a_key_its_citation(filled: Path) -> None:
    run("highlight", filled, "1", "0", "33", "--cite", "1")
    (citation,) = lines(run("list", filled, "citations", "--json"))
    assert citation["title"] == "A Book of Things"
    (record,) = lines(
        run("highlight", filled, "1", "37", "40", "--cite", citation["key"], "--json")
    )
    assert record["citations"][0]["key"] == citation["key"]
    assert record["citations"][0]["origin"] == "by hand"
    markers = lines(run("list", filled, "markers", "--json"))
    assert markers[0]["citation_key"] == citation["key"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["5", "3"], "There is no passage from 5 to 3"),
        (["0", "9999"], "There is no passage from 0 to 9999"),
        (["0", "5", "--actor", "Ani:villain"], "“villain” is no role; choose one of source"),
        (["0", "5", "--actor", "Ani:source:shouts"], "“shouts” is no stance"),
        (["0", "5", "--actor", "Ani:victim:denies"], "stance"),
        (["0", "5", "--cite", "nobody1999"], "“nobody1999” is neither a marker"),
        (["0", "5", "--event", " "], "event's name is empty"),
    ],
)
def test_a_wrong_highlight_is_one_sentence_and_changes_nothing(
    filled: Path, arguments: list[str], sentence: str
) -> None:
    result = run("highlight", filled, "1", *arguments, code=1)
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert lines(run("list", filled, "excerpts", "--json")) == []
    assert lines(run("list", filled, "actors", "--json")) == []


def test_an_actors_name_may_hold_a_colon_if_its_role_is_given(filled: Path) -> None:
    (record,) = lines(
        run("highlight", filled, "1", "0", "5", "--actor", "Unit: 7:Witness", "--json")
    )
    assert (record["actors"][0]["name"], record["actors"][0]["role"]) == ("Unit: 7", "witness")


def test_tagged_excerpts_are_exported(filled: Path, tmp_path: Path) -> None:
    run("highlight", filled, "1", "0", "33", "--event", "Began", "--actor", "Ani")
    run("highlight", filled, "1", "37", "62", "--event", "Ended")
    out = tmp_path / "out.csv"
    assert "Wrote 2 rows" in run("export", filled, out).stdout
    assert out.read_bytes().startswith(b"\xef\xbb\xbfexcerpt_id,excerpt,")
    assert (tmp_path / "datapackage.json").exists()
    assert "Wrote 1 row " in run("export", filled, out, "--event", "ended").stdout
    assert "Wrote 0 rows" in run("export", filled, out, "--event", "Ended", "--actor", "Ani").stdout
    assert "Wrote 2 rows" in run("export", filled, out, "--rows", "link", "--raw").stdout


def test_exporting_what_is_not_there_writes_no_file(filled: Path, tmp_path: Path) -> None:
    result = run("export", filled, tmp_path / "out.csv", "--event", "Nothing", code=1)
    assert "There is no event “Nothing”" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_document_is_shown_and_given_back(filled: Path, text: Path, tmp_path: Path) -> None:
    shown = run("show", filled, "1").stdout
    assert "notes.txt" in shown
    assert "SHA-256" in shown
    assert run("show", filled, "1", "--text").stdout == TEXT
    assert lines(run("show", filled, "1", "--json"))[0]["title"] == "notes"
    folder = tmp_path / "out"
    folder.mkdir()
    run("original", filled, "notes", folder)
    run("original", filled, "notes", folder / "copy")
    assert (folder / "notes.txt").read_bytes() == text.read_bytes()
    assert (folder / "copy").read_bytes() == text.read_bytes()


def test_words_are_searched_everywhere(filled: Path) -> None:
    (hit,) = lines(run("search", filled, "bedros", "--json"))
    assert (hit["kind"], hit["document_id"]) == ("passage", 1)
    assert "Bedros" in run("search", filled, "bedros").stdout


def test_a_backup_is_a_whole_archive(filled: Path, tmp_path: Path) -> None:
    run("backup", filled, tmp_path / "copy.archivist")
    assert "1 document" in run("check", tmp_path / "copy.archivist").stdout


def test_no_command_writes_over_an_archive_unasked(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.archivist"
    run("new", other)
    before = filled.read_bytes(), other.read_bytes()
    for command in (("original", filled, "1"), ("export", filled), ("backup", filled)):
        for target in (filled, other):
            assert "was not touched" in run(*command, target, code=1).stderr
    assert (filled.read_bytes(), other.read_bytes()) == before
    run("backup", filled, other, "--replace")
    assert "1 document" in run("check", other).stdout


def test_an_archive_in_use_is_not_replaced_by_a_backup(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.archivist"
    run("new", other)
    with open_archive(other) as archive:
        archive.events.create("Fire")
        assert "in use" in run("backup", filled, other, "--replace", code=1).stderr
    assert "Fire" in run("list", other, "events").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no name in a folder there")
def test_a_device_or_pipe_is_never_replaced_by_a_file(filled: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for command in (("original", filled, "1"), ("export", filled), ("backup", filled)):
        arguments = (*command, pipe, *(("--replace",) if command[0] == "backup" else ()))
        assert "no ordinary file" in run(*arguments, code=1).stderr
    assert pipe.is_fifo()


def test_what_a_link_leads_to_is_written_and_the_link_stays(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "out.csv"
    link.symlink_to(tmp_path / "elsewhere" / "table.csv")
    run("export", filled, link)
    assert link.is_symlink()
    assert link.read_bytes().startswith(b"\xef\xbb\xbfexcerpt_id")


def test_check_names_what_is_wrong(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE original_chunk SET content = zeroblob(length(content))")
    result = run("check", filled, code=1)
    assert "“notes”, is damaged" in result.stdout


def test_there_may_be_nothing_to_undo(archive: Path) -> None:
    assert "nothing to undo" in run("undo", archive, code=1).stderr
    assert "nothing to redo" in run("redo", archive, code=1).stderr


def test_reading_works_while_somebody_else_writes(filled: Path, tmp_path: Path) -> None:
    with open_archive(filled, user="Ani"):
        assert lines(run("list", filled, "--json"))
        run("find", filled, "1")
        run("export", filled, tmp_path / "out.csv")
        run("check", filled)
        result = run("highlight", filled, "1", "0", "5", code=1)
        assert "Ani" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "nowhere.archivist"],
        ["check", "nowhere.archivist"],
        ["import", "nowhere.archivist", "x"],
        ["undo", "nowhere.archivist"],
        ["nowhere/new.archivist"],
    ],
)
def test_a_fault_is_one_sentence_and_no_traceback(arguments: list[str]) -> None:
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code in {1, 2}
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_a_document_that_is_not_there_is_named(filled: Path) -> None:
    assert "“nobody”" in run("show", filled, "nobody", code=1).stderr


def test_wrong_usage_is_explained() -> None:
    assert "No such command" in run("bogus", code=2).stderr
    assert "Usage" in run("highlight", code=2).stderr
    assert "either an archive or --sample" in run("open", "x", "--sample", code=2).stderr


def test_version_and_help_are_told() -> None:
    assert __version__ in run("--version").stdout
    assert "highlight" in run("--help").stdout


def test_without_a_display_the_window_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform != "linux":
        pytest.skip("only Linux has desktops without a display")
    assert "no display" in run(code=1).stderr
    assert "no display" in run("open", code=1).stderr


def started(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program as a process of its own, in a plain environment."""
    kept = {"PATH", "HOME", "SYSTEMROOT", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}
    plain = {name: value for name, value in os.environ.items() if name in kept}
    return subprocess.run(
        [sys.executable, "-m", "archivist", *map(str, arguments)],
        env={**plain, **variables},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL"])
@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(filled: Path, variable: str, locale: str) -> None:
    shown = started("show", filled, "1", "--text", **{variable: locale})
    assert shown.stdout.decode("utf-8") == TEXT
    assert shown.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="names are always text there")
def test_a_name_that_is_no_text_is_written_with_escapes(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"Hello.")
    result = started("import", archive, path, "--json", LANG="C.UTF-8")
    assert json.loads(result.stdout)["path"] == str(path)
    (record,) = lines(run("list", archive, "--json"))
    assert record["original_name"] == "caf\ufffd.txt"


def test_a_warning_may_name_a_file_whose_name_is_no_text(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_bytes("In the caf\u00e9 it was cold.".encode("latin-1"))
    except OSError:
        pytest.skip("this file system takes only text for names")
    done = started("import", archive, path, "--json")
    record = json.loads(done.stdout)
    assert (record["status"], done.stderr) == ("imported", b"")
    assert "caf\ufffd.txt" in record["warnings"][0]


def test_an_empty_name_is_not_the_current_folder(archive: Path) -> None:
    assert "name is empty" in run("import", archive, "", code=2).stderr
    assert lines(run("list", archive, "--json")) == []


def test_names_have_no_power_over_the_terminal(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m\u202efdp.txt").write_text("It was cold.", "utf-8")
    said = run("import", archive, tmp_path).output + run("list", archive).output
    said += run("show", archive, "1").output
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert said.count("red\\x1b[31m\\u202efdp") == 6


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
def test_a_reader_that_goes_away_is_no_fault(filled: Path) -> None:
    # Many lines, more than a pipe holds.
    long = filled.parent / "long.txt"
    long.write_text("Word.[1] " * 5_000)
    run("import", filled, long)
    process = subprocess.Popen(
        [sys.executable, "-m", "archivist", "find", str(filled), "long", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    noise = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) in {1, -signal.SIGPIPE}
    assert noise == b""


def test_exporting_loads_no_qt(filled: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from archivist.cli.program import program;"
        f"program(['export', {str(filled)!r}, {str(tmp_path / 'o.csv')!r}], standalone_mode=False);"
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True)


@needs_material
def test_everything_the_article_holds_is_found(archive: Path) -> None:
    assert MATERIAL is not None
    run("import", archive, MATERIAL / "flight-extract.txt")
    expected = json.loads((MATERIAL / "flight-extract.expected.json").read_text("utf-8"))
    found = lines(run("find", archive, "flight-extract.txt", "--json"))
    dates = [
        (item["start"], item["end"], item["value"], item["modifier"], item["inferred"])
        for item in found
        if item["kind"] == "date"
    ]
    assert dates == [
        (item["start"], item["end"], item["edtf"], item["modifier"], item["year_inherited"])
        for item in expected["dates"]
    ]
    kinds = {"reference": "marker", "flag": "flag"}
    assert [
        (item["start"], item["end"], item["value"], item["kind"])
        for item in found
        if item["kind"] in {"marker", "flag"}
    ] == [
        (item["start"], item["end"], item["label"], kinds[item["kind"]])
        for item in expected["markers"]
    ]


def test_a_region_of_a_page_is_highlighted_and_listed(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(made([["A plan of the yard"], ["A second page"]], title="Plan"))
    run("import", archive, file)
    (made_record,) = lines(
        run(
            "highlight",
            archive,
            "1",
            "--region",
            "2:72,100.5,272,150",
            "--topic",
            "Plans",
            "--json",
        )
    )
    assert (made_record["kind"], made_record["page"], made_record["quote"]) == ("region", 2, "")
    assert made_record["rectangles"] == [
        {"page": 2, "left": 72.0, "top": 100.5, "right": 272.0, "bottom": 150.0}
    ]
    assert lines(run("list", archive, "excerpts", "--json")) == [made_record]
    assert "[region p. 2: 72,100.5,200,49.5]" in run("list", archive, "excerpts").stdout
    run("check", archive)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--region", "9:0,0,10,10"], "has no page 9"),
        (["--region", "1:0,0,9000,10"], "not on its page"),
        (["--region", "one"], "is no region"),
        (["--region", "1:0,0,10,10", "0", "5"], "either START and END or --region"),
        ([], "either START and END or --region"),
    ],
)
def test_a_wrong_region_is_one_sentence(
    archive: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(made([["A plan of the yard"]]))
    run("import", archive, file)
    assert told in run("highlight", archive, "1", *arguments, code=1).output
    assert lines(run("list", archive, "excerpts", "--json")) == []
