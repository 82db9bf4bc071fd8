"""What the command line says when the disk is full or a folder closed: one sentence, no more."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import lines, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits of POSIX")

# Root may look everywhere, unless it gives that right away before the program starts.
CAPABILITIES = "-dac_override,-dac_read_search,-fowner,-chown"


def archivist(*arguments: str | Path, full: bool = False) -> subprocess.CompletedProcess[str]:
    """Runs the program as a user who may not look everywhere; `full`: no file may grow."""
    command = [sys.executable, "-m", "archivist", *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["setpriv", f"--bounding-set={CAPABILITIES}", *command]
    if full:
        command = ["prlimit", "--fsize=0", *command]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Gives the one sentence of a failure."""
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "test.archivist"
    run("new", path)
    (tmp_path / "notes.txt").write_text("It was cold.", "utf-8")
    run("import", path, tmp_path / "notes.txt")
    return path


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may look into, with a file in it."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "inside.txt").write_text("secret", "utf-8")
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
    folder.chmod(0o000)
    yield folder
    folder.chmod(0o700)


def test_what_may_not_be_read_fails_and_the_other_files_go_on(
    archive: Path, closed: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("It was warm.", "utf-8")
    unreadable = tmp_path / "unreadable.txt"
    unreadable.write_text("secret", "utf-8")
    if os.geteuid() == 0:
        os.chown(unreadable, 65534, 65534)
    unreadable.chmod(0o000)
    done = archivist(
        "import", archive, closed, closed / "inside.txt", unreadable, other, "x" * 300, "--json"
    )
    assert (done.returncode, done.stderr) == (1, "")
    records = lines(run("list", archive, "--json"))
    assert [record["title"] for record in records] == ["notes", "other"]
    assert done.stdout.count('"failed"') == 4


@pytest.mark.parametrize(
    "command",
    [
        ["new", "closed/a.archivist"],
        ["list", "closed/a.archivist"],
        ["import", "closed/a.archivist", "notes.txt"],
        ["export", "test.archivist", "closed/out.csv"],
        ["original", "test.archivist", "1", "closed/out.txt"],
        ["original", "test.archivist", "1", "closed"],
        ["backup", "test.archivist", "closed/b.archivist"],
        ["demo", "closed"],
        ["demo", "closed/demo"],
        ["demo", "notes.txt"],
        ["export", "test.archivist", "x" * 300],
        ["new", "x" * 300],
        ["list", "x" * 300],
    ],
    ids=" ".join,
)
def test_a_place_that_takes_nothing_is_one_sentence(
    archive: Path, closed: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.parent)
    assert closed.exists()
    assert "“" in sentence(archivist(*command))


@pytest.mark.parametrize(
    "command",
    [
        ["new", "b.archivist"],
        ["undo", "test.archivist"],
        ["highlight", "test.archivist", "1", "0", "2"],
        ["export", "test.archivist", "out.csv"],
        ["original", "test.archivist", "1", "out.txt"],
        ["backup", "test.archivist", "b.archivist"],
        ["demo", "demo"],
    ],
    ids=" ".join,
)
def test_a_full_disk_is_one_sentence_and_leaves_nothing_half_done(
    archive: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = archive.parent
    monkeypatch.chdir(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "“" in sentence(archivist(*command, full=True))
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before


def test_a_pipe_in_the_place_of_the_description_is_not_waited_for(archive: Path) -> None:
    os.mkfifo(archive.with_name("datapackage.json"))
    assert "no ordinary file" in sentence(
        archivist("export", archive, archive.with_name("out.csv"))
    )


def test_a_device_is_no_folder() -> None:
    assert "a device or a pipe" in sentence(archivist("list", "/dev/zero"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_is_not_taken_is_one_sentence(archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "archivist", "highlight", archive, "1", "0", "2"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "stays" in done.stderr.decode()
    assert len(lines(run("list", archive, "excerpts", "--json"))) == 1
    assert "could not be" in done.stderr.decode()
