//! Owns naming a language by its commonest words and its letters, where both leave no doubt. It
//! refuses doubtful cases: those are the guesser's.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::letters::{ENDS, ends, is_alphanumeric, is_letter, push_lower};
use crate::article::measure::is_ideograph;

/// Words looked at.
pub(super) const WORDS: usize = 150;
/// Words below which nothing is counted.
const FEWEST: usize = 25;
/// Words after which a language that is far ahead is named at once.
const EARLY: usize = 60;
/// How many tenths of the next one's words a language must have: at the end, and far ahead.
const AHEAD: usize = 16;
const FAR_AHEAD: usize = 25;
/// The fewest words a language has that its neighbour lacks, and how many times as many as the neighbour has.
const FEWEST_OWN: usize = 4;
const OWN: usize = 3;
/// The longest common word, in bytes.
const LONGEST: usize = 24;

/// A language a line of the table, its tag first: the language and its commonest words.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("function_words.txt")));

struct Table {
    tags: Vec<&'static str>,
    /// The languages each word is common in, a bit each.
    words: FxHashMap<&'static str, u64>,
    /// The lengths the words have, a bit each, by their [ends].
    lengths: Vec<u32>,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self { tags: Vec::new(), words: FxHashMap::default(), lengths: vec![0; ENDS] };
        for (number, line) in text.lines().enumerate() {
            let mut words = line.split(' ');
            table.tags.extend(words.next());
            for word in words {
                *table.words.entry(word).or_default() |= 1 << number;
                if let Some(lengths) = table.lengths.get_mut(ends(word)) {
                    *lengths |= 1 << word.len().min(LONGEST + 1);
                }
            }
        }
        table
    }

    /// Says whether a word of the table begins and is as long as this one: most words stop here.
    fn may_hold(&self, word: &str) -> bool {
        self.lengths.get(ends(word)).is_some_and(|lengths| lengths & (1 << word.len().min(LONGEST + 1)) != 0)
    }

    fn count(&self, word: &str, hits: &mut [usize], said: &mut Vec<u64>) -> bool {
        if !self.may_hold(word) {
            return false;
        }
        let mut left = self.words.get(word).copied().unwrap_or(0);
        let found = left != 0;
        if found {
            said.push(left);
        }
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

/// Says whether a word in lower case is in the table of any language.
pub(super) fn is_common(word: &str) -> bool {
    TABLE.words.contains_key(word)
}

/// Names the language of a text, or `None` in doubt.
pub(super) fn name(text: &str) -> Option<&'static str> {
    by_letters(text).or_else(|| by_words(text))
}

/// Letters looked at to name a language by them.
const LETTERS: usize = 400;

/// How many letters of a text belong to the scripts of one language.
#[derive(Default)]
struct Letters {
    all: usize,
    kana: usize,
    han: usize,
    hangul: usize,
    greek: usize,
    hebrew: usize,
    thai: usize,
    cyrillic: Cyrillic,
}

/// The Cyrillic letters of a text: those of every alphabet, and those that part one from the others.
#[derive(Default)]
struct Cyrillic {
    all: usize,
    /// `ы` and `э`: Russian, where no letter of another alphabet stands beside them.
    russian: usize,
    /// `ї`, `є` and `ґ`.
    ukrainian: usize,
    /// `і`, which Ukrainian shares with others.
    dotted: usize,
    foreign: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        for c in text.chars().filter(|c| is_letter(*c)).take(LETTERS) {
            found.all += 1;
            match c {
                '\u{3041}'..='\u{30ff}' => found.kana += 1,
                '\u{ac00}'..='\u{d7a3}' => found.hangul += 1,
                '\u{370}'..='\u{3ff}' => found.greek += 1,
                '\u{400}'..='\u{52f}' => found.cyrillic.add(c),
                '\u{5d0}'..='\u{5ea}' => found.hebrew += 1,
                '\u{e01}'..='\u{e3a}' => found.thai += 1,
                c if is_ideograph(c) => found.han += 1,
                _ => {}
            }
        }
        found
    }
}

impl Cyrillic {
    fn add(&mut self, c: char) {
        self.all += 1;
        match c {
            'ы' | 'э' | 'Ы' | 'Э' => self.russian += 1,
            'ї' | 'є' | 'ґ' | 'Ї' | 'Є' | 'Ґ' => self.ukrainian += 1,
            'і' | 'І' => self.dotted += 1,
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => {}
            _ => self.foreign += 1,
        }
    }

    /// Names Russian and Ukrainian where a letter in a hundred is theirs, and none another's.
    fn name(&self) -> Option<&'static str> {
        let telling = |count: usize| self.all >= 100 && count * 100 >= self.all;
        match self {
            Self { foreign: 0, ukrainian: 0, dotted: 0, .. } if telling(self.russian) => Some("ru"),
            Self { foreign: 0, russian: 0, .. } if telling(self.ukrainian) && self.dotted > 0 => Some("uk"),
            _ => None,
        }
    }
}

