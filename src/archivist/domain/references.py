"""References as CSL-JSON items: what a raw reference surely says, its date, and its key.

Conservative by rule: what is not plainly there stays out of the item, and the raw text is kept
beside it. Vocabulary: CSL 1.0.2 variables and types.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from archivist.domain.dates import UncertainDate, from_edtf
from archivist.domain.errors import InvalidValueError
from archivist.domain.reference_parts import date_parts, people, valid_isbn

Item = dict[str, Any]

# A reference that is longer is prose; code points.
_LONGEST = 2000

# What stands before an entry: a return arrow with its letters, "[23]", "(23)" or "23."
_LEAD = re.compile(r"^(?:[\^↑](?:\s+[a-z]{1,2}\b(?=\s))*\s*|\[\d+\]\s*|\(\d+\)\s*|\d{1,3}\.\s+)+")
_DATE = (
    r"(?:\d{4}-\d\d-\d\d|(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},\s+)?-?\d{4}[a-z]?"
    r"|\d{4}[a-z]?(?:,\s+[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2})?)?)"
)
_ARCHIVED = re.compile(
    rf"[.;,]?\s*Archived(?:\s+\(\w+\))?(?:\s+from\s+the\s+original(?:\s+\(\w+\))?)?"
    rf"\s+(?:on\s+)?(?P<date>{_DATE})"
)
_ACCESSED = re.compile(
    rf"[.;,]?\s*(?:Retrieved|Accessed|Visited)(?:\s+on)?:?\s+(?P<date>{_DATE})(?:,?\s+from)?",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)(?P<doi>10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>[\d][\d -]{8,15}[\dXx])\b")
_ISSN = re.compile(r"\bISSN:?\s*(?P<issn>\d{4}-\d{3}[\dXx])\b")
_ADDRESS = re.compile(r"https?://[^\s\"<>]+")
_PAGES = re.compile(r"[,:]?\s*\bpp?\.\s*(?P<page>\d+(?:\s*[–-]\s*\d+)?)")
_VOLUME = re.compile(
    r"[,.]?\s*(?:\bvol\.\s*)?\b(?P<volume>\d{1,4})"
    r"(?:\s*\((?P<issue>\d{1,4}(?:[–-]\d{1,4})?)\)|,?\s+no\.\s*(?P<number>\d{1,4}))"
    r"(?:\s*[:,]\s*(?P<page>\d+(?:\s*[–-]\s*\d+)?))?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“(?P<curly>.{2,400}?)”(?=[\s.,;]|$)|\"(?P<plain>.{2,400}?)\"(?=[\s.,;]|$)")
_IN_BRACKETS = re.compile(rf"\((?P<date>{_DATE})\)")
_ALONE = re.compile(rf"(?:^|[.,;]\s+|\s[–-]\s)(?P<date>{_DATE})(?=[.,;]|$)")
_LANGUAGE = re.compile(r"\s*\(in [A-Z][\w, ]{2,40}\)")
_SHORT = re.compile(r"(?P<family>[^\W\d_][\w'’-]+)\s+\(?(?P<year>\d{4})[a-z]?\)?(?=[,.:]|$)")
_PLACE = re.compile(
    r"(?:^|[.;,]\s+|\()(?P<place>[^\d.:;()“”\"]{2,40}):\s+(?P<publisher>[^.:;()]{2,80}?)"
    r"(?:,\s+(?P<year>\d{4}))?\)?[.,\s]*$"
)
_EDITED = re.compile(r"^In:?\s+(?P<editors>[^()]{2,120}?),?\s*\(eds?\.\)[.,]?\s*")
_EDITORS = re.compile(r",?\s*\(?\beds?\.\)?\s*$")
_BIBLIOGRAPHY = re.compile(
    r"(?P<author>[^,.\d]{2,40},\s+[^\W\d_][^,.\d]{0,30}?(?:\s?\b[^\W\d_]\.)*)\.?\s+"
    r"(?P<title>[^.]{4,250})\.\s+(?=[^\d.:;()]{2,40}:\s+[^.:;()]{2,80},\s+\d{4}\.?$)"
)
_ARCHIVES = ("archive.org", "archive.today", "archive.is", "archive.ph", "webcitation.org")


def guess_item(raw: str, addresses: Sequence[str] = ()) -> Item:
    """Reads a raw reference into a CSL-JSON item, with only what it plainly says.

    Args:
        raw: The reference as a text has it.
        addresses: Where its links lead, for entries of a page.
    """
    rest = clean_reference(raw)[:_LONGEST]
    item: Item = {}
    rest = _take_numbers(rest, item)
    rest = _take_addresses(rest, addresses, item)
    rest = _take_access(rest, item)
    rest = _LANGUAGE.sub("", rest)
    _read_words(rest, item)
    if item:
        item["type"] = _type(item)
    return item


def clean_reference(raw: str) -> str:
    """Gives a raw reference on one line, without the number or return arrow before it."""
    return _LEAD.sub("", " ".join(raw.split())).strip()


def is_known(item: Mapping[str, Any]) -> bool:
    """Says whether an item tells what the source is, so that it is more than a label."""
    return any(item.get(name) for name in ("title", "DOI", "ISBN", "URL")) or bool(
        item.get("author") and item.get("issued")
    )


def issued_date(item: Mapping[str, Any]) -> UncertainDate | None:
    """Gives an item's date of publication; None where it has none or one that cannot be."""
    issued = item.get("issued")
    ends = [_edtf(parts) for parts in day_parts(issued)]
    if not isinstance(issued, Mapping) or not ends:
        return None
    text = str(issued.get("literal") or issued.get("raw") or "")
    edtf = "/".join(f"{end}~" if issued.get("circa") else end for end in ends)
    try:
        return from_edtf(edtf, text=text)
    except InvalidValueError:
        # A day that does not exist, in an item from another tool: the item keeps it as it is.
        return None


