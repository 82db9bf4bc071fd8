"""Sets up this checkout if need be and runs it: python3 packaging/run.py [--with-ocr] [ARGUMENTS].

With --with-ocr it first installs Tesseract, which recognizes the text of scans, or says how.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment


def main(arguments: list[str]) -> int:
    """Runs `archivist ARGUMENTS`; with none, opens the window on the sample collection."""
    if arguments[:1] == ["--with-ocr"]:
        arguments = arguments[1:]
        environment.install_ocr()
    interpreter = environment.python("requirements.lock")
    variables = dict(os.environ)
    if "QT_QPA_PLATFORM" not in variables and not environment.display_is_there():
        variables.pop("DISPLAY", None)  # one that nobody serves would end Qt without a word
        if not arguments:
            print(
                "There is no display here, so no window can open. "
                "Archivist does its main job without one instead, into archivist-demo/.",
                file=sys.stderr,
            )
            arguments = ["demo", "archivist-demo"]
    arguments = arguments or ["open", "--sample"]
    try:
        return subprocess.run(
            [str(interpreter), "-m", "archivist", *arguments], env=variables, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
