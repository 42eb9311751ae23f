//! Owns the words that stand before a name in a byline: what was done, and by whom. It refuses to say
//! where the name ends.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::formats::fold::fold;
use crate::formats::people::is_agency;

/// What people do to an article, and what they call one, folded: the words before "by".
static DEEDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("deeds.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(fold)
        .collect()
});
/// Words before a name that are in no name.
const BY: &[&str] = &["by", "par", "por", "door", "przez", "oleh", "от", "מאת", "بقلم", "vom"];
/// Words before a name that may also be its first: they count behind a deed, or where a whole name follows.
const OF: &[&str] = &["von", "de", "di", "da", "av", "af", "van"];
/// Words before a deed.
const ARTICLES: &[&str] = &["a", "an", "ein", "eine", "un", "une"];
/// Words for an author that need no sign between them and the name.
const AUTHORS: &[&str] =
    &["author", "auteur", "auteurs", "autor", "autorin", "autore", "автор", "texte", "text"];
/// Words between a deed and its day: with them a piece is no name.
const ON: &[&str] = &["on", "at", "in", "am", "um", "im", "le", "el", "il", "em", "op", "den", "a", "an"];
/// Words before a name in scripts that part no words.
const GLUED: &[&str] = &[
    "作者：",
    "作者:",
    "作者／",
    "作者/",
    "作者｜",
    "作者 ",
    "文／",
    "文/",
    "文｜",
    "文|",
    "文：",
    "文:",
    "文・",
    "文＝",
    "取材・文＝",
    "取材・文：",
    "取材・文／",
    "取材／",
    "取材・文 ",
    "執筆：",
    "執筆／",
    "撰文：",
    "撰文／",
    "撰文｜",
    "記者：",
    "记者：",
    "記者／",
    "記者 ",
    "记者 ",
    "本报记者 ",
    "本報記者 ",
    "本报记者",
    "ライター：",
    "投稿者：",
    "投稿者:",
    "投稿者 ",
    "글 ",
    "글=",
    "기자=",
];
/// Words of a label, at most.
const LONGEST: usize = 6;

/// Steps over the words in front of a name that are not the name.
pub(super) fn past(mut text: &str) -> &str {
    while let Some(rest) = past_one(text).filter(|rest| !rest.is_empty()) {
        text = rest;
    }
    text
}

/// Steps over a label in a script that parts no words.
pub(super) fn past_glued(text: &str) -> Option<&str> {
    GLUED.iter().find_map(|label| text.trim_start().strip_prefix(label)).map(str::trim_start)
}

fn past_one(text: &str) -> Option<&str> {
    if let Some(rest) = past_glued(text) {
        return Some(rest);
    }
    for (at, (word, rest)) in words(text).take(LONGEST).enumerate() {
        let bare = fold(word.trim_end_matches([':', '：']));
        let ends = word.ends_with([':', '：']);
        let names = || {
            let whole = rest.contains(char::is_whitespace) || word.starts_with(char::is_lowercase);
            rest.starts_with(char::is_uppercase) && whole || is_agency(rest)
        };
        if BY.contains(&bare.as_str()) || OF.contains(&bare.as_str()) && (at > 0 || names()) {
            return Some(rest);
        }
        if at == 0
            && let Some(name) = behind_brand(word, rest)
        {
            return Some(name);
        }
        // `Author Name` may be a name; more words are one.
        let is_author = AUTHORS.contains(&bare.as_str()) && (ends || rest.contains(char::is_whitespace));
        if is_author || ends && DEEDS.contains(&bare) {
            return Some(rest);
        }
        if !DEEDS.contains(&bare) && !ARTICLES.contains(&bare.as_str()) {
            break;
        }
    }
    None
}

/// Returns the name behind the small name of a part of the paper: `capital von Ada Morrow`.
fn behind_brand<'t>(word: &str, rest: &'t str) -> Option<&'t str> {
    let (of, name) = rest.split_once(char::is_whitespace)?;
    let is_small = word.chars().all(char::is_lowercase) && !is_deed(word);
    let of = fold(of);
    let leads = BY.contains(&of.as_str()) || OF.contains(&of.as_str());
    let is_name = name.starts_with(char::is_uppercase) && name.contains(char::is_whitespace);
    (is_small && leads && is_name).then_some(name)
}

/// Says whether a text is a word for an author and nothing else.
pub(super) fn is_author(text: &str) -> bool {
    let bare = fold(text.trim());
    AUTHORS.contains(&bare.as_str())
        || matches!(bare.as_str(), "authors" | "autoren" | "autores" | "autori" | "written by")
}

/// Says whether a word speaks of what was done to an article, and when, not of who did it.
pub(super) fn is_deed(word: &str) -> bool {
    DEEDS.contains(&fold(word.trim_end_matches([':', '：'])))
}

/// Says whether a piece of a byline is a label from end to end.
pub(super) fn is_all(text: &str) -> bool {
    let mut labels = 0;
    let all = words(text).all(|(word, _)| {
        let bare = fold(word.trim_end_matches([':', '：']));
        let is = |list: &[&str]| list.contains(&bare.as_str());
        let labels_it = is(BY) || is(AUTHORS) || DEEDS.contains(&bare);
        labels += usize::from(labels_it);
        labels_it || is(OF) || is(ON)
    });
    all && (labels > 0 || !text.trim().contains(char::is_whitespace))
}

/// Says whether a word stands before a name and means that it is by somebody.
pub(super) fn is_by(word: &str) -> bool {
    let bare = fold(word);
    BY.contains(&bare.as_str()) || OF.contains(&bare.as_str())
}

/// Returns each word of a text, and what stands behind it.
pub(super) fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after.trim_start();
        (!word.is_empty()).then_some((word, rest))
    })
}
