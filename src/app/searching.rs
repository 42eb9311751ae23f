//! Owns searches: of the library from the list, in the article from the article, as one types. It
//! refuses to lose the last good list over a mistake in a query.

use super::effect::Effect;
use super::{Answer, App, Purpose, Typing, list};
use crate::library::{Order, OrderBy, Query};
use crate::panes::line::Line;
use crate::panes::reader::Find;

impl App {
    /// Begins to search the library; what was searched before can be edited, and a letter takes its place.
    pub(super) fn start_search(&mut self) -> Vec<Effect> {
        let before = self.headlines.words.clone();
        let line = Line::selected(&before);
        // Counted anew for each search: articles and marks change.
        self.inventory.values.clear();
        let selected = self.headlines.selected();
        self.typing = Some(Typing::new(line, Purpose::Search { before, selected }));
        Vec::new()
    }

    /// Begins to look for words in the article.
    pub(super) fn start_find(&mut self) -> Vec<Effect> {
        if self.reader.open().is_none() {
            return Vec::new();
        }
        let purpose = Purpose::Find { top: self.reader.top() };
        self.typing = Some(Typing::new(Line::default(), purpose));
        Vec::new()
    }

    /// Searches again, for what is typed now, and offers what would complete it.
    pub(super) fn search_again(&mut self) -> Vec<Effect> {
        let mut effects = self.search_now();
        effects.extend(self.offer(super::completing::SHORTEST));
        effects
    }

    /// Searches for what is typed now.
    pub(super) fn search_now(&mut self) -> Vec<Effect> {
        let Some(typing) = &mut self.typing else { return Vec::new() };
        let words = typing.line.text().to_owned();
        match &typing.purpose {
            Purpose::Search { .. } => match Query::parse(&words) {
                Ok(query) => {
                    typing.wrong = None;
                    let ask = self.headlines.show(&words, query, false);
                    vec![list(ask)]
                }
                Err(error) => {
                    typing.wrong = Some(self.words.again(&error.to_string()));
                    Vec::new()
                }
            },
            Purpose::Tags { .. } | Purpose::Export { .. } => Vec::new(),
            Purpose::Find { top } => {
                let top = *top;
                self.find_words(&words, top);
                Vec::new()
            }
        }
    }

    /// Lights `words` in the article and shows the first match at or below line `top`.
    fn find_words(&mut self, words: &str, top: usize) {
        let Some(open) = self.reader.open() else { return };
        let from = open.column.lines.get(top).map_or(0, |line| line.start);
        if words.trim().is_empty() {
            self.reader.find = None;
            self.reader.go_to(top);
            return;
        }
        let find = Find::typed(words, &open.column.prose, from);
        let first = find.current().map(|m| m.start);
        self.reader.find = Some(find);
        match first {
            Some(first) => self.reader.reveal(first),
            None => {
                self.reader.go_to(top);
            }
        }
    }

    pub(super) fn step_match(&mut self, forward: bool) {
        let Some(find) = &mut self.reader.find else { return };
        find.step(forward);
        if let Some(at) = find.current().map(|m| m.start) {
            self.reader.reveal(at);
        }
    }

    /// Keeps the search and gives the keys back to the list or the article.
    pub(super) fn finish_typing(&mut self) -> Vec<Effect> {
        let Some(typing) = self.typing.take() else { return Vec::new() };
        match typing.purpose {
            Purpose::Search { .. } if typing.wrong.is_some() => {
                let shown = [
                    ("wrong", typing.wrong.unwrap_or_default().into()),
                    ("query", self.headlines.words.as_str().into()),
                ];
                self.say(self.words.with("still-showing", &shown))
            }
            Purpose::Search { .. } if !self.headlines.query().is_empty() && self.headlines.total() == 0 => {
                let [nothing, clear] = self.nothing_has();
                self.say(format!("{nothing} {clear}"))
            }
            Purpose::Search { .. } => Vec::new(),
            Purpose::Tags { .. } => self.tag_with(typing.line.text()),
            Purpose::Export { what } => self.export_to(typing.line.text(), what),
            Purpose::Find { .. } => {
                let missing = self.reader.find.as_ref().filter(|find| find.matches().is_empty());
                match missing.map(|find| find.words.clone()) {
                    Some(words) => {
                        self.reader.find = None;
                        self.offer_library(words)
                    }
                    None => Vec::new(),
                }
            }
        }
    }

