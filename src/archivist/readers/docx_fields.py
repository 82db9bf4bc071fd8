"""The fields of a Word document: their codes are not shown, only what they came to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from archivist.readers.prose import Style, link_style

_LINK = re.compile(r'^\s*HYPERLINK\s+("([^"]*)"|(?!\\)(\S+))?', re.I)
_LINK_PLACE = re.compile(r'\\l\s+"?([^"\s]+)', re.I)
_CROSS = re.compile(r"^\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+).*\\h", re.I | re.S)


@dataclass(slots=True)
class _Field:
    code: str = ""
    is_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields around a place in the text, the outermost first."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def is_code(self) -> bool:
        """Whether what stands here is a field's code."""
        return any(not each.is_result for each in self._open)

    def follow(self, mark: Element) -> None:
        """Takes note of a mark that begins, divides or ends a field, or of a piece of its code."""
        if mark.tag == "w|instrText":
            if self._open and not self._open[-1].is_result:
                self._open[-1].code += mark.text or ""
            return
        match mark.get("w|fldCharType"):
            case "begin":
                self._open.append(_Field())
            case "separate" if self._open:
                self._open[-1].is_result = True
            case "end" if self._open:
                self._open.pop()

    def style(self, style: Style) -> Style:
        """Gives a style with the link of the innermost field that has one."""
        for each in reversed(self._open):
            if not style.link:
                style = led_by(each.code, style)
        return style


def targets(root: Element) -> Iterator[str]:
    """Gives the bookmarks that a story's links lead to."""
    for each in root.iter():
        if each.tag == "w|hyperlink":
            yield each.get("w|anchor", "")
        elif each.tag in {"w|instrText", "w|fldSimple"}:
            code = each.get("w|instr", "") or each.text or ""
            yield from _LINK_PLACE.findall(code)
            yield from _CROSS.findall(code)


def led_by(code: str, style: Style) -> Style:
    """Gives a style that leads where a field's code says, the same if it says nothing of it."""
    match = _LINK.match(code)
    if match is not None:
        place = _LINK_PLACE.search(code)
        address = (match[2] or match[3] or "") + (f"#{place[1]}" if place else "")
        return link_style(style, address)
    cross = _CROSS.match(code)
    return replace(style, link=f"#{cross[1]}") if cross else style
