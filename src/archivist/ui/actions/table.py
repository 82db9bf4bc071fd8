"""Every action, menu and gesture of the window as data.

Menus, shortcuts and the sheet of gestures are made from these tables, so that none of them can say
something else than the others.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from archivist.ui.actions.archive_rows import ARCHIVE_ACTIONS
from archivist.ui.actions.excerpt_rows import EXCERPT_ACTIONS
from archivist.ui.actions.spec import ActionSpec, Gesture, MenuSpec
from archivist.ui.actions.view_rows import VIEW_ACTIONS

ACTIONS: tuple[ActionSpec, ...] = (*ARCHIVE_ACTIONS, *VIEW_ACTIONS, *EXCERPT_ACTIONS)

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
            "import_queue",
            "pause_import",
            "replace_document",
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
            "file_under",
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
            "by_collection",
            "chosen_on_timeline",
            "show_outline",
            "show_review",
            "show_suggestions",
            "",
            "go_back",
            "go_forward",
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
            "show_doubtful",
            MenuSpec(
                "pages",
                QT_TRANSLATE_NOOP("Actions", "Pa&ges"),
                (
                    "go_to_page",
                    "",
                    "fit_width",
                    "fit_page",
                    "",
                    "turn_right",
                    "turn_left",
                    "",
                    "page_tone",
                ),
            ),
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
            "mark_region",
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
            "adjust_region",
            "",
            "quote_words",
            "anchor_here",
            "copy_reference",
            "delete_excerpt",
        ),
    ),
    MenuSpec(
        "tools",
        QT_TRANSLATE_NOOP("Actions", "&Tools"),
        (
            "recognize_text",
            "",
            "check",
            "back_up",
            "save_original",
            "",
            "look_again",
            "",
            "history",
        ),
    ),
    MenuSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help"), ("gestures", "open_log", "", "about")),
)

SEARCH_GESTURES: tuple[Gesture, ...] = (
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the search: the excerpts found, in the timeline"),
        "Ctrl+Enter",
        QT_TRANSLATE_NOOP("Actions", "the results' last line"),
    ),
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

REVIEW_GESTURES: tuple[Gesture, ...] = (
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the review: accept, reject, edit before accepting"),
        "A  X  E",
        QT_TRANSLATE_NOOP("Actions", "the buttons"),
    ),
    Gesture(QT_TRANSLATE_NOOP("Actions", "in the review: next, previous suggestion"), "S  P"),
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the review: accept all that are listed of this kind"),
        "Shift+A",
        QT_TRANSLATE_NOOP("Actions", "More"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP(
            "Actions", "in the review: accept a name in all documents, reject it in the archive"
        ),
        "W  Shift+X",
        QT_TRANSLATE_NOOP("Actions", "More"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Actions", "in the review: a new event of this date"),
        "V",
        QT_TRANSLATE_NOOP("Actions", "More"),
    ),
)
