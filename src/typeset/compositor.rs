//! Owns the column while it is being set: the prose so far, the lines so far, the blank lines due.
//! It refuses to know what a block or a source is; the files beside it tell it what to set.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::bidi;
use super::breaks::Breaker;
use super::hyphens;
use super::justify;
use super::margins::{Inset, Margins, span};
use super::numbers::{Anchor, Numbers, anchor, note_mark};
use super::passage::{Hold, Ink, Passage};
use super::wrap::{Chosen, wrap};
use super::{Ambiguous, Bidi, Column, Line, Role, Setting, Span};
use crate::article::body::words;
use crate::article::letters::bare;
use crate::article::{Article, Figure, Inline, SafeUrl, Target, Text};
use crate::words::Words;

/// Sets one article.
#[derive(Debug)]
pub(super) struct Compositor<'a> {
    pub(super) article: &'a Article,
    pub(super) setting: Setting,
    /// Cells of a line, at least 1.
    pub(super) width: usize,
    pub(super) breaker: Breaker,
    pub(super) margins: Margins,
    pub(super) column: Column,
    /// Columns and rows of the pictures that are there, by place.
    pub(super) pictures: &'a BTreeMap<String, (u16, u16)>,
    /// What newsprint says of its own, in the reader's language.
    pub(super) language: Words,
    /// The caption of the leading picture, for the figure that has none of its own.
    pub(super) lead: Option<&'a Text>,
    /// The headline, as [`bare`] has it.
    pub(super) headline: String,
    /// What pictures were said to be, so that none is told twice.
    pub(super) pictured: HashSet<String>,
    /// The numbers of the pictures that can be looked at apart, by place.
    numbered: HashMap<&'a str, u32>,
    pub(super) numbers: Numbers,
    gap: Option<Inset>,
}

impl<'a> Compositor<'a> {
    pub(super) fn new(
        article: &'a Article,
        setting: Setting,
        pictures: &'a BTreeMap<String, (u16, u16)>,
    ) -> Self {
        let width = usize::from(setting.width.max(1));
        // What newsprint adds is ambiguous where it is not ASCII.
        let ascii = setting.ascii || setting.surface.ambiguous == Ambiguous::Wide;
        let setting = Setting { ascii, ..setting };
        Self {
            article,
            setting,
            width,
            breaker: Breaker::new(article.language),
            margins: Margins::new(width, setting.ascii),
            column: Column::default(),
            pictures,
            language: Words::new(setting.locale, setting.ascii),
            lead: None,
            headline: article.headline.as_deref().map(bare).unwrap_or_default(),
            pictured: HashSet::new(),
            numbered: article.pictured().iter().map(|p| (p.place.as_str(), p.number)).collect(),
            numbers: Numbers::of(article),
            gap: None,
        }
    }

    /// Returns the finished column: every line knows where it starts in the prose.
    pub(super) fn finish(mut self) -> Column {
        let bare = self.column.prose.trim_end_matches([' ', '\n']).len();
        self.column.prose.truncate(bare);
        let mut next = bare;
        for line in self.column.lines.iter_mut().rev() {
            // Beside a cell that is still going on, the next one may be further down the prose.
            next = line.spans.iter().find_map(|span| span.at).unwrap_or(next).min(next);
            line.start = next;
        }
        if self.setting.surface.bidi == Bidi::Visual {
            bidi::turn(&mut self.column, self.width);
        }
        self.column
    }

    /// Begins a passage on a line of its own in the prose.
    pub(super) fn passage(&mut self) -> Passage {
        if !self.column.prose.is_empty() && !self.column.prose.ends_with('\n') {
            self.column.prose.push('\n');
        }
        Passage::default()
    }

    /// Adds words of the article to a passage.
    pub(super) fn words(&mut self, passage: &mut Passage, words: &str, ink: Ink) {
        passage.words(&mut self.column.prose, words, ink);
    }

