"""Words around markers that name authors, in ten languages, and capitalized words that are none."""

from functools import lru_cache

from babel.core import Locale, get_global

# English, French, German, Spanish, Russian, Ukrainian, Armenian, Azerbaijani, Turkish, Arabic;
# as patterns.
AND = ("&", "and", "et", "und", "y", "e", "и", "й", "та", "і", "և", "ու", "və", "ve", "و")
OTHERS = (
    *(r"et\.? ?al", r"and others", r"et alii", r"and colleagues", r"u\. ?a", r"y otros", r"i dr"),
    *(r"и др", r"и другие", r"та ін", r"та інші", r"і ін", r"և այլք", r"և ուրիշներ", r"և ուր"),
    *(r"və b", r"və başqaları", r"vd", r"ve ark", r"ve diğerleri", r"وآخرون", r"وآخرين"),
)
# What leads to a source, before its name.
CUES = (
    *("see also", "see", "but see", "cf", "compare", r"e\.g", "as", "according to", "quoted in"),
    *("cited in", "following", "voir aussi", "voir", "cité par", "selon", "d'après"),
    *("vgl", "siehe auch", "siehe", r"zit\. nach", r"zit\. n", r"z\. ?B", "laut"),
    *("véase también", "véase", "según", r"cit\. en", r"citado en"),
    *(r"см\. также", "см", "ср", r"цит\. по", "согласно", r"див\. також", "див", "пор", "за"),
    *("տե՛ս նաև", "տե՛ս", "տես", "ըստ", "bax", "bkz", "bk", "ayrıca bkz", "krş", "akt"),
    *("انظر أيضا", "انظر", "ينظر", "راجع", "وفقا ل", "بحسب"),
)
# What authors do, after their year.
SAYS = (
    *("argue[sd]?", "note[sd]?", "show(?:s|ed|n)?", "writes?", "wrote", "state[sd]?"),
    *("claim(?:s|ed)?", "suggest(?:s|ed)?", "finds?", "found", "report(?:s|ed)?"),
    *("estimate[sd]?", "describe[sd]?"),
    *("conclude[sd]?", "observe[sd]?", "point(?:s|ed)?", "document(?:s|ed)?", "maintain(?:s|ed)?"),
    *("explain(?:s|ed)?", "demonstrate[sd]?", "propose[sd]?", "emphasi[sz]e[sd]?", "call(?:s|ed)?"),
    *("says?", "said", "puts?", "discuss(?:es|ed)?", "analy[sz]e[sd]?", "define[sd]?"),
    *("affirme", "soutient", "écrit", "montre", "note", "souligne", "estime", "explique"),
    *("schreibt", "zeigt", "argumentiert", "stellt", "betont", "meint", "beschreibt", "nennt"),
    *("sostiene", "afirma", "escribe", "muestra", "señala", "explica", "argumenta"),
    *("пишет", "отмечает", "утверждает", "считает", "показал[аи]?", "указывает", "полагает"),
    *("пише", "зазначає", "стверджує", "вважає", "показав", "вказує", "наголошує"),
    *("գրում", "նշում", "պնդում", "կարծում", "yazır", "qeyd", "göstərir", "iddia"),
    *("yazar", "belirtir", "savunur", "gösterir", "belirtmektedir", "ileri"),
    *("يقول", "يذكر", "يشير", "يرى", "يؤكد"),
)
_NO_AUTHORS = """
    act article chapter section resolution law decree no fig figure table map vol volume part
    season spring summer autumn fall winter early late mid since until before after about around
    circa born died est established founded olympics cup election elections edition
    printemps été automne hiver frühling sommer herbst winter primavera verano otoño invierno
    весна лето осень зима весной летом осенью зимой навесні влітку восени взимку գարուն ամառ
    աշուն ձմեռ yaz yay payız qış ilkbahar sonbahar kış год года году г гг рік року ст turkey
"""
_OTHER_WORDS = frozenset(_NO_AUTHORS.split())
# What the name of a body ends in, which is not a family's.
_BODY_WORDS = """
    agency archive archives assembly association bank bureau center centre commission committee
    company council court department foundation fund government group initiative institute
    institution international library ministry museum nations network observatory office
    organisation organization parliament party press project reporters service society trust union
    university watch
"""
BODIES = frozenset(_BODY_WORDS.split())
_LANGUAGES = ("en", "fr", "de", "es", "ru", "uk", "hy", "az", "tr", "ar")


def is_no_author(name: str) -> bool:
    """Says whether a name is that of a month, a day, a country or a great city, or a plain word."""
    words = name.casefold().split()
    return any(word in _OTHER_WORDS for word in words) or name.casefold() in _known_names()


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    """Gives the names of months, days, territories and time zones' cities, from Unicode CLDR."""
    found: set[str] = set()
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for kinds in (locale.months, locale.days):
            for widths in kinds.values():
                for width in ("wide", "abbreviated"):
                    found.update(widths.get(width, {}).values())
        found.update(locale.territories.values())
        found.update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    zones = get_global("zone_territories")
    found.update(zone.rpartition("/")[2].replace("_", " ") for zone in zones)
    return frozenset(name.casefold().rstrip(".") for name in found)
