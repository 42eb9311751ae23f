//! Dates as readers meet them.

use super::*;

fn day(text: &str) -> Option<String> {
    parse(text, Reading::default()).map(|m| m.day.to_string())
}

fn eighth(texts: &[&str]) {
    for text in texts {
        assert_eq!(day(text).as_deref(), Some("2016-12-08"), "{text}");
    }
}

#[test]
fn figures_are_day_first() {
    eighth(&["08/12/16", "08.12.2016", "8-12-2016", "8. 12. 2016", "8/12/2016", "٨/١٢/٢٠١٦"]);
    assert_eq!(day("12/13/2016").as_deref(), Some("2016-12-13"));
}

#[test]
fn us_order_needs_proof() {
    let us = Reading { month_first: true, ..Reading::default() };
    assert_eq!(parse("12/8/2016", us).map(|m| m.day.to_string()).as_deref(), Some("2016-12-08"));
    assert_eq!(parse("13/8/2016", us).map(|m| m.day.to_string()).as_deref(), Some("2016-08-13"));
}

#[test]
fn the_machine_forms() {
    eighth(&["2016-12-08", "2016-12-08T10:30:00+01:00", "2016/12/08", "2016-12-08 10:30 UTC"]);
    eighth(&["Thu, 08 Dec 2016 10:00:00 +0100", "Thu Dec  8 10:00:00 2016", "8 Dec 2016 10:00 GMT"]);
    eighth(&["2016-12-08T10:30:00Z", "2016-12-08T09:00:00 (UTC +02:00)", "2016-12-08 00:00:00 -0500"]);
}

#[test]
fn words_of_many_languages() {
    eighth(&["8 December 2016", "December 8, 2016", "Dec. 8th, 2016", "the 8th of December, 2016"]);
    eighth(&[
        "jeudi 8 décembre 2016 à 10h30",
        "8 decembre 2016",
        "8. Dezember 2016",
        "Do, 8. Dez. 2016, 10:30 Uhr",
    ]);
    eighth(&[
        "8 de diciembre de 2016",
        "8 dicembre 2016",
        "8 de dezembro de 2016",
        "donderdag 8 december 2016",
    ]);
    eighth(&[
        "8 декабря 2016",
        "8 декабря 2016 г.",
        "8 грудня 2016 року",
        "8 grudnia 2016",
        "8. prosince 2016",
    ]);
    eighth(&[
        "den 8 december 2016",
        "8. joulukuuta 2016",
        "8 Aralık 2016",
        "8 Δεκεμβρίου 2016",
        "2016. december 8.",
    ]);
    eighth(&["8 decembrie 2016", "٨ ديسمبر ٢٠١٦", "8 كانون الأول 2016", "8 בדצמבר 2016", "۸ دسامبر ۲۰۱۶"]);
    eighth(&[
        "2016年12月8日",
        "2016年12月8日（木）10時30分",
        "2016년 12월 8일",
        "2016. 12. 8.",
        "平成28年12月8日",
    ]);
    assert_eq!(day("1er janvier 2024").as_deref(), Some("2024-01-01"));
}

#[test]
fn the_time_and_zone_are_the_writers_own() {
    let shown = |text| parse(text, Reading::default()).map(|m| m.to_string());
    assert_eq!(shown("Thu, 08 Dec 2016 23:30:00 -0800").as_deref(), Some("2016-12-08T23:30:00-08:00"));
    assert_eq!(shown("8 décembre 2016 à 10h30").as_deref(), Some("2016-12-08T10:30:00"));
    assert_eq!(shown("Dec 8, 2016 at 3:05 p.m. EST").as_deref(), Some("2016-12-08T15:05:00-05:00"));
    assert_eq!(shown("10:34 AM EDT, Thu December 8, 2016").as_deref(), Some("2016-12-08T10:34:00-04:00"));
}

#[test]
fn two_figures_of_a_year_never_reach_past_the_file() {
    let reading = Reading { newest: Date::new(2026, 11, 23).ok(), ..Reading::default() };
    let year = |text| parse(text, reading).map(|m| m.day.year());
    assert_eq!(year("08/12/16"), Some(2016));
    assert_eq!(year("08/12/71"), Some(1971));
    assert_eq!(year("08/12/45"), Some(1945));
}

