"""Between a CSL-JSON item and the fields of a form; what the form does not show is kept."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from archivist.domain.dates import UncertainDate

# Types of CSL 1.0.2 that collections of sources hold; others are kept and shown as they are.
_TYPES = {
    "article-journal": QT_TRANSLATE_NOOP("Csl", "journal article"),
    "article-magazine": QT_TRANSLATE_NOOP("Csl", "magazine article"),
    "article-newspaper": QT_TRANSLATE_NOOP("Csl", "newspaper article"),
    "book": QT_TRANSLATE_NOOP("Csl", "book"),
    "broadcast": QT_TRANSLATE_NOOP("Csl", "broadcast"),
    "chapter": QT_TRANSLATE_NOOP("Csl", "chapter"),
    "dataset": QT_TRANSLATE_NOOP("Csl", "dataset"),
    "document": QT_TRANSLATE_NOOP("Csl", "document"),
    "entry-encyclopedia": QT_TRANSLATE_NOOP("Csl", "encyclopedia entry"),
    "hearing": QT_TRANSLATE_NOOP("Csl", "hearing"),
    "interview": QT_TRANSLATE_NOOP("Csl", "interview"),
    "legal_case": QT_TRANSLATE_NOOP("Csl", "court decision"),
    "legislation": QT_TRANSLATE_NOOP("Csl", "law"),
    "manuscript": QT_TRANSLATE_NOOP("Csl", "manuscript"),
    "map": QT_TRANSLATE_NOOP("Csl", "map"),
    "motion_picture": QT_TRANSLATE_NOOP("Csl", "film or video"),
    "pamphlet": QT_TRANSLATE_NOOP("Csl", "pamphlet"),
    "paper-conference": QT_TRANSLATE_NOOP("Csl", "conference paper"),
    "personal_communication": QT_TRANSLATE_NOOP("Csl", "letter or message"),
    "post": QT_TRANSLATE_NOOP("Csl", "online post"),
    "report": QT_TRANSLATE_NOOP("Csl", "report"),
    "speech": QT_TRANSLATE_NOOP("Csl", "speech"),
    "thesis": QT_TRANSLATE_NOOP("Csl", "thesis"),
    "treaty": QT_TRANSLATE_NOOP("Csl", "treaty"),
    "webpage": QT_TRANSLATE_NOOP("Csl", "web page"),
}
_DAY = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.I)


def types(present: str) -> list[tuple[str, str]]:
    """Gives the types with their words, in the order of the words; `present` is among them."""
    offered = [(key, QCoreApplication.translate("Csl", str(name))) for key, name in _TYPES.items()]
    if present and present not in _TYPES:
        offered.append((present, present))
    return sorted(offered, key=lambda each: each[1])


def people_rows(people: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Gives people as rows of family name, given names, and name of an organization."""
    return [
        (
            " ".join(
                str(person[part])
                for part in ("non-dropping-particle", "family")
                if person.get(part)
            ),
            str(person.get("given") or ""),
            str(person.get("literal") or ""),
        )
        for person in people
    ]


def people_from(
    rows: Sequence[Sequence[str]], before: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Gives rows as CSL names; a row that was not changed keeps parts that no row shows."""
    known = dict(zip(people_rows(before), before, strict=True))
    made: list[dict[str, Any]] = []
    for family, given, literal in rows:
        kept = known.get((family, given, literal))
        if kept is not None:
            made.append(dict(kept))
        else:
            parts = {"family": family, "given": given, "literal": literal}
            made.append({part: text for part, text in parts.items() if text})
    return made


def written_date(value: object) -> str:
    """Gives a CSL date as a person would type it: "2023-09-27", a literal, or ""."""
    if not isinstance(value, Mapping):
        return ""
    ends = ["-".join(_padded(parts)) for parts in value.get("date-parts") or () if parts]
    return "/".join(ends[:2]) or str(value.get("literal") or value.get("raw") or "")


def csl_date(date: UncertainDate | None, text: str) -> dict[str, Any]:
    """Gives a date as CSL has it: its parts, or the text verbatim where it has no such parts."""
    ends = date.edtf.split("/") if date is not None and date.modifier is None else []
    matches = [_DAY.fullmatch(end) for end in ends]
    parts = [_parts(match) for match in matches if match is not None]
    if not parts or len(parts) != len(ends):
        return {"literal": text.strip()}
    made: dict[str, Any] = {"date-parts": parts}
    if any(match is not None and match[4] for match in matches):
        made["circa"] = True
    return made


def bare_doi(text: str) -> str:
    """Gives a DOI without the address of its resolver."""
    return _DOI.sub("", text.strip(), count=1)


def _padded(parts: Sequence[object]) -> list[str]:
    texts = [str(part) for part in parts if part not in {None, ""}]
    return [*texts[:1], *(text.zfill(2) for text in texts[1:])]


def _parts(match: re.Match[str]) -> list[int]:
    """Gives year, month and day; CSL has no year 0, so that EDTF's 0 is its -1."""
    year = int(match[1])
    return [year - 1 if year <= 0 else year, *(int(part) for part in match.group(2, 3) if part)]