    /// Says that the list is empty because of what is searched for, and what shows everything again.
    pub(super) fn nothing_has(&self) -> [String; 2] {
        let query = self.headlines.words.trim();
        let nothing = self.so_far(self.words.with("nothing-has", &[("query", query.into())]));
        [nothing, self.words.with("everything-by", &[("key", self.key_of("clear").into())])]
    }

    /// Says that words are not in the article, and offers to search all others for them.
    fn offer_library(&mut self, words: String) -> Vec<Effect> {
        let said = self.words.with("not-in-article", &[("words", words.as_str().into())]);
        let text = vec![said, self.words.say("search-all-instead").to_owned()];
        self.ask(text, Answer::Search(words));
        Vec::new()
    }

    /// Drops the search and goes back to what was there before.
    pub(super) fn cancel_typing(&mut self) -> Vec<Effect> {
        let Some(typing) = self.typing.take() else { return Vec::new() };
        match typing.purpose {
            Purpose::Search { before, selected } => {
                let query = Query::parse(&before).unwrap_or_default();
                self.headlines.select_later(selected);
                let ask = self.headlines.show(&before, query, true);
                vec![list(ask)]
            }
            Purpose::Tags { .. } | Purpose::Export { .. } => Vec::new(),
            Purpose::Find { top } => {
                self.reader.find = None;
                self.reader.go_to(top);
                Vec::new()
            }
        }
    }

    /// Goes to the next hit while typing.
    pub(super) fn typing_down(&mut self) -> Vec<Effect> {
        self.typing_step(true)
    }

    /// Goes to the previous hit while typing.
    pub(super) fn typing_up(&mut self) -> Vec<Effect> {
        self.typing_step(false)
    }

    fn typing_step(&mut self, forward: bool) -> Vec<Effect> {
        if self.has_offers() {
            return self.choose(forward);
        }
        match self.typing.as_ref().map(|typing| &typing.purpose) {
            Some(Purpose::Find { .. }) => {
                self.step_match(forward);
                return Vec::new();
            }
            Some(Purpose::Tags { .. } | Purpose::Export { .. }) => return Vec::new(),
            Some(Purpose::Search { .. }) | None => {}
        }
        let ask = self.headlines.move_by(if forward { 1 } else { -1 });
        self.moved(ask)
    }

    /// Ends a choice of headlines, if there is one; otherwise shows everything again and keeps the selection.
    pub(super) fn clear(&mut self) -> Vec<Effect> {
        if self.headlines.end_choice() {
            return Vec::new();
        }
        if self.headlines.words.is_empty() {
            return Vec::new();
        }
        self.reader.find = None;
        let ask = self.headlines.show("", Query::default(), true);
        vec![list(ask)]
    }

    pub(super) fn unread_only(&mut self) -> Vec<Effect> {
        self.toggle_word("is:unread")
    }

    pub(super) fn starred_only(&mut self) -> Vec<Effect> {
        self.toggle_word("is:starred")
    }

    /// Puts a word before the query, or takes it out again.
    fn toggle_word(&mut self, word: &str) -> Vec<Effect> {
        let mut words: Vec<&str> = self.headlines.words.split_whitespace().collect();
        let before = words.len();
        words.retain(|w| *w != word);
        if words.len() == before {
            words.insert(0, word);
        }
        let words = words.join(" ");
        let Ok(query) = Query::parse(&words) else { return Vec::new() };
        let ask = self.headlines.show(&words, query, true);
        vec![list(ask)]
    }

    pub(super) fn next_order(&mut self) -> Vec<Effect> {
        self.headlines.next_order();
        self.reordered()
    }

    pub(super) fn reverse_order(&mut self) -> Vec<Effect> {
        let Order { by, reversed } = self.headlines.order;
        self.headlines.order = Order { by, reversed: !reversed };
        self.reordered()
    }

    fn reordered(&mut self) -> Vec<Effect> {
        let Order { by, reversed } = self.headlines.order;
        let sorted = match by {
            OrderBy::Date => "sorted-by-date",
            OrderBy::Unread => "sorted-by-unread",
            OrderBy::Title => "sorted-by-title",
            OrderBy::Outlet => "sorted-by-outlet",
            OrderBy::Relevance => "sorted-by-relevance",
        };
        let turned = if reversed { self.words.say("order-turned") } else { "" };
        self.say(format!("{}{turned}", self.words.say(sorted)));
        vec![list(self.headlines.refresh()), self.keep_order()]
    }
}
