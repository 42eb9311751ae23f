//! Owns the calendar of reading: a column a week, a row a weekday, the more minutes the fuller the cell.
//! It refuses to tell by colour alone.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Spans;
use super::tally::Tally;
use crate::panes::paint;
use crate::typeset::Role;
use crate::words::Words;

/// The most weeks shown.
const WEEKS: usize = 53;
/// Cells a week takes where there is room, and where there is not.
const WIDE: usize = 2;
/// Minutes from which a cell is fuller.
const STEPS: [usize; 3] = [10, 30, 60];
/// What cells look like, from a day without reading on.
const CELLS: [&str; 5] = ["·", "░", "▒", "▓", "█"];
/// A day that is still to come.
const NONE: &str = " ";

/// Writes the calendar, its heading and what its cells mean, in lines of at most `width` cells.
pub(super) fn lines(tally: &Tally, width: u16, words: &Words) -> Vec<Spans> {
    let names: Vec<&str> =
        ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"]
            .into_iter()
            .map(|key| words.say(key))
            .collect();
    let label = names.iter().map(|name| paint::width(name)).max().unwrap_or(0);
    let room = usize::from(width.saturating_sub(label + 1));
    let cell = if room >= WEEKS * WIDE { WIDE } else { 1 };
    let weeks = (room / cell).clamp(1, WEEKS);
    let back = i64::try_from(weeks - 1).unwrap_or(0) * 7;
    let monday = monday_of(tally.today);
    let first = monday.checked_sub(back.days()).unwrap_or(Date::MIN);
    let mut out = vec![months(first, weeks, cell, usize::from(label) + 1, words)];
    for (weekday, name) in (0i64..).zip(names) {
        let pad = " ".repeat(usize::from(label.saturating_sub(paint::width(name))) + 1);
        let mut row = vec![(format!("{name}{pad}"), Role::RowDetail)];
        for week in 0..weeks {
            let days = i64::try_from(week).unwrap_or(0) * 7 + weekday;
            let day = first.checked_add(days.days()).unwrap_or(Date::MAX);
            let (sign, role) = drawn(tally, day, words.is_ascii());
            row.push((format!("{sign}{}", " ".repeat(cell - 1)), role));
        }
        out.push(row);
    }
    out.extend(legend(width, words));
    out
}

fn monday_of(day: Date) -> Date {
    let back = i64::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(back.days()).unwrap_or(day)
}

/// The names of the months, each over the week it begins in, as far as they do not touch.
fn months(first: Date, weeks: usize, cell: usize, indent: usize, words: &Words) -> Spans {
    let mut line = " ".repeat(indent);
    let mut used = indent;
    for week in 0..weeks {
        let days = i64::try_from(week).unwrap_or(0) * 7;
        let Ok(monday) = first.checked_add(days.days()) else { break };
        let at = indent + week * cell;
        if monday.day() <= 7 && at >= used {
            let name =
                words.say(MONTHS.get(usize::from(monday.month().unsigned_abs()) - 1).copied().unwrap_or(""));
            let wide = usize::from(paint::width(name));
            if at + wide <= indent + weeks * cell {
                line.push_str(&" ".repeat(at - used));
                line.push_str(name);
                used = at + wide + 1;
                line.push(' ');
            }
        }
    }
    vec![(line, Role::RowDetail)]
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

/// How a day is drawn.
fn drawn(tally: &Tally, day: Date, ascii: bool) -> (&'static str, Role) {
    let cells = if ascii { paint::RAMP } else { CELLS };
    if day > tally.today {
        return (NONE, Role::Meta);
    }
    let Some(amount) = tally.days.get(&day) else {
        return (cells.first().copied().unwrap_or(NONE), Role::Meta);
    };
    let step = 1 + STEPS.iter().filter(|minutes| amount.minutes() >= **minutes).count();
    (cells.get(step).copied().unwrap_or(NONE), Role::UnreadMark)
}

/// What the cells mean, each beside its meaning.
fn legend(width: u16, words: &Words) -> Vec<Spans> {
    let cells = if words.is_ascii() { paint::RAMP } else { CELLS };
    let minutes = |from: usize| words.number(from);
    let [few, some, many] = STEPS;
    let meant = [
        "0".to_owned(),
        format!("< {}", minutes(few)),
        format!("{}+", minutes(few)),
        format!("{}+", minutes(some)),
        format!("{}+", minutes(many)),
    ];
    let parts = cells.iter().zip(meant).map(|(cell, meant)| format!("{cell} {meant}"));
    let parts = parts.chain([words.say("minutes-a-day").to_owned()]).map(|part| paint::held(&part));
    let line = parts.collect::<Vec<_>>().join("  ");
    paint::wrap(&line, width).into_iter().map(|line| vec![(line, Role::RowDetail)]).collect()
}
