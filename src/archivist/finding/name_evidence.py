"""What stands around a capitalised run and speaks for or against its being one who acts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.domain.model import ActorKind, Block, BlockKind
from archivist.finding.capitals import Run, Word, runs
from archivist.finding.name_parts import Part, is_people, kind_of, parts
from archivist.finding.name_words import NameWords
from archivist.finding.sentences import Sentences
from archivist.finding.title_lines import title_lines

_BEFORE = 40  # code points that are looked at before a run
_AFTER = 48  # and after it
_ORDINARY = 4  # capitals to one small letter, from which on a word is a name
_GOES_ON = re.compile(r"(?:['’]s?)?\s{1,2}")
_QUOTED = re.compile(r"[\"“«„‘(\[:—–•*·]\s?\Z")
_APPOSITION = re.compile(r",\s(?:an?|the|former|who|whose|which)\s", re.IGNORECASE)
_GENITIVE = ("ого", "його", "ої", "ой", "их", "ых")
_ADVERBS = frozenset({"also", "then", "later", "never", "still", "now", "again", "thus", "too"})
_UNLIKE_NAMES = ("ing", "ed", "ly", "tion", "tions", "ies", "ness", "ments", "ive", "ous")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A part where it stands, and what its surroundings say.

    `firm`: its first word has its capital for itself, not as the first of a sentence or heading.
    `titled`, `acts`, `placed`: an office before it, an act of its own, a place's surroundings.
    `ordinary`: the text has its words in small letters, too; `reached`: "from" or "to" before it.
    """

    part: Part
    kind: ActorKind
    firm: bool
    in_heading: bool
    titled: bool
    acts: bool
    placed: bool
    ordinary: bool
    reached: bool

    @property
    def run(self) -> Run:
        """The words of the part."""
        return self.part.run


def sightings(text: str, blocks: Sequence[Block], rules: NameWords) -> list[Sighting]:
    """Gives every part of the text that may name somebody, in order.

    Entries of reference lists and code are left out: what is capitalised there are titles.
    """
    sentences = Sentences(text, blocks)
    limits = sentences.first_words
    left_out = _Ranges(
        [
            (block.start, block.end)
            for block in blocks
            if block.kind in (BlockKind.REFERENCE_ENTRY, BlockKind.PREFORMATTED)
        ]
    )
    headings = _Ranges(title_lines(text, blocks))
    usage = Counter(text.split())
    found: list[tuple[Part, bool, bool]] = []
    for run in runs(text, rules, limits):
        if left_out.hold(run.start):
            continue
        in_heading = headings.hold(run.start) or _is_shouted(run)
        begins = run.start in limits or bool(_QUOTED.search(text, max(0, run.start - 3), run.start))
        if begins and len(run.words) == 1 and usage[run.words[0].small]:
            continue  # an ordinary word, as most that begin a sentence are
        for part in parts(run, rules):
            first = part.run.start == run.start
            found.append((part, begins and first, in_heading))
    firm = {key_of(part.run) for part, begins, in_heading in found if not begins and not in_heading}
    seen: list[Sighting] = []
    for part, begins, in_heading in found:
        kept = _without_opener(part, firm, usage, rules) if begins else part
        if kept is None:
            continue
        stands = kept is part and begins
        sighting = _sighting(
            text,
            kept,
            rules,
            usage,
            firm=not stands and not in_heading,
            in_heading=in_heading,
        )
        if sighting is not None:
            seen.append(sighting)
    return seen


def key_of(run: Run) -> str:
    """Gives what two runs are compared by: their words and joints in small letters."""
    pieces = [run.words[0].small]
    for joint, word in zip(run.joints, run.words[1:], strict=True):
        pieces.extend((joint, word.small) if joint else (word.small,))
    return " ".join(pieces)


class _Ranges:
    """Ranges that do not overlap, asked for rising positions."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._place = 0

    def hold(self, position: int) -> bool:
        ranges = self._ranges
        while self._place < len(ranges) and ranges[self._place][1] <= position:
            self._place += 1
        return self._place < len(ranges) and ranges[self._place][0] <= position


def _is_shouted(run: Run) -> bool:
    """Says whether a run is in capitals throughout, so that they say nothing."""
    return len(run.words) > 2 and all(word.text.isupper() for word in run.words)


def _without_opener(
    part: Part, firm: set[str], usage: Counter[str], rules: NameWords
) -> Part | None:
    """Takes off a sentence's first word where it is an ordinary one; None if nothing is left."""
    run = part.run
    first = run.words[0]
    if key_of(run) in firm:
        return part
    named = (
        first.small in rules.given
        or first.is_initial
        or first.is_acronym
        or first.small in rules.territories
        or is_people(first.small, rules)
    )
    heads_body = bool(run.joints) and (
        run.joints[0] in rules.links or (rules.head_first and run.joints[0] in rules.particles)
    )
    institution = rules.is_institution(first.small)
    ordinary = (
        usage[first.small] > 0
        or first.small in rules.soft_openers
        or (len(run.words) > 1 and not institution and first.small.endswith(_UNLIKE_NAMES))
        or (heads_body and rules.head_first)
    )
    if named or not ordinary or (heads_body and institution):
        return part
    if len(run.words) == 1:
        return None
    if run.joints[0] and not heads_body:
        return part
    return Part(run.part(1, len(run.words)), part.office, part.headed)


