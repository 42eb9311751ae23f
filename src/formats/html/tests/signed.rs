//! Stories of what stands beside the names of a byline, and of bylines that nothing but their place gives away.

use super::bylines::signed;
use super::{PROSE, names, page};

#[test]
fn those_who_helped_are_not_those_who_wrote() {
    for line in [
        "Words by Ida Holm, photographs by Jon Berg",
        "Words: Ida Holm | Photography: Jon Berg, Ada Morrow",
        "Story by Ida Holm<br>Pictures by Jon Berg",
        "Text: Ida Holm, Fotos: Jon Berg",
        "Text und Fotos: Ida Holm",
        "Words and pictures by Ida Holm",
        "Written by Ida Holm — Medically reviewed by Jon Berg",
        "Von Ida Holm, aus dem Dänischen von Jon Berg",
        "Ida Holm, traduction : Jon Berg",
        "Текст: Ida Holm, фото: Jon Berg",
    ] {
        assert_eq!(signed(line), ["Ida Holm"], "{line}");
    }
    assert!(signed("Photos by Jon Berg").is_empty());
    let picture = format!("<h1>The ferry</h1><p class=photo-author>Jon Berg</p>{PROSE}");
    assert!(names(&page("", &picture)).is_empty());
}

#[test]
fn what_a_page_invites_to_and_where_somebody_works_end_a_name() {
    for line in [
        "May 14, 2021 By Ida Holm Leave a Comment",
        "Ida Holm Follow @idaholm",
        "Ida Holm • 5 min read",
        "By Ida Holm for Harbour Post",
        "Ida Holm, Hafenstadt",
        "Ida Holm Staff Writer",
        "By Ida Holm, Harbour Gazette",
        "Analysis by Ida Holm, HBC",
        "Ida Holm avec AFP",
        "By Ida Holm, The Associated Press",
        "<span class=byline__name>Ida Holm</span> <span>Port Sable</span>",
        "<span itemprop=author itemscope><meta itemprop=name content='Ida Holm'><a href=/all>All posts</a></span>",
    ] {
        assert_eq!(signed(line), ["Ida Holm"], "{line}");
    }
    assert_eq!(signed("Ida Holm and Suharto"), ["Ida Holm", "Suharto"], "no place behind a word for and");
}

#[test]
fn labels_in_scripts_that_part_no_words_are_read() {
    for (line, name) in [
        ("文・森田 花子", "森田 花子"),
        ("取材・文／森田花子", "森田花子"),
        ("记者 王海涛", "王海涛"),
        ("文｜王海涛", "王海涛"),
        ("[항구신문=김하나 기자]", "김하나"),
    ] {
        assert_eq!(signed(line), [name], "{line}");
    }
    let source = format!("<h1>The ferry</h1><p>2021-05-14 08:00 来源：港口日报 作者：王海</p>{PROSE}");
    assert_eq!(names(&page("", &source)), ["王海"]);
}

#[test]
fn a_line_under_the_headline_is_read_whatever_it_is_called() {
    let line = |line: &str| page("", &format!("<article><h1>The ferry</h1>{line}{PROSE}</article>"));
    for byline in [
        "<p>Text by Ida Holm</p>",
        "<p>Ida Holm 14 May 2021</p>",
        "<div class=firma>Ida Holm</div>",
        "<p>Ida Holm<br>ida.holm@quay.example</p>",
        "<div>Ida Holm</div><time datetime=2021-05-14>May 14, 2021</time>",
    ] {
        let article = line(byline);
        assert_eq!(names(&article), ["Ida Holm"], "{byline}");
        assert!(article.plain_text().starts_with("The ferry left"), "{}", article.plain_text());
    }
    assert_eq!(names(&line("<div>by <a href=/u/7>quay_cat</a> on May 14, 2021</div>")), ["quay_cat"]);
    for nobody in [
        "<p>Sponsored by <a href=/b>Quay Bank</a></p>",
        "<p>Quelle: Max Planck</p>",
        "<p>Door de redactie</p>",
    ] {
        assert!(names(&line(nobody)).is_empty(), "{nobody}");
    }
    assert!(line("<p>Door de redactie</p>").plain_text().starts_with("The ferry left"));
}

#[test]
fn a_card_about_another_article_signs_only_that() {
    let card = "<div class=card><h3><a href=/tide>The tide</a></h3><p class=byline>By Jon Berg</p></div>";
    assert!(names(&page("<title>The ferry</title>", &format!("<h1>The ferry</h1>{PROSE}{card}"))).is_empty());
}

#[test]
fn a_name_alone_signs_the_last_line_where_nobody_else_is_named() {
    let article = |last: &str| page("", &format!("<article><h1>The ferry</h1>{PROSE}{last}</article>"));
    for last in
        ["<p>(Ida Holm)</p>", "<p>— Ida Holm</p>", "<p><em>Ida Holm</em></p>", "<p><b>Ida Holm</b></p>"]
    {
        assert_eq!((names(&article(last)), article(last).body.len()), (vec!["Ida Holm"], 3), "{last}");
    }
    for last in ["<p>(dpa)</p>", "<p><em>Harbour Light</em></p>", "<p><b>The Bridge</b></p>"] {
        assert!(names(&article(last)).is_empty(), "{last}: the article speaks of harbours and bridges");
    }
}

#[test]
fn a_catalogue_sets_the_surname_first_and_a_description_may_hold_a_list() {
    let article = page(
        "<meta name=citation_author content='Holm, Ida'><meta name=citation_author content='Berg, Jon'>",
        PROSE,
    );
    assert_eq!(names(&article), ["Holm, Ida", "Berg, Jon"]);
    let article = page("<meta name=dc.creator content='Ida Holm, Jon Berg'>", PROSE);
    assert_eq!(names(&article), ["Ida Holm", "Jon Berg"]);
    let linked = r#"{"@type":"NewsArticle","author":{"@list":[{"@type":"Person","name":"Ida Holm"}]}}"#;
    assert_eq!(
        names(&page(&format!("<script type='application/ld+json'>{linked}</script>"), PROSE)),
        ["Ida Holm"]
    );
}
