"""Sets the test tools up and runs all checks: python3 packaging/test.py [PYTEST ARGUMENTS]."""

from __future__ import annotations

import os
import subprocess
import sys

import environment


def main(arguments: list[str]) -> int:
    """Runs ruff, mypy, import-linter and pytest; all of them, so that one run shows every fault."""
    interpreter = str(environment.python("requirements-test.lock"))
    variables = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONDONTWRITEBYTECODE="1")
    lint_imports = "from importlinter.cli import lint_imports_command as run; run()"
    checks = [
        ["-m", "ruff", "format", "--check", "--quiet"],
        ["-m", "ruff", "check", "--quiet"],
        ["-m", "mypy"],
        ["-c", lint_imports],
        ["-m", "pytest", *(arguments or ["--numprocesses=2", "--dist=loadfile"])],
    ]
    worst = 0
    for check in checks:
        print("$ python " + " ".join(check), flush=True)
        done = subprocess.run(
            [interpreter, *check], cwd=environment.TOP, env=variables, check=False
        )
        worst = worst or done.returncode
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
