"""The words on a timeline: date labels in the locale's own month names, counts, and sentences."""

from PySide6.QtCore import QCoreApplication, QLocale

from archivist.domain.axis import Tick, TickUnit
from archivist.domain.calendar import civil, days_in_month
from archivist.domain.timeline import (
    CitationMention,
    Span,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
)
from archivist.domain.timeline_index import Counts, Item

_MONTHS_IN_RANGE = 62  # days; a shorter visible range is named by its days
_YEARS_IN_RANGE = 5 * 366


translate = QCoreApplication.translate


def tick_label(tick: Tick) -> str:
    """Gives a tick's label: a year, a month, or a day."""
    year, month, day = civil(tick.day)
    if tick.unit is TickUnit.YEAR:
        return _year(year)
    if tick.unit is TickUnit.MONTH or day == 1:
        return translate("Timeline", "{month} {year}").format(month=_month(month), year=_year(year))
    return translate("Timeline", "{day} {month}").format(day=_number(day), month=_month(month))


def span_label(first: int, last: int, *, with_year: bool = True, rough: bool = False) -> str:
    """Gives a short label for days that fits beside the axis; a long span is told by its start.

    A rough date is not told by its day, which would say more than is known.
    """
    year, month, day = civil(first)
    last_year, last_month, last_day = civil(last)
    whole = day == 1 and last_day == days_in_month(last_year, last_month)
    if whole and month == 1 and last_month == 12:
        return _year(year) if year == last_year else f"{_year(year)}–{_year(last_year)}"
    same_month = (year, month) == (last_year, last_month)
    if rough and last_year - year > 2:
        return _year(year)
    if (whole and same_month) or rough or (day == 1 and not same_month):
        label = translate("Timeline", "{month} {year}").format(
            month=_month(month), year=_year(year)
        )
        return label if with_year else _month(month)
    days = _number(day)
    if same_month and last > first:
        days = f"{days}–{_number(last_day)}"
    if with_year:
        return translate("Timeline", "{day} {month} {year}").format(
            day=days, month=_month(month), year=_year(year)
        )
    return translate("Timeline", "{day} {month}").format(day=days, month=_month(month))


def tells_all(span: Span) -> bool:
    """Says whether the label beside the axis says everything there is to say about a date."""
    if span.approximate or span.inferred or span.questionable or span.between:
        return False
    if span.earliest is None or span.latest is None:
        return False
    (year, month, day), (last_year, last_month, last_day) = civil(span.first), civil(span.last)
    whole = day == 1 and last_day == days_in_month(last_year, last_month)
    return (year, month) == (last_year, last_month) or (whole and month == 1 and last_month == 12)


