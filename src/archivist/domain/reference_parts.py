"""Parts of a raw reference: its dates, its people, and whether an ISBN can be one."""

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\.?\s+(\d{4})[a-z]?")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2}),\s+(\d{4})[a-z]?")
_YEAR_FIRST = re.compile(r"(\d{4})[a-z]?(?:,\s+([A-Za-z]+)\.?(?:\s+(\d{1,2}))?)?")

# Words in lower case that belong to a family name.
_PARTICLES = frozenset(
    {"al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el"}
    | {"ibn", "la", "le", "ter", "van", "von", "y", "zu"}
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}")
_AND = re.compile(r",?\s+(?:&|and)\s+")
_TAIL = re.compile(r"[\s,.:;–-]+$")


def date_parts(text: str) -> list[int]:
    """Gives year, month and day of a written date, as far as given; [] where it is no date."""
    text = text.strip()
    day: str | None = None
    if match := _ISO.fullmatch(text):
        year, month_number, day = match[1], int(match[2]), match[3]
    else:
        if match := _MONTH_FIRST.fullmatch(text):
            month, day, year = match[1], match[2], match[3]
        elif match := _YEAR_FIRST.fullmatch(text):
            year, month, day = match[1], match[2], match[3]
        elif match := _DAY_FIRST.fullmatch(text):
            day, month, year = match[1], match[2], match[3]
        else:
            return []
        if month is None:
            return [int(year)]
        month_number = _MONTHS.get(month.lower(), 0)
    if not 1 <= month_number <= 12:
        return []
    if day is None:
        return [int(year), month_number]
    return [int(year), month_number, int(day)] if 1 <= int(day) <= _DAYS[month_number - 1] else []


def people(text: str) -> list[dict[str, str]]:
    """Gives the names before a date or title as CSL names; what is no plain name stays literal."""
    text = text.strip().rstrip(" (").removesuffix(",").strip()
    if not text or len(text) > 300 or not any(map(str.isalpha, text)):
        return []
    if ";" in text:
        return [_person(part) for part in text.split(";") if part.strip(" .&")]
    pieces = [part.strip() for part in _AND.sub(", ", text).split(",") if part.strip(" .")]
    if len(pieces) % 2 == 0 and all(
        _is_family(family) and _INITIALS.fullmatch(f"{given} ".replace(". ", ".").strip())
        for family, given in zip(pieces[::2], pieces[1::2], strict=True)
    ):
        return [
            {"family": family, "given": given}
            for family, given in zip(pieces[::2], pieces[1::2], strict=True)
        ]
    if len(pieces) == 2 and not _AND.search(text):
        return [_person(text)]
    return [{"literal": _without_tail(text)}]


def _person(text: str) -> dict[str, str]:
    """Gives "Family, Given" in its parts, anything else as it is."""
    text = text.strip(" &")
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and _is_family(family) and given and len(given.split()) <= 3 and "," not in given:
        whole = given if _INITIALS.search(given[-3:]) else _without_tail(given)
        return {"family": family, "given": whole}
    return {"literal": _without_tail(text)}


def _is_family(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 4 and all(
        word[0].isupper() or word.lower() in _PARTICLES or not word.isascii() for word in words
    )


def _without_tail(text: str) -> str:
    return _TAIL.sub("", text)


def valid_isbn(text: str) -> bool:
    """Says whether an ISBN's last digit fits the others (ISO 2108)."""
    digits = [10 if sign in "Xx" else int(sign) for sign in text if sign.isdigit() or sign in "Xx"]
    if len(digits) == 10:
        weighted = sum(
            digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)
        )
        return weighted % 11 == 0
    if len(digits) == 13 and 10 not in digits:
        return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False
