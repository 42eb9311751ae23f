//! Owns bylines: the words before the names of authors, names that stand beside a day without such
//! words, and what beside a name is none. It refuses to know where in the file a line stands.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lines::ends_a_sentence;
use crate::article::Text;
use crate::article::measure::is_ideograph;
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::people::{is_agency, is_job};

/// The longest names of a byline, in characters.
const LONGEST: usize = 80;
/// The longest line that is nothing but names and a day, in characters.
const LONGEST_BARE: usize = 100;
/// The most names on a line that has no word before them.
const MOST_BARE: usize = 6;
/// The bytes at the front of a line in which words before the names of authors stand.
const SIGNED: usize = 48;

/// The fewest letters of a word in small letters that begins what somebody is.
const SHORTEST_POST: usize = 4;

/// What the names of houses end in that stand behind a name, and the longest that is a few capitals.
const HOUSES: &[&str] = &["News", "Digital", "Online", "Media", "Magazine"];
const HOUSE: usize = 5;
/// The most words of a job before a name.
const MOST_BEFORE: usize = 4;
/// Words of a job right behind a name, in scripts without capitals.
const BEHIND: &[&str] = &[" 기자", " 특파원", " 記者", " 记者", " संवाददाता"];
/// Syllables before a name, glued to it, in languages that write so; a capital follows in the midst of the word.
const GLUED: &[&str] = &["Ngu", "Ngo"];

/// Words for "by" that are another word in other languages: they count beside a day.
const BARE_BY: &[&str] = &["Na", "NA", "Της", "Του", "Των"];

/// What stands between names and a day.
const BEFORE_DAYS: &[&str] = &[" on", " am", " le", " el", " il", " em", " op", " den"];
/// Words between a name and the place a report was written in.
const BEFORE_PLACES: &[&str] = &[
    " in ", " à ", " aus ", " from ", " desde ", " из ", " for ", " For ", " FOR ", " pour ", " für ", " at ",
];
/// What stands between two names.
const JOINTS: &[&str] =
    &[" and ", " et ", " und ", " y ", " e ", " och ", " og ", " en ", " и ", " & ", " i ", " ja ", "、"];
/// Particles inside names that begin with a small letter.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "ten", "el", "al",
    "bin", "ibn", "la", "le", "du", "af", "av", "zu", "y", "e", "et", "und", "and", "&", "och", "og", "en",
    "i", "и", "ja",
];
/// Those that stand in a name where nothing else says that it is one.
const BARE_PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "di", "da", "la", "del", "al", "bin", "zu", "du"];
/// Words that begin the names of places and of nobody, folded.
const PLACES: &[&str] = &[
    "new", "san", "santa", "santo", "los", "las", "saint", "st", "sankt", "sao", "rio", "cape", "port",
    "porto", "puerto", "costa", "buenos", "hong", "tel", "abu", "kuala", "addis", "north", "south", "east",
    "west", "bad", "fort", "lake", "mount", "united",
];
/// Signs in the words that stand before a day in Chinese and Japanese; a name with one is left alone.
const LABEL_SIGNS: &str = "日更公開掲配信記者編部社報発表投稿付時版号新聞網网闻訊讯电訂訪作年月";

/// The words before names by their first letter.
static SIGNATURES: LazyLock<FxHashMap<char, Vec<String>>> = LazyLock::new(|| {
    let mut by_letter: FxHashMap<char, Vec<String>> = FxHashMap::default();
    for words in include_str!("authors.txt").lines().filter(|line| !line.starts_with('#')) {
        let space = if words.ends_with(['／', '/', '：']) { "" } else { " " };
        by_letter.entry(words.chars().next().unwrap_or_default()).or_default().push([words, space].concat());
    }
    by_letter
});

static PAGE_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| include_str!("page_words.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Reads the names of a byline (`Par Anna Petit et Jean Roy | 8 décembre 2016`); `None` when the
/// line is none. The list is empty when an agency signs.
pub(in crate::formats) fn byline(text: &str, reading: Reading) -> Option<Vec<Text>> {
    if let Some(name) = before_post(text) {
        return Some(split_names(name));
    }
    let signed = past_signature(text).or_else(|| past_glued(text))?;
    if text.chars().nth(LONGEST + 40).is_some() || ends_a_sentence(text) {
        return None;
    }
    let dated = dates::find(signed, reading);
    let before = dated.as_ref().and_then(|(range, _)| signed.get(..range.start));
    // A word that leads to the day is lower-case: no name ends so.
    let leads =
        |text: &str| BEFORE_DAYS.iter().find_map(|word| text.trim_end().strip_suffix(word).map(str::len));
    let before = before.map(|text| leads(text).and_then(|end| text.get(..end)).unwrap_or(text));
    let names = before.unwrap_or(signed);
    let names = names.split(['|', '•', '·', '—', '–']).next()?;
    let names = without_post(past_post(without_hour(names.trim_matches(is_beside))));
    if names.chars().nth(LONGEST).is_some() || !names.split_whitespace().all(is_name_word) {
        return None;
    }
    let many = names.split_whitespace().count();
    let labelled = text
        .get(..text.len() - signed.len())
        .is_some_and(|label| label.trim_end().ends_with([':', '：', '／', '/']));
    (many >= 2 || dated.is_some() || labelled || is_agency(names) || is_unspaced_name(names))
        .then(|| split_names(names))
}

fn is_beside(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '-' | '(' | ':')
}

