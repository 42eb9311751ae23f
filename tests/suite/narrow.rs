//! Little room: what is left out goes whole, what is long goes on below, and nothing is stretched over lines it
//! has no words for.

use newsprint::app::Whose;
use newsprint::app::message::Message;
use newsprint::article::Text;
use newsprint::config::Config;
use newsprint::library::FileProblem;
use newsprint::theme::Theme;
use newsprint::typeset::Bidi;
use newsprint::words::{Locale, Words};
use unicode_width::UnicodeWidthStr;

use crate::desk::{Desk, folder, open, shipped};

const LOCALES: [Locale; 4] = [Locale::English, Locale::French, Locale::German, Locale::Spanish];

/// Rows of the box that is laid over the screen, its frame counted.
fn box_rows(screen: &str) -> usize {
    screen.lines().filter(|line| line.trim_start().starts_with(['╭', '│', '╰'])).count()
}

#[test]
fn the_details_of_a_row_are_left_out_whole() {
    for language in LOCALES {
        for width in [120, 100, 60, 40, 30, 24] {
            let config = Config { language: Some(language), ..Config::default() };
            let mut desk = Desk::open(&[shipped()], width, 40, &config, true);
            desk.press("s L t").type_in("sea").press("enter g");
            let screen = desk.screen();
            for row in screen.lines().skip(2).filter_map(|line| line.split('│').next()) {
                let row = row.trim_end_matches([' ', '★', '◔', '#', '✎']);
                assert!(!row.ends_with('·'), "{language:?} at {width}: {row}\n{screen}");
                let stump = |part: &str| part.ends_with('…') && UnicodeWidthStr::width(part) < 5;
                let stumps = row.split(" · ").skip(1).filter(|part| stump(part)).count();
                assert_eq!(stumps, 0, "{language:?} at {width}: {row}\n{screen}");
            }
        }
    }
    let config = Config { language: Some(Locale::German), ..Config::default() };
    let german = Desk::open(&[shipped()], 40, 40, &config, true).screen();
    assert!(german.contains(" · Il Foglio"), "the language goes before the outlet: {german}");
}

