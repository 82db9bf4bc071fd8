"""Makes the sample collection's scan again: python packaging/sample_scan.py OUT.

Its words stand beside this file. It runs in the test environment, which has reportlab; the same
words give the same picture: a typed sheet, laid a little askew, on paper that has darkened.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

LINES = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
DPI = 170
ASKEW = 0.7  # degrees
PAPER, EDGE = 232, 205  # shades of gray: in the middle of the sheet, and at its lower edge
INK = 0.72  # how black the ribbon still writes
QUALITY = 38  # of the JPEG


def typed() -> bytes:
    """Gives the words as a sheet in the typeface of a typewriter, as PDF."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A5, invariant=1)
    canvas.setFont("Courier", 8.6)
    for number, line in enumerate(LINES):
        canvas.drawString(38, A5[1] - 62 - number * 15.5, line)
    canvas.save()
    return file.getvalue()


def scanned(sheet: bytes) -> Image.Image:
    """Gives a sheet as a scanner that needs cleaning shows it."""
    document = pypdfium2.PdfDocument(sheet)
    ink = document[0].render(scale=DPI / 72).to_pil().convert("L")
    document.close()
    faded = ink.point(lambda value: round(255 - (255 - value) * INK))
    askew = faded.rotate(ASKEW, Image.Resampling.BICUBIC, fillcolor=255)
    shade = Image.linear_gradient("L").resize(askew.size)
    paper = shade.point(lambda value: round(PAPER - (PAPER - EDGE) * (value / 255) ** 3))
    return ImageChops.multiply(askew.filter(ImageFilter.GaussianBlur(0.6)), paper)


def main(target: Path) -> None:
    """Writes the scan to `target`."""
    exif = Image.Exif()
    exif[270] = "A typed sheet of the Archivist sample collection"
    exif[315] = "Archivist sample collection"
    scanned(typed()).save(target, "JPEG", quality=QUALITY, dpi=(DPI, DPI), exif=exif)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
