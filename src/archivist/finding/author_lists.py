"""Entries of a list that has no numbers: parted by gaps, by indents, or by how each begins."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from archivist.finding import entry_shapes
from archivist.finding.list_lines import Entry, Line, made

_BULLET = re.compile(r"(?:[•‣▪◦·●○*+]|[–—-](?=\s))[ \t\u00a0]+")
_INDENT = 2  # code points, at least, that a hanging line stands further in
_ALIKE = 0.6  # of the parts that have to look like entries
_FOREIGN = 3  # parts in a row that look like none end the list

Begins = Callable[[int], bool]


def entries_by_author(
    text: str, lines: Sequence[Line], block_starts: frozenset[int]
) -> list[Entry]:
    """Gives the entries of a list without numbers; none where it does not look like a list.

    Each way to part the lines is tried, and the one that gives the most entries is taken: where a
    hanging indent is lost, an entry begins with an author after one that is finished and dated.
    """
    if not lines:
        return []
    bullets = {line.start: len(match[0]) for line in lines if (match := _BULLET.match(line.words))}
    lines = [replace(line, words=line.words[bullets.get(line.start, 0) :]) for line in lines]
    margins = [_margin(text, line) for line in lines]
    outer = min(margins)
    ways: list[Begins] = [
        lambda index: lines[index].start in block_starts or lines[index].gap == "blank",
        lambda index: margins[index] < outer + _INDENT,
        lambda index: margins[index] >= outer + _INDENT,
        lambda index: lines[index].start in bullets,
    ]
    found = [_parts(lines, begins) for begins in ways]
    found.append(_parts_by_shape(lines))
    return max((_good(text, parts, bullets) for parts in found), key=len)


def _margin(text: str, line: Line) -> int:
    whole = text[line.start : line.end]
    return len(whole) - len(whole.lstrip())


def _parts(lines: Sequence[Line], begins: Begins) -> list[list[Line]]:
    parts: list[list[Line]] = []
    for index, line in enumerate(lines):
        if not parts or begins(index):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _parts_by_shape(lines: Sequence[Line]) -> list[list[Line]]:
    parts: list[list[Line]] = []
    dated = False
    for line in lines:
        if not parts or (
            dated
            and entry_shapes.is_finished(parts[-1][-1].words)
            and entry_shapes.begins_like_entry(line.words)
        ):
            parts.append([])
            dated = False
        parts[-1].append(line)
        dated = dated or entry_shapes.is_dated(line.words)
    return parts


def _good(text: str, parts: Sequence[Sequence[Line]], bullets: Mapping[int, int]) -> list[Entry]:
    """Gives the parts that are one entry each, up to where the list ends."""
    entries: list[Entry] = []
    foreign = seen = 0
    for part in parts:
        words = " ".join(line.words for line in part[:40])
        is_one = entry_shapes.is_entry(words) and not _holds_several(part)
        foreign = 0 if is_one else foreign + 1
        if foreign == _FOREIGN:
            seen -= _FOREIGN - 1
            break
        seen += 1
        if is_one:
            first = part[0].start
            body = first + _margin(text, part[0]) + bullets[first] if first in bullets else first
            entries.append(made(text, body, part))
    return entries if len(entries) >= _ALIKE * seen else []


def _holds_several(part: Sequence[Line]) -> bool:
    """Says whether a part holds two entries: a dated one that ends, and another that begins."""
    dated = False
    for before, line in pairwise(part):
        dated = dated or entry_shapes.is_dated(before.words)
        if (
            dated
            and entry_shapes.is_finished(before.words)
            and entry_shapes.begins_with_author(line.words)
            and entry_shapes.is_dated(line.words)
        ):
            return True
    return False
