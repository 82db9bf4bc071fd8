"""What a person typed into a search field: its words, and where they stand in a text."""

import re
import unicodedata
from dataclasses import dataclass

# In a search, "a phrase in quotes" stands together; an unclosed quote runs to the end.
_PARTS = re.compile(r'[“”„"«»]([^“”„"«»]*)[“”„"«»]?|[^\s“”„"«»]+')

# Scripts that put no spaces between words, so that an index of words is of no use for them: Thai,
# Lao, Burmese, Khmer, kana, bopomofo and Chinese characters.
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u312f\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words and phrases that a text has to hold, all of them, in any order."""

    parts: tuple[str, ...]
    last_is_begun: bool  # the last one may go on: the user is still typing it

    @property
    def without_spaces(self) -> bool:
        """Whether a part is of a script that does not separate its words."""
        return any(_WITHOUT_SPACES.search(part) for part in self.parts)

    @property
    def match(self) -> str:
        """The parts as an FTS5 expression, in which nothing typed is an operator."""
        quoted = ['"' + part.replace('"', '""') + '"' for part in self.parts]
        return " ".join(quoted) + ("*" if self.last_is_begun else "")

    def ranges_in(self, text: str) -> Ranges | None:
        """Where each part first stands in a text, letters compared as `folded`; None if one lacks.

        Ranges are in code points of the text, in order, and do not overlap.
        """
        folded_text, origins = _folded_with_origins(text)
        found = []
        for part in self.parts:
            wanted = folded(part)
            at = folded_text.find(wanted)
            if at < 0:
                return None
            found.append((origins[at], origins[at + len(wanted) - 1] + 1))
        return merged(found)


def words(text: str) -> Words:
    """Take what was typed apart; any text is allowed."""
    # Lone surrogates and NULs are in no document.
    clean = text.encode("utf-8", "ignore").decode().replace("\0", " ")
    found = [(match[1] or match[0], match[1] is not None) for match in _PARTS.finditer(clean)]
    parts = [(part.strip(), quoted) for part, quoted in found if _has_word(part)]
    begun = bool(parts) and not parts[-1][1] and not clean[-1:].isspace()
    return Words(tuple(part for part, _ in parts), begun)


def folded(text: str) -> str:
    """A text without case and diacritics, as a search compares it."""
    return _folded_with_origins(text)[0] if not text.isascii() else text.lower()


def merged(ranges: list[tuple[int, int]]) -> Ranges:
    """The same ranges in order, those that touch or overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def snippet(text: str, ranges: Ranges, around: int = 70) -> tuple[str, Ranges]:
    """The part of a text about its first range, on one line, with the ranges that lie in it.

    Args:
        text: the whole text.
        ranges: what was found in it, in order.
        around: how many code points to show before and after the first range.
    """
    if not ranges:
        ranges = ((0, 0),)
    first, last = ranges[0][0] - around, ranges[0][1] + around
    start = 0 if first <= 0 else _after_space(text, first, ranges[0][0])
    end = len(text) if last >= len(text) else _before_space(text, ranges[0][1], last)
    while start < ranges[0][0] and text[start].isspace():
        start += 1
    head, tail = ("…" if text[:start].strip() else ""), ("…" if end < len(text) else "")
    line = "".join(" " if letter.isspace() else letter for letter in text[start:end])
    move = len(head) - start
    inside = [(low + move, min(high, end) + move) for low, high in ranges if low < end]
    return f"{head}{line}{tail}", tuple(pair for pair in inside if pair[1] > pair[0])


def _after_space(text: str, low: int, high: int) -> int:
    match = re.compile(r"\s\S").search(text, low, high + 1)
    return match.start() + 1 if match else low


def _before_space(text: str, low: int, high: int) -> int:
    at = max((text.rfind(space, low, high) for space in " \n\t"), default=-1)
    return at if at > low else high


def _has_word(part: str) -> bool:
    return any(letter.isalnum() or unicodedata.category(letter) == "Co" for letter in part)


def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    origins: list[int] = []
    for position, letter in enumerate(text):
        for piece in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(piece):
                letters.append(piece)
                origins.append(position)
    return "".join(letters), origins
