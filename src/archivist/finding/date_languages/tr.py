"""The date words of Turkish; its cases are endings, after an apostrophe where a name has them."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

TURKISH = Language(
    code="tr",
    frequent=(
        "ve bir bu da de için ile olarak olan gibi daha çok sonra kadar en ne o ise değil her"
        " tarafından oldu olduğu ancak ama kendi onun var etti ki üzerine karşı içinde diye göre"
    ),
    letters="ğış",
    month_endings={
        Ending.PLAIN: (
            "{,’}{ı,i,u,ü,ın,in,un,ün,a,e,ya,ye}|’{ı,i,u,ü}{na,ne,nı,ni,nın,nin,nun,nün}"
        ),
        Ending.PLACED: "{,’}{ta,te,da,de}|{,’}{ında,inde,unda,ünde}",
        Ending.FROM: "{,’}{tan,ten,dan,den}|’{ından,inden,undan,ünden}",
    },
    capital_months=("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    seasons={
        21: "ilkbahar{,da,ı,ın,ında}|bahar{,da,ı,ın,ında}",
        22: "yaz{ı,ında,ın}",
        23: "sonbahar{,da,ı,ın,ında}|güz{ü,ünde}",
        24: "kış{ı,ında,ın}",
    },
    ordinals={
        1: "birinci",
        2: "ikinci",
        3: "üçüncü",
        4: "dördüncü",
        5: "beşinci",
        6: "altıncı",
        7: "yedinci",
        8: "sekizinci",
        9: "dokuzuncu",
        10: "onuncu",
        15: "on beşinci",
        16: "on altıncı",
        17: "on yedinci",
        18: "on sekizinci",
        19: "on dokuzuncu",
        20: "yirminci",
        21: "yirmi birinci",
    },
    numbers={
        1: "bir",
        2: "iki",
        3: "üç",
        4: "dört",
        5: "beş",
        6: "altı",
        7: "yedi",
        8: "sekiz",
        9: "dokuz",
        10: "on",
        11: "on bir",
        12: "on iki",
    },
    decades={
        20: "yirmili yıllar{,da,ın,dan}",
        30: "otuzlu yıllar{,da,ın,dan}",
        40: "kırklı yıllar{,da,ın,dan}",
        50: "ellili yıllar{,da,ın,dan}",
        60: "altmışlı yıllar{,da,ın,dan}",
        70: "yetmişli yıllar{,da,ın,dan}",
        80: "seksenli yıllar{,da,ın,dan}",
        90: "doksanlı yıllar{,da,ın,dan}",
    },
    units={
        Unit.DAY: "gün{,ü,ün,de,den}",
        Unit.WEEK: "hafta{,sı,nın,da,dan}",
        Unit.MONTH: "ay{,ı,ın,ında,da,dan,ının}",
    },
    modifiers={Modifier.START: "erken", Modifier.END: "geç"},
    modifiers_after={
        Modifier.START: "baş{ı,ında,larında,ından,larından,ına,larına,ları}|başlangıcı{,nda}",
        Modifier.MID: "orta{sı,sında,larında,larından,sından,ları,sına,larına}",
        Modifier.END: "son{u,unda,larında,undan,larından,una,ları,larına}",
    },
    halves_after={
        1: "ilk yarısı{,nda,ndan}|birinci yarısı{,nda}",
        2: "ikinci yarısı{,nda,ndan}",
    },
    openings_after={
        Opening.BEFORE: "önce|evvel",
        Opening.AFTER: "sonra",
        Opening.SINCE: "beri|itibaren|bu yana|başlayarak",
        Opening.UNTIL: "kadar|dek|değin",
    },
    relatives={
        1: "ertesi|sonraki|bir sonraki|gelecek|izleyen|takip eden",
        0: "aynı|o",
        -1: "önceki|bir önceki",
    },
    relatives_now={-1: "geçen|geçtiğimiz", 0: "bu"},
    later={1: "sonra", -1: "önce|evvel"},
    deictic={-1: "dün", 1: "yarın"},
    words={
        Role.MONTH_WORD: "ayında+j|ayından+F",
        Role.CENTURY: "yüzyıl{,ın,da,dan,ı,a,lar,larda,ların}|yy.|asır{,da}|asrın",
        Role.YEAR_WORD: (
            "yılı{,nın,na}|yılında+j|yılından+F|senesi|senesinde+j|yılları|yıllarında+j"
        ),
        Role.DECADE_YEARS: "yıllar{,ı,ın,da,dan,ının}",
        Role.YEARS: "yıl{,ın,da,lar,lık}|sene|senenin",
        Role.BETWEEN_AFTER: "arasında|arasındaki|aralığında",
        Role.TO: "ile|ilâ|ila",
        Role.AND: "ve",
        Role.OR: "veya|ya da|yahut",
        Role.ABOUT: "yaklaşık|yak.|takriben",
        Role.ABOUT_AFTER: "civarında|civarı|dolaylarında|sıralarında",
        Role.COUNTING: "s.|ss.|sayfa|sayfalar|no.|numara|numaralı|cilt|madde|bölüm|sayılı",
    },
    before_era="M. Ö.|MÖ|İ. Ö.|İÖ|milattan önce",
    after_era="M. S.|MS|İ. S.|milattan sonra",
    number_endings={
        Ending.ORDINAL: "inci|ıncı|uncu|üncü|nci|ncı",
        Ending.DECADE: (
            "ler|lar|li|lı|lu|lü|lerde|larda|lerin|ların|lerden|lardan|lere|lara|leri|ları"
            "|lerinde|larında"
        ),
        Ending.PLAIN: (
            "ı|i|u|ü|ın|in|un|ün|nin|nın|nun|nün|a|e|ya|ye|sı|si|yı|yi|yu|yü|na|ne|nı|ni|ına|ine"
            "|una|üne|sına|sine"
        ),
        Ending.PLACED: "ta|te|da|de|sında|sinde|ında|inde|unda|ünde|nda|nde|deki|daki|teki|taki",
        Ending.FROM: "tan|ten|dan|den|sından|sinden|ından|inden|undan|ünden|ndan|nden",
    },
    year_first=True,
)
