"""Where in a source a marker points: pages and other parts, as ten languages write them."""

import re

_PAGE = (
    r"(?:pp?|pgs?|pages?|SS?|Seiten?|pp?ágs?|páginas?|[сc]|стр|стор|страниц[аы]|էջ|ss?|səh|sayfa"
    r"|ص ?ص|ص|صفحة|الصفحة)\.?"
)
_PART = (
    r"(?:ch(?:ap(?:ter)?)?s?|cap|kap|гл|ch|fols?|ff?|л|арк|paras?|Rn|Rz|vol|Bd|т|t|bk|art|ст|§§?"
    r"|sec|nos?|nn?|note|notes|fn|Anm|прим|ll?|lines?|figs?|tab|app|մաս|cild|cilt|ج)\.?"
)
_NUMBER = r"(?:[A-Za-z]?\d{1,5}[a-zа-я]?|[ivxlc]{1,7})"
_NUMBERS = (
    rf"{_NUMBER}(?:\s?[–—‑-]\s?{_NUMBER}|,\s?\d{{1,5}}(?!\d)(?:[–—‑-]\d{{1,5}})?){{0,6}}"
    r"(?:\s?ff?\.?)?"
)
LOCATOR = re.compile(
    rf"(?:(?P<page>{_PAGE})\s?(?P<pages>{_NUMBERS})|(?P<part>{_PART}\s?{_NUMBERS})"
    rf"|(?P<bare>\d{{1,5}}(?:\s?[–—‑-]\s?\d{{1,5}}|,\s?\d{{1,5}}(?!\d)){{0,6}}(?:\s?ff?\.?)?)"
    rf"|(?P<long>\d{{1,3}}:\d{{1,4}}(?:[–-]\d{{1,4}})?))",
    re.IGNORECASE,
)
_UNSEEN = "[\u200b-\u200d\u2060]?"  # joiners, as encyclopedias write
# After a marker: "[23]:4", "[23]: 45–7"; the space only where nothing but a locator can follow.
_AFTER = re.compile(
    rf"{_UNSEEN}:{_UNSEEN}(?P<space>[ \u00a0\u2009\u202f]?){_UNSEEN}(?P<words>(?:{_PAGE}\s?)?"
    r"\d{1,4}(?:[–—‑-]\d{1,4}|,\s?\d{1,4}(?!\d)){0,4})(?![\d:.,]\d)",
    re.IGNORECASE,
)
_PAGE_AFTER = re.compile(
    rf"(?:[,،]?\s?(?P<page>{_PAGE})\s?|:\s?)(?P<pages>{_NUMBERS})(?![^\W_])", re.IGNORECASE
)


def read_locator(words: str) -> str | None:
    """Gives a locator as links keep it: pages as numbers, other parts with their word.

    None where the words are no locator.
    """
    match = LOCATOR.fullmatch(words.strip())
    if match is None:
        return None
    found = match["pages"] or match["part"] or match["bare"] or match["long"] or ""
    return " ".join(found.split())


def locator_after(text: str, position: int, *, is_raised: bool) -> tuple[str, int] | None:
    """Gives the locator that follows a marker after a colon, and where it ends.

    A space after the colon can begin a sentence, too, unless the colon is raised with the marker.
    """
    match = _AFTER.match(text, position, position + 60)
    if match is None:
        return None
    following = text[match.end() : match.end() + 2]
    if following[:1].isalnum():
        return None
    if match["space"] and not is_raised:
        after = following.lstrip(" \t\u00a0")[:1]
        if after and after.islower():
            return None
    locator = read_locator(match["words"])
    return None if locator is None else (locator, match.end())


def page_after(text: str, position: int) -> tuple[str, int] | None:
    """Gives the page that follows a link to a work (", p. 34"), and where it ends."""
    match = _PAGE_AFTER.match(text, position, position + 60)
    return None if match is None else (" ".join(match["pages"].split()), match.end())
