//! Owns the sketch of a text: a few numbers from which one sees how much two texts have in common. It
//! refuses to keep the words.
//!
//! Every three words in a row are a shingle. Shingles are dealt into sixteen bins by their hash, and
//! the least of each bin is kept (one-permutation MinHash): two texts agree in about as many bins as
//! they share shingles. Four bins make a band; texts that are nearly alike agree in a whole band.

use xxhash_rust::xxh3::xxh3_64;

use crate::library::fold::{is_unspaced, words_of};

/// Bands of a sketch.
pub(super) const BANDS: usize = 4;
/// Bins of a sketch.
pub const BINS: usize = 16;
/// Words in a shingle.
const SHINGLE: usize = 3;
/// The fewest shingles worth a sketch: shorter texts are alike by chance.
const FEWEST: usize = 24;

/// What a text looks like from afar; nothing for a short text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sketch(Option<[u64; BANDS]>);

impl Sketch {
    /// Sketches a folded text.
    pub fn of(folded: &str) -> Self {
        let mut bins = [u64::MAX; BINS];
        let mut last = [0u64; SHINGLE];
        let mut words = 0usize;
        let mut take = |word: &str| {
            last.rotate_left(1);
            if let Some(slot) = last.last_mut() {
                *slot = xxh3_64(word.as_bytes());
            }
            words += 1;
            if words >= SHINGLE {
                let shingle = mixed(last);
                let bin = usize::try_from(shingle % BINS as u64).unwrap_or(0);
                if let Some(least) = bins.get_mut(bin) {
                    *least = (*least).min(shingle);
                }
            }
        };
        let mut letter = [0; 4];
        for word in words_of(folded) {
            if is_unspaced(word) {
                word.chars().for_each(|c| take(c.encode_utf8(&mut letter)));
            } else {
                take(word);
            }
        }
        Self((words >= FEWEST + SHINGLE).then(|| packed(bins)))
    }

    /// Restores a sketch from its bands; anything else than all of them is none.
    pub fn from_bands(bands: &[u64]) -> Self {
        Self(bands.try_into().ok())
    }

    /// Returns the bands; none for a short text.
    pub fn bands(&self) -> &[u64] {
        self.0.as_ref().map(<[u64; BANDS]>::as_slice).unwrap_or_default()
    }

    /// Returns in how many of the [`BINS`] two texts agree, or `None` if one of them is too short to say.
    pub fn agreement(&self, other: &Self) -> Option<usize> {
        let (one, other) = (self.0?, other.0?);
        let lanes = |band: u64| (0..4).map(move |lane| (band >> (lane * 16)) & 0xffff);
        let pairs = one.into_iter().flat_map(lanes).zip(other.into_iter().flat_map(lanes));
        Some(pairs.filter(|(a, b)| a == b).count())
    }
}

fn mixed(words: [u64; SHINGLE]) -> u64 {
    let sum =
        words.iter().fold(0u64, |sum, word| sum.rotate_left(21).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word);
    xxh3_64(&sum.to_le_bytes())
}

/// Keeps sixteen bits of each bin. A bin that is empty borrows from the next that is not, so that
/// texts of some dozen words have whole sketches too.
fn packed(bins: [u64; BINS]) -> [u64; BANDS] {
    let filled = |from: usize| {
        let mut from_there = bins.iter().cycle().skip(from).take(BINS);
        from_there.find(|least| **least != u64::MAX).copied().unwrap_or_default()
    };
    let mut bands = [0; BANDS];
    for (index, band) in bands.iter_mut().enumerate() {
        for lane in 0..4 {
            *band |= ((filled(index * 4 + lane) >> 8) & 0xffff) << (lane * 16);
        }
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::fold::fold;

    fn text(seed: usize, words: usize) -> String {
        let words = (0..words).map(|n| format!("w{}", (n * 7919 + seed * 104_729) % 4001));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_agrees_with_itself_and_not_with_another() {
        let (one, other) = (Sketch::of(&fold(&text(1, 300))), Sketch::of(&fold(&text(2, 300))));
        assert_eq!(one.agreement(&one), Some(BINS));
        assert!(one.agreement(&other).unwrap() <= 2);
        assert_eq!(Sketch::from_bands(one.bands()), one);
    }

    #[test]
    fn a_few_words_changed_leave_most_of_the_sketch() {
        let whole = text(3, 400);
        let changed = format!("Corrected on Monday. {}", whole.replacen("w2", "x2", 1));
        let agreement = Sketch::of(&fold(&whole)).agreement(&Sketch::of(&fold(&changed)));
        assert!(agreement.unwrap() >= 13, "{agreement:?}");
    }

    #[test]
    fn scripts_without_spaces_are_sketched_by_character() {
        let page = "港の灯りは夜ごとに数えられ、灯台守はその数を帳面に書きつけて朝を待つのであった。";
        let one = Sketch::of(&fold(page));
        assert_eq!(one.agreement(&Sketch::of(&fold(page))), Some(BINS));
    }

    #[test]
    fn a_line_is_too_short_for_a_sketch() {
        assert_eq!(Sketch::of(&fold("Fog at noon")).agreement(&Sketch::of(&fold("Fog at noon"))), None);
    }
}