    /// Adds runs of the article to a passage, with the numbers of what they point at.
    pub(super) fn runs(&mut self, passage: &mut Passage, runs: &[Inline], role: Role) {
        for (index, run) in runs.iter().enumerate() {
            let Some(target) = run.target else {
                self.words(passage, &run.text, ink(run, role, Anchor::Words));
                continue;
            };
            let anchor = anchor(run);
            // The number of a note is raised: in brackets it would be that of a link.
            if matches!(target, Target::Note(_)) && anchor != Anchor::Words {
                let mark = self.mark(target);
                passage.mark(
                    &mut self.column.prose,
                    &mark,
                    Ink { target: run.target, ..Ink::of(Role::LinkNumber) },
                );
                continue;
            }
            let (ink, number) =
                (ink(run, role, anchor), Ink { target: run.target, ..Ink::of(Role::LinkNumber) });
            if anchor == Anchor::BareNumber {
                passage.add("[", number, Hold::Glued);
            }
            self.words(passage, &run.text, ink);
            if anchor == Anchor::BareNumber {
                passage.mark(&mut self.column.prose, "]", number);
            }
            let goes_on = runs.get(index + 1).is_some_and(|next| next.target == run.target);
            if anchor == Anchor::Words && !goes_on {
                let mark = self.mark(target);
                passage.mark(&mut self.column.prose, &mark, number);
                if let Some(host) = self.other_host(runs.get(..=index).unwrap_or_default(), target) {
                    let ink = Ink { target: run.target, ..Ink::of(Role::Callout) };
                    passage.mark(&mut self.column.prose, &format!(" ({host})"), ink);
                }
            }
        }
    }

    /// Returns the host a link leads to where its words, the last of `runs`, name another.
    fn other_host(&self, runs: &[Inline], target: Target) -> Option<String> {
        let url = match target {
            Target::Link(number) => self.article.link(number).map(|link| &link.url)?,
            Target::Source(number) => self.article.source(number)?.url.as_ref()?,
            Target::Note(_) | Target::Picture(_) => return None,
        };
        let own = runs.iter().rev().take_while(|run| run.target == Some(target)).count();
        let words = words(runs.get(runs.len() - own..)?);
        let url = SafeUrl::new(url)?;
        url.is_named_otherwise(&words).then(|| url.host().to_owned())
    }

    /// Returns what stands for a picture that can be looked at apart from the article.
    pub(super) fn view(&self, figure: &Figure) -> Option<Target> {
        self.numbered.get(figure.place.as_deref()?).copied().map(Target::Picture)
    }

    /// Returns the number of a target in its brackets, or raised for a note.
    pub(super) fn mark(&self, target: Target) -> String {
        match target {
            Target::Note(number) => note_mark(number, self.setting.ascii),
            target => format!("[{}]", self.numbers.shown(target)),
        }
    }

    /// Sets a passage of running text, hyphenated where the column is narrow.
    pub(super) fn set(&mut self, passage: Passage, inset: Inset) {
        let rules = hyphens::rules(self.article.language, self.measure(inset));
        self.set_by(passage, inset, rules, self.setting.justify);
    }

    /// Sets a passage that is not filled to the measure: it is too short, or nobody reads it through.
    pub(super) fn set_ragged(&mut self, passage: Passage, inset: Inset) {
        let rules = hyphens::rules(self.article.language, self.measure(inset));
        self.set_by(passage, inset, rules, false);
    }

    /// Sets a passage whose words stay whole, as far as they have room on a line.
    pub(super) fn set_whole(&mut self, passage: Passage, inset: Inset) {
        self.set_by(passage, inset, hyphens::last_resort(self.article.language), false);
    }

    fn set_by(&mut self, mut passage: Passage, inset: Inset, rules: Option<hyphens::Rules>, fill: bool) {
        let measure = self.measure(inset);
        passage.finish(&mut self.column.prose);
        passage.replace_misfits(measure);
        let rtl = is_rtl(&passage.text);
        for line in wrap(&passage, &self.breaker, measure, rules) {
            let spans = if fill { filled(&passage, &line, measure) } else { spans(&passage, &line) };
            self.line(inset, spans, rtl);
        }
    }

