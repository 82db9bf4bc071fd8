"""Notes that stand in the text itself, under what they belong to: "* A note", "¹ A note"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from archivist.finding.list_lines import Entry, cut

RAISED_DIGITS = "¹²³⁰⁴-⁹"
_SIGNS = "*†‡§¶"
_ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE_LINE = re.compile(
    rf"^[ \t]{{0,8}}(?P<label>[{_SIGNS}]{{1,3}}|[{RAISED_DIGITS}]{{1,3}})[ \t\u00a0]{{0,4}}"
    rf"(?=[^\s{_SIGNS}])(?P<body>[^\n]+)$",
    re.MULTILINE,
)
# How Markdown writes a note, wherever it stands.
_FOOTNOTE_LINE = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\]\s]{1,20})\]:[ \t]{0,8}(?P<body>\S.*)$", re.MULTILINE
)
_ATTACHED = re.compile(rf"[{_SIGNS}]{{1,3}}(?=[\s.,;:!?)”»]|$)", re.MULTILINE)
_ENDS = frozenset('.,;:!?”"»’)]')  # what a sign hangs on besides a word
_RAISED = re.compile(rf"[{RAISED_DIGITS}]{{1,3}}")
_REACH = 8_000  # code points from a sign to its note: two pages
_LINES = 6  # of a note


def notes_in_text(text: str) -> Iterator[tuple[str, Entry]]:
    """Gives label and entry of the notes that stand in the text under what they belong to.

    A line that begins with a sign is a note only if the sign hangs on a word shortly before, and
    its neighbours do not begin with the same: those are the items of a list.
    """
    for note in _FOOTNOTE_LINE.finditer(text) if "[^" in text else ():
        entry = Entry(note.start(), note.start("body"), note.end(), cut(note["body"]))
        yield note["label"], entry
    found = list(_NOTE_LINE.finditer(text))
    if not found:
        return
    places: dict[str, list[int]] = {}
    for match in (*attached_signs(text), *_RAISED.finditer(text)):
        places.setdefault(match[0], []).append(match.start())
    for number, note in enumerate(found):
        label = note["label"]
        own = places.get(label, [])  # its own line is one of them
        before = bisect_left(own, note.start()) - 1
        if before < 0 or note.start() - own[before] > _REACH:
            continue
        if label[0] in "*" and ("*" in note["body"] or _in_list(text, found, number)):
            continue
        following = found[number + 1].start() if number + 1 < len(found) else len(text)
        end = _end(text, note.end(), following)
        body = note.start("body")
        yield label.translate(_ON_THE_LINE), Entry(note.start(), body, end, cut(text[body:end]))


def attached_signs(text: str) -> Iterator[re.Match[str]]:
    """Gives the signs that hang on a word or on the end of a statement."""
    for match in _ATTACHED.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if before.isalpha() or before in _ENDS:
            yield match


def _in_list(text: str, found: list[re.Match[str]], number: int) -> bool:
    """Says whether the line before or after begins with the same sign."""
    note = found[number]
    for neighbour in (number - 1, number + 1):
        if 0 <= neighbour < len(found) and found[neighbour]["label"] == note["label"]:
            first, second = sorted((note, found[neighbour]), key=lambda match: match.start())
            if not text[first.end() : second.start()].strip():
                return True
    return False


def _end(text: str, position: int, bound: int) -> int:
    """Gives where a note ends whose first line ends at a place: at a blank line or at `bound`."""
    for _ in range(_LINES):
        end = text.find("\n", position + 1, bound)
        if end < 0 or not text[position:end].strip():
            break
        position = end
    return position
