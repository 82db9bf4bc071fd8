"""What one tagging step costs in the window of a large archive, beside the step in the archive.

`pytest tests/benchmarks/test_step_in_window.py --benchmark-enable -s`; ARCHIVIST_EXCERPTS=100000
makes a larger archive.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from tests.archive.shelf import add_document
from tests.ui.hand import Hand

from archivist.archive.archive import Archive, create
from archivist.domain.dates import parse_date
from archivist.ui.passages import of_excerpt

EXCERPTS = int(os.environ.get("ARCHIVIST_EXCERPTS", "2000"))
DOCUMENTS, EVENTS, ACTORS, CITATIONS = 10, 300, 100, 200
LENGTH = 40  # code points of an excerpt


def fill(archive: Archive) -> None:
    """Fills an archive with excerpts of several documents, most of them tagged."""
    chance = random.Random(20230924)
    each = EXCERPTS // DOCUMENTS
    line = "On 3 March 1931 a house of the street was cleared, and nobody came back there.[1]\n"
    store = archive.store
    with archive.step("Fill"):
        for number in range(DOCUMENTS):
            add_document(archive, line * each, f"report {number}.txt")
        for number in range(EVENTS):
            day = parse_date(f"{1900 + number % 90}-03-{number % 28 + 1:02}")
            archive.events.create(f"Event {number}", date=day if number % 4 else None)
        for number in range(ACTORS):
            archive.actors.create(f"Actor {number}")
        for number in range(CITATIONS):
            archive.citations.create(key=str(number), item={"title": f"Book {number}"})
        now = store.now()
        values = ("uid", "document_id", "number", "start", "end", "quote", "created_at")
        store.insert_many(
            "excerpt",
            (*values, "created_by", "modified_at"),
            [
                (store.new_uid(), document, number, at, at + LENGTH, line[:LENGTH], now, "", now)
                for document in range(1, DOCUMENTS + 1)
                for number in range(1, each + 1)
                for at in [(number - 1) * len(line)]
            ],
        )
        for thing, most in (("event", EVENTS), ("actor", ACTORS), ("citation", CITATIONS)):
            store.insert_many(
                f"excerpt_{thing}",
                ("excerpt_id", f"{thing}_id"),
                [
                    (excerpt, chance.randint(2, most))
                    for excerpt in range(1, EXCERPTS + 1)
                    if chance.random() < 0.8
                ],
            )


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    with create(tmp_path / "large.archivist") as archive:
        fill(archive)
    hand = Hand(qtbot)
    hand.window.archives.open(tmp_path / "large.archivist")
    hand.window.bench.documents.open(1)
    for _turn in range(20):
        hand.settle()
    yield hand
    hand.close()


@pytest.mark.benchmark(min_rounds=5, max_time=1.0)
def test_a_tag_in_the_window(benchmark: BenchmarkFixture, large: Hand) -> None:
    archive, tagging = large.window.hub.archive, large.window.bench.tagging
    ids = iter([excerpt.id for excerpt in archive.excerpts.in_document(1)])
    bare, whole, longest = [], [], []

    def tag() -> None:
        excerpt = next(ids)
        began = perf_counter()
        archive.links.tag_topic(excerpt, archive.topics.ensure("Clearings"))
        bare.append(perf_counter() - began)
        for _turn in range(20):
            large.settle()
        tagging._passage = of_excerpt(archive, excerpt)
        turns = []
        began = thread_time()
        tagging.tag_event(1)
        turns.append(thread_time() - began)
        for _turn in range(20):
            began = thread_time()
            QApplication.processEvents()
            turns.append(thread_time() - began)
        whole.append(sum(turns))
        longest.append(max(turns))

    benchmark(tag)
    step, window, wait = (sorted(times)[len(times) // 2] for times in (bare, whole, longest))
    benchmark.extra_info |= {
        "excerpts": EXCERPTS,
        "longest_turn_ms": round(wait * 1000, 1),
        "window_by_step": round(window / step, 1),
    }
    print(  # noqa: T201
        f"\n{EXCERPTS} excerpts: step in the archive {step * 1000:.1f} ms, in the window"
        f" {window / step:.0f} times that; longest turn {wait * 1000:.0f} ms"
    )
    assert archive.events.counts()[1] == len(whole)
