"""Takes a text apart into what its words, figures and signs can be in a date.

Only the surroundings of words and figures that every date has one of are looked at closely.
"""

import re
from collections.abc import Iterator

from archivist.finding.date_lexicon import Lexicon
from archivist.finding.date_roles import Ending, Opening, Part, Role, Token, Unit

# Code points from a month, year or other seed to the ends of the date it may belong to; the other
# end of a range has a seed of its own.
_REACH_BACK = 48
_REACH_ON = 44
_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(
    r"(?P<break>[ \t]*\n\s*\n\s*|[ \t\u00a0]{4,}|\n[ \t]{5,})"
    r"|(?P<space>\s+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<numeric>\d{4}[-.]\d\d[-.]\d\d(?![\d-])"
    r"|\d{1,2}(?P<sign>[./-])[ ]?\d{1,2}(?P=sign)[ ]?[12١٢]\d{3}(?!\d)"
    r"|\d{1,2}\.[ ]?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.[ ]?[12]\d{3}(?!\d)"
    r"|\d\d(?P<short>[./])\d\d(?P=short)\d\d(?![\d./]))"
    r"|(?P<partial>\d{1,2}\.\d{1,2}\.?(?=[ ]?[–—-][ ]?\d{1,2}\.\d{1,2}\.\d{4})"
    r"|\d{1,2}\.[ ]?\d{1,2}\.(?![ ]?\d))"
    r"|(?P<chain>\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+(?!\d)|\d+(?:-\d+){2,}"
    r"|\d+(?:(?:[.:]\d+|,(?![12]\d{3}(?!\d))\d+))+)"
    r"|(?P<number>\d+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_WORD_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_]+)[ \u00a0]\Z")
_LONGEST_WORD = 24  # code points
_ENDING = re.compile(r"[-‐‑'’]?([^\W\d_]{1,16})(?!\w)")
_AMOUNT_SIGNS = frozenset("$£€¥₴₽₺₼֏№#§+")
_AMOUNT_AFTER = frozenset("%°‰€$£")
_SIGNS = {
    **dict.fromkeys("-‐‑‒–—―−~", Role.DASH),
    **dict.fromkeys(",،", Role.COMMA),
    **dict.fromkeys(".․", Role.STOP),
    **dict.fromkeys("/", Role.SLASH),
    **dict.fromkeys("*†✝", Role.IN),  # born, died
    **dict.fromkeys("([", Role.OPEN),
    **dict.fromkeys(")]", Role.CLOSE),
}
_MARKS = frozenset({Role.PLACED, Role.ABLATIVE})
# "1915թ.", "1915թ-ի": a full stop or an ending of the short word itself.
_AFTER_YEAR_WORD = re.compile(r"[.․]?(?:[-‐‑][^\W\d_]{1,3}(?!\w))?")
_STOPS = frozenset(".․")  # the second is the Armenian abbreviations' own
_APOSTROPHES = frozenset("'’")
_OTHER = Token(-1, -1, Role.OTHER, None)  # a word that says nothing; where it stands does not count


