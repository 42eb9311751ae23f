//! Owns the first way through the files: every article is judged by the thread that read it, and what is
//! kept of it is taken in order. It refuses to say what is shown: that is known when all were read.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::super::cached::Ask;
use super::super::gather::{Stack, why_nothing};
use super::super::output::Stop;
use super::{Found, Keep, Sifted};
use crate::article::{Article, Text};
use crate::library::query::{Halves, Judge, Verdict};
use crate::library::slips::{self, Slip};
use crate::library::{Entry, OrderBy, Reading, Standings};
use crate::marks::Marks;
use crate::marks::journal::path_hint;

/// Articles on their way through.
pub(super) struct Sifting<'a, T> {
    pub(super) stack: Stack,
    pub(super) eye: Eye<'a, T>,
    pub(super) seen: Vec<Seen<T>>,
    pub(super) failures: Vec<(PathBuf, Text)>,
    /// What is left of the room for what is kept.
    pub(super) room: usize,
}

/// What looks at each article, on any thread.
pub(super) struct Eye<'a, T> {
    pub(super) ask: &'a Ask<'a>,
    judge: Judge<'a>,
    pub(super) keep: &'a Keep<'a, T>,
    pub(super) marks: &'a Marks,
}

/// An article that was read, before all are known.
pub(super) struct Seen<T> {
    pub(super) slip: Slip,
    /// What it ranks by, beside its day.
    pub(super) key: Option<String>,
    pub(super) verdict: Verdict,
    /// Whether it is the only one of its file.
    pub(super) alone: bool,
    /// Whether it may be one that was marked before its file was edited.
    pub(super) is_edit: bool,
    pub(super) kept: Option<T>,
}

/// What is taken of a file: its articles, and why there are none.
type Sheet<T> = (Vec<Seen<T>>, Option<Text>);

impl<'a, T: Send> Sifting<'a, T> {
    pub(super) fn new(
        stack: Stack,
        ask: &'a Ask<'a>,
        halves: &'a Halves,
        keep: &'a Keep<'a, T>,
        marks: &'a Marks,
    ) -> Self {
        let judge = halves.judge(ask.order.unwrap_or_default().by);
        let eye = Eye { ask, judge, keep, marks };
        Self { stack, eye, seen: Vec::new(), failures: Vec::new(), room: keep.room }
    }

    /// Reads every file, and says what is shown.
    pub(super) fn through_all(mut self) -> Result<Sifted<T>, Stop> {
        self.read(&self.stack.all())?;
        self.finish()
    }

    fn read(&mut self, files: &[u32]) -> Result<(), Stop> {
        let Self { stack, eye, seen, failures, room } = self;
        stack.each(files, &|file, reading| eye.sheet(file, &reading), &mut |file, (articles, why)| {
            let weigh = eye.keep.weigh;
            for mut one in articles {
                let weight = one.kept.as_ref().map_or(0, weigh);
                // A file of many articles costs most to read again.
                let spare = if one.alone { *room / 2 } else { *room };
                if weight > spare {
                    one.kept = None;
                } else {
                    *room -= weight;
                }
                seen.push(one);
            }
            failures.extend(why.map(|why| (stack.path(file).to_owned(), why)));
            Ok(())
        })?;
        failures.extend(stack.problems.drain(..).map(|problem| (problem.path, problem.what)));
        Ok(())
    }

    /// Takes in articles of which slips are known already, and reads the files that have none; says whether
    /// these gave no article, as was to be expected.
    pub(super) fn take_known(&mut self, slips: Vec<Slip>) -> Result<bool, Stop> {
        let mut held: HashMap<u32, usize> = HashMap::new();
        for slip in &slips {
            *held.entry(slip.file).or_default() += 1;
        }
        let unknown: Vec<u32> =
            self.stack.all().into_iter().filter(|file| !held.contains_key(file)).collect();
        self.read(&unknown)?;
        if !self.seen.is_empty() {
            return Ok(false);
        }
        self.seen.extend(slips.into_iter().map(|slip| {
            let alone = held.get(&slip.file) == Some(&1);
            let is_edit = alone && self.eye.is_edit(&slip, &self.stack);
            Seen { slip, key: None, verdict: Verdict::SHOWN, alone, is_edit, kept: None }
        }));
        Ok(true)
    }
}

