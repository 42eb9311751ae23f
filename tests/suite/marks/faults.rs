//! Marks against a disk that fails: every open, write, flush and rename in turn, once and for good,
//! in the ways disks fail. `cargo test --test suite marks::faults -- --nocapture` prints the figures.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use newsprint::marks::journal::disk::{Disk, RealDisk};
use newsprint::marks::journal::{Keeper, Kept};
use newsprint::marks::{Change, Journal, What};

use super::id;

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// Half of what was to be written is, then the disk is full.
    ShortWrite,
    Full,
    Broken,
    ReadOnly,
}

const FAULTS: [Fault; 4] = [Fault::ShortWrite, Fault::Full, Fault::Broken, Fault::ReadOnly];

/// A disk whose n-th call below a folder fails, and if it stays broken every later one too.
#[derive(Debug)]
struct FailingDisk {
    folder: PathBuf,
    fails_at: usize,
    fault: Fault,
    for_good: bool,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    calls: usize,
    /// The file that was opened last: what is written and flushed.
    open: PathBuf,
    /// How much of each file is on the disk itself.
    flushed: HashMap<PathBuf, u64>,
}

impl FailingDisk {
    fn new(folder: &Path, fails_at: usize, fault: Fault, for_good: bool) -> Arc<Self> {
        let state = Mutex::default();
        Arc::new(Self { folder: folder.to_owned(), fails_at, fault, for_good, state })
    }

    fn calls(&self) -> usize {
        self.state.lock().unwrap().calls
    }

    /// Counts a call; says whether it fails.
    fn fails(&self, path: &Path) -> bool {
        if !path.starts_with(&self.folder) {
            return false;
        }
        let mut state = self.state.lock().unwrap();
        state.calls += 1;
        state.calls == self.fails_at || (self.for_good && state.calls > self.fails_at)
    }

    fn error(&self) -> io::Error {
        match self.fault {
            Fault::ShortWrite | Fault::Full => ErrorKind::StorageFull.into(),
            Fault::Broken => io::Error::from_raw_os_error(5),
            Fault::ReadOnly => ErrorKind::ReadOnlyFilesystem.into(),
        }
    }

    fn open_path(&self) -> PathBuf {
        self.state.lock().unwrap().open.clone()
    }
}

impl Disk for FailingDisk {
    fn open(&self, options: &OpenOptions, path: &Path) -> io::Result<File> {
        path.clone_into(&mut self.state.lock().unwrap().open);
        if self.fails(path) { Err(self.error()) } else { RealDisk.open(options, path) }
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        if !self.fails(&self.open_path()) {
            return RealDisk.write(file, bytes);
        }
        if self.fault == Fault::ShortWrite {
            file.write_all(&bytes[..bytes.len() / 2])?;
        }
        Err(self.error())
    }

