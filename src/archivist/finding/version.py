"""Which finder has looked through a text; apart from the finders, so that asking loads none."""

FINDER_VERSION = 11
"""Raised with every change of what is found: documents looked through before are looked through
again."""
