//! Owns reading journals into marks, by several threads when they are long: each reads its share of
//! every file, block by block, and sorts what it finds into the parts of the table; then each makes
//! its share of those parts. It refuses to know where journals are kept.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use super::reading::{BYTE_ORDER_MARK, Odd, each_line, report, says_nothing};
use crate::article::ArticleId;
use crate::marks::shards::{SHARDS, Shard, Shards, Word, shard_of};
use crate::marks::{Marks, line, paths};

/// From how many bytes on journals are read by several threads.
const LONG: u64 = 1 << 18;

/// The most threads that read: memory is what they wait for.
const THREADS: usize = 4;

/// How many bytes are read at a time: few enough to stay in the processor's cache.
const BLOCK: u64 = 1 << 17;

/// Bytes of a common line: a time, an id, `read yes`, and a path.
const COMMON_LINE: u64 = 96;

/// Reads journals into marks, and says what is odd about them.
pub(super) fn read(files: &[PathBuf]) -> (Marks, Vec<String>) {
    let files = opened(files);
    let bytes: u64 = files.iter().map(Opened::length).sum();
    let threads = if bytes < LONG { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    let lines = usize::try_from(bytes / COMMON_LINE).unwrap_or_default();
    read_by(threads.min(THREADS), &files, lines)
}

/// A journal, opened once for all threads, and how long it was then. Another instance may append meanwhile,
/// and shares of two lengths would leave lines between them that nobody reads; or it may put a compacted
/// journal in this one's place, and shares of two files would be of no journal at all.
struct Opened<'a> {
    path: &'a Path,
    file: io::Result<(File, u64)>,
}

impl Opened<'_> {
    fn length(&self) -> u64 {
        self.file.as_ref().map_or(0, |(_, length)| *length)
    }
}

/// Opens journals, the last first: what was put elsewhere stands at the end, and whoever takes it in puts it
/// into a journal before it is gone from there.
fn opened(files: &[PathBuf]) -> Vec<Opened<'_>> {
    let open = |path: &PathBuf| {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok((file, length))
    };
    let mut opened: Vec<Opened<'_>> =
        files.iter().rev().map(|path| Opened { path, file: open(path) }).collect();
    opened.reverse();
    opened
}

