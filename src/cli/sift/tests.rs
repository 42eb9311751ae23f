//! Articles are picked one way, whether what is made of them was kept or has to be made again.

#![expect(clippy::disallowed_methods, reason = "articles are made here; no marks are at stake")]

use std::fs;

use tempfile::TempDir;

use super::super::cached::Ask;
use super::*;
use crate::library::Query;
use crate::library::slips::Slip;

/// A folder of stories: one a file, three in a box of letters, and a copy.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let story = |title: &str, day: u8, text: &str| {
        format!("---\ntitle: {title}\ndate: 2025-11-{day:02}\n---\n\n{text}\n")
    };
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("bread.md", &story("Bread", 2, "A loaf tells you how it was made."));
    write("lamps.md", &story("Lamps", 9, "The last lamp of the quay was put out."));
    write("quay.md", &story("The quay", 5, "Nobody asked the keeper why."));
    write("quay-copy.md", &story("The quay", 5, "Nobody asked the keeper why."));
    let letter = |title: &str, day: u8| {
        format!(
            "From ada Sat Nov  1 00:00:00 2025\nFrom: Ada <ada@harbour.example>\nSubject: {title}\n\
            Date: {day} Nov 2025 08:00:00 +0000\n\nThe fog came in over the quay, and the lamp was out.\n\n"
        )
    };
    write("box.mbox", &[letter("Fog", 3), letter("Rain", 7), letter("Snow", 12)].concat());
    folder
}

fn files(folder: &TempDir) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn keep(room: usize) -> Keep<'static, String> {
    Keep { make: &|found: &Found<'_>| found.title(), weigh: String::len, room }
}

fn sifted(folder: &TempDir, query: &str, order: Option<Order>, keep: &Keep<'_, String>) -> Sifted<String> {
    let query = Query::parse(query).unwrap();
    let (halves, marks) = (query.halves(), Marks::default());
    let ask = Ask { query: &query, ids: &[], order, limit: None };
    let stack = Stack::of(files(folder), Vec::new());
    Sifting::new(stack, &ask, &halves, keep, &marks).through_all().unwrap()
}

fn by(by: OrderBy) -> Order {
    Order { by, reversed: false }
}

#[test]
fn what_had_no_room_is_made_again_in_the_same_order() {
    let folder = folder();
    let newest = ["Snow", "Lamps", "Rain", "The quay", "The quay", "Fog", "Bread"];
    for room in [0, 4, 12, usize::MAX] {
        let keep = keep(room);
        let list = |query, order| sifted(&folder, query, order, &keep).all(&keep).unwrap();
        assert_eq!(list("", Some(by(OrderBy::Date))), (newest.map(str::to_owned).to_vec(), true), "{room}");
        assert_eq!(list("lamp ", Some(by(OrderBy::Relevance))).0, ["Snow", "Lamps", "Rain", "Fog"], "{room}");
        assert_eq!(list("lamp", Some(by(OrderBy::Relevance))).0, ["Lamps", "Snow", "Rain", "Fog"], "{room}");
        assert_eq!(list("", None).0.first().unwrap(), "Fog", "as they were read: {room}");
    }
}

#[test]
fn slips_known_beforehand_give_the_same_list_without_a_reading() {
    let folder = folder();
    let keep = keep(0);
    let slips: Vec<Slip> = sifted(&folder, "", None, &keep).picks.iter().map(|pick| pick.slip).collect();
    fs::write(folder.path().join("broken.md"), [0, 1, 2, 0]).unwrap();
    let slips = slips.into_iter().map(|slip| {
        // The new file stands among the others.
        let file = slip.file + u32::from(slip.file >= 2);
        Slip { file, ..slip }
    });
    let (query, marks) = (Query::default(), Marks::default());
    let halves = query.halves();
    let ask = Ask { query: &query, ids: &[], order: Some(by(OrderBy::Date)), limit: None };
    let mut sifting = Sifting::new(Stack::of(files(&folder), Vec::new()), &ask, &halves, &keep, &marks);
    assert!(sifting.take_known(slips.collect()).unwrap());
    let known = sifting.finish().unwrap();
    assert_eq!(known.failures.len(), 1, "what gives no article was looked into");
    assert_eq!(
        known.all(&keep).unwrap().0,
        sifted(&folder, "", Some(by(OrderBy::Date)), &keep).all(&keep).unwrap().0
    );
}

#[test]
fn a_file_that_changed_meanwhile_is_left_out_and_not_taken_for_another() {
    let folder = folder();
    let keep = keep(0);
    let list = sifted(&folder, "", Some(by(OrderBy::Date)), &keep);
    fs::write(folder.path().join("lamps.md"), "# Ladders\n\nQuite another story stands here now.\n").unwrap();
    fs::remove_file(folder.path().join("bread.md")).unwrap();
    let (titles, complete) = list.all(&keep).unwrap();
    assert_eq!(titles, ["Snow", "Rain", "The quay", "The quay", "Fog"]);
    assert!(!complete);
}

#[test]
fn nothing_more_is_read_once_nobody_takes_it() {
    let folder = folder();
    for number in 0..200 {
        fs::write(folder.path().join(format!("more-{number}.md")), format!("# More {number}\n\nMore.\n"))
            .unwrap();
    }
    let keep = keep(0);
    let list = sifted(&folder, "", Some(by(OrderBy::Title)), &keep);
    let mut taken = 0;
    let stopped = list.hand_out(&keep, &mut |_| {
        taken += 1;
        Err(Stop::Failed("nobody listens".to_owned()))
    });
    assert!(stopped.is_err());
    assert_eq!(taken, 1);
}
