//! Pictures in terminals that draw them: a terminal is played that takes kitty's protocol, and one that
//! takes sixels, and what they are sent is read as they would read it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portable_pty::PtySize;
use unicode_width::UnicodeWidthChar;

use crate::terminal::Sitting;

/// Pixels of a cell of the terminals played here.
const CELL: (u16, u16) = (10, 20);
/// What kitty shows a part of a picture for.
const PLACEHOLDER: char = '\u{10EEEE}';

/// A screen that knows which of its cells show a picture.
struct Glass {
    columns: u16,
    rows: u16,
    at: (u16, u16),
    pictured: BTreeSet<(u16, u16)>,
    /// The pictures sent so far: their pixels, and for kitty the bytes that came.
    sent: Vec<(u32, u32, usize)>,
    /// What was asked of the terminal, which nobody answers.
    asked: Vec<String>,
}

impl Glass {
    fn new(size: PtySize) -> Self {
        let (columns, rows) = (size.cols, size.rows);
        Self { columns, rows, at: (0, 0), pictured: BTreeSet::new(), sent: Vec::new(), asked: Vec::new() }
    }

    /// Reads what a terminal is sent.
    fn read(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            rest = match rest.get(..2) {
                Some("\x1b[") => self.control(&rest[2..]),
                Some("\x1b_") => self.string(&rest[2..], Self::kitty),
                Some("\x1bP") => self.string(&rest[2..], Self::sixel),
                Some("\x1b]") => self.string(&rest[2..], |_, _| {}),
                _ if first == '\x1b' => &rest[2..],
                _ => {
                    self.write(first);
                    &rest[first.len_utf8()..]
                }
            };
        }
    }

    fn write(&mut self, letter: char) {
        let (row, column) = self.at;
        match letter {
            PLACEHOLDER => {
                self.pictured.insert(self.at);
            }
            // The marks on a placeholder say which part of the picture it is.
            _ if letter.width().unwrap_or(0) == 0 => return,
            _ => {
                self.pictured.remove(&self.at);
            }
        }
        let cells = u16::try_from(letter.width().unwrap_or(1)).unwrap();
        self.at = (row, column + cells);
    }

    fn control<'a>(&mut self, rest: &'a str) -> &'a str {
        let end = rest.find(|c: char| ('@'..='~').contains(&c)).expect("a sequence ends");
        let (said, last) = (&rest[..end], &rest[end..=end]);
        let number = |at: usize| -> u16 { said.split(';').nth(at).and_then(|n| n.parse().ok()).unwrap_or(1) };
        match last {
            "H" => self.at = (number(0) - 1, number(1) - 1),
            "A" => self.at.0 -= number(0),
            "B" => self.at.0 += number(0),
            "X" => {
                let (row, column) = self.at;
                let wiped = column..column + number(0);
                self.pictured.retain(|(r, c)| *r != row || !wiped.contains(c));
            }
            "J" => self.pictured.clear(),
            "c" | "n" | "t" if last != "t" => self.asked.push(format!("{said}{last}")),
            _ => {}
        }
        assert!(
            self.at.0 < self.rows && self.at.1 <= self.columns,
            "the cursor left the screen: {:?}",
            self.at
        );
        &rest[end + 1..]
    }

    fn string<'a>(&mut self, rest: &'a str, take: fn(&mut Self, &str)) -> &'a str {
        let ends = [rest.find("\x1b\\"), rest.find('\x07')];
        let end = ends.into_iter().flatten().min().expect("a string ends");
        take(self, &rest[..end]);
        let ended = rest[end..].starts_with('\x07');
        &rest[end + if ended { 1 } else { 2 }..]
    }

    /// A chunk of a picture in kitty's protocol: `Gkey=value,…;base64`.
    fn kitty(&mut self, chunk: &str) {
        let (said, data) = chunk.strip_prefix('G').and_then(|c| c.split_once(';')).expect("kitty's protocol");
        let value = |key: &str| said.split(',').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
        assert_ne!(value("a"), Some("q"), "nothing is asked");
        assert_eq!(value("q"), Some("2"), "no answer is wanted: it would be taken for keys");
        assert!(data.len() <= 4096, "a chunk is too long");
        if value("a") == Some("T") {
            assert_eq!((value("U"), value("f"), value("t")), (Some("1"), Some("32"), Some("d")));
            let number = |key| value(key).and_then(|n| n.parse().ok()).expect("a size");
            self.sent.push((number("s"), number("v"), 0));
        }
        let bytes = data.len() / 4 * 3 - data.bytes().filter(|byte| *byte == b'=').count();
        self.sent.last_mut().expect("a picture was begun").2 += bytes;
    }

    /// A picture in sixels: `…q"1;1;width;height…`.
    fn sixel(&mut self, data: &str) {
        let (_, raster) = data.split_once("q\"").expect("sixels that say their size");
        let mut numbers = raster.split(|c: char| !c.is_ascii_digit()).map(|n| n.parse::<u32>().unwrap_or(0));
        let (width, height) = (numbers.nth(2).unwrap(), numbers.next().unwrap());
        self.sent.push((width, height, 0));
        let (row, column) = self.at;
        let columns = u16::try_from(width.div_ceil(CELL.0.into())).unwrap();
        let rows = u16::try_from(height.div_ceil(CELL.1.into())).unwrap();
        assert!(row + rows < self.rows, "a terminal scrolls where a picture reaches the last row");
        assert!(column + columns <= self.columns);
        self.pictured
            .extend((row..row + rows).flat_map(|row| (column..column + columns).map(move |c| (row, c))));
    }

    /// The columns and rows of what shows of a picture; it must be a whole rectangle.
    fn shown(&self) -> Option<(u16, u16)> {
        let (top, bottom) = (self.pictured.first()?.0, self.pictured.last()?.0);
        let columns = self.pictured.iter().filter(|(row, _)| *row == top).count();
        let rows = usize::from(bottom - top + 1);
        assert_eq!(self.pictured.len(), columns * rows, "a picture with holes: {:?}", self.pictured);
        Some((u16::try_from(columns).unwrap(), u16::try_from(rows).unwrap()))
    }
}

