//! Plain text as readers save it.

mod browsers;
mod bylines;
mod code;
mod dumps;
mod heads;
mod lists;
mod losses;
mod pages;
mod saved;

use std::fmt::Write as _;

use crate::article::{Article, Block, FoundIn, Text};
use crate::formats::{self, Origin};

fn read(name: &str, bytes: &[u8]) -> Article {
    let origin = Origin { name, modified: jiff::civil::Date::new(2026, 11, 22).ok() };
    formats::parse(bytes, &origin).unwrap().remove(0)
}

fn fixture(name: &str) -> Article {
    let path = format!("{}/tests/fixtures/formats/text/{name}", env!("CARGO_MANIFEST_DIR"));
    read(name, &std::fs::read(path).unwrap())
}

fn headline(article: &Article) -> &str {
    article.headline.as_deref().unwrap_or_default()
}

fn day(article: &Article) -> String {
    article.published.map(|p| p.at.day.to_string()).unwrap_or_default()
}

fn language(article: &Article) -> String {
    article.language.map(|l| l.to_string()).unwrap_or_default()
}

fn byline(article: &Article) -> Vec<&str> {
    article.byline.iter().map(Text::as_str).collect()
}

/// The sources, one a line: publisher, city, title, date, address.
fn sources(article: &Article) -> String {
    let mut out = String::new();
    for s in &article.sources {
        let part = |t: &Option<Text>| t.as_deref().unwrap_or("-").to_owned();
        let date = s.date.map_or_else(|| "-".to_owned(), |d| d.to_string());
        let parts = [part(&s.publisher), part(&s.city), part(&s.title), date, part(&s.url)];
        writeln!(out, "{} {}", s.number, parts.join(" | ")).unwrap();
    }
    out
}

#[test]
fn a_page_pasted_with_its_remains() {
    let article = fixture("pasted-page.txt");
    assert_eq!(headline(&article), "Le dernier gardien du phare descend de la tour");
    assert_eq!(article.caption.as_deref(), Some("Pharedusud"));
    assert_eq!(article.crossheads(), ["Une lampe qui ne dort jamais"]);
    assert_eq!(language(&article), "fr");
    assert_eq!(day(&article), "2024-11-17");
    assert_eq!(article.published.map(|p| p.from), Some(FoundIn::Sources));
    assert_eq!(
        sources(&article),
        "1 La Gazette du Port | Brest | Le phare, la nuit et le silence | 2024-11-17 | -\n\
         2 Télé Océan | Nantes | Kerlan : une tour sans homme | 2024-11-16 | -\n"
    );
    let leftovers: Vec<&str> = article.leftovers.iter().map(Text::as_str).collect();
    assert_eq!(leftovers, ["704415 02 11 1731600000 18", "web site internet page blog html"]);
    assert_eq!(article.body.len(), 5);
    let text = article.plain_text();
    assert!(text.starts_with("La commune de Kerlan a perdu samedi"), "{text}");
    assert!(text.ends_with("Il gardera un jardin en bas de la côte."), "{text}");
}

#[test]
fn french_spacing_is_kept_on_the_screen_and_plain_in_print() {
    let article = fixture("pasted-page.txt");
    let shown = format!("{:?}", article.body);
    assert!(
        shown.contains(r"70\u{a0}% d'entre") && shown.contains(r"seule\u{a0}: une"),
        "no-break spaces that work"
    );
    assert!(shown.contains(r"1\u{a0}240") && shown.contains(r"«\u{a0}La lampe"));
    assert!(article.plain_text().contains("Plus de 70 % d'entre eux"));
}

#[test]
fn a_wrapped_file_flows_again() {
    let article = fixture("wrapped.txt");
    assert_eq!(headline(&article), "The bakers of Lund count their flour");
    assert_eq!(byline(&article), ["Anna Holm", "Erik Dahl"]);
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2021-03-03T07:30:00"));
    assert_eq!(article.crossheads(), ["The price of a bun"]);
    assert!(article.plain_text().contains("begun to write down each kilo they use."));
    assert!(article.body.iter().any(|b| matches!(b, Block::List { start: None, items } if items.len() == 3)));
    assert_eq!(
        article.links.iter().map(|l| l.url.as_str()).collect::<Vec<_>>(),
        ["https://bakers.example/lund"]
    );
    assert_eq!(
        sources(&article),
        "1 Sydposten | - | Flour by the gram | 2021-03-01 | -\n\
         2 - | - | wheat doubles | 2021-02-27 | https://prices.example/2021/02/27/wheat-doubles\n"
    );
}

#[test]
fn an_article_saved_by_newsboat_in_french() {
    let article = fixture("newsboat.txt");
    assert_eq!(headline(&article), "Le marché revient au port");
    assert_eq!(byline(&article), ["Maëlle Rio"]);
    assert_eq!(article.outlet.as_deref(), Some("Les nouvelles du quai"));
    assert_eq!(article.url.as_deref(), Some("https://quai.example/marche"));
    assert_eq!(day(&article), "2021-05-04", "the writer's own day, not the day in Greenwich");
    assert_eq!(article.published.map(|p| p.from), Some(FoundIn::FrontMatter));
    assert_eq!(article.links.len(), 1);
    assert!(article.plain_text().ends_with("leur prise du matin."), "{}", article.plain_text());
}

#[test]
fn an_article_with_a_date_line_and_cited_sources() {
    let article = fixture("wikinews.txt");
    assert_eq!(
        (headline(&article), day(&article).as_str()),
        ("Ferry returns to the northern islands", "2019-06-28")
    );
    assert!(article.plain_text().starts_with("The ferry to the northern islands"));
    assert_eq!(
        sources(&article),
        "1 Island Times | - | Ship sails north again | 2019-06-27 | -\n\
         2 Northern Lines | - | Timetable for the summer | 2019-06-20 | -\n"
    );
}

