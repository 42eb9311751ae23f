//! Owns the list of places to go to: libraries, sections and saved searches, with what is unread in
//! each. It refuses to count and to go there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;

/// Somewhere to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Another library, by its name.
    Library(String),
    /// What was open before.
    Before,
    /// What these words show.
    Search(String),
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// The key of the heading it stands under.
    under: &'static str,
    name: String,
    goal: Goal,
    /// How many articles there are, and how many unread, once they are counted.
    count: Option<(usize, usize)>,
    /// Whether this is where the reader is.
    here: bool,
}

/// The overlay.
#[derive(Debug, Default)]
pub struct Places {
    places: Vec<Place>,
    chosen: usize,
}

impl Places {
    /// Lists libraries by name (`open` may be one of them), what was open before if it is none of them, and
    /// searches by name with their words.
    pub fn new(
        (libraries, before): (&[String], Option<&str>),
        open: &str,
        searches: &[(String, String)],
        words: &str,
    ) -> Self {
        let before = before.filter(|name| !libraries.iter().any(|known| known == name)).map(|name| Place {
            under: "libraries",
            name: name.to_owned(),
            goal: Goal::Before,
            count: None,
            here: false,
        });
        let library = |name: &String| Place {
            under: "libraries",
            name: name.clone(),
            goal: Goal::Library(name.clone()),
            count: None,
            here: name == open,
        };
        let search = |(name, asked): &(String, String)| Place {
            under: "saved-searches",
            name: name.clone(),
            goal: Goal::Search(asked.clone()),
            count: None,
            here: asked == words,
        };
        let libraries = libraries.iter().map(library).chain(before);
        Self { places: libraries.chain(searches.iter().map(search)).collect(), chosen: 0 }
    }

    /// Takes the counts of the searches in their order, `None` for a search with a mistake, and the sections:
    /// name, words, articles, unread.
    pub fn counted(
        &mut self,
        searches: &[Option<(usize, usize)>],
        sections: Vec<(String, String, (usize, usize))>,
    ) {
        let chosen = self.places.get(self.chosen).cloned();
        let mut counts = searches.iter().copied();
        for place in self.places.iter_mut().filter(|place| place.under == "saved-searches") {
            place.count = counts.next().flatten();
        }
        self.places.retain(|place| place.under != "sections");
        let sections = sections.into_iter().map(|(name, words, count)| Place {
            under: "sections",
            name,
            goal: Goal::Search(words),
            count: Some(count),
            here: false,
        });
        self.places.extend(sections);
        let same = |place: &Place| chosen.as_ref().is_some_and(|chosen| chosen.goal == place.goal);
        self.chosen = self.places.iter().position(same).unwrap_or(0);
    }

    /// Takes how many articles the open library has and how many are unread.
    pub fn here_counted(&mut self, count: Option<(usize, usize)>) {
        let here = self.places.iter_mut().find(|place| place.under == "libraries" && place.here);
        if let Some(here) = here {
            here.count = count;
        }
    }

    /// Takes how many articles other libraries have and how many are unread.
    pub fn libraries_counted(&mut self, counts: &[(String, (usize, usize))]) {
        let libraries = self.places.iter_mut().filter(|place| place.under == "libraries" && !place.here);
        for place in libraries {
            place.count = counts.iter().find(|(name, _)| *name == place.name).map(|(_, count)| *count);
        }
    }

    /// Says whether there is nowhere to go.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.places.len().saturating_sub(1));
    }

    /// Returns where the selection leads.
    pub fn chosen(&self) -> Option<&Goal> {
        self.places.get(self.chosen).map(|place| &place.goal)
    }

    /// Returns the name of the selected place.
    pub fn name(&self) -> Option<&str> {
        self.places.get(self.chosen).map(|place| place.name.as_str())
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        let lines = self.lines();
        let at = lines.iter().position(|line| *line == Ok(self.chosen)).unwrap_or(0);
        let number = lines.get(paint::follow(0, at, lines.len(), height) + line)?.ok()?;
        isize::try_from(number).ok()?.checked_sub(isize::try_from(self.chosen).ok()?)
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (60, u16::try_from(self.lines().len().max(1) + 2).unwrap_or(u16::MAX).min(30))
    }

    /// The lines: headings, and places by their number.
    fn lines(&self) -> Vec<Result<usize, &'static str>> {
        let mut lines = Vec::new();
        let mut under = "";
        for (number, place) in self.places.iter().enumerate() {
            if place.under != under {
                under = place.under;
                lines.push(Err(under));
            }
            lines.push(Ok(number));
        }
        lines
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (theme, words) = (stage.theme, stage.words);
        let style = theme.style(Role::Overlay);
        let heading = words.say("places-heading");
        let inside = paint::frame(buf, area, heading, style, theme.style(Role::Crosshead), stage.ascii);
        let lines = self.lines();
        let at = lines.iter().position(|line| *line == Ok(self.chosen)).unwrap_or(0);
        let top = paint::follow(0, at, lines.len(), usize::from(inside.height));
        let is_more = (top > 0, top + usize::from(inside.height) < lines.len());
        paint::more(buf, area, is_more, style, stage.ascii);
        for (y, line) in (inside.top()..inside.bottom()).zip(lines.iter().skip(top)) {
            let row = Rect { y, height: 1, ..inside };
            match line {
                Err(key) => {
                    paint::text(buf, row.x, y, row.width, words.say(key), theme.style(Role::Crosshead));
                }
                Ok(number) => self.draw_place(*number, row, buf, stage),
            }
        }
    }

    fn draw_place(&self, number: usize, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let Some(place) = self.places.get(number) else { return };
        let bar = (number == self.chosen).then(|| stage.theme.style(Role::Selected));
        if let Some(style) = bar {
            paint::fill(buf, area, style);
        }
        stage.point(buf, area, bar);
        let count = match place.count {
            Some((total, unread)) => {
                let (unread, total) = (stage.words.number(unread), stage.words.number(total));
                stage.words.with("unread-of", &[("unread", unread.into()), ("total", total.into())])
            }
            None if place.here => stage.words.say("place-open").to_owned(),
            None => String::new(),
        };
        let width = paint::width(&count).min(area.width / 2);
        paint::text(buf, area.right() - width, area.y, width, &count, stage.on_row(Role::Meta, bar));
        let room = area.width.saturating_sub(width + 3);
        let name = paint::cut(&place.name, room, stage.ascii);
        paint::text(buf, area.x + 2, area.y, room, &name, stage.on_row(Role::Body, bar));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_libraries_show_what_is_known_of_them_and_the_open_one_that_it_is_open() {
        let names = ["harbour", "quay", "pier"].map(str::to_owned);
        let mut places = Places::new((&names, None), "quay", &[], "");
        places.libraries_counted(&[("harbour".to_owned(), (12, 5)), ("quay".to_owned(), (3, 3))]);
        let counts: Vec<_> = places.places.iter().map(|place| place.count).collect();
        assert_eq!(counts, [Some((12, 5)), None, None]);
        places.counted(&[], Vec::new());
        assert_eq!(places.places.first().and_then(|place| place.count), Some((12, 5)), "sections come later");
    }
}
