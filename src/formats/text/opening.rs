//! Owns the lines above the body: headline, date line, caption. It refuses to look further down than
//! they can stand.

pub(in crate::formats) use super::days::is_date_line;
use super::days::{take_signed, tells};
use super::lines::{Layout, Part, is_rule};
use super::pictures::is_caption;
use crate::article::letters::{ends_a_sentence, is_stop};
use crate::article::{Article, Text};
use crate::formats::byline::{byline, is_certain};
use crate::formats::dates::{self, Reading};
use crate::formats::leftovers::is_leftover;
use crate::formats::sources;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 200;
/// The most words of the label above a headline, and of a headline that are counted.
const KICKER: usize = 3;
const MOST_WORDS: usize = 30;
/// Lines under a headline among which a byline or date shows that what is above it is a kicker.
const SIGNED: usize = 4;
/// The most buttons above a headline.
const MOST_BUTTONS: usize = 8;
/// The most words of the name of a section or site behind a headline, and the fewest of the headline.
const SITE: usize = 4;
const FEWEST_BEFORE_SITE: usize = 3;
/// Lines under the headline that may be something other than body.
const LINES: usize = 6;

/// Takes an address alone on the first line for that of the article.
pub(super) fn take_address(parts: &mut Vec<Part<'_>>, article: &mut Article) {
    let is_first = parts.len() > 1 && parts.first().is_some_and(|part| sources::is_address(&part.text));
    if is_first && article.url.is_none() {
        let address = parts.remove(0);
        article.url = Text::some_line(address.text.trim_matches(['<', '>']));
    }
}

/// Takes a label off the front that stands right on a longer headline, with a sentence or the day
/// beneath.
pub(super) fn take_kicker(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    let [kicker, headline, rest @ ..] = parts.as_slice() else { return };
    let Some(under) = rest.first() else { return };
    let words = |part: &Part<'_>| part.text.split_whitespace().take(MOST_WORDS).count();
    let label = words(kicker) <= KICKER && words(kicker) < words(headline) && headline.gap == 0;
    let shouts = || !kicker.text.chars().any(char::is_lowercase);
    let told = || ends_a_sentence(&under.text) || is_date_line(&under.text, reading) || shouts();
    let opens = if under.gap > 0 { told() } else { label && is_signed(rest, reading) };
    if article.headline.is_none()
        && label
        && opens
        && !ends_a_sentence(&headline.text)
        && is_headline(kicker, reading)
        && is_headline(headline, reading)
    {
        article.kicker = Text::some_line(&parts.remove(0).text);
    }
}

