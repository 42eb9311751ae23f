//! Stories of the timeline without a screen.

use jiff::civil::date;

use super::*;

fn days(counts: &[(i16, i8, i8, usize)]) -> Days {
    let mut days = Days::default();
    for (year, month, day, count) in counts {
        days.add(Some(date(*year, *month, *day)), *count);
    }
    days
}

#[test]
fn the_step_suits_how_long_the_days_reach() {
    assert_eq!(Step::fitting(&days(&[(2025, 1, 3, 1), (2025, 2, 3, 1)])), Step::Day);
    assert_eq!(Step::fitting(&days(&[(2019, 1, 3, 1), (2025, 2, 3, 1)])), Step::Month);
    assert_eq!(Step::fitting(&days(&[(1851, 1, 3, 1), (2025, 2, 3, 1)])), Step::Year);
}

#[test]
fn a_stretch_becomes_the_words_of_a_query() {
    let mut line = Timeline::new(days(&[(2024, 11, 3, 2), (2025, 3, 31, 1)]), Some(date(2025, 3, 31)));
    assert_eq!(line.words().unwrap(), "date:2025-03");
    line.extend_by(1);
    assert_eq!(line.words().unwrap(), "after:2024-10-31 before:2025-04-01");
    line.move_by(90);
    assert_eq!(line.words().unwrap(), "date:2024-11");
    line.turn(true);
    assert_eq!(line.words().unwrap(), "date:2024");
    line.turn(false);
    line.turn(false);
    assert_eq!(line.words().unwrap(), "date:2024-11-03");
}

#[test]
fn a_month_without_articles_is_never_the_one_selected() {
    let three = [(2024, 3, 3, 2), (2024, 9, 9, 1), (2025, 3, 31, 1)];
    let mut line = Timeline::new(days(&three), Some(date(2024, 12, 24)));
    assert_eq!(
        line.words().unwrap(),
        "date:2024-09",
        "the selected headline is of a month that has none here"
    );
    line.move_by(1);
    assert_eq!(line.words().unwrap(), "date:2024-03");
    line.move_by(1);
    assert_eq!(line.words().unwrap(), "date:2024-03");
    line.move_by(-2);
    assert_eq!(line.words().unwrap(), "date:2024-09", "a page that ends between goes on to the next");
    line.extend_by(-1);
    assert_eq!(line.words().unwrap(), "after:2024-08-31 before:2025-04-01");
}

#[test]
fn the_view_begins_with_a_month_that_has_articles() {
    let mut line = Timeline::new(days(&[(2024, 1, 3, 2), (2024, 7, 9, 1), (2025, 3, 31, 1)]), None);
    line.move_by(1);
    for page in 1..=line.bars.len() {
        let first = line.first(page);
        assert!(line.bars[first].count > 0, "{page} lines begin with the empty bar {first}");
        assert!((first..first + page).contains(&line.chosen), "{page} lines from {first} on");
    }
}

#[test]
fn the_ends_of_the_calendar_are_no_trouble() {
    let mut line = Timeline::new(days(&[(-9999, 1, 1, 1), (9999, 12, 31, 1)]), None);
    line.turn(false);
    line.extend_by(50_000);
    assert!(line.words().is_some());
    assert!(Timeline::new(Days::default(), None).words().is_none());
}
