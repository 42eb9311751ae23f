//! Owns the head of an article: kicker, headline, standfirst, the quiet line of names and dates,
//! the caption of its picture, the rule.

use super::Role;
use super::compositor::Compositor;
use super::margins::Inset;
use super::passage::{Hold, Ink, Passage};
use super::wording::long_date;
use crate::article::Text;

impl Compositor<'_> {
    /// Sets everything above the body.
    pub(super) fn head(&mut self) {
        let article = self.article;
        self.one(article.kicker.as_ref(), Role::Kicker);
        self.one(article.headline.as_ref(), Role::Headline);
        self.one(article.standfirst.as_ref(), Role::Standfirst);
        self.gap(Inset::default());
        self.meta();
        self.caption();
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

    fn meta(&mut self) {
        let items = self.meta_items();
        let (mut passage, ink) = (Passage::default(), Ink::of(Role::Meta));
        for (index, item) in items.iter().enumerate() {
            if index + 1 == items.len() {
                passage.add(item, ink, Hold::Whole);
            } else {
                passage.add(&format!("{item} {}", self.point()), ink, Hold::Whole);
                passage.add(" ", ink, Hold::Free);
            }
        }
        self.set_whole(passage, Inset::default());
    }

    fn meta_items(&self) -> Vec<String> {
        let article = self.article;
        let mut items = Vec::new();
        if !article.byline.is_empty() {
            items.push(article.byline.iter().map(Text::as_str).collect::<Vec<_>>().join(", "));
        }
        items.extend(article.outlet.as_ref().map(Text::to_string));
        if let Some(published) = article.published {
            let guess = if published.from.is_guess() { "c. " } else { "" };
            items.push(format!("{guess}{}", long_date(published.at.day, article.language)));
        }
        let changed = article.updated.filter(|at| article.published.is_none_or(|p| p.at.day != at.day));
        items.extend(changed.map(|at| format!("updated {}", long_date(at.day, article.language))));
        items.extend(article.language.map(|language| language.name().to_owned()));
        let minutes = article.reading_minutes();
        if minutes > 0 {
            items.push(format!("{minutes} min"));
        }
        match article.sources.len() {
            0 => {}
            1 => items.push("1 source".to_owned()),
            count => items.push(format!("{count} sources")),
        }
        items
    }

    fn caption(&mut self) {
        let Some(caption) = &self.article.caption else { return };
        let ink = Ink::of(Role::Caption);
        let mut passage = self.passage();
        passage.add("[picture: ", ink, Hold::Free);
        self.words(&mut passage, caption, ink);
        passage.mark(&mut self.column.prose, "]", ink);
        self.set_whole(passage, Inset::default());
    }
}
