//! Owns the lines above the body: headline, date line, caption. It refuses to look further down than
//! they can stand.

use super::byline::is_certain;
pub(in crate::formats) use super::byline::{bare_names, byline, is_name_word};
use super::leftovers::is_leftover;
use super::lines::{Layout, Part, is_rule};
use super::unread::says_more;
use crate::article::letters::{ends_a_sentence, is_alphanumeric, is_stop};
use crate::article::{Article, FoundIn, Published, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::sources;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 200;
/// The longest caption, in characters.
const LONGEST_LINE: usize = 80;
/// The most words of the label above a headline, and of a headline that are counted.
const KICKER: usize = 3;
const MOST_WORDS: usize = 30;
/// Lines under a headline among which a byline or date shows that what is above it is a kicker.
const SIGNED: usize = 4;
/// The most buttons above a headline.
const MOST_BUTTONS: usize = 8;
/// The most words of the name of a section or site behind a headline, and the fewest of the headline.
const SITE: usize = 4;
const FEWEST_BEFORE_SITE: usize = 3;
/// Lines under the headline that may be something other than body.
const LINES: usize = 6;
/// The longest name of a picture's file, the fewest figures in a row in one, the fewest letters of a word of
/// the headline that one begins with, and of what is glued to that; in characters.
const LONGEST_STEM: usize = 40;
const NUMBER: usize = 3;
const SHORTEST_SAID: usize = 4;
const GLUED: usize = 3;
/// The fewest words beside a day that tell what happened on it.
const TOLD: usize = 3;

/// Words a caption may begin with, folded.
const PICTURES: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photography",
    "photographie",
    "photographies",
    "pictures",
    "fotografia",
    "fotografie",
    "fot",
    "fotos",
    "fotograf",
    "foto",
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
pub(super) const UPDATES: &[&str] = &[
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
    "modifica",
    "actualizat",
    "actualizacion",
    "atualizacao",
    "aktualizov",
    "frissitve",
    "ενημερωθηκε",
    "ενημερωση",
    "guncellenme",
    "diperbarui",
    "cap nhat",
    "تحديث",
    "עודכן",
    "수정",
    "업데이트",
    "azurirano",
    "posodobljeno",
    "оновлено",
    "обновлен",
    "imesasishwa",
    "แก้ไข",
];

/// Words with a full stop that a line with a date may end in.
const SHORTENED: &[&str] = &[" Min.", " min.", " a.m.", " p.m.", " г."];

/// Takes an address alone on the first line for that of the article.
pub(super) fn take_address(parts: &mut Vec<Part<'_>>, article: &mut Article) {
    let is_first = parts.len() > 1 && parts.first().is_some_and(|part| sources::is_address(&part.text));
    if is_first && article.url.is_none() {
        let address = parts.remove(0);
        article.url = Text::some_line(address.text.trim_matches(['<', '>']));
    }
}

/// Takes a label off the front that stands right on a longer headline, with a sentence or the day
/// beneath.
pub(super) fn take_kicker(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    let [kicker, headline, rest @ ..] = parts.as_slice() else { return };
    let Some(under) = rest.first() else { return };
    let words = |part: &Part<'_>| part.text.split_whitespace().take(MOST_WORDS).count();
    let label = words(kicker) <= KICKER && words(kicker) < words(headline) && headline.gap == 0;
    let shouts = || !kicker.text.chars().any(char::is_lowercase);
    let told = || ends_a_sentence(&under.text) || is_date_line(&under.text, reading) || shouts();
    let opens = if under.gap > 0 { told() } else { label && is_signed(rest, reading) };
    if article.headline.is_none()
        && label
        && opens
        && !ends_a_sentence(&headline.text)
        && is_headline(kicker, reading)
        && is_headline(headline, reading)
    {
        article.kicker = Text::some_line(&parts.remove(0).text);
    }
}

/// Says whether a byline or a date line is among the lines right under a headline.
fn is_signed(parts: &[Part<'_>], reading: Reading) -> bool {
    let near = parts.iter().take(SIGNED).take_while(|part| part.gap == 0);
    near.into_iter().any(|part| byline(&part.text, reading).is_some() || is_date_line(&part.text, reading))
}

/// Takes what a page has above its headline off the front: buttons to share it, links to skip to the text.
pub(super) fn take_buttons(layout: &mut Layout<'_>, article: &Article, reading: Reading) {
    let above = layout.parts.iter().take_while(|part| !part.code && is_leftover(&part.text)).count();
    // A headline may be the word on a button: then no other stands under it.
    let is_above = layout.parts.get(above).is_some_and(|part| above > 1 || is_headline(part, reading));
    if (1..=MOST_BUTTONS).contains(&above)
        && above + 1 < layout.parts.len()
        && is_above
        && article.headline.is_none()
    {
        layout.left.extend(layout.parts.drain(..above));
    }
}

/// Splits the names of the section and the site off a headline copied from the title of a window.
fn split_site(line: &str) -> (&str, &str) {
    let Some((headline, tail)) = line.split_once(" | ") else { return (line, "") };
    let words = |text: &str| text.split_whitespace().count();
    // A subtitle goes on in small letters, as no name does.
    let is_name = |name: &str| {
        (1..=SITE).contains(&words(name))
            && !name.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
    };
    if tail.split(" | ").all(is_name) && words(headline) >= FEWEST_BEFORE_SITE {
        (headline, tail)
    } else {
        (line, "")
    }
}

/// Takes the signs off the front that mark a heading; those that open a word stay (`#MeToo`).
fn past_marks(line: &str) -> &str {
    let words = line.trim_start_matches('#');
    if words.starts_with(char::is_whitespace) { words } else { line }
}

/// Takes the headline off the front, unless the file gave one already; says whether it did.
pub(super) fn take_headline(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) -> bool {
    if article.headline.is_some() || !opens_with_headline(&layout.parts, reading) {
        return false;
    }
    let mut part = layout.parts.remove(0);
    let text = std::mem::take(&mut part.text);
    let (headline, site) = split_site(past_marks(&text));
    article.headline = Text::some_line(headline);
    if article.outlet.is_none() && !site.contains(" | ") {
        article.outlet = Text::some_line(site);
    } else if !site.is_empty() {
        part.text = site.to_owned().into();
        layout.left.push(part);
    }
    if layout.parts.first().is_some_and(|part| is_rule(&part.text)) {
        layout.parts.remove(0);
    }
    true
}

/// Says whether the first part is the headline. Words that may be a byline are one as well, unless a label or
/// a day says otherwise or a headline follows: nothing stands above them that could be it.
fn opens_with_headline(parts: &[Part<'_>], reading: Reading) -> bool {
    let Some(part) = parts.first().filter(|part| may_be_headline(part, reading)) else { return false };
    let follows = || parts.get(1).is_some_and(|next| is_headline(next, reading));
    byline(&part.text, reading).is_none() || !(is_certain(&part.text, reading) || follows())
}

/// Takes a line of signs off the front that stands over a headline with the same beneath.
pub(super) fn take_overline(parts: &mut Vec<Part<'_>>) {
    if let [over, _, under, ..] = parts.as_slice()
        && is_rule(&over.text)
        && over.text.chars().next() == under.text.chars().next()
        && is_rule(&under.text)
    {
        parts.remove(0);
    }
}

/// Says whether a part may be a headline, and is no byline.
pub(super) fn is_headline(part: &Part<'_>, reading: Reading) -> bool {
    may_be_headline(part, reading) && byline(&part.text, reading).is_none()
}

fn may_be_headline(part: &Part<'_>, reading: Reading) -> bool {
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
        && (!text.ends_with(|c: char| is_stop(c) || matches!(c, ',' | ';' | '、' | ':'))
            || text.ends_with("...")
            || is_salutation(text))
        && text.chars().any(char::is_alphabetic)
        && dates::parse(text, reading).is_none()
        && (!text.contains("://") || text.contains(' '))
}

/// A letter has no headline but the words it greets with.
fn is_salutation(text: &str) -> bool {
    text.ends_with(',') && (2..=6).contains(&text.split_whitespace().count())
}

/// Takes date lines, bylines, a caption and what a page leaves between them off the front of the body.
pub(super) fn take_rest(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    let parts = &mut layout.parts;
    for _ in 0..LINES {
        let (Some(part), Some(next)) = (parts.first().filter(|part| !part.code), parts.get(1)) else {
            return;
        };
        let text = part.text.clone();
        if is_leftover(&text) {
            layout.left.push(parts.remove(0));
            continue;
        }
        let known = article.published.is_some();
        let unread = if let Some(names) = byline(&text, reading) {
            take_signed(&text, names, article, reading)
        } else if is_date_line(&text, reading) {
            if tells(&text, reading) && (known || tells(&next.text, reading)) {
                return;
            }
            take_signed(&text, Vec::new(), article, reading)
        } else if article.caption.is_none() && next.gap > 0 && is_caption(&text, article) {
            article.caption = Text::some_line(&text);
            false
        } else {
            return;
        };
        let part = parts.remove(0);
        if unread {
            layout.left.push(part);
        }
    }
}

/// Says whether a line gives the date of the article and little else.
pub(in crate::formats) fn is_date_line(text: &str, reading: Reading) -> bool {
    if text.chars().nth(120).is_some() {
        return false;
    }
    let Some((range, _)) = dates::find(text, reading) else { return false };
    let around: String = [text.get(..range.start), text.get(range.end..)].into_iter().flatten().collect();
    let second = dates::find(&around, reading).map_or(0, |(range, _)| range.len());
    let words = around.split_whitespace().count();
    let ends = || ends_a_sentence(text) && !SHORTENED.iter().any(|word| text.ends_with(word));
    around.chars().count() - second <= 50 && !(words >= 4 && ends())
}

/// Says whether a line tells what happened on its day, as an entry of a chronicle does: a colon is right
/// behind the day, or some words are beside it that are neither a label nor names.
pub(super) fn tells(text: &str, reading: Reading) -> bool {
    let Some((range, _)) = dates::find(text, reading).filter(|_| is_date_line(text, reading)) else {
        return false;
    };
    let (before, behind) =
        (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    if text.contains(['|', '•', '·']) || is_of_change(text) {
        return false;
    }
    let words =
        |text: &str| text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty()).count();
    let colon = behind.trim_start().starts_with([':', '：']) && words(behind) > 0;
    colon || words(before) + words(behind) >= TOLD && bare_names(text, reading).is_none()
}

fn is_of_change(text: &str) -> bool {
    let folded = fold(text);
    UPDATES.iter().any(|word| folded.contains(word))
}

/// Reads the days of a line whose names are known; says whether there is more on it.
pub(super) fn take_signed(text: &str, names: Vec<Text>, article: &mut Article, reading: Reading) -> bool {
    let unread = says_more(&take_dates(text, article, reading), &names);
    article.byline.extend(names);
    unread
}

/// Reads the publication date of a line, and the date of the last change if it gives one; returns what
/// stands around them.
pub(super) fn take_dates<'t>(text: &'t str, article: &mut Article, reading: Reading) -> Vec<&'t str> {
    let (mut rest, mut around) = (text, Vec::new());
    for _ in 0..2 {
        let Some((range, moment)) = dates::find(rest, reading) else { break };
        let before = rest.get(..range.start).unwrap_or_default();
        let taken = if is_of_change(before) {
            *article.updated.get_or_insert(moment) == moment
        } else {
            let found = Published { at: moment, from: FoundIn::Text };
            let at = article.published.get_or_insert(found).at;
            at == moment || (at.day == moment.day && moment.time.is_none())
        };
        around.push(if taken { before } else { rest.get(..range.end).unwrap_or_default() });
        rest = rest.get(range.end..).unwrap_or_default();
    }
    around.push(rest);
    around
}

/// Takes the date of the last change for that of the article where the text gives no other.
pub(super) fn date_by_change(article: &mut Article) {
    let changed = article.updated.map(|at| Published { at, from: FoundIn::Text });
    article.published = article.published.take().or(changed);
}

/// Says whether a line between headline and body is what is left of a picture.
fn is_caption(text: &str, article: &Article) -> bool {
    if text.chars().nth(LONGEST_LINE).is_some() || ends_a_sentence(text) || text.ends_with([':', ',', ';']) {
        return false;
    }
    let headline = article.headline.as_deref().unwrap_or_default();
    (!text.contains(char::is_whitespace) && is_file_stem(text, headline)) || is_picture(text)
}

/// Says whether a word is the name of a file without its ending: with a low line or a number in it, or with
/// more glued to a word of the headline than grammar does.
fn is_file_stem(word: &str, headline: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    if word.chars().nth(LONGEST_STEM).is_some() || !word.contains(is_letter) {
        return false;
    }
    let numbered = word.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= NUMBER);
    let folded = fold(word);
    let glued = |said: &str| {
        let said = fold(said);
        said.chars().nth(SHORTEST_SAID - 1).is_some()
            && folded.strip_prefix(&said).is_some_and(|more| more.chars().nth(GLUED - 1).is_some())
    };
    word.contains('_') || numbered || headline.split(|c: char| !is_alphanumeric(c)).any(glued)
}

/// Says whether a short line begins with a word for a picture, or names the file of one.
pub(super) fn is_picture(text: &str) -> bool {
    if text.chars().nth(LONGEST_LINE).is_some() || ends_a_sentence(text) {
        return false;
    }
    let parted = |c: char| c.is_whitespace() || matches!(c, ':' | '/' | '：' | '.');
    let first = fold(text.split(parted).next().unwrap_or_default());
    PICTURES.contains(&first.as_str()) || text.starts_with('©') || is_picture_file(text)
}

fn is_picture_file(text: &str) -> bool {
    let extension = text.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif")
}
