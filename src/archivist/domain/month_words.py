"""The months as references write them in ten languages, full and cut short (Unicode CLDR)."""

# A paragraph a month: English, French, German, Spanish, Russian, Ukrainian, Armenian, Azerbaijani,
# Turkish, Arabic.
_ROWS = """
january jan janvier janv januar jänner enero ene января январь янв січня січень січ հունվարի
հունվար հնվ yanvar yan ocak oca يناير

february feb février févr februar febr febrero февраля февраль фев февр лютого лютий лют
փետրվարի փետրվար փտվ fevral fev şubat şub فبراير

march mar mars märz mrz marzo марта март мар березня березень бер մարտի մարտ mart مارس

april apr avril avr abril abr апреля апрель апр квітня квітень кві ապրիլի ապրիլ aprel nisan nis
أبريل ابريل

may mai mayo мая май травня травень тра մայիսի մայիս mayıs مايو

june jun juin juni junio июня июнь июн червня червень чер հունիսի հունիս iyun haziran haz يونيو

july jul juillet juil juli julio июля июль июл липня липень лип հուլիսի հուլիս iyul temmuz tem
يوليو

august aug août aout agosto ago августа август авг серпня серпень сер օգոստոսի օգոստոս avqust
ağustos ağu أغسطس

september sept sep septembre septiembre сентября сентябрь сен сент вересня вересень вер
սեպտեմբերի սեպտեմբեր sentyabr eylül eyl سبتمبر

october oct octobre oktober okt octubre октября октябрь окт жовтня жовтень жов հոկտեմբերի
հոկտեմբեր oktyabr ekim eki أكتوبر

november nov novembre noviembre ноября ноябрь ноя листопада листопад лис նոյեմբերի նոյեմբեր
noyabr kasım kas نوفمبر

december dec décembre déc dezember dez diciembre dic декабря декабрь дек грудня грудень гру
դեկտեմբերի դեկտեմբեր dekabr aralık ara ديسمبر
"""
_MONTHS = {
    word: number
    for number, row in enumerate(_ROWS.strip().split("\n\n"), 1)
    for word in row.split()
}


def month_number(word: str) -> int:
    """Gives the number of the month that a word names, 0 where it names none."""
    return _MONTHS.get(word.casefold().replace("\u0307", "").rstrip("."), 0)
