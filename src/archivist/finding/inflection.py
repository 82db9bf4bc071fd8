"""The forms that a name takes in languages that put endings to it, and what they are forms of.

Rules go by the script and the last letters of a name; where they say nothing, a name has one form.
"""

import re
from functools import lru_cache

# A Slavic word's paradigms: the ending that is taken off, of which language and for whom they are
# ("" = for all), and the six cases, nominative first. The longest ending that fits a word counts.
_SLAVIC: tuple[tuple[str, str, str, str], ...] = (
    ("ия", "ru", "", "ия ии ии ию ией ии"),
    ("ія", "uk", "", "ія ії ії ію ією ії"),
    ("ая", "ru", "f", "ая ой ой ую ой ой"),
    ("ий", "ru", "m", "ий ого ому ого им ом"),
    ("ий", "ru", "m", "ий ия ию ия ием ии"),
    ("ий", "uk", "m", "ий ого ому ого им ому"),
    ("ій", "uk", "m", "ій ія ію ія ієм ії"),
    ("ый", "ru", "m", "ый ого ому ого ым ом"),
    ("ой", "ru", "m", "ой ого ому ого ым ом"),
    ("ей", "ru", "m", "ей ея ею ея еем ее"),
    ("ай", "ru", "m", "ай ая аю ая аем ае"),
    ("ей", "uk", "m", "ей ея ею ея еєм еї"),
    ("ай", "uk", "m", "ай ая аю ая аєм аї"),
    ("ь", "ru", "m", "ь я ю я ем е"),
    ("ь", "uk", "m", "ь я ю я ем і"),
    ("ь", "ru", "f", "ь и и ь ью и"),
    ("ова", "ru", "f", "ова овой овой ову овой овой"),
    ("ева", "ru", "f", "ева евой евой еву евой евой"),
    ("ина", "ru", "f", "ина иной иной ину иной иной"),
    ("ина", "ru", "f", "ина ины ине ину иной ине"),
    ("ова", "uk", "f", "ова ової овій ову овою овій"),
    ("ева", "uk", "f", "ева евої евій еву евою евій"),
    ("ина", "uk", "f", "ина иної иній ину иною иній"),
    ("га", "ru", "", "га ги ге гу гой ге"),
    ("ка", "ru", "", "ка ки ке ку кой ке"),
    ("ка", "uk", "", "ка ки ці ку кою ці"),
    ("га", "uk", "", "га ги зі гу гою зі"),
    ("а", "ru", "", "а ы е у ой е"),
    ("а", "uk", "", "а и і у ою і"),
    ("я", "ru", "", "я и е ю ей е"),
    ("я", "uk", "", "я і і ю ею і"),
    ("о", "ru", "", "о о о о о о"),
    ("о", "uk", "f", "о о о о о о"),
    ("о", "uk", "m", "о а у а ом у"),
    ("о", "uk", "m", "о а ові а ом ові"),
)
_AFTER_SURNAME = ("ов", "ев", "ёв", "ин", "ын", "єв", "їв", "ін", "їн")
_AFTER_SIBILANT = ("ж", "ш", "ч", "щ", "ц")
_SLAVIC_VOWELS = "аеиоуыэюяёіїєьй"
_ARMENIAN_CONSONANT = ("ը", "ի", "ին", "ից", "ով", "ում", "ն")
_ARMENIAN_VOWEL = ("ն", "յի", "յին", "յից", "յով", "ի", "ին", "ից", "ով")
_ARMENIAN_VOWELS = "աեէըիոօու"
_ARMENIAN_SURNAME = re.compile(r"(?<=յան)(ն|ի|ին|ից|ով|ում)\Z")
_BACK, _FRONT = "aıou", "eiöüə"
_AZERBAIJANI_CONSONANT = ("ın|in|un|ün", "a|ə", "ı|i|u|ü", "da|də", "dan|dən", "la|lə")
_AZERBAIJANI_VOWEL = ("nın|nin|nun|nün", "ya|yə", "nı|ni|nu|nü", "da|də", "dan|dən", "yla|ylə")
_SHORTEST = 3  # letters of a word that gets endings
_LONGEST = 4  # words of a name that does


