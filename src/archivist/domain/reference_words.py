"""Words of references in ten languages, as patterns: dates, access, archived copies, publishers."""

_MONTH = r"[^\W\d_]{3,11}\.?"
# A written date, to be read by `reference_parts.date_parts`, which knows the months.
DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    rf"|(?:\d{{1,2}}(?:\.|er|º)?\s+(?:de\s+)?)?{_MONTH},?\s+(?:de\s+)?(?:\d{{1,2}},\s+)?-?\d{{4}}[a-z]?"
    rf"|\d{{4}}[a-z]?(?:,\s+{_MONTH}(?:\s+\d{{1,2}})?)?)"
)
# Before the date on which somebody looked at a source.
ACCESSED = (
    *(r"retrieved", r"accessed", r"visited", r"last accessed", r"consulté", r"page consultée"),
    *(r"abgerufen", r"zugriff", r"letzter zugriff", r"aufgerufen", r"consultado", r"consultada"),
    *(r"дата обращения", r"проверено", r"дата звернення", r"перевірено", r"процитовано"),
    *(r"դիտված է", r"դիտման ամսաթիվ", r"istifadə tarixi", r"müraciət tarixi", r"yoxlanılıb"),
    *(r"erişim tarihi", r"erişim", r"اطلع عليه بتاريخ", r"اطلع عليه", r"تاريخ الاطلاع"),
)
# Before the date on which a copy was archived.
ARCHIVED = (
    r"archived(?:\s+\(\w+\))?(?:\s+from\s+the\s+original(?:\s+\(\w+\))?)?",
    r"archivé(?:\s+depuis\s+l['’]original)?",
    r"archiviert(?:\s+vom\s+original)?",
    r"archivado(?:\s+desde\s+el\s+original)?",
    r"архивировано(?:\s+из\s+(?:перво)?источника|\s+из\s+оригинала)?",
    r"архивная\s+копия\s+от",
    r"архівовано(?:\s+з\s+(?:джерела|оригіналу))?",
    r"архів\s+оригіналу\s+за",
    r"արխիվացված(?:\s+(?:օրիգինալից|սկզբնաղբյուրից))?",
    r"arxivləşdirilib",
    r"(?:kaynağından\s+)?arşivlendi",
    r"مؤرشف\s+من\s+الأصل",
)
# Between such a word and its date.
ON = r"(?:\s+(?:on|le|am|el|в|от|за|في|بتاريخ))?:?\s+"
# What the name of a publisher holds.
PUBLISHERS = (
    *("press", "books", "publishers?", "publishing", "publications", "verlag", "éditions?"),
    *("editorial", "ediciones", "editore", "edições", "university", "universität", "université"),
    *("universidad", "издательство", "изд-во", "видавництво", "հրատարակչություն", "nəşriyyatı?"),
    *("yayınları", "yayınevi", "دار", "مطبعة", "منشورات", "gallimard", "routledge", "springer"),
    *("harpercollins", "penguin", "wiley", "brill", "elsevier", "macmillan", "random house"),
)
