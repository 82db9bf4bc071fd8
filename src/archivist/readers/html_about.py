"""What a web page says about itself: in its head, and in the JSON-LD that publishers add."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from archivist.domain.reading import Metadata
from archivist.domain.text import clean

_LENGTH = 2_000  # characters of a value that are kept
_NODES = 2_000  # of JSON-LD that are looked at
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}([-_]\w{1,8})*")
# What a browser writes above a page that it saves.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->", re.I)
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage")

# In the order in which they are believed.
_TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHOR = (
    "citation_author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "parsely-author",
    "byl",
)
_DATE = (
    "citation_publication_date",
    "citation_date",
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "date",
)
_RIGHTS = ("dc.rights", "dcterms.rights", "copyright", "rights")
_FURTHER = {
    "description": ("description", "dc.description", "og:description"),
    "publisher": ("citation_publisher", "dc.publisher", "og:site_name"),
    "keywords": ("keywords", "news_keywords"),
    "doi": ("citation_doi", "dc.identifier.doi"),
    "modified": ("article:modified_time", "dcterms.modified"),
    "generator": ("generator",),
}


def about(tree: LexborHTMLParser) -> Metadata:
    """Gives a page's metadata; a value that it does not give is empty."""
    given = _meta(tree)

    def first(names: tuple[str, ...]) -> str:
        return next((given[name][0] for name in names if name in given), "")

    linked = next(_linked_articles(tree), {})
    authors = next((given[name] for name in _AUTHOR if name in given), [])
    authors = [name for name in authors if not name.startswith("http")]
    root = tree.css_first("html")
    attributes = root.attributes if root is not None else {}
    language = attributes.get("lang") or attributes.get("xml:lang") or first(("og:locale",))
    direction = (attributes.get("dir") or "").lower()
    further = {key: value for key, names in _FURTHER.items() if (value := first(names))}
    return Metadata(
        title=_text_of(tree, "title") or first(_TITLE) or _text_of(tree, "h1"),
        author="; ".join(authors) or _names(linked.get("author")),
        date=first(_DATE) or _plain(linked.get("datePublished")) or _time(tree),
        language=language.replace("_", "-") if _LANGUAGE.fullmatch(language or "") else "",
        direction=direction if direction in {"ltr", "rtl"} else "",
        source=_source(tree, given),
        rights=first(_RIGHTS) or _attribute(tree, "link[rel=license]", "href"),
        further=further,
    )


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        value = _plain(attributes.get("content"))
        if name and value:
            given.setdefault(name.strip().lower(), []).append(value)
    return given


def _source(tree: LexborHTMLParser, given: dict[str, list[str]]) -> str:
    saved = _SAVED_FROM.search(tree.raw_html[:4096].decode("utf-8", "replace"))
    found = (
        _attribute(tree, "link[rel=canonical]", "href"),
        *given.get("og:url", []),
        saved[1] if saved else "",
    )
    return next((each for each in found if each.startswith(("http://", "https://"))), "")


def _time(tree: LexborHTMLParser) -> str:
    return _attribute(tree, "time[pubdate], time[itemprop=datePublished]", "datetime")


def _linked_articles(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Gives the JSON-LD objects that describe an article."""
    waiting: list[object] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting.append(json.loads(node.text()))
        except (ValueError, RecursionError):
            continue
    for _ in range(_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            kinds = value.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in _ARTICLES for kind in kinds if isinstance(kind, str)):
                yield value
            waiting.append(value.get("@graph"))


def _names(value: object) -> str:
    people = value if isinstance(value, list) else [value]
    names = [_plain(each.get("name") if isinstance(each, dict) else each) for each in people]
    return "; ".join(name for name in names if name and not name.startswith("http"))


def _text_of(tree: LexborHTMLParser, query: str) -> str:
    node = tree.css_first(query)
    return _plain(node.text()) if node is not None else ""


def _attribute(tree: LexborHTMLParser, query: str, name: str) -> str:
    node = tree.css_first(query)
    return _plain(node.attributes.get(name)) if node is not None else ""


def _plain(value: object) -> str:
    """Gives a value as one cleaned line; nothing for what is no text."""
    return " ".join(clean(value).split())[:_LENGTH] if isinstance(value, str) else ""