/// As [`read`], with so many threads, of about so many lines.
fn read_by(threads: usize, files: &[Opened<'_>], lines: usize) -> (Marks, Vec<String>) {
    let room = lines / threads;
    let shares = by_threads((0..threads).collect(), |at| Share::read(files, (at, threads), room));
    let (mut found, mut paths, mut rare, mut odds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut newest = 0;
    for share in shares {
        found.push(share.piles);
        paths.push(share.paths);
        rare.extend(share.rare);
        odds.push(share.odds);
        newest = newest.max(share.newest);
    }
    let parts = by_threads(dealt(found, threads), |piles| piles.into_iter().map(Shard::of).collect());
    let shards = Shards::of(parts.into_iter().flat_map(|parts: Vec<Shard>| parts).collect());
    let mut marks = Marks::of(shards, paths, newest);
    for ((id, stamp, what), path) in rare {
        marks.take(id, stamp, &what, None);
        marks.note_file(id, stamp, &what, path.as_deref());
    }
    (marks, reports(files, odds))
}

/// Does a piece of work for each item, each on a thread of its own but the first.
fn by_threads<T: Send, R: Send>(mut items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let rest = items.split_off(items.len().min(1));
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = rest.into_iter().map(|item| scope.spawn(move || work(item))).collect();
        let mut done: Vec<R> = items.into_iter().map(work).collect();
        for other in others {
            match other.join() {
                Ok(result) => done.push(result),
                // Marks are not lost in silence.
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        done
    })
}

/// Deals the piles that threads made out among threads: to each some parts, and of each part the
/// piles of all.
fn dealt(found: Vec<Vec<Vec<Word>>>, threads: usize) -> Vec<Vec<Vec<Vec<Word>>>> {
    let mut by_part: Vec<Vec<Vec<Word>>> = vec![Vec::new(); SHARDS];
    for piles in found {
        by_part.iter_mut().zip(piles).for_each(|(part, pile)| part.push(pile));
    }
    let mut dealt: Vec<Vec<Vec<Vec<Word>>>> = Vec::new();
    let each = SHARDS.div_ceil(threads);
    while !by_part.is_empty() {
        let rest = by_part.split_off(each.min(by_part.len()));
        dealt.push(by_part);
        by_part = rest;
    }
    dealt
}

/// Says of each file what its readers found odd, or why one of them could not read it.
fn reports(files: &[Opened<'_>], odds: Vec<Vec<io::Result<Odd>>>) -> Vec<String> {
    let mut by_file: Vec<io::Result<Odd>> = files.iter().map(|_| Ok(Odd::default())).collect();
    for share in odds {
        for (sum, odd) in by_file.iter_mut().zip(share) {
            match (&*sum, odd) {
                (Ok(before), Ok(odd)) => *sum = Ok(before.then(odd)),
                (Ok(_), Err(cause)) => *sum = Err(cause),
                (Err(_), _) => {}
            }
        }
    }
    let told = files.iter().zip(by_file).filter_map(|(file, odd)| match odd {
        Ok(odd) => Some(report(file.path, &odd.describe()?)),
        Err(cause) => Some(report(file.path, &format!("cannot be read: {cause}"))),
    });
    told.collect()
}

/// What one thread found in its share of every file.
struct Share {
    /// What was said in lines of the common kind, by the part of the table it belongs to.
    piles: Vec<Vec<Word>>,
    /// What else was said, and of which file.
    rare: Vec<(Word, Option<String>)>,
    paths: Vec<paths::Said>,
    newest: u64,
    /// What was odd, file by file.
    odds: Vec<io::Result<Odd>>,
}

impl Share {
    /// Reads share `at` of so many; `room` is about how many lines it has.
    fn read(files: &[Opened<'_>], share: (usize, usize), room: usize) -> Self {
        let pile = || Vec::with_capacity(room / SHARDS + room / SHARDS / 8);
        let piles = (0..SHARDS).map(|_| pile()).collect();
        let paths = Vec::with_capacity(room);
        let mut found = Self { piles, rare: Vec::new(), paths, newest: 0, odds: Vec::new() };
        for file in files {
            let odd = found.read_file(file, share);
            found.odds.push(odd);
        }
        found
    }

    fn read_file(&mut self, file: &Opened<'_>, (at, of): (usize, usize)) -> io::Result<Odd> {
        let (file, length) = match &file.file {
            Ok((file, length)) => (file, *length),
            // Errors cannot be told twice.
            Err(cause) => return Err(io::Error::new(cause.kind(), cause.to_string())),
        };
        let cut = |at: usize| length / of as u64 * at as u64;
        let (from, to) = (cut(at), if at + 1 == of { u64::MAX } else { cut(at + 1) });
        let mut odd = Odd::default();
        each_line_between(file, from, to, &mut odd, &mut |raw| self.take(raw))?;
        Ok(odd)
    }

    /// Takes a line in; says whether it made sense.
    fn take(&mut self, raw: &[u8]) -> bool {
        if let Some(plain) = line::plain(raw) {
            self.note(plain.stamp, plain.article, plain.path);
            if let Some(pile) = self.piles.get_mut(shard_of(plain.article)) {
                pile.push((plain.article, plain.stamp, plain.what));
            }
        } else if let Some(said) = std::str::from_utf8(raw).ok().and_then(line::read) {
            self.note(said.stamp, said.article, said.path.as_deref().map(str::as_bytes));
            let path = said.path.map(Cow::into_owned);
            self.rare.push(((said.article, said.stamp, said.what), path));
        } else {
            return says_nothing(raw);
        }
        true
    }

    fn note(&mut self, stamp: u64, article: ArticleId, path: Option<&[u8]>) {
        self.newest = self.newest.max(stamp);
        self.paths.extend(path.map(|path| paths::said(path, stamp, article)));
    }
}

/// Shows the whole lines that begin in a file from one byte on and before another, and notes which of
/// them make no sense.
fn each_line_between(
    file: &File,
    from: u64,
    to: u64,
    odd: &mut Odd,
    take: &mut dyn FnMut(&[u8]) -> bool,
) -> io::Result<()> {
    // A line that began before belongs to another share, the end of one just before too.
    let (mut at, mut is_ours) = (from.saturating_sub(1), from == 0);
    let mut rest = Rest { file, at };
    let mut held: Vec<u8> = Vec::new();
    loop {
        let old = held.len();
        let read = rest.by_ref().take(BLOCK).read_to_end(&mut held)?;
        let end = memchr::memrchr(b'\n', held.get(old..).unwrap_or_default());
        let whole = end.map_or(0, |end| old + end + 1);
        for raw in each_line(held.get(..whole).unwrap_or_default()) {
            if at >= to {
                return Ok(());
            }
            if is_ours {
                odd.see(take(without_mark(at, raw)));
            }
            is_ours = true;
            at += raw.len() as u64 + 1;
        }
        held.drain(..whole);
        if read == 0 {
            odd.end(at < to && is_ours && !without_mark(at, &held).trim_ascii().is_empty());
            return Ok(());
        }
    }
}

/// A file from some byte on, whoever else reads it.
struct Rest<'a> {
    file: &'a File,
    at: u64,
}

impl Read for Rest<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        let read = std::os::unix::fs::FileExt::read_at(self.file, buffer, self.at)?;
        #[cfg(windows)]
        let read = std::os::windows::fs::FileExt::seek_read(self.file, buffer, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// Takes the byte order mark off the first line of a file, which some editors put there.
fn without_mark(at: u64, raw: &[u8]) -> &[u8] {
    raw.strip_prefix(BYTE_ORDER_MARK).filter(|_| at == 0).unwrap_or(raw)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::*;
    use crate::marks::Journal;

    fn piece() -> impl Strategy<Value = String> {
        let line = ("[0-9a-f]{2}", 0..9_u8, "(read yes|read no|starred yes|place 7/30|note ab|odd)");
        prop_oneof![
            9 => line.prop_map(|(id, second, what)| {
                format!("2026-03-01T18:20:1{second}.042Z {id}00000000000000 {what} /a/{id}\n")
            }),
            1 => "(\n|# a remark\n|\r\n|half a line|x{1,300}\n)",
        ]
    }

    proptest! {
        #[test]
        fn any_number_of_threads_reads_what_one_reads(
            one in prop::collection::vec(piece(), 0..40),
            other in prop::collection::vec(piece(), 0..40),
            bom in any::<bool>(),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let write = |name: &str, text: String| {
                File::create(folder.path().join(name)).unwrap().write_all(text.as_bytes()).unwrap();
            };
            let start = if bom { "\u{feff}" } else { "" };
            write("ada.log", format!("{start}{}", one.concat()));
            write("ben.log", other.concat());
            let journal = Journal::of_device(folder.path(), "ada");
            let (changes, reports) = journal.load().unwrap();
            let mut marks = Marks::default();
            marks.extend(&changes);
            let files = ["ada.log", "ben.log"].map(|name| folder.path().join(name));
            for threads in 1..6 {
                prop_assert_eq!(read_by(threads, &opened(&files), 9), (marks.clone(), reports.clone()));
            }
        }
    }

    #[test]
    fn a_file_that_grows_while_it_is_read_loses_no_line() {
        let folder = tempfile::tempdir().unwrap();
        let line = |id: usize| format!("2026-03-01T18:20:11.042Z {id:016x} read yes\n");
        let mut file = File::create(folder.path().join("ada.log")).unwrap();
        (0..50).for_each(|id| file.write_all(line(id).as_bytes()).unwrap());
        let files = [folder.path().join("ada.log")];
        let files = opened(&files);
        let first = Share::read(&files, (0, 2), 0);
        (50..100).for_each(|id| file.write_all(line(id).as_bytes()).unwrap());
        let second = Share::read(&files, (1, 2), 0);
        let read = |share: &Share| share.piles.iter().map(Vec::len).sum::<usize>();
        assert_eq!(read(&first) + read(&second), 100);
    }
    #[test]
    fn a_file_that_is_compacted_while_it_is_read_is_read_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let line = |id: usize| format!("2026-03-01T18:20:11.042Z {id:016x} read yes\n");
        let path = folder.path().join("ada.log");
        let mut file = File::create(&path).unwrap();
        // Half of the lines are overtaken by the other half.
        (0..100).for_each(|id| file.write_all(line(id % 50).as_bytes()).unwrap());
        let files = [path];
        let files = opened(&files);
        let first = Share::read(&files, (0, 2), 0);
        assert!(Journal::of_device(folder.path(), "ada").compact_now().unwrap());
        let second = Share::read(&files, (1, 2), 0);
        let ids = |share: &Share| share.piles.iter().flatten().map(|(id, ..)| *id).collect::<Vec<_>>();
        let mut found = [ids(&first), ids(&second)].concat();
        assert_eq!(found.len(), 100);
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), 50, "no mark is lost between two files");
    }
}
