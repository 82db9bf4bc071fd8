"""The date words of Azerbaijani in Latin letters; its cases are endings."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

AZERBAIJANI = Language(
    code="az",
    frequent=(
        "və bu ilə bir üçün də ki olan o da sonra edir olub kimi isə onun idi daha çox görə əsas"
        " tərəfindən bütün hər həm olaraq edilmiş haqqında etdi onlar qarşı başladı oldu"
    ),
    letters="əğış",
    month_endings={
        Ending.PLAIN: "{,’}{ı,i,u,ü,ın,in,un,ün,a,ə,ya,yə,nın,nin}",
        Ending.PLACED: "{,’}{da,də}|ında|ində|unda",
        Ending.FROM: "{,’}{dan,dən}",
    },
    seasons={
        21: "yaz{,ı,ın,ında,da}|bahar{,ı,ın,ında}",
        22: "yay{,ı,ın,ında,da}",
        23: "payız{,ı,ın,ında,da}",
        24: "qış{,ı,ın,ında,da}",
    },
    ordinals={
        1: "birinci",
        2: "ikinci",
        3: "üçüncü",
        4: "dördüncü",
        5: "beşinci",
        6: "altıncı",
        7: "yeddinci",
        8: "səkkizinci",
        9: "doqquzuncu",
        10: "onuncu",
        18: "on səkkizinci",
        19: "on doqquzuncu",
        20: "iyirminci",
        21: "iyirmi birinci",
    },
    numbers={
        1: "bir",
        2: "iki",
        3: "üç",
        4: "dörd",
        5: "beş",
        6: "altı",
        7: "yeddi",
        8: "səkkiz",
        9: "doqquz",
        10: "on",
        11: "on bir",
        12: "on iki",
    },
    units={
        Unit.DAY: "gün{,ü,ün,də,dən}",
        Unit.WEEK: "həftə{,si,nin,də,dən}",
        Unit.MONTH: "ay{,ı,ın,ında,da,dan,ının}",
    },
    modifiers={Modifier.START: "erkən", Modifier.END: "gec"},
    modifiers_after={
        Modifier.START: "əvvəl{i,ində,lərində,indən,lərindən,inə,ləri,lərinə}|başlanğıc{ı,ında}",
        Modifier.MID: "orta{sı,sında,larında,larından,sından,ları,sına,larına}",
        Modifier.END: "son{u,unda,larında,undan,larından,una,ları,larına}|axır{ı,ında,larında}",
    },
    halves_after={
        1: "birinci yarısı{,nda,ndan}|ilk yarısı{,nda}",
        2: "ikinci yarısı{,nda,ndan}",
    },
    openings_after={
        Opening.BEFORE: "əvvəl|qabaq",
        Opening.AFTER: "sonra",
        Opening.SINCE: "bəri|etibarən|başlayaraq",
        Opening.UNTIL: "qədər|dək|kimi|ilə qədər|ilədək|ilə dək|ilə kimi",
    },
    relatives={
        1: "növbəti|sonrakı|gələn|ertəsi",
        0: "həmin|eyni|elə həmin|o",
        -1: "əvvəlki",
    },
    relatives_now={-1: "keçən|ötən", 0: "bu"},
    later={1: "sonra", -1: "əvvəl|qabaq"},
    deictic={-1: "dünən", 1: "sabah", -2: "srağagün"},
    words={
        Role.MONTH_WORD: "ayında+j|ayından+F",
        Role.CENTURY: "əsr{,in,də,dən,i,ə,lər,lərdə,lərin}|yüzil{,in,də,liyin}",
        Role.YEAR_WORD: "ili|ilin|ildə+j|ildən+F|ilində+j|ilinin|ilindən+F",
        Role.DECADE_YEARS: "illər{,i,in,də,dən,ində,indən,inin,ə}",
        Role.YEARS: "il|illər{,i,in,də,dən,ində,inin}",
        Role.BETWEEN_AFTER: "arasında|aralığında|müddətində",
        Role.TO: "ilə",
        Role.AND: "və",
        Role.OR: "yaxud|və ya",
        Role.ABOUT: "təxminən|təqribən|təx.",
        Role.COUNTING: "səh.|səhifə|№|nömrə|nömrəli|cild|maddə|fəsil|bənd",
    },
    before_era="e. ə.|b. e. ə.|bizim eradan əvvəl|eramızdan əvvəl|m. ö.",
    after_era="b. e.|eramızın|bizim eranın",
    number_endings={
        Ending.ORDINAL: "cı|ci|cu|cü|ıncı|inci|uncu|üncü|nci|ncı|ncu|ncü",
        Ending.PLAIN: "ı|i|u|ü|ın|in|un|ün|a|ə|sı|si|nın|nin|ya|yə|na|nə|nə|na",
        Ending.UNTIL: "dək|adək|ədək|cək|yədək|yadək",
        Ending.PLACED: "da|də|sında|sində|ında|ində|unda|ündə|nda|ndə",
        Ending.FROM: "dan|dən|sından|sindən|ından|indən",
    },
    month_first=True,
    year_first=True,
)
