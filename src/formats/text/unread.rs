//! Owns telling whether a line that was read for its days and names says more than they do. It refuses to
//! read either.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::Text;
use crate::article::letters::is_alphanumeric;
use crate::formats::dates;
use crate::formats::fold::fold;

/// Words that lead to a day, and what parts two names, folded; with those before the names of authors they
/// say nothing that the fields do not.
const LEADS: &[&str] = &[
    "posted",
    "published",
    "publie",
    "publiee",
    "publicado",
    "publicada",
    "pubblicato",
    "veroffentlicht",
    "publiziert",
    "gepubliceerd",
    "publicerad",
    "publiceret",
    "publisert",
    "julkaistu",
    "opublikowano",
    "publikovano",
    "objavljeno",
    "опубликовано",
    "опубліковано",
    "yayinlanma",
    "giris",
    "date",
    "datum",
    "fecha",
    "data",
    "dato",
    "дата",
    "stand",
    "on",
    "at",
    "am",
    "um",
    "uhr",
    "the",
    "le",
    "el",
    "il",
    "em",
    "op",
    "om",
    "den",
    "ngay",
    "公開",
    "掲載",
    "発布",
    "发布",
    "入力",
    "입력",
    "月",
    "火",
    "水",
    "木",
    "金",
    "土",
    "日",
    "월",
    "화",
    "수",
    "목",
    "금",
    "토",
    "일",
    "last",
    "and",
    "et",
    "und",
    "y",
    "e",
    "och",
    "og",
    "en",
    "и",
    "i",
    "ja",
];

/// The words that lead to a day or a name.
static KNOWN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let signatures = crate::formats::byline::signatures();
    let updates = super::days::UPDATES.iter().copied();
    words(signatures).chain(updates.flat_map(words)).chain(LEADS.iter().copied()).map(fold).collect()
});

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty())
}

/// Says whether words remain of the pieces of a line around its days, but the names and what leads to them.
pub(super) fn says_more(pieces: &[&str], names: &[Text]) -> bool {
    let names: FxHashSet<String> = names.iter().flat_map(|name| words(name)).map(fold).collect();
    let is_said = |word: &str| {
        let folded = fold(word);
        names.contains(&folded) || KNOWN.contains(&folded) || dates::is_weekday(word)
    };
    pieces.iter().flat_map(|piece| words(piece)).any(|word| !is_said(word))
}
