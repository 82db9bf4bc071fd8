"""References as bibliographies of Eastern Europe describe them, by areas between dashes (GOST).

"Иванов И. И. Название : о чём. — М. : Наука, 2005. — 320 с."; "Статья // Журнал. — 2010. — № 5."
"""

import re
from typing import Any

from archivist.domain.reference_parts import people

_AREAS = re.compile(r"[.,]?\s+[—–]\s+")
_AUTHORS = re.compile(
    r"(?P<authors>(?:[^\W\d_][\w’'-]+,?\s(?:[^\W\d_]\.\s?){1,3}(?:,\s)?){1,4})\s*(?P<title>\S.*)"
)
_IMPRINT = re.compile(
    r"(?P<place>[^:\d]{1,60}?)\s?:\s?(?P<publisher>[^:]{2,80}?),\s?(?P<year>\d{4})\.?"
)
_PLACE_YEAR = re.compile(r"(?P<place>[^:\d,]{1,40}),\s?(?P<year>\d{4})\.?")
_YEAR = re.compile(r"(?P<year>(?:1[4-9]|20)\d\d)\b")
_NUMBERS = {
    "issue": re.compile(r"(?:№|Вип\.|Вып\.|No\.|Nr\.|Հմր)\s?(\d{1,5}(?:[–/-]\d{1,5})?)"),
    "volume": re.compile(r"(?:Т\.|Том|Vol\.|Ч\.|Հտ\.|C\.(?=\s?\d+\.?$))\s?(\d{1,4})"),
    "page": re.compile(r"(?:[СCсS]\.|Стр\.|էջ|P\.)\s?(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)"),
    "number-of-pages": re.compile(r"^(\d{1,5})\s?(?:[сcsp](?:\.|$)|էջ)"),
}


def read_described(rest: str, item: dict[str, Any]) -> bool:
    """Reads a reference of that form into an item; False where it has another form."""
    areas = [area.strip() for area in _AREAS.split(rest) if area.strip(" .")]
    if len(areas) < 2 and " // " not in rest:
        return False
    described, _, whole = areas[0].partition(" // ")
    tail = areas[1:] if not whole else [*areas[1:]]
    imprints = [_IMPRINT.match(area) or _PLACE_YEAR.fullmatch(area) for area in tail]
    if not whole and not any(imprints):
        return False
    authors = _AUTHORS.match(described)
    if authors:
        item["author"] = people(authors["authors"].strip(" ,"))
    title = (authors["title"] if authors else described).partition(" / ")[0]
    _put(item, "title", title)
    if whole:
        _put(item, "container-title", re.split(r"[.,]\s", whole, maxsplit=1)[0])
        tail = [*re.split(r"\.\s+", whole)[1:], *tail]
    for area, imprint in zip(areas[1:], imprints, strict=False):
        if imprint:
            # "М." is how the place is written.
            item.setdefault("publisher-place", imprint["place"].strip())
            _put(item, "publisher", imprint.groupdict().get("publisher", ""))
            item.setdefault("issued", {"date-parts": [[int(imprint["year"])]]})
        elif year := _YEAR.match(area):
            item.setdefault("issued", {"date-parts": [[int(year["year"])]]})
    for area in tail:
        for name, shape in _NUMBERS.items():
            if name not in item and (match := shape.search(area)):
                item[name] = match[1].replace(" ", "")
    return True


def _put(item: dict[str, Any], name: str, text: str | None) -> None:
    text = (text or "").strip(" .,;:—–")
    if text and any(map(str.isalpha, text)):
        item.setdefault(name, text)
