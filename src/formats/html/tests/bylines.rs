//! Stories of bylines: what a reader is told of who wrote a page, and what is no name.

use super::{PROSE, names, page};

/// Returns the names of a page that says of its author just `line`.
pub(super) fn signed(line: &str) -> Vec<String> {
    let article = page("", &format!("<h1>The ferry</h1><p class=byline>{line}</p>{PROSE}"));
    names(&article).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_was_done_to_an_article_is_no_part_of_the_name() {
    for line in [
        "Published by Ida Holm",
        "Veröffentlicht von Ida Holm",
        "Ein Gastbeitrag von Ida Holm",
        "Interview: Ida Holm",
        "Artikel von: Ida Holm",
        "~ Ida Holm",
        "Author: Ida Holm",
    ] {
        assert_eq!(signed(line), ["Ida Holm"], "{line}");
    }
}

#[test]
fn a_label_without_a_name_names_nobody() {
    for line in ["Veröffentlicht am", "By", "Autoren", "No Author", "siteadmin", "ida@quay.example"] {
        assert!(signed(line).is_empty(), "{line}: {:?}", signed(line));
    }
}

#[test]
fn days_and_hours_end_a_name() {
    for line in [
        "Ida Holm am Samstag, 9. November 2024",
        "Ida Holm - January 10, 2024",
        "12.03.2024 | Ida Holm",
        "Ida Holm vor 5 Stunden",
        "Ida Holm Stand: 12. März 2024",
        "Ida Holm Foto: Jon Berg",
    ] {
        assert_eq!(signed(line), ["Ida Holm"], "{line}");
    }
}

#[test]
fn what_leads_to_a_name_elsewhere_may_be_a_part_of_one() {
    for name in ["Van Badham", "De Jong", "Le Thanh Ha", "Im Soo-jung", "El Hassan Sbai", "Anne van den Berg"]
    {
        assert_eq!(signed(name), [name]);
        assert_eq!(signed(&format!("By {name}")), [name]);
    }
    assert_eq!(signed("Emily Post - January 10, 2024"), ["Emily Post"]);
    assert_eq!(signed("Von Ida Holm"), ["Ida Holm"]);
    assert_eq!(signed("Von dpa"), signed("dpa"));
    assert_eq!(signed("<b>Autor:</b> <span>Ida</span><span>Holm</span>"), ["Ida Holm"]);
}

#[test]
fn a_page_of_a_hundred_thousand_authors_names_the_first_of_them() {
    let metas = "<meta name=author content='Ida Holm'><meta name=author content='Jon Berg'>".repeat(50_000);
    let article = page(&metas, PROSE);
    assert!(names(&article).len() <= 20);
}

#[test]
fn initials_keep_their_stop_and_titles_are_nobody() {
    assert_eq!(signed("By Ida H."), ["Ida H."]);
    assert_eq!(signed("By Ida Holm, PhD, and Jon Berg Jr."), ["Ida Holm", "Jon Berg Jr."]);
    assert_eq!(signed("<img alt=''>Ida Holm <b>Ida Holm</b>"), ["Ida Holm"]);
}

#[test]
fn elements_side_by_side_are_words_apart() {
    assert_eq!(signed("<span>Publié par</span><span>Ida Holm</span>"), ["Ida Holm"]);
}

#[test]
fn the_page_gives_the_full_name_of_an_account() {
    let body = format!("<h1>The ferry</h1><p class=byline>By Ida Holm</p>{PROSE}");
    for account in ["iholm", "ida.holm", "Ida"] {
        assert_eq!(names(&page(&format!("<meta name=author content='{account}'>"), &body)), ["Ida Holm"]);
    }
    assert_eq!(names(&page("<meta name=author content=harbourmaster>", &body)), ["harbourmaster"]);
}

#[test]
fn a_frame_around_the_whole_page_hides_no_byline() {
    let body =
        format!("<div class=has-sidebar><h1>The ferry</h1><a rel=author href=/ida>Ida Holm</a>{PROSE}</div>");
    assert_eq!(names(&page("", &body)), ["Ida Holm"]);
    let beside =
        format!("<h1>The ferry</h1>{PROSE}<div class=sidebar><a rel=author href=/jon>Jon Berg</a></div>");
    assert!(names(&page("", &beside)).is_empty());
}

#[test]
fn a_label_anywhere_in_the_article_names_its_author() {
    for line in
        ["<b>Autor:</b> Ida Holm<br>", "<p>Author: Ida Holm</p>", "<div><h5>Auteur :</h5>Ida Holm</div>"]
    {
        assert_eq!(names(&page("", &format!("<h1>The ferry</h1>{PROSE}{line}"))), ["Ida Holm"], "{line}");
    }
    let commented = format!("<h1>The ferry</h1>{PROSE}<div class=comments><p>Author: Jon Berg</p></div>");
    assert!(names(&page("", &commented)).is_empty());
}

#[test]
fn a_name_beside_the_day_is_the_author_of_that_day() {
    let line = |line: &str| format!("<h1>The ferry</h1><p>{line}</p>{PROSE}");
    assert_eq!(names(&page("", &line("11.12.2019 - Ida Holm"))), ["Ida Holm"]);
    assert_eq!(names(&page("", &line("04.02.2022 | 13:10 Uhr | Ida Holm"))), ["Ida Holm"]);
    assert!(names(&page("", &line("11.12.2019 - updated daily"))).is_empty());
}

#[test]
fn a_description_with_stray_quotation_marks_is_read() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A "free" ferry sails",
        "author":{"@type":"Person","name":"Ida Holm"}}</script>"#;
    assert_eq!(names(&page(head, PROSE)), ["Ida Holm"]);
}

