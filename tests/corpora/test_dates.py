"""What dates are found in texts whose dates people marked by hand (TIMEX3), and how they are read.

Archivist's spans differ by its own rules, which the strict figure allows for: words that open a
date ("before") and the year word belong to it, and a range is one date, not two.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.material import MATERIAL, needs_material

from archivist.domain.reading import FoundDate
from archivist.finding.dates import find_dates

_TAG = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_RIMS = re.compile(r"^(?:до|після|аж до|починаючи з|близько|на) | (?:року|році|рік|рр?)\.?$|[ .]+$")
_KINDS = ("day", "month", "year", "season", "decade or century", "relative", "vague")


@dataclass(frozen=True)
class Marked:
    """A date that a person marked; `value` as in TIMEX3."""

    start: int
    end: int
    text: str
    value: str
    kind: str


@dataclass
class Score:
    """Counts over some documents; `found`, `exact` and `right` by kind of date."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    proposed: int = 0
    confirmed: int = 0

    def lines(self) -> Iterator[str]:
        """Gives the figures as a table."""
        yield f"precision {self.confirmed / max(1, self.proposed):.3f} of {self.proposed}"
        for kind in (*_KINDS, "all"):
            marked = self.marked[kind]
            if marked:
                yield (
                    f"{kind:18} {marked:5} marked, recall {self.found[kind] / marked:.3f},"
                    f" strict {self.exact[kind] / marked:.3f},"
                    f" right values {self.right[kind] / max(1, self.found[kind]):.3f}"
                )


def documents() -> list[Path]:
    """Gives the marked documents."""
    return sorted(MATERIAL.glob("corpora/dates/*.xml")) if MATERIAL is not None else []


def read_marked(path: Path) -> tuple[str, list[Marked], list[tuple[int, int]]]:
    """Gives a document's text, its dates of type DATE, and the places of every TIMEX3."""
    raw = path.read_text("utf-8")
    raw = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, last = "", 0
    marked: list[Marked] = []
    places: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for tag in _TAG.finditer(raw):
        text += re.sub(r"<[^>]*>", "", raw[last : tag.start()])
        last = tag.end()
        if tag[1] is not None:
            opened = len(text), tag[1]
        elif opened is not None:
            start, attributes = opened
            places.append((start, len(text)))
            facts = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            if facts["type"] == "DATE":
                written = text[start:]
                kind = kind_of(written, facts["value"])
                marked.append(Marked(start, len(text), written, facts["value"], kind))
            opened = None
    return text + re.sub(r"<[^>]*>", "", raw[last:]), marked, places


def kind_of(written: str, value: str) -> str:
    """Gives the kind of a marked date by its words and its TIMEX3 value."""
    if value.endswith("_REF") or value.startswith("P") or "XX" in value:
        return "vague"
    if re.search(r"століт|-х\b|десятиріч", written):
        return "decade or century"
    if re.search(r"\b(?:(?:того|тієї|через|за|після)\b|кінця року|наступн|попередн)", written):
        return "relative"
    if value[-2:] in _SEASONS:
        return "season"
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "vague")


def is_right(item: FoundDate, value: str) -> bool:
    """Says whether a date, or one end of it, is the value that a person gave."""
    value = re.sub(r"-(SP|SU|FA|WI)$", lambda match: "-" + _SEASONS[match[1]], value)
    value = re.sub(r"T(?:NI|MO|DT|AF|EV)$", "", value)
    parts = [part.rstrip("~?%") for part in re.split(r"[/,]", item.date.edtf.strip("[]{}"))]
    return value in parts


def is_exact(item: FoundDate, date: Marked) -> bool:
    """Says whether the spans agree but for Archivist's own rules; see the module."""
    ours, theirs = item.date.text, date.text
    for _ in range(2):
        ours, theirs = _RIMS.sub("", ours), _RIMS.sub("", theirs)
    if "/" in item.date.edtf.strip("./") or item.date.edtf[0] in "[{":
        return ours.startswith(theirs) or ours.endswith(theirs) or theirs in ours
    return ours == theirs


def score(path: Path, total: Score) -> list[str]:
    """Adds a document's figures to a score; gives what is missed and what is wrong, as lines."""
    text, marked, places = read_marked(path)
    found = find_dates(text, language="uk")
    lines = []
    for item in found:
        total.proposed += 1
        if any(item.start < end and start < item.end for start, end in places):
            total.confirmed += 1
        else:
            lines.append(f"EXTRA {describe(text, item.start, item.end)} {item.date.edtf}")
    for date in marked:
        over = [item for item in found if item.start < date.end and date.start < item.end]
        is_read = any(is_right(item, date.value) for item in over)
        is_spanned = any(is_exact(item, date) for item in over)
        for kind in (date.kind, "all"):
            total.marked[kind] += 1
            total.found[kind] += bool(over)
            total.exact[kind] += is_spanned
            total.right[kind] += is_read
        fault = "" if is_read and is_spanned else "WRONG" if is_spanned else "SPAN"
        if fault:
            ours = [(item.date.text, item.date.edtf) for item in over]
            place = describe(text, date.start, date.end)
            lines.append(f"{fault if over else 'MISSED'} {date.kind} {place} {date.value} {ours}")
    return lines


def describe(text: str, start: int, end: int) -> str:
    """Gives a place with the words around it, on one line."""
    around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return around.replace("\n", "⏎")


@needs_material
def test_dates_marked_by_hand_are_found_and_read(capsys: pytest.CaptureFixture[str]) -> None:
    total = Score()
    for path in documents():
        score(path, total)
    with capsys.disabled():
        sys.stdout.write("\n".join(("", *total.lines(), "")))
    assert total.confirmed / total.proposed > 0.96
    assert total.found["all"] / total.marked["all"] > 0.95
    assert total.exact["all"] / total.marked["all"] > 0.92
    assert total.right["all"] / total.found["all"] > 0.92
