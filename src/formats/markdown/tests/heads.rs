//! Stories about what stands between the headline of a Markdown file and its text.

use super::{first_words, read};
use crate::article::{Article, Field, FoundIn};

fn told(article: &Article) -> (String, String, Option<&str>) {
    let names: Vec<&str> = article.byline.iter().map(crate::article::Text::as_str).collect();
    let day = article.published.map(|published| published.at.to_string()).unwrap_or_default();
    (names.join("; "), day, article.url.as_deref())
}

#[test]
fn fields_under_the_headline_fill_the_head_however_they_are_set() {
    let address = "https://quay.example/ferry";
    for fields in [
        format!("**Author:** Ida Holm\n**Published:** May 12, 2019\n**Source:** [The Quay Post]({address})"),
        format!("> Source: {address}\n> Author: Ida Holm\n> Published: 2019-05-12\n> Saved: 2020-01-01"),
        format!("- **URL**: <{address}>\n- **By**: [[Ida Holm]]\n- **Date**: 12 May 2019"),
        format!("Auteur : Ida Holm\nDate : 12 mai 2019\nLien : {address}"),
    ] {
        let article = read(&format!("# The ferry runs\n\n{fields}\n\nIt left at six.\n"));
        assert_eq!(
            told(&article),
            ("Ida Holm".to_owned(), "2019-05-12".to_owned(), Some(address)),
            "{fields}"
        );
        assert_eq!(article.headline.as_deref(), Some("The ferry runs"), "{fields}");
        assert_eq!(article.plain_text(), "It left at six.", "{fields}");
        assert_eq!(article.found_in(Field::Byline), Some(FoundIn::FrontMatter), "{fields}");
    }
}

#[test]
fn fields_about_something_else_stay_in_the_text() {
    for fields in [
        "**Title:** A book of hens\n**Author:** Jon Berg",
        "**Date:** May 12, 2019\n**Place:** The quay",
        "Date: it was late.\nAnd more prose.",
    ] {
        let article = read(&format!("# A book about hens\n\n{fields}\n\nIt is long.\n"));
        assert!(article.byline.is_empty() && article.published.is_none(), "{fields}");
        assert!(article.plain_text().len() > 30, "{fields}");
    }
}

#[test]
fn a_byline_and_a_date_under_the_headline_are_read_and_leave_the_text() {
    for lines in [
        "*By Ida Holm — May 12, 2019*",
        "Published on May 12, 2019 by Ida Holm",
        "Ida Holm\nMay 12, 2019",
        "Ida Holm\n\nMay 12, 2019",
        "**By Ida Holm** | May 12, 2019 | *Quay Post*",
        "By Ida Holm\n\n_Published: 12 May 2019 · 5 min read_",
        "### By Ida Holm\n\nMay 12, 2019 | Updated: June 2, 2019",
    ] {
        let article = read(&format!("# The ferry runs\n\n{lines}\n\nIt left at six.\n"));
        assert_eq!(told(&article), ("Ida Holm".to_owned(), "2019-05-12".to_owned(), None), "{lines}");
        assert_eq!(article.plain_text(), "It left at six.", "{lines}");
    }
}

#[test]
fn first_lines_that_are_prose_or_headings_stay() {
    for lines in [
        "On May 12, 2019 the ferry ran.",
        "New York, May 12, 2019",
        "Ida Holm",
        "## May 12, 2019",
        "- May 12, 2019",
        "By the sea\nthe ferry waits.",
    ] {
        let article = read(&format!("# The ferry runs\n\n{lines}\n\nIt left at six.\n"));
        assert!(article.byline.is_empty() && article.published.is_none(), "{lines}");
        assert!(!first_words(&article).starts_with("It left") || lines.starts_with('#'), "{lines}");
    }
    let prose = read("By Ida Holm\n\nIt left at six.\n");
    assert_eq!(first_words(&prose), "By Ida Holm");
}

#[test]
fn the_front_matter_stands_above_the_first_lines() {
    let article = read(
        "---\ntitle: The ferry runs\nauthor: Jon Berg\n---\nBy Ida Holm, May 12, 2019\n\nIt left at six.\n",
    );
    assert_eq!(told(&article), ("Jon Berg".to_owned(), "2019-05-12".to_owned(), None));
}

#[test]
fn markup_in_the_title_is_read_and_signs_that_are_none_stay() {
    let title =
        |line: &str| read(&format!("---\ntitle: '{line}'\n---\nBody.\n")).headline.unwrap().to_string();
    assert_eq!(title("The `Foo` trait and *emphasis*"), "The Foo trait and emphasis");
    assert_eq!(title("snake_case_names and Vec<T> and 2 * 3"), "snake_case_names and Vec<T> and 2 * 3");
}

#[test]
fn of_two_headings_the_one_without_the_name_of_the_site_is_the_headline() {
    let article = read("# The ferry runs | Quay Post\n\n# The ferry runs\n\nIt left at six.\n");
    assert_eq!(article.headline.as_deref(), Some("The ferry runs"));
    assert!(article.crossheads().is_empty());
}

#[test]
fn the_name_of_the_site_and_its_section_leave_a_headline_whose_address_says_both() {
    let titled = |title: &str| {
        let head = format!(
            "---\ntitle: \"{title}\"\nsource: https://www.quaygazette.example/ships/ferry-runs\n---\n"
        );
        read(&format!("{head}It left at six.\n")).headline.unwrap().to_string()
    };
    assert_eq!(titled("The ferry runs - Ships - The Quay Gazette"), "The ferry runs");
    assert_eq!(titled("The ferry runs | Quay Gazette"), "The ferry runs");
    assert_eq!(
        titled("The ferry runs - Ships"),
        "The ferry runs - Ships",
        "a section alone may be the writer's own"
    );
    assert_eq!(titled("The ferry runs – at last"), "The ferry runs – at last");
}

#[test]
fn lines_that_a_service_puts_above_a_page_fill_the_head() {
    let text = "Title: The ferry runs\n\nURL Source: https://quay.example/ferry\n\nPublished Time: 2019-05-12T06:00:00Z\n\n\
        Markdown Content:\nIt left at six.\n";
    let article = read(text);
    assert_eq!(
        told(&article),
        (String::new(), "2019-05-12T06:00:00Z".to_owned(), Some("https://quay.example/ferry"))
    );
    assert_eq!(
        (article.headline.as_deref(), article.plain_text().as_str()),
        (Some("The ferry runs"), "It left at six.")
    );
}

#[test]
fn a_note_of_joplin_has_its_title_above_and_its_fields_below() {
    let note = "The ferry\n\nThe ferry left the quay at six, as it has every morning.\n\nNobody spoke.\n\n\
        id: 0123456789abcdef0123456789abcdef\nparent_id: \ncreated_time: 2021-05-14T08:00:00.000Z\n\
        author: Ida Holm\nsource_url: https://quay.example/ferry\nis_todo: 0\ntype_: 1";
    let article = read(note);
    assert_eq!(article.headline.as_deref(), Some("The ferry"));
    assert_eq!(article.url.as_deref(), Some("https://quay.example/ferry"));
    assert_eq!(told(&article).0, "Ida Holm");
    assert!(article.plain_text().ends_with("Nobody spoke."), "{}", article.plain_text());
}
