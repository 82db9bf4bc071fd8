"""By what suggestions are known, so that nothing that was decided is asked again.

A name is known by its letters, a marker by its label, all else by its words with those around them.
"""

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from archivist.domain.names import name_key
from archivist.domain.suggestions import Suggestion, SuggestionKind

_CONTEXT = 32  # code points on each side by which a place is known


def placed(
    found: Sequence[Suggestion], text: str, text_sha256: str, decisions: Sequence[sqlite3.Row]
) -> list[tuple[str, Suggestion]]:
    """Gives the suggestions of a text with the places they are known by, in the order they came.

    What stands where something of its kind was decided before, in the same text, is what was
    decided: a finder that takes in a word more must not ask again.
    """
    decided = {(row["kind"], row["place"]) for row in decisions}
    here = [row for row in decisions if row["text_sha256"] == text_sha256]
    groups: dict[tuple[SuggestionKind, str], list[Suggestion]] = defaultdict(list)
    seen: dict[tuple[SuggestionKind, str], int] = defaultdict(int)
    for each in found:
        place = _place(each, text)
        if each.kind not in {SuggestionKind.NAME, SuggestionKind.MARKER}:
            # Forms repeat their lines word for word.
            seen[each.kind, place] += 1
            place = f"{place}-{seen[each.kind, place]}"
        groups[each.kind, place].append(each)
    known = _Decided(here, decided)
    answer = []
    for (kind, own), members in groups.items():
        is_new = bool(decisions) and (kind.value, own) not in decided
        place = (known.place_of(kind, members) if is_new else None) or own
        answer += [(place, each) for each in members]
    return answer


class _Decided:
    """What was decided in a text, asked for by place."""

    def __init__(self, rows: Iterable[sqlite3.Row], decided: Collection[tuple[str, str]]) -> None:
        self._decided = decided
        by_kind: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for row in rows:
            found = (row["start"], row["end"], row["place"], row["value"])
            by_kind[row["kind"]].append(found)
        self._by_kind = {kind: sorted(ranges) for kind, ranges in by_kind.items()}
        self._longest = {
            kind: max(end - start for start, end, *_ in ranges) for kind, ranges in by_kind.items()
        }

    def place_of(self, kind: SuggestionKind, members: Sequence[Suggestion]) -> str | None:
        """Gives the place of the decision that was about this; None where there is none."""
        if kind is SuggestionKind.MARKER:
            return None
        if kind is SuggestionKind.NAME:
            keys = {name_key(each.text) for each in members}
            if all((kind.value, key) in self._decided for key in keys):
                return min(keys)
        ranges = self._by_kind.get(kind.value, [])
        for each in members if ranges else ():
            first = bisect_left(ranges, (each.start - self._longest[kind.value],))
            for start, end, place, value in ranges[first : bisect_left(ranges, (each.end,))]:
                # One sentence may have several speakers.
                is_same = kind is not SuggestionKind.SOURCE or value == each.value
                if is_same and end > each.start and start < each.end:
                    return place
        return None


def _place(each: Suggestion, text: str) -> str:
    """Gives what a suggestion is known by in its document; repeated lines are told apart later."""
    if each.kind is SuggestionKind.NAME:
        return name_key(each.value)
    if each.kind is SuggestionKind.MARKER:
        return each.value
    said = [each.value] if each.kind is SuggestionKind.SOURCE else []
    before = text[max(0, each.start - _CONTEXT) : each.start]
    after = text[each.end : each.end + _CONTEXT]
    return sha256(json.dumps([before, each.text, after, *said]).encode()).hexdigest()[:24]