def day_parts(date: object) -> list[list[int]]:
    """Gives year, month, day of a CSL date, and of its end where it is a range.

    Other tools write numbers as texts, leave parts empty, or put anything else there: a date that
    cannot be read whole gives [].
    """
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    ends: list[list[int]] = []
    for end in parts[:2] if isinstance(parts, list) else []:
        given = [part for part in end if part not in {None, ""}] if _is_flat(end) else []
        try:
            numbers = [int(str(part)) for part in given]
        except ValueError:
            return []
        if numbers:
            ends.append(numbers)
    return ends if all(len(numbers) <= 3 for numbers in ends) else []


def _is_flat(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        part is None or isinstance(part, str | int | float) for part in value
    )


def suggest_key(item: Mapping[str, Any]) -> str:
    """Gives a key of author and year ("suny2015"), of title and year, or "" where both lack."""
    date = issued_date(item)
    year = date.edtf.split("-")[0] if date and not date.edtf.startswith("-") else ""
    people_of_item = item.get("author") or item.get("editor")
    first = people_of_item[0] if isinstance(people_of_item, list) and people_of_item else None
    if isinstance(first, Mapping) and year:
        word = _letters(str(first.get("family") or first.get("literal") or ""))
        if word:
            return word[:24] + year[:4]
    words = [_letters(word) for word in str(item.get("title") or "").split()]
    long = [word for word in words if len(word) > 3]
    return (long[0][:24] + year[:4]) if long and year else ""


def _take_numbers(rest: str, item: Item) -> str:
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


def _take_addresses(rest: str, addresses: Sequence[str], item: Item) -> str:
    found = [address.rstrip(".,;)") for address in _ADDRESS.findall(rest)]
    rest = _ADDRESS.sub(" ", rest)
    for address in (*found, *addresses):
        host = (_host(address)).removeprefix("www.")
        if not host or host.endswith("doi.org"):
            continue
        if any(host == archive or host.endswith(f".{archive}") for archive in _ARCHIVES):
            item.setdefault("archive_location", address)
        else:
            item.setdefault("URL", address)
    return rest


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return parts.hostname or "" if parts.scheme in {"http", "https"} else ""


def _take_access(rest: str, item: Item) -> str:
    if (match := _ARCHIVED.search(rest)) and (parts := date_parts(match["date"])):
        item["custom"] = {"archived": "-".join(f"{part:02d}" for part in parts)}
        rest = rest.replace(match[0], ". ", 1)
    if (match := _ACCESSED.search(rest)) and (parts := date_parts(match["date"])):
        item["accessed"] = {"date-parts": [parts]}
        rest = rest.replace(match[0], ". ", 1)
    return rest


