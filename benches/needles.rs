//! Whether every needle of a library is found exactly as often as it stands there, by scan and by index,
//! and whether an index that is killed again and again ends complete.
//!
//! `NEWSPRINT_LIBRARY=FOLDER` names a library with a `FOLDER.manifest.json` that lists its needles; without
//! it a small one is made. `NEWSPRINT_KILLS=20` kills the first index that often first.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::format_push_string,
    reason = "a check that cannot start should stop, and says what it found"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{env, fs, thread};

use newsprint::library::cache::Store;
use newsprint::library::{Order, Query, Request, Shelf, Standing, Window, fold, scan, shelf};
use serde_json::{Value, json};

/// Files folded at a time by the scan.
const CHUNK: usize = 500;

/// Files up to which the program makes no index.
const SMALL: usize = 2000;

/// A query, the files that are known to hold it, and in how many articles it has to be found. Of a needle
/// that is in very many files only some are named.
struct Needle {
    query: Query,
    typed: String,
    files: BTreeSet<PathBuf>,
    articles: usize,
}

impl Needle {
    /// Says whether exactly what has to be found was.
    fn is_exact(&self, found: &BTreeSet<PathBuf>) -> bool {
        found.len() == self.articles && self.files.is_subset(found)
    }
}

fn main() {
    let state = tempfile::tempdir().unwrap();
    let library =
        env::var_os("NEWSPRINT_LIBRARY").map_or_else(|| small(&state.path().join("library")), PathBuf::from);
    let needles = needles(&library);
    let (files, _) = scan::files(std::slice::from_ref(&library), true);
    let kills = env::var("NEWSPRINT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3);
    index_killed(&library, state.path(), kills);
    let store = Store::of(&state.path().join("newsprint"), std::slice::from_ref(&library));
    if files.len() <= SMALL {
        index_small(&store, &files);
    }
    let found = indexed(&store, &needles, files.len());
    say("index", &needles, &found);
    let scanned = scanned(&files, &needles);
    say("scan", &needles, &scanned);
    let right =
        |found: &[BTreeSet<PathBuf>]| needles.iter().zip(found).all(|(needle, found)| needle.is_exact(found));
    assert!(right(&found) && right(&scanned), "some needles are not where they should be");
}

/// Makes a library large enough for an index.
fn small(library: &Path) -> PathBuf {
    let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let texts = [("zwyxquoline", 1), ("calthumper", 100), ("goupil mécanovore", 10), ("élyzandrïque", 7)];
    for number in 0..3000 {
        let name = format!("{:02}/{number}.txt", number % 13);
        let mut text =
            format!("The {number}th crossing\n\nThe ferry left with {number} letters for the islands.\n\n");
        for (needle, count) in texts {
            if number * 11 % 3000 < count {
                text += &format!("The log says {needle} once.\n\n");
                files.entry(needle).or_default().push(name.clone());
            }
        }
        let path = library.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::io::Write::write_all(&mut fs::File::create(path).unwrap(), text.as_bytes()).unwrap();
    }
    let needle = |(text, _): (&str, i32)| json!({ "text": text, "where": "body", "files": files[text] });
    let manifest = json!({ "needles": texts.map(needle) });
    let mut file = fs::File::create(manifest_of(library)).unwrap();
    std::io::Write::write_all(&mut file, manifest.to_string().as_bytes()).unwrap();
    library.to_owned()
}

fn manifest_of(library: &Path) -> PathBuf {
    let mut name = library.file_name().unwrap().to_owned();
    name.push(".manifest.json");
    library.with_file_name(name)
}

/// Reads what has to be found: the same words, however accented, are the same needle.
fn needles(library: &Path) -> Vec<Needle> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest_of(library)).unwrap()).unwrap();
    let all: Vec<&Value> = match &manifest["needles"] {
        Value::Object(named) => named.values().collect(),
        other => other.as_array().unwrap().iter().collect(),
    };
    let text = |needle: &Value| needle["text"].as_str().unwrap().to_owned();
    // The files that hold a needle, and how many there are beside those that are named.
    let holding = |needle: &Value| {
        let names = needle["files"].as_array().unwrap();
        let words = fold::fold(&text(needle));
        // A generator may give an author to a file of a kind that names none.
        let (there, not): (Vec<_>, Vec<_>) =
            names.iter().map(|name| library.join(name.as_str().unwrap())).partition(|file| {
                fold::fold(&String::from_utf8_lossy(&fs::read(file).unwrap())).contains(words.trim())
            });
        if !not.is_empty() {
            println!("{} of the files named for {} do not hold it", not.len(), text(needle));
        }
        let articles =
            needle["articles"].as_u64().map_or(names.len(), |count| usize::try_from(count).unwrap());
        (there, articles - names.len())
    };
    let read = |needle: &&Value| {
        let field = match needle["where"].as_str() {
            Some("title") => "title:",
            Some("author") => "author:",
            Some("publisher") => "source:",
            _ => "",
        };
        let folded = fold::fold(&text(needle));
        let same = all.iter().filter(|other| fold::fold(&text(other)) == folded);
        let typed = format!("{field}\"{}\"", text(needle));
        let (mut files, mut unnamed) = (BTreeSet::new(), 0);
        for (there, more) in same.map(|other| holding(other)) {
            files.extend(there);
            unnamed += more;
        }
        let articles = files.len() + unnamed;
        Needle { query: Query::parse(&typed).unwrap(), typed, files, articles }
    };
    all.iter().map(read).collect()
}

