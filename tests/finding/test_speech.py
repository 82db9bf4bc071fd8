"""Who says what: reported speech and quotations with their speaker and stance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.suggestions import Suggestion
from archivist.finding.names import find_names
from archivist.finding.speech import find_sources


def sources(text: str, language: str = "en") -> list[Suggestion]:
    return find_sources(text, names=find_names(text, language=language), language=language)


def who(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.value, one.details["stance"]) for one in sources(text, language)]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Then Peter Hollis said that the dam broke.", "Peter Hollis", "asserts"),
        ("Then Peter Hollis claimed the dam broke.", "Peter Hollis", "asserts"),
        ("Then Peter Hollis denied that the dam broke.", "Peter Hollis", "denies"),
        ("Peter Hollis said nothing of the kind happened.", "Peter Hollis", "asserts"),
        ("Elkton Watch reported that the dam broke.", "Elkton Watch", "reports"),
        ("Then Peter Hollis described it as a crime.", "Peter Hollis", "characterizes"),
        ("Then Peter Hollis questioned the count.", "Peter Hollis", "questions"),
        ("It was described by Peter Hollis as a crime.", "Peter Hollis", "characterizes"),
        ("“The dam broke,” said Peter Hollis.", "Peter Hollis", "asserts"),
        ('"The dam broke," Peter Hollis said.', "Peter Hollis", "asserts"),
        ('Peter Hollis wrote: "The dam broke."', "Peter Hollis", "asserts"),
        ("According to Peter Hollis, the dam broke.", "Peter Hollis", "asserts"),
        ("The dam broke, according to Peter Hollis.", "Peter Hollis", "asserts"),
        ("In a statement, Elkton Watch said the dam broke.", "Elkton Watch", "asserts"),
        ("Peter Hollis, a miller, said the dam broke.", "Peter Hollis", "asserts"),
        ("Mayor Peter Hollis has repeatedly denied it.", "Peter Hollis", "denies"),
        ("The aide of Peter Hollis said no.", "aide of Peter Hollis", "asserts"),
        ("Local officials said the dam broke.", "Local officials", "asserts"),
        ("Such claims were made by Peter Hollis.", "Peter Hollis", "asserts"),
        ("Elkton's mayor Peter Hollis said no.", "Peter Hollis", "asserts"),
        ("The head of the council, Peter Hollis, said no.", "Peter Hollis", "asserts"),
        ("A local officer, Captain Peter Hollis, said no.", "Peter Hollis", "asserts"),
        ("The dam broke, said Mayor Peter Hollis.", "Peter Hollis", "asserts"),
        ("The dam broke, said the Elkton Watch.", "Elkton Watch", "asserts"),
        ("Peter Hollis called it a crime “of our own making”.", "Peter Hollis", "characterizes"),
        ("It was, Peter Hollis (aged 60) said, a crime.", "Peter Hollis", "asserts"),
        ("In Elkton the mayor said no.", "mayor", "asserts"),
        ("Henry Orr Sr., a miller, said no.", "Henry Orr Sr", "asserts"),
        ("Peter Hollis wrote in 1920 that the dam broke.", "Peter Hollis", "asserts"),
        ("As Peter Hollis reports, the dam broke.", "Peter Hollis", "reports"),
        ("Peter Hollis sent a note saying that the dam broke.", "Peter Hollis", "asserts"),
    ],
)
def test_a_statement_has_its_speaker_and_the_stance_of_its_verb(
    text: str, speaker: str, stance: str
) -> None:
    assert who(text) == [(speaker, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "It was said that the dam broke.",
        "It was described by nobody; he said no.",
        "Peter Hollis called on the miller.",
        "No claims were made; none were read by Peter Hollis.",
        "Many cases of reported thefts were rampant.",
        "The United States is far away.",
        "“Peter Hollis said that the dam broke.”",
        "They had said it was described as a crime.",
        "A bent nail said little. Peter Hollis wrote books.",
        "The board held a meeting and noted nothing.",
    ],
)
def test_without_somebody_who_says_it_nothing_is_proposed(text: str) -> None:
    assert who(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Then Peter Hollis never said that the dam broke."),
        ("en", "Then Peter Hollis has not publicly said that the dam broke."),
        ("en", "Peter Hollis hasn’t denied that the dam broke."),
        ("en", "Peter Hollis might have suggested that the dam broke."),
        ("en", "Neither the mayor nor Peter Hollis said that the dam broke."),
        ("en", "They asked if Peter Hollis said that the dam broke."),
        ("en", "It is not true that Peter Hollis said that the dam broke."),
        ("en", "Peter Hollis was there and Peter Hollis said nothing."),
        ("de", "Kanzler Otto Lindner sagte kein Wort."),
        ("fr", "Alors Jean Morel n’a pas dit que la digue a cédé."),
        ("fr", "Alors Jean Morel n'a jamais nié que la digue a cédé."),
        ("de", "Dann hat Jan Meier nie behauptet, dass der Damm brach."),
        ("de", "Jan Meier bestritt nicht, dass der Damm brach."),
        ("es", "Ayer Juan Pérez no confirmó que la presa cedió."),
        ("ru", "Затем Иван Петров не говорил, что плотину прорвало."),
        ("uk", "Потім Іван Петренко ніколи не казав і не заявив, що греблю прорвало."),
        ("ar", "ما قال الشريف حسين إن المطر ينزل."),
        ("hy", "Հետո Արամ Պետրոսյան երբեք չի հայտարարել է, որ ամբարտակը փլվել է։"),
    ],
)
def test_what_somebody_did_not_say_is_neither_asserted_nor_denied(language: str, text: str) -> None:
    assert who(text, language) == []


def test_a_country_in_the_name_of_another_is_not_who_speaks() -> None:
    assert who("Sirius Italy reports that the dam broke.") == [("Sirius Italy", "reports")]


def test_a_quotation_of_the_sentence_before_makes_no_statement_of_the_next() -> None:
    assert who("It was “a crime”.\n\nMillers in Elkton held a protest.") == []


def test_the_passage_is_the_sentence_with_the_whole_quotation() -> None:
    text = "It rained. “We left. We never came back,” said Peter Hollis in May. Then it froze."
    (found,) = sources(text)
    assert found.text == "“We left. We never came back,” said Peter Hollis in May."
    ((start, end),) = found.details["quotation"]
    assert text[start:end] == "“We left. We never came back,”"
    assert found.details["verb"] == "said"
    speaker = text[found.details["speaker_start"] : found.details["speaker_end"]]
    assert speaker == "Peter Hollis"


def test_the_markers_of_the_statement_before_are_no_part_of_it() -> None:
    text = "It froze.\n\n[61][62] Peter Hollis said that the dam broke.[63]"
    (found,) = sources(text)
    assert found.text == "Peter Hollis said that the dam broke.[63]"


def test_a_pronoun_is_the_person_named_last_and_that_is_inferred() -> None:
    first, second = sources("Then Peter Hollis said no. He denied that the dam broke.")
    assert not first.details["inferred"]
    assert second.details["inferred"]
    assert second.value == "Peter Hollis"


@pytest.mark.parametrize(
    ("text", "language", "speaker", "stance"),
    [
        ("Le ministre Jean Colas affirme que tout va bien.", "fr", "Jean Colas", "asserts"),
        ("« Nous partons », a déclaré le maire Jean Colas.", "fr", "Jean Colas", "asserts"),
        ("Selon Amnesty International, tout va mal.", "fr", "Amnesty International", "asserts"),
        ("Kanzler Otto Lindner bestritt, dass es regnet.", "de", "Otto Lindner", "denies"),
        ("„Wir gehen“, sagte Kanzler Otto Lindner.", "de", "Otto Lindner", "asserts"),
        ("Laut Amnesty International regnet es.", "de", "Amnesty International", "asserts"),
        (
            "Am Abend erklärte Kanzler Otto Lindner, dass es regnet.",
            "de",
            "Otto Lindner",
            "asserts",
        ),
        ("Otto Lindner zufolge regnet es.", "de", "Otto Lindner", "asserts"),
        ("Ayşe Demir'e göre yağmur yağıyor.", "tr", "Ayşe Demir", "asserts"),
        ("Bakan sözcüsü Ayşe Demir iddiaları reddetti.", "tr", "Ayşe Demir", "denies"),
        ("El ministro Luis Prado negó que lloviera.", "es", "Luis Prado", "denies"),
        ("Министр Иван Петров заявил, что идёт дождь.", "ru", "Иван Петров", "asserts"),
        ("Міністр Олег Кравець заперечив, що йде дощ.", "uk", "Олег Кравець", "denies"),
        ("Նախարար Արամ Սարյան ասաց, որ անձրև է։", "hy", "Արամ Սարյան", "asserts"),
        ("Nazir Rauf Quliyev bildirib ki, yağış yağır.", "az", "Rauf Quliyev", "asserts"),
        ("Bakan Ayşe Demir, yağmur yağdığını söyledi.", "tr", "Ayşe Demir", "asserts"),
        ("قال الرئيس سامر حداد إن المطر ينزل.", "ar", "سامر حداد", "asserts"),
        ("Правительство отрицало, что идёт дождь.", "ru", "Правительство", "denies"),
        ("Уряд заперечив, що йде дощ.", "uk", "Уряд", "denies"),
        ("Կառավարությունը հերքեց, որ անձրև է։", "hy", "Կառավարությունը", "denies"),
        ("Hökumət yağışın yağdığını təkzib etdi.", "az", "Hökumət", "denies"),
        ("İngiliz hükümeti 50 askerin öldüğünü yalanladı.", "tr", "İngiliz hükümeti", "denies"),
        ("نفت الحكومة البريطانية أنها وعدت.", "ar", "الحكومة البريطانية", "denies"),
        ("قال الشريف حسين إن المطر ينزل.", "ar", "الشريف حسين", "asserts"),
    ],
)
def test_each_language_reports_speech_in_its_own_way(
    text: str, language: str, speaker: str, stance: str
) -> None:
    assert who(text, language) == [(speaker, stance)]


_PIECES = [
    "said",
    "“",
    "”",
    '"',
    " ",
    ", ",
    ". ",
    "Ada Brook",
    "he",
    "that",
    "according to",
    "\n\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_a_statement_is_the_slice_at_its_offsets_and_holds_its_speaker(text: str) -> None:
    for found in sources(text):
        assert text[found.start : found.end] == found.text
        assert found.start <= found.details["speaker_start"] < found.details["speaker_end"]
        assert found.details["speaker_end"] <= found.end