/// An article with a picture between its paragraphs.
fn library(home: &Path) -> PathBuf {
    let folder = home.join("news");
    std::fs::create_dir(&folder).unwrap();
    let image = image::RgbImage::from_fn(300, 200, |x, y| {
        image::Rgb([u8::try_from(x % 256).unwrap(), u8::try_from(y).unwrap(), 80])
    });
    image.save(folder.join("loaf.png")).unwrap();
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls. ".repeat(4);
    let text = format!(
        "# Bread at dawn\n\n{words}\n\n![a loaf](loaf.png)\n\n{}\n",
        format!("{words}\n\n").repeat(8)
    );
    std::fs::write(folder.join("bread.md"), text).unwrap();
    folder
}

/// Reads the article with its picture in a terminal, and looks at every step what stands on the glass.
fn read_with_a_picture(said: &[(&str, &str)]) -> Glass {
    let home = tempfile::tempdir().unwrap();
    let place = library(home.path());
    let size = PtySize { rows: 30, cols: 80, pixel_width: 80 * CELL.0, pixel_height: 30 * CELL.1 };
    let mut sitting = Sitting::seated(home.path(), &place, size, said);
    let mut glass = Glass::new(size);
    sitting.sees("Bread at dawn");
    sitting.press("\r").sees("The bakers know");
    let mut look = |sitting: &mut Sitting| {
        let bytes = sitting.written();
        glass.read(&bytes);
        glass.shown()
    };
    // The picture comes when it is decoded.
    let whole = (0..40).find_map(|_| look(&mut sitting)).expect("a picture");
    sitting.press("?");
    assert_eq!(look(&mut sitting), None, "what is laid over a picture is not disturbed by the rest of it");
    sitting.press("\x1b");
    assert_eq!(look(&mut sitting), Some(whole), "it is whole again");
    sitting.press("%");
    look(&mut sitting);
    sitting.press("j");
    assert_eq!(look(&mut sitting), Some(whole), "it moves with the page");
    sitting.press("12j");
    assert_eq!(look(&mut sitting), None, "a part of it is drawn in cells");
    sitting.press("g");
    assert_eq!(look(&mut sitting), Some(whole), "and it is drawn whole again at the top");
    sitting.press("\x0c");
    let again = (0..40).find_map(|_| look(&mut sitting));
    assert_eq!(again, Some(whole), "and when all is drawn anew");
    sitting.press("q");
    assert_eq!(look(&mut sitting), None, "nothing of it is left in the list");
    sitting.press("q");
    assert_eq!(sitting.ends(), 0);
    assert_eq!(glass.asked, [""; 0], "nothing is asked of the terminal");
    for (width, height, _) in &glass.sent {
        assert!(
            width.div_ceil(CELL.0.into()) <= whole.0.into()
                && height.div_ceil(CELL.1.into()) <= whole.1.into()
        );
        assert!(width.abs_diff(height * 3 / 2) <= 40, "its shape is kept: {width}x{height}");
    }
    glass
}

#[test]
fn kitty_is_sent_every_picture_whole_and_places_it_by_cells() {
    let glass = read_with_a_picture(&[("TERM", "xterm-kitty")]);
    for (width, height, bytes) in &glass.sent {
        assert_eq!(*bytes, usize::try_from(width * height * 4).unwrap(), "four bytes a pixel");
    }
    assert!((1..=3).contains(&glass.sent.len()), "{:?}", glass.sent);
}

#[test]
fn sixels_are_sent_where_they_fit_and_wiped_where_something_else_is_drawn() {
    let glass = read_with_a_picture(&[("TERM", "foot")]);
    assert!(!glass.sent.is_empty());
}
