//! Owns printing long things a page at a time, and how far one has come. It refuses to know what the
//! lines say.

/// Lines that are printed a page at a time.
#[derive(Debug, Default)]
pub(super) struct Pages {
    lines: Vec<String>,
    /// Lines printed so far.
    done: usize,
    /// Lines of a page.
    height: usize,
}

impl Pages {
    /// Starts with the page after the first `done` lines.
    pub(super) fn new(lines: Vec<String>, done: usize, height: usize) -> Self {
        let done = done.min(lines.len());
        Self { lines, done, height: height.max(1) }
    }

    /// Takes the next page; none when everything was printed.
    pub(super) fn turn(&mut self) -> Option<&[String]> {
        let from = self.done;
        self.done = (from + self.height).min(self.lines.len());
        self.lines.get(from..self.done).filter(|page| !page.is_empty())
    }

    /// Returns the page one is at and how many there are, from 1.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.done.div_ceil(self.height).max(1), self.lines.len().div_ceil(self.height).max(1))
    }

    /// Returns how many lines were printed.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Returns how many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Says whether everything was printed.
    pub(super) fn is_over(&self) -> bool {
        self.done >= self.lines.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_to_the_last_line() {
        let mut pages = Pages::new((1..=5).map(|n| n.to_string()).collect(), 0, 2);
        assert_eq!(pages.turn(), Some(&["1".to_owned(), "2".to_owned()][..]));
        assert_eq!((pages.place(), pages.is_over()), ((1, 3), false));
        pages.turn();
        assert_eq!(pages.turn(), Some(&["5".to_owned()][..]));
        assert_eq!((pages.place(), pages.is_over(), pages.turn()), ((3, 3), true, None));
    }
}
