//! Owns what stands above and under an article about who wrote it: the names alone, or who somebody is. It
//! refuses to look further up, where the article may be about its author.

use super::metadata::{Page, whole_names};
use crate::article::{
    Article, Block, Field, FoundIn, Text,
    body::{length, words},
};
use crate::formats::byline::bare_names;
use crate::formats::dates::Reading;
use crate::formats::fold::fold;
use crate::formats::people::{is_agency, is_job};

/// Blocks at the end of a body among which such lines stand.
const LAST: usize = 4;
/// The longest of them, in bytes.
const LONGEST: usize = 700;
/// The most words of a line of names beside them, such as the town.
const BESIDE: usize = 1;
/// What follows a name that somebody is about to be told of, folded.
const TELLS: &[&str] = &[
    "is",
    "covers",
    "writes",
    "works",
    "lives",
    "joined",
    "reports",
    "ist",
    "schreibt",
    "arbeitet",
    "berichtet",
    "est",
    "es",
    "e",
    "jest",
    "ar",
    "er",
    "on",
    "yra",
    "je",
    "—",
    "–",
    "-",
];
/// Words around names that are not part of them, folded.
const AROUND: &[&str] = &[
    "by", "von", "par", "por", "di", "de", "da", "door", "av", "and", "und", "et", "y", "e", "en", "och",
    "og", "i", "with", "mit",
];

/// Makes the byline of a name in bold alone on the first or the last line, or of one that signs the last, where the
/// page names nobody, or only its outlet.
pub(super) fn find(page: &Page<'_>, article: &mut Article) {
    if !article.byline.iter().all(|name| page.is_house(name)) {
        return;
    }
    let nobody = article.byline.is_empty();
    let first = article.body.iter().find(|block| matches!(block, Block::Paragraph(_)));
    let bold = first.into_iter().chain(article.body.last()).find_map(bold_names);
    let found = bold.or_else(|| article.body.last().and_then(signed));
    let is_name = |name: &Text| is_name(name) && !page.is_house(name) && !speaks_of(article, name);
    if let Some(names) = found.filter(|names| !nobody || names.iter().all(is_name)) {
        article.byline = names;
        article.provenance.places.set(Field::Byline, FoundIn::Text);
    }
}

fn bold_names(block: &Block) -> Option<Vec<Text>> {
    let Block::Paragraph(runs) = block else { return None };
    let is_bold = runs.iter().all(|run| run.look.strong || run.text.trim().is_empty());
    whole_names(&words(runs)).filter(|_| is_bold)
}

/// Reads the names on a last line that is nothing else, in italics, in brackets or behind a dash.
fn signed(block: &Block) -> Option<Vec<Text>> {
    let Block::Paragraph(runs) = block else { return None };
    let line = words(runs);
    let line = line.trim();
    let bracketed = line.strip_prefix('(').and_then(|line| line.strip_suffix(')'));
    let behind_dash = line.strip_prefix(['—', '–', '-']).map(str::trim);
    let is_slanted = runs.iter().all(|run| run.look.emphasis || run.text.trim().is_empty());
    let names = whole_names(bracketed.or(behind_dash).or_else(|| is_slanted.then_some(line))?)?;
    names.iter().all(|name| is_name(name)).then_some(names)
}

/// Says whether a word of a name is an everyday one: the article itself writes it small.
fn speaks_of(article: &Article, name: &str) -> bool {
    let small: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
    let paragraphs = article.body.iter().filter_map(|block| match block {
        Block::Paragraph(runs) => Some(runs),
        _ => None,
    });
    let mut words = paragraphs.flatten().flat_map(|run| run.text.split(|c: char| !c.is_alphanumeric()));
    words.any(|word| word.chars().count() > 1 && small.iter().any(|known| known == word))
}

/// Says whether words are the name of somebody by themselves, and not those of a place or a part of the page.
fn is_name(name: &str) -> bool {
    bare_names(name, Reading::default()).is_some()
}

/// Takes such lines off the end of a body.
pub(super) fn take(article: &mut Article) {
    let mut at = article.body.len().saturating_sub(LAST).max(1);
    while let Some(block) = article.body.get(at) {
        let line = match block {
            Block::Paragraph(runs) if length(runs) <= LONGEST => words(runs),
            _ => String::new(),
        };
        if tells_of_author(&line, article) {
            article.leftovers.extend(Text::some_line(&line));
            article.body.remove(at);
        } else if is_names(&line, article) {
            article.body.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Says whether a line begins with the whole name of somebody who wrote the article and goes on to tell who that is.
fn tells_of_author(line: &str, article: &Article) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    article.byline.iter().filter(|name| name.contains(' ')).any(|name| {
        let rest = line.strip_prefix(name.as_str()).filter(|rest| rest.starts_with([' ', ',']));
        let next = rest.and_then(|rest| rest.split_whitespace().next());
        next.is_some_and(|word| TELLS.contains(&fold(word.trim_matches(',')).as_str()))
    })
}

/// Says whether a line is the names of those who wrote the article, and hardly anything else.
fn is_names(line: &str, article: &Article) -> bool {
    if line.is_empty() || line.trim_end().ends_with(':') {
        return false;
    }
    let mut rest = line.to_lowercase();
    let long = rest.len();
    for name in article.byline.iter().filter(|name| name.contains(' ')) {
        rest = rest.replace(&name.to_lowercase(), " ");
    }
    let is_other = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !bare.is_empty() && !AROUND.contains(&fold(bare).as_str()) && !is_agency(bare) && !is_job(bare)
    };
    rest.len() < long && rest.split([' ', '/']).filter(is_other).count() <= BESIDE
}
