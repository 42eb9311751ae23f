//! Owns the tests of a whole column: what a reader sees on the page, and what holds for any article.

mod line_breaks;
mod pages;
mod properties;
mod typography;

use super::{Column, Setting, plain, typeset};
use crate::article::{Article, Block, Inline, Item, Language, Look, Target, Text};

fn setting(width: u16) -> Setting {
    Setting { width, ascii: false, ..Setting::default() }
}

fn set(article: &Article, width: u16) -> Column {
    typeset(article, setting(width))
}

/// The page as text; blank lines kept, so that snapshots show the air too.
fn page(article: &Article, width: u16) -> String {
    plain(&set(article, width))
}

fn of(body: Vec<Block>) -> Article {
    Article { body, ..Article::default() }
}

fn run(words: &str) -> Inline {
    Inline::plain(Text::new(words))
}

fn pointing(words: &str, target: Target) -> Inline {
    Inline { target: Some(target), ..run(words) }
}

fn looking(words: &str, look: Look) -> Inline {
    Inline { look, ..run(words) }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![run(words)])
}

fn item(blocks: Vec<Block>) -> Item {
    Item { checked: None, blocks }
}

fn language(tag: &str) -> Option<Language> {
    Language::parse(tag)
}
