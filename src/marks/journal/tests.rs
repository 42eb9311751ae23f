//! Owns the stories of this module. It refuses to test what others own.

use std::io::Write;

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
    write_raw(&journal.file(), b"<<<<<<< ours\n2026-03-01T18:20:11Z 0000000000000001 mood hm\n\xff\xfe\n\n");
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