fn request(needle: &Needle) -> Request {
    let window = Window::From { first: 0, count: usize::MAX / 4 };
    Request { query: needle.query.clone(), order: Order::default(), window, keep: Vec::new() }
}

/// Lets the program index the library and kills it at random moments; the last time it ends by itself.
fn index_killed(library: &Path, state: &Path, kills: u32) {
    let index = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsprint"));
        for home in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env(home, state);
        }
        command.arg("-l").arg(library).arg("index").stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let store = Store::of(&state.join("newsprint"), &[library.to_owned()]);
    let (files, _) = scan::files(&[library.to_owned()], true);
    let articles = files.len() as u64;
    let bytes: u64 = files.iter().map(|file| file.metadata().map_or(0, |m| m.len())).sum();
    // A first guess of how long the whole takes, at 8 MB/s, so that the kills are spread over it.
    let whole = (bytes / 8000).max(1000);
    let mut random =
        u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos()).unwrap() | 1;
    let mut kept = Vec::new();
    for _ in 0..kills {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        if store.status().is_ok_and(|status| status.articles >= articles) {
            store.clear().unwrap();
        }
        let part = whole * (random % 1000) / 1600;
        let mut running = index();
        thread::sleep(Duration::from_millis(part));
        running.kill().unwrap();
        running.wait().unwrap();
        kept.push(store.status().map_or(0, |status| status.articles));
    }
    let began = Instant::now();
    assert!(index().wait().unwrap().success(), "the last start did not end well");
    let lost = kept.windows(2).filter(|pair| pair[1] < pair[0]).count();
    println!(
        "{kills} kills; articles kept after each: {kept:?}; {lost} times fewer than before; the last start took {:.1} s",
        began.elapsed().as_secs_f64()
    );
}

/// Indexes a library that the program would hold in memory.
fn index_small(store: &Store, files: &[PathBuf]) {
    let mut writer = store.write().unwrap();
    for file in files {
        let entries: Vec<_> = shelf::shelve(&scan::read(file)).into_iter().map(Arc::new).collect();
        writer.put(file, 1, &entries, false).unwrap();
    }
    writer.commit().unwrap();
    writer.finish().unwrap();
}

/// Asks the index.
fn indexed(store: &Store, needles: &[Needle], files: usize) -> Vec<BTreeSet<PathBuf>> {
    let cache = store.open().unwrap();
    println!("{} articles in the index, {files} files", cache.len());
    let view = |needle| cache.view(&request(needle), &Standing::default()).unwrap();
    needles.iter().map(|needle| view(needle).rows.into_iter().map(|row| row.path).collect()).collect()
}

/// Reads every file and looks at every article.
fn scanned(files: &[PathBuf], needles: &[Needle]) -> Vec<BTreeSet<PathBuf>> {
    let halves = files.split_at(files.len() / 2);
    let look = |files: &[PathBuf]| {
        let mut found: Vec<BTreeSet<PathBuf>> = vec![BTreeSet::new(); needles.len()];
        for chunk in files.chunks(CHUNK) {
            let mut held = Shelf::default();
            held.insert(chunk.iter().flat_map(|file| shelf::shelve(&scan::read(file))).collect());
            for (needle, found) in needles.iter().zip(&mut found) {
                found.extend(
                    held.view(&request(needle), &Standing::default()).rows.into_iter().map(|row| row.path),
                );
            }
        }
        found
    };
    thread::scope(|scope| {
        let run = |files| {
            thread::Builder::new().stack_size(16 << 20).spawn_scoped(scope, move || look(files)).unwrap()
        };
        let (one, other) = (run(halves.0), run(halves.1));
        let (mut one, other) = (one.join().unwrap(), other.join().unwrap());
        one.iter_mut().zip(other).for_each(|(all, more)| all.extend(more));
        one
    })
}

fn say(how: &str, needles: &[Needle], found: &[BTreeSet<PathBuf>]) {
    let mut exact = 0;
    for (needle, found) in needles.iter().zip(found) {
        if needle.is_exact(found) {
            exact += 1;
        } else {
            println!(
                "  by {how}: {} is in {} articles and was found in {}",
                needle.typed,
                needle.articles,
                found.len()
            );
        }
    }
    println!("by {how}: {} needles, {exact} exact", needles.len());
}
