//! Stories about what single programs add to Markdown, each told from the bytes to the article.

use super::{first_words, read};
use crate::article::{Article, Block, QuoteKind};

fn callouts(article: &Article) -> Vec<&str> {
    let titles = article.body.iter().filter_map(|block| match block {
        Block::Quote { kind: QuoteKind::Callout(title), .. } => Some(title.as_str()),
        _ => None,
    });
    titles.collect()
}

#[test]
fn a_colon_that_opens_a_line_stays_and_a_definition_is_one() {
    let article = read("Nine hens\n:tada: went on board.\n\nHens\n:   Birds.\n\n:--|:-:\n");
    assert_eq!(first_words(&article), "Nine hens :tada: went on board.");
    assert!(article.plain_text().contains("Birds.") && !article.plain_text().contains(":   Birds"));
}

#[test]
fn fenced_blocks_with_a_title_or_a_known_kind_are_callouts_and_their_fences_go() {
    let article = read(
        "::: warning\nMind the *gap*.\n:::\n\n:::tip The quay\nIt is wide.\n:::\n\n::: {.callout-note title=\"Hens\"}\nNine.\n:::\n\n\
         ::: {.column}\n::: {.left}\nLeft.\n:::\n:::\n\n```\n::: kept\n```\n\n::: never closed\nThe end.\n",
    );
    assert_eq!(callouts(&article), ["Warning", "The quay", "Hens"]);
    let text = article.plain_text();
    assert!(text.contains("Mind the gap.") && text.contains("Left.") && text.contains("The end."), "{text}");
    assert_eq!(text.matches(":::").count(), 1, "{text}");
}

#[test]
fn indented_admonitions_are_callouts_with_their_markup() {
    let article = read(
        "!!! info \"The quay\"\n    It is **wide**.\n\n    And long.\n\n??? question\n    Why?\nBecause.\n\n1. One\n\n    !!! note\n        \
         Inside.\n",
    );
    assert_eq!(callouts(&article), ["The quay", "Question"]);
    let text = article.plain_text();
    assert!(text.contains("It is wide.") && text.contains("Inside.") && !text.contains("!!!"), "{text}");
    assert!(matches!(article.body.get(2), Some(Block::Paragraph(_))), "what is not indented is outside");
}

#[test]
fn attributes_behind_links_and_pictures_go_and_braces_of_the_text_stay() {
    let article = read(
        "A [link](https://a.example/x){target=\"_blank\"} and [more](https://b.example/y){ .button } and [small]{.caps} here.\n\n\
         {.lead}\nThe set {a, b} and f(x){y} and `code`{.rust} stay.\n",
    );
    assert_eq!(first_words(&article), "A link and more and small here.");
    assert!(article.plain_text().ends_with("The set {a, b} and f(x){y} and code stay."));
}

#[test]
fn the_place_of_a_table_of_contents_is_not_shown() {
    let article = read("* TOC\n{:toc}\n\nIt left at six.\n");
    assert_eq!(article.plain_text(), "It left at six.");
}

#[test]
fn comments_of_templates_are_not_shown() {
    let article =
        read("One.\n\n{% comment %}\nA secret.\n{%- endcomment -%}\n\nTwo {/* and a secret */}and three.\n");
    assert_eq!(article.plain_text(), "One.\n\nTwo and three.");
}

#[test]
fn references_defined_nowhere_leave_their_words() {
    let article = read(
        "The [signatures][topic signatures] of [BIP174][] are *[new][topic new]*; arr[i][j] and [1][2] and [note][^x] are none.\n",
    );
    assert_eq!(
        article.plain_text(),
        "The signatures of BIP174 are new; arr[i][j] and [1][2] and [note][^x] are none."
    );
    assert!(article.links.is_empty());
}

#[test]
fn notes_written_in_the_line_become_notes() {
    let article = read(
        "It left^[Smith, *Ferries*, [2012](https://a.example/)] at six, 10^[2] times.\n\nHens.[^a]\n\n[^a]: Nine.\n",
    );
    assert_eq!(first_words(&article), "It left1 at six, 10^[2] times.");
    let notes = article.body.iter().filter(|block| matches!(block, Block::Note { .. })).count();
    assert_eq!(notes, 2);
    assert!(article.plain_text().contains("Smith, Ferries, 2012"));
}

#[test]
fn a_page_of_logseq_gives_its_fields_and_none_of_its_marks() {
    let article = read(
        "title:: The ferry runs\nauthor:: [[Ida Holm]]\ndate:: [[2021-03-04]]\ntags:: [[sea]], hens\n\n- It left at six.\n  id:: \
         65a1b2c3-0000-4000-8000-000000000000\n- As ((65a1b2c3-0000-4000-8000-000000000001)) said ((so)).\n- #+BEGIN_QUOTE\n  Nine hens.\n  #+END_QUOTE\n",
    );
    assert_eq!(article.headline.as_deref(), Some("The ferry runs"));
    assert_eq!(article.byline[0], "Ida Holm");
    assert_eq!(article.published.unwrap().at.to_string(), "2021-03-04");
    assert_eq!(article.tags, ["sea", "hens"]);
    let text = article.plain_text();
    assert!(text.contains("said ((so))") && text.contains("Nine hens."), "{text}");
    assert!(["::", "0000", "#+"].iter().all(|sign| !text.contains(sign)), "{text}");
}

#[test]
fn the_lines_of_a_program_in_mdx_are_not_shown() {
    let bytes = "import Tabs from '@theme/Tabs';\n\nexport const hens = {\n  many: 9,\n};\n\nNine hens.\n\nimport nothing here.\n";
    let of = |name| {
        let origin = crate::formats::Origin { name, ..crate::formats::Origin::default() };
        (super::FORMAT.parse)(bytes.as_bytes(), &origin).unwrap().remove(0).plain_text()
    };
    assert_eq!(of("x.mdx"), "Nine hens.");
    assert!(of("x.md").starts_with("export const hens") && of("x.md").ends_with("import nothing here."));
}

#[test]
fn the_head_of_pandoc_is_read() {
    let article = read("% The ferry runs\n% Ida Holm; Jon Berg\n% March 4, 2021\n\nIt left at six.\n");
    assert_eq!(article.headline.as_deref(), Some("The ferry runs"));
    assert_eq!(article.byline, ["Ida Holm", "Jon Berg"]);
    assert_eq!(article.published.unwrap().at.to_string(), "2021-03-04");
    assert_eq!(article.plain_text(), "It left at six.");
}
