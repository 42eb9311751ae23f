//! Owns when an article appeared, to the precision its file gives, and how sure that is. It refuses
//! to read dates out of words: that is `formats::dates`.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

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
    pub from: DateFrom,
}

/// Where a date was found, most certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateFrom {
    /// Machine-readable metadata: JSON-LD, meta tags, mail headers, feed fields.
    Metadata,
    /// The block of fields in front of a Markdown or text file.
    FrontMatter,
    /// A date line in the text.
    Text,
    /// The path of the article's URL.
    Url,
    /// The name of the file.
    FileName,
    /// The newest of the sources cited, or an identifier that holds a time: a guess from below.
    Sources,
}

impl DateFrom {
    /// Every place a date can be found, most certain first.
    pub const ALL: &[Self] =
        &[Self::Metadata, Self::FrontMatter, Self::Text, Self::Url, Self::FileName, Self::Sources];

    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::FrontMatter => "front-matter",
            Self::Text => "text",
            Self::Url => "url",
            Self::FileName => "file-name",
            Self::Sources => "sources",
        }
    }

    /// Says whether the date is only a good guess, shown with a "c." before it.
    pub fn is_guess(self) -> bool {
        self == Self::Sources
    }
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
