//! Owns how a day is written in lists and panels: short, and marked when it is a guess.

use crate::article::Published;
use crate::words::Words;

/// Writes when an article appeared: `8 Dec 2016`, or `c. 8 Dec 2016` for a guess.
pub fn short(published: Published, words: &Words) -> String {
    let day = words.day(published.at.day);
    if published.from.is_guess() { words.with("day-guessed", &[("day", day.into())]) } else { day }
}
