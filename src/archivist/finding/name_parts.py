"""Takes runs of capitalised words apart: offices, the bodies they belong to, and those who act."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archivist.domain.vocabulary import ActorKind
from archivist.finding.capitals import Run, Word
from archivist.finding.name_words import NameWords

_PREFIXES = frozenset(
    {"anti", "pro", "non", "pan", "post", "pre", "neo", "ex", "de", "afro", "trans", "cross"}
)
_INSTITUTIONS = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.STATE})
_AND = frozenset({"and", "&", "et", "und", "y", "и", "і", "та", "և", "ve", "və"})


class Part(NamedTuple):
    """A run that may be a name; `office` is the range of the office or title before it, if any.

    `headed` says that an office of its own belongs to it ("President of the European Council").
    """

    run: Run
    office: tuple[int, int] | None = None
    headed: bool = False


def parts(run: Run, rules: NameWords) -> Iterator[Part]:
    """Gives the parts of a run that may be names, in order."""
    position = 0
    words = run.words
    if len(words) == 1 and words[0].small.rstrip(".") not in rules.titles:
        yield Part(run)
        return
    if office_body := _body_of_office(run, rules):
        yield Part(run.part(0, office_body))
        position = office_body
    while position < len(words):
        title = _next_title(run, position, rules)
        if title is None:
            yield from _joined_only_inside(Part(run.part(position, len(words))), rules)
            return
        first, after = _office(run, title, position, rules)
        if first > position:
            before = run.part(position, first)
            if _acts_by_itself(before, rules):
                yield from _joined_only_inside(Part(before, headed=True), rules)
        office_end = words[after - 1].end
        office_start = words[first].start
        if rules.head_first and after < len(words) and not run.joints[after - 1]:
            # "Президент США Гаррі Трумен": whose office it is stands without a joining word.
            owner_end = _owner_end(run, after, rules)
            if owner_end > after:
                yield Part(run.part(after, owner_end), headed=True)
                after, office_end = owner_end, words[owner_end - 1].end
        if after < len(words) and run.joints[after - 1] in rules.links:
            noble = words[after - 1].small in rules.nobles and first == after - 1
            if noble and len(words) - after == 1:
                yield Part(run.part(first, len(words)))  # "Duke of Wellington"
                return
            body_end = _body_end(run, after, rules)
            body = run.part(after, body_end)
            of_institution = kind_of(body, rules) in _INSTITUTIONS
            for_what = run.joints[after - 1].startswith("for") and not of_institution
            if not _is_subject(body.words[0], rules) and not for_what:
                yield from _joined_only_inside(Part(body, headed=True), rules)
            after, office_end = body_end, words[body_end - 1].end
        if after >= len(words):
            return
        next_title = _next_title(run, after, rules)
        person_end = len(words) if next_title is None else next_title
        if person_end == after:
            position = after
            continue
        person = Part(run.part(after, person_end), (office_start, office_end))
        if run.joints[after - 1] not in _AND:
            yield from _joined_only_inside(person, rules)
        else:
            yield from _joined_only_inside(person._replace(office=None), rules)
        position = person_end


def _body_of_office(run: Run, rules: NameWords) -> int:
    """Gives where a body named by an office ends ("Office of the President of …"), or 0."""
    if not run.joints or run.joints[0] not in rules.links:
        return 0
    if not rules.is_institution(run.words[0].small):
        return 0
    title = _next_title(run, 1, rules)
    if title is None or any(joint in _AND for joint in run.joints[:title]):
        return 0
    after = title + 1
    while after < len(run.words) and (
        run.joints[after - 1] in rules.links or _is_subject(run.words[after], rules)
    ):
        after += 1
    ends = after == len(run.words) or run.joints[after - 1] in _AND
    return after if ends else 0


def kind_of(run: Run, rules: NameWords) -> ActorKind | None:
    """Guesses what a run names by its own words; None for what does not act (a war, a street)."""
    head = _head(run, rules)
    text = " ".join([word.small for word in run.words])
    if text in rules.territories:
        return ActorKind.STATE
    for small in (head.small, run.words[0].small) if rules.head_first else (head.small,):
        if small in rules.states:
            return ActorKind.STATE
        if small in rules.bodies:
            return ActorKind.BODY
        if small in rules.organizations:
            return ActorKind.ORGANIZATION
        if small in rules.things or small in rules.places:
            return None
        if len(run.words) > 1 and small in rules.groups:
            return ActorKind.GROUP
    if len(run.words) == 1:
        return ActorKind.UNSTATED
    if all(word.small in rules.subjects for word in run.words[: run.words.index(head) + 1]):
        return None  # "Foreign Affairs": what an office is for
    last = run.words[-1]
    if last.small in rules.name_endings or run.words[0].small in rules.nobles:
        return ActorKind.PERSON
    if is_people(last.small, rules):
        return ActorKind.GROUP if is_plural_people(last.small, rules) else None
    middle = len(run.words) == 3 and run.words[1].is_initial  # Edwin P. Marsh
    if run.words[0].small in rules.given or run.words[0].is_initial or middle:
        return ActorKind.PERSON
    inside = any(
        word.small in rules.organizations or word.small in rules.bodies for word in run.words
    )
    if inside and not rules.capital_nouns:
        return ActorKind.ORGANIZATION
    return ActorKind.UNSTATED


@lru_cache(maxsize=8192)
def is_people(small: str, rules: NameWords) -> bool:
    """Says whether a word is a people's or its adjective ("Armenian-Azerbaijani", "Kurds")."""
    pieces = small.replace("‑", "-").split("-")
    peoples = [piece in rules.peoples or is_plural_people(piece, rules) for piece in pieces]
    return any(peoples) and all(
        known or piece in _PREFIXES or piece in rules.things
        for known, piece in zip(peoples, pieces, strict=True)
    )


