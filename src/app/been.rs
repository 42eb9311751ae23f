//! Owns where the reader has been: the way back and forward through articles, and to the one a source was
//! followed from. It refuses to load articles: it asks for them.

use super::effect::Effect;
use super::layout::Show;
use super::memory::Spot;
use super::{App, Reader, list};
use crate::article::ArticleId;

/// Places gone back to at most.
const LONGEST: usize = 100;

/// Where the reader has been.
#[derive(Debug, Default)]
pub(super) struct Been {
    past: Vec<Spot>,
    future: Vec<Spot>,
    /// The articles the reader came to by following sources and neighbours, each from the one before it.
    followed: Vec<ArticleId>,
}

impl Been {
    /// Takes an article off those that were followed, and says whether it was the last of them: then the next
    /// step back leads to the article it was followed from.
    pub(super) fn take_followed(&mut self, id: ArticleId) -> bool {
        if self.followed.last() != Some(&id) {
            self.followed.clear();
            return false;
        }
        self.followed.pop();
        // Steps within it lie between.
        let before = self.past.iter().rposition(|spot| spot.article != id);
        self.past.truncate(before.map_or(0, |at| at + 1));
        before.is_some()
    }

    /// The reader is back in the list: nothing was followed any more.
    pub(super) fn forget_followed(&mut self) {
        self.followed.clear();
    }
}

impl App {
    /// Returns where the reader is, if an article is being read.
    pub(super) fn here(&self) -> Option<Spot> {
        let (article, offset) = self.place_read()?;
        let headline = self.reader.open().and_then(|open| open.article.headline.as_ref());
        Some(Spot { article, offset, headline: headline.map(ToString::to_string).unwrap_or_default() })
    }

    /// Returns the article that is being read, and the byte of its prose at the top.
    pub(super) fn place_read(&self) -> Option<(ArticleId, usize)> {
        let open = self.reader.open().filter(|_| self.is_reading() && !self.attention.preview)?;
        Some((open.id, self.reader.place().0))
    }

    /// Notes where the reader is, before going elsewhere.
    pub(super) fn leave(&mut self) {
        let here = self.here();
        self.note(here);
    }

    fn note(&mut self, here: Option<Spot>) {
        let Some(here) = here else { return };
        self.way.been.future.clear();
        self.way.been.past.retain(|spot| *spot != here);
        self.way.been.past.push(here);
        if self.way.been.past.len() > LONGEST {
            self.way.been.past.remove(0);
        }
    }

    /// Goes somewhere else in the article; further than a screen is a jump that can be taken back.
    pub(super) fn jump_within(&mut self, go: impl FnOnce(&mut Reader)) {
        let (here, before) = (self.here(), self.reader.top());
        go(&mut self.reader);
        if self.reader.top().abs_diff(before) > self.reader.height() {
            self.note(here);
        }
    }

    /// Opens an article that the one being read leads to; the way back leads here.
    pub(super) fn follow_to(&mut self, id: ArticleId) -> Vec<Effect> {
        if self.here().is_some_and(|here| here.article != id) {
            self.leave();
            self.way.been.followed.push(id);
        }
        self.open_here(id)
    }

    /// Goes to a place and notes the one left.
    pub(super) fn jump(&mut self, spot: &Spot) -> Vec<Effect> {
        self.leave();
        self.go_to_spot(spot)
    }

    fn go_to_spot(&mut self, spot: &Spot) -> Vec<Effect> {
        if self.is_reading() && self.reader.shows(spot.article) {
            self.reader.go_to_offset(spot.offset);
            return self.moved_on();
        }
        self.open_article(spot.article, Some(spot.offset))
    }

    /// Opens an article, whether it is in the list or not, at byte `offset` of its prose or where it was left.
    pub(super) fn open_article(&mut self, id: ArticleId, offset: Option<usize>) -> Vec<Effect> {
        let mut effects = if self.is_reading() { self.keep_place() } else { Vec::new() };
        if self.layout.show == Show::Headlines {
            self.show(Show::Article);
        }
        self.coming.landing = offset;
        self.coming.opening = Some(id);
        self.headlines.select_later(Some(id));
        effects.push(list(self.headlines.refresh()));
        effects.push(self.load(id));
        effects
    }

    /// Goes back to where the reader was before.
    pub(super) fn history_back(&mut self) -> Vec<Effect> {
        let mut been = std::mem::take(&mut self.way.been);
        let found = self.next_spot(&mut been.past, &mut been.future);
        self.way.been = been;
        self.go_or_tell(found, "nothing-before")
    }

    /// Goes forward again.
    pub(super) fn history_forward(&mut self) -> Vec<Effect> {
        let mut been = std::mem::take(&mut self.way.been);
        let found = self.next_spot(&mut been.future, &mut been.past);
        self.way.been = been;
        self.go_or_tell(found, "nothing-after")
    }

    fn go_or_tell(&mut self, found: Option<Spot>, nothing: &str) -> Vec<Effect> {
        match found {
            Some(spot) => self.go_to_spot(&spot),
            None => self.tell(nothing),
        }
    }

    /// Takes places off `from` until one is not where the reader is, and puts where the reader is on `to`.
    fn next_spot(&self, from: &mut Vec<Spot>, to: &mut Vec<Spot>) -> Option<Spot> {
        let here = self.here();
        let found = std::iter::from_fn(|| from.pop()).find(|spot| Some(spot) != here.as_ref())?;
        to.extend(here);
        Some(found)
    }
}
