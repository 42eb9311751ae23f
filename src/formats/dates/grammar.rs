//! Owns the ways a day is written, as rules over tokens. It refuses to look for dates: a rule is
//! asked whether one begins at a token.

use jiff::civil::Date;

use super::Reading;
use super::names;
use super::tokens::{Kind, Token, is_thai};

/// The tokens of a line, and how to read them.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) reading: Reading,
    /// Whether the line is known to be a date, so that the looser ways of writing one count too.
    pub(super) certain: bool,
}

/// Words between the parts of a date.
const LINKS: &[&str] =
    &["of", "de", "del", "d", "den", "der", "da", "do", "di", "the", "dne", "le", "al", "à", "г", "nam"];
/// The word before the figure of a month in Vietnamese, folded.
const MONTH: &str = "thang";
/// What stands before a year to say from when it is counted, in Thai: a word of two letters, each with a stop.
const ERAS: &[(&str, &str)] = &[("พ", "ศ"), ("ค", "ศ")];
/// The years of the Buddha that are read as such, and how far they are ahead.
const BUDDHIST: std::ops::RangeInclusive<i16> = 2443..=2643;
const AHEAD: i16 = 543;
/// The earliest year that stands behind a day and month in figures with only a space between them.
const EARLIEST: i16 = 1900;
/// What follows a day in figures to make it an ordinal.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "ere", "e", "eme", "a", "o", "to", "го", "η"];

