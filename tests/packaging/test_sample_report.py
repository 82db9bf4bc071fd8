"""The sample's PDF report and its scan are what their words say, and nothing else."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from tests.tesseract import needs_tesseract

TOP = Path(__file__).resolve().parents[2]
KEPT_SCAN = Path("resources/sample/relief-sheet.jpg")


def test_the_words_of_the_report_give_the_report_of_the_sample_byte_for_byte(
    tmp_path: Path,
) -> None:
    target = tmp_path / "report.pdf"
    script = TOP / "packaging" / "sample_report.py"
    subprocess.run([sys.executable, str(script), str(target)], check=True)
    kept = TOP / "resources" / "sample" / "counting-the-dead.pdf"
    assert target.read_bytes() == kept.read_bytes()


def test_the_words_of_the_scan_give_the_scan_of_the_sample(tmp_path: Path) -> None:
    target = tmp_path / "scan.jpg"
    script = TOP / "packaging" / "sample_scan.py"
    subprocess.run([sys.executable, str(script), str(target)], check=True)
    with Image.open(target) as made, Image.open(TOP / KEPT_SCAN) as kept:
        assert made.size == kept.size
        difference = ImageChops.difference(made, kept)
        # Fonts are smoothed a little otherwise from one release of PDFium to the next.
        assert ImageStat.Stat(difference).mean[0] < 2


@needs_tesseract
def test_the_scan_of_the_sample_can_be_recognized(tmp_path: Path) -> None:
    from archivist.archive.archive import open_archive
    from archivist.recognizing import keep, recognize
    from archivist.sample import build_sample

    words = (TOP / "packaging" / "sample_scan.txt").read_text("utf-8").split()
    with open_archive(build_sample(tmp_path / "sample.archivist")) as archive:
        scan = archive.documents.resolve("relief-sheet.jpg")
        (region,) = archive.excerpts.in_document(scan.id)
        keep(archive, recognize(archive, scan.id))
        found = archive.documents.text(scan.id).split()
        assert len(set(words) - set(found)) < len(words) / 50
        assert archive.excerpts.get(region.id).anchor == region.anchor
        assert len(archive.documents.dates(scan.id)) >= 4
