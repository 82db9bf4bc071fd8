"""Pictures made by the tests."""

import io
from typing import Any

from PIL import Image


def picture(
    width: int = 60, height: int = 40, color: Any = "red", *, kind: str = "PNG", mode: str = "RGB"
) -> bytes:
    """Gives a picture of one color, in pixels."""
    buffer = io.BytesIO()
    Image.new(mode, (width, height), color).save(buffer, kind)
    return buffer.getvalue()
