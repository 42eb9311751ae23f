//! Owns moving: the same keys in the list and in the article, with a count before them. It refuses
//! to mark by moving.

use super::effect::Effect;
use super::layout::Show;
use super::{App, list};

impl App {
    /// Takes a digit: part of a count, or of the number of a link.
    pub(super) fn digit(&mut self, digit: u32) -> Vec<Effect> {
        let number = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(99_999);
        if let Some(super::Overlay::Sources(panel)) = &mut self.overlay {
            let number = if panel.choose(number) { number } else { digit };
            panel.choose(number);
            self.count = Some(number).filter(|n| n.saturating_mul(10) <= panel.highest());
        } else {
            self.count = Some(number);
        }
        Vec::new()
    }

    fn times(&self, direction: isize) -> isize {
        let count = self.count.unwrap_or(1).max(1);
        direction.saturating_mul(isize::try_from(count).unwrap_or(1))
    }

    /// Moves the list by rows, or the article by lines.
    fn go(&mut self, direction: isize) -> Vec<Effect> {
        let by = self.times(direction);
        if self.is_reading() {
            self.reader.scroll(by);
            return self.moved_on();
        }
        let ask = self.headlines.move_by(by);
        self.moved(ask)
    }

    /// Asks for rows if need be, and for the article now selected.
    pub(super) fn moved(&mut self, ask: Option<(u64, crate::library::Request)>) -> Vec<Effect> {
        let mut effects: Vec<Effect> = ask.map(list).into_iter().collect();
        effects.extend(self.look());
        effects
    }

    pub(super) fn down(&mut self) -> Vec<Effect> {
        self.go(1)
    }

    pub(super) fn up(&mut self) -> Vec<Effect> {
        self.go(-1)
    }

    fn pages(&mut self, direction: isize) -> Vec<Effect> {
        let by = self.times(direction);
        if self.is_reading() {
            self.reader.turn_pages(by);
            return self.moved_on();
        }
        let ask = self.headlines.page_by(by);
        self.moved(ask)
    }

    pub(super) fn page_down(&mut self) -> Vec<Effect> {
        self.pages(1)
    }

    pub(super) fn page_up(&mut self) -> Vec<Effect> {
        self.pages(-1)
    }

    fn half(&mut self, direction: isize) -> Vec<Effect> {
        let by = self.times(direction);
        if self.is_reading() {
            self.reader.turn_half_pages(by);
            return self.moved_on();
        }
        let ask = self.headlines.move_by(by.saturating_mul(6));
        self.moved(ask)
    }

