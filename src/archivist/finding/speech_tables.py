"""Verbs of saying in French, German and Spanish, and the table of each language."""

from collections.abc import Mapping

from archivist.finding.speech_words import ENGLISH, SpeechWords, stances, words
from archivist.finding.speech_words_eastern import (
    ARABIC,
    ARMENIAN,
    AZERBAIJANI,
    RUSSIAN,
    TURKISH,
    UKRAINIAN,
)

_FRENCH = SpeechWords(
    free=stances(
        asserts="""dit déclare déclarait affirme affirmait affirment soutient prétend estime
            estimait explique expliquait assure annonce annonçait déclaré affirmé soutenu
            prétendu estimé expliqué assuré annoncé ajouté souligné écrit""",
        denies="nie niait démenti nié rejette rejeté réfute réfuté dément conteste contesté",
        characterizes="qualifie qualifié décrit condamné condamne dénonce dénoncé",
        questions="doute",
    ),
    bound=stances(
        asserts="""ajoute souligne rappelle rappelé indique indiqué précise précisé répond répondu
            reconnaît reconnu confirme confirmé avertit averti croit pense""",
        reports="rapporte rapporté signale signalé constate constaté",
        questions="demande demandé interroge",
    ),
    that=words("que qu' qu’ comme si"),
    according=words("selon d'après d’après au_dire_de aux_yeux_de"),
    passive=words("par"),
    auxiliaries=words("est sont été était étaient fut furent"),
    characterizing=words("de comme"),
    helpers=words(
        "a ont avait avaient aurait est s'est ne pas n'a aussi également lui en l'a déjà"
    ),
    breaks=words("que qui dont où et mais quand lorsque parce car si comme tandis alors"),
    leads=words("en dans à au lors depuis après avant pour par cependant toutefois"),
    determiners=words(
        "le la les l' l’ un une des ce cet cette ces son sa ses leur leurs plusieurs"
    ),
    relations=words("de du des d' d’ pour à"),
    negations=words("ne n' n’ pas jamais aurait"),
    suppositions=words("si"),
    as_told=words("comme"),
    untrue=words("nie niait nié dément démenti faux conteste contesté"),
    pronouns=words("il elle"),
    never_speakers=words("on ce cela ça je nous vous y ne se à de la le les par"),
)
_GERMAN = SpeechWords(
    free=stances(
        asserts="""sagte sagt sagten erklärte erklärt erklärten behauptete behauptet behaupteten
            betonte betont äußerte versicherte versichert meinte meint schrieb schreibt""",
        denies="""bestritt bestreitet bestritten leugnete leugnet dementierte dementiert
            zurückgewiesen""",
        characterizes="bezeichnete bezeichnet bezeichneten beschrieb beschreibt verurteilte",
        questions="bezweifelte bezweifelt",
    ),
    bound=stances(
        asserts="""fügte warnte warnt gab räumte bestätigte bestätigt glaubt glaubte kündigte
            antwortete antwortet wies erinnerte argumentierte argumentiert sprach gesagt""",
        reports="berichtete berichtet berichteten meldete meldet meldeten stellte",
        characterizes="nannte nennt",
        questions="fragte fragt",
    ),
    that=words("dass daß ob wie hinzu mit ein zu an als"),
    according=words("laut nach_angaben_von nach_angaben_des nach_angaben_der gemäß"),
    according_after=words("zufolge"),
    passive=words("von durch"),
    auxiliaries=words("wurde wurden wird werden worden"),
    characterizing=words("als"),
    helpers=words("hat haben hatte hatten auch später dann wiederholt nicht zudem sich"),
    breaks=words("dass daß und aber als während weil wenn ob der_die wo oder denn"),
    leads=words("in im am an bei nach vor seit während trotz"),
    determiners=words("der die das den dem ein eine einen einem einer dieser diese seine ihre"),
    relations=words("der des von für aus im in"),
    negations=words("nicht nie niemals keineswegs kaum"),
    negations_after=words("nicht nie niemals keineswegs kaum"),
    silences=words("nichts kein_wort"),
    suppositions=words("ob wenn falls weder noch kein keine"),
    as_told=words("wie"),
    untrue=words("bestritt bestreitet leugnete dementierte falsch unwahr"),
    pronouns=words("er"),
    never_speakers=words("es man ich wir ihr du dies das wie zu nicht"),
    verb_second=True,
)
_SPANISH = SpeechWords(
    free=stances(
        asserts="""dijo dice dijeron afirmó afirma afirmaron declaró declara declararon sostuvo
            sostiene aseguró asegura alegó alega insistió insiste anunció anuncia explicó
            explica escribió escribe manifestó manifiesta""",
        denies="negó niega negaron desmintió desmiente rechazó rechaza refutó",
        characterizes="calificó califica describió describe condenó condena denunció denuncia",
        questions="cuestionó cuestiona dudó duda",
    ),
    bound=stances(
        asserts="""añadió añade agregó agrega señaló señala indicó indica subrayó subraya
            reconoció reconoce confirmó confirma advirtió advierte recordó recuerda
            respondió responde cree considera""",
        reports="informó informa informaron reportó reporta reportaron constató",
        characterizes="llamó llama",
        questions="preguntó pregunta",
    ),
    that=words("que como si de"),
    according=words("según de_acuerdo_con a_juicio_de en_palabras_de"),
    passive=words("por"),
    auxiliaries=words("es fue fueron son sido era"),
    characterizing=words("de como"),
    helpers=words("ha han había habían también no luego después se lo le ya"),
    breaks=words("que quien y pero cuando mientras porque si como aunque donde"),
    leads=words("en durante tras después antes desde para por"),
    determiners=words("el la los las un una unos unas este esta estos estas su sus varios"),
    relations=words("de del para en"),
    negations=words("no nunca jamás tampoco ni"),
    suppositions=words("si"),
    as_told=words("como"),
    untrue=words("negó niega desmintió desmiente falso"),
    pronouns=words("él ella"),
    never_speakers=words("se lo no yo nos esto eso de la el en por a"),
)

_TABLES: Mapping[str, SpeechWords] = {
    "en": ENGLISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "es": _SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "hy": ARMENIAN,
    "az": AZERBAIJANI,
    "tr": TURKISH,
    "ar": ARABIC,
}


def speech_words(language: str) -> SpeechWords:
    """Gives the table of a language (BCP 47), English where it has none."""
    return _TABLES.get(language.partition("-")[0].casefold(), ENGLISH)
