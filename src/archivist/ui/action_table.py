"""Every action and gesture of the window as data.

Menus, shortcuts and the sheet of gestures are made from these tables, so that none of them can say
something else than the others.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


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


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New Archive…"),
        "archives.ask_new",
        ("Ctrl+Shift+N",),
        needs=Needs.NOTHING,
    ),
    ActionSpec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open Archive…"),
        "archives.ask_open",
        ("Ctrl+O",),
        needs=Needs.NOTHING,
    ),
    ActionSpec(
        "open_sample",
        QT_TRANSLATE_NOOP("Actions", "Open &Sample Collection"),
        "archives.open_sample",
        needs=Needs.NOTHING,
    ),
    ActionSpec(
        "import_files",
        QT_TRANSLATE_NOOP("Actions", "&Import Files…"),
        "importing.ask_files",
        ("Ctrl+I",),
        needs=Needs.WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "add documents to the archive"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the toolbar, or drop files or folders on the window"),
        icon="add",
    ),
    ActionSpec(
        "import_folder",
        QT_TRANSLATE_NOOP("Actions", "Import &Folder…"),
        "importing.ask_folder",
        ("Ctrl+Shift+I",),
        needs=Needs.WRITING,
    ),
    ActionSpec(
        "export_shown",
        QT_TRANSLATE_NOOP("Actions", "&Export Shown Excerpts…"),
        "exporting.ask_shown",
        ("Ctrl+E",),
        gesture=QT_TRANSLATE_NOOP("Actions", "export the excerpts that are shown"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the toolbar"),
    ),
    ActionSpec(
        "export_all",
        QT_TRANSLATE_NOOP("Actions", "Export &All Excerpts…"),
        "exporting.ask_all",
        ("Ctrl+Shift+E",),
        gesture=QT_TRANSLATE_NOOP("Actions", "export all excerpts"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the toolbar's list"),
    ),
    ActionSpec(
        "export_links",
        QT_TRANSLATE_NOOP("Actions", "Export Shown Excerpts, One Row a &Link…"),
        "exporting.ask_links",
    ),
    ActionSpec(
        "export_all_links",
        QT_TRANSLATE_NOOP("Actions", "Export All Excerpts, One Row a Li&nk…"),
        "exporting.ask_all_links",
    ),
    ActionSpec("close_archive", QT_TRANSLATE_NOOP("Actions", "&Close Archive"), "archives.close"),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        "window.close",
        ("Ctrl+Q",),
        needs=Needs.NOTHING,
    ),
    ActionSpec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        "stepping.undo",
        ("Ctrl+Z",),
        needs=Needs.UNDO,
        gesture=QT_TRANSLATE_NOOP("Actions", "undo the last step, also after a restart"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the toolbar"),
        icon="undo",
    ),
    ActionSpec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "stepping.redo",
        (
            "Ctrl+Shift+Z",
            "Ctrl+Y",
        ),
        needs=Needs.REDO,
        gesture=QT_TRANSLATE_NOOP("Actions", "redo"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the toolbar"),
        icon="redo",
    ),
    ActionSpec(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find in Document…"),
        "documents.find_words",
        ("Ctrl+F",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "find in the document"),
    ),
    ActionSpec(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "Find Ne&xt"),
        "documents.find_next",
        ("F3",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "next, previous match"),
    ),
    ActionSpec(
        "find_previous",
        QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"),
        "documents.find_previous",
        ("Shift+F3",),
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "search",
        QT_TRANSLATE_NOOP("Actions", "&Search Everything"),
        "searching.start",
        ("Ctrl+K",),
        gesture=QT_TRANSLATE_NOOP("Actions", "search everything"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the field in the toolbar"),
        icon="search",
    ),
    ActionSpec(
        "rename",
        QT_TRANSLATE_NOOP("Actions", "Re&name"),
        "curating.rename",
        ("F2",),
        needs=Needs.WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "rename what is chosen in the library"),
        mouse=QT_TRANSLATE_NOOP("Actions", "its context menu"),
    ),
    ActionSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit…"),
        "curating.edit",
        ("F4",),
        needs=Needs.WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "edit what is chosen in the library"),
        mouse=QT_TRANSLATE_NOOP("Actions", "its context menu"),
    ),
    ActionSpec(
        "merge", QT_TRANSLATE_NOOP("Actions", "&Merge Two…"), "curating.merge", needs=Needs.WRITING
    ),
    ActionSpec(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "&Delete"),
        "curating.delete",
        ("Del",),
        needs=Needs.WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "delete what is chosen; it can be undone"),
        mouse=QT_TRANSLATE_NOOP("Actions", "its context menu"),
    ),
    ActionSpec(
        "new_event",
        QT_TRANSLATE_NOOP("Actions", "New E&vent…"),
        "editing.new_event",
        needs=Needs.WRITING,
    ),
    ActionSpec(
        "new_actor",
        QT_TRANSLATE_NOOP("Actions", "New A&ctor…"),
        "editing.new_actor",
        needs=Needs.WRITING,
    ),
    ActionSpec(
        "new_citation",
        QT_TRANSLATE_NOOP("Actions", "New C&itation…"),
        "editing.new_citation",
        needs=Needs.WRITING,
    ),
    ActionSpec(
        "show_library",
        QT_TRANSLATE_NOOP("Actions", "&Library"),
        "panes.show_library",
        ("F6",),
        is_checkable=True,
    ),
    ActionSpec(
        "show_timeline",
        QT_TRANSLATE_NOOP("Actions", "&Timeline"),
        "panes.show_timeline",
        ("F7",),
        is_checkable=True,
    ),
    ActionSpec(
        "show_inspector",
        QT_TRANSLATE_NOOP("Actions", "&Inspector"),
        "panes.show_inspector",
        ("F8",),
        is_checkable=True,
    ),
    ActionSpec(
        "focus_library",
        QT_TRANSLATE_NOOP("Actions", "Go to Li&brary"),
        "panes.focus_library",
        ("Ctrl+L",),
        gesture=QT_TRANSLATE_NOOP("Actions", "go to the library"),
        mouse=QT_TRANSLATE_NOOP("Actions", "click it"),
    ),
    ActionSpec(
        "focus_reader",
        QT_TRANSLATE_NOOP("Actions", "Go to &Reader"),
        "panes.focus_reader",
        ("Ctrl+R",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "go to the reader"),
        mouse=QT_TRANSLATE_NOOP("Actions", "click it"),
    ),
    ActionSpec(
        "focus_timeline",
        QT_TRANSLATE_NOOP("Actions", "See It in Ti&me"),
        "panes.focus_timeline",
        ("Ctrl+T",),
        gesture=QT_TRANSLATE_NOOP("Actions", "see the chosen excerpt in time"),
        mouse=QT_TRANSLATE_NOOP("Actions", "click the excerpt"),
    ),
    ActionSpec(
        "focus_inspector",
        QT_TRANSLATE_NOOP("Actions", "Go to I&nspector"),
        "panes.focus_inspector",
        ("Ctrl+G",),
        gesture=QT_TRANSLATE_NOOP("Actions", "go to the inspector"),
        mouse=QT_TRANSLATE_NOOP("Actions", "click it"),
    ),
    ActionSpec(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "&As the Desktop"),
        "themes.use_system_theme",
        needs=Needs.NOTHING,
        is_checkable=True,
    ),
    ActionSpec(
        "theme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        "themes.use_light_theme",
        needs=Needs.NOTHING,
        is_checkable=True,
    ),
    ActionSpec(
        "theme_dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        "themes.use_dark_theme",
        needs=Needs.NOTHING,
        is_checkable=True,
    ),
    ActionSpec(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "&Zoom In"),
        "documents.zoom_in",
        (
            "Ctrl++",
            "Ctrl+=",
        ),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "larger, smaller, as it was"),
        mouse=QT_TRANSLATE_NOOP("Actions", "Ctrl and the wheel"),
    ),
    ActionSpec(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom &Out"),
        "documents.zoom_out",
        ("Ctrl+-",),
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "zoom_reset",
        QT_TRANSLATE_NOOP("Actions", "&Actual Size"),
        "documents.zoom_reset",
        ("Ctrl+0",),
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "page_view",
        QT_TRANSLATE_NOOP("Actions", "&Page or Text"),
        "documents.switch_view",
        ("Ctrl+P",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "between a PDF's pages and its text"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the line above the text"),
    ),
    ActionSpec(
        "close_tab",
        QT_TRANSLATE_NOOP("Actions", "&Close Tab"),
        "documents.close_current",
        ("Ctrl+W",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "close the document"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the tab's × or the middle button"),
    ),
    ActionSpec(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "&Highlight"),
        "annotating.highlight",
        ("H",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP("Actions", "highlight the selected text"),
        mouse=QT_TRANSLATE_NOOP("Actions", "select, then the small bar that appears"),
    ),
    ActionSpec(
        "tag",
        QT_TRANSLATE_NOOP("Actions", "&Tag…"),
        "annotating.tag",
        ("T",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP("Actions", "tag by event, actor or topic"),
        mouse=QT_TRANSLATE_NOOP(
            "Actions", "the bar's field, or drop the excerpt on an event or actor"
        ),
    ),
    ActionSpec(
        "link",
        QT_TRANSLATE_NOOP("Actions", "&Link to Citation…"),
        "annotating.link",
        ("L",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP("Actions", "link to a citation"),
        mouse=QT_TRANSLATE_NOOP(
            "Actions",
            "drop the excerpt on a citation in the timeline; click the marker that follows it",
        ),
    ),
    ActionSpec(
        "cite_markers",
        QT_TRANSLATE_NOOP("Actions", "Link Markers That &Follow"),
        "annotating.cite_markers",
        ("Alt+C",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP("Actions", "link to the markers that follow"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the tag picker's last line"),
    ),
    ActionSpec(
        "next_excerpt",
        QT_TRANSLATE_NOOP("Actions", "&Next Excerpt"),
        "annotating.next_excerpt",
        ("N",),
        needs=Needs.DOCUMENT,
        gesture=QT_TRANSLATE_NOOP("Actions", "next, previous excerpt"),
    ),
    ActionSpec(
        "previous_excerpt",
        QT_TRANSLATE_NOOP("Actions", "&Previous Excerpt"),
        "annotating.previous_excerpt",
        ("P",),
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "extend_end",
        QT_TRANSLATE_NOOP("Actions", "E&xtend End"),
        "annotating.extend_end",
        ("Shift+Alt+Right",),
        needs=Needs.EXCERPT_WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "extend, shrink at the end"),
        mouse=QT_TRANSLATE_NOOP("Actions", "drag its end"),
    ),
    ActionSpec(
        "shrink_end",
        QT_TRANSLATE_NOOP("Actions", "Sh&rink End"),
        "annotating.shrink_end",
        ("Shift+Alt+Left",),
        needs=Needs.EXCERPT_WRITING,
    ),
    ActionSpec(
        "extend_start",
        QT_TRANSLATE_NOOP("Actions", "Exten&d Start"),
        "annotating.extend_start",
        ("Shift+Alt+Up",),
        needs=Needs.EXCERPT_WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "extend, shrink at the start"),
        mouse=QT_TRANSLATE_NOOP("Actions", "drag its start"),
    ),
    ActionSpec(
        "shrink_start",
        QT_TRANSLATE_NOOP("Actions", "&Shrink Start"),
        "annotating.shrink_start",
        ("Shift+Alt+Down",),
        needs=Needs.EXCERPT_WRITING,
    ),
    ActionSpec(
        "copy_reference",
        QT_TRANSLATE_NOOP("Actions", "&Copy With Its Name"),
        "annotating.copy_with_name",
        ("Ctrl+Shift+C",),
        needs=Needs.EXCERPT,
    ),
    ActionSpec(
        "delete_excerpt",
        QT_TRANSLATE_NOOP("Actions", "D&elete Excerpt"),
        "annotating.delete",
        needs=Needs.EXCERPT_WRITING,
    ),
    ActionSpec("check", QT_TRANSLATE_NOOP("Actions", "&Check Archive"), "tools.check"),
    ActionSpec("back_up", QT_TRANSLATE_NOOP("Actions", "&Back Up…"), "tools.ask_back_up"),
    ActionSpec(
        "save_original",
        QT_TRANSLATE_NOOP("Actions", "Save &Original As…"),
        "tools.ask_save_original",
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "history", QT_TRANSLATE_NOOP("Actions", "&History"), "tools.show_history", ("Ctrl+H",)
    ),
    ActionSpec(
        "gestures",
        QT_TRANSLATE_NOOP("Actions", "&Gestures"),
        "help.show_gestures",
        ("F1",),
        needs=Needs.NOTHING,
        gesture=QT_TRANSLATE_NOOP("Actions", "this sheet"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the Help menu"),
    ),
    ActionSpec(
        "open_log", QT_TRANSLATE_NOOP("Actions", "Open &Log"), "help.open_log", needs=Needs.NOTHING
    ),
    ActionSpec(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About Archivist"),
        "help.show_about",
        needs=Needs.NOTHING,
    ),
)

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec(
        "archive",
        QT_TRANSLATE_NOOP("Actions", "&Archive"),
        (
            "new",
            "open",
            MenuSpec("recent", QT_TRANSLATE_NOOP("Actions", "Open &Recent"), ()),
            "open_sample",
            "",
            "import_files",
            "import_folder",
            "",
            MenuSpec(
                "export",
                QT_TRANSLATE_NOOP("Actions", "&Export Excerpts"),
                ("export_shown", "export_all", "", "export_links", "export_all_links"),
            ),
            "",
            "close_archive",
            "quit",
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            "undo",
            "redo",
            "",
            "find",
            "find_next",
            "find_previous",
            "search",
            "",
            MenuSpec(
                "create",
                QT_TRANSLATE_NOOP("Actions", "Ne&w"),
                ("new_event", "new_actor", "new_citation"),
            ),
            "rename",
            "edit",
            "merge",
            "delete",
        ),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "show_library",
            "show_timeline",
            "show_inspector",
            "",
            "focus_library",
            "focus_reader",
            "focus_timeline",
            "focus_inspector",
            "",
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "page_view",
            "",
            MenuSpec(
                "theme",
                QT_TRANSLATE_NOOP("Actions", "T&heme"),
                ("theme_system", "theme_light", "theme_dark"),
            ),
            "",
            "close_tab",
        ),
    ),
    MenuSpec(
        "excerpt",
        QT_TRANSLATE_NOOP("Actions", "E&xcerpt"),
        (
            "highlight",
            "tag",
            "link",
            "cite_markers",
            "",
            "next_excerpt",
            "previous_excerpt",
            "",
            "extend_end",
            "shrink_end",
            "extend_start",
            "shrink_start",
            "",
            "copy_reference",
            "delete_excerpt",
        ),
    ),
    MenuSpec(
        "tools",
        QT_TRANSLATE_NOOP("Actions", "&Tools"),
        ("check", "back_up", "save_original", "", "history"),
    ),
    MenuSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help"), ("gestures", "open_log", "", "about")),
)

PICKER_GESTURES: tuple[Gesture, ...] = (
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the tag picker: take the first match"),
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "click a line"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP(
            "Actions", "in the tag picker: a new event, dated from the nearest date in the text"
        ),
        "Ctrl+Enter",
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the tag picker: only actors, only events, only topics"),
        "@  #  /",
    ),
    Gesture(
        QT_TRANSLATE_NOOP(
            "Actions", "in the tag picker: give an actor a role, and a source a stance"
        ),
        ":",
        QT_TRANSLATE_NOOP("Actions", "click the chip in the inspector"),
    ),
)
