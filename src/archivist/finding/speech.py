"""Finds who is said to say what: reported speech and quotations with their speaker and stance.

The statement is proposed as an excerpt, its speaker as the source of it; no word is judged.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from archivist.domain.reading import Block
from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.domain.vocabulary import Stance
from archivist.finding.languages import guess_language
from archivist.finding.quotations import find_quotations
from archivist.finding.sentences import Sentences
from archivist.finding.speakers import Speaker, Speakers
from archivist.finding.speech_tables import speech_words
from archivist.finding.speech_words import Place, SpeechWords
from archivist.finding.words import WordFinder, lowered

_AHEAD = 160  # code points in which "by" follows a passive verb, or "as" what is characterized
_BEHIND = 240  # and in which the words before a verb stand
_QUOTE_NEXT = re.compile(r"[\s,:–—-]{0,4}[\"“«„»‹「『]|\s?:\s")
_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_]+['’]?)")
_WORDS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[^,.;:!?\n\"“”«»]{1,60}")
# What belongs to the statement before: its markers, and the quotation mark that they follow.
_BEFORE_STATEMENT = re.compile(r"(?:[\"”»]?(?:\[[^\[\]\n]{1,20}\]\s{0,2}){1,20})")
_SENTENCE_END = re.compile(r"[.!?;\n]")
_LONGEST_PASSAGE = 3_000


def find_sources(
    text: str, *, names: Sequence[Suggestion] = (), blocks: Sequence[Block] = (), language: str = ""
) -> list[Suggestion]:
    """Finds statements with somebody who makes them, in order; offsets are code points.

    Each suggestion is the whole sentence that says who says it, with the quotation that belongs to
    it; `value` is the speaker, by the `value` of one of `names` (what `find_names` gave) where one
    is meant. One sentence may have several speakers. `details`: `speaker_start` and `speaker_end`;
    `verb` as it is written; `stance`, a `Stance`; `quotation`, the ranges of what is quoted, marks
    included; `inferred`, true where a pronoun was taken for the person named last.
    """
    rules = speech_words(language or guess_language(text))
    small = lowered(text)
    sentences = Sentences(text, blocks)
    quotations = find_quotations(text)
    speakers = Speakers(text, small, names, rules)
    starts = [start for start, _ in quotations]
    found: list[Suggestion] = []
    seen: set[tuple[int, int, str]] = set()
    for start, end, word in _finder(rules).find(small):
        place = bisect_right(starts, start) - 1
        if place >= 0 and quotations[place][1] > start:
            continue  # within a quotation
        sentence = sentences.around(start)
        for speaker, stance in _attributed(
            text,
            small,
            (start, end),
            word,
            sentence,
            rules,
            speakers,
            quotations[place][1] if place >= 0 else 0,
        ):
            passage, quoted = _passage(text, sentence, quotations, starts, sentences)
            if not passage[0] <= speaker.start <= speaker.end <= passage[1]:
                continue
            identity = (*passage, speaker.value)
            if identity in seen:
                continue
            seen.add(identity)
            found.append(_suggestion(text, passage, speaker, text[start:end], stance, quoted))
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _attributed(
    text: str,
    small: str,
    verb: tuple[int, int],
    word: str,
    sentence: tuple[int, int],
    rules: SpeechWords,
    speakers: Speakers,
    quoted_until: int,
) -> Iterator[tuple[Speaker, Stance]]:
    """Gives the speaker that a verb or an "according to" has, with the stance."""
    start, end = verb
    limit = min(sentence[1], end + _AHEAD)
    if word in rules.according:
        if (speaker := speakers.after(end, limit)) is not None:
            yield speaker, Stance.ASSERTS
        return
    if word in rules.according_after:
        if (speaker := speakers.right_before(start, sentence[0])) is not None:
            yield speaker, Stance.ASSERTS
        return
    if text[start].isupper() or speakers.named_at(start):
        return
    earliest = max(sentence[0], start - _BEHIND, quoted_until)
    if word in rules.made:
        said = _words_in(small, earliest, start) & rules.statements
        if said and (speaker := speakers.by(end, limit)) is not None:
            yield speaker, Stance.ASSERTS
        return
    if speakers.is_unsaid(earliest, start) or _is_negated_after(small, end, limit, rules):
        return
    bound = rules.bound.get(word)
    stance = bound or rules.free[word]
    if _is_passive(small, earliest, start, rules):
        if (speaker := speakers.by(end, limit)) is not None:
            yield speaker, stance
        return
    if rules.place is Place.OPENING:
        if (speaker := speakers.opening(sentence[0], start)) is not None:
            yield speaker, stance
        return
    if rules.place is Place.AFTER:
        if (speaker := speakers.after(end, limit)) is not None:
            yield speaker, stance
        return
    leads_on = _leads_on(small, end, rules)
    if stance is Stance.CHARACTERIZES and bound is not None:
        leads_on = bool(
            _words_in(small, end, limit) & rules.characterizing
            or _QUOTE_NEXT.search(small, end, min(limit, end + 60))
        )
    speaker = None
    if speakers.follows_speech(earliest, start, quoted_until):
        speaker = speakers.after(end, limit, inverted=True)
    else:
        speaker = speakers.before(earliest, start, participle=word in rules.participles)
        told = leads_on or _ends_quotation(small, speaker, quoted_until)
        if speaker is not None and small.startswith(",", end):
            told = told or speakers.is_as_told(earliest, speaker.start)
        if bound is not None and not told:
            return
        if speaker is None and (rules.verb_second or speakers.follows_comma(earliest, start)):
            speaker = speakers.name_after(end)
    if speaker is not None and not speakers.is_supposed(earliest, speaker.start):
        yield speaker, stance


def _leads_on(small: str, end: int, rules: SpeechWords) -> bool:
    """Says whether what is said follows a verb: a conjunction, a colon or a quotation."""
    if _QUOTE_NEXT.match(small, end):
        return True
    following = _NEXT_WORD.match(small, end)
    if following is not None and following[1] in rules.that:
        return True
    # "wrote in 1920 that": a time or an addressee may stand between.
    if following is None or following[1] not in rules.leads:
        return False
    clause = _CLAUSE.match(small, end)
    return clause is not None and not rules.that.isdisjoint(clause.group().split())


def _ends_quotation(small: str, speaker: Speaker | None, quoted_until: int) -> bool:
    """Says whether a speaker stands right behind a quotation ("…", Ann wrote)."""
    if speaker is None or not 0 < quoted_until <= speaker.start:
        return False
    if _SENTENCE_END.search(small, quoted_until, speaker.start):
        return False  # the quotation was of the sentence before
    return len(_WORDS.findall(small, quoted_until, speaker.start)) <= 1


def _is_passive(small: str, earliest: int, start: int, rules: SpeechWords) -> bool:
    words = _WORDS.findall(small, max(earliest, start - 40), start)[-3:]
    while words and words[-1] in rules.helpers and words[-1] not in rules.auxiliaries:
        words.pop()
    if words and words[-1].endswith("ly") and len(words) > 1:
        words.pop()
    return bool(words) and words[-1] in rules.auxiliaries


def _is_negated_after(small: str, end: int, limit: int, rules: SpeechWords) -> bool:
    """Says whether what follows takes the verb back: "bestritt es nicht", "said nothing"."""
    clause = _CLAUSE.match(small, end, limit)
    if clause is None:
        return False
    following = clause.group().split()
    return " ".join(following) in rules.silences or not rules.negations_after.isdisjoint(following)


def _words_in(small: str, start: int, end: int) -> set[str]:
    return set(_WORDS.findall(small, start, end))


def _passage(
    text: str,
    sentence: tuple[int, int],
    quotations: Sequence[tuple[int, int]],
    starts: Sequence[int],
    sentences: Sentences,
) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Widens a sentence to the quotations that reach into it, and gives those."""
    start, end = sentence
    place = max(0, bisect_right(starts, start) - 1)
    quoted = []
    while place < len(quotations) and quotations[place][0] < end:
        first, last = quotations[place]
        place += 1
        if last <= start:
            continue
        start = min(start, first)
        if last > end:
            end = max(last, sentences.around(last - 1)[1])
        quoted.append((first, last))
    if (markers := _BEFORE_STATEMENT.match(text, start)) is not None:
        start = markers.end()
    if end - start > _LONGEST_PASSAGE:
        return sentence, [one for one in quoted if sentence[0] <= one[0] and one[1] <= sentence[1]]
    return (start, end), quoted


def _suggestion(
    text: str,
    passage: tuple[int, int],
    speaker: Speaker,
    verb: str,
    stance: Stance,
    quoted: Sequence[tuple[int, int]],
) -> Suggestion:
    start, end = passage
    return Suggestion(
        SuggestionKind.SOURCE,
        start,
        end,
        text[start:end],
        speaker.value,
        {
            "speaker_start": speaker.start,
            "speaker_end": speaker.end,
            "verb": " ".join(verb.split()),
            "stance": stance.value,
            "quotation": [list(one) for one in quoted],
            "inferred": speaker.inferred,
        },
    )


@lru_cache(maxsize=16)
def _finder(rules: SpeechWords) -> WordFinder:
    return WordFinder(
        {*rules.free, *rules.bound, *rules.according, *rules.according_after, *rules.made}
    )
