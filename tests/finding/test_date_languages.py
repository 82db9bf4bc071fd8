"""Dates in ten languages: what each form says, and that it is found without naming the language."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archivist.domain.dates import Certainty, Extent, Modifier, from_edtf
from archivist.finding.dates import find_dates, read_date
from archivist.finding.languages import guess_language, passages

# Language: sentences, with the dates that stand in them as their words and EDTF.
Cases = list[tuple[str, list[tuple[str, str]]]]

FRENCH: Cases = [
    ("En mai 1915 et les années suivantes, les jours suivants", [("mai 1915", "1915-05")]),
    (
        "les années 1920 et 1930, aux XVIIIe et XIXe siècles",
        [("années 1920 et 1930", "{192X,193X}"), ("XVIIIe et XIXe siècles", "{17XX,18XX}")],
    ),
    (
        "Le 10 mai 1940… le 12 du même mois, trois mois après.",
        [
            ("10 mai 1940", "1940-05-10"),
            ("12 du même mois", "1940-05-12"),
            ("trois mois après", "1940-08"),
        ],
    ),
    (
        "au mois d’octobre 1917 et au début du mois de mai 1918",
        [("mois d’octobre 1917", "1917-10"), ("au début du mois de mai 1918", "1918-05")],
    ),
    ("Le 19 septembre 2023, ils sont partis.", [("19 septembre 2023", "2023-09-19")]),
    ("Le 1er mai 1915, la ville tomba.", [("1er mai 1915", "1915-05-01")]),
    ("du 16 au 23 octobre 2023", [("16 au 23 octobre 2023", "2023-10-16/2023-10-23")]),
    ("les 24 et 27 septembre 1915", [("24 et 27 septembre 1915", "{1915-09-24,1915-09-27}")]),
    ("entre mai et juillet 1915", [("entre mai et juillet 1915", "1915-05/1915-07")]),
    ("de mai à juillet 1915", [("mai à juillet 1915", "1915-05/1915-07")]),
    ("de 1914 à 1918", [("1914 à 1918", "1914/1918")]),
    ("la guerre de 1914-1918", [("1914-1918", "1914/1918")]),
    ("au début de septembre 2023", [("au début de septembre 2023", "2023-09")]),
    ("à la fin de l’année 1915", [("à la fin de l’année 1915", "1915")]),
    ("fin août 1944", [("fin août 1944", "1944-08")]),
    ("à la mi-octobre 1917", [("mi-octobre 1917", "1917-10")]),
    ("avant le 12 janvier 2024", [("avant le 12 janvier 2024", "2024-01-12")]),
    ("depuis mai 1948", [("depuis mai 1948", "1948-05/..")]),
    ("jusqu’en 2001 seulement", [("jusqu’en 2001", "../2001")]),
    ("jusqu'au 3 mars 1917", [("jusqu'au 3 mars 1917", "../1917-03-03")]),
    ("vers 1915, il vint", [("vers 1915", "1915~")]),
    ("dans les années 1950", [("années 1950", "195X")]),
    ("au XIXe siècle", [("XIXe siècle", "18XX")]),
    ("au cinquième siècle avant J.-C.", [("cinquième siècle avant J.-C.", "-04XX")]),
    ("à l’été 1915", [("été 1915", "1915-22")]),
    ("au printemps de 1915", [("printemps de 1915", "1915-21")]),
    ("l’hiver 1942-1943", [("hiver 1942-1943", "1942-24")]),
    ("le 24/09/2023", [("24/09/2023", "2023-09-24")]),
    ("le 03/04/2023", [("03/04/2023", "2023-04-03")]),
    ("en 44 av. J.-C.", [("44 av. J.-C.", "-0043")]),
    ("le 6 (19) mars 1917", [("6 (19) mars 1917", "1917-03-19")]),
    (
        "Le 3 mai 1915 il arriva ; le lendemain il repartit. Deux semaines plus tard, rien.",
        [
            ("3 mai 1915", "1915-05-03"),
            ("le lendemain", "1915-05-04"),
            ("Deux semaines plus tard", "1915-05-18"),
        ],
    ),
    (
        "En mai 1915… L’année suivante, la même chose.",
        [("mai 1915", "1915-05"), ("L’année suivante", "1916")],
    ),
]

GERMAN: Cases = [
    ("2.3. Verfahren\nwie in 2.10. gezeigt, am 2.3. aber nicht", [("2.3.", "2023-03-02")]),
    (
        "8.Februar 1942, 23.-26. März, im ersten Halbjahr 1943",
        [
            ("8.Februar 1942", "1942-02-08"),
            ("23.-26. März", "1942-03-23/1942-03-26"),
            ("ersten Halbjahr 1943", "1943-01/1943-06"),
        ],
    ),
    (
        "Am 24.09. kam er, vom 3.10. bis 5.10.2023 blieb er, in Version 2.12. nicht.",
        [
            ("24.09.", "2023-09-24"),
            ("3.10. bis 5.10.2023", "2023-10-03/2023-10-05"),
        ],
    ),
    (
        "In der Nacht vom 24. auf den 25. Juli 1943",
        [("24. auf den 25. Juli 1943", "1943-07-24/1943-07-25")],
    ),
    (
        "Am 8./9. Mai 1945, im Mai/Juni 1940",
        [("8./9. Mai 1945", "1945-05-08/1945-05-09"), ("Mai/Juni 1940", "1940-05/1940-06")],
    ),
    (
        "Ende August/Anfang September 1939",
        [("Ende August", "1939-08"), ("Anfang September 1939", "1939-09")],
    ),
    (
        "Im Mai 1939 kam er, im Dezember des Vorjahres sie.",
        [("Mai 1939", "1939-05"), ("Dezember des Vorjahres", "1938-12")],
    ),
    ("Am 19. September 2023 begann es.", [("19. September 2023", "2023-09-19")]),
    ("vom 16. bis 23. Oktober 2023", [("16. bis 23. Oktober 2023", "2023-10-16/2023-10-23")]),
    (
        "vom 30. August bis zum 20. September 2023",
        [("30. August bis zum 20. September 2023", "2023-08-30/2023-09-20")],
    ),
    ("am 24. und 27. September 1915", [("24. und 27. September 1915", "{1915-09-24,1915-09-27}")]),
    ("zwischen Mai und Juli 1915", [("zwischen Mai und Juli 1915", "1915-05/1915-07")]),
    ("von 1914 bis 1918", [("1914 bis 1918", "1914/1918")]),
    ("im Krieg 1914–18", [("1914–18", "1914/1918")]),
    ("Anfang September 2023", [("Anfang September 2023", "2023-09")]),
    ("Mitte der 1950er Jahre", [("Mitte der 1950er Jahre", "195X")]),
    ("Ende 1915 kam er.", [("Ende 1915", "1915")]),
    ("vor dem 12. Januar 2024", [("vor dem 12. Januar 2024", "2024-01-12")]),
    ("nach 1945 war", [("nach 1945", "1945")]),
    ("seit Mai 1948", [("seit Mai 1948", "1948-05/..")]),
    ("bis 2001 nur", [("bis 2001", "../2001")]),
    ("um 1915", [("um 1915", "1915~")]),
    ("im Jahr 1915", [("Jahr 1915", "1915")]),
    ("Im Jahre 1500 war das so.", [("Jahre 1500", "1500")]),
    ("in den 1950er Jahren", [("1950er Jahren", "195X")]),
    ("im 19. Jahrhundert", [("19. Jahrhundert", "18XX")]),
    ("im neunzehnten Jahrhundert", [("neunzehnten Jahrhundert", "18XX")]),
    ("im 5. Jahrhundert v. Chr.", [("5. Jahrhundert v. Chr.", "-04XX")]),
    ("44 v. Chr. starb er", [("44 v. Chr.", "-0043")]),
    ("im Sommer 1915", [("Sommer 1915", "1915-22")]),
    ("im Winter 1942/43", [("Winter 1942/43", "1942-24")]),
    ("am 24.09.2023", [("24.09.2023", "2023-09-24")]),
    ("am 3. 4. 2023", [("3. 4. 2023", "2023-04-03")]),
    ("Er wurde 1915 geboren und ist heute hier.", [("1915", "1915")]),
    ("am 28. Februar (13. März) 1917", [("28. Februar (13. März) 1917", "1917-03-13")]),
    (
        "Am 3. Mai 1915 kam er. Am nächsten Tag ging er. Zwei Wochen später war er tot.",
        [
            ("3. Mai 1915", "1915-05-03"),
            ("nächsten Tag", "1915-05-04"),
            ("Zwei Wochen später", "1915-05-18"),
        ],
    ),
    (
        "In der ersten Hälfte des Jahres 1915",
        [("ersten Hälfte des Jahres 1915", "1915-01/1915-06")],
    ),
    ("Es waren 1915 Soldaten und 2000 Pferde mit dabei.", []),
]

SPANISH: Cases = [
    (
        "en los siglos XVIII y XIX; del siglo XVI hasta el XVIII",
        [("siglos XVIII y XIX", "{17XX,18XX}"), ("siglo XVI hasta el XVIII", "15XX/17XX")],
    ),
    ("El 19 de septiembre de 2023 comenzó.", [("19 de septiembre de 2023", "2023-09-19")]),
    ("del 16 al 23 de octubre de 2023", [("16 al 23 de octubre de 2023", "2023-10-16/2023-10-23")]),
    (
        "el 24 y 27 de septiembre de 1915",
        [("24 y 27 de septiembre de 1915", "{1915-09-24,1915-09-27}")],
    ),
    ("entre mayo y julio de 1915", [("entre mayo y julio de 1915", "1915-05/1915-07")]),
    ("de 1914 a 1918", [("1914 a 1918", "1914/1918")]),
    ("a principios de septiembre de 2023", [("a principios de septiembre de 2023", "2023-09")]),
    ("a mediados de 1915", [("a mediados de 1915", "1915")]),
    ("a finales de la década de 1950", [("a finales de la década de 1950", "195X")]),
    ("en los años cincuenta del siglo XX", [("años cincuenta del siglo XX", "195X")]),
    ("antes del 12 de enero de 2024", [("antes del 12 de enero de 2024", "2024-01-12")]),
    ("desde mayo de 1948", [("desde mayo de 1948", "1948-05/..")]),
    ("hasta 2001", [("hasta 2001", "../2001")]),
    ("hacia 1915", [("hacia 1915", "1915~")]),
    ("en el siglo XIX", [("siglo XIX", "18XX")]),
    ("en el siglo V a. C.", [("siglo V a. C.", "-04XX")]),
    ("en la primavera de 1915", [("primavera de 1915", "1915-21")]),
    ("el 03/04/2023", [("03/04/2023", "2023-04-03")]),
    ("en el año 1500", [("año 1500", "1500")]),
    (
        "El 3 de mayo de 1915 llegó. Al día siguiente salió. Dos semanas después murió.",
        [
            ("3 de mayo de 1915", "1915-05-03"),
            ("día siguiente", "1915-05-04"),
            ("Dos semanas después", "1915-05-18"),
        ],
    ),
    (
        "En mayo de 1915 vino. Ese mismo año murió.",
        [("mayo de 1915", "1915-05"), ("Ese mismo año", "1915")],
    ),
]

RUSSIAN: Cases = [
    ("2.3. Методы\n2.10. Итоги, как сказано в 2.3. выше", []),
    ("В мае 1915 года и в следующие годы, в последующие дни", [("мае 1915 года", "1915-05")]),
    (
        "Хроника 1941 года\n27.06. Взят город.\n1.07. Взят другой, ставка выросла до 2.12. раза",
        [("1941 года", "1941"), ("27.06.", "1941-06-27"), ("1.07.", "1941-07-01")],
    ),
    (
        "письмо от 5.V.1915 и 5. XII. 1915",
        [("5.V.1915", "1915-05-05"), ("5. XII. 1915", "1915-12-05")],
    ),
    ("В ночь с 24 на 25 июля 1943 года", [("24 на 25 июля 1943 года", "1943-07-24/1943-07-25")]),
    ("В 1920—1930-е годы", [("1920—1930-е годы", "192X/193X")]),
    ("Зимой 1941—1942 годов", [("Зимой 1941—1942 годов", "1941-24")]),
    ("Конец XIX — начало XX века", [("Конец XIX — начало XX века", "18XX/19XX")]),
    (
        "С 1-го по 3-е мая 1915; 10-го числа того же месяца",
        [
            ("1-го по 3-е мая 1915", "1915-05-01/1915-05-03"),
            ("10-го числа того же месяца", "1915-05-10"),
        ],
    ),
    ("19 сентября 2023 года началось.", [("19 сентября 2023 года", "2023-09-19")]),
    ("19 сентября 2023 г. он", [("19 сентября 2023 г.", "2023-09-19")]),
    ("в сентябре 2023 года", [("сентябре 2023 года", "2023-09")]),
    ("с 16 по 23 октября 2023 года", [("16 по 23 октября 2023 года", "2023-10-16/2023-10-23")]),
    ("19–20 сентября 2023", [("19–20 сентября 2023", "2023-09-19/2023-09-20")]),
    ("24 и 27 сентября 1915 года", [("24 и 27 сентября 1915 года", "{1915-09-24,1915-09-27}")]),
    ("между маем и июлем 1915 года", [("между маем и июлем 1915 года", "1915-05/1915-07")]),
    ("с мая по июль 1915 года", [("мая по июль 1915 года", "1915-05/1915-07")]),
    ("война 1914–1918 гг. была", [("1914–1918 гг.", "1914/1918")]),
    ("в 1914–18 годах", [("1914–18 годах", "1914/1918")]),
    ("в начале сентября 2023 года", [("начале сентября 2023 года", "2023-09")]),
    ("в середине 1950-х годов", [("середине 1950-х годов", "195X")]),
    ("в конце 1915 года", [("конце 1915 года", "1915")]),
    ("в 50-е годы XX века", [("50-е годы XX века", "195X")]),
    ("до 12 января 2024 года", [("до 12 января 2024 года", "../2024-01-12")]),
    ("после 1945 года", [("после 1945 года", "1945")]),
    ("начиная с мая 1948 года", [("начиная с мая 1948 года", "1948-05/..")]),
    ("около 1915 года", [("около 1915 года", "1915~")]),
    ("в XIX веке", [("XIX веке", "18XX")]),
    ("в девятнадцатом веке", [("девятнадцатом веке", "18XX")]),
    ("в V веке до н. э.", [("V веке до н. э.", "-04XX")]),
    ("в 44 году до н. э.", [("44 году до н. э.", "-0043")]),
    ("в 988 году крестил", [("988 году", "0988")]),
    ("летом 1915 года", [("летом 1915 года", "1915-22")]),
    ("зимой 1942/43 года", [("зимой 1942/43 года", "1942-24")]),
    ("24.09.2023 и 24.09.23", [("24.09.2023", "2023-09-24"), ("24.09.23", "2023-09-24")]),
    ("6 (19) марта 1917 года", [("6 (19) марта 1917 года", "1917-03-19")]),
    ("28 февраля (13 марта) 1917 года", [("28 февраля (13 марта) 1917 года", "1917-03-13")]),
    (
        "3 мая 1915 года он прибыл. На следующий день ушёл. Через две недели умер.",
        [
            ("3 мая 1915 года", "1915-05-03"),
            ("следующий день", "1915-05-04"),
            ("Через две недели", "1915-05-18"),
        ],
    ),
    (
        "В мае 1915 года… В том же году он умер.",
        [("мае 1915 года", "1915-05"), ("том же году", "1915")],
    ),
    ("В первой половине 1915 года", [("первой половине 1915 года", "1915-01/1915-06")]),
    ("2000 лет назад, на с. 1915, 1500 человек, в 1500 деревнях", []),
]

UKRAINIAN: Cases = [
    (
        "У 1951 році, до початку зими головним було інше",
        [("1951 році", "1951"), ("початку зими", "1951-24")],
    ),
    ("19 вересня 2023 року почалося.", [("19 вересня 2023 року", "2023-09-19")]),
    ("у вересні 2023 року", [("вересні 2023 року", "2023-09")]),
    ("з 16 до 23 жовтня 2023 року", [("16 до 23 жовтня 2023 року", "2023-10-16/2023-10-23")]),
    ("19—20 вересня 2023", [("19—20 вересня 2023", "2023-09-19/2023-09-20")]),
    ("між травнем і липнем 1915 року", [("між травнем і липнем 1915 року", "1915-05/1915-07")]),
    ("у травні-липні 1915 року", [("травні-липні 1915 року", "1915-05/1915-07")]),
    (
        "у січні, лютому й березні 1944 року",
        [("січні, лютому й березні 1944 року", "{1944-01,1944-02,1944-03}")],
    ),
    ("війна 1914–1918 рр. була", [("1914–1918 рр.", "1914/1918")]),
    ("на початку вересня 2023 року", [("початку вересня 2023 року", "2023-09")]),
    ("наприкінці 1950-х років", [("наприкінці 1950-х років", "195X")]),
    ("у 50-х роках ХХ століття", [("50-х роках ХХ століття", "195X")]),
    ("до 12 січня 2024 року", [("до 12 січня 2024 року", "../2024-01-12")]),
    ("після 1945 року", [("після 1945 року", "1945")]),
    ("близько 1915 року", [("близько 1915 року", "1915~")]),
    ("у XIX столітті", [("XIX столітті", "18XX")]),
    ("у V столітті до н. е.", [("V столітті до н. е.", "-04XX")]),
    ("влітку 1915 року", [("влітку 1915 року", "1915-22")]),
    ("24.09.2023", [("24.09.2023", "2023-09-24")]),
    ("6 (19) березня 1917 року", [("6 (19) березня 1917 року", "1917-03-19")]),
    (
        "3 травня 1915 року він прибув. Наступного дня пішов. Через два тижні помер.",
        [
            ("3 травня 1915 року", "1915-05-03"),
            ("Наступного дня", "1915-05-04"),
            ("Через два тижні", "1915-05-18"),
        ],
    ),
    (
        "У травні 1915 року прибув. Того ж року помер.",
        [("травні 1915 року", "1915-05"), ("Того ж року", "1915")],
    ),
    ("2000 років тому, на с. 1915, було 1500 осіб.", []),
]

ARMENIAN: Cases = [
    (
        "1915 թ-ի ապրիլի 24-ը, 1911թ-ի մայիսին",
        [("1915 թ-ի ապրիլի 24-ը", "1915-04-24"), ("1911թ-ի մայիսին", "1911-05")],
    ),
    (
        "1915 թուականին, 24 Ապրիլ 1915-ը",
        [("1915 թուականին", "1915"), ("24 Ապրիլ 1915-ը", "1915-04-24")],
    ),
    (
        "1988 թվականի փետրվարի 20-ին և 27-ին",
        [("1988 թվականի փետրվարի 20-ին և 27-ին", "{1988-02-20,1988-02-27}")],
    ),
    (
        "2023 թ․ սեպտեմբերի 19-ին, հաջորդ տարվա հունիսին",
        [("2023 թ․ սեպտեմբերի 19-ին", "2023-09-19"), ("հաջորդ տարվա հունիսին", "2024-06")],
    ),
    (
        "1941-1942 թթ. ձմռանը, 20-րդ դարի առաջին կեսին",
        [("1941-1942 թթ. ձմռանը", "1941-24"), ("20-րդ դարի առաջին կեսին", "1900/1949")],
    ),
    ("2023 թվականի սեպտեմբերի 19-ին սկսվեց։", [("2023 թվականի սեպտեմբերի 19-ին", "2023-09-19")]),
    ("2023 թ. սեպտեմբերի 19-ին", [("2023 թ. սեպտեմբերի 19-ին", "2023-09-19")]),
    ("2023թ. սեպտեմբերին", [("2023թ. սեպտեմբերին", "2023-09")]),
    ("2023-ի սեպտեմբերին", [("2023-ի սեպտեմբերին", "2023-09")]),
    ("19 սեպտեմբերի 2023 թ.", [("19 սեպտեմբերի 2023 թ.", "2023-09-19")]),
    (
        "2023 թվականի սեպտեմբերի 19-20-ը",
        [("2023 թվականի սեպտեմբերի 19-20-ը", "2023-09-19/2023-09-20")],
    ),
    (
        "2023 թվականի հոկտեմբերի 16-ից 23-ը",
        [("2023 թվականի հոկտեմբերի 16-ից 23-ը", "2023-10-16/2023-10-23")],
    ),
    ("1915 թվականին", [("1915 թվականին", "1915")]),
    ("1914-1918 թվականներին", [("1914-1918 թվականներին", "1914/1918")]),
    ("1914-1918 թթ.", [("1914-1918 թթ.", "1914/1918")]),
    ("1915 թվականի սեպտեմբերի սկզբին", [("1915 թվականի սեպտեմբերի սկզբին", "1915-09")]),
    ("1915 թվականի վերջին", [("1915 թվականի վերջին", "1915")]),
    ("մինչև 1915 թվականը", [("մինչև 1915 թվականը", "../1915")]),
    ("1915 թվականից հետո", [("1915 թվականից հետո", "1915")]),
    ("1915-ից առաջ", [("1915-ից առաջ", "1915")]),
    ("1950-ական թվականներին", [("1950-ական թվականներին", "195X")]),
    ("19-րդ դարում", [("19-րդ դարում", "18XX")]),
    ("XIX դարի վերջին", [("XIX դարի վերջին", "18XX")]),
    ("մ.թ.ա. 5-րդ դարում", [("մ.թ.ա. 5-րդ դարում", "-04XX")]),
    ("1915 թվականի գարնանը", [("1915 թվականի գարնանը", "1915-21")]),
    ("24.09.2023", [("24.09.2023", "2023-09-24")]),
    (
        "1915 թվականի մայիսի 3-ին եկավ։ Հաջորդ օրը գնաց։ Երկու շաբաթ անց մահացավ։",
        [
            ("1915 թվականի մայիսի 3-ին", "1915-05-03"),
            ("Հաջորդ օրը", "1915-05-04"),
            ("Երկու շաբաթ անց", "1915-05-18"),
        ],
    ),
    ("2000 տարի առաջ, էջ 1915", []),
]

AZERBAIJANI: Cases = [
    (
        "1915-ci il mayın 5-dən iyunun 7-dək, sonra 1918-dək",
        [("1915-ci il mayın 5-dən iyunun 7-dək", "1915-05-05/1915-06-07"), ("1918-dək", "../1918")],
    ),
    ("1941–1942-ci illərin qışında", [("1941–1942-ci illərin qışında", "1941-24")]),
    ("19 sentyabr 2023-cü ildə başladı.", [("19 sentyabr 2023-cü ildə", "2023-09-19")]),
    ("2023-cü il sentyabrın 19-da başladı.", [("2023-cü il sentyabrın 19-da", "2023-09-19")]),
    ("2023-cü ilin sentyabrında", [("2023-cü ilin sentyabrında", "2023-09")]),
    ("2023-cü il", [("2023-cü il", "2023")]),
    ("1914-1918-ci illərdə", [("1914-1918-ci illərdə", "1914/1918")]),
    ("1950-ci illərdə", [("1950-ci illərdə", "195X")]),
    ("19–20 sentyabr 2023-cü il", [("19–20 sentyabr 2023-cü il", "2023-09-19/2023-09-20")]),
    (
        "2023-cü il oktyabrın 16-dan 23-dək",
        [("2023-cü il oktyabrın 16-dan 23-dək", "2023-10-16/2023-10-23")],
    ),
    ("1915-ci ilin əvvəllərində", [("1915-ci ilin əvvəllərində", "1915")]),
    ("1915-ci ildən sonra", [("1915-ci ildən sonra", "1915")]),
    ("1915-ci ilə qədər", [("1915-ci ilə qədər", "../1915")]),
    ("1991-ci ildən bəri", [("1991-ci ildən bəri", "1991/..")]),
    ("təxminən 1915-ci ildə", [("təxminən 1915-ci ildə", "1915~")]),
    ("XIX əsrdə", [("XIX əsrdə", "18XX")]),
    ("19-cu əsrin sonunda", [("19-cu əsrin sonunda", "18XX")]),
    ("e.ə. V əsrdə", [("e.ə. V əsrdə", "-04XX")]),
    ("1915-ci ilin yazında", [("1915-ci ilin yazında", "1915-21")]),
    ("24.09.2023", [("24.09.2023", "2023-09-24")]),
    (
        "3 may 1915-ci ildə gəldi. Ertəsi gün getdi. İki həftə sonra öldü.",
        [
            ("3 may 1915-ci ildə", "1915-05-03"),
            ("Ertəsi gün", "1915-05-04"),
            ("İki həftə sonra", "1915-05-18"),
        ],
    ),
    ("2000 il əvvəl, səh. 1915", []),
]

TURKISH: Cases = [
    (
        "25 Şubat 1915'ten beri, 1916 yılı başından itibaren, 1916 Şubat’ında",
        [
            ("25 Şubat 1915'ten beri", "1915-02-25/.."),
            ("1916 yılı başından itibaren", "1916/.."),
            ("1916 Şubat’ında", "1916-02"),
        ],
    ),
    (
        "5 Mayıs'tan 7 Haziran 1915'e kadar",
        [("5 Mayıs'tan 7 Haziran 1915'e kadar", "1915-05-05/1915-06-07")],
    ),
    (
        "1948 Arap–İsrail Savaşı, 18. ve 19. yüzyıllarda",
        [("1948", "1948"), ("18. ve 19. yüzyıllarda", "{17XX,18XX}")],
    ),
    ("19 Eylül 2023’te başladı.", [("19 Eylül 2023’te", "2023-09-19")]),
    ("19 Eylül 2023 tarihinde", [("19 Eylül 2023", "2023-09-19")]),
    ("Eylül 2023'te", [("Eylül 2023'te", "2023-09")]),
    ("2023 yılının Eylül ayında", [("2023 yılının Eylül ayında", "2023-09")]),
    ("2023'te", [("2023'te", "2023")]),
    ("1915 yılında", [("1915 yılında", "1915")]),
    ("19–20 Eylül 2023", [("19–20 Eylül 2023", "2023-09-19/2023-09-20")]),
    ("16-23 Ekim 2023 tarihleri arasında", [("16-23 Ekim 2023", "2023-10-16/2023-10-23")]),
    ("Mayıs ile Temmuz 1915 arasında", [("Mayıs ile Temmuz 1915 arasında", "1915-05/1915-07")]),
    ("1914'ten 1918'e kadar", [("1914'ten 1918'e kadar", "1914/1918")]),
    ("1914-1918 yılları arasında", [("1914-1918 yılları arasında", "1914/1918")]),
    ("Eylül 2023'ün başlarında", [("Eylül 2023'ün başlarında", "2023-09")]),
    ("1915 yılının sonunda", [("1915 yılının sonunda", "1915")]),
    ("1915'ten önce", [("1915'ten önce", "1915")]),
    ("1915'ten sonra", [("1915'ten sonra", "1915")]),
    ("Mayıs 1948'den beri", [("Mayıs 1948'den beri", "1948-05/..")]),
    ("2001'e kadar", [("2001'e kadar", "../2001")]),
    ("yaklaşık 1915 yılında", [("yaklaşık 1915 yılında", "1915~")]),
    ("1950'lerde", [("1950'lerde", "195X")]),
    ("1950'li yıllarda", [("1950'li yıllarda", "195X")]),
    ("19. yüzyılda", [("19. yüzyılda", "18XX")]),
    ("XIX. yüzyılın sonunda", [("XIX. yüzyılın sonunda", "18XX")]),
    ("M.Ö. 5. yüzyılda", [("M.Ö. 5. yüzyılda", "-04XX")]),
    ("MÖ 44 yılında", [("MÖ 44 yılında", "-0043")]),
    ("1915 yazında", [("1915 yazında", "1915-22")]),
    ("24.09.2023", [("24.09.2023", "2023-09-24")]),
    (
        "3 Mayıs 1915'te geldi. Ertesi gün gitti. İki hafta sonra öldü.",
        [
            ("3 Mayıs 1915'te", "1915-05-03"),
            ("Ertesi gün", "1915-05-04"),
            ("İki hafta sonra", "1915-05-18"),
        ],
    ),
    ("2000 yıl önce, s. 1915, ocak başında oturdu, mart kedisi", []),
]

ARABIC: Cases = [
    ("في القرنين الثامن عشر والتاسع عشر", [("القرنين الثامن عشر والتاسع عشر", "{17XX,18XX}")]),
    (
        "بين عامي 1941 و1945، في خمسينيات القرن العشرين",
        [("بين عامي 1941 و1945", "1941/1945"), ("خمسينيات القرن العشرين", "195X")],
    ),
    ("في 19 سبتمبر 2023 بدأت", [("19 سبتمبر 2023", "2023-09-19")]),
    ("في ١٩ أيلول ٢٠٢٣ بدأت", [("١٩ أيلول ٢٠٢٣", "2023-09-19")]),
    ("19 أيلول/سبتمبر 2023", [("19 أيلول/سبتمبر 2023", "2023-09-19")]),
    ("في 5 تشرين الأول 1915", [("5 تشرين الأول 1915", "1915-10-05")]),
    ("في 19 من سبتمبر عام 2023", [("19 من سبتمبر عام 2023", "2023-09-19")]),
    ("في سبتمبر 2023", [("سبتمبر 2023", "2023-09")]),
    ("عام 1915 كان", [("عام 1915", "1915")]),
    ("في سنة 1915م", [("سنة 1915م", "1915")]),
    ("من 16 إلى 23 أكتوبر 2023", [("16 إلى 23 أكتوبر 2023", "2023-10-16/2023-10-23")]),
    ("بين مايو ويوليو 1915", [("بين مايو ويوليو 1915", "1915-05/1915-07")]),
    ("19–20 سبتمبر 2023", [("19–20 سبتمبر 2023", "2023-09-19/2023-09-20")]),
    ("في أوائل سبتمبر 2023", [("أوائل سبتمبر 2023", "2023-09")]),
    ("في نهاية عام 1915", [("نهاية عام 1915", "1915")]),
    ("قبل 12 يناير 2024", [("قبل 12 يناير 2024", "2024-01-12")]),
    ("منذ عام 1948", [("منذ عام 1948", "1948/..")]),
    ("حتى عام 2001", [("حتى عام 2001", "../2001")]),
    ("حوالي عام 1915", [("حوالي عام 1915", "1915~")]),
    ("في القرن التاسع عشر", [("القرن التاسع عشر", "18XX")]),
    ("في القرن الخامس قبل الميلاد", [("القرن الخامس قبل الميلاد", "-04XX")]),
    ("في صيف 1915", [("صيف 1915", "1915-22")]),
    ("في صيف عام 1915", [("صيف عام 1915", "1915-22")]),
    (
        "في 3 مايو 1915 وصل. في اليوم التالي غادر. بعد أسبوعين مات.",
        [
            ("3 مايو 1915", "1915-05-03"),
            ("اليوم التالي", "1915-05-04"),
            ("بعد أسبوعين", "1915-05-18"),
        ],
    ),
    ("ص. 1915 و1445 هـ", []),
]

ENGLISH: Cases = [
    (
        "In May 1915, in the following years, on the last day of the war",
        [("May 1915", "1915-05")],
    ),
    (
        "24-Jul-1936, 15 May–10 Jun 1948",
        [("24-Jul-1936", "1936-07-24"), ("15 May–10 Jun 1948", "1948-05-15/1948-06-10")],
    ),
    (
        "In May 1915, on the 28th floor, at the 28th session; on the 12th he left.",
        [("May 1915", "1915-05"), ("12th", "1915-05-12")],
    ),
    (
        "In 1914, 1915 and 1916 it went on; rooms 1914 and 1915 were shut.",
        [("1914", "1914"), ("1915", "1915"), ("1916", "1916")],
    ),
    ("300–200 BC, 1941–2", [("300–200 BC", "-0299/-0199"), ("1941–2", "1941/1942")]),
    (
        "It was unveiled on March 2, 2015, with 18 months left; the early twenty-first century",
        [("March 2, 2015", "2015-03-02"), ("early twenty-first century", "20XX")],
    ),
    (
        "In 1915 he came. The following year, on 5 May, he left.",
        [("1915", "1915"), ("The following year", "1916"), ("5 May", "1916-05-05")],
    ),
    (
        "On the night of 12–13 August 1943 it fell; on the 28th they left.",
        [("12–13 August 1943", "1943-08-12/1943-08-13"), ("28th", "1943-08-28")],
    ),
    (
        "In May 1915 it began; on the 15th of the month it ended.",
        [("May 1915", "1915-05"), ("15th of the month", "1915-05-15")],
    ),
    ("The 1999–2000 season and (b. 1915)", [("1999–2000", "1999/2000"), ("1915", "1915")]),
    (
        "in July and August 1914 and in the years 1941, 1942 and 1943",
        [
            ("July and August 1914", "{1914-07,1914-08}"),
            ("years 1941, 1942 and 1943", "{1941,1942,1943}"),
        ],
    ),
    (
        "the early 20th century; from late 1941 to early 1942",
        [("early 20th century", "19XX"), ("late 1941 to early 1942", "1941/1942")],
    ),
    ("Some 2000 men fell at 1915 hours in Room 1915.", []),
    ("on the first of May 1915", [("first of May 1915", "1915-05-01")]),
    ("on 6 (19) March 1917", [("6 (19) March 1917", "1917-03-19")]),
    ("on March 6 (19), 1917", [("March 6 (19), 1917", "1917-03-19")]),
    ("on 28 February (13 March) 1917", [("28 February (13 March) 1917", "1917-03-13")]),
    ("in the 18th and 19th centuries", [("18th and 19th centuries", "{17XX,18XX}")]),
    ("in the first half of 1915", [("first half of 1915", "1915-01/1915-06")]),
    ("in the second half of the 19th century", [("second half of the 19th century", "1850/1899")]),
    ("in the fifties and in 44 B.C.", [("fifties", "195X"), ("44 B.C.", "-0043")]),
    ("in the year 1500", [("year 1500", "1500")]),
    (
        "On 3 May 1915 he came. The next day he left. Two weeks later he died, that autumn she.",
        [
            ("3 May 1915", "1915-05-03"),
            ("The next day", "1915-05-04"),
            ("Two weeks later", "1915-05-18"),
            ("that autumn", "1915-23"),
        ],
    ),
    (
        "In May 1915 he came; the same year he left, in January of the following year he died.",
        [
            ("May 1915", "1915-05"),
            ("the same year", "1915"),
            ("January of the following year", "1916-01"),
        ],
    ),
    (
        "In 1915 he came. Three years later he left.",
        [("1915", "1915"), ("Three years later", "1918")],
    ),
    (
        "In 1915, by the end of the year, in the summer, all was over.",
        [("1915", "1915"), ("end of the year", "1915"), ("summer", "1915-22")],
    ),
    ("He worked for two years, three days a week, 24 days in all; the fall of the city", []),
]

EVERY = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "hy": ARMENIAN,
    "az": AZERBAIJANI,
    "tr": TURKISH,
    "ar": ARABIC,
}


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [(language, *case) for language, cases in EVERY.items() for case in cases],
)
def test_dates_are_found_in_every_language(
    language: str, text: str, dates: list[tuple[str, str]]
) -> None:
    found = find_dates(text, language=language, document_date=from_edtf("2023-12-01"))
    assert [(item.date.text, item.date.edtf) for item in found] == dates
    assert all(text[item.start : item.end] == item.date.text for item in found)


@pytest.mark.parametrize(("language", "cases"), EVERY.items())
def test_a_text_is_known_by_its_words(language: str, cases: Cases) -> None:
    assert guess_language("\n".join(text for text, _ in cases)) == language


@pytest.mark.parametrize(("language", "cases"), EVERY.items())
def test_a_paragraph_in_another_language_is_read_as_such(language: str, cases: Cases) -> None:
    longest = max(cases, key=lambda case: len(case[0]))
    foreign = ENGLISH if language != "en" else GERMAN
    around = " ".join(text for text, _ in foreign if "later" not in text and "später" not in text)
    text = f"{around}\n\n{longest[0]} {longest[0]}\n\n{around}"
    codes = {table.code for _, _, table in passages(text)}
    assert codes == {language, "en" if language != "en" else "de"}
    assert longest[1][0] in [(item.date.text, item.date.edtf) for item in find_dates(text)]


def test_another_script_is_another_language_whatever_the_text_is_said_to_be() -> None:
    text = "He left on 3 May 1915.\n\nОн уехал 3 мая 1915 года.\n\nՆա գնաց 1915 թ. մայիսի 3-ին։"
    found = find_dates(text, language="en")
    assert [item.date.edtf for item in found] == ["1915-05-03"] * 3


@pytest.mark.parametrize(
    ("text", "language", "modifier"),
    [
        ("fin août 1944", "fr", Modifier.END),
        ("Mitte September 1915", "de", Modifier.MID),
        ("a principios de mayo de 1915", "es", Modifier.START),
        ("в начале мая 1915 года", "ru", Modifier.START),
        ("після 1945 року", "uk", Modifier.AFTER),
        ("1915 թվականից հետո", "hy", Modifier.AFTER),
        ("1915-ci ilin sonunda", "az", Modifier.END),
        ("1915'ten önce", "tr", Modifier.BEFORE),
        ("في أواخر سبتمبر 1915", "ar", Modifier.END),
    ],
)
def test_words_narrow_or_open_a_date_in_every_language(
    text: str, language: str, modifier: Modifier
) -> None:
    (item,) = find_dates(text, language=language)
    assert item.date.modifier is modifier


def test_what_stands_after_a_range_can_say_that_it_happened_within() -> None:
    (item,) = find_dates("Mayıs ile Temmuz 1915 arasında", language="tr")
    assert item.date.extent is Extent.BETWEEN


def test_a_relative_date_is_inferred_and_needs_a_date_before_it() -> None:
    assert find_dates("The next day it rained.") == []
    (_, item) = find_dates("It began on 3 May 1915. The next day it rained.")
    assert (item.date.edtf, item.date.certainty) == ("1915-05-04", Certainty.INFERRED)


def test_a_day_is_not_counted_from_a_date_that_names_none() -> None:
    assert len(find_dates("It began in May 1915. The next day it rained.")) == 1


def test_yesterday_and_last_year_are_counted_from_the_documents_date() -> None:
    found = find_dates(
        "Yesterday it rained, as in May last year.", document_date=from_edtf("1915-05-04")
    )
    assert [item.date.edtf for item in found] == ["1915-05-03", "1914-05"]
    assert find_dates("Yesterday it rained.") == []


def test_a_story_goes_on_from_december_to_january() -> None:
    found = find_dates("On 24 December 1941 it began. On 3 January it was over.")
    assert found[1].date.edtf == "1942-01-03"


def test_a_year_mentioned_in_passing_gives_no_year() -> None:
    found = find_dates(
        "On 2 August 1964 it began. In 2005 a book denied it. On 4 August nothing happened,"
        " and on 7 August 1964 all was over."
    )
    assert found[2].date.edtf == "1964-08-04"


@pytest.mark.parametrize(
    ("language", "edtf"), [("en-US", "2023-03-04"), ("en-GB", "2023-04-03"), ("de", "2023-04-03")]
)
def test_figures_are_read_in_the_order_of_the_country(language: str, edtf: str) -> None:
    (item,) = find_dates("on 03/04/2023", language=language)
    assert item.date.edtf == edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("19 сентября 2023 года", "2023-09-19"),
        ("le 19 septembre 2023", "2023-09-19"),
        ("2023 թվականի սեպտեմբերի 19-ին", "2023-09-19"),
        ("2023-cü il", "2023"),
        ("في سبتمبر ٢٠٢٣", "2023-09"),
    ],
)
def test_a_date_typed_in_any_language_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


def calls_for(text: str) -> int:
    """Counts the calls of functions, C's too, that finding the dates of a text makes."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_dates(text)
    finally:
        sys.setprofile(before)
    return count


WORDS = [word for cases in EVERY.values() for text, _ in cases for word in text.split()]


@settings(max_examples=25, deadline=None)  # the first use of a language makes its patterns
@example(["1915"], ", ")
@example(["1915"], "–")
@example(["between", "May", "and"], " ")
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.sampled_from(" \n-,"))
def test_the_work_grows_with_the_text_and_not_with_its_square(words: list[str], glue: str) -> None:
    piece = glue.join(words) + glue
    text = piece * (1500 // len(piece) + 1)  # longer than what a language is guessed from
    find_dates(text)  # makes the patterns, which are kept
    assert calls_for(text * 2) < 2.2 * calls_for(text) + 1500


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from([" ", "\n", "\n\n", "–", "("])))
def test_what_is_found_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for item in find_dates(text, document_date=from_edtf("2023-12-01")):
        assert last <= item.start < item.end
        assert text[item.start : item.end] == item.date.text
        last = item.end


def test_the_words_of_a_text_are_believed_more_than_what_it_is_said_to_be() -> None:
    text = "Die Stadt war bis zum 3. Mai 1915 noch nicht gefallen, und das war auch gut so. " * 6
    assert find_dates(text, language="en")[0].date.text == "bis zum 3. Mai 1915"
