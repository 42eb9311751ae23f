//! Stories about front matter: the dialects, the mistakes, the traps.

use super::{behind, split, split_bare};
use crate::article::Article;
use crate::formats::Origin;

fn described(text: &str) -> (Article, &str) {
    let (matter, rest) = split(text);
    let mut article = Article::default();
    matter.expect("front matter").describe(&mut article, &Origin::default());
    (article, rest)
}

fn texts(list: &[crate::article::Text]) -> Vec<&str> {
    list.iter().map(crate::article::Text::as_str).collect()
}

#[test]
fn a_clippers_fields_are_understood() {
    let (article, rest) = described(
        "---\ntitle: \"Hens: a history\"\nsource: \"https://quay.example/hens\"\nauthor:\n  - \"[[Ida Holm]]\"\npublished: 2024-05-01\n\
         created: 2024-05-02\ndescription: \"Nine of them.\"\ntags:\n  - \"clippings\"\nlang: da\n---\nThe body.\n",
    );
    assert_eq!(article.headline.as_deref(), Some("Hens: a history"));
    assert_eq!(article.url.as_deref(), Some("https://quay.example/hens"));
    assert_eq!(texts(&article.byline), ["Ida Holm"]);
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2024-05-01"));
    assert_eq!(article.standfirst.as_deref(), Some("Nine of them."));
    assert_eq!(article.language.map(|l| l.to_string()).as_deref(), Some("da"));
    assert_eq!(rest, "The body.\n");
}

#[test]
fn the_day_of_saving_is_not_the_day_of_the_article() {
    let (article, _) = described("---\ntitle: Hens\ncreated: 2024-05-02\nsaved: 2024-05-03\n---\n");
    assert_eq!(article.published, None);
}

#[test]
fn a_date_that_names_no_day_is_left_out_and_said_to_be() {
    for date in ["2019", "2019-07"] {
        let (article, _) = described(&format!("---\ntitle: Hens\ndate: {date}\n---\n"));
        assert_eq!(article.published, None);
        let said = format!("the date {date} in the front matter names no day and was left out");
        assert_eq!(texts(&article.provenance.warnings), [said]);
    }
    for text in ["---\ntitle: Hens\ndate:\n---\n", "---\ntitle: Hens\ndate: 2019-07-02\n---\n"] {
        assert!(described(text).0.provenance.warnings.is_empty(), "{text}");
    }
}

#[test]
fn an_unquoted_colon_does_not_lose_the_rest() {
    let (article, rest) =
        described("---\ntitle: Hens: a history: part two\nauthor: Ida Holm and Jon Berg\n---\nBody.");
    assert_eq!(article.headline.as_deref(), Some("Hens: a history: part two"));
    assert_eq!(texts(&article.byline), ["Ida Holm", "Jon Berg"]);
    assert_eq!(rest, "Body.");
}

#[test]
fn a_quoted_value_may_go_on_at_the_first_column() {
    let (article, _) =
        described("---\ntitle: \"Hens, and what\nbecame of them\"\ndate: 2020-01-02\nbad: [\n---\n");
    assert_eq!(article.headline.as_deref(), Some("Hens, and what became of them"));
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2020-01-02"));
}

#[test]
fn toml_between_dashes_is_toml() {
    let (article, _) = described("---\ntitle = \"Hens\"\nurl = \"https://quay.example/hens\"\n---\nBody.");
    assert_eq!(article.headline.as_deref(), Some("Hens"));
    assert_eq!(article.url.as_deref(), Some("https://quay.example/hens"));
}

#[test]
fn zolas_inner_tables_count() {
    let (article, _) = described(
        "+++\ntitle = \"Hens\"\n[taxonomies]\ntags = [\"birds\"]\n[extra]\nauthor = \"Ida Holm\"\n+++\n",
    );
    assert_eq!(texts(&article.tags), ["birds"]);
    assert_eq!(texts(&article.byline), ["Ida Holm"]);
}

#[test]
fn bare_fields_need_a_title_and_one_more() {
    let (matter, rest) = split_bare("Title: Hens\nDate: 2020-01-02\nTags: birds, eggs\n\nBody.");
    assert!(matter.is_some());
    assert_eq!(rest, "Body.");
    let prose = "Note: the hens are gone.\n\nBody.";
    assert!(split_bare(prose).0.is_none());
}

#[test]
fn a_rule_is_not_a_fence() {
    assert!(behind("---\n\nProse that stands between two rules.\n\n---\nMore.").is_none());
    assert!(behind("---\ntitle: never closed\n\nProse.").is_none());
}

#[test]
fn bombs_are_refused_and_the_body_stays() {
    let aliases: Vec<String> = ('b'..='z')
        .zip('a'..='y')
        .map(|(next, last)| format!("{next}: &{next} [{}]\n", vec![format!("*{last}"); 9].join(",")))
        .collect();
    let bombs = [
        format!("---\na: &a [x]\n{}---\nThe body.\n", aliases.concat()),
        format!("---\ntitle: {}\n---\nThe body.\n", "[".repeat(50_000)),
        format!("+++\ntitle = {}\n+++\nThe body.\n", "[".repeat(50_000)),
    ];
    for bomb in bombs {
        let begun = std::time::Instant::now();
        let (article, rest) = described(&bomb);
        assert_eq!(rest, "The body.\n");
        assert_eq!(article.provenance.warnings.len(), 1);
        assert!(begun.elapsed().as_secs() < 10);
    }
}

