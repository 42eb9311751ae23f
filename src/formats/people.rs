//! Owns reading names out of the author lines of feeds and exports, and what beside a name is none: the
//! agencies, the jobs. It refuses to judge whose names they are.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::fold;
use crate::article::Text;

/// Agencies, which sign reports but are nobody; folded.
static AGENCIES: LazyLock<HashSet<String>> = LazyLock::new(|| folded(include_str!("agencies.txt")));
/// Words of the jobs and employers that stand beside a name; folded.
static JOBS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(include_str!("jobs.txt")));

fn folded(lines: &str) -> HashSet<String> {
    lines.lines().filter(|line| !line.is_empty()).map(fold).collect()
}

/// Says whether a name is that of an agency.
pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&fold(name.trim()))
}

/// Says whether a word names a job or an employer.
pub(super) fn is_job(word: &str) -> bool {
    JOBS.contains(&fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// The most signs of somebody's initials.
const LONGEST_INITIALS: usize = 6;
/// Words that join two names, besides the English ones.
const JOINTS: &[&str] =
    &[" et ", " und ", " y ", " e ", " i ", " и ", " та ", " ve ", " og ", " och ", " ja ", " și ", " / "];
/// Names kept of one article.
const MOST: usize = 50;

/// Returns the names in author lines, each once: `mail (Name)`, `Name <mail>`, `Name and Name`. A
/// mail address stands for itself only where there is no name at all.
pub(super) fn names(lines: &[String]) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    for name in lines.iter().take(MOST).flat_map(|line| split(line)) {
        if found.len() < MOST && !found.contains(&name) {
            found.push(name);
        }
    }
    if found.iter().any(|name| !is_mail(name)) {
        found.retain(|name| !is_mail(name));
    }
    found
}

fn split(line: &str) -> Vec<Text> {
    let line = line.get(..line.floor_char_boundary(2000)).unwrap_or_default();
    let Some(line) = super::entry::Words::guess(&without_angles(line)).line() else { return Vec::new() };
    let parts = line.split([';', '、', '，', '،']).flat_map(|part| split_at_commas(part));
    let parts = parts.flat_map(split_words).map(one);
    parts.filter_map(|name| Text::some_line(&name)).collect()
}

/// Turns `<mail>` into `(mail)`, lest it be taken for a tag.
fn without_angles(line: &str) -> String {
    if line.contains('@') { line.replace('<', "(").replace('>', ")") } else { line.to_owned() }
}

/// Splits at commas where each part can be a whole name; `Surname, Name` stays in one piece.
fn split_at_commas(line: &str) -> Vec<&str> {
    let parts: Vec<&str> = line.split(", ").collect();
    if let Some(pairs) = with_initials(line, &parts) {
        return pairs;
    }
    let whole = parts.iter().all(|part| part.split_whitespace().count() >= 2 && !part.contains('.'));
    // No surname begins with a small letter, but the names people take for themselves do.
    let taken = parts.iter().all(|part| part.starts_with(char::is_lowercase) && !part.contains(' '));
    if parts.len() > 1 && (whole || taken) { parts } else { vec![line] }
}

/// Keeps initials with the surname before them: `Moreau, I., Abara, T.`.
fn with_initials<'l>(line: &'l str, parts: &[&'l str]) -> Option<Vec<&'l str>> {
    let is_initials = |part: &str| {
        part.contains('.')
            && part.chars().count() <= LONGEST_INITIALS
            && part.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | ' '))
    };
    let even = parts.len() >= 4 && parts.len().is_multiple_of(2);
    if !even || !parts.iter().skip(1).step_by(2).copied().all(is_initials) {
        return None;
    }
    let cuts = line.match_indices(", ").map(|(at, _)| at).skip(1).step_by(2);
    let mut start = 0;
    let pairs = cuts.chain([line.len()]).filter_map(|end| {
        let pair = line.get(start..end);
        start = end + 2;
        pair
    });
    Some(pairs.collect())
}

