//! Owns pictures that are kept inside a file of articles: the short name a parser keeps for one, and
//! finding its bytes again when a reader wants to see it. Articles never hold them: a library of a
//! million would not fit in memory. It refuses to decode a picture and to look outside the file.

use std::io::{Cursor, Read};
use std::path::{Component, Path, PathBuf};

use mail_parser::decoders::base64::base64_decode;
use memchr::memmem;
use xxhash_rust::xxh3::Xxh3;
use zip::ZipArchive;

use super::{mail, packed};

/// What the name of a picture in an address of its own (`data:`) begins with.
pub const NAME: &str = "embedded:";
/// The most bytes of one picture, as it is kept.
const LARGEST: u64 = 16 << 20;
/// Letters below which a picture that nothing describes is an ornament: about three kilobytes.
const SMALL: usize = 4096;
/// Pictures of these kinds can be shown.
const KINDS: &[&str] = &["png", "jpeg", "jpg", "pjpeg", "gif", "webp"];

/// Returns the short name of a picture whose address holds all of it; nothing for other addresses.
pub(super) fn name(address: &str) -> Option<String> {
    let letters = letters(address.trim_start().as_bytes())?;
    let mut hasher = Xxh3::new();
    let mut length = 0_usize;
    for letter in letters {
        hasher.update(&[letter]);
        length += 1;
    }
    Some(format!("{NAME}{:016x}.{length}", hasher.digest()))
}

/// Says whether a picture of this name is too small to be shown without words of its own.
pub(super) fn is_ornament(name: &str) -> bool {
    let length = name.strip_prefix(NAME).and_then(|rest| rest.split_once('.'));
    length.is_some_and(|(_, length)| length.parse::<usize>().is_ok_and(|length| length < SMALL))
}

/// Returns the letters of base64 in an address that begins with `data:image/`, white space and the
/// signs that escape it left out.
fn letters(address: &[u8]) -> Option<impl Iterator<Item = u8>> {
    let head = address.get(..address.len().min(128))?;
    let rest = strip(head, b"data:image/")?;
    let comma = rest.iter().position(|byte| *byte == b',')?;
    let kind = std::str::from_utf8(rest.get(..comma)?).ok()?.to_ascii_lowercase();
    let (kind, packing) = kind.split_once(';')?;
    if !KINDS.contains(&kind) || !packing.ends_with("base64") {
        return None;
    }
    let payload = address.get(head.len() - rest.len() + comma + 1..)?;
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'\\';
    let payload = payload.iter().copied().take_while(move |byte| is_letter(byte) || is_blank(byte));
    Some(payload.filter(move |byte| is_letter(byte)))
}

fn strip<'a>(text: &'a [u8], start: &[u8]) -> Option<&'a [u8]> {
    let (head, rest) = text.split_at_checked(start.len())?;
    head.eq_ignore_ascii_case(start).then_some(rest)
}

/// Returns the bytes of a picture inside a file: the file's own bytes, the part of it the article is
/// (a chapter of a book), and what the article says is the picture's place.
pub fn bytes(file: &[u8], item: Option<&str>, place: &str) -> Option<Vec<u8>> {
    let inner = packed::kind(file).map(|kind| packed::unpack(kind, file, LARGEST, LARGEST).bytes);
    let file = inner.as_deref().unwrap_or(file);
    let found = if place.starts_with(NAME) {
        in_addresses(file, place)
            .or_else(|| mail::page_parts(file)?.iter().find_map(|part| in_addresses(part, place)))
    } else if file.starts_with(b"PK\x03\x04") {
        in_book(file, item?, place)
    } else {
        mail::picture(file, place)
    };
    found.filter(|bytes| !bytes.is_empty() && bytes.len() as u64 <= LARGEST)
}

/// Looks through every address of a file that holds a picture.
fn in_addresses(file: &[u8], wanted: &str) -> Option<Vec<u8>> {
    for at in memmem::find_iter(file, b"data:image/") {
        let address = file.get(at..)?;
        let Some(found) = letters(address) else { continue };
        let letters: Vec<u8> = found.take(usize::try_from(LARGEST).ok()?).collect();
        let mut hasher = Xxh3::new();
        hasher.update(&letters);
        if format!("{NAME}{:016x}.{}", hasher.digest(), letters.len()) == wanted {
            return base64_decode(&letters);
        }
    }
    None
}

