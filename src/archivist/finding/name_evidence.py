"""What stands around a capitalised run and speaks for or against its being one who acts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archivist.domain.model import ActorKind, Block, BlockKind
from archivist.finding.capitals import Run, runs
from archivist.finding.name_parts import Part, is_people, kind_of, parts
from archivist.finding.name_words import NameWords
from archivist.finding.sentences import Sentences

_BEFORE = 40  # code points that are looked at before a run
_AFTER = 48  # and after it
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED = re.compile(r"[\"“«„‘(\[:—–•*·]\s?\Z")
_APPOSITION = re.compile(r",\s(?:an?|the|former|who|whose|which)\s", re.IGNORECASE)
_ADVERBS = frozenset({"also", "then", "later", "never", "still", "now", "again", "thus", "too"})
_UNLIKE_NAMES = ("ing", "ed", "ly", "tion", "tions", "ies", "ness", "ments", "ive", "ous")
_LONGEST_HEADING = 120
_LONGEST_TITLE = 14  # words
_INNER_END = re.compile(r"[.!?։]\s")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A part where it stands, and what its surroundings say.

    `firm`: its first word has its capital for itself, not as the first of a sentence or heading.
    `titled`, `acts`, `placed`: an office before it, an act of its own, a place's surroundings.
    """

    part: Part
    kind: ActorKind
    firm: bool
    in_heading: bool
    titled: bool
    acts: bool
    placed: bool

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
    headings = _Ranges(_headings(text, blocks))
    written_small = frozenset(text.split())
    found: list[tuple[Part, bool, bool]] = []
    for run in runs(text, rules, limits):
        if left_out.hold(run.start):
            continue
        in_heading = headings.hold(run.start) or _is_shouted(run)
        begins = run.start in limits or bool(_QUOTED.search(text, max(0, run.start - 3), run.start))
        for part in parts(run, rules):
            first = part.run.start == run.start
            found.append((part, begins and first, in_heading))
    firm = {key_of(part.run) for part, begins, in_heading in found if not begins and not in_heading}
    seen: list[Sighting] = []
    for part, begins, in_heading in found:
        kept = _without_opener(part, firm, written_small, rules) if begins else part
        if kept is None:
            continue
        stands = kept is part and begins
        sighting = _sighting(
            text, kept, rules, firm=not stands and not in_heading, in_heading=in_heading
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


def _headings(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Gives the headings: by the document's own shape, else short lines that are no sentence."""
    if blocks:
        return [(b.start, b.end) for b in blocks if b.kind is BlockKind.HEADING]
    found = []
    start = 0
    before_is_blank = True
    for line in text.split("\n"):
        end = start + len(line)
        words = line.strip()
        stands_alone = before_is_blank and text.startswith("\n", end)
        if stands_alone and 0 < len(words) <= _LONGEST_HEADING and not words[0].islower():
            short = words.count(" ") < _LONGEST_TITLE and not _INNER_END.search(words)
            if short and words[-1] not in '.,;:!?…"”»)':
                found.append((start, end))
        before_is_blank = not words
        start = end + 1
    return found


def _is_shouted(run: Run) -> bool:
    """Says whether a run is in capitals throughout, so that they say nothing."""
    return len(run.words) > 2 and all(word.text.isupper() for word in run.words)


def _without_opener(
    part: Part, firm: set[str], written_small: frozenset[str], rules: NameWords
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
    heads_body = bool(run.joints) and run.joints[0] in rules.links
    institution = first.small in rules.organizations | rules.bodies | rules.states
    ordinary = (
        first.small in written_small
        or first.small in rules.soft_openers
        or (len(run.words) > 1 and not institution and first.small.endswith(_UNLIKE_NAMES))
    )
    if named or not ordinary or (heads_body and institution):
        return part
    if len(run.words) == 1:
        return None
    if run.joints[0]:
        return None if run.joints[0] in rules.links else part
    return Part(run.part(1, len(run.words)), part.office, part.headed)


def _sighting(
    text: str, part: Part, rules: NameWords, *, firm: bool, in_heading: bool
) -> Sighting | None:
    """Looks around a part; None where it cannot be one who acts."""
    trimmed = _trimmed(part, rules)
    if trimmed is None:
        return None
    run = trimmed.run
    kind = kind_of(run, rules)
    if kind is None:
        return None
    before = text[max(0, run.start - _BEFORE) : run.start]
    after = text[run.end : run.end + _AFTER]
    earlier = [word.lower() for word in _WORD.findall(before.rsplit("\n\n", 1)[-1])][-3:]
    touching = bool(earlier) and before[-1:].isspace() and before.rstrip()[-1:].isalpha()
    later_words = _WORD.findall(after)
    following = _following(after, later_words)
    titled = trimmed.office is not None or (
        touching and earlier[-1] in rules.titles and not _is_body(kind)
    )
    preceding = earlier[-1] if touching else ""
    if preceding == "the" and len(earlier) > 1:
        preceding = earlier[-2]
    agent = preceding in rules.agents or " ".join(earlier[-2:]) in rules.agents
    acts = (
        agent
        or trimmed.headed
        or following in rules.acts
        or (run.closed and following not in rules.place_nouns)
    )
    apposition = _APPOSITION.match(after)
    described_as_place = bool(apposition) and any(
        word.lower() in rules.place_nouns for word in later_words[1:6]
    )
    placed = (
        preceding in rules.in_places
        or following in rules.place_nouns
        or described_as_place
        or (
            len(earlier) > 1
            and touching
            and earlier[-1] == "of"
            and earlier[-2] in rules.place_nouns
        )
    )
    return Sighting(trimmed, kind, firm, in_heading, titled, acts and not placed, placed)


def _following(after: str, words: list[str]) -> str:
    """Gives the word that goes on right after a run, adverbs and a possessive passed over."""
    if not words or not re.match(r"(?:['’]s?)?\s", after):
        return ""
    rest = [word.lower() for word in words[:3] if word.lower() != "s"]
    while rest and rest[0] in _ADVERBS:
        rest.pop(0)
    return rest[0] if rest else ""


def _is_body(kind: ActorKind) -> bool:
    return kind in (ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.STATE)


def _trimmed(part: Part, rules: NameWords) -> Part | None:
    """Takes peoples' adjectives and subjects off the ends of what is not a body's name."""
    run = part.run
    kind = kind_of(run, rules)
    if kind is None or ((_is_body(kind) or kind is ActorKind.GROUP) and len(run.words) > 1):
        return part if kind is not None else None
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


@lru_cache(maxsize=1)
def plain_acronyms() -> frozenset[str]:
    """Gives acronyms that name nobody: measures, formats, times, Roman numerals."""
    return frozenset(
        [
            "tv",
            "gdp",
            "gnp",
            "dna",
            "rna",
            "isbn",
            "issn",
            "doi",
            "pdf",
            "html",
            "xml",
            "css",
            "url",
            "uri",
            "http",
            "https",
            "api",
            "ssl",
            "tls",
            "cpu",
            "gpu",
            "ram",
            "rom",
            "usb",
            "dvd",
            "cd",
            "id",
            "ip",
            "am",
            "pm",
            "bc",
            "ad",
            "bce",
            "ce",
            "tnt",
            "hiv",
            "aids",
            "covid",
            "ceo",
            "cfo",
            "cto",
            "ngo",
            "ngos",
            "pr",
            "hr",
            "it",
            "vip",
            "faq",
            "diy",
            "lgbt",
            "lgbtq",
            "rip",
            "ok",
            "asap",
            "aka",
            "suv",
            "atm",
            "gps",
            "sms",
            "pin",
            "led",
            "lcd",
            "www",
            "php",
            "sql",
            "json",
            "js",
            "ui",
            "ux",
            "os",
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
            "xxi",
            "wwi",
            "wwii",
            "ww",
            "usd",
            "eur",
            "gbp",
            "mph",
            "kmh",
            "phd",
            "ma",
            "ba",
            "msc",
            "bsc",
            "md",
            "esq",
            "jr",
            "sr",
            "vs",
            "etc",
            "ps",
            "pps",
            "nb",
            "tbd",
            "fyi",
            "q",
            "a",
        ]
    )
