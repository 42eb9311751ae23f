//! Owns printing long things a page at a time, and how far one has come. It refuses to know what the
//! lines say.

use std::ops::Range;

/// Lines that are printed a page at a time.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Lines there are.
    lines: usize,
    /// Lines printed so far.
    done: usize,
    /// Lines of a page.
    height: usize,
}

impl Pages {
    /// Starts with the page after the first `done` lines.
    pub(super) fn new(lines: usize, done: usize, height: usize) -> Self {
        Self { lines, done: done.min(lines), height: height.max(1) }
    }

    /// Takes the next page, as the lines it has; none of them when everything was printed.
    pub(super) fn turn(&mut self) -> Range<usize> {
        let from = self.done;
        self.done = (from + self.height).min(self.lines);
        from..self.done
    }

    /// Returns the page one is at and how many there are, from 1.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.done.div_ceil(self.height).max(1), self.lines.div_ceil(self.height).max(1))
    }

    /// Returns how many lines were printed.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Returns how many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines
    }

    /// Says whether everything was printed.
    pub(super) fn is_over(&self) -> bool {
        self.done >= self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_to_the_last_line() {
        let mut pages = Pages::new(5, 0, 2);
        assert_eq!(pages.turn(), 0..2);
        assert_eq!((pages.place(), pages.is_over()), ((1, 3), false));
        pages.turn();
        assert_eq!(pages.turn(), 4..5);
        assert_eq!((pages.place(), pages.is_over(), pages.turn()), ((3, 3), true, 5..5));
    }
}
