"""Tesseract, the program that recognizes text, by its command line: what is installed, and runs.

A run has a deadline, and a bound on memory: it inherits one from the child that starts it, or is
watched where the system keeps none.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from archivist.domain.errors import InvalidValueError, UnreadableFileError
from archivist.readers.isolate.process import MEMORY, resident_bytes

HOW_TO_INSTALL: Mapping[str, str] = {
    "Debian, Ubuntu": "sudo apt install tesseract-ocr",
    "macOS": "brew install tesseract tesseract-lang",
    "Windows": "winget install UB-Mannheim.TesseractOCR",
}
"""By system, the line that installs it."""

# Where it stands when no PATH leads to it: programs that the desktop starts have a short one.
_PLACES = (
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
)
_ANSWER = 10.0  # seconds for saying what it is
_PAGE = 240.0  # seconds for one page
_LOOK = 0.2  # seconds between looks at its memory
_ORIENTATION = "osd"  # the data by which pages that lie on their side are noticed
_NO_LANGUAGES = frozenset((_ORIENTATION, "equ", "snum"))
_VERSION = re.compile(r"tesseract v?(\d\S*)")
_CODE = re.compile(r"[A-Za-z0-9_/-]{2,40}")


class RecognizerMissingError(UnreadableFileError):
    """No program that recognizes text is installed."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The program as it is installed; languages by the names it has for them ("eng", "chi_sim")."""

    program: str
    version: str
    languages: tuple[str, ...]
    turns_pages: bool = False

    @property
    def name(self) -> str:
        """What it is called, with its version."""
        return f"Tesseract {self.version}"

    def check(self, languages: Sequence[str]) -> None:
        """Refuses languages that are not installed, with InvalidValueError."""
        missing = [each for each in languages if each not in self.languages]
        if missing or not languages:
            named = ", ".join(missing) or "no language"
            raise InvalidValueError(
                f"Tesseract cannot recognize “{named}” here; it knows "
                f"{', '.join(self.languages) or 'no language'}. Choose one of them, or install "
                "more (on Debian “tesseract-ocr-…”, on macOS “tesseract-lang”)."
            )


def installed() -> Engine | None:
    """Gives the program that is installed, None if there is none that runs."""
    program = shutil.which("tesseract") or next((p for p in _PLACES if Path(p).is_file()), None)
    if program is None:
        return None
    version = _VERSION.search(_answer(program, "--version"))
    if version is None:
        return None
    codes = [line.strip() for line in _answer(program, "--list-langs").splitlines()[1:]]
    codes = [code for code in codes if _CODE.fullmatch(code)]
    languages = tuple(code for code in codes if code not in _NO_LANGUAGES and "/" not in code)
    return Engine(program, version[1], languages, _ORIENTATION in codes)


def needed() -> Engine:
    """Gives the program that is installed; raises RecognizerMissingError if there is none."""
    engine = installed()
    if engine is None:
        line = HOW_TO_INSTALL[_system()]
        raise RecognizerMissingError(
            "Tesseract, the program that recognizes text on pictures, is not installed. "
            f"Install it (“{line}”), and try again; the pages can be read and marked without."
        )
    return engine


def recognized(engine: Engine, languages: str, picture: bytes, dpi: int, subject: str) -> str:
    """Gives what stands on a picture, as Tesseract's table of tab-separated values.

    Args:
        engine: The program.
        languages: Its names of languages, joined with "+".
        picture: The file's bytes, in a format that Leptonica reads.
        dpi: Pixels an inch.
        subject: What a sentence calls the picture.

    Raises:
        UnreadableFileError: It failed, or took too long or too much memory.
    """
    segmentation = "1" if engine.turns_pages else "3"
    options = ("-l", languages, "--dpi", str(dpi), "--psm", segmentation, "tsv")
    with tempfile.TemporaryFile(prefix="archivist-page-") as file:
        file.write(picture)
        file.seek(0)
        said, complaint, status = _run([engine.program, "stdin", "stdout", *options], file, subject)
    if status != 0:
        words = complaint.decode("utf-8", "replace").strip().splitlines()
        why = f" ({words[-1][:200]})" if words else ""
        raise UnreadableFileError(
            f"No text could be recognized on {subject}: Tesseract failed{why}."
        )
    return said.decode("utf-8", "replace")


def _run(command: Sequence[str], file: IO[bytes], subject: str) -> tuple[bytes, bytes, int]:
    """Gives what a run writes, what it complains of, and its exit status."""
    with subprocess.Popen(
        command,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # With several threads a page takes longer, on a busy computer ten times as long.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        begun = time.monotonic()
        try:
            while True:
                try:
                    said, complaint = process.communicate(timeout=_LOOK)
                except subprocess.TimeoutExpired:
                    _look_after(process.pid, time.monotonic() - begun, subject)
                else:
                    return said, complaint, process.returncode
        except BaseException:
            process.kill()
            raise


def _look_after(pid: int, seconds: float, subject: str) -> None:
    """Gives a run up that has taken too long, or too much memory."""
    if seconds > _PAGE:
        raise UnreadableFileError(
            f"No text could be recognized on {subject} within {_PAGE:.0f} seconds; it was given up."
        )
    if sys.platform != "linux" and resident_bytes(pid) > MEMORY:
        raise UnreadableFileError(
            f"Recognizing text on {subject} needs more than {MEMORY // 1_000_000} MB of memory; "
            "it was given up."
        )


def _answer(program: str, option: str) -> str:
    """Gives what the program says about itself; some releases say it on standard error."""
    try:
        done = subprocess.run(
            [program, option],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_ANSWER,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _system() -> str:
    return {"darwin": "macOS", "win32": "Windows"}.get(sys.platform, "Debian, Ubuntu")
