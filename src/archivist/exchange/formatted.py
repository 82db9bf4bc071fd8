"""Citations written out as references, by a CSL style; what has no fields is given as it was found.

Every distinct citation is formatted once: the processor takes milliseconds for each.
"""

import re
from collections.abc import Mapping
from typing import Any

from citeproc import Citation as Cited
from citeproc import (
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from archivist.domain.model import Citation
from archivist.domain.references import clean_reference, day_parts
from archivist.paths import resource

# What the processor knows, of what a reference list shows (CSL 1.0.2); anything else in an item,
# as other tools put there, stays in the archive.
_TEXTS = (
    "title", "title-short", "container-title", "collection-title", "publisher", "publisher-place",
    "volume", "issue", "number", "page", "edition", "genre", "medium", "archive", "DOI", "ISBN",
    "ISSN", "URL",
)  # fmt: skip
_PEOPLE = ("author", "editor", "translator")
_DATES = ("issued", "accessed")
_NAME_PARTS = (
    "family", "given", "suffix", "dropping-particle", "non-dropping-particle",
)  # fmt: skip
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>")
_DOUBLED = re.compile(r"([?!.…][”’»\"]*)\.(?=\s|$)")


class ReferenceFormatter:
    """Writes references in one style: the file `NAME.csl` of the bundled styles."""

    def __init__(self, labels: Mapping[int, str] | None = None, style: str = "apa") -> None:
        """Takes the labels by which documents know citations, by citation id."""
        path = resource("csl", f"{style}.csl")
        self._style = CitationStylesStyle(str(path), validate=False)
        self._labels = labels or {}
        self._references: dict[int, str] = {}

    def reference(self, citation: Citation) -> str:
        """Gives a citation as one line of a reference list.

        A citation without a title gives its raw text, and one without that its label ("[90]") or
        key: no line of dots and brackets stands for a source that is not known.
        """
        known = self._references.get(citation.id)
        if known is None:
            item = presentable(citation.item)
            if "title" in item:
                known = self._format(item)
            else:
                label = self._labels.get(citation.id)
                known = clean_reference(citation.raw) or (f"[{label}]" if label else citation.key)
            self._references[citation.id] = known
        return known

    def _format(self, item: Mapping[str, Any]) -> str:
        source = CiteProcJSON([{"id": "item", **item}])
        bibliography = CitationStylesBibliography(self._style, source, formatter.plain)
        bibliography.register(Cited([CitationItem("item")]))
        line = " ".join(str(bibliography.bibliography()[0]).split())
        # A title that ends in its own sign takes no full stop after that.
        return _DOUBLED.sub(r"\1", line)


def presentable(item: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the part of a CSL-JSON item that can be formatted, whatever tool the item came from."""
    shown: dict[str, Any] = {"type": str(item.get("type") or "document")}
    for name in _TEXTS:
        if isinstance(value := item.get(name), str | int | float):
            text = " ".join(_MARKUP.sub("", str(value)).split())
            if text:
                shown[name] = text
    for name in _PEOPLE:
        if people := _people(item.get(name)):
            shown[name] = people
    for name in _DATES:
        if date := _date(item.get(name)):
            shown[name] = date
    return shown


def _people(value: object) -> list[dict[str, str]]:
    people = []
    for person in value if isinstance(value, list) else []:
        if isinstance(person, Mapping):
            parts = {
                name: part
                for name in _NAME_PARTS
                if isinstance(part := person.get(name), str) and part.strip()
            }
            # The processor takes a name in parts or a literal one, not both.
            if parts.keys() & {"family", "given"}:
                people.append(parts)
            elif isinstance(literal := person.get("literal"), str) and literal.strip():
                people.append({"literal": literal})
    return people


def _date(value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return {}
    ends = [
        parts
        for parts in day_parts(value)
        if all(1 <= part <= bound for part, bound in zip(parts[1:], (12, 31), strict=False))
    ]
    if ends:
        return {"date-parts": ends, **({"circa": True} if value.get("circa") else {})}
    literal = value.get("literal") or value.get("raw")
    return {"literal": str(literal)} if literal else {}