/// Cuts the hour off the end of names, and the small word that leads to it: `Ada Morrow at 6:00 am`.
fn without_hour(names: &str) -> &str {
    let Some(figure) = names.find(|c: char| c.is_ascii_digit()).filter(|_| names.contains(':')) else {
        return names;
    };
    let before = names.get(..figure).unwrap_or_default().trim_end();
    let lead =
        before.rsplit_once(' ').filter(|(_, word)| word.len() <= 3 && word.starts_with(char::is_lowercase));
    lead.map_or(names, |(names, _)| names)
}

/// Steps over the job that stands before a name in small letters: `our correspondent Ada Morrow`.
fn past_post(names: &str) -> &str {
    if !names.starts_with(char::is_lowercase) {
        return names;
    }
    let mut end = 0;
    for word in names.split_inclusive(' ').take(MOST_BEFORE) {
        if !word.starts_with(char::is_lowercase) {
            break;
        }
        end += word.len();
        if is_job(word) {
            return names.get(end..).filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(names);
        }
    }
    names
}

/// Cuts off what stands behind names: a job (`Ada Morrow, harbour reporter`), what a bracket holds, the
/// place they write from.
fn without_post(names: &str) -> &str {
    let job = names.match_indices(", ").find(|(at, _)| {
        let behind = names.get(at + 2..).unwrap_or_default();
        let part = behind.split([',', '(']).next().unwrap_or_default();
        // No name begins with a small letter, but for particles.
        let small = part.starts_with(char::is_lowercase);
        let first = part.split_whitespace().next().unwrap_or_default();
        (small && first.chars().count() >= SHORTEST_POST)
            || part.split_whitespace().any(is_job)
            || part.contains(|c: char| c.is_ascii_digit())
    });
    let place = |(at, word): &(usize, &str)| {
        names.get(at + word.len()..).is_some_and(|place| place.starts_with(char::is_uppercase))
    };
    let place = BEFORE_PLACES.iter().filter_map(|word| names.match_indices(word).find(place)).min();
    // Each of several names may have its own place behind it.
    let goes_on =
        |at: usize| names.get(at..).is_some_and(|rest| JOINTS.iter().any(|joint| rest.contains(joint)));
    let place = place.filter(|(at, _)| !goes_on(*at));
    let ends = [job, names.match_indices(" (").next(), place];
    let end = ends.into_iter().flatten().map(|(at, _)| at).min().unwrap_or(names.len());
    names.get(..end).unwrap_or(names).trim_end_matches(is_beside)
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Steps over the words before the names of authors; `None` where there are none.
fn past_signature(text: &str) -> Option<&str> {
    let mut letters = text.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { lower(c) });
    let words = SIGNATURES.get(&letters.next()?)?;
    // Most lines end at their second letter.
    let second = letters.next();
    if !words.iter().any(|prefix| prefix.chars().nth(1) == second) {
        return None;
    }
    let head = text.get(..text.floor_char_boundary(SIGNED))?.to_lowercase();
    let prefix = words.iter().find(|prefix| head.starts_with(prefix.as_str()))?;
    text.get(prefix.len()..)
}

/// Returns the name behind a syllable that says whose the text is: `NguNomsa Dube`.
fn past_glued(text: &str) -> Option<&str> {
    let name = GLUED.iter().find_map(|syllable| text.strip_prefix(syllable))?;
    let mut letters = name.trim_start_matches('-').chars();
    let whole =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_alphabetic);
    whole.then(|| name.trim_start_matches('-'))
}

/// Says whether a word may be part of a name: it begins with a capital, or is a particle.
pub(in crate::formats) fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches([',', '.', '(', ')']);
    PARTICLES.contains(&bare)
        || (bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && !bare.contains(|c: char| c.is_numeric()))
}

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

/// Returns the names on a line behind one that is nothing but a word for "and".
pub(super) fn joined(joint: &str, next: &str, reading: Reading) -> Vec<Text> {
    let joins = JOINTS.iter().any(|word| word.trim() == joint.trim());
    if joins { bare_names(next, reading).unwrap_or_default() } else { Vec::new() }
}

/// Reads a line that is nothing but names, perhaps with a date or time beside them, and no word that
/// says that they are the authors'.
pub(in crate::formats) fn bare_names(line: &str, reading: Reading) -> Option<Vec<Text>> {
    let mut rest = line;
    // Two days may stand there, each behind its label.
    for _ in 0..3 {
        let dated = dates::find(rest, reading).map(|(range, _)| range);
        let end = dated.as_ref().map_or(rest.len(), |day| day.start);
        let side = rest.get(..end)?;
        if side.chars().any(char::is_alphabetic) {
            let signed = byline(side.trim(), reading).filter(|names| !names.is_empty());
            let found = signed.or_else(|| names_alone(side));
            if found.is_some() || !side.trim_end().ends_with([':', '：']) {
                return found;
            }
        }
        rest = rest.get(dated?.end..)?;
    }
    None
}