#[test]
fn what_is_no_date_gives_none() {
    for text in [
        "yesterday",
        "il y a 2 heures",
        "2016-13-45",
        "00/00/00",
        "December 2016",
        "31/02/2016",
        "2016",
        "",
        "10:30",
        "1.2.3.4",
        "8 December",
        "May",
        "12345678901234567890",
        "8 December 2016 was a Thursday morning",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn a_date_is_found_inside_a_line() {
    let text = "Publié le jeudi 8 décembre 2016 à 10h30 par la rédaction";
    let (range, moment) = find(text, Reading::default()).unwrap();
    assert_eq!(text.get(range), Some("jeudi 8 décembre 2016 à 10h30"));
    assert_eq!(moment.to_string(), "2016-12-08T10:30:00");
    assert_eq!(
        find("On 8 December 16 people came; version 1.2.16.4 helped 3/4 of them", Reading::default()),
        None
    );
}

#[test]
fn a_date_is_split_off_the_end() {
    let split = |text| split_end(text, Reading::default()).map(|(rest, m)| (rest, m.day.to_string()));
    let want = |rest| Some((rest, "2016-12-08".to_owned()));
    assert_eq!(split("The bread, the salt, 08/12/16"), want("The bread, the salt"));
    assert_eq!(split("The bread and the salt (8 December 2016)."), want("The bread and the salt"));
    assert_eq!(split("Le pain — jeudi 8 décembre 2016"), want("Le pain"));
    assert_eq!(split("The bread of 8 December 2016 was good"), None);
}

#[test]
fn addresses_and_file_names_hold_dates() {
    let url = |url| in_url(url).map(|d| d.to_string());
    let eighth = Some("2016-12-08".to_owned());
    assert_eq!(url("https://a.example/news/2016/12/08/bread.html"), eighth);
    assert_eq!(url("https://a.example/2016/dec/8/bread?x=2011-01-01"), eighth);
    assert_eq!(url("https://a.example/bread-20161208.html"), eighth);
    assert_eq!(url("https://a.example/posts/2016-12-08-bread"), eighth);
    assert_eq!(url("https://2016-12-08.example/bread/12345678"), None);
    assert_eq!(url("https://a.example/2016/12/bread"), None);
    let name = |name| split_file_name(name).map(|(d, rest)| (d.to_string(), rest.to_owned()));
    assert_eq!(name("2016-12-08-bread.md"), Some(("2016-12-08".into(), "bread.md".into())));
    assert_eq!(name("20161208 bread.txt"), Some(("2016-12-08".into(), "bread.txt".into())));
    assert_eq!(name("2016120812 bread.txt"), None);
    assert_eq!(in_file_name("bread.txt"), None);
    let found = |name| in_file_name(name).map(|day| day.to_string());
    assert_eq!(found("Harbour Post 2016_12_08.lynx.txt"), Some("2016-12-08".into()));
    assert_eq!(found("bread 1.2.2016 to 12.txt"), None);
}

#[test]
fn months_of_more_languages() {
    for text in ["14 сакавіка 2024", "14 Machi 2024", "14 मार्च 2024", "14. marts 2024"] {
        assert_eq!(day(text).as_deref(), Some("2024-03-14"), "{text}");
    }
}

#[test]
fn days_are_read_as_thais_vietnamese_and_danes_write_them() {
    for text in [
        "14 มีนาคม 2567",
        "14 มีนาคม พ.ศ. 2567",
        "14 มี.ค. 2567",
        "14 มี.ค. ค.ศ. 2024",
        "14/03/2567",
        "14 tháng 3 năm 2024",
        "14 tháng 3, 2024",
        "14/3 2024",
        "14 Matshi 2024",
        "14 marzec 2024",
        "14 Maart 2024",
        "14 মার্চ ২০২৪",
    ] {
        assert_eq!(day(text).as_deref(), Some("2024-03-14"), "{text}");
    }
    assert_eq!(
        day("14 ม.ค. 2567").as_deref(),
        Some("2024-01-14"),
        "one sign above a letter parts two months"
    );
    assert_eq!(day("3/4 1000 kg"), None);
}
