"""Finds who is named in a text: every mention of known actors, and new names as candidates.

What a person must reject costs them time: a name is proposed where something shows that it is one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from archivist.domain.names import KnownName, name_key
from archivist.domain.reading import Block
from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.domain.vocabulary import ActorKind
from archivist.finding.acronyms import find_acronyms
from archivist.finding.known_names import find_known
from archivist.finding.languages import guess_language
from archivist.finding.name_candidates import candidates
from archivist.finding.name_sightings import sightings
from archivist.finding.name_tables import name_words
from archivist.finding.titled_names import titled_names


def find_names(
    text: str,
    *,
    blocks: Sequence[Block] = (),
    language: str = "",
    known: Sequence[KnownName] = (),
) -> list[Suggestion]:
    """Finds the names of a text, in order and without overlap; offsets are code points.

    Each mention is one suggestion, and all mentions of one actor have one `value`: the preferred
    name of a known actor (the first that `known` gives for it), else the fullest form that the text
    has. `details`: `kind`, a guess at the `ActorKind` ("" where there is none); `mentions`, how
    often the text has it; `rank`, from 1, of what most likely is an actor of interest; `acronym`
    and `office`, the words of the office beside this mention (both "" without one); and `actor_id`
    for known actors, or `actor_ids` where several have the name.
    """
    language = language or guess_language(text)
    names = _Names(known)
    found = [
        _Mention(one.start, one.end, *names.of(one.actors), actors=one.actors)
        for one in find_known(text, known, language)
    ]
    found.extend(_new(text, blocks, language, names))
    chosen = _without_overlaps(found)
    counts = Counter(mention.value for mention in chosen)
    ranks = _ranks(chosen)
    return [
        _suggestion(text, mention, counts[mention.value], ranks[mention.value])
        for mention in chosen
    ]


_INSTITUTIONS = frozenset({ActorKind.ORGANIZATION, ActorKind.BODY, ActorKind.STATE})


class _Mention(NamedTuple):
    """A place where somebody is named."""

    start: int
    end: int
    value: str
    key: str  # mentions of one key are of one name
    kind: ActorKind = ActorKind.UNSTATED
    acronym: str = ""
    office: tuple[int, int] | None = None
    actors: tuple[int, ...] = ()
    score: float = 0.0


class _Names:
    """The names of the archive's actors."""

    def __init__(self, known: Sequence[KnownName]) -> None:
        self._preferred: dict[int, str] = {}
        self._by_key: dict[str, dict[int, None]] = {}
        for name in known:
            self._preferred.setdefault(name.actor_id, " ".join(name.name.split()))
            self._by_key.setdefault(name_key(name.name), {})[name.actor_id] = None

    def of(self, actors: tuple[int, ...]) -> tuple[str, str]:
        """Gives the preferred name of the first of some actors, and the key of all."""
        return self._preferred[actors[0]], " ".join(map(str, actors))

    def named(self, names: Sequence[str]) -> tuple[int, ...]:
        """Gives the actors that have one of some names."""
        return tuple(
            dict.fromkeys(actor for name in names for actor in self._by_key.get(name_key(name), ()))
        )


def _new(text: str, blocks: Sequence[Block], language: str, names: _Names) -> list[_Mention]:
    """Gives the mentions of candidates; one that has a known name too is that actor's."""
    rules = name_words(language)
    seen = sightings(text, blocks, rules)
    found = []
    for candidate in candidates(seen, find_acronyms(text, seen), rules, language):
        actors = names.named([candidate.value, *candidate.keys])
        value = names.of(actors)[0] if len(actors) == 1 else candidate.value
        for sighting in candidate.sightings:
            run = sighting.run
            found.append(
                _Mention(
                    run.start,
                    run.end,
                    value,
                    value,
                    candidate.kind,
                    candidate.acronym,
                    sighting.office,
                    actors if len(actors) == 1 else (),
                    candidate.score,
                )
            )
    for title, start, end, kind in titled_names(text, rules):
        value = " ".join(text[start:end].split())
        found.append(_Mention(start, end, value, value, kind, office=(title, start - 1), score=3))
    return found


def _without_overlaps(found: Sequence[_Mention]) -> list[_Mention]:
    """Keeps the longest mention of each place, a known actor's of two as long; in order.

    A name within an institution's ("Armenia" in "Central Bank of Armenia") is none of its own;
    any other candidate gives way to an actor of the archive.
    """
    known = sorted((one.start, one.end) for one in found if one.actors and not one.score)
    known_starts = [start for start, _ in known]

    def gives_way(mention: _Mention) -> bool:
        if not mention.score or mention.kind in _INSTITUTIONS:
            return False
        place = bisect_right(known_starts, mention.end - 1) - 1
        return place >= 0 and known[place][1] > mention.start

    kept: list[_Mention] = []
    starts: list[int] = []
    left = [mention for mention in found if not gives_way(mention)]
    for mention in sorted(left, key=lambda one: (one.start - one.end, not one.actors, one.start)):
        place = bisect_right(starts, mention.start)
        if place and kept[place - 1].end > mention.start:
            continue
        if place < len(kept) and kept[place].start < mention.end:
            continue
        kept.insert(place, mention)
        starts.insert(place, mention.start)
    return _with_facts(kept)


def _with_facts(mentions: Sequence[_Mention]) -> list[_Mention]:
    """Gives known actors' mentions what their candidates of the same name were found to be."""
    facts = {mention.value: mention for mention in reversed(mentions) if mention.kind}
    return [
        mention._replace(kind=fact.kind, acronym=fact.acronym)
        if not mention.kind and (fact := facts.get(mention.value)) is not None
        else mention
        for mention in mentions
    ]


def _ranks(mentions: Sequence[_Mention]) -> dict[str, int]:
    """Ranks the names, from 1: known actors first, then by what speaks for them."""
    best: dict[str, tuple[bool, float, int]] = {}
    counts = Counter(mention.value for mention in mentions)
    for mention in mentions:
        order = (not mention.actors, -max(mention.score, counts[mention.value]), mention.start)
        best[mention.value] = min(best.get(mention.value, order), order)
    return {value: rank for rank, value in enumerate(sorted(best, key=best.__getitem__), 1)}


def _suggestion(text: str, mention: _Mention, mentions: int, rank: int) -> Suggestion:
    office = mention.office
    details: dict[str, object] = {
        "kind": mention.kind.value,
        "mentions": mentions,
        "rank": rank,
        "acronym": mention.acronym,
        "office": " ".join(text[office[0] : office[1]].split()) if office else "",
    }
    if len(mention.actors) == 1:
        details["actor_id"] = mention.actors[0]
    elif mention.actors:
        details["actor_ids"] = list(mention.actors)
    words = text[mention.start : mention.end]
    return Suggestion(
        SuggestionKind.NAME, mention.start, mention.end, words, mention.value, details
    )
