"""What a search with snippets costs, beside the bare FTS5 query on the same index.

Run with `pytest tests/benchmarks/test_search.py --benchmark-enable -s`.
"""

import random
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.archive.shelf import add_document

from archivist.archive.archive import Archive, create

PASSAGES = 2000
BARE = """
SELECT rowid, snippet(passage_index, 0, '[', ']', '…', 20) FROM passage_index
WHERE passage_index MATCH ? ORDER BY rank LIMIT 50
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    chance = random.Random(1)
    vocabulary = ["".join(chance.choices("aeioulnrst", k=6)) for _ in range(5000)]
    weights = [1 / (rank + 1) for rank in range(5000)]  # as words of a language are spread
    lines = (" ".join(chance.choices(vocabulary, weights, k=80)) for _ in range(PASSAGES))
    with create(tmp_path_factory.mktemp("search") / "bench.archivist") as opened:
        add_document(opened, "common\n" + "\n".join(f"{line} common" for line in lines))
        yield opened


@pytest.mark.benchmark(group="50 ranked passages")
def test_through_the_archive(benchmark: BenchmarkFixture, archive: Archive) -> None:
    assert len(benchmark(archive.search.find, "common ")) == 50


@pytest.mark.benchmark(group="50 ranked passages")
def test_by_a_bare_query(benchmark: BenchmarkFixture, archive: Archive) -> None:
    assert len(benchmark(archive.store.rows, BARE, ('"common"',))) == 50
