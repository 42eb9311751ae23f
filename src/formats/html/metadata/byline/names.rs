//! Owns reading the names out of a byline: the days, jobs, desks and agencies beside them go. It refuses
//! to know where on a page the line stood.

use super::beside::{
    before_job, behind_house, is_called_agency, without_aside, without_houses, without_place,
    without_reporter,
};
use super::{helpers, label};
use crate::article::Text;
use crate::article::measure::is_ideograph;
use crate::formats::dates::{self, Reading};
use crate::formats::entry::Words;
use crate::formats::people::{is_agency, is_job};

use super::super::is_placeholder;
use crate::formats::html::when;

/// Desks and words of the page that stand where a name would.
const NOBODY: &[&str] = &[
    "red",
    "redaktion",
    "agenturen",
    "agencies",
    "agency",
    "staff",
    "news agencies",
    "no author",
    "posted",
    "updated",
    "follow",
    "follow author",
    "share",
    "editor",
    "editorial",
    "newsroom",
    "guest author",
    "unserer redaktion",
    "unsere redaktion",
    "our staff",
    "staff writer",
    "staff reporter",
    "notre rédaction",
    "nuestra redacción",
    "super user",
    "administrator",
    "webmaster",
    "wordpress",
    "joomla",
    "drupal",
];
/// What tells that a piece says whence a report comes.
const REPORTED: &[&str] = &["報導", "报道", "来源", "來源", "责编", "責編", "编辑：", "編輯："];
/// What stands before those who edited a report, in lower case.
const EDITED: &[&str] = &["editing by ", "edited by ", "compiled by "];
/// What a piece of a byline speaks of that is no person.
const ASIDE: &[&str] = &[
    "comment",
    "rights",
    "rechte",
    "droits",
    "derechos",
    "comments",
    "kommentar",
    "kommentare",
    "commentaire",
    "commentaires",
    "comentario",
    "comentarios",
    "uncategorized",
    "allgemein",
];
/// What may stand behind a name, after a comma.
const TITLES: &[&str] =
    &["phd", "md", "mph", "rd", "msc", "bsc", "mba", "ma", "rn", "esq", "cpa", "jr", "sr"];
/// Words between two names.
const BETWEEN: &[&str] =
    &[" and ", " et ", " und ", " y ", " e ", " en ", " og ", " och ", " & ", " i ", " with ", " и "];
/// Words between a name and a day or an hour.
const BEFORE_DAYS: &[&str] =
    &["am", "on", "le", "il", "el", "den", "vor", "um", "vom", "at", "since", "hace", "há", "y", "a"];
/// Signs that part a name from what stands beside it.
const BESIDE: &[char] = &[':', '-', '–', '—', '|', ',', ' ', '\u{a0}'];
/// The longest line of names, in characters, where nothing says that it is one.
const LONGEST: usize = 100;
/// The longest line that is read at all, in bytes.
const LONGEST_LINE: usize = 8000;
/// The longest name with what stands beside it, in bytes.
const LONGEST_NAME: usize = 300;
/// Names of one article.
pub(super) const MOST: usize = 20;

/// Reads the names out of bylines, each once. `strict` drops what is too long to be names.
pub(super) fn read(lines: &[String], strict: bool) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    for line in lines.iter().filter(|line| line.len() <= LONGEST_LINE) {
        let Some(line) = Words::guess(line).line() else { continue };
        let line = label::past_glued(&line).unwrap_or(&line);
        let line = without_brackets(without_editors(line));
        if (strict && line.chars().count() > LONGEST) || line.contains("://") || line.contains("www.") {
            continue;
        }
        let parts = split(without_day(helpers::without_tail(&line)));
        for name in helpers::without_helpers(&parts).into_iter().filter_map(name_of) {
            if found.len() == MOST {
                return found;
            }
            if !found.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
                found.push(name);
            }
        }
    }
    without_houses(found)
}

/// Reads the names in a byline that a page shows. One word behind a whole name is the place it was written at.
pub(super) fn shown(line: &str) -> Vec<Text> {
    let mut found = read(&[line.to_owned()], true);
    if let [name, place] = found.as_slice()
        && name.contains(' ')
        && place.chars().all(|c| c.is_alphabetic() || c == '-')
        && !place.starts_with(is_ideograph)
        && line.find(place.as_str()).and_then(|at| line.get(..at)).is_some_and(parts)
    {
        found.truncate(1);
    }
    found
}

/// Says whether a text ends in a sign that parts a name from a place, and not in a word for "and".
fn parts(before: &str) -> bool {
    before.trim_end().ends_with([',', '|', '/', '–', '—', '-'])
}

/// Returns a name as it stands in a catalogue, the surname before the comma: `Morrow, Ada`, `de Jong, A. B.`.
pub(super) fn catalogued(line: &str) -> Option<Text> {
    let (surname, given) = line.trim().split_once(", ")?;
    let count = |part: &str| part.split_whitespace().count();
    let one_word = count(surname) == 1 || count(given) == 1;
    let is_title = TITLES.contains(&given.replace('.', "").to_lowercase().as_str());
    let none = |part: &str| part.split_whitespace().any(is_job) || is_agency(part);
    let is_one =
        !given.contains([',', ';']) && one_word && !is_title && count(surname) <= 3 && count(given) <= 3;
    (is_one && !none(surname) && !none(given)).then(|| Text::some_line(line)).flatten()
}

/// Cuts off what names those who only edited what others reported.
fn without_editors(line: &str) -> &str {
    let lower = line.to_ascii_lowercase();
    let cut = EDITED.iter().filter_map(|word| lower.find(word)).min().filter(|at| *at > 0);
    cut.and_then(|at| line.get(..at)).unwrap_or(line)
}

