//! Owns messages that somebody passed on: the article is the one inside, with its own headline, writer and day.
//! It refuses those whose subject does not say so, and answers that only quote.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::letter::own_name;
use crate::article::{Article, Block, Field, FoundIn, Published, Text, body::words};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::{by_part, fold};

/// Blocks at the top among which the fields of the message inside are looked for.
const TOP: usize = 30;
/// Characters that whoever passed it on may have written above; with more, the article is theirs.
const LONGEST_NOTE: usize = 400;
/// Characters of a label, at most.
const LABEL: usize = 16;

/// What each label means, folded.
static LABELS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let lines = by_part(include_str!("forwarded.txt"));
    lines
        .flat_map(|(part, line)| line.split_whitespace().map(move |word| (label(word, part), part)))
        .collect()
});

/// Returns a label as it is looked up: a word may be both a label and what a subject begins with.
fn label(word: &str, part: &str) -> String {
    let is_prefix = part == "prefix";
    format!("{}{}", fold(word), if is_prefix { ":" } else { "" })
}

/// Makes the article the message that was passed on.
pub(super) fn unwrap(article: &mut Article) {
    let Some(subject) = article.headline.as_deref().and_then(bare_subject).map(str::to_owned) else { return };
    let mut body = std::mem::take(&mut article.body);
    let (Some(found), note) = find(&body) else {
        article.body = body;
        return;
    };
    let inner = match body.get_mut(found.quote.unwrap_or(usize::MAX)) {
        Some(Block::Quote { blocks, .. }) => std::mem::take(blocks),
        _ => body,
    };
    article.leftovers.extend(note.iter().filter_map(|line| Text::some_line(line)));
    article.body = inner.into_iter().skip(found.end).collect();
    let said = |part: &str| found.fields.get(part).map(String::as_str);
    let title = said("subject").map(|line| bare_subject(line).unwrap_or(line));
    article.headline = Text::some_line(title.unwrap_or(&subject));
    article.byline = said("from").and_then(writer).into_iter().collect();
    let reading = Reading { language: article.language, ..Reading::default() };
    let day = said("date").and_then(|line| {
        dates::parse(line, reading).or_else(|| dates::find(line, reading).map(|(_, moment)| moment))
    });
    if let Some(at) = day {
        article.published = Some(Published { at, from: FoundIn::Text });
    }
    for field in [Field::Headline, Field::Byline] {
        article.provenance.places.set(field, FoundIn::Text);
    }
}

/// Returns a subject without the word that says it was passed on; `None` where there is none.
fn bare_subject(subject: &str) -> Option<&str> {
    let once = without_prefix(subject.trim())?;
    Some(without_prefix(once).unwrap_or(once))
}

fn without_prefix(subject: &str) -> Option<&str> {
    let (word, rest) = subject.split_once([':', '：'])?;
    let known = word.chars().nth(LABEL).is_none() && LABELS.contains_key(&label(word.trim(), "prefix"));
    known.then(|| rest.trim()).filter(|rest| !rest.is_empty())
}

/// The fields of a message inside another, and where they end.
struct Found {
    fields: HashMap<&'static str, String>,
    /// The block that quotes the message, if one does.
    quote: Option<usize>,
    end: usize,
}

/// Finds the fields of the message inside, and what is written around it.
fn find(body: &[Block]) -> (Option<Found>, Vec<String>) {
    if let Some((found, note)) = fields(body) {
        return (Some(Found { quote: None, ..found }), note);
    }
    let quotes = body.iter().enumerate().take(TOP).filter_map(|(at, block)| match block {
        Block::Quote { blocks, .. } => fields(blocks).map(|(found, _)| Found { quote: Some(at), ..found }),
        _ => None,
    });
    let found = quotes.into_iter().next();
    let quoted = found.as_ref().and_then(|found| found.quote);
    let around = body.iter().enumerate().filter(|(at, _)| quoted.is_some_and(|quoted| *at != quoted));
    let note = around.flat_map(|(_, block)| lines(block)).filter(|line| !is_rule(line)).collect();
    (found, note)
}

/// Reads lines such as `From: Ann Lee`, one under the other, and the lines above them.
fn fields(body: &[Block]) -> Option<(Found, Vec<String>)> {
    let mut fields: HashMap<&'static str, String> = HashMap::new();
    let mut note = Vec::new();
    let mut end = 0;
    for (at, block) in body.iter().enumerate().take(TOP) {
        let before = fields.len();
        for line in lines(block) {
            match field(&line) {
                Some((part, value)) => _ = fields.entry(part).or_insert_with(|| value.to_owned()),
                None if fields.is_empty() => note.push(line),
                None => {}
            }
        }
        if fields.len() > before {
            end = at + 1;
        } else if !fields.is_empty() {
            break;
        }
    }
    note.retain(|line| !is_rule(line));
    let whole = fields.contains_key("from") && fields.len() >= 3 && fields.contains_key("subject");
    let short = note.iter().map(|line| line.chars().count()).sum::<usize>() <= LONGEST_NOTE;
    (whole && short && end < body.len()).then_some((Found { fields, quote: None, end }, note))
}

fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => {
            words(runs).lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}

/// Reads a line such as `From: Ann Lee`.
fn field(line: &str) -> Option<(&'static str, &str)> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '*');
    let part = *LABELS.get(&label(name, "")).filter(|_| name.chars().nth(LABEL).is_none())?;
    let value = value.trim_matches(|c: char| c.is_whitespace() || c == '*');
    (!value.is_empty()).then_some((part, value))
}

/// Says whether a line only says that a message follows.
fn is_rule(line: &str) -> bool {
    line.starts_with("---") || line.starts_with("Begin forwarded") || line.ends_with(':')
}

/// Returns who wrote the message: the name, else the address.
fn writer(line: &str) -> Option<Text> {
    let (name, mail) = line.split_once('<').unwrap_or((line, ""));
    let name = own_name(name.trim().trim_matches('"').trim());
    let name = name.split_once(" [mailto:").map_or(name, |(name, _)| name);
    Text::some_line(name).or_else(|| Text::some_line(mail.trim_end_matches('>')))
}
