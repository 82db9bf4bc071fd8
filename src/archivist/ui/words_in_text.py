"""Where words begin and end around a place in a text, in code points."""

import re

_WORD_AHEAD = re.compile(r"\W*\w+(?:[’'\-]\w+)*")
_WORD_BEHIND = re.compile(r"\w+(?:[’'\-]\w+)*\W*\Z")
_REACH = 400  # code points looked at; longer runs are taken in several steps


def next_word_end(text: str, place: int) -> int:
    """Gives the end of the word at or after a place; the text's end where there is none."""
    found = _WORD_AHEAD.match(text, place)
    return found.end() if found else len(text)


def previous_word_start(text: str, place: int) -> int:
    """Gives the start of the word before a place; 0 where there is none."""
    low = max(0, place - _REACH)
    found = _WORD_BEHIND.search(text[low:place])
    return low + found.start() if found else low
