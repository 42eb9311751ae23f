//! Owns the lines above the body: headline, date line, byline, caption. It refuses to look further
//! down than they can stand.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lines::{Part, ends_a_sentence};
use crate::article::{Article, FoundIn, Published, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::people::{is_agency, is_job};

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 200;
/// The longest caption or byline, in characters.
const LONGEST_LINE: usize = 80;
/// Lines under the headline that may be something other than body.
const LINES: usize = 4;

/// Words a caption may begin with, folded.
const PICTURES: &[&str] = &[
    "photo",
    "photos",
    "foto",
    "fotos",
    "image",
    "bild",
    "abbildung",
    "legende",
    "credit",
    "credits",
    "imagen",
    "immagine",
    "imagem",
    "afbeelding",
    "picture",
    "illustration",
    "фото",
    "kuva",
    "zdjecie",
    "写真",
    "图片",
    "©",
];

/// Words before the date of a change, folded.
const UPDATES: &[&str] = &[
    "mis a jour",
    "mise a jour",
    "modifie",
    "updated",
    "last updated",
    "modified",
    "aktualisiert",
    "actualizado",
    "aggiornato",
    "atualizado",
    "bijgewerkt",
    "обновлено",
    "zaktualizowano",
    "uppdaterad",
    "opdateret",
    "oppdatert",
    "paivitetty",
    "guncelleme",
    "更新",
];

/// Words before the names of authors, folded; those with a colon also stand before a lower case.
const AUTHORS: &[&str] = &[
    "par ",
    "by ",
    "posted by ",
    "written by ",
    "published by ",
    "publié par ",
    "écrit par ",
    "publicado por ",
    "escrito por ",
    "von ",
    "von: ",
    "by: ",
    "par : ",
    "por: ",
    "de ",
    "di ",
    "por ",
    "door ",
    "av ",
    "af ",
    "от ",
    "autor ",
    "autorin ",
    "autorin, autor ",
    "autorin/autor ",
    "author ",
    "auteur ",
    "автор: ",
    "автор ",
    "text: ",
    "author: ",
    "auteur : ",
    "auteur: ",
    "autor: ",
    "autore: ",
    "written by ",
    "words by ",
    "story by ",
    "reported by ",
    "posted by ",
    "escrito por ",
    "redactado por ",
    "scritto da ",
    "a cura di ",
    "geschreven door ",
    "rédigé par ",
    "écrit par ",
    "propos recueillis par ",
    "publié par ",
    "verfasst von ",
    "napisane przez ",
    "skrevet av ",
    "skrevet af ",
    "skriven av ",
    "oleh ",
    "oleh: ",
    "penulis: ",
    "yazar: ",
    "haber: ",
    "autorka: ",
    "autorzy: ",
    "autoři: ",
    "autorin: ",
    "szerző: ",
    "kirjoittaja: ",
    "текст: ",
    "автор текста: ",
    "מאת ",
    "מאת: ",
    "بقلم ",
    "بقلم: ",
    "tác giả: ",
    "文／",
    "글 ",
    "texte : ",
    "texto: ",
    "testo: ",
    "yazan: ",
    "tekst: ",
    "文/",
    "文：",
    "írta: ",
    "teksti: ",
    "συντάκτης: ",
    "γράφει ο ",
    "γράφει η ",
    "автори: ",
    "autores: ",
    "autori: ",
    "auteurs : ",
    "auteurs: ",
    "authors: ",
    "نویسنده: ",
    "الكاتب: ",
    "כתב: ",
    "撰文：",
    "作者: ",
    "作者 ",
    "记者 ",
    "記者 ",
    "记者：",
    "記者：",
    "글: ",
    "기자: ",
    "作者：",
];

/// Particles inside names that begin with a small letter.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "ten", "el", "al",
    "bin", "ibn", "la", "le", "du", "af", "av", "zu", "y", "e", "et", "und", "and", "&", "och", "og", "en",
    "i", "и", "ja",
];

/// Takes the headline off the front, unless the file gave one already.
pub(super) fn take_headline(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    if article.headline.is_some() || !parts.first().is_some_and(|part| is_headline(part, reading)) {
        return;
    }
    let part = parts.remove(0);
    article.headline = Text::some_line(part.text.trim_start_matches('#'));
    let underline = |part: &Part<'_>| {
        part.text.len() >= 3 && part.text.chars().all(|c| matches!(c, '=' | '-' | '_' | '~' | '*'))
    };
    if parts.first().is_some_and(underline) {
        parts.remove(0);
    }
}

/// Says whether a part may be a headline.
pub(super) fn is_headline(part: &Part<'_>, reading: Reading) -> bool {
    let text = part.text.as_ref();
    if part.code {
        return false;
    }
    let longest = if text.starts_with(crate::article::measure::is_ideograph) {
        LONGEST_HEADLINE / 3
    } else {
        LONGEST_HEADLINE
    };
    text.chars().nth(longest).is_none()
        && (!text.ends_with([',', ';', '.', '。', '、', ':']) || text.ends_with("...") || is_salutation(text))
        && text.chars().any(char::is_alphabetic)
        && dates::parse(text, reading).is_none()
        && (!text.contains("://") || text.contains(' '))
        && byline(text, reading).is_none()
}

/// A letter has no headline but the words it greets with.
fn is_salutation(text: &str) -> bool {
    text.ends_with(',') && (2..=6).contains(&text.split_whitespace().count())
}

