"""Formats that leave Archivist or come from other tools."""