def is_plural_people(small: str, rules: NameWords) -> bool:
    """Says whether a word is the plural of a people's name ("Armenians")."""
    return small.endswith("s") and small[:-1] in rules.peoples


def _head(run: Run, rules: NameWords) -> Word:
    """Gives the word that says what a run is: the last before the first joining word."""
    for index, joint in enumerate(run.joints):
        if joint in rules.links and joint not in _AND:
            return run.words[index]
    return run.words[-1]


def _next_title(run: Run, position: int, rules: NameWords) -> int | None:
    """Gives where the next title or office stands, from a position on."""
    for index in range(position, len(run.words)):
        word = run.words[index]
        if word.small.rstrip(".") not in rules.titles:
            continue
        before = run.joints[index - 1] if index else ""
        if before in rules.links and before not in _AND:
            continue  # "Department of Justice"
        following = run.words[index + 1] if index + 1 < len(run.words) else None
        if following and rules.is_institution(following.small):
            continue  # "General Assembly"
        if following is None and index > position:
            previous = run.words[index - 1]
            if previous.small in rules.given or previous.is_initial:
                continue  # Samuel Prince
        return index
    return None


def _office(run: Run, title: int, position: int, rules: NameWords) -> tuple[int, int]:
    """Gives the words [first, after) of the office that a title stands in."""
    first, after = title, title + 1
    while first > position and not run.joints[first - 1] and _modifies(run.words[first - 1], rules):
        first -= 1
    while after < len(run.words) and not run.joints[after - 1]:
        word = run.words[after]
        lower_subject = word.text[0].islower() and word.small in rules.subjects
        if word.small.rstrip(".") not in rules.titles and not lower_subject:
            break
        after += 1
    return first, after


def _modifies(word: Word, rules: NameWords) -> bool:
    return word.small in rules.subjects or is_people(word.small, rules)


def _is_subject(word: Word, rules: NameWords) -> bool:
    return word.small in rules.subjects or word.small in rules.things


