//! Citations as a reader pastes them.

use super::*;

fn work() -> Reference {
    Reference {
        id: "00ff".to_owned(),
        authors: vec!["Inès Quéré".to_owned(), "Salt and Rope Press".to_owned()],
        title: "100 % {fog}_at #noon & after\\dark".to_owned(),
        publisher: Some("Quay & Sons".to_owned()),
        place: Some("Lorient".to_owned()),
        day: Some(jiff::civil::date(2016, 12, 8)),
        circa: false,
        url: Some("https://quay.example/a_b?x={1}&y=2%203".to_owned()),
        language: Some("fr".to_owned()),
    }
}

#[test]
fn a_line_of_text_says_who_what_where_and_when() {
    let said = "Inès Quéré, Salt and Rope Press, “100 % {fog}_at #noon & after\\dark”, Quay & Sons, Lorient, \
                8 Dec 2016, https://quay.example/a_b?x={1}&y=2%203";
    assert_eq!(work().cite(Style::Text), said);
    assert_eq!(work().quote(" The bell rang. ", Style::Text), format!("“The bell rang.”\n— {said}"));
}

#[test]
fn markdown_links_the_title_and_escapes_the_rest() {
    let said = work().cite(Style::Markdown);
    assert!(
        said.contains("[100 % {fog}\\_at #noon \\& after\\\\dark](https://quay.example/a_b?x={1}&y=2%203)"),
        "{said}"
    );
    let quoted = work().quote("*No*, he said.", Style::Markdown);
    assert!(quoted.starts_with("> \\*No\\*, he said.\n>"), "{quoted}");
    assert!(quoted.lines().all(|line| line.starts_with('>')), "{quoted}");
}

#[test]
fn bibtex_prints_every_sign_as_itself() {
    let expected = "@article{quere2016fogat,
  author = {Inès Quéré and {Salt and Rope Press}},
  title = {{100 \\% \\textbraceleft{}fog\\textbraceright{}\\_at \\#noon \\& after\\textbackslash{}dark}},
  journal = {Quay \\& Sons},
  address = {Lorient},
  year = {2016},
  month = dec,
  day = {8},
  url = {https://quay.example/a_b?x=%7B1%7D&y=2%203},
  language = {fr},
}
";
    let mut entry = work();
    assert_eq!(entry.cite(Style::Bibtex), expected);
    entry.title = "} unbalanced {{ \\".to_owned();
    let written = entry.cite(Style::Bibtex);
    assert_eq!(written.matches('{').count(), written.matches('}').count(), "{written}");
}

#[test]
fn a_key_is_letters_and_digits_whatever_the_script() {
    let named = |title: &str, publisher: Option<&str>| {
        let work = Reference {
            id: "ab12".to_owned(),
            title: title.to_owned(),
            publisher: publisher.map(str::to_owned),
            ..Reference::default()
        };
        work.cite(Style::Bibtex).lines().next().unwrap().to_owned()
    };
    assert_eq!(named("港の灯り", None), "@misc{newsprintab12,");
    assert_eq!(named("Été à l’île", Some("L’Orient")), "@article{lorientlile,");
}

/// The names an item may have, as far as newsprint could use them: from the schema csl-data.json 1.0.2.
const NAMES: &[&str] = &[
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "publisher",
    "publisher-place",
    "issued",
    "accessed",
    "URL",
    "language",
    "abstract",
    "note",
];

#[test]
fn csl_has_no_name_that_is_not_in_the_schema() {
    for work in [work(), Reference { id: "x".to_owned(), ..Reference::default() }] {
        let items: serde_json::Value = serde_json::from_str(&work.cite(Style::Csl)).unwrap();
        let item = items[0].as_object().unwrap();
        assert!(item.keys().all(|name| NAMES.contains(&name.as_str())), "{item:?}");
        assert!(item["id"].is_string());
        assert!(["article-newspaper", "webpage"].contains(&item["type"].as_str().unwrap()));
        assert!(item.values().all(|value| !value.is_null() && value != ""));
    }
    let items: serde_json::Value = serde_json::from_str(&work().cite(Style::Csl)).unwrap();
    assert_eq!(items[0]["issued"], serde_json::json!({ "date-parts": [[2016, 12, 8]] }));
    assert_eq!(items[0]["author"][0], serde_json::json!({ "literal": "Inès Quéré" }));
}

#[test]
fn a_day_that_is_a_guess_is_never_given_as_one_that_is_known() {
    let guess = Reference { circa: true, ..work() };
    assert!(guess.cite(Style::Text).contains("c. 8 Dec 2016"));
    assert!(!guess.cite(Style::Bibtex).contains("2016"), "{}", guess.cite(Style::Bibtex));
    assert!(guess.cite(Style::Csl).contains("\"circa\": true"));
}