    /// Sets one line of newsprint's own, which must fit.
    pub(super) fn set_own(&mut self, text: String, role: Role, inset: Inset) {
        self.line(inset, vec![span(text, role)], false);
    }

    /// Returns the cells left for text beside the margins.
    pub(super) fn measure(&self, inset: Inset) -> usize {
        self.width.saturating_sub(self.margins.cells(inset)).max(1)
    }

    /// Asks for a blank line in front of the next line, if there is one; asking twice is asking once.
    pub(super) fn gap(&mut self, inset: Inset) {
        if !self.column.lines.is_empty() {
            self.gap = Some(inset);
        }
    }

    /// Returns the index the next line of text will have.
    pub(super) fn next_line(&self) -> usize {
        self.column.lines.len() + usize::from(self.gap.is_some())
    }

    /// Makes an indent with a label. Without room for it the label gets a line of its own.
    pub(super) fn labelled(&mut self, outer: Inset, label: &str, cells: usize, role: Role) -> Inset {
        if let Some(inset) = self.margins.indent(outer, cells, Some((label.to_owned(), role))) {
            return inset;
        }
        let mut passage = Passage::default();
        passage.add(label.trim(), Ink::of(role), Hold::Whole);
        self.set_whole(passage, outer);
        outer
    }

    /// Adds a line within its margins.
    pub(super) fn line(&mut self, inset: Inset, mut spans: Vec<Span>, rtl: bool) {
        if let Some(gap) = self.gap.take() {
            let blank = self.margins.blank(gap);
            self.push(blank, false);
        }
        let mut all = self.margins.line(inset);
        all.append(&mut spans);
        self.push(all, rtl);
    }

    /// Adds a line, without the spaces newsprint itself put at its end.
    fn push(&mut self, mut spans: Vec<Span>, rtl: bool) {
        while let Some(last) = spans.last_mut().filter(|span| span.at.is_none()) {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            spans.pop();
        }
        self.column.lines.push(Line { spans, start: 0, rtl });
    }
}

/// Returns the spans of a chosen line, its hyphen included.
pub(super) fn spans(passage: &Passage, line: &Chosen) -> Vec<Span> {
    let mut spans = passage.spans(line.range.clone());
    if line.hyphen
        && let Some(last) = spans.last()
    {
        let hyphen = Span { text: "-".to_owned(), at: None, ..last.clone() };
        spans.push(hyphen);
    }
    spans
}

/// Returns the spans of a chosen line with cells added, so that it ends at the measure.
fn filled(passage: &Passage, line: &Chosen, measure: usize) -> Vec<Span> {
    let (mut out, mut start) = (Vec::new(), line.range.start);
    for (at, cells) in justify::gaps(passage, line, measure) {
        out.extend(passage.spans(start..at));
        if let Some(last) = out.last() {
            let gap = Span { text: " ".repeat(cells), at: None, ..last.clone() };
            out.push(gap);
        }
        start = at;
    }
    out.extend(spans(passage, &Chosen { range: start..line.range.end, ..line.clone() }));
    out
}

/// Returns the ink of a run inside text of some role.
fn ink(run: &Inline, role: Role, anchor: Anchor) -> Ink {
    let role = match (run.target, anchor) {
        (Some(_), Anchor::Words) => Role::Link,
        (Some(_), _) => Role::LinkNumber,
        (None, _) if run.look.code => Role::Code,
        (None, _) => role,
    };
    Ink { role, look: run.look, target: run.target }
}

/// Says whether text runs from right to left: its first letter decides.
fn is_rtl(text: &str) -> bool {
    !text.is_ascii() && text.chars().find(|c| c.is_alphabetic()).is_some_and(bidi::is_rtl)
}