#[test]
fn headings_that_stand_alone_and_a_credit_on_one_line() {
    let article = fixture("deutsch.txt");
    assert_eq!(byline(&article), ["Jana Kurz"]);
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2022-03-12T18:05:00"));
    assert_eq!(article.crossheads(), ["Umweg über Celle"]);
    assert_eq!(sources(&article), "1 dpa | - | - | - | -\n");
    assert_eq!(article.leftovers.len(), 1);
    assert_eq!(language(&article), "de");
}

#[test]
fn a_japanese_article() {
    let article = fixture("japanese.txt");
    assert_eq!(headline(&article), "港の灯りが消える日");
    assert_eq!((day(&article).as_str(), language(&article).as_str()), ("2016-12-08", "ja"));
    assert_eq!(sources(&article), "1 海辺新聞 | 東京 | 最後の灯台守 | 2016-12-07 | -\n");
    assert_eq!(article.body.len(), 2);
}

#[test]
fn without_a_headline_the_file_name_stands_in() {
    let article = read("2020-02-14_the-night-train.txt", b"It left at nine. Nobody waved.\n\nIt was cold.");
    assert_eq!((headline(&article), day(&article).as_str()), ("the night train", "2020-02-14"));
    assert_eq!(article.published.map(|p| p.from), Some(FoundIn::FileName));
    assert_eq!(article.body.len(), 2);
}

#[test]
fn a_number_that_holds_a_time_is_the_last_resort() {
    let article = read("x.txt", b"A bridge opens\n\nThe bridge is open.\n\n510001 01 03 1481125894 56\n");
    assert_eq!(day(&article), "2016-12-07");
    assert_eq!(article.published.map(|p| p.from), Some(FoundIn::Sources));
}

#[test]
fn running_text_about_sources_stays_in_the_body() {
    let text = "The leak\n\nFirst paragraph of the story, long enough to count.\n\nHe named his sources:\n\nThe first was a clerk, who spoke for an hour. The second was a driver.\n";
    let article = read("x.txt", text.as_bytes());
    assert!(article.sources.is_empty());
    assert!(article.plain_text().contains("He named his sources:"));
}

const LAMPS: &str = "   The lamps along the quay went out at nine, and the [31]harbour master lit\n   a candle, which he says is older than he is.\n\n   Nobody was late. The boats know the way, and so does whoever waits for\n   them on the steps with a coat over one arm.\n\n";

#[test]
fn a_date_that_reads_month_first_alone_orders_the_others() {
    let list = |other: &str| {
        let text = format!(
            "The lamps\n\nThe lamps went out along the quay.\n\nSources:\n\nPost (Troy): Lamps, 03/02/2016\nPost (Troy): Oil, {other}\n"
        );
        read("x.txt", text.as_bytes()).sources[0].date.map(|d| d.to_string()).unwrap_or_default()
    };
    assert_eq!(list("12/31/2015"), "2016-03-02");
    assert_eq!(list("31/12/2015"), "2016-02-03");
}

#[test]
fn a_file_of_too_many_lines_loses_none_of_them() {
    let text = "a\n".repeat(super::lines::MOST * 2);
    let article = read("x.txt", text.as_bytes());
    assert_eq!(article.provenance.warnings.len(), 1);
    assert_eq!(article.plain_text().matches('a').count() + 1, super::lines::MOST * 2, "one is the headline");
    let text = "www.a.example ".repeat(200_000);
    let article = read("x.txt", text.as_bytes());
    assert_eq!(article.provenance.warnings.len(), 1);
    assert_eq!(article.links.len(), 1);
}

#[test]
fn nothing_is_an_article_too() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", "\u{a0}\n\u{a0}".as_bytes()] {
        let article = read("empty.txt", bytes);
        assert_eq!(headline(&article), "empty");
        assert_eq!(article.provenance.warnings.len(), 1);
    }
}

#[test]
fn a_lede_and_a_headline_that_were_not_wrapped_leave_the_rest_wrapped() {
    let line =
        |n: usize| format!("the ferry number {n} went out with bread and came back with letters for the");
    let paragraph =
        |from: usize| format!("{}\nquay.\n", (from..from + 9).map(line).collect::<Vec<_>>().join("\n"));
    let long = "the boats that leave before dawn and the people who wait for them in the cold";
    let body = (0..5).map(|n| paragraph(n * 10)).collect::<Vec<_>>().join("\n");
    let text = format!(
        "Of {long}, and of nobody else at all\n\nThis is about {long}, of which nobody tells.\n\n{body}\n\
        Sources:\nThe Morning Ledger (Lorient): Of {long}, and of nobody else, 02/07/25\n"
    );
    let article = read("ferries.txt", text.as_bytes());
    assert_eq!((article.leftovers.len(), article.sources.len()), (0, 1), "{article:?}");
    assert_eq!(article.body.len(), 6, "{:?}", article.body);
}

#[test]
fn signs_for_pictures_and_advertisements_that_are_not_there_are_leftovers() {
    let text = "The lamps\n\nThe lamps went out at nine.\n\n[PR]\n\n[IMG]\n\nNobody asked why they did.\n";
    let article = read("x.txt", text.as_bytes());
    let left: Vec<&str> = article.leftovers.iter().map(|line| &**line).collect();
    assert_eq!(left, ["[PR]", "[IMG]"]);
    assert_eq!(article.plain_text().trim(), "The lamps went out at nine.\n\nNobody asked why they did.");
}
