"""Archivist: tag passages by event and actor, tie them to citations and dates, lose nothing."""

__version__ = "0.1.0"
