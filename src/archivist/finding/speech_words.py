"""Verbs of saying with the stance that they give a speaker, and what stands around them, as data.

The program takes no side: who "claims" or "alleges" asserts, as who "says"; the verb is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from archivist.domain.vocabulary import Stance


class Place(StrEnum):
    """Where the language has the speaker of a verb."""

    BEFORE = "before"  # X said that …
    AFTER = "after"  # قال X إن …
    OPENING = "opening"  # X … dedi: the sentence begins with the speaker


@dataclass(frozen=True, eq=False)
class SpeechWords:
    """How a language reports what is said, all in small letters.

    `free` verbs report whatever follows them; `bound` ones only before one of `that`, a colon or a
    quotation ("reported that", but not "reported massacres"). `according` phrases stand before the
    speaker, `according_after` behind. `passive` words lead to who said it ("described by").
    `helpers` stand between speaker and verb, `breaks` before the words of the speaker,
    `leads` open a sentence before them, `determiners` are cut off.

    `negations` among the helpers, and `negations_after` behind a verb, leave it unsaid, whichever
    its stance: who "did not say" asserts nothing, who "did not deny" denies nothing.
    """

    free: Mapping[str, Stance]
    bound: Mapping[str, Stance]
    that: frozenset[str]
    according: frozenset[str] = frozenset()
    according_after: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()  # of the passive: "was described"
    made: frozenset[str] = frozenset()  # verbs that go with a statement as a noun
    statements: frozenset[str] = frozenset()  # such nouns: "accusations were made by X"
    helpers: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    characterizing: frozenset[str] = frozenset()  # after what is characterized: "called X as …"
    leads: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()  # between a speaker and whose speaker it is
    pronouns: frozenset[str] = frozenset()
    never_speakers: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()  # whose subject is that of the whole clause
    negations: frozenset[str] = frozenset()  # also what makes it a mere possibility: "might"
    negations_after: frozenset[str] = frozenset()
    silences: frozenset[str] = frozenset()  # all that follows a verb: "said nothing"
    suppositions: frozenset[str] = frozenset()  # before a speaker: "if X said"
    as_told: frozenset[str] = frozenset()  # before a speaker: "as X reports, …"
    untrue: frozenset[str] = frozenset()  # before "that": "denied that X said"
    place: Place = Place.BEFORE
    speaking: frozenset[str] = frozenset()  # who or what speaks in the singular, without a name
    verb_second: bool = False  # the verb may follow "according to X" without a comma


def words(text: str) -> frozenset[str]:
    """Gives the words of a table's cell; "_" stands for the space within a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def stances(**verbs: str) -> dict[str, Stance]:
    """Gives the stance of each verb, by the stance's name."""
    return {verb: Stance(stance) for stance, forms in verbs.items() for verb in words(forms)}


ENGLISH = SpeechWords(
    free=stances(
        asserts="""said says stated claimed alleged alleges asserted asserts argued
            argues insisted insists declared declares announced announces contended contends
            remarked commented testified testifies explained explains
            acknowledged acknowledges admitted admits conceded concedes believes thinks
            tweeted told warned warns emphasized emphasised stressed
            affirmed affirms reiterated reiterates accused accuses vowed vows""",
        denies="""denied denies refuted refutes rejected rejects disputed dismissed
            dismisses disavowed""",
        characterizes="""described describes characterized characterised characterizes
            characterises labelled labeled labels likened condemned condemns denounced denounces
            branded""",
        questions="questioned doubted",
    ),
    bound=stances(
        asserts="""wrote writes states claims comments remarks stresses added adds noted notes
            confirmed
            confirms maintained maintains held holds suggested suggests pointed_out
            points_out replied replies responded answered saying claiming stating arguing
            adding insisting asserting alleging believed thought speculated speculates
            concluded concludes recalled recalls predicted predicts promised swore cried
            shouted whispered murmured exclaimed continued urged urges demanded demands
            called_for calls_for agreed agrees ruled rules decided proposed proposes
            observed observes estimated estimates mentioned mentions indicated indicates""",
        reports="""reported reports reporting found finds documented documents recorded records
            revealed reveals showed shows discovered learned learnt counted counts lists listed""",
        denies="denying rejecting disputes contradicted contradicts",
        characterizes="""called calls calling describing characterizing characterising labelling
            termed dubbed referred_to refers_to regards regarded portrayed""",
        questions="questions doubts asked asks wondered wonders asking inquired enquired",
    ),
    that=words("that as how whether if"),
    according=words("according_to in_the_words_of in_the_opinion_of in_the_view_of"),
    passive=words("by"),
    auxiliaries=words("was were been being is are be"),
    made=words("made voiced raised issued"),
    statements=words("accusations accusation allegations allegation claims claim statement")
    | words("statements remarks denials denial complaints criticism"),
    helpers=words(
        """has have had also later then since previously repeatedly publicly further
        furthermore once never not always often reportedly allegedly did does do would
        could will may might subsequently initially originally again still recently
        earlier already openly explicitly strongly firmly vehemently consistently
        similarly therefore thus simply himself herself itself themselves officially
        formally falsely who"""
    ),
    breaks=words(
        """that which who whom whose and but when while as because if though although after
        before where since until so whereas whether than or nor then said says is are was
        were be been has have had"""
    ),
    negations=words(
        """not never nor neither hardly cannot would could may might should must if unless
        whether perhaps maybe"""
    ),
    silences=words("nothing nothing_more no_more little"),
    suppositions=words("if unless whether perhaps maybe supposing"),
    as_told=words("as"),
    untrue=words("denied denies denying untrue true false doubted doubts doubt unlikely"),
    characterizing=words("as"),
    leads=words(
        """in on at during after before for from by with without despite amid following since
        under however moreover similarly meanwhile furthermore additionally also then
        later still yet thus therefore"""
    ),
    determiners=words("the a an this that these those its their his her our some many several"),
    relations=words("for of from in at to with on by"),
    pronouns=words("he she"),
    speaking=words(
        """president minister premier chancellor secretary commissioner ambassador governor
        mayor director chairman chairwoman speaker spokesman spokeswoman spokesperson
        leader chief commander general king queen prince pope bishop priest judge
        prosecutor lawyer attorney senator official officer soldier guard witness survivor
        resident refugee victim prisoner doctor nurse teacher professor historian scholar
        researcher scientist analyst expert observer author writer journalist reporter
        correspondent editor critic activist farmer worker driver captain pilot engineer
        man woman boy girl mother father son daughter brother sister wife husband widow
        neighbour neighbor friend aide adviser advisor envoy diplomat delegation mission
        team government ministry parliament senate congress assembly council court
        tribunal commission committee board agency office department administration
        embassy army police military party opposition union association organisation
        organization group company bank church institute university museum newspaper
        magazine paper journal press media station channel report statement study survey
        letter telegram article book memoir diary document resolution declaration inquiry
        investigation verdict ruling indictment submission complaint petition communique
        communiqué dispatch despatch editorial petition community family side owner owners
        others people staff crew public everyone"""
    ),
    participles=words("saying claiming stating arguing adding insisting asserting alleging denying")
    | words(
        "rejecting calling describing characterizing characterising labelling asking reporting"
    ),
    never_speakers=words(
        """it i we you one there this that which who what everyone somebody nobody no not be
        is are was were to of the a an and or but in on at for by from with as being been
        if so now thus more less than widely commonly often sometimes well also just only
        even such"""
    ),
)
