"""What a page's own markup says about a source, as a CSL-JSON item.

COinS: an OpenURL ContextObject (NISO Z39.88-2004) as key and value pairs, in the formats book,
journal, dissertation and Dublin Core. `cite.class` holds the classes of a `<cite>` element, as
encyclopedias name their kinds of sources.
"""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any
from urllib.parse import parse_qs

from archivist.domain.reference_parts import date_parts, people

CITE_CLASS = "cite.class"
_LONGEST = 8_000  # code points of one ContextObject

# Kinds of sources by the classes of encyclopedias' templates: CSL types.
_CLASSES = {
    "arxiv": "article",
    "av-media": "motion_picture",
    "book": "book",
    "conference": "paper-conference",
    "encyclopaedia": "entry-encyclopedia",
    "episode": "broadcast",
    "interview": "interview",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "mailinglist": "post",
    "map": "map",
    "news": "article-newspaper",
    "newsgroup": "post",
    "patent": "patent",
    "podcast": "broadcast",
    "pressrelease": "article",
    "report": "report",
    "speech": "speech",
    "techreport": "report",
    "thesis": "thesis",
    "web": "webpage",
}
_GENRES = {
    "article": "article-journal",
    "book": "book",
    "bookitem": "chapter",
    "conference": "paper-conference",
    "dissertation": "thesis",
    "issue": "article-journal",
    "preprint": "article",
    "proceeding": "paper-conference",
    "report": "report",
}
_PLAIN = {
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.edition": "edition",
    "rft.isbn": "ISBN",
    "rft.issn": "ISSN",
    "rft.place": "publisher-place",
    "rft.series": "collection-title",
    "rft.language": "language",
}
_OF_BOOKS = {"ISBN", "author", "issued", "publisher-place"}
_WHOLE = re.compile(r"https?://\S+")


def item_from_markup(values: Sequence[str]) -> dict[str, Any]:
    """Reads what marks of kind CITE hold into one CSL-JSON item; {} where they say nothing.

    Args:
        values: Query strings, the first ContextObject of which counts: an entry that bundles
            several sources is about its first.
    """
    classes: list[str] = []
    context: Mapping[str, list[str]] = {}
    for value in values:
        pairs = _pairs(value[:_LONGEST])
        classes += " ".join(pairs.get(CITE_CLASS, [])).casefold().split()
        if not context and any(key.startswith("rft") for key in pairs):
            context = pairs
    item = _item(context) if context else {}
    kind = next((_CLASSES[name] for name in classes if name in _CLASSES), "")
    if kind == "book" and "container-title" in item:
        kind = "chapter"
    if kind:
        item["type"] = kind
    return item


def _pairs(query: str) -> dict[str, list[str]]:
    pairs = parse_qs(query, errors="replace")
    # A value whose bytes were mangled is worth less than the words that the page shows.
    return {
        key: [unescape(value) for value in values if "\ufffd" not in value]
        for key, values in pairs.items()
    }


def _item(pairs: Mapping[str, list[str]]) -> dict[str, Any]:
    def one(*names: str) -> str:
        found = (" ".join(value.split()) for name in names for value in pairs.get(name, ()))
        return next((value for value in found if value), "")

    item: dict[str, Any] = {}
    part = one("rft.atitle")
    whole = one("rft.jtitle") or (one("rft.btitle", "rft.title", "rft.stitle") if part else "")
    title = part or one("rft.btitle", "rft.title")
    _put(item, "title", title if title.endswith("..") else title.removesuffix("."))
    _put(item, "container-title", whole)
    _put(item, "author", _authors(pairs))
    parts = date_parts(one("rft.date"))
    if parts:
        item["issued"] = {"date-parts": [parts]}
    for key, name in _PLAIN.items():
        _put(item, name, one(key))
    _put(item, "publisher", one("rft.pub", "rft.publisher", "rft.inst"))
    first, last = one("rft.spage"), one("rft.epage")
    _put(item, "page", one("rft.pages") or (f"{first}–{last}" if first and last else first))
    for identifier in pairs.get("rft_id", ()):
        _put_identifier(item, identifier.strip())
    genre = one("rft.genre").casefold()
    kind = _GENRES.get(genre, "")
    if kind == "book" and part:
        kind = "chapter"
    elif kind == "book" and "URL" in item and not item.keys() & _OF_BOOKS:
        kind = ""  # what a template says that knows no better
    _put(item, "type", kind or ("webpage" if "URL" in item else "document"))
    return item


def _put(item: dict[str, Any], name: str, value: object) -> None:
    if value:
        item.setdefault(name, value)


def _put_identifier(item: dict[str, Any], identifier: str) -> None:
    if identifier.startswith("info:doi/"):
        _put(item, "DOI", identifier.removeprefix("info:doi/"))
    elif identifier.startswith("info:pmid/"):
        _put(item, "PMID", identifier.removeprefix("info:pmid/"))
    else:
        address = f"https:{identifier}" if identifier.startswith("//") else identifier
        if _WHOLE.fullmatch(address):
            _put(item, "URL", address)


def _authors(pairs: Mapping[str, list[str]]) -> list[dict[str, str]]:
    """Gives the authors, the first of whom is often said twice."""
    found: list[dict[str, str]] = []
    for family, given in zip(
        pairs.get("rft.aulast", ()),
        [*pairs.get("rft.aufirst", ()), *pairs.get("rft.auinit", ()), ""],
        strict=False,
    ):
        person = {"family": family.strip(), "given": given.strip()}
        found.append({name: part for name, part in person.items() if part})
    said = {f"{one.get('family', '')}, {one.get('given', '')}".strip(", ") for one in found}
    for name in pairs.get("rft.au", ()):
        if " ".join(name.split()) not in said:
            found += people(name)
    found += ({"literal": name.strip()} for name in pairs.get("rft.aucorp", ()) if name.strip())
    found += (person for name in pairs.get("rft.creator", ()) for person in people(name))
    return found
