//! Stories about saved pages, told from the bytes to the article.

mod between;
mod bounds;
mod boxes;
mod bylines;
mod choice;
mod crossheads;
mod days;
mod found;
mod notes;
mod opening;
mod remains;
mod signed;

use super::{FORMAT, prescan};
use crate::article::{Article, Block, QuoteKind, Target, body::words};
use crate::formats::Origin;

/// Sentences long enough for a page to be taken for an article.
const PROSE: &str = "<p>The ferry left the quay at six, as it has every morning since the bridge was closed. \
    On board were nine people, two bicycles and a crate of hens.</p><p>Nobody spoke until the lighthouse came \
    into view, and then everybody did, about the price of bread, about the school, about the rain.</p>\
    <p>By noon the harbour master had counted the boats twice and found one more than in the morning.</p>";

fn read(html: &str) -> Article {
    let articles = (FORMAT.parse)(html.as_bytes(), &Origin::default()).expect("a page is an article");
    articles.into_iter().next().expect("one article")
}

fn page(head: &str, body: &str) -> Article {
    read(&format!("<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"))
}

fn names(article: &Article) -> Vec<&str> {
    article.byline.iter().map(crate::article::Text::as_str).collect()
}

#[test]
fn the_headline_is_the_top_heading_when_it_says_what_the_page_calls_itself() {
    let article = page(
        "<title>Ferry runs again | The Quay</title><meta property=og:title content='The ferry runs again after three years'>",
        &format!("<article><h1>Ferry runs again after three years</h1>{PROSE}</article>"),
    );
    assert_eq!(article.headline.as_deref(), Some("Ferry runs again after three years"));
    assert!(article.crossheads().is_empty(), "the headline is not repeated in the body");
}

#[test]
fn the_name_of_the_site_is_no_part_of_the_headline() {
    let article = page(
        "<title>A boat too many - The Quay</title><meta property=og:site_name content='The Quay'>",
        &format!("<article>{PROSE}</article>"),
    );
    assert_eq!(article.headline.as_deref(), Some("A boat too many"));
    assert_eq!(article.outlet.as_deref(), Some("The Quay"));
}

#[test]
fn a_heading_that_is_the_name_without_its_tail_is_the_headline() {
    let head = "<meta property=og:title content='Two boats - The New Harbour Post'>";
    let article = page(head, &format!("<article><h1>Two boats</h1>{PROSE}</article>"));
    assert_eq!(article.headline.as_deref(), Some("Two boats"));
    let article =
        page("", &format!("<article><h1><span>The quay</span>Two boats are missing</h1>{PROSE}</article>"));
    assert_eq!(article.headline.as_deref(), Some("The quay Two boats are missing"));
}

#[test]
fn an_encoding_is_no_language() {
    let article = page("<meta http-equiv=content-language content='utf-8'>", "<p>Hm</p>");
    assert_eq!(article.language.map(|language| language.tag().to_owned()).as_deref(), Some("en"));
}

#[test]
fn a_few_words_behind_the_headline_in_the_title_name_the_outlet() {
    let outlet = |title: &str| {
        let body = format!("<article><h1>A boat too many</h1>{PROSE}</article>");
        page(&format!("<title>{title}</title>"), &body).outlet.map(|outlet| outlet.to_string())
    };
    assert_eq!(outlet("A boat too many - The Quay"), Some("The Quay".into()));
    assert_eq!(outlet("A boat too many | Boats | Harbour Post"), Some("Harbour Post".into()));
    for none in
        ["A boat too many", "A boat too many - and what became of the others", "Something else - The Quay"]
    {
        assert_eq!(outlet(none), None, "{none}");
    }
}

#[test]
fn machine_readable_metadata_is_believed() {
    let json = r#"{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"A boat too many",
        "author":[{"@type":"Person","name":"Ida Holm"},{"@id":"two"}],"datePublished":"2024-05-14T06:30:00+02:00"},
        {"@type":"Person","@id":"two","name":"Jon Berg"}]}"#;
    let article = page(
        &format!(
            "<script type='application/ld+json'>{json}</script><link rel=canonical href='https://quay.example/boats/1'>"
        ),
        PROSE,
    );
    assert_eq!(names(&article), ["Ida Holm", "Jon Berg"]);
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2024-05-14T06:30:00+02:00"));
    assert_eq!(article.url.as_deref(), Some("https://quay.example/boats/1"));
}

#[test]
fn broken_json_is_mended_or_left_alone() {
    let article = page(
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A boat\ntoo many\",}</script>\
         <script type='application/ld+json'>{{{</script>",
        PROSE,
    );
    assert_eq!(article.headline.as_deref(), Some("A boat too many"));
}

#[test]
fn a_byline_is_names_and_nothing_else() {
    let article = page("", &format!("<p class=byline>By Ida Holm and Jon Berg</p>{PROSE}"));
    assert_eq!(names(&article), ["Ida Holm", "Jon Berg"]);
    let agency = page("<meta name=author content='Reuters'>", PROSE);
    assert_eq!(names(&agency), ["Reuters"], "nobody else is named");
    let address = page("<meta property='article:author' content='https://quay.example/people/ida'>", PROSE);
    assert!(address.byline.is_empty());
}

