//! Owns every sentence newsprint shows a reader, in the languages it speaks: one message file each,
//! with plurals, month names and thousands as that language has them. It refuses to know where a
//! sentence is shown, and to read the environment: the language is handed in.
//!
//! A key that a language lacks is said in English; a test sees to it that none is lacking.

mod again;
mod ascii;
mod catalogue;
mod keys;
mod locale;
mod number;

use std::fmt;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use catalogue::Catalogue;
pub use fluent_bundle::FluentValue as Value;
pub use locale::{LOCALES, Locale, preferred};

/// What newsprint says, in one language. Cloning is cheap, and it may be sent to other threads.
#[derive(Clone)]
pub struct Words(Arc<Inner>);

struct Inner {
    locale: Locale,
    ascii: bool,
    /// The language's own messages first, the English ones last.
    catalogues: Vec<Catalogue>,
}

impl Words {
    /// Returns the messages of a language, which are read once a run; with `ascii` they are written without
    /// accents and signs that ASCII lacks.
    pub fn new(locale: Locale, ascii: bool) -> Self {
        static READ: [OnceLock<Words>; 2 * LOCALES.len()] = [const { OnceLock::new() }; 2 * LOCALES.len()];
        let index = 2 * locale as usize + usize::from(ascii);
        READ.get(index).map_or_else(
            || Self::read(locale, ascii),
            |known| known.get_or_init(|| Self::read(locale, ascii)).clone(),
        )
    }

    fn read(locale: Locale, ascii: bool) -> Self {
        let mut catalogues = vec![Catalogue::new(locale, ascii)];
        if locale != Locale::English {
            catalogues.push(Catalogue::new(Locale::English, ascii));
        }
        Self(Arc::new(Inner { locale, ascii, catalogues }))
    }

    /// The messages in English, with every sign: what documentation and tests use.
    pub fn english() -> Self {
        Self::new(Locale::English, false)
    }

    /// Returns the language.
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// Says whether only ASCII may be drawn for what newsprint itself adds.
    pub fn is_ascii(&self) -> bool {
        self.0.ascii
    }

    /// Returns a message that takes no arguments, or the key itself where there is none.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// Returns a message that takes no arguments, if there is one; `key.part` names a part of `key`.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.0.catalogues.iter().find_map(|catalogue| catalogue.constant(key))
    }

    /// Returns a message with its arguments filled in: `words.with("found", &[("count", 3.into())])`.
    /// A number also decides which plural is taken.
    pub fn with(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let found = self.0.catalogues.iter().find_map(|catalogue| catalogue.format(key, arguments));
        found.unwrap_or_else(|| key.to_owned())
    }

    /// As [`Self::with`], for a message about a number of things: its argument is `$count`.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }

    /// Writes a number with its thousands apart: `3,214`.
    pub fn number(&self, number: usize) -> String {
        number::grouped(&number.to_string(), self.0.locale, self.0.ascii)
    }

    /// Writes a day, short: `8 Dec 2016`.
    pub fn day(&self, day: Date) -> String {
        let month = format!("month-{}", day.month());
        let (month, year) = (self.say(&month), day.year().to_string());
        self.with(
            "day",
            &[("day", day.day().to_string().into()), ("month", month.into()), ("year", year.into())],
        )
    }

    /// Writes how long something takes to read, given in minutes: `12 min`, from two hours on `2 h`.
    pub fn time(&self, minutes: usize) -> String {
        if minutes < LONG {
            self.count("minutes", minutes)
        } else {
            self.count("hours-about", rounded(minutes))
        }
    }

    /// As [`Self::time`], for what is left of it.
    pub fn time_left(&self, minutes: usize) -> String {
        if minutes < LONG {
            self.count("minutes-left", minutes)
        } else {
            self.count("hours-left", rounded(minutes))
        }
    }

    /// Says how long before an article its sources appeared, given in days: `6 weeks to 9 years before`.
    pub fn ages(&self, least: i64, most: i64) -> String {
        let (least_unit, most_unit) = if least < 0 { (DAYS, DAYS) } else { (unit(least), unit(most)) };
        let count = |days: i64, unit: Unit| (days + unit.1 / 2).div_euclid(unit.1);
        let said = |days, unit: Unit| self.with(unit.0, &[("count", count(days, unit).into())]);
        let longest = said(most, most_unit);
        if (count(least, least_unit), least_unit) == (count(most, most_unit), most_unit) {
            return self.with("source-age", &[("most", longest.into())]);
        }
        let shortest = if least_unit == most_unit {
            count(least, least_unit).to_string()
        } else {
            said(least, least_unit)
        };
        self.with("source-ages", &[("least", shortest.into()), ("most", longest.into())])
    }

    /// Writes a text behind what it is: `unread: The lamplighters`.
    pub fn labelled(&self, name: &str, text: &str) -> String {
        self.with("labelled", &[("name", name.into()), ("text", text.into())])
    }

    /// Returns what stands between the parts of a line: ` · `.
    pub fn point(&self) -> &'static str {
        if self.0.ascii { " - " } else { " · " }
    }

    /// Returns what a command does, for help and palette.
    pub fn help(&self, command: &str) -> &str {
        self.find(&format!("command-{command}")).unwrap_or_default()
    }

    /// Returns what a command does in a word or two, for the footer; nothing if it is not shown there.
    pub fn hint(&self, command: &str) -> Option<&str> {
        self.find(&format!("command-{command}.hint"))
    }

    /// Returns the heading of the help over the commands of a place.
    pub fn scope(&self, name: &str) -> &str {
        self.find(&format!("scope-{name}")).unwrap_or_default()
    }
}

/// A unit of time: its message, and its days.
type Unit = (&'static str, i64);

const DAYS: Unit = ("age-days", 1);

/// Returns the unit in which a time of so many days is said.
fn unit(days: i64) -> Unit {
    match days {
        ..21 => DAYS,
        21..90 => ("age-weeks", 7),
        90..730 => ("age-months", 30),
        _ => ("age-years", 365),
    }
}

/// Minutes from which hours are said.
const LONG: usize = 120;

/// Returns minutes in hours.
fn rounded(minutes: usize) -> usize {
    (minutes + 30) / 60
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("locale", &self.0.locale).field("ascii", &self.0.ascii).finish()
    }
}

#[cfg(test)]
mod tests;
