//! What is laid over the screen to find one's way: the palette of commands and the table of keys.

use newsprint::app::commands::Scope;
use newsprint::app::effect::Effect;
use newsprint::config::Config;

use crate::desk::{Desk, shipped};

/// The rows of the palette, from the best match on.
fn offered(desk: &mut Desk, typed: &str) -> Vec<String> {
    desk.press(":").type_in(typed);
    let screen = desk.screen();
    let rows = screen.lines().skip_while(|line| !line.contains("│ :")).skip(1);
    let names = rows.filter_map(|line| line.trim_matches(['│', ' ', '▸']).split_whitespace().next());
    let names = names.map(ToOwned::to_owned).collect();
    desk.press("esc");
    names
}

#[test]
fn the_palette_puts_what_is_called_so_before_what_tells_of_it() {
    let mut desk = Desk::new(80, 40);
    assert_eq!(offered(&mut desk, "thm")[0], "themes", "three letters of the name");
    assert_eq!(
        offered(&mut desk, "rel")[..2],
        ["related", "order"],
        "sort by … relevance; no letters strewn"
    );
    assert_eq!(
        offered(&mut desk, "star")[..2],
        ["toggle-star", "starred-only"],
        "a word of it, then a start"
    );
    assert_eq!(offered(&mut desk, "relev")[0], "order", "the start of a word of what it does");
    assert_eq!(offered(&mut desk, "mark-b")[0], "mark-below-read");
    assert_eq!(offered(&mut desk, "mark b")[0], "mark-below-read", "a space does for a hyphen");
    assert_eq!(offered(&mut desk, "take back")[0], "undo", "words of what it does");
}

#[test]
fn the_palette_lights_the_letters_that_were_typed() {
    let mut desk = Desk::new(120, 40);
    desk.press(":").type_in("take back");
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains("▸ undo")).unwrap();
    let from = line.chars().position(|c| c == 't').unwrap();
    let styled = desk.styled();
    let lit = styled.lines().filter(|line| line.starts_with(&format!("{row}:")));
    let lit: Vec<&str> = lit.collect();
    assert!(lit.iter().any(|run| run.starts_with(&format!("{row}:{from}..{} ", from + 4))), "{lit:?}");
}

/// The rows of a box as wide as the screen, below what is typed.
fn rows(desk: &mut Desk) -> Vec<String> {
    let screen = desk.screen();
    let rows = screen.lines().filter(|line| line.starts_with('│')).skip(1);
    rows.map(ToOwned::to_owned).collect()
}

#[test]
fn a_page_of_the_keys_or_the_commands_is_what_the_screen_shows() {
    for (width, height) in [(80, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::new(width, height);
        let before = rows(desk.press("?"));
        let after = rows(desk.press("pagedown"));
        assert_eq!(before.last(), after.first(), "{width}x{height}: what was last is first");
        assert_eq!(rows(desk.press("pageup")), before, "{width}x{height}: and back");
        let shown = rows(desk.press("esc :"));
        let below = rows(desk.press("pagedown"));
        let last = below.last().unwrap();
        assert!(last.contains('▸'), "{width}x{height}: the last that shows is chosen");
        assert_eq!(Some(&last.replace('▸', " ")), shown.last(), "{width}x{height}");
    }
}

#[test]
fn keys_pressed_one_after_another_stand_on_one_line_of_the_keys() {
    let vim = Config { preset: "vim".to_owned(), ..Config::default() };
    for width in [120, 80, 60] {
        let mut desk = Desk::open(&[shipped()], width, 40, &vim, true);
        let screen = desk.press("enter ?").type_in("ctrl-w").screen();
        assert!(screen.contains("Ctrl-W h"), "{screen}");
        for line in screen.lines().filter(|line| line.contains("Ctrl-W")) {
            let first = line.matches("Ctrl-W").count() == 1;
            let alone = first && line.contains("Ctrl-W  ");
            assert!(!alone, "{width}: half of a key is another key: {line}");
        }
    }
}

#[test]
fn a_command_nobody_knows_is_said_not_to_be_there_and_can_be_typed_again() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        let mut desk = Desk::new(width, height);
        desk.press(":").type_in("zzzz");
        let says = |desk: &mut Desk| {
            let screen = desk.screen();
            height < 6 || screen.contains("nothing by that name")
        };
        assert!(says(&mut desk), "{}", desk.screen());
        desk.press("enter");
        assert!(says(&mut desk) && desk.app.scope() == Scope::Palette, "{}", desk.screen());
        desk.press("backspace backspace backspace backspace").type_in("quit").press("enter");
        assert!(desk.done.contains(&Effect::Quit));
    }
}