def regions(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Gives the ranges of a part of a text in which a date can stand."""
    part = text if (start, end) == (0, len(text)) else text[start:end]
    # Word by word it would take several times as long, in texts that hardly have dates, too.
    spots = [
        start + first
        for _, first, last in lexicon.seeds.find_matches_as_indexes(part, overlapping=True)
        if _is_word(part, first, last)
    ]
    is_year = lexicon.year_seeds.match
    spots += [
        place
        for place in (figures.start() for figures in _FIGURES.finditer(text, start, end))
        if is_year(text, place, end) and not _is_counted(text, place, lexicon)
    ]
    spots.sort()
    first, last = start, -1
    for spot in spots:
        if spot - _REACH_BACK > last:
            if last >= 0:
                yield first, last
            first = _word_start(text, max(start, spot - _REACH_BACK), start)
        last = min(spot + _REACH_ON, end)
    if last >= 0:
        yield first, last


def _is_word(text: str, start: int, end: int) -> bool:
    """Says whether letters are a whole word, and not a part of one."""
    return not _LETTER.match(text, end) and not (start and _LETTER.match(text, start - 1))


def _is_counted(text: str, place: int, lexicon: Lexicon) -> bool:
    """Says whether a word like "page" makes figures no year; a report has many such lines."""
    before = _WORD_BEFORE.search(text, max(0, place - _LONGEST_WORD), place)
    parts = lexicon.words.get(before[1], ()) if before else ()
    return bool(parts) and parts[0][0] == Role.COUNTING


def _word_start(text: str, place: int, least: int) -> int:
    """Moves back to a white space, so that no word or figure is cut; not far."""
    for step in range(40):
        if place - step <= least or text[place - step - 1].isspace():
            return max(place - step, least)
    return place


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Gives the parts of a range in order; white space within a paragraph is left out."""
    found: list[Token] = []
    position = start
    elides = lexicon.table.elides
    known = lexicon.known
    prefixes = lexicon.table.prefixes
    while position < end and (match := _PARTS.match(text, position)):
        kind = match.lastgroup
        begin, position = match.span()
        if kind == "space":
            continue
        if kind == "word":
            word = match.group()
            if not word.isalpha():
                word = word.replace("'", "’")
                if elides:
                    word = word.partition("’")[0]
                    position = begin + len(word) + 1
            if (
                word in known
                or not word.isalpha()
                or text[position : position + 1] in _STOPS
                or word[0] in prefixes
            ):
                position = _add_word(found, text, word, begin, position, lexicon)
            else:
                found.append(_OTHER)
        elif kind == "number":
            position = _add_number(found, text, begin, position, lexicon)
        elif kind == "partial":
            found.append(Token(begin, position, Role.PARTIAL, match.group().rstrip(".")))
        elif kind == "numeric" or kind in {"sign", "short"}:
            joined = text[begin - 1 : begin]
            free = not joined or not (joined.isalnum() or joined in _AMOUNT_SIGNS)
            written = match.group()
            if position < len(text) and text[position : position + 1] in _AMOUNT_AFTER:
                free = False
            found.append(Token(begin, position, Role.NUMERIC if free else Role.OTHER, written))
        elif kind == "other":
            sign = match.group()
            if sign in _APOSTROPHES and elides:
                continue
            found.append(Token(begin, position, _SIGNS.get(sign, Role.OTHER), sign))
        else:
            found.append(Token(begin, position, Role.OTHER, None))
    return found


def _add_word(
    found: list[Token], text: str, word: str, begin: int, end: int, lexicon: Lexicon
) -> int:
    """Adds the parts of a word or of the phrase that it begins; gives where it ends."""
    if word in lexicon.era_starts and (era := lexicon.eras.match(text, begin)):
        before = _tight(era.group()) in lexicon.before_era
        role = Role.BEFORE_ERA if before else Role.AFTER_ERA
        found.append(Token(begin, era.end(), role, None))
        return era.end()
    for further, parts in lexicon.phrases.get(word, ()):
        last = _end_of_phrase(text, end, further)
        if last is not None:
            found.extend(_tokens(begin, last, parts))
            return last
    if text[end : end + 1] in _STOPS and (parts := lexicon.words.get(word + ".", ())):
        found.extend(_tokens(begin, end + 1, parts))
        return end + 1
    parts = lexicon.words.get(word, ())
    if not parts and "’" in word:
        # A possessive or an ending that the table does not have.
        end = begin + word.index("’")
        parts = lexicon.words.get(word.partition("’")[0], ())
    prefix = lexicon.table.prefixes.get(word[0])
    if not parts and prefix and word[1:] in lexicon.known:
        found.append(Token(begin, begin + 1, *prefix))
        return _add_word(found, text, word[1:], begin + 1, end, lexicon)
    if parts:
        found.extend(_tokens(begin, end, parts))
    else:
        found.append(Token(begin, end, Role.OTHER, None))
    return end


def _tokens(begin: int, end: int, parts: tuple[Part, ...]) -> list[Token]:
    """Gives the parts of one word: marks without width stand at its end, the others at its start.

    "Two days" is one word in Arabic: the number stands without width before the unit.
    """
    marks = [part for part in parts if part[0] in _MARKS]
    *ahead, (role, value) = [part for part in parts if part[0] not in _MARKS]
    return [
        *(Token(begin, begin, first, number) for first, number in ahead),
        Token(begin, end, role, value),
        *(Token(end, end, mark, None) for mark, _ in marks),
    ]


_BETWEEN_WORDS = re.compile(r"[.․]?(?:[ \t\u00a0\u202f]{1,3}|[ \t]?\n[ \t]{0,4}(?!\s)|['’-])?")


def _end_of_phrase(text: str, end: int, further: tuple[str, ...]) -> int | None:
    for word in further:
        gap = _BETWEEN_WORDS.match(text, end)
        begin = gap.end() if gap else end
        end = begin + len(word)
        if text[begin:end].lower() != word or text[end : end + 1].isalpha():
            return None
    return end


def _names_years(text: str, end: int, lexicon: Lexicon) -> bool:
    """Says whether the next word is one for years."""
    follower = _WORD.match(text, end + 1)
    parts = lexicon.words.get(follower.group(), ()) if follower else ()
    return bool(parts) and parts[0][0] == Role.YEARS


def _tight(era: str) -> str:
    return "".join(era.split()).replace("․", ".")


def _add_number(found: list[Token], text: str, begin: int, end: int, lexicon: Lexicon) -> int:
    """Adds a figure with its ending; gives where it ends."""
    digits = text[begin:end]
    sign = text[begin - 1 : begin]
    prefixed = bool(sign) and sign.isalpha() and sign in lexicon.table.prefixes
    blocked = (
        (sign.isalpha() and not prefixed)
        or sign in _AMOUNT_SIGNS
        or text[end : end + 1] in _AMOUNT_AFTER
        or (sign in {".", ",", ":"} and text[begin - 2 : begin - 1].isdecimal())
        or len(digits) > 4
        or text[end : end + 2] in {" %", "\u00a0%"}
    )
    ending = _ENDING.match(text, end)
    kind: Ending | None = None
    is_decade = False
    if ending is not None:
        written = ending.group(1).lower()
        kind = lexicon.endings.get(written)
        value = int(digits)
        is_decade = written in lexicon.decade_endings and value % 10 == 0 and value > 10
        if is_decade and value <= 30 and kind is not Ending.DECADE:
            # "в 30-е годы", but "30-е мая".
            is_decade = _names_years(text, ending.end(), lexicon)
        if kind is None:
            joined = ending.start(1) == end
            known = ending.group(1) in lexicon.words or ending.group(1) in lexicon.phrases
            if joined or not known:
                # "12kg", "40-year": the figure measures something.
                found.append(Token(begin, ending.end(), Role.OTHER, None))
                return ending.end()
            ending = None
    if blocked:
        found.append(Token(begin, end, Role.OTHER, None))
        return end
    value = int(digits)
    last = ending.end() if ending is not None else end
    if is_decade:
        found.append(Token(begin, last, Role.DECADE, value))
        return last
    if kind is Ending.DECADE:
        found.append(Token(begin, last, Role.OTHER, None))
        return last
    if kind is Ending.YEAR:
        found.append(Token(begin, end, _role_of(digits, value), value))
        more = _AFTER_YEAR_WORD.match(text, last)
        last = more.end() if more else last
        found.append(Token(end, last, Role.YEAR_WORD, Unit.YEAR))
        return last
    role = _role_of(digits, value)
    if kind is Ending.ORDINAL:
        role = {Role.SMALL: Role.ORDINAL, Role.YEAR: Role.NAMED_YEAR}.get(role, role)
    found.append(Token(begin, last, role, value))
    if kind is Ending.PLACED:
        found.append(Token(last, last, Role.PLACED, None))
    elif kind is Ending.UNTIL:
        found.append(Token(last, last, Role.OPENING_AFTER, Opening.UNTIL))
    elif kind is Ending.FROM:
        found.append(Token(last, last, Role.ABLATIVE, None))
    return last


def _role_of(digits: str, value: int) -> Role:
    if len(digits) == 4:
        return Role.YEAR if 1000 <= value < 3000 else Role.OTHER
    return Role.SMALL if 1 <= value <= 31 and len(digits) <= 2 else Role.FIGURE
