//! Owns what can be counted and printed of an article's words: plain text, words, reading minutes.
//! It refuses to wrap: a measure in cells is `typeset`'s.

use super::clean::is_one_line;
use super::letters::is_alphanumeric;
use super::{Article, Block, Inline, QuoteKind, Text, body::words};

/// Words read in a minute, for languages with spaces.
const WORDS_A_MINUTE: usize = 230;
/// Characters read in a minute, for languages without.
const CHARACTERS_A_MINUTE: usize = 500;
/// Letters of a word, about, in scripts that spell their words and write no spaces between them.
const LETTERS_A_WORD: usize = 4;

impl Article {
    /// Returns the body alone as plain text: blocks parted by blank lines, no-break spaces made
    /// plain, without headline, byline, captions, sources or leftovers.
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        write_blocks(&self.body, &mut out);
        out
    }

    /// Returns the captions of the pictures in the body, in order, one line each.
    pub fn captions(&self) -> Vec<String> {
        let mut out = Vec::new();
        collect_captions(&self.body, &mut out);
        out
    }

    /// Counts the words of the body. A Han character or kana counts as one; Thai, Lao, Khmer and Burmese, which
    /// part no words, are reckoned at four letters to one.
    pub fn word_count(&self) -> usize {
        let (words, characters) = self.count();
        words + characters
    }

    /// Returns how long the body takes to read, in minutes, rounded up; 0 for an empty body.
    pub fn reading_minutes(&self) -> usize {
        let (words, characters) = self.count();
        (words * CHARACTERS_A_MINUTE + characters * WORDS_A_MINUTE)
            .div_ceil(WORDS_A_MINUTE * CHARACTERS_A_MINUTE)
    }

    /// Says whether there is nothing to read of it but where it can be read.
    pub fn is_only_an_address(&self) -> bool {
        self.body.is_empty() && self.url.is_some()
    }

    /// Returns who wrote it, without the names that are the outlet's own: what is signed by a newsroom is said
    /// to be by it once.
    pub fn authors(&self) -> impl Iterator<Item = &Text> {
        let outlet = self.outlet.as_deref().map(|outlet| outlet.trim().to_lowercase());
        self.byline.iter().filter(move |name| Some(name.trim().to_lowercase()) != outlet)
    }

    /// Returns the crossheads in order.
    pub fn crossheads(&self) -> Vec<String> {
        let mut out = Vec::new();
        collect_crossheads(&self.body, &mut out);
        out
    }

    fn count(&self) -> (usize, usize) {
        let (mut spaced, mut unspaced, mut unparted) = (0, 0, 0);
        each_run(&self.body, &mut |text| {
            let mut inside = false;
            if text.is_ascii() {
                for byte in text.bytes() {
                    let is_word = byte.is_ascii_alphanumeric();
                    spaced += usize::from(is_word && !inside);
                    inside = is_word || inside && matches!(byte, b'\'' | b'-' | b'.' | b',');
                }
                return;
            }
            for c in text.chars() {
                if c.is_ascii_alphabetic() {
                    spaced += usize::from(!inside);
                    inside = true;
                } else if is_ideograph(c) {
                    unspaced += 1;
                    inside = false;
                } else if is_unparted(c) {
                    unparted += usize::from(is_alphanumeric(c));
                    inside = false;
                } else if is_alphanumeric(c) || (inside && matches!(c, '\'' | '’' | '-' | '.' | ',')) {
                    spaced += usize::from(!inside);
                    inside = true;
                } else {
                    inside = false;
                }
            }
        });
        (spaced + unparted.div_ceil(LETTERS_A_WORD), unspaced)
    }
}

/// Says whether a character is of a script that spells its words and writes no spaces between them: Thai, Lao,
/// Burmese, Khmer.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Says whether a character is a Han character or kana: each is about a word's worth of reading.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Calls `see` with the words of every block, captions included, in reading order, each block once.
pub fn each_run(blocks: &[Block], see: &mut dyn FnMut(&str)) {
    each_part(blocks, true, see);
}

fn each_part(blocks: &[Block], captions: bool, see: &mut dyn FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => see_runs(runs, see),
            Block::Quote { kind, blocks } => {
                if let QuoteKind::Callout(title) = kind {
                    see(title);
                }
                each_part(blocks, captions, see);
            }
            Block::Note { blocks, .. } => each_part(blocks, captions, see),
            Block::List { items, .. } => items.iter().for_each(|item| each_part(&item.blocks, captions, see)),
            Block::Code { text, .. } => see(text),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell: &Vec<Inline>| see_runs(cell, see));
            }
            Block::Figure(figure) if captions => see_runs(&figure.caption, see),
            Block::Figure(_) | Block::Rule => {}
        }
    }
}

/// Calls `see` with the words of a block; most blocks are one run, and need no joining.
fn see_runs(runs: &[Inline], see: &mut dyn FnMut(&str)) {
    match runs {
        [run] => see(&run.text),
        runs => see(&words(runs)),
    }
}

fn collect_crossheads(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Crosshead { text, .. } => out.push(one_line(&words(text))),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => collect_crossheads(blocks, out),
            Block::List { items, .. } => items.iter().for_each(|item| collect_crossheads(&item.blocks, out)),
            _ => {}
        }
    }
}

fn collect_captions(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Figure(figure) if !figure.caption.is_empty() => {
                out.push(one_line(&words(&figure.caption)));
            }
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => collect_captions(blocks, out),
            Block::List { items, .. } => items.iter().for_each(|item| collect_captions(&item.blocks, out)),
            _ => {}
        }
    }
}

fn write_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => {
                write_part(&one_line(&words(runs)), out);
            }
            Block::Quote { kind, blocks } => {
                if let QuoteKind::Callout(title) = kind {
                    write_part(title, out);
                }
                write_blocks(blocks, out);
            }
            Block::Note { blocks, .. } => write_blocks(blocks, out),
            Block::List { items, .. } => items.iter().for_each(|item| write_blocks(&item.blocks, out)),
            Block::Code { text, .. } => write_part(text, out),
            Block::Table(table) => write_table(&table.head, &table.rows, out),
            // A caption belongs to its picture: it is typeset and searched, but nobody reads it through.
            Block::Figure(_) | Block::Rule => {}
        }
    }
}

fn write_table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], out: &mut String) {
    let row = |cells: &[Vec<Inline>]| {
        cells.iter().map(|cell| one_line(&words(cell))).collect::<Vec<_>>().join(" | ")
    };
    let lines: Vec<String> = std::iter::once(row(head))
        .chain(rows.iter().map(|cells| row(cells)))
        .filter(|l| !l.is_empty())
        .collect();
    write_part(&lines.join("\n"), out);
}

fn write_part(part: &str, out: &mut String) {
    if part.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(part);
}

/// Folds every run of white space to one space, lines apart from each other by `\n` kept.
fn one_line(text: &str) -> String {
    let bare = text.trim();
    if is_one_line(bare) {
        return bare.to_owned();
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