#[test]
fn the_outlet_stands_as_author_only_where_no_person_does() {
    let head = "<meta property=og:site_name content='The Quay'><meta name=author content='The Quay'>";
    assert_eq!(names(&page(head, PROSE)), ["The Quay"]);
    assert_eq!(names(&page(head, &format!("<a rel=author href=/ida>Ida Holm</a>{PROSE}"))), ["Ida Holm"]);
}

#[test]
fn savers_leave_the_address_in_a_comment() {
    let single = "<!doctype html><html><!--\n Page saved with SingleFile \n url: https://quay.example/boats/2 \n saved date: Mon -->";
    assert_eq!(read(&format!("{single}{PROSE}")).url.as_deref(), Some("https://quay.example/boats/2"));
    let browser = "<!-- saved from url=(0028)https://quay.example/boats/3 --><html>";
    assert_eq!(read(&format!("{browser}{PROSE}")).url.as_deref(), Some("https://quay.example/boats/3"));
    let copied = "<!-- Saved from https://quay.example/boats/4 at 2026-11-20T10:00:00Z using monolith v2.8.1 --><html>";
    assert_eq!(read(&format!("{copied}{PROSE}")).url.as_deref(), Some("https://quay.example/boats/4"));
    let mirrored = "<html><!-- Mirrored from quay.example/boats/5.html by HTTrack Website Copier/3.x, Fri, 20 Nov 2026 -->";
    assert_eq!(read(&format!("{mirrored}{PROSE}")).url.as_deref(), Some("https://quay.example/boats/5.html"));
}

#[test]
fn a_lead_that_stands_apart_comes_first() {
    let lead =
        "Three years after the bridge was closed, the town has its ferry again, and an argument about hens.";
    let article = page(
        "<meta property=og:title content='The ferry runs again'>",
        &format!(
            "<header><h1>The ferry runs again</h1><div class=intro>{lead}</div></header><div class=main>{PROSE}</div>"
        ),
    );
    assert!(article.plain_text().starts_with(lead), "{}", article.plain_text());
}

#[test]
fn links_are_numbered_once_and_made_absolute() {
    let article = page(
        "<link rel=canonical href='https://quay.example/boats/1'>",
        &format!(
            "{PROSE}<p>See <a href='/tides'>the tides</a>, again <a href='/tides'>the tides</a>, and <a href='javascript:x()'>this</a>.</p>"
        ),
    );
    let links: Vec<(&str, &str)> = article.links.iter().map(|l| (l.text.as_str(), l.url.as_str())).collect();
    assert_eq!(links, [("the tides", "https://quay.example/tides")]);
}

#[test]
fn blocks_keep_their_kind() {
    let article = page(
        "",
        &format!(
            "<article>{PROSE}<h2>On board</h2><blockquote><p>Two of them are mine, said the woman with the crate.</p></blockquote>\
             <ul><li>hens<ul><li>brown</li></ul></li><li>bicycles</li></ul><pre><code class=language-rust>fn main() {{}}</code></pre>\
             <table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Ida</td><td>4</td></tr></table>{PROSE}</article>"
        ),
    );
    let has = |wanted: fn(&Block) -> bool| article.body.iter().any(wanted);
    assert_eq!(article.crossheads(), ["On board"]);
    assert!(has(|b| matches!(b, Block::Quote { kind: QuoteKind::Quotation, .. })));
    assert!(has(
        |b| matches!(b, Block::List { items, .. } if items.len() == 2 && items[0].blocks.len() == 2)
    ));
    assert!(has(
        |b| matches!(b, Block::Code { language: Some(l), text } if *l == "rust" && *text == "fn main() {}")
    ));
    assert!(has(|b| matches!(b, Block::Table(t) if t.head.len() == 2 && t.rows.len() == 1)));
}

#[test]
fn notes_are_tied_to_where_they_are_called() {
    let article = page(
        "",
        &format!(
            "<article>{PROSE}<p>The hens were sold.<sup><a href='#n1' id=r1>1</a></sup></p><ol><li id=n1>At a loss. <a href='#r1'>↩</a></li></ol></article>"
        ),
    );
    let called = article.body.iter().any(
        |b| matches!(b, Block::Paragraph(runs) if runs.iter().any(|run| run.target == Some(Target::Note(1)))),
    );
    let note = article.body.iter().find_map(|b| match b {
        Block::Note { number: 1, blocks } => blocks.first(),
        _ => None,
    });
    assert!(called);
    assert!(matches!(note, Some(Block::Paragraph(runs)) if words(runs) == "At a loss."), "{note:?}");
}

#[test]
fn front_matter_before_a_page_is_read() {
    let article =
        read(&format!("---\ntitle: A boat too many\nlayout: post\n---\n<html><body>{PROSE}</body></html>"));
    assert_eq!(article.headline.as_deref(), Some("A boat too many"));
    assert!(!article.plain_text().contains("layout"));
}

