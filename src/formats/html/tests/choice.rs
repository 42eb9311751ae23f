//! Stories about what of a page is chosen: its words, its name, those who wrote it.

use super::{PROSE, names, page};

#[test]
fn words_in_the_midst_of_a_sentence_stay_whatever_the_page_calls_them() {
    let article = page(
        "",
        &format!(
            "<article>{PROSE}<p>The tide (<span class=comment-text>two metres</span>) is <button>high</button> today, \
             says <span class=rollover-people><a class=rollover-link href=/ida>Ida Holm</a><span class=rollover-box>\
             All about Ida</span></span> of the harbour.</p><p>Nobody asked why. <button>Share</button></p></article>"
        ),
    );
    let text = article.plain_text();
    assert!(text.contains("The tide (two metres) is high today, says Ida Holm of the harbour."), "{text}");
    assert!(!text.contains("Share") && !text.contains("All about"), "{text}");
}

#[test]
fn notes_behind_a_short_article_are_not_taken_for_it() {
    let note = "a change of the timetable rather than of the boat, so that nobody has to buy a new ticket";
    let article = page(
        "<title>The new boat</title>",
        &format!(
            "<article><h1>The new boat</h1><p>The new boat crosses in ten minutes, and the old one is for sale.</p></article>\
             <div class=notes><h4>Footnotes</h4><p><sup>1</sup> This is {note}.</p><p><sup>2</sup> It is {note}.</p></div>"
        ),
    );
    assert!(
        article.plain_text().starts_with("The new boat crosses in ten minutes"),
        "{}",
        article.plain_text()
    );
}

#[test]
fn a_name_made_for_sharing_that_is_the_house_yields_to_what_the_page_says_twice() {
    let article = page(
        "<title>A machine that mends its own nets</title><meta property=og:title content='Quay Works'>",
        &format!("<main><h1>A machine that mends its own nets</h1>{PROSE}</main>"),
    );
    assert_eq!(article.headline.as_deref(), Some("A machine that mends its own nets"));
}

#[test]
fn a_kicker_the_page_counts_to_its_name_stays_and_another_goes() {
    let head = "<meta property=og:title content='Gdynia: The lamps go out along the quay'>";
    let article = page(head, &format!("<article><h1>The lamps go out along the quay</h1>{PROSE}</article>"));
    assert_eq!(article.headline.as_deref(), Some("Gdynia: The lamps go out along the quay"));
    let head = "<meta property=og:title content='The lamps go out along the quay'>";
    let article = page(
        head,
        &format!("<article><h2>Night on the coast The lamps go out along the quay</h2>{PROSE}</article>"),
    );
    assert!(article.crossheads().is_empty(), "{:?}", article.crossheads());
}

#[test]
fn of_several_articles_described_the_one_in_the_title_counts() {
    let json = r#"[{"@type":"NewsArticle","headline":"Bread is dear","author":"Jon Berg"},
        {"@type":["Article","NewsArticle"],"headline":"A boat too many","author":["Ida Holm","Per Lind"]}]"#;
    let article = page(
        &format!("<title>A boat too many</title><script type='application/ld+json'>{json}</script>"),
        PROSE,
    );
    assert_eq!(names(&article), ["Ida Holm", "Per Lind"]);
}

#[test]
fn words_in_quotation_marks_are_no_source_and_a_work_is() {
    let article = page(
        "",
        &format!(
            "<article>{PROSE}<p><cite>“Nobody waits”</cite>, he said; see <cite>The Book of Tides</cite>.</p></article>"
        ),
    );
    let titles: Vec<String> = article.sources.iter().map(|source| source.raw.to_string()).collect();
    assert_eq!(titles, ["The Book of Tides"]);
}

#[test]
fn a_line_that_begins_with_by_signs_the_page_and_buttons_to_share_it_leave() {
    for (line, name) in
        [("By Ada Morrow", "Ada Morrow"), ("Door Ineke Moor", "Ineke Moor"), ("記者 森 稲子", "森 稲子")]
    {
        let article = page(
            "<title>A boat too many</title>",
            &format!(
                "<article><h1>A boat too many</h1><div>{line}</div><ul><li>Facebook</li><li>WhatsApp</li></ul>{PROSE}\
                 </article>"
            ),
        );
        assert_eq!(names(&article), [name]);
        assert!(article.plain_text().starts_with("The ferry left"), "{}", article.plain_text());
    }
    let unsigned = page("", &format!("<h1>A boat too many</h1>{PROSE}<p>By Ada Morrow</p>"));
    assert!(unsigned.byline.is_empty(), "nobody signs under the text");
}

