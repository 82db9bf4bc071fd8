"""Color roles in light and dark; every role is also told by a shape or a word."""

from dataclasses import dataclass

# Okabe and Ito's palette for color-blind readers, darkened where white text or thin bars need it.
EVENT_PALETTE = (
    "#0f766e",
    "#7e57c2",
    "#c2410c",
    "#2166ac",
    "#a16207",
    "#be185d",
    "#4d7c0f",
    "#57534e",
)
EVENT_PALETTE_DARK = (
    "#2dd4bf",
    "#b39ddb",
    "#fb923c",
    "#7cb8f0",
    "#facc15",
    "#f472b6",
    "#a3e635",
    "#d6d3d1",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors by role, as "#rrggbb"; *_soft is a chip's background under the role's text."""

    dark: bool
    window: str
    pane: str
    paper: str
    line: str
    text: str
    text_muted: str
    accent: str
    accent_soft: str
    highlight: str
    highlight_line: str
    highlight_chosen: str
    highlight_chosen_line: str
    event: str
    event_soft: str
    actor: str
    actor_soft: str
    citation: str
    citation_soft: str
    topic: str
    topic_soft: str
    warning: str
    warning_soft: str
    neutral_soft: str
    found: str  # the dotted line under a found date
    events: tuple[str, ...]

    def event_color(self, event_id: int, chosen: str = "") -> str:
        """Gives the color an event was given, else one of the palette by its id.

        A color that was chosen from the light palette has its counterpart in the dark one.
        """
        if chosen in EVENT_PALETTE:
            return self.events[EVENT_PALETTE.index(chosen)]
        return chosen or self.events[event_id % len(self.events)]

    def highlight_colors(self, chosen: str) -> tuple[str, str]:
        """Gives the ground and the line of a highlight, softened so that text on it is readable.

        Args:
            chosen: The color that it came with, "" for the usual.
        """
        if not chosen:
            return self.highlight, self.highlight_line
        ground = _blend(chosen, self.paper, 0.30 if self.dark else 0.38)
        return ground, _blend(chosen, self.text_muted, 0.75)


def _blend(over: str, under: str, share: float) -> str:
    """Mixes two colors, given as "#rrggbb"; `share` is that of the first."""
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


LIGHT = Theme(
    dark=False,
    window="#f3f2ee",
    pane="#fbfaf7",
    paper="#fffefb",
    line="#dcdad3",
    text="#1f2328",
    text_muted="#62676e",
    accent="#2563ae",
    accent_soft="#e2eaf6",
    highlight="#fdf0a8",
    highlight_line="#e0bb1e",
    highlight_chosen="#fde08a",
    highlight_chosen_line="#d9a400",
    event="#0f6e62",
    event_soft="#d5efe9",
    actor="#8a5a00",
    actor_soft="#fbeccb",
    citation="#3d46c2",
    citation_soft="#e5e6fb",
    topic="#5b5f66",
    topic_soft="#ececea",
    warning="#b42318",
    warning_soft="#fde6e3",
    neutral_soft="#edebe6",
    found="#0f766e",
    events=EVENT_PALETTE,
)
DARK = Theme(
    dark=True,
    window="#1b1d20",
    pane="#212427",
    paper="#26292d",
    line="#3a3e44",
    text="#e8e6e1",
    text_muted="#a2a6ad",
    accent="#7ab0f5",
    accent_soft="#2a3a50",
    highlight="#5a4d12",
    highlight_line="#c9a227",
    highlight_chosen="#7a6412",
    highlight_chosen_line="#f0c93a",
    event="#5fd3c1",
    event_soft="#12423b",
    actor="#f0bf62",
    actor_soft="#4a3508",
    citation="#a9b0ff",
    citation_soft="#30346b",
    topic="#c4c7cc",
    topic_soft="#3a3e44",
    warning="#ff9a8f",
    warning_soft="#5a211c",
    neutral_soft="#34383d",
    found="#5fd3c1",
    events=EVENT_PALETTE_DARK,
)

_in_force = [LIGHT]


def current() -> Theme:
    """Gives the theme in force."""
    return _in_force[0]


def choose(*, dark: bool) -> Theme:
    """Puts the light or the dark theme in force; widgets repaint on QEvent.PaletteChange."""
    _in_force[0] = DARK if dark else LIGHT
    return current()
