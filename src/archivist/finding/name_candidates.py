"""Puts the sightings of one name together over a document, and decides which names to propose."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from archivist.domain.vocabulary import ActorKind
from archivist.finding.inflection import base_form, forms
from archivist.finding.name_sightings import Sighting
from archivist.finding.name_words import NameWords

_INSTITUTIONS = frozenset(
    {ActorKind.ORGANIZATION, ActorKind.BODY, ActorKind.STATE, ActorKind.GROUP}
)
_LONGEST_PERSON = 4  # words
_LONGEST_ACRONYM = 5  # letters of one that is a word in small letters, too
_COMMONER = 8  # times that a surname may be more frequent than the full name
_Key = TypeVar("_Key", str, tuple[str, str])


@dataclass(slots=True)
class Candidate:
    """A name that a text may have, with where it stands and what speaks for it."""

    sightings: list[Sighting] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    acronym: str = ""
    value: str = ""
    kind: ActorKind = ActorKind.UNSTATED
    score: float = 0.0

    @property
    def longest(self) -> int:
        """How many words its fullest form has."""
        return max(len(sighting.run.words) for sighting in self.sightings)


def candidates(
    seen: Sequence[Sighting], acronyms: Mapping[str, str], rules: NameWords, language: str
) -> list[Candidate]:
    """Gives the names to propose, what most likely is an actor of interest first."""
    groups: dict[str, list[Sighting]] = {}
    for sighting in seen:
        groups.setdefault(sighting.key, []).append(sighting)
    roots = _roots(groups, acronyms, rules, language)
    merged: dict[str, Candidate] = {}
    for key, sighted in groups.items():
        candidate = merged.setdefault(roots[key], Candidate())
        candidate.sightings.extend(sighted)
        candidate.keys.add(key)
        if key in acronyms and roots[key] != key:
            candidate.acronym = sighted[0].run.words[0].text
    for acronym, name in acronyms.items():
        if roots.get(name, name) in merged and not merged[roots.get(name, name)].acronym:
            merged[roots.get(name, name)].acronym = acronym.upper()
    kept = []
    for root, candidate in merged.items():
        _describe(candidate, root, groups)
        if _is_proposed(candidate, rules):
            kept.append(candidate)
    kept.sort(key=lambda one: (-one.score, one.sightings[0].run.start))
    return kept


def _roots(
    groups: Mapping[str, list[Sighting]],
    acronyms: Mapping[str, str],
    rules: NameWords,
    language: str,
) -> dict[str, str]:
    """Gives for each key the key of the name that it is a form of."""
    roots = {key: key for key in groups}

    def join(key: str, target: str) -> None:
        target = _last(roots, target)
        if target != key and roots[key] == key:
            roots[key] = target

    for key, target in acronyms.items():
        if key in roots and target in roots:
            join(key, target)
    _join_inflected(groups, join, language)
    full = [key for key in groups if roots[key] == key and _is_full_name(key, groups, rules)]
    by_last = _uniquely({key: key.rsplit(" ", 1)[-1] for key in full})
    by_first = _uniquely({key: key.split(" ", 1)[0] for key in full if _is_person(groups[key])})
    longer_names = [key for key in full if key.count(" ") > 1]
    by_ends = _uniquely({key: (key.split(" ")[0], key.split(" ")[-1]) for key in longer_names})
    institutions = [
        key
        for key, sighted in groups.items()
        if sighted[0].kind in _INSTITUTIONS and " " in key and roots[key] == key
    ]
    by_part = _uniquely_contained(institutions)
    for key, sighted in groups.items():
        if roots[key] != key:
            continue
        single = " " not in key and sighted[0].kind in (ActorKind.UNSTATED, ActorKind.PERSON)
        if single and not sighted[0].ordinary and not sighted[0].run.words[0].is_acronym:
            full_name = by_last.get(key) or by_first.get(key)
            for form in () if full_name else sorted(forms(key, language) - {key}):
                full_name = full_name or by_last.get(form)  # Путин of "Владимиром Путиным"
            if full_name is not None:
                join(key, full_name)
        elif key in by_part:
            join(key, by_part[key])
        elif _is_person(sighted) and len(sighted[0].run.words) == 2:
            longer = by_ends.get((key.split(" ", 1)[0], key.rsplit(" ", 1)[-1]))
            if longer is not None and longer != key:
                join(key, longer)
        elif _has_initials(sighted):
            full_name = by_last.get(key.rsplit(" ", 1)[-1])
            if full_name is not None and full_name[:1] == key[:1]:
                join(key, full_name)
    return {key: _last(roots, key) for key in roots}


def _last(roots: Mapping[str, str], key: str) -> str:
    """Follows the names that a name is a form of to the last one."""
    while roots[key] != key:
        key = roots[key]
    return key


def _join_inflected(
    groups: Mapping[str, list[Sighting]], join: Callable[[str, str], None], language: str
) -> None:
    """Joins the forms of a name in languages that inflect, to the one that has the others."""
    bases: dict[str, str] = {}
    for key in groups:
        base = base_form(key)
        if base in groups or base in bases:
            join(key, base if base in groups else bases[base])
        bases.setdefault(base, key)
    covers = {}
    for key in groups:
        others = [form for form in forms(key, language) if form != key and form in groups]
        if others:
            covers[key] = others
    for key in sorted(covers, key=lambda key: (-len(covers[key]), -len(groups[key]), key)):
        for other in covers[key]:
            fuller = len(covers.get(other, ())) < len(covers[key])
            if fuller or len(groups[other]) <= len(groups[key]):
                join(other, key)


def _is_full_name(key: str, groups: Mapping[str, list[Sighting]], rules: NameWords) -> bool:
    """Says whether a name may be a person's, with more words than a surname or initials.

    What begins with a word that is more often a name by itself is not ("Mozilla Community"), nor
    what is rare beside its last word ("First Alden").
    """
    sighted = groups[key]
    run = sighted[0].run
    if not 2 <= len(run.words) <= _LONGEST_PERSON or run.words[0].is_initial:
        return False
    if _is_person(sighted):
        return True
    if sighted[0].kind is not ActorKind.UNSTATED or sighted[0].ordinary or run.words[-1].is_acronym:
        return False
    first, last = (groups.get(word.small, ()) for word in (run.words[0], run.words[-1]))
    return (
        run.words[0].small not in rules.soft_openers
        and any(one.firm or one.acts for one in sighted)
        and len(first) < len(sighted)
        and len(last) <= _COMMONER * len(sighted)
    )


def _is_person(sighted: Sequence[Sighting]) -> bool:
    return sighted[0].kind is ActorKind.PERSON or any(one.titled for one in sighted)


def _has_initials(sighted: Sequence[Sighting]) -> bool:
    words = sighted[0].run.words
    return len(words) > 1 and words[0].is_initial


def _uniquely(parts: Mapping[str, _Key]) -> dict[_Key, str]:
    """Gives the one key that has a part, where no two have it."""
    counts = Counter(parts.values())
    return {part: key for key, part in parts.items() if counts[part] == 1}


def _uniquely_contained(keys: Sequence[str]) -> dict[str, str]:
    """Gives the one longer name that begins or ends with a name of several words."""
    longer: dict[str, set[str]] = {}
    known = set(keys)
    for key in keys:
        words = key.split(" ")
        for size in range(2, len(words)):
            for part in (" ".join(words[:size]), " ".join(words[-size:])):
                if part in known:
                    longer.setdefault(part, set()).add(key)
    return {part: next(iter(names)) for part, names in longer.items() if len(names) == 1}


def _describe(candidate: Candidate, root: str, groups: Mapping[str, list[Sighting]]) -> None:
    """Works out a candidate's preferred form, kind and score."""
    candidate.sightings.sort(key=lambda one: one.run.start)
    spellings = Counter(_spelling(sighting) for sighting in groups[root])
    candidate.value = base_form(spellings.most_common(1)[0][0])
    kinds = [sighting.kind for sighting in groups[root]]
    candidate.kind = kinds[0]
    titled = sum(sighting.titled for sighting in candidate.sightings)
    acts = sum(sighting.acts for sighting in candidate.sightings)
    placed = sum(sighting.placed for sighting in candidate.sightings)
    if candidate.kind is ActorKind.UNSTATED and titled:
        candidate.kind = ActorKind.PERSON
    if candidate.kind is ActorKind.UNSTATED and candidate.acronym:
        candidate.kind = ActorKind.ORGANIZATION
    candidate.score = (
        min(len(candidate.sightings), 20)
        + 2 * min(titled + acts, 10)
        + 2 * (candidate.longest > 1)
        + 2 * (candidate.kind is not ActorKind.UNSTATED)
        - placed
    )


