//! Owns decoding the pictures of an article, on a thread of its own and within limits of bytes, pixels and
//! time: files beside the article, opened as carefully as articles are, and those inside it. It refuses to
//! fetch anything and to leave the folder.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageReader, Limits};
use percent_encoding::percent_decode_str;
use ratatui::layout::Size;
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::{FontSize, Resize};

use crate::app::effect::PicturesWanted;
use crate::app::message::Message;
use crate::config::Graphics;
use crate::formats::embedded;
use crate::library::scan;
use crate::panes::reader::Picture;

/// The widest and highest picture that is decoded, in pixels.
const LARGEST: u32 = 12_000;
/// The most pixels of one: more take seconds.
const PIXELS: u64 = 40_000_000;
/// How long all pictures of an article may take; those not begun by then are left to their words.
const LONGEST: Duration = Duration::from_secs(6);
/// Bytes decoding one may take.
const MEMORY: u64 = 192 << 20;
/// The most pictures of an article, and the most rows of one.
const MOST: usize = 24;
const ROWS: u16 = 24;
/// Pixels of a cell, where the terminal does not say.
const CELL: (u16, u16) = (10, 20);

/// Decodes pictures; the newest article makes those before it pointless.
#[derive(Debug, Clone, Default)]
pub(super) struct Decoder(Arc<AtomicU64>);

impl Decoder {
    /// Decodes the pictures that are wanted and sends them one by one.
    pub(super) fn decode(&self, wanted: PicturesWanted, graphics: Graphics, send: Sender<Message>) {
        let (newest, mine) = (Arc::clone(&self.0), self.0.fetch_add(1, Ordering::Relaxed) + 1);
        thread::spawn(move || {
            let begun = Instant::now();
            let mut file = None;
            for place in wanted.places.iter().take(MOST) {
                if newest.load(Ordering::Relaxed) != mine || begun.elapsed() > LONGEST {
                    return;
                }
                let Some(picture) = picture(&wanted, place, &mut file, graphics) else { continue };
                let (id, columns, place) = (wanted.id, wanted.columns, place.clone());
                if send.send(Message::Pictured { id, columns, place, picture }).is_err() {
                    return;
                }
            }
        });
    }
}

/// Reads and decodes a picture; `file` keeps the bytes of the article's own file, once they are needed.
fn picture(
    wanted: &PicturesWanted,
    place: &str,
    file: &mut Option<Vec<u8>>,
    graphics: Graphics,
) -> Option<Picture> {
    let beside = || scan::bytes(&inside(&wanted.file, place)?);
    let mut within = || {
        let whole = file.get_or_insert_with(|| scan::bytes(&wanted.file).unwrap_or_default());
        embedded::bytes(whole, wanted.item.as_deref(), place)
    };
    let bytes = beside().or_else(&mut within)?;
    let reader = || ImageReader::new(Cursor::new(&bytes)).with_guessed_format().ok();
    let (width, height) = reader()?.into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > PIXELS {
        return None;
    }
    let mut reader = reader()?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LARGEST), Some(LARGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let image = reader.decode().ok()?;
    encode(&image, Size::new(wanted.columns, wanted.rows.clamp(1, ROWS)), graphics)
}

/// Returns the file a place names, if it lies in the article's own folder or below it.
pub(super) fn inside(article: &Path, place: &str) -> Option<PathBuf> {
    let folder = article.parent()?.canonicalize().ok()?;
    let plain = place.split(['?', '#']).next().unwrap_or_default();
    let unescaped = percent_decode_str(plain).decode_utf8_lossy().into_owned();
    [place.to_owned(), unescaped].into_iter().find_map(|name| {
        let file = folder.join(name).canonicalize().ok()?;
        file.starts_with(&folder).then_some(file)
    })
}

fn encode(image: &DynamicImage, room: Size, graphics: Graphics) -> Option<Picture> {
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

    fn picture(article: &Path, place: &str, columns: u16, graphics: Graphics) -> Option<Picture> {
        let id = crate::article::ArticleId::of(&crate::article::Article::default());
        let wanted = PicturesWanted {
            id,
            file: article.to_owned(),
            item: None,
            places: Vec::new(),
            columns,
            rows: 24,
        };
        super::picture(&wanted, place, &mut None, graphics)
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
    fn a_picture_inside_the_article_is_decoded_and_one_of_too_many_pixels_is_not() {
        let folder = folder();
        let file = folder.path().join("news/bread.md");
        let address = |width: u32, height: u32| {
            let mut bytes = Cursor::new(Vec::new());
            let image = image::GrayImage::new(width, height);
            image.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
            format!("data:image/png;base64,{}", encoded(&bytes.into_inner()))
        };
        let text =
            format!("# Bread\n\n![a loaf]({})\n\n![a field]({})\n", address(40, 20), address(9000, 5000));
        std::io::Write::write_all(&mut std::fs::File::create(&file).expect("a file"), text.as_bytes())
            .expect("an article");
        let origin = crate::formats::Origin { name: "bread.md", modified: None };
        let article = crate::formats::parse(text.as_bytes(), &origin).expect("an article").swap_remove(0);
        let places = article.body.iter().filter_map(|block| match block {
            crate::article::Block::Figure(figure) => figure.place.clone(),
            _ => None,
        });
        let found: Vec<_> = places
            .map(|place| picture(&file, &place, 30, Graphics::Blocks).map(|picture| picture.size()))
            .collect();
        assert_eq!(found, [Some((4, 1)), None]);
    }

    /// Writes bytes in base64.
    fn encoded(bytes: &[u8]) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = String::new();
        for three in bytes.chunks(3) {
            let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
                << (8 * (3 - three.len()));
            for place in 0..=three.len() {
                out.push(char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]));
            }
            out.push_str(&"=".repeat(3 - three.len()));
        }
        out
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
