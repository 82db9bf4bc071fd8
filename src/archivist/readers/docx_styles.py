"""What the styles and the numbering of a Word document say about its paragraphs and runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from archivist.domain.vocabulary import MarkKind
from archivist.readers.numerals import letter, roman

_OFF = frozenset(("0", "false", "off", "none"))
_TOGGLES = {
    "w|b": MarkKind.BOLD,
    "w|i": MarkKind.ITALIC,
    "w|strike": MarkKind.STRIKETHROUGH,
    "w|dstrike": MarkKind.STRIKETHROUGH,
    "w|u": MarkKind.UNDERLINE,
}
_RAISED = {"superscript": MarkKind.SUPERSCRIPT, "subscript": MarkKind.SUBSCRIPT}
_HEADING = re.compile(r"heading ([1-9])", re.I)
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


def value(parent: Element | None, name: str, attribute: str = "w|val") -> str:
    """Gives an attribute of a child, "" where there is no such child or attribute."""
    child = parent.find(name) if parent is not None else None
    return "" if child is None else child.get(attribute, "")


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on: it is, where it only stands there."""
    return element is not None and element.get("w|val", "1").lower() not in _OFF


def kinds_of(
    properties: Element | None, before: frozenset[MarkKind] = frozenset()
) -> frozenset[MarkKind]:
    """Gives the marks that a run's properties make, upon those of its style."""
    if properties is None:
        return before
    kinds = set(before)
    for name, kind in _TOGGLES.items():
        toggle = properties.find(name)
        if toggle is not None:
            (kinds.add if is_on(toggle) else kinds.discard)(kind)
    raised = value(properties, "w|vertAlign")
    if raised:
        kinds -= set(_RAISED.values())
        if raised in _RAISED:
            kinds.add(_RAISED[raised])
    return frozenset(kinds)


@dataclass(slots=True)
class Styles:
    """A document's styles by their names in the file."""

    elements: dict[str, Element] = field(default_factory=dict)
    language: str = ""  # of text that says nothing of its own
    _kinds: dict[str, frozenset[MarkKind]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        """Reads `styles.xml`."""
        if root is None:
            return cls()
        found = {each.get("w|styleId", ""): each for each in root.iterfind("w|style")}
        properties = root.find("w|docDefaults/w|rPrDefault/w|rPr")
        return cls(found, value(properties, "w|lang"))

    def chain(self, style: str) -> Iterator[Element]:
        """Gives a style and those it is based on, the nearest first."""
        seen = set()
        while style in self.elements and style not in seen:
            seen.add(style)
            element = self.elements[style]
            yield element
            style = value(element, "w|basedOn")

    def name(self, style: str) -> str:
        """Gives what people call a style, in small letters."""
        element = self.elements.get(style)
        return (value(element, "w|name") or style).lower()

    def kinds(self, style: str) -> frozenset[MarkKind]:
        """Gives the marks that a character style makes."""
        if style not in self._kinds:
            kinds: frozenset[MarkKind] = frozenset()
            for element in reversed([*self.chain(style)]):
                kinds = kinds_of(element.find("w|rPr"), kinds)
            self._kinds[style] = kinds
        return self._kinds[style]

    def heading(self, style: str, properties: Element | None) -> int:
        """Gives the level of a heading, 0 for a paragraph that is none."""
        own = value(properties, "w|outlineLvl")
        if own.isdecimal():
            return int(own) + 1 if int(own) < _LEVELS else 0
        if self.name(style) == "title":
            return 1
        for element in self.chain(style):
            match = _HEADING.fullmatch(value(element, "w|name") or element.get("w|styleId", ""))
            level = value(element.find("w|pPr"), "w|outlineLvl")
            if level.isdecimal():
                return int(level) + 1 if int(level) < _LEVELS else 0
            if match:
                return int(match[1])
        return 0

    def numbering(self, style: str, properties: Element | None) -> tuple[str, int]:
        """Gives a paragraph's list and its level in it; "" for a paragraph in none."""
        layers = [properties, *(each.find("w|pPr") for each in self.chain(style))]
        found = level = ""
        for layer in layers:
            numbers = layer.find("w|numPr") if layer is not None else None
            found = found or value(numbers, "w|numId")
            level = level or value(numbers, "w|ilvl")
        return found, min(int(level), _LEVELS - 1) if level.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "bullet"
    start: int = 1
    text: str = ""


class Numbering:
    """Counts the items of a document's lists as Word does."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        linked: dict[str, str] = {}
        for each in root.iterfind("w|abstractNum"):
            name = each.get("w|abstractNumId", "")
            self._abstract[name] = _levels(each)
            linked[name] = value(each, "w|numStyleLink")
        for each in root.iterfind("w|num"):
            starts = {
                _integer(override.get("w|ilvl"), 0): _integer(value(override, "w|startOverride"), 1)
                for override in each.iterfind("w|lvlOverride")
                if override.find("w|startOverride") is not None
            }
            self._lists[each.get("w|numId", "")] = (value(each, "w|abstractNumId"), starts)
        for name, style in linked.items():
            target = styles.numbering(style, None)[0] if style else ""
            if target in self._lists:
                self._abstract[name] = self._abstract.get(self._lists[target][0], {})

    def next(self, name: str, level: int) -> tuple[int | None, str] | None:
        """Gives the number and the label of a list's next item; None where there is no such list.

        The number is None in a list that only has signs.
        """
        if name not in self._lists:
            return None
        abstract, starts = self._lists[name]
        levels = self._abstract.get(abstract, {})
        counts = self._counts.setdefault(abstract, {})
        if level in starts and (name, level) not in self._begun:
            counts[level] = starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels.get(level, _Level()).start
        self._begun.add((name, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        shape = levels.get(level, _Level())
        if shape.format in {"bullet", "none"}:
            return None, ""

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            each = levels.get(at, _Level("decimal"))
            return numeral(counts.get(at, each.start), each.format)

        return counts[level], _PLACE.sub(place, shape.text)


def numeral(number: int, form: str) -> str:
    """Gives a number as one of Word's formats (ST_NumberFormat) has it."""
    match form:
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            text = roman(number)
        case "lowerLetter" | "upperLetter":
            text = letter(number)
        case _:
            return str(number)
    return text.upper() if form.startswith("upper") else text


def _levels(abstract: Element) -> dict[int, _Level]:
    return {
        _integer(each.get("w|ilvl"), 0): _Level(
            value(each, "w|numFmt") or "decimal",
            _integer(value(each, "w|start"), 1),
            value(each, "w|lvlText"),
        )
        for each in abstract.iterfind("w|lvl")
    }


def _integer(text: str | None, otherwise: int) -> int:
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
