"""The actions of the Excerpt, Tools and Help menus."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from archivist.ui.actions.spec import ActionSpec, Needs

EXCERPT_ACTIONS: tuple[ActionSpec, ...] = (
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
        "mark_region",
        QT_TRANSLATE_NOOP("Actions", "&Mark Region"),
        "paging.mark_region",
        ("R",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP(
            "Actions",
            "mark a region of a page: arrows move it, Shift and arrows size it, Enter keeps it",
        ),
        mouse=QT_TRANSLATE_NOOP(
            "Actions", "drag over the page with Shift; without, where there is no text"
        ),
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
        partner="previous_excerpt",
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
        gesture=QT_TRANSLATE_NOOP("Actions", "extend, shrink at the end; move a region across"),
        partner="shrink_end",
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
        gesture=QT_TRANSLATE_NOOP(
            "Actions", "extend, shrink at the start; move a region up and down"
        ),
        partner="shrink_start",
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
        "adjust_region",
        QT_TRANSLATE_NOOP("Actions", "Ad&just Region"),
        "paging.adjust_region",
        ("Shift+R",),
        needs=Needs.EXCERPT_WRITING,
        gesture=QT_TRANSLATE_NOOP(
            "Actions", "adjust the chosen region: arrows, Shift and arrows, then Enter"
        ),
        mouse=QT_TRANSLATE_NOOP("Actions", "drag its handles; drag its outline to move it"),
    ),
    ActionSpec(
        "quote_words",
        QT_TRANSLATE_NOOP("Actions", "&Quote the Words in It"),
        "annotating.quote_words",
        ("Q",),
        needs=Needs.EXCERPT_WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "quote the words that stand in a region"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the inspector's button"),
    ),
    ActionSpec(
        "anchor_here",
        QT_TRANSLATE_NOOP("Actions", "&Anchor Here"),
        "annotating.anchor_here",
        ("A",),
        needs=Needs.EXCERPT_WRITING,
        gesture=QT_TRANSLATE_NOOP("Actions", "anchor an orphaned excerpt at the selected text"),
        mouse=QT_TRANSLATE_NOOP("Actions", "select its passage, then the inspector's button"),
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
    ActionSpec(
        "recognize_text",
        QT_TRANSLATE_NOOP("Actions", "&Recognize Text…"),
        "recognizing.ask",
        ("Ctrl+Shift+O",),
        needs=Needs.PASSAGE,
        gesture=QT_TRANSLATE_NOOP("Actions", "recognize the text of pages that are pictures"),
        mouse=QT_TRANSLATE_NOOP("Actions", "the line above the pages"),
    ),
    ActionSpec("back_up", QT_TRANSLATE_NOOP("Actions", "&Back Up…"), "tools.ask_back_up"),
    ActionSpec(
        "save_original",
        QT_TRANSLATE_NOOP("Actions", "Save &Original As…"),
        "tools.ask_save_original",
        needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "look_again",
        QT_TRANSLATE_NOOP("Actions", "Find &Suggestions Again"),
        "suggesting.look_again",
        needs=Needs.WRITING,
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
