//! Stories of what is counted of one's reading.

use jiff::tz::TimeZone;

use super::*;
use crate::article::{ArticleId, Language, Text};
use crate::library::Row;
use crate::marks::Visit;

const DAY: u64 = 86_400_000;
/// A Thursday: 6 March 2025, 12:00.
const NOW: u64 = 1_741_262_400_000;

fn row(id: u64, outlet: &str, minutes: usize) -> Row {
    Row {
        id: ArticleId::from_number(id),
        path: "a".into(),
        headline: Text::new("Lamps"),
        outlet: Text::some_line(outlet),
        author: None,
        published: None,
        language: Language::parse("fr"),
        minutes,
        sources: 0,
        host: None,
        lit: Vec::new(),
        context: None,
        others: Vec::new(),
    }
}

fn visit(id: u64, left: Option<u64>, reached: u16) -> Visit {
    let finished = reached >= 1000;
    Visit { id: ArticleId::from_number(id), read: true, left, reached: left.map(|_| reached), finished }
}

fn tally() -> Tally {
    let visits = [
        visit(1, Some(NOW), 1000),
        visit(2, Some(NOW - DAY), 500),
        visit(3, None, 0),
        visit(4, Some(NOW - 40 * DAY), 1000),
    ];
    let rows = [row(1, "Harbour Post", 70), row(2, "Evening Bell", 8), row(3, "Evening Bell", 5)];
    Tally::of(&visits, &rows, &TimeZone::UTC, NOW)
}

fn text(tally: &Tally, width: u16) -> Vec<String> {
    let spans = lines(tally, width, &Words::english());
    spans.into_iter().map(|line| line.into_iter().map(|(text, _)| text).collect::<String>()).collect()
}

#[test]
fn what_was_opened_counts_and_what_was_ticked_off_is_counted_apart() {
    let tally = tally();
    assert_eq!((tally.total.opened, tally.total.finished, tally.ticked, tally.missing), (3, 2, 1, 1));
    assert_eq!(tally.total.minutes(), 74, "70 whole, and half of 8");
    assert_eq!(tally.outlets[0].0, "Harbour Post");
    assert_eq!(tally.days.len(), 3);
}

#[test]
fn the_calendar_has_a_row_a_weekday_and_fuller_cells_for_longer_days() {
    let lines = text(&tally(), 70);
    let of = |name: &str| lines.iter().find(|line| line.starts_with(name)).unwrap().trim_end().to_owned();
    assert!(of("Thu").ends_with('█'), "{lines:#?}");
    assert!(of("Wed").ends_with('░'), "{lines:#?}");
    assert!(of("Mon").ends_with('·') && !of("Fri").ends_with("··█"), "{lines:#?}");
    for width in 14..120 {
        assert!(text(&tally(), width).iter().all(|line| paint::width(line.trim_end()) <= width), "{width}");
    }
}
