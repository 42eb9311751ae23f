//! Feeds as people keep them in files: old and new, whole and broken.

mod broken;
mod ends;
mod shapes;

use crate::article::{Article, ArticleId, Block, Text};
use crate::formats::{self, Origin, Problem};

fn parse(name: &str, bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    formats::parse(bytes, &Origin { name, modified: jiff::civil::Date::new(2026, 11, 22).ok() })
}

fn read(text: &str) -> Vec<Article> {
    parse("feed.xml", text.as_bytes()).unwrap()
}

fn fixture(name: &str) -> Vec<Article> {
    let path = format!("{}/tests/fixtures/formats/feed/{name}", env!("CARGO_MANIFEST_DIR"));
    let articles = parse(name, &std::fs::read(path).unwrap()).unwrap();
    assert!(articles.iter().all(|article| article.provenance.format == "feed"), "{name}");
    articles
}

fn headlines(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.headline.as_deref().unwrap_or_default()).collect()
}

fn byline(article: &Article) -> String {
    article.byline.iter().map(Text::as_str).collect::<Vec<_>>().join("; ")
}

fn date(article: &Article) -> String {
    article.published.map(|published| published.at.to_string()).unwrap_or_default()
}

fn url(article: &Article) -> &str {
    article.url.as_deref().unwrap_or_default()
}

fn warnings(article: &Article) -> String {
    article.provenance.warnings.iter().map(Text::as_str).collect::<Vec<_>>().join("; ")
}

/// An RSS feed around some items.
fn rss(items: &str) -> String {
    format!(
        "<rss version=\"2.0\"><channel><title>Quay</title><link>https://quay.example/</link>{items}</channel></rss>"
    )
}

#[test]
fn every_entry_of_an_rss_feed_is_an_article() {
    let articles = fixture("harbour.rss");
    assert_eq!(
        headlines(&articles),
        [
            "The Marguerite sails at last — with René aboard",
            "Fog closes the ferry line",
            "Tide table for January"
        ]
    );
    let first = &articles[0];
    assert_eq!(first.provenance.collection.as_deref(), Some("Harbour Post"));
    assert_eq!(first.outlet.as_deref(), Some("Harbour Post"));
    assert_eq!(first.provenance.item.as_deref(), Some("1"));
    assert_eq!(first.standfirst.as_deref(), Some("Nine years in dry dock end this week."));
    assert_eq!(first.links[0].url, "https://harbour.example/crew");
    assert_eq!(first.crossheads(), ["Under way"]);
    assert_eq!(first.language.unwrap().tag(), "en");
    assert_eq!(first.tags[0], "Shipping");
}

#[test]
fn a_day_is_the_writers_own() {
    let articles = fixture("harbour.rss");
    assert_eq!(date(&articles[0]), "2016-12-08T23:30:00-05:00");
    assert!(date(&articles[1]).starts_with("2016-12-12"));
    let odd =
        |raw: &str| date(&read(&rss(&format!("<item><title>a</title><pubDate>{raw}</pubDate></item>")))[0]);
    assert!(odd("Sun, 08 Dec 2016 10:00:00 +0900").starts_with("2016-12-08"), "a wrong weekday");
    assert!(odd("Thurs, 8 December 2016 10:00:00 EST").starts_with("2016-12-08"));
    assert!(odd("2016-12-08 10:00:00").starts_with("2016-12-08"));
    assert_eq!(odd("soon"), "");
}

#[test]
fn names_are_found_wherever_a_feed_puts_them() {
    let articles = fixture("harbour.rss");
    assert_eq!(byline(&articles[0]), "Ines Moreau");
    assert_eq!(byline(&articles[1]), "Tom Abara");
    assert_eq!(byline(&fixture("atom.atom")[0]), "Lene Vogt");
    assert_eq!(byline(&fixture("rss1.rdf")[0]), "灯台守");
}

#[test]
fn a_guid_that_is_an_address_stands_in_for_the_link() {
    let articles = fixture("harbour.rss");
    assert_eq!(url(&articles[1]), "https://harbour.example/fog");
    let hidden =
        rss("<item><title>a</title><guid isPermaLink=\"false\">https://quay.example/7</guid></item>");
    assert_eq!(read(&hidden)[0].url, None);
}

