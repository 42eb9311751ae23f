//! The page as a reader sees it: options of the setting, and the word at the top that stays there.

use std::path::{Path, PathBuf};

use newsprint::app::effect::Effect;
use newsprint::config::Config;
use newsprint::typeset::{Ambiguous, Bidi};
use proptest::prelude::*;

use crate::desk::{Desk, shipped};

const HEBREW: &str = "---\ntitle: הנמל שקט הערב\nlang: he\n---\n\nהנמל שקט הערב, והאופים יודעים מה השעה: כשהפנסים כבים \
    לאורך הרציף, הלחם השני כבר בתנור והסירות מחכות לכל מי שישן יותר מדי.\n";

fn library(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    (folder, file)
}

fn open(place: &Path, config: &Config) -> Desk {
    Desk::open(&[place.to_owned()], 110, 24, config, true)
}

#[test]
fn an_article_from_right_to_left_says_what_to_do_and_is_turned_round_on_request() {
    let (_folder, file) = library("port.md", HEBREW);
    let off = open(&file, &Config::default()).screen();
    assert!(off.contains("bidi = \"visual\""), "{off}");
    let config = Config { bidi: Bidi::Visual, ..Config::default() };
    let visual = open(&file, &config).screen();
    let turned: String = "הנמל שקט הערב".chars().rev().collect();
    let ends_right = visual.lines().any(|line| line.trim_end().ends_with(&turned));
    assert!(ends_right && !visual.contains("הנמל שקט הערב"), "{visual}");
    let config = Config { bidi: Bidi::Terminal, ..Config::default() };
    let alone = open(&file, &config).screen();
    assert!(!alone.contains('│'), "the article stands alone: {alone}");
}

#[test]
fn searching_finds_what_was_turned_round() {
    let (_folder, file) = library("port.md", HEBREW);
    let mut desk = open(&file, &Config { bidi: Bidi::Visual, ..Config::default() });
    desk.press("/").type_in("הלחם").press("enter");
    assert_eq!(
        desk.app.reader.find.as_ref().and_then(newsprint::panes::reader::Find::count).as_deref(),
        Some("1/1")
    );
}

#[test]
fn justified_text_is_an_option() {
    let text = "The bakers know the hour by the lamps along the quay. ".repeat(12);
    let (_folder, file) = library("bread.txt", &format!("Bread at dawn\n\n{text}\n"));
    let ragged = open(&file, &Config::default()).screen();
    let filled = open(&file, &Config { justify: true, ..Config::default() }).screen();
    assert_ne!(ragged, filled);
    assert!(filled.matches("  ").count() > ragged.matches("  ").count(), "{filled}");
}

#[test]
fn where_ambiguous_characters_are_wide_newsprint_adds_none() {
    let config = Config { ambiguous: Ambiguous::Wide, ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 120, 40, &config, true);
    let screen = desk.press("j enter").screen();
    assert!(!screen.contains(['│', '●', '─', '▸']), "{screen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_same_word_stays_at_the_top_through_every_resize(
        article in 0usize..12,
        pages in 0usize..6,
        sizes in prop::collection::vec((20u16..200, 5u16..60), 1..8),
        measures in prop::collection::vec(prop::sample::select(vec!["<", ">", "z"]), 0..4),
    ) {
        let mut desk = Desk::new(80, 24);
        desk.press(&"j ".repeat(article)).press("enter").press(&"space ".repeat(pages));
        desk.done.retain(|effect| !matches!(effect, Effect::Redraw));
        if !desk.app.reader.is_at_bottom() {
            let word = desk.app.reader.place().0;
            for (step, (width, height)) in sizes.into_iter().enumerate() {
                desk.resize(width, height);
                desk.press(measures.get(step).copied().unwrap_or_default());
                if !desk.app.reader.is_at_bottom() {
                    let open = desk.app.reader.open().expect("an article is open");
                    let top = desk.app.reader.top();
                    let from = open.column.lines[top].start;
                    let to = open.column.lines.get(top + 1).map_or(usize::MAX, |line| line.start);
                    prop_assert!(from <= word && (word < to || word == from), "{word} is not in {from}..{to} at {width}");
                }
            }
            desk.resize(80, 24).press(&"> ".repeat(12)).press(&"< ".repeat(12));
            prop_assert_eq!(desk.app.reader.place().0, word);
        }
    }
}
