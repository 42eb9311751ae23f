//! Owns compaction: this device's own file, written anew without the lines that later lines of the
//! same file have overtaken. It refuses to drop anything it does not understand.
//!
//! The new file is written beside the old one, flushed, and put in its place at once, so a crash
//! leaves one or the other. The old file is locked all the while, so nobody appends to it.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::reading::{BYTE_ORDER_MARK, each_line};
use super::{Journal, JournalError, disk};
use crate::article::ArticleId;
use crate::marks::history::STEPS;
use crate::marks::line::{self, Said};
use crate::marks::{Place, Quote, What};

/// Files smaller than this, in bytes, are left as they are.
const SMALL: u64 = 1 << 20;
/// What the second line of a compacted file begins with; how many bytes were left follows.
const COMPACTED: &str = "# compacted to ";

/// A field of an article, or a path: what the latest word of is kept.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Kept {
    Field(ArticleId, u8, Option<Label>),
    Path(String),
}

/// Which of many fields of a kind.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Label {
    Tag(String),
    Quote(Box<Quote>),
}

impl Journal {
    /// Compacts this device's file if it has grown to more than twice what it was compacted to. Says
    /// whether it did; a file that another instance is using right now is left for another time.
    pub fn compact(&self) -> Result<bool, JournalError> {
        self.compact_if(|size, compacted| size > SMALL + 2 * compacted)
    }

    /// As [`Self::compact`], whatever the size of the file.
    pub fn compact_now(&self) -> Result<bool, JournalError> {
        self.compact_if(|_, _| true)
    }

    /// Compacts if its size and the size it had after the last compaction, in bytes, are worth it.
    fn compact_if(&self, worth: fn(u64, u64) -> bool) -> Result<bool, JournalError> {
        // A journal may be a link into a folder of dotfiles: the file itself is written anew.
        let Ok(path) = fs::canonicalize(self.file()) else { return Ok(false) };
        self.rewrite(&path, worth).map_err(|source| JournalError { path, source })
    }

    fn rewrite(&self, path: &Path, worth: fn(u64, u64) -> bool) -> io::Result<bool> {
        if !cfg!(unix) {
            return Ok(false);
        }
        let mut file = OpenOptions::new().read(true).append(true).open(path)?;
        if !worth(file.metadata()?.len(), compacted_to(&mut file)?) {
            return Ok(false);
        }
        if file.try_lock().is_err() {
            return Ok(false);
        }
        let outcome = self.replace(&mut file, path);
        disk::unlock(&file);
        outcome
    }

    fn replace(&self, file: &mut File, path: &Path) -> io::Result<bool> {
        if !disk::is_at(file, path)? {
            return Ok(false);
        }
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let beside = beside(path);
        self.write_beside(&beside, &compacted(&bytes)).inspect_err(|_| drop(fs::remove_file(&beside)))?;
        self.disk.rename(&beside, path).inspect_err(|_| drop(fs::remove_file(&beside)))?;
        self.sync_folder(path)?;
        Ok(true)
    }

    fn write_beside(&self, beside: &Path, bytes: &[u8]) -> io::Result<()> {
        // What a crash left there is nobody's: the lock of the journal is ours.
        match fs::remove_file(beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        disk::private(&mut options);
        let mut new = self.disk.open(&options, beside)?;
        let mut rest = bytes;
        while !rest.is_empty() {
            match self.disk.write(&mut new, rest)? {
                0 => return Err(ErrorKind::WriteZero.into()),
                written => rest = rest.get(written..).unwrap_or_default(),
            }
        }
        self.disk.sync(&new)
    }
}

/// Names the new file: hidden, so that nothing reads or syncs it as a journal.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp"))
}

/// Returns how many bytes the last compaction left.
fn compacted_to(file: &mut File) -> io::Result<u64> {
    let mut start = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(256).read_to_end(&mut start)?;
    // The last letter may be cut in two.
    let start = String::from_utf8_lossy(&start);
    let second = start.lines().nth(1).and_then(|line| line.strip_prefix(COMPACTED));
    let bytes: Option<u32> = second.and_then(|bytes| bytes.parse().ok());
    Ok(bytes.map_or(0, u64::from))
}

