//! Nothing of a plain text file is lost: what is neither a field nor the body is a leftover.

use std::collections::HashSet;

use proptest::prelude::*;

use super::read;
use crate::article::{Article, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::sources;

const STORY: &str = "The ferry left at six with nine hens on board and a man who would not say where, and when it came back in the evening there were eleven.";

/// Words that only say what stands beside them, and are said by the field that holds it; the last is the
/// weekday of a date.
const LABELS: &[&str] = &[
    "by",
    "von",
    "autor",
    "text",
    "published",
    "updated",
    "on",
    "and",
    "quelle",
    "stand",
    "fil",
    "titre",
    "auteur",
    "date",
    "lien",
    "liens",
    "publicado",
    "publie",
    "por",
    "par",
    "el",
    "le",
    "木",
];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold)
}

/// All that an article says, a field a line.
fn said(article: &Article) -> String {
    let fields = [
        &article.kicker,
        &article.headline,
        &article.standfirst,
        &article.caption,
        &article.outlet,
        &article.url,
    ];
    let mut said: Vec<&str> = fields.into_iter().filter_map(Option::as_deref).collect();
    said.extend(article.byline.iter().chain(&article.tags).chain(&article.leftovers).map(Text::as_str));
    said.extend(article.sources.iter().map(|source| source.raw.as_str()));
    said.extend(article.links.iter().map(|link| link.url.as_str()));
    [said.join("\n"), article.plain_text()].join("\n")
}

/// The words of a line but those of days the article has.
fn without_days(line: &str, article: &Article) -> String {
    let days = [article.published.map(|published| published.at.day), article.updated.map(|at| at.day)];
    let (mut rest, mut out) = (line, String::new());
    while let Some((range, moment)) = dates::find(rest, Reading::default()) {
        let end = if days.contains(&Some(moment.day)) { range.start } else { range.end };
        out.push_str(rest.get(..end).unwrap_or_default());
        out.push(' ');
        rest = rest.get(range.end..).unwrap_or_default();
    }
    out + rest
}

/// The words of a text that its article does not say anywhere.
fn lost(text: &str) -> Vec<String> {
    let article = read("x.txt", text.as_bytes());
    let said: HashSet<String> = words(&said(&article)).collect();
    let row = |line: &str| {
        line.starts_with('[').then(|| line.split_once(": ")).flatten().map(|(mark, _)| mark.to_owned())
    };
    // A mark whose address the file lists is the link.
    let marks: Vec<String> = text.lines().filter_map(row).collect();
    let text = marks
        .iter()
        .fold(text.to_owned(), |text, mark| text.replace(&format!("{mark}: "), "").replace(mark, ""));
    text.lines()
        .filter(|line| !sources::is_label(line) && !line.ends_with("(link)"))
        .flat_map(|line| words(&without_days(line, &article)).collect::<Vec<_>>())
        .filter(|word| !said.contains(word) && !LABELS.contains(&word.as_str()))
        .collect()
}

/// Lines a head may hold, no two of which share a telling word.
const HEADS: &[&str] = &[
    "The lamps of Gdynia | Ships | Harbour Gazette",
    "#MeToo five years later",
    "Fog over Skagen tonight | Coast Post",
    "12 May 2019",
    "Published: 3 June 2018, 10:14",
    "Updated on 4 July 2020",
    "Opening hours: 1 May 2024 to 30 Sept 2024",
    "Special report from Port Merrin, 8 December 2016, third part",
    "12 May 1890: first crane arrives",
    "3 June 1901: quay is paved",
    "By Ada Morrow, harbour correspondent",
    "By Tom Abara in Lorient",
    "Von Jana Kurz, Berlin",
    "By Reuters",
    "By Land and Sea",
    "Ida Holm",
    "Autor: Jan Nowak | Desk seven",
    "Share",
    "4 min read",
    "Photo: Lena Furt",
    "IMG_2231",
    "Read more: Bread is dearer",
    "* Salt",
    "* Rope",
    "7. Tar",
    "21. Oil",
    "500 g flour",
    "Chapter One",
    "Market Day",
    "Introduction",
    "Nobody had asked",
    "Sources",
    "Quelle: dpa",
];

proptest! {
    #[test]
    fn every_word_of_a_text_is_a_field_a_source_a_leftover_or_in_the_body(
        lines in prop::collection::vec((prop::sample::select(HEADS), prop::bool::ANY), 0..9),
        stories in 0..4_usize,
    ) {
        let mut text = String::new();
        for (line, apart) in lines {
            text.push_str(line);
            text.push_str(if apart { "\n\n" } else { "\n" });
        }
        text.push_str(&format!("{STORY}\n\n").repeat(stories));
        prop_assert_eq!(lost(&text), Vec::<String>::new(), "{}", text);
    }
}

#[test]
fn every_word_of_the_texts_that_are_shipped_is_kept() {
    for folder in ["tests/fixtures/formats/text", "articles"] {
        for entry in std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap().flatten()
        {
            if entry.path().extension().is_some_and(|extension| extension == "txt") {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                assert_eq!(lost(&text), [""; 0], "{}", entry.path().display());
            }
        }
    }
}

#[test]
fn any_text_is_read_without_loss() {
    proptest!(|(text in "[A-Za-zé «»:.,\\-\u{a0}0-9\n]{0,400}")| {
        let article = read("x.txt", text.as_bytes());
        let mut kept = article.plain_text();
        let lines = [&article.kicker, &article.headline, &article.standfirst, &article.caption];
        kept.extend(lines.into_iter().filter_map(Option::as_deref));
        article.leftovers.iter().for_each(|l| kept.push_str(l));
        article.sources.iter().for_each(|s| kept.push_str(&s.raw));
        let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
        let headed = article.headline.as_deref() == Some("x") || !article.byline.is_empty() || article.published.is_some();
        prop_assert!(headed || letters(&kept) >= letters(&text));
    });
}
