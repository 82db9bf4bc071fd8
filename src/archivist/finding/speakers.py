"""Reads who speaks from the words before or after a verb of saying."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archivist.domain.suggestions import Suggestion
from archivist.domain.vocabulary import ActorKind
from archivist.finding.speech_words import Place, SpeechWords

_TOKEN = re.compile(
    r"(?<!\w)(?:[ldjnsc]|qu)[’'](?=\w)|\[[^\[\]\n]{1,20}\]|[^\W_](?:[\w’'.‑-]*[\w’'])?|\S"
)
_LONGEST = 12  # words of a speaker
_LONGEST_INVERTED = 6
_PLURALS = ("s", "en", "n", "и", "ы", "і", "ні", "ներ", "ները")
_REACH = 900  # code points back to the person whom a pronoun stands for
_SUFFIX = re.compile(r"(?:['’][^\W\d_]{1,5})?[ \u00a0\n]{1,2}")
_OWNED = 24  # code points from a name to that of its speaker
_LONGEST_OFFICE = 4  # words of an office that a sentence begins with
_OFFICE = 60  # code points from a sentence's start to its speaker's name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, at [start, end) in code points; `inferred` where a pronoun stands there."""

    start: int
    end: int
    value: str
    inferred: bool = False


class Speakers:
    """Reads the speakers of one text."""

    def __init__(
        self, text: str, small: str, names: Sequence[Suggestion], rules: SpeechWords
    ) -> None:
        self._text = text
        self._small = small
        self._rules = rules
        self._names = sorted(names, key=lambda name: name.start)
        self._starts = [name.start for name in self._names]

    def named_at(self, position: int) -> bool:
        """Says whether a position stands within a name."""
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and self._names[place].end > position

    def follows_speech(self, earliest: int, verb: int, quoted_until: int) -> bool:
        """Says whether a verb follows a quotation, signs and helping words between them apart."""
        if not quoted_until or earliest != quoted_until:
            return False
        tokens = _TOKEN.findall(self._small, earliest, verb)
        while tokens and (tokens[-1] in self._rules.helpers or tokens[-1] in ",–—-"):
            tokens.pop()
        return not tokens

    def follows_comma(self, earliest: int, verb: int) -> bool:
        """Says whether a comma stands right before a verb, helping words apart."""
        tokens = _TOKEN.findall(self._small, earliest, verb)
        while tokens and tokens[-1] in self._rules.helpers:
            tokens.pop()
        return bool(tokens) and tokens[-1] in ",–—"

    def is_unsaid(self, earliest: int, verb: int) -> bool:
        """Says whether "not", "never" or "might" before a verb leaves its statement unsaid."""
        rules = self._rules
        for word in reversed(_TOKEN.findall(self._small, earliest, verb)):
            if word in rules.negations or word.endswith(("n't", "n’t")):
                return True
            if word not in rules.helpers and not word.endswith("ly"):
                return False
        return False

    def is_supposed(self, earliest: int, speaker: int) -> bool:
        """Says whether a speaker only may speak: "if Ann", "nor Ann", "denied that Ann"."""
        rules = self._rules
        words = _TOKEN.findall(self._small, earliest, speaker)
        while words and words[-1] in rules.determiners - rules.that:
            words.pop()
        if not words:
            return False
        if words[-1] in rules.negations | rules.suppositions:
            return True
        return len(words) > 1 and words[-1] in rules.that and words[-2] in rules.untrue

    def is_as_told(self, earliest: int, speaker: int) -> bool:
        """Says whether a speaker stands behind the "as" of "As Ann reports, …"."""
        words = _TOKEN.findall(self._small, earliest, speaker)
        while words and words[-1] in self._rules.determiners:
            words.pop()
        return bool(words) and words[-1] in self._rules.as_told and words[-2:-1] in ([], [","])

    def before(self, earliest: int, verb: int, *, participle: bool = False) -> Speaker | None:
        """Reads the subject that stands before a verb; a participle has that of its clause."""
        tokens = list(_TOKEN.finditer(self._small, earliest, verb))
        rules = self._rules
        while tokens and tokens[-1].group() in rules.helpers:
            tokens.pop()
        if tokens and tokens[-1].group() in (",", ")"):
            opening = "(" if tokens[-1].group() == ")" else ","
            tokens.pop()
            inner = []
            while tokens and tokens[-1].group() != opening:
                inner.append(tokens.pop().span())
            if not tokens:
                return None
            apposed = self._behind_office(inner[::-1])
            if apposed:
                # "The president of the Council, Ann Orr, said"
                return self._speaker(apposed)
            tokens.pop()
            if len(tokens) > 1 and tokens[-1].group() == "." and self.named_at(tokens[-2].start()):
                tokens.pop()  # "Henry Orr Sr., a miller, said"
        first = len(tokens)
        while first and len(tokens) - first < _LONGEST:
            token = tokens[first - 1]
            word = token.group()
            named = self.named_at(token.start())
            if not named and (not word[0].isalnum() or word in rules.breaks):
                break
            first -= 1
        spans = [token.span() for token in tokens[first:]]
        if participle:
            spans = self._subject(spans)
        return self._speaker(spans)

    def after(self, start: int, limit: int, *, inverted: bool = False) -> Speaker | None:
        """Reads the words after a verb, or after "according to"."""
        rules = self._rules
        tokens: list[tuple[int, int]] = []
        longest = _LONGEST_INVERTED if inverted else _LONGEST
        for token in _TOKEN.finditer(self._small, start, limit):
            word = token.group()
            if self.named_at(token.start()):
                tokens.append(token.span())
                continue
            if not word[0].isalpha() or word in rules.breaks or len(tokens) >= longest:
                break
            if word in rules.leads and (inverted or word not in rules.relations) and tokens:
                break
            if (inverted or rules.verb_second) and tokens and self.named_at(tokens[-1][0]):
                break
            tokens.append(token.span())
        if rules.place is Place.AFTER and tokens and self._says_that(tokens[-1][1]):
            # What stands between a verb and its "that" is who speaks, whichever words it is.
            start, end = tokens[0][0], tokens[-1][1]
            named = self._speaker(tokens, leading=False)
            return named or Speaker(start, end, " ".join(self._text[start:end].split()))
        return self._speaker(tokens, leading=False)

    def name_after(self, position: int) -> Speaker | None:
        """Reads the name that stands right after a verb, an office or an article apart."""
        place = bisect_left(self._starts, position)
        if place == len(self._names) or self._names[place].start - position > _OFFICE:
            return None
        name = self._names[place]
        between = " ".join(self._small[position : name.start].split())
        between = between.removesuffix(str(name.details.get("office", "")).lower()).rstrip()
        plain = all(word in self._rules.determiners for word in between.split())
        return Speaker(name.start, name.end, name.value) if plain else None

    def by(self, start: int, limit: int) -> Speaker | None:
        """Reads who did what a passive verb says, behind the next "by"."""
        for token in _TOKEN.finditer(self._small, start, limit):
            if token.group() in self._rules.passive:
                return self.after(token.end(), limit)
            if token.group() in ",;:." or token.group() in self._rules.breaks:
                return None
        return None

    def right_before(self, position: int, earliest: int) -> Speaker | None:
        """Reads the name that ends right before a position, an ending apart."""
        place = bisect_left(self._starts, position) - 1
        if place < 0:
            return None
        name = self._names[place]
        between = self._text[name.end : position]
        if name.start >= earliest and _SUFFIX.fullmatch(between):
            return Speaker(name.start, name.end, name.value)
        return None

    def opening(self, sentence: int, verb: int) -> Speaker | None:
        """Reads who a sentence begins with: a name, an office before it apart, or an office."""
        place = bisect_left(self._starts, sentence)
        reach = min(verb, sentence + _OFFICE)
        if place == len(self._names) or self._names[place].start > reach:
            return self._opening_office(sentence, verb)
        name = self._names[place]
        for other in self._names[place + 1 : place + 3]:
            # "Erdoğan'ın sözcüsü İbrahim Kalın": the name before is whose speaker it is.
            between = self._text[name.end : other.start]
            person = other.details.get("kind") in (ActorKind.PERSON.value, "")
            if not person or len(between) > _OWNED or "," in between:
                break
            name = other
        return Speaker(name.start, name.end, name.value) if name.end < verb else None

    def _opening_office(self, sentence: int, verb: int) -> Speaker | None:
        """Reads "the government" or "the British government" where a sentence begins with it."""
        rules = self._rules
        first: int | None = None
        for token in list(_TOKEN.finditer(self._small, sentence, verb))[:_LONGEST_OFFICE]:
            word = token.group()
            if not word[0].isalpha() or word in rules.breaks:
                return None
            if word in rules.determiners and first is None:
                continue
            first = token.start() if first is None else first
            if word in rules.speaking:
                return Speaker(
                    first, token.end(), " ".join(self._text[first : token.end()].split())
                )
        return None

    def _says_that(self, position: int) -> bool:
        """Says whether the next word is a "that" after which it is told what was said."""
        token = _TOKEN.search(self._small, position)
        return token is not None and token.group() in self._rules.that

    def _speaker(self, tokens: list[tuple[int, int]], *, leading: bool = True) -> Speaker | None:
        """Reads a phrase: a name, a pronoun, or the words for somebody without one."""
        rules = self._rules
        tokens = list(tokens)
        if leading and tokens and self._word(tokens[0]) in rules.leads:
            # "In Halifax the mayor said": what comes first is no part of who speaks.
            tokens = self._behind_lead(tokens)
        determined = False
        while (
            tokens and self._word(tokens[0]) in rules.determiners and not self._is_named(tokens[0])
        ):
            determined = True
            tokens = tokens[1:]
        if not tokens:
            return None
        start, end = tokens[0][0], tokens[-1][1]
        if len(tokens) == 1 and self._word(tokens[0]) in rules.pronouns and not determined:
            return self._antecedent(start, end)
        names = self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        for name in reversed(names):
            if self._speaks_itself(name, tokens):
                return Speaker(name.start, name.end, name.value)
        last = self._word(tokens[-1])
        if last in rules.never_speakers or self._word(tokens[0]) in rules.never_speakers:
            return None
        if not names and not self._can_speak(tokens, determined=determined):
            return None
        return Speaker(start, end, " ".join(self._text[start:end].split()))

    def _speaks_itself(self, name: Suggestion, tokens: list[tuple[int, int]]) -> bool:
        """Says whether a name in a phrase is who speaks, and not whom the speaker belongs to.

        It ends the phrase or where it is from follows ("Ann Orr of Elkton"), and nothing before
        it makes it another's ("the aide of Ann Orr", "Elkton's Ann Orr").
        """
        rules = self._rules
        rest = [self._word(token) for token in tokens if token[0] >= name.end]
        if rest and rest[0] not in rules.relations and rest[0] not in ("'s", "’s"):
            return False
        lead = " ".join(self._small[tokens[0][0] : name.start].split())
        lead = lead.removesuffix(str(name.details.get("office", "")).lower()).rstrip()
        words = lead.split()
        if words and words[-1] in rules.speaking:
            return True  # "Elkton's mayor Ann Orr"
        if name.start > tokens[0][0] and self.named_at(name.start - 2):
            return True  # "the president of the Elkton Council Ann Orr"
        if name.details.get("kind") == ActorKind.STATE.value and words:
            return False  # "Elkton Watch Italy" is not Italy
        return rules.relations.isdisjoint(words) and "'" not in lead and "’" not in lead

    def _subject(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Gives the name that a clause begins with, or nothing."""
        rules = self._rules
        first = 0
        while first < len(tokens) and self._word(tokens[first]) in rules.determiners:
            first += 1
        last = first
        while last < len(tokens) and self._is_named(tokens[last]):
            last += 1
        return tokens[first:last]

    def _behind_office(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Gives the name that tokens are, an office before it apart, or nothing."""
        first = 0
        while first < len(tokens) and not self._is_named(tokens[first]):
            first += 1
        if first == len(tokens) or not all(map(self._is_named, tokens[first:])):
            return []
        name = self._names[bisect_right(self._starts, tokens[first][0]) - 1]
        office = str(name.details.get("office", "")).lower()
        before = " ".join(self._small[tokens[0][0] : tokens[first][0]].split())
        return tokens[first:] if before in ("", office) else []

    def _word(self, token: tuple[int, int]) -> str:
        return self._small[token[0] : token[1]]

    def _is_named(self, token: tuple[int, int]) -> bool:
        return self.named_at(token[0])

    def _behind_lead(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        for index, token in enumerate(tokens[1:], 1):
            word = self._word(token)
            if index > 1 and (word in self._rules.determiners or self._is_named(token)):
                return tokens[index:]
        return []

    def _can_speak(self, tokens: list[tuple[int, int]], *, determined: bool) -> bool:
        """Says whether words without a name are somebody who speaks: "the mayor", "officials"."""
        rules = self._rules
        if rules.place is Place.AFTER:
            return self._word(tokens[0]) in rules.speaking
        head = tokens[-1]
        for before, token in pairwise(tokens):
            if self._word(token) in rules.relations:
                head = before
                break
        word = self._word(head)
        if word in rules.speaking:
            return True
        several = len(word) > 3 and word.endswith(_PLURALS)
        return several or (determined and not rules.speaking)

    def _antecedent(self, start: int, end: int) -> Speaker | None:
        """Gives the person named last before a pronoun, as inferred."""
        place = bisect_left(self._starts, start) - 1
        while place >= 0 and start - self._names[place].end <= _REACH:
            name = self._names[place]
            if name.details.get("kind") == ActorKind.PERSON.value:
                return Speaker(start, end, name.value, inferred=True)
            place -= 1
        return None
