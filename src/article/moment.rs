//! Owns when an article appeared, to the precision its file gives, and how sure that is. It refuses
//! to read dates out of words: that is `formats::dates`.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::FoundIn;

/// A day, with the time and zone if the file gave them. The day is the writer's own, never shifted
/// to another zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The civil day.
    pub day: Date,
    /// The wall-clock time, if given.
    pub time: Option<Time>,
    /// The offset from UTC, if given.
    pub offset: Option<Offset>,
}

/// When an article was published, and where newsprint found that out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day, or day and time.
    pub at: Moment,
    /// Where it stands.
    pub from: FoundIn,
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self { day, time: None, offset: None }
    }
}

impl fmt::Display for Moment {
    /// Writes ISO 8601: `2016-12-08`, `2016-12-08T10:30:00` or `2016-12-08T10:30:00+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        let Some(offset) = self.offset else { return Ok(()) };
        let minutes = offset.seconds() / 60;
        if minutes == 0 {
            return f.write_str("Z");
        }
        let sign = if minutes < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }
}
