//! Owns whether an article answers a query, and how well. It refuses to know about lists.

use super::{Field, Finder, Node, Query, Term, Words};
use crate::library::fold::Folded;
use crate::library::{Entry, OwnWords, Standings};

/// A query made ready for many articles.
#[derive(Debug)]
pub struct Matcher<'q> {
    root: Test<'q>,
}

#[derive(Debug)]
enum Test<'q> {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Words(Option<Field>, Finder<'q>),
    Term(&'q Term),
}

/// What is asked about: an article, what the reader did with it, and whether it stays although its
/// marks no longer fit.
struct Case<'a> {
    entry: &'a Entry,
    marks: &'a dyn Standings,
    kept: bool,
}

/// Worth of words in the headline, beside [`NAMED`] and one for each time in the text.
const HEADLINE: u32 = 1000;
/// Worth of words in byline, outlet, sources or tags.
const NAMED: u32 = 100;
/// Times beyond which words in the text add nothing: long articles are not better ones.
const TIMES: usize = 10;

impl Query {
    /// Makes the query ready for many articles.
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher { root: Test::of(&self.root) }
    }

    /// Says whether the query shows an article.
    pub fn shows(&self, entry: &Entry, marks: &dyn Standings) -> bool {
        self.matcher().shows(entry, marks, false)
    }
}

impl Matcher<'_> {
    /// Says whether the query shows an article; one that is `kept` fits every `is:`.
    pub fn shows(&self, entry: &Entry, marks: &dyn Standings, kept: bool) -> bool {
        self.root.holds(&Case { entry, marks, kept }, true)
    }

    /// Returns how well an article that is shown fits: any word in the headline before any in byline,
    /// sources or tags, and that before any number of times in the text.
    pub fn score(&self, entry: &Entry) -> u32 {
        self.root.score(&entry.folded)
    }
}

impl<'q> Test<'q> {
    fn of(node: &'q Node) -> Self {
        match node {
            Node::All(nodes) => Self::All(nodes.iter().map(Self::of).collect()),
            Node::Any(nodes) => Self::Any(nodes.iter().map(Self::of).collect()),
            Node::Not(node) => Self::Not(Box::new(Self::of(node))),
            Node::Term(Term::Words(Words { field, needle })) => Self::Words(*field, needle.finder()),
            Node::Term(term) => Self::Term(term),
        }
    }

    /// Says whether the test comes out as `wanted`. The denial is carried down to the leaves, so that
    /// a kept article fits `is:unread` and `-is:read` alike.
    fn holds(&self, case: &Case<'_>, wanted: bool) -> bool {
        match (self, wanted) {
            (Self::All(tests), true) | (Self::Any(tests), false) => {
                tests.iter().all(|t| t.holds(case, wanted))
            }
            (Self::All(tests), false) | (Self::Any(tests), true) => {
                tests.iter().any(|t| t.holds(case, wanted))
            }
            (Self::Not(test), _) => test.holds(case, !wanted),
            (Self::Words(field, finder), _) => case.finds(*field, finder) == wanted,
            (Self::Term(Term::Is(state)), _) => {
                case.kept || case.marks.of(case.entry.id).is(*state) == wanted
            }
            (Self::Term(term), _) => fits(term, case.entry) == wanted,
        }
    }

    fn score(&self, folded: &Folded) -> u32 {
        match self {
            Self::All(tests) | Self::Any(tests) => tests.iter().map(|t| t.score(folded)).sum(),
            Self::Words(field, finder) => words_score(*field, finder, folded),
            Self::Not(_) | Self::Term(_) => 0,
        }
    }
}

impl Case<'_> {
    /// Says whether words stand in the article, or among the reader's own about it.
    fn finds(&self, field: Option<Field>, finder: &Finder<'_>) -> bool {
        let own = || self.marks.own_words(self.entry.id);
        finds(field, finder, &self.entry.folded) || own().is_some_and(|own| own_has(field, finder, &own))
    }
}

/// Says whether words stand among the reader's own, in a field or in any.
pub(in crate::library) fn own_has(field: Option<Field>, finder: &Finder<'_>, own: &OwnWords) -> bool {
    own.have(field, &|text| finder.is_in(text))
}

/// Says whether words stand in a field, or in any.
pub(in crate::library) fn finds(field: Option<Field>, finder: &Finder<'_>, folded: &Folded) -> bool {
    let finds = |text: &str| finder.is_in(text);
    match field {
        Some(Field::Title) => finds(&folded.title),
        Some(Field::Author) => finds(&folded.author),
        Some(Field::Source) => finds(&folded.source),
        Some(Field::Tag) => finds(&folded.tag),
        Some(Field::Note) => false,
        Some(Field::Path) => finds(&folded.path),
        None => {
            let named = [&folded.title, &folded.source, &folded.author, &folded.tag, &folded.text];
            named.into_iter().any(|text| finds(text))
        }
    }
}

/// Returns what words are worth in an article.
pub(in crate::library) fn words_score(field: Option<Field>, finder: &Finder<'_>, folded: &Folded) -> u32 {
    let worth = |text: &str, worth: u32| if finder.is_in(text) { worth } else { 0 };
    if field.is_some() {
        return if field == Some(Field::Title) { worth(&folded.title, HEADLINE) } else { 0 };
    }
    let named = [&folded.source, &folded.author, &folded.tag].into_iter().any(|text| worth(text, 1) > 0);
    let times = finder.places(&folded.text).take(TIMES).count();
    worth(&folded.title, HEADLINE) + if named { NAMED } else { 0 } + u32::try_from(times).unwrap_or(0)
}

/// Dates are asked of the article alone: when its file was changed says nothing about it.
pub(in crate::library) fn fits(term: &Term, entry: &Entry) -> bool {
    let day = entry.row.published.map(|published| published.at.day);
    match term {
        Term::Folder(folder) => entry.path.starts_with(folder),
        Term::Language(language) => entry.row.language == Some(*language),
        Term::HasSources => entry.row.sources > 0,
        Term::Before(period) => day.is_some_and(|day| day < period.first),
        Term::After(period) => day.is_some_and(|day| day > period.last),
        Term::Within(period) => day.is_some_and(|day| period.first <= day && day <= period.last),
        Term::Words(_) | Term::Is(_) => false,
    }
}