/// Takes date lines, bylines and a caption off the front of the body.
pub(super) fn take_rest(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    for _ in 0..LINES {
        let (Some(part), Some(next)) = (parts.first().filter(|part| !part.code), parts.get(1)) else {
            return;
        };
        let text = part.text.clone();
        if let Some(names) = byline(&text, reading) {
            article.byline.extend(names);
            take_dates(&text, article, reading);
        } else if is_date_line(&text, reading) {
            take_dates(&text, article, reading);
        } else if article.caption.is_none() && next.gap > 0 && is_caption(&text) {
            article.caption = Text::some_line(&text);
        } else {
            return;
        }
        parts.remove(0);
    }
}

/// Says whether a line gives the date of the article and little else.
pub(super) fn is_date_line(text: &str, reading: Reading) -> bool {
    if text.chars().nth(120).is_some() {
        return false;
    }
    let Some((range, _)) = dates::find(text, reading) else { return false };
    let around: String = [text.get(..range.start), text.get(range.end..)].into_iter().flatten().collect();
    let second = dates::find(&around, reading).map_or(0, |(range, _)| range.len());
    let words = around.split_whitespace().count();
    around.chars().count() - second <= 50 && !(ends_a_sentence(text) && words >= 4)
}

/// Reads the publication date of a line, and the date of the last change if it gives one.
pub(super) fn take_dates(text: &str, article: &mut Article, reading: Reading) {
    let mut rest = text;
    for _ in 0..2 {
        let Some((range, moment)) = dates::find(rest, reading) else { return };
        let label = fold(rest.get(..range.start).unwrap_or_default());
        if UPDATES.iter().any(|word| label.contains(word)) {
            article.updated = article.updated.or(Some(moment));
        } else if article.published.is_none() {
            article.published = Some(Published { at: moment, from: FoundIn::Text });
        }
        rest = rest.get(range.end..).unwrap_or_default();
    }
}

/// Takes the date of the last change for that of the article where the text gives no other.
pub(super) fn date_by_change(article: &mut Article) {
    let changed = article.updated.map(|at| Published { at, from: FoundIn::Text });
    article.published = article.published.take().or(changed);
}

/// Reads the names of a byline (`Par Anna Petit et Jean Roy | 8 décembre 2016`); `None` when the
/// line is none. The list is empty when an agency signs.
pub(in crate::formats) fn byline(text: &str, reading: Reading) -> Option<Vec<Text>> {
    let signed = past_signature(text)?;
    if text.chars().nth(LONGEST_LINE + 40).is_some() || ends_a_sentence(text) {
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
    let names = names.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '(' | ':'));
    if names.chars().nth(LONGEST_LINE).is_some() || !names.split_whitespace().all(is_name_word) {
        return None;
    }
    let many = names.split_whitespace().count();
    let labelled = text
        .get(..text.len() - signed.len())
        .is_some_and(|label| label.trim_end().ends_with([':', '：', '／', '/']));
    (many >= 2 || dated.is_some() || labelled || is_agency(names)).then(|| split_names(names))
}

/// What stands between names and a day.
const BEFORE_DAYS: &[&str] = &[" on", " am", " le", " el", " il", " em", " op", " den"];

/// The bytes at the front of a line in which words before the names of authors stand.
const SIGNED: usize = 48;

/// The words before names by their first letter.
static SIGNATURES: LazyLock<FxHashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut by_letter: FxHashMap<char, Vec<&str>> = FxHashMap::default();
    for words in AUTHORS {
        by_letter.entry(words.chars().next().unwrap_or_default()).or_default().push(words);
    }
    by_letter
});

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
    let prefix = words.iter().find(|prefix| head.starts_with(**prefix))?;
    text.get(prefix.len()..)
}

/// Says whether a word may be part of a name: it begins with a capital, or is a particle.
pub(in crate::formats) fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches([',', '.', '(', ')']);
    PARTICLES.contains(&bare)
        || (bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && !bare.contains(|c: char| c.is_numeric()))
}

/// Splits a list of names at commas and the word "and" of many languages.
pub(super) fn split_names(names: &str) -> Vec<Text> {
    let joints =
        [" and ", " et ", " und ", " y ", " e ", " och ", " og ", " en ", " и ", " & ", " i ", " ja ", "、"];
    let unified = joints.iter().fold(names.to_owned(), |names, joint| names.replace(joint, ", "));
    let clean = |name: &str| {
        Text::some_line(name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')')))
    };
    unified
        .split([',', ';', '/'])
        .filter(|name| !is_agency(name) && !name.split_whitespace().any(is_job))
        .filter_map(clean)
        .collect()
}

/// Says whether a line between headline and body is what is left of a picture.
fn is_caption(text: &str) -> bool {
    if text.chars().nth(LONGEST_LINE).is_some() || ends_a_sentence(text) || text.ends_with([':', ',', ';']) {
        return false;
    }
    let first = fold(
        text.split(|c: char| c.is_whitespace() || matches!(c, ':' | '/' | '：')).next().unwrap_or_default(),
    );
    let one_word = !text.contains(char::is_whitespace)
        && text.chars().nth(40).is_none()
        && !text.starts_with(crate::article::measure::is_ideograph);
    one_word || PICTURES.contains(&first.as_str()) || text.starts_with('©') || is_picture_file(text)
}

fn is_picture_file(text: &str) -> bool {
    let extension = text.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif")
}
