//! What a terminal must never see, and what it must.

use super::*;

#[test]
fn whole_sequences_go_and_nothing_of_them_stays() {
    assert_eq!(Text::new("a\u{1b}]52;c;aGk=\u{7}b"), "ab");
    assert_eq!(Text::new("a\u{1b}[31mred\u{1b}[0m\u{9b}2Jb"), "aredb");
    assert_eq!(Text::new("a\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\b"), "alinkb");
}

#[test]
fn an_unended_string_costs_its_line_only() {
    assert_eq!(Text::new("a\u{1b}]0;title\nnext"), "a\nnext");
}

#[test]
fn every_scalar_value_is_safe() {
    for c in (0..=0x10_ffff).filter_map(char::from_u32) {
        let cleaned = clean(c.encode_utf8(&mut [0; 4])).into_owned();
        assert!(cleaned.chars().all(|c| c == '\n' || !c.is_control()), "U+{:04X}", u32::from(c));
        assert!(!cleaned.chars().any(is_dropped), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn what_a_stretch_of_bytes_shows_is_what_its_characters_say() {
    for c in (0..=0x10_ffff).filter_map(char::from_u32) {
        for before in [0, 1, 14, 15] {
            let text = format!("{}{c}{}", "a".repeat(before), "b".repeat(40));
            assert_eq!(is_clean(&text), is_plain(c), "U+{:04X} after {before}", u32::from(c));
        }
    }
}

#[test]
fn what_is_taken_out_between_marks_lets_no_more_of_them_in() {
    for nothing in ["\0", "\u{200b}", "\u{1b}[1m", "\u{9b}1m", "\u{9d}x\u{9c}"] {
        let marks = "\u{301}".repeat(3);
        let text = format!("e{marks}{nothing}{marks}{nothing}{marks}");
        assert_eq!(clean(&text).chars().count(), 1 + MARKS_PER_BASE, "{nothing:?}");
    }
}

#[test]
fn marks_are_capped_and_tabs_open_up() {
    let zalgo = format!("e{}", "\u{301}".repeat(30));
    assert_eq!(Text::new(&zalgo).chars().count(), 5);
    assert_eq!(Text::new("a\tb"), "a    b");
    assert_eq!(Text::line("  a \u{a0}\n b "), "a b");
    assert_eq!(Text::line("à\u{1680}“b”\u{3000}c\u{2009}d é"), "à “b” c d é");
}
