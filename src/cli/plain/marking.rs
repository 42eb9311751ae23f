//! Owns marks in the linear mode: each is in the journal, and on the disk, before it is said to be
//! made. It refuses to know how a journal is written.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use super::desk::Desk;
use super::{Out, Stop};
use crate::app::deeds;
use crate::article::ArticleId;
use crate::cli::arguments::written;
use crate::cli::mark::{Wish, keep, now};
use crate::cli::output::{escaped, problem};
use crate::library::Row;
use crate::marks::journal::path_hint;
use crate::marks::{Change, Step, What};

impl Desk<'_> {
    /// Makes a change that can be taken back, and says so: numbers mean this now and that then, a headline does
    /// not.
    pub(super) fn keep(&mut self, row: &Row, what: &What, out: &mut Out) -> Result<(), Stop> {
        let wish = (row.id, what.clone(), Some(path_hint(&row.path)));
        let step = Step::new(&self.marks, "", [wish], now());
        if !self.is_saved(&step.done) {
            return Ok(());
        }
        self.take_in(&step.done);
        self.history.push(step);
        let deed = escaped(&deeds::told(&self.words, std::iter::once((row.id, what))));
        writeln!(out, "{}", self.done_to(deed, &row.headline))?;
        Ok(())
    }

    fn done_to(&self, deed: String, headline: &str) -> String {
        let headline = self.named(headline);
        self.words.with("deed-to-one", &[("deed", deed.into()), ("headline", headline.into())])
    }

    fn take_in(&mut self, changes: &[Change]) {
        self.marks.extend(changes);
        let ids: Vec<ArticleId> = changes.iter().map(|change| change.article).collect();
        self.stock.marks_changed(&ids, &self.marks);
    }

    /// Gives articles whose files were edited the marks they had before.
    pub(super) fn follow(&mut self, rows: &[Row]) {
        let mut alone: HashMap<&Path, bool> = HashMap::new();
        let mut wishes: Vec<Wish> = Vec::new();
        for row in rows {
            let hint = path_hint(&row.path);
            let Some(was) = self.marks.before_edit(row.id, &hint, |old| self.stock.has(old)) else {
                continue;
            };
            if *alone.entry(&row.path).or_insert_with(|| self.stock.is_alone_in(&row.path)) {
                wishes.push((row.id, What::Was(was), Some(hint)));
            }
        }
        if !wishes.is_empty() {
            let step = Step::new(&self.marks, "", wishes, now());
            // Unsaved, it is found out again by the next start.
            self.is_saved(&step.done);
            self.take_in(&step.done);
        }
    }

    /// Puts changes on the disk; says why if that fails, and the reading goes on without them.
    fn is_saved(&mut self, changes: &[Change]) -> bool {
        let kept = self.journal.as_mut().map_or(Ok(()), |journal| keep(journal, changes));
        if let Err(Stop::Failed(why)) = &kept {
            problem(why);
        }
        kept.is_ok()
    }

    /// Marks the article of this number, or the open one.
    pub(super) fn mark(&mut self, number: &str, what: &What, out: &mut Out) -> Result<(), Stop> {
        match self.meant(number) {
            Some(row) => self.keep(&row, what, out),
            None => self.say("plain-no-number", out),
        }
    }

    /// Stars the article of this number, or the open one; or takes the star away.
    pub(super) fn star(&mut self, number: &str, out: &mut Out) -> Result<(), Stop> {
        let starred = self.meant(number).is_some_and(|row| self.marks.get(row.id).starred);
        self.mark(number, &What::Starred(!starred), out)
    }

    /// Writes a note on the open article; without words, reads it out.
    pub(super) fn note(&mut self, text: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.meant("") else { return self.say("plain-open-first", out) };
        if !text.is_empty() {
            return self.keep(&row, &What::Note(written("note", text)), out);
        }
        match self.marks.get(row.id).note {
            Some(note) => writeln!(out, "{}", escaped(&note))?,
            None => self.say("plain-no-note", out)?,
        }
        Ok(())
    }

    /// Puts a tag on the open article, or takes it off.
    pub(super) fn tag(&mut self, name: &str, on: bool, out: &mut Out) -> Result<(), Stop> {
        match self.meant("") {
            Some(_) if name.is_empty() => self.say("plain-name-tag", out),
            Some(row) => self.keep(&row, &What::Tag(written("tag", name), on), out),
            None => self.say("plain-open-first", out),
        }
    }

    /// Reads out the tags of the open article: the reader's and its own.
    pub(super) fn tags(&mut self, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.meant("") else { return self.say("plain-open-first", out) };
        let mut tags: Vec<String> = self.marks.get(row.id).tags.iter().map(|tag| escaped(tag)).collect();
        for tag in self.article.iter().flat_map(|article| &article.tags).map(ToString::to_string) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.is_empty() {
            return self.say("plain-no-tags", out);
        }
        writeln!(out, "{}", tags.join(", "))?;
        Ok(())
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self, out: &mut Out) -> Result<(), Stop> {
        let (mut history, mut marks) = (self.history.clone(), self.marks.clone());
        let Some((_, changes)) = history.undo(&mut marks, now()) else {
            return self.say("nothing-to-take-back", out);
        };
        if !self.is_saved(&changes) {
            return Ok(());
        }
        self.history = history;
        self.take_in(&changes);
        let mut deed = escaped(&deeds::undone(&self.words, &changes));
        let mut ids: Vec<ArticleId> = changes.iter().map(|change| change.article).collect();
        ids.dedup();
        if let ([_], [row]) = (ids.as_slice(), self.stock.rows(&ids).as_slice()) {
            deed = self.done_to(deed, &row.headline);
        }
        writeln!(out, "{}", self.words.with("taken-back", &[("deed", deed.into())]))?;
        Ok(())
    }
}
