//! Owns marks in the linear mode: each is in the journal, and on the disk, before it is said to be
//! made. It refuses to know how a journal is written.

use std::io::Write;

use super::desk::Desk;
use super::{Out, Stop};
use crate::app::deeds;
use crate::cli::mark::{keep, now, wishes};
use crate::cli::output::{escaped, problem};
use crate::cli::select::Found;
use crate::marks::{Change, Step, What};

impl Desk<'_> {
    /// Makes a change that can be taken back, and says so.
    pub(super) fn keep(&mut self, found: &Found<'_>, what: &What, out: &mut Out) -> Result<(), Stop> {
        let step = Step::new(&self.marks, "", wishes(found, what.clone()), now());
        if !self.is_saved(&step.done) {
            return Ok(());
        }
        self.marks.extend(&step.done);
        self.history.push(step);
        writeln!(out, "{}", escaped(&deeds::told(&self.words, std::iter::once((found.id, what)))))?;
        Ok(())
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
            Some(found) => self.keep(&found, what, out),
            None => self.say("plain-no-number", out),
        }
    }

    /// Stars the article of this number, or the open one; or takes the star away.
    pub(super) fn star(&mut self, number: &str, out: &mut Out) -> Result<(), Stop> {
        let starred = self.meant(number).is_some_and(|found| found.mark(&self.marks).starred);
        self.mark(number, &What::Starred(!starred), out)
    }

    /// Writes a note on the open article; without words, reads it out.
    pub(super) fn note(&mut self, text: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(found) = self.meant("") else { return self.say("plain-open-first", out) };
        if !text.is_empty() {
            return self.keep(&found, &What::Note(escaped(text)), out);
        }
        match found.mark(&self.marks).note {
            Some(note) => writeln!(out, "{}", escaped(&note))?,
            None => self.say("plain-no-note", out)?,
        }
        Ok(())
    }

    /// Puts a tag on the open article, or takes it off.
    pub(super) fn tag(&mut self, name: &str, on: bool, out: &mut Out) -> Result<(), Stop> {
        match self.meant("") {
            Some(_) if name.is_empty() => self.say("plain-name-tag", out),
            Some(found) => self.keep(&found, &What::Tag(escaped(name), on), out),
            None => self.say("plain-open-first", out),
        }
    }

    /// Reads out the tags of the open article: the reader's and its own.
    pub(super) fn tags(&mut self, out: &mut Out) -> Result<(), Stop> {
        let Some(found) = self.meant("") else { return self.say("plain-open-first", out) };
        let mut tags: Vec<String> = found.mark(&self.marks).tags.iter().map(|tag| escaped(tag)).collect();
        for tag in found.article.tags.iter().map(ToString::to_string) {
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
        (self.history, self.marks) = (history, marks);
        let deed = escaped(&deeds::undone(&self.words, &changes));
        writeln!(out, "{}", self.words.with("taken-back", &[("deed", deed.into())]))?;
        Ok(())
    }
}
