"""What the styles of an OpenDocument text say about its runs, paragraphs and lists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archivist.domain.vocabulary import BlockKind, MarkKind

_LEVELS = 10
_STYLES = {
    "quotations": BlockKind.QUOTATION,
    "quotation": BlockKind.QUOTATION,
    "quote": BlockKind.QUOTATION,
    "preformatted text": BlockKind.PREFORMATTED,
    "preformatted_20_text": BlockKind.PREFORMATTED,
}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How the items of one level of a list are counted, `is_ordered` False where by signs."""

    is_ordered: bool = False
    start: int = 1
    sign: str = "1"  # how the numbers are written
    around: tuple[str, str] = ("", "")  # before and after each


class Styles:
    """A document's styles: the common ones of its styles part, the automatic ones of its text."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._kinds: dict[str, frozenset[MarkKind]] = {}
        languages: Counter[str] = Counter()
        for root in roots:
            for each in root.iter("style|style"):
                key = (each.get("style|family", ""), each.get("style|name", ""))
                self._styles[key] = each
            for each in root.iter("text|list-style"):
                self._lists[each.get("style|name", "")] = _levels(each)
            for each in root.iter("style|default-style"):
                properties = each.find("style|text-properties")
                if properties is not None and each.get("style|family") == "paragraph":
                    languages[_language(properties)] += 1
        del languages[""]
        self.language = next(iter(languages), "")

    def kinds(self, name: str) -> frozenset[MarkKind]:
        """Gives the marks that a character style makes."""
        if name not in self._kinds:
            kinds: set[MarkKind] = set()
            for style in reversed([*self._chain("text", name)]):
                _apply(style.find("style|text-properties"), kinds)
            self._kinds[name] = frozenset(kinds)
        return self._kinds[name]

    def is_hidden(self, name: str) -> bool:
        """Whether a character style shows nothing."""
        for style in self._chain("text", name):
            properties = style.find("style|text-properties")
            if properties is not None and properties.get("text|display"):
                return properties.get("text|display") == "none"
        return False

    def kind(self, name: str) -> BlockKind:
        """Gives what the paragraphs of a style are."""
        for style in self._chain("paragraph", name):
            name = style.get("style|name", "")
            called = style.get("style|display-name", name).lower()
            if called in _STYLES:
                return _STYLES[called]
        return BlockKind.PARAGRAPH

    def heading(self, name: str) -> int:
        """Gives the level that a paragraph style gives to a heading, 0 for one that is none."""
        for style in self._chain("paragraph", name):
            level = style.get("style|default-outline-level", "")
            if level.isdecimal():
                return int(level)
            if style.get("style|name") == "Title":
                return 1
        return 0

    def list_level(self, name: str, level: int) -> ListLevel:
        """Gives how a list's items of a level (from 0) are counted."""
        return self._lists.get(name, {}).get(level, ListLevel())

    def list_of(self, name: str) -> str:
        """Gives the list style that a paragraph style brings along."""
        for style in self._chain("paragraph", name):
            if style.get("style|list-style-name") is not None:
                return style.get("style|list-style-name", "")
        return ""

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get("style|parent-style-name", "")


def _apply(properties: Element | None, kinds: set[MarkKind]) -> None:
    if properties is None:
        return
    weight = properties.get("fo|font-weight", "")
    slant = properties.get("fo|font-style", "")
    bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
    switches = (
        (weight, bold, MarkKind.BOLD),
        (slant, slant in {"italic", "oblique"}, MarkKind.ITALIC),
        *(
            (properties.get(name, ""), properties.get(name) != "none", kind)
            for name, kind in (
                ("style|text-underline-style", MarkKind.UNDERLINE),
                ("style|text-line-through-style", MarkKind.STRIKETHROUGH),
            )
        ),
    )
    for given, is_on, kind in switches:
        if given:
            (kinds.add if is_on else kinds.discard)(kind)
    # "super 58%", or how far the line is moved: "-33% 58%".
    position = properties.get("style|text-position", "").partition(" ")[0]
    if position:
        kinds -= {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT}
        if position == "sub" or (position.startswith("-") and position != "-0%"):
            kinds.add(MarkKind.SUBSCRIPT)
        elif position != "0%":
            kinds.add(MarkKind.SUPERSCRIPT)


def _levels(style: Element) -> dict[int, ListLevel]:
    found = {}
    for each in style:
        level = each.get("text|level", "")
        if level.isdecimal() and 0 < int(level) <= _LEVELS:
            is_ordered = each.tag == "text|list-level-style-number" and bool(
                each.get("style|num-format")
            )
            start = each.get("text|start-value", "")
            found[int(level) - 1] = ListLevel(
                is_ordered,
                int(start) if start.isdecimal() else 1,
                each.get("style|num-format", "1"),
                (each.get("style|num-prefix", ""), each.get("style|num-suffix", "")),
            )
    return found


def _language(properties: Element) -> str:
    language = properties.get("fo|language", "")
    country = properties.get("fo|country", "")
    if language in {"", "none", "zxx"}:
        return ""
    return f"{language}-{country}" if country not in {"", "none"} else language
