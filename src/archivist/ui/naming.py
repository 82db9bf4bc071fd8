"""How things are named on chips and in lists: short, and the same in every pane."""

from archivist.domain.model import Actor, Citation, Role, Stance
from archivist.ui.words import word


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


def issued_year(citation: Citation) -> str:
    """Gives the year a citation was published, or ""."""
    earliest = citation.date.earliest if citation.date else None
    if earliest is None:
        return ""
    return earliest[: earliest.index("-", 1)].lstrip("0") or "0"
