"""The wheel brings along everything that a checkout has."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def test_the_wheel_holds_the_program_and_every_resource(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(TOP / name, source / name)
    no_caches = shutil.ignore_patterns("__pycache__")
    for name in ("src", "resources"):
        shutil.copytree(TOP / name, source / name, ignore=no_caches)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        (entry_points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        script = archive.read(entry_points).decode()
    package = {
        str(path.relative_to(source / "src"))
        for path in (source / "src").rglob("*")
        if path.is_file()
    }
    resources = {
        str(Path("archivist") / path.relative_to(source))
        for path in (source / "resources").rglob("*")
        if path.is_file()
    }
    assert held == package | resources
    assert "archivist = archivist.cli:main" in script
