"""Lets `python -m archivist` do what `archivist` does."""

from archivist.cli import main

if __name__ == "__main__":
    main()