/// Names the languages that have a script to themselves, or letters no neighbour has.
fn by_letters(text: &str) -> Option<&'static str> {
    // Their first bytes are high: a text mostly in one of them holds many. Signs and dashes begin with 0xe2.
    if text.is_ascii() {
        return None;
    }
    let high = |byte: u8| matches!(byte, 0xcd..=0xe1 | 0xe3..=0xf4);
    // Few bytes at a time, without branches: many are looked at in one go.
    let many = |bytes: &[u8]| usize::from(bytes.iter().fold(0_u8, |n, byte| n + u8::from(high(*byte))));
    if text.as_bytes().chunks(128).map(many).sum::<usize>() * 10 < text.len() {
        return None;
    }
    let letters = Letters::of(text);
    let most = |count: usize| count * 10 > letters.all * 7;
    match () {
        () if letters.kana * 20 > letters.kana + letters.han && most(letters.kana + letters.han) => {
            Some("ja")
        }
        // A few kana among many Han letters are a name; in between, nobody knows.
        () if letters.kana == 0 && most(letters.han) => Some("zh"),
        () if most(letters.hangul) => Some("ko"),
        () if most(letters.greek) => Some("el"),
        () if most(letters.thai) => Some("th"),
        // Yiddish writes its vowels, and so marks its words otherwise; it is left to the guesser.
        () if most(letters.hebrew) && !text.contains(['ײ', 'ױ', 'װ', '\u{5b7}', '\u{5b8}']) => Some("he"),
        () if most(letters.cyrillic.all) => letters.cyrillic.name(),
        () => None,
    }
}

/// The words of a text seen so far, and how many of them are common in each language.
struct Tally {
    hits: Vec<usize>,
    /// For each common word, the languages it is common in.
    said: Vec<u64>,
    seen: usize,
    /// Room for a word in lower case.
    lower: String,
}

impl Tally {
    /// Returns the language with the most words, and how many the next one has.
    fn first_two(&self) -> Option<(usize, usize)> {
        let best = *self.hits.iter().max()?;
        let language = self.hits.iter().position(|count| *count == best)?;
        let others = self.hits.iter().enumerate().filter(|(at, _)| *at != language);
        Some((language, others.map(|(_, count)| *count).max()?))
    }

    fn count_of(&self, language: usize) -> usize {
        self.hits.get(language).copied().unwrap_or_default()
    }

    /// Tells whether enough of the words are common in a language.
    fn is_common(&self, language: usize) -> bool {
        self.seen >= FEWEST && self.count_of(language) * 100 >= self.seen * 22
    }

    /// Tells whether a language has so many tenths of the words that the next one has.
    fn is_ahead(&self, language: usize, second: usize, tenths: usize) -> bool {
        self.count_of(language) * 10 >= second * tenths
    }

    fn see(&mut self, word: &str, table: &Table) {
        if self.seen == WORDS || !word.chars().any(is_letter) {
            return;
        }
        self.seen += 1;
        let bare = bare(word);
        // Most words stop here, before anything is copied.
        let elided = || bare.bytes().any(|byte| byte == b'\'');
        let ascii = bare.is_ascii();
        if bare.len() > LONGEST || ascii && !table.may_hold(bare) && !elided() {
            return;
        }
        let lower = &mut self.lower;
        lower.clear();
        if ascii {
            lower.push_str(bare);
            lower.make_ascii_lowercase();
        } else {
            bare.chars().for_each(|c| push_lower(if c == '’' { '\'' } else { c }, lower));
        }
        if !table.count(lower, &mut self.hits, &mut self.said)
            && let Some(at) = lower.bytes().position(|byte| byte == b'\'')
        {
            table.count(lower.get(..=at).unwrap_or_default(), &mut self.hits, &mut self.said);
        }
    }
}

/// Takes the signs off the ends of a word.
pub(super) fn bare(word: &str) -> &str {
    let plain = |end: Option<&u8>| end.is_some_and(u8::is_ascii_alphanumeric);
    if plain(word.as_bytes().first()) && plain(word.as_bytes().last()) {
        return word;
    }
    word.trim_matches(|c: char| !is_alphanumeric(c) && c != '\'' && c != '’')
}

/// Counts the words that are common in some language: one has to be far ahead of the others.
fn by_words(text: &str) -> Option<&'static str> {
    let table = &*TABLE;
    let lower = String::with_capacity(LONGEST);
    let mut tally =
        Tally { hits: vec![0; table.tags.len()], said: Vec::with_capacity(WORDS), seen: 0, lower };
    let mut early = EARLY;
    for piece in text.split_ascii_whitespace() {
        if tally.seen == WORDS {
            break;
        }
        if tally.seen >= early {
            early = WORDS;
            let (language, second) = tally.first_two()?;
            if tally.is_common(language) && tally.is_ahead(language, second, FAR_AHEAD) {
                return table.tags.get(language).copied();
            }
        }
        // White space beyond ASCII is rare, and dear to look for.
        if piece.is_ascii() {
            tally.see(piece, table);
        } else {
            piece.split_whitespace().for_each(|word| tally.see(word, table));
        }
    }
    let (language, second) = tally.first_two()?;
    let clear = || tally.is_ahead(language, second, AHEAD) || is_apart(&tally.hits, language, &tally.said);
    table.tags.get(language).copied().filter(|_| tally.is_common(language) && clear())
}

/// Says whether a language has words its neighbours lack, where most words of either are those of the other.
fn is_apart(hits: &[usize], language: usize, said: &[u64]) -> bool {
    let best = hits.get(language).copied().unwrap_or_default();
    let near = hits.iter().enumerate().filter(|(at, count)| *at != language && best * 10 < **count * AHEAD);
    let own = |one: usize, other: usize| {
        said.iter().filter(|of| *of & (1 << one) != 0 && *of & (1 << other) == 0).count()
    };
    near.map(|(other, _)| (own(language, other), own(other, language)))
        .all(|(ours, theirs)| ours >= FEWEST_OWN && ours >= theirs * OWN)
}
