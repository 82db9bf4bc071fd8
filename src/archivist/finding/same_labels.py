"""Which labels of a new version of a text cite what a label of the old version cited.

A label alone is not enough: lists of references are numbered anew. Where both versions say what a
label leads to, that has to read alike.
"""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from archivist.domain.model import Marker
from archivist.domain.reading import Block, FoundMarker
from archivist.domain.references import clean_reference
from archivist.domain.vocabulary import MarkerKind

_ALIKE = 85  # of 100: an entry with a slip of the pen mended, or an access date added
_REACH = 2000  # code points of an entry that are compared


def entries(
    text: str, blocks: Sequence[Block], markers: Iterable[Marker | FoundMarker]
) -> dict[str, str]:
    """Gives for each label of a text the reference entry it leads to, "" where there is none."""
    ends: dict[int, int] = {}
    for block in blocks:
        ends[block.start] = max(block.end, ends.get(block.start, 0))
    found: dict[str, str] = {}
    for marker in markers:
        if marker.kind is MarkerKind.FLAG or found.get(marker.label):
            continue
        entry = ""
        if marker.target is not None:
            line = text.find("\n", marker.target, marker.target + _REACH)
            end = ends.get(marker.target, line if line >= 0 else marker.target + _REACH)
            entry = clean_reference(text[marker.target : min(end, marker.target + _REACH)])
        found[marker.label] = entry
    return found


def same_labels(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Gives for labels of the new version the label of the old one that means the same source.

    Both are given with the entries they lead to.
    """
    owners: dict[str, list[str]] = {}
    for label, entry in before.items():
        owners.setdefault(entry, []).append(label)
    same: dict[str, str] = {}
    for label, entry in after.items():
        own = before.get(label)
        if own is not None and (not entry or not own or own == entry):
            same[label] = label
        elif entry and len(owners.get(entry, ())) == 1:
            same[label] = owners[entry][0]
        elif own and entry and own not in after.values() and fuzz.ratio(own, entry) >= _ALIKE:
            same[label] = label
    return same
