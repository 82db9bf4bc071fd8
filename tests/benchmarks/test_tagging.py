"""What a highlight with two tags and a link costs, beside bare SQLite writing the same rows.

Run with `pytest tests/benchmarks/test_tagging.py --benchmark-enable -s`.
"""

import itertools
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.archive.shelf import add_document

from archivist.archive.archive import Archive, create
from archivist.archive.schema import INDEXES, TABLES, run_script
from archivist.domain.anchor import describe

TEXT = "A paragraph of the report, with 24 September in it.\n" * 2000


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create(tmp_path / "bench.archivist") as opened:
        add_document(opened, TEXT)
        opened.events.create("Flood")
        opened.actors.create("Somebody")
        opened.citations.create(key="1", item={"title": "Book"})
        yield opened


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    run_script(connection, TABLES)
    run_script(connection, INDEXES)
    yield connection
    connection.close()


@pytest.mark.benchmark(group="highlight, two tags and a link")
def test_in_an_archive(benchmark: BenchmarkFixture, archive: Archive) -> None:
    places = itertools.count()

    def tag() -> None:
        place = next(places) % (len(TEXT) - 60)
        with archive.step("Highlight and tag"):
            excerpt = archive.excerpts.create(1, describe(TEXT, place, place + 50))
            archive.links.tag_event(excerpt, 1)
            archive.links.tag_actor(excerpt, 1)
            archive.links.cite(excerpt, 1)

    benchmark(tag)
    assert len(archive.excerpts.all()) == archive.store.value("SELECT count(*) FROM excerpt_event")


@pytest.mark.benchmark(group="highlight, two tags and a link")
def test_in_bare_sqlite(benchmark: BenchmarkFixture, bare: sqlite3.Connection) -> None:
    numbers = itertools.count(1)

    def tag() -> None:
        number = next(numbers)
        quote = TEXT[number : number + 50]
        bare.execute("BEGIN IMMEDIATE")
        excerpt = bare.execute(
            'INSERT INTO excerpt (uid, document_id, number, start, "end", quote, prefix, suffix,'
            " created_at, created_by, modified_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (str(uuid.uuid4()), number, number, number + 50, quote, quote, quote, "", "", ""),
        ).lastrowid
        bare.execute("INSERT INTO excerpt_event (excerpt_id, event_id) VALUES (?, 1)", (excerpt,))
        bare.execute("INSERT INTO excerpt_actor (excerpt_id, actor_id) VALUES (?, 1)", (excerpt,))
        bare.execute(
            "INSERT INTO excerpt_citation (excerpt_id, citation_id) VALUES (?, 1)", (excerpt,)
        )
        bare.execute("COMMIT")

    benchmark(tag)
    assert bare.execute("SELECT count(*) FROM excerpt_event").fetchone()[0] > 0


@pytest.fixture(scope="module", autouse=True)
def ratio(request: pytest.FixtureRequest) -> Iterator[None]:
    """Says, after both have run, how much more an archive costs."""
    yield
    session = getattr(request.config, "_benchmarksession", None)
    medians = {
        item.name: item.stats.median
        for item in (session.benchmarks if session else ())
        if item.group == "highlight, two tags and a link" and item.stats.data
    }
    if len(medians) == 2:
        archive, bare = medians["test_in_an_archive"], medians["test_in_bare_sqlite"]
        print(f"\narchive / bare SQLite: {archive / bare:.2f} ({archive * 1000:.2f} ms)")  # noqa: T201
