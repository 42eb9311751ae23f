//! Owns the ways a time of day and its zone are written behind a date. It refuses to shift a time
//! from one zone to another.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::grammar::Line;

/// A time of day with the offset from UTC it names, if any.
pub(super) type Clock = (Time, Option<Offset>);

/// Words between a date and its time.
const LINKS: &[&str] = &[
    "at", "a", "um", "om", "kl", "klo", "o", "as", "alle", "ore", "las", "les", "la", "v", "в", "о", "t",
    "saat", "στις", "ob", "ora", "오전", "오후",
];

/// Zones by abbreviation, in minutes from UTC; only those that mean one thing.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("wet", 0),
    ("west", 60),
    ("bst", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("мск", 180),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("est", -300),
    ("edt", -240),
    ("et", -300),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("pt", -480),
];

impl Line<'_> {
    /// Reads the time that begins at token `at`, after the words and marks that lead up to it;
    /// returns it with the token after it.
    pub(super) fn time(&self, at: usize) -> Option<(Clock, usize)> {
        let at = self.past_time_links(at);
        let (hour, minute, second, at) = self.hands(at)?;
        let (hour, at) = self.half_of_day(hour, at)?;
        let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, second, 0).ok()?;
        let (offset, at) = self.zone(at).map_or((None, at), |(offset, after)| (Some(offset), after));
        Some(((time, offset), at))
    }

    fn past_time_links(&self, mut at: usize) -> usize {
        for _ in 0..3 {
            let linking = self.word(at).is_some_and(|w| LINKS.contains(&w))
                || self
                    .mark(at)
                    .is_some_and(|m| matches!(m, ',' | '-' | '–' | '—' | '|' | '·' | '•' | '@' | '.' | '،'));
            at += usize::from(linking);
        }
        at
    }

    /// `10:30`, `10:30:15.25`, `10h30`, `10.30`, `10h`, `10時30分`, `3 pm`, `10 Uhr`.
    fn hands(&self, at: usize) -> Option<(u32, u32, i8, usize)> {
        let (hour, width) = self.number(at)?;
        if width > 2 || hour > 24 {
            return None;
        }
        let parted = self.glued(at + 1)
            && (matches!(self.mark(at + 1), Some(':' | '.' | '時' | '时')) || self.word(at + 1) == Some("h"));
        if parted && let Some((minute @ 0..=59, 2)) = self.number(at + 2).filter(|_| self.glued(at + 2)) {
            let (second, after) = self.seconds(at + 3);
            return Some((hour % 24, minute, second, after));
        }
        let alone = matches!(self.word(at + 1), Some("h" | "uhr" | "am" | "pm"));
        alone.then_some((hour % 24, 0, 0, at + 1))
    }

    fn seconds(&self, at: usize) -> (i8, usize) {
        let at = if self.mark(at) == Some('分') { at + 1 } else { at };
        let second = self.number(at + 1).filter(|_| self.mark(at) == Some(':') && self.glued(at + 1));
        let Some((second @ 0..=60, 2)) = second else { return (0, at) };
        let fraction = matches!(self.mark(at + 2), Some('.' | ','))
            && self.glued(at + 3)
            && self.number(at + 3).is_some();
        (i8::try_from(second.min(59)).unwrap_or_default(), at + if fraction { 4 } else { 2 })
    }

    /// Applies `am`, `p.m.` and steps over `h`, `Uhr`, `hrs`. `None` for `13 pm`.
    fn half_of_day(&self, hour: u32, at: usize) -> Option<(u32, usize)> {
        let dotted = self.mark(at + 1) == Some('.') && self.word(at + 2) == Some("m");
        let after = if dotted { at + 3 + usize::from(self.mark(at + 3) == Some('.')) } else { at + 1 };
        match self.word(at) {
            Some("am" | "a") if dotted || self.word(at) == Some("am") => {
                (hour <= 12).then_some((hour % 12, after))
            }
            Some("pm" | "p") if dotted || self.word(at) == Some("pm") => {
                Some((if hour < 12 { hour + 12 } else { hour }, after))
            }
            Some("h" | "uhr" | "hrs" | "hours" | "uur" | "hs") => Some((hour, at + 1)),
            _ => Some((hour, at)),
        }
    }

    /// `Z`, `GMT`, `+0100`, `+01:00`, `UTC+1`, `(CET)`.
    fn zone(&self, at: usize) -> Option<(Offset, usize)> {
        let at = at + usize::from(self.mark(at) == Some('('));
        let named =
            self.word(at).and_then(|word| ZONES.iter().find(|(name, _)| *name == word)).map(|(_, m)| *m);
        if let Some((offset, after)) = self.signed(at + usize::from(named.is_some())) {
            return Some((offset, self.past_closing(after)));
        }
        let offset = Offset::from_seconds(named? * 60).ok()?;
        Some((offset, self.past_closing(at + 1)))
    }

    fn past_closing(&self, at: usize) -> usize {
        at + usize::from(self.mark(at) == Some(')'))
    }

    fn signed(&self, at: usize) -> Option<(Offset, usize)> {
        let sign = match self.mark(at)? {
            '+' => 1,
            '-' | '−' => -1,
            _ => return None,
        };
        let (value, digits) = self.number(at + 1).filter(|_| self.glued(at + 1))?;
        let (minutes, after) = match digits {
            4 => (value / 100 * 60 + value % 100, at + 2),
            1 | 2 if self.mark(at + 2) == Some(':') && self.glued(at + 2) => {
                (value * 60 + self.number(at + 3)?.0.min(59), at + 4)
            }
            1 | 2 => (value * 60, at + 2),
            _ => return None,
        };
        let seconds = i32::try_from(minutes).ok().filter(|m| *m <= 15 * 60)? * 60 * sign;
        Some((Offset::from_seconds(seconds).ok()?, after))
    }
}
