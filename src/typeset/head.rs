//! Owns the head of an article: kicker, headline, standfirst, the quiet line of names and dates,
//! the caption of its picture, the rule.

use super::Role;
use super::compositor::Compositor;
use super::margins::Inset;
use super::passage::{Hold, Ink, Passage};
use crate::article::{Published, Text};

impl Compositor<'_> {
    /// Sets everything above the body.
    pub(super) fn head(&mut self) {
        let article = self.article;
        self.one(article.kicker.as_ref(), Role::Kicker);
        self.one(article.headline.as_ref(), Role::Headline);
        self.gap(Inset::default());
        self.one(article.standfirst.as_ref(), Role::Standfirst);
        self.gap(Inset::default());
        self.meta();
        self.lead_caption();
        if !self.column.lines.is_empty() {
            let dash = if self.setting.ascii { "-" } else { "─" };
            self.set_own(dash.repeat(self.width), Role::Rule, Inset::default());
        }
        self.gap(Inset::default());
    }

    fn one(&mut self, words: Option<&Text>, role: Role) {
        let Some(words) = words else { return };
        let mut passage = self.passage();
        self.words(&mut passage, words, Ink::of(role));
        self.set_whole(passage, Inset::default());
    }

    /// Sets who and when on one line or, where they do not fit together, on one each.
    fn meta(&mut self) {
        let (who, when) = (self.who(), self.when());
        let (mut passage, ink) = (Passage::default(), Ink::of(Role::Meta));
        let point = self.language.point();
        let whole = who.iter().chain(&when).map(String::as_str).collect::<Vec<_>>().join(point);
        self.items(&mut passage, &who, ink, self.width);
        if !passage.is_empty() && super::width::cells(&whole) > self.width {
            passage.add("\n", ink, Hold::Free);
        }
        self.items(&mut passage, &when, ink, self.width);
        self.set_whole(passage, Inset::default());
    }

    /// Adds items of newsprint's own, parted by points. A line ends between two items, and then the point
    /// between them is left out.
    pub(super) fn items(&self, passage: &mut Passage, items: &[String], ink: Ink, measure: usize) {
        let point = self.language.point();
        let mut taken = passage.cells(0..passage.text.len());
        for item in items {
            let cells = super::width::cells(item);
            let joined = taken + super::width::cells(point) + cells;
            if passage.is_empty() || passage.text.ends_with('\n') {
                taken = cells;
            } else if joined <= measure {
                passage.add(point, ink, Hold::Free);
                taken = joined;
            } else {
                passage.add("\n", ink, Hold::Free);
                taken = cells;
            }
            passage.add(item, ink, Hold::Whole);
        }
    }

    fn who(&self) -> Vec<String> {
        let names = joined(self.article.authors().map(Text::as_str));
        let outlet = self.article.outlet.as_ref().map(Text::to_string);
        [Some(names), outlet].into_iter().flatten().filter(|item| !item.trim().is_empty()).collect()
    }

    fn when(&self) -> Vec<String> {
        let (article, language) = (self.article, &self.language);
        let mut items = Vec::new();
        items.extend(article.published.map(|published| self.day(published)));
        let changed = article.updated.filter(|at| article.published.is_none_or(|p| p.at.day != at.day));
        items.extend(changed.map(|at| language.with("updated-on", &[("day", language.day(at.day).into())])));
        let foreign = article.language.filter(|own| own.tag() != language.locale().tag());
        items.extend(foreign.map(|own| own.name().to_owned()));
        let minutes = article.reading_minutes();
        items.extend((minutes > 0).then(|| language.time(minutes)));
        let sources = article.sources.len();
        items.extend((sources > 0).then(|| language.count("sources", sources)));
        items
    }

    fn day(&self, published: Published) -> String {
        let day = self.language.day(published.at.day);
        if published.from.is_guess() {
            self.language.with("day-guessed", &[("day", day.into())])
        } else {
            day
        }
    }
}

/// Joins names with the comma of their script.
pub fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for name in names {
        if !all.is_empty() {
            all.push_str(comma(&all));
        }
        all.push_str(name);
    }
    all
}

/// Returns what parts a name from the one before it: the comma that goes with its last letter.
pub(super) fn comma(before: &str) -> &'static str {
    match before.chars().last() {
        Some('\u{600}'..='\u{8ff}') => "، ",
        Some('\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}') => "、",
        _ => ", ",
    }
}