#[test]
fn pages_are_told_from_text() {
    for page in [
        "<!DOCTYPE html>",
        "\u{feff}  <html>",
        "<!-- saved -->\n<head>",
        "<?xml version='1.0'?><html>",
        "<p>One</p>",
    ] {
        assert!((FORMAT.sniff)(page.as_bytes()), "{page}");
    }
    for other in ["A <b>word</b>", "<rss version='2.0'>", "<feed>", "< html", "<pre-release notes>"] {
        assert!(!(FORMAT.sniff)(other.as_bytes()), "{other}");
    }
}

#[test]
fn the_standfirst_stands_in_its_own_field_alone() {
    let lead = "Three years after the bridge was closed, the town has its ferry again.";
    let article = page(
        &format!("<meta name=description content='{lead}'>"),
        &format!("<article><h1>The ferry runs again</h1><p class=chapo>{lead}</p>{PROSE}</article>"),
    );
    assert_eq!(article.standfirst.as_deref(), Some(lead));
    assert!(article.plain_text().starts_with("The ferry left"), "{}", article.plain_text());
}

#[test]
fn bylines_and_date_lines_leave_the_body_and_sentences_with_dates_stay() {
    let head =
        "<meta name=author content='Ida Holm'><meta property='article:published_time' content='2024-05-20'>";
    let article = page(
        head,
        &format!(
            "<article><h1>The ferry</h1><p>By Ida Holm, harbour correspondent</p><p>Updated 20 May 2024 at 06:00</p>\
             <p>4 minute read</p><p>On 20 May 2024 the ferry ran.</p>{PROSE}</article>"
        ),
    );
    assert!(article.plain_text().starts_with("On 20 May 2024 the ferry ran."), "{}", article.plain_text());
}

#[test]
fn a_caption_belongs_to_its_picture_and_the_first_to_the_article() {
    let figure = |caption: &str| {
        format!("<figure><img src=a.jpg alt='A boat'><figcaption>{caption}</figcaption></figure>")
    };
    let (first, second) =
        (figure("The quay at six. Photo: Jon Berg"), figure("Hens <span class=credit>Ida Holm</span>"));
    let article = page("", &format!("<article>{first}{PROSE}{second}{PROSE}</article>"));
    assert_eq!(article.caption.as_deref(), Some("The quay at six."));
    let credits: Vec<_> = article
        .body
        .iter()
        .filter_map(|b| if let Block::Figure(f) = b { f.credit.as_deref() } else { None })
        .collect();
    assert_eq!(credits, ["Photo: Jon Berg", "Ida Holm"]);
    assert_eq!(article.captions(), ["Hens"]);
    assert!(!article.plain_text().contains("Hens"), "a caption is no body text");
}

#[test]
fn what_sites_put_between_paragraphs_is_taken_out() {
    let article = page(
        "",
        &format!(
            "<article>{PROSE}<div class=newsletter-box><p>One letter a week, with a stamp on it.</p><p>Nothing else, ever.</p></div>\
             <h2>Related articles</h2><p>Read more: <a href=/hens>What became of the crate of hens</a></p>{PROSE}</article>"
        ),
    );
    let text = article.plain_text();
    assert!(!text.contains("stamp") && !text.contains("crate of hens and"), "{text}");
    assert!(article.leftovers.iter().any(|line| line.starts_with("Read more")), "{:?}", article.leftovers);
    assert!(article.crossheads().is_empty());
}

#[test]
fn a_job_is_no_name() {
    let article =
        page("", &format!("<p class=byline>By Ida Holm, Vice President, Ferries Division</p>{PROSE}"));
    assert_eq!(names(&article), ["Ida Holm"]);
}

#[test]
fn bold_paragraphs_are_crossheads_where_nothing_else_is() {
    let parts = format!("{PROSE}<p><b>On board</b></p>{PROSE}<p><b>Ashore</b></p>{PROSE}");
    assert_eq!(page("", &format!("<article>{parts}</article>")).crossheads(), ["On board", "Ashore"]);
    let marked = page("", &format!("<article>{parts}<h2>Later</h2>{PROSE}</article>"));
    assert_eq!(marked.crossheads(), ["Later"]);
}

#[test]
fn works_named_in_cite_are_sources() {
    let article = page(
        "<link rel=canonical href='https://quay.example/2024/ferry'>",
        &format!(
            "<article><h1>The ferry runs again</h1>{PROSE}<blockquote>It ran.<cite>Ada Morrow, <a \
             href='/nets'>Nets and tar</a></cite></blockquote><p>So says <cite>The Harbour Book</cite>, and \
             again <cite>The Harbour Book</cite>.</p><p class=comment><cite class=fn>Tom</cite> said</p></article>"
        ),
    );
    let sources: Vec<_> = article.sources.iter().map(|source| (source.number, source.raw.as_str())).collect();
    assert_eq!(sources, [(1, "Ada Morrow, Nets and tar"), (2, "The Harbour Book")]);
    assert_eq!(article.sources[0].url.as_deref(), Some("https://quay.example/nets"));
}
