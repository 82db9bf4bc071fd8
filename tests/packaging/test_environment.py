"""Setting up says what is missing, and does not guess at displays."""

import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.tesseract import needs_tesseract

import environment
from archivist.readers.tesseract import HOW_TO_INSTALL


def test_the_lock_files_hold_a_hash_for_every_package_and_no_address() -> None:
    for lock in (environment.TOP / "packaging").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        packages = [line for line in text.splitlines() if line[:1].isalnum()]
        assert packages
        assert all("==" in line and line.endswith("\\") for line in packages)
        assert "://" not in text


def test_what_is_wanted_with_extras_is_locked_with_them() -> None:
    """Else pip takes the newest release for the extras, and refuses it for want of a hash."""
    text = (environment.TOP / "packaging" / "requirements-test.lock").read_text(encoding="utf-8")
    locked = [Requirement(line.rstrip(" \\")) for line in re.findall(r"^\S+==.*", text, re.M)]
    extras = {canonicalize_name(each.name): each.extras for each in locked}
    missing = [
        str(wanted)
        for each in locked
        if each.marker is None or each.marker.evaluate()
        for wanted in map(Requirement, metadata.requires(each.name) or [])
        if wanted.extras and (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        if not wanted.extras <= extras[canonicalize_name(wanted.name)]
    ]
    assert missing == []


def test_an_unset_display_means_that_no_window_can_be_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not environment.display_is_there()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is asked on Linux only")
def test_a_display_that_nobody_serves_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":9871")
    assert not environment.display_is_there()


def test_a_library_that_is_not_there_is_seen_as_missing() -> None:
    assert not environment._loads("libarchivist-does-not-exist.so.1")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the only place where programs are found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, log: Path) -> None:
    """Makes a program that only writes down how it was called."""
    file = folder / name
    file.write_text(f'#!{shutil.which("sh", path=os.defpath)}\necho "{name} $*" >> "{log}"\n')
    file.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no root on this system")
def test_tesseract_is_installed_by_root_on_debian(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    log = tmp_path / "calls"
    program(path, "apt-get", log)
    environment.install_ocr()
    update, install = log.read_text().splitlines()
    assert update == "apt-get update --quiet=2"
    assert install.startswith(
        "apt-get --quiet=2 install --yes --no-install-recommends tesseract-ocr"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no root on this system")
def test_elsewhere_the_line_that_installs_tesseract_is_said(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "platform", "darwin")
    environment.install_ocr()
    assert HOW_TO_INSTALL["macOS"] in capsys.readouterr().err
    program(path, "apt-get", tmp_path / "calls")
    environment.install_ocr()
    assert "Run: sudo apt-get install" in capsys.readouterr().err
    assert not (tmp_path / "calls").exists()
    assert environment.OCR_LINES.items() <= HOW_TO_INSTALL.items()


def test_what_is_installed_is_not_installed_again(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(path, "tesseract", tmp_path / "calls")
    program(path, "apt-get", tmp_path / "calls")
    environment.install_ocr()
    assert "Tesseract is installed" in capsys.readouterr().err
    assert not (tmp_path / "calls").exists()


@needs_tesseract
def test_the_program_runs_after_its_option() -> None:
    run = environment.TOP / "packaging" / "run.py"
    done = subprocess.run(
        [sys.executable, str(run), "--with-ocr", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.startswith("archivist, version")
