//! Owns how a work is known again: by its address without what tracks readers, by its title folded,
//! by title and publisher. It refuses to compare works in any other way.

use xxhash_rust::xxh3::Xxh3;

use crate::article::Source;
use crate::article::identity::canonical_url;
use crate::library::fold::fold;

/// The fewest letters of a title that says which work is meant; shorter ones are `Home` and `News`.
const SHORTEST: usize = 6;

/// Returns the key of a web address; `None` if it is not one.
pub fn address(url: &str) -> Option<u64> {
    canonical_url(url).map(|url| hash("url", &[&url]))
}

/// Returns the key of a title, whoever published it; `None` for one too short to mean a work.
pub fn title(title: &str) -> Option<u64> {
    let folded = fold(title);
    let letters = folded.chars().filter(|c| c.is_alphanumeric());
    // A character of a script without spaces says about as much as two letters.
    let weight: usize = letters.map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    (weight >= SHORTEST).then(|| hash("title", &[&folded]))
}

/// Returns the keys that make two sources one work: the address, or the title with its publisher;
/// without either, the line it was read from.
pub fn work(source: &Source) -> Vec<u64> {
    let url = source.url.as_deref().and_then(address);
    let titled = source.title.as_deref().map(|title| {
        let publisher = source.publisher.as_deref().map(fold).unwrap_or_default();
        hash("work", &[&fold(title), &publisher])
    });
    let known: Vec<u64> = url.into_iter().chain(titled).collect();
    if known.is_empty() { vec![hash("line", &[&fold(&source.raw)])] } else { known }
}

/// Returns every key of a source: those of the work and those of the article that may be it.
pub(super) fn all(source: &Source) -> Vec<u64> {
    let mut keys = work(source);
    keys.extend(super::meant(source));
    keys
}

fn hash(kind: &str, parts: &[&str]) -> u64 {
    let mut hasher = Xxh3::new();
    hasher.update(kind.as_bytes());
    for part in parts {
        hasher.update(b"\0");
        hasher.update(part.trim().as_bytes());
    }
    hasher.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_one_short_word_means_no_work() {
        assert_eq!(title("News"), None);
        assert_eq!(title(" – "), None);
        assert!(title("Fog at noon").is_some());
        assert!(title("港の灯").is_some());
    }

    #[test]
    fn a_source_without_title_or_address_is_its_line() {
        let line = |raw: &str| Source { raw: crate::article::Text::new(raw), ..Source::default() };
        assert_eq!(work(&line("Harbour log, page 7")), work(&line("harbour log – page 7")));
        assert_ne!(work(&line("Harbour log, page 7")), work(&line("Harbour log, page 8")));
    }
}
