"""Sights the names of a text: capitalised words that may name somebody, and what speaks for it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from archivist.domain.reading import Block
from archivist.domain.vocabulary import ActorKind, BlockKind
from archivist.finding.capitals import Run, Word, runs
from archivist.finding.name_evidence import evidence
from archivist.finding.name_parts import Part, is_people, kind_of, parts
from archivist.finding.name_words import NameWords
from archivist.finding.sentences import Sentences
from archivist.finding.title_lines import title_lines

_ORDINARY = 4  # capitals to one small letter, from which on a word is a name
_QUOTED = re.compile(r"[\"“«„‘(\[:—–•*·]\s?\Z")
_GENITIVE = ("ого", "його", "ої", "ой", "их", "ых")  # Slavic adjectives in whose office it is
_UNLIKE_NAMES = ("ing", "ed", "ly", "tion", "tions", "ies", "ness", "ments", "ive", "ous")
_INSTITUTIONS = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.STATE})


class Sighting(NamedTuple):
    """A possible name where it stands, and what its surroundings say.

    `key` is what names are compared by. `office` is the range of the office before it. `firm`: its
    first word has its capital for itself, not as the first of a sentence or heading. `titled`:
    somebody has an office or a title. `acts`, `placed`, `reached`: see `Evidence`. `ordinary`: the
    text has its words in small letters, too.
    """

    run: Run
    key: str
    kind: ActorKind
    office: tuple[int, int] | None
    firm: bool
    in_heading: bool
    titled: bool
    acts: bool
    placed: bool
    reached: bool
    ordinary: bool


class _Shape(NamedTuple):
    """What a part's own words say, wherever it stands: which words of it are the name, and more."""

    first: int
    last: int
    key: str
    kind: ActorKind
    ordinary: bool
    owns_office: bool  # a title before it is another's: of a state, in the Slavic genitive


def sightings(text: str, blocks: Sequence[Block], rules: NameWords) -> list[Sighting]:
    """Gives every part of the text that may name somebody, in order.

    Entries of reference lists and code are left out: what is capitalised there are titles.
    """
    limits = Sentences(text, blocks).first_words
    left_out = _Ranges(
        [
            (block.start, block.end)
            for block in blocks
            if block.kind in (BlockKind.REFERENCE_ENTRY, BlockKind.PREFORMATTED)
        ]
    )
    headings = _Ranges(title_lines(text, blocks))
    reader = _Reader(text, rules)
    found: list[tuple[Part, bool, bool]] = []
    firm: set[str] = set()
    for run in runs(text, rules, limits):
        if left_out.hold(run.start):
            continue
        in_heading = headings.hold(run.start) or _is_shouted(run)
        begins = run.start in limits or (
            not text[run.start - 1 : run.start].isalpha()
            and _QUOTED.search(text, max(0, run.start - 3), run.start) is not None
        )
        if begins and len(run.words) == 1 and reader.usage[run.words[0].small]:
            continue  # an ordinary word, as most that begin a sentence are
        for part in parts(run, rules):
            begins_part = begins and part.run.start == run.start
            found.append((part, begins_part, in_heading))
            if not begins_part and not in_heading:
                firm.add(text[part.run.start : part.run.end])
    seen = []
    for part, begins, in_heading in found:
        sighting = reader.sighting(part, firm, begins=begins, in_heading=in_heading)
        if sighting is not None:
            seen.append(sighting)
    return seen


def _key(run: Run) -> str:
    """Gives what two runs are compared by: their words and joints in small letters."""
    if len(run.words) == 1:
        return run.words[0].small
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


class _Reader:
    """Reads the parts of one text; the same words are looked into once."""

    def __init__(self, text: str, rules: NameWords) -> None:
        self.usage = Counter(text.split())
        self._text = text
        self._rules = rules
        self._shapes: dict[str, _Shape | None] = {}

    def sighting(
        self, part: Part, firm: set[str], *, begins: bool, in_heading: bool
    ) -> Sighting | None:
        """Looks at a part and around it; None where it cannot be one who acts."""
        run, office = part.run, part.office
        stands = begins
        if begins and self._text[run.start : run.end] not in firm and self._has_opener(run):
            if len(run.words) == 1:
                return None
            run, stands = run.part(1, len(run.words)), False
        words = self._text[run.start : run.end]
        if words in self._shapes:
            shape = self._shapes[words]
        else:
            shape = self._shapes[words] = self._shape(run)
        if shape is None:
            return None
        if shape.first or shape.last < len(run.words):
            office = office if shape.first == 0 else None
            run = run.part(shape.first, shape.last)
        around = evidence(
            self._text,
            run.start,
            run.end,
            self._rules,
            closed=run.closed,
            acronym=run.words[0].is_acronym,
        )
        person = shape.kind not in _INSTITUTIONS
        return Sighting(
            run,
            shape.key,
            shape.kind,
            office,
            firm=not stands and not in_heading,
            in_heading=in_heading,
            titled=office is not None
            or (person and around.has_role)
            or (person and around.named_title and not shape.owns_office),
            acts=around.acts or (part.headed and not around.placed),
            placed=around.placed,
            reached=around.reached,
            ordinary=shape.ordinary,
        )

    def _has_opener(self, run: Run) -> bool:
        """Says whether a sentence's first word is an ordinary one and no part of the name."""
        rules = self._rules
        first = run.words[0]
        joint = run.joints[0] if run.joints else ""
        heads_body = joint in rules.links or (rules.head_first and joint in rules.particles)
        institution = rules.is_institution(first.small)
        ordinary = (
            self.usage[first.small] > 0
            or first.small in rules.soft_openers
            or (len(run.words) > 1 and not institution and first.small.endswith(_UNLIKE_NAMES))
            or (heads_body and rules.head_first)
        )
        if not ordinary or (heads_body and institution) or (joint and not heads_body):
            return False
        return not (
            first.small in rules.given
            or first.small in rules.territories
            or first.is_initial
            or first.is_acronym
            or is_people(first.small, rules)
        )

    def _shape(self, run: Run) -> _Shape | None:
        """Takes peoples' adjectives off the ends of what is not a body's name, and initials."""
        rules = self._rules
        first, last = 0, len(run.words)
        if last > 1 and all(word.is_initial for word in run.words):
            return None  # the letters of an index: "A B C D"
        while last > 1 and run.words[last - 1].is_initial and run.words[last - 1].text not in "IVX":
            last -= 1  # "Allen, Janet F."
        kind = kind_of(run.part(0, last), rules)
        if kind is None or (last == 1 and run.words[0].is_initial):
            return None
        if last == 1 or (kind not in _INSTITUTIONS and kind is not ActorKind.GROUP):
            while first < last and is_people(run.words[first].small, rules):
                first += 1
            while last > first and is_people(run.words[last - 1].small, rules):
                last -= 1
            if first == last:
                return None
        name = run.part(first, last)
        kind = kind_of(name, rules)
        if kind is None:
            return None
        return _Shape(
            first,
            last,
            _key(name),
            kind,
            all(self._is_ordinary(word) for word in name.words),
            name.words[0].is_acronym
            or (len(name.words) > 1 and name.words[0].small.endswith(_GENITIVE)),
        )

    def _is_ordinary(self, word: Word) -> bool:
        """Says whether a text has a word, or its singular, in small letters often enough."""
        small = self.usage[word.small] + self.usage[word.small.removesuffix("s")]
        return small * _ORDINARY > self.usage[word.text]