#[test]
fn a_page_without_a_top_heading_is_signed_under_the_one_its_title_says() {
    let head = "<title>The ferry sails on time | Harbour</title>";
    let line = "<div>Posted by Ida Holm, Jon Berg on 2019-02-15</div>";
    let article = page(head, &format!("<h2>The ferry sails on time</h2>{line}{PROSE}<h2>More</h2>{PROSE}"));
    assert_eq!(names(&article), ["Ida Holm", "Jon Berg"]);
    assert_eq!(article.published.map(|p| p.at.day.to_string()).as_deref(), Some("2019-02-15"));
}

#[test]
fn names_in_elements_side_by_side_are_several() {
    let byline = "<div class=byline><a href=/a>Ada Morrow</a><a href=/b>Tom Jan Abara</a></div>";
    let article = page("", &format!("<article><h1>Two boats are missing</h1>{byline}{PROSE}</article>"));
    assert_eq!(names(&article), ["Ada Morrow", "Tom Jan Abara"]);
}

#[test]
fn a_name_may_stand_in_two_parts() {
    let linked =
        r#"{"@type":"NewsArticle","author":{"@type":"Person","givenName":"Ada","familyName":"Morrow"}}"#;
    let head = format!("<script type='application/ld+json'>{linked}</script>");
    assert_eq!(names(&page(&head, PROSE)), ["Ada Morrow"]);
}

#[test]
fn the_page_may_name_more_people_than_its_head() {
    let byline =
        "<p class=byline><span class=author>Tom Abara</span> and <span class=author>Ada Morrow</span></p>";
    let head = "<meta name=author content='Ada Morrow'>";
    let article = page(head, &format!("<article><h1>Two boats are missing</h1>{byline}{PROSE}</article>"));
    assert_eq!(names(&article), ["Tom Abara", "Ada Morrow"]);
    let other = "<p class=byline>By Ida Holm and Tom Abara</p>";
    let article = page(head, &format!("<article><h1>Two boats are missing</h1>{other}{PROSE}</article>"));
    assert_eq!(names(&article), ["Ada Morrow"], "they do not agree");
}

#[test]
fn what_stands_beside_a_name_is_not_part_of_it() {
    for (line, name) in [
        ("harbour von Ada Morrow", "Ada Morrow"),
        ("Ada Morrow in Port Quay", "Ada Morrow"),
        ("홍길동 기자", "홍길동"),
        ("SID Nachrichtenagentur", "SID"),
    ] {
        let article = page(&format!("<meta name=author content='{line}'>"), PROSE);
        assert_eq!(names(&article), [name], "{line}");
    }
}

#[test]
fn a_name_in_bold_alone_is_the_author_where_only_the_outlet_is_named() {
    let head = "<title>Two boats</title><meta property=og:site_name content='The Quay'><meta name=author content='The Quay'>";
    let article = page(
        head,
        &format!("<article><h1>Two boats</h1>{PROSE}<p><strong>Ada Morrow</strong></p></article>"),
    );
    assert_eq!((names(&article), article.body.len()), (vec!["Ada Morrow"], 3));
    let article = page(
        head,
        &format!("<article><h1>Two boats</h1>{PROSE}<p><strong>The rain came</strong></p></article>"),
    );
    assert_eq!(names(&article), ["The Quay"]);
}

#[test]
fn who_somebody_is_stands_under_an_article_and_is_no_part_of_it() {
    let head = "<meta name=author content='Ada Morrow'>";
    let about = "<p>Ada Morrow is a reporter who writes about ferries and the sea.</p>";
    let article = page(head, &format!("<article><h1>Two boats</h1>{PROSE}{about}</article>"));
    assert_eq!(article.body.len(), 3);
    let article = page(head, &format!("<article><h1>Two boats</h1>{about}{PROSE}{PROSE}</article>"));
    assert_eq!(article.body.len(), 7, "the article itself may be about her");
}

