//! Marking more than one article at the desk: a range, some picked one by one, a query; asked by size,
//! taken back as one; and what the reader set back to unread is left so.

use newsprint::config::{Config, MarkRead};
use newsprint::marks::{Mark, Marks};

use crate::desk::{Desk, shipped};
use crate::home::Home;

fn merged(desk: &Desk) -> Marks {
    let mut marks = Marks::default();
    marks.extend(&desk.journal);
    marks
}

/// Counts the articles marked at a desk that are so.
fn count(desk: &Desk, is: impl Fn(&Mark) -> bool) -> usize {
    let marks = merged(desk);
    marks.articles().filter(|id| is(&marks.get(*id))).count()
}

/// A desk on a library of forty articles, newest first.
fn forty() -> (Home, Desk) {
    let home = Home::new();
    for n in 0..40 {
        let day = n % 28 + 1;
        let text = format!(
            "---\ntitle: Lamp number {n}\ndate: 2025-0{}-{day:02}\n---\n\nThe lamp {n} went out.\n",
            n / 28 + 1
        );
        home.file(&format!("news/{n}.md"), &text);
    }
    let desk = Desk::open(&[home.path("news")], 110, 30, &Config::default(), false);
    (home, desk)
}

#[test]
fn a_range_is_starred_in_one_and_taken_back_in_one() {
    let (_home, mut desk) = forty();
    desk.press("j v j j j");
    let screen = desk.screen();
    assert!(screen.contains("4 articles chosen") && screen.contains("Esc ends"), "{screen}");
    assert_eq!(screen.matches('┃').count(), 4 * 3, "{screen}");
    desk.press("s");
    assert_eq!(count(&desk, |mark| mark.starred), 4);
    assert!(desk.screen().contains("starred: 4 articles · u takes it back"), "{}", desk.screen());
    assert!(!desk.screen().contains('┃'), "the range is over");
    desk.press("u");
    assert_eq!(count(&desk, |mark| mark.starred), 0);
    assert!(desk.screen().contains("taken back: starred: 4 articles"), "{}", desk.screen());
}

#[test]
fn a_range_upwards_and_past_the_screen_counts_every_row() {
    let (_home, mut desk) = forty();
    desk.press("G v g L");
    assert!(desk.screen().contains("40 articles: put by for later?"), "{}", desk.screen());
    desk.press("enter");
    assert_eq!(count(&desk, |mark| mark.later), 40);
    assert!(desk.journal.iter().all(|change| change.path.is_some()), "the files are remembered, for edits");
    desk.press("v j esc");
    assert!(!desk.screen().contains("chosen"), "{}", desk.screen());
    assert_eq!(desk.app.headlines.total(), 40, "the first Esc ends the range alone");
}

#[test]
fn some_are_picked_one_by_one() {
    let (_home, mut desk) = forty();
    desk.press("x j x x k x");
    assert!(desk.screen().contains("2 articles chosen"), "picking again takes it back: {}", desk.screen());
    desk.press("r");
    assert_eq!(count(&desk, |mark| mark.read), 2);
    desk.press("g x x r");
    assert_eq!(count(&desk, |mark| mark.read), 3, "where one is unread, all become read");
}

#[test]
fn tags_are_typed_completed_and_taken_off() {
    let (_home, mut desk) = forty();
    desk.press("t").type_in("long reads, quay").press("enter");
    assert!(desk.screen().contains("tagged long reads, quay: "), "{}", desk.screen());
    desk.press("j v j t").type_in("qu");
    assert!(desk.screen().contains("tags: qu") && desk.screen().contains("quay"), "{}", desk.screen());
    desk.press("tab enter");
    assert_eq!(count(&desk, |mark| mark.tags.contains(&"quay".to_owned())), 3);
    desk.press("g t").type_in("-quay").press("enter");
    assert_eq!(count(&desk, |mark| mark.tags.contains(&"quay".to_owned())), 2);
    desk.press("u");
    assert_eq!(count(&desk, |mark| mark.tags.contains(&"quay".to_owned())), 3);
    desk.press("t").type_in("gone").press("esc");
    assert_eq!(count(&desk, |mark| mark.tags.contains(&"gone".to_owned())), 0);
}

#[test]
fn hiding_takes_articles_out_of_the_list_at_once() {
    let (_home, mut desk) = forty();
    desk.press("j");
    let second = desk.app.headlines.selected();
    desk.press("H");
    assert_eq!(desk.app.headlines.total(), 39);
    assert_ne!(desk.app.headlines.selected(), second, "the next one is selected");
    assert_eq!(desk.app.headlines.position(), 1);
    desk.press("/").type_in("is:hidden").press("enter");
    assert_eq!((desk.app.headlines.total(), desk.app.headlines.selected()), (1, second));
    desk.press("u esc");
    assert_eq!(desk.app.headlines.total(), 40);
    desk.press("G v k k H");
    assert_eq!(desk.app.headlines.total(), 37);
    assert_eq!(desk.app.headlines.position(), 36, "the last of what is left");
}

#[test]
fn what_nobody_counted_is_marked_after_asking() {
    let (_home, mut desk) = forty();
    desk.press("/").type_in("number 3").press("enter A");
    assert!(desk.screen().contains("Mark 11 unread articles of this list as read?"), "{}", desk.screen());
    desk.press("esc");
    assert!(desk.journal.is_empty());
    desk.press("A enter");
    assert!(desk.screen().contains("marked as read: 11 articles · u takes it back"), "{}", desk.screen());
    desk.press("u esc g j j (");
    assert!(desk.screen().contains("Mark 2 unread articles above this one as read?"), "{}", desk.screen());
    desk.press("enter");
    assert!(desk.screen().contains("as read: 2 articles · u takes it back"), "{}", desk.screen());
    desk.press("u");
    assert_eq!(count(&desk, |mark| mark.read), 0);
}

#[test]
fn what_was_just_read_is_dim_in_the_unread_list() {
    let (_home, mut desk) = forty();
    desk.press("U r j");
    let styled = desk.styled();
    let row = desk.screen().lines().position(|line| line.contains("Lamp number 39")).unwrap();
    assert!(
        styled.lines().any(|line| line.starts_with(&format!("{row}:")) && line.contains("DIM")),
        "{styled}"
    );
}

#[test]
fn an_article_set_back_to_unread_stays_so_while_it_is_scrolled() {
    for mark_read in [MarkRead::End, MarkRead::Open] {
        let config = Config { mark_read, ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 80, 24, &config, false);
        desk.press("enter G");
        assert_eq!(count(&desk, |mark| mark.read), 1, "{mark_read:?}");
        desk.press("r k j G pagedown b G");
        assert_eq!(count(&desk, |mark| mark.read), 0, "{mark_read:?}: r");
    }
    let config = Config { mark_read: MarkRead::End, ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 80, 24, &config, false);
    desk.press("enter G u k j G");
    assert_eq!(count(&desk, |mark| mark.read), 0, "what was taken back is not done again");
    desk.press("r");
    assert_eq!(count(&desk, |mark| mark.read), 1);
}

#[test]
fn an_article_read_to_its_end_is_finished() {
    let mut desk = Desk::new(80, 24);
    desk.press("enter q");
    assert_eq!(count(&desk, |mark| mark.finished), 0);
    desk.press("enter G q");
    assert_eq!(count(&desk, |mark| mark.finished), 1);
}
