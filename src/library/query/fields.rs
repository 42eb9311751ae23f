//! Owns the fields of the query language: their names, what they take, and what to say when they get
//! something else. It refuses to know how a query falls into pieces.

use std::fmt;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::lexer::Kind;
use super::{Field, Node, QueryError, State, Term, parse};
use crate::article::{Language, nearest};

/// A row of the table of fields.
pub(super) struct FieldRow {
    name: &'static str,
    /// Makes the condition; `None` while the value is not typed to its end.
    read: fn(&Typed<'_>) -> Result<Option<Term>, QueryError>,
}

/// What was typed after `field:`.
pub(super) struct Typed<'a> {
    pub(super) text: &'a str,
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
    /// Whether more of it may follow.
    pub(super) open: bool,
}

/// The fields there are.
static FIELDS: &[FieldRow] = &[
    FieldRow { name: "title", read: |value| value.words(Field::Title) },
    FieldRow { name: "author", read: |value| value.words(Field::Author) },
    FieldRow { name: "source", read: |value| value.words(Field::Source) },
    FieldRow { name: "tag", read: |value| value.words(Field::Tag) },
    FieldRow { name: "note", read: |value| value.words(Field::Note) },
    FieldRow {
        name: "in",
        read: |value| value.folder().map_or_else(|| value.words(Field::Path), |folder| Ok(Some(folder))),
    },
    FieldRow { name: "lang", read: language },
    FieldRow { name: "is", read: state },
    FieldRow { name: "has", read: |value| value.one_of("has:", &[("sources", Term::HasSources)]) },
    FieldRow { name: "before", read: |value| Ok(period(value)?.map(Term::Before)) },
    FieldRow { name: "after", read: |value| Ok(period(value)?.map(Term::After)) },
    FieldRow { name: "date", read: |value| Ok(period(value)?.map(Term::Within)) },
];

/// Names that people know from other programs, and ours for the same thing.
const SYNONYMS: &[(&str, &str)] = &[
    ("headline", "title"),
    ("subject", "title"),
    ("byline", "author"),
    ("by", "author"),
    ("outlet", "source"),
    ("publisher", "source"),
    ("site", "source"),
    ("label", "tag"),
    ("language", "lang"),
    ("folder", "in"),
    ("path", "in"),
    ("since", "after"),
    ("until", "before"),
    ("published", "date"),
];

/// Returns the field of a name, which is always in lower case: `Source:` at the start of a pasted line
/// is a word.
pub(super) fn named(name: &str) -> Option<&'static FieldRow> {
    FIELDS.iter().find(|row| row.name == name)
}

/// Returns the fields whose names begin like this: by their own names first, then by other names for them. A
/// field may come several times.
pub(super) fn names_like(start: &str) -> impl Iterator<Item = &'static str> {
    let own = FIELDS.iter().map(|row| row.name).filter(move |name| name.starts_with(start));
    let known = SYNONYMS.iter().filter(move |(known, _)| !start.is_empty() && known.starts_with(start));
    own.chain(known.map(|(_, ours)| *ours))
}

/// Returns what to say of a name that is nearly a field's; `None` when it is just a word.
pub(super) fn misspelt(name: &str, start: usize) -> Option<QueryError> {
    let synonym = SYNONYMS.iter().find(|(known, _)| *known == name).map(|(_, ours)| *ours);
    // In two letters one slip makes any word of any other.
    let long = FIELDS.iter().map(|row| row.name).filter(|known| name.len().min(known.len()) >= 3);
    let near = || nearest::within(1, name, long);
    let meant = synonym.or_else(near)?;
    let what = format!("no field {name}: — did you mean {meant}: ? In quotes it is words");
    Some(QueryError { at: start..start + name.len(), what })
}

impl FieldRow {
    pub(super) fn term(&self, value: &Typed<'_>) -> Result<Option<Term>, QueryError> {
        (self.read)(value)
    }
}

