//! Owns what stands beside a name in its piece of a byline: the place, the house, the job, the agency. It refuses
//! to part a line into pieces.

use super::label;
use crate::article::Text;
use crate::formats::fold::fold;
use crate::formats::people::{is_agency, is_job};

/// Words for a reporter that stand behind a name.
const REPORTERS: &[&str] = &["선임기자", "기자", "특파원", "記者", "记者"];
/// Words behind or before the name of an agency, folded.
const AGENCY: &[&str] = &[
    "nachrichtenagentur",
    "presseagentur",
    "agentur",
    "news",
    "agency",
    "agence",
    "agencia",
    "agenzia",
    "ajansi",
];
/// Words between a name and the place or the house it writes from or for.
const PLACED: &[&str] = &[" in ", " for ", " pour ", " für ", " para ", " per ", " voor ", " from ", " at "];
/// Words between a name and the agency beside it.
const HELPED: &[&str] = &[" avec ", " mit ", " con ", " com ", " met ", " med ", " z ", " / "];
/// Words between a name and the job they say more of, folded.
const BEFORE_JOBS: &[&str] = &[
    "staff",
    "senior",
    "junior",
    "deputy",
    "special",
    "associate",
    "assistant",
    "managing",
    "contributing",
    "executive",
    "guest",
    "freier",
    "freie",
    "leitender",
    "leitende",
    "stellvertretender",
    "stellvertretende",
];
/// What the names of houses end in, folded.
const HOUSES: &[&str] = &[
    "news",
    "times",
    "post",
    "gazette",
    "herald",
    "tribune",
    "journal",
    "magazine",
    "chronicle",
    "telegraph",
    "online",
    "digital",
    "media",
    "press",
    "radio",
    "zeitung",
    "anzeiger",
    "nachrichten",
    "university",
];
/// The most capitals of a house that stands beside names.
const HOUSE: usize = 5;

/// Drops the house somebody works for beside whole names: a few capitals, or words that end as its name does.
pub(super) fn without_houses(mut names: Vec<Text>) -> Vec<Text> {
    let Some(first) = names.first().cloned().filter(|_| names.iter().any(|name| name.contains(' '))) else {
        return names;
    };
    let ends =
        |name: &str| name.rsplit_once(' ').is_some_and(|(_, last)| HOUSES.contains(&fold(last).as_str()));
    names.retain(|name| {
        let capitals = name.len() <= HOUSE && name.chars().all(|c| c.is_ascii_uppercase());
        !capitals && (!ends(name) || *name == first)
    });
    names
}

/// Takes the word for a reporter off the end of a name.
pub(super) fn without_reporter(name: &str) -> &str {
    let name = name.trim_end();
    let cut = REPORTERS.iter().find_map(|word| name.strip_suffix(word)).map(str::trim_end);
    cut.filter(|name| !name.is_empty()).unwrap_or(name)
}

/// Cuts a name of several words, or that of an agency, before the place it reports from and the house it writes
/// for: `Ada Morrow in Quay`, `Ada Morrow for The Quay`, `Ada Morrow mit dpa`.
pub(super) fn without_place(name: &str) -> &str {
    let is_name = |before: &str| before.contains(' ') || is_agency(before);
    let places = PLACED.iter().filter_map(|word| name.split_once(word));
    let placed = places.filter(|(before, place)| is_name(before) && place.starts_with(char::is_uppercase));
    let helped = HELPED.iter().filter_map(|word| name.split_once(word));
    let helped = helped.filter(|(before, agency)| is_name(before) && is_agency(agency));
    placed.chain(helped).map(|(before, _)| before).min_by_key(|before| before.len()).unwrap_or(name)
}

/// Returns the reporter behind the house that stands in front: `[항구신문=김하나`.
pub(super) fn behind_house(part: &str) -> &str {
    let is_hangul = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}');
    let behind = part.split_once('=').map(|(_, name)| name).filter(|name| name.starts_with(is_hangul));
    behind.unwrap_or(part).trim_end_matches([']', '】', '］'])
}

/// Returns the two words before what somebody is: `Ada Morrow Staff Writer`. With more before it nothing tells
/// where the name ends.
pub(super) fn before_job(part: &str) -> Option<&str> {
    let is_of_job = |word: &str| is_job(word) || BEFORE_JOBS.contains(&fold(word).as_str());
    let name = label::past(part);
    let (at, _) = label::words(name).enumerate().find(|(_, (word, _))| is_of_job(word))?;
    let (_, rest) = label::words(name).nth(1).filter(|_| at == 2)?;
    let before = name.get(..name.len() - rest.len())?.trim_end();
    before.split_whitespace().all(|word| word.starts_with(char::is_uppercase)).then_some(before)
}

/// Returns the agency that a piece of a byline names, without the place it reports from and the word that says
/// what it is: `SID Nachrichtenagentur`.
pub(super) fn agency(piece: &str) -> Option<&str> {
    let is_word = |word: &&str| !AGENCY.contains(&fold(word).as_str());
    let name = without_place(piece.trim());
    let only = || {
        name.split(' ')
            .find(is_word)
            .filter(|word| name.split(' ').filter(is_word).count() == 1 && !word.is_empty())
    };
    let bare = |name: &str| is_agency(name.strip_prefix("The ").unwrap_or(name));
    Some(name).filter(|name| bare(name)).or_else(|| only().filter(|word| is_agency(word)))
}

/// Says whether a name is that of an agency, or only says that it is one.
pub(super) fn is_called_agency(name: &str) -> bool {
    agency(name).is_some() || name.split(' ').all(|word| AGENCY.contains(&fold(word).as_str()))
}

/// Cuts a name where another label begins: `Ada Morrow Foto: Tom Abara`.
pub(super) fn without_aside(name: &str) -> &str {
    let labelled = |word: &&str| word.ends_with([':', '：']) && word.chars().count() > 1;
    let Some(label) = name.split_whitespace().skip(1).find(labelled) else { return name };
    name.split(label).next().unwrap_or(name)
}
