//! Stories of what stands around the text of an article and says what its fields say: the headline once more, the
//! kicker, the line that says when; and of the articles that follow in the same page.

use super::{PROSE, page};
use crate::article::{Article, Block, body::words};

fn lines(article: &Article) -> Vec<String> {
    let lines = article.body.iter().filter_map(|block| match block {
        Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => Some(words(runs)),
        _ => None,
    });
    lines.collect()
}

#[test]
fn a_line_that_only_says_when_is_no_paragraph() {
    for line in
        ["Stand: 12.03.2022, 10:00 Uhr | Lesedauer: 4 Min.", "Publicado el 3 de mayo de 2021 a las 10:00"]
    {
        let first = page("", &format!("<article><h1>Two boats</h1><p>{line}</p>{PROSE}</article>"));
        let last = page("", &format!("<article><h1>Two boats</h1>{PROSE}<p>{line}</p></article>"));
        assert_eq!((lines(&first).len(), lines(&last).len()), (3, 3), "{line}");
    }
}

#[test]
fn the_headline_that_the_page_shows_is_no_crosshead_and_takes_its_kicker_along() {
    let shown = "<h2>The harbour master counts a boat too many this morning</h2>";
    let article = page(
        "<title>Harbour: One boat more than in the morning</title>",
        &format!("<article><p>At the quay</p>{shown}{PROSE}</article>"),
    );
    assert_eq!(lines(&article).len(), 3, "{:?}", lines(&article));
}

#[test]
fn a_crosshead_about_something_else_stays_in_front_of_the_text() {
    let article = page(
        "<title>Harbour: One boat more than in the morning</title>",
        &format!("<article><h1>Why bread is dearer</h1>{PROSE}<h2>The rain</h2>{PROSE}</article>"),
    );
    assert_eq!(lines(&article).first().map(String::as_str), Some("Why bread is dearer"));
}

#[test]
fn a_line_called_kicker_is_no_paragraph() {
    let body = format!("<article><p class='article__topline'>At the quay</p>{PROSE}</article>");
    assert_eq!(lines(&page("<title>Two boats</title>", &body)).len(), 3);
}

#[test]
fn a_byline_in_the_shape_of_a_crosshead_goes() {
    let article = page(
        "<title>Two boats</title><meta name=author content='Ada Morrow'>",
        &format!("<article><h1>Two boats</h1><h5>By Ada Morrow, Quay</h5>{PROSE}</article>"),
    );
    assert_eq!(lines(&article).len(), 3);
}

#[test]
fn the_article_that_follows_in_the_page_is_not_read() {
    let other = PROSE.replace("ferry", "bakery").replace("boats", "loaves");
    let article = page(
        "<title>Two boats are missing - The Quay</title>",
        &format!(
            "<main><article><h1>Two boats are missing</h1>{PROSE}</article>\
             <article><h1>Bread is dearer again</h1>{other}{other}{other}</article></main>"
        ),
    );
    assert!(!lines(&article).iter().any(|line| line.contains("bakery")));
    assert_eq!(lines(&article).len(), 3);
}

#[test]
fn a_box_that_a_program_would_move_into_place_is_read() {
    let article = page(
        "<title>Two boats</title>",
        &format!("<div>Loading</div><div hidden id='S:1'><article><h1>Two boats</h1>{PROSE}</article></div>"),
    );
    assert_eq!(lines(&article).len(), 3);
}

#[test]
fn a_top_heading_in_the_path_to_the_page_is_not_where_the_headline_is_shown() {
    let shown = "<h2>The harbour master counts a boat too many this morning</h2>";
    let article = page(
        "<title>Harbour: One boat more than in the morning</title>",
        &format!(
            "<ol class=breadcrumb><li>News<li><h1>Harbour: One boat more than in the morning</h1></ol>\
             <article>{shown}{PROSE}</article>"
        ),
    );
    assert_eq!(lines(&article).len(), 3, "{:?}", lines(&article));
}
