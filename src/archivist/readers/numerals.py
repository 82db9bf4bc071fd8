"""Numbers as lists and notes are counted: in letters, in Roman numerals, in digits."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 4_000  # beyond which Roman numerals have no sign


def roman(number: int) -> str:
    """Gives a number in small Roman numerals."""
    signs = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        signs.append(sign * count)
    return "".join(signs)


def letter(number: int) -> str:
    """Gives a number as word processors count in letters: a to z, then aa, bb and so on."""
    count, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * min(count + 1, 10)


def numeral(number: int, sign: str) -> str:
    """Gives a number as HTML and OpenDocument ask for it: "1", "a", "A", "i" or "I"."""
    match sign:
        case "a" | "A":
            text = letter(number)
        case "i" | "I" if 0 < number < _MOST:
            text = roman(number)
        case _:
            return str(number)
    return text.upper() if sign.isupper() else text