def _body_end(run: Run, first: int, rules: NameWords) -> int:
    """Gives where the body or state ends that an office is of; a person's name may follow."""
    count = len(run.words)
    if _is_subject(run.words[first], rules):
        end = first + 1
        while end < count and _is_subject(run.words[end], rules):
            end += 1
        return end
    for end in range(min(count, first + 4), first, -1):
        if " ".join(word.small for word in run.words[first:end]) in rules.territories:
            return end
    for index in range(first, count):
        joined = index + 1 < count and run.joints[index] in rules.links
        heads = rules.is_institution(run.words[index].small)
        if heads and not joined:
            return index + 1
        if heads and joined and index + 2 < count:
            # "Council of Europe Theodoros …": one word or a state's name after the link.
            return _body_end(run, index + 1, rules)
    return first + 1 if count - first >= 3 else count


def _owner_end(run: Run, first: int, rules: NameWords) -> int:
    """Gives where the state ends that stands right after an office, or where it would begin."""
    for end in range(min(len(run.words), first + 4), first, -1):
        if any(run.joints[first : end - 1]):
            continue
        words = run.words[first:end]
        if " ".join(word.small for word in words) in rules.territories:
            return end
        if len(words) == 1 and words[0].is_acronym:
            return end
        if len(words) > 1 and rules.is_institution(words[-1].small):
            return end
    return first


def _acts_by_itself(run: Run, rules: NameWords) -> bool:
    """Says whether words before an office are a name of their own, as a state's or a body's."""
    kind = kind_of(run, rules)
    named = kind in _INSTITUTIONS or kind is ActorKind.PERSON
    return named or run.words[-1].is_acronym


def _joined_only_inside(part: Part, rules: NameWords) -> Iterator[Part]:
    """Parts a run where joining words join two names and not the words of one.

    "of" joins only what is a body's: "Council of Europe", and not "Flight of Armenians"; "and" only
    what a body is for: "Ministry of Health and Welfare".
    """
    run = part.run
    first = 0
    if not any(run.joints):
        yield part
        return
    for index, joint in enumerate(run.joints):
        if not joint or joint in rules.particles or joint == "&":
            continue
        left = run.words[first : index + 1]
        if joint in rules.inner_links:
            keep = run.words[index + 1].small not in rules.cities and any(
                earlier in rules.links for earlier in run.joints[first:index]
            )
        elif joint in _AND:
            keep = _names_one_body(run, first, index, rules)
        else:
            keep = any(
                rules.is_institution(word.small)
                or word.small in rules.groups
                or word.small in rules.things
                or word.small in rules.places
                for word in ((left[0], left[-1]) if not rules.head_first else left)
            )
        if not keep:
            yield part._replace(run=run.part(first, index + 1))
            first = index + 1
            part = part._replace(office=None, headed=False)
    yield part._replace(run=run.part(first, len(run.words)))


def _names_one_body(run: Run, first: int, index: int, rules: NameWords) -> bool:
    """Says whether "and" stands within a body's name: what it is for goes on to the end."""
    for_what = any(joint in rules.links for joint in run.joints[first:index])
    following = run.words[index + 1]
    left = run.words[first : index + 1]
    state_first = left[0].small in rules.territories or is_people(left[0].small, rules)
    if state_first and len(left) > 1 and rules.is_institution(run.words[-1].small):
        # "US Patent and Trademark Office"
        return not any(rules.is_institution(word.small) for word in left)
    ideas = len(run.words) == index + 2 and not any(
        word.small in rules.territories
        or word.small in rules.cities
        or word.small in rules.subjects
        or word.small in rules.given
        or is_people(word.small, rules)
        for word in (left[-1], following)
    )
    return for_what and (
        ideas  # "Committee of Union and Progress"
        or following.small in rules.subjects
        or following.small in rules.things
        or following.small.endswith(("tion", "ment", "ity", "ture", "ence", "fare", "ness", "ship"))
    )
