//! Owns what the timeline's keys do: a stretch of time becomes words in the search line, where it can be
//! seen, edited, kept and taken back. It refuses to count articles: the library does.

use super::effect::Effect;
use super::errand::Errand;
use super::looks::Look;
use super::{App, Overlay, Purpose, Typing};
use crate::library::days::Days;
use crate::panes::line::Line;
use crate::panes::timeline::Timeline;

/// The fields that say when an article appeared.
const DATES: [&str; 3] = ["date:", "before:", "after:"];

impl App {
    /// Asks on which days the articles of the list appeared.
    pub(super) fn show_timeline(&mut self) -> Vec<Effect> {
        vec![Effect::Ask(Errand::Days(self.headlines.request()))]
    }

    /// Takes the days.
    pub(super) fn list_days(&mut self, days: Days) -> Vec<Effect> {
        let row = self.headlines.selected_row();
        let here = row.and_then(|row| row.published).map(|published| published.at.day);
        let pane = Timeline::new(days, here);
        if pane.is_empty() {
            return self.tell("no-days");
        }
        self.look_at(Look::Timeline(pane));
        Vec::new()
    }

    fn timeline(&mut self) -> Option<&mut Timeline> {
        match &mut self.overlay {
            Some(Overlay::Look(look)) => match look.as_mut() {
                Look::Timeline(pane) => Some(pane),
                _ => None,
            },
            _ => None,
        }
    }

    /// Moves the end of the stretch that is selected.
    pub(super) fn extend_time(&mut self, bars: isize) -> Vec<Effect> {
        if let Some(pane) = self.timeline() {
            pane.extend_by(bars);
        }
        Vec::new()
    }

    /// Goes over to longer steps of time, or to shorter ones.
    pub(super) fn turn_time(&mut self, longer: bool) -> Vec<Effect> {
        if let Some(pane) = self.timeline() {
            pane.turn(longer);
        }
        Vec::new()
    }

    /// Shows the articles of the stretch that is selected, by the search line: Enter keeps it, Esc goes back
    /// to what was shown before.
    pub(super) fn narrow_time(&mut self) -> Vec<Effect> {
        let Some(narrower) = self.timeline().and_then(|pane| pane.words()) else { return Vec::new() };
        self.overlay = None;
        let mut effects = if self.is_reading() { self.leave_article() } else { Vec::new() };
        let before = self.headlines.words.clone();
        let words = format!("{} ", narrowed(&before, &narrower));
        let purpose = Purpose::Search { before, selected: self.headlines.selected() };
        self.typing = Some(Typing::new(Line::new(&words), purpose));
        effects.extend(self.search_again());
        effects
    }
}

/// Puts a stretch of time into a query. It replaces another stretch that stands there by itself, because it lies
/// within that.
fn narrowed(words: &str, narrower: &str) -> String {
    // In quotes, brackets and choices a word may be something else.
    let is_choice = words.split_whitespace().any(|word| word == "OR");
    let is_plain = !words.contains(['"', '(', ')']) && !is_choice;
    let is_date = |word: &&str| is_plain && DATES.iter().any(|field| word.starts_with(field));
    let kept = words.split_whitespace().filter(|word| !is_date(word));
    let before = if is_plain { kept.collect::<Vec<_>>().join(" ") } else { words.trim().to_owned() };
    if before.is_empty() {
        narrower.to_owned()
    } else if is_choice {
        format!("({before}) {narrower}")
    } else {
        format!("{before} {narrower}")
    }
}

#[cfg(test)]
mod tests {
    use super::narrowed;

    #[test]
    fn a_stretch_of_time_takes_the_place_of_the_one_it_lies_in() {
        assert_eq!(narrowed("", "date:2016-12"), "date:2016-12");
        assert_eq!(narrowed("lamp after:2015 is:unread", "date:2016-12"), "lamp is:unread date:2016-12");
        assert_eq!(narrowed("a OR date:2015", "date:2015-12"), "(a OR date:2015) date:2015-12");
        assert_eq!(narrowed("\"before:noon\"", "date:2016"), "\"before:noon\" date:2016");
    }
}
