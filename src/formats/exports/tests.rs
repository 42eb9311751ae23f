//! Exports of other readers, as they come.

use crate::article::{Article, FoundIn};
use crate::formats::{self, Origin};

fn fixture(name: &str) -> Vec<Article> {
    let path = format!("{}/tests/fixtures/formats/exports/{name}", env!("CARGO_MANIFEST_DIR"));
    formats::parse(&std::fs::read(path).unwrap(), &Origin { name, modified: None }).unwrap()
}

/// Headline, address, labels and warnings of each entry, one a line.
fn table(articles: &[Article]) -> Vec<String> {
    let row = |article: &Article| {
        let tags: Vec<&str> = article.tags.iter().map(crate::article::Text::as_str).collect();
        let text = if article.provenance.warnings.iter().any(|w| w.starts_with("link only")) {
            "link"
        } else {
            "text"
        };
        let part = |text: &Option<crate::article::Text>| text.as_deref().unwrap_or("-").to_owned();
        format!("{} | {} | {} | {text}", part(&article.headline), part(&article.url), tags.join(" "))
    };
    articles.iter().map(row).collect()
}

fn formats_of(names: &[&str]) -> Vec<&'static str> {
    names.iter().map(|name| fixture(name)[0].provenance.format).collect()
}

#[test]
fn each_export_is_known_by_what_it_holds() {
    let names =
        ["wallabag.json", "metadata_0_to_2.json", "readability.json", "ril_export.html", "part_000000.csv"];
    assert_eq!(formats_of(&names), ["wallabag", "omnivore", "readability", "pocket", "pocket"]);
    assert_eq!(
        formats_of(&["instapaper.csv", "readwise.csv", "bookmarks.html"]),
        ["instapaper", "readwise", "bookmarks"]
    );
    assert_eq!(formats::detect(b"url,title\na,b\n", "x.csv").name, "text");
    assert_eq!(formats::detect(b"<!doctype html><title>Pocket guide</title>", "x.html").name, "html");
}

#[test]
fn wallabag_brings_text_names_and_dates() {
    let articles = fixture("wallabag.json");
    assert_eq!(
        table(&articles),
        [
            "Fog & ferries | https://harbour.example/fog | ferries fog | text",
            "https://harbour.example/lost | https://harbour.example/lost |  | link"
        ]
    );
    assert_eq!(articles[0].plain_text(), "No boats ran before ten.");
    assert_eq!(articles[0].byline[0], "Tom Abara");
    assert_eq!(articles[0].published.unwrap().at.day.to_string(), "2016-12-12");
    assert_eq!(articles[0].outlet.as_deref(), Some("harbour.example"));
    let saved = articles[1].published.unwrap();
    assert_eq!(
        (saved.at.day.to_string().as_str(), saved.from),
        ("2017-01-04", FoundIn::Sources),
        "only a guess"
    );
}

#[test]
fn omnivore_names_each_article_by_its_slug() {
    let articles = fixture("metadata_0_to_2.json");
    assert_eq!(
        table(&articles),
        [
            "Forty lamps | https://lamplight.example/41 | light | link",
            "Tide table | https://harbour.example/tides |  | link"
        ]
    );
    assert_eq!(articles[0].provenance.item.as_deref(), Some("forty-lamps-18f2"));
    assert_eq!(articles[0].standfirst.as_deref(), Some("A count, and a walk."));
    assert_eq!(articles[0].published.unwrap().at.day.to_string(), "2025-11-14");
    let saved = articles[1].published.expect("the day it was saved");
    assert_eq!(saved.from, FoundIn::Sources, "only a guess");
}

#[test]
fn lists_of_links_say_that_they_are() {
    assert_eq!(
        table(&fixture("ril_export.html")),
        [
            "Ropes & knots | https://harbour.example/knots?a=1&b=2 | rope work | link",
            "https://harbour.example/tides | https://harbour.example/tides |  | link"
        ]
    );
    assert_eq!(
        table(&fixture("part_000000.csv"))[0],
        "Ropes, knots and splices | https://harbour.example/knots | rope work | link"
    );
    assert_eq!(
        table(&fixture("readwise.csv"))[0],
        "Ropes and knots | https://harbour.example/knots | rope work | link"
    );
    let excerpt = &fixture("readability.json")[0];
    assert_eq!(excerpt.standfirst.as_deref(), Some("Six knots a deckhand cannot do without…"));
    assert!(excerpt.body.is_empty());
}

#[test]
fn instapaper_folders_are_labels_unless_they_are_states() {
    let articles = fixture("instapaper.csv");
    assert_eq!(
        table(&articles),
        [
            "Ropes and knots | https://harbour.example/knots | rope work | link",
            "Tide table | https://harbour.example/tides | Seafaring | link"
        ]
    );
    assert_eq!(articles[0].standfirst.as_deref(), Some("Six knots, no more."));
}

#[test]
fn bookmarks_keep_web_pages_and_their_notes() {
    let articles = fixture("bookmarks.html");
    assert_eq!(
        table(&articles),
        [
            "Ropes & knots | https://harbour.example/knots | rope work | link",
            "Tide table | https://harbour.example/tides |  | link"
        ]
    );
    assert_eq!(articles[0].standfirst.as_deref(), Some("Six knots, and when to use them."));
}

