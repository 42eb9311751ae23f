//! Owns splitting a line of names, and what stands with each of them: jobs, places, houses. It refuses to say
//! whether a line is one of names.

use super::BEFORE_PLACES;
use super::alone::before_job;
use crate::article::Text;
use crate::formats::people::{is_agency, is_job};

/// What the names of houses end in that stand behind a name, and the longest that is a few capitals.
const HOUSES: &[&str] = &["News", "Digital", "Online", "Media", "Magazine"];

const HOUSE: usize = 5;

/// What stands between two names.
pub(super) const JOINTS: &[&str] =
    &[" and ", " et ", " und ", " y ", " e ", " och ", " og ", " en ", " и ", " & ", " i ", " ja ", "、"];

/// Cuts the place somebody writes from off the end of a name.
fn without_place(name: &str) -> &str {
    let cut = BEFORE_PLACES.iter().filter_map(|word| name.split_once(word));
    let cut = cut.filter(|(_, place)| place.starts_with(char::is_uppercase)).map(|(name, _)| name);
    cut.min_by_key(|name| name.len()).unwrap_or(name)
}

/// Steps over the job before a whole name, with a capital: `Quay-Reporter Ada Morrow`.
fn past_title(name: &str) -> &str {
    let split = name.split_once(' ').filter(|(first, rest)| {
        rest.contains(' ')
            && first.rsplit('-').next().is_some_and(is_job)
            && first.starts_with(char::is_uppercase)
    });
    split.map_or(name, |(_, rest)| rest)
}

/// Cuts the job and the house off the end of a name that nothing parts from them: `Ada MorrowStaff Writer`,
/// `Ada Morrow Quay News`.
fn without_title(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let words = name.split(' ').count();
    if words >= 4 && HOUSES.contains(&last) {
        let cut = name.rsplitn(3, ' ').nth(2);
        return cut.unwrap_or(name);
    }
    if words < 3 || !is_job(last) || name.contains('(') {
        return name;
    }
    let kept = before_job(name);
    let Some((at, end)) = kept.rfind(' ').and_then(|at| Some((at + 1, kept.get(at + 1..)?))) else {
        return kept;
    };
    let mut letters = end.char_indices().skip(1).zip(end.chars());
    let glued =
        letters.find(|((_, c), before)| c.is_uppercase() && before.is_lowercase()).map(|((at, _), _)| at);
    glued.and_then(|cut| kept.get(..at + cut)).unwrap_or(kept)
}

/// Splits a list of names at commas and the word "and" of many languages. One word behind a whole name
/// is the place it was written at.
pub(super) fn split_names(names: &str) -> Vec<Text> {
    let unified = JOINTS.iter().fold(names.to_owned(), |names, joint| names.replace(joint, ", "));
    let clean = |name: &str| {
        Text::some_line(name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')')))
    };
    let mut found: Vec<Text> = unified
        .split([',', ';', '/'])
        .map(|name| without_place(past_title(without_title(name.trim()))))
        .filter(|name| !is_agency(name) && !name.split_whitespace().any(is_job))
        .filter_map(clean)
        .collect();
    // Beside whole names a few capitals are the house they work for.
    if found.iter().any(|name| name.contains(' ')) {
        found.retain(|name| name.len() > HOUSE || !name.chars().all(|c| c.is_ascii_uppercase()));
    }
    match found.as_slice() {
        [name, place] if names.contains(',') && name.contains(' ') && !place.contains(' ') => {
            vec![name.clone()]
        }
        _ => found,
    }
}
