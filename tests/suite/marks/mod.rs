//! Marks that cannot be lost: merged in any order, written by several at once, cut off at any moment.

mod asked;
mod choose;
mod cli;
mod compaction;
mod crashes;
mod faults;
mod machines;
mod notes;
mod stay;

use std::fs;

use newsprint::article::ArticleId;
use newsprint::marks::{Change, Journal, Marks, Part, Place, Quote, Way, What, line};
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
        any::<bool>().prop_map(What::Finished),
        any::<bool>().prop_map(What::Later),
        any::<bool>().prop_map(What::Hidden),
        "[ab |%\\n-]{0,2}".prop_map(What::Note),
        ("[ab|]{1,2}", "[c ]{0,1}", prop::option::of("[n|%]{0,2}")).prop_map(|(exact, before, note)| {
            What::Highlight(Box::new(Quote { exact, before, after: String::new() }), note)
        }),
        (0..4_u64).prop_map(|n| What::Was(id(n))),
    ]
}

/// A part of one of few steps, some of them taken back.
fn part(what: &What) -> impl Strategy<Value = Option<Box<Part>>> + use<> {
    let before = what.clone();
    let way = prop_oneof![Just(Way::Do), Just(Way::Undo), Just(Way::Redo)];
    prop::option::of((0..3_u32, way).prop_map(move |(step, way)| Part { step, way, before: before.clone() }))
        .prop_map(|part| part.map(Box::new))
}

/// A change among few articles, stamps and paths, so that they meet often.
fn change() -> impl Strategy<Value = Change> {
    let what = what().prop_flat_map(|what| part(&what).prop_map(move |part| (what.clone(), part)));
    (0..4_u64, what, 0..6_u64, prop::option::of("[a-c /]{1,3}"))
        .prop_map(|(n, (what, part), stamp, path)| Change { article: id(n), what, stamp, path, part })
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
