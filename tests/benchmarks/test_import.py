"""How fast files are read and imported, each beside its baseline measured in the same run.

Run with `pytest tests/benchmarks --benchmark-only`.
"""

import hashlib
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.readers import pdfs

from archivist.archive.archive import create
from archivist.domain.reading import ReadDocument
from archivist.importer import import_paths
from archivist.readers import read_document
from archivist.readers.isolate import Child

PAGES = 2400
FILES = 1000
LINE = "Page {page}, line {line}: the witness said that the column left by the northern road."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    pages = ([LINE.format(page=page, line=line) for line in range(46)] for page in range(PAGES))
    path.write_bytes(pdfs.made([*pages]))
    return path


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("text")
    paths = [folder / f"letter-{number}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_text("\n".join(LINE.format(page=number, line=line) for line in range(25)))
    return paths


def extracted(path: Path) -> int:
    """The bare work: the same text by pypdfium2 alone, in this process."""
    with pypdfium2.PdfDocument(path) as document:
        length = 0
        for page in document:
            text_page = page.get_textpage()
            length += len(text_page.get_text_range())
            text_page.close()
            page.close()
    return length


def imported(paths: list[Path], folder: Path) -> list[int]:
    """The whole work: hashed, read, searched for markers and dates, kept and indexed; its pages."""
    with create(folder / f"{uuid.uuid4()}.archivist") as archive:
        return [result.pages for result in import_paths(archive, paths)]


def kept_by_sqlite(paths: list[Path], folder: Path) -> int:
    """The bare work: each file's bytes and text in one durable transaction of SQLite's."""
    connection = sqlite3.connect(folder / f"{uuid.uuid4()}.sqlite", isolation_level=None)
    with closing(connection):
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE document (sha256 TEXT UNIQUE, original BLOB, text TEXT);"
            "CREATE VIRTUAL TABLE passage USING fts5(text);"
        )
        for path in paths:
            data = path.read_bytes()
            text = data.decode()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO document VALUES (?, ?, ?)",
                (hashlib.sha256(data).hexdigest(), data, text),
            )
            connection.execute("INSERT INTO passage VALUES (?)", (text,))
            connection.execute("COMMIT")
        return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])


def read_all(paths: list[Path]) -> int:
    with Child() as child:
        return sum(len(child.run(read_document, path).text) for path in paths)


@pytest.mark.benchmark(group="PDF of 2,400 pages", min_rounds=3, max_time=1)
def test_reading_a_long_pdf_in_the_child(benchmark: BenchmarkFixture, report: Path) -> None:
    def read() -> ReadDocument:
        with Child() as child:
            document: ReadDocument = child.run(read_document, report)
        return document

    assert len(benchmark(read).pages) == PAGES


@pytest.mark.benchmark(group="PDF of 2,400 pages", min_rounds=3, max_time=1)
def test_importing_a_long_pdf_into_an_archive(
    benchmark: BenchmarkFixture, report: Path, tmp_path: Path
) -> None:
    assert benchmark(imported, [report], tmp_path) == [PAGES]


@pytest.mark.benchmark(group="PDF of 2,400 pages", min_rounds=3, max_time=1)
def test_bare_extraction_of_a_long_pdf(benchmark: BenchmarkFixture, report: Path) -> None:
    assert benchmark(extracted, report) > PAGES


@pytest.mark.benchmark(group="1,000 small files", min_rounds=3, max_time=1)
def test_reading_many_small_files_in_one_child(
    benchmark: BenchmarkFixture, letters: list[Path]
) -> None:
    assert benchmark(read_all, letters) > FILES


@pytest.mark.benchmark(group="1,000 small files", min_rounds=3, max_time=1)
def test_importing_many_small_files_into_an_archive(
    benchmark: BenchmarkFixture, letters: list[Path], tmp_path: Path
) -> None:
    assert len(benchmark(imported, letters, tmp_path)) == FILES


@pytest.mark.benchmark(group="1,000 small files", min_rounds=3, max_time=1)
def test_keeping_many_small_files_in_bare_sqlite(
    benchmark: BenchmarkFixture, letters: list[Path], tmp_path: Path
) -> None:
    assert benchmark(kept_by_sqlite, letters, tmp_path) == FILES
