"""The headers and footers of pages, which stand between the lines of what goes on over a page."""

import re
from collections import Counter

from archivist.finding.entry_shapes import YEAR
from archivist.finding.list_words import LIST_HEADINGS, heading_key

_PAGE_NUMBER = re.compile(
    r"[\s|–—-]{0,4}(?:(?:page|seite|página|с|стр|стор|էջ|səh|sayfa|صفحة)\.?\s?)?"
    r"(?:\d{1,4}|[ivxlc]{1,6})(?:\s?(?:/|of|von|de|sur|из|з|ից)\s?\d{1,4})?[\s|–—-]{0,4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[^\w\s]?\s?\d+\s?[^\w\s]?")
_APART = 400  # code points between two headers of pages, at least
_LONGEST = 90  # code points


class PageHeaders:
    """Short lines that come again, page after page, but for their numbers."""

    def __init__(self, text: str) -> None:
        places: dict[str, int] = {}
        counts: Counter[str] = Counter()
        close: set[str] = set()
        start = 0
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if 3 < end - start <= _LONGEST:
                key = _header_key(text[start:end])
                if key in places and start - places[key] < _APART:
                    close.add(key)
                places[key] = start
                counts[key] += 1
            start = end + 1
        self._keys = {key for key, count in counts.items() if count > 1} - close

    def hold(self, words: str) -> bool:
        """Says whether a line is one of them, or a page's number."""
        if len(words) > _LONGEST:
            return False
        if _PAGE_NUMBER.fullmatch(words) and not YEAR.fullmatch(words):
            return True
        if words.endswith((".", ",", ";", ":")):
            return False
        key = _header_key(words)
        return key in self._keys or (key != words and heading_key(key) in LIST_HEADINGS)


def _header_key(line: str) -> str:
    # "The Mills · 2" and "3 | The Mills" are one header.
    return " ".join(_NUMBER.sub(" ", line).split())
