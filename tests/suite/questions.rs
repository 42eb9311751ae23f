//! What is asked before anything is done: never cut in silence, and never so that it hides who answers.

use newsprint::app::effect::Effect;
use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, folder, open, shipped};

const SIZES: &[(u16, u16)] = &[(120, 40), (80, 24), (40, 12), (30, 8), (24, 6), (20, 5)];

const LOCALES: [Locale; 4] = [Locale::English, Locale::French, Locale::German, Locale::Spanish];

/// An article with one link.
fn article(address: &str) -> String {
    format!("---\ntitle: Your account\ndate: 2025-11-14\n---\n\nPlease [sign in]({address}) today.\n")
}

fn browsed(desk: &Desk) -> bool {
    desk.done.iter().any(|effect| matches!(effect, Effect::Browse(_)))
}

#[test]
fn who_answers_is_seen_whole_before_a_yes_is_taken() {
    let address =
        "https://www.my-bank.example.com.evil-domain.example/login?from=https://www.my-bank.example.com/";
    let (_folder, place) = folder(&[("bank.md", &article(address))]);
    for (width, height) in SIZES.iter().copied() {
        let mut desk = open(place.clone(), width, height);
        desk.press("enter 1 enter");
        let screen = desk.screen();
        let may_answer = screen.contains("Enter yes");
        let is_told = screen.contains("evil-domain.example");
        assert_eq!(may_answer, is_told, "{width}x{height}:\n{screen}");
        assert_eq!(is_told, width > 20, "{width}x{height}:\n{screen}");
        if !is_told {
            assert!(screen.contains("The window is"), "{screen}");
        }
        let end = screen.contains(".com/ ") || screen.contains('…');
        assert!(end || !is_told, "{width}x{height}:\n{screen}");
        desk.press("enter");
        assert_eq!(browsed(&desk), is_told, "{width}x{height}:\n{screen}");
    }
}

#[test]
fn a_search_of_the_web_names_the_host_however_long_the_words() {
    let title = ["Of the lamps and ladders and buckets"; 5].join(" and ");
    let text = format!(
        "---\ntitle: Lamps\ndate: 2025-11-14\n---\n\nThe lamp went out.[1] Nobody minded.\n\n## Sources\n\n\
         [1] \"{title}\", Harbour Almanac, 3 May 1893.\n"
    );
    let (_folder, place) = folder(&[("lamps.md", &text)]);
    for (width, height) in SIZES.iter().copied() {
        let mut desk = open(place.clone(), width, height);
        desk.press("enter S w");
        let screen = desk.screen();
        assert!(screen.contains("duckduckgo.com"), "{width}x{height}:\n{screen}");
        desk.press("y");
        assert!(browsed(&desk), "{width}x{height}:\n{screen}");
    }
}

#[test]
fn no_question_is_cut_in_silence() {
    for language in LOCALES {
        for (width, height) in SIZES.iter().copied() {
            let config = Config { language: Some(language), ..Config::default() };
            let mut desk = Desk::open(&[shipped()], width, height, &config, true);
            let screen = desk.press("A").screen();
            let mut parts = screen.lines().skip(1).flat_map(|line| line.split('│')).map(str::trim);
            let is_whole = parts.any(|part| part.ends_with('?') || (width < 40 && part.ends_with('…')));
            assert!(is_whole, "{language:?} {width}x{height}:\n{screen}");
        }
    }
}
