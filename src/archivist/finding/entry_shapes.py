"""What one entry of a reference list looks like: how it begins, what it holds, how it ends."""

import re

# Letters that begin a name: capitals of the scripts that have them, any letter of the Arabic one.
CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽƏȘȚА-ЯЁІЇЄҐЎԱ-Ֆ\u0621-\u064a\u0671-\u06d3]"
YEAR = re.compile(r"(?<![\d./-])(?:1[4-9]|20)\d\d(?![\d/])[a-zа-е]?(?![^\W\d_])")
NO_YEAR = re.compile(
    r"\((?:n\.\s?d\.|s\.\s?[adf]\.|o\.\s?J\.|б\.\s?[гд]\.|б\.\s?р\.|t\.\s?y\.|in press|forthcoming"
    r"|ա\.\s?թ\.|د\.\s?ت\.?)\)",
    re.IGNORECASE,
)
PARTICLES = (
    *("al", "af", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos"),
    *("du", "el", "ibn", "la", "le", "ter", "van", "von", "zu", "zur", "фон", "де", "ван", "дер"),
)
_PARTICLE = rf"(?:(?:{'|'.join(PARTICLES)})\s|[dD]['’]|[aAeE]l-)"
_WORD = rf"{CAPITAL}[^\W\d_]*(?:['’\-‐]\s?[^\W\d_]+)*"
_AUTHOR = re.compile(
    rf"{_PARTICLE}{{0,2}}(?:"
    # Suny, Ronald · van der Berg, J. · سوني، رونالد
    rf"{_WORD}(?:\s{_WORD}){{0,2}}[,،]\s?{CAPITAL}"
    # Иванов И. И. · Smith JA
    rf"|{_WORD}\s(?:{CAPITAL}\.|{CAPITAL}{{1,3}}(?=[\s,.;]))"
    # R. G. Suny
    rf"|(?:{CAPITAL}\.[\s-]?){{1,4}}{_WORD}"
    # the author of the entry before
    r"|[—–_-]{2,8}[.,:\s])"
)
_DATED = re.compile(rf"{CAPITAL}[^\n]{{2,150}}?[(.,،]\s?(?:1[4-9]|20)\d\d[a-z]?[).,،]")
_QUOTED = re.compile(r"[\"“«„‘]")
_SOURCE = re.compile(
    r"https?://|\bdoi\b|\bISBN\b|\bISSN\b|\bpp?\.\s?\d|\bvol\.|\b[sScCсС]\.\s?\d|[\"“«„]|//|\bed\.|№"
    r"|\bէջ\b|\bص\b|\bстр\.|\bизд|\bvyd|[^\W\d_]{2}: [^\W\d_]",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"(?:[.!?)\]\"”»’…։۔\d]|https?://\S+|\b\S{3,}/\S*)$")
SHORTEST, LONGEST = 12, 1_500  # code points of an entry


def is_finished(line: str) -> bool:
    """Says whether an entry may end with this line."""
    return _FINISHED.search(line[-200:]) is not None


def begins_like_entry(line: str) -> bool:
    """Says whether an entry may begin with this line: an author, a dated body, or a title."""
    start = line[:200]
    return bool(_AUTHOR.match(start) or _DATED.match(start) or _QUOTED.match(start))


def begins_undoubtedly(line: str) -> bool:
    """Says whether a line begins an entry even where no heading tells of a list."""
    start = line[:200]
    return bool(_AUTHOR.match(start) or _DATED.match(start))


def begins_with_author(line: str) -> bool:
    """Says whether a line begins with the name of an author as lists write it."""
    return _AUTHOR.match(line[:200]) is not None


def is_dated(words: str) -> bool:
    """Says whether a text has a year, or says that it has none."""
    return bool(YEAR.search(words) or NO_YEAR.search(words))


def is_entry(words: str) -> bool:
    """Says whether a text can be an entry by author and year."""
    return SHORTEST <= len(words) <= LONGEST and begins_like_entry(words) and is_dated(words)


def names_source(words: str) -> bool:
    """Says whether a text reads like a source and not like a statement."""
    words = words[:LONGEST]
    return bool(
        (is_dated(words) and (begins_with_author(words) or _SOURCE.search(words)))
        or re.search(r"https?://|\bdoi\b|\bISBN\b", words, re.IGNORECASE)
    )
