"""How fast files are read, each beside its baseline measured in the same run.

Run with `pytest tests/benchmarks --benchmark-only`.
"""

from pathlib import Path

import pypdfium2
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.readers import pdfs

from archivist.domain.model import ReadDocument
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
def test_bare_extraction_of_a_long_pdf(benchmark: BenchmarkFixture, report: Path) -> None:
    assert benchmark(extracted, report) > PAGES


@pytest.mark.benchmark(group="1,000 small files", min_rounds=3, max_time=1)
def test_reading_many_small_files_in_one_child(
    benchmark: BenchmarkFixture, letters: list[Path]
) -> None:
    assert benchmark(read_all, letters) > FILES
