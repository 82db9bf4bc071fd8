"""Scans and photographs as tests need them, drawn by Pillow."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

PAPER = (827, 1169)  # pixels: A4 at 100 an inch
LINES = (
    "The harbour was closed at noon on 6 December 1917.",
    "Nobody was allowed to pass the northern gate, and",
    "the relief train stood waiting beyond the bridge.",
)


def page(
    lines: Sequence[str] = LINES,
    *,
    size: tuple[int, int] = PAPER,
    dpi: int = 100,
    mode: str = "L",
) -> Image.Image:
    """Draws lines of words in 14 points, black on white, an inch from the edges."""
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(14 * dpi / 72)
    for number, line in enumerate(lines):
        draw.text((dpi, dpi * (1 + number * 0.4)), line, 0, font)
    return image if mode == "L" else image.convert(mode)


def slip(lines: Sequence[str] = LINES) -> Image.Image:
    """Draws lines of words on a slip of paper, of which recognizing text is soon done."""
    return page(lines, size=(PAPER[0], 340))


def square(mode: str = "RGB", *, size: tuple[int, int] = (300, 200)) -> Image.Image:
    """Draws a black square of 100 pixels in the top left corner of a white picture."""
    image = Image.new("RGB", size, "white")
    image.paste("black", (0, 0, 100, 100))
    return image if mode == "RGB" else image.convert(mode)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """Gives a picture as the bytes of a file."""
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def tiff(images: Sequence[Image.Image], **options: Any) -> bytes:
    """Gives pictures as the pages of one TIFF."""
    return saved(images[0], "TIFF", save_all=True, append_images=list(images[1:]), **options)


def written(folder: Path, name: str, data: bytes) -> Path:
    """Writes a file and gives its path."""
    path = folder / name
    path.write_bytes(data)
    return path
