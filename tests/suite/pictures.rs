//! The pictures of the README: the real program in a real terminal, drawn as SVG. With
//! `NEWSPRINT_BLESS=1` in the environment they are drawn anew, else compared.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use unicode_width::UnicodeWidthStr;

use crate::desk::shipped;
use crate::terminal::Sitting;

/// How long a busy machine may take to draw what the picture shows.
const PATIENCE: Duration = Duration::from_secs(20);
/// Width and height of a cell, in pixels, and the size of the letters in it.
const CELL: (f32, f32) = (8.4, 18.0);
const LETTERS: f32 = 14.0;
/// Ground and letters, and the sixteen colours a terminal has by default, as a dark terminal shows them.
const GROUND: &str = "#1d1f21";
const INK: &str = "#d5d8d6";
const QUIET: &str = "#8a8f8c";
const PALETTE: [&str; 16] = [
    "#1d1f21", "#cc6666", "#b5bd68", "#e6c547", "#81a2be", "#c397d8", "#70c0ba", "#c5c8c6", "#666666",
    "#d54e53", "#b9ca4a", "#f0c674", "#7aa6da", "#c397d8", "#70c0b1", "#eaeaea",
];

#[test]
fn the_pictures_show_the_program_as_it_is() {
    take("reading", (104, 30), &["jjj", "\r"], "The lamplighters of Port Merrin");
    take("searching", (104, 30), &["/", "harbour"], "articles");
    take("sources", (104, 30), &["jjj", "\r", "S"], "Sources (3)");
    take("narrow", (44, 24), &["jjjj", "\r"], "Wie man Brot liest");
    take_with("french", "language = \"fr\"\n", (80, 24), &["?"], "Touches");
    for theme in ["broadsheet", "lamplight", "harbour", "stark"] {
        let name = format!("theme-{theme}");
        take_with(&name, &format!("theme = \"{theme}\"\n"), (104, 26), &["jjj", "\r"], "The lamplighters");
    }
}

/// Presses keys until the screen shows `sign`, and keeps a picture of it.
fn take(name: &str, size: (u16, u16), keys: &[&str], sign: &str) {
    take_with(name, "", size, keys, sign);
}

/// As [`take`], with this in the config. On a machine that is busy a key may come before what the last one set
/// off: one more try tells that from a picture that is old.
fn take_with(name: &str, config: &str, size: (u16, u16), keys: &[&str], sign: &str) {
    let is_right = try_with(name, config, size, keys, sign) || try_with(name, config, size, keys, sign);
    assert!(is_right, "docs/pictures/{name}.svg is out of date: run the tests with NEWSPRINT_BLESS=1");
}

fn try_with(name: &str, config: &str, (columns, rows): (u16, u16), keys: &[&str], sign: &str) -> bool {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/newsprint");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), config).unwrap();
    let mut sitting = Sitting::sized(home.path(), &shipped(), columns, rows);
    sitting.sees(if config.contains("language") { "20 non lus sur 20" } else { "20 unread of 20" });
    for key in keys {
        sitting.press(key).settles();
    }
    sitting.sees(sign);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/pictures/{name}.svg"));
    let is_blessing = std::env::var_os("NEWSPRINT_BLESS").is_some();
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let end = Instant::now() + PATIENCE;
    let mut picture = svg(sitting.settles());
    while !is_blessing && picture != kept && Instant::now() < end {
        picture = svg(sitting.settles());
    }
    sitting.press("\x1b").settles();
    sitting.press("Q");
    sitting.ends();
    if is_blessing {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &picture).unwrap();
        return true;
    }
    kept == picture
}

/// Draws a screen: a rectangle for each ground that is not the terminal's, a text for each cell, so
/// that the grid holds in any font.
fn svg(screen: &vt100::Screen) -> String {
    let (rows, columns) = screen.size();
    let (width, height) = (f32::from(columns.get()) * CELL.0 + 24.0, f32::from(rows.get()) * CELL.1 + 24.0);
    let page = screen.cell(0, 0).and_then(|cell| colour(cell.bgcolor())).unwrap_or(GROUND.to_owned());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" font-family=\"'JetBrains Mono', \
         'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"{LETTERS}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{page}\"/>\n"
    );
    for row in 0..rows.get() {
        for column in 0..columns.get() {
            if let Some(cell) = screen.cell(row, column) {
                draw(
                    cell,
                    &page,
                    12.0 + f32::from(column) * CELL.0,
                    12.0 + f32::from(row) * CELL.1,
                    &mut out,
                );
            }
        }
    }
    out.push_str("</svg>\n");
    out
}

fn draw(cell: &vt100::Cell, page: &str, x: f32, y: f32, out: &mut String) {
    let (mut ink, mut ground) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
    if cell.inverse() {
        (ink, ground) = (Some(ground.unwrap_or(GROUND.to_owned())), Some(ink.unwrap_or(INK.to_owned())));
    }
    let text = cell.contents();
    let cells = f32::from(u16::try_from(text.width().max(1)).unwrap());
    if let Some(ground) = ground.filter(|ground| ground != page) {
        writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{}\" fill=\"{ground}\"/>",
            CELL.0 * cells + 0.2,
            CELL.1
        )
        .unwrap();
    }
    if text.trim().is_empty() {
        return;
    }
    let quiet = cell.dim() && !cell.inverse();
    let mut look = format!("fill=\"{}\"", ink.as_deref().unwrap_or(if quiet { QUIET } else { INK }));
    for (set, attribute) in [
        (cell.bold(), " font-weight=\"bold\""),
        (cell.italic(), " font-style=\"italic\""),
        (cell.underline(), " text-decoration=\"underline\""),
    ] {
        look.push_str(if set { attribute } else { "" });
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    writeln!(out, "<text x=\"{x:.1}\" y=\"{:.1}\" {look}>{text}</text>", y + 13.5).unwrap();
}

fn colour(colour: vt100::Color) -> Option<String> {
    match colour {
        vt100::Color::Idx(index) => PALETTE.get(usize::from(index)).map(|colour| (*colour).to_owned()),
        vt100::Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        vt100::Color::Default => None,
    }
}
