//! Stories about Markdown, told from the bytes to the article.

mod dialects;
mod heads;

use std::time::{Duration, Instant};

use super::FORMAT;
use crate::article::{Article, Block, Field, FoundIn, QuoteKind, Target, body::words};
use crate::formats::Origin;

fn read(text: &str) -> Article {
    let articles = (FORMAT.parse)(text.as_bytes(), &Origin::default()).expect("Markdown is always readable");
    articles.into_iter().next().expect("one article")
}

fn first_words(article: &Article) -> String {
    article.plain_text().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_first_heading_is_the_headline_when_nothing_else_is() {
    let article = read("# The ferry runs again\n\nIt left at six.\n\n## On board\n\nHens.\n");
    assert_eq!(article.headline.as_deref(), Some("The ferry runs again"));
    assert_eq!(article.crossheads(), ["On board"]);
}

#[test]
fn a_heading_that_repeats_the_title_is_dropped_and_others_stay() {
    let article = read(
        "---\ntitle: The ferry runs again\n---\n# The ferry runs again\n\nIt left.\n\n# On board\n\nHens.\n",
    );
    assert_eq!(article.crossheads(), ["On board"]);
    assert!(matches!(article.body.get(1), Some(Block::Crosshead { level: 2, .. })));
}

#[test]
fn template_tags_go_and_code_keeps_them() {
    let article = read(
        "Before {% include ad.html %}after {{< figure src=\"x\" >}}end.\n{: .lead}\n\nSay `{{ this }}`.\n\n```\n{% raw %}\n```\n",
    );
    assert_eq!(first_words(&article), "Before after end.");
    assert!(article.plain_text().contains("Say {{ this }}."));
    assert!(article.plain_text().contains("{% raw %}"));
}

#[test]
fn highlighted_code_is_code() {
    let article = read("{% highlight rust %}\nlet hens = 9;\n{% endhighlight %}\n\nAfter.\n");
    assert!(
        matches!(article.body.first(), Some(Block::Code { language: Some(l), text }) if *l == "rust" && *text == "let hens = 9;")
    );
    assert!(matches!(article.body.get(1), Some(Block::Paragraph(_))));
}

#[test]
fn callouts_have_a_title() {
    let article = read("> [!warning]- Mind the gap\n> It is wide.\n\n> [!note]\n> Bring a coat.\n");
    let titles: Vec<&str> = article
        .body
        .iter()
        .filter_map(|b| match b {
            Block::Quote { kind: QuoteKind::Callout(title), .. } => Some(title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(titles, ["Mind the gap", "Note"]);
    assert!(article.plain_text().contains("It is wide."));
}

#[test]
fn clippers_marks_become_looks_or_nothing() {
    let article = read("They were ==very late== that day. ^a1b2\n\nSee [[The Quay|the quay]].\n");
    let Some(Block::Paragraph(runs)) = article.body.first() else { panic!("a paragraph first") };
    assert_eq!(words(runs), "They were very late that day.");
    assert!(runs.iter().any(|run| run.look.emphasis && run.text.as_str() == "very late"));
    assert!(article.plain_text().ends_with("See the quay."));
}

#[test]
fn notes_are_numbered_in_the_order_they_are_called() {
    let article = read("One[^b] and two[^a].\n\n[^a]: Second.\n[^b]: First.\n");
    let Some(Block::Paragraph(runs)) = article.body.first() else { panic!("a paragraph first") };
    let called: Vec<Target> = runs.iter().filter_map(|run| run.target).collect();
    assert_eq!(called, [Target::Note(1), Target::Note(2)]);
    assert!(article.body.iter().any(|b| matches!(b, Block::Note { number: 2, .. })));
}

#[test]
fn html_among_the_text_is_read_as_text() {
    let article = read(
        "A <em>late</em> boat, <a href=\"https://quay.example/\">said the quay</a>.<br>Nine hens.\n\n<div class=box><p>In a box.</p></div>\n",
    );
    assert_eq!(first_words(&article), "A late boat, said the quay.");
    assert_eq!(article.links.first().map(|l| l.text.as_str()), Some("said the quay"));
    assert!(article.plain_text().ends_with("In a box."));
}

#[test]
fn markdown_wrapped_in_a_tag_is_still_markdown() {
    let article = read("<aside markdown=\"1\" class=\"pquote\">\nThe *hens* were mine.\n</aside>\n");
    assert_eq!(article.plain_text(), "The hens were mine.");
}

#[test]
fn prices_are_not_formulas() {
    assert_eq!(
        read("It costs $5 today and $10 tomorrow.").plain_text(),
        "It costs $5 today and $10 tomorrow."
    );
}

#[test]
fn a_list_of_sources_leaves_the_body() {
    let article = read(
        "The ferry runs.\n\n## Sources\n\n- [Tides and hens](https://quay.example/hens)\n- The Quay: A boat too many\n",
    );
    assert_eq!(article.plain_text(), "The ferry runs.");
    assert_eq!(article.sources.len(), 2);
    assert_eq!(article.sources.first().and_then(|s| s.url.as_deref()), Some("https://quay.example/hens"));
}

#[test]
fn the_day_comes_from_the_front_matter() {
    let article = read(
        "+++\ntitle = \"Hens\"\npath = \"2018/07/27/hens\"\nauthors = [\"Ida Holm\"]\n+++\nNine of them.\n",
    );
    let published = article.published.expect("the path holds a day");
    assert_eq!((published.at.to_string().as_str(), published.from), ("2018-07-27", FoundIn::FrontMatter));
}

#[test]
fn fenced_files_are_markdown_and_rules_are_not_fences() {
    assert!((FORMAT.sniff)(b"---\ntitle: x\n---\nbody"));
    assert!((FORMAT.sniff)(b"+++\ntitle = 'x'\n+++\n"));
    assert!(!(FORMAT.sniff)(b"---\n\nA rule, then prose that goes on.\n\n---\n"));
    assert!(!(FORMAT.sniff)(b"---\ntitle: x\n---\n<!doctype html>"));
}

#[test]
fn text_nested_to_harm_stays_readable() {
    let hostile = [
        format!("{} words", ">".repeat(50_000)),
        format!("{}words", "[".repeat(50_000)),
        format!("{}words", "*a _b ".repeat(20_000)),
        format!("{}words", "<div>".repeat(50_000)),
        format!("{}\n\nwords", "{{ x }} {% y %}".repeat(20_000)),
        format!("{}words", "==a".repeat(50_000)),
        format!("words{}", "^[a".repeat(50_000)),
        format!("words\n{}", ")]{.a".repeat(50_000)),
        format!("words\n{}", "::: note\n".repeat(5_000)),
        format!("words\n{}", "((a".repeat(50_000)),
        format!("{}words", "[a][b".repeat(20_000)),
        (0..800).map(|depth| ["  ".repeat(depth), "- words\n".to_owned()].concat()).collect(),
    ];
    for text in hostile {
        let begun = Instant::now();
        let article = read(&text);
        let head: String = text.chars().take(20).collect();
        assert!(begun.elapsed() < Duration::from_secs(20), "{head}: {:?} in a debug build", begun.elapsed());
        assert!(article.plain_text().contains("words"), "{head}");
    }
}

#[test]
fn a_picture_by_shortcode_keeps_its_caption() {
    for line in [
        "{{< figure src=\"quay.jpg\" alt='The quay' caption=\"The quay at dawn\" >}}",
        "{% include figure.html image_path=\"quay.jpg\" alt=\"The quay\" caption=\"The quay at dawn\" %}",
        "{{< figure src=quay.jpg alt=\"The quay\" title=\"The quay at dawn\" />}}",
    ] {
        let article = read(&format!("Before.\n{line}\nAfter.\n"));
        assert_eq!(article.plain_text(), "Before.\n\nAfter.", "{line}");
        assert_eq!(article.captions(), ["The quay at dawn"], "{line}");
    }
}

#[test]
fn a_wiki_link_keeps_the_name_of_the_note_it_leads_to() {
    let article =
        read("---\nsource: https://a.example/x/y\n---\nSee [[Nets and tar|the nets]] and [[Fog]].\n");
    let links: Vec<_> = article.links.iter().map(|link| (link.text.as_str(), link.url.as_str())).collect();
    assert_eq!(links, [("the nets", "Nets and tar"), ("Fog", "Fog")]);
    assert_eq!(article.plain_text(), "See the nets and Fog.");
}

#[test]
fn a_clip_of_markdownload_gives_its_summary_and_begins_with_the_text() {
    let article = read(
        "---\ncreated: 2024-01-01T10:00:00 (UTC +01:00)\ntags: [sea,hens]\nsource: https://quay.example/hens\nauthor: Ida Holm\n---\n\n\
         # The ferry runs again\n\n> ## Excerpt\n> Nine hens went on board.\n\n---\n## The ferry runs again\n\nIt left at six.\n\n## On board\n\nHens.\n",
    );
    assert_eq!(article.headline.as_deref(), Some("The ferry runs again"));
    assert_eq!(article.standfirst.as_deref(), Some("Nine hens went on board."));
    assert_eq!(article.found_in(Field::Standfirst), Some(FoundIn::Text));
    assert_eq!((first_words(&article).as_str(), article.published), ("It left at six.", None));
    assert_eq!(article.crossheads(), ["On board"]);
}

#[test]
fn remarks_of_obsidian_are_not_shown_and_percents_are() {
    let article = read(
        "One %%a secret%% two.\n\n%%\nhidden\n%%\n\nIt is 50 %, or 5%%, of them.\n\n```\n%%kept%%\n```\n",
    );
    let text = article.plain_text();
    assert!(text.starts_with("One two.") && !text.contains("hidden"), "{text}");
    assert!(text.contains("5%%, of") && text.contains("%%kept%%"), "{text}");
}

#[test]
fn what_zola_and_eleventy_call_shortcodes_goes_and_what_they_hold_stays() {
    let article = read(
        "Nine hens. {{ youtube(id=\"x\") }}\n\n{% quote(author=\"Ida\") %}\nThey were mine.\n{% end %}\n\n{% image \"quay.png\" %}\n",
    );
    assert_eq!(article.plain_text(), "Nine hens.\n\nThey were mine.");
}

#[test]
fn the_notes_of_the_instapaper_plugin_lose_their_names() {
    let article = read(
        "---\nurl: https://quay.example/hens\nauthor: Ida Holm\npubdate: 2018-07-27\n---\n\n# Hens\n\n> Nine of them. ^h123\n\nMy own note.\n",
    );
    assert_eq!(article.url.as_deref(), Some("https://quay.example/hens"));
    assert_eq!(article.plain_text(), "Nine of them.\n\nMy own note.");
}

#[test]
fn the_metadata_of_readwise_fill_the_head_and_other_lists_stay() {
    let note =
        |list: &str| read(&format!("# Ferry\n\n## Metadata\n{list}\n\n## Highlights\n- It left at six.\n"));
    let clip = note(
        "- Author: [[Ada Morrow]] and [[Tom Abara]]\n- Full Title: The ferry runs again\n- Category: #articles\n\
         - URL: https://quay.example/ferry",
    );
    assert_eq!(clip.headline.as_deref(), Some("The ferry runs again"));
    assert_eq!(
        clip.byline.iter().map(crate::article::Text::as_str).collect::<Vec<_>>(),
        ["Ada Morrow", "Tom Abara"]
    );
    assert_eq!(clip.url.as_deref(), Some("https://quay.example/ferry"));
    assert_eq!(clip.crossheads(), ["Highlights"]);
    assert_eq!(note("- Hens: nine\n- URL: none").crossheads(), ["Metadata", "Highlights"]);
}

#[test]
fn the_notes_of_bulletty_have_toml_between_dashes() {
    let article = read(
        "---\ntitle = \"Hens\"\ndescription = \"Nine of them\"\ndate = \"2018-07-27T06:00:00Z\"\nurl = \
         \"https://quay.example/hens\"\nauthor = \"Ida Holm\"\ntext = \"\"\nlastupdated = \"2018-07-28T06:00:00Z\"\nseen = \
         false\n---\nThe hens were counted.\n",
    );
    assert_eq!(article.headline.as_deref(), Some("Hens"));
    assert_eq!(article.url.as_deref(), Some("https://quay.example/hens"));
    assert_eq!(article.byline[0], "Ida Holm");
    assert_eq!(article.published.unwrap().at.day.to_string(), "2018-07-27");
    assert_eq!(article.plain_text(), "The hens were counted.");
}

#[test]
fn what_stands_right_under_a_picture_is_its_caption() {
    for (text, caption) in [
        ("![The quay](q.jpg)\n*The quay at dawn. Photo: Ida Holm*", "The quay at dawn. Photo: Ida Holm"),
        ("![The quay](q.jpg)  \nThe quay at dawn", "The quay at dawn"),
        ("![The quay](q.jpg) _The quay at dawn_", "The quay at dawn"),
        ("![The quay](q.jpg)\n\n*The quay at dawn*", "The quay at dawn"),
    ] {
        let article = read(&format!("It left.\n\n{text}\n\nHens.\n"));
        assert_eq!(article.captions(), [caption], "{text}");
        assert_eq!(article.plain_text(), "It left.\n\nHens.", "{text}");
    }
}

#[test]
fn a_picture_stays_in_front_of_the_words_it_opens_and_behind_those_before_it() {
    let place = |text: &str| {
        let body = read(text).body;
        body.iter().position(|block| matches!(block, Block::Figure(_)))
    };
    assert_eq!(place("![Ida](ida.jpg) Ida counts hens.\n"), Some(0));
    assert_eq!(place("![Ida](ida.jpg)\n**Ida** counts hens. She counts nine.\n"), Some(0));
    assert_eq!(place("Ida counts hens. ![Ida](ida.jpg)\n"), Some(1));
    for text in ["**Ida** counts hens. She counts nine.", "*By Ida Holm*", "*Originally posted elsewhere.*"] {
        assert!(read(&format!("![Ida](ida.jpg)\n{text}\n")).captions().is_empty(), "{text}");
    }
}

#[test]
fn shortcodes_of_any_name_and_length_that_show_a_picture_are_pictures() {
    for tag in [
        "{{< figure\n    src=\"quay.jpg\"\n    caption=\"The *quay* at [dawn](https://a.example/)\"\n>}}",
        "{{< legacy-img src=\"quay.jpg\" alt=\"The quay\" caption=\"The quay at dawn\" >}}",
        "{{ figure(src=\"quay.jpg\", caption=\"The quay at dawn\") }}",
        "{% asset_img wide quay.jpg 800 The quay at dawn %}",
        "{% include photo.html image=\"/quay.png\" description=\"The quay at dawn\" %}",
    ] {
        let article = read(&format!("Before.\n\n{tag}\n\nAfter.\n"));
        assert_eq!(article.captions(), ["The quay at dawn"], "{tag}");
        assert_eq!(article.plain_text(), "Before.\n\nAfter.", "{tag}");
    }
    let article = read(
        "{{< figure src=\"q.jpg\" caption=\"The quay\" attr=\"Ida Holm\" >}}\n\nSee [more]({{< ref \"/x\" >}} \"More\").\n",
    );
    let credit = article.body.iter().find_map(|block| match block {
        Block::Figure(figure) => figure.credit.as_deref(),
        _ => None,
    });
    assert_eq!(credit, Some("Ida Holm"));
    assert_eq!((article.plain_text().as_str(), article.links.len()), ("See more.", 0));
    let other = read(
        "{{< video src=\"q.mp4\" caption=\"The quay\" >}}\n\n{{< notice\n  info >}}\nAfter.\n{{< /notice >}}\n",
    );
    assert_eq!((other.plain_text().as_str(), other.captions().len()), ("After.", 0));
}

#[test]
fn sources_that_are_folded_away_are_sources() {
    let list = "- The Quay : [Tides](https://quay.example/tides), 3 May 2019";
    let html = "<ul><li>The Quay : <a href=\"https://quay.example/tides\">Tides</a>, 3 May 2019</li></ul>";
    for text in [
        format!("<details><summary>Sources</summary>\n\n{list}\n\n</details>\n"),
        format!("<details>\n<summary><b>Sources</b></summary>\n{html}</details>\n"),
    ] {
        let article = read(&format!("It left at six.\n\n{text}"));
        assert_eq!(article.sources.len(), 1, "{text}");
        assert_eq!(article.sources[0].title.as_deref(), Some("Tides"), "{text}");
        assert_eq!(article.plain_text(), "It left at six.", "{text}");
    }
}
