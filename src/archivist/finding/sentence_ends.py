"""Where the sentence around one place begins and ends, without looking through all of a text."""

import re

from archivist.finding.sentences import ends_sentence

_ENDS = ".!?…։。؟۔"
_CLOSING = "”’»“\"')\\]›」』"
# A full stop, what closes behind it, white space, and then what can begin a sentence.
_BREAK = re.compile(
    rf"(?P<stop>[{_ENDS}]+)(?P<closing>[{_CLOSING}]*)(?:(?P<space>\s+)|(?=[\[¹²³⁰⁴-⁹]))"
)
REACH = 4_000  # code points that a sentence is looked for in


def sentence_start(text: str, position: int, bound: int) -> int:
    """Gives where the sentence begins that goes on to a place, not before `bound`."""
    bound = max(bound, position - REACH)
    start = bound
    for match in _BREAK.finditer(text, bound, position):
        # What closes the sentence itself is no beginning of another.
        if text[match.end() : position].strip() and _parts(text, match):
            start = match.end()
    while start < position and text[start].isspace():
        start += 1
    return start


def sentence_end(text: str, position: int, bound: int) -> int:
    """Gives where the sentence ends that a place is in, its closing signs included."""
    bound = min(bound, position + REACH)
    for match in _BREAK.finditer(text, position, bound):
        if _parts(text, match):
            return match.end("closing")
    return position + len(text[position:bound].rstrip())


def _parts(text: str, match: re.Match[str]) -> bool:
    """Says whether a stop parts two sentences: not within one that goes on in small letters."""
    if match["stop"] != "." or match["closing"]:
        return not text[match.end() : match.end() + 1].islower()
    return ends_sentence(text, match.start(), match.end("stop"))


def opening_of(text: str, position: int, bound: int) -> int | None:
    """Gives where the quotation opens that closes right before a place; None where none does."""
    pairs = {"”": "“", "»": "«", "“": "„", "’": "‘", "›": "‹", '"': '"', "」": "「", "』": "『"}
    before = position - 1
    while before >= bound and text[before] in ".,;:!?…։":
        before -= 1
    if before < bound or text[before] not in pairs:
        return None
    bound = max(bound, before - REACH)
    closing = text[before]
    depth = 0
    for place in range(before - 1, bound - 1, -1):
        if text[place] == pairs[closing]:
            if depth == 0:
                return place
            depth -= 1
        elif text[place] == closing and closing != "’":
            depth += 1
    return None
