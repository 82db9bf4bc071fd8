"""The inspector: everything known about the chosen excerpt, and where each of it is edited."""

from archivist.ui.inspector.panel import Inspector

__all__ = ["Inspector"]
