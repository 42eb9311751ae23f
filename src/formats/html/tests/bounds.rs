//! Stories about pages made to cost much, or to be read otherwise than they are shown.

use std::time::{Duration, Instant};

use super::*;

/// Reads a page made to harm: in time, with its last words kept.
fn survives(html: &str) -> Article {
    let begun = Instant::now();
    let article = read(html);
    assert!(begun.elapsed() < Duration::from_secs(20), "took {:?} in a debug build", begun.elapsed());
    article
}

#[test]
fn pages_nested_to_harm_become_plain_text() {
    for opener in ["<div>", "<b>", "<p><font>", "<table><tr><td>", "<svg><div><x/>"] {
        let article = survives(&format!("<html><body>{}the last words", opener.repeat(40_000)));
        assert!(article.plain_text().ends_with("the last words"), "{opener}");
        assert_eq!(article.provenance.warnings.len(), 1, "{opener}");
    }
}

#[test]
fn a_tag_of_endless_attributes_is_cut_out() {
    let attributes: Vec<String> = (0..200_000).map(|i| format!(" a{i}=1")).collect();
    let article = survives(&format!("<html><body><p{}>the last words", attributes.concat()));
    assert_eq!(article.plain_text(), "the last words");
}

#[test]
fn names_and_headlines_without_end_cost_no_more_than_others() {
    let spans = "<span class=rss></span>".repeat(60_000);
    survives(&format!("<html><body><article>{PROSE}<p>{spans}the last words</p></article>"));
    let words = "word by word ".repeat(20_000);
    let headings = format!("<h1>{words}</h1>").repeat(8);
    survives(&format!("<html><head><title>{words}</title></head><body>{headings}{PROSE}"));
}

#[test]
fn a_live_blog_of_thousands_of_paragraphs_is_read_in_time() {
    let entry = |n: usize| {
        format!("<p>At {n} o'clock the ferry left the quay, as it has every morning since then.</p>")
    };
    let entries: String = (0..6_000).map(entry).collect();
    survives(&format!(
        "<html><body><h1>The ferry, hour by hour</h1><div>{entries}</div><article>{PROSE}</article>"
    ));
}

#[test]
fn formatting_opened_again_and_again_is_counted_before_it_is_built() {
    let fonts: Vec<String> = (0..250).map(|i| format!("<font a{i}>")).collect();
    let article = survives(&format!("<html><body>{}{}", fonts.concat(), "<p>word".repeat(10_000)));
    assert!(!article.provenance.warnings.is_empty());
}

#[test]
fn unclosed_markup_ends_with_the_page() {
    for piece in ["<!--", "<script>", "<", "<a href=\"", "<![CDATA["] {
        survives(&format!("<html>{}", piece.repeat(50_000)));
    }
}

#[test]
fn drawings_of_many_parts_are_ordinary() {
    let svg = format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(2_000));
    assert_eq!(prescan::scan(&svg).map(|scan| scan.tags), Ok(2_001));
}

#[test]
fn embedded_pictures_are_cut_and_words_about_data_are_not() {
    let picture = format!("<img src=\"data:image/png;base64,{}\">", "A".repeat(100_000));
    assert!(prescan::without_data(&picture).len() < 100);
    let words = format!("<p>The data: {} they say", "long ".repeat(100));
    assert_eq!(prescan::without_data(&words), words);
}

#[test]
fn addresses_that_never_end_are_looked_for_once() {
    let begun = Instant::now();
    for opening in ["url(data:", "=data:", "url(data:a,", "'data:", "=data:;"] {
        let endless = format!("{PROSE}{}", opening.repeat(100_000));
        assert!(prescan::without_data(&endless).starts_with(PROSE));
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn what_nobody_reads_never_reaches_the_tree() {
    let shown = |html: &str| prescan::scan(html).unwrap().readable(html).into_owned();
    assert_eq!(shown("a<script>x</script>b<style>y</style>c<!-- z -->d"), "abcd");
    assert_eq!(shown("a<svg><title>x</title><path/></svg>b"), "ab");
    for kept in [
        "<script type='application/ld+json'>{}</script>",
        "<script type='math/tex'>x</script>",
        "<script><!-- <script></script> --></script>",
        "<textarea><!-- a --></textarea>",
        "<p title='<script>'>a</p><p title='</script>'>b</p>",
        "<svg><foreignObject><p>words</p></foreignObject></svg>",
        "<p><svg><path></p>words</svg>",
        "<script>endless",
        "<!-- endless",
    ] {
        assert_eq!(shown(kept), kept);
    }
}

#[test]
fn a_text_of_a_million_signs_costs_no_more_than_its_length() {
    let begun = Instant::now();
    let article = page("", &format!("<p>Kept.</p><p>{}</p>", "« ".repeat(300_000)));
    assert!(article.plain_text().starts_with("Kept."));
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