fn names_alone(line: &str) -> Option<Vec<Text>> {
    let line = line.trim_end_matches("Twitter");
    if ends_a_sentence(line)
        || line.contains([':', '?', '!', '"', '„', '“'])
        || line.trim_start().starts_with('(')
        || line.chars().nth(LONGEST_BARE).is_some()
    {
        return None;
    }
    let mut names = Vec::new();
    for cell in line.split(['|', '•', '·', '/', '@', '—', '–']).map(str::trim).filter(|cell| !cell.is_empty())
    {
        let cell = without_age(cell);
        if cell.contains('.') && !cell.contains(' ') {
            continue;
        }
        let (cell, place) = cell.split_once(" - ").unwrap_or((cell, ""));
        let cell = past_by(cell.split_once(" (").map_or(cell, |(name, _)| name));
        let found = split_names(before_job(cell).trim_end_matches(is_beside));
        // Scripts without capitals tell a name by the place behind it.
        let placed = !place.is_empty() && found.iter().all(|name| !name.chars().any(is_cased));
        if !found.iter().all(|name| is_name(name) || (placed && is_caseless_name(name))) {
            break;
        }
        names.extend(found);
    }
    names.dedup();
    (!names.is_empty() && names.len() <= MOST_BARE).then_some(names)
}

/// Steps over a word for "by" that elsewhere is another word, where a whole name follows.
fn past_by(cell: &str) -> &str {
    let behind = cell.split_once(' ').filter(|(first, rest)| BARE_BY.contains(first) && rest.contains(' '));
    behind.map_or(cell, |(_, name)| name)
}

/// Cuts what somebody is off the end of a name without a comma between them (`Ada Morrow Harbour
/// reporter`): its first word has a capital too.
fn before_job(cell: &str) -> &str {
    if cell.contains([',', '，']) || !cell.split_whitespace().any(is_job) {
        return cell;
    }
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !BARE_PARTICLES.contains(word);
    let names = cell.split(' ').take_while(|word| !is_job(word) && !is_small(word));
    let ends: Vec<usize> = names
        .scan(0, |end, word| {
            *end += word.len() + 1;
            Some(*end - 1)
        })
        .collect();
    let kept = if ends.len() > 2 { ends.len() - 1 } else { ends.len() };
    let end = kept.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or_default();
    cell.get(..end).unwrap_or_default()
}

/// Returns the name a job follows, in scripts without capitals: `김서연 기자`, and an address of mail behind it.
fn before_post(cell: &str) -> Option<&str> {
    if cell.is_ascii() || cell.len() > LONGEST {
        return None;
    }
    let (name, mail) = BEHIND.iter().find_map(|job| cell.split_once(job))?;
    if !mail.is_ascii() || mail.trim().contains(' ') {
        return None;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2 && name.split_whitespace().count() <= 3 && !name.chars().any(is_cased)).then_some(name)
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

fn is_caseless_name(words: &str) -> bool {
    (2..=3).contains(&words.split_whitespace().count())
        && words.chars().all(|c| c.is_alphabetic() || c.is_whitespace())
}

/// Takes `7 hours`, `5 min read` off the end.
fn without_age(cell: &str) -> &str {
    cell.find(|c: char| c.is_ascii_digit()).and_then(|at| cell.get(..at)).unwrap_or(cell).trim()
}

/// Says whether words are the name of a person: two to four, each as names are written.
fn is_name(words: &str) -> bool {
    if words.starts_with(is_ideograph) {
        return is_unspaced_name(words);
    }
    let count = words.split_whitespace().count();
    let shouted = words.chars().all(|c| !c.is_lowercase());
    let first = words.split_whitespace().next().map(fold).unwrap_or_default();
    (2..=4).contains(&count)
        && !shouted
        && !words.split_whitespace().last().is_some_and(|word| BARE_PARTICLES.contains(&word))
        && words.split_whitespace().all(|word| is_bare_word(word) || BARE_PARTICLES.contains(&word))
        && !words.split_whitespace().any(|word| PAGE_WORDS.contains(fold(word).as_str()))
        && !PLACES.contains(&first.as_str())
}

fn is_bare_word(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !joins_two(word)
        && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
}

/// Says whether a word is two that a page set side by side (`PressApril`).
fn joins_two(word: &str) -> bool {
    let mut letters = word.chars().skip(3);
    letters.any(char::is_lowercase) && letters.any(char::is_uppercase) && !word.contains('-')
}

/// Names in Chinese and Japanese are three to five signs, and none of those that lead to a day.
fn is_unspaced_name(words: &str) -> bool {
    (3..=5).contains(&words.chars().count())
        && words.contains(is_han)
        && words.chars().all(|c| is_ideograph(c) && !LABEL_SIGNS.contains(c))
}

/// Says whether a sign is one of those most names have; those of foreign words are none.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
