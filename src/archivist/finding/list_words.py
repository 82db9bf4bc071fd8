"""What lists of references and notes are headed by, and what ends them, as data; a row a language.

In small letters as `heading_key` makes them. Languages by BCP 47; further ones are further rows.
"""

import unicodedata

_COMBINING_DOT = "\u0307"  # what small letters make of İ
_TATWEEL = "\u0640"  # stretches Arabic words, means nothing
# A word or two that may stand before the heading itself: "List of references", "5. Sources".
_LIST_HEADINGS = {
    "en": """bibliography; citations; end notes; endnotes; explanatory notes; footnotes; literature;
        literature cited; notes; notes and references; reference list; references;
        references and notes; sources; works cited; cited works; cited literature; works consulted;
        select bibliography; selected bibliography; list of references; sources and literature;
        general references; cited references; notes and sources; references cited;
        bibliography and references; secondary sources; primary sources; list of sources""",
    "fr": """bibliographie; notes; notes et références; références; références bibliographiques;
        notes de bas de page; notes de fin; sources; ouvrages cités; sources et bibliographie;
        liste des références; bibliographie sélective; références citées; littérature citée;
        bibliographie indicative; sources et littérature""",
    "de": """literatur; literaturverzeichnis; quellen; quellenverzeichnis; einzelnachweise;
        anmerkungen; fußnoten; fussnoten; endnoten; belege; bibliografie; bibliographie;
        quellen und literatur; literatur und quellen; quellen- und literaturverzeichnis;
        literatur- und quellenverzeichnis; zitierte literatur; verwendete literatur;
        nachweise; literaturhinweise; literaturangaben; referenzen; schrifttum""",
    "es": """bibliografía; referencias; referencias bibliográficas; notas; notas y referencias;
        fuentes; obras citadas; notas al pie; notas finales; lista de referencias;
        fuentes y bibliografía; literatura citada; bibliografía citada; fuentes consultadas""",
    "ru": """литература; список литературы; список использованной литературы; примечания; сноски;
        источники; список источников; список использованных источников; библиография; ссылки;
        список использованных источников и литературы; источники и литература;
        литература и источники; библиографический список; примечания и ссылки; комментарии;
        использованная литература; список источников и литературы; цитируемая литература;
        список цитируемой литературы; библиографические ссылки; библиографические источники""",
    "uk": """література; список літератури; список використаної літератури; примітки; виноски;
        джерела; список джерел; список використаних джерел; бібліографія; посилання;
        джерела та література; джерела і література; література та джерела;
        бібліографічний список; список використаних джерел і літератури; зноски;
        список використаних джерел та літератури; використані джерела; використана література;
        примітки та посилання; коментарі""",
    "hy": """գրականություն; գրականության ցանկ; օգտագործված գրականություն; ծանոթագրություններ;
        ծանոթագրություն; հղումներ; աղբյուրներ; աղբյուրների ցանկ; մատենագիտություն;
        մատենագրություն; տողատակեր; տողատակի ծանոթագրություններ; աղբյուրներ և գրականություն;
        օգտագործված գրականության ցանկ; օգտագործված աղբյուրներ; գրականություն և աղբյուրներ;
        օգտագործված աղբյուրների և գրականության ցանկ; հղումներ և ծանոթագրություններ;
        նշումներ""",
    "az": """ədəbiyyat; ədəbiyyat siyahısı; istifadə edilmiş ədəbiyyat; istinadlar; qeydlər;
        mənbələr; mənbə; biblioqrafiya; istifadə olunmuş ədəbiyyat; mənbə və ədəbiyyat;
        haşiyələr; istinad; istifadə edilmiş ədəbiyyat siyahısı; istinadlar və qeydlər;
        istifadə olunmuş ədəbiyyat siyahısı; mənbələr və ədəbiyyat; istifadə edilmiş mənbələr""",
    "tr": """kaynakça; kaynaklar; dipnotlar; notlar; bibliyografya; referanslar; son notlar;
        sonnotlar; kaynaklar ve notlar; notlar ve kaynaklar; yararlanılan kaynaklar;
        alıntılar; atıflar; dipnot; kaynak listesi; kaynakça ve notlar;
        seçilmiş kaynakça; seçme kaynakça""",
    "ar": """المراجع; مراجع; المصادر; مصادر; المصادر والمراجع; قائمة المراجع; قائمة المصادر;
        الهوامش; هوامش; ملاحظات; الحواشي; حواشي; ثبت المراجع; قائمة المصادر والمراجع;
        ثبت المصادر والمراجع;
        مراجع ومصادر; المراجع والمصادر; ببليوغرافيا; الببليوغرافيا; هوامش ومراجع;
        الملاحظات; الهوامش والمراجع; ملاحظات ومراجع; إحالات""",
}

# Headings that end a list where nothing but lines tells of them.
_CLOSING_HEADINGS = {
    "en": """appendix; appendices; acknowledgements; acknowledgments; index; about the author;
        about the authors; external links; further reading; see also; author information;
        conflict of interest; conflicts of interest; funding; abbreviations; glossary""",
    "fr": """annexe; annexes; remerciements; index; liens externes; voir aussi; sur l'auteur;
        abréviations; glossaire; articles connexes""",
    "de": """anhang; anhänge; danksagung; register; weblinks; siehe auch; über den autor;
        abkürzungen; abkürzungsverzeichnis; glossar; personenregister""",
    "es": """anexo; anexos; apéndice; agradecimientos; índice; enlaces externos; véase también;
        sobre el autor; abreviaturas; glosario""",
    "ru": """приложение; приложения; благодарности; указатель; именной указатель; об авторе;
        об авторах; см. также; сокращения; список сокращений; глоссарий""",
    "uk": """додаток; додатки; подяки; покажчик; іменний покажчик; про автора; про авторів;
        див. також; скорочення; список скорочень; глосарій""",
    "hy": """հավելված; հավելվածներ; երախտագիտություն; ցանկ; արտաքին հղումներ; տես նաև;
        հեղինակի մասին; հապավումներ""",
    "az": """əlavə; əlavələr; təşəkkür; göstərici; xarici keçidlər; həmçinin bax; müəllif haqqında;
        ixtisarlar""",
    "tr": """ek; ekler; teşekkür; dizin; dış bağlantılar; ayrıca bakınız; yazar hakkında;
        kısaltmalar""",
    "ar": """ملحق; ملاحق; الملاحق; شكر وتقدير; فهرس; الفهرس; وصلات خارجية; روابط خارجية; انظر أيضا;
        انظر أيضًا; عن المؤلف""",
}


def heading_key(words: str) -> str:
    """Gives what headings are compared by: small letters, single spaces, no stretching."""
    folded = unicodedata.normalize("NFC", words).casefold().replace(_COMBINING_DOT, "")
    return " ".join(folded.replace(_TATWEEL, "").split())


def _keys(rows: dict[str, str]) -> frozenset[str]:
    return frozenset(heading_key(words) for row in rows.values() for words in row.split(";"))


LIST_HEADINGS = _keys(_LIST_HEADINGS)
CLOSING_HEADINGS = _keys(_CLOSING_HEADINGS)
