//! Every article of the repository on a wide, an ordinary and a small screen, page by page: no line is
//! wider than its place, no cluster is cut, nothing stands on anything else, and nothing is missing.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use newsprint::app::layout::{Show, Wish, areas};
use newsprint::config::Config;
use newsprint::typeset::{Bidi, Column, Surface, cells, plain};
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::desk::{Desk, shipped};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// Every file with articles that the repository has.
fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![shipped(), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// The text of a line as it is drawn.
fn text(column: &Column, line: usize) -> String {
    let spans = column.lines.get(line).map(|line| line.spans.as_slice()).unwrap_or_default();
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// Checks the column of the open article.
fn column_is_sound(column: &Column, width: usize, what: &str) {
    let bounds: HashSet<usize> =
        column.prose.grapheme_indices(true).map(|(at, _)| at).chain([column.prose.len()]).collect();
    let mut placed = Vec::new();
    for (number, line) in column.lines.iter().enumerate() {
        let taken: usize = line.spans.iter().map(|span| cells(&span.text)).sum();
        assert!(taken <= width, "{what}: {taken} cells of {width}: {}", text(column, number));
        for prose in line.spans.iter().filter_map(newsprint::typeset::Span::prose) {
            assert!(bounds.contains(&prose.start) && bounds.contains(&prose.end), "{what}: a cluster is cut");
            placed.push(prose);
        }
    }
    let end = column.prose.len();
    placed.push(end..end);
    placed.sort_by_key(|prose| prose.start);
    let mut reached = 0;
    for prose in placed {
        let between = column.prose.get(reached..prose.start).unwrap_or_else(|| panic!("{what}: drawn twice"));
        assert_eq!(between.trim(), "", "{what}: not drawn");
        reached = prose.end;
    }
}

/// Checks that every line that shows is on the screen as it is in the column, in its place.
fn screen_is_sound(desk: &mut Desk, area: Rect, what: &str) {
    let screen = desk.screen();
    let reader = &desk.app.reader;
    let column = &reader.open().unwrap().column;
    let rows = screen.lines().skip(usize::from(area.y)).take(usize::from(area.height));
    for (row, number) in rows.zip(reader.top()..) {
        let line = text(column, number);
        assert!(row.contains(line.trim_end()), "{what}: {line:?} is not in {row:?}\n{screen}");
        assert!(cells(row) <= usize::from(area.right()), "{what}: {row:?}");
    }
}

/// Counts the letters of a text, in whatever form and order they are drawn.
fn letters(text: &str) -> HashMap<char, usize> {
    let mut found = HashMap::new();
    for letter in text.nfkc().filter(|c| !c.is_whitespace()) {
        *found.entry(letter).or_default() += 1;
    }
    found
}

/// Pages through the open article.
fn page_through(desk: &mut Desk, (width, height): (u16, u16), what: &str) {
    // An article that was named alone has nothing beside it.
    let wish = Wish { stacked: desk.app.headlines.total() == 1, ..Wish::default() };
    let area = areas(Rect::new(0, 0, width, height), Show::Article, wish).article;
    let surface = desk.app.reader.surface;
    surface.hold(|| {
        let open = desk.app.reader.open().unwrap();
        let column = &open.column;
        let room = usize::from(desk.app.reader.columns().unwrap_or_default());
        assert!(room <= usize::from(area.width), "{what}");
        column_is_sound(column, room, what);
        let (drawn, said) = (letters(&plain(column)), letters(&column.prose));
        let missing = said.iter().find(|(letter, times)| drawn.get(letter).unwrap_or(&0) < times);
        assert_eq!(missing, None, "{what}: a letter that is drawn less often than it is said");
    });
    loop {
        screen_is_sound(desk, area, what);
        let top = desk.app.reader.top();
        desk.press("pagedown");
        if desk.app.reader.top() == top {
            return;
        }
    }
}

fn every_article(bidi: Bidi) {
    for file in files() {
        for (width, height) in SIZES {
            let config = Config { bidi, ..Config::default() };
            let mut desk = Desk::open(std::slice::from_ref(&file), width, height, &config, true);
            let total = desk.app.headlines.total();
            for number in 0..total.min(6) {
                desk.press(match (number, total) {
                    (0, 1) => "",
                    (0, _) => "enter",
                    _ => "J",
                });
                desk.press("g");
                let what = format!("{} {number} at {width}x{height}, {bidi:?}", file.display());
                page_through(&mut desk, (width, height), &what);
            }
        }
    }
}

#[test]
fn every_article_fits_every_screen() {
    every_article(Bidi::Off);
}

#[test]
fn every_article_fits_every_screen_when_lines_are_turned_round() {
    every_article(Bidi::Visual);
}

#[test]
fn articles_from_right_to_left_fit_where_the_terminal_turns_rows_round() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats/markdown/arabic.md");
    let config = Config { bidi: Bidi::Terminal, ..Config::default() };
    for (width, height) in SIZES {
        let mut desk = Desk::open(std::slice::from_ref(&file), width, height, &config, true);
        let list = desk.press("esc").screen();
        assert!(!list.contains('│'), "nothing stands beside the list: {list}");
        desk.press("enter");
        let column = &desk.app.reader.open().unwrap().column;
        let room = usize::from(desk.app.reader.columns().unwrap());
        Surface { bidi: Bidi::Terminal, ..Surface::default() }
            .hold(|| column_is_sound(column, room, "arabic"));
        assert!(!desk.screen().contains('●') && !desk.screen().contains('▸'), "{}", desk.screen());
    }
}
