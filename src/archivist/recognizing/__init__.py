"""Recognizing the text of pages that are pictures: by Tesseract in children, kept in one step."""

from archivist.recognizing.composing import Recognized
from archivist.recognizing.keeping import Kept, keep
from archivist.recognizing.reading import pages_without_text, recognize, usual_languages

__all__ = [
    "Kept",
    "Recognized",
    "keep",
    "pages_without_text",
    "recognize",
    "usual_languages",
]
