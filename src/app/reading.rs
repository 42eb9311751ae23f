//! Owns reading the open article: what makes it count as read, the keys that are for its text, going back, and
//! where the reader is in it. It refuses to open one.

use super::App;
use super::dwell::Dwell;
use super::effect::Effect;
use super::layout::Show;
use super::resting::Rest;
use crate::article::{Article, ArticleId, Direction};
use crate::config::MarkRead;
use crate::marks::{Place, What};
use crate::typeset::Bidi;

/// What the reader gives the open article.
#[derive(Debug)]
pub(super) struct Attention {
    /// Whether it is only looked at from the list.
    pub(super) preview: bool,
    /// How long it has been looked at.
    pub(super) dwell: Dwell,
    /// Where the reader is in it.
    pub(super) rest: Option<Rest>,
    /// The open article, once the reader set it back to unread: then no scrolling marks it again.
    pub(super) spared: Option<ArticleId>,
}

impl Attention {
    /// Begins without an article; an article counts as read after this many seconds.
    pub(super) fn new(seconds: u16) -> Self {
        Self { preview: true, dwell: Dwell::new(seconds), rest: None, spared: None }
    }
}

impl App {
    /// The article on the screen is now being read.
    pub(super) fn begin_reading(&mut self) -> Vec<Effect> {
        self.attention.preview = false;
        let Some(id) = self.reader.open().map(|open| open.id) else { return Vec::new() };
        self.headlines.hold(id);
        self.tell_where_else(id);
        let mark = self.marks.get(id);
        self.attention.spared = (mark.kept_unread && self.reader.is_at_end()).then_some(id);
        self.turn_round();
        match self.settled.mark_read {
            MarkRead::Open if !self.attention.dwell.passing => {
                self.attention.dwell.end();
                self.read_now(id)
            }
            MarkRead::Open | MarkRead::Dwell => self.dwell_on(id),
            MarkRead::End => self.moved_on(),
            MarkRead::Never => Vec::new(),
        }
    }

    /// Tells the reader where the words of the search were found, if not in the text: in a byline, an outlet, a
    /// tag or a source. Nothing is lit then.
    fn tell_where_else(&mut self, id: ArticleId) {
        let context = self.headlines.row_of(id).and_then(|row| row.context.as_ref());
        let line = context.filter(|context| !context.lit.is_empty()).map(|context| context.text.clone());
        if let Some(line) = line.filter(|_| self.reader.find.is_none() && self.said.notice.is_none()) {
            self.say(self.words.with("hit-beside-text", &[("line", line.into())]));
        }
    }

    /// Tells the reader of an option if the article runs from right to left and nothing turns it round.
    fn turn_round(&mut self) {
        let open = self.reader.open();
        if !open.is_some_and(|open| is_rtl(&open.article)) {
            return;
        }
        match self.reader.surface.bidi {
            Bidi::Visual | Bidi::Terminal => {}
            Bidi::Off => drop(self.say(self.words.say("right-to-left").to_owned())),
        }
    }

    /// The reader moved in the article: marks it read, or waits for its end if that is wanted.
    pub(super) fn moved_on(&mut self) -> Vec<Effect> {
        let open = self.reader.open().map(|open| open.id);
        let Some(id) = open.filter(|id| self.is_looked_at(*id)) else { return Vec::new() };
        let counts = match self.settled.mark_read {
            MarkRead::Open | MarkRead::Dwell => true,
            MarkRead::End => self.reader.is_at_end(),
            MarkRead::Never => false,
        };
        if counts { self.read_now(id) } else { Vec::new() }
    }

    pub(super) fn read_now(&mut self, id: ArticleId) -> Vec<Effect> {
        if self.marks.get(id).read {
            return Vec::new();
        }
        let path = self.path(id);
        self.mark(vec![(id, What::Read(true), path)])
    }

    /// Puts out the matches of a search in the article; without any, goes back.
    pub(super) fn escape(&mut self) -> Vec<Effect> {
        if self.reader.unlight() || self.reader.find.take().is_some() { Vec::new() } else { self.back() }
    }

    /// Goes back to where the reader came from: the article that a source or a neighbour was followed from,
    /// else the headlines.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        match self.reader.open().map(|open| open.id) {
            Some(id) if self.is_reading() && self.way.been.take_followed(id) => self.history_back(),
            _ => self.leave_article(),
        }
    }

    /// Goes back to the headlines; the article beside them is the selected one again.
    pub(super) fn leave_article(&mut self) -> Vec<Effect> {
        if self.layout.show == Show::Zen {
            self.show(Show::Article);
        }
        let mut effects = self.keep_place();
        self.leave();
        self.way.been.forget_followed();
        self.coming.opening = None;
        self.reader.find = None;
        self.reader.passage = None;
        self.show(Show::Headlines);
        self.attention.preview = true;
        self.let_go_of_outdated();
        effects.extend(self.look());
        effects
    }

    /// Keeps where the reader is in the article, if the reader was reading it.
    pub(super) fn keep_place(&mut self) -> Vec<Effect> {
        let Some(id) = self.reader.open().map(|open| open.id) else { return Vec::new() };
        if self.attention.preview || !self.is_reading() {
            return Vec::new();
        }
        let (offset, reached) = self.reader.place();
        let place = Place { offset, reached };
        let mark = self.marks.get(id);
        let mut changes = Vec::new();
        if mark.place.unwrap_or_default() != place {
            changes.push((id, What::Place(place)));
        }
        if reached >= 1000 && !mark.finished {
            changes.push((id, What::Finished(true)));
        }
        if changes.is_empty() { Vec::new() } else { vec![self.keep(&changes)] }
    }

    /// Follows the link or source whose number was typed, or the lit one; else goes down a line.
    pub(super) fn follow(&mut self) -> Vec<Effect> {
        match (self.count, self.reader.lit()) {
            (Some(number), _) => self.ask_number(number),
            (None, Some(target)) => self.follow_target(target),
            (None, None) => self.down(),
        }
    }

    pub(super) fn toggle_leftovers(&mut self) -> Vec<Effect> {
        let none = self.reader.open().is_none_or(|open| open.article.leftovers.is_empty());
        if none {
            return self.tell("no-leftovers");
        }
        self.reader.leftovers = !self.reader.leftovers;
        self.reader.set_anew_if_stale();
        if self.reader.leftovers {
            let end = self.reader.open().map_or(0, |open| open.column.lines.len());
            self.reader.go_to(end);
        }
        Vec::new()
    }
}

/// Says whether an article runs from right to left.
fn is_rtl(article: &Article) -> bool {
    article.language.is_some_and(|language| language.direction() == Direction::Rtl)
}
