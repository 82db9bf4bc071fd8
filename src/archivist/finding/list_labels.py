"""The labels that entries of a written list begin with: numbers, letters, notes and signs."""

import re
from collections.abc import Iterator, Mapping, Sequence

from archivist.finding import entry_shapes
from archivist.finding.list_lines import Line
from archivist.finding.marker_words import NOTE_WORDS

_NOTE = "|".join(NOTE_WORDS)
LABEL = re.compile(
    r"[ \t]{0,12}(?:"
    rf"\[\^?(?P<bracket>\d{{1,4}}|[^\W\d_]{{1,2}}\s?\d{{0,3}}|(?:{_NOTE})\.? ?\d{{1,3}})\]"
    r"[:.]?[ \t\u00a0]{0,8}"
    r"|\((?P<round>\d{1,3})\)[ \t\u00a0]{1,8}(?=\S)"
    r"|\^?(?P<plain>\d{1,4})(?:[.)․](?!\S)|[ \t]?[-–—](?=[ \t]))[ \t\u00a0]{0,8}"
    r"|(?P<letter>[a-z])[.)][ \t\u00a0]{1,8}(?=\S)"
    rf"|(?P<note>(?:{_NOTE})\.? ?\d{{1,3}})[.:)][ \t\u00a0]{{1,8}}(?=\S))",
    re.IGNORECASE,
)
# A number alone before an entry counts only where it goes on counting.
_BARE = re.compile(r"[ \t]{0,12}(?P<bare>\d{1,4})[ \t\u00a0]{1,8}(?=[^\W\d_]|[\"“«„‘(])")
_COUNTED = frozenset({"plain", "round", "bare"})
_FURTHEST_GAP = 10  # how far a list's numbers may jump ahead
_LOOK_AHEAD = 6  # lines in which the true owner of a number follows


def label_at(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Gives the label that [start, end) begins with, and where it ends."""
    match = LABEL.match(text, start, end)
    return None if match is None else (_name(match), match.end())


def begins_anew(text: str, position: int) -> bool:
    """Says whether what follows a place counts from 1."""
    while position < len(text) and text[position].isspace():
        position += 1
    reach = position + 40
    match = LABEL.match(text, position, reach) or _BARE.match(text, position, reach)
    if match is None:
        return False
    name = _name(match)
    return name == "a" or (name.isdecimal() and int(name) == 1)


def labels_of(
    text: str, lines: Sequence[Line], numbers: Mapping[int, str]
) -> Iterator[tuple[str, int] | None]:
    """Gives for each line its label and where its text begins; None where it has none.

    A number that does not go on counting is a word of the entry before: "5. Auflage", a year.

    Args:
        text: The text.
        lines: The lines of a list.
        numbers: What a document's structure numbers, by where it starts.
    """
    last: int | None = None
    for index, line in enumerate(lines):
        match = LABEL.match(text, line.start, line.end)
        if match is None and (bare := _BARE.match(text, line.start, line.end)):
            begins = text[bare.end() : bare.end() + 1]
            if not begins.islower() and int(bare["bare"]) == (1 if last is None else last + 1):
                match = bare
        if match is None:
            label, body = numbers.get(line.start), line.start
        else:
            label, body = _name(match), match.end()
            if match.lastgroup in _COUNTED and not _counts(text, lines, index, label, last):
                label = None
        if label is not None and label.isdecimal():
            last = int(label)
        yield None if label is None else (label, body)


def _counts(text: str, lines: Sequence[Line], index: int, label: str, last: int | None) -> bool:
    number = int(label)
    if last is not None and number != 1 and not last <= number <= last + _FURTHEST_GAP:
        return False
    if index == 0 or lines[index].gap or entry_shapes.is_finished(lines[index - 1].words):
        return True
    goes_on = last is None or last <= number <= last + 1
    return goes_on and not _comes_again(text, lines, index, number)


def _comes_again(text: str, lines: Sequence[Line], index: int, number: int) -> bool:
    """Says whether a number stands before a line once more, and not the next one before that."""
    for line in lines[index + 1 : index + 1 + _LOOK_AHEAD]:
        match = LABEL.match(text, line.start, line.end)
        if match and match.lastgroup == "plain":
            other = int(match["plain"])
            if other in {number, number + 1}:
                return other == number
    return False


def _name(match: re.Match[str]) -> str:
    return " ".join(match[match.lastgroup or 0].split())