#[test]
fn a_summary_is_the_text_only_where_there_is_no_other() {
    let articles = fixture("harbour.rss");
    assert_eq!(articles[1].plain_text(), "No boats ran before ten. Trains took what they could.");
    assert_eq!(articles[1].standfirst, None);
    let excerpt = rss("<item><title>a</title><description>The boats stayed in […]</description>\
         <content:encoded>&lt;p&gt;The boats stayed in harbour all day.&lt;/p&gt;</content:encoded></item>");
    assert_eq!(read(&excerpt)[0].standfirst, None, "the beginning of the text is no standfirst");
}

#[test]
fn the_longer_of_two_summaries_that_begin_alike_is_the_text() {
    let both = |first: &str| {
        rss(&format!(
            "<item><title>a</title><description>{first}</description>\
             <itunes:summary>The boats stayed in harbour.</itunes:summary></item>"
        ))
    };
    assert_eq!(read(&both("The boats stayed..."))[0].plain_text(), "The boats stayed in harbour.");
    assert_eq!(read(&both("The boats stayed."))[0].plain_text(), "The boats stayed.");
    assert_eq!(read(&both("No trains..."))[0].plain_text(), "No trains...");
}

#[test]
fn a_tag_that_is_only_mentioned_swallows_nothing() {
    let text = rss(
        "<item><title>a</title><description>&lt;p&gt;Put a &lt;title&gt; in the head.&lt;/p&gt;</description></item>",
    );
    assert_eq!(read(&text)[0].plain_text(), "Put a <title> in the head.");
}

#[test]
fn an_entry_without_text_says_so() {
    let articles = fixture("harbour.rss");
    assert!(articles[2].body.is_empty());
    assert_eq!(warnings(&articles[2]), "link only: the feed holds no text of this entry");
    assert_eq!(warnings(&articles[0]), "");
}

#[test]
fn atom_gives_the_page_and_not_its_recordings() {
    let article = &fixture("atom.atom")[0];
    assert_eq!(article.headline.as_deref(), Some("Wer 5 < 6 rechnet, backt besser"));
    assert_eq!(url(article), "https://krume.example/brot");
    assert_eq!(date(article), "2025-11-02T07:15:00+01:00");
    assert_eq!(article.updated.unwrap().day.to_string(), "2025-11-03");
    assert_eq!(article.guid.as_deref(), Some("tag:krume.example,2025:7"));
    assert_eq!(article.plain_text(), "Der Teig ruht acht Stunden.\n\nDanach wird er gefaltet.");
    assert_eq!(article.language.unwrap().tag(), "de");
}

#[test]
fn the_atom_of_old_diaries_is_read() {
    let article = &fixture("atom-0.3.xml")[0];
    assert_eq!(article.headline.as_deref(), Some("Snow on the pier"));
    assert_eq!(date(article), "2004-02-11T22:10:00+02:00");
    assert_eq!(article.plain_text(), "It fell all night, and nobody swept.");
}

#[test]
fn rss_1_keeps_entries_without_a_link() {
    let articles = fixture("rss1.rdf");
    assert_eq!(headlines(&articles), ["港の灯り", "朝の市場"]);
    assert_eq!(url(&articles[1]), "http://umibe.example/2");
    assert_eq!(date(&articles[0]), "2025-10-30T06:00:00+09:00");
}

#[test]
fn json_feed_is_read_whatever_the_kinds_of_its_values() {
    let articles = fixture("feed.json");
    assert_eq!(headlines(&articles), ["Forty lamps", "One lamp failed."]);
    assert_eq!((byline(&articles[0]).as_str(), byline(&articles[1]).as_str()), ("Jo Farrow", "Sol Brandt"));
    assert_eq!(date(&articles[0]), "2025-11-14T08:00:00-08:00");
    assert_eq!(articles[0].standfirst.as_deref(), Some("A count, and a walk."));
    assert_eq!(articles[1].body.len(), 2);
}

#[test]
fn references_in_the_titles_of_json_feed_are_read_unless_they_are_meant() {
    for (given, wanted) in [
        ("Lamps &#8211; and oil", "Lamps – and oil"),
        ("Salt &amp; bread", "Salt & bread"),
        ("Q&A: how to write &amp; in a page", "Q&A: how to write &amp; in a page"),
        ("What `&amp;` stands for", "What `&amp;` stands for"),
        ("Bread & salt", "Bread & salt"),
    ] {
        let item = format!(r#"{{"id":"1","title":"{given}","content_text":"One lamp."}}"#);
        let feed =
            format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{item}]}}"#);
        assert_eq!(headlines(&read(&feed)), [wanted], "{given}");
    }
}

