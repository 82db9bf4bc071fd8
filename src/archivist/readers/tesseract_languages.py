"""Tesseract's names of languages ("hye", "chi_sim") beside those that documents have (BCP 47)."""

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# Where its names are not those of ISO 639-2 alone.
_TAGS = {
    "chi_sim": "zh-Hans",
    "chi_sim_vert": "zh-Hans",
    "chi_tra": "zh-Hant",
    "chi_tra_vert": "zh-Hant",
    "jpn_vert": "ja",
    "kor_vert": "ko",
    "aze_cyrl": "az-Cyrl",
    "srp": "sr",
    "srp_latn": "sr-Latn",
    "uzb": "uz-Latn",
    "uzb_cyrl": "uz-Cyrl",
    "deu_latf": "de-Latf",
    "frk": "de-Latf",
    "kmr": "ku",
    "fil": "fil",
    "tgl": "fil",
    "nor": "no",
}
_SIMPLIFIED = frozenset(("CN", "SG", "MY"))
_MODERN = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "tl": "fil"}


def tag_of(code: str) -> str:
    """Gives the language (BCP 47) of one of Tesseract's names, "" where it is not known."""
    if code in _TAGS:
        return _TAGS[code]
    alias = get_global("language_aliases").get(code)
    if alias is not None:
        return str(alias)
    return code if len(code) == 3 and code.isalpha() else ""


def codes_for(language: str, installed: Sequence[str]) -> list[str]:
    """Gives the installed names for a document's language (BCP 47), the best one first."""
    parts = language.replace("_", "-").split("-")
    primary = _MODERN.get(parts[0].lower(), parts[0].lower())
    if not primary:
        return []
    wanted = "-".join((primary, *(part.title() for part in parts[1:] if len(part) == 4)))
    if primary == "zh" and wanted == "zh":
        regions = {part.upper() for part in parts[1:]}
        wanted = "zh-Hans" if regions & _SIMPLIFIED or not regions else "zh-Hant"
    same = [code for code in installed if tag_of(code) == wanted]
    alike = [code for code in installed if tag_of(code).partition("-")[0] == primary]
    return list(dict.fromkeys([*same, *alike]))


def name_of(code: str, language: str = "en") -> str:
    """Gives what a language is called ("Armenian"), in another language; its code if unknown."""
    tag = tag_of(code)
    try:
        name = Locale.parse(tag, sep="-").get_display_name(language) if tag else None
    except (UnknownLocaleError, ValueError):
        names = Locale.parse(language, sep="-").languages
        name = names.get(tag.partition("-")[0])
    return str(name) if name else code