impl Line<'_> {
    /// Reads the date that begins at token `at`; returns it with the token after it.
    pub(super) fn date(&self, at: usize) -> Option<(Date, usize)> {
        self.year_first(at)
            .or_else(|| self.day_month_word(at))
            .or_else(|| self.month_word_day(at))
            .or_else(|| self.figures(at))
            .or_else(|| self.parted_figures(at))
    }

    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.tokens.get(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Returns `at`, or the token after it if it is one of `marks`.
    fn past_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.mark(at).is_some_and(|m| marks.contains(&m)) { at + 1 } else { at }
    }

    fn past_links(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            if self.word(at).is_some_and(|w| LINKS.contains(&w)) {
                at = self.past_mark(at + 1, &['\'', '’']);
            }
        }
        at
    }

    /// `2016-12-08`, `2016/12/8`, `2016. 12. 8.`, `2016年12月8日`, `2016. december 8.`, `平成28年12月8日`.
    fn year_first(&self, at: usize) -> Option<(Date, usize)> {
        let (year, at) = self.leading_year(at)?;
        let separator = self.mark(at);
        let (month, at) = match separator {
            Some('年' | '년') => self.month_figure(at + 1)?,
            Some('-' | '/') if self.glued(at) && self.glued(at + 1) => self.month_either(at + 1)?,
            Some('.') => self.month_either(at + 1)?,
            Some(',') => self.month_named(at + 1)?,
            Some(_) => return None,
            None => self.month_named(at)?,
        };
        let at = match (separator, self.mark(at)) {
            (Some('年'), Some('月')) | (Some('년'), Some('월')) => at + 1,
            (Some(a), Some(b)) if a == b && (a == '.' || self.glued(at)) => at + 1,
            (Some('.' | ',') | None, _) => at,
            _ => return None,
        };
        let (day, at) = self.day_figure(at)?;
        let at = self.past_mark(at, &['日', '일', '号']);
        Some((date(year, month, day)?, at))
    }

    /// A year of four figures, or one counted from an emperor's first.
    fn leading_year(&self, at: usize) -> Option<(i16, usize)> {
        let era = self.word(at).and_then(|word| match word {
            w if w.ends_with("令和") => Some(2018),
            w if w.ends_with("平成") => Some(1988),
            w if w.ends_with("昭和") => Some(1925),
            _ => None,
        });
        if let (Some(before), Some((value @ 1..=64, _))) = (era, self.number(at + 1)) {
            return Some((before + i16::try_from(value).ok()?, at + 2));
        }
        match self.number(at)? {
            (value @ 1000..=2199, 4) => Some((i16::try_from(value).ok()?, at + 1)),
            _ => None,
        }
    }

    fn month_figure(&self, at: usize) -> Option<(i8, usize)> {
        let (value, digits) = self.number(at)?;
        ((1..=12).contains(&value) && digits <= 2).then_some((i8::try_from(value).ok()?, at + 1))
    }

    fn month_either(&self, at: usize) -> Option<(i8, usize)> {
        self.month_figure(at).or_else(|| self.month_named(at))
    }

    /// A month by name; the names of two words are tried first (`كانون الأول`).
    fn month_named(&self, at: usize) -> Option<(i8, usize)> {
        let word = self.word(at)?;
        if word == MONTH {
            return self.month_figure(at + 1);
        }
        if self.mark(at + 1) == Some('.')
            && word.starts_with(is_thai)
            && let Some(second) = self.word(at + 2)
            && let Some(month) = names::month(&format!("{word}.{second}"), self.reading.language)
        {
            return Some((month, self.past_mark(at + 3, &['.'])));
        }
        if let Some(second) = self.word(at + 1)
            && !word.is_ascii()
            && let Some(month) = names::month(&format!("{word} {second}"), self.reading.language)
        {
            return Some((month, at + 2));
        }
        Some((names::month(word, self.reading.language)?, self.past_mark(at + 1, &['.'])))
    }

    fn day_figure(&self, at: usize) -> Option<(i8, usize)> {
        let (value, digits) = self.number(at)?;
        ((1..=31).contains(&value) && digits <= 2).then_some((i8::try_from(value).ok()?, at + 1))
    }

    /// Steps over what makes a day an ordinal: `8th`, `1er`, `8.`, `1º`, `8-го`.
    fn past_ordinal(&self, at: usize) -> usize {
        if self.glued(at) && self.word(at).is_some_and(|w| ORDINALS.contains(&w)) {
            return at + 1;
        }
        if self.mark(at) == Some('-') && self.word(at + 1) == Some("го") {
            return at + 2;
        }
        self.past_mark(at, &['.', 'º', 'ª', '°'])
    }

    /// `8 December 2016`, `1er janvier 2024`, `8. Dez. 2016`, `8 de diciembre de 2016`, `8-Dec-16`.
    fn day_month_word(&self, at: usize) -> Option<(Date, usize)> {
        let (day, at) = self.day_figure(at)?;
        let at = self.past_links(self.past_mark(self.past_ordinal(at), &['-', '/', ',']));
        let (month, at) = self.month_named(at)?;
        let at = self.past_links(self.past_mark(at, &['-', '/', ',', '،']));
        let (year, at) = self.closing_year(at)?;
        Some((date(year, month, day)?, at))
    }

    /// `December 8, 2016`, `Dec. 8th 2016`, `Dec 8 10:00:00 2016`.
    fn month_word_day(&self, at: usize) -> Option<(Date, usize)> {
        let (month, at) = self.month_named(at)?;
        let (day, at) = self.day_figure(self.past_mark(at, &['-', '/']))?;
        let at = self.past_links(self.past_mark(self.past_ordinal(at), &[',', '-', '/', '،']));
        let at = match (self.number(at), self.time(at)) {
            (Some((_, 1 | 2)), Some((_, after))) => after,
            _ => at,
        };
        let (year, at) = self.closing_year(at)?;
        Some((date(year, month, day)?, at))
    }

    /// `08/12/16`, `8.12.2016`, `8. 12. 2016`, `12/13/2016`.
    fn figures(&self, at: usize) -> Option<(Date, usize)> {
        let ((first, width), (second, other_width)) = (self.number(at)?, self.number(at + 2)?);
        let separator = self.mark(at + 1).filter(|m| matches!(m, '/' | '.' | '-' | '·'))?;
        let touching = |at: usize| self.glued(at) || separator == '.';
        let whole = self.mark(at + 3) == Some(separator)
            && self.glued(at + 1)
            && self.glued(at + 3)
            && touching(at + 2)
            && touching(at + 4);
        if !whole || width > 2 || other_width > 2 || self.is_inside_figures(at, at + 4, separator) {
            return None;
        }
        let (value, digits) = self.number(at + 4)?;
        if digits == 2 && !self.certain && (separator == '-' || width != 2 || other_width != 2) {
            return None;
        }
        let year = self.year(value, digits)?;
        let (day, month) = if second > 12 || (self.reading.month_first && first <= 12) {
            (second, first)
        } else {
            (first, second)
        };
        let day = date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
        Some((day, at + 5))
    }

    /// `8/12 2016`, as Danes and Swedes write it.
    fn parted_figures(&self, at: usize) -> Option<(Date, usize)> {
        let (day, month) = (self.day_figure(at)?.0, self.month_figure(at + 2)?.0);
        let parted = self.mark(at + 1) == Some('/') && self.glued(at + 1) && self.glued(at + 2);
        let (value, _) = self.number(at + 3).filter(|(_, digits)| *digits == 4)?;
        let begins = !self.glued(at) || at == 0;
        let whole = parted && !self.glued(at + 3) && begins && !self.glued(at + 4);
        let year = self.year(value, 4).filter(|year| *year >= EARLIEST)?;
        Some((date(year, month, day)?, at + 4)).filter(|_| whole)
    }

    /// Says whether the figures go on to either side, as in a version or an address (`1.2.16.4`).
    fn is_inside_figures(&self, first: usize, last: usize, separator: char) -> bool {
        let before = first.checked_sub(1).is_some_and(|at| {
            self.glued(first) && self.mark(at).is_some_and(|m| m == separator) && self.glued(at)
        });
        let after = self.mark(last + 1) == Some(separator)
            && self.glued(last + 1)
            && self.glued(last + 2)
            && self.number(last + 2).is_some();
        before || after
    }

    /// Steps over the letters that say from when a year is counted.
    fn past_era(&self, at: usize) -> usize {
        let Some(first) = self.word(at).filter(|word| word.starts_with(is_thai)) else { return at };
        if let Some(second) = self.word(at + 2)
            && ERAS.contains(&(first, second))
        {
            return self.past_mark(at + 3, &['.']);
        }
        at
    }

    fn closing_year(&self, at: usize) -> Option<(i16, usize)> {
        let at = self.past_era(at);
        let (at, shortened) = match self.mark(at) {
            Some('\'' | '’' | '‘') => (at + 1, true),
            _ => (at, false),
        };
        let (value, digits) = self.number(at)?;
        let dashed = at.checked_sub(1).is_some_and(|before| matches!(self.mark(before), Some('-' | '/')));
        let is_hour = matches!(self.mark(at + 1), Some(':')) && self.glued(at + 1);
        if digits == 2 && (is_hour || !(self.certain || shortened || dashed)) {
            return None;
        }
        Some((self.year(value, digits)?, at + 1))
    }

    /// Reads a year. Two figures mean 1970 to 2069, but no day later than the newest allowed.
    fn year(&self, value: u32, digits: usize) -> Option<i16> {
        let value = i16::try_from(value).ok()?;
        match digits {
            4 if BUDDHIST.contains(&value) => Some(value - AHEAD),
            4 => (1000..=2199).contains(&value).then_some(value),
            2 => {
                let full = if value >= 70 { 1900 + value } else { 2000 + value };
                let newest = self.reading.newest.map_or(2069, Date::year);
                Some(if full > newest { full - 100 } else { full })
            }
            _ => None,
        }
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}
