//! Owns what can be counted of one's reading: by day, outlet and language, from the marks and the rows of
//! the articles they are about. Pure. It refuses to guess: what is an estimate is called one.
//!
//! An article was *opened* when a place in it was kept; it counts once, on the day it was left last. What was
//! marked as read and never opened is counted apart.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::article::ArticleId;
use crate::library::Row;
use crate::marks::Visit;

/// Words taken to be read in a minute.
pub const WORDS_A_MINUTE: usize = 230;

/// What was read on one day, or of one outlet or language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// Articles opened.
    pub opened: usize,
    /// Of these, articles read to their end.
    pub finished: usize,
    /// Minutes, in per mille: of each article its minutes, as far as one got.
    thousandths: usize,
}

/// Everything counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The last day that is counted: today.
    pub today: Date,
    /// By day.
    pub days: BTreeMap<Date, Amount>,
    /// In all.
    pub total: Amount,
    /// Articles marked as read that were never opened.
    pub ticked: usize,
    /// Articles opened that are not in the library any more: of them there are no minutes.
    pub missing: usize,
    /// By outlet, the most minutes first.
    pub outlets: Vec<(String, Amount)>,
    /// By language, likewise.
    pub languages: Vec<(String, Amount)>,
}

impl Amount {
    /// Returns the minutes, estimated from the length of each article and how far one got.
    pub fn minutes(&self) -> usize {
        self.thousandths.div_ceil(1000)
    }

    /// Returns the words, estimated from the minutes.
    pub fn words(&self) -> usize {
        self.minutes() * WORDS_A_MINUTE
    }

    fn add(&mut self, visit: &Visit, minutes: usize) {
        self.opened += 1;
        self.finished += usize::from(visit.finished);
        let reached = if visit.finished { 1000 } else { visit.reached.unwrap_or(0).min(1000) };
        self.thousandths += minutes * usize::from(reached);
    }
}

impl Tally {
    /// Counts visits; `rows` are those of their articles that the library still has.
    pub fn of(visits: &[Visit], rows: &[Row], zone: &TimeZone, now: u64) -> Self {
        let rows: HashMap<ArticleId, &Row> = rows.iter().map(|row| (row.id, row)).collect();
        let mut tally = Self { today: day(now, zone), ..Self::default() };
        let (mut outlets, mut languages) = (HashMap::new(), HashMap::new());
        for visit in visits {
            let Some(stamp) = visit.left else {
                tally.ticked += usize::from(visit.read);
                continue;
            };
            let row = rows.get(&visit.id);
            let minutes = row.map_or(0, |row| row.minutes);
            tally.missing += usize::from(row.is_none());
            tally.total.add(visit, minutes);
            tally.days.entry(day(stamp, zone)).or_default().add(visit, minutes);
            let named = |name: Option<String>, of: &mut HashMap<String, Amount>| {
                if let Some(name) = name {
                    of.entry(name).or_default().add(visit, minutes);
                }
            };
            named(row.and_then(|row| row.outlet.as_ref()).map(ToString::to_string), &mut outlets);
            named(row.and_then(|row| row.language).map(|l| l.tag().to_owned()), &mut languages);
        }
        (tally.outlets, tally.languages) = (ranked(outlets), ranked(languages));
        tally
    }

    /// Returns what was read in the month of today.
    pub fn month(&self) -> Amount {
        let days = self.days.range(self.today.first_of_month()..=self.today.last_of_month());
        days.fold(Amount::default(), |sum, (_, day)| Amount {
            opened: sum.opened + day.opened,
            finished: sum.finished + day.finished,
            thousandths: sum.thousandths + day.thousandths,
        })
    }

    /// Says whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.total.opened == 0 && self.ticked == 0
    }
}

/// Returns the day of a moment, in milliseconds since 1970.
fn day(stamp: u64, zone: &TimeZone) -> Date {
    let moment = i64::try_from(stamp).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    moment.unwrap_or(Timestamp::MAX).to_zoned(zone.clone()).date()
}

fn ranked(amounts: HashMap<String, Amount>) -> Vec<(String, Amount)> {
    let mut ranked: Vec<(String, Amount)> = amounts.into_iter().collect();
    ranked.sort_by(|(a, one), (b, other)| {
        let weight = |amount: &Amount| (amount.thousandths, amount.opened);
        weight(other).cmp(&weight(one)).then_with(|| a.cmp(b))
    });
    ranked
}