def range_text(first: float, last: float) -> str:
    """Gives the visible range: days, months or years, as fine as its length makes sense."""
    low, high = int(first // 1), int(max(last - 0.001, first) // 1)
    (year, month, day), (last_year, last_month, last_day) = civil(low), civil(high)
    if (year, month) == (last_year, last_month):
        return span_label(low, high)
    if high - low < _MONTHS_IN_RANGE:
        start = translate("Timeline", "{day} {month}").format(day=_number(day), month=_month(month))
        if year != last_year:
            start = translate("Timeline", "{start} {year}").format(start=start, year=_year(year))
        end = translate("Timeline", "{day} {month} {year}").format(
            day=_number(last_day),
            month=_month(last_month),
            year=_year(last_year),
        )
    elif high - low < _YEARS_IN_RANGE:
        start = translate("Timeline", "{month} {year}").format(
            month=_month(month), year=_year(year)
        )
        end = translate("Timeline", "{month} {year}").format(
            month=_month(last_month), year=_year(last_year)
        )
    else:
        start, end = _year(year), _year(last_year)
    return translate("Timeline", "{start} – {end}").format(start=start, end=end)


def counts_text(counts: Counts) -> str:
    """Names what there is: “12 events, 48 excerpts”."""
    parts = [
        _counted(number, one, many)
        for number, one, many in (
            (
                counts.events,
                translate("Timeline", "{n} event"),
                translate("Timeline", "{n} events"),
            ),
            (
                counts.excerpts,
                translate("Timeline", "{n} excerpt"),
                translate("Timeline", "{n} excerpts"),
            ),
            (
                counts.citations,
                translate("Timeline", "{n} citation"),
                translate("Timeline", "{n} citations"),
            ),
        )
        if number
    ]
    return translate("Timeline", ", ").join(parts)


def excerpts_text(shown: int, everything: int) -> str:
    """Says how many excerpts an event has, and how many of them are to be seen."""
    if 0 < shown < everything:
        return translate("Timeline", "{shown} of {n} excerpts").format(
            shown=_number(shown), n=_number(everything)
        )
    return _counted(
        everything, translate("Timeline", "{n} excerpt"), translate("Timeline", "{n} excerpts")
    )


def sources_text(number: int) -> str:
    """Says how many citations stand behind something."""
    return _counted(
        number, translate("Timeline", "{n} source"), translate("Timeline", "{n} sources")
    )


def quoted(excerpt: TimelineExcerpt, longest: int | None = None) -> str:
    """Puts a passage, of at most so many code points, between quotation marks on one line."""
    if not excerpt.quote:
        return " ".join(excerpt.stand_in[:longest].split())
    words = " ".join(excerpt.quote[:longest].split())
    return translate("Timeline", "“{quote}”").format(quote=words)


def actor_text(name: str, words: str) -> str:
    """Gives an actor with what they do in an excerpt."""
    return translate("Timeline", "{name} · {role}").format(name=name, role=words) if words else name


def event_sentence(event: TimelineEvent, excerpts: int) -> str:
    """Gives the sentence a screen reader says of an event."""
    date = event.span.reading if event.span else translate("Timeline", "undated")
    sentence = translate("Timeline", "Event {name}, {date}").format(name=event.name, date=date)
    if excerpts:
        sentence = translate("Timeline", "{start}, {more}").format(
            start=sentence, more=excerpts_text(0, excerpts)
        )
    if event.figures_conflict:
        sentence = translate("Timeline", "{start}, {more}").format(
            start=sentence, more=translate("Timeline", "figures conflict")
        )
    return sentence


def excerpt_sentence(excerpt: TimelineExcerpt) -> str:
    """Gives the sentence a screen reader says of an excerpt."""
    sentence = translate("Timeline", "Excerpt {name}: {quote}").format(
        name=excerpt.name, quote=quoted(excerpt)
    )
    tags = [actor_text(actor.name, actor.words) for actor in excerpt.actors]
    tags += [
        translate("Timeline", "cites {label}").format(label=citation.label)
        for citation in excerpt.citations
    ]
    return translate("Timeline", ", ").join((sentence, *tags))


def citation_sentence(citation: TimelineCitation) -> str:
    """Gives the sentence a screen reader says of a citation."""
    if not citation.span:
        return translate("Timeline", "Citation {label}, {title}").format(
            label=citation.label, title=citation.title
        )
    return translate("Timeline", "Citation {label}, {title}, published {date}").format(
        label=citation.label,
        title=citation.title,
        date=citation.span.reading,
    )


def citation_name(mention: CitationMention) -> str:
    """Names a citation behind an excerpt, by label and title."""
    if mention.title:
        return translate("Timeline", "Citation {label}: {title}").format(
            label=mention.label, title=mention.title
        )
    return translate("Timeline", "Citation {label}").format(label=mention.label)


def item_sentence(item: Item) -> str:
    """Gives the sentence a screen reader says of what stands on the axis."""
    if isinstance(item.value, TimelineEvent):
        return event_sentence(item.value, len(item.excerpts))
    if isinstance(item.value, TimelineExcerpt):
        return excerpt_sentence(item.value)
    return citation_sentence(item.value)


def cluster_sentence(counts: Counts, first: int, last: int) -> str:
    """Gives the sentence a screen reader says of a cluster."""
    return translate(
        "Timeline", "Cluster of {counts}, {range}; the right arrow key opens it"
    ).format(
        counts=counts_text(counts),
        range=range_text(first, last + 1),
    )


def _counted(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(n=_grouped(number))


def _number(number: int) -> str:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(number)


def _grouped(number: int) -> str:
    return QLocale().toString(number)


def _month(month: int) -> str:
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def _year(year: int) -> str:
    # Astronomical year 0 is 1 BCE.
    return (
        _number(year)
        if year > 0
        else translate("Timeline", "{year} BCE").format(year=_number(1 - year))
    )
