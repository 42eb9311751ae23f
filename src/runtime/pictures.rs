//! Owns decoding the pictures of an article, on a thread of its own and within limits: files beside the
//! article, opened as carefully as articles are. It refuses to fetch anything and to leave the folder.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;

use image::{DynamicImage, ImageReader, Limits};
use ratatui::layout::Size;
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::{FontSize, Resize};

use crate::app::message::{Message, PicturesWanted};
use crate::config::Graphics;
use crate::library::scan;
use crate::panes::reader::Picture;

/// The widest and highest picture that is decoded, in pixels.
const LARGEST: u32 = 12_000;
/// Bytes decoding one may take.
const MEMORY: u64 = 192 << 20;
/// The most pictures of an article, and the most rows of one.
const MOST: usize = 24;
const ROWS: u16 = 24;
/// Pixels of a cell, where the terminal does not say.
const CELL: (u16, u16) = (10, 20);

/// Decodes the pictures that are wanted and sends them one by one.
pub(super) fn decode(wanted: PicturesWanted, graphics: Graphics, send: Sender<Message>) {
    thread::spawn(move || {
        for place in wanted.places.iter().take(MOST) {
            let Some(picture) = picture(&wanted.file, place, wanted.columns, graphics) else { continue };
            let (id, columns, place) = (wanted.id, wanted.columns, place.clone());
            if send.send(Message::Pictured { id, columns, place, picture }).is_err() {
                return;
            }
        }
    });
}

fn picture(article: &Path, place: &str, columns: u16, graphics: Graphics) -> Option<Picture> {
    let bytes = scan::bytes(&inside(article, place)?)?;
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LARGEST), Some(LARGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let image = reader.decode().ok()?;
    encode(&image, columns, graphics)
}

/// Returns the file a place names, if it lies in the article's own folder or below it.
fn inside(article: &Path, place: &str) -> Option<PathBuf> {
    let folder = article.parent()?.canonicalize().ok()?;
    let plain = place.split(['?', '#']).next().unwrap_or_default();
    [place.to_owned(), unescaped(plain)].into_iter().find_map(|name| {
        let file = folder.join(name).canonicalize().ok()?;
        file.starts_with(&folder).then_some(file)
    })
}

/// Returns a relative address with its escapes (`%20`) undone.
fn unescaped(place: &str) -> String {
    let mut bytes = Vec::with_capacity(place.len());
    let mut rest = place.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = hex.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn encode(image: &DynamicImage, columns: u16, graphics: Graphics) -> Option<Picture> {
    let room = Size::new(columns, ROWS);
    let cells = Picker::halfblocks().new_protocol(image.clone(), room, Resize::Fit(None)).ok()?;
    let protocol = match graphics {
        Graphics::Blocks => return Some(Picture::new(None, cells)),
        Graphics::Kitty => ProtocolType::Kitty,
        Graphics::Sixel => ProtocolType::Sixel,
        Graphics::Iterm => ProtocolType::Iterm2,
    };
    let mut picker = picker();
    picker.set_protocol_type(protocol);
    let taken = cells.size();
    let whole = picker.new_protocol(image.clone(), Size::new(taken.width, taken.height), Resize::Fit(None));
    let whole = whole.ok().filter(|whole| whole.size() == taken);
    Some(Picture::new(whole, cells))
}

/// Asks the system, not the terminal, how large a cell is: an answer of the terminal would be taken for
/// keys.
#[expect(deprecated, reason = "the way that is not deprecated asks the terminal")]
fn picker() -> Picker {
    let size = crossterm::terminal::window_size().ok();
    let cell = size
        .and_then(|size| Some((size.width.checked_div(size.columns)?, size.height.checked_div(size.rows)?)));
    let (width, height) = cell.filter(|(width, height)| *width > 0 && *height > 0).unwrap_or(CELL);
    Picker::from_fontsize(FontSize::new(width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("news")).expect("a folder in it");
        let image =
            image::RgbImage::from_fn(40, 20, |x, _| image::Rgb([u8::try_from(x * 6).unwrap_or(255), 0, 90]));
        for name in ["news/a b.png", "outside.png"] {
            image.save(folder.path().join(name)).expect("a picture");
        }
        folder
    }

    #[test]
    fn a_picture_beside_the_article_is_decoded_to_cells() {
        let folder = folder();
        let article = folder.path().join("news/bread.md");
        for place in ["a b.png", "a%20b.png", "./a b.png"] {
            let found = picture(&article, place, 30, Graphics::Blocks).map(|picture| picture.size());
            assert_eq!(found, Some((4, 1)), "{place}");
        }
    }

    #[test]
    fn nothing_outside_its_folder_and_nothing_that_is_no_picture_is_decoded() {
        let folder = folder();
        let article = folder.path().join("news/bread.md");
        std::fs::File::create(folder.path().join("news/no.png")).expect("an empty file");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("news/link.png")).expect("a link");
        for place in [
            "../outside.png",
            "%2e%2e/outside.png",
            "/etc/passwd",
            "/dev/zero",
            "link.png",
            "no.png",
            "",
            ".",
        ] {
            assert!(picture(&article, place, 30, Graphics::Blocks).is_none(), "{place}");
        }
    }
}
