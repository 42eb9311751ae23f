//! Characters that act: escape sequences, direction overrides, marks without end, in every place a
//! string can come from.

use std::fs;

use serde_json::Value;

use crate::row::{Row, file, row, strings};

/// What a terminal would take for orders: colour, clipboard, link, title, bell, C1, and half of one.
const ORDERS: &str = "\u{1b}[31m\u{1b}]52;c;aGk=\u{7}\u{1b}]8;;http://evil.example\u{1b}\\x\u{1b}]8;;\u{1b}\\\u{1b}]0;owned\u{7}\u{9b}2J\u{9d}0;c1\u{9c}\u{8}\r\u{1b}P+q\u{1b}\\\u{1b}";
/// What turns reading round.
const TURNS: &str =
    "\u{202e}evil\u{202c}\u{2066}\u{2067}\u{2068}\u{2069}\u{202a}\u{202b}\u{202d}\u{200f}\u{61c}";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = vec![];
    rows.extend(everywhere(ORDERS));
    rows.extend(everywhere(TURNS));
    rows.extend(names());
    rows.extend(marks());
    rows
}

fn everywhere(bad: &'static str) -> Vec<Row> {
    let acting = bad == ORDERS;
    let name = move |orders, turns| if acting { orders } else { turns };
    let escaped = move || serde_json::to_string(&format!("Nets{bad}")).unwrap();
    vec![
        file(name("orders in text", "turns in text"), "a.txt", move || {
            format!("Nets{bad}\n\nBy Ida{bad} Holm\n\nThe nets{bad} hang.\n\nSources\n\nGazette{bad}, \"Nets{bad}\", 6 May 2020\nhttps://quay.example/{bad}\n").into_bytes()
        })
        .articles(1)
        .lacks("52;c;"),
        file(name("orders in Markdown", "turns in Markdown"), "a.md", move || {
            format!("---\ntitle: Nets{bad}\nauthor: Ida{bad}\ntags: [\"a{bad}\"]\nsource: https://quay.example/{bad}\n---\n\n# Nets{bad}\n\nThe nets {bad} [hang{bad}](https://quay.example/{bad}). `{bad}`\n\n```{bad}\n{bad}\n```\n").into_bytes()
        })
        .articles(1)
        .lacks("52;c;"),
        file(name("orders in YAML escapes", "turns in YAML escapes"), "a.md", move || {
            format!("---\ntitle: {}\n---\n\nThe nets hang. &#27;[31m &#x9b;2J &#x202e;\n", escaped()).into_bytes()
        })
        .articles(1),
        file(name("orders in a page", "turns in a page"), "a.html", move || {
            format!("<!doctype html><html><head><title>Nets{bad}</title><meta name=author content='Ida{bad}'><script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":{}}}</script></head><body><h1>Nets{bad}</h1><p>The nets{bad} &#27;[31m &#x9b;2J &#155;2J &#x202e; <a href='https://quay.example/{bad}' title='{bad}'>hang{bad}</a>.</p><img alt='{bad}' src='{bad}'><pre>{bad}</pre></body></html>", escaped()).into_bytes()
        })
        .articles(1)
        .lacks("52;c;"),
        file(name("orders in a feed", "turns in a feed"), "a.xml", move || {
            format!("<rss version='2.0'><channel><title>Quay{bad}</title><item><title>Nets{bad}</title><author>Ida{bad}</author><guid>{bad}</guid><category>a{bad}</category><link>https://quay.example/{bad}</link><description>The nets{bad} &#27;[31m &#x202e; &amp;#27;[31m hang.</description></item></channel></rss>").into_bytes()
        })
        .articles(1)
        .lacks("52;c;"),
        file(name("orders in a JSON feed", "turns in a JSON feed"), "a.json", move || {
            let nets = escaped();
            format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":{nets},\"items\":[{{\"id\":{nets},\"title\":{nets},\"url\":{nets},\"content_text\":{nets},\"tags\":[{nets}],\"authors\":[{{\"name\":{nets}}}]}}]}}").into_bytes()
        })
        .articles(1),
        file(name("orders in a letter", "turns in a letter"), "a.eml", move || {
            format!("From: Ida{bad} <ida@quay.example>\nSubject: Nets{bad} =?utf-8?q?=1b[31m=c2=9b2J=e2=80=ae?=\nMessage-ID: <{bad}>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nThe nets{bad} hang.\n").into_bytes()
        })
        .articles(1),
        file(name("orders in front matter that is wrong", "turns in front matter that is wrong"), "a.md", move || {
            format!("---\ntitle: \"Nets{bad}\n  {bad}: [\n---\n\nThe nets hang.\n").into_bytes()
        })
        .articles(1),
    ]
}

fn names() -> Vec<Row> {
    vec![
        row("a file name with orders, turns and a line feed", |folder| {
            let name = format!("a\u{1b}[31m\n{TURNS}\u{7}b.txt");
            fs::write(folder.join(&name), "").unwrap();
            vec![folder.join(name)]
        })
        .articles(1)
        .warns("empty"),
        row("a refused file's name with orders", |folder| {
            let name = format!("a\u{1b}[31m\n{TURNS}\u{7}b.txt");
            fs::write(folder.join(&name), b"%PDF-1.7").unwrap();
            vec![folder.join(name)]
        })
        .refused("looks binary"),
        row("a file name that begins as an option does", |folder| {
            fs::write(folder.join("--help"), "The nets hang.").unwrap();
            vec![folder.join("--help")]
        })
        .articles(1)
        .says("The nets hang."),
        row("a file name of 255 bytes", |folder| {
            let name = format!("{}.txt", "n".repeat(251));
            fs::write(folder.join(&name), "The nets hang.").unwrap();
            vec![folder.join(name)]
        })
        .articles(1),
    ]
}

fn marks() -> Vec<Row> {
    let piled = |articles: &[Value]| {
        let mut most = 0;
        for text in articles.iter().flat_map(strings) {
            let mut marks = 0;
            for c in text.chars() {
                marks = if ('\u{300}'..='\u{36f}').contains(&c) { marks + 1 } else { 0 };
                most = most.max(marks);
            }
        }
        most <= 8
    };
    vec![
        file("zalgo", "a.txt", || {
            format!("T{0}he n{0}ets hang.", "\u{301}\u{316}\u{32a}".repeat(40)).into_bytes()
        })
        .articles(1)
        .holds("at most 8 marks on a letter", piled),
        file("marks before any letter, wide and joined characters", "a.txt", || {
            "\u{301}\u{301}The nets 👩\u{200d}👩\u{200d}👧 hang 潮の音 at 한글 🇩🇰.".as_bytes().to_vec()
        })
        .articles(1)
        .says("👩\u{200d}👩\u{200d}👧 hang 潮の音 at 한글 🇩🇰."),
        file("every character there is", "a.txt", || {
            (0..=0x10_ffff)
                .filter_map(char::from_u32)
                .filter(|c| *c != '\u{1b}')
                .collect::<String>()
                .into_bytes()
                .split_off(32)
        })
        .articles(1),
    ]
}
