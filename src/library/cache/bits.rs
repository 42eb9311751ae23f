//! Owns sets of articles as bits, one for each number. It refuses to know what the numbers stand for.

/// A set of numbers below a fixed bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// Makes an empty set of numbers below `bound`.
    pub(super) fn new(bound: usize) -> Self {
        Self { words: vec![0; bound.div_ceil(64)] }
    }

    /// Makes the set that has no number, and room for none.
    pub(super) const fn none() -> Self {
        Self { words: Vec::new() }
    }

    /// Makes the set of all numbers below `bound`.
    pub(super) fn all(bound: usize) -> Self {
        let mut words = vec![u64::MAX; bound.div_ceil(64)];
        if let Some(last) = words.last_mut().filter(|_| !bound.is_multiple_of(64)) {
            *last = (1 << (bound % 64)) - 1;
        }
        Self { words }
    }

    /// Makes room for numbers below `bound`.
    pub(super) fn grow(&mut self, bound: usize) {
        self.words.resize(self.words.len().max(bound.div_ceil(64)), 0);
    }

    /// Takes a number in; one beyond the bound is left out.
    pub(super) fn add(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Takes a number out.
    pub(super) fn drop(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Takes a number in or out.
    pub(super) fn set(&mut self, number: u32, is_in: bool) {
        if is_in { self.add(number) } else { self.drop(number) }
    }

    /// Says whether a number is in the set.
    pub(super) fn has(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.each(other, |word, other| word & other);
    }

    /// Takes in all of `other`.
    pub(super) fn join(&mut self, other: &Self) {
        self.each(other, |word, other| word | other);
    }

    /// Takes out all of `other`.
    pub(super) fn without(&mut self, other: &Self) {
        self.each(other, |word, other| word & !other);
    }

    fn each(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) {
        let others = other.words.iter().copied().chain(std::iter::repeat(0));
        for (word, other) in self.words.iter_mut().zip(others) {
            *word = with(*word, other);
        }
    }

    /// Returns how many numbers there are.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Returns how many numbers are in both sets.
    pub(super) fn common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Returns the numbers in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, at)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let low = rest.trailing_zeros();
                rest &= rest.checked_sub(1)?;
                Some(at * 64 + low)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets_are_joined_cut_and_counted() {
        let set = |numbers: &[u32]| {
            let mut bits = Bits::new(130);
            for number in numbers {
                bits.add(*number);
            }
            bits
        };
        let mut one = set(&[0, 63, 64, 129]);
        assert_eq!(one.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!((one.count(), one.common(&set(&[64, 65]))), (4, 1));
        one.without(&set(&[0]));
        one.join(&set(&[7]));
        one.keep(&set(&[7, 129, 3]));
        assert_eq!(one, set(&[7, 129]));
        one.drop(7);
        assert!(one.has(129) && !one.has(7) && !one.has(5000));
        assert_eq!((Bits::all(130).count(), Bits::all(64).count()), (130, 64));
    }
}
