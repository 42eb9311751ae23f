//! How fast files become articles, beside the crates below alone: usual articles of some kilobytes and a
//! long one, in French and English; then every file of a folder, one after another. The folder is the one
//! `NEWSPRINT_CORPUS` names, else the fixtures of the tests.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench that cannot start should stop, and may ask where its files are"
)]

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use dom_query::Document;
use dom_smoothie::Readability;
use newsprint::formats::{self, Origin};
use pulldown_cmark::{Options, Parser};
use saphyr::LoadableYamlNode as _;

fn main() {
    divan::main();
}

/// The languages, and the bytes of prose in an article: a usual one, a long one.
const KINDS: [(&str, usize); 4] = [("en", 8_000), ("fr", 8_000), ("en", 400_000), ("fr", 400_000)];

const ENGLISH: [&str; 4] = [
    "The harbour keeps its own time, and the bakers know it better than the pilots do.",
    "When the lamps go out along the quay, the second batch is already in the oven.",
    "“Nobody waits,” says the oldest of them, “but the boats do, and so does the bread.”",
    "On 14 May 2021 the council counted 1,240 loaves, 80 of which had been given away.",
];
const FRENCH: [&str; 4] = [
    "Le port vit à son heure, et les boulangers la connaissent mieux que les pilotes.",
    "Quand les lampes s’éteignent le long du quai, la deuxième fournée est déjà au four.",
    "« Personne n’attend », dit le plus âgé d’entre eux, « sauf les bateaux et le pain. »",
    "Le 14 mai 2021, la commune a compté 1\u{a0}240 pains, dont 80 avaient été donnés.",
];

/// Paragraphs of three to five sentences, about `bytes` in all, the same each time.
fn paragraphs(language: &str, bytes: usize) -> Vec<String> {
    let sentences = if language == "fr" { FRENCH } else { ENGLISH };
    let (mut made, mut length) = (Vec::new(), 0);
    while length < bytes {
        let at = made.len();
        let chosen = (0..3 + at % 3).filter_map(|n| sentences.get((at * 7 + n * 3) % 4).copied());
        let paragraph = chosen.collect::<Vec<_>>().join(" ");
        length += paragraph.len();
        made.push(paragraph);
    }
    made
}

const TITLE: &str = "Bread and the lamps of the quay";

fn plain((language, bytes): (&str, usize)) -> String {
    let mut out = format!("{TITLE}\n\nBy Ada Morrow\n14 May 2021\n\n");
    for (at, paragraph) in paragraphs(language, bytes).iter().enumerate() {
        if at % 8 == 7 {
            out += "The second batch\n\n";
        }
        writeln!(out, "{paragraph}\n").unwrap();
    }
    out + "Sources:\n\nHarbour Post (Gdynia): The lamps go out, 14/05/21\n"
}

fn markdown((language, bytes): (&str, usize)) -> String {
    let mut out = format!("---\ntitle: {TITLE}\ndate: 2021-05-14\n---\n\n");
    for (at, paragraph) in paragraphs(language, bytes).iter().enumerate() {
        match at % 8 {
            7 => writeln!(out, "## The second batch\n\n{paragraph}\n").unwrap(),
            5 => writeln!(out, "> {paragraph}\n").unwrap(),
            3 => writeln!(out, "- *flour*: {at}\n- [salt](https://quay.example/salt/{at})\n").unwrap(),
            _ => writeln!(out, "{paragraph} **So** they [say](https://quay.example/{at}).\n").unwrap(),
        }
    }
    out
}

/// A page as a browser saves it: scripts, styles and menus around the article.
fn page((language, bytes): (&str, usize)) -> String {
    let script = "window.quay = window.quay || []; quay.push(function () { return 'lamps'; });\n".repeat(60);
    let menu: String = (0..60).fold(String::new(), |menu, n| {
        menu + &format!("<li class=\"nav-item\"><a href=\"/topic/{n}\">Topic {n}</a></li>")
    });
    let mut out = format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><title>{TITLE} | Harbour Post</title>\
         <meta property=\"article:published_time\" content=\"2021-05-14T08:00:00Z\"><script>{script}</script>\
         </head><body><nav><ul>{menu}</ul></nav><main><article><h1>{TITLE}</h1>"
    );
    for (at, paragraph) in paragraphs(language, bytes).iter().enumerate() {
        if at % 8 == 7 {
            out += "<h2>The second batch</h2>";
        }
        let link = format!("<a class=\"link\" href=\"https://quay.example/{at}\">quay</a>");
        writeln!(out, "<div class=\"block block--text\"><p>{paragraph} {link}.</p></div>").unwrap();
    }
    out + &format!("</article></main><footer><ul>{menu}</ul></footer><script>{script}</script></body></html>")
}

/// Parses a file as a library does.
fn parse(bencher: Bencher<'_, '_>, name: &str, file: &str) {
    let origin = Origin { name, ..Origin::default() };
    bencher
        .counter(BytesCount::of_str(file))
        .bench(|| formats::parse(black_box(file.as_bytes()), black_box(&origin)).unwrap());
}

