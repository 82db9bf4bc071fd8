"""Which language a text is written in, of those that dates are found in: by script and words."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from archivist.finding.date_languages import ENGLISH, TABLES
from archivist.finding.date_table import Language

_SAMPLE = 6000  # code points; more does not make a guess surer
_PARAGRAPH_SAMPLE = 400
_LETTER_WEIGHT = 2  # of a word with a letter that only one language has, against a frequent word
_SOME = 12  # a paragraph of which a word in so many is a frequent one is in its language
_LEAD = 4  # by how much a paragraph's own language must lead to be believed
_CLEAR = 4  # how many times as often a text's words must say another language than it is said to be
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "Latn": re.compile(r"[A-Za-zÀ-ɏəƏ]+"),
    "Cyrl": re.compile(r"[Ѐ-ӿ]+"),
    "Armn": re.compile(r"[Ա-֏]+"),
    "Arab": re.compile(r"[\u0620-\u064a]+"),
}
_SCRIPT_OF = {"ru": "Cyrl", "uk": "Cyrl", "hy": "Armn", "ar": "Arab"}
_OTHER_THAN_LATIN = re.compile(r"[\u0400-\u06ff]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


def guess_language(text: str, default: str = "") -> str:
    """Guesses the language (BCP 47) of a text among those with date words; `default` if unsure."""
    scores = _scores(_sample(text))
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else default


def passages(text: str, language: str = "") -> Iterator[tuple[int, int, Language]]:
    """Gives the parts of a text with their language: neighbours of one language are one part.

    A paragraph that is clearly in another language than the text is read as such: in another
    script always, in the same script where nobody has said what the language is.
    """
    code = language.partition("-")[0].casefold()
    given = _given(text, code)
    start, current = 0, given
    for match in _PARAGRAPH.finditer(text):
        end = min(match.end(), match.start() + _PARAGRAPH_SAMPLE)
        own = _own_language(text[match.start() : end], given, stated=bool(code))
        if own is not current:
            if match.start() > start:
                yield start, match.start(), current
            start, current = match.start(), own
    yield start, len(text), current


def _given(text: str, code: str) -> Language:
    """Gives the language that a text is said to be in, unless its words clearly say another.

    Many pages carry the language of their template, whatever is written on them.
    """
    if not code:
        return TABLES[guess_language(text, ENGLISH.code)]
    given = TABLES.get(code, ENGLISH)
    scores = _scores(_sample(text))
    best = max(scores, key=lambda each: scores[each])
    contradicted = code in TABLES and scores[best] > _CLEAR * (scores.get(code, 0) + _LEAD)
    return TABLES[best] if contradicted else given


def _sample(text: str) -> str:
    """Takes a text's beginning, middle and end, where it is long."""
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = len(text) // 2
    return " ".join((text[:third], text[middle : middle + third], text[-third:]))


def _own_language(sample: str, given: Language, *, stated: bool) -> Language:
    script = _script(sample)
    same = script is None or script == _SCRIPT_OF.get(given.code, "Latn")
    if same and (stated or len(sample) < 60):
        return given
    if same:
        words = _WORD.findall(sample.lower())
        if len(_frequent(given).intersection(words)) * _SOME >= len(words) or len(words) < 10:
            return given
    scores = _scores(sample, script)
    best = max(scores, key=lambda code: scores[code])
    if same and scores[best] < scores.get(given.code, 0) + _LEAD:
        return given
    return TABLES[best] if scores[best] else given


def _script(sample: str) -> str | None:
    """Gives the script that most letters of a sample have; None without letters."""
    if not _OTHER_THAN_LATIN.search(sample):
        return "Latn"
    counts = {
        name: sum(len(run) for run in pattern.findall(sample)) for name, pattern in _SCRIPTS.items()
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _scores(sample: str, script: str | None = None) -> dict[str, int]:
    """Counts the words of a sample that each language of its script is known by."""
    script = script or _script(sample) or "Latn"
    words = _WORD.findall(sample.lower())
    scores: dict[str, int] = {}
    for code, table in TABLES.items():
        if _SCRIPT_OF.get(code, "Latn") != script:
            continue
        frequent = _frequent(table)
        score = sum(word in frequent for word in words)
        if table.letters:
            own = set(table.letters.lower())
            score += _LETTER_WEIGHT * sum(not own.isdisjoint(word) for word in words)
        scores[code] = score + (len(words) > 0 and len(scores) == 0 and script in {"Armn", "Arab"})
    return scores


@lru_cache(maxsize=16)
def _frequent(table: Language) -> frozenset[str]:
    return frozenset(table.frequent.split())
