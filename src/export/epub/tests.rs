//! Books as a reader of books gets them.

use super::*;
use crate::formats::{self, Origin};

fn read(name: &str, bytes: &[u8]) -> Vec<Article> {
    formats::parse(bytes, &Origin { name, modified: None }).unwrap()
}

#[test]
fn a_book_of_articles_is_read_back_as_these_articles() {
    let text = |headline: &str, line: &str| format!("# {headline}\n\n{}\n", line.repeat(5));
    let fog = text("Fog & noon", "The quay was not to be seen, and so nobody came to see it that day. ");
    let lamp = text("L’île", "Une lampe suffit pour trouver le port quand la nuit tombe sur les bateaux. ");
    let (fog, lamp) = (read("fog.md", fog.as_bytes()), read("lamp.md", lamp.as_bytes()));
    let bytes = book(&[(&fog[0]).into(), (&lamp[0]).into()], 1_700_000_000).unwrap();
    assert!(bytes.starts_with(b"PK"));
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
    let back = read("out.epub", &bytes);
    let titles: Vec<_> = back.iter().map(|article| article.headline.as_deref().unwrap_or_default()).collect();
    assert_eq!(titles, ["Fog & noon", "L’île"]);
    assert_eq!(back[0].plain_text(), fog[0].plain_text());
    assert_eq!(back[1].plain_text(), lamp[0].plain_text());
}

#[test]
fn every_article_of_a_book_keeps_its_own_date_authors_and_outlet() {
    let of = |day: &str, author: &str| {
        let text = "The quay was not to be seen, and so nobody came to see it that day. ".repeat(5);
        let matter = format!("title: Fog\ndate: {day}\nauthor: {author}\npublisher: Bell & Co");
        let url = "https://bell.example/fog";
        read("fog.md", format!("---\n{matter}\nurl: {url}\n---\n\n{text}\n").as_bytes()).swap_remove(0)
    };
    let (first, second) = (of("2016-12-08", "Ada Wren"), of("2019-02-03", "Jo Quill"));
    let back = read("out.epub", &book(&[(&first).into(), (&second).into()], 1_700_000_000).unwrap());
    for (before, after) in [first, second].iter().zip(&back) {
        assert_eq!(after.published.map(|p| p.at), before.published.map(|p| p.at));
        assert_eq!((&after.byline, &after.outlet, &after.url), (&before.byline, &before.outlet, &before.url));
        assert_eq!(after.plain_text(), before.plain_text());
    }
}

#[test]
fn the_same_articles_make_the_same_book() {
    let fog = read("fog.md", b"# Fog\n\nNothing to see.\n");
    let made = |now| book(&[(&fog[0]).into()], now).unwrap();
    let once = made(1_700_000_000);
    // Over the edge of a second: neither the clock nor the moment it is written is in the book.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(once == made(1_700_000_000), "the moment of writing is in the book");
    assert!(once != made(1_700_000_001), "the moment given is not in the book");
}
