//! Books, built here entry by entry.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::article::{Article, Text};
use crate::formats::{self, Origin, Problem};

const CONTAINER: &str = r#"<?xml version="1.0"?><container version="1.0"
    xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

fn package(documents: &[&str]) -> String {
    let (mut items, mut spine) = (String::new(), String::new());
    for (n, href) in documents.iter().enumerate() {
        write!(items, r#"<item id="c{n}" href="{href}" media-type="application/xhtml+xml"/>"#).unwrap();
        write!(spine, r#"<itemref idref="c{n}"/>"#).unwrap();
    }
    format!(
        r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:mill</dc:identifier>
        <dc:title>The Mill Papers</dc:title><dc:creator>Ruth Amsel</dc:creator><dc:creator>Jon Veld</dc:creator>
        <dc:language>en-GB</dc:language><dc:date>2019-10-02</dc:date><dc:publisher>Weir Press</dc:publisher></metadata>
        <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>
        <spine><itemref idref="nav"/>{spine}</spine></package>"#
    )
}

const NAV: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
    <nav epub:type="toc"><ol><li><a href="two.xhtml">What the miller kept</a></li></ol></nav></body></html>"#;

fn prose(about: &str) -> String {
    format!(
        "<p>{}</p>",
        format!("The {about} turned all night, and in the morning there was flour on every sill. ").repeat(6)
    )
}

fn page(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
        <body><a id="top"/>{body}</body></html>"#
    )
}

/// Packs entries into a book; names are taken as they come.
fn book(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/epub+zip").unwrap();
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    formats::parse(bytes, &Origin { name: "mill.epub", ..Origin::default() })
}

fn mill() -> Vec<u8> {
    let cover = page(r#"<img src="cover.png" alt="A mill"/>"#);
    let one = page(&format!("<h1>The wheel</h1>{}", prose("wheel")));
    let two = page(&prose("miller"));
    let three = page(&format!("<h2>Chapter 3</h2><h2>The weir</h2>{}", prose("weir")));
    book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        (
            "OEBPS/book.opf",
            package(&["cover.xhtml", "one.xhtml", "two.xhtml", "three.xhtml", "one.xhtml"]).as_bytes(),
        ),
        ("OEBPS/nav.xhtml", NAV.as_bytes()),
        ("OEBPS/cover.xhtml", cover.as_bytes()),
        ("OEBPS/one.xhtml", one.as_bytes()),
        ("OEBPS/two.xhtml", two.as_bytes()),
        ("OEBPS/three.xhtml", three.as_bytes()),
    ])
}

#[test]
fn each_chapter_is_an_article_and_the_cover_is_none() {
    let chapters = read(&mill()).unwrap();
    let found: Vec<&str> =
        chapters.iter().map(|chapter| chapter.headline.as_deref().unwrap_or_default()).collect();
    assert_eq!(found, ["The wheel", "What the miller kept", "Chapter 3: The weir"]);
    let places: Vec<&str> =
        chapters.iter().filter_map(|chapter| chapter.provenance.item.as_deref()).collect();
    assert_eq!(places, ["OEBPS/one.xhtml", "OEBPS/two.xhtml", "OEBPS/three.xhtml"]);
    assert!(
        chapters[0].plain_text().starts_with("The wheel turned all night"),
        "the heading is not repeated"
    );
}

#[test]
fn a_chapter_knows_what_the_book_knows() {
    let chapter = read(&mill()).unwrap().remove(0);
    let byline: Vec<&str> = chapter.byline.iter().map(Text::as_str).collect();
    assert_eq!(byline, ["Ruth Amsel", "Jon Veld"]);
    assert_eq!(chapter.provenance.collection.as_deref(), Some("The Mill Papers"));
    assert_eq!(chapter.provenance.format, "epub");
    assert_eq!(chapter.outlet.as_deref(), Some("Weir Press"));
    assert_eq!(chapter.published.map(|p| p.at.to_string()).as_deref(), Some("2019-10-02"));
    assert_eq!(chapter.language.map(|l| l.to_string()).as_deref(), Some("en"));
    assert_eq!(chapter.guid.as_deref(), Some("urn:x:mill#OEBPS/one.xhtml"));
}

#[test]
fn a_chapter_of_three_hundred_megabytes_is_left_out_and_the_rest_is_read() {
    let one = page(&format!("<h1>The wheel</h1>{}", prose("wheel")));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let documents = package(&["one.xhtml", "huge.xhtml"]);
    for (name, bytes) in [
        ("mimetype", b"application/epub+zip".as_slice()),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", documents.as_bytes()),
        ("OEBPS/nav.xhtml", NAV.as_bytes()),
        ("OEBPS/one.xhtml", one.as_bytes()),
    ] {
        zip.start_file(name, packed).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.start_file("OEBPS/huge.xhtml", packed).unwrap();
    let block = vec![b'a'; 1 << 20];
    for _ in 0..300 {
        zip.write_all(&block).unwrap();
    }
    let chapters = read(&zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(chapters.len(), 1);
    assert!(
        chapters[0].provenance.warnings.iter().any(|w| w.contains("huge.xhtml is too large")),
        "{:?}",
        chapters[0].provenance
    );
}

#[test]
fn a_size_that_is_a_lie_is_found_out() {
    let huge = vec![b'a'; 20 << 20];
    let one = page(&format!("<h1>The wheel</h1>{}", prose("wheel")));
    let mut bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package(&["one.xhtml", "huge.xhtml"]).as_bytes()),
        ("OEBPS/nav.xhtml", NAV.as_bytes()),
        ("OEBPS/one.xhtml", one.as_bytes()),
        ("OEBPS/huge.xhtml", &huge),
    ]);
    let (said, lie) = ((20_u32 << 20).to_le_bytes(), 100_u32.to_le_bytes());
    let places: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, w)| *w == said).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    let chapters = read(&bytes).unwrap();
    assert_eq!(chapters.len(), 1);
    assert!(!chapters[0].provenance.warnings.is_empty());
}

