//! Owns what follows the body: the sources, the links, the leftovers.

use super::Role;
use super::compositor::Compositor;
use super::head::comma;
use super::margins::Inset;
use super::passage::{Hold, Ink, Passage};
use crate::article::{Link, SafeUrl, Source, Target, Text};

impl Compositor<'_> {
    /// Sets everything below the body.
    pub(super) fn tail(&mut self) {
        self.column.body_end = self.column.lines.len();
        let article = self.article;
        if !article.sources.is_empty() {
            self.heading("sources-title");
            let targets = article.sources.iter().map(|source| Target::Source(source.number));
            let cells = self.label_cells(targets);
            article.sources.iter().for_each(|source| self.source(source, cells));
        }
        if !article.links.is_empty() {
            self.heading("links-title");
            let targets = article.links.iter().map(|link| Target::Link(link.number));
            let cells = self.label_cells(targets);
            article.links.iter().for_each(|link| self.link(link, cells));
        }
        self.leftovers();
    }

    fn heading(&mut self, key: &str) {
        self.gap(Inset::default());
        let mut passage = Passage::default();
        passage.add(self.language.say(key), Ink::of(Role::Crosshead), Hold::Free);
        self.set_whole(passage, Inset::default());
        self.gap(Inset::default());
    }

    /// Returns the cells the widest label takes, its space included.
    fn label_cells(&self, targets: impl Iterator<Item = Target>) -> usize {
        targets.map(|target| self.mark(target).len() + 1).max().unwrap_or(0)
    }

    fn entry(&mut self, target: Target, cells: usize) -> Inset {
        let label = format!("{:>1$} ", self.mark(target), cells.saturating_sub(1));
        self.labelled(Inset::default(), &label, cells, Role::LinkNumber)
    }

    /// Sets a source: its title, and below it who published it, where and when.
    fn source(&mut self, source: &Source, cells: usize) {
        self.column.sources.push(self.next_line());
        let target = Target::Source(source.number);
        let inset = self.entry(target, cells);
        let names =
            [source.title.as_ref(), Some(&source.raw), source.publisher.as_ref(), source.url.as_ref()];
        let title = names.into_iter().flatten().find(|name| !name.trim().is_empty());
        let ink = Ink { target: Some(target), ..Ink::of(Role::SourceTitle) };
        let mut passage = self.passage();
        self.words(&mut passage, title.map_or("", Text::as_str), ink);
        self.set_whole(passage, inset);
        let detail = self.source_detail(source, target, self.measure(inset));
        self.set_whole(detail, inset);
    }

    /// Publisher and place are the article's words; a source read whole has said them already.
    fn source_detail(&mut self, source: &Source, target: Target, measure: usize) -> Passage {
        let ink = Ink { target: Some(target), ..Ink::of(Role::SourceDetail) };
        let mut passage = self.passage();
        if source.title.is_some() {
            for part in [&source.publisher, &source.city] {
                let Some(part) = part.as_ref().filter(|part| !part.trim().is_empty()) else { continue };
                if !passage.is_empty() {
                    let comma = comma(passage.text.trim_end());
                    passage.mark(&mut self.column.prose, comma.trim_end(), ink);
                    // The comma of ideographs brings its own air.
                    self.words(&mut passage, &comma.replace(|c| c != ' ', ""), ink);
                }
                self.words(&mut passage, part, ink);
            }
        }
        let date = source.date.map(|date| self.language.day(date));
        let host = source.url.as_ref().map(|url| host(url));
        let items: Vec<String> = date.into_iter().chain(host).collect();
        self.items(&mut passage, &items, ink, measure);
        passage
    }

    /// Sets a link: its words, and the host it leads to, which cannot lie. The words stand in the body
    /// already, so these are newsprint's own.
    fn link(&mut self, link: &Link, cells: usize) {
        self.column.links.push(self.next_line());
        let target = Target::Link(link.number);
        let inset = self.entry(target, cells);
        let detail = Ink { target: Some(target), ..Ink::of(Role::SourceDetail) };
        let words = link.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut passage = Passage::default();
        if words.is_empty() || words == *link.url {
            passage.add(&link.url, detail, Hold::Free);
        } else {
            passage.add(&words, Ink { target: Some(target), ..Ink::of(Role::Link) }, Hold::Free);
            self.items(&mut passage, &[host(&link.url)], detail, self.measure(inset));
        }
        self.set_whole(passage, inset);
    }

    /// Folds the leftovers into one line, or sets them below it.
    fn leftovers(&mut self) {
        let article = self.article;
        if article.leftovers.is_empty() {
            return;
        }
        self.gap(Inset::default());
        let (closed, open) = if self.setting.ascii { ("+ ", "- ") } else { ("+ ", "– ") };
        let sign = if self.setting.leftovers { open } else { closed };
        let inset = self.labelled(Inset::default(), sign, 2, Role::Leftover);
        let count = article.leftovers.len();
        let ink = Ink::of(Role::Leftover);
        let mut passage = Passage::default();
        passage.add(&self.language.count("leftover-lines", count), ink, Hold::Free);
        self.column.leftovers = Some(self.next_line());
        self.set_whole(passage, inset);
        if !self.setting.leftovers {
            return;
        }
        for leftover in &article.leftovers {
            let mut passage = self.passage();
            self.words(&mut passage, leftover, ink);
            self.set_whole(passage, inset);
        }
    }
}

/// Returns the host of a web address in ASCII, or the address itself when it is none.
fn host(url: &str) -> String {
    SafeUrl::new(url).map_or_else(|| url.to_owned(), |safe| safe.host().to_owned())
}
