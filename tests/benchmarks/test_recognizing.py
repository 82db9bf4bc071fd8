"""What recognizing a page costs beside Tesseract alone, in processor time of the same run."""

import os
import subprocess
from pathlib import Path

import psutil
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.readers import pictures
from tests.tesseract import needs_tesseract

from archivist.archive.archive import create
from archivist.importer import prepare, store
from archivist.readers.tesseract import needed
from archivist.recognizing import keep, recognize

_LINES = 24
_PAGES = 2


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    lines = [" ".join(pictures.LINES[:2]) for _ in range(_LINES)]
    page = pictures.page(lines, size=(3300, 3400), dpi=300)
    path = tmp_path / "sheet.tif"
    path.write_bytes(pictures.tiff([page] * _PAGES, dpi=(300, 300), compression="tiff_lzw"))
    return path


def spent() -> float:
    """Processor seconds of this process and of all that it started and waited for."""
    times = psutil.Process().cpu_times()
    return times.user + times.system + times.children_user + times.children_system


@needs_tesseract
def test_recognizing_costs_little_more_than_tesseract_alone(
    sheet: Path, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    with create(tmp_path / "a.archivist") as archive:
        document_id = store(archive, prepare(sheet)).document_id
        assert document_id is not None

        def all_pages() -> float:
            begun = spent()
            keep(archive, recognize(archive, document_id, languages=["eng"], pages=[1, 2]))
            return spent() - begun

        own = benchmark(all_pages)
    begun = spent()
    command = [needed().program, str(sheet), "stdout", "-l", "eng", "--psm", "1", "tsv"]
    subprocess.run(
        command, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True, capture_output=True
    )
    alone = spent() - begun
    benchmark.extra_info["times Tesseract alone"] = round(own / alone, 2)
    assert own < 1.6 * alone
