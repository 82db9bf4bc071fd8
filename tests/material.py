"""Where files for running the real thing on lie, when they are there."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "material"
MATERIAL: Path | None = _FOLDER if _FOLDER.is_dir() else None
needs_material = pytest.mark.skipif(MATERIAL is None, reason="the material folder is not here")
