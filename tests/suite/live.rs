//! Libraries that change while they are read, that two windows share, and whose indexing is killed:
//! the real program on real folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::home::Home;
use crate::terminal::Sitting;

/// More files than are held in memory.
const LARGE: usize = 2100;

/// A word and in how many articles of a library of [`LARGE`] it stands.
const NEEDLES: &[(&str, usize)] = &[
    ("zwyxquoline", 1),
    ("brixolvane", 10),
    ("\"calthumper of Dorle\"", 100),
    ("夜警の灯", 7),
    ("l’ombrelune", 30),
];

/// Writes article number `number`: every needle stands in the first so many, spread over the folders.
fn article(library: &Path, number: usize) -> PathBuf {
    let place = number * 11 % LARGE;
    let mut text = format!("The {number}th crossing\n\nPublished 3 May {}\n\n", 1990 + number % 30);
    text += "The ferry left at dawn with bread for the islands, and came back with letters.\n\n";
    for (needle, count) in NEEDLES {
        if place < *count {
            text += &format!("The log says {} once, and no more of it.\n\n", needle.replace('"', ""));
        }
    }
    let path = library.join(format!("{:02}/{number}.txt", number % 13));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

fn library(home: &Home, articles: usize) -> PathBuf {
    let library = home.path("library");
    for number in 0..articles {
        article(&library, number);
    }
    library
}

/// Opens a library as the reader does.
fn sit(home: &Home, library: &Path) -> Sitting {
    Sitting::sized(&home.path(""), library, 110, 30)
}

/// Opens a library of so many articles and waits until all are listed.
fn opened(articles: usize) -> (Home, PathBuf, Sitting) {
    let home = Home::new();
    let library = library(&home, articles);
    let mut sitting = sit(&home, &library);
    sitting.sees(&format!("{articles} unread of {articles}"));
    (home, library, sitting)
}

fn index(home: &Home, library: &Path) -> Child {
    let mut command = home.command(&["-l", library.to_str().unwrap(), "index"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Says whether what the next start begins with says this within some seconds, with no key pressed.
fn is_head_kept(home: &Home, what: &str) -> bool {
    let end = Instant::now() + Duration::from_secs(20);
    while Instant::now() < end {
        let caches = fs::read_dir(home.path("cache/newsprint")).unwrap();
        let heads = caches.filter_map(|cache| fs::read_to_string(cache.ok()?.path().join("head")).ok());
        if heads.into_iter().any(|head| head.contains(what)) {
            return true;
        }
        thread::sleep(Duration::from_millis(50));
    }
    false
}

fn count(home: &Home, library: &Path, query: &str) -> usize {
    let run = home.run(&["list", "--format", "tsv", library.to_str().unwrap(), "--", query]);
    run.out.lines().count()
}

#[test]
fn what_changes_in_a_small_folder_shows_at_once() {
    let (home, library, mut sitting) = opened(3);
    home.file("library/new.txt", "Gulls over the mole\n\nThey came in the night and stayed for the bread.");
    sitting.sees("Gulls over the mole");
    sitting.sees("of 4");
    home.file("library/new.txt", "Terns over the mole\n\nThey came in the night and stayed for the bread.");
    sitting.sees("Terns over the mole");
    fs::remove_file(library.join("new.txt")).unwrap();
    sitting.sees("of 3");
    sitting.press("q").ends();
}

#[test]
fn a_problem_is_told_once_and_is_none_once_its_file_is_mended_or_gone() {
    let (_home, library, mut sitting) = opened(2);
    let broken = library.join("broken.md");
    for noise in 0..3u8 {
        fs::write(&broken, [0, 159, 146, 150, noise].repeat(400)).unwrap();
        sitting.sees("1 problem");
        thread::sleep(Duration::from_millis(300));
    }
    fs::write(&broken, "# The gulls are back\n\nWords of it.\n").unwrap();
    sitting.sees("3 unread of 3");
    sitting.misses("problem");
    fs::write(&broken, [0, 159, 146, 150].repeat(400)).unwrap();
    sitting.sees("1 problem");
    fs::remove_file(&broken).unwrap();
    sitting.misses("problem");
    sitting.press("q").ends();
}

#[test]
fn what_is_exported_never_takes_the_place_of_an_article() {
    let (_home, library, mut sitting) = opened(3);
    let file = library.join("01/1.txt");
    let before = fs::read(&file).unwrap();
    sitting.press("w\u{15}~/library/01/1.txt\r").sees("never written over");
    assert_eq!(fs::read(&file).unwrap(), before);
    sitting.press("w\u{15}~/library/new.md\r").sees("wrote 1 article to");
    sitting.press("q").ends();
}

#[test]
fn what_cannot_be_kept_for_the_next_start_is_said() {
    let home = Home::new();
    let library = library(&home, 1);
    fs::create_dir_all(home.path("data/newsprint/session.json")).unwrap();
    let mut sitting = sit(&home, &library);
    sitting.sees("1 unread of 1");
    sitting.press("<").sees("not kept for the next start");
    sitting.press("q").ends();
}

#[test]
fn an_article_that_was_read_ahead_shows_what_was_written_to_its_file_since() {
    let home = Home::new();
    let library = home.path("library");
    let text = |words: &str| format!("The second quay\n\nPublished 3 May 2001\n\n{words}\n");
    home.file("library/one.txt", "The first quay\n\nPublished 4 May 2001\n\nBread for the islands.\n");
    home.file("library/two.txt", &text("Letters from the islands."));
    let mut sitting = sit(&home, &library);
    sitting.sees("Bread for the islands.");
    thread::sleep(Duration::from_millis(300));
    home.file("library/two.txt", &text("A crate of lemons came back."));
    sitting.press("j").sees("A crate of lemons came back.");
    sitting.press("q").ends();
}

#[test]
fn a_folder_that_goes_and_comes_back_is_watched_again() {
    let (home, library, mut sitting) = opened(3);
    fs::remove_dir_all(&library).unwrap();
    sitting.sees("1 problem");
    let beside = home.path("beside");
    fs::create_dir_all(&beside).unwrap();
    fs::write(beside.join("one.txt"), "The first back\n\nWords of it.\n").unwrap();
    fs::rename(&beside, &library).unwrap();
    sitting.sees("The first back");
    sitting.misses("1 problem");
    sitting.misses("is not there");
    fs::write(library.join("two.txt"), "The second back\n\nWords of it.\n").unwrap();
    sitting.sees("The second back");
    sitting.press("q").ends();
}

/// Waits until a process begun by another watches folders for it, or until it is gone; returns its number.
#[cfg(target_os = "linux")]
fn lookout(of: u32, is_there: bool) -> Option<String> {
    let parent = |number: &str| {
        let stat = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
        // The name in brackets may hold anything.
        stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    let watches = |number: &String| {
        let named = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
        named.starts_with(b"newsprint-lookout") && parent(number) == Some(of)
    };
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let numbers =
            fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let found = numbers.into_iter().find(watches);
        if found.is_some() == is_there {
            return found;
        }
        assert!(Instant::now() < end, "there: {found:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_process_that_watches_is_killed_the_reader_hears_of_it_and_can_have_another() {
    let (home, _, mut sitting) = opened(3);
    let number = lookout(sitting.process(), true).unwrap();
    assert!(Command::new("kill").args(["-9", &number]).status().unwrap().success());
    sitting.sees("changes are not noticed");
    home.file("library/new.txt", "Gulls over the mole\n\nThey came in the night and stayed for the bread.");
    sitting.press("R").sees("Gulls over the mole");
    lookout(sitting.process(), true);
    home.file("library/late.txt", "Terns over the mole\n\nThey came at noon and stayed for the bread too.");
    sitting.sees("Terns over the mole");
    sitting.press("q").ends();
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_watches_ends_with_the_reader_even_if_that_is_killed() {
    let (_home, _, mut sitting) = opened(3);
    let number = lookout(sitting.process(), true).unwrap();
    sitting.kill();
    let end = Instant::now() + Duration::from_secs(20);
    while fs::read(format!("/proc/{number}/cmdline")).is_ok_and(|name| !name.is_empty()) {
        assert!(Instant::now() < end, "it goes on alone");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_changes_in_a_large_folder_shows_at_once_and_a_moved_file_keeps_its_mark() {
    let home = Home::new();
    let library = library(&home, LARGE);
    let mut sitting = sit(&home, &library);
    sitting.sees("2,100 unread of 2,100");
    let new = home
        .file("library/new.txt", "Gulls over the mole\n\nPublished 3 May 2031\n\nThey came in the night.");
    sitting.sees("Gulls over the mole");
    sitting.sees("2,101 unread of 2,101");
    sitting.press("gr").sees("2,100 unread of 2,101");
    assert!(is_head_kept(&home, "\"unread\":2100"), "what is there when newsprint is killed");
    fs::rename(&new, library.join("gulls.txt")).unwrap();
    fs::rename(library.join("04"), library.join("quay")).unwrap();
    sitting.press("/in:quay").sees("162 articles");
    sitting.press("\x1b").sees("2,100 unread of 2,101");
    fs::remove_dir_all(library.join("05")).unwrap();
    sitting.sees("1,938 unread of 1,939");
    sitting.press("q").ends();
    // The next start begins where this one ended, whatever it finds on the disk.
    fs::rename(&library, home.path("unmounted")).unwrap();
    fs::create_dir(&library).unwrap();
    let mut sitting = sit(&home, &library);
    sitting.sees("1,938 unread of 1,939");
    sitting.settles();
    sitting.sees("1,938 unread of 1,939");
    sitting.press("q").ends();
}

#[test]
fn what_other_libraries_hold_stands_beside_their_names() {
    let home = Home::new();
    let library = library(&home, LARGE);
    home.file("few/one.txt", "Gulls over the mole\n\nThey came in the night and stayed for the bread.");
    home.config(&format!(
        "[libraries]\nharbour = {:?}\nfew = {:?}\nnowhere = \"/nowhere/at/all\"\n",
        library,
        home.path("few")
    ));
    let indexed = home.run(&["-l", "harbour", "index"]).out;
    assert!(indexed.starts_with("2100 files, 2100 articles read anew, 0 problems, "), "{indexed}");
    let mut sitting = sit(&home, &home.path("few"));
    sitting.sees("1 unread of 1");
    sitting.press("f").sees("2,100 unread of 2,100");
    sitting.press("q").press("q").ends();
}

#[test]
fn a_second_window_follows_the_first_and_takes_over_when_that_is_killed() {
    let home = Home::new();
    let library = library(&home, LARGE);
    let mut writer = index(&home, &library);
    let end = Instant::now() + Duration::from_secs(20);
    while fs::read_dir(home.path("cache/newsprint")).map_or(0, Iterator::count) == 0 && Instant::now() < end {
        thread::sleep(Duration::from_millis(5));
    }
    let mut sitting = sit(&home, &library);
    thread::sleep(Duration::from_millis(300));
    writer.kill().unwrap();
    writer.wait().unwrap();
    sitting.sees("2,100 unread of 2,100");
    // Each sees what the other takes in.
    let mut other = sit(&home, &library);
    other.sees("2,100 unread of 2,100");
    home.file("library/new.txt", "Gulls over the mole\n\nPublished 3 May 2031\n\nThey came in the night.");
    sitting.sees("of 2,101");
    other.sees("of 2,101");
    sitting.press("q").ends();
    other.press("q").ends();
}

#[test]
fn an_indexing_killed_at_any_moment_is_taken_up_again() {
    let home = Home::new();
    let library = library(&home, LARGE);
    let mut killed = 0;
    for round in 0..6u64 {
        let mut writer = index(&home, &library);
        thread::sleep(Duration::from_millis(40 + 170 * round));
        killed += usize::from(writer.try_wait().unwrap().is_none());
        writer.kill().unwrap();
        writer.wait().unwrap();
        if round % 2 == 1 {
            home.file(
                &format!("library/late{round}.txt"),
                &format!("Late {round}\n\nThe last boat of day {round}."),
            );
        }
    }
    assert!(killed > 0, "every round came too late");
    assert!(index(&home, &library).wait().unwrap().success());
    let status = home.run(&["-l", library.to_str().unwrap(), "index", "--status"]).out;
    assert!(status.contains("articles  2103"), "{status}");
    found(&home, &library);
}

#[test]
fn the_first_of_a_large_library_are_the_same_with_an_index_and_without() {
    let home = Home::new();
    let library = library(&home, LARGE);
    // Of those that are equal in an order, any may be the first: they are compared by what it goes by.
    let first = |(column, words): (usize, &[&str])| {
        let all = [&["list", "--format", "tsv", "-n", "9", library.to_str().unwrap()], words].concat();
        let list = home.run(&all).out;
        list.lines().map(|line| line.split('\t').nth(column).unwrap().to_owned()).collect::<Vec<_>>()
    };
    let orders: [(usize, &[&str]); 3] = [(2, &[]), (2, &["--reverse"]), (6, &["--sort", "title"])];
    let before = orders.map(first);
    assert!(index(&home, &library).wait().unwrap().success());
    assert_eq!(orders.map(first), before);
    assert!(before.iter().all(|list| list.len() == 9) && before[0] != before[1]);
}

#[test]
fn every_needle_is_found_as_often_as_it_stands_there_with_an_index_and_without() {
    let home = Home::new();
    let library = library(&home, LARGE);
    found(&home, &library);
    assert!(index(&home, &library).wait().unwrap().success());
    found(&home, &library);
}

fn found(home: &Home, library: &Path) {
    for (needle, articles) in NEEDLES {
        assert_eq!(count(home, library, needle), *articles, "{needle}");
    }
}

#[test]
fn another_library_opens_in_place_of_this_one() {
    let home = Home::new();
    home.file("shelf/a.txt", "Gulls over the mole\n\nThey came in the night.");
    home.file("barn/b.txt", "Larks over the barley\n\nThey sing at noon.");
    let (shelf, barn) = (home.path("shelf"), home.path("barn"));
    home.config(&format!("[libraries]\nshelf = {shelf:?}\nbarn = {barn:?}\n"));
    let mut sitting = sit(&home, &shelf);
    sitting.sees("Gulls");
    sitting.press("fl").sees("Larks");
    home.file("barn/c.txt", "Owls under the roof\n\nThey sing at night.");
    let screen = sitting.sees("Owls");
    assert!(!screen.contains("Gulls"), "{screen}");
    sitting.press("q").ends();
}
