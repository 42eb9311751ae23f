//! Owns joining a picture with the lines right under it: its words said once more are its caption, a line that
//! names its maker is its credit. It refuses lines that are not short.

use crate::article::{
    Article, Block, Figure, Inline, Text,
    body::{length, words},
};
use crate::formats::fold::bare;
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
    "imagen",
    "immagine",
    "imagem",
    "фото",
    "kuva",
    "afbeelding",
];
/// What stands in front of one, folded, that may also be the label of the article's own source: under a picture
/// in the middle of the text it is the picture's.
const SOURCES: &[&str] = &[
    "quelle",
    "source",
    "fuente",
    "fonte",
    "источник",
    "джерело",
    "zdroj",
    "zrodlo",
    "kilde",
    "kalla",
    "bron",
];

/// Words with their sign that a credit at the end of a caption begins with, in lower case.
const CREDITED: &[&str] = &[
    "foto:",
    "fotos:",
    "photo:",
    "photos:",
    "bild:",
    "bilder:",
    "image:",
    "images:",
    "picture:",
    "pictures:",
    "credit:",
    "imagen:",
    "fotografía:",
    "immagine:",
    "imagem:",
    "фото:",
    "kuva:",
    "bildrechte:",
    "photo by",
    "foto ©",
    "©",
    "(c)",
];
/// The longest caption with a credit, and the longest credit, in characters.
const LONGEST_CAPTION: usize = 320;
const LONGEST_CREDIT: usize = 60;

/// Says whether a line is a caption that names, at its end, who made the picture: `The harbour. Photo: Ida Holm`.
pub(super) fn is_credited(line: &str) -> bool {
    let line = line.trim_end_matches([')', ' ', ']']);
    let long = line.chars().count();
    if long > LONGEST_CAPTION || line.ends_with(['.', '!', '?', '"', '”', ':']) {
        return false;
    }
    let end = line.char_indices().rev().nth(LONGEST_CREDIT).map_or(0, |(at, _)| at);
    let tail = line.get(end..).unwrap_or_default().to_lowercase();
    CREDITED.iter().any(|label| {
        let Some((before, credit)) = tail.rsplit_once(label) else { return false };
        let parted = before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric());
        parted && credit.chars().any(char::is_alphabetic) && !credit.contains(". ")
    })
}

/// Gives the pictures of an article the captions and credits that stand under them as paragraphs.
pub(super) fn join(article: &mut Article) {
    let mut body = std::mem::take(&mut article.body).into_iter().peekable();
    while let Some(block) = body.next() {
        let goes_on = matches!(body.peek(), Some(Block::Paragraph(_)));
        let taken = match (&block, article.body.last_mut()) {
            (Block::Paragraph(runs), Some(Block::Figure(figure))) => take(figure, runs, goes_on),
            _ => false,
        };
        if !taken {
            article.body.push(block);
        }
    }
}

/// Takes a paragraph under a picture, behind which the text may go on, for what it is to the picture; `false`
/// where it is the text itself.
fn take(figure: &mut Figure, runs: &[Inline], goes_on: bool) -> bool {
    if length(runs) > (LONGEST_CAPTION * 4).max(figure.alt.len()) {
        return false;
    }
    let line = words(runs);
    if figure.caption.is_empty() && is_credited(&line) {
        figure.caption = runs.to_vec();
        return true;
    }
    if length(runs) > LONGEST.max(figure.alt.len()) {
        return false;
    }
    if figure.caption.is_empty() && !figure.alt.trim().is_empty() && bare(&line) == bare(&figure.alt) {
        figure.caption = runs.to_vec();
        return true;
    }
    let label = line.split_once([':', '：']).map(|(label, _)| fold(label.trim()));
    let is_credit =
        |label: String| LABELS.contains(&label.as_str()) || goes_on && SOURCES.contains(&label.as_str());
    let credits = label.is_some_and(is_credit) && length(runs) <= LONGEST;
    if figure.credit.is_none() && credits {
        figure.credit = Text::some_line(&line);
        return true;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_source_under_the_last_picture_is_not_its_credit() {
        let line = |words: &str| Block::Paragraph(vec![Inline::plain(Text::new(words))]);
        let picture = Block::Figure(Figure { alt: Text::new("The harbour"), ..Figure::default() });
        let joined = |below: Vec<Block>| {
            let mut article = Article { body: vec![picture.clone()], ..Article::default() };
            article.body.extend(below);
            join(&mut article);
            article.body.len()
        };
        assert_eq!(joined(vec![line("Quelle: Harbour Post, 7.12.2016")]), 2);
        assert_eq!(joined(vec![line("Quelle: Harbour Post"), line("The ferry was late.")]), 2);
        assert_eq!(joined(vec![line("Foto: Ida Holm")]), 1);
    }
}
