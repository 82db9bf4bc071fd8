"""Parts of a raw reference: its dates, its people, and whether an ISBN can be one."""

import re

from archivist.domain.month_words import month_number

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = r"([^\W\d_]{3,11})\.?"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
# "5 May 2020", "5. Mai 2020", "1er mai 2020", "5 de mayo de 2020", "5 мая 2020 года", "May 2020"
_DAY_FIRST = re.compile(
    rf"(?:(\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?)?{_MONTH},?\s+(?:de\s+)?(\d{{4}})[a-z]?"
    r"(?:\s?(?:г|г\.|года|р|р\.|року|թ|թ\.))?"
)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s+(\d{{1,2}}),\s+(\d{{4}})[a-z]?")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[a-z]?(?:,\s+{_MONTH}(?:\s+(\d{{1,2}}))?)?")

# Words in lower case that belong to a family name.
_PARTICLES = frozenset(
    {"al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el"}
    | {"ibn", "la", "le", "ter", "van", "von", "y", "zu"}
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}")
_LAST_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_]\.$")
_INITIALS_LAST = re.compile(
    r"(?P<family>[^\W\d_][^\d,.;]{1,40}?)\s+(?P<given>(?:[^\W\d_]\.[\s-]?){1,4}|[A-Z]{1,3})"
)
_INITIALS_FIRST = re.compile(
    r"(?P<given>(?:[^\W\d_]\.[\s-]?){1,4})\s*(?P<family>[^\W\d_][^\d,.;]{1,40})"
)
_AND = re.compile(r",?\s+(?:&|and|und|et|y|и|та|և|və|ve)\s+")
_OTHERS = re.compile(r",?\s+(?:et al\.?|u\. ?a\.|и др\.?|та ін\.?|և այլք|və b\.|vd\.)$")
_TAIL = re.compile(r"[\s,.:;–-]+$")


def date_parts(text: str) -> list[int]:
    """Gives year, month and day of a written date, as far as given; [] where it is no date."""
    text = text.strip()
    day: str | None = None
    if match := _ISO.fullmatch(text):
        year, number, day = match[1], int(match[2]), match[3]
    elif match := _DOTTED.fullmatch(text):
        year, number, day = match[3], int(match[2]), match[1]
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
        number = month_number(month)
    if not 1 <= number <= 12:
        return []
    if day is None:
        return [int(year), number]
    return [int(year), number, int(day)] if 1 <= int(day) <= _DAYS[number - 1] else []


def people(text: str) -> list[dict[str, str]]:
    """Gives the names before a date or title as CSL names; what is no plain name stays literal."""
    text = text.strip().rstrip(" (").removesuffix(",").strip()
    if not text or len(text) > 300 or not any(map(str.isalpha, text)):
        return []
    text = _OTHERS.sub("", text.replace("،", ","))
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
    # "Иванов И. И., Петров П. П.", "Smith JA, Doe B", "R. G. Suny and N. M. Naimark"
    shortened = [_with_initials(piece) for piece in pieces]
    plain = [person for person in shortened if person is not None]
    if plain and len(plain) == len(pieces):
        return plain
    # "Suny, Ronald Grigor, and Norman M. Naimark": only the first is turned around.
    if len(pieces) == 3 and (turned := _AND.search(text)) and "," in text[: turned.start()]:
        first, last = _person(f"{pieces[0]}, {pieces[1]}"), pieces[2].split()
        if "family" in first and 2 <= len(last) <= 4 and last[-1][:1].isupper():
            return [first, {"family": last[-1], "given": " ".join(last[:-1])}]
    if len(pieces) == 2 and not _AND.search(text):
        return [_person(text)]
    return [{"literal": _without_tail(text)}]


def _with_initials(text: str) -> dict[str, str] | None:
    """Gives a name whose initials stand behind or before its family; None for another."""
    for shape in (_INITIALS_LAST, _INITIALS_FIRST):
        match = shape.fullmatch(text)
        if match and _is_family(match["family"]):
            return {"family": match["family"], "given": match["given"].strip()}
    return None


def _person(text: str) -> dict[str, str]:
    """Gives "Family, Given" in its parts, anything else as it is."""
    text = text.strip(" &")
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and _is_family(family) and given and len(given.split()) <= 3 and "," not in given:
        whole = given if _LAST_INITIAL.search(given) else _without_tail(given)
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
