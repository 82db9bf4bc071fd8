"""Takes pictures of the window, to be looked at: python3 packaging/pictures.py DIR."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment

SCALES = ("1", "1.5")


def main(arguments: list[str]) -> int:
    """Saves every scene in each scale; Qt learns its scale only when a process starts."""
    if len(arguments) != 1:
        print("Usage: python3 packaging/pictures.py DIR", file=sys.stderr)
        return 2
    interpreter = str(environment.python("requirements.lock"))
    scenes = str(Path(__file__).with_name("picture_scenes.py"))
    for scale in SCALES:
        variables = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=scale)
        command = [interpreter, scenes, arguments[0], scale]
        if subprocess.run(command, env=variables, check=False).returncode:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
