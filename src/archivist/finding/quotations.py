"""Finds what stands between quotation marks of any kind, within a paragraph."""

import re

_LONGEST = 3_000  # code points of a quotation; what is longer has lost its closing sign
_PAIRS = {"“": "”“", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}
_SIGN = re.compile(r"[\"“”„«»‹›「」『』]|\n[ \t]{0,20}\n")


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Gives the quotations of a text, their marks included, in order and without overlap.

    A mark that nothing closes before the paragraph ends opens none. Straight marks open where a
    word follows and close where one ends.
    """
    found: list[tuple[int, int]] = []
    start, closing = -1, ""
    for match in _SIGN.finditer(text):
        sign, at = match.group(), match.start()
        if sign[0] == "\n" or (start >= 0 and at - start > _LONGEST):
            start, closing = -1, ""
            if sign[0] == "\n":
                continue
        if start < 0:
            following = text[at + 1 : at + 2]
            if sign == '"' and following.strip() and not text[at - 1 : at].isalnum():
                start, closing = at, '"'
            elif sign in _PAIRS:
                start, closing = at, _PAIRS[sign]
            elif sign == "»" and following.strip() and not text[at - 1 : at].isalnum():
                start, closing = at, "«"
        elif sign in closing:
            found.append((start, at + 1))
            start, closing = -1, ""
    return found
