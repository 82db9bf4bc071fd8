"""Setting up says what is missing, and does not guess at displays."""

import sys

import pytest

import environment


def test_the_lock_files_hold_a_hash_for_every_package_and_no_address() -> None:
    for lock in (environment.TOP / "packaging").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        packages = [line for line in text.splitlines() if line[:1].isalnum()]
        assert packages
        assert all("==" in line and line.endswith("\\") for line in packages)
        assert "://" not in text


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