/// A page that says for machines that `said` is its article.
fn described(said: &str, body: &str) -> crate::article::Article {
    let said = serde_json::json!({"@type": "NewsArticle", "headline": "The hens", "articleBody": said});
    page(&format!("<script type='application/ld+json'>{said}</script>"), body)
}

#[test]
fn the_text_a_page_says_is_its_article_settles_which_part_of_it_is() {
    let said = (1..=12).map(|n| format!("On day {n} the hens crossed the harbour and nobody counted them. "));
    let said: String = said.collect();
    let teasers = PROSE.repeat(6);
    let short = format!("<div>{}</div>", said.replace(". ", ".</div><div>"));
    let whole =
        described(&said, &format!("<main>{teasers}</main><section><div id=x>{short}</div></section>"));
    assert!(whole.plain_text().contains("On day 12 the hens"), "{}", whole.plain_text());
    let nowhere = described(&said, &format!("<main>{teasers}</main>"));
    assert!(nowhere.plain_text().starts_with("On day 1 the hens"), "{}", nowhere.plain_text());
}

#[test]
fn an_article_that_holds_what_the_page_says_keeps_its_links() {
    let said = PROSE.replace("<p>", "").replace("</p>", "\n");
    let linked =
        described(&said, &format!("<article>{PROSE}<p><a href=/b>More of the hens</a></p></article>"));
    assert_eq!(linked.links.len(), 1);
}

#[test]
fn a_heading_that_says_more_than_the_title_of_the_window_stays_over_the_text() {
    let heads = |head: &str, heading: &str| {
        let article = page(head, &format!("<article><h1>{heading}</h1>{PROSE}</article>"));
        article.crossheads()
    };
    let window = "<title>The hens of Quay Street</title>";
    assert_eq!(heads(window, "2. The hens of Quay Street"), ["2. The hens of Quay Street"]);
    assert!(heads(window, "The hens of Quay Street").is_empty());
    let framed =
        page(window, &format!("<header><h1>Harbour Gazette</h1></header><article>{PROSE}</article>"));
    assert!(framed.crossheads().is_empty(), "the name of a site shares nothing with the title");
    let shared = format!("{window}<meta property=og:title content='The hens of Quay Street'>");
    assert!(heads(&shared, "The hens of our Quay Street").is_empty());
}

fn headline(title: &str, body: &str) -> String {
    let head = format!("<title>{title}</title><link rel=canonical href='https://thequaypost.example/a/b'>");
    let article = page(&head, &format!("{body}{PROSE}"));
    article.headline.as_deref().unwrap_or_default().to_owned()
}

#[test]
fn the_headline_over_the_text_counts_more_than_a_title_made_for_those_who_search() {
    let shown = "The harbour will lose its last ferry by autumn";
    let marked = format!("<h1 class=entry-title>{shown}</h1>");
    assert_eq!(headline("Harbour ferry: end of the line | Quay", &marked), shown);
    // A heading that nothing marks, or that has nothing in common with the title, may be that of the site.
    assert_eq!(headline("Harbour ferry ends", &format!("<h1>{shown}</h1>")), "Harbour ferry ends");
    let slogan = "<h1 class=title>All the news of the coast since 1902</h1>";
    assert_eq!(headline("Harbour ferry ends", slogan), "Harbour ferry ends");
}

#[test]
fn the_names_of_the_section_and_the_site_leave_the_title_in_any_script() {
    assert_eq!(
        headline("The last ferry of the year | The Quay Post", "<h1>TheQuay Post</h1>"),
        "The last ferry of the year"
    );
    let shown = "港の渡し船が秋までに廃止へ";
    for tail in [" : 社会 : 港新聞オンライン", "：港新聞デジタル", " － 港新聞", "：港新聞 港の新聞社"]
    {
        assert_eq!(headline(&format!("{shown}{tail}"), &format!("<h1>{shown}</h1>")), shown);
    }
    assert_eq!(headline("渡船秋天停航_社会_港口日报", "<h1 class=hidden>港口日报</h1>"), "渡船秋天停航");
}
