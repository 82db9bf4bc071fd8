"""Sets up this checkout if need be and runs it: python3 packaging/run.py [ARGUMENTS]."""

from __future__ import annotations

import os
import subprocess
import sys

import environment


def main(arguments: list[str]) -> int:
    """Runs `archivist ARGUMENTS`; with none, opens the window on the sample collection."""
    interpreter = environment.python("requirements.lock")
    opens_window = not arguments or arguments[0] == "open"
    if opens_window and "QT_QPA_PLATFORM" not in os.environ and not environment.display_is_there():
        print(
            "There is no display here, so no window can open. "
            "Archivist does its main job without one instead, into archivist-demo/.",
            file=sys.stderr,
        )
        arguments = ["demo", "archivist-demo"]
    elif not arguments:
        arguments = ["open", "--sample"]
    try:
        return subprocess.run(
            [str(interpreter), "-m", "archivist", *arguments], check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
