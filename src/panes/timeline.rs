//! Owns the timeline: the articles of a list as bars by year, month or day, the stretch of time the
//! reader chose, and the query for it. It refuses to count articles and to run the query.

mod bars;
#[cfg(test)]
mod tests;
mod view;

use jiff::civil::Date;

use super::paint;
use crate::library::days::Days;
use crate::words::Words;
use bars::Bar;
pub use bars::Step;

/// Articles over time.
#[derive(Debug)]
pub struct Timeline {
    days: Days,
    step: Step,
    /// The newest first.
    bars: Vec<Bar>,
    /// The bar the selection ends on, and the one where it began.
    chosen: usize,
    began: usize,
    /// The day of the article selected in the list.
    here: Option<Date>,
    height: u16,
    width: u16,
}

impl Timeline {
    /// Shows days in steps that suit how long they reach; the bar with the day `here` is selected.
    pub fn new(days: Days, here: Option<Date>) -> Self {
        let step = Step::fitting(&days);
        let mut pane = Self { days, step, bars: Vec::new(), chosen: 0, began: 0, here, height: 0, width: 0 };
        pane.fill(here);
        pane
    }

    fn fill(&mut self, at: Option<Date>) {
        self.bars = bars::of(&self.days, self.step);
        let holds = |bar: &Bar| at.is_some_and(|day| (bar.first..=bar.last).contains(&day));
        self.chosen = self.bars.iter().position(holds).unwrap_or(0);
        self.move_by(0);
    }

    /// Says whether no article gives a day.
    pub fn is_empty(&self) -> bool {
        self.bars.is_empty()
    }

    /// Takes the size of the screen.
    pub fn fit(&mut self, width: u16, height: u16) {
        (self.width, self.height) = (width, height);
    }

    /// Moves to another bar that holds something; one bar is selected then.
    pub fn move_by(&mut self, bars: isize) {
        self.extend_by(bars);
        self.began = self.chosen;
    }

    /// Moves the end of the stretch that is selected to a bar that holds something; its beginning stays.
    pub fn extend_by(&mut self, bars: isize) {
        let wanted = self.chosen.saturating_add_signed(bars).min(self.bars.len().saturating_sub(1));
        let ways = if bars < 0 {
            self.filled_before(wanted).or(self.filled_from(wanted))
        } else {
            self.filled_from(wanted).or(self.filled_before(wanted))
        };
        self.chosen = ways.unwrap_or(wanted);
    }

    /// The first bar from this one on that holds something.
    fn filled_from(&self, at: usize) -> Option<usize> {
        self.bars.iter().skip(at).position(|bar| bar.count > 0).map(|beyond| at + beyond)
    }

    /// The last bar up to this one that holds something.
    fn filled_before(&self, at: usize) -> Option<usize> {
        self.bars.iter().take(at + 1).rposition(|bar| bar.count > 0)
    }

    /// Goes over to longer steps of time, or to shorter ones; the selected bar is found again.
    pub fn turn(&mut self, longer: bool) {
        let Some(step) = self.step.next(longer, &self.days) else { return };
        let chosen = self.bars.get(self.chosen).map(|bar| (bar.first, bar.last));
        self.step = step;
        let within = |day: &Date| chosen.is_some_and(|(first, last)| (first..=last).contains(day));
        let newest = self.days.counts.keys().rev().find(|day| within(day)).copied();
        self.fill(self.here.filter(within).or(newest).or(chosen.map(|(first, _)| first)));
    }

    /// The bars of the stretch, the newest and the oldest.
    fn stretch(&self) -> Option<(&Bar, &Bar)> {
        let (one, other) = (self.chosen.min(self.began), self.chosen.max(self.began));
        Some((self.bars.get(one)?, self.bars.get(other)?))
    }

    /// Returns the conditions that show the articles of the stretch that is selected, as one types them.
    pub fn words(&self) -> Option<String> {
        let (newest, oldest) = self.stretch()?;
        if newest == oldest {
            return Some(format!("date:{}", self.step.typed(newest.first)));
        }
        let after = oldest.first.yesterday().ok().map(|day| format!("after:{day}"));
        let before = newest.last.tomorrow().ok().map(|day| format!("before:{day}"));
        Some(after.into_iter().chain(before).collect::<Vec<_>>().join(" "))
    }

    /// Says which stretch is selected, how many articles it has, and how many have no day. With little room the
    /// last is left out, and the count stands without a word.
    fn summary(&self, words: &Words, room: u16) -> String {
        let Some((newest, oldest)) = self.stretch() else { return String::new() };
        let from = self.chosen.min(self.began);
        let stretch = self.bars.iter().skip(from).take(self.chosen.abs_diff(self.began) + 1);
        let count: usize = stretch.map(|bar| bar.count).sum();
        let name = |bar: &Bar| self.step.label(bar.first, words);
        let stretch = if newest == oldest {
            name(newest)
        } else {
            format!("{} {} {}", name(oldest), if words.is_ascii() { "-" } else { "–" }, name(newest))
        };
        let line = |parts: &[&str]| parts.join(words.point());
        let (counted, number) = (words.count("articles", count), words.number(count));
        let undated = (self.days.undated > 0).then(|| words.count("undated", self.days.undated));
        let whole = undated.map(|undated| line(&[&stretch, &counted, &undated]));
        let ways = [line(&[&stretch, &counted]), line(&[&stretch, &number])];
        paint::first_fitting(whole.into_iter().chain(ways), room).unwrap_or(stretch)
    }
}
