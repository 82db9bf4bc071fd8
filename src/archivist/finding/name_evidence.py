"""What stands around a name in a text and speaks for or against its being one who acts."""

import re
from typing import NamedTuple

from archivist.finding.name_words import NameWords

_BEFORE = 40  # code points that are looked at before a name
_AFTER = 48  # and after it
_ROLE_WORDS = 6  # of an apposition, in which a profession stands
_ARTICLE = re.compile(r", (?:an?|the|former|who|whose|which) (?=[a-z])")
_ADVERBS = frozenset({"also", "then", "later", "never", "still", "now", "again", "thus", "too"})


class Evidence(NamedTuple):
    """What the words around a name say.

    `acts`: it does something, or somebody is of it. `placed`: it is where something is. `reached`:
    "from" or "to" stands before it. `named_title`: a title in small letters does ("president").
    `has_role`: an office or a profession follows in apposition.
    """

    acts: bool
    placed: bool
    reached: bool
    named_title: bool
    has_role: bool


def evidence(
    text: str, start: int, end: int, rules: NameWords, *, closed: bool, acronym: bool
) -> Evidence:
    """Looks around the name at [start, end), which a possessive ending follows if it is closed."""
    earlier = _words_before(text, start)
    touching = earlier[-1] if earlier else ""
    preceding = earlier[-2] if touching == "the" and len(earlier) > 1 else touching
    following = _following(text, end)
    described = has_role = described_as_place = False
    if text.startswith(", ", end):
        described, has_role, described_as_place = _apposition(text, end, rules)
    placed = (
        preceding in rules.in_places
        or following in rules.place_nouns
        or (touching == "of" and len(earlier) > 1 and earlier[-2] in rules.place_nouns)
        or described_as_place
    )
    acts = not placed and (
        preceding in rules.agents
        or following in rules.acts
        or closed
        or described
        or (acronym and touching in rules.articles)
        or " ".join(earlier[-2:]) in rules.agents
    )
    return Evidence(acts, placed, preceding in rules.ways, touching in rules.titles, has_role)


def _words_before(text: str, start: int) -> list[str]:
    """Gives up to three words in small letters that stand right before a place, or none."""
    before = text[max(0, start - _BEFORE) : start]
    if not before[-1:].isspace() or "\n\n" in before[-3:]:
        return []
    words = before.lower().rsplit(None, 3)[-3:]
    return words if words and words[-1][-1].isalpha() else []


def _following(text: str, end: int) -> str:
    """Gives the word that goes on right after a name, adverbs and a possessive passed over."""
    after = text[end : end + _AFTER].lower()
    if after[:1] in "'’" and after:
        after = after[2:] if after[1:2] == "s" else after[1:]
    if not after[:1].isspace():
        return ""
    for word in after.split(None, 3)[:3]:
        if word not in _ADVERBS:
            return word.rstrip(",.;:!?")
    return ""


def _apposition(text: str, end: int, rules: NameWords) -> tuple[bool, bool, bool]:
    """Reads what follows a comma: whether it says who or what stands before it, an office, a place.

    "Ann Orr, a miller", "Ann Orr, president of", "Orr, a village in".
    """
    clause = text[end + 2 : end + 2 + _AFTER].split(",", 1)[0].lower().split()[:_ROLE_WORDS]
    if not clause or text[end + 2].isupper():
        return False, False, False
    described = _ARTICLE.match(text, end) is not None
    has_role = not rules.roles.isdisjoint(clause)
    is_place = described and not rules.place_nouns.isdisjoint(clause)
    return described or clause[0] in rules.titles, has_role, is_place
