//! Compaction: the file gets short, the marks stay, and nobody appends in vain.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use newsprint::marks::{Change, History, Journal, Marks, Step, What};
use proptest::prelude::*;

use super::{change, id};

fn at(n: u64, stamp: u64, what: What) -> Change {
    Change { article: id(n), what, stamp, path: None, part: None }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_marks_are_the_same_whatever_other_devices_say(
        own in prop::collection::vec(change(), 1..40),
        other in prop::collection::vec(change(), 0..10),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::of_device(folder.path(), "ada");
        journal.append(&own).unwrap();
        Journal::of_device(folder.path(), "bob").append(&other).unwrap();
        let before = journal.marks().unwrap().0;
        let lines = journal.load().unwrap().0.len();
        prop_assert!(journal.compact_now().unwrap());
        let after = journal.marks().unwrap().0;
        prop_assert_eq!(&after, &before);
        prop_assert!(journal.load().unwrap().0.len() <= lines);
        let mut alone = Marks::default();
        alone.extend(&own);
        fs::remove_file(Journal::of_device(folder.path(), "bob").file()).ok();
        prop_assert_eq!(journal.marks().unwrap().0, alone);
    }
}

#[test]
fn a_file_that_says_the_same_things_over_and_over_gets_short_and_stays_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = Journal::of_device(folder.path(), "ada");
    let toggles: Vec<Change> = (0..30_000).map(|n| at(n % 10, n, What::Read(n % 3 == 0))).collect();
    journal.append(&toggles).unwrap();
    let before = fs::metadata(journal.file()).unwrap().len();
    assert!(journal.compact().unwrap());
    let after = fs::metadata(journal.file()).unwrap().len();
    assert!(after < 2000, "{before} bytes became {after}");
    assert!(!journal.compact().unwrap(), "there is nothing to gain any more");
    assert_eq!(journal.load().unwrap().1, Vec::<String>::new());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "no other file stays behind");
}

#[test]
fn what_is_not_understood_and_what_is_torn_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = Journal::of_device(folder.path(), "ada");
    let foreign = "2026-03-01T18:20:11Z 0000000000000001 mood cheerful";
    let torn = "2026-03-01T18:20:11.042Z 00000000";
    fs::write(journal.file(), format!("# newsprint marks 1\n# mine\n<<<<<<< ours\n{foreign}\n{torn}"))
        .unwrap();
    journal.append(&[at(1, 1, What::Read(true)), at(1, 2, What::Read(false))]).unwrap();
    assert!(journal.compact_now().unwrap());
    let text = fs::read_to_string(journal.file()).unwrap();
    for kept in ["# mine\n", "<<<<<<< ours\n", foreign, torn] {
        assert!(text.contains(kept), "{kept:?} is gone from\n{text}");
    }
    assert_eq!(text.matches("# newsprint marks 1").count(), 1);
    assert_eq!(journal.load().unwrap().0, [at(1, 2, What::Read(false))]);
}

#[test]
fn other_devices_files_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut bob = Journal::of_device(folder.path(), "bob");
    bob.append(&[at(1, 1, What::Read(true)), at(1, 2, What::Read(false))]).unwrap();
    let before = fs::read(bob.file()).unwrap();
    assert!(!Journal::of_device(folder.path(), "ada").compact_now().unwrap());
    assert_eq!(fs::read(bob.file()).unwrap(), before);
}

#[test]
fn steps_can_be_taken_back_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = Journal::of_device(folder.path(), "ada");
    let mut marks = Marks::default();
    for read in [true, false, true] {
        let step = Step::new(&marks, "", [(id(1), What::Read(read), None)], 1);
        marks.extend(&step.done);
        journal.append(&step.done).unwrap();
    }
    assert!(journal.compact_now().unwrap());
    let mut history: History = journal.history();
    for read in [false, true, false] {
        history.undo(&mut marks, 1).unwrap();
        assert_eq!(marks.get(id(1)).read, read);
    }
    assert!(history.undo(&mut marks, 1).is_none());
}

#[test]
fn a_large_step_is_found_whole_at_the_end_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = Journal::of_device(folder.path(), "ada");
    let mut marks = Marks::default();
    let all = (0..6000).map(|n| (id(n), What::Read(true), Some(format!("/news/article {n}.txt"))));
    let step = Step::new(&marks, "", all, 1);
    marks.extend(&step.done);
    journal.append(&step.done).unwrap();
    let (said, changes) = journal.history().undo(&mut marks, 2).unwrap();
    assert_eq!((said.as_str(), changes.len()), ("marked as read: 6000 articles", 6000));
}

/// One appends all the while another compacts, each with a file handle of its own.
#[test]
fn nothing_is_appended_to_a_file_that_is_being_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let compactions = scope.spawn(|| {
            let journal = Journal::of_device(folder.path(), "ada");
            let mut count = 0;
            while !done.load(Ordering::Relaxed) || count == 0 {
                count += usize::from(journal.compact_now().unwrap());
            }
            count
        });
        let writers: Vec<_> = (0..2)
            .map(|writer| {
                let mut journal = Journal::of_device(folder.path(), "ada");
                scope.spawn(move || {
                    for n in 0..1000 {
                        let mark = at(writer * 1000 + n, n + 1, What::Read(true));
                        journal.append(&[mark, at(9999, n + 1, What::Read(n % 2 == 0))]).unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        done.store(true, Ordering::Relaxed);
        assert!(compactions.join().unwrap() > 0);
    });
    let marks = Journal::of_device(folder.path(), "ada").marks().unwrap().0;
    let lost = (0..2000).filter(|n| !marks.get(id(*n)).read).count();
    assert_eq!(lost, 0);
}

#[test]
fn a_byte_order_mark_costs_no_mark() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::of_device(folder.path(), "ada");
    let line = "2026-03-01T18:20:11.042Z 0000000000000001 starred yes";
    for text in [format!("\u{feff}{line}\n"), format!("\u{feff}# newsprint marks 1\n{line}\n")] {
        fs::write(journal.file(), text).unwrap();
        assert!(journal.compact_now().unwrap());
        let (marks, reports) = journal.marks().unwrap();
        assert!(marks.get(id(1)).starred);
        assert_eq!(reports, [""; 0]);
    }
}