/// Returns a journal without the lines that do not count any more. A line stays if it is the latest
/// word of its field, or of where its path's file is, or part of a step that can be taken back, or
/// not understood. A byte order mark goes: it would hide the line behind it once that is no longer
/// the first.
fn compacted(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let end = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let (whole, unfinished) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let lines: Vec<&[u8]> = each_line(whole).collect();
    let said: Vec<Option<Said<'_>>> = lines.iter().map(|line| read(line)).collect();
    let mut stays = latest(&said);
    stays.extend(steps(&said));
    let mut body = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let is_head = number == 0 && *line == line::HEADER.as_bytes();
        let understood = said.get(number).is_some_and(Option::is_some);
        if is_head || line.starts_with(COMPACTED.as_bytes()) || (understood && !stays.contains(&number)) {
            continue;
        }
        body.extend_from_slice(line);
        body.push(b'\n');
    }
    let mut out = format!("{}\n{COMPACTED}{}\n", line::HEADER, body.len()).into_bytes();
    out.extend_from_slice(&body);
    out.extend_from_slice(unfinished);
    out
}

fn read(line: &[u8]) -> Option<Said<'_>> {
    std::str::from_utf8(line).ok().and_then(line::read)
}

/// Finds the lines that hold the latest word of a field or a path.
fn latest(said: &[Option<Said<'_>>]) -> HashSet<usize> {
    let mut held: HashMap<Kept, usize> = HashMap::new();
    let later = |new: &Said<'_>, number: usize, path: bool| match said.get(number) {
        Some(Some(old)) if path => (new.stamp, new.article) > (old.stamp, old.article),
        Some(Some(old)) => (new.stamp, rank(&new.what)) > (old.stamp, rank(&old.what)),
        _ => true,
    };
    for (number, new) in said.iter().enumerate().filter_map(|(n, said)| Some((n, said.as_ref()?))) {
        let path = new.path.as_ref().map(|path| (Kept::Path(path.to_string()), true));
        for (key, is_path) in [(field(new), false)].into_iter().chain(path) {
            let known = held.entry(key).or_insert(number);
            if later(new, *known, is_path) {
                *known = number;
            }
        }
    }
    held.into_values().collect()
}

/// Finds the lines of the last steps, made, taken back or made again.
fn steps(said: &[Option<Said<'_>>]) -> Vec<usize> {
    let (mut last, mut seen, mut found) = (None, 0, Vec::new());
    for (number, said) in said.iter().enumerate().rev() {
        let Some(part) = said.as_ref().and_then(Said::part) else { continue };
        if last != Some((part.step, part.way)) {
            last = Some((part.step, part.way));
            seen += 1;
        }
        if seen > 2 * STEPS {
            break;
        }
        found.push(number);
    }
    found
}

fn field(said: &Said<'_>) -> Kept {
    let (kind, label) = match &said.what {
        What::Read(_) => (0, None),
        What::Starred(_) => (1, None),
        What::Place(_) => (2, None),
        What::Finished(_) => (3, None),
        What::Later(_) => (4, None),
        What::Hidden(_) => (5, None),
        What::Note(_) => (6, None),
        What::Was(_) => (7, None),
        What::Tag(name, _) => (8, Some(Label::Tag(name.clone()))),
        What::Highlight(quote, _) => (9, Some(Label::Quote(quote.clone()))),
    };
    Kept::Field(said.article, kind, label)
}

/// What settles a tie of stamps, as the merge does: the value.
fn rank(what: &What) -> (bool, Option<Place>, Option<&str>, Option<ArticleId>) {
    match what {
        What::Read(on)
        | What::Starred(on)
        | What::Finished(on)
        | What::Later(on)
        | What::Hidden(on)
        | What::Tag(_, on) => (*on, None, None, None),
        What::Place(place) => (true, Some(*place), None, None),
        What::Note(note) => (true, None, Some(note), None),
        What::Highlight(_, note) => (true, None, note.as_deref(), None),
        What::Was(old) => (true, None, None, Some(*old)),
    }
}
