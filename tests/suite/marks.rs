//! Marks that cannot be lost: merged in any order, written by several at once, cut off at any moment.

use std::collections::HashSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use newsprint::article::ArticleId;
use newsprint::marks::{Change, Journal, Marks, Place, What, line};
use proptest::prelude::*;

fn id(n: u64) -> ArticleId {
    format!("{n:016x}").parse().unwrap()
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        any::<bool>().prop_map(What::Read),
        any::<bool>().prop_map(What::Starred),
        (0..5_usize, 0..1000_u16).prop_map(|(offset, reached)| What::Place(Place { offset, reached })),
        ("[ab%é ]{1,2}", any::<bool>()).prop_map(|(name, on)| What::Tag(name, on)),
        (0..4_u64).prop_map(|n| What::Was(id(n))),
    ]
}

/// A change among few articles, stamps and paths, so that they meet often.
fn change() -> impl Strategy<Value = Change> {
    (0..4_u64, what(), 0..6_u64, prop::option::of("[a-c /]{1,3}")).prop_map(|(n, what, stamp, path)| Change {
        article: id(n),
        what,
        stamp,
        path,
        part: None,
    })
}

fn merged<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Marks {
    let mut marks = Marks::default();
    marks.extend(changes);
    marks
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_end_in_the_same_state(
        devices in prop::collection::vec(prop::collection::vec(change(), 0..12), 2..=5),
        order in any::<prop::sample::Index>(),
        repeated in any::<prop::sample::Index>(),
    ) {
        let all: Vec<Change> = devices.concat();
        let once = merged(&all);
        let backwards: Vec<Change> = all.iter().rev().cloned().collect();
        prop_assert_eq!(&merged(&backwards), &once);
        if !all.is_empty() {
            let mut shuffled = all.clone();
            shuffled.rotate_left(order.index(all.len()));
            shuffled.extend_from_slice(&all[repeated.index(all.len())..]);
            prop_assert_eq!(&merged(&shuffled), &once);
        }
        let by_device: Vec<&Change> = devices.iter().rev().flatten().collect();
        prop_assert_eq!(&merged(by_device), &once);
    }

    #[test]
    fn what_is_written_is_read(change in change()) {
        let mut text = String::new();
        line::write(&change, &mut text);
        prop_assert_eq!(line::read(text.trim_end()).map(Change::from), Some(change));
    }

    #[test]
    fn a_journal_cut_anywhere_keeps_every_whole_line(
        changes in prop::collection::vec(change(), 1..8),
        cut in any::<prop::sample::Index>(),
        after in change(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::of_device(folder.path(), "ada");
        journal.append(&changes).unwrap();
        let bytes = fs::read(journal.file()).unwrap();
        let cut = cut.index(bytes.len() + 1);
        fs::write(journal.file(), &bytes[..cut]).unwrap();
        let whole = String::from_utf8_lossy(&bytes[..cut]).matches('\n').count().saturating_sub(1);
        journal.append(std::slice::from_ref(&after)).unwrap();
        let (kept, _) = journal.load().unwrap();
        let mut wanted = changes[..whole].to_vec();
        wanted.push(after);
        prop_assert_eq!(kept, wanted);
    }

    #[test]
    fn any_bytes_load(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::of_device(folder.path(), "ada");
        fs::write(journal.file(), &bytes).unwrap();
        journal.load().unwrap();
        let mark = Change { article: id(1), what: What::Read(true), stamp: 1, path: None, part: None };
        journal.append(&[mark]).unwrap();
        prop_assert!(journal.marks().unwrap().0.get(id(1)).read);
        prop_assert!(fs::read(journal.file()).unwrap().starts_with(&bytes));
    }
}

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
        journal
            .append(&[Change { article: id(n), what: What::Read(true), stamp: n, path, part: None }])
            .unwrap();
        println!("\nmarked {n}");
    }
}

fn start_writer(folder: &Path, first: u64, count: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "marks::writer", "--ignored", "--nocapture"]);
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
    let marked: HashSet<ArticleId> = changes.iter().map(|change| change.article).collect();
    assert_eq!((marked.len(), reports), (1000, vec![]));
}

#[test]
fn kill_9_loses_no_mark_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut known = Vec::new();
    for round in 0..20_u64 {
        let mut writer = start_writer(folder.path(), round * 1_000_000, 1_000_000);
        let mut marks = acknowledged(&mut writer);
        // The kill falls wherever the writer is by then, often in the middle of a mark.
        known.extend(marks.by_ref().take(1 + usize::try_from(round * 7 % 40).unwrap()));
        writer.kill().unwrap();
        known.extend(marks);
        writer.wait().unwrap();
    }
    let (marks, reports) = Journal::of_device(folder.path(), "shared").marks().unwrap();
    let lost: Vec<&u64> = known.iter().filter(|n| !marks.get(id(**n)).read).collect();
    assert!(known.len() >= 20 && lost.is_empty(), "{} of {} lost", lost.len(), known.len());
    assert!(reports.len() <= 1, "{reports:?}");
}

#[test]
fn devices_that_marked_apart_agree_when_their_journals_meet() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mark = |n, what, stamp| Change { article: id(n), what, stamp, path: None, part: None };
    let mut ada = Journal::of_device(here.path(), "ada");
    let mut bob = Journal::of_device(there.path(), "bob");
    ada.append(&[mark(1, What::Read(true), 10), mark(2, What::Starred(true), 11)]).unwrap();
    bob.append(&[mark(1, What::Read(false), 12), mark(3, What::Tag("tides".into(), true), 5)]).unwrap();
    fs::copy(bob.file(), here.path().join("bob.log")).unwrap();
    fs::copy(ada.file(), there.path().join("ada.log")).unwrap();
    let (at_ada, at_bob) = (ada.marks().unwrap().0, bob.marks().unwrap().0);
    assert_eq!(at_ada, at_bob);
    assert!(!at_ada.get(id(1)).read && at_ada.get(id(2)).starred);
    assert_eq!(at_ada.get(id(3)).tags, ["tides"]);
}
