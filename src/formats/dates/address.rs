//! Owns dates in addresses and names of files. It refuses to read anything but a whole day: a year
//! and month are no date.

use jiff::civil::Date;

use super::names;

/// Finds a date in the path of a URL: `/2024/05/14/`, `/2016/dec/08/`, `/2024-05-14-slug`, `-20240514.html`.
pub fn in_url(url: &str) -> Option<Date> {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (_, path) = after_scheme.split_once('/')?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').take(64).collect();
    let folders = parts.windows(3).find_map(|window| match window {
        [year, month, day] => folders(year, month, day),
        _ => None,
    });
    folders.or_else(|| parts.iter().find_map(|part| in_slug(part)))
}

fn folders(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = number(month, 2).or_else(|| names::month(&month.to_lowercase(), None))?;
    let day: String = day.chars().take_while(char::is_ascii_digit).collect();
    civil(year, month, number(&day, 2)?)
}

/// Finds `2024-05-14`, `2024_05_14` or `20240514` inside one part of a path.
fn in_slug(part: &str) -> Option<Date> {
    let pieces: Vec<&str> = part.split(|c: char| !c.is_ascii_alphanumeric()).take(64).collect();
    let parted = pieces.windows(3).find_map(|window| match window {
        [year, month, day] => civil(year, number(month, 2)?, number(day, 2)?),
        _ => None,
    });
    parted.or_else(|| pieces.iter().find_map(|piece| compact(piece)))
}

/// Finds a date in a file name: in front (`2014-03-21-slug.md`, `20140321 title.txt`), else further on
/// (`Harbour Post 2014_03_21.txt`).
pub fn in_file_name(name: &str) -> Option<Date> {
    split_file_name(name).map(|(date, _)| date).or_else(|| in_slug(name))
}

/// Splits the date off the front of a file name; the rest begins after the sign that parts them.
pub fn split_file_name(name: &str) -> Option<(Date, &str)> {
    let digits = |from: usize, length: usize| name.get(from..from + length);
    if let Some(date) = digits(0, 8).and_then(compact) {
        return rest_after(name, 8).map(|rest| (date, rest));
    }
    let parted = |at: usize| digits(at, 1).is_some_and(|c| matches!(c, "-" | "_" | "."));
    if !parted(4) || !parted(7) {
        return None;
    }
    let date = civil(digits(0, 4)?, number(digits(5, 2)?, 2)?, number(digits(8, 2)?, 2)?)?;
    rest_after(name, 10).map(|rest| (date, rest))
}

fn rest_after(name: &str, at: usize) -> Option<&str> {
    let rest = name.get(at..)?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| rest.trim_start_matches(['-', '_', '.', ' ']))
}

/// Reads eight figures that are a day of the web's own age; older ones are numbers of something.
fn compact(piece: &str) -> Option<Date> {
    if piece.len() != 8 {
        return None;
    }
    let year = piece.get(..4)?;
    let date = civil(year, number(piece.get(4..6)?, 2)?, number(piece.get(6..)?, 2)?)?;
    (date.year() >= 1980).then_some(date)
}

fn civil(year: &str, month: i8, day: i8) -> Option<Date> {
    let year: i16 =
        (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| year.parse().ok())??;
    (1900..=2100).contains(&year).then(|| Date::new(year, month, day).ok())?
}

fn number(figures: &str, longest: usize) -> Option<i8> {
    let plain = (1..=longest).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| figures.parse().ok())?
}