    /// A flush that fails loses what was written since the last one, as systems do.
    fn sync(&self, file: &File) -> io::Result<()> {
        let path = self.open_path();
        let length = fs::metadata(&path).map_or(0, |file| file.len());
        if self.fails(&path) {
            let kept = self.state.lock().unwrap().flushed.get(&path).copied().unwrap_or(0);
            if let Ok(file) = OpenOptions::new().write(true).open(&path) {
                file.set_len(kept.min(length))?;
            }
            return Err(self.error());
        }
        self.state.lock().unwrap().flushed.insert(path, length);
        RealDisk.sync(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.fails(to) {
            return Err(self.error());
        }
        RealDisk.rename(from, to)?;
        let mut state = self.state.lock().unwrap();
        let flushed = state.flushed.get(from).copied().unwrap_or(0);
        state.flushed.insert(to.to_owned(), flushed);
        Ok(())
    }
}

const MARKS: u64 = 8;

/// What became of the marks of one run.
#[derive(Debug, Default)]
struct Outcome {
    lost: usize,
    /// Marks that were not on disk while nobody said so.
    silent: usize,
    put_elsewhere: usize,
}

/// Marks with a failing disk, quits, and starts again with a sound one.
fn run(home: &Path, disk: &Arc<FailingDisk>) -> Outcome {
    let folder = home.join("marks");
    let sound = Journal::of_device(&folder, "ada").or_else_in(vec![home.join("data/unsaved")]);
    let failing = sound.clone().on(disk.clone());
    let is_read = |n| sound.marks().unwrap().0.get(id(n)).read;
    let mut outcome = Outcome::default();
    let mut keeper = Keeper::new(failing.clone());
    keeper.open();
    for n in 0..MARKS {
        let whats = [What::Read(true), What::Later(true), What::Later(false)];
        let change = |(at, what)| Change { article: id(n), what, stamp: n * 9 + at, path: None, part: None };
        keeper.keep((0..).zip(whats).map(change).collect());
        keeper.settle();
        outcome.silent += usize::from(keeper.why().is_none() && !is_read(n));
        if n % 3 == 2 {
            // A compaction that fails costs nothing, so nothing is said of it.
            drop(failing.compact_now());
        }
    }
    if let Kept::Elsewhere { file, why, .. } = keeper.finish() {
        outcome.put_elsewhere += 1;
        outcome.silent += usize::from(why.is_empty() || file.is_none());
    }
    outcome.lost = (0..MARKS).filter(|n| !is_read(*n)).count();
    let mut next = Keeper::new(sound.clone());
    next.open();
    let alone = Journal::of_device(&folder, "ada").marks().unwrap().0;
    outcome.lost += (0..MARKS).filter(|n| !alone.get(id(*n)).read).count();
    outcome
}

#[test]
fn whatever_call_fails_no_mark_is_lost_and_none_in_silence() {
    let home = tempfile::tempdir().unwrap();
    let healthy = FailingDisk::new(&home.path().join("marks"), usize::MAX, Fault::Full, false);
    run(home.path(), &healthy);
    let (mut runs, mut lost, mut silent, mut elsewhere) = (0, 0, 0, 0);
    for fails_at in 1..=healthy.calls() {
        for (fault, for_good) in FAULTS.into_iter().flat_map(|fault| [(fault, false), (fault, true)]) {
            let home = tempfile::tempdir().unwrap();
            let disk = FailingDisk::new(&home.path().join("marks"), fails_at, fault, for_good);
            let outcome = run(home.path(), &disk);
            assert!(
                outcome.lost + outcome.silent == 0,
                "call {fails_at}, {fault:?}, for good: {for_good}: {outcome:?}"
            );
            (runs, lost) = (runs + 1, lost + outcome.lost);
            (silent, elsewhere) = (silent + outcome.silent, elsewhere + outcome.put_elsewhere);
        }
    }
    assert!(elsewhere > 0, "no run had to put marks elsewhere");
    println!(
        "{} calls, {runs} runs with a fault: {lost} marks lost, {silent} in silence; \
        {elsewhere} runs put marks elsewhere and took them in again",
        healthy.calls()
    );
}

#[test]
fn marks_nobody_took_are_said_to_be_lost() {
    let home = tempfile::tempdir().unwrap();
    let disk = FailingDisk::new(home.path(), 1, Fault::ReadOnly, true);
    let journal = Journal::of_device(&home.path().join("marks"), "ada")
        .or_else_in(vec![home.path().join("data"), home.path().join("tmp")]);
    let mut keeper = Keeper::new(journal.on(disk));
    keeper.keep(vec![Change { article: id(1), what: What::Read(true), stamp: 1, path: None, part: None }]);
    let Kept::Elsewhere { count, why, file } = keeper.finish() else { panic!("it cannot be kept") };
    assert_eq!((count, file), (1, None));
    assert!(why.contains("ada.log: "), "{why}");
}

#[cfg(unix)]
#[test]
fn what_others_left_among_the_temporary_files_is_not_read() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let open = home.path().join("tmp");
    let change = Change { article: id(1), what: What::Read(true), stamp: 1, path: None, part: None };
    Journal::of_device(&open, "ada").append(&[change]).unwrap();
    let marks = |mode| {
        fs::set_permissions(&open, fs::Permissions::from_mode(mode)).unwrap();
        let journal = Journal::of_device(&home.path().join("marks"), "ada").or_else_in(vec![open.clone()]);
        journal.marks().unwrap().0
    };
    assert!(marks(0o700).get(id(1)).read);
    assert!(!marks(0o777).get(id(1)).read, "a folder anybody can write to is not ours");
}