fn without_brackets(line: &str) -> String {
    let open = line.find(" (").or_else(|| line.find('（'));
    let close = line.rfind([')', '）']).and_then(|at| line.ceil_char_boundary(at + 1).checked_sub(1));
    match (open, close) {
        (Some(open), Some(close)) if open < close => {
            [line.get(..open), line.get(close + 1..)].into_iter().flatten().collect()
        }
        _ => line.to_owned(),
    }
}

/// Returns the part of a line before the day it names; what is behind it where nobody stands before.
fn without_day(line: &str) -> &str {
    let Some((day, _)) = dates::find(line, Reading::default()) else { return line };
    let before = without_lead(line.get(..day.start).unwrap_or_default());
    let names_somebody = split(before).iter().any(|part| name_of(part).is_some());
    if names_somebody { before } else { line.get(day.end..).unwrap_or_default() }
}

/// Takes the words that lead to a day or an hour off the end of a text.
fn without_lead(text: &str) -> &str {
    let mut text = text.trim_end_matches(BESIDE);
    // `Post` behind one word in front of a day may be half a name, `posted` is none.
    let is_part = |before: &str, word: &str| {
        word.starts_with(char::is_uppercase) && before.split_whitespace().count() < 2
    };
    while let Some((before, last)) = text.rsplit_once(char::is_whitespace)
        && (BEFORE_DAYS.contains(&last.to_lowercase().as_str())
            || dates::is_weekday(last)
            || label::is_deed(last) && !is_part(before, last))
    {
        text = before.trim_end_matches(BESIDE);
    }
    text
}

fn split(line: &str) -> Vec<String> {
    let mut line = line.to_owned();
    for between in BETWEEN.iter().chain(&[" — ", " – "]) {
        line = line.replace(between, ",");
    }
    line.split([',', ';', '|', '•', '·', '/', '／', '、']).map(str::to_owned).collect()
}

/// Returns the name in a part of a byline, or `None` when it holds none.
fn name_of(part: &str) -> Option<Text> {
    let sign = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '"' | '“' | '‘' | '\'');
    let part = behind_house(part.trim_start_matches(sign));
    if part.len() > LONGEST_NAME || label::is_all(part) || when::is_all(part) {
        return None;
    }
    let part = if part.split_whitespace().any(is_job) { before_job(part)? } else { part };
    let name = without_aside(label::past(part).trim_start_matches(sign));
    let name = without_hour(name.split(" (").next().unwrap_or(name));
    let name = without_place(without_reporter(name));
    let name = once(name.trim_end_matches(BESIDE));
    let name = if ends_in_initial(name) { name } else { name.trim_end_matches(['.', ' ']) };
    if is_nobody(name) { None } else { Text::some_line(name) }
}

/// Cuts a name at the first word that begins with a figure, and the words that lead there.
fn without_hour(name: &str) -> &str {
    let figure = name.match_indices(char::is_whitespace).find_map(|(at, space)| {
        let behind = name.get(at + space.len()..)?;
        behind.starts_with(|c: char| c.is_ascii_digit()).then_some(at)
    });
    figure.and_then(|at| name.get(..at)).map_or(name, without_lead)
}

/// Returns a name that is said twice, as beside a portrait, once.
fn once(name: &str) -> &str {
    let spaces = name.match_indices(char::is_whitespace).map(|(at, _)| at);
    let heads = spaces.filter_map(|at| name.split_at_checked(at));
    let ends = |after: Option<&str>| {
        after.is_some_and(|after| after.trim_start().len() < after.len() || after.is_empty())
    };
    let mut twice = heads.filter(|(head, rest)| {
        head.chars().count() > 3 && rest.match_indices(head).any(|(at, _)| ends(rest.get(at + head.len()..)))
    });
    twice.next_back().map_or(name, |(head, _)| head)
}

/// Says whether the full stop at the end belongs to the name: `Ada M.`, `Perry Jr.`
fn ends_in_initial(name: &str) -> bool {
    let Some((_, last)) = name.strip_suffix('.').and_then(|name| name.rsplit_once([' ', '.'])) else {
        return false;
    };
    last.chars().count() == 1 || matches!(last, "Jr" | "Sr")
}

/// Says whether a piece begins as what leads to a day does: `on Friday`, but not `Le Thanh Ha`.
fn leads_to_a_day(name: &str) -> bool {
    let Some((first, rest)) = name.split_once(' ') else { return false };
    let leads = |word: &str| BEFORE_DAYS.iter().chain(&["in", "im", "en"]).any(|known| *known == word);
    leads(first) || leads(&first.to_lowercase()) && rest.split(' ').any(dates::is_weekday)
}

fn is_nobody(name: &str) -> bool {
    let lower = name.to_lowercase();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let words = name.split_whitespace().count();
    let plain: String = lower.chars().filter(|c| *c != '.').collect();
    letters < 2
        || is_called_agency(name)
        || REPORTED.iter().any(|word| name.starts_with(word) || name.ends_with(word))
        || NOBODY.contains(&lower.as_str())
        || TITLES.contains(&plain.as_str())
        || lower.split_whitespace().any(|word| ASIDE.contains(&word))
        || words == 1 && lower.ends_with("admin")
        || words > 1 && leads_to_a_day(name)
        || dates::is_weekday(name)
        || digits > 3
        || words > 1 && name.starts_with(|c: char| c.is_ascii_digit())
        || name.contains(['@', '?', '['])
        || words > 7
        || is_placeholder(name)
}
