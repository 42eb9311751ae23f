//! Marks against kill -9 and against another instance. `NEWSPRINT_KILLS=1000 cargo test --test suite
//! marks::crashes -- --nocapture` kills a thousand times and prints what was lost.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use newsprint::article::ArticleId;
use newsprint::marks::{Change, Journal, Place, What};

use super::id;

/// How many kills there are unless the environment asks for more.
const KILLS: u64 = 20;

/// Not a test of its own: the process the tests below start, to mark until it is done or killed.
/// It says the number of each mark on a line once the journal has it.
#[test]
#[ignore = "started by the tests below with a folder to write to"]
fn writer() {
    let Some(folder) = std::env::var_os("NEWSPRINT_TEST_MARKS") else { return };
    let number = |name: &str| std::env::var(name).unwrap().parse::<u64>().unwrap();
    let mut journal = Journal::of_device(Path::new(&folder), "shared");
    let first = number("NEWSPRINT_TEST_FIRST");
    for n in first..first + number("NEWSPRINT_TEST_COUNT") {
        let path = Some(format!("/news/a folder/article {n}.txt"));
        let place = Place { offset: usize::try_from(n).unwrap(), reached: 0 };
        let change = |article, what| Change { article, what, stamp: n, path: path.clone(), part: None };
        journal.append(&[change(id(n), What::Read(true)), change(id(u64::MAX), What::Place(place))]).unwrap();
        println!("\nmarked {n}");
        if n % 64 == 63 {
            journal.compact_now().unwrap();
        }
    }
}

fn start_writer(folder: &Path, first: u64, count: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "marks::crashes::writer", "--ignored", "--nocapture"]);
    command.env("NEWSPRINT_TEST_MARKS", folder);
    command.env("NEWSPRINT_TEST_FIRST", first.to_string()).env("NEWSPRINT_TEST_COUNT", count.to_string());
    command.stdout(Stdio::piped()).spawn().unwrap()
}

fn acknowledged(child: &mut Child) -> impl Iterator<Item = u64> + use<> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.filter_map(|line| line.strip_prefix("marked ").and_then(|n| n.parse().ok()))
}

#[test]
fn two_instances_with_500_marks_each_keep_1000() {
    let folder = tempfile::tempdir().unwrap();
    let mut writers = [start_writer(folder.path(), 0, 500), start_writer(folder.path(), 500, 500)];
    for writer in &mut writers {
        assert_eq!(acknowledged(writer).count(), 500);
        assert!(writer.wait().unwrap().success());
    }
    let (changes, reports) = Journal::of_device(folder.path(), "shared").load().unwrap();
    let read = changes.iter().filter(|change| change.what == What::Read(true));
    let marked: HashSet<ArticleId> = read.map(|change| change.article).collect();
    assert_eq!((marked.len(), reports), (1000, vec![]));
}

#[test]
fn kill_9_loses_no_mark_that_was_acknowledged() {
    let asked = std::env::var("NEWSPRINT_KILLS").ok().and_then(|number| number.parse().ok());
    let folder = tempfile::tempdir().unwrap();
    let kills = asked.unwrap_or(KILLS);
    let seed = RandomState::new().hash_one(kills);
    let mut known = Vec::new();
    for round in 0..kills {
        let mut writer = start_writer(folder.path(), round * 1_000_000, 1_000_000);
        let mut marks = acknowledged(&mut writer);
        let random = seed.wrapping_add(round).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        // The kill falls wherever the writer is by then, often in the middle of a mark or a compaction.
        known.extend(marks.by_ref().take(1 + usize::try_from(random % 200).unwrap()));
        thread::sleep(Duration::from_micros(random % 997));
        writer.kill().unwrap();
        known.extend(marks);
        writer.wait().unwrap();
        // A thousand runs must not make the file longer and longer: each begins a new one.
        if round % 20 == 19 || round + 1 == kills {
            check(folder.path(), &mut known, seed);
        }
    }
    println!("{kills} kills: 0 acknowledged marks lost, 0 files unreadable (seed {seed})");
}

/// Makes sure that every mark is there, and begins anew.
fn check(folder: &Path, known: &mut Vec<u64>, seed: u64) {
    let journal = Journal::of_device(folder, "shared");
    let (marks, reports) = journal.marks().unwrap();
    let lost = known.iter().filter(|n| !marks.get(id(**n)).read).count();
    assert_eq!(lost, 0, "{lost} of {} lost (seed {seed}): {reports:?}", known.len());
    assert!(!known.is_empty() && reports.len() <= 1, "{reports:?} (seed {seed})");
    std::fs::remove_file(journal.file()).unwrap();
    known.clear();
}
