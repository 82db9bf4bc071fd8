"""Jobs: results, faults, bugs, progress and cancel, all in the window's thread."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from archivist.domain.errors import ArchivistError, CancelledError, StorageError
from archivist.ui.jobs import Jobs, Task


def _must_not(told: object) -> None:
    raise AssertionError(f"nobody was to be told {told!r}")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_a_result_comes_back_in_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    worked_in: list[int] = []
    told: list[tuple[int, int]] = []

    def work(_task: Task) -> int:
        worked_in.append(threading.get_ident())
        return 42

    jobs.submit("Count", work, lambda n: told.append((n, threading.get_ident())), _must_not)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, threading.get_ident())]
    assert worked_in != [threading.get_ident()]
    assert jobs.tasks == ()


def test_a_fault_of_the_world_goes_to_the_owner(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[ArchivistError] = []

    def work(_task: Task) -> None:
        raise StorageError("The disk is full.")

    jobs.submit("Write", work, _must_not, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].sentence == "The disk is full."


def test_a_bug_comes_up_in_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_task: Task) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as caught:
        jobs.submit("Divide", work, _must_not, _must_not)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert jobs.tasks == ()


def test_tasks_run_one_after_the_other_and_tell_how_far_they_are(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    done: list[str] = []

    def slow(task: Task) -> str:
        task.report(1, 4)
        go_on.wait(10)
        return "slow"

    first = jobs.submit("Slow", slow, done.append, _must_not, unit="page")
    jobs.submit("Quick", lambda _task: "quick", done.append, _must_not)
    qtbot.waitUntil(lambda: first.done_units == 1)
    assert (first.total_units, [task.name for task in jobs.tasks]) == (4, ["Slow", "Quick"])
    go_on.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["slow", "quick"]


def test_cancel_ends_what_runs_and_what_waits(qtbot: QtBot, jobs: Jobs) -> None:
    began = threading.Event()
    told: list[ArchivistError] = []

    def work(task: Task) -> None:
        began.set()
        while not task.is_cancelled():
            threading.Event().wait(0.005)
        raise CancelledError("Cancelled.")

    jobs.submit("Runs", work, _must_not, told.append)
    jobs.submit("Waits", lambda _task: None, _must_not, told.append)
    assert began.wait(10)
    jobs.cancel_all()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert all(isinstance(fault, CancelledError) for fault in told)


def test_closing_waits_for_the_worker_and_tells_nothing_more(qtbot: QtBot) -> None:
    jobs = Jobs()
    began = threading.Event()

    def work(task: Task) -> None:
        began.set()
        while not task.is_cancelled():
            threading.Event().wait(0.005)

    jobs.submit("Runs", work, _must_not, _must_not)
    assert began.wait(10)
    jobs.close()
    assert jobs.tasks == ()