    pub(super) fn half_down(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.overlay_by(self.overlay_page().midpoint(1));
        }
        self.half(1)
    }

    pub(super) fn half_up(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.overlay_by(-self.overlay_page().midpoint(1));
        }
        self.half(-1)
    }

    /// Goes to the top, or to the row or line whose number was typed.
    pub(super) fn top(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.overlay_by(isize::MIN);
        }
        self.go_to_number(0)
    }

    /// Goes to the end, or to the row or line whose number was typed.
    pub(super) fn bottom(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.overlay_by(isize::MAX);
        }
        self.go_to_number(usize::MAX)
    }

    /// Goes to the row of the list or the line of the article whose number was typed, else to `other`.
    fn go_to_number(&mut self, other: usize) -> Vec<Effect> {
        let number = self.count.map(|n| usize::try_from(n).unwrap_or(usize::MAX).saturating_sub(1));
        let at = number.unwrap_or(other);
        if self.is_reading() {
            let before = self.reader.top();
            self.jump_within(|reader| {
                reader.go_to(at);
            });
            return if self.reader.top() > before { self.moved_on() } else { Vec::new() };
        }
        let ask = self.headlines.select(at);
        self.moved(ask)
    }

    /// Pages the article from wherever the keys are; at its end opens the next unread one.
    pub(super) fn read_on(&mut self) -> Vec<Effect> {
        if self.reader.open().is_none() || self.areas().article.width == 0 {
            return self.open_selected();
        }
        if self.reader.turn_pages(1) {
            return self.moved_on();
        }
        if self.is_reading() { self.open_unread(true) } else { self.seek_unread(true) }
    }

    pub(super) fn read_back(&mut self) -> Vec<Effect> {
        self.reader.turn_pages(-1);
        Vec::new()
    }

    pub(super) fn next(&mut self) -> Vec<Effect> {
        self.step(true)
    }

    pub(super) fn previous(&mut self) -> Vec<Effect> {
        self.step(false)
    }

    /// The next match in the article while something is looked for there, else the next unread article.
    fn step(&mut self, forward: bool) -> Vec<Effect> {
        if !self.is_reading() {
            return self.seek_unread(forward);
        }
        if self.reader.find.is_none() {
            return self.open_unread(forward);
        }
        self.step_match(forward);
        Vec::new()
    }

    fn seek_unread(&mut self, forward: bool) -> Vec<Effect> {
        let marks = &self.marks;
        match self.headlines.seek(forward, &|row| !marks.get(row.id).read) {
            Some(position) => {
                let ask = self.headlines.select(position);
                self.moved(ask)
            }
            None if forward => self.tell("no-unread-below"),
            None => self.tell("no-unread-above"),
        }
    }

    fn open_unread(&mut self, forward: bool) -> Vec<Effect> {
        let before = self.headlines.position();
        let effects = self.seek_unread(forward);
        if self.headlines.position() == before { effects } else { self.pass_to_selected() }
    }

    pub(super) fn next_article(&mut self) -> Vec<Effect> {
        self.open_beside(1)
    }

    pub(super) fn previous_article(&mut self) -> Vec<Effect> {
        self.open_beside(-1)
    }

    fn open_beside(&mut self, direction: isize) -> Vec<Effect> {
        let by = self.times(direction) - isize::from(direction > 0 && self.left_its_row());
        let before = self.headlines.position();
        let ask = self.headlines.move_by(by);
        if self.headlines.position() == before && by != 0 {
            return self.tell(if direction > 0 { "last-article" } else { "first-article" });
        }
        let mut effects: Vec<Effect> = ask.map(list).into_iter().collect();
        effects.extend(self.pass_to_selected());
        effects
    }

    /// Says whether the article being read was hidden and so the next one, still unread, has moved up into its
    /// row.
    fn left_its_row(&self) -> bool {
        let open = self.reader.open().filter(|_| self.is_reading()).map(|open| open.id);
        open.is_some_and(|id| self.marks.get(id).hidden && self.headlines.selected() != Some(id))
    }

    pub(super) fn next_crosshead(&mut self) -> Vec<Effect> {
        self.crosshead(true)
    }

    pub(super) fn previous_crosshead(&mut self) -> Vec<Effect> {
        self.crosshead(false)
    }

    fn crosshead(&mut self, forward: bool) -> Vec<Effect> {
        let mut found = false;
        self.jump_within(|reader| found = reader.crosshead(forward));
        if found {
            return self.moved_on();
        }
        self.tell(if forward { "no-heading-below" } else { "no-heading-above" })
    }

    pub(super) fn other_pane(&mut self) -> Vec<Effect> {
        if self.is_reading() {
            let effects = self.keep_place();
            self.show(Show::Headlines);
            return effects;
        }
        self.pass_to_selected()
    }

    pub(super) fn zen(&mut self) -> Vec<Effect> {
        match self.layout.show {
            Show::Zen => self.show(Show::Article),
            Show::Article => self.show(Show::Zen),
            Show::Headlines => {
                let effects = self.open_selected();
                // Of an empty list nothing opens.
                if self.layout.show == Show::Article {
                    self.show(Show::Zen);
                }
                return effects;
            }
        }
        Vec::new()
    }

    pub(super) fn narrower(&mut self) -> Vec<Effect> {
        self.measure(-4)
    }

    pub(super) fn wider(&mut self) -> Vec<Effect> {
        self.measure(4)
    }

    fn measure(&mut self, cells: i16) -> Vec<Effect> {
        let measure = self.reader.widen(cells);
        self.say(self.words.with("measure", &[("cells", measure.into())]));
        vec![self.remembered()]
    }
}
