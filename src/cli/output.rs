//! Owns what leaves newsprint through standard output and standard error: buffered, locked, safe for
//! a terminal, quiet when nobody listens any more. It refuses to know what is printed.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};
use std::path::Path;

use super::Outcome;
use super::arguments::word_taken_for_option;
use crate::article::clean::clean;

/// Why a command ended early.
#[derive(Debug)]
pub enum Stop {
    /// The command line or the config asks for something that is not there: what, where, what to do.
    Usage(String),
    /// Something went wrong underway: what, where, what to do.
    Failed(String),
    /// Standard output is gone.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Stop {
    /// Says why on standard error and returns how the run ended. A reader that left early (`| head`)
    /// has what it wanted.
    pub fn report(self) -> Outcome {
        match self {
            Self::Usage(line) => {
                problem(&line);
                Outcome::Wrong
            }
            Self::Failed(line) => {
                problem(&line);
                Outcome::Problems
            }
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Done,
            Self::Output(error) => {
                problem(&format!("cannot print: standard output: {error}"));
                Outcome::Problems
            }
        }
    }
}

/// Standard output, locked and buffered.
pub struct Out {
    inner: BufWriter<StdoutLock<'static>>,
}

impl Out {
    /// Locks standard output.
    pub fn lock() -> Self {
        Self { inner: BufWriter::with_capacity(1 << 16, io::stdout().lock()) }
    }

    /// Sends what is buffered on its way.
    pub fn finish(&mut self) -> Result<(), Stop> {
        self.inner.flush().map_err(Stop::Output)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Says one line on standard error, made safe for a terminal.
pub fn problem(line: &str) {
    // Nobody is left to be told when standard error is gone.
    _ = writeln!(io::stderr().lock(), "newsprint: {}", escaped(line));
}

/// Says what the command line got wrong in one line, or prints the help that was asked for.
pub fn usage(error: &clap::Error, words: &[OsString]) -> Outcome {
    if !error.use_stderr() {
        return error.print().map_or_else(|cause| Stop::Output(cause).report(), |()| Outcome::Done);
    }
    if let Some(word) = word_taken_for_option(words, error) {
        return unwanted(&word).report();
    }
    let rendered = error.render().to_string();
    let lines = rendered.lines().map(str::trim);
    let told: Vec<&str> = lines
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
        .filter(|line| !line.is_empty())
        .map(|line| line.trim_start_matches("error: ").trim_start_matches("tip: "))
        .collect();
    // A line that ends in a colon goes on in the next.
    let what = told.join("; ").replace(":; ", ": ");
    problem(&format!("{what}: command line: see newsprint --help"));
    Outcome::Wrong
}

/// Says how to leave out articles with a word that was taken for an option.
pub fn unwanted(word: &str) -> Stop {
    Stop::Usage(format!("{word} is no option: command line: to leave out what has the word, write -- {word}"))
}

/// Returns a path as it may be printed.
pub fn shown(path: &Path) -> String {
    escaped(&path.to_string_lossy())
}

/// Writes every character a terminal could act upon as `\u{1b}`; the rest stays as it is.
pub fn escaped(text: &str) -> String {
    if !text.contains(['\n', '\\']) && matches!(clean(text), std::borrow::Cow::Borrowed(_)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_printable(c) {
            out.push(c);
        } else {
            // Writing to a String cannot fail.
            _ = write!(out, "{}", c.escape_unicode());
        }
    }
    out
}

/// Says whether a terminal shows a character and does nothing else with it.
pub fn is_printable(c: char) -> bool {
    c != '\n' && clean(c.encode_utf8(&mut [0; 4])).chars().eq([c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_act_on_the_terminal() {
        assert_eq!(shown(Path::new("news/L’été 港.txt")), "news/L’été 港.txt");
        assert_eq!(shown(Path::new("a\u{1b}[2J\nb\u{9b}c\u{202e}")), "a\\u{1b}[2J\\u{a}b\\u{9b}c\\u{202e}");
    }
}
