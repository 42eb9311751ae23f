//! The Unicode Consortium's own test of line breaking, run over the break points lines are chosen from.

use std::io::Read;

use super::super::breaks::Breaker;

/// One line of the file: a text, and where it may break inside.
struct Case {
    text: String,
    breaks: Vec<usize>,
}

fn cases(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/fixtures/unicode/{file}.txt.gz", env!("CARGO_MANIFEST_DIR"));
    let packed = std::fs::File::open(path).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    text.lines().filter_map(case).collect()
}

fn case(line: &str) -> Option<Case> {
    let said = line.split('#').next().unwrap_or_default().trim();
    let (mut text, mut breaks) = (String::new(), Vec::new());
    for sign in said.split_whitespace() {
        match sign {
            "÷" => breaks.push(text.len()),
            "×" => {}
            hex => text.push(char::from_u32(u32::from_str_radix(hex, 16).ok()?)?),
        }
    }
    breaks.retain(|at| *at < text.len());
    (!text.is_empty()).then_some(Case { text, breaks })
}

/// Thai, Lao, Khmer, Burmese and their kin: the file takes them for letters that break nowhere, and
/// leaves it to programs to know their words.
fn has_words_without_spaces(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{1950}'..='\u{19ff}' | '\u{1a20}'..='\u{1aaf}' | '\u{a9e0}'..='\u{a9ff}'
            | '\u{aa60}'..='\u{aadf}' | '\u{11700}'..='\u{1174f}')
    })
}

/// Runs a file; returns how many cases there are, and how many break where the file says.
fn score(file: &str) -> (usize, usize, usize) {
    let breaker = Breaker::new(None);
    let cases = cases(file);
    let (mut right, mut words) = (0, 0);
    for case in &cases {
        if breaker.points(&case.text).eq(case.breaks.iter().copied()) {
            right += 1;
        } else if has_words_without_spaces(&case.text) {
            words += 1;
        }
    }
    println!("{file}: {right} of {} as the file says, {words} more by the words of a script", cases.len());
    (cases.len(), right, words)
}

/// The files, how many cases each has, and how many must come out as it says.
const SCORES: [(&str, usize, usize); 2] =
    [("LineBreakTest-15.1", 10_274, 10_274), ("LineBreakTest-18.0.0", 19_346, 19_018)];

#[test]
fn lines_break_as_unicode_says() {
    for (file, total, least) in SCORES {
        let (cases, right, _) = score(file);
        assert_eq!(cases, total, "{file}");
        assert!(right >= least, "{file}: {right} of {total}, and it was {least}");
    }
}
