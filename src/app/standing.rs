//! Owns how the library asks the marks: the one place where both are known. It refuses to change
//! either.

use crate::article::ArticleId;
use crate::library::fold::{fold, fold_values};
use crate::library::{OwnWords, Standing, Standings};
use crate::marks::{Mark, Marks};

impl Standings for Marks {
    fn of(&self, id: ArticleId) -> Standing {
        standing(&self.get(id))
    }

    fn touched(&self) -> Option<Vec<ArticleId>> {
        Some(self.articles().collect())
    }

    fn own_words(&self, id: ArticleId) -> Option<OwnWords> {
        self.has_words(id).then(|| own_words(&self.get(id)))
    }
}

/// Says what a query can ask of a mark.
pub fn standing(mark: &Mark) -> Standing {
    Standing {
        read: mark.read,
        starred: mark.starred,
        later: mark.later,
        hidden: mark.hidden,
        started: mark.place.is_some() && !mark.finished,
        finished: mark.finished,
        tagged: !mark.tags.is_empty(),
        noted: mark.note.is_some() || mark.highlights.iter().any(|lit| !lit.note.is_empty()),
        highlighted: !mark.highlights.is_empty(),
    }
}

/// Folds what the reader wrote, as the words of articles are.
pub fn own_words(mark: &Mark) -> OwnWords {
    let notes = mark.highlights.iter().map(|lit| lit.note.as_str()).filter(|note| !note.is_empty());
    let notes: Vec<String> = mark.note.as_deref().into_iter().chain(notes).map(fold).collect();
    OwnWords { tags: fold_values(mark.tags.iter().map(String::as_str)), notes: notes.join("|") }
}
