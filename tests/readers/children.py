"""What the tests let a child do: each ends in its own way."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Protocol

from archivist.domain.errors import PasswordNeededError
from archivist.domain.reading import Page
from archivist.readers import shared
from archivist.readers.isolate import Progress


class Ending(Protocol):
    def __call__(self, path: Path, *, progress: Progress) -> None: ...


def sums(first: int, second: int, *, progress: Progress) -> int:
    progress(1, 1)
    return first + second


def own_process(*, progress: Progress) -> int:
    return os.getpid()


def modules(*, progress: Progress) -> list[str]:
    return sorted(sys.modules)


def values(*, progress: Progress) -> tuple[Page, ...]:
    return (Page(1, "i", 0, 12, 595.0, 842.0),)


def counts(total: int, seconds: float, *, progress: Progress) -> int:
    for done in range(total):
        time.sleep(seconds)
        progress(done + 1, total)
    return total


def refuses(path: Path, *, progress: Progress) -> None:
    raise PasswordNeededError(f"{path.name} is encrypted; give its password.")


def has_a_bug(path: Path, *, progress: Progress) -> None:
    raise KeyError("no such thing")


def crashes(path: Path, *, progress: Progress) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leaves(path: Path, *, progress: Progress) -> None:
    os._exit(0)


def hangs(path: Path, *, progress: Progress) -> None:
    while True:
        time.sleep(1)


def dawdles(path: Path, *, progress: Progress) -> None:
    while True:
        time.sleep(0.05)
        progress(0, 100)


def devours(path: Path, *, progress: Progress) -> None:
    held = []
    while True:
        held.append(bytearray(50_000_000))


def prints(*, progress: Progress) -> str:
    sys.stdout.write("noise" * 100_000)
    sys.stderr.write("more noise" * 100_000)
    return sys.stdin.read()


def gives_code(*, progress: Progress) -> object:
    return print


def breaks_at(total: int, broken: set[int], *, progress: Progress) -> list[int]:
    progress(0, total)
    kept = []
    for step in range(1, total + 1):
        if step not in shared.broken_steps():
            if step in broken:
                os.kill(os.getpid(), signal.SIGSEGV)
            kept.append(step)
        progress(step, total)
    return kept


def time_left_after(steps: int, *, progress: Progress) -> int:
    """Gives the seconds after which this child would end itself."""
    progress(steps, steps)
    return signal.alarm(0)
