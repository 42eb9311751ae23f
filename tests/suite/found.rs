//! Where each field of an article was found: no field stands without a place, and the places are true.

use std::path::{Path, PathBuf};

use newsprint::article::Field::{
    self, Byline, Caption, Headline, Language, Outlet, Published, Tags, Updated, Url,
};
use newsprint::article::{Article, FoundIn};
use newsprint::formats::{self, Origin};
use newsprint::library::scan;

use crate::desk::shipped;

/// Words enough to guess a language by.
const PROSE: &str =
    "No boat came to the quay that night, and nobody who lived there had asked why it should.";

/// Every file under a folder, hidden ones too.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

fn read(name: &str, text: &str) -> Article {
    let origin = Origin { name, modified: None };
    let mut articles = formats::parse(text.as_bytes(), &origin).unwrap();
    articles.remove(0)
}

fn place(article: &Article, field: Field) -> Option<&'static str> {
    article.found_in(field).map(FoundIn::name)
}

/// Says where the fields named were found, in one line.
fn places(article: &Article, fields: &[Field]) -> String {
    let words =
        fields.iter().map(|field| format!("{} {}", field.name(), place(article, *field).unwrap_or("-")));
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn no_field_of_any_fixture_or_shipped_article_stands_without_a_place() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats"), &mut paths);
    files(&shipped(), &mut paths);
    let mut seen = Vec::new();
    for path in paths {
        for article in scan::read(&path).articles.unwrap_or_default() {
            for field in Field::ALL {
                let place = article.found_in(field);
                assert_eq!(place.is_some(), article.has(field), "{}: {}", path.display(), field.name());
                seen.extend(place);
            }
        }
    }
    let unseen: Vec<_> = FoundIn::ALL.iter().filter(|place| !seen.contains(place)).collect();
    assert!(unseen.len() <= 1, "nothing was found in {unseen:?}");
}

#[test]
fn a_page_says_where_each_of_its_fields_stood() {
    let page = "<!doctype html><html lang=en><head><title>The well at Arden | Arden Post</title>\
        <link rel=canonical href='https://arden.example/2016/12/08/well'>\
        <meta name=keywords content='wells, water'>\
        <script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"publisher\": {\"name\": \"Arden Post\"}, \
        \"dateModified\": \"2016-12-10\"}</script></head><body><article><h1>The well at Arden</h1>\
        <p class=byline>By Ada Wren</p><p class=date>8 December 2016</p>\
        <figure><img src=well.jpg><figcaption>The well, seen from the north.</figcaption></figure>\
        <p>The well at Arden has been dry since the summer, and nobody has asked why it should be.</p>\
        <p>On Thursday the council met to talk of it, and parted without a word to the papers.</p></article></body></html>";
    let article = read("well.html", page);
    assert_eq!(
        places(&article, &[Headline, Byline, Outlet, Published, Updated, Url, Language, Tags, Caption]),
        "title heading, authors text, publisher json-ld, date text, updated json-ld, source_url metadata, \
         language metadata, tags metadata, caption text"
    );
    assert_eq!(article.found_in(Field::Standfirst), None, "it has none");
}

#[test]
fn what_front_matter_says_is_told_from_what_the_text_says() {
    let article =
        read("quay.md", &format!("---\nauthor: Ada Wren\ndate: 2016-12-08\n---\n\n# The quay\n\n{PROSE}\n"));
    assert_eq!(
        places(&article, &[Headline, Byline, Published, Language]),
        "title heading, authors front-matter, date front-matter, language guessed"
    );
    let plain = read(
        "2016-12-08-x.txt",
        "The quay at night\n\nBy Ada Wren\n\nNo boat came to the quay that night.\n",
    );
    assert_eq!(places(&plain, &[Headline, Byline, Published]), "title text, authors text, date file-name");
    let named = read("the-quay.md", "No boat came.\n");
    assert_eq!(places(&named, &[Headline, Byline]), "title file-name, authors -");
}

#[test]
fn a_letter_is_read_from_its_headers_and_an_entry_from_its_feed() {
    let letter = read(
        "a.eml",
        &format!(
            "From: Ada Wren <ada@harbour.example>\nTo: all@harbour.example\nSubject: The quay\n\
         Date: Thu, 8 Dec 2016 10:30:00 +0100\nMessage-ID: <1@harbour.example>\n\n{PROSE}\n"
        ),
    );
    assert_eq!(
        places(&letter, &[Headline, Byline, Published, Language]),
        "title metadata, authors metadata, date metadata, language guessed"
    );
    let feed = "<rss version=\"2.0\"><channel><title>Harbour Post</title><language>en</language>\
        <item><link>https://harbour.example/1</link><description>No boat came.</description></item></channel></rss>";
    assert_eq!(
        places(&read("h.rss", feed), &[Headline, Outlet, Url, Language]),
        "title text, publisher container, source_url metadata, language container"
    );
}