def _sighting(
    text: str,
    part: Part,
    rules: NameWords,
    usage: Counter[str],
    *,
    firm: bool,
    in_heading: bool,
) -> Sighting | None:
    """Looks around a part; None where it cannot be one who acts."""
    trimmed = _trimmed(part, rules)
    if trimmed is None:
        return None
    run = trimmed.run
    kind = kind_of(run, rules)
    if kind is None:
        return None
    earlier = _words_before(text, run.start)
    preceding = earlier[-1] if earlier else ""
    titled = trimmed.office is not None or (
        preceding in rules.titles and not _is_body(kind) and not _is_owner(run)
    )
    pair = " ".join(earlier[-2:])
    if preceding == "the" and len(earlier) > 1:
        preceding = earlier[-2]
    following = _following(text, run.end)
    acts = (
        trimmed.headed
        or preceding in rules.agents
        or pair in rules.agents
        or following in rules.acts
        or (run.closed and following not in rules.place_nouns)
    )
    placed = (
        preceding in rules.in_places
        or following in rules.place_nouns
        or (pair.endswith(" of") and earlier[-2] in rules.place_nouns)
        or _is_described_as_place(text, run.end, rules)
    )
    ordinary = all(_is_ordinary(word, usage) for word in run.words)
    return Sighting(
        trimmed,
        kind,
        firm,
        in_heading,
        titled,
        acts and not placed,
        placed,
        ordinary,
        preceding in rules.ways,
    )


def _is_ordinary(word: Word, usage: Counter[str]) -> bool:
    """Says whether a text has a word, or its singular, in small letters often enough."""
    small = usage[word.small] + usage[word.small.removesuffix("s")]
    return small * _ORDINARY > usage[word.text]


def _words_before(text: str, start: int) -> list[str]:
    """Gives up to three words in small letters that stand right before a place, or none."""
    before = text[max(0, start - _BEFORE) : start]
    if not before[-1:].isspace() or "\n\n" in before[-3:]:
        return []
    words = [word.lower() for word in before.split()[-3:]]
    return words if words and words[-1][-1].isalpha() else []


def _following(text: str, end: int) -> str:
    """Gives the word that goes on right after a run, adverbs and a possessive passed over."""
    after = _GOES_ON.match(text, end)
    if after is None:
        return ""
    for word in text[after.end() : end + _AFTER].split()[:3]:
        small = word.lower().rstrip(",.;:!?")
        if small not in _ADVERBS:
            return small
    return ""


def _is_described_as_place(text: str, end: int, rules: NameWords) -> bool:
    """Says whether words in apposition call something a place ("Orr, a village in …")."""
    if not text.startswith(", ", end) or _APPOSITION.match(text, end) is None:
        return False
    return any(
        word in rules.place_nouns for word in text[end + 1 : end + _AFTER].lower().split()[:6]
    )


def _is_owner(run: Run) -> bool:
    """Says whether a run is whose office a title is: an acronym, or a Slavic genitive."""
    return run.words[0].is_acronym or (
        len(run.words) > 1 and run.words[0].small.endswith(_GENITIVE)
    )


def _is_body(kind: ActorKind) -> bool:
    return kind in (ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.STATE)


def _trimmed(part: Part, rules: NameWords) -> Part | None:
    """Takes peoples' adjectives and subjects off the ends of what is not a body's name."""
    run = part.run
    while len(run.words) > 1 and run.words[-1].is_initial:
        run = run.part(0, len(run.words) - 1)  # "Allen, Janet F."
    part = part if run is part.run else Part(run, part.office, part.headed)
    kind = kind_of(run, rules)
    if kind is None or (len(run.words) == 1 and run.words[0].is_initial):
        return None
    if (_is_body(kind) or kind is ActorKind.GROUP) and len(run.words) > 1:
        return part
    first, last = 0, len(run.words)
    while first < last and is_people(run.words[first].small, rules):
        first += 1
    while last > first and is_people(run.words[last - 1].small, rules):
        last -= 1
    if first == last:
        return None
    if first == 0 and last == len(run.words):
        return part
    return Part(run.part(first, last), part.office if first == 0 else None, part.headed)
