"""Makes the checkout's own virtual environment from a lock file; needs nothing but Python."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = (3, 11)

# What PySide6's wheels expect of a Linux system: the library to look for, and Debian's package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}

OCR_PACKAGES = ("tesseract-ocr", "tesseract-ocr-eng", "tesseract-ocr-osd")
OCR_LINES = {
    "macOS": "brew install tesseract tesseract-lang",
    "Windows": "winget install UB-Mannheim.TesseractOCR",
}


def python(*locks: str) -> Path:
    """Gives the environment's Python, set up from the named lock files beside this module.

    Exits with one line that says what to do where something is missing that it cannot install.
    """
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(str(part) for part in OLDEST_PYTHON)
        sys.exit(f"Archivist needs Python {needed} or newer; this is {sys.version.split()[0]}.")
    folder = TOP / ".venv"
    interpreter = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "archivist-locks.txt"  # a line for each lock file that is installed
    done = (
        set(stamp.read_text().splitlines()) if interpreter.exists() and stamp.is_file() else set()
    )
    wanted = {lock: f"{lock} {_fingerprint(lock)}" for lock in locks}
    if done >= set(wanted.values()):
        return interpreter
    _install_system_packages()
    if not _starts(interpreter):
        print("Setting up Archivist's own environment in .venv (once) …", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        done = set()
        _run([sys.executable, "-m", "venv", str(folder)])
    install = [str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for lock, line in wanted.items():
        if line not in done:
            _run([*install, "--require-hashes", "--requirement", str(TOP / "packaging" / lock)])
    _make_importable(interpreter)
    kept = {line for line in done if line.split()[0] not in wanted}
    stamp.write_text("".join(f"{line}\n" for line in sorted(kept | set(wanted.values()))))
    return interpreter


def display_is_there() -> bool:
    """Tells whether a window could be opened: asks the X server, or trusts the desktop's word."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt will say more than we can
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _fingerprint(lock: str) -> str:
    content = (TOP / "packaging" / lock).read_bytes()
    return hashlib.sha256(sys.version.encode() + content).hexdigest()


def _starts(interpreter: Path) -> bool:
    """Tells whether an environment from before still runs (its base Python may have gone)."""
    if not interpreter.exists():
        return False
    probe = [str(interpreter), "-c", "import pip"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _make_importable(interpreter: Path) -> None:
    """Puts src/ on the environment's path, so that the checkout itself is what runs."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [str(interpreter), "-c", ask], capture_output=True, text=True, check=True
    )
    Path(answer.stdout.strip(), "archivist-checkout.pth").write_text(f"{TOP / 'src'}\n")


def install_ocr() -> None:
    """Installs Tesseract on Debian and Ubuntu as root; elsewhere prints the line to run."""
    if shutil.which("tesseract") is not None:
        print("Tesseract is installed.", file=sys.stderr)
        return
    if _apt_install(OCR_PACKAGES, "Tesseract") is None:
        system = {"darwin": "macOS", "win32": "Windows"}.get(sys.platform, "")
        line = OCR_LINES.get(system, "the package manager of this system")
        print(
            f"Archivist goes on without recognizing text. Install Tesseract by: {line}",
            file=sys.stderr,
        )


def _install_system_packages() -> None:
    """Installs what pip cannot on Debian and Ubuntu as root; elsewhere prints the line to run."""
    missing = _missing_packages()
    if not missing:
        return
    done = _apt_install(missing, "Archivist")
    if done is None:
        _explain("Archivist needs what Debian calls " + ", ".join(missing) + ".", missing)
    elif not done and any(package.endswith("-venv") for package in missing):
        sys.exit(1)  # without venv nothing goes on; what to run is said already


def _apt_install(packages: Sequence[str], what: str) -> bool | None:
    """Installs Debian's packages; False where only root could, None where there is no apt-get."""
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    apt = shutil.which("apt-get")
    if apt is None:
        return None
    if os.geteuid() != 0:
        print(f"{what} needs some system packages. Run: sudo " + " ".join(line), file=sys.stderr)
        return False
    print("Installing system packages: " + " ".join(packages), file=sys.stderr)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in ([apt, "update", "--quiet=2"], [apt, "--quiet=2", *line[1:]]):
        done = subprocess.run(command, env=quiet, stdout=sys.stderr, check=False)
        if done.returncode != 0:
            sys.exit("Could not install the system packages. Run: " + " ".join(line))
    return True


def _missing_packages() -> list[str]:
    missing = []
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if sys.platform.startswith("linux"):
        missing += [package for name, package in QT_LIBRARIES.items() if not _loads(name)]
        fonts = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
        if not any(next(folder.rglob("*.[ot]t[fc]"), None) for folder in fonts):
            missing.append("fonts-dejavu-core")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _explain(sentence: str, missing: list[str]) -> None:
    """Without venv nothing goes on; without a Qt library the command line still works."""
    if any(package.endswith("-venv") for package in missing):
        sys.exit(sentence)
    print(sentence, file=sys.stderr)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode != 0:
        sys.exit(f"Setting up stopped: `{' '.join(command[:6])} …` failed; its words stand above.")
