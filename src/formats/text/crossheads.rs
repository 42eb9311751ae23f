//! Owns finding headings that nothing marks as such: short lines before long ones. It refuses to
//! look at single words but those for a picture: a heading is told by where it stands.

use super::lines::{Layout, Part, bullet, is_bullet};
use super::pictures::is_picture;
use crate::article::letters::{self, ends_a_sentence, is_stop};

/// The widest a heading is, in columns.
const WIDEST: usize = 90;
/// The most bytes a column takes.
const BYTES: usize = 4;
/// The most words a heading has.
const MOST_WORDS: usize = 14;
/// What stands under a heading is at least this wide, in columns.
const BODY: usize = 60;

/// Says for each part whether it is a crosshead. The first part is one where it has `first` words at most.
pub(super) fn find(layout: &Layout<'_>, first: usize) -> Vec<bool> {
    let parts = &layout.parts;
    let spaced = parts.iter().filter(|part| part.gap > 0).count() * 2 > parts.len();
    let mut found = vec![false; parts.len()];
    if spaced {
        glued(parts, &mut found);
        take_out(parts, &mut found);
    }
    // A file sets its headings in one way: where some stand right on their text, all do.
    if !found.contains(&true) || layout.wrapped {
        standing_alone(parts, spaced, first, &mut found);
        take_out(parts, &mut found);
    }
    found
}

/// Takes out what is set as a heading but is none: the credit of a picture, an item beside the next.
fn take_out(parts: &[Part<'_>], found: &mut [bool]) {
    for (at, slot) in found.iter_mut().enumerate().filter(|(_, slot)| **slot) {
        let Some(part) = parts.get(at) else { continue };
        let number = |at: usize| parts.get(at).and_then(|part| bullet(&part.text)).and_then(|item| item.0);
        let before = at.checked_sub(1).and_then(number);
        let beside = number(at).is_some_and(|own| {
            before.is_some_and(|before| before + 1 == own) || number(at + 1) == Some(own + 1)
        });
        // The last entry of a chronicle or a table stands over prose as a heading does.
        let above = at.checked_sub(1).and_then(|at| parts.get(at)).filter(|_| part.gap == 0);
        let listed =
            above.is_some_and(|above| [above, part].iter().all(|part| opens_with_figure(&part.text)));
        *slot = !beside && !listed && !is_picture(&part.text);
    }
}

/// In a file that parts paragraphs by blank lines, short lines that open a block with longer text
/// right beneath are headings.
fn glued(parts: &[Part<'_>], found: &mut [bool]) {
    let mut start = 0;
    for block in parts.chunk_by(|_, next| next.gap == 0) {
        let short = block.iter().take_while(|part| is_short(part, 120, 20)).count();
        let heads = short.min(block.len() - 1);
        let longest = block.iter().take(heads).map(Part::width).max().unwrap_or(0);
        let over = |body: &Part<'_>| {
            let wide = body.is_as_wide_as(BODY) || (heads == 1 && ends_a_sentence(&body.text));
            wide && body.is_as_wide_as((longest * 6).div_ceil(5))
        };
        if (1..=3).contains(&heads) && block.get(heads).is_some_and(over) {
            found.iter_mut().skip(start).take(heads).for_each(|slot| *slot = true);
        }
        start += block.len();
    }
}

fn standing_alone(parts: &[Part<'_>], spaced: bool, first: usize, found: &mut [bool]) {
    for (at, pair) in parts.windows(2).enumerate() {
        let [part, next] = pair else { continue };
        let apart = !spaced || (part.gap > 0 && next.gap > 0);
        let bare = part.text.trim_end_matches(['"', '”', '»', '’', '\'', ' ', '\u{a0}']);
        let ends = || {
            bare.ends_with(|c: char| {
                is_stop(c) || matches!(c, ',' | ';' | ':' | '…' | '、' | '，' | '：' | ')' | '-' | '—')
            })
        };
        let over = || next.is_as_wide_as(BODY) && next.is_as_wide_as((part.width() * 3).div_ceil(2));
        if apart
            && part.text.len() <= WIDEST * BYTES
            && over()
            && !ends()
            && is_short(part, WIDEST, MOST_WORDS)
            && (at > 0 || super::dump::count_words(&part.text) <= first)
            && let Some(slot) = found.get_mut(at)
        {
            *slot = true;
        }
    }
}

fn is_short(part: &Part<'_>, widest: usize, words: usize) -> bool {
    let text = &part.text;
    let begins = text
        .trim_start_matches(['"', '“', '„', '«', '»', '‘', '\'', '¿', '¡', '「', '『', '(', ' ', '\u{a0}']);
    !part.code
        && !part.is_as_wide_as(widest + 1)
        && letters::words(text) <= words
        && begins.starts_with(|c: char| c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()))
        && !text.ends_with([',', ';'])
        && !text.contains("://")
        && !counts(text)
        && (!is_bullet(text) || begins.starts_with(char::is_numeric))
}

fn opens_with_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Says whether a text opens with a number of something: `500 g flour`, `2 eggs`.
fn counts(text: &str) -> bool {
    if !text.starts_with(char::is_numeric) {
        return false;
    }
    let mut words = text.split_whitespace();
    let number = words.next().is_some_and(|word| {
        word.ends_with(char::is_numeric)
            && word.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '/' | '-' | '–'))
    });
    number && words.next().is_some_and(|word| word.starts_with(char::is_lowercase))
}
