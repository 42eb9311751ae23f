//! Owns marks on disk: append-only lines, one file a device, merged on load. It refuses to lose a
//! line it does not understand, and to rewrite a line it has written.
//!
//! An append is one `write` to a file opened for appending, so two instances never tear each other's
//! lines, and what was appended outlives the process at once; [`Journal::sync`] makes it outlive the
//! machine. A line cut short by a crash or a full disk is closed before the next one is added.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{Change, Marks, device, line};
use crate::article::Text;

/// The journals of all devices, one of them ours.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    device: String,
}

/// Bytes of the shortest lines: a time, an id, `read no`, and a path of a few letters.
const SHORTEST_LINE: u64 = 64;

/// Why marks could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct JournalError {
    /// The file.
    pub path: PathBuf,
    /// The cause.
    pub source: io::Error,
}

impl Journal {
    /// Opens the journals in a folder (`config dir/marks`); nothing is written yet. On systems
    /// without a machine id, [`Self::kept_apart`] names the folder for this machine's number.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), device: device::name(None) }
    }

    /// As [`Self::new`], with a folder that belongs to this machine alone (never synced).
    pub fn kept_apart(folder: &Path, state: &Path) -> Self {
        Self { folder: folder.to_owned(), device: device::name(Some(state)) }
    }

    /// Opens the journals as the device of this name would.
    pub fn of_device(folder: &Path, device: &str) -> Self {
        Self { folder: folder.to_owned(), device: device.to_owned() }
    }

    /// Returns the file this device appends to.
    pub fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.log", self.device))
    }

    /// Reads every device's journal. Lines that make no sense are counted and reported, never dropped
    /// from disk.
    pub fn load(&self) -> Result<(Vec<Change>, Vec<String>), JournalError> {
        let mut changes = Vec::new();
        let reports = self.replay(&mut |said| changes.push(said.into()))?;
        Ok((changes, reports))
    }

    /// Reads every device's journal straight into marks; the second part is as for [`Self::load`].
    pub fn marks(&self) -> Result<(Marks, Vec<String>), JournalError> {
        let mut marks = Marks::with_room(self.lines_at_most());
        let reports = self.replay(&mut |said| {
            marks.take(said.article, said.stamp, &said.what, said.path.as_deref());
        })?;
        Ok((marks, reports))
    }

    /// Estimates how many lines there are, from above.
    fn lines_at_most(&self) -> usize {
        let sizes = self.files().unwrap_or_default().into_iter().filter_map(|file| file.metadata().ok());
        let bytes: u64 = sizes.map(|file| file.len()).sum();
        usize::try_from(bytes / SHORTEST_LINE).unwrap_or_default()
    }

    fn replay(&self, see: &mut dyn FnMut(line::Said<'_>)) -> Result<Vec<String>, JournalError> {
        let mut reports = Vec::new();
        for file in self.files()? {
            match fs::read(&file) {
                Ok(bytes) => reports.extend(read_lines(&bytes, see).map(|odd| report(&file, &odd))),
                Err(cause) => reports.push(report(&file, &format!("cannot be read: {cause}"))),
            }
        }
        Ok(reports)
    }

    /// Appends changes to this device's journal in one write; safe beside another instance. On an
    /// error nothing or only a part was written: append the same changes again, repeats do no harm.
    pub fn append(&mut self, changes: &[Change]) -> Result<(), JournalError> {
        if changes.is_empty() {
            return Ok(());
        }
        let path = self.file();
        self.write_lines(&path, changes).map_err(|source| JournalError { path, source })
    }

    /// Waits until what was appended is on the disk itself.
    pub fn sync(&self) -> Result<(), JournalError> {
        let path = self.file();
        match File::open(&path).and_then(|file| file.sync_data()) {
            Err(source) if source.kind() != ErrorKind::NotFound => Err(JournalError { path, source }),
            _ => Ok(()),
        }
    }

    fn write_lines(&self, path: &Path, changes: &[Change]) -> io::Result<()> {
        let mut file = self.open(path)?;
        let mut buffer = opening(&mut file)?;
        for change in changes {
            line::write(change, &mut buffer);
        }
        file.write_all(buffer.as_bytes())
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        private(&mut options);
        match options.open(path) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(&self.folder)?;
                options.open(path)
            }
            opened => opened,
        }
    }

    /// Lists the journals of all devices by name, the copies a sync tool made on conflict among them.
    fn files(&self) -> Result<Vec<PathBuf>, JournalError> {
        let at_fault = |source| JournalError { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(at_fault)?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let path = entry.map_err(at_fault)?.path();
            let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if !hidden && path.extension().is_some_and(|e| e == "log") && path.is_file() {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Returns a path as changes carry it: absolute, so that it means the same from any folder.
pub fn path_hint(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}

/// What a reader does is nobody else's to see.
#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_options: &mut OpenOptions) {}

/// Returns what has to stand before the next line: the header in an empty file, the end of a line
/// that was cut short, or nothing.
fn opening(file: &mut File) -> io::Result<String> {
    let length = file.seek(SeekFrom::End(0))?;
    if length == 0 {
        return Ok(format!("{}\n", line::HEADER));
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(if last == *b"\n" { String::new() } else { format!("{}\n", line::TORN) })
}

/// Reads the whole lines of a journal; says what was odd about it.
fn read_lines(bytes: &[u8], see: &mut dyn FnMut(line::Said<'_>)) -> Option<String> {
    let (mut odd, mut first) = (0_usize, 0_usize);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let whole = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let (lines, rest) = bytes.split_at_checked(whole).unwrap_or((bytes, &[]));
    for (number, raw) in each_line(lines).enumerate() {
        if raw.trim_ascii().is_empty() || raw.starts_with(b"#") || raw.trim_ascii() == b"!torn" {
            continue;
        }
        if let Some(said) = std::str::from_utf8(raw).ok().and_then(line::read) {
            see(said);
        } else {
            first = if odd == 0 { number + 1 } else { first };
            odd += 1;
        }
    }
    describe(odd, first, !rest.trim_ascii().is_empty())
}

/// Returns the lines of a text that ends with a line feed, without their line feeds.
fn each_line(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', text).map(move |end| {
        let line = text.get(start..end).unwrap_or_default();
        start = end + 1;
        line
    })
}

fn describe(odd: usize, first: usize, unfinished: bool) -> Option<String> {
    let odd = match odd {
        0 => None,
        1 => Some(format!("line {first} is not understood and kept as it is")),
        _ => Some(format!("{odd} lines are not understood (the first is line {first}) and kept as they are")),
    };
    let unfinished = unfinished.then(|| "its last line is unfinished and not counted".to_owned());
    let said: Vec<String> = odd.into_iter().chain(unfinished).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Names the file a report is about; its name comes from outside.
fn report(file: &Path, what: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("marks/{}: {what}", Text::line(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::What;

    fn change(n: u64, stamp: u64) -> Change {
        Change {
            article: format!("{n:016x}").parse().unwrap(),
            what: What::Read(true),
            stamp,
            path: None,
            part: None,
        }
    }

    fn write_raw(path: &Path, bytes: &[u8]) {
        let mut file = OpenOptions::new().create(true).append(true).open(path).unwrap();
        file.write_all(bytes).unwrap();
    }

    #[test]
    fn what_was_appended_is_loaded_under_a_header() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::of_device(&folder.path().join("marks"), "ada");
        assert_eq!(journal.load().unwrap().0, []);
        journal.append(&[change(1, 1), change(2, 2)]).unwrap();
        journal.append(&[change(3, 3)]).unwrap();
        journal.sync().unwrap();
        assert_eq!(journal.load().unwrap(), (vec![change(1, 1), change(2, 2), change(3, 3)], vec![]));
        let text = fs::read_to_string(journal.file()).unwrap();
        assert_eq!(text.lines().filter(|line| *line == line::HEADER).count(), 1);
        assert!(text.starts_with(line::HEADER));
    }

    #[test]
    fn a_line_cut_short_at_any_byte_neither_counts_nor_spoils_the_next() {
        let mut whole = String::new();
        line::write(&Change { path: Some("/news/a b".into()), ..change(7, 7) }, &mut whole);
        for cut in 1..whole.len() {
            let folder = tempfile::tempdir().unwrap();
            let mut journal = Journal::of_device(folder.path(), "ada");
            journal.append(&[change(1, 1)]).unwrap();
            write_raw(&journal.file(), &whole.as_bytes()[..cut]);
            let (before, reports) = journal.load().unwrap();
            assert_eq!((before, reports.len()), (vec![change(1, 1)], 1), "cut at {cut}");
            journal.append(&[change(2, 2)]).unwrap();
            assert_eq!(journal.load().unwrap().0, [change(1, 1), change(2, 2)], "cut at {cut}");
        }
    }

    #[test]
    fn foreign_lines_are_reported_and_stay_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::of_device(folder.path(), "ada");
        write_raw(
            &journal.file(),
            b"<<<<<<< ours\n2026-03-01T18:20:11Z 0000000000000001 mood hm\n\xff\xfe\n\n",
        );
        journal.append(&[change(1, 1)]).unwrap();
        let (changes, reports) = journal.load().unwrap();
        assert_eq!(changes, [change(1, 1)]);
        assert_eq!(
            reports,
            ["marks/ada.log: 3 lines are not understood (the first is line 1) and kept as they are"]
        );
        assert!(fs::read(journal.file()).unwrap().starts_with(b"<<<<<<< ours\n2026"));
    }

    #[test]
    fn every_devices_journal_counts_and_nothing_else_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        Journal::of_device(folder.path(), "ada").append(&[change(1, 1)]).unwrap();
        Journal::of_device(folder.path(), "bob").append(&[change(2, 2)]).unwrap();
        Journal::of_device(folder.path(), "bob.sync-conflict-1").append(&[change(3, 3)]).unwrap();
        Journal::of_device(folder.path(), ".syncthing.bob").append(&[change(4, 4)]).unwrap();
        write_raw(&folder.path().join("notes.txt"), b"mine\n");
        let (changes, reports) = Journal::of_device(folder.path(), "cy").load().unwrap();
        assert_eq!((changes.len(), reports), (3, vec![]));
        let (marks, _) = Journal::of_device(folder.path(), "cy").marks().unwrap();
        assert!([1, 2, 3].iter().all(|n| marks.get(change(*n, 0).article).read));
    }

    #[test]
    fn a_folder_that_cannot_be_written_says_which_file_and_why() {
        let folder = tempfile::tempdir().unwrap();
        write_raw(&folder.path().join("marks"), b"a file where the folder should be");
        let mut journal = Journal::of_device(&folder.path().join("marks"), "ada");
        let error = journal.append(&[change(1, 1)]).unwrap_err();
        assert_eq!(error.path, journal.file());
        assert!(error.to_string().contains("ada.log: "), "{error}");
    }
}