/// Reads a picture of a book: its place is relative to the chapter.
fn in_book(book: &[u8], chapter: &str, place: &str) -> Option<Vec<u8>> {
    let place = place.split(['?', '#']).next()?;
    let place = percent_encoding::percent_decode_str(place).decode_utf8().ok()?;
    let mut path = PathBuf::new();
    let folder = Path::new(chapter).parent().unwrap_or(Path::new(""));
    let whole = if place.starts_with('/') { PathBuf::from(&*place) } else { folder.join(&*place) };
    for part in whole.components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    let mut archive = ZipArchive::new(Cursor::new(book)).ok()?;
    let name = path.to_str()?.replace('\\', "/");
    let entry = archive.by_name(&name).ok()?;
    let mut bytes = Vec::new();
    entry.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block};
    use crate::formats::{Origin, parse};

    /// A picture of one red pixel.
    const PIXEL: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    fn read(name: &str, bytes: &[u8]) -> Article {
        parse(bytes, &Origin { name, modified: None }).unwrap().swap_remove(0)
    }

    fn place(article: &Article) -> String {
        let figures = article.body.iter().filter_map(|block| match block {
            Block::Figure(figure) => figure.place.as_deref().map(str::to_owned),
            _ => None,
        });
        figures.reduce(|_, last| last).expect("a picture with a place")
    }

    fn is_found(name: &str, bytes: &[u8]) {
        let article = read(name, bytes);
        let place = place(&article);
        assert!(place.len() < 120, "{name}: the article keeps a name, not the picture: {place}");
        let found = super::bytes(bytes, article.provenance.item.as_deref(), &place);
        assert!(found.is_some_and(|bytes| bytes.starts_with(b"\x89PNG")), "{name}: {place}");
    }

    const PROSE: &str = "The keeper climbs the stairs at dusk, as he has every day since the harbour was built, \
        and lights the lamp for boats that no longer come. Nobody has told him to stop.";

    #[test]
    fn a_picture_in_its_own_address_is_found_again_in_pages_and_notes() {
        let address = format!("data:image/png;base64,{PIXEL}");
        let page = format!(
            "<html><body><article><h1>Lamp</h1><p>{PROSE}</p><img alt='a lamp' src='{address}'><p>{PROSE}</p></article></body></html>"
        );
        is_found("lamp.html", page.as_bytes());
        let wrapped = page.replace("AAAA", "AA\n  AA");
        is_found("lamp.html", wrapped.as_bytes());
        is_found("lamp.md", format!("# Lamp\n\n{PROSE}\n\n![a lamp]({address})\n\n{PROSE}\n").as_bytes());
        is_found(
            "lamp.md",
            format!("# Lamp\n\n{PROSE}\n\n![a lamp][1]\n\n{PROSE}\n\n[1]: {address}\n").as_bytes(),
        );
    }

    #[test]
    fn a_picture_in_a_part_of_a_saved_page_or_of_a_letter_is_found() {
        for (head, link, name) in [
            (
                "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://bell.example/lamp",
                "https://bell.example/a.png",
                "lamp.mhtml",
            ),
            (
                "From: Ada <ada@bell.example>\r\nTo: Jo <jo@bell.example>\r\nSubject: Lamp",
                "cid:a1@bell",
                "lamp.eml",
            ),
        ] {
            let page = format!(
                "<html><body><h1>Lamp</h1><p>{PROSE}</p><img alt=\"a lamp\" src=\"{link}\"><p>{PROSE}</p></body></html>"
            );
            let text = format!(
                "{head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
                 --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://bell.example/lamp\r\n\r\n{page}\r\n\
                 --b\r\nContent-Type: image/png\r\nContent-ID: <a1@bell>\r\nContent-Location: https://bell.example/a.png\r\n\
                 Content-Transfer-Encoding: base64\r\n\r\n{PIXEL}\r\n--b--\r\n"
            );
            is_found(name, text.as_bytes());
        }
    }

    #[test]
    fn a_picture_of_a_book_lies_beside_its_chapter() {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let chapter = format!(
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Lamp</title></head><body><h1>Lamp</h1>\
            <p>{PROSE} {PROSE}</p><img alt='a lamp' src='../pictures/a%20lamp.png'/><p>{PROSE}</p></body></html>"
        );
        let opf = "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='i'><metadata \
            xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:identifier id='i'>x</dc:identifier><dc:title>Lamps</dc:title>\
            <dc:language>en</dc:language></metadata><manifest><item id='c' href='text/c.xhtml' \
            media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>";
        let container = "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>\
            <rootfile full-path='OEBPS/content.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
        let pixel = base64_decode(PIXEL.as_bytes()).unwrap();
        for (name, bytes) in [
            ("mimetype", &b"application/epub+zip"[..]),
            ("META-INF/container.xml", container.as_bytes()),
            ("OEBPS/content.opf", opf.as_bytes()),
            ("OEBPS/text/c.xhtml", chapter.as_bytes()),
            ("OEBPS/pictures/a lamp.png", &pixel),
        ] {
            zip.start_file(name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        is_found("lamps.epub", &zip.finish().unwrap().into_inner());
    }

    #[test]
    fn only_pictures_have_a_name_and_only_large_ones_need_no_words() {
        for address in [
            "data:text/html;base64,AAAA",
            "data:image/svg+xml;base64,AAAA",
            "data:image/png,AAAA",
            "data:",
            "x",
        ] {
            assert_eq!(name(address), None, "{address}");
        }
        let small = name("data:image/PNG;charset=x;base64,AAAA").unwrap();
        assert!(is_ornament(&small));
        let large = name(&format!("data:image/jpeg;base64,{}", "A".repeat(SMALL))).unwrap();
        assert!(!is_ornament(&large) && !is_ornament("loaf.png"));
        assert_eq!(bytes(b"nothing here", None, &small), None);
    }
}