#[test]
fn an_article_read_to_its_end_opens_at_its_end_on_a_larger_screen_and_a_page_never_leads_back() {
    let lines: Vec<String> = (1..=60).map(|n| format!("Lamp {n} burns on the quay.\n\n")).collect();
    let lamps = format!("---\ntitle: Lamps\ndate: 2025-02-02\n---\n\n{}", lines.concat());
    let (_folder, place) = folder(&[("lamps.md", &lamps)]);
    let (_other, aside) =
        folder(&[("gulls.md", "---\ntitle: Gulls\ndate: 2024-02-02\n---\n\nThey sleep.\n")]);
    let places = [place, aside];
    let mut small = Desk::open(&places, 40, 12, &Config::default(), true);
    let at = |desk: &mut Desk| {
        let screen = desk.screen();
        screen
            .lines()
            .filter(|line| line.contains("burns on the quay"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    small.press("enter G k q");
    let marks = small.app.marks().clone();
    let theme = Theme::named("dark", true).unwrap();
    let mut large = Desk::with(&places, 80, 24, &Config::default(), theme, marks);
    large.press("enter");
    let before = at(&mut large);
    assert!(before.len() > 8 && before.iter().any(|line| line.contains("Lamp 60 ")), "{}", large.screen());
    large.press("pagedown");
    assert_eq!(at(&mut large), before, "there is nothing further down: {}", large.screen());
    large.press("space");
    assert!(!at(&mut large).iter().any(|line| !before.contains(line)), "{}", large.screen());
}

#[test]
fn a_day_behind_an_arabic_name_is_read_as_a_day() {
    for width in [100, 60] {
        let config = Config { bidi: Bidi::Visual, ..Config::default() };
        let mut desk = Desk::open(&[shipped().join("saati-al-mina.md")], width, 30, &config, true);
        let screen = desk.press("G").screen();
        assert!(screen.contains("12 Mar 2021"), "{screen}");
        let screen = desk.press("S").screen();
        assert!(screen.contains("12 Mar 2021"), "{screen}");
    }
}

#[test]
fn every_problem_is_told_to_its_end_and_every_file_by_its_name() {
    let what = "is no article: the page has a frame around an address, a menu and a notice about cookies, and \
        nothing that could be read";
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::new(width, height);
        for number in 1..=4 {
            let path = format!("/home/ada/clippings/of the harbour/2021/saved/page-number-{number}.html");
            desk.app.problems.add(&FileProblem { path: path.into(), what: Text::new(what) });
        }
        desk.press("!");
        let mut seen = String::new();
        for _ in 0..30 {
            for line in desk.screen().lines() {
                seen.push_str(line.trim_matches([' ', '│']));
                seen.push(' ');
            }
            desk.press("j");
        }
        for number in 1..=4 {
            assert!(seen.contains(&format!("page-number-{number}.html")), "{number} at {width}: {seen}");
        }
        assert!(seen.contains("could be read"), "{width}: {seen}");
        let screen = desk.screen();
        let inside = screen.lines().filter(|line| line.contains('│')).count();
        assert!(inside >= 8, "the end of the list is at the end of the box: {screen}");
    }
}

#[test]
fn the_summary_of_the_sources_stands_above_the_first_of_them_on_a_low_screen_too() {
    let mut desk = open(shipped().join("the-lamplighters-of-port-merrin.md"), 40, 12);
    let top = desk.press("S").screen();
    assert!(top.contains("publishers") && !top.contains("│ · "), "{top}");
    let below = desk.press("j").screen();
    assert!(!below.contains("publishers") && below.contains(" ↑ ─╮"), "{below}");
    assert_eq!(desk.press("k").screen(), top);
}

#[test]
fn the_figures_of_ones_reading_and_of_the_timeline_are_never_cut() {
    for language in LOCALES {
        let config = Config { language: Some(language), ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 40, 12, &config, true);
        desk.press("enter G q j enter G q C");
        for _ in 0..20 {
            let screen = desk.screen();
            let cut = screen.lines().find(|line| line.split("  ").skip(1).any(|part| part.contains('…')));
            assert_eq!(cut, None, "{language:?}: {screen}");
            desk.press("j");
        }
        desk.press("esc D");
        for keys in ["end", "home", "J", "J", "+", "J", "J", "+", "J", "J"] {
            let screen = desk.press(keys).screen();
            let summary = screen.lines().nth(2).unwrap_or_default();
            assert!(summary.contains(" · ") && !summary.contains('…'), "{language:?}: {screen}");
        }
    }
}

#[test]
fn boxes_take_the_lines_they_need_and_no_more() {
    let mut desk = open(shipped(), 40, 12);
    assert!((3..8).contains(&box_rows(&desk.press("A").screen())), "{}", desk.screen());
    desk.press("esc enter a");
    assert!((3..8).contains(&box_rows(&desk.screen())), "{}", desk.screen());
    desk.type_in("a line");
    assert!(desk.screen().contains("a line"));
    let mut desk = open(shipped(), 40, 12);
    desk.press("enter /").type_in("marzipan").press("enter");
    assert!((3..8).contains(&box_rows(&desk.screen())), "{}", desk.screen());
}

#[test]
fn a_span_of_days_is_not_parted_where_a_line_has_room_for_it() {
    let article = |day: &str| {
        format!(
            "The hens\n\nThe hens were sold before noon on {day}.\n\nSources:\nThe Harbour and Lamp Post (Gdynia): The hens, {day}\n"
        )
    };
    let (_folder, place) = folder(&[("a.txt", &article("08/12/16")), ("b.txt", &article("21/11/2026"))]);
    for width in [120, 80, 60, 50, 40] {
        let mut desk = open(place.clone(), width, 24);
        let screen = desk.press("O").screen();
        assert!(screen.contains("8 Dec 2016 – 21 Nov 2026"), "at {width}: {screen}");
    }
}

#[test]
fn the_number_of_articles_is_told_whole_and_apart_from_the_name() {
    for language in LOCALES {
        for width in [80, 60, 40, 30, 24] {
            let config = Config { language: Some(language), ..Config::default() };
            let mut desk = Desk::open(&[shipped()], width, 12, &config, true);
            for done in [true, false] {
                desk.send(Message::Scanned {
                    files: 20,
                    total: None,
                    articles: 20,
                    problems: Vec::new(),
                    done,
                });
                for keys in ["g", "enter", "q"] {
                    let screen = desk.press(keys).screen();
                    let title = screen.lines().next().unwrap_or_default();
                    let words = Words::new(language, false);
                    let (total, unread) = (desk.app.headlines.total(), desk.app.headlines.unread());
                    let counts =
                        words.with("unread-of", &[("unread", unread.into()), ("total", total.into())]);
                    let before = title.strip_suffix(&counts).unwrap_or_else(|| panic!("{width}: {title:?}"));
                    let is_apart =
                        before.ends_with("  ") || before.ends_with(" · ") || before.trim().is_empty();
                    assert!(is_apart, "{language:?} at {width}: {title:?}");
                }
            }
        }
    }
    let mut desk = open(shipped(), 40, 12);
    let screen = desk.press("enter").screen();
    assert!(screen.starts_with(" Reading with newspri…  "), "{screen}");
}

#[test]
fn a_first_start_on_a_small_screen_says_at_least_what_it_is_and_how_to_begin() {
    for language in LOCALES {
        let config = Config { language: Some(language), ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 40, 12, &config, true);
        desk.app.whose = Whose::Shipped;
        desk.app.greet("/home/a-reader-with-a-long-name/of-many-folders/.config/newsprint/config.toml");
        let screen = desk.screen();
        for words in ["╭", "newsprint ", "?"] {
            assert!(screen.contains(words), "{language:?}: no {words:?} in\n{screen}");
        }
        assert!(!screen.contains('…'), "{language:?}: {screen}");
    }
}

#[test]
fn an_empty_folder_tells_what_to_give_in_whole_words() {
    let (_folder, place) = folder(&[]);
    for language in LOCALES {
        let config = Config { language: Some(language), ..Config::default() };
        let screen = Desk::open(std::slice::from_ref(&place), 40, 12, &config, true).screen();
        assert!(screen.contains("newsprint ~/clippings"), "{language:?}: {screen}");
        assert!(
            screen.contains("newsprint config --path") && !screen.contains('…'),
            "{language:?}: {screen}"
        );
    }
}

#[test]
fn no_blank_stands_behind_the_comma_of_ideographs() {
    let mut desk = open(shipped().join("minato-no-akari.md"), 80, 24);
    for keys in ["G", "S"] {
        let screen = desk.press(keys).screen();
        assert!(screen.contains('、') && !screen.contains("、 "), "{screen}");
    }
}

#[test]
fn a_word_of_a_headline_that_is_longer_than_the_line_is_parted_with_a_hyphen_and_no_other_is() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente";
    let text = format!("---\ntitle: Die {word} wird gekürzt\nlang: de\n---\n\nSie war nie hoch.\n");
    let (_folder, place) = folder(&[("rente.md", &text)]);
    let screen = open(place.join("rente.md"), 40, 24).screen();
    let lines: Vec<&str> = screen.lines().map(str::trim).collect();
    let first = lines.iter().position(|line| line.ends_with('-')).unwrap_or_else(|| panic!("{screen}"));
    let joined = format!("{}{}", lines[first].trim_end_matches('-'), lines[first + 1]);
    assert!(joined.contains(word), "{screen}");
    let wide = open(place.join("rente.md"), 80, 24).screen();
    assert!(wide.contains(word), "{wide}");
}

#[test]
fn no_description_of_a_command_is_cut_where_the_screen_has_room() {
    let (_folder, place) = folder(&[("hens.md", "# Hens\n\nThey were sold.\n")]);
    for language in LOCALES {
        let config = Config { language: Some(language), ..Config::default() };
        let mut desk = Desk::open(std::slice::from_ref(&place), 150, 40, &config, true);
        desk.press("esc :");
        for _ in 0..8 {
            let screen = desk.screen();
            assert!(screen.contains('╭') && !screen.contains('…'), "{language:?}: {screen}");
            desk.press("pagedown");
        }
    }
}