#[test]
fn names_near_the_day_are_found_in_whatever_order_a_page_sets_them() {
    let article =
        |lines: &str| page("", &format!("<article><h1>The ferry is back</h1>{lines}{PROSE}</article>"));
    for (lines, wanted) in [
        ("<div>Ada Morrow</div><div>14 March 2024</div>", &["Ada Morrow"][..]),
        ("<div>March 14, 2024 by Ada Morrow in News, 12 Comments</div>", &["Ada Morrow"]),
        (
            "<p>Posted by <span class=vcard>Ada Morrow</span> at 6:00 am on Thursday, March 14, 2024</p>",
            &["Ada Morrow"],
        ),
        ("<p class=byline>By Ada Morrow in Quayside; editing by Ida Holm</p>", &["Ada Morrow"]),
        ("<div class=author>佐藤美咲（社会部）</div>", &["佐藤美咲"]),
        ("<div>Anadolu Ajansı</div><div>14.03.2024</div>", &[]),
    ] {
        assert_eq!(names(&article(lines)), wanted, "{lines}");
    }
}

#[test]
fn a_byline_in_many_words_leaves_the_body() {
    let article = page(
        "",
        &format!("<article><h1>The ferry is back</h1><p>Ein Gastbeitrag von Ada Morrow</p>{PROSE}</article>"),
    );
    assert_eq!(names(&article), ["Ada Morrow"]);
    assert!(article.plain_text().starts_with("The ferry left"), "{}", article.plain_text());
}

#[test]
fn a_section_leaves_the_headline_where_a_folder_of_the_address_says_it_too() {
    let head = |place: &str| {
        format!(
            "<title>Why the ferry never left - Ships - The Quay</title><meta property=og:site_name content='The Quay'>\
             <link rel=canonical href='https://quay.example/{place}/ferry'>"
        )
    };
    let titled = |place: &str| {
        page(&head(place), &format!("<article>{PROSE}</article>")).headline.unwrap().to_string()
    };
    assert_eq!(titled("ships"), "Why the ferry never left");
    assert_eq!(titled("news"), "Why the ferry never left - Ships");
}

#[test]
fn a_byline_names_all_it_marks_and_nothing_beside_them() {
    let body = |byline: &str| format!("<article><h1>Two boats are missing</h1>{byline}{PROSE}</article>");
    for byline in [
        "<div itemprop=author><span itemprop=name>Ada Morrow</span><span itemprop=name>Tom Abara</span></div>",
        "<div class=byline><p><a rel=author href=/a>Ada Morrow</a> and <a rel=author href=/b>Tom Abara</a></p><a href=/s>Chirper</a></div>",
    ] {
        assert_eq!(names(&page("", &body(byline))), ["Ada Morrow", "Tom Abara"], "{byline}");
    }
    let house = "<div class=byline><div>By <b>Ada Morrow</b></div><div>QUAY DAILY NEWS</div><time>May 3, 2021</time></div>";
    assert_eq!(names(&page("", &body(house))), ["Ada Morrow"]);
    let menu = "<ul class=c-nav><li><a href=/authors/jon>Jon Berg</a></ul>";
    assert!(names(&page("", &format!("{menu}{}", body("")))).is_empty());
}

#[test]
fn whoever_has_the_rights_is_the_author_only_where_nobody_else_is() {
    let rights = "<meta name=author content='Holm Berg'><meta name=copyright content='(c) Holm Berg 2022'>";
    let named = format!("{rights}<meta property=article:author content='Ada Morrow'>");
    assert_eq!(names(&page(&named, PROSE)), ["Ada Morrow"]);
    assert_eq!(names(&page(rights, PROSE)), ["Holm Berg"]);
}

#[test]
fn a_surname_in_front_is_turned_where_the_page_shows_the_name() {
    let head = "<meta name=parsely-author content='Holm, Ida'>";
    let body = format!("<h1>The ferry</h1><p class=byline>By Ida Holm</p>{PROSE}");
    assert_eq!(names(&page(head, &body)), ["Ida Holm"]);
    assert_eq!(signed("投稿者 Ida Holm"), ["Ida Holm"]);
}

#[test]
fn a_value_may_stand_where_the_content_of_a_tag_belongs() {
    let article =
        page("<meta name=author value='Ida Holm'><meta name=og:title value='The ferry sails'>", PROSE);
    assert_eq!(names(&article), ["Ida Holm"]);
    assert_eq!(article.headline.as_deref(), Some("The ferry sails"));
}
