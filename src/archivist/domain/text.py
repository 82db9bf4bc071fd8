r"""The written rule by which text is cleaned, once, before any offset into it exists.

Every reader passes what it extracts through `clean`; from then on a text never changes. The rule:

1. A line end of any kind becomes one "\n": CR LF, CR, VT, FF, NEL, and the line and paragraph
   separators U+2028 and U+2029 (Qt gives the last for its own line ends, so that none may stay).
2. Tabs stay. Every other control character (NUL and the rest of C0, DEL, C1) becomes U+FFFD, so
   that a reader sees that something stood there.
3. A lone surrogate and a noncharacter (U+FDD0–U+FDEF, U+xxFFFE, U+xxFFFF) become U+FFFD:
   SQLite and UTF-8 refuse the first, Qt uses the second for itself.
4. Nothing else is touched: no normalisation, no trimming; bidirectional controls, joiners,
   soft hyphens and byte order marks inside the text stay.
"""

import re
import unicodedata

_REPLACEMENT = "\ufffd"
_LINE_ENDS = "\n\v\f\r\x85\u2028\u2029"
_WANTED = "\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17)
)
_CLEAN = re.compile(f"[{_WANTED}]*")
_UNWANTED = re.compile(f"\r\n|[^{_WANTED}]")
_SAMPLE = 20_000  # code points that are looked at to tell a text's direction


def clean(text: str) -> str:
    """Gives the text by the rule above; a text that is clean already comes back as it is."""
    text = text.replace("\r\n", "\n")
    if _CLEAN.fullmatch(text):  # ten times as fast as looking for what is unwanted
        return text
    return _UNWANTED.sub(_cleaned, text)


def clean_with_positions(text: str) -> tuple[str, list[int]]:
    """Gives `clean(text)` and, for each of its code points, the index in `text` it stands for."""
    positions = list(range(len(text)))
    for match in reversed(list(_UNWANTED.finditer(text))):
        # Only CR LF is longer than what replaces it.
        del positions[match.start() + 1 : match.end()]
    return clean(text), positions


def direction_of(text: str) -> str:
    """Tells "rtl" or "ltr" by the strong letters that prevail at the beginning, "" with none."""
    leftward = rightward = 0
    for character in text[:_SAMPLE]:
        match unicodedata.bidirectional(character):
            case "L":
                rightward += 1
            case "R" | "AL":
                leftward += 1
    if not leftward and not rightward:
        return ""
    return "rtl" if leftward > rightward else "ltr"


def _cleaned(match: re.Match[str]) -> str:
    return "\n" if match[0][0] in _LINE_ENDS else _REPLACEMENT
