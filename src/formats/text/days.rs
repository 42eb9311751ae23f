//! Owns the lines that give the day of an article, and of its last change. It refuses to know where they stand.

use super::unread::says_more;
use crate::article::letters::{ends_a_sentence, is_alphanumeric};
use crate::article::{Article, FoundIn, Published, Text};
use crate::formats::byline::bare_names;
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;

/// The fewest words beside a day that tell what happened on it.
const TOLD: usize = 3;

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
