//! Owns how days are gathered into bars: by year, by month or by day, with the empty ones between. It
//! refuses to draw them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::library::days::Days;
use crate::words::Words;

/// Days up to which each is a bar of its own.
const FEW_DAYS: i64 = 70;
/// Years up to which each month is a bar of its own.
const FEW_YEARS: i16 = 12;
/// The most bars there are; what reaches farther is shown in longer steps.
const MOST: i64 = 5_000;

/// The time a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// Articles of one step of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) count: usize,
}

impl Step {
    /// Returns the step that shows days in a number of bars one can look over.
    pub(super) fn fitting(days: &Days) -> Self {
        let Some((first, last)) = reach(days) else { return Self::Month };
        if count_days(first, last) <= FEW_DAYS {
            Self::Day
        } else if last.year() - first.year() <= FEW_YEARS {
            Self::Month
        } else {
            Self::Year
        }
    }

    /// Returns the next longer step, or the next shorter one that does not make too many bars.
    pub(super) fn next(self, longer: bool, days: &Days) -> Option<Self> {
        let (first, last) = reach(days)?;
        let bars = count_days(first, last);
        match (self, longer) {
            (Self::Day, true) => Some(Self::Month),
            (Self::Month, true) => Some(Self::Year),
            (Self::Year, false) if bars / 28 <= MOST => Some(Self::Month),
            (Self::Month, false) if bars <= MOST => Some(Self::Day),
            _ => None,
        }
    }

    fn start(self, day: Date) -> Date {
        match self {
            Self::Year => day.first_of_year(),
            Self::Month => day.first_of_month(),
            Self::Day => day,
        }
    }

    fn end(self, day: Date) -> Date {
        match self {
            Self::Year => day.last_of_year(),
            Self::Month => day.last_of_month(),
            Self::Day => day,
        }
    }

    /// Writes the step a day is in as a query names it.
    pub(super) fn typed(self, day: Date) -> String {
        match self {
            Self::Year => format!("{:04}", day.year()),
            Self::Month => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Day => day.to_string(),
        }
    }

    /// Writes it for the eye.
    pub(super) fn label(self, day: Date, words: &Words) -> String {
        match self {
            Self::Year => day.year().to_string(),
            Self::Month => format!("{} {}", words.say(&format!("month-{}", day.month())), day.year()),
            Self::Day => words.day(day),
        }
    }
}

fn reach(days: &Days) -> Option<(Date, Date)> {
    Some((*days.counts.keys().next()?, *days.counts.keys().next_back()?))
}

fn count_days(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours() / 24 + 1
}

/// Gathers days into bars, the newest first.
pub(super) fn of(days: &Days, step: Step) -> Vec<Bar> {
    let Some((first, last)) = reach(days) else { return Vec::new() };
    let mut bars = Vec::new();
    let mut end = step.end(last);
    loop {
        let start = step.start(end);
        let count = days.counts.range(start..=end).map(|(_, count)| count).sum();
        bars.push(Bar { first: start, last: end, count });
        match start.checked_sub(1.day()) {
            Ok(before) if start > first => end = step.end(before),
            _ => return bars,
        }
    }
}
