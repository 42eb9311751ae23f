//! What is packed: bombs, cuts, layers, and books that point out of themselves.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;

use crate::row::{Row, file, many};

const NOTE: &[u8] = b"# The loft\n\nThe loft smells of tar.\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// Packs a book with one more entry than it needs.
fn book(chapter: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    };
    add("mimetype", b"application/epub+zip");
    add("META-INF/container.xml", b"<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='content.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
    let package = format!(
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='i'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:identifier id='i'>urn:x:loft</dc:identifier><dc:title>Lofts</dc:title><dc:language>en</dc:language></metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='x' href='{name}' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/><itemref idref='x'/></spine></package>"
    );
    add("content.opf", package.as_bytes());
    add(
        "a.xhtml",
        format!("<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>The loft</h1>{chapter}</body></html>")
            .as_bytes(),
    );
    add(name, bytes);
    zip.finish().unwrap().into_inner()
}

const CHAPTER: &str = "<p>The loft smells of tar.</p>";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = packed();
    rows.extend(books());
    rows
}

fn packed() -> Vec<Row> {
    let said = "The loft smells of tar.";
    vec![
        file("gzip: 200 MB of one letter", "bomb.txt.gz", || {
            gzip(&vec![b'a'; many(200_000_000).max(20_000_000)])
        })
        .articles(1)
        .warns("too large once unpacked"),
        file("Zstandard: 200 MB of one letter", "bomb.txt.zst", || zstd(&vec![b'a'; many(200_000_000)]))
            .articles(1)
            .warns_in_full("too large once unpacked"),
        file("gzip: two members", "two.md.gz", || [gzip(NOTE), gzip(b"\nAnd of rope.\n")].concat())
            .says("And of rope."),
        file("gzip: cut short", "cut.md.gz", || {
            let text: String = (0..9_000).map(|n| format!("Line {n} of the loft's log.\n\n")).collect();
            let whole = gzip(&[NOTE, text.as_bytes()].concat());
            whole[..whole.len() / 2].to_vec()
        })
        .says(said)
        .warns("damaged or cut short"),
        file("gzip: nothing but the first bytes", "cut.md.gz", || b"\x1f\x8b\x08".to_vec())
            .refused("damaged or cut short"),
        file("gzip: a wrong checksum", "bad.md.gz", || {
            let mut whole = gzip(NOTE);
            let end = whole.len() - 6;
            whole[end] ^= 0xff;
            whole
        })
        .says(said)
        .warns("damaged"),
        file("packed three times", "deep.gz", || gzip(&gzip(&gzip(NOTE)))).refused("packed more than twice"),
        file("Zstandard: a window of 2 GB", "window.md.zst", || {
            b"\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00a".to_vec()
        })
        .refused("damaged"),
        file("Zstandard: 300,000 empty frames", "frames.md.zst", || {
            [zstd(NOTE), b"\x50\x2a\x4d\x18\0\0\0\0".repeat(300_000), zstd(b"\nAnd of rope.\n")].concat()
        })
        .says("And of rope."),
    ]
}

fn books() -> Vec<Row> {
    let epub = |what, bytes: fn() -> Vec<u8>| file(what, "book.epub", bytes);
    vec![
        epub("book: a chapter of 300 MB", || {
            book(CHAPTER, "b.xhtml", &vec![b'a'; many(300_000_000).max(70_000_000)])
        })
        .either(),
        epub("book: cut in half", || {
            let whole = book(CHAPTER, "b.xhtml", b"<p>b</p>");
            whole[..whole.len() / 2].to_vec()
        })
        .either(),
        epub("book: a chapter nested 100,000 deep", || {
            book(&format!("{CHAPTER}{}", "<div>".repeat(100_000)), "b.xhtml", b"<p>b</p>")
        })
        .either(),
        epub("book: 20,000 entries", many_entries).either(),
        epub("book: an entry named out of it", || {
            book(CHAPTER, "../../escaped.xhtml", b"<p>Out of the book.</p>")
        })
        .either(),
        epub("book: a chapter that is a file of the system", || {
            book(CHAPTER, "file:///etc/passwd", b"<p>b</p>")
        })
        .either()
        .lacks("root:"),
        epub("a picture archive named as a book", || {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("a.png", SimpleFileOptions::default()).unwrap();
            zip.write_all(b"\x89PNG").unwrap();
            zip.finish().unwrap().into_inner()
        })
        .refused("cannot be read"),
    ]
}

fn many_entries() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"application/epub+zip").unwrap();
    for n in 0..20_000 {
        zip.start_file(format!("{n}.xhtml"), SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
