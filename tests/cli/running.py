"""Runs the program's commands in this process, as a person or a script would."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from archivist.cli.program import program


def run(*arguments: str | Path, code: int = 0) -> Result:
    """Runs a command, which ends with this exit code."""
    result = CliRunner().invoke(program, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def lines(result: Result) -> list[dict[str, Any]]:
    """Gives the JSON objects that a command wrote, one a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]
