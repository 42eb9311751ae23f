//! Owns the way through folders: each once, in order, not too deep, loops noticed. It refuses to open
//! files.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{open, parts, skip};
use crate::article::Text;
use crate::library::FileProblem;

/// Folders inside each other that are entered.
pub const DEEPEST: usize = 32;

/// Takes a file and which of the places it was met below, counted from 0; says whether to go on.
pub(super) type Found<'a> = &'a mut dyn FnMut(usize, PathBuf) -> ControlFlow<()>;

/// Gives `found` every file below `places` as it is met, until it has enough: places in the order given, a
/// folder's entries by name. A place that is a file comes as it is, whatever it is called. Hidden entries, and what by
/// its name is no article, are passed over. Returns what could not be entered.
pub fn walk(places: &[PathBuf], follow_links: bool, found: Found<'_>) -> Vec<FileProblem> {
    let named = Named::among(places);
    let mut walk = Walk { follow_links, found, named, seen: HashSet::new(), problems: Vec::new() };
    for (number, place) in places.iter().enumerate() {
        if walk.place(number, place).is_break() {
            break;
        }
    }
    walk.problems
}

struct Walk<'a> {
    follow_links: bool,
    found: Found<'a>,
    named: Named,
    /// Folders entered.
    seen: HashSet<Folder>,
    problems: Vec<FileProblem>,
}

/// Files named as places: each is given once, be it by its name or by a folder around it.
struct Named {
    /// Where they really are.
    files: HashSet<PathBuf>,
    /// What they are called there.
    names: HashSet<OsString>,
    /// Those that were given already.
    given: HashSet<PathBuf>,
}

/// What tells folders apart, whichever way they were reached.
#[cfg(unix)]
type Folder = (u64, u64);
#[cfg(not(unix))]
type Folder = PathBuf;

impl Named {
    fn among(places: &[PathBuf]) -> Self {
        let files: HashSet<PathBuf> =
            places.iter().filter(|place| place.is_file()).map(|file| whole(file)).collect();
        let names = files.iter().filter_map(|file| file.file_name()).map(OsStr::to_owned).collect();
        Self { files, names, given: HashSet::new() }
    }

    /// Says whether a file of a folder was not given by its own name, and that it is given now.
    fn is_new(&mut self, path: &Path) -> bool {
        // Only what goes by the name of one is asked where it really is.
        if !path.file_name().is_some_and(|name| self.names.contains(name)) {
            return true;
        }
        let path = whole(path);
        !self.files.contains(&path) || self.given.insert(path)
    }
}

impl Walk<'_> {
    fn place(&mut self, number: usize, place: &Path) -> ControlFlow<()> {
        match std::fs::metadata(place) {
            Ok(metadata) if metadata.is_dir() => return self.folder(number, place),
            Ok(_) => {
                if self.named.given.insert(whole(place)) {
                    return (self.found)(number, place.to_owned());
                }
            }
            Err(error) => self.problem(place, &open::opening(error, place).to_string()),
        }
        ControlFlow::Continue(())
    }

    fn folder(&mut self, number: usize, place: &Path) -> ControlFlow<()> {
        let seen = &mut self.seen;
        let home = place.canonicalize().ok();
        let mut outside = Vec::new();
        let entries = WalkDir::new(place)
            .follow_links(self.follow_links)
            .max_depth(DEEPEST)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| {
                let leads_out = leads_out(entry, home.as_deref());
                if leads_out && !skip::is_hidden(entry.file_name()) {
                    outside.push((entry.path().to_owned(), "leads to a folder around this one".to_owned()));
                }
                !leads_out && is_wanted(entry, seen)
            });
        let mut problems = Vec::new();
        let mut on = ControlFlow::Continue(());
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_dir() && entry.depth() == DEEPEST => {
                    let what = format!("is {DEEPEST} folders deep and was not entered");
                    problems.push((entry.into_path(), what));
                }
                Ok(entry) if entry.file_type().is_file() => {
                    if self.named.is_new(entry.path()) {
                        on = (self.found)(number, entry.into_path());
                    }
                }
                Ok(entry) if is_special(&entry) => {
                    problems.push((entry.into_path(), open::Refusal::NotRegular.to_string()));
                }
                Ok(_) => {}
                Err(error) => problems.extend(said(error)),
            }
            if on.is_break() {
                break;
            }
        }
        for (path, what) in problems.into_iter().chain(outside) {
            self.problem(&path, &what);
        }
        on
    }

    fn problem(&mut self, path: &Path, what: &str) {
        self.problems.push(FileProblem { path: path.to_owned(), what: Text::line(what) });
    }
}

/// Returns where a file really is, whichever way it was named.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Says whether an entry is given or entered. What the place itself is called does not matter.
fn is_wanted(entry: &DirEntry, seen: &mut HashSet<Folder>) -> bool {
    let named = entry.depth() == 0;
    if !named && skip::is_hidden(entry.file_name()) {
        return false;
    }
    if !entry.file_type().is_dir() {
        return named || !skip::is_no_article(entry.path());
    }
    (named || !(skip::is_page_parts(entry.path()) || parts::is_part(entry.path())))
        && folder(entry).is_none_or(|folder| seen.insert(folder))
}

/// Says whether an entry is a link to a folder that holds the library itself, such as `/`, or to one that
/// the system makes up: neither is what its owner meant to read.
fn leads_out(entry: &DirEntry, home: Option<&Path>) -> bool {
    if entry.depth() == 0 || !entry.path_is_symlink() || !entry.file_type().is_dir() {
        return false;
    }
    let Ok(target) = entry.path().canonicalize() else { return false };
    home.is_some_and(|home| home.starts_with(&target) && home != target)
        || ["/proc", "/sys", "/dev"].iter().any(|system| target.starts_with(system))
}

/// Says whether an entry is a pipe, a socket or a device; a link that is not followed is none.
fn is_special(entry: &DirEntry) -> bool {
    let kind = entry.file_type();
    !kind.is_file() && !kind.is_dir() && !kind.is_symlink()
}

#[cfg(unix)]
fn folder(entry: &DirEntry) -> Option<Folder> {
    use std::os::unix::fs::MetadataExt;
    // The entry of a place that is a link is the link itself: ask for what it leads to.
    let metadata = std::fs::metadata(entry.path()).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn folder(entry: &DirEntry) -> Option<Folder> {
    entry.path().canonicalize().ok()
}

/// Returns what to say of an entry that could not be had; nothing of a loop, whose folder is entered
/// already.
fn said(error: walkdir::Error) -> Option<(PathBuf, String)> {
    if error.loop_ancestor().is_some() {
        return None;
    }
    let path = error.path().unwrap_or(Path::new("")).to_owned();
    // Broken links among files that are no articles would be noise.
    if skip::is_hidden(path.file_name().unwrap_or_default()) || skip::is_no_article(&path) {
        return None;
    }
    let what = match error.into_io_error() {
        Some(io) if io.kind() == std::io::ErrorKind::NotFound && path.is_symlink() => {
            "is a link to nothing".to_owned()
        }
        Some(io) => open::opening(io, &path).to_string(),
        None => "could not be entered".to_owned(),
    };
    Some((path, what))
}