def forms(name: str, language: str = "") -> frozenset[str]:
    """Gives the forms of a name in small letters, itself among them.

    Russian and Ukrainian names stand in six cases, all words of a name in the same, or the first
    ones alone; Armenian and,
    where `language` says so, Azerbaijani and German names get an ending at their last word.
    """
    words = name.split()
    if not words or len(words) > _LONGEST or len(words[-1]) < _SHORTEST:
        return frozenset({name})
    last = words[-1]
    before = name[: len(name) - len(last)]
    code = language.partition("-")[0]
    if all("а" <= word[-1] <= "ї" for word in words):
        found = {name, *_slavic(words)}
        for head in range(1, len(words)):
            # What follows a noun stays in its genitive: "Организации Объединенных Наций".
            rest = " ".join(words[head:])
            found.update(f"{form} {rest}" for form in _slavic(words[:head]))
        return frozenset(found)
    if "ա" <= last[-1] <= "ֆ":
        vowel = last[-1] in _ARMENIAN_VOWELS
        endings = _ARMENIAN_VOWEL if vowel else _ARMENIAN_CONSONANT
        return frozenset({name, *(before + last + ending for ending in endings)})
    if code == "az" or "ə" in name:
        return frozenset({name, *(before + form for form in _azerbaijani(last))})
    if code == "de" and last[-1] not in "sßxz":
        return frozenset({name, name + "s"})
    return frozenset({name})


def base_form(name: str) -> str:
    """Gives an Armenian name without its article or case, as far as its letters show them."""
    if name.endswith("ը") and len(name) > _SHORTEST:
        return name[:-1]
    surname = _ARMENIAN_SURNAME.search(name)
    return name[: surname.start(1)] if surname else name


def _slavic(words: list[str]) -> set[str]:
    by_word = [_paradigms(word) for word in words]
    found: set[str] = set()
    for language in ("ru", "uk"):
        for gender in ("m", "f"):
            for case in range(6):
                joined = [""]
                for paradigms in by_word:
                    options = {
                        cases[case]
                        for of_language, of_gender, cases in paradigms
                        if of_language in ("", language) and of_gender in ("", gender)
                    }
                    joined = [f"{start} {form}" for start in joined for form in options]
                found.update(name.lstrip() for name in joined)
    return found


@lru_cache(maxsize=4096)
def _paradigms(word: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Gives language, gender and the six cases of each paradigm that a Slavic word may follow."""
    unchanged = ("", "", (word,) * 6)
    if len(word) < _SHORTEST:
        return (unchanged,)
    if word[-1] not in _SLAVIC_VOWELS:
        if word.endswith(_AFTER_SURNAME):
            instrumental = ("ым", "им")
        else:
            instrumental = ("ем", "ем") if word.endswith(_AFTER_SIBILANT) else ("ом", "ом")
        masculine = (
            ("ru", ("", "а", "у", "а", instrumental[0], "е")),
            ("uk", ("", "а", "у", "а", instrumental[1], "і")),
            ("uk", ("", "а", "ові", "а", instrumental[1], "ові")),
        )
        return (
            *((code, "m", tuple(word + ending for ending in cases)) for code, cases in masculine),
            ("", "f", (word,) * 6),  # Анна Шмидт
        )
    found = []
    longest: dict[str, int] = {}
    for ending, code, gender, cases in sorted(_SLAVIC, key=lambda row: -len(row[0])):
        if word.endswith(ending) and len(ending) >= longest.get(code, 0):
            longest[code] = len(ending)
            stem = word[: len(word) - len(ending)]
            found.append((code, gender, tuple(stem + form for form in cases.split())))
    return (*found, unchanged) if not found else tuple(found)


def _azerbaijani(word: str) -> set[str]:
    """Gives a word with the endings of its cases whose vowels go with its last vowel."""
    vowels = [sign for sign in word if sign in _BACK + _FRONT]
    if not vowels:
        return set()
    back = vowels[-1] in _BACK
    table = _AZERBAIJANI_VOWEL if word[-1] in _BACK + _FRONT else _AZERBAIJANI_CONSONANT
    return {
        word + ending
        for endings in table
        for ending in endings.split("|")
        if any(sign in (_BACK if back else _FRONT) for sign in ending)
    }
