//! Web archives as crawlers and browsers write them, built here byte by byte.

use std::io::Write;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::article::Article;
use crate::formats::{self, Origin, Problem};

const PAGE: &str = "<html lang=en><head><title>The well at Arden</title></head><body><article>\
    <h1>The well at Arden</h1><p>The well at Arden has not been dry since the bells were cast, \
    and the village measures its summers by the length of the rope.</p></article></body></html>";

fn record(kind: &str, target: &str, content: &str, block: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2021-04-05T06:07:08Z\r\n\
         Content-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    out.extend_from_slice(block);
    out.extend_from_slice(b"\r\n\r\n");
    out
}

fn response(target: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let block = [format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat();
    record("response", target, "application/http; msgtype=response", &block)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    formats::parse(bytes, &Origin { name, ..Origin::default() })
}

fn urls(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.url.as_deref().unwrap_or_default()).collect()
}

#[test]
fn each_page_answered_with_success_is_an_article() {
    let archive = [
        record("warcinfo", "", "application/warc-fields", b"software: a crawler\r\n"),
        record(
            "request",
            "https://arden.example/well",
            "application/http; msgtype=request",
            b"GET /well HTTP/1.1\r\n\r\n",
        ),
        response(
            "https://arden.example/well",
            "200 OK\r\nContent-Type: text/html; charset=utf-8",
            PAGE.as_bytes(),
        ),
        response("https://arden.example/bell.png", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        response("https://arden.example/gone", "404 Not Found\r\nContent-Type: text/html", b"<p>Gone"),
        record(
            "resource",
            "https://arden.example/kept",
            "text/html",
            PAGE.replace("bells", "walls").as_bytes(),
        ),
    ]
    .concat();
    let articles = read("arden.warc", &archive).unwrap();
    assert_eq!(urls(&articles), ["https://arden.example/well", "https://arden.example/kept"]);
    assert_eq!(articles[0].headline.as_deref(), Some("The well at Arden"));
    assert_eq!(articles[0].provenance.item.as_deref(), Some("1"));
    assert_eq!(articles[0].provenance.collection.as_deref(), Some("arden"));
    assert_eq!(articles[0].published, None, "the day it was recorded is not the day it appeared");
    assert!(
        articles.iter().all(|article| article.published.is_none_or(|p| p.from.date_name() != "metadata"))
    );
}

#[test]
fn bodies_are_unpacked_and_chunks_joined() {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(PAGE.as_bytes()).unwrap();
    let (front, back) = PAGE.split_at(100);
    let chunked = format!("64\r\n{front}\r\n{:x};x=y\r\n{back}\r\n0\r\n\r\n", back.len());
    let kinds: [(&str, Vec<u8>); 4] = [
        ("Content-Encoding: gzip", gzip(PAGE.as_bytes())),
        ("Content-Encoding: deflate", zlib.finish().unwrap()),
        ("Transfer-Encoding: chunked", chunked.into_bytes()),
        ("Content-Encoding: br", PAGE.as_bytes().to_vec()),
    ];
    for (header, body) in kinds {
        let head = format!("200 OK\r\nContent-Type: text/html\r\n{header}");
        let articles = read("a.warc", &response("https://arden.example/", &head, &body)).unwrap();
        assert!(articles[0].plain_text().contains("length of the rope"), "{header}");
    }
}

#[test]
fn members_packed_one_by_one_are_read_through_and_copies_once() {
    let one = response("https://arden.example/1", "200 OK\r\nContent-Type: text/html", PAGE.as_bytes());
    let two = response("https://arden.example/2", "200 OK\r\nContent-Type: text/html", PAGE.as_bytes());
    let archive = [gzip(&one), gzip(&two), gzip(&one)].concat();
    let articles = read("arden.warc.gz", &archive).unwrap();
    assert_eq!(urls(&articles), ["https://arden.example/1", "https://arden.example/2"]);
    assert_eq!(articles[0].provenance.format, "warc");
}

#[test]
fn a_wrong_length_costs_one_record_at_most() {
    let good = response("https://arden.example/", "200 OK\r\nContent-Type: text/html", PAGE.as_bytes());
    let bad = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n"
        .to_vec();
    let huge = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n<p>End.</p>";
    let articles = read("a.warc", &[bad, good, huge.to_vec()].concat()).unwrap();
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[1].plain_text(), "End.");
}

#[test]
fn an_archive_without_pages_is_a_problem_with_a_reason() {
    let info = record("warcinfo", "", "application/warc-fields", b"software: x\r\n");
    assert!(matches!(read("a.warc", &info), Err(Problem::Unreadable(_))));
    let packed = response(
        "https://arden.example/",
        "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br",
        b"\x0b\x02",
    );
    let Err(Problem::Unreadable(reason)) = read("a.warc", &packed) else { panic!("nothing to read") };
    assert!(reason.contains("cannot be read"), "{reason}");
}