impl Typed<'_> {
    fn words(&self, field: Field) -> Result<Option<Term>, QueryError> {
        let node = if matches!(self.kind, Kind::Regex { .. }) && field != Field::Path {
            parse::regex(Some(field), self)?
        } else {
            // A place in the library is known by any start of its name: `in:2016/dec`.
            parse::words(Some(field), self.text, self.open || field == Field::Path)
        };
        Ok(match node {
            Some(Node::Term(term)) => Some(term),
            _ => None,
        })
    }

    /// Reads the whole path of a folder, which begins and ends with a slash: that folder and no other with a
    /// similar name.
    fn folder(&self) -> Option<Term> {
        let is_whole = self.text.len() > 1 && self.text.starts_with('/') && self.text.ends_with('/');
        is_whole.then(|| Term::Folder(self.text.to_owned()))
    }

    /// Reads one of a few names, or the start of one.
    fn one_of(&self, field: &str, names: &[(&str, Term)]) -> Result<Option<Term>, QueryError> {
        let typed = self.text.to_lowercase();
        if let Some((_, term)) = names.iter().find(|(name, _)| name.starts_with(&typed)) {
            return Ok((!typed.is_empty()).then(|| term.clone()));
        }
        let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        Err(self.wrong(&format!("{field} takes {}", known.join(", "))))
    }

    fn wrong(&self, what: &str) -> QueryError {
        QueryError { at: self.at.clone(), what: what.to_owned() }
    }
}

fn state(value: &Typed<'_>) -> Result<Option<Term>, QueryError> {
    let unread = ("unread", Term::Is(State::Unread));
    let sets = State::SETS.iter().map(|(name, state)| (*name, Term::Is(*state)));
    let names: Vec<(&str, Term)> = std::iter::once(unread).chain(sets).collect();
    value.one_of("is:", &names)
}

fn language(value: &Typed<'_>) -> Result<Option<Term>, QueryError> {
    match Language::parse(value.text) {
        Some(language) => Ok(Some(Term::Language(language))),
        None if value.open && value.text.chars().count() < 2 => Ok(None),
        None => Err(value.wrong("lang: takes the short name of a language: en, fr, de …")),
    }
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl Period {
    /// Reads `2016`, `2016-12` or `2016-12-08`; slashes do as well.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(['-', '/']).map(|part| {
            let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse::<i16>().ok()).flatten()
        });
        let year =
            numbers.next().flatten().filter(|_| text.bytes().take_while(u8::is_ascii_digit).count() == 4)?;
        let month = numbers.next();
        let day = numbers.next();
        if numbers.next().is_some() {
            return None;
        }
        let small = |number: Option<Option<i16>>| match number {
            None => Some(1),
            Some(number) => number.and_then(|n| i8::try_from(n).ok()),
        };
        let first = Date::new(year, small(month)?, small(day)?).ok()?;
        let last = match (month, day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        };
        Some(Self { first, last })
    }

    /// Returns the day after the period, if the calendar has one.
    pub fn next(&self) -> Option<Date> {
        self.last.checked_add(1.day()).ok()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.first;
        match (self.first == self.last, self.first.month() == self.last.month()) {
            (true, _) => write!(f, "{date}"),
            (false, true) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            (false, false) => write!(f, "{:04}", date.year()),
        }
    }
}

fn period(value: &Typed<'_>) -> Result<Option<Period>, QueryError> {
    if let Some(period) = Period::parse(value.text) {
        return Ok(Some(period));
    }
    let typing = value.open && value.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/'));
    // `2016-` and `2016-1` on the way to `2016-12` keep what is surely meant.
    match value.text.trim_end_matches(['-', '/']) {
        whole if typing && whole.len() < value.text.len() => Ok(Period::parse(whole)),
        _ if typing && value.text.len() < 4 => Ok(None),
        _ if typing && value.text.ends_with("-0") => {
            Ok(value.text.strip_suffix("-0").and_then(Period::parse))
        }
        _ => Err(value.wrong("not a date; write 2016, 2016-12 or 2016-12-08")),
    }
}
