//! Owns naming a language by its commonest words and its letters, where both leave no doubt. It
//! refuses doubtful cases: those are the guesser's.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::article::measure::is_ideograph;

/// Words looked at.
const WORDS: usize = 150;
/// Words below which nothing is counted.
const FEWEST: usize = 25;
/// The longest common word, in bytes.
const LONGEST: usize = 24;

/// A language a line of the table, its tag first: the language and its commonest words.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("function_words.txt")));

struct Table {
    tags: Vec<&'static str>,
    /// The languages each word is common in, a bit each.
    words: HashMap<&'static str, u64>,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self { tags: Vec::new(), words: HashMap::new() };
        for (number, line) in text.lines().enumerate() {
            let mut words = line.split(' ');
            table.tags.extend(words.next());
            for word in words {
                *table.words.entry(word).or_default() |= 1 << number;
            }
        }
        table
    }

    fn count(&self, word: &str, hits: &mut [usize]) -> bool {
        let mut left = self.words.get(word).copied().unwrap_or(0);
        let found = left != 0;
        while left != 0 {
            let language = left.trailing_zeros() as usize;
            if let Some(hits) = hits.get_mut(language) {
                *hits += 1;
            }
            left &= left - 1;
        }
        found
    }
}

/// Names the language of a text, or `None` in doubt.
pub(super) fn name(text: &str) -> Option<&'static str> {
    by_letters(text).or_else(|| by_words(text))
}

/// Names the languages that have a script to themselves.
fn by_letters(text: &str) -> Option<&'static str> {
    let (mut letters, mut kana, mut han, mut hangul, mut greek, mut hebrew, mut thai) = (0, 0, 0, 0, 0, 0, 0);
    // Their first bytes are high; most texts hold none as high.
    if text.bytes().fold(0, u8::max) < 0xcd {
        return None;
    }
    for c in text.chars().filter(|c| c.is_alphabetic()).take(400) {
        letters += 1;
        match c {
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{370}'..='\u{3ff}' => greek += 1,
            '\u{5d0}'..='\u{5ea}' => hebrew += 1,
            '\u{e01}'..='\u{e3a}' => thai += 1,
            c if is_ideograph(c) => han += 1,
            _ => {}
        }
    }
    let most = |count: usize| count * 10 > letters * 7;
    match () {
        () if kana * 20 > kana + han && most(kana + han) => Some("ja"),
        // A few kana among many Han letters are a name; in between, nobody knows.
        () if kana == 0 && most(han) => Some("zh"),
        () if most(hangul) => Some("ko"),
        () if most(greek) => Some("el"),
        () if most(thai) => Some("th"),
        // Yiddish writes its vowels, and so marks its words otherwise; it is left to the guesser.
        () if most(hebrew) && !text.contains(['ײ', 'ױ', 'װ', '\u{5b7}', '\u{5b8}']) => Some("he"),
        () => None,
    }
}

/// Counts the words that are common in some language: one has to be far ahead of the others.
fn by_words(text: &str) -> Option<&'static str> {
    let table = &*TABLE;
    let mut hits = vec![0; table.tags.len()];
    let mut seen = 0;
    let mut lower = String::with_capacity(LONGEST);
    for word in text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).take(WORDS) {
        seen += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        if bare.len() > LONGEST {
            continue;
        }
        lower.clear();
        if bare.is_ascii() {
            lower.push_str(bare);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(bare.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
        }
        if !table.count(&lower, &mut hits)
            && let Some(at) = lower.find('\'')
        {
            table.count(lower.get(..=at).unwrap_or_default(), &mut hits);
        }
    }
    let best = *hits.iter().max()?;
    let language = hits.iter().position(|count| *count == best)?;
    let second = hits.iter().enumerate().filter(|(at, _)| *at != language).map(|(_, n)| *n).max()?;
    let clear = seen >= FEWEST && best * 100 >= seen * 22 && best * 10 >= second * 16;
    table.tags.get(language).copied().filter(|_| clear)
}
