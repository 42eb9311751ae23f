//! Feeds that are cut short, broken, hostile or none at all.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::*;

#[test]
fn a_feed_cut_short_keeps_what_came_before_the_cut() {
    let whole = rss("<item><title>One</title><description>First.</description></item>\
         <item><title>Two</title><description><![CDATA[<p>Second, and then some more words.</p>]]></description></item>");
    for cut in ["more words", "<title>Two</title>", "Two", "</item>"] {
        let articles = read(whole.rsplit_once(cut).unwrap().0);
        assert_eq!(articles[0].plain_text(), "First.", "{cut}");
        assert!(warnings(&articles[0]).contains("cut short"), "{cut}");
    }
    assert_eq!(read(whole.split_once("and then").unwrap().0)[1].plain_text(), "Second,");
}

#[test]
fn one_broken_entry_does_not_cost_the_others() {
    let broken = rss(
        "<item><title>One</title></item><item><title>Two</title><description>a <!-- b</description></item>\
         <item><title>Three</title><author>見張り（watch@quay.example）</author></item>",
    );
    let articles = read(&broken);
    assert!(headlines(&articles).contains(&"Three"), "{:?}", headlines(&articles));
    let open = rss("<item><title>One</title><description>never closed <item><title>Two</title></item>");
    assert_eq!(headlines(&read(&open)), ["One", "Two"]);
}

#[test]
fn references_nobody_declared_are_read_as_in_a_page_and_declared_ones_are_never_expanded() {
    let articles = read(&rss("<item><title>Caf&eacute; &amp; quay &lost; AT&T</title></item>"));
    assert_eq!(headlines(&articles), ["Café & quay &lost; AT&T"]);
    let bomb = format!(
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>{}",
        rss("<item><title>&b;</title><description>&f;</description></item>")
    );
    let article = &read(&bomb)[0];
    assert_eq!(article.headline.as_deref(), Some("&b;"));
    assert_eq!(article.plain_text(), "&f;");
}

#[test]
fn a_file_without_an_entry_is_a_problem() {
    let path = format!("{}/tests/fixtures/formats/feed/no-entries.rss", env!("CARGO_MANIFEST_DIR"));
    let found = parse("no-entries.rss", &std::fs::read(path).unwrap());
    assert_eq!(found.unwrap_err().to_string(), "no entries in this feed");
    let other = parse("book.xml", b"<?xml version=\"1.0\"?><book><title>Knots</title></book>");
    assert_eq!(other.unwrap_err().to_string(), "this XML file is no feed");
}

#[test]
fn pages_are_not_taken_for_feeds() {
    let page =
        b"<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>The entry of a diary.</p></body></html>";
    assert_eq!(formats::detect(page, "page.xml").name, "html");
    assert_eq!(formats::detect(b"# Feed\n\n<rss> is a tag.", "notes.md").name, "markdown");
    assert_eq!(
        formats::detect(b"<!-- by hand -->\n<rss version=\"0.93\"><channel/></rss>", "x.txt").name,
        "feed"
    );
    assert_eq!(formats::detect(b"{\"version\": \"1\"}", "x.txt").name, "text");
}

#[test]
fn hostile_feeds_are_read_in_no_time() {
    let mut many = String::new();
    for number in 0..50_000 {
        write!(many, "<item><title>Item {number}</title><description>&lt;p&gt;Words.</description></item>")
            .unwrap();
    }
    let deep = format!("<item><title>One</title>{}", "<x>".repeat(300_000));
    let tags =
        format!("<item><title>One</title><description>{}</description></item>", "<p><font>".repeat(20_000));
    let attributes = format!("<item><title>One</title><x {}/></item>", "a='b' ".repeat(200_000));
    let breaks = "<item><title>One</title><!-- ".repeat(50_000);
    let fields = format!("<item><title>One</title>{}</item>", "<category>x</category>".repeat(200_000));
    for items in [many, deep, tags, attributes, breaks, fields] {
        let text = rss(&items);
        let start = Instant::now();
        let articles = read(&text);
        assert!(start.elapsed() < Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 1 }));
        assert!(!articles.is_empty() && articles.len() <= 10_000);
    }
}

#[test]
fn what_is_beyond_the_limit_is_said() {
    let items = "<item><title>Item</title></item>".repeat(10_001);
    let articles = read(&rss(&items));
    assert_eq!(articles.len(), 10_000);
    assert!(warnings(&articles[0]).contains("more than 10,000"));
    assert_eq!(articles[6].provenance.item.as_deref(), Some("00007"), "places sort as text");
}