#[divan::bench(args = KINDS)]
fn text(bencher: Bencher<'_, '_>, kind: (&str, usize)) {
    parse(bencher, "quay.txt", &plain(kind));
}

#[divan::bench(args = KINDS)]
fn markdown_newsprint(bencher: Bencher<'_, '_>, kind: (&str, usize)) {
    parse(bencher, "quay.md", &markdown(kind));
}

#[divan::bench(args = KINDS)]
fn markdown_pulldown_cmark(bencher: Bencher<'_, '_>, kind: (&str, usize)) {
    let file = markdown(kind);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_WIKILINKS;
    bencher
        .counter(BytesCount::of_str(&file))
        .bench(|| Parser::new_ext(black_box(&file), options).map(black_box).count());
}

#[divan::bench(args = KINDS)]
fn html_newsprint(bencher: Bencher<'_, '_>, kind: (&str, usize)) {
    parse(bencher, "quay.html", &page(kind));
}

#[divan::bench(args = KINDS)]
fn html_dom_smoothie(bencher: Bencher<'_, '_>, kind: (&str, usize)) {
    let file = page(kind);
    bencher.counter(BytesCount::of_str(&file)).bench(|| {
        let tree = Document::from(black_box(file.as_str()));
        Readability::with_document(tree, None, None).unwrap().parse().unwrap()
    });
}

/// A file of the folder: its name, and what is in it, unpacked.
type Saved = (String, Vec<u8>);

/// Reads the files of the folder that go by one of `extensions`, packed or not, in the order of their paths.
fn saved(extensions: &[&str]) -> Vec<Saved> {
    let fixtures = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats"));
    let folder = std::env::var_os("NEWSPRINT_CORPUS").map_or_else(fixtures, PathBuf::from);
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|file| read(file.path(), extensions))
        .collect()
}

fn read(path: &Path, extensions: &[&str]) -> Option<Saved> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let packed = name.strip_suffix(".gz").map(str::to_owned);
    let bare = packed.clone().unwrap_or_else(|| name.clone());
    let extension = bare.rsplit_once('.')?.1.to_owned();
    let bytes = std::fs::read(path).ok().filter(|_| extensions.contains(&extension.as_str()))?;
    if packed.is_none() {
        return Some((bare, bytes));
    }
    let mut unpacked = Vec::new();
    flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).ok()?;
    Some((bare, unpacked))
}

/// Does `one` to each of the files in turn, and counts their bytes.
fn each<T>(bencher: Bencher<'_, '_>, files: &[Saved], one: impl Fn(&Saved) -> T + Sync) {
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for file in files {
            black_box(one(black_box(file)));
        }
    });
}

fn articles((name, bytes): &Saved) -> usize {
    formats::parse(bytes, &Origin { name, ..Origin::default() }).map_or(0, |articles| articles.len())
}

#[divan::bench]
fn folder_text(bencher: Bencher<'_, '_>) {
    each(bencher, &saved(&["txt"]), articles);
}

#[divan::bench]
fn folder_markdown_newsprint(bencher: Bencher<'_, '_>) {
    each(bencher, &saved(&["md"]), articles);
}

#[divan::bench]
fn folder_markdown_pulldown_cmark(bencher: Bencher<'_, '_>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_WIKILINKS;
    each(bencher, &saved(&["md"]), |(_, bytes)| {
        Parser::new_ext(&String::from_utf8_lossy(bytes), options).map(black_box).count()
    });
}

/// All that other crates do for the articles of the same files: the check that a file is UTF-8, `saphyr` on the
/// front matter between its fences, `pulldown-cmark` to its events, `whatlang` on as many characters as a guess
/// is given. Not counted: HTML inside Markdown (`dom_query`), addresses (`url`) and dates (`jiff`).
#[divan::bench]
fn folder_markdown_crates(bencher: Bencher<'_, '_>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_WIKILINKS;
    each(bencher, &saved(&["md"]), |(_, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let fenced = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        let (matter, body) = fenced.unwrap_or(("", &text));
        let fields = saphyr::Yaml::load_from_str(matter).map_or(0, |documents| documents.len());
        let sample: String = body.chars().take(1200).collect();
        let language = whatlang::detect(&sample).is_some();
        (fields, language, Parser::new_ext(body, options).map(black_box).count())
    });
}

#[divan::bench]
fn folder_html_newsprint(bencher: Bencher<'_, '_>) {
    each(bencher, &saved(&["html", "htm"]), articles);
}

#[divan::bench]
fn folder_html_dom_smoothie(bencher: Bencher<'_, '_>) {
    each(bencher, &saved(&["html", "htm"]), |(_, bytes)| {
        let tree = Document::from(String::from_utf8_lossy(bytes).as_ref());
        Readability::with_document(tree, None, None).unwrap().parse().is_ok()
    });
}
