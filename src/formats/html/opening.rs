//! Owns what stands between the headline and the body and says what the article's fields say: the
//! standfirst, the byline, the date line. It refuses to drop a sentence.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::{captions, when};
use crate::article::letters::{bare, ends_a_sentence};
use crate::article::{
    Article, Block, Field, FoundIn, Text,
    body::{length, words},
    measure::is_ideograph,
};
use crate::formats::byline::byline;
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;

/// Blocks at the start of a body among which such lines stand.
const BLOCKS: usize = 10;
/// The longest such line, in characters.
const LONGEST_LINE: usize = 140;
/// Blocks at the start of a body one of which may be the standfirst.
const FIRST: usize = 3;
/// The shortest standfirst, in letters; shorter ones are crossheads.
const SHORTEST_STANDFIRST: usize = 36;
/// The longest standfirst, in characters.
const LONGEST_STANDFIRST: usize = 600;

/// The longest credit, in characters.
const LONGEST_CREDIT: usize = 100;
/// The longest caption that ends in one, in bytes.
const LONGEST_CREDITED: usize = 1200;
/// The most ideographs in a line beside the names of those who wrote the article.
const MOST_UNSPACED: usize = 14;
/// The shortest name, in characters, looked for in a line.
const SHORTEST_NAME: usize = 5;

/// The most words of a byline in the shape of a crosshead.
const LONGEST_HEADED: usize = 8;

/// Desks that sign where nobody does, and the longest, in bytes.
static DESKS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("desks.txt").lines().filter(|line| !line.starts_with('#')).collect());
const LONGEST_DESK: usize = 40;

/// Words of a class that name a standfirst and nothing else.
const STANDFIRSTS: &[&str] =
    &["standfirst", "dek", "deck", "chapo", "chapeau", "subhead", "subheading", "subheadline", "subhed"];
/// Words in front of a credit.
const CREDITS: &[&str] = &[
    "photo",
    "foto",
    "image",
    "bild",
    "picture",
    "photograph",
    "credit",
    "crédit photo",
    "fotografía",
    "imagen",
    "immagine",
    "photo by",
    "foto von",
    "photos",
    "fotos",
    "bildrechte",
];

/// What a credit without a sign behind its word begins with, in lower case.
const PICTURED_BY: &[&str] = &[
    "photo by ",
    "photos by ",
    "photographs by ",
    "photography by ",
    "pictures by ",
    "illustration by ",
    "illustrations by ",
    "video by ",
    "fotos von ",
    "illustration von ",
];

/// What buttons that share an article are called, in lower case.
const SERVICES: &[&str] = &[
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "linkedin",
    "pinterest",
    "reddit",
    "bluesky",
    "mastodon",
    "threads",
    "instagram",
    "messenger",
    "pocket",
    "flipboard",
    "xing",
    "viber",
    "vk",
    "e-mail",
    "email",
];

/// Makes the paragraph whose class says so the standfirst, and takes it out of the body.
pub(super) fn take_standfirst(doc: &Document, article: &mut Article) {
    let summary = article.standfirst.as_deref().map(bare).unwrap_or_default();
    for node in doc.root().descendants_it().filter(says_standfirst) {
        let Some(text) = Text::some_line(&node.text()) else { continue };
        let own = bare(&text);
        if own.len() < SHORTEST_STANDFIRST || text.chars().count() > LONGEST_STANDFIRST {
            continue;
        }
        let opening = article.body.iter().take(FIRST);
        let mut lines = opening.map_while(|block| match line(block) {
            Some(line) if line.chars().count() > LONGEST_LINE && bare(&line) != own => None,
            other => Some(other.map(|line| bare(&line))),
        });
        let at = lines.position(|line| line.as_ref() == Some(&own));
        if let Some(at) = at {
            article.body.remove(at);
        }
        if at.is_some() || (!summary.is_empty() && own.starts_with(&summary)) {
            article.standfirst = Some(text);
            article.provenance.places.set(Field::Standfirst, FoundIn::Text);
            return;
        }
    }
}

fn says_standfirst(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    let classed = class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| STANDFIRSTS.contains(&word))
        || class.contains("sub-head");
    let marked = node.attr("itemprop").is_some_and(|property| {
        property.split_whitespace().any(|name| matches!(name, "description" | "alternativeHeadline"))
    });
    node.is_element() && (classed || marked)
}

