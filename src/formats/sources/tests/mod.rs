//! Source entries as people write them.

mod table;
mod works;

use super::*;
use crate::formats::dates::Reading;

/// Publisher, city, title, date, address.
fn read(line: &str) -> [Option<String>; 5] {
    let s = entry(line, 1, Reading::default());
    let own = |t: Option<crate::article::Text>| t.map(|t| t.to_string());
    [own(s.publisher), own(s.city), own(s.title), s.date.map(|d| d.to_string()), own(s.url)]
}

fn want(parts: [&str; 5]) -> [Option<String>; 5] {
    parts.map(|part| Some(part.to_owned()).filter(|p| !p.is_empty()))
}

#[test]
fn publisher_city_title_date() {
    let full = want(["La Gazette du Port", "Brest", "Le phare, la nuit", "2016-12-08", ""]);
    assert_eq!(read("La Gazette du Port (Brest) : Le phare, la nuit, 08/12/16"), full);
    assert_eq!(read("• La Gazette du Port (Brest)\u{a0}: Le phare, la nuit, 8 décembre 2016"), full);
    assert_eq!(read("La Gazette du Port, Brest: \"Le phare, la nuit\", 8.12.2016"), full);
}

#[test]
fn a_title_keeps_its_commas_and_colons() {
    assert_eq!(
        read("Harbour Post (Gdynia): Night watch: the lamps, the men, 07/12/16"),
        want(["Harbour Post", "Gdynia", "Night watch: the lamps, the men", "2016-12-07", ""])
    );
    assert_eq!(
        read("Harbour Post : Night watch, the lamps"),
        want(["Harbour Post", "", "Night watch, the lamps", "", ""])
    );
}

#[test]
fn quoted_titles_with_author_and_publisher() {
    let lamps = want(["Harbour Post", "", "The lamps go out", "2019-06-28", ""]);
    assert_eq!(read("Anna Kowalska. \"The lamps go out\" — Harbour Post, June 28, 2019"), lamps);
    assert_eq!(read("Anna Kowalska, « The lamps go out », Harbour Post, 28 juin 2019"), lamps);
    assert_eq!(read("[3] The lamps go out, Anna Kowalska (Harbour Post), 28 June 2019"), lamps);
}

#[test]
fn links_give_the_address_and_the_title() {
    let url = "https://harbour.example/2019/06/28/lamps-go-out";
    let lamps = want(["Harbour Post", "", "The lamps go out", "2019-06-28", url]);
    assert_eq!(read(&format!("[The lamps go out]({url}), Harbour Post, 28 June 2019")), lamps);
    assert_eq!(read(&format!("- Harbour Post: [The lamps go out]({url})")), lamps);
    assert_eq!(read(url), want(["", "", "lamps go out", "2019-06-28", url]));
    assert_eq!(
        read(&format!("- The lamps go out: {url}.")),
        want(["", "", "The lamps go out", "2019-06-28", url])
    );
}

#[test]
fn the_words_of_a_link_are_the_title_whatever_stands_in_them() {
    let url = "https://archive.example/plans";
    let plans = ["Port Archive", "Gdynia", "The Tern, Rope Street: plans and repairs", "2021-01-04", url];
    let parts = ["", plans[2], ", Port Archive (Gdynia), 4 January 2021"];
    let read_linked = |parts| {
        let s = linked(parts, url, 1, Reading::default());
        let own = |t: Option<crate::article::Text>| t.map(|t| t.to_string());
        [own(s.publisher), own(s.city), own(s.title), s.date.map(|d| d.to_string()), own(s.url)]
    };
    assert_eq!(read_linked(parts), want(plans));
    assert_eq!(read(&format!("- [{}]({url}){}", parts[1], parts[2])), want(plans));
    assert_eq!(read_linked(["", plans[2], ""]), want(["", "", plans[2], "", url]));
    assert_eq!(
        read_linked(["Port Archive: “", plans[2], "”, 4 January 2021"]),
        want(["Port Archive", "", plans[2], "2021-01-04", url])
    );
}

#[test]
fn a_link_on_the_publisher_or_on_the_whole_entry_is_no_title() {
    let url = "https://post.example/";
    let lamps = want(["Harbour Post", "Gdynia", "The lamps go out", "2019-06-28", url]);
    assert_eq!(read(&format!("[Harbour Post (Gdynia): The lamps go out, 28/06/19]({url})")), lamps);
    assert_eq!(read(&format!("[Harbour Post (Gdynia)]({url}): The lamps go out, 28/06/19")), lamps);
}

#[test]
fn a_weekday_at_the_end_of_a_title_stays_in_it() {
    let title = |line| read(line)[2].clone().unwrap_or_default();
    let kept = "Au port, le lundi est un dimanche";
    assert_eq!(title("L'Écho (Brest) : Au port, le lundi est un dimanche, 31/05/18"), kept);
    assert_eq!(title("L'Écho (Brest) : Au port, le lundi est un dimanche, 03/06/18"), kept, "even a Sunday");
    assert_eq!(title("L'Écho (Brest) : Le port, dimanche 3 juin 2018"), "Le port");
    assert_eq!(title("Harbour Post (Gdynia): The port, Sunday, June 3, 2018"), "The port");
}

#[test]
fn plain_names_and_other_scripts() {
    assert_eq!(read("Reuters"), want(["Reuters", "", "", "", ""]));
    assert_eq!(
        read("海辺新聞（東京）：「港の灯り」、2016年12月8日"),
        want(["海辺新聞", "東京", "港の灯り", "2016-12-08", ""])
    );
    assert_eq!(
        read("Rebels lose the old city - Harbour Post"),
        want(["Harbour Post", "", "Rebels lose the old city", "", ""])
    );
}

#[test]
fn the_line_is_kept_whole() {
    assert_eq!(entry("  - Reuters,  08/12/16 ", 2, Reading::default()).raw, "- Reuters, 08/12/16");
}

#[test]
fn form_tells_a_source_from_prose() {
    let shows = |line| shows_a_source(line, Reading::default());
    assert!(shows("Harbour Post (Gdynia) : The lamps go out"));
    assert!(shows("https://harbour.example/lamps"));
    assert!(!shows("Share this page with your friends"));
    assert!(!shows("web site home"));
}

#[test]
fn a_year_alone_is_neither_a_publisher_nor_a_day() {
    let work = want(["Publisher X", "", "Quoted Work", "", ""]);
    assert_eq!(read("Quoted Work, Publisher X, 2016"), work);
    assert_eq!(read("\"Quoted Work\", Publisher X, 2016"), work);
    assert_eq!(read("Harbour Post: Night watch, 2016"), want(["Harbour Post", "", "Night watch", "", ""]));
}

#[test]
fn a_letter_in_an_address_is_no_title() {
    assert_eq!(read("https://only.example/x"), want(["", "", "", "", "https://only.example/x"]));
}
