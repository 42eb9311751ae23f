//! Stories about the boxes a page keeps its paragraphs in: what their names say, and what they do not.

use super::{PROSE, page};

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