def _read_words(rest: str, item: Item) -> None:
    """Reads authors, date, title and container by where they stand around the date or quotes."""
    bracket = _IN_BRACKETS.search(rest)
    quoted = _QUOTED.search(rest)
    if bracket and not date_parts(bracket["date"]):
        bracket = None
    if bracket and quoted and quoted.start() < bracket.start():
        bracket = None
    if bracket:
        item["issued"] = {"date-parts": [date_parts(bracket["date"])]}
        _put_people(item, rest[: bracket.start()])
        rest = rest[bracket.end() :].lstrip(" .,:")
        quoted = _QUOTED.match(rest)
    elif quoted:
        _put_people(item, rest[: quoted.start()])
    elif match := _SHORT.match(rest):
        item["author"] = [{"family": match["family"]}]
        item["issued"] = {"date-parts": [[int(match["year"])]]}
        _take_pages(rest[match.end() :], item)
        return
    elif match := _BIBLIOGRAPHY.match(rest):
        _put_people(item, match["author"])
        item["title"] = match["title"]
        _take_publisher(rest[match.end() :], item)
        return
    if quoted:
        item["title"] = (quoted["curly"] or quoted["plain"]).strip().rstrip(",.")
        rest = _take_pages(rest[quoted.end() :].lstrip(" .,"), item)
        rest = _take_date(_take_publisher(rest, item), item)
        if match := _EDITED.match(rest):
            _put(item, "editor", people(match["editors"]))
            rest = rest[match.end() :]
        _put(item, "container-title", _sentence(rest))
    elif bracket:
        rest = _take_publisher(_take_pages(rest, item), item)
        title, _, after = rest.partition(". ")
        _put(item, "title", title.strip(" .,"))
        # What follows a title is a publisher or a journal only where a number says which.
        if "volume" in item:
            _put(item, "container-title", _sentence(after))
        elif "ISBN" in item:
            _put(item, "publisher", _sentence(after))


def _put_people(item: Item, text: str) -> None:
    """Puts the names that stand first, as editors where that is said behind them."""
    named = _EDITORS.sub("", text.strip())
    _put(item, "author" if named == text.strip() else "editor", people(named))


def _take_publisher(rest: str, item: Item) -> str:
    if match := _PLACE.search(rest):
        item["publisher-place"] = match["place"].strip(" ,")
        item["publisher"] = match["publisher"].strip(" ,")
        if match["year"] and "issued" not in item:
            item["issued"] = {"date-parts": [[int(match["year"])]]}
        return rest[: match.start()] + "."
    return rest


def _take_pages(rest: str, item: Item) -> str:
    if match := _VOLUME.search(rest):
        item["volume"] = match["volume"]
        _put(item, "issue", match["issue"] or match["number"] or "")
        _put(item, "page", (match["page"] or "").replace(" ", ""))
        rest = f"{rest[: match.start()]}. {rest[match.end() :].lstrip(' .,')}"
    if match := _PAGES.search(rest):
        item.setdefault("page", match["page"].replace(" ", ""))
        rest = rest.replace(match[0], "", 1)
    return rest


def _take_date(rest: str, item: Item) -> str:
    for match in _ALONE.finditer(rest):
        parts = date_parts(match["date"])
        if parts and "issued" not in item:
            item["issued"] = {"date-parts": [parts]}
            return f"{rest[: match.start()]}. {rest[match.end() :]}"
    return rest


def _sentence(text: str) -> str:
    """Gives the first sentence of what stands after a title: a container or publisher."""
    first = re.split(r"\.(?:\s|$)", text.lstrip(" .,;"), maxsplit=1)[0].strip(" .,;:")
    return first if first and len(first) <= 120 and any(map(str.isalpha, first)) else ""


def _put(item: Item, name: str, value: Any) -> None:
    if value:
        item.setdefault(name, value)


def _type(item: Mapping[str, Any]) -> str:
    """Gives the CSL type that the fields leave no doubt of, else "webpage" or "document"."""
    if "volume" in item and "container-title" in item:
        return "article-journal"
    if "ISBN" in item or "publisher-place" in item:
        return "chapter" if "container-title" in item else "book"
    return "webpage" if "URL" in item or "accessed" in item else "document"


def _edtf(numbers: Sequence[int]) -> str:
    # CSL counts BCE years as -44 for 44 BCE; EDTF, as astronomers do, has a year 0 (1 BCE).
    year = numbers[0] + 1 if numbers[0] < 0 else numbers[0]
    start = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return "-".join([start, *(f"{number:02d}" for number in numbers[1:])])


def _letters(text: str) -> str:
    """Gives the letters of a text in lower case, without accents; other scripts stay."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(filter(str.isalpha, taken_apart)))
