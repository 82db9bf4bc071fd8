"""The versions of the libraries that readers stand on, each looked up once: it takes 2 ms."""

import importlib.metadata
from functools import cache


@cache
def version(package: str) -> str:
    """Gives the installed version of a package."""
    return importlib.metadata.version(package)