def _spelling(sighting: Sighting) -> str:
    """Gives the name as it is written, white space collapsed."""
    run = sighting.run
    pieces = [run.words[0].text]
    for joint, word in zip(run.joints, run.words[1:], strict=True):
        apostrophe = joint[-1:] in ("'", "’")
        pieces.append(f" {joint}{'' if apostrophe else ' '}" if joint else " ")
        pieces.append(word.text)
    return "".join(pieces)


def _is_proposed(candidate: Candidate, rules: NameWords) -> bool:
    """Says whether enough shows that a candidate is somebody who acts."""
    seen = candidate.sightings
    fullest = max(seen, key=lambda one: len(one.run.words)).run
    titled = sum(one.titled for one in seen)
    acts = sum(one.acts for one in seen)
    placed = sum(one.placed for one in seen)
    firm = sum(one.firm for one in seen)
    text = " ".join(word.small.rstrip(".") for word in fullest.words)
    if all(one.ordinary for one in seen) and candidate.kind not in _INSTITUTIONS:
        return False
    if candidate.kind is not ActorKind.PERSON and all(one.in_heading for one in seen):
        return False
    if text in rules.territories:
        return acts > 0 or placed < len(seen)
    if text in rules.cities:
        return titled > 0
    if candidate.acronym and candidate.longest > 1:
        return True
    if len(fullest.words) == 1:
        return _is_proposed_alone(candidate, titled, acts, placed, firm, rules)
    if candidate.kind in _INSTITUTIONS:
        return True  # "at St. Luke's Hospital" names it, too
    if candidate.kind is ActorKind.PERSON:
        return titled + acts > 0 or placed * 2 <= len(seen)
    if rules.capital_nouns and not titled and not fullest.words[0].is_acronym:
        return False
    plain = all(word.small.strip(".") in rules.plain_acronyms for word in fullest.words)
    if plain or all(one.ordinary for one in seen if len(one.run.words) > 1):
        return False
    unplaced = placed == 0 and not all(one.reached for one in seen)
    return titled + acts > placed or (unplaced and (firm > 0 or not fullest.words[0].is_acronym))


def _is_proposed_alone(
    candidate: Candidate, titled: int, acts: int, placed: int, firm: int, rules: NameWords
) -> bool:
    """Says whether enough shows that a single word is a name."""
    seen = candidate.sightings
    word = seen[0].run.words[0]
    if word.small in rules.renowned and (word.is_acronym or len(word.text) > _LONGEST_ACRONYM):
        return True
    if word.is_acronym:
        return word.small.replace(".", "") not in rules.plain_acronyms and acts > placed
    if candidate.kind in _INSTITUTIONS or rules.capital_nouns:
        return titled > 0
    if any(one.ordinary for one in seen):
        return False
    strong = titled + acts
    return strong > placed and (firm > 0 or strong > 1) and strong * 5 >= len(seen)