fn split_words(part: &str) -> Vec<&str> {
    let parts = part.split(" and ").flat_map(|part| part.split(" & "));
    parts.flat_map(|part| parted(part).map_or_else(|| vec![part], |(one, other)| vec![one, other])).collect()
}

/// Parts two whole names at a word that joins them; `Ramón y Cajal` is one.
fn parted(part: &str) -> Option<(&str, &str)> {
    let is_whole = |name: &str| name.split_whitespace().count() >= 2;
    let found = JOINTS.iter().filter_map(|joint| part.split_once(joint));
    found.into_iter().find(|(one, other)| is_whole(one) && is_whole(other))
}

/// Returns the name in a piece such as `mail (Name)` or `Name (mail)`, else the piece.
fn one(part: &str) -> String {
    let part = part.trim().trim_start_matches("mailto:").trim_start_matches("and ");
    if let Some((mail, name)) = part.split_once(' ')
        && is_mail(mail)
        && !name.starts_with(['(', '（'])
        && name.chars().any(char::is_alphabetic)
        && mail.contains('.')
    {
        return name.trim_start_matches(['-', '–', '—', ':', ' ']).to_owned();
    }
    let opened = part.split_once(['(', '（']);
    let Some((before, inside)) = opened.filter(|_| part.contains('@')) else {
        return part.strip_prefix("by ").or_else(|| part.strip_prefix("By ")).unwrap_or(part).to_owned();
    };
    let inside = inside.trim_end_matches([')', '）', ' ']);
    let (before, inside) = (before.trim(), inside.trim());
    let name = if is_mail(before) && !inside.is_empty() { inside } else { before };
    if name.is_empty() { inside.to_owned() } else { name.to_owned() }
}

fn is_mail(name: &str) -> bool {
    name.contains('@') && !name.trim().contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<String> {
        names(&[line.to_owned()]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_name_is_found_beside_its_mail_address() {
        assert_eq!(of("ines@harbour.example (Ines Moreau)"), ["Ines Moreau"]);
        assert_eq!(of("Ines Moreau <ines@harbour.example>"), ["Ines Moreau"]);
        assert_eq!(of("灯台守（ines@harbour.example）"), ["灯台守"]);
        assert_eq!(of("ines@harbour.example"), ["ines@harbour.example"]);
    }

    #[test]
    fn several_names_part_but_a_surname_keeps_its_comma() {
        assert_eq!(of("Ines Moreau and Tom Abara"), ["Ines Moreau", "Tom Abara"]);
        assert_eq!(of("Ines Moreau, Tom Abara"), ["Ines Moreau", "Tom Abara"]);
        assert_eq!(of("Ines Moreau, Tom Abara, and Jo Kurz"), ["Ines Moreau", "Tom Abara", "Jo Kurz"]);
        assert_eq!(of("Inés Ruiz y Luis Gil"), ["Inés Ruiz", "Luis Gil"]);
        assert_eq!(of("Santiago Ramón y Cajal"), ["Santiago Ramón y Cajal"]);
        assert_eq!(of("山田太郎、鈴木花子"), ["山田太郎", "鈴木花子"]);
        assert_eq!(of("ines@harbour.example - Ines Moreau"), ["Ines Moreau"]);
        assert_eq!(of("Moreau, I."), ["Moreau, I."]);
        assert_eq!(of("ines, tom"), ["ines", "tom"]);
        assert_eq!(of("Moreau, Ines; Abara, Tom"), ["Moreau, Ines", "Abara, Tom"]);
        assert_eq!(of("MOREAU, I., ABARA, T.-M., KURZ, J."), ["MOREAU, I.", "ABARA, T.-M.", "KURZ, J."]);
    }

    #[test]
    fn agencies_and_jobs_are_no_names() {
        assert!(is_agency("dpa") && is_agency("ČTK") && is_agency(" Associated Press "));
        assert!(is_job("Redakteur,") && is_job("Corresponsal") && !is_job("Petit"));
    }

    #[test]
    fn markup_and_references_in_a_name_are_read() {
        assert_eq!(of("<b>Ren&eacute; Roux</b>"), ["René Roux"]);
    }
}
