//! Stories of notes: wherever a page keeps them, they stand under the article that calls them, once.

use super::{PROSE, page};
use crate::article::{Block, Target, body::words};

/// The notes of a page, by number, and how many calls there are.
fn notes(body: &str) -> (Vec<(u32, String)>, usize) {
    let article = page("", body);
    let mut calls = 0;
    let mut found = Vec::new();
    for block in &article.body {
        match block {
            Block::Note { number, blocks } => {
                let lines = blocks.iter().filter_map(|block| match block {
                    Block::Paragraph(runs) => Some(words(runs)),
                    _ => None,
                });
                found.push((*number, lines.collect::<Vec<_>>().join(" / ")));
            }
            Block::Paragraph(runs) => {
                calls += runs.iter().filter(|run| matches!(run.target, Some(Target::Note(_)))).count();
            }
            _ => {}
        }
    }
    (found, calls)
}

const CALL: &str =
    "<p>The hens were sold<a class=footnote href='#N1'><sup>1</sup></a> before noon, all of them.</p>";

#[test]
fn notes_that_stand_outside_the_article_are_brought_back() {
    let foot = "<div class=footer-notes><h4>Footnotes</h4><h5><a id=N1 href='#C1'>(1)</a></h5><p>At a loss.</p></div>";
    let (found, calls) = notes(&format!("<article>{PROSE}{CALL}</article><footer>{foot}</footer>"));
    assert_eq!((found, calls), (vec![(1, "At a loss.".to_owned())], 1));
}

#[test]
fn a_note_that_lost_its_anchor_is_not_said_twice() {
    let list = "<ol><li><a id=N1></a>At a loss, as the harbour master wrote in his book.</li></ol>";
    let (found, calls) = notes(&format!("<article>{PROSE}{CALL}{CALL}<h4>Notes</h4>{list}</article>"));
    assert_eq!((found.len(), calls), (1, 2));
}

#[test]
fn the_mark_a_page_puts_before_a_note_is_not_part_of_it() {
    for mark in ["1 ", "^ ", "1. "] {
        let foot = format!("<ol><li id=N1>{mark}At a loss.</li></ol>");
        assert_eq!(
            notes(&format!("<article>{PROSE}{CALL}{foot}</article>")).0,
            [(1, "At a loss.".to_owned())]
        );
    }
    for words in ["1 January 2020 was cold.", "1 in ten was sold."] {
        let foot = format!("<ol><li id=N1>{words}</li></ol>");
        assert_eq!(notes(&format!("<article>{PROSE}{CALL}{foot}</article>")).0, [(1, words.to_owned())]);
    }
}
