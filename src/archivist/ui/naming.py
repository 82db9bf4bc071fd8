"""How things are named on chips and in lists: short, and the same in every pane."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from archivist.domain.dates import reading
from archivist.domain.model import Actor, Citation, Claim, Topic
from archivist.domain.vocabulary import Role, Stance
from archivist.ui.words import word

translate = QCoreApplication.translate
_WORD = re.compile(r"[^\W\d_]+")


def citation_name(citation: Citation, label: str = "", locator: str = "") -> str:
    """Names a citation: "[90] Health ministry briefing, p. 2"; `label` is its document's marker."""
    mark = f"[{label or citation.key}]"
    title = "" if citation.title in {citation.key, label} else citation.title
    named = f"{mark} {title}" if title else mark
    return f"{named}, {locator_text(locator)}" if locator.strip() else named


def locator_text(locator: str) -> str:
    """Writes a bare page number or range as "p. 2"; leaves anything else as it was typed."""
    stripped = locator.strip()
    bare = stripped.replace("–", "").replace("-", "").replace(" ", "")
    return f"p. {stripped}" if bare.isdigit() else stripped


def actor_name(actor: Actor, role: Role, stance: Stance | None) -> str:
    """Names an actor with what it does: "Anahit Avanesian · source, asserts"."""
    doing = word(role) if stance is None else f"{word(role)}, {word(stance)}"
    return f"{actor.name} · {doing}"


def topic_path(topic: Topic, topics: Mapping[int, Topic]) -> str:
    """Names a topic with those above it: "Health / Hunger"; a circle ends where it closes."""
    names, seen = [topic.name], {topic.id}
    above = topics.get(topic.parent_id or 0)
    while above is not None and above.id not in seen:
        seen.add(above.id)
        names.append(above.name)
        above = topics.get(above.parent_id or 0)
    return " / ".join(reversed(names))


def issued_year(citation: Citation) -> str:
    """Gives the year a citation was published, or ""."""
    earliest = citation.date.earliest if citation.date else None
    if earliest is None:
        return ""
    return earliest[: earliest.index("-", 1)].lstrip("0") or "0"


def claim_text(claim: Claim, speaker: str = "") -> str:
    """Words a figure: "up to 40 hours · travel time · says Anahit Avanesian".

    Where its words say more than the number, they stand beside it ("about" is no number).
    """
    amount, written = _amount(claim), " ".join(claim.text.split())
    bounded = claim.minimum is None or claim.maximum is None or claim.minimum == claim.maximum
    if bounded and not _words(written) <= _words(amount):
        amount = translate("Naming", "{amount} (“{written}”)").format(
            amount=amount, written=written
        )
    parts = [amount, claim.property]
    if claim.as_of is not None:
        parts.append(translate("Naming", "as of {date}").format(date=reading(claim.as_of)))
    if speaker:
        parts.append(translate("Naming", "says {speaker}").format(speaker=speaker))
    return " · ".join(part for part in parts if part)


def figure(value: float) -> str:
    """Writes a figure as the language of the window does, with no digit more than it has."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # no person's: it parts no thousands
        locale = QLocale(QLocale.Language.English)
    if value == int(value) and abs(value) < 2**53:
        return locale.toString(int(value))
    return locale.toString(value, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)


def _amount(claim: Claim) -> str:
    low, high = claim.minimum, claim.maximum
    if low is None and high is None:
        return claim.text
    if low is None and high is not None:
        amount = translate("Naming", "up to {value}").format(value=figure(high))
    elif high is None and low is not None:
        amount = translate("Naming", "at least {value}").format(value=figure(low))
    elif low == high and low is not None:
        amount = figure(low)
    else:
        amount = f"{figure(low or 0.0)}–{figure(high or 0.0)}"
    return f"{amount} {claim.unit}".strip()


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def moment(stamp: str) -> str:
    """Writes a time stamp (ISO 8601) in the reader's own time and way; as it is, if it is none."""
    at = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs)
    if not at.isValid():
        return stamp
    return QLocale().toString(at.toLocalTime(), "d MMM yyyy, HH:mm")
