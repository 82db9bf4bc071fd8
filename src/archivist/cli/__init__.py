"""The command line: one command a verb; it loads Qt only to open a window.

Every fault of the world ends as one sentence on standard error and exit code 1.
"""

from archivist.cli.program import main

__all__ = ["main"]
