//! Owns the title of a browser's window as far as its end goes: the marks that part a headline from the names of
//! section and site, and how such a name is known. It refuses to choose the headline.

use url::Url;

use crate::article::letters::bare;

/// Marks that part a headline from the name of the site.
pub(in crate::formats) const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " / ", " > ", " ‹ ", "｜", " ∣ ", "ㅣ"];

/// Parts a title at its last mark.
pub(in crate::formats) fn part(title: &str) -> Option<(&str, &str)> {
    let cuts = SEPARATORS.iter().filter_map(|separator| title.rsplit_once(separator));
    cuts.max_by_key(|(front, _)| front.len())
}

/// Says whether a name is that of a section: a folder of the address is called the same. The last part of an
/// address names the article.
pub(in crate::formats) fn is_section(name: &str, url: &Url) -> bool {
    let name = bare(name);
    let folders = url.path_segments().into_iter().flatten().rev().skip(1);
    folders.into_iter().any(|folder| bare(folder) == name)
}
