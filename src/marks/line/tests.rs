//! Owns the stories of this module. It refuses to test what others own.

use proptest::prelude::*;

use super::*;

#[test]
fn a_change_reads_as_a_sentence() {
    let change = Change {
        article: "0f3a5c77e1b2d4f6".parse().unwrap(),
        what: What::Tag("long reads".into(), true),
        stamp: 1_772_389_211_042,
        path: Some("/news/100 %.txt".into()),
        part: None,
    };
    let mut line = String::new();
    write(&change, &mut line);
    assert_eq!(line, "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 tag +long%20reads /news/100%20%25.txt\n");
    assert_eq!(read(line.trim_end()).map(Change::from), Some(change));
}

#[test]
fn notes_highlights_and_steps_read_as_sentences() {
    let article = "0f3a5c77e1b2d4f6".parse().unwrap();
    let quote = Quote { exact: "the lamp".into(), before: "On".into(), after: "| went".into() };
    let what = What::Highlight(Box::new(quote.clone()), Some("why?".into()));
    let part = Part { step: 0x1f, way: Way::Undo, before: What::Highlight(Box::new(quote), None) };
    let change = Change { article, what, stamp: 1_772_389_211_042, path: None, part: Some(Box::new(part)) };
    let mut line = String::new();
    write(&change, &mut line);
    assert_eq!(
        line,
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 highlight +On|the%20lamp|%7C%20went|why? - \
        undo:0000001f from:-On|the%20lamp|%7C%20went|\n"
    );
    assert_eq!(read(line.trim_end()).map(Change::from), Some(change));
    let gone = read("2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 note -").unwrap();
    assert_eq!(gone.what, What::Note(String::new()));
}

#[test]
fn lines_written_by_hand_are_read() {
    let change = read("2026-03-01T19:20:11+01:00  0f3a5c77e1b2d4f6 read yes - later words\r").unwrap();
    assert_eq!((change.stamp, change.path), (1_772_389_211_000, None));
}

#[test]
fn what_is_not_exactly_a_change_is_not_guessed_at() {
    for line in [
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read maybe",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 place 12",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 place 12/5000",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 tag essay",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 tag +",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 mood cheerful",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 highlight +a|b",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 highlight +a||c|",
        "2026-03-01T18:20:11.042Z 0f3a read yes",
        "9999-01-01T00:00:00Z 0f3a5c77e1b2d4f6 read yes",
        "1969-12-31T23:59:59Z 0f3a5c77e1b2d4f6 read yes",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read yes /news/%zz",
        "2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read yes /ne !torn",
    ] {
        assert_eq!(read(line), None, "{line}");
    }
}

#[test]
fn times_read_fast_are_the_times_read_slowly() {
    for time in [
        "2026-03-01T18:20:11.042Z",
        "1970-01-01T00:00:00.000Z",
        "2024-02-29T23:59:59.999Z",
        "1969-12-31T23:59:59.001Z",
        "2000-02-29T00:00:00.000Z",
        "2100-03-01T00:00:00.000Z",
        "8999-12-31T23:59:59.999Z",
    ] {
        let slow: Timestamp = time.parse().unwrap();
        assert_eq!(own_stamp(time.as_bytes()), Some(slow.as_millisecond()), "{time}");
    }
    for time in ["2026-02-30T18:20:11.042Z", "2026-03-01 18:20:11.042Z", "2026-03-01T18:20:11.0é"] {
        assert_eq!(own_stamp(time.as_bytes()), None, "{time}");
    }
}

#[test]
fn the_end_of_time_is_the_year_9000() {
    let end: Timestamp = "9000-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(u64::try_from(end.as_millisecond()).unwrap(), END_OF_TIME);
}

#[test]
fn the_short_way_reads_what_the_long_one_does() {
    for rest in [
        "read yes",
        "starred no /a/b",
        "read no - do:0000001f from:yes",
        "read yes /a%20b",
        "read yesterday",
        "note x",
        "read yes  /a",
        "read yes /a !torn",
        "read yes /é",
    ] {
        let text = format!("2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 {rest}");
        let Some(plain) = plain(text.as_bytes()) else { continue };
        let said = read(&text).unwrap();
        let path = said.path.as_ref().map(|path| path.as_bytes());
        assert_eq!(
            (plain.article, &plain.what, plain.stamp, plain.path),
            (said.article, &said.what, said.stamp, path)
        );
    }
    assert!(plain(b"2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read yes /a/b do:0000001f from:no").is_some());
}

proptest! {
    #[test]
    fn any_text_survives_as_one_word(text in any::<String>()) {
        let word = escape(&text);
        prop_assert!(!word.contains(char::is_whitespace));
        prop_assert_eq!(unescape(&word).map(Cow::into_owned), Some(text));
    }

    #[test]
    fn no_line_is_too_odd_to_look_at(line in any::<String>()) {
        let _ = read(&line);
    }
}
