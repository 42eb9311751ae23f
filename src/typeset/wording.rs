//! Owns the words newsprint adds to an article in the article's own language: headings and dates.
//! It refuses to translate anything else; counts stay in the language of the program.

use jiff::civil::Date;

use crate::article::Language;

/// Headings over the sources and the links, by language tag.
const HEADINGS: &[(&str, &str, &str)] = &[
    ("ar", "المصادر", "الروابط"),
    ("ca", "Fonts", "Enllaços"),
    ("cs", "Zdroje", "Odkazy"),
    ("da", "Kilder", "Links"),
    ("de", "Quellen", "Links"),
    ("el", "Πηγές", "Σύνδεσμοι"),
    ("es", "Fuentes", "Enlaces"),
    ("fa", "منابع", "پیوندها"),
    ("fi", "Lähteet", "Linkit"),
    ("fr", "Sources", "Liens"),
    ("he", "מקורות", "קישורים"),
    ("hu", "Források", "Hivatkozások"),
    ("it", "Fonti", "Collegamenti"),
    ("ja", "出典", "リンク"),
    ("ko", "출처", "링크"),
    ("nl", "Bronnen", "Links"),
    ("no", "Kilder", "Lenker"),
    ("pl", "Źródła", "Odnośniki"),
    ("pt", "Fontes", "Ligações"),
    ("ro", "Surse", "Linkuri"),
    ("ru", "Источники", "Ссылки"),
    ("sv", "Källor", "Länkar"),
    ("tr", "Kaynaklar", "Bağlantılar"),
    ("uk", "Джерела", "Посилання"),
    ("zh", "来源", "链接"),
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the months in languages that write day, month, year with spaces between.
const MONTHS: &[(&str, [&str; 12])] = &[
    (
        "de",
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
    ),
    (
        "es",
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    ),
    (
        "fr",
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    ),
    (
        "it",
        [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
    ),
    (
        "nl",
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    ),
    (
        "pt",
        [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
    ),
];

/// Returns the heading over the sources.
pub(super) fn sources(language: Option<Language>) -> &'static str {
    headings(language).0
}

/// Returns the heading over the links.
pub(super) fn links(language: Option<Language>) -> &'static str {
    headings(language).1
}

fn headings(language: Option<Language>) -> (&'static str, &'static str) {
    let tag = language.as_ref().map_or("", Language::tag);
    let row = HEADINGS.iter().find(|(known, _, _)| *known == tag);
    row.map_or(("Sources", "Links"), |(_, sources, links)| (sources, links))
}

/// Writes a day in full, as the article's language does: `8 December 2016`, `1er mai 2016`.
pub(super) fn long_date(day: Date, language: Option<Language>) -> String {
    let tag = language.as_ref().map_or("", Language::tag);
    let (d, m, y) = (day.day(), day.month(), day.year());
    let month = month(day, tag);
    match tag {
        "fr" if d == 1 => format!("1er {month} {y}"),
        "de" => format!("{d}. {month} {y}"),
        "es" | "pt" => format!("{d} de {month} de {y}"),
        "ja" | "zh" => format!("{y}年{m}月{d}日"),
        "ko" => format!("{y}년 {m}월 {d}일"),
        _ => format!("{d} {month} {y}"),
    }
}

/// Writes a day where room is short: the English month in three letters (`8 Dec 2016`); the other
/// languages have no such form everybody reads, and stay as they are.
pub(super) fn short_date(day: Date, language: Option<Language>) -> String {
    let long = long_date(day, language);
    let month = month(day, "");
    match month.get(..3) {
        Some(short) if long.contains(month) => long.replace(month, short),
        _ => long,
    }
}

fn month(day: Date, tag: &str) -> &'static str {
    let names = MONTHS.iter().find(|(known, _)| *known == tag).map_or(&ENGLISH, |(_, names)| names);
    usize::try_from(day.month() - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_written_as_the_article_would() {
        let written = |tag| long_date(date(2016, 12, 8), Language::parse(tag));
        assert_eq!(written("fr"), "8 décembre 2016");
        assert_eq!(written("de"), "8. Dezember 2016");
        assert_eq!(written("es"), "8 de diciembre de 2016");
        assert_eq!(written("ja"), "2016年12月8日");
        assert_eq!(written("sv"), "8 December 2016");
        assert_eq!(long_date(date(2016, 5, 1), Language::parse("fr")), "1er mai 2016");
        assert_eq!(short_date(date(2016, 12, 8), None), "8 Dec 2016");
        assert_eq!(short_date(date(2016, 12, 8), Language::parse("de")), "8. Dezember 2016");
    }

    #[test]
    fn headings_follow_the_language() {
        assert_eq!(sources(Language::parse("de")), "Quellen");
        assert_eq!(links(Language::parse("fr")), "Liens");
        assert_eq!((sources(None), links(Language::parse("tlh"))), ("Sources", "Links"));
    }
}