#[test]
fn an_entry_keeps_its_identity_from_load_to_load() {
    let text =
        rss("<item><title>One</title><description>First.</description></item><item><guid>7</guid></item>");
    let ids = |articles: &[Article]| articles.iter().map(ArticleId::of).collect::<Vec<_>>();
    let (one, other) = (read(&text), read(&text));
    assert_eq!(ids(&one), ids(&other));
    assert_eq!(
        one[1].guid.as_deref(),
        Some("https://quay.example/ 7"),
        "a mere number is not unique in the world"
    );
    let moved = read(&rss(
        "<item><title>New</title></item><item><title>One</title><description>First.</description></item>",
    ));
    assert_eq!(one[0].guid, moved[1].guid);
}

#[test]
fn entries_of_one_page_are_told_apart_and_others_are_known_by_their_page() {
    let items = "<item><title>May</title><link>https://quay.example/log#may</link></item>\
                 <item><title>June</title><link>https://quay.example/log#june</link></item>\
                 <item><title>July</title><link>https://quay.example/july</link><guid>https://quay.example/july#3</guid></item>\
                 <item><title>Home</title><link>https://quay.example/</link></item>\
                 <item><title>Home again</title><link>https://quay.example/</link></item>";
    let articles = read(&rss(items));
    let ids: std::collections::HashSet<_> = articles.iter().map(ArticleId::of).collect();
    assert_eq!(ids.len(), 5);
    let saved = Article { url: Some(Text::new("https://quay.example/july")), ..Article::default() };
    assert_eq!(ArticleId::of(&articles[2]), ArticleId::of(&saved));
}

#[test]
fn old_encodings_are_read_by_their_declaration() {
    for (label, encoding) in [
        ("KOI8-R", encoding_rs::KOI8_R),
        ("iso-8859-5", encoding_rs::ISO_8859_5),
        ("windows-1251", encoding_rs::WINDOWS_1251),
    ] {
        let text = rss("<item><title>Пароход уходит в полночь</title></item>");
        let text = format!("<?xml version='1.0' encoding='{label}'?>{text}");
        let (bytes, _, _) = encoding.encode(&text);
        let articles = parse("x.rss", &bytes).unwrap();
        assert_eq!(headlines(&articles), ["Пароход уходит в полночь"], "{label}");
        assert_eq!(articles[0].provenance.encoding, label.to_ascii_lowercase());
    }
    let text =
        "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><feed><entry><title>港の灯り</title></entry></feed>";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    assert_eq!(headlines(&parse("x.xml", &bytes).unwrap()), ["港の灯り"]);
}

#[test]
fn paragraphs_without_tags_stay_paragraphs() {
    let articles = read(&rss(
        "<item><title>a</title><description>One.\n\nTwo &lt;b&gt;bold&lt;/b&gt;.</description></item>",
    ));
    assert_eq!(articles[0].body.len(), 2);
    assert!(matches!(&articles[0].body[1], Block::Paragraph(runs) if runs.iter().any(|run| run.look.strong)));
}

#[test]
fn the_tables_of_sfeed_are_feeds_too() {
    let path = format!("{}/tests/fixtures/formats/feed/harbour.tsv", env!("CARGO_MANIFEST_DIR"));
    let articles = parse("harbour", &std::fs::read(path).unwrap()).unwrap();
    assert_eq!(headlines(&articles), ["The last ferry", "Lamps"]);
    assert_eq!(
        (byline(&articles[0]).as_str(), url(&articles[0])),
        ("Anna Petit", "https://harbour.example/ferry")
    );
    assert_eq!(articles[0].published.unwrap().at.day.to_string(), "2024-02-15");
    assert_eq!(articles[0].plain_text(), "Half empty.\n\nIt left at \\six.");
    assert_eq!(articles[0].tags, [Text::new("ferries"), Text::new("winter")]);
    assert_eq!(articles[0].provenance.format, "sfeed");
    assert!(articles[1].plain_text().starts_with("One line."));
    for text in ["a\tb\tc\n", "name\tsize\tkind\tx\ty\tz\tq\n", "\t\t\t\t\t\t\t\n"] {
        assert_eq!(formats::detect(text.as_bytes(), "x.txt").name, "text", "{text:?}");
    }
}

#[test]
fn a_category_that_is_an_address_is_no_tag() {
    let entry = read(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title><entry><title>Fog</title><category term=\"sea\"/>\
         <category scheme=\"x\" term=\"http://schemas.example/2008/kind#post\"/></entry></feed>",
    );
    assert_eq!(entry[0].tags, ["sea"]);
}
