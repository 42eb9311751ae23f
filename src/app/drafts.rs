//! Owns notes while they are being written: what was typed is put by as soon as the reader pauses, and is
//! there again if newsprint was ended before the note was kept. It refuses to take a draft for a mark.

use super::effect::Effect;
use super::{App, Overlay};
use crate::article::ArticleId;
use crate::marks::{Change, Quote, What, line};

/// How long no key is pressed before what was typed is put by, in milliseconds.
const PAUSE: u64 = 2_000;
/// The most drafts that are put by; of more, those written last.
const MOST: usize = 50;

/// Notes that were being written, each as the change it would be; the newest last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts(Vec<Change>);

impl Drafts {
    /// Reads what was written; what cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let mut drafts = Self::default();
        for said in text.lines().filter_map(line::read) {
            let (article, what, stamp) = (said.article, said.what, said.stamp);
            drafts.keep(&Change { article, what, stamp, path: None, part: None });
        }
        drafts
    }

    /// Writes them, in lines as the journal has them.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.0.iter().for_each(|change| line::write(change, &mut text));
        text
    }

    /// Takes a draft in place of another of the same note; one without words is none. Says whether that
    /// changes anything.
    pub fn keep(&mut self, draft: &Change) -> bool {
        let Some((quote, text)) = note(&draft.what) else { return false };
        let before = self.0.len();
        self.0.retain(|known| !is_of(known, draft.article, quote));
        if !text.is_empty() {
            self.0.push(draft.clone());
        }
        self.0.drain(..self.0.len().saturating_sub(MOST));
        !text.is_empty() || self.0.len() < before
    }

    /// Returns what was written of a note.
    pub fn of(&self, article: ArticleId, quote: Option<&Quote>) -> Option<&str> {
        let draft = self.0.iter().find(|draft| is_of(draft, article, quote))?;
        note(&draft.what).map(|(_, text)| text)
    }
}

/// The words a note is about, if not the whole article, and what it says.
fn note(what: &What) -> Option<(Option<&Quote>, &str)> {
    match what {
        What::Note(text) => Some((None, text)),
        What::Highlight(quote, text) => Some((Some(quote), text.as_deref().unwrap_or_default())),
        _ => None,
    }
}

fn is_of(draft: &Change, article: ArticleId, quote: Option<&Quote>) -> bool {
    draft.article == article && note(&draft.what).is_some_and(|(about, _)| about == quote)
}

impl App {
    /// Takes up the notes that were being written when newsprint was ended.
    pub fn recall_drafts(&mut self, drafts: Drafts) {
        self.way.drafts = drafts;
    }

    /// A key changed the note that is being written.
    pub(super) fn note_typed(&mut self) {
        if let Some(Overlay::Note(draft)) = &mut self.overlay {
            draft.due = Some(self.now.saturating_add(PAUSE));
        }
    }

    /// Returns when the note that is being written is to be put by, in milliseconds since 1970.
    pub(super) fn draft_due(&self) -> Option<u64> {
        match &self.overlay {
            Some(Overlay::Note(draft)) => draft.due,
            _ => None,
        }
    }

    /// Puts the note by that is being written, once the reader paused.
    pub(super) fn drafted(&mut self) -> Vec<Effect> {
        let is_due = self.draft_due().is_some_and(|due| due <= self.now);
        match &mut self.overlay {
            Some(Overlay::Note(draft)) if is_due => {
                draft.due = None;
                let (id, what) = (draft.id, draft.what());
                self.put_by(id, what)
            }
            _ => Vec::new(),
        }
    }

    /// Forgets what was put by of a note that is done with.
    pub(super) fn forget_draft(&mut self, id: ArticleId, quote: Option<Quote>) -> Vec<Effect> {
        let nothing = match quote {
            Some(quote) => What::Highlight(Box::new(quote), None),
            None => What::Note(String::new()),
        };
        self.put_by(id, nothing)
    }

    fn put_by(&mut self, article: ArticleId, what: What) -> Vec<Effect> {
        let draft = Change { article, what, stamp: self.now, path: None, part: None };
        if self.way.drafts.keep(&draft) { vec![Effect::PutBy(Box::new(draft))] } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(number: u64, what: What) -> Change {
        Change { article: ArticleId::from_number(number), what, stamp: number, path: None, part: None }
    }

    #[test]
    fn what_is_written_is_read_again_and_an_empty_draft_is_none() {
        let quote = Quote { exact: "a lamp".to_owned(), before: "of ".to_owned(), after: "|".to_owned() };
        let mut drafts = Drafts::default();
        assert!(drafts.keep(&draft(1, What::Note("ask\nAda".to_owned()))));
        assert!(drafts.keep(&draft(1, What::Highlight(Box::new(quote.clone()), Some("why".to_owned())))));
        assert!(!drafts.keep(&draft(1, What::Starred(true))), "that is no note");
        assert_eq!(Drafts::parse(&format!("torn lin\n{}2026-0", drafts.text())), drafts);
        let id = ArticleId::from_number(1);
        assert_eq!((drafts.of(id, None), drafts.of(id, Some(&quote))), (Some("ask\nAda"), Some("why")));
        assert!(drafts.keep(&draft(1, What::Note(String::new()))));
        assert!(!drafts.keep(&draft(1, What::Note(String::new()))), "it is gone already");
        assert_eq!((drafts.of(id, None), drafts.of(id, Some(&quote))), (None, Some("why")));
    }

    #[test]
    fn only_so_many_drafts_are_put_by() {
        let mut drafts = Drafts::default();
        for number in 1..=2 * MOST as u64 {
            drafts.keep(&draft(number, What::Note("draft".to_owned())));
        }
        assert_eq!(drafts.text().lines().count(), MOST);
        assert_eq!(drafts.of(ArticleId::from_number(1), None), None);
    }
}