#[test]
fn a_quotation_that_never_ends_is_said() {
    let (article, rest) = described("---\ntags: [sea]\ntitle: \"Hens\nauthor: [Ida\n---\nThe body.\n");
    assert_eq!(rest, "The body.\n");
    assert_eq!(article.provenance.warnings.len(), 1);
}

#[test]
fn a_source_that_is_a_name_is_the_outlet_and_an_address_is_none() {
    let outlet = |line: &str| {
        let (article, _) = described(&format!("---\ntitle: Hens\n{line}\n---\nThe body.\n"));
        article.outlet.map(|outlet| outlet.to_string())
    };
    assert_eq!(outlet("source: \"Gazette d’Yslande\"").as_deref(), Some("Gazette d’Yslande"));
    assert_eq!(outlet("source: https://quay.example/hens"), None);
    assert_eq!(outlet("source: quay.example"), None);
    assert_eq!(outlet("source: Bell\npublisher: Quay").as_deref(), Some("Quay"));
}

#[test]
fn fields_as_json_are_read_with_a_fence_and_without() {
    let json = "{\n  \"title\": \"Hens\",\n  \"date\": \"2020-01-02T10:00:00+01:00\",\n  \"author\": \"Ida Holm\"\n}";
    for text in [format!("---json\n{json}\n---\nBody.\n"), format!("{json}\n\nBody.\n")] {
        let (article, rest) = described(&text);
        assert_eq!(article.headline.as_deref(), Some("Hens"), "{text}");
        assert_eq!(texts(&article.byline), ["Ida Holm"]);
        assert_eq!(article.published.map(|p| p.at.day.to_string()).as_deref(), Some("2020-01-02"));
        assert_eq!(rest.trim(), "Body.");
    }
    for prose in ["{{ x }}\n\nBody.", "{ an aside }\n\nBody.", "{\"a\": 1}\n\nBody."] {
        assert!(split(prose).0.is_none(), "{prose}");
    }
}

#[test]
fn a_block_that_only_ends_in_a_fence_is_read_as_hexo_writes_it() {
    let (matter, rest) = split_bare("title: Hens\ndate: 2020-01-02 10:00:00\ntags: [a, b]\n---\nBody.");
    let mut article = Article::default();
    matter.expect("fields").describe(&mut article, &Origin::default());
    assert_eq!((article.headline.as_deref(), rest), (Some("Hens"), "Body."));
    assert_eq!(texts(&article.tags), ["a", "b"]);
}

#[test]
fn a_feed_readers_toml_between_dashes_keeps_day_author_and_address() {
    let (article, _) = described(
        "---\ntitle = \"Hens\"\ndate = \"2018-07-27T10:00:00Z\"\nurl = \"https://quay.example/hens\"\nauthor = \"Ida Holm\"\nseen = false\n---\n\nBody.",
    );
    assert_eq!(texts(&article.byline), ["Ida Holm"]);
    assert_eq!(article.published.map(|p| p.at.day.to_string()).as_deref(), Some("2018-07-27"));
}

#[test]
fn a_map_of_days_gives_the_day_of_the_article_and_of_its_change() {
    let (article, _) =
        described("---\ntitle: Hens\ndate:\n  created: 2023-05-06\n  updated: 2023-06-07\n---\nBody.");
    assert_eq!(article.published.map(|p| p.at.to_string()).as_deref(), Some("2023-05-06"));
    assert_eq!(article.updated.map(|at| at.to_string()).as_deref(), Some("2023-06-07"));
}

#[test]
fn what_an_author_does_is_no_second_author() {
    for line in ["Ida Holm, Editor-in-Chief", "Ida Holm, Quay Executive Director"] {
        assert_eq!(
            texts(&described(&format!("---\ntitle: Hens\nauthor: {line}\n---\n")).0.byline),
            ["Ida Holm"]
        );
    }
    let (article, _) = described("---\ntitle: Hens\nauthor: The Editors, Ida Holm\n---\n");
    assert_eq!(texts(&article.byline), ["The Editors", "Ida Holm"]);
}

#[test]
fn a_source_may_be_a_link_and_tags_may_have_the_sign_of_tags() {
    let (article, _) = described(
        "---\ntitle: Hens: nine\nsource: [The Quay Post](https://quay.example/hens)\ntags: #sea #hens\n---\n",
    );
    assert_eq!(article.url.as_deref(), Some("https://quay.example/hens"));
    assert_eq!(article.outlet.as_deref(), Some("The Quay Post"));
    assert_eq!(texts(&article.tags), ["sea", "hens"]);
}

#[test]
fn a_head_that_nothing_opens_may_hold_lists() {
    let (matter, rest) =
        split_bare("title: Hens\ndate: 2018-07-27\ntags:\n- sea\n- hens\n---\nNine of them.\n");
    let mut article = Article::default();
    matter.expect("a head").describe(&mut article, &Origin::default());
    assert_eq!((texts(&article.tags), rest), (vec!["sea", "hens"], "Nine of them.\n"));
    assert!(split_bare("Things: many\n- sea\n- hens\n\nText.").0.is_none());
}