impl<T> Eye<'_, T> {
    fn sheet(&self, file: u32, reading: &Reading) -> Sheet<T> {
        let articles = reading.articles.as_deref().unwrap_or_default();
        let alone = articles.len() == 1;
        let seen = (0..).zip(articles).map(|(item, article)| self.see(file, item, article, alone, reading));
        (seen.collect(), why_nothing(reading))
    }

    fn see(&self, file: u32, item: u32, article: &Article, alone: bool, reading: &Reading) -> Seen<T> {
        let slip = Slip::of(article, file, item, reading.modified);
        let by = self.ask.order.map_or(OrderBy::Date, |order| order.by);
        let key = slips::key(article, &reading.path, by);
        let verdict = self.verdict(article, &slip, reading, self.marks);
        let is_edit = alone && self.may_be_edit(&slip, || path_hint(&reading.path));
        let found = Found { id: slip.id, article, path: &reading.path, marked_as: slip.id };
        // What is made of one that is an edit may depend on what it was before.
        let wanted = verdict.is_shown() && !is_edit && self.keep.room > 0;
        let kept = wanted.then(|| (self.keep.make)(&found));
        Seen { slip, key, verdict, alone, is_edit, kept }
    }

    /// Judges an article by what the query asks for.
    fn verdict(&self, article: &Article, slip: &Slip, reading: &Reading, marks: &dyn Standings) -> Verdict {
        if self.ask.query.is_empty() {
            return Verdict::SHOWN;
        }
        let item = usize::try_from(slip.item).unwrap_or_default();
        self.judge.judge(&Entry::of(article, &reading.path, item, reading.modified), marks)
    }

    fn is_edit(&self, slip: &Slip, stack: &Stack) -> bool {
        self.may_be_edit(slip, || path_hint(stack.path(slip.file)))
    }

    fn may_be_edit(&self, slip: &Slip, path: impl Fn() -> String) -> bool {
        !self.marks.knows(slip.id) && self.marks.before_edit(slip.id, &path(), |_| false).is_some()
    }
}

impl<T: Send> Sifting<'_, T> {
    /// Judges the articles of these positions anew, by what the reader did with them.
    pub(super) fn judge_again(
        &mut self,
        places: &[usize],
        marks: &(dyn Standings + Sync),
    ) -> Result<(), Stop> {
        let Self { stack, eye, seen, .. } = self;
        let slips: Vec<(usize, Slip)> =
            places.iter().filter_map(|place| Some((*place, seen.get(*place)?.slip))).collect();
        let mut files: Vec<u32> = slips.iter().map(|(_, slip)| slip.file).collect();
        files.dedup();
        let mut of_file: HashMap<u32, Vec<(usize, Slip)>> = HashMap::new();
        for (place, slip) in slips {
            of_file.entry(slip.file).or_default().push((place, slip));
        }
        let work = |file: u32, reading: Reading| -> Vec<(usize, Verdict)> {
            let articles = reading.articles.as_deref().unwrap_or_default();
            let judged = of_file.get(&file).into_iter().flatten().filter_map(|(place, slip)| {
                let article = articles.get(usize::try_from(slip.item).ok()?)?;
                Some((*place, eye.verdict(article, slip, &reading, marks)))
            });
            judged.collect()
        };
        stack.each(&files, &work, &mut |_, judged| {
            for (place, verdict) in judged {
                if let Some(one) = seen.get_mut(place) {
                    one.verdict = verdict;
                }
            }
            Ok(())
        })
    }

    /// Returns the ids of all articles there are.
    pub(super) fn present(&self) -> HashSet<crate::article::ArticleId> {
        self.seen.iter().map(|one| one.slip.id).collect()
    }
}
