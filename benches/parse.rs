//! How fast files become articles, beside the crates below alone. Usual articles of some kilobytes, and
//! a long one, in French and English.

#![allow(clippy::unwrap_used, reason = "a bench that cannot start should stop")]

use std::fmt::Write as _;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use dom_query::Document;
use dom_smoothie::Readability;
use newsprint::formats::{self, Origin};
use pulldown_cmark::{Options, Parser};

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
