//! Owns what a terminal does with characters that nobody can ask it about: whether it draws ambiguous
//! ones over two cells, and whether lines from right to left are turned round for it. Measuring and
//! drawing depend on it everywhere, so it holds for a thread while a closure runs.

use std::borrow::Cow;
use std::cell::Cell;

use super::bidi;

/// How wide characters are drawn that East Asian fonts make wide and others narrow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell.
    #[default]
    Narrow,
    /// Two cells.
    Wide,
}

/// What is done with lines that run from right to left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Bidi {
    /// Nothing: cells follow the order of the letters.
    #[default]
    Off,
    /// Each line is turned round after it was wrapped, and set to the right.
    Visual,
    /// The terminal turns whole rows round; such articles stand alone on the screen.
    Terminal,
}

/// What the terminal does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Surface {
    /// How wide it draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// What is done about lines from right to left.
    pub bidi: Bidi,
}

thread_local! {
    static HERE: Cell<Surface> = const { Cell::new(Surface { ambiguous: Ambiguous::Narrow, bidi: Bidi::Off }) };
}

impl Surface {
    /// Runs `work` with every measure and stroke on this thread made for this terminal.
    pub fn hold<T>(self, work: impl FnOnce() -> T) -> T {
        let before = HERE.replace(self);
        let done = work();
        HERE.set(before);
        done
    }

    /// Returns what holds on this thread now.
    pub fn here() -> Self {
        HERE.get()
    }
}

/// Says whether ambiguous characters take two cells on this thread now.
pub(super) fn is_wide() -> bool {
    Surface::here().ambiguous == Ambiguous::Wide
}

/// Returns a text in the order its cells are drawn in.
pub fn drawn(text: &str) -> Cow<'_, str> {
    if Surface::here().bidi == Bidi::Visual && bidi::has_rtl(text) {
        Cow::Owned(bidi::drawn(text))
    } else {
        Cow::Borrowed(text)
    }
}
