"""What in a reference has a form of its own: identifiers, addresses, access, archived copies."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from archivist.domain.reference_parts import date_parts, valid_isbn
from archivist.domain.reference_words import ACCESSED, ARCHIVED, DATE, ON

Item = dict[str, Any]

_ARCHIVED = re.compile(rf"[.;,]?\s*(?:{'|'.join(ARCHIVED)}){ON}(?P<date>{DATE})", re.IGNORECASE)
_ACCESSED = re.compile(
    rf"[.;,]?\s*[(\[]?(?:{'|'.join(ACCESSED)}){ON}(?P<date>{DATE})[)\]]?(?:,?\s+from)?",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)(?P<doi>10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>[\d][\d -]{8,15}[\dXx])\b")
_ISSN = re.compile(r"\bISSN:?\s*(?P<issn>\d{4}-\d{3}[\dXx])\b")
_ADDRESS = re.compile(r"https?://[^\s\"<>]+")
_ARCHIVES = ("archive.org", "archive.today", "archive.is", "archive.ph", "webcitation.org")


def take_numbers(rest: str, item: Item) -> str:
    """Takes DOI, ISBN and ISSN out of a reference; gives what is left of it."""
    if match := _DOI.search(rest):
        doi = match["doi"].rstrip(".,;")
        if doi.endswith(")") and doi.count("(") < doi.count(")"):
            doi = doi[:-1]
        item["DOI"] = doi
        rest = rest.replace(match[0][: match[0].find("10.")] + doi, " ", 1)
    if match := _ISBN.search(rest):
        if valid_isbn(match["isbn"]):
            item["ISBN"] = match["isbn"].strip()
        rest = rest.replace(match[0], " ", 1)
    if match := _ISSN.search(rest):
        item["ISSN"] = match["issn"]
        rest = rest.replace(match[0], " ", 1)
    return rest


def take_addresses(rest: str, addresses: Sequence[str], item: Item) -> str:
    """Takes addresses out of a reference, that of an archived copy apart; gives what is left."""
    found = [address.rstrip(".,;)") for address in _ADDRESS.findall(rest)]
    rest = _ADDRESS.sub(" ", rest)
    for address in (*found, *addresses):
        host = (_host(address)).removeprefix("www.")
        if not host or host.endswith("doi.org"):
            continue
        if address not in found and not is_source(address):
            continue
        if any(host == archive or host.endswith(f".{archive}") for archive in _ARCHIVES):
            item.setdefault("archive_location", address)
        else:
            item.setdefault("URL", address)
    return rest


def is_source(address: str) -> bool:
    """Says whether a link of an entry can lead to its source.

    An encyclopedia's own links lead to what it says of an author or place.
    """
    return not _host(address).endswith("wikipedia.org")


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return parts.hostname or "" if parts.scheme in {"http", "https"} else ""


def take_access(rest: str, item: Item) -> str:
    """Takes the dates of access and archiving out of a reference; gives what is left."""
    if (match := _ARCHIVED.search(rest)) and (parts := date_parts(match["date"])):
        item["custom"] = {"archived": "-".join(f"{part:02d}" for part in parts)}
        rest = rest.replace(match[0], ". ", 1)
    if (match := _ACCESSED.search(rest)) and (parts := date_parts(match["date"])):
        item["accessed"] = {"date-parts": [parts]}
        rest = rest.replace(match[0], ". ", 1)
    return rest