/// Takes bylines and date lines out of the start of the body, and credits and reading times with them.
pub(super) fn take_lines(article: &mut Article) {
    let mut at = 0;
    let mut long = 0;
    while at < article.body.len().min(BLOCKS) && long < 2 {
        let Some(Block::Paragraph(runs)) = article.body.get(at) else {
            if article.body.get(at).is_some_and(|block| shares(block) || is_headed_byline(block, article)) {
                article.body.remove(at);
            } else {
                at += 1;
            }
            continue;
        };
        let text = Text::line(&words(runs));
        long += usize::from(text.chars().count() > LONGEST_LINE);
        if is_byline(&text, article) || is_date_line(&text, article) || when::is_all(&text) || is_desk(&text)
        {
            article.body.remove(at);
        } else if is_reading_time(&text) {
            article.leftovers.push(text);
            article.body.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Makes the caption of the leading picture that of the article: the head shows it.
pub(super) fn take_caption(article: &mut Article) {
    let leading = article.body.iter_mut().find(|block| !matches!(block, Block::Rule));
    if let Some(Block::Figure(figure)) = leading
        && article.caption.is_none()
    {
        article.caption = Text::some_line(&words(&std::mem::take(&mut figure.caption)));
    }
}

/// Takes the credits of pictures out of the body.
pub(super) fn take_credits(article: &mut Article) {
    let credits = article.body.extract_if(.., |block| {
        matches!(block, Block::Paragraph(runs)
            if length(runs) <= LONGEST_CREDITED && (is_credit(&words(runs)) || captions::is_credited(&words(runs))))
    });
    let lines: Vec<Text> = credits.filter_map(|block| Text::some_line(&line(&block)?)).collect();
    article.leftovers.extend(lines);
}

/// Says whether a block is a list of buttons that share the article.
fn shares(block: &Block) -> bool {
    let Block::List { items, .. } = block else { return false };
    let named = items.iter().filter_map(|item| match item.blocks.as_slice() {
        [only] => line(only),
        _ => None,
    });
    let named: Vec<String> = named.filter(|name| name.split_whitespace().count() <= 3).collect();
    let services = named.iter().filter(|name| {
        let lower = name.to_lowercase();
        lower.split_whitespace().any(|word| SERVICES.contains(&word))
    });
    named.len() == items.len() && services.count() * 2 >= items.len() && !items.is_empty()
}

fn line(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => Some(words(runs)),
        _ => None,
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_LINE && !ends_sentence(text)
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let stopped = text.ends_with('.') && !text.ends_with("a.m.") && !text.ends_with("p.m.");
    text.ends_with(['"', '”', '»', '“'])
        || (stopped && text.split_whitespace().count() > 4)
        || (!text.ends_with('.') && ends_a_sentence(text))
}

/// Says whether a line names the author, with a job or a date at most.
fn is_byline(text: &str, article: &Article) -> bool {
    if !is_short(text) || article.byline.is_empty() {
        return false;
    }
    if signs(text, article) {
        return true;
    }
    let lower = text.to_lowercase();
    let mut rest = lower.clone();
    for name in article.byline.iter().filter(|name| is_long_enough(name)) {
        rest = rest.replace(&name.to_lowercase(), " ");
    }
    let others = rest.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let opens = article.byline.iter().any(|name| {
        let at = lower.find(&name.to_lowercase());
        at.is_some_and(|at| lower.get(..at).is_some_and(|front| front.split_whitespace().count() <= 2))
    });
    // Ideographs are not spaced: a sentence of them would be one word.
    let unspaced = rest.chars().filter(|c| is_ideograph(*c)).count();
    let is_short = others <= 7 && unspaced <= MOST_UNSPACED && !text.trim_end_matches('。').contains('。');
    rest.len() < lower.len() && opens && is_short && !text.trim_end().ends_with(':')
}

/// Says whether a line is a word for "by", in whatever words, and names of those who wrote the article.
fn signs(text: &str, article: &Article) -> bool {
    let reading = Reading::default();
    let names = byline(text, reading).filter(|names| !names.is_empty());
    names.is_some_and(|names| names.iter().all(|name| article.byline.contains(name)))
}

/// Says whether a line names a desk and nobody: `Door onze redactie`.
fn is_desk(text: &str) -> bool {
    text.len() <= LONGEST_DESK && DESKS.contains(fold(text.trim_end_matches([':', '.'])).as_str())
}

/// Says whether a block is a byline in the shape of a crosshead.
fn is_headed_byline(block: &Block, article: &Article) -> bool {
    let Block::Crosshead { text, .. } = block else { return false };
    let line = Text::line(&words(text));
    line.split_whitespace().count() <= LONGEST_HEADED && is_byline(&line, article)
}

/// Says whether a name is long enough to be looked for; names in ideographs are short.
fn is_long_enough(name: &str) -> bool {
    let short = |c: char| is_ideograph(c) || matches!(c, '\u{ac00}'..='\u{d7a3}');
    let shortest = if name.starts_with(short) { 3 } else { SHORTEST_NAME };
    name.chars().count() >= shortest
}

/// Says whether a line is the date of the article and hardly anything else.
fn is_date_line(text: &str, article: &Article) -> bool {
    if !is_short(text) {
        return false;
    }
    let reading = Reading { language: article.language, month_first: false, newest: None };
    let Some((range, _)) = dates::find(text, reading) else { return false };
    let mut rest = String::new();
    rest.extend(text.get(..range.start));
    rest.push(' ');
    rest.extend(text.get(range.end..));
    let others = rest.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    others <= 9 && digits >= 4
}

/// `6 minute read`, `3 Min Lesezeit`.
fn is_reading_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.split_whitespace().count() <= 5
        && lower.starts_with(|c: char| c.is_ascii_digit())
        && lower.contains("min")
        && ["read", "lese", "lect", "lett", "leit", "läs"].iter().any(|word| lower.contains(word))
}

/// Says whether a line says who made a picture.
fn is_credit(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > LONGEST_CREDIT || ends_sentence(text) {
        return false;
    }
    let lower = text.to_lowercase();
    let front = lower.split_once([':', '|']).map(|(front, _)| front.trim());
    text.starts_with('©')
        || front.is_some_and(|front| CREDITS.contains(&front))
        || PICTURED_BY.iter().any(|words| lower.starts_with(words))
        || (text.chars().count() <= 60 && (lower.contains("getty images") || lower.contains("via getty")))
}