#[test]
fn nothing_outside_the_book_is_read() {
    let bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        (
            "OEBPS/book.opf",
            package(&["../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/etc/passwd"]).as_bytes(),
        ),
        ("OEBPS/nav.xhtml", NAV.as_bytes()),
    ]);
    let articles = read(&bytes).unwrap();
    assert_eq!(articles.len(), 1);
    assert!(articles[0].body.is_empty());
    assert!(articles[0].provenance.warnings.iter().any(|w| w.contains("no readable text")));
}

#[test]
fn an_encrypted_chapter_is_named() {
    let noise: Vec<u8> = (0..4000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let one = page(&format!("<h1>The wheel</h1>{}", prose("wheel")));
    let bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package(&["one.xhtml", "two.xhtml"]).as_bytes()),
        ("OEBPS/nav.xhtml", NAV.as_bytes()),
        ("OEBPS/one.xhtml", one.as_bytes()),
        ("OEBPS/two.xhtml", &noise),
    ]);
    let chapters = read(&bytes).unwrap();
    assert_eq!(chapters.len(), 1);
    assert!(chapters[0].provenance.warnings.iter().any(|w| w.contains("two.xhtml is no text")));
}

#[test]
fn what_is_no_book_is_a_problem() {
    let whole = mill();
    for bytes in
        [whole[..whole.len() / 2].to_vec(), book(&[]), book(&[("META-INF/container.xml", b"<x".as_slice())])]
    {
        assert!(matches!(read(&bytes), Err(Problem::Unreadable(_))));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let other = zip.finish().unwrap().into_inner();
    assert_eq!(
        formats::parse(&other, &Origin { name: "letter.docx", ..Origin::default() }),
        Err(Problem::Binary)
    );
}

#[test]
fn a_table_of_contents_as_deep_as_it_is_long_ends() {
    let deep = format!(
        r#"<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc">{}</nav></body></html>"#,
        r#"<ol><li><a href="one.xhtml">The race</a>"#.repeat(50_000) + &"</li></ol>".repeat(50_000)
    );
    let one = page(&prose("wheel")).replace("<title/>", "<title>The wheel</title>");
    let bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package(&["one.xhtml"]).as_bytes()),
        ("OEBPS/nav.xhtml", deep.as_bytes()),
        ("OEBPS/one.xhtml", one.as_bytes()),
    ]);
    let chapters = read(&bytes).unwrap();
    assert_eq!(
        chapters[0].headline.as_deref(),
        Some("The wheel"),
        "the title of the page, for want of a label"
    );
}

#[test]
fn the_older_form_of_the_contents_names_chapters_too() {
    let ncx = r#"<ncx><navMap><navPoint id="a"><navLabel><text>Flour &amp; water</text></navLabel>
        <content src="one%20half.xhtml#top"/></navPoint></navMap></ncx>"#;
    let package = package(&["one%20half.xhtml"]).replace(
        r#"href="nav.xhtml" media-type="application/xhtml+xml" properties="nav""#,
        r#"href="toc.ncx" media-type="application/x-dtbncx+xml""#,
    );
    let bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package.as_bytes()),
        ("OEBPS/toc.ncx", ncx.as_bytes()),
        ("OEBPS/one half.xhtml", page(&prose("wheel")).as_bytes()),
    ]);
    assert_eq!(read(&bytes).unwrap()[0].headline.as_deref(), Some("Flour & water"));
}

#[test]
fn the_sources_under_an_article_in_a_book_are_lifted_and_a_bibliography_stays() {
    let list = "<h2>Sources</h2><ul><li>Weir Gazette : Flour on the sill, 3 May 2019</li></ul>";
    let chapter = page(&format!("<h1>The wheel</h1>{}{list}", prose("wheel")));
    let day = "<meta property=\"article:published_time\" content=\"2019-05-04\"/><title/>";
    let read = |chapter: &str| {
        let bytes = book(&[
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("OEBPS/book.opf", package(&["one.xhtml"]).as_bytes()),
            ("OEBPS/nav.xhtml", NAV.as_bytes()),
            ("OEBPS/one.xhtml", chapter.as_bytes()),
        ]);
        read(&bytes).unwrap().remove(0)
    };
    let article = read(&chapter.replace("<title/>", day));
    let titles: Vec<_> = article.sources.iter().filter_map(|source| source.title.as_deref()).collect();
    assert_eq!((titles, article.crossheads().len()), (vec!["Flour on the sill"], 0));
    assert_eq!(read(&chapter).crossheads(), ["Sources"]);
}
