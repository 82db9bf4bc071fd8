"""Whatever a child does, its parent goes on and can say what happened."""

import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.readers import children

from archivist.domain.errors import CancelledError, PasswordNeededError, UnreadableFileError
from archivist.domain.reading import Page
from archivist.readers import isolate, wire

FILE = Path("report.pdf")


def test_a_call_gives_what_the_function_gives() -> None:
    assert isolate.run(children.sums, 3, 4) == 7


def test_values_of_the_domain_cross_the_pipe() -> None:
    assert isolate.run(children.values) == (Page(1, "i", 0, 12, 595.0, 842.0),)


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    isolate.run(children.counts, 3, 0.0, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_one_child_serves_many_calls_and_an_error_does_not_cost_it() -> None:
    with isolate.Child() as child:
        first = child.run(children.own_process)
        with pytest.raises(PasswordNeededError, match=r"report\.pdf is encrypted"):
            child.run(children.refuses, FILE)
        assert child.run(children.own_process) == first


@pytest.mark.parametrize("function", [children.crashes, children.leaves, children.has_a_bug])
def test_a_child_that_dies_is_one_sentence_and_is_replaced(
    function: children.Ending, caplog: pytest.LogCaptureFixture
) -> None:
    with isolate.Child() as child:
        before = child.run(children.own_process)
        with pytest.raises(UnreadableFileError, match=r"^report\.pdf could not be read: "):
            child.run(function, FILE)
        assert child.run(children.own_process) != before
    assert "report.pdf" in caplog.text


def test_a_bug_in_a_reader_keeps_its_traceback_for_the_log() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        isolate.run(children.has_a_bug, FILE)
    assert "KeyError: 'no such thing'" in caught.value.__notes__[0]


def test_a_call_without_progress_is_stopped() -> None:
    with isolate.Child() as child, pytest.raises(UnreadableFileError, match="was stopped after"):
        child.run(children.hangs, FILE, patience=0.3)


def test_a_call_that_only_pretends_to_progress_is_stopped() -> None:
    with pytest.raises(UnreadableFileError, match="was stopped after"):
        isolate.run(children.dawdles, FILE, deadline=0.4)


def test_progress_earns_time() -> None:
    with isolate.Child() as child:
        child.run(children.own_process)
        assert child.run(children.counts, 100, 0.01, deadline=0.5) == 100


def test_a_large_file_has_more_time() -> None:
    assert isolate.deadline_for(0) < isolate.deadline_for(50_000_000)


def test_a_call_that_devours_memory_is_stopped() -> None:
    with isolate.Child(memory=400_000_000) as child:
        with pytest.raises(UnreadableFileError, match=r"needs more than 400 MB of memory"):
            child.run(children.devours, FILE)
        assert child.run(children.sums, 1, 1) == 2


def test_a_call_can_be_cancelled() -> None:
    begun = time.monotonic()
    with pytest.raises(CancelledError, match=r"report\.pdf"):
        isolate.run(children.hangs, FILE, cancelled=lambda: time.monotonic() > begun + 0.2)


def test_a_child_loads_no_window_and_no_database() -> None:
    loaded = isolate.run(children.modules)
    assert not [name for name in loaded if name.startswith(("PySide6", "sqlite3"))]


def test_what_a_child_prints_disturbs_nobody() -> None:
    assert isolate.run(children.prints) == ""


def test_code_never_crosses_the_pipe() -> None:
    with pytest.raises(UnreadableFileError, match="nonsense"):
        isolate.run(children.gives_code)


@pytest.mark.parametrize(
    "attack",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        pickle.dumps(Path),
        pickle.dumps(UnreadableFileError("x")),
        b"carchivist.domain.model\nABCMeta\n.",
        b"carchivist.readers.isolate\nrun\n.",
        b"\x80\x04\x8c\x18archivist.domain.reading\x8c\x0dPage.__init__\x93.",
        b"",
        b"\x80\x05N",
    ],
)
def test_an_answer_can_hold_nothing_but_values(attack: bytes) -> None:
    with pytest.raises(wire.ProtocolError):
        wire.loads(attack)


def test_the_memory_of_a_process_can_be_told() -> None:
    with isolate.Child() as child:
        assert isolate.resident_bytes(child.run(children.own_process)) > 1_000_000
    assert isolate.resident_bytes(2**22 + 1) == 0


def test_a_step_that_breaks_its_child_is_left_out_by_the_next() -> None:
    seen: list[tuple[int, int]] = []
    with isolate.Child() as child:
        kept = child.run(
            children.breaks_at, 5, {2, 4}, progress=lambda done, total: seen.append((done, total))
        )
    assert kept == [1, 3, 5]
    assert seen == sorted(seen)


def test_a_file_whose_every_step_breaks_is_given_up() -> None:
    with isolate.Child() as child, pytest.raises(UnreadableFileError, match="crashed on it"):
        child.run(children.breaks_at, 20, set(range(21)))


def test_a_child_does_not_outlive_its_parent() -> None:
    code = (
        "import os, signal\n"
        "from archivist.readers.isolate import Child\n"
        "from tests.readers import children\n"
        "print(Child().run(children.own_process), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        said = parent.communicate()[0]
    orphan = int(said)
    while isolate.resident_bytes(orphan):
        time.sleep(0.05)


def test_a_child_works_while_its_caller_does_something_else() -> None:
    with isolate.Child() as child:
        begun = child.begin(children.sums, 1, 2)
        assert begun() == 3


def test_a_call_that_nobody_waited_for_gives_its_answer_to_no_other() -> None:
    with isolate.Child() as child:
        child.begin(children.sums, 1, 2)
        assert child.run(children.sums, 3, 4) == 7


def test_what_the_caller_does_meanwhile_is_not_the_childs_time() -> None:
    with isolate.Child() as child:
        begun = child.begin(children.sums, 1, 2, deadline=0.5)
        time.sleep(1)
        assert begun() == 3


def test_a_child_that_dies_unwatched_is_noticed() -> None:
    with isolate.Child() as child:
        begun = child.begin(children.crashes, FILE)
        time.sleep(1)
        with pytest.raises(UnreadableFileError):
            begun()
        assert child.run(children.sums, 3, 4) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="no alarms there")
def test_a_child_gives_what_comes_after_many_pages_as_long_as_its_parent_does() -> None:
    short = isolate.run(children.time_left_after, 1)
    assert isolate.run(children.time_left_after, 2_400) >= short + 119
