//! What the reader wrote goes along with an article, in every form.

use super::super::{html, markdown, named};
use super::*;
use crate::article::{Item, Language};

fn strong(text: &str) -> Inline {
    let mut run = Inline::plain(Text::new(text));
    run.look.strong = true;
    run
}

fn article() -> Article {
    let first = vec![
        Inline::plain(Text::new("The lamp ")),
        strong("went out"),
        Inline::plain(Text::new(" on a Friday.")),
    ];
    let item = Item {
        blocks: vec![Block::Paragraph(vec![Inline::plain(Text::new("Nobody asked."))])],
        ..Item::default()
    };
    let body = vec![Block::Paragraph(first), Block::List { start: None, items: vec![item] }];
    Article { headline: Some(Text::new("The quay")), body, ..Article::default() }
}

fn lit(article: &Article, quote: &str, note: &str) -> Lit {
    let at = words(article).find(quote).map(|start| start..start + quote.len());
    Lit { quote: quote.to_owned(), note: note.to_owned(), at }
}

fn written(article: &Article) -> Written {
    let lit = vec![
        lit(article, "lamp went out", ""),
        lit(article, "Nobody asked", "Who should have?"),
        lit(article, "the keeper slept", ""),
    ];
    Written { note: Some("Read again.\n\nAsk the harbour office.".to_owned()), lit }
}

fn export(form: &str, article: &Article, written: &Written) -> String {
    let pages = [Page { article, written: Some(written) }];
    String::from_utf8((named(form).unwrap().write)(&pages, 0).unwrap()).unwrap()
}

#[test]
fn words_lit_up_are_marked_in_markdown_across_runs_and_the_notes_follow() {
    let article = article();
    let made = export("markdown", &article, &written(&article));
    assert!(made.contains("The ==lamp== ==**went out**== on a Friday."), "{made}");
    assert!(made.contains("- ==Nobody asked=="), "{made}");
    let section = made.split_once("## Notes\n").unwrap().1;
    let expected = "\nRead again.\n\nAsk the harbour office.\n\n> Nobody asked\n\nWho should have?\n\n\
        > the keeper slept\n\n*The article no longer says so.*\n";
    assert_eq!(section, expected, "what is lit and says no more is not listed");
}

#[test]
fn in_html_the_words_are_marked_and_the_section_is_part_of_the_article() {
    let article = article();
    let made = export("html", &article, &written(&article));
    assert!(
        made.contains("The <mark>lamp </mark><mark><strong>went out</strong></mark> on a Friday."),
        "{made}"
    );
    assert!(made.contains("<section class=\"notes\">\n<h2>Notes</h2>\n<p>Read again.</p>"), "{made}");
    assert!(made.contains("</section>\n</article>"), "{made}");
}

#[test]
fn plain_text_shows_no_light_and_lists_every_highlight() {
    let article = article();
    let made = export("text", &article, &written(&article));
    assert!(made.contains("The lamp went out on a Friday."), "{made}");
    let section = made.split_once("Notes").unwrap().1;
    for words in ["Read again.", "lamp went out", "Who should have?", "The article no longer says so."] {
        assert!(section.contains(words), "{words}: {made}");
    }
}

#[test]
fn the_section_is_in_the_language_of_the_article() {
    let article = Article { language: Language::parse("fr"), ..article() };
    let made = export("markdown", &article, &written(&article));
    assert!(made.contains("*L’article ne le dit plus.*"), "{made}");
}

#[test]
fn without_notes_nothing_is_added() {
    let article = article();
    assert_eq!(markdown::all(&[Page::from(&article)]), markdown::write(&article));
    let nothing = Written::default();
    let bare = html::page(&[Page::from(&article)]);
    assert_eq!(html::page(&[Page { article: &article, written: Some(&nothing) }]), bare);
}

#[test]
fn highlights_that_overlap_are_one_light() {
    let article = article();
    let lit = vec![lit(&article, "The lamp went", ""), lit(&article, "lamp went out on", "")];
    let made = export("markdown", &article, &Written { note: None, lit });
    assert!(made.contains("==The lamp== ==**went out**== ==on== a Friday."), "{made}");
}
