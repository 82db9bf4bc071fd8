"""Acronyms and the names they stand for, in both orders: "Red Cross (ICRC)", "ICRC (Red Cross)"."""

import re
from collections.abc import Sequence

from archivist.domain.vocabulary import ActorKind
from archivist.finding.capitals import Run
from archivist.finding.name_sightings import Sighting

_ACRONYM_AFTER = re.compile(
    r"[ \n]?[(\[](?:the |also |or |hereafter )?[\"“«„]?([^\W\d_][\w.-]{1,9})[\"”»“]?[)\],;]"
)
_BETWEEN = re.compile(r"[ \n]?[(\[](?:the |or )?[\"“«„]?")
_INSTITUTIONS = frozenset(
    {ActorKind.ORGANIZATION, ActorKind.BODY, ActorKind.STATE, ActorKind.GROUP}
)
_SHORTEST_BY_INITIALS = 3  # letters; two initials are those of many names


def find_acronyms(text: str, seen: Sequence[Sighting]) -> dict[str, str]:
    """Gives the key of the name that each acronym of a text stands for, by the acronym's key.

    A text says so itself, in brackets; an acronym of three letters or more that nothing explains
    stands for the one institution of the text that has these initials.
    """
    found: dict[str, str] = {}
    for index, sighting in enumerate(seen):
        run = sighting.run
        if len(run.words) == 1 and run.words[0].is_acronym:
            following = seen[index + 1] if index + 1 < len(seen) else None
            between = _BETWEEN.fullmatch(text, run.end, following.run.start) if following else None
            if following and between and _stands_for(run.words[0].text, following):
                found.setdefault(sighting.key, following.key)
            continue
        match = _ACRONYM_AFTER.match(text, run.end)
        if match and _is_acronym(match[1]) and _stands_for(match[1], sighting):
            found.setdefault(match[1].lower(), sighting.key)
    by_initials: dict[str, set[str]] = {}
    for sighting in seen:
        if sighting.kind in _INSTITUTIONS and len(sighting.run.words) >= _SHORTEST_BY_INITIALS:
            by_initials.setdefault(_initials(sighting.run), set()).add(sighting.key)
    for sighting in seen:
        word = sighting.run.words[0]
        if len(sighting.run.words) == 1 and word.is_acronym:
            letters = _letters(word.text)
            names = by_initials.get(letters, set())
            if len(letters) >= _SHORTEST_BY_INITIALS and len(names) == 1:
                found.setdefault(sighting.key, next(iter(names)))
    return found


def _is_acronym(word: str) -> bool:
    capitals = sum(sign.isupper() for sign in word)
    return capitals >= 2 and capitals * 2 > len(word)


def _stands_for(acronym: str, sighting: Sighting) -> bool:
    """Says whether a name has an acronym's initials in this order, or is an institution's.

    Acronyms keep the initials of another language ("State Security Committee (KGB)").
    """
    if sighting.kind in _INSTITUTIONS and len(sighting.run.words) > 1:
        return True
    initials = iter(_initials(sighting.run, joints=True))
    return len(sighting.run.words) > 1 and all(sign in initials for sign in _letters(acronym))


def _letters(acronym: str) -> str:
    return "".join(sign for sign in acronym if sign.isalpha()).upper()


def _initials(run: Run, *, joints: bool = False) -> str:
    """Gives the first letters of a name's words, those of compounds too."""
    letters: list[str] = []
    for index, word in enumerate(run.words):
        if joints and index and run.joints[index - 1]:
            letters.extend(part[:1] for part in run.joints[index - 1].split())
        letters.extend(part[:1] for part in word.text.replace("‑", "-").split("-"))
    return "".join(letters).upper()
