"""The words of RTF (specification 1.9.1), as data: signs, code pages, destinations, looks."""

import codecs
import re

from archivist.domain.vocabulary import MarkKind

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.S,
)
SIGNS = {
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "~": "\u00a0",
    "_": "\u2011",
    "-": "\u00ad",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
ENDS = frozenset(("par", "sect", "page", "column", "nestcell", "nestrow", "\r", "\n"))
LOOKS = {
    "b": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "strike": MarkKind.STRIKETHROUGH,
    "striked": MarkKind.STRIKETHROUGH,
    "ul": MarkKind.UNDERLINE,
    "uld": MarkKind.UNDERLINE,
    "uldash": MarkKind.UNDERLINE,
    "uldb": MarkKind.UNDERLINE,
    "ulth": MarkKind.UNDERLINE,
    "ulw": MarkKind.UNDERLINE,
    "ulwave": MarkKind.UNDERLINE,
    "super": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
}
NO_LOOKS = {
    "ulnone": {MarkKind.UNDERLINE},
    "nosupersub": {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT},
    "plain": set(MarkKind),
}
STORIES = {
    "footnote": "note",
    "annotation": "remark",
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), "header"),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), "footer"),
}
# What is read into a value of its own and is no text.
VALUES = frozenset(("fldinst", "bkmkstart", "atnauthor", "listtext", "pntext", "generator"))
INFO = {
    "title": "title",
    "author": "author",
    "subject": "subject",
    "keywords": "keywords",
    "doccomm": "description",
    "company": "company",
    "operator": "last modified by",
}
# What is no text though it does not say so with \*.
SKIPPED = (
    frozenset(
        (
            "colortbl",
            "filetbl",
            "pict",
            "nonesttables",
            "stylesheet",
            "fonttbl",
            "info",
            "upr",
            "tc",
        )
    )
    | {"xe", "txe", "rxe", "object", "objdata", "shp", "listtable", "listoverridetable"}
    | {
        "list",
        "leveltext",
        "levelnumbers",
        "listname",
    }
)
# Text inside what is skipped.
REOPENED = frozenset(("ud", "result", "shptxt"))
_CHARSETS = {
    77: "mac_roman",
    78: "shift_jis",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
SYMBOLS = "symbols"
"""Stands for the encoding of fonts whose codes are signs of their own."""


def codec_of_page(page: int) -> str:
    """Gives the codec of a Windows code page, that of Western Europe where it is not known."""
    named = {65001: "utf-8", 10000: "mac_roman", 10007: "mac_cyrillic", 936: "gb18030"}
    name = named.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def codec_of_charset(charset: int) -> str:
    """Gives the codec of a font's character set, "" for the document's own."""
    return SYMBOLS if charset == 2 else _CHARSETS.get(charset, "")


def decoded(data: bytes, codec: str) -> str:
    """Gives the text of some bytes; a bullet is the one sign of symbol fonts that is known."""
    if codec == SYMBOLS:
        return "".join("\u2022" if each == 0xB7 else "\ufffd" for each in data)
    return data.decode(codec, "replace")
