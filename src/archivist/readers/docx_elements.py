"""What stands where among the elements of a Word document: rows, cells, boxes, alternatives."""

import re
from xml.etree.ElementTree import Element

from archivist.readers.docx_styles import value
from archivist.readers.prose import one_line

PICTURES = frozenset(("blip", "imagedata"))
PART = "part"  # the attribute of a picture that names the part it stands in

WRAPPERS = frozenset(
    ("w|ins", "w|moveTo", "w|smartTag", "w|customXml", "w|sdt", "w|sdtContent", "w|dir")
) | {"w|bdo", "w|fldSimple", "w|ruby", "w|rubyBase", "w|subDoc", "m|oMathPara"}


def alternative(content: Element) -> Element:
    """Gives the alternative that holds text: some programs write it only into the fallback."""
    choices = [each for each in content if each.tag in {"mc|Choice", "mc|Fallback"}]
    texts = [each for each in choices if each.find(".//w|t") is not None]
    return next(iter(texts or choices), content)


def outermost(parent: Element, tag: str) -> list[Element]:
    """Gives the elements of a name that stand in no other of it, of alternatives only one."""
    found = []
    level = [parent]
    while level:
        below = []
        for each in level:
            if each.tag == tag:
                found.append(each)
            elif each.tag == "mc|AlternateContent":
                below += [*alternative(each)]
            else:
                below += [*each]
        level = below
    return found


def unwrapped(parent: Element, tag: str) -> list[Element]:
    """Gives the rows of a table or the cells of a row, out of content controls around them."""
    found = []
    for each in parent:
        if each.tag == tag:
            found.append(each)
        elif each.tag in WRAPPERS:
            found += unwrapped(each, tag)
    return found


def cells(row: Element) -> dict[int, tuple[Element, int]]:
    """Gives a row's cells with their widths, by the column in which each begins."""
    column = _count(value(row.find("w|trPr"), "w|gridBefore"), 0)
    found = {}
    for cell in unwrapped(row, "w|tc"):
        width = _count(value(cell.find("w|tcPr"), "w|gridSpan"), 1)
        found[column] = (cell, width)
        column += width
    return found


def _count(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise


def merged(cell: Element) -> str:
    """Says whether a cell begins ("restart") or continues one of several rows; "" for neither."""
    merge = cell.find("w|tcPr/w|vMerge")
    return "" if merge is None else merge.get("w|val", "continue")


def is_deleted(row: Element) -> bool:
    """Whether a row was deleted by a change that is tracked."""
    return row.find("w|trPr/w|del") is not None


def symbol(symbol: Element) -> str:
    """Gives a sign of a symbol font; those of private codes show nothing that can be read."""
    code = symbol.get("w|char", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{2,4}", code):
        return ""
    number = int(code, 16)
    return chr(number) if not 0xF000 <= number <= 0xF0FF else "\ufffd"


def own_mark(run: Element) -> Element | None:
    """Gives the note's mark of a run whose text is the label that the author gave to the note."""
    for each in run:
        if each.get("w|customMarkFollows", "0").lower() not in {"0", "false", "off"}:
            return each
    return None


def own_label(run: Element) -> str:
    """Gives that label."""
    return one_line("".join(each.text or "" for each in run.iter("w|t")))
