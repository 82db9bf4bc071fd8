"""Guesses the fields of a raw reference by where its words stand; what is not plain stays out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from archivist.domain.reference_gost import read_described
from archivist.domain.reference_identifiers import Item, take_access, take_addresses, take_numbers
from archivist.domain.reference_parts import date_parts, people
from archivist.domain.reference_words import DATE, PUBLISHERS

# A reference that is longer is prose; code points.
_LONGEST = 2000

_PAGES = re.compile(
    r"(?:(?:^|[,:;.]\s*|\s)(?:pp?|págs?|стр|стор|səh)\.|(?:^|[,:;.]\s*)(?:SS?|ss?|[сСC])\.|[,:;.]\s*(?:էջ|ص))"
    r"\s*(?P<page>\d+(?:\s*[–-]\s*\d+)?)(?:\s*ff?\.)?"
)
_RANGE = r"\d+(?:\s*[–-]\s*\d+)?"
# "12 (2001): 34–45" and "12.3 (2001), S. 34": a year where others have an issue
_PAGE_WORD = r"(?:(?:pp?|SS?|s|с|С|págs?|էջ)\.?\s*)?"
_VOLUME_OF_YEAR = re.compile(
    r"[,.]?\s*(?:\b(?:vol|Bd|Jg|t|т)\.\s*)?\b(?P<volume>\d{1,4})(?:\.(?P<issue>\d{1,3}))?"
    r"(?:,?\s+(?:no|Nr|n°|núm|№|H)\.?\s*(?P<number>\d{1,4}))?"
    r"\s*\((?:[^\W\d_]{3,9}\.?\s)?(?P<year>(?:1[4-9]|20)\d\d)\)"
    rf"(?:\s*[:,]\s*{_PAGE_WORD}(?P<page>{_RANGE})(?![^\W\d_]))?",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"[,.]?\s*(?:\b(?:vol|Bd|Jg|Jahrgang|t|т|том|tomo|cilt|cild|հատոր|հ)\.?\s*)?"
    r"\b(?P<volume>(?!(?:1[4-9]|20)\d\d\b)\d{1,4})"
    r"(?:\s*\((?P<issue>\d{1,4}(?:[–-]\d{1,4})?)\)"
    r"|,?\s+(?:no|Nr|n°|núm|№|sayı|Heft|H|вып|issue)\.?\s*(?P<number>\d{1,4}))"
    rf"(?:\s*[:,]\s*(?P<page>(?!(?:1[4-9]|20)\d\d\s*[,.;)]){_RANGE}))?",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"[,.;]\s*(?:№|no\.|Nr\.|n°|núm\.|sayı)\s*(?P<issue>\d{1,4})(?=[,.;:]|$)", re.I)
_QUOTED = re.compile(
    r"(?:“(?P<curly>.{2,400}?)”|\"(?P<plain>.{2,400}?)\"|«\s?(?P<angle>.{2,400}?)\s?»"
    r"|„(?P<low>.{2,400}?)[“”])(?=\.?[\s.,;:(]|$)"
)
# Where a title ends: a full stop after a word, not after an initial or in "U.S.".
_TITLE_END = re.compile(r"(?<=[^\W_]{2})[.?!](?:\s+|$)|(?<=[)\]”\"»])\.(?:\s+|$)")
_PUBLISHER = re.compile(rf"\b(?:{'|'.join(PUBLISHERS)})\b", re.IGNORECASE)
_NAMED_FIRST = re.compile(
    r"(?P<author>[^\W\d_][\w’'-]+,?\s(?:[^\W\d_]\.\s?){1,3})\s*(?P<title>[^.,]{8,250})[.,]\s*"
    r"(?P<rest>.*?\b(?P<year>(?:1[4-9]|20)\d\d)\b\.?)$"
)
_SENTENCE_WORDS = re.compile(r"\b(?:see|for|voir|siehe|véase|см|див|also|the|in|of|as)\b", re.I)
_IN_BRACKETS = re.compile(rf"\((?P<date>{DATE})\)")
_ALONE = re.compile(rf"(?:^|[.,;]\s+|\s[–-]\s)(?P<date>{DATE})(?=\s?(?:[.,;:]|$))")
_LANGUAGE = re.compile(r"\s*\(in [A-Z][\w, ]{2,40}\)")
_SHORT = re.compile(r"(?P<family>[^\W\d_][\w'’-]+)\s+\(?(?P<year>\d{4})[a-z]?\)?(?=[,.:]|$)")
_NAME_OF_PUBLISHER = r"(?:[^.:;()]|(?<=\b[^\W\d_])\.){2,80}?"  # "I.B. Tauris"
_PLACE = re.compile(
    r"(?:^|[.;,،]\s+|\()(?P<place>(?!(?:In|in|Dans|En)\b)[^\d.:;()“”\"]{2,40}):\s+"
    rf"(?P<publisher>{_NAME_OF_PUBLISHER})(?:[,،]\s+(?P<year>\d{{4}})(?:[–-](?P<last>\d{{4}}))?)?"
    r"\)?[.,\s]*$"
)
_IN = re.compile(r"^\s*(?:In|in|Dans|En|В кн\\.):?\s+(?=\S)")
_EDITED = re.compile(r"^In:?\s+(?P<editors>[^()]{2,120}?),?\s*\(eds?\.\)[.,]?\s*")
_EDITORS = re.compile(r",?\s*\(?\beds?\.\)?\s*$")
_BIBLIOGRAPHY = re.compile(
    r"(?P<author>[^,،.\d]{2,40}[,،]\s+[^\W\d_][^,،.\d]{0,30}?(?:\s?\b[^\W\d_]\.)*"
    r"(?:,?\s+(?:and|&|und|et|y)\s+(?:[^\W\d_][\w’'-]+|[^\W\d_]\.)(?:\s[^\W\d_]\.|\s[^\W\d_][\w’'-]+){1,3})?)"
    r"\.?\s+(?P<title>[^.]{4,250})\.\s+(?:\d{1,2}\svols?\.\s+)?"
    rf"(?=[^\d.:;()]{{2,40}}:\s+{_NAME_OF_PUBLISHER}[,،]\s+\d{{4}}(?:[–-]\d{{4}})?\.?$)"
)
# "Smith JA, Doe B. On bread. J Food. 2015;12(3):45-67."
_VANCOUVER = re.compile(
    r"(?P<author>[^\W\d_][\w’' -]{1,40}\s[A-Z]{1,3}(?:,\s[^\W\d_][\w’' -]{1,40}\s[A-Z]{1,3}){0,9})"
    r"(?:,\set\sal)?\.\s(?P<title>[^.]{4,250})\.\s(?P<container>[^.\d]{2,80})\.\s"
    r"(?P<year>\d{4})(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;(?P<volume>\d{1,4})"
    r"(?:\((?P<issue>\d{1,4})\))?:(?P<page>\d{1,6}(?:[–-]\d{1,6})?)"
)


def guess(reference: str, addresses: Sequence[str]) -> Item:
    """Reads a reference on one line into a CSL-JSON item, with only what it plainly says.

    Args:
        reference: The reference, cleaned.
        addresses: Where its links lead.
    """
    rest = reference[:_LONGEST]
    item: Item = {}
    rest = take_numbers(rest, item)
    rest = take_addresses(rest, addresses, item)
    rest = take_access(rest, item)
    rest = _LANGUAGE.sub("", rest)
    if not read_described(rest, item):
        _read_words(rest, item)
    if item:
        item["type"] = _type(item)
    return item


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
        if _is_prose(rest, quoted):
            return
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
    elif match := _VANCOUVER.match(rest):
        _put_people(item, match["author"])
        item["title"], item["container-title"] = match["title"], match["container"]
        item["issued"] = {"date-parts": [[int(match["year"])]]}
        for name in ("volume", "issue", "page"):
            _put(item, name, match[name])
        return
    elif match := _NAMED_FIRST.match(rest):
        _put_people(item, match["author"])
        item["title"] = match["title"].strip()
        item["issued"] = {"date-parts": [[int(match["year"])]]}
        _take_publisher(match["rest"], item)
        return
    if quoted and rest[quoted.end() :].startswith(":"):
        quoted = None  # it is a part of the title: "Words": A history
    if quoted:
        title = next(part for part in quoted.groups() if part is not None)
        item["title"] = title.strip().rstrip(",.")
        rest = _take_pages(rest[quoted.end() :].lstrip(" .,"), item)
        rest = _take_date(_take_publisher(rest, item), item)
        if match := _EDITED.match(rest):
            _put(item, "editor", people(match["editors"]))
            rest = rest[match.end() :]
        _put(item, "container-title", _sentence(_IN.sub("", rest)))
    elif bracket:
        rest = _take_publisher(_take_pages(rest, item), item)
        end = _TITLE_END.search(rest)
        title, after = (rest[: end.end()], rest[end.end() :]) if end else (rest, "")
        _put(item, "title", title.strip(" .,"))
        following = _sentence(after)
        # What follows a title is a publisher or a journal only where a number or word says which.
        if "volume" in item:
            _put(item, "container-title", following)
        elif "ISBN" in item or _PUBLISHER.search(following):
            _put(item, "publisher", following)


def _is_prose(rest: str, quoted: re.Match[str]) -> bool:
    """Says whether words in quotes stand in a sentence: a note is no reference."""
    before = rest[: quoted.start()].strip(" ,.:")
    after = rest[quoted.end() :]
    goes_on = after[:1] == " " and after.lstrip()[:1].islower() and not _IN.match(after.lstrip())
    return goes_on or len(_SENTENCE_WORDS.findall(before)) > 1


def _put_people(item: Item, text: str) -> None:
    """Puts the names that stand first, as editors where that is said behind them."""
    named = _EDITORS.sub("", text.strip())
    _put(item, "author" if named == text.strip() else "editor", people(named))


def _take_publisher(rest: str, item: Item) -> str:
    if match := _PLACE.search(rest):
        item["publisher-place"] = match["place"].strip(" ,")
        item["publisher"] = match["publisher"].strip(" ,")
        if match["year"] and "issued" not in item:
            years = [[int(year)] for year in (match["year"], match["last"]) if year]
            item["issued"] = {"date-parts": years}
        return rest[: match.start()] + "."
    return rest


def _take_pages(rest: str, item: Item) -> str:
    match = _VOLUME_OF_YEAR.search(rest)
    if match and (match["page"] or match["issue"] or match["number"]):
        item["volume"] = match["volume"]
        _put(item, "issue", match["issue"] or match["number"] or "")
        _put(item, "page", (match["page"] or "").replace(" ", ""))
        item.setdefault("issued", {"date-parts": [[int(match["year"])]]})
        rest = f"{rest[: match.start()]}. {rest[match.end() :].lstrip(' .,')}"
    elif match := _VOLUME.search(rest):
        item["volume"] = match["volume"]
        _put(item, "issue", match["issue"] or match["number"] or "")
        _put(item, "page", (match["page"] or "").replace(" ", ""))
        rest = f"{rest[: match.start()]}. {rest[match.end() :].lstrip(' .,')}"
    elif match := _ISSUE.search(rest):
        item["issue"] = match["issue"]
        rest = f"{rest[: match.start()]}{rest[match.end() :]}"
    if match := _PAGES.search(rest):
        item.setdefault("page", match["page"].replace(" ", ""))
        rest = rest.replace(match[0], "", 1)
    return rest


def _take_date(rest: str, item: Item) -> str:
    position = 0
    while "issued" not in item and (match := _ALONE.search(rest, position)):
        parts = date_parts(match["date"])
        if parts:
            item["issued"] = {"date-parts": [parts]}
            return f"{rest[: match.start()]}. {rest[match.end() :]}"
        # "Herald, 2010" is no month, but what stands in it may be a year.
        position = match.start() + 1
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
    if "container-title" in item and ("volume" in item or "issue" in item):
        return "article-journal"
    if "ISBN" in item or "publisher-place" in item:
        return "chapter" if "container-title" in item else "book"
    if "URL" in item or "accessed" in item:
        return "webpage"
    return "book" if "publisher" in item else "document"
