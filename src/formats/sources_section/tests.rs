//! Stories about lists of sources in Markdown and pages, told from the bytes to the article.

use std::fmt::Write as _;

use crate::article::{Article, Target, body::each_inline_mut};
use crate::formats::{self, Origin};

const STORY: &str = "The ferry to the northern islands left at six with nine hens on board and a man who would not say \
                     where he was going. The lamps were lit along the whole length of the quay.";
const LAMPS: &str = "Harbour Post (Gdynia) : The lamps go out, 28/06/19";
const HENS: &str = "Baltic Times (Riga) : Hens at sea, 27/06/19";

fn read(name: &str, text: &str) -> Article {
    formats::parse(text.as_bytes(), &Origin { name, modified: None }).unwrap().remove(0)
}

fn markdown(list: &str) -> Article {
    read("x.md", &format!("# Ferry\n\n{STORY}\n\n{STORY}\n\n{list}\n"))
}

fn page(list: &str) -> Article {
    read(
        "x.html",
        &format!(
            "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{STORY}</p><p>{STORY}</p>\
             <p>{STORY}</p>{list}</article></body></html>"
        ),
    )
}

/// The titles of the sources, and whether nothing of the list is left in the text.
fn titles(article: &Article) -> (Vec<&str>, bool) {
    let titles = article.sources.iter().map(|s| s.title.as_deref().unwrap_or("-")).collect();
    (titles, article.plain_text().ends_with("the quay."))
}

#[test]
fn every_way_markdown_sets_a_list_gives_its_entries() {
    let both = [
        format!("## Sources\n\n- {LAMPS}\n- {HENS}"),
        format!("## Sources\n\n1. {LAMPS}\n2. {HENS}"),
        format!("## References\n\n[1] {LAMPS}\n\n[2] {HENS}"),
        format!("**Sources:**\n- {LAMPS}\n- {HENS}"),
        format!("**Sources**\n\n- {LAMPS}\n- {HENS}"),
        format!("Sources :\n{LAMPS}\n{HENS}"),
        format!("Sources :  \n{LAMPS}  \n{HENS}"),
        format!("## Quellen\n\n> {LAMPS}\n>\n> {HENS}"),
        format!("> [!quote] Sources\n> - {LAMPS}\n> - {HENS}"),
        format!("## Sources\n\n- Papers\n  - {LAMPS}\n  - {HENS}"),
        format!("## Sources\n\n### Papers\n\n- {LAMPS}\n\n### Radio\n\n- {HENS}"),
        format!("## Sources\n\n- {LAMPS}\n\n## Further reading\n\n- {HENS}"),
        format!("## Credits\n\n- {LAMPS}\n- {HENS}"),
    ];
    for list in both {
        let article = markdown(&list);
        assert_eq!(titles(&article), (vec!["The lamps go out", "Hens at sea"], true), "{list}");
        assert_eq!(article.sources[1].city.as_deref(), Some("Riga"), "{list}");
    }
}

#[test]
fn every_way_a_page_sets_a_list_gives_its_entries() {
    let both = [
        format!("<h2>Sources</h2><ul><li>{LAMPS}</li><li>{HENS}</li></ul>"),
        format!("<p><strong>Sources :</strong><br>{LAMPS}<br>{HENS}</p>"),
        format!("<p>Sources :<br/>{LAMPS}<br/>{HENS}</p>"),
        format!("<ol class='references'><li>{LAMPS}</li><li>{HENS}</li></ol>"),
        format!("<div class='bibliography'><p>{LAMPS}</p><p>{HENS}</p></div>"),
        format!("<details><summary>Sources</summary><ul><li>{LAMPS}</li><li>{HENS}</li></ul></details>"),
        format!("<section class='sources'><h3>Sources</h3><p>{LAMPS}</p><p>{HENS}</p></section>"),
    ];
    for list in both {
        assert_eq!(titles(&page(&list)), (vec!["The lamps go out", "Hens at sea"], true), "{list}");
    }
}

