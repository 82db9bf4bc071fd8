"""Tests that want the program that recognizes text."""

import pytest

from archivist.readers.tesseract import installed

needs_tesseract = pytest.mark.skipif(installed() is None, reason="Tesseract is not installed")
