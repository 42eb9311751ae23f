//! Owns how a day is written in lists and panels: short, and marked when it is a guess.

use jiff::civil::Date;

use crate::article::Published;

/// Month names short enough for a list.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Writes when an article appeared: `8 Dec 2016`, or `c. 8 Dec 2016` for a guess.
pub fn short(published: Published) -> String {
    let day = date(published.at.day);
    if published.from.is_guess() { format!("c. {day}") } else { day }
}

/// Writes a day: `8 Dec 2016`.
pub fn date(day: Date) -> String {
    let month = usize::try_from(day.month() - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}
