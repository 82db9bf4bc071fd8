"""Where a sentence begins and ends, in any script; what only abbreviates a word ends none.

After Unicode Standard Annex 29 (sentence boundaries), with what it leaves to tailoring: initials,
common abbreviations, and the citation markers that stand behind a sentence.
"""

import re

_LONGEST = 1_200  # code points; a longer one is no sentence but a list or a form

# A full stop with closing quotes, and the markers behind it, before the space to what follows.
_END = re.compile(
    r"(?P<stop>(?:[.!?…]+|[։。！？؟۔।])[\"'”’»›)\]]{0,3})"
    r"(?:[\[［【][^\[\]\n]{1,40}[\]］】]){0,12}(?=\s|$)|[。！？](?=\S)|\n\s*\n"
)
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Gov|Sen|Rep|No|Nos"
    r"|vol|vols|pp|ed|eds|et al|cf|vs|ca|approx|Inc|Ltd|Co|Art|Fig|Sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Nr|bzw|usw|Abs|Mme|Mlle|Sra?|Dra?|вул|ст|ред|гл|тов))\.$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:\s|[\[［【][^\[\]\n]{1,40}[\]］】])+")


def sentence_at(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Gives the range of the sentence, or sentences, that hold [start, end) within [low, high).

    Offsets are code points; markers that stand behind a sentence are left out. Where no sentence
    can be told (in a list, a form), the line is given.
    """
    low, high = min(low, start), max(high, end)
    first = _begin(text, start, low)
    last = _finish(text, end, high)
    if last - first > max(_LONGEST, end - start):
        first = max(low, text.rfind("\n", low, start) + 1)
        line_end = text.find("\n", end, high)
        last = high if line_end < 0 else line_end
        if last - first > max(_LONGEST, end - start):
            return start, end
    lead = _LEADING.match(text, first, start)
    first = lead.end() if lead else first
    return first, last - (len(text[end:last]) - len(text[end:last].rstrip()))


def _begin(text: str, start: int, low: int) -> int:
    first = max(low, start - _LONGEST)
    begin = low if first == low else first
    for match in _END.finditer(text, first, start):
        if match.end() <= start and _is_end(text, match, first):
            begin = match.end()
    return begin


def _finish(text: str, end: int, high: int) -> int:
    last = min(high, end + _LONGEST)
    for match in _END.finditer(text, max(0, end - 1), last):
        if match.end() >= end and _is_end(text, match, max(0, end - 40)):
            if match.group().isspace():
                return max(end, match.start())
            return max(end, match.end("stop") if match["stop"] else match.end())
    return last


def _is_end(text: str, match: re.Match[str], low: int) -> bool:
    if match.group().isspace():
        return True
    stop = match.start() + 1
    if text[match.start()] == "." and match.group() == ".":
        if _ABBREVIATED.search(text, max(low, stop - 12), stop):
            return False
        following = text[match.end() : match.end() + 8].lstrip(" \t\n\u00a0\"'“‘«([")
        return not following[:1].islower()
    return True