/// Says whether a byline or a date line is among the lines right under a headline.
fn is_signed(parts: &[Part<'_>], reading: Reading) -> bool {
    let near = parts.iter().take(SIGNED).take_while(|part| part.gap == 0);
    near.into_iter().any(|part| byline(&part.text, reading).is_some() || is_date_line(&part.text, reading))
}

/// Takes what a page has above its headline off the front: buttons to share it, links to skip to the text.
pub(super) fn take_buttons(layout: &mut Layout<'_>, article: &Article, reading: Reading) {
    let above = layout.parts.iter().take_while(|part| !part.code && is_leftover(&part.text)).count();
    // A headline may be the word on a button: then no other stands under it.
    let is_above = layout.parts.get(above).is_some_and(|part| above > 1 || is_headline(part, reading));
    if (1..=MOST_BUTTONS).contains(&above)
        && above + 1 < layout.parts.len()
        && is_above
        && article.headline.is_none()
    {
        layout.left.extend(layout.parts.drain(..above));
    }
}

/// Splits the names of the section and the site off a headline copied from the title of a window.
fn split_site(line: &str) -> (&str, &str) {
    let Some((headline, tail)) = line.split_once(" | ") else { return (line, "") };
    let words = |text: &str| text.split_whitespace().count();
    // A subtitle goes on in small letters, as no name does.
    let is_name = |name: &str| {
        (1..=SITE).contains(&words(name))
            && !name.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
    };
    if tail.split(" | ").all(is_name) && words(headline) >= FEWEST_BEFORE_SITE {
        (headline, tail)
    } else {
        (line, "")
    }
}

/// Takes the signs off the front that mark a heading; those that open a word stay (`#MeToo`).
fn past_marks(line: &str) -> &str {
    let words = line.trim_start_matches('#');
    if words.starts_with(char::is_whitespace) { words } else { line }
}

/// Takes the headline off the front, unless the file gave one already; says whether it did.
pub(super) fn take_headline(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) -> bool {
    if article.headline.is_some() || !opens_with_headline(&layout.parts, reading) {
        return false;
    }
    let mut part = layout.parts.remove(0);
    let text = std::mem::take(&mut part.text);
    let (headline, site) = split_site(past_marks(&text));
    article.headline = Text::some_line(headline);
    if article.outlet.is_none() && !site.contains(" | ") {
        article.outlet = Text::some_line(site);
    } else if !site.is_empty() {
        part.text = site.to_owned().into();
        layout.left.push(part);
    }
    if layout.parts.first().is_some_and(|part| is_rule(&part.text)) {
        layout.parts.remove(0);
    }
    true
}

/// Says whether the first part is the headline. Words that may be a byline are one as well, unless a label or
/// a day says otherwise or a headline follows: nothing stands above them that could be it.
fn opens_with_headline(parts: &[Part<'_>], reading: Reading) -> bool {
    let Some(part) = parts.first().filter(|part| may_be_headline(part, reading)) else { return false };
    let follows = || parts.get(1).is_some_and(|next| is_headline(next, reading));
    byline(&part.text, reading).is_none() || !(is_certain(&part.text, reading) || follows())
}

/// Takes a line of signs off the front that stands over a headline with the same beneath.
pub(super) fn take_overline(parts: &mut Vec<Part<'_>>) {
    if let [over, _, under, ..] = parts.as_slice()
        && is_rule(&over.text)
        && over.text.chars().next() == under.text.chars().next()
        && is_rule(&under.text)
    {
        parts.remove(0);
    }
}

/// Says whether a part may be a headline, and is no byline.
pub(super) fn is_headline(part: &Part<'_>, reading: Reading) -> bool {
    may_be_headline(part, reading) && byline(&part.text, reading).is_none()
}

fn may_be_headline(part: &Part<'_>, reading: Reading) -> bool {
    let text = part.text.as_ref();
    if part.code {
        return false;
    }
    let longest = if text.starts_with(crate::article::measure::is_ideograph) {
        LONGEST_HEADLINE / 3
    } else {
        LONGEST_HEADLINE
    };
    text.chars().nth(longest).is_none()
        && (!text.ends_with(|c: char| is_stop(c) || matches!(c, ',' | ';' | '、' | ':'))
            || text.ends_with("...")
            || is_salutation(text))
        && text.chars().any(char::is_alphabetic)
        && dates::parse(text, reading).is_none()
        && (!text.contains("://") || text.contains(' '))
}

/// A letter has no headline but the words it greets with.
fn is_salutation(text: &str) -> bool {
    text.ends_with(',') && (2..=6).contains(&text.split_whitespace().count())
}

/// Takes date lines, bylines, a caption and what a page leaves between them off the front of the body.
pub(super) fn take_rest(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    let parts = &mut layout.parts;
    for _ in 0..LINES {
        let (Some(part), Some(next)) = (parts.first().filter(|part| !part.code), parts.get(1)) else {
            return;
        };
        let text = part.text.clone();
        if is_leftover(&text) {
            layout.left.push(parts.remove(0));
            continue;
        }
        let known = article.published.is_some();
        let unread = if let Some(names) = byline(&text, reading) {
            take_signed(&text, names, article, reading)
        } else if is_date_line(&text, reading) {
            if tells(&text, reading) && (known || tells(&next.text, reading)) {
                return;
            }
            take_signed(&text, Vec::new(), article, reading)
        } else if article.caption.is_none() && next.gap > 0 && is_caption(&text, article) {
            article.caption = Text::some_line(&text);
            false
        } else {
            return;
        };
        let part = parts.remove(0);
        if unread {
            layout.left.push(part);
        }
    }
}
