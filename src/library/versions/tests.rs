//! Stories of versions: what is folded, what is not, and that it takes no time to speak of.

use super::*;
use crate::library::fold::fold;

fn words(seed: usize, count: usize) -> String {
    let word = |n: usize| format!("w{}", (n * 7919 + seed * 104_729) % 40_001);
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn print(id: u64, title: &str, text: &str, day: i64) -> Print {
    Print {
        id: ArticleId::from_number(id),
        title: fold(title).into(),
        sketch: Sketch::of(&fold(text)),
        length: text.len() as u64,
        modified: 0,
        day: Some(day),
    }
}

fn folded(prints: &[Print]) -> Vec<Vec<u64>> {
    let folds = Folds::of(prints.to_vec());
    folds.groups().iter().map(|group| group.iter().map(|id| id.number()).collect()).collect()
}

#[test]
fn a_story_saved_twice_is_one_and_the_longer_version_is_shown() {
    let whole = words(1, 500);
    let longer = format!("{whole} Corrected on Monday: the lamp was green.");
    let prints = [print(1, "The lamp", &whole, 10), print(2, "The lamp again", &longer, 11)];
    assert_eq!(folded(&prints), [[2, 1]]);
}

#[test]
fn two_stories_that_share_half_their_words_stay_two() {
    let shared = words(1, 250);
    let one = format!("{shared} {}", words(2, 250));
    let other = format!("{shared} {}", words(3, 250));
    assert_eq!(folded(&[print(1, "The lamp", &one, 10), print(2, "The lamp", &other, 10)]), [[0; 0]; 0]);
}

#[test]
fn a_short_text_needs_the_same_headline_and_a_long_one_nearly_the_same() {
    let under = |one: &str, other: &str, text: &str, days: i64| {
        folded(&[print(1, one, text, 10), print(2, other, text, 10 + days)]).len()
    };
    let (short, long) = (words(1, 60), words(2, 600));
    assert_eq!(under("The lamp is lit", "The lamp is lit", &short, 400), 1);
    assert_eq!(under("The lamp is lit", "The lamp is lit again", &short, 0), 0);
    assert_eq!(under("The lamp is lit", "The lamp is lit again", &long, 2), 1);
    assert_eq!(
        under("The lamp is lit", "The lamp is lit again", &long, 365),
        0,
        "what returns is another story"
    );
    assert_eq!(under("The lamp is lit", "Fog at noon", &long, 0), 0);
    assert_eq!(under("Week 7 at the lamp", "Week 8 at the lamp", &long, 0), 0, "instalments");
}

#[test]
fn a_chain_of_small_changes_does_not_join_its_ends() {
    let all: Vec<String> = words(1, 2000).split(' ').map(str::to_owned).collect();
    let prints: Vec<Print> = (0..20u32)
        .map(|n| {
            print(u64::from(n) + 1, "The lamp", &all[n as usize * 60..n as usize * 60 + 600].join(" "), 10)
        })
        .collect();
    for group in Folds::of(prints.clone()).groups() {
        let at = |id: &ArticleId| prints.iter().find(|print| print.id == *id).unwrap();
        let first = at(&group[0]);
        assert!(group.iter().all(|id| at(id).sketch.agreement(&first.sketch).unwrap() >= ALIKE - 2));
    }
}

#[test]
fn no_more_stories_than_the_limit_are_told_apart_among_articles_of_one_template() {
    let template = words(1, 400);
    let report = |n: usize| print(n as u64 + 1, &format!("Report number {n}"), &template, 10);
    let twice_at_the_end = |stories: usize| {
        let mut prints: Vec<Print> = (0..stories).map(report).collect();
        prints.push(Print { id: ArticleId::from_number(stories as u64 + 1), ..report(stories - 1) });
        folded(&prints)
    };
    let last = MOST as u64;
    assert_eq!(twice_at_the_end(MOST), [[last, last + 1]]);
    assert_eq!(twice_at_the_end(MOST + 1), [[0; 0]; 0], "what is beyond it would take time without end");
}