#[test]
fn the_only_source_may_stand_behind_its_label() {
    let url = "https://post.example/2019/06/28/lamps";
    for (list, title, publisher) in [
        (format!("Source: {LAMPS}"), "The lamps go out", "Harbour Post"),
        (format!("**Source:** [The lamps go out]({url})"), "The lamps go out", "-"),
        (format!("*Source: [The lamps go out]({url}), Harbour Post*"), "The lamps go out", "Harbour Post"),
        ("Quelle: dpa".to_owned(), "-", "dpa"),
    ] {
        let article = markdown(&list);
        assert_eq!(titles(&article), (vec![title], true), "{list}");
        assert_eq!(article.sources[0].publisher.as_deref().unwrap_or("-"), publisher, "{list}");
        assert!(article.links.is_empty(), "{list}");
    }
    let two = page(&format!("<p>Sources: <a href='{url}'>The lamps</a>, <a href='{url}/2'>The hens</a></p>"));
    assert_eq!(titles(&two), (vec!["The lamps", "The hens"], true));
    for (list, names) in [
        (format!("**Sources:** Reuters, AP, [Harbour Post]({url})"), &["Reuters", "AP", "Harbour Post"][..]),
        (
            "Quellen: dpa, Hafenblatt, eigene Recherchen".to_owned(),
            &["dpa", "Hafenblatt", "eigene Recherchen"],
        ),
    ] {
        let article = markdown(&list);
        let name =
            |source: &crate::article::Source| source.publisher.clone().or_else(|| source.title.clone());
        let got: Vec<String> = article.sources.iter().filter_map(name).map(|name| name.to_string()).collect();
        assert_eq!(got, names, "{list}");
    }
}

#[test]
fn definitions_under_a_label_are_sources_and_what_points_there_cites_them() {
    let mut article = markdown(
        "As [the Post][1] says.\n\n## References\n\n[1]: https://post.example/lamps \"The lamps go out\"\n[Hens]: https://b.example/hens",
    );
    assert_eq!(titles(&article).0, ["The lamps go out", "Hens"]);
    assert!(article.plain_text().ends_with("As the Post says."));
    let mut cited = Vec::new();
    each_inline_mut(&mut article.body, &mut |run| cited.extend(run.target));
    assert_eq!(cited, [Target::Source(1)]);
}

#[test]
fn notes_that_name_works_are_sources_and_stay_notes() {
    let article = page(
        "<p>So it was.<sup><a href='#n1'>[1]</a></sup></p><h2>References</h2><ol class='references'>\
         <li id='n1'><a href='https://post.example/lamps'>The lamps go out</a>, Harbour Post, 28 June 2019</li></ol>",
    );
    let mut listed = String::new();
    for s in &article.sources {
        write!(listed, "{} | {}", s.publisher.as_deref().unwrap(), s.title.as_deref().unwrap()).unwrap();
    }
    assert_eq!(listed, "Harbour Post | The lamps go out");
    assert!(article.plain_text().contains("The lamps go out, Harbour Post"));
}

#[test]
fn prose_under_a_label_stays_in_the_body() {
    for list in [
        format!("## Source\n\n{STORY}"),
        "## Credits\n\n- Anna Petit\n- Tom Abara".to_owned(),
        "Via: Harbour Post".to_owned(),
        "## References\n\nThe committee asked nobody for references, and nobody offered any, which it noted with some relief.".to_owned(),
    ] {
        let article = markdown(&list);
        assert!(article.sources.is_empty(), "{list}: {:?}", article.sources);
    }
}

#[test]
fn lists_in_a_foot_in_definitions_and_in_tables_are_read() {
    let list = format!("<ul><li>{LAMPS}</li><li>{HENS}</li></ul>");
    let pairs = "<dl><dt>Harbour Post</dt><dd>The lamps go out, 28/06/19</dd><dt>Baltic Times</dt><dd>Hens at sea, \
                 27/06/19</dd></dl>";
    let table = "<table><tr><th>Who</th><th>What</th><th>When</th></tr><tr><td>Harbour Post</td><td>The lamps go \
                 out</td><td>28/06/19</td></tr><tr><td>Baltic Times</td><td>Hens at sea</td><td>27/06/19</td></tr></table>";
    for html in [
        format!("<footer><h2>Sources</h2>{list}<p>© 2019</p></footer>"),
        format!("</article><footer><p><b>References</b></p>{list}</footer><article>"),
        format!("<h2>Sources</h2>{pairs}"),
        format!("<h2>Sources</h2>{table}"),
    ] {
        assert_eq!(titles(&page(&html)), (vec!["The lamps go out", "Hens at sea"], true), "{html}");
    }
    let bare = page("<footer><ul><li>Home</li><li>Imprint</li></ul></footer>");
    assert!(bare.sources.is_empty());
}
