//! Owns joining a picture with the lines right under it: its words said once more are its caption, a line that
//! names its maker is its credit. It refuses lines that are not short.

use crate::article::{
    Article, Block, Figure, Inline, Text,
    body::{length, words},
};
use crate::formats::fold::fold;

/// The longest credit, in bytes.
const LONGEST: usize = 120;
/// What stands in front of a credit, folded.
const LABELS: &[&str] = &[
    "foto",
    "fotos",
    "photo",
    "photos",
    "photograph",
    "image",
    "bild",
    "credit",
    "credits",
    "quelle",
    "source",
    "fuente",
    "fonte",
    "imagen",
    "immagine",
    "imagem",
    "фото",
    "источник",
    "джерело",
    "zdroj",
    "zrodlo",
    "kuva",
    "kilde",
    "kalla",
    "bron",
    "afbeelding",
];

/// Gives the pictures of an article the captions and credits that stand under them as paragraphs.
pub(super) fn join(article: &mut Article) {
    let body = std::mem::take(&mut article.body);
    for block in body {
        let taken = match (&block, article.body.last_mut()) {
            (Block::Paragraph(runs), Some(Block::Figure(figure))) => take(figure, runs),
            _ => false,
        };
        if !taken {
            article.body.push(block);
        }
    }
}

/// Takes a paragraph under a picture for what it is to the picture; `false` where it is the text that goes on.
fn take(figure: &mut Figure, runs: &[Inline]) -> bool {
    if length(runs) > LONGEST.max(figure.alt.len()) {
        return false;
    }
    let line = words(runs);
    if figure.caption.is_empty() && !figure.alt.trim().is_empty() && letters(&line) == letters(&figure.alt) {
        figure.caption = runs.to_vec();
        return true;
    }
    let label = line.split_once([':', '：']).map(|(label, _)| fold(label.trim()));
    let credits = label.is_some_and(|label| LABELS.contains(&label.as_str())) && length(runs) <= LONGEST;
    if figure.credit.is_none() && credits {
        figure.credit = Text::some_line(&line);
        return true;
    }
    false
}

fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