#[test]
fn an_export_cut_short_keeps_what_was_whole() {
    let path = format!("{}/tests/fixtures/formats/exports/wallabag.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let (cut, _) = text.split_once("retrieve").unwrap();
    let articles = formats::parse(cut.as_bytes(), &Origin { name: "w.json", modified: None }).unwrap();
    assert_eq!(articles.len(), 1);
    assert!(articles[0].provenance.warnings[0].contains("cut short"));
}

#[test]
fn the_first_wallabag_is_known_too() {
    let old = br#"[{"0": "1", "id": "1", "title": "Fog", "url": "https://harbour.example/fog", "is_read": "0", "is_fav": "1", "content": "<p>None sailed.</p>"}]"#;
    let articles = formats::parse(old, &Origin { name: "old.json", modified: None }).unwrap();
    assert_eq!(
        (articles[0].provenance.format, articles[0].plain_text().as_str()),
        ("wallabag", "None sailed.")
    );
}

#[test]
fn json_of_other_programs_is_read_by_the_usual_keys() {
    let read = |text: &str| formats::parse(text.as_bytes(), &Origin { name: "x.json", modified: None });
    let one = read(
        r#"{"headline": "Fog", "datePublished": "2016-12-12", "articleBody": "None sailed.\n\nAll waited.", "ads": []}"#,
    );
    let one = one.unwrap().remove(0);
    assert_eq!((one.provenance.format, one.body.len()), ("json", 2));
    assert_eq!(one.published.unwrap().at.to_string(), "2016-12-12");
    let many = read(
        r#"{"data": [{"name": "no article"}, {"title": "Fog", "link": "https://harbour.example/fog"}]}"#,
    )
    .unwrap();
    assert_eq!(table(&many), ["Fog | https://harbour.example/fog |  | link"]);
    let settings = read(r#"{"name": "package", "version": "1.0", "url": "https://harbour.example"}"#);
    assert_eq!(settings.unwrap_err().to_string(), "no articles in this file");
    let cut = read(r#"{"data": [{"tit"#).unwrap_err();
    assert_eq!(cut.to_string(), "broken or cut short before the first article");
}

#[test]
fn hostile_exports_are_read_in_no_time() {
    use std::time::{Duration, Instant};
    let deep = format!("[{{\"is_archived\": 1, \"url\": {}", "[".repeat(500_000));
    let open = format!("[{{\"is_archived\": 1, \"url\": \"x\"}}, {}", "{\"a\":".repeat(200_000));
    let wide = format!("title,url,time_added,tags,status\n{}", ",".repeat(2_000_000));
    let quoted = format!("title,url,time_added,tags,status\n{}", "\"x,".repeat(500_000));
    let links = format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>{}",
        "<DL><DT><A HREF=\"https://a.example/\">x".repeat(50_000)
    );
    let attributes = format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><A {} HREF=\"https://a.example/\">x",
        "a=b ".repeat(200_000)
    );
    for text in [deep, open, wide, quoted, links, attributes] {
        let start = Instant::now();
        let found = formats::parse(text.as_bytes(), &Origin { name: "x.json", modified: None });
        assert!(start.elapsed() < Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 }));
        assert!(found.is_err() || found.is_ok_and(|articles| articles.len() <= 10_000));
    }
}

#[test]
fn pockets_marked_passages_and_collections_are_read() {
    let marked = r#"[{"url":"https://a.example/fog","title":"Fog","highlights":[{"quote":"No boats < ten.","created_at":1701}]}]"#;
    let read = |text: &str, name| formats::parse(text.as_bytes(), &Origin { name, modified: None }).unwrap();
    let articles = read(marked, "part_000000.json");
    assert_eq!(table(&articles), ["Fog | https://a.example/fog |  | text"]);
    assert_eq!(articles[0].plain_text(), "No boats < ten.");
    let collection = r#"{"slug":"sea","title":"Sea","description":"","items":[{"url":"https://a.example/tar","title":"Tar","excerpt":"On nets.","note":null}]}"#;
    let articles = read(collection, "sea.json");
    assert_eq!(table(&articles), ["Tar | https://a.example/tar |  | link"]);
    assert_eq!(
        (articles[0].provenance.format, articles[0].standfirst.as_deref()),
        ("pocket", Some("On nets."))
    );
}

#[test]
fn a_table_with_an_address_and_a_title_is_a_list_of_links() {
    let articles = fixture("links.csv");
    assert_eq!(
        table(&articles),
        [
            "Forty lamps | https://lamplight.example/41 | light sea | link",
            "Tide table | https://harbour.example/tides |  | link"
        ]
    );
    assert_eq!(articles[0].provenance.format, "csv");
    assert_eq!(articles[0].byline, ["Ines Varga"]);
    assert_eq!(articles[0].outlet.as_deref(), Some("Lamplight"));
    assert_eq!(articles[0].standfirst.as_deref(), Some("A count, and a walk."));
    let saved = articles[0].published.unwrap();
    assert_eq!((saved.at.day.to_string().as_str(), saved.from), ("2025-11-14", FoundIn::Sources));
    for prose in ["Title, a link, and nothing else.\nMore.", "Dear Anna, here is the url of the title\n"] {
        let articles = formats::parse(prose.as_bytes(), &Origin::default()).unwrap();
        assert_eq!(articles[0].provenance.format, "text", "{prose}");
    }
}

#[test]
fn pocket_tells_the_day_an_article_was_saved() {
    for name in ["ril_export.html", "part_000000.csv"] {
        let saved = fixture(name).iter().find_map(|article| article.published).expect("a day");
        assert_eq!(saved.from, FoundIn::Sources, "{name}");
    }
}

#[test]
fn a_day_in_the_address_of_a_link_stands_above_the_day_it_was_saved() {
    let csv = "title,url,time_added,tags,status\nFog,https://q.example/2019/05/12/fog,1557742272,,unread\n";
    let articles = formats::parse(csv.as_bytes(), &Origin::default()).unwrap();
    let published = articles[0].published.unwrap();
    assert_eq!((published.at.to_string().as_str(), published.from), ("2019-05-12", FoundIn::Url));
}
