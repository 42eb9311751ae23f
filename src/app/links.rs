//! Owns what a reader does with the links of the open article: step through them, see where they lead
//! before following, follow them. It refuses to follow one without having shown where it leads.

use super::App;
use super::effect::Effect;
use super::message::Hyperlink;
use crate::article::{SafeUrl, Target};
use crate::typeset::{Numbers, shown_number};

impl App {
    /// Lights the next link.
    pub(super) fn next_link(&mut self) -> Vec<Effect> {
        self.step_link(true)
    }

    /// Lights the previous link.
    pub(super) fn previous_link(&mut self) -> Vec<Effect> {
        self.step_link(false)
    }

    fn step_link(&mut self, forward: bool) -> Vec<Effect> {
        match self.reader.step_link(forward) {
            Some(_) => self.moved_on(),
            None => self.tell(if forward { "no-link-below" } else { "no-link-above" }),
        }
    }

    /// Follows a target: a note is gone to, anything else is asked about with its whole address.
    pub(super) fn follow_target(&mut self, target: Target) -> Vec<Effect> {
        let Target::Note(number) = target else { return self.ask_target(target) };
        let notes = self.reader.open().map(|open| open.column.notes.as_slice()).unwrap_or_default();
        let line = notes.iter().find(|(note, _)| *note == number).map(|(_, line)| *line);
        self.leave();
        line.map(|line| self.reader.go_to(line));
        self.moved_on()
    }

    /// Returns the links of the article being read that stand on the screen with nothing over them.
    pub fn hyperlinks(&self) -> Vec<Hyperlink> {
        let Some(open) = self.reader.open().filter(|_| self.is_reading() && self.overlay.is_none()) else {
            return Vec::new();
        };
        let article = &open.article;
        let url = |target| match target {
            Target::Link(number) => article.link(number).map(|link| &link.url),
            Target::Source(number) => article.source(number).and_then(|source| source.url.as_ref()),
            Target::Note(_) | Target::Picture(_) => None,
        };
        let (shown, numbers) = (self.reader.targets().into_iter(), Numbers::of(article));
        shown
            .filter_map(|(column, row, cells, target)| {
                let url = SafeUrl::new(url(target)?)?;
                Some(Hyperlink { column, row, cells, number: numbers.shown(target), url })
            })
            .collect()
    }

    /// Says where the number typed leads, or else the lit link.
    pub(super) fn pointed_at(&self) -> Option<String> {
        let open = self.reader.open().filter(|_| self.is_reading())?;
        let target = match self.count {
            Some(number) => Numbers::of(&open.article).target(number),
            None => self.reader.lit()?,
        };
        self.where_to(target)
    }

    /// Says what a target is: its number, its host in ASCII, its whole address.
    fn where_to(&self, target: Target) -> Option<String> {
        let open = self.reader.open()?;
        let number = shown_number(&open.article, target);
        let place = match target {
            Target::Link(number) => {
                let link = open.article.link(number)?;
                self.address(&link.url)
            }
            Target::Source(number) => {
                let source = open.article.source(number)?;
                let title = source.title.as_ref().unwrap_or(&source.raw);
                match &source.url {
                    Some(url) => format!("{title}{}{}", self.words.point(), self.address(url)),
                    None => title.to_string(),
                }
            }
            Target::Picture(number) => {
                let pictures = open.article.pictured();
                let picture = pictures.iter().find(|picture| picture.number == number)?;
                match &picture.url {
                    Some(url) => self.address(url.as_str()),
                    None => picture.place.to_string(),
                }
            }
            Target::Note(number) => {
                let (_, line) = open.column.notes.iter().find(|(note, _)| *note == number)?;
                let spans = &open.column.lines.get(*line)?.spans;
                return Some(spans.iter().map(|span| span.text.as_str()).collect());
            }
        };
        Some(format!("[{number}] {place}"))
    }

    fn address(&self, url: &str) -> String {
        SafeUrl::new(url).map_or_else(
            || url.to_owned(),
            |safe| format!("{}{}{}", safe.host(), self.words.point(), safe.as_str()),
        )
    }
}
