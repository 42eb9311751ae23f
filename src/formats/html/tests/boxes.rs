//! Stories about the boxes a page keeps its paragraphs in: what their names say, and what they do not.

use super::{PROSE, page};

/// A few lines nobody looks for in an article.
const OFFER: &str = "Get the harbour in your letter box each morning before the first boat leaves the quay.";

#[test]
fn a_name_that_every_paragraph_bears_says_nothing_of_what_is_beside() {
    for class in ["paywall", "promo"] {
        let prose = PROSE.replace("<p>", &format!("<p class={class}>"));
        let article =
            page("", &format!("<article><p>The harbour is open again.</p>{prose}{prose}</article>"));
        assert!(article.plain_text().contains("counted the boats twice"), "{class}");
    }
}

#[test]
fn a_paragraph_hidden_from_those_who_hear_a_page_read_is_read() {
    let prose = PROSE.replace("<p>", "<p class=paywall aria-hidden=true>");
    let article = page("", &format!("<article>{PROSE}{prose}</article>"));
    assert_eq!(article.body.len(), 6);
}

#[test]
fn an_article_told_in_pictures_keeps_its_words() {
    let slides = PROSE.replace("<p>", "<div class='slide gallery'><p>").replace("</p>", "</p></div>");
    let article = page("", &format!("<article>{PROSE}{PROSE}{slides}</article>"));
    assert_eq!(article.body.len(), 9);
}

#[test]
fn a_box_of_one_paragraph_is_known_by_its_name_however_it_is_written() {
    for named in [
        "class=newsletter-box",
        "class=NewsletterBox_root__x1",
        "class=c-inlineSignup",
        "class='widget_text box'",
        "class=post-ratings",
        "aria-label='Our Newsletter'",
    ] {
        let offer = format!("<div {named}><p>{OFFER}</p></div>");
        let article = page("", &format!("<article>{PROSE}{offer}{PROSE}</article>"));
        assert_eq!(article.body.len(), 6, "{named}");
    }
}

#[test]
fn a_box_named_like_an_offer_that_holds_the_article_is_the_article() {
    let article = page("", &format!("<div class=newsletter-page><h1>Boats</h1><p>{OFFER}</p>{PROSE}</div>"));
    assert!(article.plain_text().contains("before the first boat leaves"));
}

#[test]
fn the_only_paragraph_of_a_caption_is_a_caption() {
    let picture = "<div><img src=quay.jpg alt='The quay'></div>\
        <div class=photo-caption><p>The quay on the morning the bridge was closed, seen from the mole.</p></div>";
    let article = page("", &format!("<article>{PROSE}{picture}{PROSE}</article>"));
    assert!(!article.plain_text().contains("seen from the mole"), "{}", article.plain_text());
}

#[test]
fn a_sentence_alone_in_its_box_stays_though_much_of_it_is_linked() {
    let line = "<p>The master said <a href='https://other.example/boats'>the boats had never been counted before</a> then.</p>";
    let boxed = PROSE.replace("<p>", "<div class=b><div class=c><p>").replace("</p>", "</p></div></div>");
    let article =
        page("", &format!("<article>{boxed}<div class=b><div class=c>{line}</div></div>{boxed}</article>"));
    assert!(article.plain_text().contains("never been counted before then."));
}

#[test]
fn what_no_screen_shows_is_left_out() {
    for class in ["hidden", "d-none", "visually-hidden", "sr-only"] {
        let line = format!("<div class='{class}'><p>{OFFER}</p></div>");
        let article = page("", &format!("<article>{PROSE}{line}{PROSE}</article>"));
        assert_eq!(article.body.len(), 6, "{class}");
    }
    for class in ["hidden md:block", "d-none d-lg-flex"] {
        let line = format!("<div class='{class}'><p>{OFFER}</p></div>");
        let article = page("", &format!("<article>{PROSE}{line}{PROSE}</article>"));
        assert_eq!(article.body.len(), 7, "shown on a large screen: {class}");
    }
}

#[test]
fn a_program_longer_than_the_page_does_not_cost_the_article() {
    let program = format!("<script>var page = '<!-- {} -->';</script>", "a&b&".repeat(60_000));
    let head = "<meta name=author content='Ida Holm'><meta property=og:title content='A boat too many'>";
    let article = page(head, &format!("{program}<nav><p>All boats</p></nav><article>{PROSE}</article>"));
    assert!(article.provenance.warnings.is_empty(), "{:?}", article.provenance.warnings);
    assert_eq!(article.body.len(), 3);
}

#[test]
fn a_page_of_which_only_the_text_is_kept_still_says_who_wrote_it() {
    let head = "<meta name=author content='Ida Holm'><meta property=og:title content='A boat too many'>";
    let article = page(head, &format!("{PROSE}{}", "<div>".repeat(400)));
    assert!(!article.provenance.warnings.is_empty());
    assert_eq!(super::names(&article), ["Ida Holm"]);
    assert_eq!(article.headline.as_deref(), Some("A boat too many"));
}
