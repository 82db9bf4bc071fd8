"""What an action, a gesture and a menu are as data.

Texts are marked for translation in the tables, and translated where they are shown.
"""

from dataclasses import dataclass
from enum import StrEnum


class Needs(StrEnum):
    """What has to be there for an action to make sense."""

    NOTHING = "nothing"
    ARCHIVE = "archive"
    WRITING = "an archive that may be changed"
    DOCUMENT = "a document in front"
    PASSAGE = "a document in front, in an archive that may be changed"
    EXCERPT = "a chosen excerpt"
    EXCERPT_WRITING = "a chosen excerpt, in an archive that may be changed"
    UNDO = "something to undo"
    REDO = "something to redo"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `slot` names a controller and its method, `mouse` the way without keys.

    Texts are marked for translation where they stand and translated where they are shown.
    """

    name: str
    text: object
    slot: str
    shortcuts: tuple[str, ...] = ()
    needs: Needs = Needs.ARCHIVE
    gesture: object = ""  # what the sheet calls it; the sheet leaves out what has none
    partner: str = ""  # the action whose keys stand beside its own in the sheet
    mouse: object = ""
    icon: str = ""
    is_checkable: bool = False


@dataclass(frozen=True, slots=True)
class Gesture:
    """A line of the sheet that is no action of its own: keys inside a picker."""

    text: object
    keys: str
    mouse: object = ""


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu: names of actions, "" for a line between them, or a menu inside."""

    name: str
    title: object
    entries: "tuple[str | MenuSpec, ...]"
